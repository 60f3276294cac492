//! Where keys are pressed.

use crate::words::keys as words;

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
    /// The changes between two assessments.
    Comparison,
    /// A text that is read, over the screen.
    Reading,
    /// A choice from a list, over the screen.
    Choosing,
    /// A list whose lines are ticked, over the screen.
    Ticking,
    /// A question that opened by itself: numbers may still be typed for what is below.
    Asked,
    /// A line that is written, over the screen.
    Field,
    /// A text of several lines that is written, over the screen.
    Note,
}

impl Context {
    /// Every context, in the order of the help.
    pub const EACH: [Context; 19] = [
        Context::Welcome,
        Context::Home,
        Context::Interview,
        Context::Settled,
        Context::Results,
        Context::Target,
        Context::Plan,
        Context::Voting,
        Context::Revealed,
        Context::Decided,
        Context::Over,
        Context::Break,
        Context::Comparison,
        Context::Reading,
        Context::Choosing,
        Context::Ticking,
        Context::Asked,
        Context::Field,
        Context::Note,
    ];

    /// Its name in the help.
    pub const fn name(self) -> &'static str {
        match self {
            Context::Welcome => words::IN_WELCOME,
            Context::Home => words::IN_HOME,
            Context::Interview => words::IN_INTERVIEW,
            Context::Settled => words::IN_SETTLED,
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
