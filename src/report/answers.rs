//! The answers of assessments as a table for spreadsheets: a row for each question that is asked.

use super::csv::line;
use crate::assessment::{Assessment, Entry};
use crate::questionnaire::{Catalogue, Placement, Question, Questionnaire};
use crate::score::{Standing, standing};
use crate::words;

/// A question as it is asked and answered.
struct AnswerRow<'r> {
    file: &'r str,
    assessment: &'r Assessment,
    questionnaire: &'r Questionnaire,
    place: &'r Placement,
    question: &'r Question,
    standing: Standing,
}

impl AnswerRow<'_> {
    fn entry(&self) -> Option<&Entry> {
        self.assessment.entry(&self.question.id)
    }
}

/// A column: its name, and what stands in it.
type AnswerColumn = (&'static str, fn(&AnswerRow<'_>) -> String);

const COLUMNS: [AnswerColumn; 13] = [
    ("organization", |row| row.assessment.organization.clone()),
    ("file", |row| row.file.to_owned()),
    ("respondent", |row| row.assessment.respondent.clone().unwrap_or_default()),
    ("answered_on", |row| {
        let at = row.entry().and_then(|entry| entry.answered_at);
        at.map(|at| at.strftime("%F").to_string()).unwrap_or_default()
    }),
    ("questionnaire", |row| row.questionnaire.id.clone()),
    ("part", |row| words::interview_screen::part(row.questionnaire, row.place.part)),
    ("question", |row| row.question.id.clone()),
    ("text", |row| row.question.text.question.clone()),
    ("answer", |row| words::answers::standing(row.question, row.standing)),
    ("credit", |row| match row.standing {
        Standing::Answered { credit, .. } => credit.to_string(),
        Standing::Implied => "0".to_owned(),
        _ => String::new(),
    }),
    ("reason", |row| row.entry().and_then(|entry| entry.reason.clone()).unwrap_or_default()),
    ("note", |row| row.entry().and_then(|entry| entry.note.clone()).unwrap_or_default()),
    ("evidence", |row| row.entry().map(|entry| entry.evidence.join("; ")).unwrap_or_default()),
];

/// The names of the columns.
pub fn answers_head() -> String {
    line(COLUMNS.map(|(name, _)| name.to_owned()))
}

/// The rows of one assessment, each question once, where the first questionnaire asks it.
pub fn answers_csv(catalogue: &Catalogue, file: &str, assessment: &Assessment) -> String {
    let rows = assessment.asked_questions(catalogue).into_iter().filter_map(|id| {
        let question = catalogue.question(id)?;
        let (questionnaire, place) = assessment
            .asked(catalogue)
            .find_map(|questionnaire| Some((questionnaire, questionnaire.place(id)?)))?;
        let standing = standing(catalogue, assessment, question);
        let row = AnswerRow { file, assessment, questionnaire, place, question, standing };
        Some(line(COLUMNS.map(|(_, text)| text(&row))))
    });
    rows.collect()
}
