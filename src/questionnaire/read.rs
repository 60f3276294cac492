//! From a TOML table to the model. It takes what it can and leaves out what it cannot read:
//! what is wrong with a file is told by `check`, which looks at the same table.

use super::model::*;
use super::table::{Table, integer};
use crate::text::clean;

/// The gate of a level where the file names none, in percent.
pub(crate) const DEFAULT_GATE: u32 = 75;
/// The credit that a key question needs where the file names none.
pub(crate) const DEFAULT_KEY_GATE: u32 = 67;

/// Reads a whole questionnaire.
pub(crate) fn questionnaire(root: Table<'_>) -> Questionnaire {
    let kind = match root.string("kind") {
        Some("areas") => Kind::Areas,
        Some("fit") => Kind::Fit,
        _ => Kind::Levels,
    };
    let levels = if kind == Kind::Levels { levels(root) } else { Vec::new() };
    let areas: Vec<Area> = root
        .tables("area")
        .map(|(_, table)| Area { id: table.text("id"), text: title_text(table) })
        .collect();
    let scales: Vec<Scale> = root.tables("scale").map(|(_, table)| scale(table)).collect();

    let part = |table: Table<'_>| match kind {
        Kind::Fit => Some(Part::Fit),
        Kind::Areas => {
            let id = table.string("area")?;
            areas.iter().position(|area| area.id == id).map(Part::Area)
        }
        Kind::Levels => match table.string("level")? {
            ABILITY => Some(Part::Ability),
            id => levels.iter().position(|level| level.id == id).map(Part::Level),
        },
    };
    let place = |id: &str, table: Table<'_>| {
        Some(Placement {
            question: id.to_owned(),
            part: part(table)?,
            key: table.flag("key"),
            weight: table.number("weight", 1),
            fits: table.tables("choice").map(|(_, choice)| fit(choice)).collect(),
        })
    };

    let mut questions = Vec::new();
    let mut places: Vec<(usize, Placement)> = Vec::new();
    for (span, table) in root.tables("question") {
        let question = question(table, &scales);
        places.extend(place(&question.id, table).map(|place| (span.start, place)));
        questions.push(question);
    }
    for (span, table) in root.tables("use") {
        let id = table.text("question");
        places.extend(place(&id, table).map(|place| (span.start, place)));
    }
    places.sort_by_key(|(offset, _)| *offset);

    Questionnaire {
        id: root.text("id"),
        version: root.text("version"),
        kind,
        gate: root.number("gate", DEFAULT_GATE),
        key_gate: root.number("key_gate", DEFAULT_KEY_GATE),
        source: root.table("source").map(citation),
        deepens: root.strings("deepens"),
        candidates: root.tables("candidate").map(|(_, table)| candidate(table)).collect(),
        objectives: root.tables("objective").map(|(_, table)| objective(table)).collect(),
        text: QuestionnaireText {
            title: root.text("title"),
            summary: root.text("summary"),
            level_name: root.string("level_name").unwrap_or("level").to_owned(),
        },
        levels,
        areas,
        questions,
        placements: places.into_iter().map(|(_, place)| place).collect(),
    }
}

/// The steps that the options of a question follow.
struct Scale {
    id: String,
    steps: Vec<Step>,
}

struct Step {
    id: String,
    credit: u32,
    label: String,
}

fn scale(table: Table<'_>) -> Scale {
    let steps = table.tables("steps").map(|(_, step)| Step {
        id: step.text("id"),
        credit: step.number("credit", 0).min(100),
        label: step.text("label"),
    });
    Scale { id: table.text("id"), steps: steps.collect() }
}

fn levels(root: Table<'_>) -> Vec<Level> {
    let mut tables: Vec<_> = root.tables("level").map(|(_, table)| table).collect();
    tables.sort_by_key(|table| table.integer("number").unwrap_or(i64::MAX));
    let mut below = 0;
    tables
        .into_iter()
        .map(|table| {
            below = table.number("ability", below).min(100);
            Level { id: table.text("id"), ability: below, text: title_text(table) }
        })
        .collect()
}

fn question(table: Table<'_>, scales: &[Scale]) -> Question {
    let scale = match table.string("scale") {
        Some(id) => scales.iter().find(|scale| scale.id == id),
        None => scales.first(),
    };
    let texts = table.table("options");
    let steps = scale.into_iter().filter(|_| texts.is_some()).flat_map(|scale| &scale.steps);
    let steps = steps.map(|step| {
        let text = texts.map(|texts| texts.text(&step.id)).unwrap_or_default();
        (step.id.clone(), step.credit, OptionText { label: step.label.clone(), text })
    });
    let choices = table.tables("choice").map(|(_, choice)| {
        (choice.text("id"), 0, OptionText { label: String::new(), text: choice.text("text") })
    });
    let mut question = Question {
        id: table.text("id"),
        revision: table.number("revision", 1),
        options: Vec::new(),
        source: table.text("source"),
        respondent: table.text("respondent"),
        action: table.table("action").map(action),
        text: QuestionText { question: table.text("text"), help: table.text("help"), options: Vec::new() },
    };
    for (id, credit, text) in steps.chain(choices) {
        question.options.push(Choice { id, credit });
        question.text.options.push(text);
    }
    question
}

fn action(table: Table<'_>) -> Action {
    let effort = match table.string("effort") {
        Some("S") => Effort::S,
        Some("L") => Effort::L,
        _ => Effort::M,
    };
    Action {
        owner: table.text("owner"),
        effort,
        requires: table.strings("requires"),
        resources: table.strings("resources"),
        text: ActionText {
            title: table.text("title"),
            why: table.text("why"),
            steps: table.strings("steps"),
            done_when: table.text("done_when"),
        },
    }
}

fn fit(table: Table<'_>) -> Fit {
    let points = table.table("points").into_iter().flat_map(Table::fields);
    let points = points.filter_map(|(_, candidate, points)| {
        let points = i32::try_from(integer(points.get_ref())?).ok()?;
        Some((clean(candidate).into_owned(), points))
    });
    Fit { option: table.text("id"), points: points.collect(), reason: table.text("reason") }
}

fn candidate(table: Table<'_>) -> Candidate {
    Candidate {
        id: table.text("id"),
        source: table.text("source"),
        text: CandidateText {
            title: table.text("title"),
            summary: table.text("summary"),
            advantages: table.strings("advantages"),
            watch_out: table.strings("watch_out"),
            setup: table.strings("setup"),
        },
    }
}

fn objective(table: Table<'_>) -> Objective {
    Objective {
        id: table.text("id"),
        suggests: table.text("suggests"),
        source: table.text("source"),
        title: table.text("title"),
    }
}

fn citation(table: Table<'_>) -> Citation {
    Citation {
        title: table.text("title"),
        author: table.text("author"),
        year: table.number("year", 0),
        publisher: table.text("publisher"),
    }
}

fn title_text(table: Table<'_>) -> TitleText {
    TitleText { title: table.text("title"), summary: table.text("summary") }
}

/// Reads `roles.toml`.
pub(crate) fn roles(root: Table<'_>) -> Vec<Role> {
    let role = |table: Table<'_>| Role {
        id: table.text("id"),
        staffing: table.string("staffing").map(str::to_owned),
        text: title_text(table),
    };
    root.tables("role").map(|(_, table)| role(table)).collect()
}

/// Reads `resources.toml`.
pub(crate) fn resources(root: Table<'_>) -> Vec<Resource> {
    let resource = |table: Table<'_>| Resource {
        id: table.text("id"),
        address: table.text("address"),
        text: TitleText { title: table.text("title"), summary: table.text("purpose") },
    };
    root.tables("resource").map(|(_, table)| resource(table)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use toml::Value;
    use toml::de::DeTable;

    use super::*;
    use crate::questionnaire::grammar::{Field, QUESTIONNAIRE, RESOURCES, ROLES, Shape, Type};

    /// Good files in which, taken together, every field stands.
    const EXAMPLES: [&str; 5] = [
        include_str!("../../tests/questionnaires/good/levels.toml"),
        include_str!("../../tests/questionnaires/good/areas.toml"),
        include_str!("../../tests/questionnaires/good/fit.toml"),
        include_str!("../../tests/questionnaires/good/roles.toml"),
        include_str!("../../tests/questionnaires/good/resources.toml"),
    ];

    /// Everything that is read from a file of whichever content.
    fn model(file: &Value) -> (Questionnaire, Vec<Role>, Vec<Resource>) {
        let text = toml::to_string(file).unwrap();
        let root = DeTable::parse(&text).unwrap();
        let root = Table(root.get_ref());
        (questionnaire(root), roles(root), resources(root))
    }

    /// Other values for a field; to leave it out is tried too.
    fn others(field: &Field, now: &Value) -> Vec<Value> {
        let text = || Value::from("something-else");
        match &field.value {
            Type::Text | Type::Id | Type::Reference => vec![text()],
            Type::Word(words) => words.iter().map(|word| Value::from(*word)).collect(),
            Type::Number(range) => vec![Value::from(*range.start()), Value::from(*range.end())],
            Type::Flag => vec![Value::from(now.as_bool() == Some(false))],
            Type::Texts | Type::References => vec![Value::from(vec![text()])],
            Type::Table(_) | Type::Tables(..) | Type::TextById | Type::NumberById(_) => Vec::new(),
        }
    }

    /// Finds the fields of `table` (which `at` reaches from the root) that the reader knows.
    fn find(
        root: &Value,
        at: &dyn Fn(&mut Value) -> &mut Value,
        shape: &'static Shape,
        known: &mut HashSet<String>,
    ) {
        let mut copy = root.clone();
        let before = model(root);
        for (name, value) in at(&mut copy).as_table().unwrap().clone() {
            let field = shape.field(&name).unwrap();
            let mut changes = others(field, &value).into_iter().map(Some).chain([None]);
            let is_read = changes.any(|other| {
                let mut changed = root.clone();
                let table = at(&mut changed).as_table_mut().unwrap();
                match other {
                    Some(other) => table.insert(name.clone(), other),
                    None => table.remove(&name),
                };
                model(&changed) != before
            });
            if is_read {
                known.insert(format!("{} {name}", shape.about));
            }
            match &field.value {
                Type::Table(inner) => find(root, &|root| at(root).get_mut(&name).unwrap(), inner, known),
                Type::Tables(inner, _) => {
                    for i in 0..value.as_array().unwrap().len() {
                        find(
                            root,
                            &|root| at(root).get_mut(&name).unwrap().get_mut(i).unwrap(),
                            inner,
                            known,
                        );
                    }
                }
                _ => {}
            }
        }
    }

    fn all_fields(shape: &'static Shape, fields: &mut HashSet<String>) {
        for field in shape.fields {
            fields.insert(format!("{} {}", shape.about, field.name));
            if let Type::Table(inner) | Type::Tables(inner, _) = &field.value {
                all_fields(inner, fields);
            }
        }
    }

    #[test]
    fn every_field_of_the_grammar_is_read() {
        let mut known = HashSet::new();
        for example in EXAMPLES {
            let root: Value = toml::from_str(example).unwrap();
            let shapes = [("role", &ROLES), ("resource", &RESOURCES), ("format", &QUESTIONNAIRE)];
            let (_, shape) = shapes.into_iter().find(|(field, _)| root.get(field).is_some()).unwrap();
            find(&root, &|root| root, shape, &mut known);
        }
        let mut all = HashSet::new();
        [&QUESTIONNAIRE, &ROLES, &RESOURCES].into_iter().for_each(|shape| all_fields(shape, &mut all));
        let mut unread: Vec<_> = all.difference(&known).collect();
        unread.sort();
        // The format is looked at by `check` alone: a newer one is not read at all.
        assert_eq!(unread, [&format!("{} format", QUESTIONNAIRE.about)]);
    }
}
