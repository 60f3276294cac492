//! What a terminal sends, cut into whole pieces.
//!
//! A terminal answers programs on the way on which it sends keys, also late and to programs that have
//! ended. A reply that is cut short would be keys that nobody pressed, so every sequence is read to its end,
//! known or not; what stays unfinished is given up after a short time.

use std::time::Duration;

/// How long the rest of a key is waited for: nobody sees the difference.
const KEY: Duration = Duration::from_millis(50);

/// How long the rest of what no key begins with is waited for, over a slow line too.
const REPLY: Duration = Duration::from_secs(1);

/// The parameters of a sequence that are kept; no key has more.
const MAX_PARAMETERS: usize = 64;

/// The bytes of a paste that come as one.
const MAX_PASTE: usize = 4 << 20;

const PASTE_END: &[u8] = b"\x1b[201~";

/// A whole piece.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Sent {
    /// A character; control characters too.
    Char(char),
    /// One with Alt.
    Alt(char),
    Escape,
    /// A control sequence: its parameters, and the byte that ends it.
    Csi(String, u8),
    /// A key of the keypad or a function key, in the older way.
    Ss3(u8),
    Paste(Vec<u8>),
}

/// What has begun.
#[derive(Debug, Default)]
enum Begun {
    #[default]
    Ground,
    /// A character of several bytes, and whether an escape was before it.
    Char(Vec<u8>, bool),
    Escape,
    Csi(String),
    Ss3,
    /// So many bytes that belong to what was before, whatever they are.
    Skip(u8),
    /// A string that is for no one here: the byte that ends it beside the usual end, and whether it has
    /// more than its beginning.
    Text(Option<u8>, bool),
    /// The same after an escape, which may be its end.
    TextEscape(Option<u8>),
    Paste(Vec<u8>),
}

/// Cuts bytes into pieces.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    state: Begun,
    /// The escape key was given, though it may have been the beginning of what is late.
    late: bool,
}

impl Pieces {
    /// The pieces that are whole with these bytes, which came together.
    pub(super) fn take(&mut self, bytes: &[u8]) -> Vec<Sent> {
        if std::mem::take(&mut self.late) && bytes.len() > 1 && matches!(bytes[0], b'[' | b']') {
            self.state = Begun::Escape;
        }
        bytes.iter().filter_map(|byte| self.byte(*byte)).collect()
    }

    /// How long the rest is waited for; `None` where nothing has begun.
    pub(super) fn wait(&self) -> Option<Duration> {
        match &self.state {
            Begun::Ground => None,
            Begun::Csi(parameters) if !parameters.is_empty() => Some(REPLY),
            Begun::Text(_, true) | Begun::TextEscape(_) | Begun::Paste(_) => Some(REPLY),
            _ => Some(KEY),
        }
    }

    /// Whether what has begun is a paste, which takes as long as it takes.
    pub(super) fn in_paste(&self) -> bool {
        matches!(self.state, Begun::Paste(_))
    }

    /// Waits no longer. A lone escape is the key; of everything else that is cut short only pasted text
    /// is taken.
    pub(super) fn give_up(&mut self) -> Option<Sent> {
        match std::mem::take(&mut self.state) {
            Begun::Escape => {
                self.late = true;
                Some(Sent::Escape)
            }
            Begun::Paste(text) => Some(Sent::Paste(text)),
            _ => None,
        }
    }

    fn byte(&mut self, byte: u8) -> Option<Sent> {
        let (state, piece) = match std::mem::take(&mut self.state) {
            Begun::Ground => ground(byte),
            Begun::Char(bytes, alt) => character(bytes, alt, byte),
            Begun::Escape => escape(byte),
            Begun::Csi(parameters) => csi(parameters, byte),
            Begun::Ss3 => match byte {
                0x1b => (Begun::Escape, None),
                b'0'..=b'9' | b';' => (Begun::Ss3, None),
                _ => (Begun::Ground, Some(Sent::Ss3(byte))),
            },
            Begun::Skip(left) => (if left > 1 { Begun::Skip(left - 1) } else { Begun::Ground }, None),
            Begun::Text(end, _) => match byte {
                0x1b => (Begun::TextEscape(end), None),
                0x18 | 0x1a => (Begun::Ground, None),
                _ if end == Some(byte) => (Begun::Ground, None),
                _ => (Begun::Text(end, true), None),
            },
            Begun::TextEscape(end) => match byte {
                b'\\' => (Begun::Ground, None),
                0x1b => (Begun::TextEscape(end), None),
                // Something else begins in the middle of it.
                _ => escape(byte),
            },
            Begun::Paste(text) => paste(text, byte),
        };
        self.state = state;
        piece
    }
}

type Step = (Begun, Option<Sent>);

fn ground(byte: u8) -> Step {
    match byte {
        0x1b => (Begun::Escape, None),
        0..=0x7f => (Begun::Ground, Some(Sent::Char(char::from(byte)))),
        0x80..=0x9f => control(byte),
        0xc2..=0xf4 => (Begun::Char(vec![byte], false), None),
        _ => (Begun::Ground, None),
    }
}

fn character(mut bytes: Vec<u8>, alt: bool, byte: u8) -> Step {
    if !(0x80..=0xbf).contains(&byte) {
        return ground(byte);
    }
    bytes.push(byte);
    match std::str::from_utf8(&bytes).map(|text| text.chars().next()) {
        Ok(Some(c @ '\u{80}'..='\u{9f}')) => control(c as u8),
        Ok(Some(c)) => (Begun::Ground, Some(if alt { Sent::Alt(c) } else { Sent::Char(c) })),
        Err(error) if error.error_len().is_none() => (Begun::Char(bytes, alt), None),
        _ => (Begun::Ground, None),
    }
}

/// A control character that stands for an escape and a letter.
fn control(byte: u8) -> Step {
    match byte - 0x40 {
        // Its end is such a character as well; in other strings that byte is a part of letters.
        b']' | b'P' | b'_' | b'^' | b'X' => (Begun::Text(Some(0x9c), false), None),
        b'[' => (Begun::Csi(String::new()), None),
        b'O' => (Begun::Ss3, None),
        _ => (Begun::Ground, None),
    }
}

fn escape(byte: u8) -> Step {
    match byte {
        0x1b => (Begun::Escape, Some(Sent::Escape)),
        b'[' => (Begun::Csi(String::new()), None),
        b'O' => (Begun::Ss3, None),
        b']' => (Begun::Text(Some(0x07), false), None),
        b'P' | b'_' | b'^' | b'X' => (Begun::Text(None, false), None),
        0..=0x7f => (Begun::Ground, Some(Sent::Alt(char::from(byte)))),
        0xc2..=0xf4 => (Begun::Char(vec![byte], true), None),
        _ => (Begun::Ground, None),
    }
}

fn csi(mut parameters: String, byte: u8) -> Step {
    match byte {
        0x1b => (Begun::Escape, None),
        0x18 | 0x1a | 0x80.. => (Begun::Ground, None),
        0x20..=0x3f => {
            // What is longer is no key: it is only read to its end.
            if parameters.len() <= MAX_PARAMETERS {
                parameters.push(char::from(byte));
            }
            (Begun::Csi(parameters), None)
        }
        // A function key of the Linux console, and a click of the oldest kind.
        b'[' if parameters.is_empty() => (Begun::Skip(1), None),
        b'M' if parameters.is_empty() => (Begun::Skip(3), None),
        b'~' if parameters == "200" => (Begun::Paste(Vec::new()), None),
        0x40..=0x7e if parameters.len() <= MAX_PARAMETERS => {
            (Begun::Ground, Some(Sent::Csi(parameters, byte)))
        }
        0x40..=0x7e => (Begun::Ground, None),
        _ => (Begun::Csi(parameters), None),
    }
}

fn paste(mut text: Vec<u8>, byte: u8) -> Step {
    text.push(byte);
    if text.ends_with(PASTE_END) {
        text.truncate(text.len() - PASTE_END.len());
        return (Begun::Ground, Some(Sent::Paste(text)));
    }
    if text.len() == MAX_PASTE {
        // The rest comes as another one.
        return (Begun::Paste(Vec::new()), Some(Sent::Paste(text)));
    }
    (Begun::Paste(text), None)
}
