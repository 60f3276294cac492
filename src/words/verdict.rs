//! The verdict on a questionnaire in sentences: where the organisation stands, what that rests on, what is
//! missing, what carries it. Milestones, results and the page for the sponsor say it in the same words.

use super::scores::{self, level, number};
use super::{capital, count};
use crate::questionnaire::{Question, Questionnaire};
use crate::score::{AbilityScore, AreasScore, Balance, LevelFindings, LevelsScore, NextLevel};

/// The heading of what is in place.
pub(crate) const IN_PLACE: &str = "In place";
/// The heading of what is missing and belongs to no level.
pub(crate) const MISSING: &str = "Missing";

/// The result of a questionnaire with levels: "Stage 1, Legal-driven; one practice short of stage 2".
pub(crate) fn headline(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    findings: &LevelFindings<'_>,
) -> String {
    let here = capital(&level(questionnaire, levels.reached)) + &scores::rests_on(levels);
    if levels.provisional() {
        return capital(&scores::between(questionnaire, levels));
    }
    match &findings.next {
        Some(next) if next.short_by == 1 => {
            format!("{here}; one practice short of {}", number(questionnaire, next.number))
        }
        _ => here,
    }
}

/// What the level means here: how much of the next one is in place.
pub(crate) fn meaning(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    findings: &LevelFindings<'_>,
) -> String {
    let Some(next) = &findings.next else {
        return format!("There is no further {}: from here on it is kept.", questionnaire.text.level_name);
    };
    format!("{}{}", in_place_of(questionnaire, next), open(next, levels.provisional()))
}

/// How many practices of the next level are in place.
pub(super) fn in_place_of(questionnaire: &Questionnaire, next: &NextLevel<'_>) -> String {
    let NextLevel { in_place, begun, practices, .. } = next;
    let name = level(questionnaire, next.number);
    match (*in_place, *practices) {
        (0, all) => {
            let begun = if *begun == 0 { String::new() } else { format!("; {begun} {} begun", is(*begun)) };
            let yet = if next.unanswered == 0 { "is in place yet" } else { "is known to be in place" };
            format!("None of the {} of {name} {yet}{begun}.", count(all, "practice"))
        }
        (some, all) if some == all => {
            format!("All {} of {name} are in place at least in part.", count(all, "practice"))
        }
        (some, all) => format!(
            "Of the {} of {name}, {some} {} in place at least in part.",
            count(all, "practice"),
            is(some)
        ),
    }
}

/// How many practices of the next level are open, and whether that matters; empty without one.
fn open(next: &NextLevel<'_>, decides: bool) -> String {
    let of_them = |number: usize, what: &str| match number == next.practices && number > 1 {
        true => format!("All of them are {what}"),
        false => format!("{number} of the {} {} {what}", next.practices, is(number)),
    };
    let open = match (next.unknown, next.unanswered) {
        (0, 0) => return String::new(),
        (unknown, 0) => of_them(unknown, "not known yet"),
        (0, unanswered) => of_them(unanswered, "not answered yet"),
        (unknown, unanswered) => {
            format!("{}, {unanswered} not answered yet", of_them(unknown, "not known yet"))
        }
    };
    let result = if decides { "" } else { "; that does not change the result" };
    format!(" {open}{result}.")
}

fn is(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

/// The heading of what the next level lacks.
pub(crate) fn missing_for(questionnaire: &Questionnaire, number: usize) -> String {
    format!("{MISSING} for {}", scores::number(questionnaire, number))
}

/// The questionnaire whose result is told, and whether that is the last one.
pub(crate) fn told(questionnaire: &Questionnaire, is_complete: bool) -> String {
    let title = &questionnaire.text.title;
    if is_complete { format!("{title}: every question has an answer") } else { title.clone() }
}

/// A result where several are told.
pub(crate) fn of(questionnaire: &Questionnaire, headline: &str) -> String {
    format!("{}: {headline}", questionnaire.text.title)
}

/// A practice that is in place, as a statement where its questionnaire has one.
pub(crate) fn in_place(question: &Question, option: usize) -> String {
    match question.text.in_place.as_str() {
        "" => answered(question, option),
        statement => statement.to_owned(),
    }
}

/// A practice: the question, and what can be seen of it.
pub(crate) fn answered(question: &Question, option: usize) -> String {
    let seen = question.text.options.get(option).map_or("", |option| &option.text);
    format!("{} {seen}", question.text.question)
}

/// A practice that is missing: what is to be done about it.
pub(crate) fn practice_missing(question: &Question) -> String {
    let title = question.action.as_ref().map(|action| &action.text.title);
    title.unwrap_or(&question.text.question).clone()
}

/// The heading of the weakest answers on ability.
pub(crate) const WEAK_ABILITY: &str = "Weakest in your ability to execute";

/// More than is named.
pub(crate) fn more(number: usize) -> String {
    format!("and {number} more")
}

/// Whether ability carries the level.
pub(crate) fn carries(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    ability: &AbilityScore,
) -> Option<String> {
    let sustains = ability.sustains?;
    let reached = number(questionnaire, levels.reached);
    let carried = number(questionnaire, sustains);
    Some(match ability.balance {
        Some(Balance::OverExtended) => format!(
            "Your ability to execute carries {carried} only: without more of it, {reached} will not last."
        ),
        Some(Balance::Balanced) if levels.reached == 0 => {
            let why = scores::held_back(ability).map(|why| format!(": {why}")).unwrap_or_default();
            format!("Your ability to execute does not carry a higher one yet{why}.")
        }
        Some(Balance::Balanced) => format!("Your ability to execute carries {reached}, and no more."),
        Some(Balance::Ready) => {
            format!("Your ability to execute would carry {carried}: there is room to grow.")
        }
        None if levels.reached == 0 => {
            "What your ability to execute would carry depends on what is not known yet.".to_owned()
        }
        None => {
            format!("Whether your ability to execute carries {reached} depends on what is not known yet.")
        }
    })
}

/// The result of a questionnaire with areas.
pub(crate) fn areas(areas: &AreasScore<'_>) -> String {
    format!("{} in place over all", scores::range(areas.sum, areas.possible))
}

/// The strongest areas, or the weakest.
pub(crate) fn ranked(word: &str, titles: &[&str]) -> String {
    format!("{}: {}", capital(word), titles.join(", "))
}
