//! The dialogs over a screen: a text to read, a line or a note to write, a list to choose from. Each
//! holds what its answer does; a front end shows or tells what it says, and sends what is answered.

mod field;
mod list;

pub use self::field::{LONGEST_TEXT, TextField};
use self::list::Chosen;
pub use self::list::{ChoiceList, ListItem};
use super::effect::Effect;
use super::keys::{Command, Context};
use super::response::Response;
use super::{App, Now, Open};

/// Something over the screen, until it is answered or left.
pub struct Dialog {
    pub title: String,
    /// A sentence on what to do; empty for a text to read.
    pub hint: String,
    /// A QR code beside it: its rows, true for dark; empty for none.
    pub qr: Vec<Vec<bool>>,
    pub body: Body,
    pub cause: Cause,
    /// It is part of a way out: one who opens it still wants to leave.
    pub leads_out: bool,
    /// The dialog over which it stands, which comes back when it is left.
    pub(super) over: Option<Box<Dialog>>,
}

/// The content of a dialog.
pub enum Body {
    Page(TextPage),
    Field(TextField),
    List(ChoiceList),
}

/// The reason why a dialog has opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A key or a line asked for it.
    Wanted,
    /// It opened by itself: what is typed at that moment was meant for the screen below.
    Itself,
    /// The same, since a save failed: another failure takes its place.
    FailedSave,
}

/// A text to read.
pub struct TextPage {
    /// Its lines, as long as they are.
    pub lines: Vec<String>,
    /// The first line shown, from 0, where a front end scrolls.
    pub top: usize,
}

/// What a line of a list does to the open assessment.
pub(super) type Act = fn(&mut Open<'_>, Now) -> Response;

/// What a command does to a dialog.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reply {
    /// It stays as it is, or was changed.
    Stays,
    /// The digit stands for none of its lines, of which there are so many.
    NoSuchLine(usize),
    /// It is left without an answer.
    Left,
    Answered,
    /// The text is to be written with the user's own editor.
    Editor,
    /// The command is none of the dialog's.
    Unknown,
}

impl Dialog {
    fn new(title: impl Into<String>, hint: impl Into<String>, body: Body) -> Dialog {
        Dialog {
            title: title.into(),
            hint: hint.into(),
            qr: Vec::new(),
            body,
            cause: Cause::Wanted,
            leads_out: false,
            over: None,
        }
    }

    pub(super) fn page(title: impl Into<String>, lines: Vec<String>) -> Dialog {
        Dialog::new(title, "", Body::Page(TextPage { lines, top: 0 }))
    }

    /// A line to write, which begins with `text`. What is written is given to `then` without blanks at
    /// its ends.
    pub fn line(
        title: impl Into<String>,
        hint: impl Into<String>,
        text: impl Into<String>,
        then: impl Fn(&mut App<'_>, &str) -> Result<Vec<Effect>, String> + 'static,
    ) -> Dialog {
        Dialog::new(title, hint, Body::Field(TextField::new(text.into(), false, Box::new(then))))
    }

    /// A text of several lines to write.
    pub(super) fn note(
        title: impl Into<String>,
        hint: impl Into<String>,
        text: impl Into<String>,
        then: impl Fn(&mut App<'_>, &str) -> Result<Vec<Effect>, String> + 'static,
    ) -> Dialog {
        Dialog::new(title, hint, Body::Field(TextField::new(text.into(), true, Box::new(then))))
    }

    /// A list of which one line is chosen; each says its text and stands for a value.
    pub(super) fn list<T: 'static>(
        title: impl Into<String>,
        hint: impl Into<String>,
        lines: Vec<(T, String)>,
        selected: usize,
        then: impl FnOnce(&mut App<'_>, T) -> Vec<Effect> + 'static,
    ) -> Dialog {
        let (values, texts): (Vec<T>, Vec<String>) = lines.into_iter().unzip();
        let lines = texts.into_iter().enumerate();
        let items = lines.map(|(place, text)| ListItem::new(place, text, None)).collect();
        let then = move |app: &mut App<'_>, chosen: Chosen| {
            values.into_iter().nth(chosen.line).map_or_else(Vec::new, |value| then(app, value))
        };
        Dialog::new(title, hint, Body::List(ChoiceList::new(items, selected, Box::new(then))))
    }

    /// A list of which each line does something to the open assessment.
    pub(super) fn acts(title: &str, hint: &str, lines: Vec<(Act, String)>, selected: usize) -> Dialog {
        Dialog::list(title, hint, lines, selected, |app, act: Act| app.on_open(act))
    }

    /// A list of which any lines are ticked; each stands for a value, says its text, and begins ticked
    /// or not.
    pub(super) fn ticks<T: 'static>(
        title: impl Into<String>,
        hint: impl Into<String>,
        lines: Vec<(T, String, bool)>,
        then: impl FnOnce(&mut App<'_>, Vec<T>) -> Vec<Effect> + 'static,
    ) -> Dialog {
        let line = |(place, (value, text, ticked))| (value, ListItem::new(place, text, Some(ticked)));
        let (values, items): (Vec<T>, Vec<ListItem>) = lines.into_iter().enumerate().map(line).unzip();
        let then = move |app: &mut App<'_>, chosen: Chosen| {
            let is_ticked = |i: usize| chosen.ticked.iter().any(|(place, _)| *place == i);
            let ticked = values.into_iter().enumerate().filter(|(i, _)| is_ticked(*i));
            let ticked = ticked.map(|(_, value)| value).collect();
            then(app, ticked)
        };
        Dialog::new(title, hint, Body::List(ChoiceList::new(items, 0, Box::new(then))))
    }

    /// A list of which any lines are ticked, put in an order and given minutes of their own; each stands for a
    /// value. `told` marks them, and says what the ticked ones come to.
    pub(super) fn ordered<T: Clone + 'static>(
        title: impl Into<String>,
        lines: Vec<(T, String, bool, Option<u32>)>,
        told: impl Fn(&mut [ListItem]) -> String + 'static,
        then: impl FnOnce(&mut App<'_>, Vec<(T, Option<u32>)>) -> Vec<Effect> + 'static,
    ) -> Dialog {
        let line = |(place, (value, text, ticked, minutes))| {
            (value, ListItem { minutes, ..ListItem::new(place, text, Some(ticked)) })
        };
        let (values, items): (Vec<T>, Vec<ListItem>) = lines.into_iter().enumerate().map(line).unzip();
        let then = move |app: &mut App<'_>, chosen: Chosen| {
            let value = |(place, minutes): (usize, _)| Some((values.get(place)?.clone(), minutes));
            then(app, chosen.ticked.into_iter().filter_map(value).collect())
        };
        let mut list = ChoiceList::new(items, 0, Box::new(then));
        list.told = Some(Box::new(told));
        let hint = list.tell().unwrap_or_default();
        Dialog::new(title, hint, Body::List(list))
    }

    /// The same list with more about each of its lines.
    #[must_use]
    pub(super) fn with_details(mut self, details: impl IntoIterator<Item = String>) -> Dialog {
        if let Body::List(list) = &mut self.body {
            list.items.iter_mut().zip(details).for_each(|(item, detail)| item.detail = detail);
        }
        self
    }

    /// A question of which the first answer is no.
    pub(super) fn yes_or_no(
        title: impl Into<String>,
        hint: impl Into<String>,
        (yes, no): (String, String),
        then: impl FnOnce(&mut App<'_>) -> Vec<Effect> + 'static,
    ) -> Dialog {
        let mut dialog = Dialog::list(title, hint, vec![(false, no), (true, yes)], 0, |app, is_yes| {
            if is_yes { then(app) } else { Vec::new() }
        });
        if let Body::List(list) = &mut dialog.body {
            list.is_yes_or_no = true;
        }
        dialog
    }

    /// The same dialog of a line, but something has to be written: else this is said.
    #[must_use]
    pub(super) fn required(mut self, missing: &'static str) -> Dialog {
        if let Body::Field(field) = &mut self.body {
            field.missing = Some(missing);
        }
        self
    }

    /// The same dialog of a line, in which nothing at all stands for this.
    #[must_use]
    pub(super) fn nothing_means(mut self, meaning: &'static str) -> Dialog {
        if let Body::Field(field) = &mut self.body {
            field.nothing = Some(meaning);
        }
        self
    }

    /// The same list, but a digit only highlights its line.
    #[must_use]
    pub(super) fn chosen_by_enter(mut self) -> Dialog {
        if let Body::List(list) = &mut self.body {
            list.digits_choose = false;
        }
        self
    }

    /// The same list, of which some answers give something up.
    #[must_use]
    pub(super) fn giving_up(mut self, gives_up: impl Fn(&ChoiceList) -> Option<String> + 'static) -> Dialog {
        if let Body::List(list) = &mut self.body {
            list.gives_up = Some(Box::new(gives_up));
        }
        self
    }

    /// The same dialog as part of a way out.
    #[must_use]
    pub(super) fn leading_out(self) -> Dialog {
        Dialog { leads_out: true, ..self }
    }

    /// Where a key is pressed while it is open.
    pub fn context(&self) -> Context {
        match &self.body {
            Body::Page(_) => Context::Reading,
            Body::Field(field) if field.is_note => Context::Note,
            Body::Field(_) => Context::Field,
            Body::List(list) if list.has_order() => Context::Picking,
            Body::List(list) if list.has_ticks() => Context::Ticking,
            Body::List(_) if self.cause != Cause::Wanted => Context::Asked,
            Body::List(_) => Context::Choosing,
        }
    }

    /// The text that is written in it, if one is.
    pub fn field(&self) -> Option<&TextField> {
        if let Body::Field(field) = &self.body { Some(field) } else { None }
    }

    pub(super) fn field_mut(&mut self) -> Option<&mut TextField> {
        if let Body::Field(field) = &mut self.body { Some(field) } else { None }
    }

    /// The same dialog over another one, which comes back when it is left.
    #[must_use]
    pub(super) fn over(self, dialog: Option<Dialog>) -> Dialog {
        Dialog { over: dialog.map(Box::new), ..self }
    }

    /// The dialog over which it stands.
    pub(super) fn below(self) -> Option<Dialog> {
        self.over.map(|dialog| *dialog)
    }

    pub(super) fn command(&mut self, command: Command) -> Reply {
        match (&mut self.body, command) {
            (Body::List(list), _) => {
                let reply = list.command(command);
                self.hint = list.tell().unwrap_or_else(|| std::mem::take(&mut self.hint));
                reply
            }
            (_, Command::Back) => Reply::Left,
            (Body::Field(_), Command::Enter) => Reply::Answered,
            (Body::Field(field), Command::Clear) => {
                field.text.clear();
                Reply::Stays
            }
            (Body::Field(_), Command::Editor) => Reply::Editor,
            _ => Reply::Unknown,
        }
    }

    /// Gives the answer to what it is for. Returns what is to be done, or the dialog with the problem.
    pub(super) fn answer(self, app: &mut App<'_>) -> Result<Vec<Effect>, Box<Dialog>> {
        match self.body {
            Body::List(list) => Ok(list.answer(app)),
            Body::Page(_) => Ok(Vec::new()),
            Body::Field(mut field) => match field.answer(app) {
                Ok(effects) => Ok(effects),
                Err(problem) => {
                    field.problem = Some(problem);
                    Err(Box::new(Dialog { body: Body::Field(field), ..self }))
                }
            },
        }
    }
}
