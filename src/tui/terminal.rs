//! The terminal: made ready, and given back as it was on every way out.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::Terminal;
use ratatui::backend::{Backend as _, ClearType, CrosstermBackend};

/// A frame goes out in one write: line-buffered standard output would tear it.
const FRAME_BYTES: usize = 64 * 1024;

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Where frames are drawn to.
pub(super) type Backend = CrosstermBackend<BufWriter<Stdout>>;

/// The terminal while it is ours; dropping it gives it back.
pub(super) struct Guard {
    pub(super) terminal: Terminal<Backend>,
}

impl Guard {
    /// Takes the terminal, and has it given back on a panic of any thread too, after which
    /// `on_panic` is called.
    pub(super) fn new(on_panic: impl Fn() + Send + Sync + 'static) -> io::Result<Guard> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::other("standard input and output are not a terminal"));
        }
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
            on_panic();
        }));
        take()?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
        let terminal = Terminal::new(backend).inspect_err(|_| give_back())?;
        Ok(Guard { terminal })
    }

    /// Gives the terminal back while something else uses it, and takes it again.
    pub(super) fn lend<T>(&mut self, mouse: bool, use_it: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let result = use_it();
        take()?;
        set_mouse(mouse)?;
        // Everything is drawn anew. `Terminal::clear` would ask the terminal where its cursor is, and
        // wait for an answer that not every terminal gives.
        self.terminal.backend_mut().clear_region(ClearType::All)?;
        self.terminal.swap_buffers();
        Ok(result)
    }
}

/// Whether the terminal is ours at the moment: after a panic it is not.
pub(super) fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

/// Panics where the variable `OSPO_ASSESS_PANIC` says so, for the test of that way out. A released
/// program has no such switch.
pub(super) fn panic_on_purpose(place: &str) {
    #[cfg(debug_assertions)]
    if std::env::var_os("OSPO_ASSESS_PANIC").is_some_and(|wanted| wanted == place) {
        std::panic::panic_any(format!("a panic on purpose ({place})"));
    }
    #[cfg(not(debug_assertions))]
    let _ = place;
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste).inspect_err(|_| give_back())
}

/// Gives the terminal back, once; errors are of no use any more, it may be gone.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = io::stdout();
        let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}

/// Turns the mouse on or off.
pub(super) fn set_mouse(on: bool) -> io::Result<()> {
    if on { execute!(io::stdout(), EnableMouseCapture) } else { execute!(io::stdout(), DisableMouseCapture) }
}
