//! One action: everything about it, and what can be changed.

use super::aims;
use super::console::{Exit, Utterance};
use super::sitting::{Place, Sitting, Step};
use super::words;
use crate::app::keys::Command;
use crate::assessment::State;
use crate::clock;
use crate::report::{action, printable};
use crate::words::plan_changes;

impl<'a> Sitting<'_, 'a> {
    /// Tells all of an action, and asks what to do about it.
    pub(super) fn action(&mut self, question: &str) -> Result<Place<'a>, Exit> {
        let plan = self.plan_now();
        let Some(shown) = action::find(&plan, question) else {
            // Another target or route, and it is in no list any more.
            self.console.say(aims::ACTION_GONE)?;
            return Ok(Place::Back);
        };
        let lines = action::lines(self.catalogue, self.session.assessment(), &plan, &shown);
        let mut lines = lines.iter().map(|line| Utterance::Sentence(printable(line)));
        let title = Utterance::Sentence(words::sentence(&shown.action.text.title));
        let parts = vec![[title].into_iter().chain(lines.next()).collect(), lines.collect()];
        let here = Place::Action(question.to_owned());
        self.read_and_ask(&here, aims::ACTION_PROMPT, parts, |sitting, command, rest| {
            sitting.on_action(command, rest, question)
        })
    }

    fn on_action(&mut self, command: Command, rest: &str, question: &str) -> Result<Step<'a>, Exit> {
        match command {
            Command::State => self.set_state(question)?,
            Command::Owner => self.set_owner(question, rest)?,
            Command::Due => self.set_due(question)?,
            Command::Settings => return self.change_settings(),
            Command::Note | Command::Evidence => {
                self.session.go_to(question);
                self.console.say(&aims::note_of(question))?;
                return match command {
                    Command::Note => self.write_note(rest),
                    _ => self.write_evidence(rest),
                };
            }
            Command::Next | Command::Previous => self.console.say(words::ONE_PAGE)?,
            Command::Enter => return Ok(Step::Go(Place::Back)),
            _ => return Ok(Step::Nothing),
        }
        Ok(Step::Stay)
    }

    fn set_state(&mut self, question: &str) -> Result<(), Exit> {
        self.console.options(State::ALL.iter().map(|state| plan_changes::state_choice(*state)))?;
        let chosen = self.console.choose(aims::WHICH_STATE, State::ALL.len())?;
        let Some(state) = chosen.and_then(|number| State::ALL.get(number - 1)) else {
            return self.console.say(words::UNCHANGED);
        };
        let title = aims::action_title(self.catalogue, question);
        let done = words::sentence(&plan_changes::set(&title, *state));
        self.change(&done, |session| session.change_action(question, |action| action.state = *state))?;
        Ok(())
    }

    fn set_owner(&mut self, question: &str, name: &str) -> Result<(), Exit> {
        let name = self.console.ask_text(name, aims::OWNER_HINT, aims::OWNER_PROMPT)?.unwrap_or_default();
        if name.is_empty() {
            return self.console.say(words::UNCHANGED);
        }
        let owner = (name != words::NOTHING_MORE).then_some(name);
        let done = aims::owner_set(owner.as_deref());
        self.change(&done, |session| session.change_action(question, |action| action.owner = owner))?;
        Ok(())
    }

    fn set_due(&mut self, question: &str) -> Result<(), Exit> {
        let Some(due) = self.ask_day(aims::DUE_HINT, aims::DUE_PROMPT)? else {
            return self.console.say(words::UNCHANGED);
        };
        let done = aims::due_set(due, clock::today());
        self.change(&done, |session| session.change_action(question, |action| action.due = due))?;
        Ok(())
    }
}
