//! The page for the sponsor: what somebody reads who has two minutes and decides.

use jiff::civil::Date;

use super::ahead::towards;
use super::plan_changes::suggested_aim;
use super::scores::level;
use super::verdict::in_place_of;
use super::{answers, capital, count};
use crate::assessment::Assessment;
use crate::plan::{Ahead, HigherAim, Plan, Planned, Reached, Target};
use crate::questionnaire::{Questionnaire, Role};
use crate::score::{Balance, Counts, LevelsScore, NextLevel};
use crate::team::answered_on;

/// The heading of the page.
pub(crate) const SPONSOR: &str = "For the sponsor";
/// The heading of what is missing.
pub(crate) const GAPS: &str = "What weighs most";
/// The headings of the aims: chosen, and proposed where nobody has chosen.
pub(crate) const AIMS: [&str; 2] = ["What we want to reach", "What we propose to reach"];
/// The heading of the decisions.
pub(crate) const DECISIONS: &str = "What has to be decided now";
/// The heading of the actions that come first.
pub(crate) const FIRST: &str = "What comes first";

/// A result under the name of its questionnaire.
pub(crate) fn result(questionnaire: &Questionnaire, headline: &str, meaning: &str) -> String {
    format!("{}: {headline}. {meaning}", questionnaire.text.title)
}

/// The heading of the aims.
pub(crate) fn aims(is_chosen: bool) -> &'static str {
    AIMS[usize::from(!is_chosen)]
}

/// A result that a few answers decide: on which level, who knows them, and what stands above it already.
pub(crate) fn decided_by(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    next: &NextLevel<'_>,
    ask: &[String],
) -> String {
    let name = |number| level(questionnaire, number);
    let (title, next_name, ask) = (&questionnaire.text.title, name(next.number), ask.join(", "));
    let too = if levels.reached == 0 { "" } else { " too" };
    let decides = match next.deciding.as_slice() {
        [one] => format!(
            "One answer that is still open decides whether {next_name} holds{too}: {} (ask: {ask})",
            one.text.question
        ),
        many => format!(
            "{} answers that are still open decide whether {next_name} holds{too} (ask: {ask})",
            many.len()
        ),
    };
    let above = levels.levels.iter().skip(next.number).take_while(|level| level.holds);
    let above: Vec<String> = above.map(|level| name(level.number)).collect();
    let asks = match above.as_slice() {
        [] => {
            let least = match levels.reached {
                0 => String::new(),
                reached => format!("{}. ", capital(&format!("at least {}", name(reached)))),
            };
            return format!("{title}: {least}{} {decides}.", in_place_of(questionnaire, next));
        }
        [above] => format!("{above} asks"),
        above => format!("{} ask", above.join(" and ")),
    };
    let reached = match levels.reached {
        0 => String::new(),
        reached => format!(", and {} is reached", name(reached)),
    };
    format!("{title}: What {asks} for is there{reached}. {decides}; what is above it counts from then on.")
}

/// Whether people, time and money are enough for the level.
pub(crate) fn backing(questionnaire: &Questionnaire, levels: &LevelsScore<'_>) -> Option<String> {
    let ability = levels.ability.as_ref()?;
    let (reached, carried) = (levels.reached, ability.sustains?);
    let name = |number| level(questionnaire, number);
    match ability.balance? {
        Balance::OverExtended => Some(format!(
            "The support behind the work (people, time, money) is enough for {} only; without more, {} will not last.",
            name(carried),
            name(reached)
        )),
        Balance::Balanced if reached == 0 => {
            Some("The support behind the work (people, time, money) is not enough for more yet.".to_owned())
        }
        Balance::Balanced => Some(format!(
            "The support behind the work (people, time, money) is enough for {}, and for no more.",
            name(reached)
        )),
        Balance::Ready => Some(format!(
            "The support behind the work (people, time, money) would carry {} already.",
            name(carried)
        )),
    }
}

/// How far a questionnaire moved: "OSPO maturity model from stage 1, Legal-driven, to stage 2, …".
pub(crate) fn moved(questionnaire: &Questionnaire, before: usize, after: usize) -> String {
    let (title, now) = (&questionnaire.text.title, level(questionnaire, after));
    match before == after {
        true => format!("{title} at {now}, as before"),
        false => format!("{title} from {}, to {now}", level(questionnaire, before)),
    }
}

/// What changed since an earlier assessment: results, answers that moved up and down, and how many of the actions
/// that were done show in the answers.
pub(crate) fn since(
    earlier: &Assessment,
    results: &[String],
    (up, down): (usize, usize),
    (followed, done): (usize, usize),
    to_confirm: usize,
) -> String {
    let when =
        answered_on(earlier).map_or_else(|| "the earlier assessment".to_owned(), |day| day.to_string());
    let moved = match (up, down) {
        (0, 0) => "no answer moved up or down".to_owned(),
        (up, 0) => format!("{} moved up, none down", count(up, "answer")),
        (0, down) => format!("{} moved down, none up", count(down, "answer")),
        (up, down) => format!("{} moved up, {down} down", count(up, "answer")),
    };
    let done = match done {
        0 => None,
        1 if followed == 1 => Some("the action that was done can be seen in its answer".to_owned()),
        1 => Some("the action that was done cannot be seen in its answer yet".to_owned()),
        done => Some(format!("of {done} actions that were done, {followed} can be seen in the answers")),
    };
    let parts: Vec<String> = results.iter().cloned().chain([moved]).chain(done).collect();
    let open = answers::not_confirmed(to_confirm).map(|open| format!(" {open}.")).unwrap_or_default();
    format!("Since {when}: {}.{open}", parts.join("; "))
}

/// What the results rest on.
pub(crate) fn rests_on(counts: Counts) -> String {
    let Counts { total, unknown, unanswered, .. } = counts;
    let known = total - unknown - unanswered;
    let open = match (unknown, unanswered) {
        (0, 0) => return format!("This rests on answers to all {}.", count(total, "question")),
        (unknown, 0) => format!("{unknown} {} not known yet", are(unknown)),
        (0, unanswered) => not_asked(unanswered),
        (unknown, unanswered) => {
            format!("{unknown} {} not known yet, and {}", are(unknown), not_asked(unanswered))
        }
    };
    format!("This rests on answers to {known} of {}; {open}.", count(total, "question"))
}

/// The heading of what hangs on answers that nobody has.
pub(crate) fn not_known(questions: usize, named: usize) -> String {
    let which = match questions {
        all if all > named => format!("the {named} that come first of {all}"),
        all => count(all, "question"),
    };
    format!("Not known yet, so neither in place nor a gap ({which})")
}

fn are(number: usize) -> &'static str {
    if number == 1 { "is" } else { "are" }
}

fn not_asked(questions: usize) -> String {
    format!("{questions} {} not asked yet", if questions == 1 { "was" } else { "were" })
}

/// A gap: what is to be done about it or which role nobody fills, and why that matters.
pub(crate) fn gap(what: &str, why: &str) -> String {
    format!("{what}: {why}")
}

/// A fact that was decided although the votes on it were divided.
pub(crate) fn divided(fact: &str) -> String {
    format!("{fact} (The room was divided.)")
}

/// The decision on a role that the reader is to take: somebody who sits with them, and not somebody to be won.
pub(crate) fn who_answers(role: &Role) -> String {
    format!(
        "{}: who of this management answers for this work, and what time or money it gets",
        role.text.title
    )
}

/// An aim, and by when it is met.
pub(crate) fn aim(target: &Target<'_>, reached: Reached) -> String {
    let questionnaire = target.questionnaire;
    let to = capital(&level(questionnaire, target.level));
    match reached {
        Reached::Now => format!("{to}, where we are: nothing further is asked for"),
        Reached::WithDone => {
            format!("{to}: with what is done already, to be confirmed by the next assessment")
        }
        Reached::Quarter { ends, .. } => format!("{to}, by {ends}"),
        Reached::Never => format!("{to}; this plan gets to {}", level(questionnaire, target.ends_at)),
    }
}

/// How much work a plan is, in weeks.
pub(crate) fn work(plan: &Plan<'_>) -> String {
    match plan.quarters.last() {
        None => "It takes no work.".to_owned(),
        Some(last) => {
            let (weeks, ends) = (count(plan.points(), "week"), last.ends);
            match plan.points_to_answer() {
                0 => format!("It takes about {weeks} of one person's work, until {ends}."),
                open if open == plan.points() => format!(
                    "It takes no work if all that is not known turns out to be there, and otherwise about {weeks} of \
                     one person's work, until {ends}."
                ),
                open => format!(
                    "It takes about {weeks} of one person's work, until {ends}; {open} of them only for what turns \
                     out to be missing."
                ),
            }
        }
    }
}

/// What the year is for once a plan is through that ends before it does.
pub(crate) fn rest_of_year(from: Date) -> String {
    format!("The rest of the year, from {from}: assess again, and choose the next aim by what is known then.")
}

/// The decision on how far to go in these questionnaires.
pub(crate) fn how_far(titles: &[&str], higher: &[HigherAim<'_>]) -> String {
    let titles = titles.join(", ");
    if higher.is_empty() {
        return format!("How far to go, or to stay: to confirm or to change what is suggested for {titles}");
    }
    let suggested: Vec<String> = higher.iter().map(suggested_aim).collect();
    format!("How far to go, or to stay, for {titles}. {}", suggested.join(" "))
}

/// The first thing to do where something is not known.
pub(crate) fn find_out(questions: usize, ask: &[String]) -> String {
    format!("Find out what is not known ({}); ask: {}", count(questions, "question"), ask.join(", "))
}

/// What would come after the plan, with these of its actions.
pub(crate) fn afterwards(plan: &Plan<'_>, ahead: &Ahead<'_>, actions: &[&str]) -> String {
    let to = towards(plan, ahead).map(|to| format!(", towards {to}")).unwrap_or_default();
    let open = (!ahead.open.is_empty())
        .then(|| format!("{} to ask in the first round", count(ahead.open.len(), "question")));
    let what: Vec<String> = actions.iter().map(|title| (*title).to_owned()).chain(open).collect();
    format!("What would come next{to}: {}", what.join("; "))
}

/// The decision on what need not wait, since it is about what is there already; so many are named.
pub(crate) fn ready(actions: &[&Planned<'_>], named: usize) -> String {
    let titles = actions.iter().take(named).map(|planned| planned.action.text.title.clone());
    let more = actions.len().saturating_sub(named);
    let titles: Vec<String> = titles.chain((more > 0).then(|| format!("and {more} more"))).collect();
    let points: u32 = actions.iter().map(|planned| planned.points).sum();
    format!(
        "What to take into the plan now, since it is about what is there already: {} (about {} on top)",
        titles.join("; "),
        count(points, "week")
    )
}

/// What comes on top of the work of a plan.
pub(crate) const ON_TOP: &str = "This is the work of the programme itself. What a step asks of each team, product or \
    developer (a day, an hour) comes on top and grows with their number: ask for the numbers first.";

/// The decision on time; how much it is stands with the aims.
pub(crate) fn decide_on_time(plan: &Plan<'_>, until: Date) -> String {
    let (all, open, from) = (plan.points(), plan.points_to_answer(), plan.settings.start);
    let when = format!("from {from} until {until}");
    match all - open {
        0 => format!("The time to find out, a few days, and then for what turns out to be missing, {when}"),
        _ => format!("The time for this work, {when}"),
    }
}

/// An action that comes first, who does it and by when.
pub(crate) fn first(planned: &Planned<'_>, who: &str, by: Date) -> String {
    format!("{} ({who}, by {by})", planned.action.text.title)
}
