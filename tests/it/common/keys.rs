//! Keys as tests write them: `abc<enter><esc><up>` and so on.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys of a line: characters as they are, others by name in angle brackets.
pub fn keys(line: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|named| named.split_once('>'));
        let (code, modifiers) = match name {
            Some((name, after)) => {
                rest = after;
                named(name)
            }
            None => {
                rest = &rest[first.len_utf8()..];
                (KeyCode::Char(first), KeyModifiers::NONE)
            }
        };
        keys.push(KeyEvent::new(code, modifiers));
    }
    keys
}

fn named(name: &str) -> (KeyCode, KeyModifiers) {
    if let Some(letter) = name.strip_prefix("c-") {
        return (KeyCode::Char(letter.chars().next().unwrap()), KeyModifiers::CONTROL);
    }
    if name == "a-enter" {
        return (KeyCode::Enter, KeyModifiers::ALT);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "back" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "space" => KeyCode::Char(' '),
        "tab" => KeyCode::Tab,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "lt" => KeyCode::Char('<'),
        other => panic!("no key is called <{other}>"),
    };
    (code, KeyModifiers::NONE)
}
