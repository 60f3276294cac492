//! The real program in a real pseudo-terminal: keys in, screen out.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, NativePtySystem, PtySize, PtySystem};

/// Longer than anything takes; only a program that hangs gets there.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a key is waited for that changes nothing that can be seen.
const TAKEN: Duration = Duration::from_millis(200);

/// A running program.
pub struct Pty {
    pub child: Box<dyn Child + Send + Sync>,
    /// `None` once the terminal has hung up.
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    screen: Arc<Mutex<vt100::Parser>>,
    bytes: Arc<Mutex<Vec<u8>>>,
    /// Ends when nothing more can come.
    reader: Option<thread::JoinHandle<()>>,
    hung_up: Arc<AtomicBool>,
    frozen: Arc<AtomicBool>,
}

/// The program with these arguments, its files in `home`.
pub fn program(home: &Path, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_ospo-assess"));
    command.args(arguments);
    command.cwd(home);
    command.env("OSPO_ASSESS_HOME", home);
    command.env("TERM", "xterm-256color");
    command.env("TZ", "UTC");
    for name in ["NO_COLOR", "VISUAL", "EDITOR", "RUST_BACKTRACE"] {
        command.env_remove(name);
    }
    command
}

fn some(size: u16) -> NonZero<u16> {
    NonZero::new(size).unwrap()
}

impl Pty {
    /// Starts a command in a terminal of this size.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Pty {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = NativePtySystem::default().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let screen = Arc::new(Mutex::new(vt100::Parser::new(some(rows), some(columns), 0)));
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (seen, kept) = (Arc::clone(&screen), Arc::clone(&bytes));
        let hung_up = Arc::new(AtomicBool::new(false));
        let hung = Arc::clone(&hung_up);
        let frozen = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&frozen);
        let reader = thread::spawn(move || {
            let mut buffer = [0; 65536];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if hung.load(Ordering::SeqCst) {
                    break;
                }
                while stopped.load(Ordering::SeqCst) && !hung.load(Ordering::SeqCst) {
                    thread::sleep(Duration::from_millis(5));
                }
                seen.lock().unwrap().process(&buffer[..read]);
                kept.lock().unwrap().extend_from_slice(&buffer[..read]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Pty {
            child,
            master: Some(pair.master),
            keys: Some(keys),
            screen,
            bytes,
            reader: Some(reader),
            hung_up,
            frozen,
        }
    }

    /// Types, key by key: what comes at once is taken for no hand's work.
    pub fn type_keys(&mut self, keys: &str) -> &mut Pty {
        let mut key = String::new();
        for (at, c) in keys.char_indices() {
            key.push(c);
            let is_sequence = key.starts_with('\x1b') && keys[at + 1..].starts_with('[')
                || key.starts_with("\x1b[") && (key.len() == 2 || !matches!(c, '@'..='~'));
            if !is_sequence {
                let before = self.bytes.lock().unwrap().len();
                self.send(key.as_bytes());
                if std::mem::take(&mut key) == "\x1b" {
                    // What comes soon after is one key with it.
                    thread::sleep(Duration::from_millis(100));
                }
                // A key that was taken has a frame drawn.
                let start = Instant::now();
                while self.bytes.lock().unwrap().len() == before && start.elapsed() < TAKEN {
                    thread::sleep(Duration::from_micros(500));
                }
                thread::sleep(Duration::from_millis(10));
            }
        }
        self
    }

    /// Waits as long as somebody who reads a question that opened by itself: before, no key counts.
    pub fn read(&mut self) -> &mut Pty {
        thread::sleep(Duration::from_millis(1100));
        self
    }

    /// Sends bytes as the terminal would.
    pub fn send(&mut self, bytes: &[u8]) -> &mut Pty {
        let keys = self.keys.as_mut().unwrap();
        keys.write_all(bytes).unwrap();
        keys.flush().unwrap();
        self
    }

    /// What the screen shows.
    pub fn text(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Every byte that the program has sent to the terminal.
    pub fn bytes(&self) -> Vec<u8> {
        self.bytes.lock().unwrap().clone()
    }

    /// Waits until the screen shows a text.
    pub fn wait_for(&mut self, text: &str) -> &mut Pty {
        self.wait_until(text, |screen| screen.contains(text))
    }

    /// Waits until the screen no longer shows a text.
    pub fn wait_gone(&mut self, text: &str) -> &mut Pty {
        self.wait_until(text, |screen| !screen.contains(text))
    }

    fn wait_until(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Pty {
        let start = Instant::now();
        while !holds(&self.text()) {
            assert!(start.elapsed() < PATIENCE, "waited for {what:?} in vain:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
        self
    }

    /// Nothing that the program writes is read any more, as by a window that is stopped; what it is made
    /// to write fills the terminal.
    pub fn freeze(&mut self) {
        self.frozen.store(true, Ordering::SeqCst);
        for i in 0..200 {
            self.claim(100 + i % 3 * 30, 30 + i % 2 * 20);
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Says that the terminal has another size, and stays as it is.
    pub fn claim(&mut self, columns: u16, rows: u16) -> &mut Pty {
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().unwrap().resize(size).unwrap();
        self
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut Pty {
        self.screen.lock().unwrap().screen_mut().set_size(some(rows), some(columns));
        self.claim(columns, rows)
    }

    /// Closes the terminal under the program: nobody types or looks any more.
    pub fn hang_up(&mut self) {
        // The thread that reads holds the terminal too, until something more comes: a key has it come.
        self.hung_up.store(true, Ordering::SeqCst);
        self.send(b"x");
        self.reader.take().unwrap().join().unwrap();
        (self.master, self.keys) = (None, None);
    }

    /// Waits for the end of the program.
    pub fn end(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What was sent last still has to be read.
                thread::sleep(Duration::from_millis(50));
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "the program does not end:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        }
    }

    /// Whether the screen is the alternate one, as a program on the whole screen has it.
    pub fn is_taken(&self) -> bool {
        self.screen.lock().unwrap().screen().alternate_screen()
    }

    /// Whether the terminal is as a shell expects it: its own screen, cursor, no mouse, no paste mode.
    pub fn is_given_back(&self) -> bool {
        let parser = self.screen.lock().unwrap();
        let screen = parser.screen();
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    }

    /// Kills the program, as a power cut would, and returns everything it has sent to the terminal.
    pub fn kill(&mut self) -> Vec<u8> {
        let id = i32::try_from(self.child.process_id().unwrap()).unwrap();
        let id = rustix::process::Pid::from_raw(id).unwrap();
        // It may have ended by itself.
        let _ = rustix::process::kill_process(id, rustix::process::Signal::KILL);
        self.child.wait().unwrap();
        self.reader.take().unwrap().join().unwrap();
        self.bytes()
    }

    /// Sends a signal to the program.
    pub fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        assert!(std::process::Command::new("kill").args(["-s", name, &id]).status().unwrap().success());
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
