//! From the tables of a file to what the program works with: levels in their order, options with the
//! credits of their scale, and everything that is asked in one list.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::format::*;
use super::kind::Kind;
use super::model::*;
use crate::text::clean;

/// The tables of a parsed file, its texts harmless.
///
/// # Errors
/// The first field that is not one of the format.
pub(crate) fn tables<T: DeserializeOwned>(mut root: Spanned<DeTable<'_>>) -> Result<T, Error> {
    root.as_mut().iter_mut().for_each(|(_, value)| clean_value(value.as_mut()));
    T::deserialize(Deserializer::from(root))
}

/// A parsed questionnaire, its texts harmless, in which everything that is asked knows its place.
///
/// # Errors
/// The first field that is not one of the format.
pub(crate) fn questionnaire(root: Spanned<DeTable<'_>>) -> Result<QuestionnaireFile, Error> {
    let starts = |list| {
        let tables = root.get_ref().get(list).and_then(|list| list.get_ref().as_array());
        tables.into_iter().flatten().map(|table| table.span().start).collect()
    };
    let (own, used): (Vec<usize>, Vec<usize>) = (starts("question"), starts("use"));
    let mut file: QuestionnaireFile = tables(root)?;
    let places = file.question.iter_mut().map(|table| &mut table.place);
    let places = places.chain(file.r#use.iter_mut().map(|table| &mut table.place));
    places.zip(own.into_iter().chain(used)).for_each(|(place, start)| place.at = start);
    Ok(file)
}

fn clean_value(value: &mut DeValue<'_>) {
    match value {
        DeValue::String(text) => {
            if let Cow::Owned(harmless) = clean(text) {
                *text = harmless.into();
            }
        }
        DeValue::Array(items) => items.iter_mut().for_each(|item| clean_value(item.as_mut())),
        DeValue::Table(table) => table.iter_mut().for_each(|(_, value)| clean_value(value.as_mut())),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

impl From<QuestionnaireFile> for Questionnaire {
    fn from(file: QuestionnaireFile) -> Questionnaire {
        let placements = placements(&file);
        let questions = file.question.into_iter().map(|table| question(table, &file.scale));
        let questions: Vec<Question> = questions.collect();
        let index = (
            index(questions.iter().map(|question| &question.id)),
            index(placements.iter().map(|place| &place.question)),
        );
        Questionnaire {
            id: file.id,
            version: file.version,
            kind: file.kind,
            default_target: file.default_target,
            gate: file.gate,
            key_gate: file.key_gate,
            source: file.source,
            licence: file.licence,
            deepens: file.deepens,
            levels: levels(file.level),
            areas: file.area,
            candidates: file.candidate,
            objectives: file.objective,
            lists: file.list,
            questions,
            placements,
            text: file.text,
            index,
        }
    }
}

/// The first position of each id.
fn index<'i>(ids: impl Iterator<Item = &'i String>) -> Index {
    let mut index = Index::default();
    ids.enumerate().for_each(|(position, id)| {
        index.entry(id.clone()).or_insert(position);
    });
    index
}

/// Everything that is asked, in the order of the file; what has no part of it is left out.
fn placements(file: &QuestionnaireFile) -> Vec<Placement> {
    let mut levels: Vec<_> = file.level.iter().collect();
    levels.sort_by_key(|level| level.number);
    let number = |level: &Option<String>| levels.iter().position(|other| Some(&other.id) == level.as_ref());
    let placement = |question: &String, place: &PlaceTable, fits: Vec<Fit>| {
        let PlaceTable { level, area, key, weight, from, optional, at } = place;
        let part = match file.kind {
            Kind::Levels if level.as_deref() == Some(ABILITY) => Part::Ability,
            Kind::Levels => Part::Level(number(level)?),
            Kind::Areas => Part::Area(file.area.iter().position(|other| Some(&other.id) == area.as_ref())?),
            Kind::Fit => Part::Fit,
        };
        let (question, from) = (question.clone(), number(from).unwrap_or(1));
        let (key, weight, optional) = (*key, *weight, *optional);
        Some((*at, Placement { question, part, key, weight, from, optional, fits }))
    };
    let own = file.question.iter().filter_map(|QuestionTable { id, place, choice, .. }| {
        placement(id, place, choice.iter().map(|choice| choice.fit.clone()).collect())
    });
    let used = file.r#use.iter().filter_map(|table| {
        let UseTable { question, place, choice } = table;
        placement(question, place, choice.clone())
    });
    let mut all: Vec<_> = own.chain(used).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, placement)| placement).collect()
}

/// Levels by their numbers; one that names no ability takes that of the level below.
fn levels(mut tables: Vec<LevelTable>) -> Vec<Level> {
    tables.sort_by_key(|table| table.number);
    let mut below = 0;
    let level = |LevelTable { id, ability, text, .. }: LevelTable| {
        below = ability.unwrap_or(below);
        Level { id, ability: below, text }
    };
    tables.into_iter().map(level).collect()
}

fn question(table: QuestionTable, scales: &[ScaleTable]) -> Question {
    let scale = match &table.scale {
        Some(id) => scales.iter().find(|scale| scale.id == *id),
        None => scales.first(),
    };
    let (mut options, mut texts) = (Vec::new(), Vec::new());
    if let Some(mut written) = table.options {
        for step in scale.into_iter().flat_map(|scale| &scale.steps) {
            let (id, text) =
                written.remove_entry(&step.id).unwrap_or_else(|| (step.id.clone(), String::new()));
            options.push(Choice { id, credit: step.credit.unwrap_or(0) });
            texts.push(OptionText { label: step.label.clone(), text });
        }
    }
    for choice in table.choice {
        options.push(Choice { id: choice.fit.option, credit: 0 });
        texts.push(OptionText { label: String::new(), text: choice.text });
    }
    Question {
        id: table.id,
        revision: table.revision,
        options,
        source: table.source,
        respondent: table.respondent.unwrap_or_default(),
        only_if: table.only_if,
        lists: table.lists,
        action: table.action,
        text: QuestionText {
            question: table.text,
            help: table.help,
            in_place: table.in_place,
            options: texts,
        },
    }
}
