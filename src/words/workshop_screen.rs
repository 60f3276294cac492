//! What a workshop says on its screen. What the reports say about groups too stands in [`super::team`].

use super::{answers, capital, count, team};
use crate::assessment::{Answer, Assessment, Votes};
use crate::questionnaire::Question;
use crate::team::{Tally, later_change};
use crate::workshop::{AgendaItem, Stage};

/// Where a file is opened whose workshop is not at its end.
pub(crate) const UNDER_WAY: &str = "A workshop is under way in this file: W goes on with it";
pub(crate) const ONLY_BREAK: &str = "A break: Space goes on; only ? and q work besides";
pub(crate) const ONLY_DECIDED: &str =
    "This is decided: Enter goes on, v votes again, u takes the decision back";
pub(crate) const TAKE_BACK_HOW: &str = "Type - and then the vote that is taken back";
pub(crate) const NO_SUCH_VOTE: &str = "There is no such vote";
pub(crate) const NO_VOTES: &str = "Nobody has voted yet";
pub(crate) const TIE: &str = "As many votes for one as for another: choose one, with a reason, or park it";
pub(crate) const LATE_HAND: &str = "The votes come to this: Enter decides it. A late hand is + and its vote";
pub(crate) const NO_REASON: &str = "Say why; it stands beside the decision";
pub(crate) const MINUTES: &str = "Minutes left";
pub(crate) const MINUTES_HINT: &str = "How many minutes does the workshop have from now on?";
pub(crate) const ABOUT: &str = "What the question means";
pub(crate) const VOICES: &str = "Who voted and wrote what";
pub(crate) const VOICES_HINT: &str = "Everybody who sees this screen can read it then.";
pub(crate) const SHOW_VOICES: &str = "Show it";
pub(crate) const HIDE_VOICES: &str = "No, this screen is seen by others";
pub(crate) const NO_VOICES: &str = "Nobody has voted or written anything under a name here";
pub(crate) const VOICES_HIDDEN: &str =
    "Votes from devices are told with their names once all votes are shown";
pub(crate) const NAMED_NOTES_KEPT: &str =
    "Notes that people wrote under their names are kept, and not shown here (N shows them).";
pub(crate) const TAKE_BACK_HINT: &str = "It was not made on this question.";
pub(crate) const DEVICES_GO_ALONG: &str =
    "Votes that devices gave since then go along; their people would have to vote again.";
pub(crate) const MAKE_AGAIN: &str = "Make it again?";
pub(crate) const TAKE_BACK_NO: &str = "Leave it as it is";

/// The answer that takes a change back, or makes it again.
pub(crate) fn step(back: bool) -> &'static str {
    if back { "Take it back" } else { "Make it again" }
}

/// The question whether a change is to be taken back.
pub(crate) fn take_back(change: &str) -> String {
    format!("Take back {change}?")
}

/// An option with its number: "2 Started: one product has one".
pub(crate) fn option(number: usize, label: &str, text: &str) -> String {
    if label.is_empty() { format!("{number} {text}") } else { format!("{number} {label}: {text}") }
}

/// What somebody said on a question: "Ada: 2 Started. Only in the labs".
pub(crate) fn voice(
    question: &Question,
    by: Option<&str>,
    answer: Option<&str>,
    note: Option<&str>,
) -> String {
    let answer = answer.map(|word| answers::numbered(question, &Answer::from_word(word)));
    let said: Vec<String> = answer.into_iter().chain(note.map(str::to_owned)).collect();
    format!("{}: {}", by.unwrap_or("Without a name"), said.join(". "))
}

/// The votes of an earlier round.
pub(crate) fn round(number: usize, question: &Question, votes: &Votes) -> String {
    format!("round {number}: {}", team::votes_on(question, votes))
}

pub(crate) const PEOPLE: &str = "People in the room";
pub(crate) const PEOPLE_HINT: &str = "How many are here, all counted?";
pub(crate) const ALL_VOTED: &str = "All who are here have voted";
pub(crate) const NOTHING_LEFT: &str = "Nothing is left to decide";
pub(crate) const LEAVE: &str = "Leave the workshop?";
pub(crate) const LEAVE_HINT: &str = "Everything is saved. The list of assessments names all that are on it.";
pub(crate) const STAY: &str = "Stay";
pub(crate) const LEAVE_PROGRAM: &str = "Leave the program; it goes on next time";
pub(crate) const ANSWER_ALONE: &str = "End this sitting: answer alone";
pub(crate) const SHOW_LIST: &str = "Show the list of assessments";
/// What to do at the end.
pub(crate) const OVER: &str = "Everything is in the file. r shows the results, p the plan, q leaves.";
pub(crate) const COUNT: &str = "Count the hands: a key for each. Nobody sees the votes yet.";
pub(crate) const BREAK: &str = "BREAK: Space goes on";
pub(crate) const PARKED: &str = "PARKED";
pub(crate) const CONTESTED: &str = "CONTESTED";
pub(crate) const HAS_NOTE: &str = "has a note (n)";
pub(crate) const MORE: &str = "PgDn shows more";

pub(crate) const WHY_PARKED: &str = "Why it is parked";
pub(crate) const WHY_PARKED_HINT: &str = "What is missing, or who has to be asked? It stands in the minutes.";
pub(crate) const NO_PARK_REASON: &str = "parking it without a reason";

pub(crate) fn parked(question: &str) -> String {
    format!("Parked, it comes back at the end: {question}")
}

/// The first result of a questionnaire, to which a decision led.
pub(crate) fn told(questionnaire: &str, result: &str) -> String {
    format!("{questionnaire}: {result}. r shows why")
}

/// The title where a decision asks for its reason.
pub(crate) fn decide(question: &Question, of: &Answer) -> String {
    format!("Decide: {}", answers::numbered(question, of))
}

/// The question why something else is decided than what the votes come to.
pub(crate) fn why_decided(question: &Question, tally: &Tally) -> String {
    let own = tally.outcome.as_ref().and_then(|outcome| {
        let how = team::came_about(question, tally);
        Some(format!(", and not {} ({how})", answers::numbered(question, outcome.answer.as_ref()?)))
    });
    format!("Why this{}? One sentence; it stands beside the decision.", own.unwrap_or_default())
}

pub(crate) fn bad_number(most: u32) -> String {
    format!("Write a number from 1 to {most}")
}

/// The question why one side is decided where the votes are split.
pub(crate) const WHY_THOUGH_SPLIT: &str =
    "The room is split: why this? One sentence; it stands beside the decision.";

/// The question why what few chose is decided.
pub(crate) const WHY_THOUGH_FEW: &str =
    "Fewer than half chose an option: why this? One sentence; it stands beside the decision.";

/// A line of what is left: its marks, and the question.
pub(crate) fn agenda_line(
    question: &Question,
    item: &AgendaItem<'_>,
    to_skip: bool,
    votes: u64,
    from_files: bool,
) -> String {
    let mut marks = Vec::new();
    if to_skip {
        marks.push("skip?".to_owned());
    }
    match item.stage {
        Stage::Parked => marks.push("parked".to_owned()),
        Stage::Voting => {
            let begun = if from_files { "" } else { "begun, " };
            marks.push(format!("{begun}{}", count(usize::try_from(votes).unwrap_or(usize::MAX), "vote")));
        }
        Stage::Open | Stage::Decided => {}
    }
    if item.contested {
        marks.push("contested".to_owned());
    }
    let marks = if marks.is_empty() { String::new() } else { format!("[{}] ", marks.join(", ")) };
    format!("{marks}{}", question.text.question)
}

pub(crate) fn agenda(left: usize, parked: usize) -> String {
    let parked = if parked > 0 { format!(", {parked} parked") } else { String::new() };
    format!("Agenda: {left} left{parked}")
}

/// What to know about what is left.
pub(crate) fn agenda_hint(skip: usize) -> String {
    let skip = match skip {
        0 => String::new(),
        skip => format!(" No time for the {skip} with \"skip?\"."),
    };
    format!("Parked ones come last.{skip} A picks today's questions.")
}

pub(crate) const SHORTLIST: &str = "Today's questions";

/// What the ticked questions come to: so many, of which so many fit into the seconds that are left.
pub(crate) fn shortlist_hint(ticked: usize, fits: usize, left: i64) -> String {
    let left = format!("{} minutes", (left.max(0) + 59) / 60);
    match (ticked, ticked - fits) {
        (0, _) => format!("Nothing is ticked: everything is walked through. There are {left}."),
        (ticked, 0) => format!("Ticked: {ticked}. All have time in the {left} that are left."),
        (ticked, late) => format!(
            "Ticked: {ticked}. In the {left} that are left there is time for {fits}, and none for {late}."
        ),
    }
}

/// What is said of a question before its text: its minutes, and whether it has no time.
pub(crate) fn shortlist_mark(minutes: Option<u32>, is_late: bool) -> String {
    let minutes = minutes.map(|minutes| format!("{minutes} min"));
    let marks = minutes.into_iter().chain(is_late.then(|| "no time".to_owned()));
    marks.collect::<Vec<_>>().join(", ")
}

/// What was picked: so many questions, of which so many have time.
pub(crate) fn picked(left: usize, fits: usize, is_all: bool) -> String {
    let what = if is_all { "No list any more".to_owned() } else { "Today's questions".to_owned() };
    match left - fits.min(left) {
        0 => format!("{what}: {left} to decide, all have time"),
        late => format!("{what}: {left} to decide, no time for {late}"),
    }
}

/// The way back to so many questions that were passed over, and to these that are parked.
pub(crate) fn bring_back(passed: usize, parked: &[&str]) -> String {
    let named = format!("what is parked ({}): {}", parked.len(), parked.join(" "));
    match (passed, parked) {
        (passed, []) => format!("Bring back what was passed over ({passed}; a lists them)"),
        (0, _) => format!("Bring back {named}"),
        (passed, _) => format!("Bring back what was passed over ({passed}), then {named}"),
    }
}

/// The way on to what was not picked.
pub(crate) fn go_on_without_list(questions: usize) -> String {
    format!("Go on with the {} that are not on today's list", count(questions, "question"))
}

/// The way through the questions without an answer.
pub(crate) fn walk_unanswered(questions: usize) -> String {
    format!("Walk through the {} without an answer (or begin with --all)", count(questions, "question"))
}

/// What is left at the end: so many to decide, of which so many are parked; so many that are not on today's list,
/// where there is one; and so many without an answer.
pub(crate) fn over(left: usize, parked: usize, others: usize, unanswered: usize) -> String {
    let (questions, passed) = (count(left, "question"), left.saturating_sub(parked));
    match (left, unanswered) {
        (0, _) if others > 0 => {
            format!("Today's list is decided. Not on it, and still open: {}.", others + unanswered)
        }
        _ if others > 0 => format!(
            "Of today's list: {questions} to decide, {parked} parked, {passed} passed over. Not on it: {}.",
            others + unanswered
        ),
        (0, 0) => "Everything is decided.".to_owned(),
        (0, 1) => "Every contested question is decided; 1 has no answer yet.".to_owned(),
        (0, open) => format!("Every contested question is decided; {open} have no answer yet."),
        (_, 0) => format!("{questions} to decide: {parked} parked, {passed} passed over."),
        (_, open) => format!(
            "{questions} to decide: {parked} parked, {passed} passed over; {open} more without an answer."
        ),
    }
}

/// The heading over what was decided without agreement.
pub(crate) fn though_contested(questions: usize) -> String {
    format!("{} ({questions}); Enter goes back to one", team::THOUGH_CONTESTED)
}

pub(crate) fn lines_shown(first: usize, last: usize, all: usize) -> String {
    format!("  Up and Down: lines {first} to {last} of {all}")
}

/// What is left, of questions and of time in seconds; so many questions have no time.
pub(crate) fn left(questions: usize, seconds: i64, skip: usize) -> String {
    let time = match seconds {
        ..0 => format!("{questions} left · {} min over time", (-seconds + 59) / 60),
        seconds => format!("{questions} left · {} min", (seconds + 59) / 60),
    };
    match skip {
        0 => time,
        skip => format!("{time}: time for {}, skip {skip} (a)", questions - skip),
    }
}

/// The time that a question has taken, and that it may, in seconds.
pub(crate) fn question_time(taken: i64, may: i64) -> String {
    // Without time for a whole question there is no share to speak of.
    match may {
        0 => minutes(taken),
        may if taken > may => format!("{} of {} TIME", minutes(taken), minutes(may)),
        may => format!("{} of {}", minutes(taken), minutes(may)),
    }
}

/// Seconds as minutes: "1:05".
fn minutes(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 60, seconds.rem_euclid(60))
}

pub(crate) fn add_which(options: usize) -> String {
    format!("Add a vote to which? 1-{options}, 0 or x; Esc leaves it")
}

pub(crate) fn rest_which(options: usize) -> String {
    format!("All who have not voted yet: for which? 1-{options}, 0 or x; Esc leaves it")
}

pub(crate) fn take_back_which(options: usize) -> String {
    format!("Take a vote back from which? 1-{options}, 0 or x; Esc leaves it")
}

/// What the votes come to by themselves.
pub(crate) fn outcome(question: &Question, tally: &Tally) -> String {
    let Some(outcome) = &tally.outcome else { return String::new() };
    let how = capital(team::came_about(question, tally));
    let asks_why = outcome.answer.as_ref().is_some_and(|answer| tally.asks_why(answer));
    let enter = if asks_why { "Enter asks for a reason, then decides it." } else { "Enter decides it." };
    match &outcome.answer {
        Some(of @ Answer::Option(_)) => format!("{how}: {}. {enter}", answers::numbered(question, of)),
        Some(_) => format!("{how}. {enter}"),
        None => format!("{how}: choose one, or park it."),
    }
}

/// The decision on a question as an assessment has it, or the answer without one.
pub(crate) fn decided(question: &Question, tally: &Tally, assessment: &Assessment) -> String {
    let answer = assessment.entry(&question.id).and_then(|entry| entry.answer.as_ref());
    let answer = answer.map_or_else(String::new, |answer| answers::numbered(question, answer));
    match assessment.decisions.get(&question.id) {
        Some(decision) => {
            let later = later_change(question, assessment);
            format!("DECIDED: {answer} ({})", team::decision(question, tally, decision, later.as_ref()))
        }
        None => format!("Answer: {answer}"),
    }
}
