//! Prepares the questionnaires that are built in. Reading them as TOML would take most of every start; as JSON it is
//! a quarter of that. Nothing is said of the format here: what TOML has becomes what JSON has, and beside it stands where
//! a question stood in the file, since JSON has no places.

#![allow(clippy::print_stdout)]

use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use serde_json::{Map, Value, json};
use toml::de::{DeTable, DeValue};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=questionnaires");
    let folder = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("questionnaires");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(&folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let mut files = "[\n".to_owned();
    for path in paths {
        let text = fs::read_to_string(&path)?;
        let root = DeTable::parse(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_name().unwrap_or_default();
        writeln!(files, "({name:?}, include_str!({path:?}), {:?}),", file(root.get_ref()).to_string())?;
    }
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("built_in.rs"), files + "]")?;
    Ok(())
}

/// The whole of a file: what it asks knows its place (`PlaceTable::at`).
fn file(root: &DeTable<'_>) -> Value {
    let mut file = table(root);
    for list in ["question", "use"] {
        let places = root.get(list).and_then(|list| list.get_ref().as_array()).into_iter().flatten();
        let tables = file.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten();
        for (place, table) in places.zip(tables) {
            table["at"] = json!(place.span().start);
        }
    }
    Value::Object(file)
}

fn table(table: &DeTable<'_>) -> Map<String, Value> {
    table.iter().map(|(key, inner)| (key.get_ref().to_string(), value(inner.get_ref()))).collect()
}

fn value(toml: &DeValue<'_>) -> Value {
    match toml {
        DeValue::String(text) => json!(text),
        DeValue::Boolean(yes) => json!(yes),
        DeValue::Integer(number) => json!(i64::from_str_radix(number.as_str(), number.radix()).ok()),
        DeValue::Float(number) => json!(number.as_str().parse::<f64>().ok()),
        DeValue::Datetime(moment) => json!(moment.to_string()),
        DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
        DeValue::Table(inner) => Value::Object(table(inner)),
    }
}
