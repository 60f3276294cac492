//! The names of the keys that a terminal sends.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::app::keys::Key;
use crate::text::ascii;

/// The name of a key, as the table of keys has it. What stands for a character of ASCII is that: a command
/// is one in every script.
pub(crate) fn key(event: &KeyEvent) -> Key {
    let code = match event.code {
        KeyCode::Char(letter) => KeyCode::Char(ascii(letter)),
        code => code,
    };
    let name = match code {
        KeyCode::Char(' ') => "Space".to_owned(),
        KeyCode::Char(letter) if event.modifiers.contains(KeyModifiers::CONTROL) => {
            let shift = if letter.is_uppercase() { "Shift+" } else { "" };
            format!("{shift}{}", letter.to_uppercase())
        }
        KeyCode::Char(letter) => letter.to_string(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::Delete => "Del".to_owned(),
        other => format!("{other:?}"),
    };
    // A terminal may report Shift with a capital letter or not: the letter says it already.
    let held = match event.modifiers - KeyModifiers::SHIFT {
        KeyModifiers::NONE => "",
        KeyModifiers::CONTROL => "Ctrl+",
        _ => "Alt+",
    };
    Key(format!("{held}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_the_names_of_the_table() {
        let named = |code, modifiers| key(&KeyEvent::new(code, modifiers)).0;
        assert_eq!(named(KeyCode::Char('j'), KeyModifiers::NONE), "j");
        assert_eq!(named(KeyCode::Char('U'), KeyModifiers::NONE), "U");
        assert_eq!(named(KeyCode::Char('U'), KeyModifiers::SHIFT), "U");
        assert_eq!(named(KeyCode::Char('u'), KeyModifiers::ALT), "Alt+u");
        assert_eq!(named(KeyCode::Char('c'), KeyModifiers::CONTROL), "Ctrl+C");
        assert_eq!(named(KeyCode::Char('c'), KeyModifiers::CONTROL | KeyModifiers::ALT), "Alt+C");
        for (written, name) in
            [('３', "3"), ('٣', "3"), ('ｑ', "q"), ('Ｕ', "U"), ('　', "Space"), ('й', "й")]
        {
            assert_eq!(named(KeyCode::Char(written), KeyModifiers::NONE), name);
        }
        for code in [KeyCode::Up, KeyCode::Enter, KeyCode::Esc, KeyCode::Backspace, KeyCode::Left] {
            assert_eq!(named(code, KeyModifiers::NONE), format!("{code:?}"));
        }
    }
}
