//! Levels: gates, what is reached and possible, position, blocking, and the ability to execute.

use std::cmp::Reverse;

use super::{Counts, Standing, Sum};
use crate::questionnaire::{DefaultTarget, Part, Placement, Questionnaire};

/// The result of a questionnaire of kind `levels`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelsScore<'a> {
    /// Over all questions of levels.
    pub sum: Sum,
    /// The standings of these questions.
    pub questions: Counts,
    /// The levels from number 1.
    pub levels: Vec<LevelScore<'a>>,
    /// The number of the level that the answers prove.
    pub reached: usize,
    /// The number of the level that they still allow.
    pub possible: usize,
    /// The ability to execute; `None` where nothing asks for it.
    pub ability: Option<AbilityScore>,
    /// What is aimed at where nobody chose a target.
    pub aim: DefaultTarget,
}

/// The score of one level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LevelScore<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// The sum that the answers prove.
    pub sum: Sum,
    /// The sum that they still allow.
    pub possible: Sum,
    /// The number of its key questions that are not far enough.
    pub keys_missing: usize,
    /// True when its gate holds.
    pub holds: bool,
    /// True when its gate could hold.
    pub could_hold: bool,
    /// True when nothing of it is applicable, or it has no question yet.
    pub scoped_out: bool,
    /// Its key questions whose answers are too low: they keep it shut whatever else is answered.
    pub too_low: Vec<&'a str>,
    /// The questions that are in the way, the heaviest first, key questions before others; empty where
    /// it holds.
    pub blocking: Vec<&'a str>,
    /// Its open questions whose answers decide on it: all of them, or the key ones where its sum is there already.
    pub deciding: Vec<&'a str>,
}

/// The ability to execute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AbilityScore {
    /// The standings of its questions.
    pub questions: Counts,
    /// The sum that the answers prove.
    pub sum: Sum,
    /// The sum that they still allow.
    pub possible: Sum,
    /// The number of the highest level that it sustains; `None` when nothing is applicable.
    pub sustains: Option<usize>,
    /// Its balance with the level reached; `None` while it is open, or nothing is applicable.
    pub balance: Option<Balance>,
    /// The key questions that alone keep it from the next level: its percent would be enough.
    pub held_back_by: usize,
}

/// The level reached against the level sustained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Balance {
    /// More reached than the ability sustains.
    OverExtended,
    /// As much as it sustains.
    Balanced,
    /// The ability would sustain more.
    Ready,
}

impl Balance {
    /// The word in the results.
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl LevelsScore<'_> {
    /// True when open questions could still change the level.
    pub fn provisional(&self) -> bool {
        self.reached != self.possible
    }

    /// The first level above the reached one that is not scoped out.
    pub fn next(&self) -> Option<&LevelScore<'_>> {
        self.levels.iter().find(|level| level.number > self.reached && !level.scoped_out)
    }

    /// The number of the level that would be reached if the next one held: with it count those that wait above it.
    pub fn with_next(&self) -> usize {
        let next = self.next().map(|next| next.number);
        highest(&self.levels, |level| level.holds || Some(level.number) == next)
    }

    /// The numbers of the levels whose questions are in the way: of all, or of the next one alone.
    pub fn in_the_way(&self, all: bool) -> Vec<usize> {
        let open = self.levels.iter().filter(|level| !level.blocking.is_empty());
        let next = self.next().map(|next| next.number);
        open.map(|level| level.number).filter(|number| all || Some(*number) == next).collect()
    }

    /// The level aimed at where nobody chose one: the reached one, or the next where there is one.
    pub fn default_target(&self) -> usize {
        match self.aim {
            DefaultTarget::Next => self.next().map_or(self.reached, |next| next.number),
            DefaultTarget::Reached => self.reached,
        }
    }

    /// Reached number + percent of the next level / 100, in hundredths, half up.
    pub fn position(&self) -> u64 {
        let way = self.next().and_then(|next| next.sum.whole()).unwrap_or(0);
        100 * self.reached as u64 + way
    }

    /// True when the gates of all levels up to this one that are not scoped out hold.
    pub fn has_reached(&self, number: usize) -> bool {
        self.levels.iter().take(number).all(|level| level.holds || level.scoped_out)
    }
}

/// Scores a questionnaire of kind `levels`, whose questions stand so.
pub(super) fn score<'a>(
    questionnaire: &'a Questionnaire,
    questions: Counts,
    stands: &[(&'a Placement, Standing)],
) -> LevelsScore<'a> {
    let levels: Vec<LevelScore<'a>> =
        (1..questionnaire.levels.len()).map(|number| level(questionnaire, number, stands)).collect();
    let mut sum = Sum::default();
    for level in &levels {
        sum.gained += level.sum.gained;
        sum.weight += level.sum.weight;
    }
    let reached = highest(&levels, |level| level.holds);
    let possible = highest(&levels, |level| level.could_hold);
    let ability = ability(questionnaire, reached, stands);
    LevelsScore { sum, questions, reached, possible, ability, levels, aim: questionnaire.default_target }
}

/// The highest level, not scoped out, that passes together with all those below it that are not.
pub(super) fn highest(levels: &[LevelScore<'_>], passes: impl Fn(&LevelScore<'_>) -> bool) -> usize {
    let counted = levels.iter().filter(|level| !level.scoped_out);
    counted.take_while(|level| passes(level)).last().map_or(0, |level| level.number)
}

fn level<'a>(
    questionnaire: &Questionnaire,
    number: usize,
    stands: &[(&'a Placement, Standing)],
) -> LevelScore<'a> {
    let here: Vec<_> = stands.iter().filter(|(place, _)| place.part == Part::Level(number)).collect();
    let (mut sum, mut possible) = (Sum::default(), Sum::default());
    let (mut keys_missing, mut too_low) = (0, Vec::new());
    for (place, standing) in &here {
        let (Some(proven), Some(allowed)) = (standing.proven(), standing.possible()) else { continue };
        sum.add(place.weight, proven);
        possible.add(place.weight, allowed);
        keys_missing += usize::from(place.key && proven < questionnaire.key_gate);
        if place.key && allowed < questionnaire.key_gate {
            too_low.push(place.question.as_str());
        }
    }
    let scoped_out = sum.is_empty();
    let enough = sum.reaches(questionnaire.gate);
    let holds = !scoped_out && keys_missing == 0 && enough;
    let could_hold = !scoped_out && too_low.is_empty() && possible.reaches(questionnaire.gate);

    let open = here.iter().filter(|(place, standing)| standing.is_open() && (place.key || !enough));
    let deciding = open.map(|(place, _)| place.question.as_str()).collect();
    let mut blocking: Vec<(bool, Reverse<u32>, &str)> = Vec::new();
    if !holds {
        for (place, standing) in &here {
            let Some(credit) = standing.proven() else { continue };
            let key = place.key && credit < questionnaire.key_gate;
            if key || (!enough && credit < 100) {
                let gap = place.weight * (100 - credit);
                blocking.push((!key, Reverse(gap), place.question.as_str()));
            }
        }
        blocking.sort();
    }
    let blocking = blocking.into_iter().map(|(_, _, id)| id).collect();
    LevelScore {
        number,
        sum,
        possible,
        keys_missing,
        holds,
        could_hold,
        scoped_out,
        too_low,
        blocking,
        deciding,
    }
}

fn ability(
    questionnaire: &Questionnaire,
    reached: usize,
    stands: &[(&Placement, Standing)],
) -> Option<AbilityScore> {
    let here: Vec<_> = stands.iter().filter(|(place, _)| place.part == Part::Ability).collect();
    here.first()?;
    let credits = |credit: fn(Standing) -> Option<u32>| -> Vec<(&Placement, u32)> {
        here.iter().filter_map(|(place, standing)| Some((*place, credit(*standing)?))).collect()
    };
    let (proven, allowed) = (credits(Standing::proven), credits(Standing::possible));
    let sustains = sustained(questionnaire, &proven);
    let balance = |sustained: usize| match reached.cmp(&sustained) {
        std::cmp::Ordering::Greater => Balance::OverExtended,
        std::cmp::Ordering::Equal => Balance::Balanced,
        std::cmp::Ordering::Less => Balance::Ready,
    };
    let verdict = sustains.map(balance);
    Some(AbilityScore {
        questions: Counts::of(here.iter().map(|(_, standing)| *standing)),
        balance: verdict.filter(|_| verdict == sustained(questionnaire, &allowed).map(balance)),
        held_back_by: sustains
            .map_or(0, |level| held_back_by(questionnaire, sum(&proven), &allowed, level + 1)),
        sustains,
        sum: sum(&proven),
        possible: sum(&allowed),
    })
}

fn sum(credits: &[(&Placement, u32)]) -> Sum {
    let mut sum = Sum::default();
    credits.iter().for_each(|(place, credit)| sum.add(place.weight, *credit));
    sum
}

/// The highest level that ability with these credits sustains: at it and at all levels below, the percent
/// is enough, and every foundation that is indispensable from there is laid.
fn sustained(questionnaire: &Questionnaire, ability: &[(&Placement, u32)]) -> Option<usize> {
    let sum = sum(ability);
    let first_missing = missing(questionnaire, ability).map(|place| place.from).min();
    let levels = questionnaire.levels.iter().enumerate().skip(1);
    let carried = levels.take_while(|(number, level)| {
        sum.reaches(level.ability) && first_missing.is_none_or(|from| *number < from)
    });
    (!sum.is_empty()).then(|| carried.count())
}

/// The foundations that are not laid.
fn missing<'a>(
    questionnaire: &Questionnaire,
    ability: &[(&'a Placement, u32)],
) -> impl Iterator<Item = &'a Placement> {
    let foundations = ability.iter().filter(|(place, _)| place.key);
    foundations.filter(|(_, credit)| *credit < questionnaire.key_gate).map(|(place, _)| *place)
}

/// The foundations without which ability does not sustain a level for which its percent would be enough: what no
/// open answer can bring any more.
fn held_back_by(
    questionnaire: &Questionnaire,
    proven: Sum,
    allowed: &[(&Placement, u32)],
    number: usize,
) -> usize {
    match questionnaire.levels.get(number).is_some_and(|level| proven.reaches(level.ability)) {
        true => missing(questionnaire, allowed).filter(|place| place.from <= number).count(),
        false => 0,
    }
}
