//! A list to choose from.

use super::super::App;
use super::super::effect::Effect;
use super::super::keys::Command;
use super::Reply;

/// A list to choose from.
pub struct ChoiceList {
    pub items: Vec<ListItem>,
    /// The position of the highlighted line, from 0.
    pub selected: usize,
    /// Whether a digit chooses; else it only highlights.
    pub(super) digits_choose: bool,
    /// Whether it is a question of which the second line is yes.
    pub is_yes_or_no: bool,
    pub(super) gives_up: Option<GivesUp>,
    then: TakeChoice,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    pub text: String,
    /// More about it, where there is more to say.
    pub detail: String,
    /// Ticked or not, where lines can be ticked.
    pub ticked: Option<bool>,
}

/// What was chosen from a list: positions of its lines, from 0.
pub(super) struct Chosen {
    pub(super) line: usize,
    pub(super) ticked: Vec<usize>,
}

pub(super) type TakeChoice = Box<dyn FnOnce(&mut App<'_>, Chosen) -> Vec<Effect>>;

/// What would be given up by a list as it is answered now, as a question.
pub(super) type GivesUp = Box<dyn Fn(&ChoiceList) -> Option<String>>;

impl ChoiceList {
    pub(super) fn new(items: Vec<ListItem>, selected: usize, then: TakeChoice) -> ChoiceList {
        ChoiceList { items, selected, digits_choose: true, is_yes_or_no: false, gives_up: None, then }
    }

    /// Whether its lines can be ticked.
    pub fn has_ticks(&self) -> bool {
        self.items.iter().any(|item| item.ticked.is_some())
    }

    /// How many lines are ticked.
    pub fn ticked(&self) -> usize {
        self.items.iter().filter(|item| item.ticked == Some(true)).count()
    }

    /// The question that a front end asks before it takes the list as it is now, where keys that were
    /// pressed ahead could have chosen: an answer that gives something up takes a yes.
    pub fn gives_up(&self) -> Option<String> {
        self.gives_up.as_ref()?(self)
    }

    /// Highlights a line.
    pub(in crate::app) fn select(&mut self, line: usize) {
        self.selected = line.min(self.items.len().saturating_sub(1));
    }

    pub(super) fn command(&mut self, command: Command) -> Reply {
        if let Some(line) = command.moved(self.selected) {
            self.select(line);
            return Reply::Stays;
        }
        match command {
            Command::Toggle => self.toggle(),
            Command::Choose(number) if (1..=self.items.len()).contains(&number) => {
                self.select(number - 1);
                if self.has_ticks() {
                    self.toggle();
                } else if self.digits_choose {
                    return Reply::Answered;
                }
            }
            Command::Choose(_) => return Reply::NoSuchLine(self.items.len()),
            Command::Enter => return if self.items.is_empty() { Reply::Left } else { Reply::Answered },
            Command::Back => return Reply::Left,
            _ => return Reply::Unknown,
        }
        Reply::Stays
    }

    fn toggle(&mut self) {
        if let Some(ticked) = self.items.get_mut(self.selected).and_then(|item| item.ticked.as_mut()) {
            *ticked = !*ticked;
        }
    }

    pub(super) fn answer(self, app: &mut App<'_>) -> Vec<Effect> {
        let ticked = self.items.iter().enumerate().filter(|(_, item)| item.ticked == Some(true));
        let chosen = Chosen { line: self.selected, ticked: ticked.map(|(i, _)| i).collect() };
        (self.then)(app, chosen)
    }
}
