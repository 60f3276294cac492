//! Where the organisation stands, and why: a page for each questionnaire; on the last page what would
//! look closer at what is weak.

use super::Page;
use crate::app::Open;
use crate::app::screens::results::Pages;
use crate::report::tree::Block;
use crate::report::{Depth, HEAVIEST, Medium, result};
use crate::score::Score;
use crate::words::prompts;
use crate::words::{results_screen, spoken as words};

/// The lines that are told at once, at most.
const LINES: usize = 24;
/// The questions that are told at first, and with each part that follows.
const QUESTIONS: (usize, usize) = (HEAVIEST, 10);

pub(super) fn page(open: &Open<'_>) -> Page {
    let pages = Pages::of(open);
    let mut page = Page::new(format!("results {}", pages.shown), 2);
    page.say(words::page(pages.shown, pages.count()));
    match pages.score() {
        Some(score) => result_of(&mut page, open, score),
        None if pages.follow_ups.is_empty() => page.say(results_screen::NOTHING_ASKED),
        None => {
            page.say(words::FOLLOW_UPS);
            pages.follow_ups.iter().for_each(|follow_up| page.next_choice(words::follow_up(follow_up)));
        }
    }
    let items = page.choices().count();
    page.prompt = prompts::results_prompt(items, pages.score().is_none(), pages.count());
    page
}

/// The result of one questionnaire in parts: what it is, then why, the heaviest first.
fn result_of(page: &mut Page, open: &Open<'_>, score: &Score<'_>) {
    let depth = if open.results.all_levels { Depth::AllLevels } else { Depth::NextLevel };
    let section = result(open.session.catalogue(), open.session.assessment(), score, Medium::Spoken, depth);
    page.sentence(&section.heading);
    if score.questions.unanswered == score.questions.total {
        page.say(results_screen::NOTHING_ANSWERED);
    }
    let (mut blocks_left, mut questions_left) = (1, QUESTIONS.0);
    for block in section.blocks {
        let is_question = matches!(block, Block::Question { .. });
        if blocks_left == 0 || (is_question && questions_left == 0) {
            let is_first = page.parts.len() == 1;
            page.part();
            (blocks_left, questions_left) = (LINES, if is_first { QUESTIONS.0 } else { QUESTIONS.1 });
        }
        blocks_left -= 1;
        questions_left -= usize::from(is_question);
        for line in block.spoken() {
            if is_question {
                page.next_choice(words::sentence(&line));
            } else {
                page.sentence(&line);
            }
        }
    }
}
