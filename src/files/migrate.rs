//! From older formats of the file to the current one: the only place that knows of them.

use toml::de::{DeTable, DeValue};
use toml_edit::{DocumentMut, TomlError};

use super::open_error::{OpenProblem, Refusal};

/// The format that this program writes.
pub const FORMAT: i64 = 1;

/// One step from a format to the next one.
type Step = fn(&mut DocumentMut);

/// The steps from each older format to the next: the first leads from `FORMAT - STEPS.len()`, the
/// last to `FORMAT`. There is no older format yet.
const STEPS: &[Step] = &[];

/// The format of a file; an error when it is none that this program can read.
pub(super) fn format(root: &DeTable<'_>) -> Result<i64, Refusal> {
    let Some((key, item)) = root.get_key_value("format") else {
        return Err(Refusal::new(None, OpenProblem::NoFormat));
    };
    let oldest = oldest(STEPS);
    let number = match item.get_ref() {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    };
    let what = match number {
        Some(format) if (oldest..=FORMAT).contains(&format) => return Ok(format),
        Some(format) if format > FORMAT => OpenProblem::NewerFormat(format),
        _ => OpenProblem::UnknownFormat { oldest },
    };
    Err(Refusal::new(Some(key.span()), what))
}

/// Brings a text of an older format to the current one.
pub(super) fn migrate(text: &str, from: i64) -> Result<String, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    steps(&mut document, from, STEPS);
    Ok(document.to_string())
}

fn oldest(steps: &[Step]) -> i64 {
    FORMAT - i64::try_from(steps.len()).unwrap_or(0)
}

fn steps(document: &mut DocumentMut, from: i64, steps: &[Step]) {
    let done = usize::try_from(from - oldest(steps)).unwrap_or(0);
    for step in steps.iter().skip(done) {
        step(document);
    }
    if let Some(format) = document.get_mut("format") {
        *format = toml_edit::value(FORMAT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Formats that never were: in -1 the organisation was a `company`, in 0 a `firm`.
    const INVENTED: &[Step] = &[
        |document| rename(document, "company", "firm"),
        |document| rename(document, "firm", "organization"),
    ];

    fn rename(document: &mut DocumentMut, old: &str, new: &str) {
        if let Some(item) = document.remove(old) {
            document.insert(new, item);
        }
    }

    #[test]
    fn each_older_format_takes_the_steps_that_it_lacks() {
        for (from, field) in [(-1, "company"), (0, "firm"), (1, "organization")] {
            let text = format!("# kept\nformat = {from}\n{field} = \"A\" # kept\n");
            let mut document: DocumentMut = text.parse().expect("the text is TOML");
            steps(&mut document, from, INVENTED);
            assert_eq!(document.to_string(), "# kept\nformat = 1\norganization = \"A\" # kept\n");
        }
    }
}
