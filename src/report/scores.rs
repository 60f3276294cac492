//! The results of an assessment, laid out: for each questionnaire what is reached, the numbers behind
//! it, and why.

use super::discussion::though_contested;
use super::explain::{Blocking, Gate, explain, lowest, recommendation};
use super::tree::{Block, Report, Section};
use super::{figure, targets};
use crate::assessment::{Assessment, no_longer_asked};
use crate::questionnaire::{Catalogue, Questionnaire};
use crate::score::{
    AreasScore, CandidateScore, FitScore, LevelsScore, Outcome, Score, Sum, follow_ups, gain, score,
};
use crate::words;
use crate::words::scores as say;

/// How something is read, and so what of it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// By the eye, in a terminal.
    Text,
    /// By the ear: figures become sentences.
    Spoken,
    /// In a plan, which goes on to what is to be done.
    Markdown,
}

impl Medium {
    /// Columns and rows of a figure: a terminal's, and what GitHub shows without a scroll bar.
    fn size(self) -> (usize, usize) {
        if self == Medium::Markdown { (84, 18) } else { (80, 24) }
    }
}

/// How many of the questions in the way say what they would bring, where that is told: the heaviest.
pub const HEAVIEST: usize = 3;
/// The most questions that a plan names as in the way of a level: the others have their actions below.
const NAMED: usize = 6;

/// The results of all questionnaires; with `full` also the figures and why: each gate with its numbers,
/// what blocks it, the reasons of a recommendation and how to set it up; what a room decided although it
/// did not agree; and what is worth a closer look.
pub fn scores(catalogue: &Catalogue, assessment: &Assessment, medium: Medium, full: bool) -> Report {
    let mut report = Report::new(&assessment.organization);
    for score in score(catalogue, assessment) {
        report.push(result(catalogue, assessment, &score, medium, full));
    }
    if let Some(notice) = no_longer_asked(catalogue, assessment) {
        report.heading(notice.to_string());
    }
    if full {
        report.push(Section::list(words::team::THOUGH_CONTESTED, though_contested(catalogue, assessment)));
        let mut closer = Section::new(say::CLOSER);
        for follow_up in follow_ups(catalogue, assessment) {
            closer.fact(say::follow_up(&follow_up));
            closer.named(say::BECAUSE_OF, say::low_answers(&follow_up));
        }
        report.push(closer);
    }
    report.heading(say::OURS);
    report
}

/// The result of one questionnaire.
pub fn result(
    catalogue: &Catalogue,
    assessment: &Assessment,
    score: &Score<'_>,
    medium: Medium,
    full: bool,
) -> Section {
    let Questionnaire { text, id, version, .. } = score.questionnaire;
    let section = Section::new(format!("{} ({id} {version})", text.title));
    let mut layout = Layout { catalogue, assessment, score, medium, full, section };
    match &score.result {
        Outcome::Levels(levels) => layout.levels(levels),
        Outcome::Areas(areas) => layout.areas(areas),
        Outcome::Fit(fit) => layout.fit(fit),
    }
    layout.section
}

/// The figure of a result in words; `None` where it has none.
pub(crate) fn figure_in_words(
    catalogue: &Catalogue,
    assessment: &Assessment,
    score: &Score<'_>,
) -> Option<String> {
    let mut lines = match &score.result {
        Outcome::Levels(levels) => {
            let target = targets(catalogue, assessment).target(&score.questionnaire.id);
            say::levels(score.questionnaire, levels, target)
        }
        Outcome::Areas(areas) => areas.ranked().iter().map(say::ranked).collect(),
        Outcome::Fit(_) => return None,
    };
    lines.extend(score.levels().map(say::here));
    Some(format!("{}: {}", score.questionnaire.text.title, lines.join("; ")))
}

/// A result in the making.
struct Layout<'l> {
    catalogue: &'l Catalogue,
    assessment: &'l Assessment,
    score: &'l Score<'l>,
    medium: Medium,
    full: bool,
    section: Section,
}

impl Layout<'_> {
    fn levels(&mut self, levels: &LevelsScore<'_>) {
        let questionnaire = self.score.questionnaire;
        let Some(why) = explain(self.catalogue, self.assessment, self.score) else { return };
        let target = targets(self.catalogue, self.assessment).target(&questionnaire.id);
        self.section.blocks.push(Block::Verdict(why.result));
        if self.full {
            let drawn = figure::levels(levels, questionnaire, target, self.medium.size());
            self.section
                .blocks
                .push(Block::Figure { drawn, said: say::levels(questionnaire, levels, target) });
        }
        self.counts(levels.sum);
        self.section.fact(say::position_line(questionnaire, levels));
        why.ability.into_iter().for_each(|line| self.section.fact(line));
        // Elsewhere the figure in words tells it, or the rest of the plan.
        if let Some(target) = target.filter(|_| self.medium == Medium::Text || !self.full) {
            self.section.fact(say::target(questionnaire, target));
        }
        if self.full {
            if self.medium == Medium::Spoken && why.gates.iter().all(|gate| gate.blocking.is_empty()) {
                self.section.fact(say::ALL_HOLD);
            }
            let aim = target.unwrap_or(levels.reached).max(levels.reached + 1);
            why.gates.into_iter().for_each(|gate| self.gate(gate, aim));
        }
    }

    /// How much is in place, and how the questions stand.
    fn counts(&mut self, sum: Sum) {
        let counts = self.score.questions;
        match (self.medium, &self.score.result) {
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

    /// A gate and what is in the way; in a plan what lies beyond the next aim only in numbers.
    fn gate(&mut self, gate: Gate<'_>, aim: usize) {
        let blocking = gate.blocking.len();
        let beyond = self.medium == Medium::Markdown && gate.number > aim && blocking > 0;
        let sentence = if beyond { say::beyond(&gate.sentence, blocking) } else { gate.sentence };
        self.section.blocks.push(Block::Heading(sentence));
        match self.medium {
            _ if beyond || blocking == 0 => {}
            Medium::Text => self.questions(gate.blocking),
            Medium::Spoken => {
                self.section.fact(say::in_the_way(blocking));
                self.questions(gate.blocking);
            }
            Medium::Markdown => {
                self.questions(gate.blocking.into_iter().take(NAMED));
                if blocking > NAMED {
                    self.section.item(1, words::plan::more_questions(blocking - NAMED));
                }
            }
        }
    }

    /// Questions; for the ear the heaviest of them with what each would bring if it were in place.
    fn questions<'q>(&mut self, blocking: impl IntoIterator<Item = Blocking<'q>>) {
        for (i, Blocking { question, sentence }) in blocking.into_iter().enumerate() {
            let heavy = self.medium == Medium::Spoken && i < HEAVIEST;
            let gain =
                heavy.then(|| gain(self.catalogue, self.assessment, self.score, &question.id)).flatten();
            let text = match gain {
                Some(gain) => format!("{sentence}. {}", say::gain(self.score.questionnaire, &gain)),
                None => sentence,
            };
            self.section.blocks.push(Block::Question { id: question.id.clone(), text });
        }
    }

    fn areas(&mut self, areas: &AreasScore<'_>) {
        self.counts(areas.sum);
        let drawn = figure::bars(areas, (self.medium.size().0, areas.areas.len()));
        let said = areas.ranked().iter().map(say::ranked).collect();
        self.section.blocks.push(Block::Figure { drawn, said });
        if self.full && self.medium == Medium::Spoken {
            let lowest = lowest(self.catalogue, self.assessment, self.score.questionnaire);
            self.section.fact(if lowest.is_empty() { say::NOTHING_LOW } else { say::LOWEST });
            self.questions(lowest);
        }
    }

    fn fit(&mut self, fit: &FitScore<'_>) {
        self.section.blocks.push(Block::Verdict(say::fit_result(&fit.candidates)));
        self.section.fact(words::answers::counts(self.score.questions));
        for candidate in &fit.candidates {
            self.section.named(&candidate.candidate.text.title, say::points(candidate.points));
        }
        if !self.full {
            return;
        }
        for best in fit.best() {
            let text = &best.candidate.text;
            self.section.blocks.push(Block::Note(format!("{}. {}", text.title, text.summary)));
            for (heading, texts) in recommendation(best) {
                self.section.blocks.push(Block::Label(heading.to_owned()));
                texts.iter().for_each(|text| self.section.item(1, *text));
            }
        }
        if self.medium != Medium::Markdown {
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
