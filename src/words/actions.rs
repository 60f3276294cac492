//! What is said of one action: how far it is, its work, why it is in the plan, and all of it in full.

use std::fmt::Display;

use strum::IntoEnumIterator as _;

use super::plan::{points, role};
use super::scores::{ABILITY, level};
use super::{answers, plan_changes};
use crate::assessment::{Assessment, State};
use crate::plan::{DueOff, Plan, Planned};
use crate::questionnaire::{Action, Catalogue, Effort, Part, Question};
use crate::score::Standing;

pub(crate) const FIRST_STEPS: &str = "First steps:";
pub(super) const IF_MISSING: &str = "if it is missing";

/// How far an action is, in a box of three columns.
pub(crate) fn tick(state: State) -> &'static str {
    match state {
        State::Todo => "[ ]",
        State::Doing => "[~]",
        State::Done => "[x]",
        State::Dropped => "[-]",
    }
}

/// The boxes of all states, explained: "[ ] to do · [~] under way · …".
pub(crate) fn state_signs() -> String {
    let sign = |state: &State| format!("{} {}", tick(*state), plan_changes::state(*state));
    State::ALL.iter().map(sign).collect::<Vec<_>>().join(" · ")
}

/// The work of an action; where nobody knows yet whether it is there, the work that it takes if not.
pub(crate) fn effort_of(planned: &Planned<'_>) -> String {
    let effort = effort(planned.action.effort, planned.points);
    if planned.standing.is_open() { format!("{IF_MISSING}: {effort}") } else { effort }
}

/// An effort in words: "M, about three weeks, 3 points"; where a part of it is done already, what is left:
/// "M, 2 of 3 points left".
pub(super) fn effort(effort: Effort, left: u32) -> String {
    match effort.points() {
        all if left < all => format!("{}, {left} of {} left", effort.id(), points(all)),
        all => format!("{}, {}, {}", effort.id(), duration(effort), points(all)),
    }
}

/// A requirement that an action under way does without.
pub(crate) fn missing(title: &str) -> String {
    format!("{title} (not in this plan: dropped, or it needs what is dropped)")
}

/// All sizes of work, explained: "Effort: S about a week (1 point), M …".
pub(crate) fn efforts() -> String {
    let effort =
        |effort: Effort| format!("{} {} ({})", effort.id(), duration(effort), points(effort.points()));
    format!("Effort: {}", Effort::iter().map(effort).collect::<Vec<_>>().join(", "))
}

/// An effort in time.
fn duration(effort: Effort) -> &'static str {
    match effort {
        Effort::S => "about a week",
        Effort::M => "about three weeks",
        Effort::L => "about eight weeks",
    }
}

/// Where the day on which an action is due lies, seen from its quarter.
pub(crate) fn due_off(off: DueOff) -> &'static str {
    match off {
        DueOff::Before => "before its quarter begins",
        DueOff::After => "after its quarter has ended",
    }
}

/// What an action counts for of what is aimed at: levels, areas, the ability to execute; empty for
/// nothing of it.
pub(crate) fn counts_for(
    catalogue: &Catalogue,
    assessment: &Assessment,
    plan: &Plan<'_>,
    planned: &Planned<'_>,
) -> String {
    let parts = assessment.asked(catalogue).filter_map(|questionnaire| {
        questionnaire.place(&planned.question.id).and_then(|place| match place.part {
            Part::Level(number) => {
                let is_aimed_at = plan.settings.target(&questionnaire.id).is_some_and(|aim| number <= aim);
                is_aimed_at.then(|| level(questionnaire, number))
            }
            Part::Ability => Some(ABILITY.to_lowercase()),
            Part::Area(number) => {
                let area = questionnaire.areas.get(number)?;
                Some(format!("{}: {}", questionnaire.text.title, area.text.title))
            }
            Part::Fit => None,
        })
    });
    let parts = parts.collect::<Vec<_>>().join("; ");
    if planned.blocking { format!("{parts}; a gap before the target") } else { parts }
}

/// Why an action begins with finding out.
pub(crate) fn find_out(catalogue: &Catalogue, question: &Question, answer: &str) -> String {
    let ask = role(catalogue, &question.respondent);
    format!(
        "We do not know yet whether this is there. Ask first: {ask}. {} ({answer})",
        question.text.question
    )
}

/// An action in one line: "Title (M, about three weeks)".
pub(crate) fn short(action: &Action) -> String {
    format!("{} ({}, {})", action.text.title, action.effort.id(), duration(action.effort))
}

/// How far it is, how much work, who does it, by when.
pub(crate) fn head(role: &str, planned: &Planned<'_>, off: Option<DueOff>) -> String {
    let of = &planned.state;
    let owner = match &of.owner {
        Some(owner) => format!("{owner} ({role})"),
        None => role.to_owned(),
    };
    let off = off.map(|off| format!(", {}", due_off(off))).unwrap_or_default();
    let due = of.due.map(|due| format!("; due {due}{off}")).unwrap_or_default();
    format!("{}; {}; {owner}{due}", plan_changes::state(of.state), effort_of(planned))
}

/// What it counts for (empty for nothing), what else brings it into the plan, and the titles of what needs
/// it; `None` where there is nothing of it.
pub(crate) fn reason(counts_for: &str, is_taken_in: bool, needed_for: &[&str]) -> Option<String> {
    let counts_for = (!counts_for.is_empty()).then(|| format!("In the plan for: {counts_for}"));
    let taken_in = is_taken_in.then(|| "You took it in".to_owned());
    let needed_for = (!needed_for.is_empty()).then(|| format!("Needed for: {}", needed_for.join("; ")));
    let reasons: Vec<String> = counts_for.into_iter().chain(taken_in).chain(needed_for).collect();
    (!reasons.is_empty()).then(|| reasons.join(". "))
}

/// The answer to its question, or whom to ask for one.
pub(crate) fn answer(catalogue: &Catalogue, question: &Question, standing: Standing) -> String {
    let (text, answer) = (&question.text.question, answers::standing(question, standing));
    match standing.is_open() {
        true => find_out(catalogue, question, &answer),
        false => format!("Now: {answer}. {text}"),
    }
}

pub(crate) fn comes_after(titles: &[&str]) -> String {
    format!("Comes after: {}", titles.join("; "))
}

/// The titles of what should come first and is in no plan.
pub(crate) fn does_without(titles: &[&str]) -> String {
    format!("Does without, since it is dropped or needs what is: {}", titles.join("; "))
}

pub(crate) fn done_when(text: &str) -> String {
    format!("Done when: {text}")
}

pub(crate) fn see(title: &str, address: &str) -> String {
    format!("See:  {title}, {address}")
}

/// A note, or the question that it is on.
pub(crate) fn note(note: &str) -> String {
    format!("Note: {note}")
}

/// A piece of evidence, or the question that it is for.
pub(crate) fn evidence(place: impl Display) -> String {
    format!("Evidence: {place}")
}
