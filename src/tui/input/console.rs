//! What a console of Windows sends, made into what other terminals send. It tells each key when it goes down
//! and when it comes up, and types what is pasted.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use super::is_pasted;

/// The events that came together.
pub(super) fn events(sent: impl IntoIterator<Item = Event>) -> Vec<Event> {
    let (mut events, mut typed) = (Vec::new(), Vec::new());
    for event in sent {
        match event {
            Event::Key(key) if key.kind == KeyEventKind::Release => {}
            Event::Key(key) if written(&key).is_some() => typed.push(key),
            Event::Key(key) => {
                flush(&mut typed, &mut events);
                events.push(Event::Key(key));
            }
            other => {
                flush(&mut typed, &mut events);
                events.push(other);
            }
        }
    }
    flush(&mut typed, &mut events);
    events
}

/// What keys write that came one after the other: a text that was pasted, or each by itself.
fn flush(typed: &mut Vec<KeyEvent>, events: &mut Vec<Event>) {
    let text: String = typed.iter().filter_map(written).collect();
    if is_pasted(&text) {
        typed.clear();
        events.push(Event::Paste(text));
    } else {
        let plain = |key: KeyEvent| match written(&key) {
            Some(c) if key.code == KeyCode::Char(c) => {
                KeyEvent { modifiers: key.modifiers & KeyModifiers::SHIFT, ..key }
            }
            _ => key,
        };
        events.extend(typed.drain(..).map(|key| Event::Key(plain(key))));
    }
}

/// The character that a key writes. AltGr, by which many keyboards write `@`, comes as Ctrl and Alt; with these
/// two a letter or a digit is a command.
fn written(key: &KeyEvent) -> Option<char> {
    const ALT_GR: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);
    match (key.code, key.modifiers - KeyModifiers::SHIFT) {
        (KeyCode::Char(c), KeyModifiers::NONE) => Some(c),
        (KeyCode::Char(c), ALT_GR) if !c.is_ascii_alphanumeric() => Some(c),
        (KeyCode::Enter, KeyModifiers::NONE) => Some('\n'),
        (KeyCode::Tab, KeyModifiers::NONE) => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    fn letters(text: &str) -> Vec<Event> {
        text.chars()
            .flat_map(|c| {
                let code = if c == '\n' { KeyCode::Enter } else { KeyCode::Char(c) };
                [KeyEventKind::Press, KeyEventKind::Release]
                    .map(|kind| Event::Key(KeyEvent::new_with_kind(code, KeyModifiers::NONE, kind)))
            })
            .collect()
    }

    #[test]
    fn a_paste_that_a_console_types_is_a_paste_and_a_key_that_is_held_is_none() {
        assert_eq!(events(letters("q3\n")), [Event::Paste("q3\n".to_owned())]);
        let pressed = |c| press(KeyCode::Char(c), KeyModifiers::NONE);
        assert_eq!(events(letters("jjjj")), [pressed('j'), pressed('j'), pressed('j'), pressed('j')]);
        assert_eq!(events(letters("q3")), [pressed('q'), pressed('3')]);
    }

    #[test]
    fn what_alt_gr_writes_is_text() {
        let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let at = press(KeyCode::Char('@'), held);
        assert_eq!(events([at]), [press(KeyCode::Char('@'), KeyModifiers::NONE)]);
        let command = press(KeyCode::Char('c'), held);
        assert_eq!(events([command.clone()]), [command]);
    }
}
