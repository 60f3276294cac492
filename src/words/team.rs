//! What the reports say about groups and about time, in one place, as `scores.rs` has it for scores.

use jiff::tz::TimeZone;

use super::answers;
use super::scores;
use super::{capital, count};
use crate::assessment::{Answer, Assessment, Decision, How, Votes};
use crate::questionnaire::{NOT_APPLICABLE, Question, Questionnaire, UNKNOWN};
use crate::score::{AbilityScore, Balance, LevelScore, LevelsScore, Standing};
use crate::team::{
    AGREED, AnswerChange, CONTESTED_BELOW, Followed, LaterChange, Tally, Topic, USUAL_SECONDS, answered_on,
    counts, is_ordered,
};

pub(crate) const NOTHING_ANSWERED: &str = "Nobody has answered anything yet.";
pub(crate) const NOTHING_TO_DISCUSS: &str = "Nothing to discuss: all who answered agree.";
pub(crate) const NOTHING_CONTESTED: &str = "Nothing is contested.";
/// The decisions of a group that a reader should know of.
pub(crate) const NOTABLE: &str = "Decisions to know about";
/// What a room decided although it did not agree.
pub(crate) const THOUGH_CONTESTED: &str = "Decided although contested";
pub(crate) const RESULTS: &str = "Results";
pub(crate) const UP: &str = "Answers that moved up";
pub(crate) const DOWN: &str = "Answers that moved down";
pub(crate) const OTHER: &str = "Other answers that changed";
pub(crate) const DONE: &str = "Actions done";
pub(crate) const NEW: &str = "New questions";
pub(crate) const GONE: &str = "Questions no longer asked";
pub(crate) const REVISED: &str = "Not compared: the question has changed its meaning";
pub(crate) const REVISED_WHY: &str =
    "Where the earlier answer is to an older revision, it counts as unanswered in the earlier result.";
pub(crate) const VERSIONS: &str = "Versions";
pub(crate) const POSITION: &str = "Position";
pub(crate) const NOT_ASKED: &str = "not asked";

/// The heading of what changed since an earlier assessment.
pub(crate) fn since(earlier: &Assessment) -> String {
    match answered_on(earlier) {
        Some(day) => format!("What changed since {day}"),
        None => "What changed since the earlier assessment".to_owned(),
    }
}

/// From one thing to another; the thing alone where it stayed.
pub(crate) fn from_to(before: &str, after: &str) -> String {
    if before == after { format!("{after}, as before") } else { format!("{before} → {after}") }
}

/// From one result to another. Where the level stayed, what became of its certainty: to a reader "rung 1 (settled) →
/// rung 1" has changed nothing.
pub(crate) fn levels_from_to(
    questionnaire: &Questionnaire,
    before: &LevelsScore<'_>,
    after: &LevelsScore<'_>,
) -> String {
    let certainties = (scores::certainty(before), scores::certainty(after));
    if before.reached != after.reached || certainties.0 == certainties.1 {
        return from_to(&scores::reached(questionnaire, before), &scores::reached(questionnaire, after));
    }
    let still = format!("still {}{}", scores::level(questionnaire, after.reached), scores::rests_on(after));
    let was = if before.provisional() { "provisional" } else { "settled" };
    match (was, certainties.1) {
        (_, Some(_)) if after.provisional() => {
            let possible = scores::level(questionnaire, after.possible);
            format!("{still}; {was} before, now provisional: open answers still allow {possible}")
        }
        ("provisional", _) => format!("{still}; {was} before, now settled"),
        (_, Some(_)) => format!("{still}; there are open answers again, and none can change it"),
        (_, None) => format!("{still}; no answer is open any more"),
    }
}

/// What a merge put together.
pub(crate) fn merged(assessment: &Assessment, questions: usize) -> String {
    let who = assessment.respondent.as_deref().unwrap_or_default();
    format!("{}: {} by {who}", assessment.organization, count(questions, "answered question"))
}

/// The heading of what a room should talk about, with the time that it takes at first.
pub(crate) fn contested(topics: usize) -> String {
    let seconds = i64::try_from(topics).unwrap_or(i64::MAX).saturating_mul(USUAL_SECONDS);
    let minutes = usize::try_from(seconds / 60).unwrap_or(usize::MAX).max(1);
    format!(
        "Contested, the most divided first: {}, about {} in a workshop",
        count(topics, "question"),
        count(minutes, "minute")
    )
}

pub(crate) fn small(topics: usize) -> String {
    format!("Small differences: {}", count(topics, "question"))
}

pub(crate) fn unanswered(questions: usize) -> String {
    format!("No answer yet: {}", count(questions, "question"))
}

pub(crate) fn more(questions: usize) -> String {
    format!("and {questions} more")
}

/// Why a question is to be discussed: "divergence (agreement −0.33), gap (2 do not know)".
pub(crate) fn topic(topic: &Topic<'_>) -> String {
    let mut why = Vec::new();
    if topic.divergence {
        let agreement = topic.agreement.map(|a| format!(" (agreement {})", agreement(a)));
        why.push(format!("divergence{}", agreement.unwrap_or_default()));
    }
    if topic.scope > 0 {
        why.push(match topic.scope {
            1 => format!("scope (1 says {0})", answers::NOT_APPLICABLE),
            many => format!("scope ({many} say {0})", answers::NOT_APPLICABLE),
        });
    }
    if topic.gap > 0 {
        why.push(match topic.gap {
            1 => "gap (1 does not know)".to_owned(),
            many => format!("gap ({many} do not know)"),
        });
    }
    capital(&why.join(", "))
}

/// An agreement with two decimals, half up: "0.61", "−0.33".
pub(crate) fn agreement(thousandths: i32) -> String {
    let hundredths = (thousandths + 5).div_euclid(10);
    let sign = if hundredths < 0 { "−" } else { "" };
    format!("{sign}{}.{:02}", hundredths.abs() / 100, hundredths.abs() % 100)
}

/// How far those who chose an option agree, in a word. Ours, as the line between weak and fair is.
pub(crate) fn strength(agreement: i32) -> &'static str {
    match agreement {
        800.. => "strong",
        CONTESTED_BELOW.. => "fair",
        200.. => "weak",
        _ => "none",
    }
}

/// How many have voted; of how many, where that is known.
pub(crate) fn votes(votes: u64, people: Option<u64>) -> String {
    match people {
        Some(people) => format!("Votes: {votes} of {people} have voted"),
        None => format!("Votes: {votes}"),
    }
}

/// How the votes on a question stand: "Votes: 6 · 4 of 6 chose an option, agreement 0.83: strong ·
/// don't know: 2". How many people are there is said where that is known; it never speaks of everybody.
pub(crate) fn hands(tally: &Tally, people: Option<u64>) -> String {
    let (all, chosen) = (tally.all, tally.chosen());
    let agreement = tally.agreement.map(|a| format!("agreement {}: {}", agreement(a), strength(a)));
    let mut parts = vec![votes(all, people)];
    if chosen == all {
        let same = || format!("all {all} chose the same option");
        parts.extend(if tally.is_one_option() { Some(same()) } else { agreement });
    } else {
        let how = if tally.is_one_option() { Some("the same one".to_owned()) } else { agreement };
        let how = how.map(|how| format!(", {how}")).unwrap_or_default();
        parts.push(match chosen {
            0 => "nobody chose an option".to_owned(),
            chosen => format!("{chosen} of {all} chose an option{how}"),
        });
    }
    for (count, says) in [(tally.unknown, answers::UNKNOWN), (tally.not_applicable, answers::NOT_APPLICABLE)]
    {
        if count > 0 {
            parts.push(format!("{says}: {count}"));
        }
    }
    parts.join(" · ")
}

/// By what votes come to what they come to; empty without votes.
pub(crate) fn came_about(question: &Question, tally: &Tally) -> &'static str {
    let Some(outcome) = &tally.outcome else { return "" };
    match &outcome.answer {
        None => "as many votes for one as for another",
        Some(Answer::Unknown) => "nobody knows",
        Some(Answer::NotApplicable) => "most say that it does not apply",
        Some(Answer::Option(_)) if tally.chosen() == 1 => "the only vote for an option",
        Some(Answer::Option(_)) if is_ordered(question) => "the median",
        Some(Answer::Option(_)) => "most votes",
    }
}

/// How a decision came about, with its reason: "the median", "chosen: the policy is signed".
/// Where the answer was changed later, what was decided: "decided was Started (the median); changed later, on
/// 2026-11-25, by Kim".
pub(crate) fn decision(
    question: &Question,
    tally: &Tally,
    decision: &Decision,
    later: Option<&LaterChange<'_>>,
) -> String {
    let how = how_decided(question, tally, decision);
    let Some(later) = later else { return how };
    let on = later.at.map(|at| format!(", on {}", at.to_zoned(TimeZone::UTC).date()));
    let by = later.by.map(|by| format!(", by {by}"));
    let decided = answers::answer(question, &later.decided);
    format!(
        "decided was {decided} ({how}); changed later{}{}",
        on.unwrap_or_default(),
        by.unwrap_or_default()
    )
}

fn how_decided(question: &Question, tally: &Tally, decision: &Decision) -> String {
    if tally.outcome.as_ref().is_some_and(|outcome| outcome.decision.came_about_as(decision)) {
        return came_about(question, tally).to_owned();
    }
    let how = match decision.how {
        How::Median if tally.outcome.is_some() => came_about(question, tally),
        How::Median => "the median",
        How::Chosen => "chosen",
        How::Parked => "parked",
    };
    match &decision.reason {
        Some(reason) => format!("{how}: {reason}"),
        None => how.to_owned(),
    }
}

/// A decision that a reader should know of: the question, the decision, the votes.
pub(crate) fn notable(
    question: &Question,
    standing: Standing,
    tally: &Tally,
    how: &Decision,
    later: Option<&LaterChange<'_>>,
) -> String {
    let (answer, how) = (answers::standing(question, standing), decision(question, tally, how, later));
    format!("{} {} ({how}). {}", question.text.question, capital(&answer), hands(tally, None))
}

/// The votes in the order of the options: "Not in place 1 · In place in part 3 · unknown 1".
pub(crate) fn votes_on(question: &Question, votes: &Votes) -> String {
    let labels = (0..).map(|position| answers::option(question, position));
    let of = |word| votes.get(word).copied().unwrap_or(0);
    let options = labels.zip(counts(question, votes));
    let others = [(answers::UNKNOWN, of(UNKNOWN)), (answers::NOT_APPLICABLE, of(NOT_APPLICABLE))];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    options.chain(others).map(|(label, count)| format!("{label} {count}")).collect::<Vec<_>>().join(" · ")
}

/// The votes that were given, in the order of the options; without those that nobody chose.
pub(crate) fn votes_given(question: &Question, votes: &Votes) -> String {
    let labels = (0..).map(|position| answers::option(question, position));
    let of = |word| votes.get(word).copied().unwrap_or(0);
    let others = [(answers::UNKNOWN, of(UNKNOWN)), (answers::NOT_APPLICABLE, of(NOT_APPLICABLE))];
    let given = labels.zip(counts(question, votes)).chain(others).filter(|(_, count)| *count > 0);
    given.map(|(label, count)| format!("{label} {count}")).collect::<Vec<_>>().join(" · ")
}

/// The means by which a decision was made, without its reason.
pub(crate) fn means(question: &Question, tally: &Tally, decision: &Decision) -> String {
    let reason = decision.reason.clone().filter(|reason| reason == AGREED);
    match decision.how {
        How::Chosen => "the room chose it over what the votes come to".to_owned(),
        how => how_decided(question, tally, &Decision::new(how, reason)),
    }
}

/// What was decided on a question the last time, by which means, and how the votes were spread.
pub(crate) fn last_time(question: &Question, assessment: &Assessment) -> Option<String> {
    let last = assessment.last.get(&question.id)?;
    let on = last.on.map(|day| format!(" ({day})")).unwrap_or_default();
    let answer = last.answer.as_deref().map(|word| answers::numbered(question, &Answer::from_word(word)));
    let how = last.how.map(|how| match how {
        How::Median => "the median",
        How::Chosen => "chosen for a reason",
        How::Parked => "parked, without an answer",
    });
    let changed = last.answer.is_some() && last.revision.unwrap_or(1) < question.revision;
    let changed = changed.then_some("before the question changed its meaning");
    let votes = assessment.last_votes.get(&question.id).map(|votes| votes_given(question, votes));
    let said: Vec<String> =
        answer.into_iter().chain(how.into_iter().chain(changed).map(str::to_owned)).collect();
    let votes = votes.map(|votes| format!(" · {votes}")).unwrap_or_default();
    Some(format!("Last time{on}: {}{votes}", said.join(", ")))
}

/// The answer that a group has so far, and how it came about.
pub(crate) fn decided(
    question: &Question,
    standing: Standing,
    tally: &Tally,
    how: &Decision,
    later: Option<&LaterChange<'_>>,
) -> String {
    match how.how {
        How::Parked => format!("No answer yet ({})", how_decided(question, tally, how)),
        _ => {
            format!(
                "Answer: {} ({})",
                answers::standing(question, standing),
                decision(question, tally, how, later)
            )
        }
    }
}

pub(crate) fn question(question: &Question) -> String {
    format!("{} ({})", question.text.question, question.id)
}

/// The title of a comparison.
pub(crate) fn title(before: &Assessment, after: &Assessment) -> String {
    let is_one_day = answered_on(before) == answered_on(after);
    // Of one day they are told apart by who answered.
    let side = |one: &Assessment| match one.respondent.as_ref().filter(|_| is_one_day) {
        Some(respondent) => format!("{} ({respondent})", when(one)),
        None => when(one),
    };
    if before.organization == after.organization {
        format!("{}: {} → {}", after.organization, side(before), side(after))
    } else {
        format!("{}, {} → {}, {}", before.organization, side(before), after.organization, side(after))
    }
}

/// The title of a comparison of two assessments that only their files tell apart.
pub(crate) fn title_of_files(after: &Assessment, before: &str, file: &str) -> String {
    format!("{}, {}: {before} → {file}", after.organization, when(after))
}

pub(crate) fn history(organization: &str, moments: usize) -> String {
    format!("{organization}: {}", count(moments, "assessment"))
}

fn when(assessment: &Assessment) -> String {
    answered_on(assessment).map_or_else(|| "without a date".to_owned(), |day| day.to_string())
}

/// How a gate stands: "82.0%, holds".
pub(crate) fn gate(level: &LevelScore<'_>) -> String {
    match (level.scoped_out, level.holds) {
        (true, _) => scores::PASSED_OVER.to_owned(),
        (false, true) => format!("{}, holds", level.sum),
        (false, false) => format!("{}, does not hold", level.sum),
    }
}

pub(crate) fn ability(questionnaire: &Questionnaire, ability: Option<&AbilityScore>) -> String {
    let Some(ability) = ability else { return NOT_ASKED.to_owned() };
    let sustains =
        ability.sustains.map(|number| format!(", sustains {}", scores::number(questionnaire, number)));
    let balance = match ability.balance {
        Some(Balance::OverExtended) => ", over-extended",
        Some(Balance::Balanced) => ", balanced",
        Some(Balance::Ready) => ", ready for more",
        None => "",
    };
    format!("{}{}{balance}", ability.sum, sustains.unwrap_or_default())
}

pub(crate) fn changed(change: &AnswerChange<'_>) -> String {
    let says = |standing| answers::standing(change.question, standing);
    format!("{}: {} → {}", question(change.question), says(change.before), says(change.after))
}

/// Whether an answer followed its action.
pub(crate) fn followed(followed: Followed) -> &'static str {
    match followed {
        Followed::Yes => "the answer followed",
        Followed::No => "the answer is no better: is it really done, or was something else in the way?",
        Followed::Open => "the answer is open: ask again",
    }
}

/// A questionnaire that was answered in different versions, or in one assessment only.
pub(crate) fn versions(id: &str, before: Option<&str>, after: Option<&str>) -> Option<String> {
    match (before, after) {
        (Some(before), Some(after)) if before == after => None,
        (before, after) => {
            Some(format!("{id}: {} → {}", before.unwrap_or(NOT_ASKED), after.unwrap_or(NOT_ASKED)))
        }
    }
}
