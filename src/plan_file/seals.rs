//! Seals: short hashes of the blocks that the program wrote, at the end of a plan. A block that bears one
//! and stands in the new plan no more was true once and goes; one without is somebody's.

use std::collections::HashSet;

use super::blocks::{BlockKind, MarkdownBlock, MarkdownText};
use super::first_release;
use super::marks::{self, CLOSE, PlanMark, SEALED};

/// What hashes are written in: nothing that a comment or a formatter could take for something else.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// The characters of a hash: one in 15 million texts has the same.
const LENGTH: usize = 4;

/// The seals of a plan.
#[derive(Debug, Clone, Default)]
pub(super) struct Seals {
    /// Those of blocks.
    blocks: HashSet<String>,
    /// Those of lines, of the first release.
    lines: HashSet<String>,
}

impl Seals {
    pub(super) fn add(&mut self, mark: &PlanMark) {
        match mark {
            PlanMark::Sealed(seals) => {
                let seals: Vec<char> = seals.chars().collect();
                self.blocks.extend(seals.chunks(LENGTH).map(|seal| seal.iter().collect::<String>()));
            }
            PlanMark::Seals(seals) => self.lines.extend(seals.split_whitespace().map(str::to_owned)),
            _ => {}
        }
    }

    /// True when the program wrote a text with these words.
    pub(super) fn has_words(&self, words: &str) -> bool {
        !self.blocks.is_empty() && self.blocks.contains(&seal(words))
    }

    /// True when the program wrote this block.
    pub(super) fn has(&self, page: &MarkdownText, block: &MarkdownBlock, words: &str) -> bool {
        let sealed_line = |number: usize| {
            page.is_blank(number) || self.lines.contains(&first_release::seal(page.line(number)))
        };
        self.has_words(words) || (!self.lines.is_empty() && block.own.clone().all(sealed_line))
    }
}

/// FNV-1a: the same hash in every version of this program.
pub(super) fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The seal of words.
fn seal(words: &str) -> String {
    let mut rest = hash(words) as usize;
    let mut digit = || {
        let digit = DIGITS.get(rest % DIGITS.len()).copied().unwrap_or(b'0');
        rest /= DIGITS.len();
        char::from(digit)
    };
    (0..LENGTH).map(|_| digit()).collect()
}

/// What a block says, however it looks: equal for the same block of two plans. Empty where nothing tells
/// the block from others.
pub(super) fn key(block: &MarkdownBlock) -> String {
    match block.kind {
        BlockKind::Code { .. } => {
            let lines: Vec<&str> = block.text.lines().map(str::trim_end).collect();
            format!("`{}", lines.join("\n").trim_end())
        }
        BlockKind::Item if marks::action(&block.text).is_some() => headline(block),
        BlockKind::Table | BlockKind::Quote => block.children.first().map(key).unwrap_or_default(),
        BlockKind::Html | BlockKind::Other | BlockKind::Mark(_) => String::new(),
        BlockKind::Heading | BlockKind::Item | BlockKind::Text | BlockKind::Row => block.words(),
    }
}

/// The words of an action's first line, without its box.
pub(super) fn headline(block: &MarkdownBlock) -> String {
    let (_, behind) = marks::box_of(&block.text);
    marks::words(block.text.get(behind..).unwrap_or_default())
}

/// A plan as the program has just written it, with seals at its end: a line for each part.
pub fn add_seals(plan: &str) -> String {
    let mut parts: Vec<String> = vec![String::new()];
    for block in &MarkdownText::of(plan).blocks {
        match &block.kind {
            BlockKind::Mark(PlanMark::Part(_)) => parts.push(String::new()),
            _ => parts.iter_mut().last().into_iter().for_each(|part| seal_all(block, part)),
        }
    }
    let seals = parts.iter().filter(|seals| !seals.is_empty());
    let seals: String = seals.map(|seals| format!("{SEALED}{seals} {CLOSE}\n")).collect();
    format!("{plan}\n{seals}")
}

/// Adds the seals of a block and of those in it; what people fill in bears none.
fn seal_all(block: &MarkdownBlock, seals: &mut String) {
    let key = key(block);
    let is_whole = !matches!(block.kind, BlockKind::Table | BlockKind::Quote);
    if is_whole && !key.is_empty() && (block.kind != BlockKind::Item || marks::detail(&block.text).is_none())
    {
        seals.push_str(&seal(&key));
    }
    block.children.iter().for_each(|child| seal_all(child, seals));
}
