//! What there is to say where one is, in parts, and what can be chosen there by a number.

mod comparison;
mod dialog;
mod home;
mod plan;
mod question;
mod results;
mod target;
mod workshop;

use super::console::Utterance;
use crate::app::dialogs::Dialog;
use crate::app::{App, Open, Screen, Tab};
use crate::words::spoken::sentence;

/// A page, or a dialog.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Says which page it is: a page with the same name is told again only as far as it is new.
    pub(super) name: String,
    /// How many parts are told at once; an empty line tells the next one.
    pub(super) at_once: usize,
    /// What there is to say.
    pub(super) parts: Vec<Vec<Utterance>>,
    /// What is asked then.
    pub(super) prompt: String,
    /// What `?` says of a dialog, after its own hint.
    pub(super) help: &'static str,
}

impl Page {
    /// The page of the screen that is shown; of one action, where the plan has it and it was asked for.
    pub(super) fn of(app: &App<'_>, action: Option<&str>) -> Page {
        match &app.screen {
            Screen::Home => home::page(app.catalogue, &app.home),
            Screen::Comparison(comparison) => comparison::page(app.catalogue, comparison),
            Screen::Open(open) => match open.tab {
                Tab::Interview => question::page(open),
                Tab::Results => results::page(open),
                Tab::Target => target::page(open),
                Tab::Plan => plan::page(open, action),
                Tab::Workshop => workshop::page(app, open),
            },
        }
    }

    /// A dialog; where a note is written, after so many lines of it.
    pub(super) fn of_dialog(dialog: &Dialog, lines: usize) -> Page {
        dialog::page(dialog, lines)
    }

    /// What is told at once.
    pub(super) fn at_once(&self) -> impl Iterator<Item = &Utterance> {
        self.parts.iter().take(self.at_once).flatten()
    }

    fn new(name: impl Into<String>, at_once: usize) -> Page {
        Page { name: name.into(), at_once, ..Page::default() }
    }

    /// Begins a new part.
    fn part(&mut self) {
        self.parts.push(Vec::new());
    }

    /// Says a text as it is.
    fn say(&mut self, text: impl Into<String>) {
        if self.parts.is_empty() {
            self.part();
        }
        if let Some(part) = self.parts.last_mut() {
            part.push(Utterance::Sentence(text.into()));
        }
    }

    /// Says a text as a sentence.
    fn sentence(&mut self, text: &str) {
        self.say(sentence(text));
    }

    /// Offers what can be selected in this position, from 0, by a number.
    fn choice(&mut self, number: usize, position: usize, text: impl Into<String>) {
        if self.parts.is_empty() {
            self.part();
        }
        if let Some(part) = self.parts.last_mut() {
            part.push(Utterance::Choice { number, position, text: text.into() });
        }
    }

    /// Offers what comes next, by the number after the last one.
    fn next_choice(&mut self, text: impl Into<String>) {
        let choices = self.choices().count();
        self.choice(choices + 1, choices, text);
    }

    /// The numbers that choose something, each with the position of what it chooses.
    fn choices(&self) -> impl Iterator<Item = (usize, usize)> {
        self.parts.iter().flatten().filter_map(|said| match said {
            Utterance::Choice { number, position, .. } => Some((*number, *position)),
            Utterance::Sentence(_) => None,
        })
    }

    /// The position of what a number chooses.
    pub(super) fn position(&self, number: usize) -> Option<usize> {
        self.choices().find(|(choice, _)| *choice == number).map(|(_, position)| position)
    }

    /// The lowest number and the highest.
    pub(super) fn numbers(&self) -> Option<(usize, usize)> {
        let numbers = || self.choices().map(|(number, _)| number);
        Some((numbers().min()?, numbers().max()?))
    }
}

/// The questions of the questionnaire at which one is with their marks, a line for each group.
pub(super) fn list(open: &Open<'_>) -> Vec<String> {
    question::list(open)
}
