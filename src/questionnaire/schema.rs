//! The JSON Schema of a questionnaire, for editors and other tools: the grammar in another notation.
//! It says what a file looks like; what its parts mean to each other is told by `check` alone.

use serde_json::{Map, Value, json};

use super::grammar::{Field, LONGEST_ID, QUESTIONNAIRE, Shape, Type};
use super::model::Kind;

/// The JSON Schema (draft 2020-12) of a questionnaire file.
pub fn schema() -> Value {
    let mut root = shape(&QUESTIONNAIRE);
    let kinds = [Kind::Levels, Kind::Areas, Kind::Fit];
    let by_kind = kinds.map(|kind| {
        let condition = json!({"properties": {"kind": {"const": kind.id()}}, "required": ["kind"]});
        json!({"if": condition, "then": restriction(&QUESTIONNAIRE, kind)})
    });
    root.insert("allOf".to_owned(), json!(by_kind));
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    whole.insert("title".to_owned(), json!("Questionnaire of ospo-assess"));
    whole.extend(root);
    Value::Object(whole)
}

/// The fields of a table in whichever kind of questionnaire, each with its help.
fn shape(shape: &Shape) -> Map<String, Value> {
    let properties: Map<_, _> =
        shape.fields.iter().map(|field| (field.name.to_owned(), property(field))).collect();
    let everywhere = |field: &&Field| field.required && field.kinds.len() == 3;
    let required: Vec<_> = shape.fields.iter().filter(everywhere).map(|field| field.name).collect();
    let mut object = Map::new();
    object.insert("description".to_owned(), json!(shape.about));
    object.insert("type".to_owned(), json!("object"));
    object.insert("properties".to_owned(), Value::Object(properties));
    object.insert("required".to_owned(), json!(required));
    object.insert("additionalProperties".to_owned(), json!(false));
    object
}

fn property(field: &Field) -> Value {
    let mut value = value(&field.value);
    if let Value::Object(object) = &mut value {
        let mut about = field.about.to_owned();
        if field.kinds.len() < 3 {
            let kinds: Vec<_> = field.kinds.iter().map(|kind| kind.id()).collect();
            about = format!("{about} Only in questionnaires of kind {}.", kinds.join(" or "));
        }
        object.insert("description".to_owned(), json!(about));
    }
    value
}

fn value(value: &Type) -> Value {
    let text = || json!({"type": "string", "pattern": "\\S"});
    let id = || json!({"type": "string", "pattern": id_pattern()});
    match value {
        Type::Text => text(),
        Type::Id | Type::Reference => id(),
        Type::Word(words) => json!({"enum": words}),
        Type::Number(range) => {
            json!({"type": "integer", "minimum": range.start(), "maximum": range.end()})
        }
        Type::Flag => json!({"type": "boolean"}),
        Type::Texts => json!({"type": "array", "items": text()}),
        Type::References => json!({"type": "array", "items": id()}),
        Type::Table(inner) => Value::Object(shape(inner)),
        Type::Tables(inner, count) => {
            let mut array = json!({"type": "array", "items": shape(inner), "minItems": count.start()});
            if let (Value::Object(array), true) = (&mut array, *count.end() < usize::MAX) {
                array.insert("maxItems".to_owned(), json!(count.end()));
            }
            array
        }
        Type::TextById => json!({
            "type": "object", "propertyNames": {"pattern": id_pattern()}, "additionalProperties": text()
        }),
        Type::NumberById(range) => json!({
            "type": "object", "propertyNames": {"pattern": id_pattern()},
            "additionalProperties": {"type": "integer", "minimum": range.start(), "maximum": range.end()}
        }),
    }
}

fn id_pattern() -> String {
    format!("^[a-z][a-z0-9-]{{0,{}}}$", LONGEST_ID - 1)
}

/// What a questionnaire of this kind must have beyond what all have, and what it must not have.
fn restriction(shape: &Shape, kind: Kind) -> Value {
    let here = |field: &Field| field.kinds.contains(&kind);
    let mut properties = Map::new();
    for field in shape.fields {
        let inner = match &field.value {
            _ if !here(field) => json!(false),
            Type::Table(inner) => restriction(inner, kind),
            Type::Tables(inner, _) => json!({"items": restriction(inner, kind)}),
            _ => continue,
        };
        properties.insert(field.name.to_owned(), inner);
    }
    let required = shape.fields.iter().filter(|field| field.required && field.kinds.len() < 3 && here(field));
    let required: Vec<_> = required.map(|field| field.name).collect();
    json!({"properties": properties, "required": required})
}
