//! Many assessments as one table: of where they stand, and of what changed. As text for the eye, as CSV
//! for spreadsheets, and as JSON Lines for whatever asks questions of a thousand of them. One
//! assessment after the other: no table is ever held as a whole. `docs/formats.md` describes the
//! fields, `docs/portfolio.md` what to do with them.

use serde::Serialize;

use super::compare::ComparisonRecord;
use super::csv;
use super::escape::printable;
use super::json::{AnswerRecord, AssessmentRecord, ScoreRecord, score_records};
use crate::assessment::Assessment;
use crate::plan::target;
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{AbilityScore, Outcome, Score, Sum, score, standing};
use crate::team::{Comparison, Direction, answered_on};
use crate::text::fit;
use crate::words;

/// What a table is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableFormat {
    /// Columns of a fixed width; what is longer is cut.
    Text,
    /// Comma-separated values with a row of names.
    Csv,
    /// One JSON object on each line.
    JsonLines,
}

/// Where assessments stand: a row for each questionnaire of each, or a JSON object for each.
#[derive(Debug, Clone, Copy)]
pub struct ScoreTable(pub TableFormat);

struct ScoreRow<'r> {
    file: &'r str,
    assessment: &'r Assessment,
    score: &'r Score<'r>,
    target: Option<usize>,
}

/// A column: its name, its width in text (0: not shown there), and what stands in it.
type ScoreColumn = (&'static str, usize, fn(&ScoreRow<'_>) -> String);

const SCORE: [ScoreColumn; 24] = [
    ("organization", 15, |row| row.assessment.organization.clone()),
    ("file", 0, |row| row.file.to_owned()),
    ("respondent", 0, |row| text(row.assessment.respondent.as_ref())),
    (WHO, 14, |row| who(row.assessment, row.file)),
    ("answered_on", 11, |row| text(answered_on(row.assessment))),
    ("questionnaire", 15, |row| row.score.questionnaire.id.clone()),
    ("kind", 0, |row| row.score.questionnaire.kind.id().to_owned()),
    ("version", 0, |row| row.score.questionnaire.version.clone()),
    ("result", 17, |row| result(row.score)),
    ("reached", 0, |row| text(reached(row.score))),
    ("possible", 0, |row| text(row.score.levels().map(|levels| levels.possible))),
    ("position", 0, |row| text(position(row.score))),
    ("target", 0, |row| text(row.target.filter(|_| row.score.levels().is_some()))),
    ("percent", 0, |row| percent(row.score.sum())),
    ("possible_percent", 0, |row| percent(possible(row.score))),
    ("ability_percent", 0, |row| percent(ability(row.score).map(|ability| ability.sum))),
    ("sustains", 0, |row| text(ability(row.score).and_then(|ability| ability.sustains))),
    ("balance", 0, |row| text(ability(row.score).and_then(|ability| Some(ability.balance?.id())))),
    ("questions", 0, |row| row.score.questions.total.to_string()),
    ("answered", 0, |row| row.score.questions.answered.to_string()),
    ("unknown", 0, |row| row.score.questions.unknown.to_string()),
    ("not_applicable", 0, |row| row.score.questions.not_applicable.to_string()),
    ("unanswered", 0, |row| row.score.questions.unanswered.to_string()),
    ("implied", 0, |row| row.score.questions.implied.to_string()),
];

impl ScoreTable {
    /// What stands above the rows.
    pub fn head(self) -> String {
        head(self.0, SCORE.iter().map(|(name, width, _)| (*name, *width, (*name).to_owned())))
    }

    /// The rows of one assessment.
    pub fn rows(self, catalogue: &Catalogue, file: &str, assessment: &Assessment) -> String {
        if self.0 == TableFormat::JsonLines {
            return score_line(catalogue, file, assessment);
        }
        let row = |score: &Score<'_>| {
            let shown = ScoreRow { file, assessment, score, target: target(assessment, score) };
            row(self.0, SCORE.iter().map(|(name, width, text)| (*name, *width, text(&shown))))
        };
        score(catalogue, assessment).iter().map(row).collect()
    }
}

/// The fields of `score --format json`, after what tells the assessment, and the answers behind them.
#[derive(Serialize)]
struct ScoreLine<'a> {
    format: u32,
    #[serde(flatten)]
    assessment: AssessmentRecord<'a>,
    questionnaires: Vec<ScoreRecord<'a>>,
    answers: Vec<AnswerLine<'a>>,
}

#[derive(Serialize)]
struct AnswerLine<'a> {
    question: &'a str,
    #[serde(flatten)]
    answer: AnswerRecord<'a>,
}

fn score_line(catalogue: &Catalogue, file: &str, assessment: &Assessment) -> String {
    let asked = assessment.asked_questions(catalogue).into_iter();
    let answers = asked.filter_map(|id| catalogue.question(id)).map(|question| {
        let standing = standing(catalogue, assessment, question);
        AnswerLine { question: &question.id, answer: AnswerRecord::of(question, standing) }
    });
    json_line(&ScoreLine {
        format: 1,
        assessment: AssessmentRecord::of(file, assessment),
        questionnaires: score_records(assessment, &score(catalogue, assessment)),
        answers: answers.collect(),
    })
}

/// JSON on one line, ended by a newline.
fn json_line(record: &impl Serialize) -> String {
    // Writing to memory does not fail, and every key is a string.
    serde_json::to_string(record).unwrap_or_default() + "\n"
}

/// The result in a few words.
fn result(score: &Score<'_>) -> String {
    match &score.result {
        Outcome::Levels(levels) => {
            let open = if levels.provisional() { "?" } else { "" };
            format!("{}{open}", words::scores::level(score.questionnaire, levels.reached))
        }
        Outcome::Areas(areas) => areas.sum.to_string(),
        Outcome::Fit(fit) => words::scores::best_fit(&fit.candidates).unwrap_or_default(),
    }
}

fn possible(score: &Score<'_>) -> Option<Sum> {
    match &score.result {
        Outcome::Areas(areas) => Some(areas.possible),
        Outcome::Levels(_) | Outcome::Fit(_) => None,
    }
}

fn reached(score: &Score<'_>) -> Option<usize> {
    Some(score.levels()?.reached)
}

fn position(score: &Score<'_>) -> Option<String> {
    Some(words::scores::position(score.levels()?))
}

fn ability(score: &Score<'_>) -> Option<AbilityScore> {
    score.levels()?.ability
}

/// What changed between two assessments of each organisation: a row for each questionnaire, or a JSON
/// object for each organisation.
#[derive(Debug, Clone, Copy)]
pub struct ChangeTable(pub TableFormat);

struct ChangeRow<'r> {
    comparison: &'r Comparison<'r>,
    questionnaire: &'r Questionnaire,
    before: Option<&'r Score<'r>>,
    after: Option<&'r Score<'r>>,
    files: (&'r str, &'r str),
}

/// A column, as a [`ScoreColumn`].
type ChangeColumn = (&'static str, usize, fn(&ChangeRow<'_>) -> String);

const CHANGE: [ChangeColumn; 21] = [
    ("organization", 14, |row| row.comparison.after.organization.clone()),
    ("questionnaire", 15, |row| row.questionnaire.id.clone()),
    ("kind", 0, |row| row.questionnaire.kind.id().to_owned()),
    ("file_before", 0, |row| row.files.0.to_owned()),
    ("file_after", 0, |row| row.files.1.to_owned()),
    ("answered_on_before", 0, |row| text(answered_on(row.comparison.before))),
    ("answered_on_after", 0, |row| text(answered_on(row.comparison.after))),
    ("until", 10, |row| text(answered_on(row.comparison.after))),
    ("result_before", 13, |row| text(row.before.map(result))),
    ("result_after", 13, |row| text(row.after.map(result))),
    ("reached_before", 0, |row| text(row.before.and_then(reached))),
    ("reached_after", 0, |row| text(row.after.and_then(reached))),
    ("position_before", 0, |row| text(row.before.and_then(position))),
    ("position_after", 0, |row| text(row.after.and_then(position))),
    ("percent_before", 0, |row| percent(row.before.and_then(Score::sum))),
    ("percent_after", 0, |row| percent(row.after.and_then(Score::sum))),
    ("ability_before", 0, |row| percent(row.before.and_then(ability).map(|ability| ability.sum))),
    ("ability_after", 0, |row| percent(row.after.and_then(ability).map(|ability| ability.sum))),
    ("up", 0, |row| moved(row, Direction::Up)),
    ("down", 0, |row| moved(row, Direction::Down)),
    ("moved", 7, |row| format!("+{} −{}", moved(row, Direction::Up), moved(row, Direction::Down))),
];

impl ChangeTable {
    /// What stands above the rows.
    pub fn head(self) -> String {
        head(self.0, CHANGE.iter().map(|(name, width, _)| (*name, *width, (*name).to_owned())))
    }

    /// The rows of one comparison; `files` are the names of the two files.
    pub fn rows(self, comparison: &Comparison<'_>, files: (&str, &str)) -> String {
        if self.0 == TableFormat::JsonLines {
            return json_line(&ComparisonRecord::of(comparison, files));
        }
        let rows = comparison.questionnaires.iter().map(|change| {
            let (before, after) = (change.before.as_ref(), change.after.as_ref());
            let shown = ChangeRow { comparison, questionnaire: change.questionnaire, before, after, files };
            row(self.0, CHANGE.iter().map(|(name, width, text)| (*name, *width, text(&shown))))
        });
        rows.collect()
    }
}

/// How many answers to questions of the questionnaire moved in this direction.
fn moved(row: &ChangeRow<'_>, direction: Direction) -> String {
    let moved = row.comparison.answers.iter().filter(|answer| answer.direction == direction);
    moved.filter(|answer| row.questionnaire.asks(&answer.question.id)).count().to_string()
}

/// A percent as a number with one decimal; nothing where nothing is applicable.
pub(super) fn percent(sum: Option<Sum>) -> String {
    let tenths = sum.and_then(Sum::tenths);
    tenths.map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)).unwrap_or_default()
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The columns that only text has: they join what CSV has apart.
const WHO: &str = "by";
const TEXT_ALONE: [&str; 3] = [WHO, "until", "moved"];

/// Who answered; the file, where nobody is named: files of one organisation are told apart by it.
fn who(assessment: &Assessment, file: &str) -> String {
    let name = || file.rsplit(['/', '\\']).next().unwrap_or(file).to_owned();
    assessment.respondent.clone().unwrap_or_else(name)
}

fn head<'n>(format: TableFormat, names: impl Iterator<Item = (&'n str, usize, String)>) -> String {
    if format == TableFormat::JsonLines { String::new() } else { row(format, names) }
}

/// A row of these cells, each with the name of its column and its width in text: all together no wider than 80.
fn row<'n>(format: TableFormat, cells: impl Iterator<Item = (&'n str, usize, String)>) -> String {
    if format == TableFormat::Text {
        let shown = cells.filter(|(_, width, _)| *width > 0);
        let cells: Vec<String> = shown.map(|(_, width, text)| fit(&printable(&text), width)).collect();
        return format!("{}\n", cells.join("  ").trim_end());
    }
    csv::line(cells.filter(|(name, _, _)| !TEXT_ALONE.contains(name)).map(|(_, _, text)| text))
}
