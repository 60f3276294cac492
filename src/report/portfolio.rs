//! Many assessments as one table: of where they stand, and of what changed. As text for the eye, as CSV
//! for spreadsheets, and as JSON Lines for whatever asks questions of a thousand of them. One
//! assessment after the other: no table is ever held as a whole. `docs/formats.md` describes the
//! fields, `docs/portfolio.md` what to do with them.

use serde::Serialize;

use super::compare::ComparisonRecord;
use super::escape::{cell, printable};
use super::json::{AnswerRecord, AssessmentRecord, ScoreRecord, score_records};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{Outcome, Score, Sum, score, standing};
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

/// A column: its name, and its width in text (0: not shown there).
type Column = (&'static str, usize);

/// Where assessments stand: a row for each questionnaire of each, or a JSON object for each.
#[derive(Debug, Clone, Copy)]
pub struct ScoreTable(pub TableFormat);

const SCORE: [Column; 22] = [
    ("organization", 22),
    ("file", 22),
    ("respondent", 0),
    ("answered_on", 11),
    ("questionnaire", 16),
    ("kind", 0),
    ("version", 0),
    ("result", 28),
    ("reached", 0),
    ("possible", 0),
    ("position", 0),
    ("target", 0),
    ("percent", 7),
    ("possible_percent", 0),
    ("ability_percent", 0),
    ("sustains", 0),
    ("balance", 13),
    ("questions", 0),
    ("answered", 0),
    ("unknown", 0),
    ("not_applicable", 0),
    ("unanswered", 0),
];

impl ScoreTable {
    /// What stands above the rows.
    pub fn head(self) -> String {
        table_head(self.0, &SCORE)
    }

    /// The rows of one assessment.
    pub fn rows(self, catalogue: &Catalogue, file: &str, assessment: &Assessment) -> String {
        if self.0 == TableFormat::JsonLines {
            return score_line(catalogue, file, assessment);
        }
        let targets = super::targets(catalogue, assessment);
        let row = |score: &Score<'_>| {
            row(self.0, &SCORE, &score_row(file, assessment, score, targets.target(&score.questionnaire.id)))
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
        let standing = standing(question, assessment.entry(&question.id));
        AnswerLine { question: &question.id, answer: AnswerRecord::of(question, standing) }
    });
    json_line(&ScoreLine {
        format: 1,
        assessment: AssessmentRecord::of(file, assessment),
        questionnaires: score_records(catalogue, assessment, &score(catalogue, assessment)),
        answers: answers.collect(),
    })
}

/// JSON on one line, ended by a newline.
fn json_line(record: &impl Serialize) -> String {
    // Writing to memory does not fail, and every key is a string.
    serde_json::to_string(record).unwrap_or_default() + "\n"
}

fn score_row(file: &str, assessment: &Assessment, score: &Score<'_>, target: Option<usize>) -> Vec<String> {
    let Score { questionnaire, questions, .. } = score;
    let levels = score.levels();
    let ability = levels.and_then(|levels| levels.ability);
    let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
    let possible = match &score.result {
        Outcome::Areas(areas) => Some(areas.possible),
        Outcome::Levels(_) | Outcome::Fit(_) => None,
    };
    vec![
        assessment.organization.clone(),
        file.to_owned(),
        assessment.respondent.clone().unwrap_or_default(),
        answered_on(assessment).map(|day| day.to_string()).unwrap_or_default(),
        questionnaire.id.clone(),
        questionnaire.kind.id().to_owned(),
        questionnaire.version.clone(),
        result(questionnaire, score),
        number(levels.map(|levels| levels.reached)),
        number(levels.map(|levels| levels.possible)),
        levels.map(words::scores::position).unwrap_or_default(),
        number(target.filter(|_| levels.is_some())),
        percent(score.sum()),
        percent(possible),
        percent(ability.map(|ability| ability.sum)),
        number(ability.and_then(|ability| ability.sustains)),
        ability
            .and_then(|ability| ability.balance)
            .map(|balance| balance.id().to_owned())
            .unwrap_or_default(),
        questions.total.to_string(),
        questions.answered.to_string(),
        questions.unknown.to_string(),
        questions.not_applicable.to_string(),
        questions.unanswered.to_string(),
    ]
}

/// The result in a few words.
fn result(questionnaire: &Questionnaire, score: &Score<'_>) -> String {
    match &score.result {
        Outcome::Levels(levels) => {
            let open = if levels.provisional() { "?" } else { "" };
            format!("{}{open}", words::scores::level(questionnaire, levels.reached))
        }
        Outcome::Areas(_) => String::new(),
        Outcome::Fit(fit) => words::scores::best_fit(&fit.candidates).unwrap_or_default(),
    }
}

/// What changed between two assessments of each organisation: a row for each questionnaire, or a JSON
/// object for each organisation.
#[derive(Debug, Clone, Copy)]
pub struct ChangeTable(pub TableFormat);

const CHANGE: [Column; 19] = [
    ("organization", 22),
    ("questionnaire", 18),
    ("kind", 0),
    ("file_before", 0),
    ("file_after", 0),
    ("answered_on_before", 0),
    ("answered_on_after", 0),
    ("result_before", 22),
    ("result_after", 22),
    ("reached_before", 0),
    ("reached_after", 0),
    ("position_before", 0),
    ("position_after", 0),
    ("percent_before", 14),
    ("percent_after", 13),
    ("ability_before", 0),
    ("ability_after", 0),
    ("up", 4),
    ("down", 4),
];

impl ChangeTable {
    /// What stands above the rows.
    pub fn head(self) -> String {
        table_head(self.0, &CHANGE)
    }

    /// The rows of one comparison; `files` are the names of the two files.
    pub fn rows(self, catalogue: &Catalogue, comparison: &Comparison<'_>, files: (&str, &str)) -> String {
        if self.0 == TableFormat::JsonLines {
            return json_line(&ComparisonRecord::of(catalogue, comparison, files));
        }
        let rows = comparison.questionnaires.iter().map(|change| {
            let questionnaire = change.questionnaire;
            let both = [change.before.as_ref(), change.after.as_ref()];
            let [results, reached, positions, percents, abilities] = [
                both.map(|score| score.map(|score| result(questionnaire, score))),
                both.map(|score| Some(score?.levels()?.reached.to_string())),
                both.map(|score| Some(words::scores::position(score?.levels()?))),
                both.map(|score| Some(percent(score?.sum()))),
                both.map(|score| Some(percent(score?.levels()?.ability.map(|ability| ability.sum)))),
            ];
            let moved = |direction| {
                let here = |id: &str| questionnaire.placements.iter().any(|place| place.question == id);
                let moved = comparison.answers.iter().filter(|answer| answer.direction == direction);
                moved.filter(|answer| here(&answer.question.id)).count().to_string()
            };
            let days = [comparison.before, comparison.after]
                .map(|assessment| answered_on(assessment).map(|day| day.to_string()));
            let files = [files.0, files.1].map(|file| Some(file.to_owned()));
            let mut cells = vec![
                comparison.after.organization.clone(),
                questionnaire.id.clone(),
                questionnaire.kind.id().to_owned(),
            ];
            let pairs = [files, days, results, reached, positions, percents, abilities];
            cells.extend(pairs.into_iter().flatten().map(Option::unwrap_or_default));
            cells.extend([moved(Direction::Up), moved(Direction::Down)]);
            row(self.0, &CHANGE, &cells)
        });
        rows.collect()
    }
}

/// A percent as a number with one decimal; nothing where nothing is applicable.
fn percent(sum: Option<Sum>) -> String {
    let tenths = sum.and_then(Sum::tenths);
    tenths.map(|tenths| format!("{}.{}", tenths / 10, tenths % 10)).unwrap_or_default()
}

fn table_head(format: TableFormat, columns: &[Column]) -> String {
    match format {
        TableFormat::JsonLines => String::new(),
        _ => row(format, columns, &columns.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>()),
    }
}

fn row(format: TableFormat, columns: &[Column], cells: &[String]) -> String {
    if format == TableFormat::Text {
        let shown = columns.iter().zip(cells).filter(|((_, width), _)| *width > 0);
        let cells: Vec<String> = shown.map(|((_, width), text)| fit(&printable(text), *width)).collect();
        return format!("{}\n", cells.join("  ").trim_end());
    }
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(cells.iter().map(|text| cell(text)));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
