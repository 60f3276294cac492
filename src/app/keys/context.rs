//! Where keys are pressed.

use Context::{
    Asked, Break, Choosing, Comparison, Decided, Home, Interview, Over, Plan, Reading, Results, Revealed,
    Settled, Target, Ticking, Voting, Welcome,
};

/// Where a key is pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The list of assessments, while it is empty.
    Welcome,
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
    /// What changed between two assessments.
    Comparison,
    /// A text that is read, over the screen.
    Reading,
    /// A choice from a list, over the screen.
    Choosing,
    /// A list whose lines are ticked, over the screen.
    Ticking,
    /// A question that opened by itself: numbers may still be typed for what is below.
    Asked,
}

impl Context {
    /// Every context, in the order of the help, with its name.
    pub const ALL: [(Context, &'static str); 17] = [
        (Welcome, "Your assessments, while there are none"),
        (Home, "Your assessments"),
        (Interview, "Interview"),
        (Settled, "A settled level"),
        (Results, "Results"),
        (Target, "Target"),
        (Plan, "Plan"),
        (Voting, "Workshop: counting votes"),
        (Revealed, "Workshop: the votes are shown"),
        (Decided, "Workshop: decided"),
        (Over, "Workshop: its end"),
        (Break, "Workshop: a break"),
        (Comparison, "Comparison of two assessments"),
        (Reading, "Reading a text"),
        (Choosing, "Choosing from a list"),
        (Ticking, "Ticking lines of a list"),
        (Asked, "A question that opens by itself"),
    ];
}
