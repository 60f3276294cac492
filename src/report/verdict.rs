//! The verdict on a questionnaire: a headline and the few sentences that one would say aloud.

use super::tree::{Block, Report, Section};
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Question, Questionnaire};
use crate::score::{AreasScore, FitScore, LevelsScore, Outcome, Score, findings};
use crate::words::interview::COMPLETE;
use crate::words::scores::{STRONGEST, WEAKEST, fit_result};
use crate::words::verdict as say;

/// The most practices that are named of a kind.
pub(super) const NAMED: usize = 3;

/// The verdict: the result as its heading; what it means here, up to three practices that are in place and
/// three that are missing, and what carries it below.
pub fn told(catalogue: &Catalogue, assessment: &Assessment, score: &Score<'_>) -> Section {
    match &score.result {
        Outcome::Levels(levels) => of_levels(catalogue, assessment, score, levels),
        Outcome::Areas(areas) => of_areas(areas),
        Outcome::Fit(fit) => of_fit(fit),
    }
}

fn of_levels(
    catalogue: &Catalogue,
    assessment: &Assessment,
    score: &Score<'_>,
    levels: &LevelsScore<'_>,
) -> Section {
    let questionnaire = score.questionnaire;
    let Some(findings) = findings(catalogue, assessment, score) else { return Section::new("") };
    let mut section = Section::new(say::headline(questionnaire, levels, &findings));
    section.fact(say::meaning(questionnaire, levels, &findings));
    let in_place = findings.in_place.iter();
    let in_place = in_place.map(|(question, option)| say::in_place(question, *option));
    section.named_few(say::IN_PLACE, in_place, findings.in_place.len().min(NAMED));
    if let Some(next) = &findings.next {
        let missing = next.missing.iter().map(|question: &&Question| say::practice_missing(question));
        section.named_few(&say::missing_for(questionnaire, next.number), missing, next.missing.len());
    }
    let carries = levels.ability.as_ref().and_then(|ability| say::carries(questionnaire, levels, ability));
    section.blocks.extend(carries.map(Block::Fact));
    section
}

/// The weakest answers on ability.
pub(super) fn weak_ability(catalogue: &Catalogue, assessment: &Assessment, score: &Score<'_>) -> Vec<Block> {
    let weak = findings(catalogue, assessment, score).map_or(Vec::new(), |findings| findings.weak_ability);
    let mut section = Section::new("");
    let answers = weak.iter().map(|(question, option)| say::answered(question, *option));
    section.named_few(say::WEAK_ABILITY, answers, weak.len());
    section.blocks
}

fn of_areas(areas: &AreasScore<'_>) -> Section {
    let mut section = Section::new(say::areas(areas));
    let ranked = areas.ranked();
    for (word, is) in [
        (STRONGEST, ranked.iter().filter(|area| area.strongest).collect::<Vec<_>>()),
        (WEAKEST, ranked.iter().filter(|area| area.weakest).collect()),
    ] {
        let titles: Vec<&str> = is.iter().map(|area| area.score.area.text.title.as_str()).collect();
        if !titles.is_empty() {
            section.fact(say::ranked(word, &titles));
        }
    }
    section
}

fn of_fit(fit: &FitScore<'_>) -> Section {
    let mut section = Section::new(fit_result(&fit.candidates));
    for best in fit.best() {
        section.fact(&best.candidate.text.summary);
        best.reasons.iter().take(NAMED).for_each(|reason| section.item(0, *reason));
    }
    section
}

impl Section {
    /// A label and the first few of a list, of which so many are to be told.
    fn named_few(&mut self, label: &str, items: impl Iterator<Item = String>, all: usize) {
        if all == 0 {
            return;
        }
        self.blocks.push(Block::Label(label.to_owned()));
        items.take(NAMED).for_each(|text| self.item(1, text));
        if all > NAMED {
            self.item(1, say::more(all - NAMED));
        }
    }
}

/// What a milestone tells: the verdicts of these questionnaires; when everything is answered, those of all
/// that have levels, and the headlines of the others.
pub fn milestone(
    catalogue: &Catalogue,
    assessment: &Assessment,
    scores: &[Score<'_>],
    told: &[&Questionnaire],
    complete: bool,
) -> Report {
    let is_told = |score: &&Score<'_>| {
        (complete && score.levels().is_some()) || told.iter().any(|now| now.id == score.questionnaire.id)
    };
    let title = |score: &Score<'_>| {
        let ability = score.levels().and_then(|levels| levels.ability.as_ref());
        let open = score.questions.unanswered + ability.map_or(0, |ability| ability.questions.unanswered);
        say::told(score.questionnaire, open == 0)
    };
    let title = match complete {
        true => COMPLETE.to_owned(),
        false => scores.iter().filter(is_told).map(title).collect::<Vec<_>>().join(", "),
    };
    let mut report = Report::new(title);
    for score in scores.iter().filter(is_told) {
        let mut verdict = self::told(catalogue, assessment, score);
        if complete || told.len() > 1 {
            verdict.heading = say::of(score.questionnaire, &verdict.heading);
        }
        report.push(verdict);
    }
    if complete {
        let mut others = Section::new("");
        for score in scores.iter().filter(|score| !is_told(score)) {
            let verdict = self::told(catalogue, assessment, score);
            others.named(&score.questionnaire.text.title, verdict.heading);
        }
        report.push(others);
    }
    report
}
