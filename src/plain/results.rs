//! Where the organisation stands, and why: a page for each questionnaire; on the last page what would
//! look closer at what is weak.

use super::console::{Exit, Utterance};
use super::sitting::{Place, Sitting, Step};
use super::words;
use crate::app::keys::Command;
use crate::questionnaire::{Question, Questionnaire};
use crate::report::tree::Block;
use crate::report::{HEAVIEST, Medium, result};
use crate::score::follow_ups;

/// What a number stands for.
enum Item<'a> {
    Question(&'a Question),
    Add(&'a Questionnaire),
}

/// The lines that are told at once, at most.
const LINES: usize = 24;
/// The questions that are told at first, and with each part that follows.
const QUESTIONS: (usize, usize) = (HEAVIEST, 10);

impl<'a> Sitting<'_, 'a> {
    /// Tells one page of the results.
    pub(super) fn results(&mut self) -> Result<Place<'a>, Exit> {
        let follow_ups = follow_ups(self.catalogue, self.session.assessment());
        let scores = self.session.progress().scores.len();
        let pages = scores + usize::from(!follow_ups.is_empty());
        self.results_page = self.results_page.min(pages.saturating_sub(1));
        let mut items = Vec::new();
        let parts = if self.results_page < scores {
            self.result(&mut items)
        } else if follow_ups.is_empty() {
            vec![vec![Utterance::Sentence(words::NOTHING_ASKED.to_owned())]]
        } else {
            let mut part = vec![Utterance::Sentence(words::DEEPER.to_owned())];
            for follow_up in &follow_ups {
                items.push(Item::Add(follow_up.questionnaire));
                part.push(Utterance::Choice(items.len(), words::follow_up(follow_up)));
            }
            vec![part]
        };
        self.console.say(&words::page(self.results_page, pages))?;
        let prompt = words::results_prompt(items.len(), self.results_page >= scores, pages);
        self.read_and_ask(&Place::Results, &prompt, parts, |sitting, command, _| {
            sitting.on_results(command, &items, pages)
        })
    }

    /// The result of one questionnaire in parts: what it is, then why, the heaviest first.
    fn result(&self, items: &mut Vec<Item<'a>>) -> Vec<Vec<Utterance>> {
        let Some(score) = self.session.progress().scores.get(self.results_page) else { return Vec::new() };
        let section = result(self.catalogue, self.session.assessment(), score, Medium::Spoken, true);
        let mut blocks = section.blocks.into_iter();
        let mut summary = vec![Utterance::Sentence(words::sentence(&section.heading))];
        if score.questions.unanswered == score.questions.total {
            summary.push(Utterance::Sentence(words::NOTHING_ANSWERED.to_owned()));
        }
        summary.extend(blocks.next().into_iter().flat_map(|block| self.said(block, items)));
        let mut parts = vec![summary];
        let (mut part, mut room) = (Vec::new(), QUESTIONS.0);
        for block in blocks {
            let is_question = matches!(block, Block::Question { .. });
            if part.len() >= LINES || (is_question && room == 0) {
                parts.push(std::mem::take(&mut part));
                room = QUESTIONS.1;
            }
            room -= usize::from(is_question);
            part.extend(self.said(block, items));
        }
        parts.push(part);
        parts
    }

    /// A piece of a result; questions are numbered.
    fn said(&self, block: Block, items: &mut Vec<Item<'a>>) -> Vec<Utterance> {
        let sentences = block.spoken().into_iter().map(|line| words::sentence(&line));
        match &block {
            Block::Question { id, .. } => {
                items.extend(self.catalogue.question(id).map(Item::Question));
                sentences.map(|line| Utterance::Choice(items.len(), line)).collect()
            }
            _ => sentences.map(Utterance::Sentence).collect(),
        }
    }

    fn on_results(&mut self, command: Command, items: &[Item<'a>], pages: usize) -> Result<Step<'a>, Exit> {
        match command {
            Command::Choose(number) => match number.checked_sub(1).and_then(|line| items.get(line)) {
                Some(Item::Question(question)) => {
                    self.session.go_to(&question.id);
                }
                Some(Item::Add(questionnaire)) => {
                    self.change(words::ADDED, |session| session.add_questionnaire(questionnaire))?;
                }
                None => return self.say(&words::no_such_number(number, items.len())),
            },
            Command::Enter if self.results_page + 1 >= pages => return self.say(words::ALL_TOLD),
            Command::Next | Command::Previous if pages < 2 => return self.say(words::ONE_PAGE),
            Command::Enter | Command::Next => {
                return Ok(turn(&mut self.results_page, 1, pages, Place::Results));
            }
            Command::Previous => return Ok(turn(&mut self.results_page, pages - 1, pages, Place::Results)),
            Command::NextOpen => return self.next_open(),
            _ => return Ok(Step::Nothing),
        }
        Ok(Step::Go(Place::Question))
    }
}

/// Turns so many pages on; behind the last one comes the first.
pub(super) fn turn<'a>(page: &mut usize, by: usize, pages: usize, place: Place<'a>) -> Step<'a> {
    *page = (*page + by) % pages.max(1);
    Step::Go(place)
}
