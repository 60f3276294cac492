//! The one table of keys: it feeds the dispatcher, the footer, the help and `docs/keys.md`.
//!
//! Keys that move, find, undo or lead to another screen mean the same everywhere; other letters belong to their
//! screen. A binding says where it means something. Keys are texts, as
//! people read them: what a terminal sends becomes one of them in the front end that reads it.

use strum::{IntoStaticStr, VariantArray};

use crate::words::keys::{self as words, KeyText};
use Context::{
    Asked, Break, Choosing, Comparison, Decided, Field, Home, Interview, Milestone, Note, Over, Picking,
    Plan, Reading, Results, Revealed, Target, Ticking, Voting, Welcome,
};

/// The lines of a list that a page is.
const PAGE: usize = 10;

/// A question of a workshop.
const WORKSHOP: Contexts = Contexts::of(&[Voting, Revealed, Decided]);
/// Screens of an open assessment.
const OPEN: Contexts = Contexts::of(&[Interview, Milestone, Results, Target, Plan, Over]).and(WORKSHOP);
/// Where what is written is no command.
const WRITING: Contexts = Contexts::of(&[Field, Note]);
/// Where a letter is a command.
const LETTERS: Contexts = Contexts::ALL.but(WRITING);
/// Where there is something to move through.
const MOVING: Contexts = LETTERS.but(Contexts::of(&[Welcome, Break]));
/// A page that is turned with the space bar too.
const PAGES: Contexts = Contexts::of(&[Home, Comparison, Interview, Results, Plan, Reading]);
/// Where notes and evidence can be written.
const NOTES: Contexts = Contexts::of(&[Interview, Milestone, Plan]).and(WORKSHOP);

/// The name of a key: `j`, `Up`, `Ctrl+C`. One with Shift is the character that it makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key(pub String);

const DIGITS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Keys, what they ask for, and where.
#[derive(Debug)]
pub struct Binding {
    /// The names of the keys, with blanks between them; `1-9` stands for the digits.
    pub keys: &'static str,
    pub command: Command,
    pub contexts: Contexts,
    /// A word or two for the footer; empty for what only the help shows.
    pub label: &'static str,
    pub help: &'static str,
}

const fn bind(keys: &'static str, command: Command, contexts: Contexts, text: KeyText) -> Binding {
    Binding { keys, command, contexts, label: text.0, help: text.1 }
}

const fn at(contexts: &[Context]) -> Contexts {
    Contexts::of(contexts)
}

/// Every key of the program, in the order of the help. The digits `1` to `9` ask for `Choose` of their
/// number.
pub const TABLE: &[Binding] = &[
    bind("1-9", Command::Choose(0), at(&[Interview]), words::CHOOSE_OPTION),
    bind("1-9", Command::Choose(0), at(&[Choosing, Milestone]), words::CHOOSE_LINE),
    bind("1-9", Command::Choose(0), at(&[Ticking, Picking]), words::TICK_LINE),
    bind("0", Command::Unknown, at(&[Interview]), words::UNKNOWN),
    bind("x", Command::NotApplicable, at(&[Interview]), words::NOT_APPLICABLE),
    bind("1-9", Command::Choose(0), at(&[Voting]), words::VOTE),
    bind("1-9", Command::Choose(0), at(&[Revealed]), words::DECIDE_OTHERWISE),
    bind("0", Command::Unknown, at(&[Voting]), words::VOTE_UNKNOWN),
    bind("0", Command::Unknown, at(&[Revealed]), words::DECIDE_UNKNOWN),
    bind("x", Command::NotApplicable, at(&[Voting]), words::VOTE_NOT_APPLICABLE),
    bind("x", Command::NotApplicable, at(&[Revealed]), words::DECIDE_NOT_APPLICABLE),
    bind("Enter", Command::Enter, at(&[Voting]), words::SHOW_VOTES),
    bind("Enter", Command::Enter, at(&[Revealed]), words::DECIDE),
    bind("Enter", Command::Enter, at(&[Decided]), words::NEXT_QUESTION),
    bind("Enter", Command::Enter, at(&[Over]), words::DO_IT),
    bind("+", Command::Add, at(&[Revealed]), words::LATE_HAND),
    bind("+", Command::Add, at(&[Voting]), words::ADD_VOTE),
    bind("=", Command::Rest, at(&[Voting]), words::REST),
    bind("-", Command::TakeBack, at(&[Voting, Revealed]), words::TAKE_VOTE_BACK),
    bind("z", Command::Park, WORKSHOP, words::PARK),
    bind("v", Command::VoteAgain, WORKSHOP, words::VOTE_AGAIN),
    bind("a", Command::Agenda, at(&[Over]).and(WORKSHOP), words::AGENDA),
    bind("A", Command::Shortlist, at(&[Over]).and(WORKSHOP), words::SHORTLIST),
    bind("<", Command::Sooner, at(&[Picking]), words::PICK_SOONER),
    bind(">", Command::Later, at(&[Picking]), words::PICK_LATER),
    bind("+", Command::Add, at(&[Picking]), words::PICK_LONGER),
    bind("-", Command::TakeBack, at(&[Picking]), words::PICK_SHORTER),
    bind("Space", Command::Break, WORKSHOP, words::BREAK),
    bind("Space", Command::Break, at(&[Break]), words::END_BREAK),
    bind("c", Command::Minutes, WORKSHOP, words::MINUTES),
    bind("d", Command::Devices, WORKSHOP, words::DEVICES),
    bind("s", Command::About, WORKSHOP, words::ABOUT),
    bind("f", Command::Large, WORKSHOP, words::LARGE),
    bind("N", Command::Voices, WORKSHOP, words::VOICES),
    bind("a Enter", Command::New, at(&[Welcome]), words::NEW),
    bind("a", Command::New, at(&[Home]), words::NEW),
    bind("Enter", Command::Enter, at(&[Interview, Milestone, Choosing, Asked]), words::CHOOSE_HIGHLIGHTED),
    bind("Enter", Command::Enter, at(&[Home]), words::OPEN_HIGHLIGHTED),
    bind("Enter", Command::Enter, at(&[Ticking, Picking]), words::WITH_TICKED),
    bind("Enter", Command::Enter, WRITING, words::FIELD_DONE),
    bind("Esc", Command::Back, WRITING, words::FIELD_LEFT),
    bind("Ctrl+U", Command::Clear, at(&[Field]), words::FIELD_EMPTY),
    bind("Alt+Enter Ctrl+J", Command::NewLine, at(&[Note]), words::NEW_LINE),
    bind("Ctrl+O", Command::Editor, at(&[Note]), words::EDITOR),
    bind("Esc Enter ?", Command::Back, at(&[Reading]), words::CLOSE),
    bind("Enter", Command::Enter, at(&[Results]), words::GO_TO_IT),
    bind("Enter", Command::Enter, at(&[Target]), words::CHOOSE_TARGET),
    bind("Enter", Command::Enter, at(&[Plan]), words::DETAILS),
    bind("o", Command::Open, at(&[Welcome, Home]), words::OPEN_FILE),
    bind("c", Command::Copy, at(&[Home]), words::COPY),
    bind("C", Command::Compare, at(&[Home]), words::COMPARE),
    bind("R", Command::Rename, at(&[Home]), words::RENAME),
    bind("D Del", Command::Remove, at(&[Home]), words::REMOVE),
    bind("w", Command::Write, at(&[Plan]), words::WRITE),
    bind("s", Command::State, at(&[Plan]), words::STATE),
    bind("o", Command::Owner, at(&[Plan]), words::OWNER),
    bind("d", Command::Due, at(&[Plan]), words::DUE),
    bind("c", Command::Settings, at(&[Plan]), words::SETTINGS),
    bind("+", Command::Also, at(&[Plan]), words::ALSO),
    bind("<", Command::Sooner, at(&[Plan]), words::SOONER),
    bind(">", Command::Later, at(&[Plan]), words::LATER),
    bind("O", Command::Who, at(&[Plan]), words::WHO),
    bind("Space", Command::Toggle, at(&[Ticking, Picking, Target]), words::TICK),
    bind("n", Command::Note, NOTES, words::NOTE),
    bind("r", Command::Results, OPEN, words::RESULTS),
    bind("i", Command::Interview, OPEN, words::INTERVIEW),
    bind("t", Command::Target, OPEN, words::TARGET),
    bind("p", Command::Plan, OPEN, words::PLAN),
    bind("w", Command::Write, at(&[Interview, Milestone, Results, Target]), words::WRITE_PLAN),
    bind("w", Command::Write, at(&[Over]).and(WORKSHOP), words::WRITE_MINUTES),
    bind("u", Command::Undo, at(&[Welcome, Home]), words::PUT_BACK),
    bind("u", Command::Undo, OPEN, words::UNDO),
    bind("g", Command::NextOpen, at(&[Interview, Results]), words::NEXT_OPEN),
    bind("/", Command::Find, OPEN, words::FIND),
    bind("e", Command::Evidence, NOTES, words::EVIDENCE),
    bind("L", Command::Names, at(&[Interview]).and(WORKSHOP), words::NAMES),
    bind("U", Command::Redo, OPEN, words::REDO),
    bind("Backspace", Command::Clear, at(&[Interview]), words::CLEAR),
    bind("y", Command::Confirm, at(&[Interview]), words::CONFIRM),
    bind("v", Command::Worth, at(&[Interview]), words::WORTH),
    bind("v", Command::AllLevels, at(&[Results]), words::ALL_LEVELS),
    bind("Backspace", Command::Clear, at(&[Voting, Revealed]), words::TAKE_LAST_VOTE_BACK),
    bind("Backspace", Command::Clear, at(&[Decided]), words::REOPEN),
    bind("W", Command::Workshop, OPEN, words::WORKSHOP),
    bind("b", Command::Questionnaires, OPEN, words::QUESTIONNAIRES),
    bind("Up k", Command::Up, MOVING, words::UP),
    bind("Down j", Command::Down, MOVING, words::DOWN),
    bind("Right l", Command::Next, OPEN, words::NEXT),
    bind("Left h", Command::Previous, OPEN, words::PREVIOUS),
    bind("PgUp", Command::PageUp, MOVING, words::PAGE_UP),
    bind("Home", Command::First, MOVING, words::FIRST),
    bind("End", Command::Last, MOVING, words::LAST),
    bind("PgDn Space", Command::PageDown, PAGES, words::PAGE_DOWN),
    bind("PgDn", Command::PageDown, MOVING.but(PAGES), words::PAGE_DOWN),
    bind("m", Command::Mouse, LETTERS, words::MOUSE),
    bind("Esc", Command::Back, LETTERS.but(at(&[Reading, Break])), words::BACK),
    bind("q", Command::Quit, LETTERS, words::QUIT),
    bind("?", Command::Help, LETTERS.but(at(&[Reading])), words::HELP),
    bind("Ctrl+C", Command::Quit, Contexts::ALL, words::QUIT_EVERYWHERE),
    bind("Ctrl+Z", Command::Suspend, Contexts::ALL, words::SUSPEND),
];

/// What a key asks for in a context.
pub fn command(context: Context, key: &Key) -> Option<Command> {
    let binding = bindings(context).find(|binding| binding.names().contains(&key.0.as_str()))?;
    match binding.command {
        Command::Choose(_) => key.0.parse().ok().map(Command::Choose),
        command => Some(command),
    }
}

/// The bindings of a context, in the order of the table.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.contexts.contains(context))
}

impl Binding {
    /// The names of its keys, the digits one by one.
    fn names(&self) -> Vec<&'static str> {
        if self.keys == "1-9" { DIGITS.to_vec() } else { self.keys.split(' ').collect() }
    }
}

/// What a key asks for; what that means is decided by the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Command {
    /// The option, choice or line with this number, from 1.
    Choose(usize),
    Unknown,
    #[strum(serialize = "na")]
    NotApplicable,
    /// Take the answer away, or what is written.
    Clear,
    /// Confirm what was carried over and is left.
    Confirm,
    Up,
    Down,
    PageUp,
    PageDown,
    /// To the top.
    First,
    /// To the end.
    Last,
    /// Choose what is highlighted and go on.
    Enter,
    /// The next question, questionnaire or tab.
    Next,
    /// The one before.
    Previous,
    Note,
    Evidence,
    /// The names that a question speaks of.
    Names,
    Undo,
    Redo,
    /// The next question without an answer.
    #[strum(serialize = "go")]
    NextOpen,
    Find,
    /// Show what the options are worth.
    Worth,
    /// Show what is in the way of all levels, or of the next one.
    #[strum(serialize = "all")]
    AllLevels,
    Interview,
    Results,
    Target,
    Plan,
    /// Which questionnaires are asked.
    Questionnaires,
    Write,
    State,
    Owner,
    Due,
    /// Take the action in whatever the route, or no longer.
    Also,
    /// Move the action to an earlier place of the plan.
    Sooner,
    /// Move it to a later one.
    Later,
    /// Route, capacity and start of the plan.
    Settings,
    /// Who is needed for the plan.
    Who,
    New,
    Open,
    /// The next assessment from this one.
    Copy,
    /// What changed since an earlier one.
    Compare,
    Rename,
    /// Take off the list.
    Remove,
    Toggle,
    Workshop,
    /// Add a vote to the option that comes next.
    Add,
    /// Take a vote back from the option that comes next.
    #[strum(serialize = "less")]
    TakeBack,
    /// Count a vote of each who has not voted yet, for the option that comes next.
    Rest,
    /// Put the question off.
    Park,
    #[strum(serialize = "again")]
    VoteAgain,
    /// What is still to be decided.
    Agenda,
    /// Which questions this sitting is about.
    Shortlist,
    /// A break, or its end.
    Break,
    /// How many minutes are left.
    Minutes,
    /// How everybody votes from their own device.
    Devices,
    /// What the question means: its help, its options in full, the names that it speaks of.
    About,
    /// Fewer words, for whoever sits far away, or all of them again.
    Large,
    /// Who voted what and wrote what; asks first.
    #[strum(serialize = "who")]
    Voices,
    NewLine,
    Editor,
    Mouse,
    Help,
    Back,
    Quit,
    /// To the shell until `fg`.
    Suspend,
}

impl Command {
    /// Whether it moves through what is shown.
    pub fn moves(self) -> bool {
        self.moved(0).is_some()
    }

    /// Where it leads from this position of a list, both from 0 and perhaps behind its end; `None` where it does
    /// not move.
    pub(super) fn moved(self, at: usize) -> Option<usize> {
        match self {
            Command::Up => Some(at.saturating_sub(1)),
            Command::Down => Some(at + 1),
            Command::PageUp => Some(at.saturating_sub(PAGE)),
            Command::PageDown => Some(at + PAGE),
            Command::First => Some(0),
            Command::Last => Some(usize::MAX),
            _ => None,
        }
    }

    /// The word that may be written for it line by line; `None` for what only a screen needs.
    pub fn word(self) -> Option<&'static str> {
        let for_screens =
            matches!(self, Command::Choose(_) | Command::Enter | Command::Toggle | Command::Mouse)
                || self.moves()
                || matches!(self, Command::Suspend | Command::NewLine | Command::Editor | Command::Large);
        (!for_screens).then(|| self.into())
    }
}

/// Where a key is pressed; in the order of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, VariantArray)]
pub enum Context {
    /// The list of assessments, while it is empty.
    Welcome,
    /// The list of assessments.
    Home,
    /// A question.
    Interview,
    /// A result that is told between the questions: see more, or go on?
    Milestone,
    Results,
    Target,
    Plan,
    /// A question of a workshop whose votes are counted, hidden.
    Voting,
    /// A question of a workshop whose votes are shown.
    Revealed,
    /// A decision of a workshop.
    Decided,
    /// The end of a workshop.
    Over,
    /// A workshop whose clock is stopped.
    Break,
    Comparison,
    /// A text that is read, over the screen.
    Reading,
    /// A choice from a list, over the screen.
    Choosing,
    /// A list whose lines are ticked, over the screen.
    Ticking,
    /// A list whose lines are ticked and put in order, over the screen.
    Picking,
    /// A question that opened by itself: numbers may still be typed for what is below.
    Asked,
    /// A line that is written, over the screen.
    Field,
    /// A text of several lines that is written, over the screen.
    Note,
}

impl Context {
    /// Its name in the help.
    pub const fn name(self) -> &'static str {
        match self {
            Context::Welcome => words::IN_WELCOME,
            Context::Home => words::IN_HOME,
            Context::Interview => words::IN_INTERVIEW,
            Context::Milestone => words::IN_MILESTONE,
            Context::Results => words::IN_RESULTS,
            Context::Target => words::IN_TARGET,
            Context::Plan => words::IN_PLAN,
            Context::Voting => words::IN_VOTING,
            Context::Revealed => words::IN_REVEALED,
            Context::Decided => words::IN_DECIDED,
            Context::Over => words::IN_OVER,
            Context::Break => words::IN_BREAK,
            Context::Comparison => words::IN_COMPARISON,
            Context::Reading => words::IN_READING,
            Context::Choosing => words::IN_CHOOSING,
            Context::Ticking => words::IN_TICKING,
            Context::Picking => words::IN_PICKING,
            Context::Asked => words::IN_ASKED,
            Context::Field => words::IN_FIELD,
            Context::Note => words::IN_NOTE,
        }
    }
}

/// Several contexts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contexts(u32);

impl Contexts {
    /// All of them.
    pub const ALL: Contexts = Contexts(u32::MAX);

    /// These.
    pub const fn of(contexts: &[Context]) -> Contexts {
        let (mut all, mut i) = (0, 0);
        while i < contexts.len() {
            all |= 1 << contexts[i] as u32;
            i += 1;
        }
        Contexts(all)
    }

    /// Those of both.
    pub const fn and(self, others: Contexts) -> Contexts {
        Contexts(self.0 | others.0)
    }

    /// Those that are not among the others.
    pub const fn but(self, others: Contexts) -> Contexts {
        Contexts(self.0 & !others.0)
    }

    /// Whether this is one of them.
    pub const fn contains(self, context: Context) -> bool {
        self.0 & (1 << context as u32) != 0
    }
}
