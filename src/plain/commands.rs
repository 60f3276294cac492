//! What a line asks for. The letters of the commands, the words that may be written instead, what they do
//! and where they mean something stand in the one table of keys.

use crate::app::keys::{Binding, Command, Context, bindings};
use crate::text::ascii;
use crate::words::spoken as words;

/// What a line asks for, and what stands behind the command; `None` for what means nothing here. A
/// number is the line with that number; nothing at all, or `more`, is `Enter`.
pub(super) fn command(context: Context, line: &str) -> Option<(Command, String)> {
    if line.is_empty() || line.eq_ignore_ascii_case("more") {
        return Some((Command::Enter, String::new()));
    }
    if let Ok(number) = plain(line).parse::<usize>() {
        let zero = bindings(context).find(|binding| number == 0 && binding.keys == "0");
        return Some((zero.map_or(Command::Choose(number), |binding| binding.command), String::new()));
    }
    // What is to be found may stand behind the stroke at once.
    let (first, rest) = match line.strip_prefix(['/', '／']) {
        Some(rest) => ("/", rest),
        None => line.split_once(char::is_whitespace).unwrap_or((line, "")),
    };
    let first = &plain(first);
    let found = spoken(context).find(|(binding, word)| {
        first.eq_ignore_ascii_case(word) || binding.keys.split(' ').any(|key| is_key(key, first))
    });
    found.map(|(binding, _)| (binding.command, rest.trim().to_owned()))
}

/// Whether a line is votes: numbers of options and the like, with blanks between them.
pub(super) fn are_votes(line: &str) -> bool {
    let line = plain(line);
    let mut words = line.split_whitespace();
    words.clone().nth(1).is_some() && words.all(|word| word == "x" || word.parse::<usize>().is_ok())
}

/// What is written where it is a command, not a text: a command is one in every script.
pub(super) fn plain(line: &str) -> String {
    line.chars().map(ascii).collect()
}

/// Whether a word is a key: a letter as it is, `Esc` and the like in any case.
fn is_key(key: &str, word: &str) -> bool {
    key == word || (key.len() > 1 && key.eq_ignore_ascii_case(word))
}

/// The bindings of a context that mean something line by line, and their words.
fn spoken(context: Context) -> impl Iterator<Item = (&'static Binding, &'static str)> {
    bindings(context).filter_map(|binding| {
        // Ctrl+C and the like never come as a line.
        let word = binding.command.word().filter(|_| !binding.keys.starts_with("Ctrl"))?;
        Some((binding, word))
    })
}

/// The commands of a context, each with a sentence: "n or note: write a note".
pub(super) fn explained(context: Context) -> Vec<(Command, String)> {
    let line = |(binding, word): (&Binding, &'static str)| {
        let letter = binding.keys.split(' ').find(|key| key.chars().count() == 1);
        (binding.command, words::command(letter, word, what_it_does(context, binding)))
    };
    spoken(context).map(line).collect()
}

/// What a command does here, where the table says it for all screens at once.
fn what_it_does(context: Context, binding: &Binding) -> &'static str {
    match (context, binding.command) {
        (Context::Home, Command::Undo) => words::PUT_BACK,
        (Context::Interview, Command::Next) => words::NEXT_QUESTION,
        (Context::Interview, Command::Previous) => words::QUESTION_BEFORE,
        (Context::Voting | Context::Revealed | Context::Decided, Command::Next) => words::PASS_OVER,
        (Context::Voting | Context::Revealed | Context::Decided, Command::Previous) => words::QUESTION_BEFORE,
        (Context::Results | Context::Target, Command::Next) => words::NEXT_PAGE,
        (Context::Results | Context::Target, Command::Previous) => words::PAGE_BEFORE,
        (_, Command::Back) => words::GO_BACK,
        _ => binding.help,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a line is asked for.
    const PLACES: [Context; 12] = [
        Context::Home,
        Context::Interview,
        Context::Milestone,
        Context::Results,
        Context::Target,
        Context::Plan,
        Context::Comparison,
        Context::Voting,
        Context::Revealed,
        Context::Decided,
        Context::Over,
        Context::Break,
    ];

    #[test]
    fn letters_and_words_mean_what_the_keys_mean() {
        for context in PLACES {
            for (binding, word) in spoken(context) {
                let keys = binding.keys.split(' ').map(str::to_owned);
                for written in keys.chain([word.to_owned(), word.to_uppercase()]) {
                    let (found, _) = command(context, &written).expect(&written);
                    assert_eq!(found, binding.command, "{written} in {context:?}");
                }
            }
        }
    }

    #[test]
    fn numbers_empty_lines_and_what_stands_behind_a_command() {
        let said = |line| command(Context::Interview, line);
        assert_eq!(said("3"), Some((Command::Choose(3), String::new())));
        assert_eq!(said("0"), Some((Command::Unknown, String::new())));
        assert_eq!(command(Context::Target, "0"), Some((Command::Choose(0), String::new())));
        assert_eq!(said(""), Some((Command::Enter, String::new())));
        assert_eq!(said("x no products"), Some((Command::NotApplicable, "no products".to_owned())));
        assert_eq!(said("/policy of ours"), Some((Command::Find, "policy of ours".to_owned())));
        assert_eq!(said("find policy"), Some((Command::Find, "policy".to_owned())));
        assert_eq!(said("３"), said("3"));
        assert_eq!(said("٣"), said("3"));
        assert_eq!(said("ｘ 没有产品１"), Some((Command::NotApplicable, "没有产品１".to_owned())));
        assert_eq!(said("／policy"), said("/policy"));
        assert!(are_votes("１　２ ｘ") && !are_votes("１"));
        assert_eq!(said("-1"), None);
        assert_eq!(said("99999999999999999999999"), None);
        assert_eq!(said("m"), None, "there is no mouse to turn on");
    }
}
