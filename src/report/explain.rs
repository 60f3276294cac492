//! Why a result is what it is: each gate in words and numbers, and what blocks it; what speaks for and
//! against a recommendation.
//!
//! The sentences are plain text, the same for the command line, the Markdown plan and the screens.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::assessment::Assessment;
use crate::questionnaire::{Catalogue, Part, Placement, Question, Questionnaire};
use crate::score::{CandidateScore, LevelScore, LevelsScore, MET, Standing, standing};
use crate::words;

/// Why a level holds or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate<'a> {
    /// The number of the level.
    pub number: usize,
    /// Its key questions that are far enough, and all of them that apply.
    pub keys: (usize, usize),
    /// Whether it holds, and by which numbers.
    pub sentence: String,
    /// None of its questions has an answer yet.
    pub unanswered: bool,
    /// What is in the way, the heaviest first; empty where it holds.
    pub blocking: Vec<Blocking<'a>>,
}

/// A question in the way of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocking<'a> {
    pub question: &'a Question,
    /// Where it is asked, and how it stands.
    pub place: &'a Placement,
    pub standing: Standing,
    /// The question, and how far it is.
    pub sentence: String,
}

/// The gates of a questionnaire of kind `levels`, from level number 1.
pub fn gates<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    questionnaire: &'a Questionnaire,
    levels: &LevelsScore<'_>,
) -> Vec<Gate<'a>> {
    let gate = |level| gate(catalogue, assessment, questionnaire, levels, level);
    levels.levels.iter().map(gate).collect()
}

/// What is told about a recommended candidate: headings, and what stands below each, never nothing.
pub fn recommendation<'a>(candidate: &CandidateScore<'a>) -> Vec<(&'static str, Vec<&'a str>)> {
    fn all(texts: &[String]) -> Vec<&str> {
        texts.iter().map(String::as_str).collect()
    }
    let text = &candidate.candidate.text;
    let lists = [
        (words::scores::ANSWERS_FOR, candidate.reasons.clone()),
        (words::scores::ANSWERS_AGAINST, candidate.against.clone()),
        (words::scores::ADVANTAGES, all(&text.advantages)),
        (words::scores::WATCH_OUT, all(&text.watch_out)),
        (words::scores::SET_UP, all(&text.setup)),
    ];
    lists.into_iter().filter(|(_, texts)| !texts.is_empty()).collect()
}

fn gate<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    questionnaire: &'a Questionnaire,
    levels: &LevelsScore<'_>,
    level: &LevelScore<'_>,
) -> Gate<'a> {
    let places = questionnaire.placements.iter().filter(|place| place.part == Part::Level(level.number));
    let here: HashMap<&str, (&Placement, &Question, Standing)> = places
        .filter_map(|place| {
            let question = catalogue.question(&place.question)?;
            Some((place.question.as_str(), (place, question, standing(catalogue, assessment, question))))
        })
        .collect();
    let unanswered = here.values().all(|(.., standing)| standing.is_unanswered());
    let keys = here.values().filter(|(place, ..)| place.key);
    let credits: Vec<u32> = keys.filter_map(|(.., standing)| standing.proven()).collect();
    let enough = credits.iter().filter(|credit| **credit >= questionnaire.key_gate).count();

    let below = levels.levels.iter().take(level.number - 1);
    let open_below = below.filter(|level| !level.holds && !level.scoped_out).map(|level| level.number).next();

    let blocking = level.blocking.iter().filter_map(|id| {
        let (place, question, standing) = *here.get(id)?;
        let too_low = standing.proven().is_some_and(|credit| credit < questionnaire.key_gate);
        let key_gate = (place.key && too_low).then_some(questionnaire.key_gate);
        Some(Blocking {
            question,
            place,
            standing,
            sentence: words::scores::blocking(question, standing, key_gate),
        })
    });
    let keys = (enough, credits.len());
    let too_low: Vec<&Question> = level.too_low.iter().filter_map(|id| catalogue.question(id)).collect();
    Gate {
        number: level.number,
        keys,
        unanswered,
        sentence: words::scores::gate(questionnaire, level, keys, open_below)
            + &words::scores::too_low(&too_low),
        blocking: blocking.collect(),
    }
}

/// The low answers of a questionnaire of kind `areas`, the lowest first; what nobody knows comes after
/// those that are known.
pub fn lowest<'a>(
    catalogue: &'a Catalogue,
    assessment: &Assessment,
    questionnaire: &'a Questionnaire,
) -> Vec<Blocking<'a>> {
    let places = questionnaire.placements.iter().filter_map(|place| {
        let question = catalogue.question(&place.question)?;
        let standing = standing(catalogue, assessment, question);
        let credit = standing.proven().filter(|credit| *credit < MET)?;
        Some(((standing.is_open(), credit, Reverse(place.weight), &question.id), question, place, standing))
    });
    let mut places: Vec<(_, &Question, &Placement, Standing)> = places.collect();
    places.sort_by_key(|(rank, ..)| *rank);
    let sentence = |question: &Question, standing| {
        format!("{} ({})", question.text.question, words::answers::standing(question, standing))
    };
    let places = places.into_iter();
    places
        .map(|(_, question, place, standing)| {
            let sentence = sentence(question, standing);
            Blocking { question, place, standing, sentence }
        })
        .collect()
}

/// How a question stands in this assessment; as unanswered where the catalogue does not know it.
pub(crate) fn stand(catalogue: &Catalogue, assessment: &Assessment, id: &str) -> Standing {
    let question = catalogue.question(id);
    question.map_or(Standing::Unanswered, |question| standing(catalogue, assessment, question))
}
