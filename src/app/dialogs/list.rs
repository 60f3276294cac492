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
    /// Says what is ticked, where lines are moved and have minutes.
    pub(super) told: Option<Told>,
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
    /// The minutes of its own, where lines may have some.
    pub minutes: Option<u32>,
    /// What is said before the text.
    pub mark: String,
    /// The position in which it began, from 0.
    pub(super) place: usize,
}

impl ListItem {
    pub(super) fn new(place: usize, text: String, ticked: Option<bool>) -> ListItem {
        ListItem { text, detail: String::new(), ticked, minutes: None, mark: String::new(), place }
    }

    /// The text behind its mark.
    pub fn marked(&self) -> String {
        let mark = if self.mark.is_empty() { String::new() } else { format!("[{}] ", self.mark) };
        format!("{mark}{}", self.text)
    }
}

/// What was chosen from a list: the positions, from 0, in which its lines began.
pub(super) struct Chosen {
    pub(super) line: usize,
    /// In the order in which they stand now, each with its minutes.
    pub(super) ticked: Vec<(usize, Option<u32>)>,
}

pub(super) type TakeChoice = Box<dyn FnOnce(&mut App<'_>, Chosen) -> Vec<Effect>>;

/// Marks the lines as they are ticked now, and says what that comes to.
pub(super) type Told = Box<dyn Fn(&mut [ListItem]) -> String>;

/// The minutes that a line can have of its own.
const STEPS: [u32; 10] = [1, 2, 3, 5, 10, 15, 20, 30, 45, 60];

/// What would be given up by a list as it is answered now, as a question.
pub(super) type GivesUp = Box<dyn Fn(&ChoiceList) -> Option<String>>;

impl ChoiceList {
    pub(super) fn new(items: Vec<ListItem>, selected: usize, then: TakeChoice) -> ChoiceList {
        ChoiceList {
            items,
            selected,
            digits_choose: true,
            is_yes_or_no: false,
            gives_up: None,
            told: None,
            then,
        }
    }

    /// Whether its lines can be ticked.
    pub fn has_ticks(&self) -> bool {
        self.items.iter().any(|item| item.ticked.is_some())
    }

    /// Whether its lines can be moved, and have minutes.
    pub fn has_order(&self) -> bool {
        self.told.is_some()
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
            Command::Sooner | Command::Later if self.has_order() => self.shift(command == Command::Sooner),
            Command::Add | Command::TakeBack if self.has_order() => self.change_minutes(command),
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

    /// Moves the highlighted line before the ticked one above it, or behind the one below; ticks it where it is not.
    fn shift(&mut self, up: bool) {
        let at = self.selected;
        let is_ticked = |item: &ListItem| item.ticked == Some(true);
        if !self.items.get(at).is_some_and(is_ticked) {
            return self.toggle();
        }
        let to = match up {
            true => self.items[..at].iter().rposition(is_ticked),
            false => self.items[at + 1..].iter().position(is_ticked).map(|below| at + 1 + below),
        };
        if let Some(to) = to {
            let item = self.items.remove(at);
            self.items.insert(to, item);
            self.selected = to;
        }
    }

    /// Gives the highlighted line more minutes of its own, or fewer; below the least it has none of its own.
    fn change_minutes(&mut self, command: Command) {
        let Some(item) = self.items.get_mut(self.selected) else { return };
        let now = item.minutes.unwrap_or(STEPS[0]);
        item.ticked = Some(true);
        item.minutes = match command {
            Command::Add => STEPS.into_iter().find(|step| *step > now).or(item.minutes),
            _ => STEPS.into_iter().rev().find(|step| *step < now),
        };
    }

    /// Says what is ticked now, where that is said.
    pub(super) fn tell(&mut self) -> Option<String> {
        let told = self.told.take()?;
        let said = told(&mut self.items);
        self.told = Some(told);
        Some(said)
    }

    pub(super) fn answer(self, app: &mut App<'_>) -> Vec<Effect> {
        let ticked = self.items.iter().filter(|item| item.ticked == Some(true));
        let line = self.items.get(self.selected).map_or(self.selected, |item| item.place);
        let chosen = Chosen { line, ticked: ticked.map(|item| (item.place, item.minutes)).collect() };
        (self.then)(app, chosen)
    }
}
