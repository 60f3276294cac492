//! Scores: `score --explain`, the Markdown plan and the screens use the same sentences.

use std::fmt::{self, Display, Formatter};

use super::answers::{self, NOT_APPLICABLE};
use super::{capital, count};
use crate::questionnaire::{self, Level, Part, Placement, Question, Questionnaire};
use crate::score::{
    AbilityScore, AreasScore, Balance, CandidateScore, Counts, Gain, LevelScore, LevelsScore, RankedArea,
    Standing, Sum,
};

/// The name of the upright axis.
pub const ABILITY: &str = "Ability to execute";

/// The area, or areas, with the highest percent.
pub const STRONGEST: &str = "strongest";
/// The area, or areas, with the lowest percent.
pub const WEAKEST: &str = "weakest";

/// The state of a level that no applicable question belongs to.
pub const PASSED_OVER: &str = "passed over";

/// The position with two decimals: "1.42".
pub fn position(score: &LevelsScore<'_>) -> String {
    let position = score.position();
    format!("{}.{:02}", position / 100, position % 100)
}

impl Display for Sum {
    /// One decimal and the sign: "41.2%"; "not applicable" when nothing is.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.tenths() {
            Some(tenths) => write!(f, "{}.{}%", tenths / 10, tenths % 10),
            None => f.write_str(NOT_APPLICABLE),
        }
    }
}

/// A percent, and how far open answers could still raise it: "41.2% (up to 60.0%)".
pub fn range(sum: Sum, possible: Sum) -> String {
    if sum == possible { sum.to_string() } else { format!("{sum} (up to {possible})") }
}

/// The number of a level under the name that its questionnaire gives it: "stage 2".
pub fn number(questionnaire: &Questionnaire, number: usize) -> String {
    format!("{} {number}", questionnaire.text.level_name)
}

/// A level with its title: "stage 2, Community-driven".
pub fn level(questionnaire: &Questionnaire, number: usize) -> String {
    let title = questionnaire.levels.get(number).map(|level: &Level| level.text.title.as_str());
    let comma = title.map(|title| format!(", {title}")).unwrap_or_default();
    format!("{}{comma}", self::number(questionnaire, number))
}

/// A level as its questionnaire describes it, which says nothing of any organisation.
pub fn description(questionnaire: &Questionnaire, number: usize) -> String {
    let level = questionnaire.levels.get(number).filter(|level| !level.text.summary.is_empty());
    level.map_or(String::new(), |level| format!("As the model describes it: {}", level.text.summary))
}

/// Whether open answers can still change a result; `None` where none is open.
pub fn certainty(score: &LevelsScore<'_>) -> Option<&'static str> {
    match score.provisional() {
        true => Some("provisional"),
        false => score.levels.iter().any(|level| level.sum != level.possible).then_some("settled"),
    }
}

/// The level reached and how certain that is: "stage 1, Legal-driven (provisional)".
pub fn reached(questionnaire: &Questionnaire, score: &LevelsScore<'_>) -> String {
    let certainty = certainty(score).map(|certainty| format!(" ({certainty})")).unwrap_or_default();
    format!("{}{certainty}{}", level(questionnaire, score.reached), rests_on(score))
}

/// What a result rests on where that is less than half of the questions, to stand behind the level; else
/// nothing.
pub(super) fn rests_on(score: &LevelsScore<'_>) -> String {
    let Counts { total, not_applicable, .. } = score.questions;
    let applicable = total.saturating_sub(not_applicable);
    if score.provisional() || 2 * applicable >= total {
        return String::new();
    }
    format!(", by {applicable} of {} (the others do not apply)", count(total, "question"))
}

/// A result that is open, by the answers that decide it: "between stage 0, Ad hoc, and stage 3, …: one open answer
/// decides".
pub(crate) fn between(questionnaire: &Questionnaire, score: &LevelsScore<'_>) -> String {
    let deciding = match score.next().map_or(0, |next| next.deciding.len()) {
        1 => "one open answer decides".to_owned(),
        many => format!("{many} open answers decide"),
    };
    let with_next = score.with_next();
    match score.next().is_some_and(|next| with_next > next.number) {
        _ if with_next == score.possible => format!("{}: {deciding}", span(questionnaire, score, with_next)),
        true => {
            let more = number(questionnaire, score.possible);
            format!("{}: {deciding}; {more} is possible too", span(questionnaire, score, with_next))
        }
        false if is_wide_open(questionnaire, score) => {
            format!("open: the answers so far leave every {} possible", questionnaire.text.level_name)
        }
        false => format!("{}: what is not known yet decides", span(questionnaire, score, score.possible)),
    }
}

/// True while nothing is known but that everything is possible.
pub(crate) fn is_wide_open(questionnaire: &Questionnaire, score: &LevelsScore<'_>) -> bool {
    score.provisional() && score.reached == 0 && score.possible + 1 == questionnaire.levels.len()
}

/// From the level reached to a higher one.
fn span(questionnaire: &Questionnaire, score: &LevelsScore<'_>, to: usize) -> String {
    format!("between {}, and {}", level(questionnaire, score.reached), level(questionnaire, to))
}

/// What an open result may be, where there is little room: "stage 0 to 3".
pub(crate) fn from_to(questionnaire: &Questionnaire, score: &LevelsScore<'_>) -> String {
    format!("{} to {}", number(questionnaire, score.reached), score.possible)
}

/// The result in a sentence: "Stage 1, Legal-driven".
pub fn result(questionnaire: &Questionnaire, score: &LevelsScore<'_>) -> String {
    let reached = capital(&level(questionnaire, score.reached)) + &rests_on(score);
    if score.provisional() {
        capital(&between(questionnaire, score))
    } else if certainty(score).is_some() {
        format!("{reached} (settled: no open answer can change it)")
    } else {
        reached
    }
}

/// The percent over a whole questionnaire and how its questions stand, in one line.
pub fn percent_and_counts(sum: Sum, counts: Counts) -> String {
    format!("{sum} of all; {}", answers::counts(counts))
}

/// The name of the percent over a whole questionnaire.
pub const PERCENT: &str = "Percent over all questions";

/// The percent over a whole questionnaire.
pub fn percent(sum: Sum) -> String {
    format!("{PERCENT}: {sum}")
}

/// The position in a sentence.
pub fn position_line(questionnaire: &Questionnaire, score: &LevelsScore<'_>) -> String {
    let name = &questionnaire.text.level_name;
    match score.next() {
        Some(next) => {
            let way = self::number(questionnaire, next.number);
            format!("Position: {} (the {name} reached, and the way to {way})", position(score))
        }
        None => format!("Position: {} (there is no further {name})", position(score)),
    }
}

/// What the gate of a level says: whether it holds, and by which numbers. `keys` are the key
/// questions that are far enough, and all that apply; `open_below` is a level below that does not
/// hold and so keeps this one from counting.
pub fn gate(
    questionnaire: &Questionnaire,
    level: &LevelScore<'_>,
    keys: (usize, usize),
    open_below: Option<usize>,
) -> String {
    let name = capital(&self::number(questionnaire, level.number));
    if level.scoped_out {
        let is_here = |place: &Placement| place.part == Part::Level(level.number);
        let why = match questionnaire.placements.iter().any(is_here) {
            true => "none of its questions applies",
            false => "it has no question yet",
        };
        return format!("{name} is {PASSED_OVER}: {why}");
    }
    let verdict = match (level.holds, level.could_hold, open_below) {
        (true, _, None) => "holds".to_owned(),
        (true, _, Some(below)) => {
            format!("holds, but counts only with {}", self::number(questionnaire, below))
        }
        (false, true, _) => "does not hold yet, but still can".to_owned(),
        (false, false, _) => "does not hold".to_owned(),
    };
    let percent = range(level.sum, level.possible);
    let keys = match keys {
        (_, 0) => String::new(),
        (enough, all) => format!("; key questions {enough} of {all}"),
    };
    format!("{name} {verdict}: {percent} of {}% needed{keys}", questionnaire.gate)
}

/// Added to a gate: the key questions whose answers keep it shut, whatever else is answered.
pub fn too_low(questions: &[&Question]) -> String {
    let Some((first, more)) = questions.split_first() else { return String::new() };
    let more = if more.is_empty() { String::new() } else { format!(", and {} more", more.len()) };
    format!("; answered too low: {}{more}", first.text.question)
}

/// A gate of which the questions in the way are counted only.
pub fn beyond(gate: &str, questions: usize) -> String {
    format!("{gate}; in the way: {}", count(questions, "question"))
}

/// The heading of what blocks a level.
pub fn in_the_way(number: usize) -> String {
    format!("In the way: {}", count(number, "question"))
}

/// A question that blocks a level, and how far it is.
pub fn blocking(question: &Question, standing: Standing, key_gate: Option<u32>) -> String {
    let key = if key_gate.is_some() { "Key question: " } else { "" };
    let far = match standing {
        Standing::Answered { credit, .. } => match key_gate {
            Some(needed) => format!(", {credit} of the {needed} it needs"),
            None => format!(", {credit} of 100"),
        },
        _ => String::new(),
    };
    format!("{key}{} ({}{far})", question.text.question, answers::standing(question, standing))
}

/// What it would bring if a question were fully in place.
pub fn gain(questionnaire: &Questionnaire, gain: &Gain) -> String {
    let number = |level: usize| number(questionnaire, level);
    let then = match gain {
        Gain::Level(level) => format!("alone enough for {}", number(*level)),
        Gain::Gate(level) => format!("opens the gate of {}, but what is below comes first", number(*level)),
        Gain::Percent { level, sum, keys } => {
            let percent = format!("{} at {sum} of {}%", number(*level), questionnaire.gate);
            let missing = count(*keys, "key question");
            if *keys == 0 { percent } else { format!("{percent}, {missing} missing") }
        }
        Gain::Area { title, from, to } => format!("{title} from {from} to {to}"),
    };
    format!("If in place: {then}")
}

/// The ability to execute, what it sustains, and how that compares with what is reached.
pub fn ability(questionnaire: &Questionnaire, ability: &AbilityScore) -> String {
    let Some(sustains) = ability.sustains else {
        return format!("{ABILITY}: {NOT_APPLICABLE}");
    };
    let percent = range(ability.sum, ability.possible);
    let sustained = level(questionnaire, sustains);
    let verdict = match ability.balance {
        Some(Balance::OverExtended) => "over-extended: more is reached than it can carry for long",
        Some(Balance::Balanced) => "balanced: it carries what is reached",
        Some(Balance::Ready) => "ready: it would carry more than is reached",
        None => "whether that carries what is reached depends on what is not answered yet",
    };
    let held_back = held_back(ability).map(|why| format!(" ({why})")).unwrap_or_default();
    format!("{ABILITY}: {percent}, which sustains {sustained}{held_back}; {verdict}")
}

/// Why ability does not carry more although its percent would be enough.
pub(crate) fn held_back(ability: &AbilityScore) -> Option<String> {
    let missing = match ability.held_back_by {
        0 => return None,
        1 => "a key question is missing".to_owned(),
        many => format!("{many} key questions are missing"),
    };
    Some(format!("the percent would be enough for more, but {missing}"))
}

/// How many questions on ability stand how.
pub fn ability_counts(ability: &AbilityScore) -> String {
    format!("{ABILITY}, {}", answers::counts(ability.questions))
}

/// The best candidates of a questionnaire of kind `fit`, the first of several with the same points
/// being the first of the file; `None` while nothing speaks for any.
pub fn best_fit(candidates: &[CandidateScore<'_>]) -> Option<String> {
    let best = candidates.first().filter(|best| !best.reasons.is_empty())?;
    let equal = candidates.iter().take_while(|candidate| candidate.points == best.points);
    let titles: Vec<&str> = equal.map(|candidate| candidate.candidate.text.title.as_str()).collect();
    Some(format!("{} ({})", titles.join(", or "), points(best.points)))
}

/// Points of a candidate.
pub fn points(points: i32) -> String {
    count(points, "point")
}

/// The best fit in a sentence.
pub fn fit_result(candidates: &[CandidateScore<'_>]) -> String {
    match best_fit(candidates) {
        Some(best) => format!("Best fit: {best}"),
        None => "No recommendation yet: no answer speaks for any of them".to_owned(),
    }
}

/// The heading of the reasons for a recommendation.
pub const ANSWERS_FOR: &str = "What your answers say for it";
/// The heading of the reasons against it.
pub const ANSWERS_AGAINST: &str = "What your answers say against it";
/// The heading of what a candidate is good for.
pub const ADVANTAGES: &str = "What it is good for";
/// The heading of what speaks against a candidate in any case.
pub const WATCH_OUT: &str = "Watch out";
/// The heading of the first steps to set a candidate up.
pub const SET_UP: &str = "To set it up";

/// What speaks for a candidate.
pub const SPEAKS_FOR: &str = "For";
/// What speaks against a candidate.
pub const SPEAKS_AGAINST: &str = "Against";

/// Where nothing blocks any level.
pub const ALL_HOLD: &str = "Nothing is in the way: every gate holds.";
/// The heading of the lowest answers.
pub const LOWEST: &str = "The lowest answers";
/// Where there are none.
pub const NOTHING_LOW: &str = "No answer is low: everything is at least in place in part.";

/// An area with its place: "2, with others: Policy, 50.0%".
pub fn ranked(area: &RankedArea<'_>) -> String {
    let score = &area.score;
    let place = area.place.map_or(String::new(), |place| match area.tied {
        true => format!("{place}, shared: "),
        false => format!("{place}: "),
    });
    let mark = [(area.strongest, STRONGEST), (area.weakest, WEAKEST)];
    let mark: String = mark.iter().filter(|(is, _)| *is).map(|(_, word)| format!(", {word}")).collect();
    format!("{place}{}, {}{mark}", score.area.text.title, range(score.sum, score.possible))
}

/// How long so many questions take: "about 12 minutes".
pub fn minutes(questions: usize) -> String {
    format!("about {}", count(questionnaire::minutes(questions), "minute"))
}

/// The percent over all areas, and the weakest of them.
pub fn areas(areas: &AreasScore<'_>) -> String {
    let ranked = areas.ranked();
    let weakest = ranked.iter().filter(|area| area.weakest).map(|area| area.score.area.text.title.as_str());
    let weakest = weakest.collect::<Vec<_>>().join(", ");
    let percent = range(areas.sum, areas.possible);
    if weakest.is_empty() { percent } else { format!("{percent}; {WEAKEST}: {weakest}") }
}

/// The target of a questionnaire.
pub fn target(questionnaire: &Questionnaire, number: usize) -> String {
    format!("Target: {}", level(questionnaire, number))
}
