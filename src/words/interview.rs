//! The words of an interview: milestones and the ways on from there, changes, time and progress.

use super::answers::{self, TO_CONFIRM, UNANSWERED};
use super::{count, scores};
use crate::assessment::{Answer, Assessment, Edit, Entry, How, PlanSettings, State};
use crate::interview::{NextStep, Progress, QuestionGroup, progress};
use crate::questionnaire::{Catalogue, Kind, Part, Question, Questionnaire, minutes};
use crate::score::Counts;

/// Above the results where every question has an answer.
pub const COMPLETE: &str = "Everything is answered. This is what was found:";

/// A way on from a milestone.
pub fn next_step(progress: &Progress<'_>, step: NextStep<'_>) -> String {
    let go_on = |questionnaire: &Questionnaire, left| {
        let (title, left) = (&questionnaire.text.title, (count(left, "question"), time(progress, left)));
        format!("Go on with {title}: {}, {}", left.0, left.1)
    };
    match step {
        NextStep::Results { follow_ups: false } => "See where you stand, and why".to_owned(),
        NextStep::Results { follow_ups: true } => {
            "See where you stand, and what to look closer at".to_owned()
        }
        NextStep::Rest { questionnaire, left } => {
            format!("{}; they sharpen the plan", go_on(questionnaire, left))
        }
        NextStep::Other { questionnaire, left, more: 0 } => go_on(questionnaire, left),
        NextStep::Other { questionnaire, left, more } => {
            format!("{}; {more} more in others", go_on(questionnaire, left))
        }
        NextStep::Plan => "See the plan as it is now".to_owned(),
    }
}

/// The time that so many questions take: "about 12 minutes".
pub fn time(progress: &Progress<'_>, questions: usize) -> String {
    match progress.seconds(questions) {
        ..60 => "less than a minute".to_owned(),
        seconds => format!("about {}", count(seconds.div_ceil(60), "minute")),
    }
}

/// Progress and reached levels, in a few words each.
pub fn summary(catalogue: &Catalogue, assessment: &Assessment) -> Vec<String> {
    let progress = progress(catalogue, assessment);
    let levels = progress.scores.iter().filter_map(|score| {
        let levels = score.levels()?;
        let reached = scores::number(score.questionnaire, levels.reached);
        let title = &score.questionnaire.levels.get(levels.reached)?.text.title;
        Some(match levels.provisional() {
            true => format!("{reached} {title} (provisional)"),
            false => format!("{reached} {title}{}", scores::rests_on(levels)),
        })
    });
    let Counts { total, implied, unanswered, to_confirm, .. } = progress.counts;
    let total = total - implied;
    let answered = (unanswered < total || to_confirm == 0)
        .then(|| format!("{} of {total} answered", total - unanswered));
    let to_confirm = (to_confirm > 0).then(|| format!("{to_confirm} of {total} {TO_CONFIRM}"));
    answered.into_iter().chain(to_confirm).chain(levels).collect()
}

/// A questionnaire in one line: its title, its size, how long it takes, what comes out.
pub(crate) fn questionnaire(questionnaire: &Questionnaire) -> String {
    let questions = questionnaire.placements.len();
    let size = format!("{}, {} min", count(questions, "question"), minutes(questions));
    let title = &questionnaire.text.title;
    match questionnaire.kind {
        Kind::Levels => format!("{title}: {size}, levels"),
        Kind::Areas => format!("{title}: {size}, areas"),
        Kind::Fit => format!("{title}: {size}, a recommendation"),
    }
}

/// Whom a questionnaire suits, and after how many of its questions it tells something.
pub(crate) fn about_questionnaire(questionnaire: &Questionnaire, before_result: usize) -> String {
    let suits = &questionnaire.text.suits;
    let suits = if suits.is_empty() { String::new() } else { format!("{suits} ") };
    let result = match before_result < questionnaire.placements.len() {
        true => format!("The first result comes after {}.", count(before_result, "question")),
        false => String::new(),
    };
    format!("{suits}{result}").trim_end().to_owned()
}

/// The heading of a group of questions: the title of its level or area; that of the questionnaire where
/// there is none.
pub(crate) fn group_title<'q>(group: &QuestionGroup<'q>) -> &'q str {
    let Questionnaire { levels, areas, text, .. } = group.questionnaire;
    match group.part {
        Part::Level(number) => levels.get(number).map_or("", |level| &level.text.title),
        Part::Area(number) => areas.get(number).map_or("", |area| &area.text.title),
        Part::Ability => scores::ABILITY,
        Part::Fit => &text.title,
    }
}

/// An action of the last plan that was finished or begun: "done: Keep an inventory".
pub(crate) fn worked_on(question: &Question, state: State) -> String {
    let title = question.action.as_ref().map_or(question.id.as_str(), |action| &action.text.title);
    match state {
        State::Done => format!("done: {title}"),
        State::Todo | State::Doing | State::Dropped => format!("under way: {title}"),
    }
}

/// An answer in a few words.
pub(crate) fn answer_text(question: &Question, answer: &Answer) -> String {
    let id = &question.id;
    format!("{id}: {}", answers::numbered(question, answer))
}

/// The subject of a change to how the plan is made: the action that was moved in it, if one was.
fn plan_change(catalogue: &Catalogue, before: &PlanSettings, after: &PlanSettings) -> String {
    let lists = [(&before.also, &after.also), (&before.first, &after.first), (&before.later, &after.later)];
    let Some((before, after)) = lists.into_iter().find(|(before, after)| before != after) else {
        return "route, capacity or start of the plan".to_owned();
    };
    let differs = |(one, other): (&Vec<String>, &Vec<String>)| {
        one.iter().enumerate().find(|(i, id)| other.get(*i) != Some(id)).map(|(_, id)| id.clone())
    };
    let id = if after.len() < before.len() { differs((before, after)) } else { differs((after, before)) };
    let question = id.as_ref().and_then(|id| catalogue.question(id));
    let action = question.and_then(|question| question.action.as_ref());
    let title = action.map(|action| action.text.title.clone()).or(id).unwrap_or_default();
    format!("the place of {title} in the plan")
}

/// The subject of a change, in a few words, for whoever takes it back or makes it again; seen from an
/// assessment in which it is not made.
pub(crate) fn change_text(catalogue: &Catalogue, assessment: &Assessment, edit: &Edit) -> String {
    let title = |id: &str| {
        let questionnaire = catalogue.questionnaire(id);
        questionnaire.map_or(id.to_owned(), |questionnaire| questionnaire.text.title.clone())
    };
    match edit {
        Edit::Organization(name) => format!("the name {name}"),
        Edit::Respondent(_) => "who answers".to_owned(),
        Edit::Questionnaires(_) => "which questionnaires are asked".to_owned(),
        Edit::Plan(after) => plan_change(catalogue, &assessment.plan, after),
        Edit::List(id, _) => {
            format!("the list {}", catalogue.list(id).map_or(id, |list| &list.text.title))
        }
        Edit::Target(id, _) => format!("the target of {}", title(id)),
        Edit::Objectives(id, _) => format!("the objectives of {}", title(id)),
        Edit::Entry(id, after) => {
            let before = assessment.entry(id).cloned().unwrap_or_default();
            entry_change(catalogue, id, &before, &after.clone().unwrap_or_default())
        }
        Edit::Votes(id, _) | Edit::Rounds(id, _) | Edit::Ballots(id, _) | Edit::Voices(id, _) => {
            format!("the votes on {id}")
        }
        Edit::Count(id, word, by) => {
            let of = Answer::from_word(word);
            let answer = catalogue.question(id).map(|question| answers::numbered(question, &of));
            let votes = count(usize::try_from(by.unsigned_abs()).unwrap_or(usize::MAX), "vote");
            format!("{votes} for {} on {id}", answer.unwrap_or_else(|| word.clone()))
        }
        Edit::Decision(id, _) => format!("the decision on {id}"),
        Edit::Action(id, _) => {
            let action = catalogue.question(id).and_then(|question| question.action.as_ref());
            format!("the action {}", action.map_or(id, |action| &action.text.title))
        }
        Edit::Whole(_) => "what was merged".to_owned(),
        Edit::All(edits) => changes_text(catalogue, assessment, edits),
    }
}

/// The subject of several changes that are one. A room changes the answer to a question together with
/// its decision.
fn changes_text(catalogue: &Catalogue, assessment: &Assessment, edits: &[Edit]) -> String {
    let text = |edit| change_text(catalogue, assessment, edit);
    let decision = edits.iter().find_map(|edit| match edit {
        Edit::Decision(id, decision) => Some((id, decision)),
        _ => None,
    });
    let entry = edits.iter().find(|edit| matches!(edit, Edit::Entry(..)));
    match (decision, entry, edits) {
        (Some((id, Some(decision))), ..) if decision.how == How::Parked => format!("parking {id}"),
        (Some((id, None)), ..) => format!("voting again on {id}"),
        (Some((_, Some(decision))), Some(entry), _) if decision.decided.is_some() => text(entry),
        (Some(_), Some(entry), _) => format!("the decision {}", text(entry)),
        (.., []) => String::new(),
        (.., [only]) => text(only),
        (.., [first, more @ ..]) => format!("{}, and {} more", text(first), more.len()),
    }
}

fn entry_change(catalogue: &Catalogue, id: &str, before: &Entry, after: &Entry) -> String {
    match (&after.answer, catalogue.question(id)) {
        (answer, _) if *answer == before.answer && after.note != before.note => format!("the note on {id}"),
        (answer, _) if *answer == before.answer && after.evidence != before.evidence => {
            format!("the evidence for {id}")
        }
        (Some(answer), Some(question)) => answer_text(question, answer),
        (Some(_), None) | (None, _) => format!("{id}: {UNANSWERED}"),
    }
}
