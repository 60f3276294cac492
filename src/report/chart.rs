//! The figures of results and plans as data, for a writer that draws more than characters can: what
//! each shows, the same in words, and the table behind it.

use super::explain::gates;
use super::figure::{Tone, marks, tone};
use super::figure_in_words;
use crate::assessment::Assessment;
use crate::plan::{Plan, target};
use crate::questionnaire::Catalogue;
use crate::score::{AreasScore, LevelsScore, Outcome, Score, Sum};
use crate::team::{Comparison, Tally};
use crate::words::plan::levels_planned;
use crate::words::{answers, capital, charts as say, figures, results_screen, scores, team};

/// The most questions of which a figure says how far people agree: what a page has room for.
const DIVIDED: usize = 12;

/// A figure as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    pub shape: ChartShape,
    /// What it shows, in a few words.
    pub title: String,
    /// What there is to see, in sentences.
    pub description: String,
    /// The heads of the table behind it.
    pub columns: [&'static str; 3],
    /// The lowest level, the strongest area or the first quarter first.
    pub bars: Vec<ChartBar>,
    /// The organisation's own position, where the figure has one.
    pub here: Option<Here>,
    /// When the earlier assessment was, where the figure shows it.
    pub when: Option<String>,
    /// The position at the earlier assessment.
    pub before: Option<Here>,
}

/// How the bars of a figure lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartShape {
    /// On each other, each beginning further right, with two axes.
    Staircase,
    /// As steps that rise from left to right.
    Ladder,
    /// Below each other, each as long as its number.
    Bars,
}

/// A bar or a step, and a row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartBar {
    pub name: String,
    /// Its number; empty where it has none.
    pub value: String,
    /// How it stands.
    pub state: String,
    /// The part that is proven, in tenths of a percent.
    pub proven: u64,
    /// The part that is still possible, in tenths of a percent.
    pub possible: u64,
    /// What is needed, in tenths of a percent.
    pub gate: Option<u64>,
    /// What was proven at the earlier assessment.
    pub before: Option<Sum>,
    pub tone: Tone,
}

/// The organisation's own position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Here {
    /// On the axis of levels, in hundredths.
    pub position: u64,
    /// The level that the ability to execute sustains.
    pub sustained: Option<usize>,
    /// Both in words.
    pub said: String,
}

/// The figures of a result: the levels, their gates and the ability to execute; or the areas. After an earlier
/// assessment each also shows how it was then.
pub fn charts(
    catalogue: &Catalogue,
    assessment: &Assessment,
    score: &Score<'_>,
    since: Option<&Comparison<'_>>,
) -> Vec<Chart> {
    let before = since.and_then(|since| {
        let mut changes = since.questionnaires.iter();
        let change = changes.find(|change| change.questionnaire.id == score.questionnaire.id)?;
        Some((say::when(since.before), &change.before.as_ref()?.result))
    });
    let (then, then_areas) = match &before {
        Some((_, Outcome::Levels(levels))) => (Some(levels), None),
        Some((_, Outcome::Areas(areas))) => (None, Some(areas)),
        _ => (None, None),
    };
    let mut charts = match &score.result {
        Outcome::Levels(levels) => {
            let mut charts = vec![
                steps(assessment, score, levels, then),
                by_gate(catalogue, assessment, score, levels, then),
            ];
            charts.extend(ability(score, levels, then));
            charts
        }
        Outcome::Areas(areas) => vec![by_area(assessment, score, areas, then_areas)],
        Outcome::Fit(_) => Vec::new(),
    };
    if let Some((when, _)) = before {
        charts.iter_mut().for_each(|chart| chart.name_earlier(&when));
    }
    charts
}

impl Chart {
    /// Says when the earlier assessment was, and tells in words what it shows of it.
    fn name_earlier(&mut self, when: &str) {
        let here = self.before.iter().map(|here| here.said.clone());
        let bars = self.bars.iter().filter_map(|bar| Some(format!("{} {}", bar.name, bar.before?)));
        let said: Vec<String> = here.chain(bars).collect();
        self.description = format!("{}; {when}: {}", self.description, said.join(", "));
        self.when = Some(when.to_owned());
    }
}

/// The quarters of a plan, as full as they are; `None` without one.
pub fn timeline(plan: &Plan<'_>) -> Option<Chart> {
    let capacity = u64::from(plan.settings.capacity.max(1));
    let bar = |quarter| {
        let new = levels_planned(&plan.new_levels(quarter, quarter));
        let full = 1000 * u64::from(quarter.points) / capacity;
        ChartBar {
            name: say::quarter(quarter),
            value: say::work(quarter),
            tone: if new.is_empty() { Tone::Possible } else { Tone::Reached },
            state: new,
            proven: full,
            possible: full,
            gate: None,
            before: None,
        }
    };
    let bars: Vec<ChartBar> = plan.quarters.iter().map(bar).collect();
    (!bars.is_empty()).then(|| Chart {
        shape: ChartShape::Bars,
        title: say::QUARTERS.to_owned(),
        description: described(&bars),
        columns: say::QUARTER_COLUMNS,
        bars,
        here: None,
        when: None,
        before: None,
    })
}

/// How far people agree on each question on which several chose an option, the most divided first; `None` without
/// one. A full bar is one option, a half one votes spread evenly, an empty one two camps.
pub fn agreement(catalogue: &Catalogue, assessment: &Assessment) -> Option<Chart> {
    let asked = assessment.asked_questions(catalogue).into_iter().filter_map(|id| catalogue.question(id));
    let voted = asked.filter_map(|question| {
        let tally = Tally::of(question, assessment.votes.get(&question.id));
        Some((question, tally.agreement?, tally))
    });
    let mut voted: Vec<_> = voted.collect();
    voted.sort_by_key(|(_, agreement, _)| *agreement);
    let bars = voted.iter().take(DIVIDED).map(|(question, agreement, tally)| {
        let length = u64::try_from((agreement + 1000) / 2).unwrap_or(0);
        ChartBar {
            name: question.text.question.clone(),
            value: team::agreement(*agreement),
            state: team::strength(*agreement).to_owned(),
            proven: length,
            possible: length,
            gate: None,
            before: None,
            tone: if tally.contested { Tone::Weak } else { Tone::Reached },
        }
    });
    let bars: Vec<ChartBar> = bars.collect();
    (!bars.is_empty()).then(|| bars_of(say::AGREEMENT.to_owned(), say::AGREEMENT_COLUMNS, bars))
}

/// The staircase or the ladder.
fn steps(
    assessment: &Assessment,
    score: &Score<'_>,
    levels: &LevelsScore<'_>,
    then: Option<&LevelsScore<'_>>,
) -> Chart {
    let questionnaire = score.questionnaire;
    let target = target(assessment, score);
    let bar = |(number, level): (usize, &crate::questionnaire::Level)| {
        let words: Vec<&str> = marks(levels, number, target).map(|mark| mark.word).collect();
        ChartBar {
            name: format!("{number} {}", level.text.title),
            value: proven(levels, number).map(|sum| sum.to_string()).unwrap_or_default(),
            state: words.join(", "),
            proven: 0,
            possible: 0,
            gate: None,
            before: then.and_then(|then| proven(then, number)),
            tone: tone(levels, number),
        }
    };
    Chart {
        shape: if levels.ability.is_some() { ChartShape::Staircase } else { ChartShape::Ladder },
        title: say::levels(questionnaire),
        description: figure_in_words(assessment, score).unwrap_or_default(),
        columns: say::LEVEL_COLUMNS,
        bars: questionnaire.levels.iter().enumerate().map(bar).collect(),
        here: Some(here(levels)),
        when: None,
        before: then.map(here),
    }
}

fn here(levels: &LevelsScore<'_>) -> Here {
    Here {
        position: levels.position(),
        sustained: levels.ability.and_then(|ability| ability.sustains),
        said: figures::here(levels),
    }
}

/// How much of a level is proven; `None` for the lowest, which needs nothing.
fn proven(levels: &LevelsScore<'_>, number: usize) -> Option<Sum> {
    levels.levels.iter().find(|level| level.number == number).map(|level| level.sum)
}

fn by_gate(
    catalogue: &Catalogue,
    assessment: &Assessment,
    score: &Score<'_>,
    levels: &LevelsScore<'_>,
    then: Option<&LevelsScore<'_>>,
) -> Chart {
    let questionnaire = score.questionnaire;
    let gates = gates(catalogue, assessment, questionnaire, levels);
    let bars = levels.levels.iter().zip(&gates).map(|(level, gate)| {
        let value = match gate.unanswered && !level.sum.is_empty() {
            true => answers::UNANSWERED.to_owned(),
            false => say::of_needed(level.sum, questionnaire.gate),
        };
        let state = results_screen::gate(levels, level, questionnaire.gate);
        let state = [say::keys(gate.keys), state];
        let state: Vec<String> = state.into_iter().filter(|part| !part.is_empty()).collect();
        let title = questionnaire.levels.get(level.number).map_or("", |level| &level.text.title);
        let tone = if level.holds { Tone::Reached } else { Tone::Weak };
        let gate = Some(u64::from(questionnaire.gate) * 10);
        let name = format!("{} {title}", level.number);
        let bar = bar(&name, value, state.join(", "), (level.sum, level.possible), gate, tone);
        ChartBar { before: then.and_then(|then| proven(then, level.number)), ..bar }
    });
    bars_of(say::gates(questionnaire), say::GATE_COLUMNS, bars.collect())
}

fn ability(score: &Score<'_>, levels: &LevelsScore<'_>, then: Option<&LevelsScore<'_>>) -> Option<Chart> {
    let ability = levels.ability.as_ref().filter(|ability| !ability.sum.is_empty())?;
    let sustains = ability.sustains.map(|sustains| say::sustains(score.questionnaire, ability, sustains));
    let next = ability.sustains.and_then(|sustains| score.questionnaire.levels.get(sustains + 1));
    let gate = next.map(|level| u64::from(level.ability) * 10);
    let sums = (ability.sum, ability.possible);
    let value = next.map_or(ability.sum.to_string(), |next| say::of_needed(ability.sum, next.ability));
    let bar = bar(scores::ABILITY, value, sustains.unwrap_or_default(), sums, gate, Tone::Reached);
    let before = then.and_then(|then| then.ability).map(|ability| ability.sum);
    let bars = vec![ChartBar { before, ..bar }];
    Some(bars_of(say::ability(score.questionnaire), say::GATE_COLUMNS, bars))
}

fn by_area(
    assessment: &Assessment,
    score: &Score<'_>,
    areas: &AreasScore<'_>,
    then: Option<&AreasScore<'_>>,
) -> Chart {
    let bars = areas.ranked();
    let bars = bars.iter().map(|area| {
        let (sum, possible) = (area.score.sum, area.score.possible);
        let state = [(area.strongest, scores::STRONGEST), (area.weakest, scores::WEAKEST)];
        let state = state.iter().find(|(is, _)| *is).map_or("", |(_, word)| word);
        let tone = if area.weakest { Tone::Weak } else { Tone::Reached };
        let title = &area.score.area.text.title;
        let mut before = then.iter().flat_map(|then| &then.areas);
        let before = before.find(|before| before.area.id == area.score.area.id).map(|before| before.sum);
        let bar = bar(title, scores::range(sum, possible), state.to_owned(), (sum, possible), None, tone);
        ChartBar { before, ..bar }
    });
    let description = figure_in_words(assessment, score).unwrap_or_default();
    let chart = bars_of(say::areas(score.questionnaire), say::AREA_COLUMNS, bars.collect());
    Chart { description, ..chart }
}

fn bar(
    name: &str,
    value: String,
    state: String,
    (sum, possible): (Sum, Sum),
    gate: Option<u64>,
    tone: Tone,
) -> ChartBar {
    let tenths = |sum: Sum| sum.tenths().unwrap_or(0);
    let (proven, possible) = (tenths(sum), tenths(possible));
    ChartBar { name: name.to_owned(), value, state, proven, possible, gate, before: None, tone }
}

fn bars_of(title: String, columns: [&'static str; 3], bars: Vec<ChartBar>) -> Chart {
    let description = described(&bars);
    Chart { shape: ChartShape::Bars, title, description, columns, bars, here: None, when: None, before: None }
}

/// Each bar in words.
fn described(bars: &[ChartBar]) -> String {
    let words = bars.iter().map(|bar| say::bar(&bar.name, &bar.value, &bar.state));
    capital(&words.collect::<Vec<_>>().join("; "))
}
