//! Assessments as one table with a row for each: levels and answers are its columns.

use std::collections::BTreeSet;

use super::csv::line;
use super::portfolio::percent;
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{Outcome, Score, score};
use crate::team::answered_on;
use crate::words;

/// A table whose columns are those of certain questionnaires.
#[derive(Debug)]
pub struct WideTable<'c> {
    catalogue: &'c Catalogue,
    questionnaires: Vec<&'c Questionnaire>,
    /// Each once, in the order of asking.
    questions: Vec<&'c str>,
}

impl<'c> WideTable<'c> {
    /// A table for the questionnaires with these ids; those that are not known here have no column.
    pub fn new(catalogue: &'c Catalogue, asked: &BTreeSet<String>) -> WideTable<'c> {
        let all = catalogue.questionnaires();
        let questionnaires: Vec<_> = all.filter(|one| asked.contains(&one.id)).collect();
        let places = questionnaires.iter().flat_map(|one| &one.placements);
        let mut seen = BTreeSet::new();
        let questions = places.map(|place| place.question.as_str()).filter(|id| seen.insert(*id)).collect();
        WideTable { catalogue, questionnaires, questions }
    }

    /// The names of the columns: what tells an assessment, two for each questionnaire, one for each question.
    pub fn head(&self) -> String {
        let first = ["organization", "file", "respondent", "answered_on"].map(str::to_owned);
        let results = self
            .questionnaires
            .iter()
            .flat_map(|one| [format!("{}.result", one.id), format!("{}.percent", one.id)]);
        line(first.into_iter().chain(results).chain(self.questions.iter().map(|id| (*id).to_owned())))
    }

    /// The row of an assessment. What it does not ask is empty.
    pub fn row(&self, file: &str, assessment: &Assessment) -> String {
        let day = answered_on(assessment).map(|day| day.to_string()).unwrap_or_default();
        let respondent = assessment.respondent.clone().unwrap_or_default();
        let first = [assessment.organization.clone(), file.to_owned(), respondent, day];
        let scores = score(self.catalogue, assessment);
        let results = self.questionnaires.iter().flat_map(|one| {
            let score = scores.iter().find(|score| score.questionnaire.id == one.id);
            [score.map(result).unwrap_or_default(), percent(score.and_then(Score::sum))]
        });
        let answers = self.questions.iter().map(|id| {
            let answer = assessment.entry(id).and_then(|entry| entry.answer.as_ref());
            answer.map(|answer| answer.word().to_owned()).unwrap_or_default()
        });
        line(first.into_iter().chain(results).chain(answers))
    }
}

/// The number of the level that is reached, or the candidates that fit best; an area has its percent alone.
fn result(score: &Score<'_>) -> String {
    match &score.result {
        Outcome::Levels(levels) => levels.reached.to_string(),
        Outcome::Areas(_) => String::new(),
        Outcome::Fit(fit) => words::scores::best_fit(&fit.candidates).unwrap_or_default(),
    }
}
