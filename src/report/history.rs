//! How results went over several assessments: a small chart for each questionnaire. As text, Markdown
//! and JSON, which is described in `docs/formats.md`.

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use super::escape::printable;
use super::json::{AssessmentRecord, ScoreRecord, pretty_json, score_records};
use super::tree::{Block, Report, Section};
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{Outcome, Score, score};
use crate::team::History;
use crate::words;

const BAR: u64 = 24;

/// A history as JSON, ended by a newline.
pub fn history_json(catalogue: &Catalogue, history: &History<'_>) -> String {
    let scores: Vec<_> = history.moments.iter().map(|moment| score(catalogue, moment.assessment)).collect();
    let assessments = history.moments.iter().zip(&scores).map(|(moment, scores)| MomentRecord {
        assessment: AssessmentRecord::of(moment.label, moment.assessment),
        questionnaires: score_records(moment.assessment, scores),
    });
    pretty_json(&HistoryRecord { format: 1, assessments: assessments.collect() })
}

#[derive(Serialize)]
struct HistoryRecord<'a> {
    format: u32,
    assessments: Vec<MomentRecord<'a>>,
}

#[derive(Serialize)]
struct MomentRecord<'a> {
    #[serde(flatten)]
    assessment: AssessmentRecord<'a>,
    questionnaires: Vec<ScoreRecord<'a>>,
}

/// How the results went, laid out: a chart for each questionnaire.
pub fn history(history: &History<'_>) -> Report {
    let names: Vec<String> = history
        .moments
        .iter()
        .map(|moment| {
            let day = moment.answered.map(|day| format!("{day} ")).unwrap_or_default();
            printable(&format!("{day}{}", moment.label))
        })
        .collect();
    let widest = names.iter().map(|name| name.width()).max().unwrap_or(0);
    let organization = history.moments.last().map_or("", |moment| &moment.assessment.organization);
    let mut report = Report::new(words::team::history(organization, history.moments.len()));
    for series in &history.series {
        let mut section = Section::new(&series.questionnaire.text.title);
        for (name, score) in names.iter().zip(&series.scores) {
            let pad = " ".repeat(widest - name.width().min(widest));
            let (bar, result) = bar(series.questionnaire, score.as_ref());
            section.blocks.push(Block::Chart {
                drawn: format!("{name}{pad}  {bar}{result}").trim_end().to_owned(),
                said: format!("{name} {result}"),
            });
        }
        report.push(section);
    }
    report
}

/// One result: a bar where there is a scale, and what it says.
fn bar(questionnaire: &Questionnaire, score: Option<&Score<'_>>) -> (String, String) {
    match score.map(|score| &score.result) {
        None => (String::new(), String::new()),
        Some(Outcome::Levels(levels)) => {
            let highest = questionnaire.levels.len().saturating_sub(1) as u64 * 100;
            let reached = words::scores::reached(questionnaire, levels);
            let position = words::scores::position(levels);
            (filled(levels.position(), highest), format!("{position} {reached}"))
        }
        Some(Outcome::Areas(areas)) => (filled(areas.sum.tenths().unwrap_or(0), 1000), areas.sum.to_string()),
        Some(Outcome::Fit(fit)) => (String::new(), printable(&words::scores::fit_result(&fit.candidates))),
    }
}

/// A bar and a blank.
fn filled(part: u64, whole: u64) -> String {
    let columns = if whole == 0 { 0 } else { (2 * part * BAR + whole) / (2 * whole) }.min(BAR);
    "█".repeat(columns as usize) + &"·".repeat((BAR - columns) as usize) + " "
}
