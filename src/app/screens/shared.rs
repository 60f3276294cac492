//! What is asked on several screens: a question to find, the questionnaires, a note or evidence.

use crate::app::dialogs::Dialog;
use crate::app::keys::Command;
use crate::app::response::Response;
use crate::app::{Open, Tab};
use crate::assessment::Assessment;
use crate::interview::{Session, before_first_result, with_versions};
use crate::questionnaire::{Catalogue, DEFAULT_SELECTION};
use crate::words::dialogs as words;
use crate::words::interview::{about_questionnaire, questionnaire as questionnaire_line};

/// Asks for a part of the question to go to.
pub(in crate::app) fn ask_find() -> Response {
    Response::ask(Dialog::line(words::FIND, words::FIND_HINT, "", |app, part| {
        let found = app.open().map_or_else(Vec::new, |open| open.session.find(part));
        if found.is_empty() {
            return Err(words::NOT_FOUND.to_owned());
        }
        let lines: Vec<(String, String)> = found
            .into_iter()
            .map(|question| (question.id.clone(), words::found_question(question)))
            .collect();
        let hint = words::found(lines.len());
        Ok(app.follow(Response::ask(ask_question(words::FIND, hint, lines, 0))))
    }))
}

/// Asks for one of these questions, and goes to it: in the workshop, where that is shown.
pub(in crate::app) fn ask_question(
    title: impl Into<String>,
    hint: impl Into<String>,
    lines: Vec<(String, String)>,
    selected: usize,
) -> Dialog {
    Dialog::list(title, hint, lines, selected, |app, question: String| {
        app.on_open(|open, now| {
            open.session.go_to(&question);
            open.go(if open.tab == Tab::Workshop { Tab::Workshop } else { Tab::Interview }, now);
            Response::none()
        })
    })
}

pub(in crate::app) fn ask_questionnaires(open: &Open<'_>, hint: &str) -> Response {
    let catalogue = open.session.catalogue();
    let lines = questionnaires(catalogue, Some(open.session.assessment()));
    let dialog = Dialog::ticks(words::QUESTIONNAIRES, hint, lines, |app, ids| {
        app.on_open(|open, now| {
            if ids.is_empty() {
                return ask_questionnaires(open, words::TICK_ONE);
            }
            let asked = with_versions(open.session.catalogue(), &ids);
            let response = open.change(|session| session.set_questionnaires(asked));
            open.come_again(now);
            response
        })
    });
    Response::ask(dialog.with_details(about_questionnaires(catalogue)))
}

/// The questionnaires as lines to tick: those of an assessment are ticked, or those of a new one.
pub(super) fn questionnaires(
    catalogue: &Catalogue,
    asked: Option<&Assessment>,
) -> Vec<(String, String, bool)> {
    let line = |questionnaire: &crate::questionnaire::Questionnaire| {
        let ticked = match asked {
            Some(assessment) => assessment.asks(&questionnaire.id),
            None => DEFAULT_SELECTION.contains(&questionnaire.id.as_str()),
        };
        (questionnaire.id.clone(), questionnaire_line(questionnaire), ticked)
    };
    catalogue.questionnaires().map(line).collect()
}

/// Whom each of the questionnaires suits, and how soon it tells something.
pub(super) fn about_questionnaires(catalogue: &Catalogue) -> impl Iterator<Item = String> {
    catalogue.questionnaires().map(|questionnaire| {
        about_questionnaire(questionnaire, before_first_result(catalogue, questionnaire))
    })
}

/// Asks for a note on the question where one is, or for its evidence.
pub(super) fn ask_about_current(open: &Open<'_>, command: Command) -> Response {
    match open.session.question() {
        Some(question) => ask_about(open, command, &question.id),
        None => Response::none(),
    }
}

pub(super) fn ask_about(open: &Open<'_>, command: Command, id: &str) -> Response {
    let Some(question) = open.session.catalogue().question(id) else { return Response::none() };
    let text = &question.text.question;
    let entry = open.session.assessment().entry(id).cloned().unwrap_or_default();
    let id = id.to_owned();
    Response::ask(if command == Command::Evidence {
        let title = words::evidence(text);
        Dialog::note(title, words::EVIDENCE_HINT, entry.evidence.join("\n"), move |app, lines| {
            let places = lines.lines().map(str::trim).filter(|line| !line.is_empty());
            let places = places.map(str::to_owned).collect();
            Ok(app
                .on_open(|open, _| open.change(|session| at(session, &id, |here| here.set_evidence(places)))))
        })
    } else {
        let note = entry.note.unwrap_or_default();
        Dialog::note(words::note(text), words::NOTE_HINT, note, move |app, note| {
            let note = note.to_owned();
            Ok(app.on_open(|open, _| open.change(|session| at(session, &id, |here| here.set_note(note)))))
        })
    })
}

/// Asks for the names that the question where one is speaks of; for which of its lists, where it has several.
pub(super) fn ask_names(open: &Open<'_>) -> Response {
    let ids: Vec<String> = open.session.lists().iter().map(|(list, _)| list.id.clone()).collect();
    match ids.as_slice() {
        [] => Response::say(words::NO_NAMES),
        [id] => ask_list(open, id),
        _ => {
            let lists = open.session.lists().into_iter();
            let lines = lists.map(|(list, _)| (list.id.clone(), list.text.title.clone())).collect();
            Response::ask(Dialog::list(words::WHICH_NAMES, "", lines, 0, |app, id: String| {
                app.on_open(|open, _| ask_list(open, &id))
            }))
        }
    }
}

fn ask_list(open: &Open<'_>, id: &str) -> Response {
    let Some(list) = open.session.catalogue().list(id) else { return Response::none() };
    let (id, at_most) = (id.to_owned(), list.at_most.and_then(|most| usize::try_from(most).ok()));
    let names = open.session.names(&id).join("\n");
    Response::ask(Dialog::note(&list.text.title, words::names_hint(list), names, move |app, lines| {
        // A comma may belong to a name.
        let names = lines.split(['\n', ';']).map(str::trim).filter(|name| !name.is_empty());
        let names: Vec<String> = names.map(str::to_owned).collect();
        match at_most.filter(|most| names.len() > *most) {
            Some(most) => Err(words::too_many_names(most)),
            None => Ok(app.on_open(|open, _| open.change(|session| session.set_names(&id, names)))),
        }
    }))
}

/// Changes what is said about a question, and stays where one is.
fn at(session: &mut Session<'_>, question: &str, change: impl FnOnce(&mut Session<'_>)) {
    let here = session.position();
    session.go_to(question);
    change(session);
    if let Some(here) = here {
        session.go_to_position(here);
    }
}
