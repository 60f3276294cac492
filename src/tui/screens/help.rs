//! Help over everything, made from the table of keys.

use crate::app::dialogs::{Dialog, Reading};
use crate::app::keys::{Context, bindings};
use crate::words::plan as words_plan;

/// The help of a context.
pub(crate) fn dialog(context: Context) -> Dialog {
    // The signs of a screen come first: they puzzle before a key is looked for.
    let signs = signs(context);
    let mut lines: Vec<String> = signs.iter().map(|line| (*line).to_owned()).collect();
    if !signs.is_empty() {
        lines.push(String::new());
    }
    lines.extend(bindings(context).map(|binding| format!("{:<13}{}", binding.keys, binding.help)));
    lines.push(String::new());
    lines.extend(WORDS.iter().map(|line| (*line).to_owned()));
    Dialog::Reading(Reading { title: format!("Help: {}", context.name()), lines, ..Reading::default() })
}

/// What is to be known about an assessment that was opened, and what to do about answers that are to
/// be confirmed.
pub(crate) fn notices(mut lines: Vec<String>, to_confirm: usize) -> Dialog {
    if to_confirm > 0 {
        lines.push("Enter confirms one, a number changes it, y confirms all that are left.".to_owned());
    }
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
];

/// What the signs of a screen mean.
fn signs(context: Context) -> &'static [&'static str] {
    match context {
        Context::Interview | Context::Settled => &[
            "Marks: \u{2713} answered · ? don't know · - not applicable · ~ to be confirmed · . no answer · * key question",
            "5/8: answered so far. [33]: what an option is worth, out of 100 (v shows it).",
        ],
        Context::Results => &[
            "Bars: \u{2588} proven · \u{2592} still possible · \u{2591} neither · \u{2502} what a level needs",
            "keys 3/4: of four key questions three are far enough. [33]: what an answer is worth, out of 100.",
        ],
        Context::Target => &[
            "[x]: an objective that you ticked. find out first: actions whose question nobody can answer yet.",
        ],
        Context::Plan => &[
            words_plan::STATE_SIGNS,
            "! in the way of a target · ? begins with finding out",
            "S about a week (1 point) · M about a month (3) · L about a quarter (8)",
            "An action counts in the quarter in which it ends, so one may hold more points than fit into it.",
        ],
        _ => &[],
    }
}
