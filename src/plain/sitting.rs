//! An open assessment: where one is in it, and what every place has in common.

use std::collections::VecDeque;

use super::commands;
use super::console::{Console, Exit, Utterance};
use super::file::OpenFile;
use super::help;
use super::words;
use crate::app::keys::{Command, Context};
use crate::files::Library;
use crate::interview::{Milestone, Session};
use crate::questionnaire::Catalogue;
use crate::words::interview::change_text;

/// One sitting with an assessment.
pub(super) struct Sitting<'s, 'a> {
    pub(super) console: &'s mut Console,
    pub(super) catalogue: &'a Catalogue,
    pub(super) library: &'s Library,
    pub(super) session: Session<'a>,
    pub(super) file: OpenFile,
    /// The question that was answered last: the milestone is about it.
    pub(super) answered: Option<String>,
    /// Whether each option says what it is worth.
    pub(super) worth: bool,
    /// Which questionnaire the results are of.
    pub(super) results_page: usize,
    /// Which questionnaire a target is chosen for.
    pub(super) target_page: usize,
    /// Whether the user is about to leave.
    pub(super) leaving: bool,
    /// Whether the file was read again: everything is to be told anew.
    pub(super) reloaded: bool,
    /// The places through which one came, for `back`.
    trail: Vec<Place<'a>>,
    /// Whether the place is only to say what a change has made of it.
    brief: bool,
}

/// Where one is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place<'a> {
    /// The question of the session.
    Question,
    /// What an answer brought about.
    Milestone(Milestone<'a>),
    /// Where the organisation stands, and why.
    Results,
    /// The choice of a level to aim at.
    Target,
    /// The actions by quarter.
    Plan,
    /// The action of this question.
    Action(String),
    /// Where one came from.
    Back,
    /// Out of this assessment.
    Home,
}

/// What a line led to.
pub(super) enum Step<'a> {
    /// Another one is asked for.
    Stay,
    /// Somewhere else, or the same place told anew.
    Go(Place<'a>),
    /// Nothing: it means nothing here.
    Nothing,
}

impl<'s, 'a> Sitting<'s, 'a> {
    pub(super) fn new(
        console: &'s mut Console,
        catalogue: &'a Catalogue,
        library: &'s Library,
        file: OpenFile,
    ) -> Sitting<'s, 'a> {
        let session = Session::new(catalogue, file.assessment().clone());
        Sitting {
            console,
            catalogue,
            library,
            session,
            file,
            answered: None,
            worth: false,
            results_page: 0,
            target_page: 0,
            leaving: false,
            reloaded: false,
            trail: Vec::new(),
            brief: false,
        }
    }

    /// Goes from place to place until the user leaves this assessment (`Ok`) or the program; returns
    /// too whether everything is on disk.
    pub(super) fn run(mut self) -> (Result<(), Exit>, bool) {
        let stop = self.sit();
        (stop, self.file.is_saved)
    }

    fn sit(&mut self) -> Result<(), Exit> {
        let mut stop = self.places();
        if !self.file.is_saved && matches!(stop, Ok(()) | Err(Exit::Quit)) {
            self.leaving = true;
            stop = self.save(words::LEAVING).and(stop);
        }
        if !self.file.is_saved && matches!(stop, Err(Exit::End)) {
            // Nobody is there to ask any more: a last try.
            if let Err(error) = self.file.save(self.session.assessment(), self.catalogue, false) {
                self.console.say(&words::not_saved(&error))?;
                stop = Err(Exit::Unsaved);
            }
        }
        stop
    }

    fn places(&mut self) -> Result<(), Exit> {
        let mut here = Place::Question;
        while here != Place::Home {
            self.console.pause()?;
            let next = match &here {
                Place::Milestone(milestone) => self.milestone(*milestone)?,
                Place::Results => self.results()?,
                Place::Target => self.target()?,
                Place::Plan => self.plan()?,
                Place::Action(question) => self.action(question)?,
                Place::Question | Place::Back | Place::Home => self.question()?,
            };
            here = self.follow(here, next);
        }
        Ok(())
    }

    /// Where to go from here; remembers the way for `back`. Milestones are told once: nothing leads back there.
    fn follow(&mut self, here: Place<'a>, next: Place<'a>) -> Place<'a> {
        if next == Place::Back {
            let start = if here == Place::Question { Place::Home } else { Place::Question };
            return self.trail.pop().unwrap_or(start);
        }
        if next != here && !matches!(here, Place::Milestone(_)) {
            let seen = self.trail.iter().position(|place| *place == here);
            self.trail.truncate(seen.unwrap_or(self.trail.len()));
            self.trail.push(here);
        }
        next
    }

    /// Says what there is to say at a place, then asks as [`Sitting::ask`] does. It is said in parts:
    /// the first, a summary, and the second at once; an empty line reads on, and then means what `act` says.
    pub(super) fn read_and_ask(
        &mut self,
        here: &Place<'a>,
        prompt: &str,
        parts: Vec<Vec<Utterance>>,
        mut act: impl FnMut(&mut Self, Command, &str) -> Result<Step<'a>, Exit>,
    ) -> Result<Place<'a>, Exit> {
        let mut parts: VecDeque<Vec<Utterance>> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let at_once = if std::mem::take(&mut self.brief) { 1 } else { 2 };
        self.tell_next(&mut parts, at_once)?;
        self.ask(here, prompt, |sitting, command, rest| match command {
            Command::Enter if !parts.is_empty() => {
                sitting.tell_next(&mut parts, 1)?;
                Ok(Step::Stay)
            }
            _ => act(sitting, command, rest),
        })
    }

    /// Tells so many parts, and how much is left.
    fn tell_next(&mut self, parts: &mut VecDeque<Vec<Utterance>>, number: usize) -> Result<(), Exit> {
        for part in parts.drain(..number.min(parts.len())) {
            self.console.tell(&part)?;
        }
        match parts.iter().map(Vec::len).sum() {
            0 => Ok(()),
            left => self.console.say(&words::more(left)),
        }
    }

    /// Asks at a place until a line leads on; `act` does what only this place does.
    pub(super) fn ask(
        &mut self,
        here: &Place<'a>,
        prompt: &str,
        mut act: impl FnMut(&mut Self, Command, &str) -> Result<Step<'a>, Exit>,
    ) -> Result<Place<'a>, Exit> {
        self.brief = false;
        let context = context(here);
        loop {
            let line = self.console.ask(prompt)?;
            if self.only_here(here, &line)? {
                continue;
            }
            let Some((command, rest)) = commands::command(context, &line) else {
                self.console.say(&words::not_known(&line))?;
                continue;
            };
            let mut step = self.anywhere(here, command, &rest)?;
            if matches!(step, Step::Nothing) {
                step = act(self, command, &rest)?;
            }
            match step {
                _ if std::mem::take(&mut self.reloaded) => return Ok(Place::Question),
                Step::Stay => {}
                Step::Go(place) => return Ok(place),
                Step::Nothing => self.console.say(&words::not_known(&line))?,
            }
        }
    }

    /// Words that no key of the screens stands for, which show this all the time; returns whether the
    /// line was one.
    fn only_here(&mut self, here: &Place<'a>, line: &str) -> Result<bool, Exit> {
        match (line.to_lowercase().as_str(), here) {
            (help::LIST, _) => self.tell_list()?,
            (help::WHO, Place::Plan) => self.tell_who()?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// What means the same at every place.
    fn anywhere(&mut self, here: &Place<'a>, command: Command, rest: &str) -> Result<Step<'a>, Exit> {
        let place = match (command, here) {
            (Command::Quit, _) => return Err(Exit::Quit),
            (Command::Back, _) => Place::Back,
            (Command::Help, _) => {
                self.console.say_all(help::help(here, context(here)))?;
                return Ok(Step::Stay);
            }
            (Command::Write, _) => {
                self.write_plan()?;
                return Ok(Step::Stay);
            }
            (Command::Find, _) => match self.find(rest)? {
                true => Place::Question,
                false => return Ok(Step::Stay),
            },
            (Command::Interview, Place::Action(question)) => {
                self.session.go_to(question);
                Place::Question
            }
            (Command::Interview, _) => Place::Question,
            (Command::Results, _) => Place::Results,
            (Command::Target, _) => Place::Target,
            (Command::Plan, _) => Place::Plan,
            (Command::Questionnaires, _) => {
                self.choose_questionnaires()?;
                self.told_anew(here)
            }
            (Command::Undo | Command::Redo, _) => {
                if !self.step(command == Command::Undo)? {
                    return Ok(Step::Stay);
                }
                self.told_anew(here)
            }
            _ => return Ok(Step::Nothing),
        };
        Ok(Step::Go(place))
    }

    /// Takes the last change back, or makes it again, and says which; returns whether there was one.
    fn step(&mut self, back: bool) -> Result<bool, Exit> {
        if self.is_read_only()? {
            return Ok(false);
        }
        let catalogue = self.catalogue;
        let text = |assessment: &_, edit: &_| change_text(catalogue, assessment, edit);
        let change = self.session.undo_or_redo(back, text);
        match &change {
            Some(change) => self.save(&words::stepped(back, change))?,
            None => self.console.say(if back { words::NOTHING_TO_UNDO } else { words::NOTHING_TO_REDO })?,
        }
        Ok(change.is_some())
    }

    /// Makes a change, saves it, and says that both were done. `None` where nothing may be changed.
    pub(super) fn change<T>(
        &mut self,
        done: &str,
        change: impl FnOnce(&mut Session<'a>) -> T,
    ) -> Result<Option<T>, Exit> {
        if self.is_read_only()? {
            return Ok(None);
        }
        let before = self.session.version();
        let result = change(&mut self.session);
        if self.session.version() == before {
            self.console.say(words::UNCHANGED)?;
        } else {
            self.save(done)?;
        }
        Ok(Some(result))
    }

    /// Whether nothing may be changed; says why.
    fn is_read_only(&mut self) -> Result<bool, Exit> {
        let why = self.file.read_only();
        why.iter().try_for_each(|why| self.console.say(&words::sentence(why)))?;
        Ok(why.is_some())
    }

    /// The place after a change, which says what became of it; a milestone is told once.
    pub(super) fn told_anew(&mut self, here: &Place<'a>) -> Place<'a> {
        self.brief = true;
        match here {
            Place::Milestone(_) => Place::Question,
            here => here.clone(),
        }
    }
}

/// The keys that mean something at a place.
fn context(place: &Place<'_>) -> Context {
    match place {
        Place::Milestone(_) => Context::Settled,
        Place::Results => Context::Results,
        Place::Target => Context::Target,
        Place::Plan | Place::Action(_) => Context::Plan,
        Place::Question | Place::Back | Place::Home => Context::Interview,
    }
}
