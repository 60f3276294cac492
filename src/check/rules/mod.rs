//! The rules, by subject. This file lists them: `docs/check-rules.md` and `tests/questionnaires/bad/`
//! have an entry for each.

mod format;
mod ids;
mod options;
mod questions;
mod references;
mod requires;
mod structure;
mod unsafe_text;
mod wording;

use super::context::Context;
use super::problem::{Problems, Severity};
use super::{Content, File};

/// A rule of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its name, in brackets before each message.
    pub id: &'static str,
    /// Whether a file that breaks it can be used.
    pub severity: Severity,
    /// What it asks for, in a sentence.
    pub about: &'static str,
}

macro_rules! rules {
    ($($name:ident $severity:ident $id:literal $about:literal)*) => {
        $(pub(super) const $name: Rule = Rule { id: $id, severity: Severity::$severity, about: $about };)*
        /// Every rule, in the order of `docs/check-rules.md`.
        pub const RULES: &[Rule] = &[$($name),*];
    };
}

rules! {
    UNREADABLE Error "unreadable" "The file can be read and is UTF-8 text."
    TOO_LARGE Error "too-large" "A file has at most 8 MiB, a questionnaire at most 5,000 questions."
    SYNTAX Error "syntax" "The file is TOML; no field or table stands twice."
    NEWER_FORMAT Error "newer-format" "`format` is one that this version of the program knows; of a newer one nothing else is checked."
    UNSAFE_TEXT Error "unsafe-text" "No text, name or comment has control characters, invisible characters or ones that change the direction of writing; no line of a text has more than 10,000."
    UNKNOWN_FIELD Error "unknown-field" "Every field is one of the format."
    WRONG_KIND Error "wrong-kind" "Every field is one for this `kind` of questionnaire: no gate in `areas`, no scale in `fit`, and so on."
    MISSING_FIELD Error "missing-field" "What the format requires is there and not empty."
    MISSING_ACTION Error "missing-action" "Every question says what to do about it, except in `fit`."
    WRONG_TYPE Error "wrong-type" "A text is a text, a number a whole number, a list a list."
    UNKNOWN_WORD Error "unknown-word" "`kind` and `effort` have one of their words."
    OUT_OF_RANGE Error "out-of-range" "Numbers are within their range, lists within their length."
    BAD_ID Error "bad-id" "An id has lowercase letters, digits and hyphens, begins with a letter, and has at most 64 characters."
    RESERVED_ID Error "reserved-id" "No id is one of the words that mean something else: `unknown`, `not-applicable`, `unanswered`, `ability`."
    DUPLICATE_ID Error "duplicate-id" "No id stands twice: question ids over all questionnaires, the others where they are defined."
    DUPLICATE_USE Error "duplicate-use" "A questionnaire takes in a question of another one only once."
    OWN_QUESTION_USED Error "own-question-used" "A questionnaire does not take in a question of its own."
    FIT_QUESTION Error "fit-question" "Where a credit or an action is needed, no question of kind `fit` is named: it has neither."
    UNKNOWN_REFERENCE Error "unknown-reference" "Whatever is referred to exists: level, area, scale, question, option, candidate, role, resource."
    REQUIRES_CYCLE Error "requires-cycle" "No action requires itself, not even by way of others."
    SCALE_NOT_RISING Error "scale-not-rising" "The credits of a scale rise with every step, from 0 to 100."
    MISSING_OPTION Error "missing-option" "A question has a text for every step of its scale."
    UNKNOWN_OPTION Error "unknown-option" "A question has no options but the steps of its scale."
    LEVEL_NUMBERS Error "level-numbers" "Levels are numbered 0, 1, 2 and so on, each number once."
    LEVEL_ZERO_QUESTION Error "level-zero-question" "Level 0 needs nothing: no question stands there."
    LEVEL_WITHOUT_QUESTIONS Error "level-without-questions" "Every level from 1 has a question, its own or a used one."
    AREA_WITHOUT_QUESTIONS Error "area-without-questions" "Every area has a question, its own or a used one."
    NO_QUESTIONS Error "no-questions" "A questionnaire asks something."
    REPLACES_BUILT_IN Warning "replaces-built-in" "A questionnaire with the id of a built-in one replaces it, which may not be meant."
    DROPS_QUESTION Warning "drops-question" "A questionnaire that replaces another one keeps the questions that others use."
    REQUIRES_HIGHER_LEVEL Warning "requires-higher-level" "An action does not require one of a higher level of the same questionnaire."
    TOO_MANY_QUESTIONS Warning "too-many-questions" "A questionnaire asks at most 40 questions, used ones and ability included."
    UNUSED_SCALE Warning "unused-scale" "Every scale has a question."
    UNUSED_CANDIDATE Warning "unused-candidate" "Every candidate can get points."
    JOINED_QUESTION Warning "joined-question" "A question asks for one thing: no \"and\", no \"or\", no slash, one question mark."
    NOT_A_QUESTION Warning "not-a-question" "A question ends with a question mark."
    QUESTION_TOO_LONG Warning "question-too-long" "A question has at most 110 characters."
    TEXT_TOO_LONG Warning "text-too-long" "An option has at most 130 characters, a help 300, the title of an action 70."
    HEDGED_OPTION Warning "hedged-option" "An option says what can be seen or counted, without words like \"some\", \"regularly\" or \"adequate\"."
    OPTIONS_ALIKE Warning "options-alike" "No text of an option stands twice, in whichever questionnaire; case, punctuation and articles do not count."
    SAME_FIRST_STEP Warning "same-first-step" "No first step of an action stands twice, in whichever questionnaire."
    MISSING_HELP Warning "missing-help" "A question says why it matters."
    MISSING_SOURCE Warning "missing-source" "Questions, candidates and objectives say where they come from."
    MISSING_RESPONDENT Warning "missing-respondent" "A question of a graded questionnaire says which role to ask."
    MISSING_SUMMARY Warning "missing-summary" "Questionnaires, levels, areas and candidates say what they are about."
    ACTION_WITHOUT_STEPS Warning "action-without-steps" "An action has first steps."
}

/// Applies all rules to a file that was read.
pub(super) fn check(file: &File<'_>, context: &Context<'_>, problems: &mut Problems<'_>) {
    if format::is_newer(file, problems) || questions::are_too_many(file, problems) {
        return;
    }
    unsafe_text::check(file, problems);
    format::check(file, problems);
    ids::check(file, context, problems);
    references::check(file, context, problems);
    if file.content != Content::Questionnaire {
        return;
    }
    structure::check(file, problems);
    options::check(file, problems);
    requires::check(file, context, problems);
    questions::check(file, problems);
    wording::check(file, context, problems);
}
