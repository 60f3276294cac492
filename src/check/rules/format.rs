//! Whether a file has the form that the grammar describes: fields, types, ranges, words, ids.

use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::DeValue;

use super::*;
use crate::check::problem::shown;
use crate::questionnaire::Kind;
use crate::questionnaire::grammar::{Field, Shape, Type, is_id};
use crate::questionnaire::table::{Table, integer};

/// The format that this program reads.
const FORMAT: i64 = 1;

/// Tells of a format that is newer than the program.
pub(super) fn is_newer(file: &File<'_>, problems: &mut Problems<'_>) -> bool {
    let format = file.root.integer("format").filter(|format| *format > FORMAT);
    let Some(format) = format.filter(|_| file.content == Content::Questionnaire) else { return false };
    let message = format!("the file has format {format}; this version of ospo-assess reads format {FORMAT}");
    problems.add(
        NEWER_FORMAT,
        file.root.place("format").unwrap_or(0..0),
        &message,
        "use a newer ospo-assess",
    );
    true
}

/// Checks the whole file against the grammar.
pub(super) fn check(file: &File<'_>, problems: &mut Problems<'_>) {
    let shape = file.content.shape();
    Walk { file, problems }.table(shape, file.root, file.head(), &root_name(file));
}

/// What messages call the file as a whole.
fn root_name(file: &File<'_>) -> String {
    format!("the {}", file.content.shape().name)
}

struct Walk<'w, 'a, 'p> {
    file: &'w File<'a>,
    problems: &'w mut Problems<'p>,
}

impl Walk<'_, '_, '_> {
    /// Checks a table; `name` is what messages call it.
    fn table(&mut self, shape: &'static Shape, table: Table<'_>, place: Range<usize>, name: &str) {
        for (key_place, key, value) in table.fields() {
            match shape.field(key) {
                None => {
                    let names: Vec<_> = self.fields_here(shape).map(|field| field.name).collect();
                    let message = format!("{name} has an unknown field `{}`", shown(key));
                    let hint = match self.problems.did_you_mean(key, names.iter().copied()) {
                        none if none.is_empty() => format!("its fields are {}", names.join(", ")),
                        guess => guess,
                    };
                    self.problems.add(UNKNOWN_FIELD, key_place, &message, &hint);
                }
                Some(field) if !self.is_here(field) => self.wrong_kind(field, key_place, name),
                Some(field) => self.value(field, value, name),
            }
        }
        let missing =
            self.fields_here(shape).filter(|field| field.required && table.value(field.name).is_none());
        for field in missing.collect::<Vec<_>>() {
            let rule = if field.name == "action" { MISSING_ACTION } else { MISSING_FIELD };
            let message = format!("{name} has no `{}`", field.name);
            self.problems.add(rule, place.clone(), &message, &format!("add {}", example(field)));
        }
    }

    /// The fields of a table in this kind of questionnaire; where the kind is not known, those of all.
    fn fields_here(&self, shape: &'static Shape) -> impl Iterator<Item = &'static Field> + use<> {
        let kind = self.file.kind;
        shape
            .fields
            .iter()
            .filter(move |field| has(field, kind) && (kind.is_some() || field.kinds.len() == 3))
    }

    fn is_here(&self, field: &Field) -> bool {
        has(field, self.file.kind)
    }

    fn wrong_kind(&mut self, field: &Field, place: Range<usize>, name: &str) {
        let kind = self.file.kind.map_or("", Kind::id);
        let message = format!("{name} has `{}`, which a questionnaire of kind `{kind}` has not", field.name);
        let kinds: Vec<_> = field.kinds.iter().map(|kind| format!("`{}`", kind.id())).collect();
        self.problems.add(WRONG_KIND, place, &message, &format!("only in {}", kinds.join(" and ")));
    }

    fn value(&mut self, field: &Field, value: &Spanned<DeValue<'_>>, owner: &str) {
        let place = value.span();
        let name = format!("`{}` of {owner}", field.name);
        match (&field.value, value.get_ref()) {
            (Type::Text | Type::Reference, DeValue::String(text)) => self.text(text, place, &name),
            (Type::Id, DeValue::String(text)) => self.id(text, place, &name),
            (Type::Word(words), DeValue::String(word)) if !words.contains(&word.as_ref()) => {
                let message = format!("{name} is `{}`, which is none of its words", shown(word));
                self.problems.add(
                    UNKNOWN_WORD,
                    place,
                    &message,
                    &format!("write one of {}", words.join(", ")),
                );
            }
            (Type::Word(_), DeValue::String(_)) | (Type::Flag, DeValue::Boolean(_)) => {}
            (Type::Number(range), number @ DeValue::Integer(_)) => {
                self.number(number, range, place, &name);
            }
            (Type::Texts | Type::References, DeValue::Array(items)) => {
                for item in items {
                    match item.get_ref().as_str() {
                        Some(text) => self.text(text, item.span(), &format!("an entry in {name}")),
                        None => self.wrong_type(&Type::Text, item, &format!("an entry in {name}")),
                    }
                }
            }
            (Type::Table(shape), DeValue::Table(table)) => {
                self.table(shape, Table(table), place, &format!("the {} of {owner}", shape.name));
            }
            (Type::Tables(shape, count), DeValue::Array(items)) => {
                self.count(items.len(), count, place, &name);
                for item in items {
                    self.item(shape, item, &name, owner);
                }
            }
            (Type::TextById, DeValue::Table(table)) => {
                for (_, key, value) in Table(table).fields() {
                    let name = format!("`{}` in {name}", shown(key));
                    match value.get_ref().as_str() {
                        Some(text) => self.text(text, value.span(), &name),
                        None => self.wrong_type(&Type::Text, value, &name),
                    }
                }
            }
            (Type::NumberById(range), DeValue::Table(table)) => {
                for (_, key, value) in Table(table).fields() {
                    let name = format!("`{}` in {name}", shown(key));
                    match value.get_ref() {
                        number @ DeValue::Integer(_) => self.number(number, range, value.span(), &name),
                        _ => self.wrong_type(&Type::Number(0..=0), value, &name),
                    }
                }
            }
            (wanted, _) => self.wrong_type(wanted, value, &name),
        }
    }

    fn item(&mut self, shape: &'static Shape, item: &Spanned<DeValue<'_>>, list: &str, owner: &str) {
        let Some(table) = item.get_ref().as_table().map(Table) else {
            self.wrong_type(&Type::Table(shape), item, &format!("an entry in {list}"));
            return;
        };
        let id = table.string("id").or_else(|| table.string("question"));
        let mut name =
            id.map_or_else(|| format!("this {}", shape.name), |id| format!("{} `{}`", shape.name, shown(id)));
        if owner != root_name(self.file) {
            name = format!("{name} of {owner}");
        }
        self.table(shape, table, item.span(), &name);
    }

    fn text(&mut self, text: &str, place: Range<usize>, name: &str) {
        if text.trim().is_empty() {
            self.problems.add(MISSING_FIELD, place, &format!("{name} is empty"), "write a text");
        }
    }

    fn id(&mut self, id: &str, place: Range<usize>, name: &str) {
        if !is_id(id) {
            let message = format!("{name} is `{}`, which cannot be an id", shown(id));
            let hint = "use lowercase letters, digits and hyphens, a letter first, at most 64";
            self.problems.add(BAD_ID, place, &message, hint);
        }
    }

    fn number(&mut self, value: &DeValue<'_>, range: &RangeInclusive<i64>, place: Range<usize>, name: &str) {
        if !integer(value).is_some_and(|number| range.contains(&number)) {
            let hint = format!("write a whole number from {} to {}", range.start(), range.end());
            self.problems.add(OUT_OF_RANGE, place, &format!("{name} is out of range"), &hint);
        }
    }

    fn count(&mut self, count: usize, range: &RangeInclusive<usize>, place: Range<usize>, name: &str) {
        if !range.contains(&count) {
            let message = format!("{name} has a length of {count}");
            let hint = match *range.end() {
                usize::MAX => format!("at least {}", range.start()),
                most => format!("{} to {most}", range.start()),
            };
            self.problems.add(OUT_OF_RANGE, place, &message, &format!("{hint} are allowed"));
        }
    }

    fn wrong_type(&mut self, wanted: &Type, value: &Spanned<DeValue<'_>>, name: &str) {
        let found = match value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number with a fraction",
            DeValue::Boolean(_) => "`true` or `false`",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let wanted = match wanted {
            Type::Text | Type::Id | Type::Reference | Type::Word(_) => "a text in quotation marks",
            Type::Number(_) => "a whole number without quotation marks",
            Type::Flag => "true or false without quotation marks",
            Type::Texts | Type::References => "a list of texts: [\"…\", \"…\"]",
            Type::Table(_) | Type::TextById | Type::NumberById(_) => "a table",
            Type::Tables(..) => "a list of tables: a header in double brackets, [[…]]",
        };
        self.problems.add(
            WRONG_TYPE,
            value.span(),
            &format!("{name} is {found}"),
            &format!("write {wanted}"),
        );
    }
}

/// Whether a field is one for this kind of questionnaire; where the kind is not known, it is.
fn has(field: &Field, kind: Option<Kind>) -> bool {
    kind.is_none_or(|kind| field.kinds.contains(&kind))
}

/// How a field is written.
fn example(field: &Field) -> String {
    let name = field.name;
    match &field.value {
        Type::Text | Type::Id | Type::Reference => format!("`{name} = \"…\"`"),
        Type::Word(words) => format!("`{name} = \"{}\"`", words.first().unwrap_or(&"…")),
        Type::Number(range) => format!("`{name} = {}`", range.start()),
        Type::Flag => format!("`{name} = true`"),
        Type::Texts | Type::References => format!("`{name} = [\"…\"]`"),
        Type::Table(_) | Type::TextById | Type::NumberById(_) => format!("a table `{name}`"),
        Type::Tables(..) => format!("a list of tables `{name}`"),
    }
}
