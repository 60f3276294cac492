//! What a workshop asks over its screen: why a decision, how many minutes, which question next, and
//! whether to leave.

use super::{decide, named};
use crate::app::dialogs::{Choice, Choosing, Dialog, Item, Lines, Text, Writing};
use crate::app::message::Effect;
use crate::app::saving::Leaving;
use crate::app::{App, Notice, Open, Screen};
use crate::assessment::Answer;
use crate::team::{Tally, joined_reasons};
use crate::words;
use crate::workshop::Stage;

/// The most minutes that a workshop may have: a day.
const MOST_MINUTES: u32 = 24 * 60;

/// Decides upon what the votes come to; asks why where it is something else.
pub(crate) fn ask_or_decide(app: &mut App<'_>, word: &str) -> Vec<Effect> {
    let Some(Open { session, workshop: Some(view), .. }) = &mut app.open else { return Vec::new() };
    let (Some(question), Some(tally)) = (session.question(), view.workshop.tally(session)) else {
        return Vec::new();
    };
    let answer = Answer::from_word(word);
    let own = tally.outcome.as_ref().is_some_and(|outcome| outcome.answer.as_ref() == Some(&answer));
    if own && answer != Answer::NotApplicable {
        return decide(app, word, None);
    }
    let (hint, reason) = if answer == Answer::NotApplicable {
        let assessment = session.assessment();
        let reason = match assessment.voices.get(&question.id) {
            Some(voices) => joined_reasons(voices),
            None => assessment.entry(&question.id).and_then(|entry| entry.reason.clone()),
        };
        let why = "Why does this question not apply? One sentence; it stands in the plan.";
        (why.to_owned(), reason.unwrap_or_default())
    } else {
        let own = tally.outcome.as_ref().and_then(|outcome| {
            let how = words::team::came_about(question, &tally);
            Some(format!("{} ({how})", named(question, outcome.answer.as_ref()?)))
        });
        let own = own.map(|own| format!(", and not {own}")).unwrap_or_default();
        (format!("Why this{own}? One sentence; it stands beside the decision."), String::new())
    };
    let title = format!("Decide: {}", named(question, &answer));
    let purpose = Text::Decision(word.to_owned());
    app.dialog = Some(Writing::dialog(&title, &hint, Lines::One, &reason, purpose));
    Vec::new()
}

pub(crate) fn ask_minutes(app: &mut App<'_>) {
    let hint = "How many minutes does the workshop have from now on?";
    app.dialog = Some(Writing::dialog("Minutes left", hint, Lines::One, "", Text::Minutes));
}

/// Takes the minutes that are left.
pub(crate) fn set_minutes(app: &mut App<'_>, text: &str) -> Result<(), String> {
    let minutes = text.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    let minutes = minutes.ok_or_else(|| format!("Write a number from 1 to {MOST_MINUTES}"))?;
    let now = app.now;
    if let Some(Open { session, workshop: Some(view), .. }) = &mut app.open {
        view.workshop.set_left(session, minutes, now);
    }
    Ok(())
}

/// Shows what is left, and what there is no time for.
pub(crate) fn ask_agenda(app: &mut App<'_>) {
    let Some(Open { session, workshop: Some(view), .. }) = &app.open else { return };
    let agenda = view.workshop.agenda(session);
    let skip = view.workshop.to_skip(session, app.now);
    let items = agenda.iter().filter_map(|item| {
        let question = app.catalogue.question(&item.position.place.question)?;
        let votes = session.assessment().votes.get(&question.id);
        let mut marks = Vec::new();
        if skip.contains(&question.id.as_str()) {
            marks.push("skip?".to_owned());
        }
        match item.stage {
            Stage::Parked => marks.push("parked".to_owned()),
            Stage::Voting => {
                let from_files = session.assessment().voices.contains_key(&question.id);
                let begun = if from_files { "" } else { "begun, " };
                let votes = usize::try_from(Tally::of(question, votes).all).unwrap_or(usize::MAX);
                marks.push(format!("{begun}{}", words::count(votes, "vote")));
            }
            Stage::Open | Stage::Decided => {}
        }
        if item.contested {
            marks.push("contested".to_owned());
        }
        let marks = if marks.is_empty() { String::new() } else { format!("[{}] ", marks.join(", ")) };
        Some(Item::new(question.id.as_str(), format!("{marks}{}", question.text.question)))
    });
    let items: Vec<Item> = items.collect();
    if items.is_empty() {
        app.notice = Some(Notice::Info("Nothing is left to decide".to_owned()));
        return;
    }
    let here = session.question().map(|question| question.id.as_str());
    let selected = items.iter().position(|item| Some(item.id.as_str()) == here).unwrap_or(0);
    let parked = agenda.iter().filter(|item| item.stage == Stage::Parked).count();
    let parked = if parked > 0 { format!(", {parked} parked") } else { String::new() };
    let skip = match skip.len() {
        0 => String::new(),
        skip => format!(" No time for the {skip} with \"skip?\"."),
    };
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: format!("Agenda: {} left{parked}", items.len()),
        hint: format!("Parked ones come last.{skip} Enter goes there."),
        items,
        selected,
        purpose: Choice::Question,
    }));
}

/// Asks whether to leave, and where to: the list of assessments is not for every room.
pub(crate) fn ask_leave(app: &mut App<'_>) {
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: "Leave the workshop?".to_owned(),
        hint: "Everything is saved. The list of assessments names all that are on it.".to_owned(),
        items: vec![
            Item::new("stay", "Stay"),
            Item::new("quit", "Leave the program; it goes on next time"),
            Item::new("interview", "End this sitting: answer alone"),
            Item::new("home", "Show the list of assessments"),
        ],
        selected: 0,
        purpose: Choice::LeaveWorkshop,
    }));
}

/// Leaves the workshop for what was chosen.
pub(crate) fn leave(app: &mut App<'_>, id: &str) -> Vec<Effect> {
    match id {
        "quit" => return app.leave(Leaving::Quit),
        "home" => return app.leave(Leaving::Home),
        "interview" => {
            if let Some(open) = &mut app.open {
                open.workshop = None;
            }
            app.go(Screen::Interview);
        }
        _ => {}
    }
    Vec::new()
}
