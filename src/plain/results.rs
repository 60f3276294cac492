//! Where the organisation stands, and why: a page for each questionnaire; on the last page what would
//! look closer at what is weak.

use super::sitting::{Place, Sitting, Step};
use super::talk::Stop;
use super::words;
use crate::questionnaire::{Question, Questionnaire};
use crate::report::plain::{Line, heading, result};
use crate::score::offers;
use crate::tui::keys::Command;

/// What a number stands for.
enum Item<'a> {
    Question(&'a Question),
    Add(&'a Questionnaire),
}

impl<'a> Sitting<'_, 'a> {
    /// Tells one page of the results.
    pub(super) fn results(&mut self) -> Result<Place<'a>, Stop> {
        let offers = offers(self.catalogue, self.session.assessment());
        let scores = self.session.progress().scores.len();
        let pages = scores + usize::from(!offers.is_empty());
        self.results_page = self.results_page.min(pages.saturating_sub(1));
        let mut items = Vec::new();
        if self.results_page < scores {
            self.tell_result(&mut items)?;
        } else if offers.is_empty() {
            self.talk.say(words::NOTHING_ASKED)?;
        } else {
            self.talk.say(words::DEEPER)?;
            for offer in &offers {
                items.push(Item::Add(offer.questionnaire));
                self.talk.option(items.len(), &words::offer(offer))?;
            }
        }
        self.talk.say(&words::page(self.results_page, pages))?;
        self.ask(
            &Place::Results,
            &words::results_prompt(items.len(), self.results_page >= scores, pages),
            |sitting, command, _| sitting.on_results(command, &items, pages),
        )
    }

    fn tell_result(&mut self, items: &mut Vec<Item<'a>>) -> Result<(), Stop> {
        let (catalogue, assessment) = (self.catalogue, self.session.assessment());
        let Some(score) = self.session.progress().scores.get(self.results_page) else { return Ok(()) };
        let lines = result(catalogue, assessment, score);
        let is_untouched = score.questions.unanswered == score.questions.total;
        self.talk.say(&words::sentence(&heading(score.questionnaire)))?;
        if is_untouched {
            self.talk.say(words::NOTHING_ANSWERED)?;
        }
        for line in lines {
            match line {
                Line::Sentence(text) => self.talk.say(&words::sentence(&text))?,
                Line::Question(question, text) => {
                    items.push(Item::Question(question));
                    self.talk.option(items.len(), &words::sentence(&text))?;
                }
            }
        }
        Ok(())
    }

    fn on_results(&mut self, command: Command, items: &[Item<'a>], pages: usize) -> Result<Step<'a>, Stop> {
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
            Command::Next | Command::Previous if pages < 2 => return self.say(words::ONE_PAGE),
            Command::Next => return Ok(turn(&mut self.results_page, 1, pages, Place::Results)),
            Command::Previous => return Ok(turn(&mut self.results_page, pages - 1, pages, Place::Results)),
            Command::NextOpen => self.session.go_on(),
            Command::Back => {}
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
