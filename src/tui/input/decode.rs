//! The events in what a terminal sends. What is no key, click or paste of a person is nothing: replies to
//! programs, reports of focus, keys that are released.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::pieces::Sent;

/// The event that a piece stands for.
pub(super) fn event(piece: Sent) -> Option<Event> {
    match piece {
        Sent::Char(c) => Some(key(character(c))),
        Sent::Alt(c) => {
            let (code, held) = character(c);
            Some(key((code, held | KeyModifiers::ALT)))
        }
        Sent::Escape => Some(key((KeyCode::Esc, KeyModifiers::NONE))),
        Sent::Ss3(last) => named(last).map(|code| key((code, KeyModifiers::NONE))),
        Sent::Csi(parameters, last) => match parameters.strip_prefix('<') {
            Some(click) => mouse(click, 0, last == b'm'),
            None if last == b'M' => mouse(&parameters, 32, false),
            None => sequence(&parameters, last).map(key),
        },
        Sent::Paste(text) => Some(Event::Paste(String::from_utf8_lossy(&text).into_owned())),
    }
}

type Pressed = (KeyCode, KeyModifiers);

fn key((code, held): Pressed) -> Event {
    Event::Key(KeyEvent::new(code, held))
}

fn character(c: char) -> Pressed {
    let held = |c: u8| (KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    match c {
        '\r' => (KeyCode::Enter, KeyModifiers::NONE),
        '\t' => (KeyCode::Tab, KeyModifiers::NONE),
        '\x7f' => (KeyCode::Backspace, KeyModifiers::NONE),
        '\x1b' => (KeyCode::Esc, KeyModifiers::NONE),
        '\0' => held(b' '),
        '\x01'..='\x1a' => held(c as u8 | 0x60),
        '\x1c'..='\x1f' => held(c as u8 - 0x1c + b'4'),
        c if c.is_uppercase() => (KeyCode::Char(c), KeyModifiers::SHIFT),
        c => (KeyCode::Char(c), KeyModifiers::NONE),
    }
}

/// A key by the letter that ends its sequence. `R` is not among them: it ends a reply as well.
fn named(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'M' => KeyCode::Enter,
        b'P' | b'Q' | b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn sequence(parameters: &str, last: u8) -> Option<Pressed> {
    let mut groups = parameters.split(';').map(|group| group.split(':').map(str::parse::<u32>));
    let mut first = groups.next()?;
    let code = first.next()?;
    // The key of this place on an English keyboard, where the terminal tells it.
    let place = first.nth(1).and_then(Result::ok).and_then(char::from_u32);
    let mut second = groups.next().into_iter().flatten();
    let held = second.next().and_then(Result::ok).unwrap_or(1).saturating_sub(1);
    if second.next() == Some(Ok(3)) {
        return None; // released
    }
    let other = groups.next().and_then(|mut group| group.next()?.ok());
    let held = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)]
        .into_iter()
        .filter(|(bit, _)| held & bit != 0)
        .fold(KeyModifiers::NONE, |all, (_, one)| all | one);
    let (code, own) = match (code, last) {
        (_, b'Z') if parameters.is_empty() || parameters.starts_with('1') => {
            (KeyCode::BackTab, KeyModifiers::SHIFT)
        }
        (Ok(27), b'~') => character(char::from_u32(other?)?),
        (Ok(number), b'~') => (numbered(number)?, KeyModifiers::NONE),
        (Ok(57344..=63743), b'u') => return None, // keys that have no character
        (Ok(c), b'u') => {
            let c = char::from_u32(c)?;
            character(place.filter(|_| !c.is_ascii()).unwrap_or(c))
        }
        (Ok(1), _) => (named(last)?, KeyModifiers::NONE),
        (Err(_), _) if parameters.is_empty() => (named(last).filter(|_| last != b'M')?, KeyModifiers::NONE),
        _ => return None,
    };
    Some((code, held | own))
}

fn numbered(number: u32) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        _ => return None,
    })
}

/// A click or a turn of the wheel; in the older way its buttons are counted `from` 32.
fn mouse(parameters: &str, from: u16, released: bool) -> Option<Event> {
    let numbers: Result<Vec<u16>, _> = parameters.split(';').map(str::parse).collect();
    let &[buttons, column, row] = numbers.ok()?.as_slice() else { return None };
    let kind = match buttons.checked_sub(from)? {
        _ if released => return None,
        0 => MouseEventKind::Down(MouseButton::Left),
        64 => MouseEventKind::ScrollUp,
        65 => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
    Some(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
}
