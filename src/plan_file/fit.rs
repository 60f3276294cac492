//! What a slide has room for: text in the largest type in which it fits, and the rest on further slides. A page without
//! scripts cannot measure, so widths are estimated, rather too wide than too narrow.

use crate::report::tree::Block;
use crate::text::width;

/// The sizes of type, the largest first. Lengths are thousandths of the width of a slide.
const SIZES: [usize; 6] = [21, 19, 17, 15, 14, 13];
/// The gap between two columns, as in the style.
const GAP: usize = 30;

/// A place for text.
#[derive(Clone, Copy)]
pub(super) struct Space {
    pub(super) width: usize,
    pub(super) height: usize,
}

/// A slide's text and the size of its type.
pub(super) struct Fitted {
    pub(super) size: usize,
    pub(super) blocks: Vec<Block>,
}

/// Text in pages: the first has room beside or above figures, the others have another.
pub(super) fn pages(blocks: &[Block], first: Space, others: Space) -> Vec<Fitted> {
    let page = |size, blocks: &[Block]| Fitted { size, blocks: blocks.to_vec() };
    if let Some(size) = SIZES.into_iter().find(|size| fits(blocks, first, *size)) {
        return vec![page(size, blocks)];
    }
    let columns: Vec<&[Block]> = columns(blocks).collect();
    if columns.len() > 1 {
        return columns.into_iter().flat_map(|column| pages(column, others, others)).collect();
    }
    let least = SIZES[SIZES.len() - 1];
    // What a list is about stands above its rest too.
    let (label, items) = blocks.split_at(usize::from(matches!(blocks.first(), Some(Block::Label(_)))));
    let with_label = |items: &[Block]| [label, items].concat();
    let fitting = (1..items.len()).take_while(|end| fits(&with_label(&items[..*end]), first, least));
    let (here, rest) = items.split_at(fitting.last().unwrap_or(1).min(items.len()));
    let rest = if rest.is_empty() { Vec::new() } else { pages(&with_label(rest), others, others) };
    [page(least, &with_label(here))].into_iter().chain(rest).collect()
}

/// The lists that stand side by side: each has a label.
fn columns(blocks: &[Block]) -> impl Iterator<Item = &[Block]> {
    blocks.chunk_by(|_, next| !matches!(next, Block::Label(_)))
}

fn fits(blocks: &[Block], room: Space, size: usize) -> bool {
    let width = if columns(blocks).count() > 1 { (room.width - GAP) / 2 } else { room.width };
    columns(blocks).all(|column| height(column, width, size) <= room.height)
}

/// How high blocks are. A character is 0.56 times as wide as its type is high, a line 1.4 times as high; the mark of an item
/// takes three characters.
pub(super) fn height(blocks: &[Block], width_of_room: usize, size: usize) -> usize {
    let across = (100 * width_of_room / (56 * size)).saturating_sub(3).max(1);
    let lines = |block: &Block| match block {
        Block::Verdict(text) | Block::Note(text) | Block::Label(text) | Block::Item(_, text) => {
            // The last word of a line may leave a tenth of it empty.
            (11 * width(text)).div_ceil(10 * across)
        }
        _ => 1,
    };
    blocks.iter().map(|block| size * (14 * lines(block) + 6) / 10).sum()
}
