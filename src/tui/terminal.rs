//! The terminal: made ready, and given back as it was on every way out.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::backend::{Backend as _, ClearType, CrosstermBackend};
use ratatui::layout::{Rect, Size};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};

use crate::words::terminal as words;

/// A frame goes out in one write: line-buffered standard output would tear it.
const FRAME_BYTES: usize = 64 * 1024;

/// Whether the terminal is ours at the moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The largest screen that is drawn, columns and rows: a terminal may claim any size, and every cell
/// takes memory.
const LARGEST: (u16, u16) = (1000, 500);

type Backend = CrosstermBackend<BufWriter<Out>>;

/// The terminal while it is ours; dropping it gives it back.
pub(crate) struct Guard {
    terminal: Terminal<Backend>,
    size: Size,
}

impl Guard {
    /// Takes the terminal, and has it given back on a panic of any thread too, after which
    /// `on_panic` is called.
    pub(crate) fn new(on_panic: impl Fn() + Send + Sync + 'static) -> io::Result<Guard> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(io::Error::other(words::NO_TERMINAL));
        }
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
            on_panic();
        }));
        take()?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(FRAME_BYTES, Out));
        let size = backend.size().map(clamped).inspect_err(|_| give_back())?;
        let options = TerminalOptions { viewport: Viewport::Fixed(Rect::from(size)) };
        let terminal = Terminal::with_options(backend, options).inspect_err(|_| give_back())?;
        Ok(Guard { terminal, size })
    }

    pub(crate) fn size(&self) -> Size {
        self.size
    }

    /// Draws, in the size that the terminal has now.
    pub(crate) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let size = clamped(self.terminal.size()?);
        if size != self.size {
            self.terminal.resize(Rect::from(size))?;
            self.size = size;
        }
        self.terminal.draw(draw).map(|_| ())
    }

    /// Gives the terminal back while something else uses it, and takes it again.
    pub(crate) fn lend<T>(&mut self, mouse: bool, use_it: impl FnOnce() -> T) -> io::Result<T> {
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

/// A size in which everything can be drawn.
pub(crate) fn clamped(size: Size) -> Size {
    Size::new(size.width.min(LARGEST.0), size.height.min(LARGEST.1))
}

/// Whether the terminal is ours at the moment: after a panic it is not.
pub(crate) fn is_taken() -> bool {
    TAKEN.load(Ordering::SeqCst)
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(Out, EnterAlternateScreen, EnableBracketedPaste).inspect_err(|_| give_back())
}

/// Gives the terminal back, once; errors are of no use any more, it may be gone.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let mut out = Out;
        let _ = execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, cursor::Show);
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}

pub(crate) fn set_mouse(on: bool) -> io::Result<()> {
    if on { execute!(Out, EnableMouseCapture) } else { execute!(Out, DisableMouseCapture) }
}

/// Whether the system wants the program to end.
#[cfg(unix)]
static ENDING: AtomicBool = AtomicBool::new(false);

/// Whether the terminal takes nothing any more.
static FROZEN: AtomicBool = AtomicBool::new(false);

/// The system wants the program to end: a terminal that takes nothing is waited for no longer.
#[cfg(unix)]
pub(crate) fn expect_the_end() {
    ENDING.store(true, Ordering::SeqCst);
}

/// Whether the terminal took nothing when the program had to end: nothing can be told there.
pub(crate) fn is_frozen() -> bool {
    FROZEN.load(Ordering::SeqCst)
}

/// The terminal as it is written to. Nobody may read at its other end (a connection that hangs, a
/// stopped window); the program ends then too, when it has to.
pub(crate) struct Out;

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match Out::send(bytes) {
            // It was given back, as far as it was still there; ratatui would tell it of this, and panic.
            Err(_) if !is_taken() => Ok(bytes.len()),
            sent => sent,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stdout().flush().or_else(|error| if is_taken() { Err(error) } else { Ok(()) })
    }
}

impl Out {
    fn send(bytes: &[u8]) -> io::Result<usize> {
        let Some(mut file) = own_file() else { return io::stdout().write(bytes) };
        loop {
            match file.write(bytes) {
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => wait_for_room(file)?,
                written => return written,
            }
        }
    }
}

/// Whether an error says that the terminal is gone.
#[cfg(unix)]
pub(crate) fn is_gone(error: &anyhow::Error) -> bool {
    use rustix::io::Errno;
    let is_gone = |error: &io::Error| {
        Errno::from_io_error(error).is_some_and(|errno| matches!(errno, Errno::IO | Errno::NXIO))
    };
    error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>()).any(is_gone)
}

#[cfg(not(unix))]
pub(crate) fn is_gone(_: &anyhow::Error) -> bool {
    false
}

/// The terminal behind standard output, opened once more, so that writing without waiting is a matter
/// of this program alone. `None` where it may not be opened.
#[cfg(unix)]
fn own_file() -> Option<&'static File> {
    use rustix::fs::{Mode, OFlags, open};
    static FILE: std::sync::OnceLock<Option<File>> = std::sync::OnceLock::new();
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    let opened = || {
        let name = rustix::termios::ttyname(io::stdout(), Vec::new()).ok()?;
        open(name, flags, Mode::empty()).ok().map(File::from)
    };
    FILE.get_or_init(opened).as_ref()
}

#[cfg(unix)]
fn wait_for_room(file: &File) -> io::Result<()> {
    use super::ready::{For, ready};
    let second = std::time::Duration::from_secs(1);
    let has_room = is_frozen() || ready([(file, For::Output)], Some(second))? == [true];
    if !has_room && ENDING.load(Ordering::SeqCst) {
        FROZEN.store(true, Ordering::SeqCst);
    }
    if is_frozen() {
        return Err(io::Error::new(io::ErrorKind::TimedOut, words::FROZEN));
    }
    Ok(())
}

#[cfg(not(unix))]
fn own_file() -> Option<&'static File> {
    None
}

#[cfg(not(unix))]
fn wait_for_room(_: &File) -> io::Result<()> {
    Ok(())
}
