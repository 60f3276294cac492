//! What a change is about, in a few words: for whoever takes it back or makes it again.

use super::milestone::answer_text;
use super::session::Session;
use crate::assessment::{Assessment, Edit, Entry, How};
use crate::questionnaire::Catalogue;

/// Takes the last change back, or makes it again; returns what it is about, `None` when there is none.
pub fn step(session: &mut Session<'_>, back: bool) -> Option<String> {
    let told = |session: &Session<'_>| {
        let change = session.to_redo()?;
        Some(about(session.catalogue(), session.assessment(), change))
    };
    // Where the change is not made: after taking it back, before making it again.
    let (is_done, change) = if back {
        (session.undo(), told(session))
    } else {
        let change = told(session);
        (session.redo(), change)
    };
    is_done.then(|| change.unwrap_or_default())
}

/// What a change is about, seen from an assessment in which it is not made.
fn about(catalogue: &Catalogue, assessment: &Assessment, edit: &Edit) -> String {
    let title = |id: &str| {
        let questionnaire = catalogue.questionnaire(id);
        questionnaire.map_or(id.to_owned(), |questionnaire| questionnaire.text.title.clone())
    };
    match edit {
        Edit::Organization(name) => format!("the name {name}"),
        Edit::Respondent(_) => "who answers".to_owned(),
        Edit::Questionnaires(_) => "which questionnaires are asked".to_owned(),
        Edit::Plan(_) => "route, capacity or start of the plan".to_owned(),
        Edit::Target(id, _) => format!("the target of {}", title(id)),
        Edit::Objectives(id, _) => format!("the objectives of {}", title(id)),
        Edit::Entry(id, entry) => {
            about_entry(catalogue, id, assessment.entry(id), &entry.clone().unwrap_or_default())
        }
        Edit::Votes(id, _) | Edit::Voices(id, _) => format!("the votes on {id}"),
        Edit::Decision(id, _) => format!("the decision on {id}"),
        Edit::Action(id, _) => {
            let action = catalogue.question(id).and_then(|question| question.action.as_ref());
            format!("the action {}", action.map_or(id, |action| &action.text.title))
        }
        Edit::Whole(_) => "what was merged".to_owned(),
        Edit::All(edits) => {
            // What a room does to a question: its answer goes with its decision.
            let decision = edits.iter().find_map(|edit| match edit {
                Edit::Decision(id, decision) => Some((id, decision)),
                _ => None,
            });
            let entry = edits.iter().find(|edit| matches!(edit, Edit::Entry(..)));
            match (decision, entry) {
                (Some((id, Some(decision))), _) if decision.how == How::Parked => format!("parking {id}"),
                (Some((id, None)), _) => format!("voting again on {id}"),
                (Some(_), Some(entry)) => format!("the decision {}", about(catalogue, assessment, entry)),
                _ => edits.first().map_or_else(String::new, |first| {
                    let more = edits.len() - 1;
                    let more = if more == 0 { String::new() } else { format!(", and {more} more") };
                    about(catalogue, assessment, first) + &more
                }),
            }
        }
    }
}

fn about_entry(catalogue: &Catalogue, id: &str, before: Option<&Entry>, after: &Entry) -> String {
    let before = before.cloned().unwrap_or_default();
    match (&after.answer, catalogue.question(id)) {
        (answer, _) if *answer == before.answer && after.note != before.note => format!("the note on {id}"),
        (answer, _) if *answer == before.answer && after.evidence != before.evidence => {
            format!("the evidence for {id}")
        }
        (Some(answer), Some(question)) => answer_text(question, answer),
        _ => format!("{id}: no answer"),
    }
}
