//! From the tables of a file to what the program works with: texts apart, levels in their order, options
//! with the credits of their scale, and everything that is asked in one list.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, Error};

use super::format::*;
use super::located::{At, Id, Text};
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

fn string(text: Option<impl Into<String>>) -> String {
    text.map(Into::into).unwrap_or_default()
}

fn strings(texts: Vec<impl Into<String>>) -> Vec<String> {
    texts.into_iter().map(Into::into).collect()
}

fn all<T, U: From<T>>(tables: Vec<At<T>>) -> Vec<U> {
    tables.into_iter().map(|table| table.into_inner().into()).collect()
}

impl From<QuestionnaireFile> for Questionnaire {
    fn from(file: QuestionnaireFile) -> Questionnaire {
        let placements = placements(&file);
        Questionnaire {
            id: file.id.into(),
            version: file.version.into(),
            kind: file.kind,
            gate: file.gate,
            key_gate: file.key_gate,
            source: file.source,
            deepens: strings(file.deepens),
            levels: levels(file.level),
            areas: all(file.area),
            candidates: all(file.candidate),
            objectives: all(file.objective),
            questions: file
                .question
                .into_iter()
                .map(|table| question(table.into_inner(), &file.scale))
                .collect(),
            placements,
            text: QuestionnaireText {
                title: file.title.into(),
                summary: string(file.summary),
                level_name: file.level_name.map_or_else(|| "level".to_owned(), Into::into),
            },
        }
    }
}

/// Everything that is asked, in the order of the file; what has no part of it is left out.
fn placements(file: &QuestionnaireFile) -> Vec<Placement> {
    let mut levels: Vec<_> = file.level.iter().collect();
    levels.sort_by_key(|level| number(level));
    let part = |level: &Option<Id>, area: &Option<Id>| match file.kind {
        Kind::Levels if level.as_ref()?.as_str() == ABILITY => Some(Part::Ability),
        Kind::Levels => levels.iter().position(|other| Some(&other.id) == level.as_ref()).map(Part::Level),
        Kind::Areas => file.area.iter().position(|other| Some(&other.id) == area.as_ref()).map(Part::Area),
        Kind::Fit => Some(Part::Fit),
    };
    let placement = |place: Range<usize>, question: &Id, part: Option<Part>, key, weight, fits: Vec<Fit>| {
        Some((place.start, Placement { question: question.to_string(), part: part?, key, weight, fits }))
    };
    let own = file.question.iter().filter_map(|table| {
        let fits =
            table.choice.iter().map(|choice| fit(&choice.id, &choice.points, &choice.reason)).collect();
        placement(table.span(), &table.id, part(&table.level, &table.area), table.key, table.weight, fits)
    });
    let used = file.r#use.iter().filter_map(|table| {
        let fits =
            table.choice.iter().map(|choice| fit(&choice.id, &choice.points, &choice.reason)).collect();
        placement(
            table.span(),
            &table.question,
            part(&table.level, &table.area),
            table.key,
            table.weight,
            fits,
        )
    });
    let mut all: Vec<_> = own.chain(used).collect();
    all.sort_by_key(|(start, _)| *start);
    all.into_iter().map(|(_, placement)| placement).collect()
}

fn fit(option: &Id, points: &BTreeMap<Id, Points>, reason: &Option<Text>) -> Fit {
    let points = points.iter().map(|(candidate, points)| (candidate.to_string(), points.0)).collect();
    Fit { option: option.to_string(), points, reason: string(reason.clone()) }
}

/// The number of a level. It is missing only in a file under check, which is not used.
fn number(table: &LevelTable) -> u32 {
    table.number.as_deref().copied().unwrap_or(u32::MAX)
}

/// Levels by their numbers; one that names no ability takes that of the level below.
fn levels(mut tables: Vec<At<LevelTable>>) -> Vec<Level> {
    tables.sort_by_key(|table| number(table));
    let mut ability = 0;
    let level = |table: At<LevelTable>| {
        let LevelTable { id, number: _, title, summary, ability: own } = table.into_inner();
        ability = own.unwrap_or(ability);
        Level { id: id.into(), ability, text: title_text(title, summary) }
    };
    tables.into_iter().map(level).collect()
}

fn question(table: QuestionTable, scales: &[At<ScaleTable>]) -> Question {
    let scale = match &table.scale {
        Some(id) => scales.iter().find(|scale| scale.id == *id),
        None => scales.first(),
    };
    let (mut options, mut texts) = (Vec::new(), Vec::new());
    if let Some(written) = &table.options {
        for step in scale.into_iter().flat_map(|scale| scale.steps.iter()) {
            options.push(Choice { id: step.id.to_string(), credit: step.credit.unwrap_or(0) });
            let text = string(written.get(step.id.as_str()).cloned());
            texts.push(OptionText { label: step.label.to_string(), text });
        }
    }
    for choice in table.choice {
        options.push(Choice { id: choice.id.into(), credit: 0 });
        texts.push(OptionText { label: String::new(), text: choice.text.into() });
    }
    Question {
        id: table.id.into(),
        revision: table.revision,
        options,
        source: string(table.source),
        respondent: string(table.respondent),
        action: table.action.map(|action| action.into_inner().into()),
        text: QuestionText { question: table.text.into(), help: string(table.help), options: texts },
    }
}

impl From<ActionTable> for Action {
    fn from(table: ActionTable) -> Action {
        Action {
            owner: table.owner.into(),
            effort: table.effort,
            requires: strings(table.requires),
            resources: strings(table.resources),
            text: ActionText {
                title: table.title.into(),
                why: table.why.into(),
                steps: strings(table.steps),
                done_when: table.done_when.into(),
            },
        }
    }
}

impl From<AreaTable> for Area {
    fn from(table: AreaTable) -> Area {
        Area { id: table.id.into(), text: title_text(table.title, table.summary) }
    }
}

impl From<CandidateTable> for Candidate {
    fn from(table: CandidateTable) -> Candidate {
        Candidate {
            id: table.id.into(),
            source: string(table.source),
            text: CandidateText {
                title: table.title.into(),
                summary: string(table.summary),
                advantages: table.advantages,
                watch_out: table.watch_out,
                setup: table.setup,
            },
        }
    }
}

impl From<ObjectiveTable> for Objective {
    fn from(table: ObjectiveTable) -> Objective {
        Objective {
            id: table.id.into(),
            suggests: table.suggests.into(),
            source: string(table.source),
            title: table.title.into(),
        }
    }
}

impl From<RoleTable> for Role {
    fn from(table: RoleTable) -> Role {
        Role {
            id: table.id.into(),
            staffing: table.staffing.map(Into::into),
            text: title_text(table.title, table.summary),
        }
    }
}

impl From<ResourceTable> for Resource {
    fn from(table: ResourceTable) -> Resource {
        Resource {
            id: table.id.into(),
            address: table.address.into(),
            text: title_text(table.title, table.purpose),
        }
    }
}

fn title_text(title: Text, summary: Option<Text>) -> TitleText {
    TitleText { title: title.into(), summary: string(summary) }
}
