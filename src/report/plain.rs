//! Results as sentences alone, for whoever reads line by line: the figures become one sentence for
//! each level or area, and every question that is in the way can be numbered.

use super::discussion::though_contested;
use super::explain::{Blocking, explain, lowest, recommendation};
use super::targets;
use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Question, Questionnaire};
use crate::score::{
    AreasScore, CandidateScore, FitScore, LevelScore, LevelsScore, Outcome, RankedArea, Score, gain, score,
};
use crate::words;

/// A line of a result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line<'a> {
    /// A sentence.
    Sentence(String),
    /// A question that is in the way, and what it would bring.
    Question(&'a Question, String),
}

/// How many of the questions in the way say what they would bring: the heaviest.
pub const HEAVIEST: usize = 3;

/// The result of one questionnaire, and why.
pub fn result<'a>(catalogue: &'a Catalogue, assessment: &Assessment, score: &Score<'_>) -> Vec<Line<'a>> {
    let mut page = Page { catalogue, assessment, score, lines: Vec::new() };
    match &score.result {
        Outcome::Levels(levels) => page.levels(levels),
        Outcome::Areas(areas) => page.areas(areas),
        Outcome::Fit(fit) => page.fit(fit),
    }
    page.lines
}

/// The results of all questionnaires as text.
pub fn score_plain(catalogue: &Catalogue, assessment: &Assessment) -> String {
    let mut text = format!("{}\n", assessment.organization);
    for score in score(catalogue, assessment) {
        text += &format!("\n{}\n", heading(score.questionnaire));
        for line in result(catalogue, assessment, &score) {
            text += &match line {
                Line::Sentence(sentence) => format!("{sentence}\n"),
                Line::Question(_, sentence) => format!("- {sentence}\n"),
            };
        }
    }
    let contested = though_contested(catalogue, assessment);
    if !contested.is_empty() {
        text += &format!("\n{}\n", words::team::THOUGH_CONTESTED);
        text.extend(contested.iter().map(|sentence| format!("- {sentence}\n")));
    }
    format!("{text}\n{}\n", words::scores::OURS)
}

/// What a report written for the eye says, for the ear: words for arrows and dots, and no bars.
pub fn spoken(text: &str) -> String {
    let text = text.replace(" \u{2192} ", "; then ").replace(" \u{b7} ", ", ");
    text.replace(|c: char| c == '\u{b7}' || ('\u{2500}'..='\u{25ff}').contains(&c), "")
}

/// The figure of a result in words; `None` where it has none.
pub(crate) fn figure(catalogue: &Catalogue, assessment: &Assessment, score: &Score<'_>) -> Option<String> {
    let questionnaire = score.questionnaire;
    let lines: Vec<String> = match &score.result {
        Outcome::Levels(levels) => {
            let target = targets(catalogue, assessment).target(&questionnaire.id);
            let lines =
                (0..questionnaire.levels.len()).map(|number| level(questionnaire, levels, number, target));
            lines.chain([words::scores::here(levels)]).collect()
        }
        Outcome::Areas(areas) => areas.ranked().iter().map(ranked).collect(),
        Outcome::Fit(_) => return None,
    };
    Some(format!("{}: {}", questionnaire.text.title, lines.join("; ")))
}

/// What is scored.
pub fn heading(questionnaire: &Questionnaire) -> String {
    format!("{} ({} {})", questionnaire.text.title, questionnaire.id, questionnaire.version)
}

struct Page<'p, 'a> {
    catalogue: &'a Catalogue,
    assessment: &'p Assessment,
    score: &'p Score<'p>,
    lines: Vec<Line<'a>>,
}

impl<'a> Page<'_, 'a> {
    fn say(&mut self, sentence: impl Into<String>) {
        self.lines.push(Line::Sentence(sentence.into()));
    }

    fn levels(&mut self, levels: &LevelsScore<'_>) {
        let questionnaire = self.score.questionnaire;
        let Some(why) = explain(self.catalogue, self.assessment, self.score) else { return };
        self.say(why.result);
        let target = targets(self.catalogue, self.assessment).target(&questionnaire.id);
        for number in 0..questionnaire.levels.len() {
            self.say(level(questionnaire, levels, number, target));
        }
        for line in why.facts.into_iter().chain(why.ability) {
            self.say(line);
        }
        if why.gates.iter().all(|gate| gate.blocking.is_empty()) {
            self.say(words::scores::ALL_HOLD);
        }
        for gate in why.gates {
            self.say(gate.sentence);
            if !gate.blocking.is_empty() {
                self.say(words::scores::in_the_way(gate.blocking.len()));
            }
            self.questions(gate.blocking);
        }
    }

    /// Questions, the heaviest of them with what each would bring if it were in place.
    fn questions(&mut self, blocking: Vec<Blocking<'a>>) {
        for (i, Blocking { question, sentence }) in blocking.into_iter().enumerate() {
            let gain = gain(self.catalogue, self.assessment, self.score, &question.id);
            let gain = gain.filter(|_| i < HEAVIEST);
            let gain = gain.map(|gain| words::scores::gain(self.score.questionnaire, &gain));
            let line = match gain {
                Some(gain) => format!("{sentence}. {gain}"),
                None => sentence,
            };
            self.lines.push(Line::Question(question, line));
        }
    }

    fn areas(&mut self, areas: &AreasScore<'_>) {
        self.say(words::scores::percent(areas.sum));
        self.say(words::scores::counts(self.score.questions));
        for area in areas.ranked() {
            self.say(ranked(&area));
        }
        let lowest = lowest(self.catalogue, self.assessment, self.score.questionnaire);
        self.say(if lowest.is_empty() { words::scores::NOTHING_LOW } else { words::scores::LOWEST });
        self.questions(lowest);
    }

    fn fit(&mut self, fit: &FitScore<'_>) {
        self.say(words::scores::fit_result(&fit.candidates));
        self.say(words::scores::counts(self.score.questions));
        for candidate in &fit.candidates {
            self.say(format!(
                "{}: {}",
                candidate.candidate.text.title,
                words::scores::points(candidate.points)
            ));
            let reasons = candidate.reasons.iter().map(|reason| (words::scores::SPEAKS_FOR, reason));
            let against = candidate.against.iter().map(|reason| (words::scores::SPEAKS_AGAINST, reason));
            for (side, reason) in reasons.chain(against) {
                self.say(format!("{side}: {reason}"));
            }
        }
        fit.best().iter().for_each(|best| self.best(best));
        if !fit.best().is_empty() {
            self.say(words::plan::BEST_FIT_NOTE);
        }
    }

    fn best(&mut self, best: &CandidateScore<'_>) {
        let text = &best.candidate.text;
        self.say(format!("{}: {}", text.title, text.summary));
        // What the answers say stands with the points above.
        let said = [words::scores::ANSWERS_FOR, words::scores::ANSWERS_AGAINST];
        for (heading, texts) in
            recommendation(best).into_iter().filter(|(heading, _)| !said.contains(heading))
        {
            texts.iter().for_each(|text| self.say(format!("{heading}: {text}")));
        }
    }
}

/// An area with its place: "2, with others: Policy, 50.0%".
fn ranked(area: &RankedArea<'_>) -> String {
    let score = &area.score;
    let place = area.place.map_or(String::new(), |place| match area.tied {
        true => format!("{place}, shared: "),
        false => format!("{place}: "),
    });
    let mark = [(area.strongest, words::scores::STRONGEST), (area.weakest, words::scores::WEAKEST)];
    let mark: String = mark.iter().filter(|(is, _)| *is).map(|(_, word)| format!(", {word}")).collect();
    format!("{place}{}, {}{mark}", score.area.text.title, words::scores::range(score.sum, score.possible))
}

/// A level in the place of its part of a figure: "Stage 1, Legal-driven: reached, 82.0%".
fn level(
    questionnaire: &Questionnaire,
    levels: &LevelsScore<'_>,
    number: usize,
    target: Option<usize>,
) -> String {
    let scored = number.checked_sub(1).and_then(|index| levels.levels.get(index));
    let scoped_out = scored.is_some_and(|level: &LevelScore<'_>| level.scoped_out);
    let state = match number {
        _ if scoped_out => words::scores::SCOPED_OUT,
        _ if number == levels.reached => words::scores::REACHED_HERE,
        _ if number < levels.reached => words::scores::REACHED,
        _ if number <= levels.possible => words::scores::POSSIBLE,
        _ => words::scores::NOT_REACHED,
    };
    let percent = scored.filter(|level| !level.scoped_out);
    let percent = percent.map(|level| format!(", {}", words::scores::range(level.sum, level.possible)));
    let target = if target == Some(number) { words::scores::THE_TARGET } else { "" };
    let name = words::capital(&words::scores::level(questionnaire, number));
    format!("{name}: {state}{}{target}", percent.unwrap_or_default())
}
