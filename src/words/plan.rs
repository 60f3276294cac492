//! What the reports say about plans, in one place, as `scores.rs` has it for scores.

use super::scores::{between, level, number, reached};
use super::{capital, count, plan_changes};
use crate::assessment::{Assessment, Route};
use crate::plan::{Levels, Plan, Quarter, Reached, Target};
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{LevelsScore, Score};

pub(crate) const SUMMARY: &str = "Summary";
pub(crate) const STANDING: &str = "Where we are, and why";
pub(crate) const ROUTE: &str = "Targets and route";
pub(crate) const FIND_OUT: &str = "Find out first";
pub(crate) const DONE: &str = "Done";
pub(crate) const DROPPED: &str = "Dropped";
pub(crate) const LEFT_OUT: &str = "What is not in this plan";
pub(crate) const NOTES: &str = "Notes";
pub(crate) const NO_LONGER_ASKED: &str = "No longer asked";
pub(crate) const METHOD: &str = "How this was computed";

pub(crate) const WORK: &str = "Work";
pub(crate) const TIME: &str = "Time";
pub(crate) const SO_FAR: &str = "So far";
pub(crate) const ANSWERS: &str = "Answers";
pub(crate) const ROUTE_LABEL: &str = "Route";
pub(crate) const OBJECTIVE: &str = "Objective";
/// Columns whose name ends with `#` hold numbers.
pub(crate) const WHO: &str = "Who is needed";
pub(crate) const WHO_COLUMNS: [&str; 5] =
    ["Role", "Actions#", "Points#", "From quarter#", "Held by somebody?"];
pub(crate) const TARGETS: &str = "Targets";
pub(crate) const TIMELINE_COLUMNS: [&str; 5] =
    ["Quarter", "Ends", "Actions#", "Points#", "Planned by the end"];
pub(crate) const RESOURCES: &str = "What helps";

pub(crate) const HOW_TO_USE: &str =
    "Tick what is done, and write who takes an action and by when behind owner and due.";
pub(crate) const WHO_WHY: &str = "The roles that own the actions below. One person may hold several of them.";
pub(crate) const FIND_OUT_WHY: &str = "These answers are not known or not decided yet, so they are no gaps: what these \
    questions ask for may well be there. Ask the people below in the first two weeks, before any of that work \
    begins, enter the answers and write the plan again: what turns out to be in place needs no work. Ask in the \
    same round what would decide what comes next, where that is listed to find out: it costs the same two weeks.";
/// How a question stands that a room has voted on and not decided.
pub(crate) const NOT_DECIDED: &str = "voted on, not decided yet";
pub(crate) const DONE_WHY: &str =
    "Finished since the assessment. The results above do not count them: the next assessment does.";
pub(crate) const DROPPED_WHY: &str = "Decided against. No route takes them.";
pub(crate) const NOTES_WHY: &str = "On questions whose action is not in this plan.";
pub(crate) const NOTHING_TO_DO: &str = "Nothing is left to do for the targets";
pub(crate) const STAYS: &str = "0 actions: to stay where you are asks for no work";
pub(crate) const NAMES: &str = "Names to agree on";
pub(crate) const BEST_FIT_NOTE: &str = "Take it as a first draft: none of them fits from the shelf.";

/// The questionnaires that the title of a plan names.
const TITLED: usize = 3;

/// The title of a plan, that of its questionnaires: what stands before and behind the organisation.
pub(crate) fn title_around<'a>(
    questionnaires: impl Iterator<Item = &'a Questionnaire>,
) -> (&'static str, String) {
    let titles: Vec<&str> = questionnaires.map(|one| one.text.title.as_str()).collect();
    let named = titles.iter().take(TITLED).copied().collect::<Vec<_>>().join(", ");
    let behind = match titles.len() {
        0 => String::new(),
        all if all > TITLED => format!(": {named} and {} more", all - TITLED),
        _ => format!(": {named}"),
    };
    ("Plan of ", behind)
}

pub(crate) fn title<'a>(
    organization: &str,
    questionnaires: impl Iterator<Item = &'a Questionnaire>,
) -> String {
    let (before, behind) = title_around(questionnaires);
    format!("{before}{organization}{behind}")
}

/// The title of a role, or its id where nothing is known of it.
pub(crate) fn role(catalogue: &Catalogue, id: &str) -> String {
    catalogue.role(id).map_or(id, |role| &role.text.title).to_owned()
}

pub(crate) fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

pub(crate) fn points(points: u32) -> String {
    count(points, "point")
}

/// How much work a plan is: "4 actions, 9 points of effort, in 1 quarter of 12 points".
pub(crate) fn work(plan: &Plan<'_>) -> String {
    if plan.actions.is_empty() {
        return if plan.stays() { STAYS } else { NOTHING_TO_DO }.to_owned();
    }
    let actions = count(plan.actions.len(), "action");
    let quarters = count(plan.quarters.len(), "quarter");
    format!(
        "{actions}, {} of effort, in {quarters} of {}",
        points(plan.points()),
        points(plan.settings.capacity)
    )
}

pub(crate) fn time(plan: &Plan<'_>) -> Option<String> {
    Some(format!("{} to {}", plan.quarters.first()?.starts, plan.quarters.last()?.ends))
}

/// Until when all targets are reached, and with how much of the work; `None` where one is not reached,
/// or nothing of the plan is needed.
pub(crate) fn all_targets(plan: &Plan<'_>, scores: &[Score<'_>]) -> Option<String> {
    let mut last = 0;
    for target in &plan.targets {
        let score = scores.iter().find(|score| score.questionnaire.id == target.questionnaire.id)?;
        match plan.reached(target, score.levels()?) {
            Reached::Now | Reached::WithDone => {}
            Reached::Quarter { number, .. } => last = last.max(number),
            Reached::Never => return None,
        }
    }
    let last = plan.quarters.iter().find(|quarter| quarter.number == last)?;
    let until = plan.actions.get(..last.actions.end)?;
    let planned = format!("planned for {}", last.ends);
    if until.len() == plan.actions.len() {
        return Some(planned);
    }
    let work = points(until.iter().map(|planned| planned.points).sum());
    let first = count(until.len(), "action");
    Some(format!("{planned}, with the first {first} ({work}); what follows strengthens what is reached"))
}

/// The quarters that follow the last new level, in one line of the timeline.
pub(crate) fn quarters(from: &Quarter<'_>, to: &Quarter<'_>) -> String {
    if from.number == to.number {
        from.number.to_string()
    } else {
        format!("{} to {}", from.number, to.number)
    }
}

/// The levels that are planned for the end of a quarter in short: "stage 1".
pub(crate) fn levels_planned(levels: &Levels<'_>) -> String {
    let levels = levels.iter().map(|(questionnaire, level)| number(questionnaire, *level));
    levels.collect::<Vec<_>>().join(", ")
}

/// How many actions begin with finding out, and how much of the work hangs on it.
pub(crate) fn to_answer(plan: &Plan<'_>) -> String {
    let work = format!("{} of {}", plan.points_to_answer(), points(plan.points()));
    match plan.to_answer() {
        1 => format!("1 action ({work}) begins with finding out what is not known yet, and may fall away"),
        many => {
            format!("{many} actions ({work}) begin with finding out what is not known yet, and may fall away")
        }
    }
}

/// What has happened so far; `None` before anything has.
pub(crate) fn progress(plan: &Plan<'_>, doing: usize) -> Option<String> {
    let (done, dropped) = (plan.done.len(), plan.dropped.len());
    (done + dropped + doing > 0).then(|| format!("{done} done, {doing} under way, {dropped} dropped"))
}

/// The way of one questionnaire: "from stage 1, Legal-driven, to stage 2, …; planned for quarter 2", or, where what
/// is reached is open, "Between stage 0, … and stage 3, …: one open answer decides; target: stage 1, …; planned for …".
pub(crate) fn way(plan: &Plan<'_>, target: &Target<'_>, score: &LevelsScore<'_>) -> String {
    let questionnaire = target.questionnaire;
    let (from, to) = (level(questionnaire, score.reached), level(questionnaire, target.level));
    let way = match score.provisional() {
        true => format!("{}; target: {to}", capital(&between(questionnaire, score))),
        false => format!("from {from}, to {to}"),
    };
    match plan.reached(target, score) {
        Reached::Now if target.level == score.reached && score.provisional() => {
            format!("{}; nothing more is aimed at", capital(&between(questionnaire, score)))
        }
        Reached::Now if score.provisional() => way,
        Reached::Now if target.level == score.reached => {
            format!("{from} is reached; nothing above it is aimed at")
        }
        Reached::Now => format!("{from} is reached; target: {to}"),
        Reached::Never => {
            let lacks = plan_changes::without_action(target);
            format!("{way}; this plan gets to {}{lacks}", level(questionnaire, target.ends_at))
        }
        reached => format!("{way}; {}", reached_when(reached)),
    }
}

/// When a level is reached.
pub(crate) fn reached_when(reached: Reached) -> String {
    match reached {
        Reached::Now => "reached now".to_owned(),
        Reached::WithDone => "reached once the done actions are confirmed".to_owned(),
        Reached::Quarter { number, ends } => format!("planned for the end of quarter {number}, {ends}"),
        Reached::Never => "not reached".to_owned(),
    }
}

/// Which dropped actions keep a target out of reach.
pub(crate) fn needs_dropped(titles: &[String]) -> String {
    match titles {
        [one] => format!("Out of reach while this is dropped: {one}"),
        many => format!("Out of reach while these are dropped: {}", many.join("; ")),
    }
}

/// The route in words, and whether it is proven.
pub(crate) fn route(plan: &Plan<'_>) -> &'static str {
    match (plan.settings.route, plan.proven, plan.has_additions) {
        (Route::Recommended, Some(true), _) => {
            "Recommended: the least work that reaches the targets and lasts (calculated)"
        }
        (Route::Recommended, _, _) => {
            "Recommended: the least work found that reaches the targets and lasts; less may do"
        }
        (Route::Shortest, Some(true), false) => {
            "Shortest: the least work that reaches the targets (calculated)"
        }
        (Route::Shortest, _, false) => "Shortest: the least work found that reaches the targets; less may do",
        (Route::Shortest, Some(true), true) => {
            "Shortest: what is taken in or under way, and the least work beside it that reaches the targets \
             (calculated)"
        }
        (Route::Shortest, _, true) => {
            "Shortest: what is taken in or under way, and the least work found beside it that reaches the \
             targets; less may do"
        }
        (Route::Full, _, _) => "Full: everything up to the targets that could be better, needed or not",
    }
}

/// Chosen objectives, each with the level that it suggests.
pub(crate) fn objectives(questionnaire: &Questionnaire, assessment: &Assessment) -> Vec<String> {
    let chosen = assessment.objectives.get(&questionnaire.id).into_iter().flatten();
    let known = chosen.filter_map(|id| questionnaire.objectives.iter().find(|objective| objective.id == *id));
    known
        .filter_map(|objective| {
            let suggested = questionnaire.levels.iter().position(|level| level.id == objective.suggests)?;
            Some(format!("{} (suggests {}; our judgement)", objective.title, level(questionnaire, suggested)))
        })
        .collect()
}

pub(crate) fn quarter(quarter: &Quarter<'_>) -> String {
    format!("Quarter {}: {} to {}", quarter.number, quarter.starts, quarter.ends)
}

/// What is planned for the end of a quarter; `None` where that is nothing new.
pub(crate) fn planned(levels: &Levels<'_>) -> Option<String> {
    let levels: Vec<String> =
        levels.iter().map(|(questionnaire, number)| level(questionnaire, *number)).collect();
    (!levels.is_empty()).then(|| format!("Planned by the end: {}.", levels.join("; ")))
}

/// The heading of the actions of a quarter that only name somebody.
pub(crate) fn names(quarter: &Quarter<'_>) -> String {
    format!("{NAMES} in quarter {}", quarter.number)
}

/// How much is worked in a quarter, what is finished, and what is under way at its end.
pub(crate) fn finished(plan: &Plan<'_>, quarter: &Quarter<'_>) -> String {
    let finished = count(quarter.actions.len(), "action");
    let work = format!("{} of work", points(quarter.points));
    let under_way = quarter.under_way.and_then(|index| plan.actions.get(index));
    match under_way.map(|planned| &planned.action.text.title) {
        Some(title) if quarter.actions.is_empty() => {
            format!("{work}. Nothing is finished in this quarter; under way: {title}.")
        }
        Some(title) => format!("{work}. To finish: {finished}. Under way at its end: {title}."),
        None => format!("{work}. To finish: {finished}."),
    }
}

pub(crate) fn more_questions(questions: usize) -> String {
    format!("and {}", count(questions, "more question"))
}

/// Whom to ask before the work of a quarter begins: that is done in the first weeks of the plan.
pub(crate) fn asks_first(quarter: &Quarter<'_>, roles: &[String]) -> String {
    let roles = roles.join(", ");
    match quarter.number {
        1 => format!("First find out what is not known; ask: {roles}."),
        _ => format!("Rests on answers for which one asks in the first two weeks of the plan; ask: {roles}."),
    }
}

/// A question that does not apply, and why.
pub(crate) fn not_applicable(question: &str, reason: Option<&str>) -> String {
    format!("{question} Reason: {}", reason.unwrap_or("none given"))
}

/// From when the newest answer is, and who answered.
pub(crate) fn answered(assessment: &Assessment) -> Option<String> {
    let newest = assessment.answers.values().filter_map(|entry| entry.answered_at).max();
    let day = newest.map(|newest| newest.to_zoned(jiff::tz::TimeZone::UTC).date());
    match (day, &assessment.respondent) {
        (Some(day), Some(who)) => Some(format!("{who}; the newest of {day}")),
        (Some(day), None) => Some(format!("the newest of {day}")),
        (None, who) => who.clone(),
    }
}

/// The heading of a group of questions.
pub(crate) fn ask(role: &str) -> String {
    format!("Ask: {role}")
}

/// The result in short, and the target: "Stage 1, Legal-driven (settled); target: stage 2, …".
pub(crate) fn now_and_target(
    questionnaire: &Questionnaire,
    score: &LevelsScore<'_>,
    target: Option<usize>,
    is_chosen: bool,
) -> String {
    let now = match score.provisional() {
        true => capital(&between(questionnaire, score)),
        false => capital(&reached(questionnaire, score)),
    };
    match target {
        Some(target) if target <= score.reached && !is_chosen => {
            format!("{now}; so far nothing more is aimed at")
        }
        Some(target) => format!("{now}; target: {}", level(questionnaire, target)),
        None => now,
    }
}
