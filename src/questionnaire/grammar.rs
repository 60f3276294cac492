//! The format of questionnaires, roles and resources as one table: which fields there are, what they
//! hold and what they mean. `check` and the JSON Schema are both made from it, and a test sees to it
//! that the reader knows every field. It knows nothing of what fields mean to each other.

use std::ops::RangeInclusive;

use super::model::Kind;

/// A kind of table: its fields, in the order of writing.
pub(crate) struct Shape {
    /// What messages call it.
    pub name: &'static str,
    /// What it is, in a sentence.
    pub about: &'static str,
    /// Its fields, in the order of writing.
    pub fields: &'static [Field],
}

impl Shape {
    /// The field with this name.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A field of a table.
pub(crate) struct Field {
    /// Its name in the file.
    pub name: &'static str,
    /// What it holds.
    pub value: Type,
    /// Whether it must be there, in the kinds that have it.
    pub required: bool,
    /// The kinds of questionnaire that have it.
    pub kinds: &'static [Kind],
    /// What it means, in a sentence: an editor shows it.
    pub about: &'static str,
}

impl Field {
    const fn required(mut self) -> Field {
        self.required = true;
        self
    }

    const fn only(mut self, kinds: &'static [Kind]) -> Field {
        self.kinds = kinds;
        self
    }
}

/// What a field holds.
pub(crate) enum Type {
    /// A text for people.
    Text,
    /// An id that is given here.
    Id,
    /// An id that was given elsewhere.
    Reference,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number in this range.
    Number(RangeInclusive<i64>),
    /// `true` or `false`.
    Flag,
    /// A list of texts.
    Texts,
    /// A list of ids that were given elsewhere.
    References,
    /// A table.
    Table(&'static Shape),
    /// A list of tables, so many of them.
    Tables(&'static Shape, RangeInclusive<usize>),
    /// A table with a text for each id.
    TextById,
    /// A table with a whole number in this range for each id.
    NumberById(RangeInclusive<i64>),
}

/// The most characters that an id has.
pub(crate) const LONGEST_ID: usize = 64;

/// Whether this can be an id: lowercase letters, digits and hyphens, the first a letter.
pub(crate) fn is_id(text: &str) -> bool {
    text.len() <= LONGEST_ID
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

const ALL: &[Kind] = &[Kind::Levels, Kind::Areas, Kind::Fit];
const LEVELS: &[Kind] = &[Kind::Levels];
const AREAS: &[Kind] = &[Kind::Areas];
const FIT: &[Kind] = &[Kind::Fit];
/// The kinds whose questions have credits.
const GRADED: &[Kind] = &[Kind::Levels, Kind::Areas];

const ANY_NUMBER: RangeInclusive<usize> = 0..=usize::MAX;
const AT_LEAST_ONE: RangeInclusive<usize> = 1..=usize::MAX;
/// As many answers as there are keys from 1 to 9.
const ANSWERS: RangeInclusive<usize> = 2..=9;
const PERCENT: RangeInclusive<i64> = 0..=100;
const POINTS: RangeInclusive<i64> = -1000..=1000;

const fn field(name: &'static str, value: Type, about: &'static str) -> Field {
    Field { name, value, required: false, kinds: ALL, about }
}

/// A questionnaire: the root of its file.
pub(crate) static QUESTIONNAIRE: Shape = Shape {
    name: "questionnaire",
    about: "A questionnaire of ospo-assess: a model of maturity, with its questions.",
    fields: &[
        field("format", Type::Number(1..=1), "The version of this format: 1.").required(),
        field("id", Type::Id, "Its id, unique over all questionnaires. That of a built-in one replaces it.")
            .required(),
        field("version", Type::Text, "Its version, which assessments record, for instance \"1.0.0\".")
            .required(),
        field("title", Type::Text, "Its name.").required(),
        field(
            "kind",
            Type::Word(&["levels", "areas", "fit"]),
            "What its result looks like: levels that build on each other, areas side by side, or candidates ranked by points.",
        )
        .required(),
        field("level_name", Type::Text, "What a level is called, for instance \"stage\" (default \"level\").")
            .only(LEVELS),
        field("gate", Type::Number(1..=100), "The percent of its weight that a level needs (default 75).")
            .only(LEVELS),
        field("key_gate", Type::Number(1..=100), "The credit that each key question needs (default 67).")
            .only(LEVELS),
        field("summary", Type::Text, "What it measures, and how long it takes."),
        field("source", Type::Table(&CITATION), "The publication that it is made from."),
        field(
            "deepens",
            Type::References,
            "Questions of other questionnaires whose low answer makes this one worth offering.",
        ),
        field("scale", Type::Tables(&SCALE, ANY_NUMBER), "The scales of its questions; the first is the default.")
            .only(GRADED),
        field("level", Type::Tables(&LEVEL, AT_LEAST_ONE), "Its levels, numbered 0, 1, 2 and so on.")
            .required()
            .only(LEVELS),
        field("area", Type::Tables(&AREA, AT_LEAST_ONE), "Its areas, in the order of showing.")
            .required()
            .only(AREAS),
        field("candidate", Type::Tables(&CANDIDATE, AT_LEAST_ONE), "What it helps to choose from.")
            .required()
            .only(FIT),
        field(
            "objective",
            Type::Tables(&OBJECTIVE, ANY_NUMBER),
            "Strategic objectives, each with the level it suggests.",
        )
        .only(LEVELS),
        field("question", Type::Tables(&QUESTION, ANY_NUMBER), "The questions that it asks, in the order of asking."),
        field("use", Type::Tables(&USE, ANY_NUMBER), "Questions of other questionnaires that it asks too."),
    ],
};

static CITATION: Shape = Shape {
    name: "source",
    about: "A publication.",
    fields: &[
        field("title", Type::Text, "Its title.").required(),
        field("author", Type::Text, "Who wrote it."),
        field("year", Type::Number(1000..=9999), "When it was published."),
        field("publisher", Type::Text, "Who published it."),
    ],
};

static SCALE: Shape = Shape {
    name: "scale",
    about: "The steps that the options of a question follow, from nothing to everything in place.",
    fields: &[
        field("id", Type::Id, "Its id, unique in the questionnaire.").required(),
        field("steps", Type::Tables(&STEP, ANSWERS), "2 to 9 steps, their credits rising from 0 to 100.")
            .required(),
    ],
};

static STEP: Shape = Shape {
    name: "step",
    about: "A step of a scale.",
    fields: &[
        field("id", Type::Id, "Its id, unique in the scale: the option that an answer names.").required(),
        field("credit", Type::Number(PERCENT), "What it is worth, 0 to 100.").required(),
        field("label", Type::Text, "The step in a few words, shown before the option's text.").required(),
    ],
};

static LEVEL: Shape = Shape {
    name: "level",
    about: "A level: it is reached when its gate and those of all levels below hold.",
    fields: &[
        field("id", Type::Id, "Its id, unique in the questionnaire.").required(),
        field("number", Type::Number(0..=99), "Its number: 0 needs nothing and has no question.").required(),
        field("title", Type::Text, "Its name.").required(),
        field("summary", Type::Text, "What an organisation on it does."),
        field(
            "ability",
            Type::Number(PERCENT),
            "The percent of ability that sustains it (default: that of the level below).",
        ),
    ],
};

static AREA: Shape = Shape {
    name: "area",
    about: "An area, with a percentage of its own.",
    fields: &[
        field("id", Type::Id, "Its id, unique in the questionnaire.").required(),
        field("title", Type::Text, "Its name.").required(),
        field("summary", Type::Text, "What it covers."),
    ],
};

static CANDIDATE: Shape = Shape {
    name: "candidate",
    about: "One of the possibilities between which the questionnaire helps to choose.",
    fields: &[
        field("id", Type::Id, "Its id, unique in the questionnaire.").required(),
        field("title", Type::Text, "Its name.").required(),
        field("summary", Type::Text, "What it is, and whom it suits."),
        field("advantages", Type::Texts, "What speaks for it."),
        field("watch_out", Type::Texts, "What speaks against it."),
        field("setup", Type::Texts, "First steps to set it up."),
        field("source", Type::Text, "Where its description comes from."),
    ],
};

static OBJECTIVE: Shape = Shape {
    name: "objective",
    about: "A strategic objective, and the level that it suggests.",
    fields: &[
        field("id", Type::Id, "Its id, unique in the questionnaire.").required(),
        field("title", Type::Text, "The objective in a few words.").required(),
        field("suggests", Type::Reference, "The level that it suggests as target.").required(),
        field("source", Type::Text, "Where it comes from."),
    ],
};

static QUESTION: Shape = Shape {
    name: "question",
    about: "A question: asks for one thing that can be seen.",
    fields: &[
        field("id", Type::Id, "Its id, unique over all questionnaires; never reused.").required(),
        field("revision", Type::Number(1..=1_000_000), "Raised when the meaning changes (default 1)."),
        field("level", Type::Reference, "Its level, or \"ability\" for the ability to execute.")
            .required()
            .only(LEVELS),
        field("area", Type::Reference, "Its area.").required().only(AREAS),
        field("scale", Type::Reference, "Its scale (default: the first).").only(GRADED),
        field("key", Type::Flag, "Whether its level is out of reach without it (default false).")
            .only(GRADED),
        field("weight", Type::Number(1..=100), "Its weight (default 1).").only(GRADED),
        field("text", Type::Text, "The question itself; ends with a question mark.").required(),
        field("help", Type::Text, "Why it matters, in one or two sentences."),
        field("source", Type::Text, "The items of the source that it carries."),
        field("respondent", Type::Reference, "The role that knows the answer: whom to ask."),
        field("options", Type::TextById, "What can be seen at each step of its scale: all of them.")
            .required()
            .only(GRADED),
        field("choice", Type::Tables(&CHOICE, ANSWERS), "Its answers, 2 to 9.").required().only(FIT),
        field("action", Type::Table(&ACTION), "What to do about it.").required().only(GRADED),
    ],
};

static CHOICE: Shape = Shape {
    name: "choice",
    about: "An answer, and what it says about the candidates.",
    fields: &[
        field("id", Type::Id, "Its id, unique in the question.").required(),
        field("text", Type::Text, "The answer.").required(),
        field("points", Type::NumberById(POINTS), "Points by candidate; those left out get none."),
        field("reason", Type::Text, "Why it speaks for them; shown beside the result."),
    ],
};

static ACTION: Shape = Shape {
    name: "action",
    about: "What to do about a question, as it stands in the plan.",
    fields: &[
        field("title", Type::Text, "The action as an imperative.").required(),
        field("why", Type::Text, "What the organisation gains.").required(),
        field("steps", Type::Texts, "First steps: what is made, by whom, and where it is kept."),
        field("done_when", Type::Text, "The test for being done.").required(),
        field("owner", Type::Reference, "The role that does it.").required(),
        field(
            "effort",
            Type::Word(&["S", "M", "L"]),
            "S is 1 point (about a week), M 3 (about a month), L 8 (about a quarter).",
        )
        .required(),
        field("requires", Type::References, "Questions whose actions come first."),
        field("resources", Type::References, "What helps: ids from resources.toml."),
    ],
};

static USE: Shape = Shape {
    name: "use",
    about: "A question of another questionnaire, asked once and counted here too.",
    fields: &[
        field("question", Type::Reference, "The question.").required(),
        field("level", Type::Reference, "The level at which it counts here, or \"ability\".")
            .required()
            .only(LEVELS),
        field("area", Type::Reference, "The area in which it counts here.").required().only(AREAS),
        field("key", Type::Flag, "Whether its level is out of reach without it (default false).")
            .only(GRADED),
        field("weight", Type::Number(1..=100), "Its weight here (default 1).").only(GRADED),
        field("choice", Type::Tables(&USE_CHOICE, ANY_NUMBER), "What its options say about the candidates.")
            .only(FIT),
    ],
};

static USE_CHOICE: Shape = Shape {
    name: "choice",
    about: "What an option of a used question says about the candidates.",
    fields: &[
        field("id", Type::Reference, "The option, or choice, of that question.").required(),
        field("points", Type::NumberById(POINTS), "Points by candidate; those left out get none."),
        field("reason", Type::Text, "Why it speaks for them; shown beside the result."),
    ],
};

/// The root of `roles.toml`.
pub(crate) static ROLES: Shape = Shape {
    name: "list of roles",
    about: "The roles that answer questions and own actions.",
    fields: &[field("role", Type::Tables(&ROLE, ANY_NUMBER), "The roles.")],
};

static ROLE: Shape = Shape {
    name: "role",
    about: "A role that answers questions and owns actions.",
    fields: &[
        field("id", Type::Id, "Its id.").required(),
        field("title", Type::Text, "Its name.").required(),
        field("summary", Type::Text, "What it answers for."),
        field("staffing", Type::Reference, "The question that tells whether somebody holds it."),
    ],
};

/// The root of `resources.toml`.
pub(crate) static RESOURCES: Shape = Shape {
    name: "list of resources",
    about: "What to read and whom to join.",
    fields: &[field("resource", Type::Tables(&RESOURCE, ANY_NUMBER), "The resources.")],
};

static RESOURCE: Shape = Shape {
    name: "resource",
    about: "Something to read or join.",
    fields: &[
        field("id", Type::Id, "Its id.").required(),
        field("title", Type::Text, "Its name.").required(),
        field("purpose", Type::Text, "What it is for."),
        field("address", Type::Text, "Its address on the web.").required(),
    ],
};
