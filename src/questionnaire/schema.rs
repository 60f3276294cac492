//! The JSON Schema of the format, for editors and other tools, and for `check`: derived from the types of
//! the format. It says what a file looks like; what its parts mean to each other is told by `check` alone.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use strum::IntoEnumIterator;

use super::format::QuestionnaireFile;
use super::kind::Kind;

/// The JSON Schema (draft 2020-12) of a questionnaire file.
pub fn schema() -> Value {
    let mut schema = schema_of::<QuestionnaireFile>();
    let by_kind: Vec<Value> = Kind::iter()
        .map(|kind| {
            let condition = json!({"properties": {"kind": {"const": kind.id()}}, "required": ["kind"]});
            json!({"if": condition, "then": restriction(&schema, kind)})
        })
        .collect();
    describe_kinds(&mut schema);
    if let Value::Object(root) = &mut schema {
        root.insert("allOf".to_owned(), json!(by_kind));
    }
    schema
}

/// The schema of a file, without references. A field that only some kinds of questionnaire have names
/// them in `x-kinds`, and is `x-required` where they need it.
pub(crate) fn schema_of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    tidy(&mut schema);
    schema
}

/// Takes out `null`, which TOML has not, and defaults that say nothing; closes tables to other fields, and
/// asks of every text that it says something.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(tidy),
        Value::Object(object) => {
            let types = object.get("type").and_then(Value::as_array).and_then(|types| types.first().cloned());
            object.extend(types.map(|only| ("type".to_owned(), only)));
            let is_text = object.get("type").is_some_and(|of| of == "string");
            if is_text && !object.contains_key("pattern") && !object.contains_key("const") {
                object.insert("pattern".to_owned(), json!("\\S"));
            }
            if object.contains_key("properties") {
                object.insert("additionalProperties".to_owned(), json!(false));
            }
            object.retain(|name, value| {
                name != "default" || (*value != "" && *value != json!([]) && *value != json!({}))
            });
            object.values_mut().for_each(tidy);
        }
        _ => {}
    }
}

/// The kinds that have this field; `None` where all have it.
pub(crate) fn kinds_of(field: &Value) -> Option<Vec<&str>> {
    Some(field.get("x-kinds")?.as_array()?.iter().filter_map(Value::as_str).collect())
}

/// Says with each field which kinds have it.
fn describe_kinds(schema: &mut Value) {
    let kinds = kinds_of(schema).map(|kinds| kinds.join(" or "));
    let Value::Object(object) = schema else { return };
    if let (Some(kinds), Some(Value::String(about))) = (kinds, object.get_mut("description")) {
        about.push_str(&format!(" (kind {kinds})"));
    }
    object.get_mut("items").into_iter().for_each(describe_kinds);
    let properties = object.get_mut("properties").and_then(Value::as_object_mut);
    properties.into_iter().flatten().for_each(|(_, field)| describe_kinds(field));
}

/// What a questionnaire of this kind must have beyond what all have, and what it must not have.
fn restriction(schema: &Value, kind: Kind) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, field) in schema.get("properties").and_then(Value::as_object).into_iter().flatten() {
        if kinds_of(field).is_some_and(|kinds| !kinds.contains(&kind.id())) {
            properties.insert(name.clone(), json!(false));
            continue;
        }
        if field.get("x-required").is_some() {
            required.push(name);
        }
        if field.get("properties").is_some() {
            properties.insert(name.clone(), restriction(field, kind));
        } else if let Some(items) = field.get("items").filter(|items| items.get("properties").is_some()) {
            properties.insert(name.clone(), json!({"items": restriction(items, kind)}));
        }
    }
    json!({"properties": properties, "required": required})
}
