//! The results of an assessment, laid out: for each questionnaire what is reached, the numbers behind
//! it, and why.

use super::change;
use super::discussion::notable;
use super::explain::{self, Blocking, Gate, lowest, recommendation};
use super::tree::{Block, Report, Section};
use super::{figure, verdict};
use crate::assessment::{Assessment, no_longer_asked};
use crate::plan::target;
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{
    AreasScore, CandidateScore, FitScore, LevelsScore, Outcome, Score, Sum, follow_ups, gain, score,
};
use crate::team::compare;
use crate::words;
use crate::words::{figures, follow_ups, scores as say, sources};

/// How something is read, and so what of it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// By the eye, in a terminal.
    Text,
    /// By the ear: figures become sentences.
    Spoken,
    /// In a plan, which goes on to what is to be done.
    Markdown,
    /// On a screen of so many columns and rows, where a question can be gone to.
    Screen(usize, usize),
}

impl Medium {
    /// Columns and rows of a figure: a terminal's; what GitHub shows without a scroll bar; what leaves room
    /// for the verdict and the gates below it. Wider ones say no more.
    fn size(self) -> (usize, usize) {
        match self {
            Medium::Text => (80, 24),
            Medium::Spoken => (0, 0),
            Medium::Markdown => (84, 18),
            Medium::Screen(columns, rows) => (columns.min(100), rows.saturating_sub(10).clamp(11, 20)),
        }
    }

    fn is_screen(self) -> bool {
        matches!(self, Medium::Screen(..))
    }
}

/// How much of a result is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// What is reached, and the numbers behind it.
    Result,
    /// Also the figure and why: each gate with its numbers, and the questions in the way of the next level.
    NextLevel,
    /// The same with the questions in the way of every level.
    AllLevels,
}

/// How many of the questions in the way say what they would bring, where that is told: the heaviest.
pub const HEAVIEST: usize = 3;
/// The most columns of the bars of areas: wider ones say no more.
const WIDEST_BARS: usize = 90;
/// The most questions that a plan names as in the way of a level: the others have their actions below.
const NAMED: usize = 6;

/// The results of all questionnaires; with `full` also the figures and why: each gate with its numbers,
/// what blocks it, the reasons of a recommendation and how to set it up; what a room decided although it
/// did not agree; and what is worth a closer look.
pub fn scores(catalogue: &Catalogue, assessment: &Assessment, medium: Medium, full: bool) -> Report {
    let mut report = Report::new(&assessment.organization);
    let depth = if full { Depth::AllLevels } else { Depth::Result };
    let scores = score(catalogue, assessment);
    for score in &scores {
        report.push(result(catalogue, assessment, score, medium, depth));
    }
    if let Some(notice) = no_longer_asked(catalogue, assessment) {
        report.heading(notice.to_string());
    }
    if full {
        report.push(Section::list(words::team::NOTABLE, notable(catalogue, assessment)));
        let mut closer = Section::new(follow_ups::CLOSER);
        for follow_up in follow_ups(catalogue, assessment) {
            closer.fact(follow_ups::follow_up(&follow_up));
            closer.named(follow_ups::BECAUSE_OF, follow_ups::low_answers(&follow_up));
        }
        report.push(closer);
    }
    let named = sources::of(scores.iter().map(|score| score.questionnaire));
    report.push(Section::list(sources::SOURCES, named));
    report
}

/// The same after what changed since an earlier assessment.
pub fn scores_since(
    catalogue: &Catalogue,
    assessment: &Assessment,
    earlier: Option<&Assessment>,
    medium: Medium,
    full: bool,
) -> Report {
    let mut report = scores(catalogue, assessment, medium, full);
    let changed = earlier.map(|earlier| change(&compare(earlier, assessment, catalogue)));
    report.sections.splice(0..0, changed);
    report
}

/// The result of one questionnaire.
pub fn result(
    catalogue: &Catalogue,
    assessment: &Assessment,
    score: &Score<'_>,
    medium: Medium,
    depth: Depth,
) -> Section {
    let Questionnaire { text, id, version, .. } = score.questionnaire;
    let section = Section::new(format!("{} ({id} {version})", text.title));
    let mut layout = Layout { catalogue, assessment, score, medium, depth, section };
    match &score.result {
        Outcome::Levels(levels) => layout.levels(levels),
        Outcome::Areas(areas) => layout.areas(areas),
        Outcome::Fit(fit) => layout.fit(fit),
    }
    layout.section
}

/// The figure of a result in words; `None` where it has none.
pub(super) fn figure_in_words(assessment: &Assessment, score: &Score<'_>) -> Option<String> {
    let mut lines = match &score.result {
        Outcome::Levels(levels) => figures::levels(score.questionnaire, levels, target(assessment, score)),
        Outcome::Areas(areas) => areas.ranked().iter().map(say::ranked).collect(),
        Outcome::Fit(_) => return None,
    };
    lines.extend(score.levels().map(figures::here));
    Some(format!("{}: {}", score.questionnaire.text.title, lines.join("; ")))
}

struct Layout<'l> {
    catalogue: &'l Catalogue,
    assessment: &'l Assessment,
    score: &'l Score<'l>,
    medium: Medium,
    depth: Depth,
    section: Section,
}

impl Layout<'_> {
    fn is_full(&self) -> bool {
        self.depth > Depth::Result
    }

    /// Whether it is gone through on a page of its own: the verdict comes first, then what stands behind it.
    fn is_page(&self) -> bool {
        self.medium.is_screen() || (self.medium == Medium::Spoken && self.is_full())
    }

    /// The verdict as the milestone told it.
    fn verdict(&mut self) {
        let told = verdict::told(self.catalogue, self.assessment, self.score);
        self.section.blocks.push(Block::Verdict(told.heading));
        self.section.blocks.extend(told.blocks);
        self.section.blocks.extend(verdict::weak_ability(self.catalogue, self.assessment, self.score));
    }

    fn levels(&mut self, levels: &LevelsScore<'_>) {
        let questionnaire = self.score.questionnaire;
        let target = target(self.assessment, self.score);
        let figure = self.is_full().then(|| Block::Figure {
            drawn: figure::levels(levels, questionnaire, target, self.medium.size()),
            said: figures::levels(questionnaire, levels, target),
        });
        let is_begun = self.score.questions.unanswered < self.score.questions.total;
        match self.is_page() && is_begun {
            true => self.verdict(),
            false => self.section.blocks.push(Block::Verdict(say::result(questionnaire, levels))),
        }
        self.section.blocks.extend(figure);
        self.counts(levels.sum);
        if !self.medium.is_screen() {
            self.section.fact(say::position_line(questionnaire, levels));
            self.section
                .blocks
                .extend(levels.ability.as_ref().map(|ability| Block::Fact(say::ability_counts(ability))));
        }
        self.section
            .blocks
            .extend(levels.ability.as_ref().map(|ability| Block::Fact(say::ability(questionnaire, ability))));
        // Elsewhere the figure in words tells it, or the rest of the plan.
        if let Some(target) = target.filter(|_| self.medium == Medium::Text || !self.is_full()) {
            self.section.fact(say::target(questionnaire, target));
        }
        if !self.is_full() {
            return;
        }
        let gates = explain::gates(self.catalogue, self.assessment, questionnaire, levels);
        if let Medium::Screen(columns, _) = self.medium {
            let drawn = figure::gates(levels, questionnaire, &gates, columns);
            self.section.blocks.push(Block::Figure { drawn, said: Vec::new() });
            self.section.blocks.push(Block::Note(words::results_screen::LEGEND.to_owned()));
        }
        let all_hold = gates.iter().all(|gate| gate.blocking.is_empty());
        if all_hold && matches!(self.medium, Medium::Spoken | Medium::Screen(..)) {
            self.section.blocks.push(Block::Praise(say::ALL_HOLD.to_owned()));
        }
        let aim = target.unwrap_or(levels.reached).max(levels.reached + 1);
        let next = levels.in_the_way(self.depth == Depth::AllLevels);
        let (shown, rest): (Vec<_>, Vec<_>) = gates
            .into_iter()
            .partition(|gate| !self.is_page() || gate.blocking.is_empty() || next.contains(&gate.number));
        shown.into_iter().for_each(|gate| self.gate(gate, aim));
        let rest: usize = rest.iter().map(|gate| gate.blocking.len()).sum();
        if rest > 0 {
            self.section.blocks.push(Block::Note(words::results_screen::rest(rest)));
        }
    }

    /// How much is in place, and how the questions stand.
    fn counts(&mut self, sum: Sum) {
        let counts = self.score.questions;
        match (self.medium, &self.score.result) {
            (Medium::Screen(..), Outcome::Levels(_)) => {
                self.section.fact(words::results_screen::counts(sum, counts));
            }
            (Medium::Screen(..), _) => {
                self.section.blocks.push(Block::Verdict(words::results_screen::counts(sum, counts)));
            }
            (Medium::Markdown, Outcome::Levels(_)) => self.section.fact(say::percent_and_counts(sum, counts)),
            (Medium::Markdown, _) => {
                self.section.blocks.push(Block::Note(say::percent_and_counts(sum, counts)))
            }
            (_, Outcome::Levels(_)) => {
                self.section.fact(words::answers::counts(counts));
                self.section.fact(say::percent(sum));
            }
            _ => {
                self.section.fact(say::percent(sum));
                self.section.fact(words::answers::counts(counts));
            }
        }
    }

    /// A gate and what is in the way; in a plan what lies beyond the next aim only in numbers. A screen
    /// has the gates as bars.
    fn gate(&mut self, gate: Gate<'_>, aim: usize) {
        let blocking = gate.blocking.len();
        match self.medium {
            Medium::Screen(..) if blocking == 0 => {}
            Medium::Screen(..) => {
                let heading =
                    words::results_screen::in_the_way(self.score.questionnaire, gate.number, blocking);
                self.section.blocks.push(Block::Heading(heading));
                self.questions(gate.blocking);
            }
            Medium::Markdown if gate.number > aim && blocking > 0 => {
                self.section.blocks.push(Block::Heading(say::beyond(&gate.sentence, blocking)));
            }
            _ => {
                self.section.blocks.push(Block::Heading(gate.sentence));
                if self.medium == Medium::Spoken && blocking > 0 {
                    self.section.fact(say::in_the_way(blocking));
                }
                let most = if self.medium == Medium::Markdown { NAMED } else { usize::MAX };
                self.questions(gate.blocking.into_iter().take(most));
                if blocking > most {
                    self.section.item(1, words::plan::more_questions(blocking - most));
                }
            }
        }
    }

    /// Questions; on a screen, and for the ear the heaviest of them, with what each would bring.
    fn questions<'q>(&mut self, blocking: impl IntoIterator<Item = Blocking<'q>>) {
        for (i, Blocking { question, place, standing, sentence: text }) in blocking.into_iter().enumerate() {
            let tells = self.medium.is_screen() || (self.medium == Medium::Spoken && i < HEAVIEST);
            let gain = tells.then(|| gain(self.score, place, standing)).flatten();
            let gain = gain.map(|gain| say::gain(self.score.questionnaire, &gain));
            self.section.blocks.push(Block::Question { id: question.id.clone(), text, gain });
        }
    }

    fn areas(&mut self, areas: &AreasScore<'_>) {
        self.counts(areas.sum);
        let drawn = figure::bars(areas, (self.medium.size().0.min(WIDEST_BARS), areas.areas.len()));
        let said = areas.ranked().iter().map(say::ranked).collect();
        self.section.blocks.push(Block::Figure { drawn, said });
        if self.is_full() && matches!(self.medium, Medium::Spoken | Medium::Screen(..)) {
            let lowest = lowest(self.catalogue, self.assessment, self.score.questionnaire);
            self.section.blocks.push(match lowest.is_empty() {
                true => Block::Praise(say::NOTHING_LOW.to_owned()),
                false => Block::Heading(say::LOWEST.to_owned()),
            });
            self.questions(lowest);
        }
    }

    fn fit(&mut self, fit: &FitScore<'_>) {
        self.section.blocks.push(Block::Verdict(say::fit_result(&fit.candidates)));
        self.section.fact(words::answers::counts(self.score.questions));
        match self.medium {
            Medium::Screen(columns, _) => {
                self.section
                    .blocks
                    .push(Block::Figure { drawn: figure::points(fit, columns), said: Vec::new() });
            }
            _ => fit.candidates.iter().for_each(|candidate| {
                self.section.named(&candidate.candidate.text.title, say::points(candidate.points));
            }),
        }
        if !self.is_full() {
            return;
        }
        for best in fit.best() {
            let text = &best.candidate.text;
            match self.medium {
                Medium::Screen(..) => {
                    self.section.blocks.push(Block::Heading(text.title.clone()));
                    self.section.fact(&text.summary);
                }
                _ => self.section.blocks.push(Block::Note(format!("{}. {}", text.title, text.summary))),
            }
            for (heading, texts) in recommendation(best) {
                self.section.blocks.push(Block::Label(heading.to_owned()));
                self.section.blocks.extend(texts.iter().enumerate().map(|(i, text)| match heading {
                    say::SET_UP => Block::Step(i + 1, (*text).to_owned()),
                    _ => Block::Item(1, (*text).to_owned()),
                }));
            }
        }
        if matches!(self.medium, Medium::Text | Medium::Spoken) {
            fit.candidates.iter().skip(fit.best().len()).for_each(|other| self.other(other));
        }
        if !fit.best().is_empty() {
            self.section.blocks.push(Block::Note(words::plan::BEST_FIT_NOTE.to_owned()));
        }
    }

    /// What speaks for and against a candidate that is not among the best.
    fn other(&mut self, other: &CandidateScore<'_>) {
        let reasons = other.reasons.iter().map(|reason| (say::SPEAKS_FOR, reason));
        let against = other.against.iter().map(|reason| (say::SPEAKS_AGAINST, reason));
        for (i, (side, reason)) in reasons.chain(against).enumerate() {
            if i == 0 {
                self.section.blocks.push(Block::Heading(format!("{}:", other.candidate.text.title)));
            }
            self.section.item(1, format!("{side}: {reason}"));
        }
    }
}
