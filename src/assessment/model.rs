//! An assessment in memory: one organisation's answers, notes, targets and the state of its actions.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::questionnaire::{NOT_APPLICABLE, UNKNOWN};

/// The points of work that a quarter holds where nobody says otherwise.
pub const DEFAULT_CAPACITY: u32 = 12;

/// One organisation's answers and what it decided upon them. All ids are plain text here: a file
/// may name questions and questionnaires that this program does not know, and keeps them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Assessment {
    /// Whose programme is assessed.
    pub organization: String,
    /// Who answered.
    pub respondent: Option<String>,
    /// The questionnaires that are asked, by id in the order of asking, and the version of each.
    pub questionnaires: Vec<(String, String)>,
    /// How the plan is made.
    pub plan: PlanSettings,
    /// The chosen level by `levels` questionnaire.
    pub targets: BTreeMap<String, String>,
    /// The chosen objectives by questionnaire.
    pub objectives: BTreeMap<String, Vec<String>>,
    /// Answers by question.
    pub answers: BTreeMap<String, Entry>,
    /// Votes by question, where several people answered.
    pub votes: BTreeMap<String, Votes>,
    /// Who said what by question, where files were merged.
    pub voices: BTreeMap<String, Vec<Voice>>,
    /// How a group came to its answer, by question.
    pub decisions: BTreeMap<String, Decision>,
    /// State of actions, by question.
    pub actions: BTreeMap<String, ActionState>,
}

/// Votes on one question: how many by answer word.
pub type Votes = BTreeMap<String, u32>;

/// How the plan is made; `None` where the file is silent and the default holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PlanSettings {
    /// Which actions are taken.
    pub route: Option<Route>,
    /// Points of work that a quarter holds, at least 1.
    pub capacity: Option<u32>,
    /// The first day of the first quarter.
    pub start: Option<Date>,
}

impl PlanSettings {
    /// The route, the shortest by default.
    pub fn route(&self) -> Route {
        self.route.unwrap_or_default()
    }

    /// Points a quarter, 12 by default.
    pub fn capacity(&self) -> u32 {
        self.capacity.unwrap_or(DEFAULT_CAPACITY)
    }
}

/// Which of the possible actions a plan takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Route {
    /// The least work after which every target is reached.
    #[default]
    Shortest,
    /// Everything that could be better.
    Full,
}

impl Route {
    /// The word in the file.
    pub fn id(self) -> &'static str {
        match self {
            Route::Shortest => "shortest",
            Route::Full => "full",
        }
    }

    /// The route with this word.
    pub fn from_id(id: &str) -> Option<Route> {
        [Route::Shortest, Route::Full].into_iter().find(|route| route.id() == id)
    }
}

/// Everything said about one question.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// The answer; `None` where there is only a note.
    pub answer: Option<Answer>,
    /// Why it is not applicable.
    pub reason: Option<String>,
    /// A note, of one or more lines.
    pub note: Option<String>,
    /// Addresses or places of what proves the answer.
    pub evidence: Vec<String>,
    /// The revision of the question that was answered (without one: 1). A revision of 0 is older
    /// than any: an answer that was carried over from an earlier assessment.
    pub revision: Option<u32>,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
}

/// An answer. No answer at all is the fourth state: no `Answer`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// An option or choice, by id.
    Option(String),
    /// "We don't know."
    Unknown,
    /// The question does not apply.
    NotApplicable,
}

impl Answer {
    /// The word in the file.
    pub fn word(&self) -> &str {
        match self {
            Answer::Option(id) => id,
            Answer::Unknown => UNKNOWN,
            Answer::NotApplicable => NOT_APPLICABLE,
        }
    }

    /// The answer that a word in a file stands for.
    pub fn from_word(word: &str) -> Answer {
        match word {
            UNKNOWN => Answer::Unknown,
            NOT_APPLICABLE => Answer::NotApplicable,
            id => Answer::Option(id.to_owned()),
        }
    }
}

/// What one of several people said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Voice {
    /// Who; `None` when names were dropped.
    pub by: Option<String>,
    /// The answer's word.
    pub answer: Option<String>,
    /// Why it is not applicable.
    pub reason: Option<String>,
    /// The note.
    pub note: Option<String>,
    /// The evidence.
    pub evidence: Vec<String>,
}

/// How a group came to its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// In which way.
    pub how: How,
    /// Why, where it is not the median.
    pub reason: Option<String>,
}

/// The ways in which a group comes to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// The median of the votes.
    Median,
    /// Another option, for a reason.
    Chosen,
    /// Not yet: put off.
    Parked,
}

impl How {
    /// The word in the file.
    pub fn id(self) -> &'static str {
        match self {
            How::Median => "median",
            How::Chosen => "chosen",
            How::Parked => "parked",
        }
    }

    /// The way with this word.
    pub fn from_id(id: &str) -> Option<How> {
        [How::Median, How::Chosen, How::Parked].into_iter().find(|how| how.id() == id)
    }
}

/// Where an action stands, and who has taken it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ActionState {
    /// How far it is.
    pub state: State,
    /// The person who does it.
    pub owner: Option<String>,
    /// The day by which it is to be done.
    pub due: Option<Date>,
}

/// How far an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum State {
    /// Not begun.
    #[default]
    Todo,
    /// Under way.
    Doing,
    /// Finished; counts in the projection, changes no answer.
    Done,
    /// Will not be done.
    Dropped,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 4] = [State::Todo, State::Doing, State::Done, State::Dropped];

    /// The word in the file.
    pub fn id(self) -> &'static str {
        match self {
            State::Todo => "todo",
            State::Doing => "doing",
            State::Done => "done",
            State::Dropped => "dropped",
        }
    }

    /// The state with this word.
    pub fn from_id(id: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.id() == id)
    }
}

impl Assessment {
    /// Whether this questionnaire is asked.
    pub fn asks(&self, questionnaire: &str) -> bool {
        self.questionnaires.iter().any(|(id, _)| id == questionnaire)
    }

    /// What was said about a question, if anything.
    pub fn entry(&self, question: &str) -> Option<&Entry> {
        self.answers.get(question)
    }

    /// How far the action of a question is.
    pub fn state(&self, question: &str) -> State {
        self.actions.get(question).map_or(State::Todo, |action| action.state)
    }
}
