//! An open assessment: where one is in it, and what every place has in common.

use super::commands;
use super::file::OpenFile;
use super::talk::{Stop, Talk};
use super::words;
use crate::assessment::Library;
use crate::interview::{News, Session};
use crate::questionnaire::Catalogue;
use crate::tui::keys::{Command, Context};

/// One sitting with an assessment.
pub(super) struct Sitting<'s, 'a> {
    pub(super) talk: &'s mut Talk,
    pub(super) catalogue: &'a Catalogue,
    pub(super) library: &'s Library,
    pub(super) session: Session<'a>,
    pub(super) file: OpenFile,
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
}

/// Where one is.
#[derive(Debug, Clone)]
pub(super) enum Place<'a> {
    /// The question of the session.
    Question,
    /// What an answer brought about.
    News(News<'a>),
    /// Where the organisation stands, and why.
    Results,
    /// The choice of a level to aim at.
    Target,
    /// The actions by quarter.
    Plan,
    /// The action of this question.
    Action(String),
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
        talk: &'s mut Talk,
        catalogue: &'a Catalogue,
        library: &'s Library,
        file: OpenFile,
    ) -> Sitting<'s, 'a> {
        let session = Session::new(catalogue, file.assessment().clone());
        Sitting {
            talk,
            catalogue,
            library,
            session,
            file,
            worth: false,
            results_page: 0,
            target_page: 0,
            leaving: false,
            reloaded: false,
        }
    }

    /// Goes from place to place until the user leaves this assessment (`Ok`) or the program.
    pub(super) fn run(mut self) -> Result<(), Stop> {
        let mut stop = self.places();
        if !self.file.is_saved && matches!(stop, Ok(()) | Err(Stop::Quit)) {
            self.leaving = true;
            stop = self.save(words::LEAVING).and(stop);
        }
        if !self.file.is_saved && matches!(stop, Err(Stop::End)) {
            // Nobody is there to ask any more: a last try.
            if let Err(error) = self.file.save(self.session.assessment(), self.catalogue, false) {
                self.talk.say(&words::not_saved(&error))?;
                stop = Err(Stop::Unsaved);
            }
        }
        stop
    }

    fn places(&mut self) -> Result<(), Stop> {
        let mut place = Place::Question;
        loop {
            if !matches!(place, Place::Home) {
                self.talk.pause()?;
            }
            place = match place {
                Place::Question => self.question()?,
                Place::News(news) => self.news(news)?,
                Place::Results => self.results()?,
                Place::Target => self.target()?,
                Place::Plan => self.plan()?,
                Place::Action(question) => self.action(&question)?,
                Place::Home => return Ok(()),
            };
        }
    }

    /// Asks at a place until a line leads on; `act` does what only this place does.
    pub(super) fn ask(
        &mut self,
        here: &Place<'a>,
        prompt: &str,
        mut act: impl FnMut(&mut Self, Command, &str) -> Result<Step<'a>, Stop>,
    ) -> Result<Place<'a>, Stop> {
        let context = context(here);
        loop {
            let line = self.talk.ask(prompt)?;
            let Some((command, rest)) = commands::command(context, &line) else {
                self.talk.say(&words::not_known(&line))?;
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
                Step::Nothing => self.talk.say(&words::not_known(&line))?,
            }
        }
    }

    /// What means the same at every place.
    fn anywhere(&mut self, here: &Place<'a>, command: Command, rest: &str) -> Result<Step<'a>, Stop> {
        let place = match (command, here) {
            (Command::Quit, _) => return Err(Stop::Quit),
            (Command::Help, _) => {
                self.talk.say_all(commands::help(context(here)))?;
                self.talk.say_all(words::HELP)?;
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
                told_anew(here)
            }
            (Command::Undo, _) => {
                self.step(Session::undo, words::UNDONE, words::NOTHING_TO_UNDO)?;
                told_anew(here)
            }
            (Command::Redo, _) => {
                self.step(Session::redo, words::REDONE, words::NOTHING_TO_REDO)?;
                told_anew(here)
            }
            _ => return Ok(Step::Nothing),
        };
        Ok(Step::Go(place))
    }

    fn step(
        &mut self,
        step: impl FnOnce(&mut Session<'a>) -> bool,
        done: &str,
        nothing: &str,
    ) -> Result<(), Stop> {
        if self.is_read_only()? {
            return Ok(());
        }
        if step(&mut self.session) { self.save(done) } else { self.talk.say(nothing) }
    }

    /// Makes a change, saves it, and says that both were done. `None` where nothing may be changed.
    pub(super) fn change<T>(
        &mut self,
        done: &str,
        change: impl FnOnce(&mut Session<'a>) -> T,
    ) -> Result<Option<T>, Stop> {
        if self.is_read_only()? {
            return Ok(None);
        }
        let before = self.session.version();
        let result = change(&mut self.session);
        if self.session.version() == before {
            self.talk.say(words::UNCHANGED)?;
        } else {
            self.save(done)?;
        }
        Ok(Some(result))
    }

    /// Whether nothing may be changed; says why.
    fn is_read_only(&mut self) -> Result<bool, Stop> {
        let why = self.file.read_only();
        why.iter().try_for_each(|why| self.talk.say(&words::sentence(why)))?;
        Ok(why.is_some())
    }
}

/// The keys that mean something at a place.
fn context(place: &Place<'_>) -> Context {
    match place {
        Place::Question => Context::Interview,
        Place::News(_) => Context::Settled,
        Place::Results => Context::Results,
        Place::Target => Context::Target,
        Place::Plan | Place::Action(_) => Context::Plan,
        Place::Home => Context::Home,
    }
}

/// The place after a change: news are told once.
fn told_anew<'a>(here: &Place<'a>) -> Place<'a> {
    match here {
        Place::News(_) => Place::Question,
        here => here.clone(),
    }
}
