//! The dialogs over a screen: a text to read, a line or a note to write, a list to choose from. Each
//! holds what its answer does; a front end shows or tells what it says, and sends what is answered.

use super::effect::Effect;
use super::keys::{Command, Context};
use super::response::Response;
use super::{App, Now, Open};
use crate::text::{clean, clean_lines};

/// The longest text that can be written, in characters; a longer paste is cut.
pub const LONGEST_TEXT: usize = 20_000;

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

/// A text to write.
pub struct TextField {
    pub text: String,
    /// Whether it has several lines.
    pub is_note: bool,
    pub problem: Option<String>,
    /// What is said where nothing is written, if something has to be.
    missing: Option<&'static str>,
    /// The user's own editor may still have the text.
    pub(super) is_in_editor: bool,
    /// What nothing at all stands for, where it may be written.
    pub nothing: Option<&'static str>,
    then: TakeText,
}

/// A list to choose from.
pub struct ChoiceList {
    pub items: Vec<ListItem>,
    /// The position of the highlighted line, from 0.
    pub selected: usize,
    /// Whether a digit chooses; else it only highlights.
    digits_choose: bool,
    /// Whether it is a question of which the second line is yes.
    pub is_yes_or_no: bool,
    gives_up: Option<GivesUp>,
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
struct Chosen {
    line: usize,
    ticked: Vec<usize>,
}

/// Takes a text, or says what is wrong with it: then the dialog stays.
type TakeText = Box<dyn Fn(&mut App<'_>, &str) -> Result<Vec<Effect>, String>>;
type TakeChoice = Box<dyn FnOnce(&mut App<'_>, Chosen) -> Vec<Effect>>;

/// What would be given up by a list as it is answered now, as a question.
type GivesUp = Box<dyn Fn(&ChoiceList) -> Option<String>>;

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
        let items =
            texts.into_iter().map(|text| ListItem { text, detail: String::new(), ticked: None }).collect();
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
        let line =
            |(value, text, ticked)| (value, ListItem { text, detail: String::new(), ticked: Some(ticked) });
        let (values, items): (Vec<T>, Vec<ListItem>) = lines.into_iter().map(line).unzip();
        let then = move |app: &mut App<'_>, chosen: Chosen| {
            let ticked = values.into_iter().enumerate().filter(|(i, _)| chosen.ticked.contains(i));
            let ticked = ticked.map(|(_, value)| value).collect();
            then(app, ticked)
        };
        Dialog::new(title, hint, Body::List(ChoiceList::new(items, 0, Box::new(then))))
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
            (Body::List(list), _) => list.command(command),
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

impl TextField {
    fn new(text: String, is_note: bool, then: TakeText) -> TextField {
        TextField { text, is_note, problem: None, missing: None, is_in_editor: false, nothing: None, then }
    }

    /// What the user's own editor is asked to do with the text.
    pub(super) fn edit(&self) -> Effect {
        let edit = if self.is_in_editor { Effect::EditOn } else { Effect::Edit };
        edit(self.text.clone())
    }

    /// Takes what was written in the user's own editor, if something was.
    pub(super) fn edited(&mut self, text: Option<String>) {
        (self.is_in_editor, self.problem) = (false, None);
        if let Some(text) = text {
            self.text = clean_lines(&text).into_owned();
        }
    }

    /// The user's own editor came back at once, and this is said.
    pub(super) fn waits_for_editor(&mut self, said: String) {
        (self.is_in_editor, self.problem) = (true, Some(said));
    }

    /// Takes what is written now, unless it is too long.
    pub(super) fn typed(&mut self, text: String) {
        let longer = text.chars().count() > LONGEST_TEXT && text.len() > self.text.len();
        if text != self.text && !longer {
            self.problem = None;
            self.text = text;
        }
    }

    /// The part of a pasted text that can be added; of a line, with blanks in place of line ends.
    pub fn pasted(&self, text: &str) -> String {
        let room = LONGEST_TEXT.saturating_sub(self.text.chars().count());
        let text: String = text.replace("\r\n", "\n").replace('\r', "\n").chars().take(room).collect();
        if self.is_note { clean_lines(&text) } else { clean(&text) }.into_owned()
    }

    fn answer(&self, app: &mut App<'_>) -> Result<Vec<Effect>, String> {
        if self.is_note {
            return (self.then)(app, &clean_lines(&self.text));
        }
        let line = clean(self.text.trim());
        match self.missing {
            Some(missing) if line.is_empty() => Err(missing.to_owned()),
            _ => (self.then)(app, &line),
        }
    }
}

impl ChoiceList {
    fn new(items: Vec<ListItem>, selected: usize, then: TakeChoice) -> ChoiceList {
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
    pub(super) fn select(&mut self, line: usize) {
        self.selected = line.min(self.items.len().saturating_sub(1));
    }

    fn command(&mut self, command: Command) -> Reply {
        match command {
            Command::Up => self.select(self.selected.saturating_sub(1)),
            Command::Down => self.select(self.selected + 1),
            Command::PageUp => self.select(self.selected.saturating_sub(10)),
            Command::First => self.select(0),
            Command::Last => self.select(usize::MAX),
            Command::PageDown => self.select(self.selected + 10),
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

    fn answer(self, app: &mut App<'_>) -> Vec<Effect> {
        let ticked = self.items.iter().enumerate().filter(|(_, item)| item.ticked == Some(true));
        let chosen = Chosen { line: self.selected, ticked: ticked.map(|(i, _)| i).collect() };
        (self.then)(app, chosen)
    }
}
