//! The one table of keys: it feeds the dispatcher, the footer, the help and `docs/keys.md`.
//!
//! A key means the same wherever it means anything; a binding says where that is. Text fields and
//! the notes editor take every key themselves (see `dialogs`).

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The list of assessments.
    Home,
    /// A question.
    Interview,
    /// "Your level is settled": results, or go on?
    Settled,
    /// Where the organisation stands, and why.
    Results,
    /// The choice of a level to aim at.
    Target,
    /// The actions by quarter.
    Plan,
    /// A text that is read, over the screen.
    Reading,
    /// A choice from a list, over the screen.
    Choosing,
    /// A list whose lines are ticked, over the screen.
    Ticking,
}

use Context::{Choosing, Home, Interview, Plan, Reading, Results, Settled, Target, Ticking};

/// Screens of an open assessment.
const OPEN: &[Context] = &[Interview, Settled, Results, Target, Plan];
/// Every screen.
const SCREENS: &[Context] = &[Home, Interview, Settled, Results, Target, Plan];
/// Everything.
const ALL: &[Context] = &[Home, Interview, Settled, Results, Target, Plan, Reading, Choosing, Ticking];

/// What a key asks for; what that means is decided by the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// The option, choice or line with this number, from 1.
    Choose(usize),
    /// "We don't know."
    Unknown,
    /// Not applicable.
    NotApplicable,
    /// Take the answer away.
    Clear,
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Choose what is highlighted and go on.
    Enter,
    /// The next question, questionnaire or tab.
    Next,
    /// The one before.
    Previous,
    /// Write a note.
    Note,
    /// Write down evidence.
    Evidence,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// The next question without an answer.
    NextOpen,
    /// Find a question.
    Find,
    /// Show what the options are worth.
    Worth,
    /// The questions.
    Interview,
    /// The results.
    Results,
    /// The choice of a target.
    Target,
    /// The plan.
    Plan,
    /// Which questionnaires are asked.
    Questionnaires,
    /// Write the plan to a file.
    Write,
    /// The state of an action.
    State,
    /// The owner of an action.
    Owner,
    /// The due date of an action.
    Due,
    /// Route, capacity and start of the plan.
    Settings,
    /// A new assessment.
    New,
    /// Open a file.
    Open,
    /// The next assessment from this one.
    Copy,
    /// Another name.
    Rename,
    /// Take off the list.
    Remove,
    /// Tick or untick.
    Toggle,
    /// Mouse on or off.
    Mouse,
    /// Help.
    Help,
    /// Back to where one came from.
    Back,
    /// Leave the program.
    Quit,
    /// To the shell until `fg`.
    Suspend,
}

/// Keys, what they ask for, and where.
#[derive(Debug)]
pub struct Binding {
    /// The keys as people read them.
    pub keys: &'static str,
    /// The keys as they arrive.
    codes: &'static [KeyCode],
    /// Whether Ctrl is held.
    ctrl: bool,
    /// What they ask for.
    pub command: Command,
    /// Where they mean it.
    pub contexts: &'static [Context],
    /// A word or two for the footer; empty for what only the help shows.
    pub label: &'static str,
    /// A sentence for the help.
    pub help: &'static str,
}

const fn bind(
    keys: &'static str,
    codes: &'static [KeyCode],
    command: Command,
    contexts: &'static [Context],
    label: &'static str,
    help: &'static str,
) -> Binding {
    Binding { keys, codes, ctrl: false, command, contexts, label, help }
}

const fn ctrl(
    keys: &'static str,
    codes: &'static [KeyCode],
    command: Command,
    contexts: &'static [Context],
    help: &'static str,
) -> Binding {
    Binding { keys, codes, ctrl: true, command, contexts, label: "", help }
}

use KeyCode::{Backspace, Char, Delete, Down, Enter, Esc, Left, PageDown, PageUp, Right, Up};

/// Every key of the program, in the order of the help. The digits `1` to `9` stand in one line and
/// ask for `Choose` of their number.
pub const TABLE: &[Binding] = &[
    bind(
        "1-9",
        &[Char('1'), Char('2'), Char('3'), Char('4'), Char('5'), Char('6'), Char('7'), Char('8'), Char('9')],
        Command::Choose(0),
        &[Interview, Choosing, Ticking],
        "choose",
        "choose the option with that number and go on",
    ),
    bind(
        "0",
        &[Char('0')],
        Command::Unknown,
        &[Interview],
        "don't know",
        "answer \"we don't know\" and go on",
    ),
    bind(
        "x",
        &[Char('x')],
        Command::NotApplicable,
        &[Interview],
        "n/a",
        "answer \"not applicable\"; asks why",
    ),
    bind("a", &[Char('a')], Command::New, &[Home], "new", "start a new assessment"),
    bind(
        "Enter",
        &[Enter],
        Command::Enter,
        &[Home, Interview, Settled, Reading, Choosing, Ticking],
        "go on",
        "choose what is highlighted and go on",
    ),
    bind("Enter", &[Enter], Command::Enter, &[Results], "go to it", "go to what is selected; r comes back"),
    bind("Enter", &[Enter], Command::Enter, &[Target], "aim at it", "make the highlighted level the target"),
    bind("Enter", &[Enter], Command::Enter, &[Plan], "details", "read all of the selected action"),
    bind("o", &[Char('o')], Command::Open, &[Home], "open file", "open an assessment from anywhere"),
    bind(
        "c",
        &[Char('c')],
        Command::Copy,
        &[Home],
        "next",
        "begin the next assessment from this one: answers are kept, to be confirmed",
    ),
    bind("R", &[Char('R')], Command::Rename, &[Home], "rename", "give the organisation another name"),
    bind(
        "D Del",
        &[Char('D'), Delete],
        Command::Remove,
        &[Home],
        "remove",
        "remove the assessment; asks first",
    ),
    bind("w", &[Char('w')], Command::Write, &[Plan], "write", "write the plan to a file"),
    bind("s", &[Char('s')], Command::State, &[Plan], "state", "change the state of the action"),
    bind("o", &[Char('o')], Command::Owner, &[Plan], "owner", "say who does the action"),
    bind("d", &[Char('d')], Command::Due, &[Plan], "due", "say by when the action is due"),
    bind(
        "c",
        &[Char('c')],
        Command::Settings,
        &[Plan],
        "route",
        "change route, capacity and start of the plan",
    ),
    bind("Space", &[Char(' ')], Command::Toggle, &[Ticking, Target], "tick", "tick or untick"),
    bind("n", &[Char('n')], Command::Note, &[Interview, Plan], "note", "write a note"),
    bind("r", &[Char('r')], Command::Results, OPEN, "results", "see where you stand and why"),
    bind("i", &[Char('i')], Command::Interview, OPEN, "interview", "go to the questions"),
    bind("t", &[Char('t')], Command::Target, OPEN, "target", "choose what to aim at"),
    bind("p", &[Char('p')], Command::Plan, OPEN, "plan", "see what to do, by quarter"),
    bind(
        "w",
        &[Char('w')],
        Command::Write,
        &[Interview, Settled, Results, Target],
        "write plan",
        "write the plan to a file",
    ),
    bind("u", &[Char('u')], Command::Undo, SCREENS, "undo", "take the last change back"),
    bind(
        "g",
        &[Char('g')],
        Command::NextOpen,
        &[Interview, Results],
        "next open",
        "go to the next question without an answer",
    ),
    bind("/", &[Char('/')], Command::Find, OPEN, "find", "find a question"),
    bind(
        "e",
        &[Char('e')],
        Command::Evidence,
        &[Interview, Plan],
        "evidence",
        "write down evidence: addresses or places",
    ),
    bind("U", &[Char('U')], Command::Redo, SCREENS, "", "make it again"),
    bind("Backspace", &[Backspace], Command::Clear, &[Interview], "", "take the answer away"),
    bind("v", &[Char('v')], Command::Worth, &[Interview], "", "show or hide what each option is worth"),
    bind("b", &[Char('b')], Command::Questionnaires, OPEN, "", "choose which questionnaires are asked"),
    bind("Up k", &[Up, Char('k')], Command::Up, ALL, "", "move up"),
    bind("Down j", &[Down, Char('j')], Command::Down, ALL, "", "move down"),
    bind("Right l", &[Right, Char('l')], Command::Next, OPEN, "", "next question, questionnaire or tab"),
    bind("Left h", &[Left, Char('h')], Command::Previous, OPEN, "", "the one before"),
    bind("PgUp", &[PageUp], Command::PageUp, ALL, "", "a page up"),
    bind(
        "PgDn Space",
        &[PageDown, Char(' ')],
        Command::PageDown,
        &[Home, Interview, Results, Plan, Reading],
        "",
        "a page down",
    ),
    bind("PgDn", &[PageDown], Command::PageDown, &[Settled, Target, Choosing, Ticking], "", "a page down"),
    bind(
        "m",
        &[Char('m')],
        Command::Mouse,
        ALL,
        "",
        "mouse on or off; while it is off the terminal copies as usual",
    ),
    bind("Esc", &[Esc], Command::Back, ALL, "back", "go back"),
    bind("q", &[Char('q')], Command::Quit, ALL, "quit", "save and leave the program"),
    bind("?", &[Char('?')], Command::Help, ALL, "help", "show this help"),
    ctrl("Ctrl+C", &[Char('c')], Command::Quit, ALL, "save and leave the program"),
    ctrl("Ctrl+Z", &[Char('z')], Command::Suspend, ALL, "go to the shell; `fg` comes back"),
];

/// What a key asks for in a context.
pub fn command(context: Context, key: &KeyEvent) -> Option<Command> {
    let binding = TABLE.iter().find(|binding| binding.contexts.contains(&context) && binding.matches(key))?;
    match (binding.command, key.code) {
        (Command::Choose(_), Char(digit)) => digit.to_digit(10).map(|digit| Command::Choose(digit as usize)),
        (command, _) => Some(command),
    }
}

/// The bindings of a context, in the order of the table.
pub fn bindings(context: Context) -> impl Iterator<Item = &'static Binding> {
    TABLE.iter().filter(move |binding| binding.contexts.contains(&context))
}

impl Binding {
    fn matches(&self, key: &KeyEvent) -> bool {
        // A terminal may report Shift with a capital letter or not: the letter says it already.
        let held = key.modifiers - KeyModifiers::SHIFT;
        let wanted = if self.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        held == wanted && self.codes.contains(&key.code)
    }
}

impl Context {
    /// Every context, in the order of the help, with its name.
    pub const ALL: [(Context, &'static str); 9] = [
        (Home, "Your assessments"),
        (Interview, "Interview"),
        (Settled, "A settled level"),
        (Results, "Results"),
        (Target, "Target"),
        (Plan, "Plan"),
        (Reading, "Reading a text"),
        (Choosing, "Choosing from a list"),
        (Ticking, "Ticking lines of a list"),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_context() {
        for (context, name) in Context::ALL {
            let mut seen = Vec::new();
            for binding in bindings(context) {
                for code in binding.codes {
                    assert!(!seen.contains(&(code, binding.ctrl)), "{name}: {} is bound twice", binding.keys);
                    seen.push((code, binding.ctrl));
                }
            }
        }
    }

    #[test]
    fn capitals_arrive_with_and_without_shift() {
        for modifiers in [KeyModifiers::NONE, KeyModifiers::SHIFT] {
            let key = KeyEvent::new(Char('U'), modifiers);
            assert_eq!(command(Interview, &key), Some(Command::Redo));
        }
        let alt = KeyEvent::new(Char('u'), KeyModifiers::ALT);
        assert_eq!(command(Interview, &alt), None);
    }
}
