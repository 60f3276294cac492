//! What changed between two assessments, as text, Markdown and JSON. The JSON is described in
//! `docs/formats.md`.

use serde::Serialize;

use super::json::{AnswerRecord, AssessmentRecord, ScoreRecord, pretty_json};
use super::tree::{Block, Report, Section};
use crate::score::{AreasScore, Outcome, Score};
use crate::team::{AnswerChange, Comparison, Direction, QuestionnaireChange, look_alike};
use crate::words;

/// What changed, laid out: results, answers, actions.
pub fn comparison(comparison: &Comparison<'_>) -> Report {
    let mut report = Report::new(words::team::title(comparison.before, comparison.after));
    sections(comparison).into_iter().for_each(|section| report.push(section));
    report
}

/// The same under the names of the two files, where nothing else tells them apart.
pub fn comparison_of(comparison: &Comparison<'_>, (before, after): (&str, &str)) -> Report {
    let mut report = self::comparison(comparison);
    if look_alike(comparison.before, comparison.after) {
        report.title = words::team::title_of_files(comparison.after, before, after);
    }
    report
}

/// The same as one section of another report.
pub fn change(comparison: &Comparison<'_>) -> Section {
    let mut change = Section::new(words::team::since(comparison.before));
    for section in sections(comparison).into_iter().filter(|section| !section.blocks.is_empty()) {
        change.blocks.push(Block::Label(section.heading));
        change.blocks.extend(section.blocks.into_iter().map(|block| match block {
            Block::Item(depth, text) => Block::Item(depth + 1, text),
            other => other,
        }));
    }
    change
}

fn sections(comparison: &Comparison<'_>) -> [Section; 9] {
    let mut results = Section::new(words::team::RESULTS);
    let mut versions = Section::new(words::team::VERSIONS);
    for change in &comparison.questionnaires {
        result(&mut results, change);
        let (before, after) = change.versions;
        if let Some(text) = words::team::versions(&change.questionnaire.id, before, after) {
            versions.item(0, text);
        }
    }
    let answers = |heading, direction| {
        let moved = comparison.answers.iter().filter(|change| change.direction == direction);
        // How many these are stands at the results.
        let moved = moved.filter(|change| !is_to_confirm(comparison, change));
        Section::list(heading, moved.map(words::team::changed))
    };
    let mut done = Section::new(words::team::DONE);
    for action in &comparison.actions {
        let title = action.question.action.as_ref().map_or("", |action| &action.text.title);
        done.item(0, format!("{title} ({}): {}", action.question.id, words::team::followed(action.followed)));
    }
    let mut revised = listed(words::team::REVISED, &comparison.revised);
    if !comparison.revised.is_empty() {
        revised.item(0, words::team::REVISED_WHY);
    }
    [
        results,
        answers(words::team::UP, Direction::Up),
        answers(words::team::DOWN, Direction::Down),
        answers(words::team::OTHER, Direction::Other),
        done,
        listed(words::team::NEW, &comparison.new),
        listed(words::team::GONE, &comparison.gone),
        revised,
        versions,
    ]
}

/// True for an answer that was carried over, and that nobody has confirmed yet.
pub(super) fn is_to_confirm(comparison: &Comparison<'_>, change: &AnswerChange<'_>) -> bool {
    let entry = comparison.after.entry(&change.question.id);
    change.after.is_unanswered() && entry.is_some_and(|entry| entry.answer.is_some())
}

fn listed(heading: &str, ids: &[&str]) -> Section {
    Section::list(heading, ids.iter().map(|id| (*id).to_owned()))
}

/// How the result of a questionnaire changed: its level and its gates, its areas, its best candidate.
fn result<'c>(section: &mut Section, change: &'c QuestionnaireChange<'c>) {
    let questionnaire = change.questionnaire;
    let says = |score: &Option<Score<'_>>| match score.as_ref().map(|score| &score.result) {
        None => words::team::NOT_ASKED.to_owned(),
        Some(Outcome::Levels(levels)) => words::scores::reached(questionnaire, levels),
        Some(Outcome::Areas(areas)) => areas.sum.to_string(),
        Some(Outcome::Fit(fit)) => words::scores::fit_result(&fit.candidates),
    };
    let levels = |score: &'c Option<Score<'c>>| score.as_ref().and_then(Score::levels);
    let result = match (levels(&change.before), levels(&change.after)) {
        (Some(before), Some(after)) => words::team::levels_from_to(questionnaire, before, after),
        _ => words::team::from_to(&says(&change.before), &says(&change.after)),
    };
    section.item(0, format!("{}: {result}", questionnaire.text.title));
    let to_confirm = change.after.as_ref().map_or(0, |score| score.questions.to_confirm);
    if let Some(text) = words::answers::not_confirmed(to_confirm) {
        section.item(1, text);
    }
    match (
        change.before.as_ref().map(|score| &score.result),
        change.after.as_ref().map(|score| &score.result),
    ) {
        (Some(Outcome::Levels(before)), Some(Outcome::Levels(after))) => {
            detail(
                section,
                words::team::POSITION,
                &words::scores::position(before),
                &words::scores::position(after),
            );
            detail(section, words::scores::PERCENT, &before.sum.to_string(), &after.sum.to_string());
            for (then, now) in before.levels.iter().zip(&after.levels) {
                let name = words::capital(&words::scores::number(questionnaire, now.number));
                detail(section, &name, &words::team::gate(then), &words::team::gate(now));
            }
            let says = |ability| words::team::ability(questionnaire, ability);
            let (then, now) = (says(before.ability.as_ref()), says(after.ability.as_ref()));
            detail(section, words::scores::ABILITY, &then, &now);
        }
        (Some(Outcome::Areas(before)), Some(Outcome::Areas(after))) => areas(section, before, after),
        (Some(Outcome::Levels(_) | Outcome::Areas(_) | Outcome::Fit(_)) | None, _) => {}
    }
}

fn areas(section: &mut Section, before: &AreasScore<'_>, after: &AreasScore<'_>) {
    for (then, now) in before.areas.iter().zip(&after.areas) {
        detail(section, &now.area.text.title, &then.sum.to_string(), &now.sum.to_string());
    }
}

/// A line on what differs; nothing where it does not.
fn detail(section: &mut Section, name: &str, before: &str, after: &str) {
    if before != after {
        section.item(1, format!("{name}: {before} → {after}"));
    }
}

/// A comparison as JSON, ended by a newline; `files` are the names of the two files.
pub fn compare_json(comparison: &Comparison<'_>, files: (&str, &str)) -> String {
    pretty_json(&ComparisonRecord::of(comparison, files))
}

#[derive(Serialize)]
pub(super) struct ComparisonRecord<'a> {
    format: u32,
    before: AssessmentRecord<'a>,
    after: AssessmentRecord<'a>,
    questionnaires: Vec<ScoreChangeRecord<'a>>,
    answers: Vec<AnswerChangeRecord<'a>>,
    new: &'a [&'a str],
    gone: &'a [&'a str],
    revised: &'a [&'a str],
    actions: Vec<FollowedRecord<'a>>,
}

#[derive(Serialize)]
struct ScoreChangeRecord<'a> {
    id: &'a str,
    before: Option<ScoreRecord<'a>>,
    after: Option<ScoreRecord<'a>>,
}

#[derive(Serialize)]
struct AnswerChangeRecord<'a> {
    question: &'a str,
    before: AnswerRecord<'a>,
    after: AnswerRecord<'a>,
    direction: &'static str,
}

#[derive(Serialize)]
struct FollowedRecord<'a> {
    question: &'a str,
    followed: &'static str,
}

impl<'a> ComparisonRecord<'a> {
    pub(super) fn of(comparison: &'a Comparison<'a>, files: (&'a str, &'a str)) -> ComparisonRecord<'a> {
        let Comparison { before, after, .. } = *comparison;
        let questionnaires = comparison.questionnaires.iter().map(|change| {
            // The version that was answered, where `score` names the one it scores by.
            let score = |score: &'a Option<Score<'a>>, version, assessment| {
                score.as_ref().map(|score| ScoreRecord::of(score, version, assessment))
            };
            ScoreChangeRecord {
                id: &change.questionnaire.id,
                before: score(&change.before, change.versions.0, before),
                after: score(&change.after, change.versions.1, after),
            }
        });
        let answers = comparison.answers.iter().map(|change| AnswerChangeRecord {
            question: &change.question.id,
            before: AnswerRecord::of(change.question, change.before),
            after: AnswerRecord::of(change.question, change.after),
            direction: change.direction.id(),
        });
        let actions = comparison
            .actions
            .iter()
            .map(|action| FollowedRecord { question: &action.question.id, followed: action.followed.id() });
        ComparisonRecord {
            format: 1,
            before: AssessmentRecord::of(files.0, before),
            after: AssessmentRecord::of(files.1, after),
            questionnaires: questionnaires.collect(),
            answers: answers.collect(),
            new: &comparison.new,
            gone: &comparison.gone,
            revised: &comparison.revised,
            actions: actions.collect(),
        }
    }
}
