//! Scores as plain text, for `score` and `score --explain`.

use super::discussion::though_contested;
use super::escape::printable;
use super::explain::{self, Why};
use super::{figure, targets};
use crate::assessment::{Assessment, no_longer_asked};
use crate::questionnaire::Catalogue;
use crate::score::{AreasScore, FitScore, FollowUp, LevelsScore, Outcome, Score, follow_ups, score};
use crate::words;

/// Columns and rows of a figure; the lines of text keep to the same width.
const SIZE: (usize, usize) = (80, 24);

/// The scores of an assessment: a few lines for each questionnaire. With `explain` also the figures
/// and why: each gate with its numbers, what blocks it, the reasons of a recommendation and how to set it
/// up; what a room decided although it did not agree; and what is worth a closer look.
pub fn score_text(catalogue: &Catalogue, assessment: &Assessment, explain: bool) -> String {
    let mut text = Text::default();
    text.line(0, &assessment.organization);
    let targets = targets(catalogue, assessment);
    for score in score(catalogue, assessment) {
        text.blank();
        let questionnaire = score.questionnaire;
        text.line(
            0,
            &format!("{} ({} {})", questionnaire.text.title, questionnaire.id, questionnaire.version),
        );
        match &score.result {
            Outcome::Levels(levels) => {
                if let Some(why) = explain::explain(catalogue, assessment, &score) {
                    text.levels(&score, levels, targets.target(&questionnaire.id), &why, explain);
                }
            }
            Outcome::Areas(areas) => text.areas(&score, areas),
            Outcome::Fit(fit) => text.fit(&score, fit, explain),
        }
    }
    if let Some(notice) = no_longer_asked(catalogue, assessment) {
        text.blank();
        text.line(0, &notice.to_string());
    }
    let contested = though_contested(catalogue, assessment);
    if explain && !contested.is_empty() {
        text.blank();
        text.line(0, words::team::THOUGH_CONTESTED);
        contested.iter().for_each(|sentence| text.line(1, &format!("- {sentence}")));
    }
    if explain {
        text.follow_ups(&follow_ups(catalogue, assessment));
    }
    text.blank();
    text.line(0, words::scores::OURS);
    text.0
}

/// Text in the making: paragraphs of the width of a report.
#[derive(Default)]
pub(super) struct Text(pub(super) String);

impl Text {
    /// A paragraph, indented by so many steps and wrapped.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        let first = "  ".repeat(indent);
        let rest = format!("{first}  ");
        let options = textwrap::Options::new(SIZE.0).initial_indent(&first).subsequent_indent(&rest);
        for line in textwrap::wrap(&printable(text), options) {
            self.0.push_str(&line);
            self.0.push('\n');
        }
    }

    pub(super) fn blank(&mut self) {
        self.0.push('\n');
    }

    fn figure(&mut self, lines: &[figure::Line]) {
        self.blank();
        self.0.push_str(&figure::plain(lines));
        self.blank();
    }

    fn levels(
        &mut self,
        score: &Score<'_>,
        levels: &LevelsScore<'_>,
        target: Option<usize>,
        why: &Why<'_>,
        full: bool,
    ) {
        self.line(1, &why.result);
        if full {
            self.figure(&figure::levels(levels, score.questionnaire, target, SIZE));
        }
        for line in why.facts.iter().chain(&why.ability) {
            self.line(1, line);
        }
        if let Some(target) = target {
            self.line(1, &words::scores::target(score.questionnaire, target));
        }
        for gate in why.gates.iter().filter(|_| full) {
            self.blank();
            self.line(1, &gate.sentence);
            for blocking in &gate.blocking {
                self.line(2, &format!("- {}", blocking.sentence));
            }
        }
    }

    fn areas(&mut self, score: &Score<'_>, areas: &AreasScore<'_>) {
        self.line(1, &words::scores::percent(areas.sum));
        self.line(1, &words::scores::counts(score.questions));
        self.figure(&figure::bars(areas, SIZE));
        self.0.pop();
    }

    fn fit(&mut self, score: &Score<'_>, fit: &FitScore<'_>, full: bool) {
        self.line(1, &words::scores::fit_result(&fit.candidates));
        self.line(1, &words::scores::counts(score.questions));
        for candidate in &fit.candidates {
            self.line(
                2,
                &format!("{}: {}", candidate.candidate.text.title, words::scores::points(candidate.points)),
            );
        }
        for best in fit.best().iter().filter(|_| full) {
            self.blank();
            self.line(1, &format!("{}. {}", best.candidate.text.title, best.candidate.text.summary));
            for (heading, texts) in explain::recommendation(best) {
                self.line(1, &format!("{heading}:"));
                texts.iter().for_each(|text| self.line(2, &format!("- {text}")));
            }
        }
        for other in fit.candidates.iter().skip(fit.best().len()).filter(|_| full) {
            self.blank();
            self.line(1, &format!("{}:", other.candidate.text.title));
            let reasons = other.reasons.iter().map(|reason| (words::scores::SPEAKS_FOR, reason));
            let against = other.against.iter().map(|reason| (words::scores::SPEAKS_AGAINST, reason));
            for (side, reason) in reasons.chain(against) {
                self.line(2, &format!("- {side}: {reason}"));
            }
        }
    }

    /// What would look closer at what is weak, and why.
    fn follow_ups(&mut self, follow_ups: &[FollowUp<'_>]) {
        if follow_ups.is_empty() {
            return;
        }
        self.blank();
        self.line(0, words::scores::CLOSER);
        for follow_up in follow_ups {
            self.line(1, &words::scores::follow_up(follow_up));
            self.line(2, &words::scores::because(follow_up));
        }
    }
}
