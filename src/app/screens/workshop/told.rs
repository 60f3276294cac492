//! What a workshop tells of its question over the screen: what it means; and, to whoever asks for it, who voted
//! and wrote what. On a projector nothing of that is shown by itself.

use crate::app::Open;
use crate::app::dialogs::Dialog;
use crate::app::keys::Command;
use crate::app::response::Response;
use crate::app::screens::shared::ask_about_current;
use crate::app::screens::workshop::view;
use crate::assessment::Assessment;
use crate::questionnaire::Question;
use crate::team::join_notes;
use crate::words::dialogs;
use crate::words::interview_screen;
use crate::words::workshop_screen as words;
use crate::workshop::View;

/// Tells what the present question means.
pub(super) fn about(open: &Open<'_>) -> Response {
    let Some(question) = open.session.question() else { return Response::none() };
    let mut lines = vec![question.text.question.clone(), String::new()];
    if !question.text.help.is_empty() {
        lines.extend([question.text.help.clone(), String::new()]);
    }
    let options = question.text.options.iter().enumerate();
    lines.extend(options.map(|(i, option)| words::option(i + 1, &option.label, &option.text)));
    let lists = open.session.lists();
    if !lists.is_empty() {
        lines.push(String::new());
        lines.extend(lists.into_iter().map(|(list, names)| interview_screen::names(list, names)));
    }
    Response::ask(Dialog::page(words::ABOUT, lines))
}

/// Asks whether who voted what may be seen by everybody who sees this screen, and shows it.
pub(super) fn ask_voices(open: &Open<'_>) -> Response {
    let Some(question) = open.session.question() else { return Response::none() };
    let are_hidden = view(open) == View::Voting;
    let lines = voices(question, open.session.assessment(), are_hidden);
    if lines.is_empty() {
        return Response::say(if are_hidden { words::VOICES_HIDDEN } else { words::NO_VOICES });
    }
    let answers = (words::SHOW_VOICES.to_owned(), words::HIDE_VOICES.to_owned());
    Response::ask(Dialog::yes_or_no(words::VOICES, words::VOICES_HINT, answers, |app| {
        app.follow(Response::ask(Dialog::page(words::VOICES, lines)))
    }))
}

/// Who said what on a question, in files and, once their votes are shown, from devices.
fn voices(question: &Question, assessment: &Assessment, are_hidden: bool) -> Vec<String> {
    let from_files = assessment.voices.get(&question.id).into_iter().flatten();
    let from_files = from_files.map(|voice| {
        words::voice(question, voice.by.as_deref(), voice.answer.as_deref(), voice.note.as_deref())
    });
    let from_devices = assessment.ballots.get(&question.id).filter(|_| !are_hidden).into_iter().flatten();
    let from_devices =
        from_devices.filter(|ballot| ballot.by.is_some() || ballot.note.is_some()).map(|ballot| {
            words::voice(question, ballot.by.as_deref(), Some(&ballot.answer), ballot.note.as_deref())
        });
    from_files.chain(from_devices).collect()
}

/// Asks for the note on the present question. What was written under a name at home is kept, and not shown.
pub(super) fn ask_note(open: &Open<'_>) -> Response {
    let Some(question) = open.session.question() else { return Response::none() };
    let assessment = open.session.assessment();
    let named = assessment.voices.get(&question.id).and_then(|voices| join_notes(voices));
    let note = assessment.entry(&question.id).and_then(|entry| entry.note.clone()).unwrap_or_default();
    let Some((named, own)) = named.and_then(|named| {
        let own = note.strip_prefix(&named)?.trim_start_matches('\n').to_owned();
        Some((named, own))
    }) else {
        return ask_about_current(open, Command::Note);
    };
    let title = dialogs::note(&question.text.question);
    Response::ask(Dialog::note(title, words::NAMED_NOTES_KEPT, own, move |app, own| {
        let note = format!("{named}\n{own}").trim_end().to_owned();
        Ok(app.on_open(|open, _| open.change(|session| session.set_note(note))))
    }))
}
