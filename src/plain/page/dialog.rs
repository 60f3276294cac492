//! What a dialog says, and what is asked then.

use super::Page;
use crate::app::dialogs::{Body, Cause, ChoiceList, Dialog, TextField};
use crate::words::prompts;
use crate::words::spoken as words;

/// A dialog; where a note is written, after so many lines of it.
pub(super) fn page(dialog: &Dialog, lines: usize) -> Page {
    let mut page = Page::new(dialog.title.as_str(), usize::MAX);
    // Elsewhere the prompt says it.
    let is_said = match &dialog.body {
        Body::Page(_) => true,
        Body::Field(field) => field.is_note,
        Body::List(list) => dialog.cause != Cause::Wanted && !list.is_yes_or_no,
    };
    if is_said {
        page.sentence(&dialog.title);
    }
    dialog.hint.lines().for_each(|line| page.sentence(line));
    match &dialog.body {
        Body::Page(read) => read.lines.iter().for_each(|line| page.say(words::spoken(line))),
        Body::Field(field) => self::field(&mut page, &dialog.title, field, lines),
        Body::List(list) => self::list(&mut page, dialog, list),
    }
    page
}

fn field(page: &mut Page, title: &str, field: &TextField, lines: usize) {
    if let Some(problem) = &field.problem {
        page.sentence(problem);
    }
    if field.is_note {
        page.say(words::NOTE_HELP);
        page.prompt = prompts::note_prompt(lines + 1);
    } else {
        page.help = words::LINE_HELP;
        let text = if field.problem.is_some() { "" } else { &field.text };
        page.prompt = prompts::line_prompt(title, text, field.nothing);
    }
}

fn list(page: &mut Page, dialog: &Dialog, list: &ChoiceList) {
    let title = dialog.title.trim_end_matches('?');
    if list.is_yes_or_no {
        (page.prompt, page.help) = (prompts::yes_prompt(title), words::YES_OR_NO);
        return;
    }
    for item in &list.items {
        page.next_choice(match item.ticked {
            Some(is_ticked) => words::ticked(&item.marked(), &item.detail, is_ticked),
            None => item.text.clone(),
        });
    }
    let what = if dialog.cause == Cause::Wanted { title } else { words::WHAT_TO_DO };
    (page.prompt, page.help) = match list.has_ticks() {
        _ if list.has_order() => (prompts::order_prompt(what, list.items.len()), words::ORDER_HELP),
        true => (prompts::tick_prompt(what, list.items.len()), words::TICK_HELP),
        false => (prompts::choose_prompt(what, list.items.len()), words::LIST_HELP),
    };
}
