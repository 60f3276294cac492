//! A question, and what an answer to it brought about.

use super::console::Exit;
use super::sitting::{Place, Sitting, Step};
use super::words;
use crate::app::keys::Command;
use crate::assessment::Answer;
use crate::interview::{Milestone, NextStep};
use crate::questionnaire::Question;
use crate::score::Standing;
use crate::words::interview;

impl<'a> Sitting<'_, 'a> {
    /// Asks the question at which one is.
    pub(super) fn question(&mut self) -> Result<Place<'a>, Exit> {
        let question = self.session.question();
        match question {
            Some(question) => self.tell_question(question)?,
            None => self.console.say(words::NOTHING_ASKED)?,
        }
        let options = question.map_or(0, |question| question.options.len());
        self.ask(&Place::Question, &words::answer_prompt(options), |sitting, command, rest| {
            sitting.on_question(command, rest, options)
        })
    }

    fn tell_question(&mut self, question: &Question) -> Result<(), Exit> {
        self.console.say(&words::place(&self.session))?;
        self.console.say(&words::question(question))?;
        self.console.say(&question.text.help)?;
        for (i, (text, option)) in question.text.options.iter().zip(&question.options).enumerate() {
            let worth = if self.worth { words::worth(option.credit) } else { String::new() };
            self.console.option(i + 1, &format!("{worth}{}", text.text))?;
        }
        if let Some(role) = self.catalogue.role(&question.respondent) {
            self.console.say(&words::whom_to_ask(&role.text.title))?;
        }
        let Some(entry) = self.session.assessment().entry(&question.id) else { return Ok(()) };
        if entry.answer.is_some() {
            let line = self.session.answered_line();
            let standing = self.session.standing().unwrap_or(Standing::Unanswered);
            self.console.say(&words::answer_now(question, line, entry, standing))?;
        }
        if let Some(note) = &entry.note {
            self.console.say_all(words::note(note).lines())?;
        }
        self.console.say_all(entry.evidence.iter().map(|place| words::evidence(place)))
    }

    fn on_question(&mut self, command: Command, rest: &str, options: usize) -> Result<Step<'a>, Exit> {
        match command {
            Command::Choose(number) => match number.checked_sub(1).and_then(|line| self.session.option(line))
            {
                Some(option) => self.answer(option, None),
                None => self.say(&words::no_such_number(number, options)),
            },
            Command::Unknown => self.answer(Answer::Unknown, None),
            Command::NotApplicable => self.not_applicable(rest),
            Command::Enter => self.go_on(),
            Command::NextOpen => self.next_open(),
            Command::Next => self.move_by(1),
            Command::Previous => self.move_by(-1),
            Command::Clear => {
                self.change(words::CLEARED, |session| session.clear())?;
                Ok(Step::Stay)
            }
            Command::Worth => {
                self.worth = !self.worth;
                Ok(Step::Go(Place::Question))
            }
            Command::Confirm => self.confirm(),
            Command::Note => self.write_note(rest),
            Command::Evidence => self.write_evidence(rest),
            _ => Ok(Step::Nothing),
        }
    }

    /// Goes to the next question without an answer.
    pub(super) fn next_open(&mut self) -> Result<Step<'a>, Exit> {
        if self.session.progress().queue.is_empty() {
            return self.say(words::NONE_OPEN);
        }
        self.session.go_on();
        Ok(Step::Go(Place::Question))
    }

    /// Says something, and asks again.
    pub(super) fn say(&mut self, text: &str) -> Result<Step<'a>, Exit> {
        self.console.say(text)?;
        Ok(Step::Stay)
    }

    /// Answers the question at which one is, and goes on.
    fn answer(&mut self, answer: Answer, reason: Option<String>) -> Result<Step<'a>, Exit> {
        let Some(question) = self.session.question() else { return Ok(Step::Nothing) };
        let done = interview::answer_text(question, &answer);
        self.answered = Some(question.id.clone());
        let milestone = self.change(&words::sentence(&done), |session| {
            let milestone = session.answer(answer, reason, crate::clock::now());
            session.go_on();
            milestone
        })?;
        Ok(match milestone {
            None => Step::Stay,
            Some(milestone) => Step::Go(milestone.map_or(Place::Question, Place::Milestone)),
        })
    }

    fn not_applicable(&mut self, reason: &str) -> Result<Step<'a>, Exit> {
        match self.console.ask_text(reason, words::REASON_HINT, words::REASON)? {
            Some(reason) if !reason.is_empty() => self.answer(Answer::NotApplicable, Some(reason)),
            _ => self.say(words::UNCHANGED),
        }
    }

    /// An empty line: takes an earlier answer over that is to be confirmed, and goes on.
    fn go_on(&mut self) -> Result<Step<'a>, Exit> {
        let to_confirm = matches!(self.session.standing(), Some(Standing::ToConfirm(_)));
        let entry =
            self.session.question().and_then(|question| self.session.assessment().entry(&question.id));
        if let (true, Some(_), Some(entry)) = (to_confirm, self.session.answered_line(), entry)
            && let Some(answer) = entry.answer.clone()
        {
            return match (&answer, entry.reason.clone()) {
                (Answer::NotApplicable, None) => self.not_applicable(""),
                (Answer::NotApplicable, reason) => self.answer(answer, reason),
                _ => self.answer(answer, None),
            };
        }
        self.session.go_on();
        Ok(Step::Go(Place::Question))
    }

    /// Confirms all answers of the assessment before that are left, when the user says so.
    fn confirm(&mut self) -> Result<Step<'a>, Exit> {
        let left = self.session.carried_over().len();
        if left == 0 {
            return self.say(words::NONE_TO_CONFIRM);
        }
        if !self.console.ask_yes(&words::confirm(left))? {
            return self.say(words::UNCHANGED);
        }
        let milestone = self.change(&words::confirmed(left), |session| {
            let milestone = session.confirm_carried_over(crate::clock::now());
            session.go_on();
            milestone
        })?;
        Ok(milestone
            .map_or(Step::Stay, |milestone| Step::Go(milestone.map_or(Place::Question, Place::Milestone))))
    }

    fn move_by(&mut self, by: isize) -> Result<Step<'a>, Exit> {
        let before = self.session.position();
        self.session.step(by);
        if self.session.position() == before {
            self.say(words::NO_FURTHER)
        } else {
            Ok(Step::Go(Place::Question))
        }
    }

    /// Writes a note on the question at which one is.
    pub(super) fn write_note(&mut self, line: &str) -> Result<Step<'a>, Exit> {
        if let Some(lines) = self.written(line, words::NOTE, words::NOTE_HINT)? {
            let done = if lines.is_empty() { words::NOTE_REMOVED } else { words::NOTE_DONE };
            self.change(done, |session| session.set_note(lines.join("\n")))?;
        }
        Ok(Step::Stay)
    }

    /// Writes down evidence for the answer to the question at which one is.
    pub(super) fn write_evidence(&mut self, line: &str) -> Result<Step<'a>, Exit> {
        if let Some(lines) = self.written(line, words::EVIDENCE, words::EVIDENCE_HINT)? {
            let places = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
            let places: Vec<String> = places.map(str::to_owned).collect();
            let done = words::evidence_done(places.len());
            self.change(&done, |session| session.set_evidence(places))?;
        }
        Ok(Step::Stay)
    }

    /// The line behind a command, or else lines until a dot; `None` when what was there is to stay.
    fn written(&mut self, line: &str, what: &str, hint: &str) -> Result<Option<Vec<String>>, Exit> {
        if !line.is_empty() {
            return Ok(Some(vec![line.to_owned()]));
        }
        let lines = self.console.ask_lines(what, hint)?;
        Ok(match lines.as_slice() {
            [] => {
                self.console.say(words::UNCHANGED)?;
                None
            }
            [only] if only.trim() == words::NOTHING_MORE => Some(Vec::new()),
            _ => Some(lines),
        })
    }

    /// Writes a note on the question that was answered last, or its evidence, and stays where one is.
    fn about_answered(&mut self, command: Command, rest: &str) -> Result<Step<'a>, Exit> {
        let Some(question) = self.answered.clone() else { return Ok(Step::Nothing) };
        let here = self.session.position();
        self.session.go_to(&question);
        let step = match command {
            Command::Note => self.write_note(rest),
            _ => self.write_evidence(rest),
        };
        if let Some(here) = here {
            self.session.go_to_position(here);
        }
        step
    }

    /// Tells what an answer brought about, and asks how to go on.
    pub(super) fn milestone(&mut self, milestone: Milestone<'a>) -> Result<Place<'a>, Exit> {
        self.console.say_all(interview::milestone_text(&self.session, milestone))?;
        let next_steps = self.session.next_steps(milestone);
        let text = |step: &NextStep<'_>| interview::next_step(self.session.progress(), *step);
        self.console.options(next_steps.iter().map(text))?;
        self.ask(
            &Place::Milestone(milestone),
            &words::milestone_prompt(next_steps.len()),
            |sitting, command, rest| {
                let chosen = match command {
                    Command::Note | Command::Evidence => return sitting.about_answered(command, rest),
                    Command::Enter => next_steps.first(),
                    Command::Choose(number) => number.checked_sub(1).and_then(|line| next_steps.get(line)),
                    Command::Next | Command::Previous => return Ok(Step::Go(Place::Question)),
                    _ => return Ok(Step::Nothing),
                };
                Ok(Step::Go(match chosen {
                    Some(NextStep::Results { .. }) => Place::Results,
                    Some(NextStep::Plan) => Place::Plan,
                    Some(NextStep::Rest { questionnaire, .. } | NextStep::Other { questionnaire, .. }) => {
                        sitting.session.go_on_with(questionnaire);
                        Place::Question
                    }
                    None => return sitting.say(&words::no_such_way(next_steps.len())),
                }))
            },
        )
    }
}
