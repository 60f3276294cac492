//! Help over everything, made from the table of keys.

use crate::app::dialogs::Dialog;
use crate::app::keys::{Context, bindings};
use crate::words::screen_help as words;

pub(in crate::app) fn page(context: Context) -> Dialog {
    // The signs of a screen come first: they puzzle before a key is looked for.
    let mut lines = signs(context);
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(bindings(context).map(|binding| format!("{:<13}{}", binding.keys, binding.help)));
    lines.push(String::new());
    lines.extend(words::WORDS.iter().map(|line| (*line).to_owned()));
    Dialog::page(words::help(context.name()), lines)
}

/// What is to be known about an assessment that was opened, and what to do about answers that are to
/// be confirmed.
pub(in crate::app) fn notices(mut lines: Vec<String>, to_confirm: usize) -> Dialog {
    if to_confirm > 0 {
        lines.push(words::TO_CONFIRM.to_owned());
    }
    Dialog::page(words::NOTICES, lines)
}

fn signs(context: Context) -> Vec<String> {
    let signs: &[&str] = match context {
        Context::Interview | Context::Milestone => words::INTERVIEW_SIGNS,
        Context::Results => words::RESULTS_SIGNS,
        Context::Target => words::TARGET_SIGNS,
        Context::Plan => return words::plan_signs(),
        _ => &[],
    };
    signs.iter().map(|line| (*line).to_owned()).collect()
}
