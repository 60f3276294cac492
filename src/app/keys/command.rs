//! What keys ask for.

/// What a key asks for; what that means is decided by the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// The option, choice or line with this number, from 1.
    Choose(usize),
    /// "We don't know."
    Unknown,
    /// Not applicable.
    NotApplicable,
    /// Take the answer away, or what is written.
    Clear,
    /// Confirm what was carried over and is left.
    Confirm,
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
    /// What changed since an earlier one.
    Compare,
    /// Another name.
    Rename,
    /// Take off the list.
    Remove,
    /// Tick or untick.
    Toggle,
    /// To the workshop.
    Workshop,
    /// Add a vote to the option that comes next.
    Add,
    /// Take a vote back from the option that comes next.
    TakeBack,
    /// Put the question off.
    Park,
    /// Vote again.
    VoteAgain,
    /// What is still to be decided.
    Agenda,
    /// A break, or its end.
    Break,
    /// How many minutes are left.
    Minutes,
    /// A new line in what is written.
    NewLine,
    /// Write with the user's own editor.
    Editor,
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
