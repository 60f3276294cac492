//! What was typed, from the bytes of a terminal and the moments when they came.

use std::time::{Duration, Instant};

use crossterm::event::Event;

use super::decode;
use super::is_pasted;
use super::pieces::{Pieces, Sent};

/// The bytes of a burst, at least, whose rest may come later, and how much later.
const LONG: usize = 1024;
const REST: Duration = Duration::from_millis(50);

/// Turns bytes into events.
#[derive(Debug)]
pub(super) struct Reader {
    pieces: Pieces,
    /// When that which is unfinished began.
    begun: Instant,
    /// When the last long burst came.
    burst: Option<Instant>,
}

impl Reader {
    pub(super) fn new(now: Instant) -> Reader {
        Reader { pieces: Pieces::default(), begun: now, burst: None }
    }

    /// The events in bytes that came together at this moment.
    pub(super) fn take(&mut self, bytes: &[u8], now: Instant) -> Vec<Event> {
        let unfinished = self.pieces.wait().is_some() && !self.pieces.in_paste();
        let pieces = self.pieces.take(bytes);
        if !unfinished || !pieces.is_empty() || self.pieces.in_paste() {
            self.begun = now;
        }
        let mut events = Vec::new();
        let mut typed = String::new();
        for piece in pieces {
            match piece {
                Sent::Char(c) if !c.is_control() || matches!(c, '\r' | '\n' | '\t') => typed.push(c),
                other => {
                    self.typed(&mut typed, now, &mut events);
                    events.extend(decode::event(other));
                }
            }
        }
        self.typed(&mut typed, now, &mut events);
        events
    }

    /// Characters that came at once: keys, or a text that nobody typed.
    fn typed(&mut self, typed: &mut String, now: Instant, events: &mut Vec<Event>) {
        let several = is_pasted(typed);
        let rest = self.burst.is_some_and(|burst| now.duration_since(burst) < REST);
        let typed = std::mem::take(typed);
        if several || (rest && !typed.is_empty()) {
            self.burst = Some(now).filter(|_| rest || typed.len() >= LONG);
            events.push(Event::Paste(typed));
        } else {
            events.extend(typed.chars().filter_map(|c| decode::event(Sent::Char(c))));
        }
    }

    /// When what is unfinished is waited for no longer.
    pub(super) fn deadline(&self) -> Option<Instant> {
        Some(self.begun + self.pieces.wait()?)
    }

    /// What is unfinished is waited for no longer.
    pub(super) fn give_up(&mut self) -> Vec<Event> {
        self.pieces.give_up().and_then(decode::event).into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEventKind};

    use super::*;

    /// The events in bytes that come together, and in what is left of them after a while.
    fn read(chunks: &[&[u8]]) -> Vec<Event> {
        let now = Instant::now();
        let mut reader = Reader::new(now);
        let mut events = Vec::new();
        for (chunk, seconds) in chunks.iter().zip(0..) {
            let now = now + Duration::from_secs(2 * seconds);
            if reader.deadline().is_some_and(|end| end <= now) {
                events.extend(reader.give_up());
            }
            events.extend(reader.take(chunk, now));
        }
        events.extend(reader.give_up());
        events
    }

    /// The keys in them, by name.
    fn keys(chunks: &[&[u8]]) -> Vec<String> {
        let name = |event: &Event| match event {
            Event::Key(key) => crate::tui::keymap::key(key).0,
            Event::Paste(text) => format!("paste {text:?}"),
            other => format!("{other:?}"),
        };
        read(chunks).iter().map(name).collect()
    }

    /// What terminals answer or report by themselves: xterm's "Control Sequences", kitty's protocols, the
    /// manuals of tmux and foot.
    const REPLIES: &[&str] = &[
        // Attributes, status, names and settings of the terminal.
        "\x1b[?1;2c",
        "\x1b[?62;22c",
        "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c",
        "\x1b[>0;276;0c",
        "\x1b[>84;0;0c",
        "\x1b[>1;10605;0c",
        "\x1bP!|00000000\x1b\\",
        "\x1bP!|464f4f54\x1b\\",
        "\x1bP>|XTerm(388)\x1b\\",
        "\x1bP>|tmux 3.4\x1b\\",
        "\x1bP>|foot(1.16.2)\x1b\\",
        "\x1bP>|kitty(0.35.1)\x1b\\",
        "\x1b[0n",
        "\x1b[?10n",
        "\x1b[?13n",
        "\x1b[?20n",
        "\x1b[?27;1;0;0n",
        "\x1b[?50n",
        "\x1b[?57;1n",
        "\x1b[?70n",
        "\x1b[?997;1n",
        "\x1b[2;1;1;128;128;1;0x",
        "\x1b[0*{",
        "\x1bP1!~ABCD\x1b\\",
        // Places and sizes.
        "\x1b[24;80R",
        "\x1b[1;1R",
        "\x1b[?24;80R",
        "\x1b[?24;80;1R",
        "\x1b[8;24;80t",
        "\x1b[9;24;80t",
        "\x1b[4;480;640t",
        "\x1b[5;1080;1920t",
        "\x1b[6;16;8t",
        "\x1b[3;0;0t",
        "\x1b[1t",
        "\x1b[2t",
        "\x1b[48;24;80;480;640t",
        "\x1b]lquit q\x1b\\",
        "\x1b]Lq3 3 3\x1b\\",
        // Modes and settings.
        "\x1b[?2026;2$y",
        "\x1b[?1004;1$y",
        "\x1b[4;2$y",
        "\x1bP1$r0m\x1b\\",
        "\x1bP1$r1;24r\x1b\\",
        "\x1bP1$r2 q\x1b\\",
        "\x1bP0$r\x1b\\",
        "\x1bP1$r64;1\"p\x1b\\",
        "\x1bP1$u1;1;1;@;@;@;0;2;@;BBBB\x1b\\",
        "\x1bP2$u9/17/25\x1b\\",
        "\x1bP1$s2;1;3\x1b\\",
        "\x1b[?0u",
        "\x1b[?31u",
        "\x1b[>4;2m",
        "\x1b[>4m",
        "\x1b[?1;0;256S",
        "\x1b[?2;0;800;600S",
        "\x1b[?1;3S",
        "\x1bP1+r544e=787465726d\x1b\\",
        "\x1bP0+r524742\x1b\\",
        "\x1bP1+r436f=323536;5463\x1b\\",
        // Colours, titles, clipboard, notifications, graphics.
        "\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
        "\x1b]11;rgb:0000/0000/0000\x07",
        "\x1b]11;rgba:0000/0000/0000/c000\x1b\\",
        "\x1b]12;rgb:c5c5/c8c8/c6c6\x07",
        "\x1b]13;rgb:1/2/3\x07",
        "\x1b]17;rgb:3333/3333/3333\x07",
        "\x1b]19;rgb:3333/4444/3333\x1b\\",
        "\x1b]4;1;rgb:cdcd/0000/0000\x1b\\",
        "\x1b]5;0;rgb:3/3/3\x07",
        "\x1b]6;0;1\x07",
        "\x1b]21;foreground=rgb:ff/ff/ff;cursor=?\x1b\\",
        "\x1b]52;c;cQoz\x1b\\",
        "\x1b]52;p;\x07",
        "\x1b]50;fixed\x07",
        "\x1b]22;1,0,1\x1b\\",
        "\x1b]5522;type=read:status=OK\x1b\\",
        "\x1b]99;i=1:p=?;a=focus\x1b\\",
        "\x1b]66;w=2;q\x07",
        "\x1b]1337;ReportCellSize=16.0;8.0;1.0\x1b\\",
        "\x1b]133;A\x07",
        "\x1b]7;file://q/3\x07",
        "\x1b]8;;q\x1b\\",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b_Gi=31,I=3;ENOENT:q 3\x1b\\",
        "\x1b^q3\x1b\\",
        "\x1bX3q\x1b\\",
        // Windows, clicks that nobody asked for, keys that are let go.
        "\x1b[I",
        "\x1b[O",
        "\x1b[M q3",
        "\x1b[<0;3;3m",
        "\x1b[<35;3;3M",
        "\x1b[35;3;3M",
        "\x1b[3;3;3T",
        "\x1b[1;3;3&w",
        "\x1b[97;1:3u",
        "\x1b[13;1:3u",
        "\x1b[1;1:3A",
        "\x1b[3;1:3~",
        "\x1b[57441;2u",
        "\x1b[27;2:3u",
    ];

    #[test]
    fn no_reply_of_a_terminal_is_a_key() {
        for reply in REPLIES {
            // With the control characters of eight bits too, as bytes and as UTF-8 has them.
            let eight = reply.strip_prefix("\x1b").map(|rest| rest.as_bytes());
            let Some([kind, rest @ ..]) = eight else { panic!("{reply:?}") };
            let (mut raw, mut letters) = (vec![kind + 0x40], vec![0xc2, kind + 0x40]);
            for eight in [&mut raw, &mut letters] {
                eight.extend(
                    rest.strip_suffix(b"\x1b\\").map_or(rest.to_vec(), |rest| [rest, b"\x9c"].concat()),
                );
                if eight.ends_with(b"\x07") {
                    eight.pop();
                    eight.push(0x9c);
                }
            }
            for bytes in [reply.as_bytes(), &raw, &letters] {
                assert_eq!(keys(&[bytes]), [""; 0], "{reply:?} as {bytes:?}");
                assert_eq!(keys(&[&[bytes, b"j"].concat()]), ["j"], "{reply:?} as {bytes:?}, then a key");
                // Byte by byte, as a slow line brings it.
                let now = Instant::now();
                let mut reader = Reader::new(now);
                let events: Vec<Event> = bytes.iter().flat_map(|byte| reader.take(&[*byte], now)).collect();
                assert_eq!(events, [], "{reply:?} as {bytes:?}");
            }
        }
    }

    /// Cut short anywhere, the rest coming late or never, a reply is at most the escape key, or a paste.
    #[test]
    fn no_part_of_a_reply_is_an_answer() {
        for reply in REPLIES {
            for cut in 1..reply.len() {
                let (head, tail) = reply.as_bytes().split_at(cut);
                for key in keys(&[head]).iter().chain(&keys(&[head, b"\x1b[A"])) {
                    assert!(matches!(key.as_str(), "Esc" | "Up"), "{key} from {head:?}");
                }
                let harmless = |key: &String| !matches!(key.as_str(), "q" | "1" | "2" | "3" | "4" | "Enter");
                if tail.len() > 4 {
                    let keys = keys(&[head, tail]);
                    assert!(keys.iter().all(harmless), "{keys:?} from {head:?}, {tail:?}");
                }
            }
        }
    }

    /// What has begun and does not go on takes nothing of what follows: pastes stay pastes.
    #[test]
    fn what_is_unfinished_takes_nothing_of_what_follows() {
        for begun in [
            "\x1b[",
            "\x1bO",
            "\x1b]",
            "\x1b]11;rgb:",
            "\x1bP1$r",
            "\x1b_G",
            "\x1b[24;",
            "\x1b[<0;3",
            "\u{9b}",
        ] {
            assert_eq!(
                keys(&[begun.as_bytes(), b"\x1b[200~3\rq\x1b[201~"]),
                ["paste \"3\\rq\""],
                "{begun:?}"
            );
            assert_eq!(keys(&[begun.as_bytes(), b"3"]), ["3"], "{begun:?}");
            let at_once = [begun.as_bytes(), b"\x1b[200~3q\x1b[201~"].concat();
            assert_eq!(keys(&[&at_once]), ["paste \"3q\""], "{begun:?}");
        }
        assert_eq!(keys(&[b"\x1b[200~half", b"3"]), ["paste \"half\"", "3"]);
        assert_eq!(keys(&[b"\xc3", b"3"]), ["3"]);
        assert_eq!(keys(&[b"\x1b", b"[A"]), ["Esc", "Up"], "what was taken for the escape key");
        assert_eq!(keys(&[b"\x1b", b"[24;80R"]), ["Esc"]);
        assert_eq!(keys(&[b"\x1b", b"]11;rgb:0/0/0\x07"]), ["Esc"]);
    }

    #[test]
    fn what_comes_faster_than_a_hand_types_is_no_key() {
        assert_eq!(keys(&[b"3\r4\rq"]), ["paste \"3\\r4\\rq\""]);
        assert_eq!(keys(&[b"4;80R"]), ["paste \"4;80R\""]);
        assert_eq!(keys(&[b"j\r"]), ["j", "Enter"], "two fingers");
        assert_eq!(keys(&[b"jjjjjj"]), ["j"; 6], "a key that is held");
        assert_eq!(keys(&[b"\x1b[A\x1b[A\x1b[A"]), ["Up"; 3], "a wheel that turns");
        let now = Instant::now();
        let mut reader = Reader::new(now);
        reader.take("a long text that was pasted ".repeat(100).as_bytes(), now);
        let soon = now + Duration::from_millis(20);
        assert_eq!(reader.take(b"q", soon), [Event::Paste("q".to_owned())], "the rest of a burst");
    }

    #[test]
    fn every_key_that_a_terminal_sends_has_its_name() {
        for (bytes, name) in [
            ("\x1b[A", "Up"),
            ("\x1bOB", "Down"),
            ("\x1b[C", "Right"),
            ("\x1bOD", "Left"),
            ("\x1b[H", "Home"),
            ("\x1bOF", "End"),
            ("\x1b[1~", "Home"),
            ("\x1b[4~", "End"),
            ("\x1b[7~", "Home"),
            ("\x1b[8~", "End"),
            ("\x1b[5~", "PgUp"),
            ("\x1b[6~", "PgDn"),
            ("\x1b[3~", "Del"),
            ("\x1b[Z", "BackTab"),
            ("\t", "Tab"),
            ("\r", "Enter"),
            ("\n", "Ctrl+J"),
            ("\x7f", "Backspace"),
            ("\x1b", "Esc"),
            (" ", "Space"),
            ("\x03", "Ctrl+C"),
            ("\x1ba", "Alt+a"),
            ("\x1b\u{e9}", "Alt+\u{e9}"),
            ("\u{7530}", "\u{7530}"),
            ("U", "U"),
            ("\x1b[1;5A", "Ctrl+Up"),
            ("\x1b[1;3C", "Alt+Right"),
            ("\x1b[1;1:2B", "Down"),
            ("\x1b[5;5~", "Ctrl+PgUp"),
            ("\x1b[99;5u", "Ctrl+C"),
            ("\x1b[27;5;99~", "Ctrl+C"),
            ("\x1b[13u", "Enter"),
            ("\x1b[27u", "Esc"),
            ("\x1b[1089::99u", "c"),
            ("\x1b[113;1:1u", "q"),
        ] {
            assert_eq!(keys(&[bytes.as_bytes()]), [name], "{bytes:?}");
        }
        let shift = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(read(&[b"\x1b[1;2Z"]), [Event::Key(shift)]);
        for click in ["\x1b[<0;3;4M", "\x1b[32;3;4M"] {
            let [Event::Mouse(event)] = read(&[click.as_bytes()])[..] else { panic!("{click:?}") };
            assert_eq!(
                (event.kind, event.column, event.row),
                (MouseEventKind::Down(MouseButton::Left), 2, 3)
            );
        }
    }
}
