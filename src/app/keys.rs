//! The one table of keys: it feeds the dispatcher, the footer, the help and `docs/keys.md`.
//!
//! A key means the same wherever it means anything; a binding says where that is. Text fields and
//! the notes editor take every key themselves (see `dialogs`).

mod command;
mod context;

pub use command::Command;
pub use context::Context;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use Context::{
    Asked, Break, Choosing, Comparison, Decided, Home, Interview, Over, Plan, Reading, Results, Revealed,
    Settled, Target, Ticking, Voting, Welcome,
};

/// Screens of an open assessment.
const OPEN: &[Context] = &[Interview, Settled, Results, Target, Plan, Voting, Revealed, Decided, Over];
/// A question of a workshop.
const WORKSHOP: &[Context] = &[Voting, Revealed, Decided];
/// Everything.
const ALL: &[Context] = &[
    Welcome, Home, Interview, Settled, Results, Target, Plan, Voting, Revealed, Decided, Over, Break,
    Reading, Choosing, Ticking, Asked, Comparison,
];
/// Everything but a text to read, which the keys of help and of going back close.
const NOT_READING: &[Context] = &[
    Welcome, Home, Interview, Settled, Results, Target, Plan, Voting, Revealed, Decided, Over, Break,
    Choosing, Ticking, Asked, Comparison,
];
/// The same, but not a break, out of which only its own key leads.
const AWAKE: &[Context] = &[
    Welcome, Home, Interview, Settled, Results, Target, Plan, Voting, Revealed, Decided, Over, Choosing,
    Ticking, Asked, Comparison,
];
/// Where there is something to move through.
const MOVING: &[Context] = &[
    Home, Interview, Settled, Results, Target, Plan, Voting, Revealed, Decided, Over, Reading, Choosing,
    Ticking, Asked, Comparison,
];

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

const DIGITS: &[KeyCode] =
    &[Char('1'), Char('2'), Char('3'), Char('4'), Char('5'), Char('6'), Char('7'), Char('8'), Char('9')];

/// Every key of the program, in the order of the help. The digits `1` to `9` stand in one line and
/// ask for `Choose` of their number.
pub const TABLE: &[Binding] = &[
    bind(
        "1-9",
        DIGITS,
        Command::Choose(0),
        &[Interview],
        "choose",
        "choose the option with that number and go on",
    ),
    bind("1-9", DIGITS, Command::Choose(0), &[Choosing], "choose", "choose the line with that number"),
    bind("1-9", DIGITS, Command::Choose(0), &[Ticking], "tick", "tick or untick the line with that number"),
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
    bind(
        "1-9",
        DIGITS,
        Command::Choose(0),
        &[Voting],
        "vote",
        "count a vote for the option with that number",
    ),
    bind(
        "1-9",
        DIGITS,
        Command::Choose(0),
        &[Revealed],
        "another",
        "decide upon another option than the one that Enter takes; asks why",
    ),
    bind("0", &[Char('0')], Command::Unknown, &[Voting], "", "count a vote for \"we don't know\""),
    bind("0", &[Char('0')], Command::Unknown, &[Revealed], "", "decide upon \"we don't know\"; asks why"),
    bind("x", &[Char('x')], Command::NotApplicable, &[Voting], "", "count a vote for \"not applicable\""),
    bind(
        "x",
        &[Char('x')],
        Command::NotApplicable,
        &[Revealed],
        "",
        "decide upon \"not applicable\"; asks why",
    ),
    bind("Enter", &[Enter], Command::Enter, &[Voting], "show votes", "show how the votes are spread"),
    bind(
        "Enter",
        &[Enter],
        Command::Enter,
        &[Revealed],
        "decide",
        "decide upon what the votes come to: the marked line",
    ),
    bind("Enter", &[Enter], Command::Enter, &[Decided], "go on", "go on to the next question"),
    bind("Enter", &[Enter], Command::Enter, &[Over], "do it", "do what is selected: bring back, or go back"),
    bind("+", &[Char('+')], Command::Add, &[Revealed], "late hand", "then 1-9, 0 or x: add a vote"),
    bind("+", &[Char('+')], Command::Add, &[Voting], "", "then 1-9, 0 or x: add a vote"),
    bind(
        "-",
        &[Char('-')],
        Command::TakeBack,
        &[Voting, Revealed],
        "take back",
        "then 1-9, 0 or x: take a vote back",
    ),
    bind(
        "z",
        &[Char('z')],
        Command::Park,
        WORKSHOP,
        "park",
        "put the question off: it comes back at the end",
    ),
    bind(
        "v",
        &[Char('v')],
        Command::VoteAgain,
        WORKSHOP,
        "vote again",
        "take votes and decision away, and vote again",
    ),
    bind(
        "a",
        &[Char('a')],
        Command::Agenda,
        &[Voting, Revealed, Decided, Over],
        "agenda",
        "see what is left, and go to one of it",
    ),
    bind("Space", &[Char(' ')], Command::Break, WORKSHOP, "break", "stop the clock, or start it again"),
    bind("Space", &[Char(' ')], Command::Break, &[Break], "go on", "end the break: the clock goes on"),
    bind("c", &[Char('c')], Command::Minutes, WORKSHOP, "minutes", "say how many minutes are left"),
    bind("a Enter", &[Char('a'), Enter], Command::New, &[Welcome], "new", "start a new assessment"),
    bind("a", &[Char('a')], Command::New, &[Home], "new", "start a new assessment"),
    bind(
        "Enter",
        &[Enter],
        Command::Enter,
        &[Interview, Settled, Choosing, Asked],
        "go on",
        "choose what is highlighted and go on",
    ),
    bind("Enter", &[Enter], Command::Enter, &[Home], "open", "open what is highlighted"),
    bind("Enter", &[Enter], Command::Enter, &[Ticking], "go on", "go on with what is ticked"),
    bind("Esc Enter ?", &[Esc, Enter, Char('?')], Command::Back, &[Reading], "close", "close it"),
    bind("Enter", &[Enter], Command::Enter, &[Results], "go to it", "go to what is selected; r comes back"),
    bind(
        "Enter",
        &[Enter],
        Command::Enter,
        &[Target],
        "choose",
        "make the highlighted level the target; tick or untick the highlighted objective",
    ),
    bind("Enter", &[Enter], Command::Enter, &[Plan], "details", "read all of the selected action"),
    bind("o", &[Char('o')], Command::Open, &[Welcome, Home], "open file", "open an assessment from anywhere"),
    bind(
        "c",
        &[Char('c')],
        Command::Copy,
        &[Home],
        "next",
        "begin the next assessment from this one: answers are kept, to be confirmed",
    ),
    bind("C", &[Char('C')], Command::Compare, &[Home], "compare", "compare with an earlier assessment"),
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
    bind(
        "n",
        &[Char('n')],
        Command::Note,
        &[Interview, Settled, Plan, Voting, Revealed, Decided],
        "note",
        "write a note",
    ),
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
    bind(
        "u",
        &[Char('u')],
        Command::Undo,
        &[Welcome, Home],
        "",
        "put back the assessment that was removed last",
    ),
    bind("u", &[Char('u')], Command::Undo, OPEN, "undo", "take the last change back"),
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
        &[Interview, Settled, Plan, Voting, Revealed, Decided],
        "evidence",
        "write down evidence: addresses or places",
    ),
    bind("U", &[Char('U')], Command::Redo, OPEN, "", "make it again"),
    bind("Backspace", &[Backspace], Command::Clear, &[Interview], "", "take the answer away"),
    bind(
        "y",
        &[Char('y')],
        Command::Confirm,
        &[Interview],
        "",
        "confirm all answers of the assessment before that are left; asks first",
    ),
    bind("v", &[Char('v')], Command::Worth, &[Interview], "", "show or hide what each option is worth"),
    bind(
        "Backspace",
        &[Backspace],
        Command::Clear,
        &[Voting, Revealed],
        "",
        "take the vote back that was counted last",
    ),
    bind("W", &[Char('W')], Command::Workshop, OPEN, "", "count the votes of a group: the workshop"),
    bind("b", &[Char('b')], Command::Questionnaires, OPEN, "", "choose which questionnaires are asked"),
    bind("Up k", &[Up, Char('k')], Command::Up, MOVING, "", "move up"),
    bind("Down j", &[Down, Char('j')], Command::Down, MOVING, "", "move down"),
    bind("Right l", &[Right, Char('l')], Command::Next, OPEN, "", "next question, questionnaire or tab"),
    bind("Left h", &[Left, Char('h')], Command::Previous, OPEN, "", "the one before"),
    bind("PgUp", &[PageUp], Command::PageUp, MOVING, "", "a page up"),
    bind(
        "PgDn Space",
        &[PageDown, Char(' ')],
        Command::PageDown,
        &[Home, Comparison, Interview, Results, Plan, Reading],
        "",
        "a page down",
    ),
    bind(
        "PgDn",
        &[PageDown],
        Command::PageDown,
        &[Settled, Target, Voting, Revealed, Decided, Over, Choosing, Ticking, Asked],
        "",
        "a page down",
    ),
    bind(
        "m",
        &[Char('m')],
        Command::Mouse,
        ALL,
        "",
        "mouse on or off; while it is off the terminal copies as usual",
    ),
    bind("Esc", &[Esc], Command::Back, AWAKE, "back", "go back"),
    bind("q", &[Char('q')], Command::Quit, ALL, "quit", "save and leave the program"),
    bind("?", &[Char('?')], Command::Help, NOT_READING, "help", "show this help"),
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
