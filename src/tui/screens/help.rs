//! Help over everything, made from the table of keys.

use crate::tui::dialogs::{Dialog, Reading};
use crate::tui::keys::{Context, bindings};

/// The help of a context.
pub(in crate::tui) fn dialog(context: Context) -> Dialog {
    let name = Context::ALL.into_iter().find(|(other, _)| *other == context).map_or("", |(_, name)| name);
    let mut lines: Vec<String> =
        bindings(context).map(|binding| format!("{:<13}{}", binding.keys, binding.help)).collect();
    lines.push(String::new());
    lines.extend(WORDS.iter().map(|line| (*line).to_owned()));
    Dialog::Reading(Reading { title: format!("Help: {name}"), lines, ..Reading::default() })
}

/// What is to be known about an assessment that was opened.
pub(in crate::tui) fn notices(lines: Vec<String>) -> Dialog {
    Dialog::Reading(Reading { title: "About this assessment".to_owned(), lines, ..Reading::default() })
}

/// The words of the interface, explained once.
const WORDS: &[&str] = &[
    "Every answer is saved at once; the top line says \"saved\" when it is on disk.",
    "",
    "don't know      counts as nothing for what is reached, and as everything for what is possible",
    "not applicable  leaves the question out; the reason stands in the plan",
    "key question    its level is out of reach without it",
    "reached         the level that your answers prove",
    "possible        the level that they still allow",
    "provisional     reached and possible differ: answers that are missing could still lift the level",
    "settled         they agree: no missing answer can change the level",
    "",
    "Marks: \u{2713} answered   ? don't know   - not applicable   ~ to be confirmed   . no answer   * key question",
];
