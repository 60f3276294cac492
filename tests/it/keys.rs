//! The table of keys: a key asks for one thing in each place.

use ospo_assess::app::keys::{Command, Context, Key, bindings, command};
use strum::VariantArray as _;

use crate::common::assessments::midway_with_rungs;
use crate::common::catalogues::small;
use crate::common::screen::Screen;

#[test]
fn no_key_means_two_things_in_one_context() {
    for context in Context::VARIANTS.iter().copied() {
        let mut seen = Vec::new();
        for name in bindings(context).flat_map(|binding| binding.keys.split(' ')) {
            assert!(!seen.contains(&name), "{}: {name} is bound twice", context.name());
            seen.push(name);
        }
    }
}

#[test]
fn a_capital_is_another_key() {
    let key = |name: &str| command(Context::Interview, &Key(name.to_owned()));
    assert_eq!(key("U"), Some(Command::Redo));
    assert_eq!(key("u"), Some(Command::Undo));
    assert_eq!(key("Alt+u"), None);
    assert_eq!(key("3"), Some(Command::Choose(3)));
    assert_eq!(key("1-9"), None);
}

/// A key that means nothing where it is pressed, on every screen and in every kind of dialog.
#[test]
fn a_key_that_means_nothing_says_so() {
    let catalogue = small();
    let begin = || Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    for place in ["", "r", "t", "p", "b", "pc", "r?<esc>"] {
        for key in ["й", "~", "<tab>"] {
            let mut screen = begin();
            screen.press(place).press(key);
            let name = if key == "<tab>" { "Tab" } else { key };
            let said = format!("{name} does nothing here; ? shows the keys that do");
            assert!(screen.shows(&said), "{place}: {}", screen.text());
        }
    }
    assert!(begin().press("?й").shows("й does nothing here; Esc closes this"));
    assert!(begin().press("9").shows("There are options 1 to 4, 0 and x"));
    assert!(begin().press("pc9").shows("There are lines 1 to "));
    assert!(begin().press("\u{202e}").shows("This key does nothing here"));
    assert!(Screen::new(&catalogue, 80, 24).press("й").shows("й does nothing here"));
}

/// An input method of another script is on: its digits and full-width letters are keys, and text in a note.
#[test]
fn digits_and_letters_of_every_script_are_keys() {
    let catalogue = small();
    for digit in ["3", "３", "٣", "३", "๓"] {
        let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
        let before = screen.file.clone();
        screen.press(digit);
        let mut same = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
        same.press("3");
        assert!(screen.file != before && screen.text() == same.text(), "{digit}: {}", screen.text());
    }
    let mut screen = Screen::open(&catalogue, midway_with_rungs(), 80, 24);
    assert!(screen.press("ｎ３ｑ").shows("３ｑ"), "{}", screen.text());
    assert!(screen.press("<enter>？").shows("Help"));
}
