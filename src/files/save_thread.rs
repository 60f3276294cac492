//! Saves off the thread that draws. Only the latest text counts: what was asked for while the disk was
//! busy is skipped over. It waits without using the processor.

use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{Builder, JoinHandle};

use super::atomic_write::{Obstacle, SaveError};
use super::guarded_file::GuardedFile;

/// The outcome of a request; told from the saving thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveEvent {
    /// This version is on disk, durably, and with it all before it.
    Saved { version: u64 },
    /// This version is not on disk. It is in memory only: ask again, or save elsewhere.
    Failed { version: u64, error: SaveError },
}

/// A thread that saves. Dropping it waits for the last request, like [`SaveThread::finish`].
#[derive(Debug)]
pub struct SaveThread {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<Result<(), SaveError>>>,
}

#[derive(Debug)]
struct Request {
    version: u64,
    text: String,
    /// The state of the file that the user has seen, and decided upon.
    decided: Option<Decided>,
}

#[derive(Debug)]
enum Decided {
    /// This text, and no other.
    Text(String),
    /// Whatever is there may go.
    Anything,
}

#[derive(Debug, Default)]
struct Shared {
    slot: Mutex<Slot>,
    filled: Condvar,
}

#[derive(Debug, Default)]
struct Slot {
    next: Option<Request>,
    closed: bool,
    /// Set when a failed request is not tried again.
    abandoned: bool,
    /// The text that was last seen in the file.
    seen: Option<String>,
}

impl SaveThread {
    /// Starts the thread. It has the file until [`SaveThread::finish`], and tells `on_event` what became of
    /// each request that was not overtaken by a later one.
    ///
    /// # Errors
    /// The system has no thread to give.
    pub fn spawn(file: GuardedFile, on_event: impl Fn(SaveEvent) + Send + 'static) -> io::Result<SaveThread> {
        let shared = Arc::new(Shared::default());
        shared.lock().seen = file.seen();
        let worker = Arc::clone(&shared);
        let thread = Builder::new().name("saver".to_owned()).spawn(move || work(&worker, file, on_event))?;
        Ok(SaveThread { shared, thread: Some(thread) })
    }

    /// Asks for a text to be saved, and returns at once. Versions count up.
    pub fn request(&self, version: u64, text: String) {
        self.put(Request { version, text, decided: None });
    }

    /// The same after [`SaveError::ChangedOnDisk`]: `seen` is the text of the file upon which the user
    /// decided to reload, to merge or to keep theirs. If it has changed once more, the save fails again.
    pub fn request_having_seen(&self, version: u64, text: String, seen: String) {
        self.put(Request { version, text, decided: Some(Decided::Text(seen)) });
    }

    /// The same where the user said that whatever is in the file may go.
    pub fn request_over(&self, version: u64, text: String) {
        self.put(Request { version, text, decided: Some(Decided::Anything) });
    }

    /// Waits until the last request is on disk, and gives the file back to others. What failed last is
    /// tried once more.
    ///
    /// # Errors
    /// The last request is not on disk.
    pub fn finish(mut self) -> Result<(), SaveError> {
        self.join()
    }

    /// Gives the last request up: does not wait for it. A save that is under way may still end well.
    pub fn abandon(mut self) {
        let mut slot = self.shared.lock();
        (slot.next, slot.closed, slot.abandoned) = (None, true, true);
        drop(slot);
        self.shared.filled.notify_one();
        self.thread = None;
    }

    /// Gives the last request up, and waits until the file is given back to others.
    pub fn discard(mut self) {
        let mut slot = self.shared.lock();
        (slot.next, slot.abandoned) = (None, true);
        drop(slot);
        let _ = self.join();
    }

    /// The text that the file had when it was last read or written here: what a change by others
    /// is a change of.
    pub fn last_seen(&self) -> Option<String> {
        self.shared.lock().seen.clone()
    }

    fn put(&self, mut request: Request) {
        let mut slot = self.shared.lock();
        if let Some(overtaken) = slot.next.take() {
            request.decided = request.decided.or(overtaken.decided);
        }
        slot.next = Some(request);
        self.shared.filled.notify_one();
    }

    fn join(&mut self) -> Result<(), SaveError> {
        self.shared.lock().closed = true;
        self.shared.filled.notify_one();
        let ended = |_| SaveError::failed(std::path::Path::new(""), Obstacle::NoThread);
        self.thread.take().map_or(Ok(()), |thread| thread.join().map_err(ended)?)
    }
}

impl Drop for SaveThread {
    fn drop(&mut self) {
        let _ = self.join();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Slot> {
        self.slot.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a request; `None` when there will be none.
    fn take(&self) -> Option<Request> {
        let empty = |slot: &mut Slot| slot.next.is_none() && !slot.closed;
        let slot = self.filled.wait_while(self.lock(), empty);
        slot.unwrap_or_else(PoisonError::into_inner).next.take()
    }
}

fn work(shared: &Shared, mut file: GuardedFile, on_event: impl Fn(SaveEvent)) -> Result<(), SaveError> {
    let mut attempt = |mut request: Request| {
        let version = request.version;
        let result = match request.decided.take() {
            Some(Decided::Anything) => file.save_over(&request.text),
            Some(Decided::Text(seen)) => {
                file.has_seen(seen);
                file.save(&request.text)
            }
            None => file.save(&request.text),
        };
        shared.lock().seen = file.seen();
        match result {
            Ok(()) => {
                on_event(SaveEvent::Saved { version });
                Ok(())
            }
            Err(error) => {
                on_event(SaveEvent::Failed { version, error: error.clone() });
                Err((request, error))
            }
        }
    };
    let mut outcome = Ok(());
    while let Some(request) = shared.take() {
        outcome = attempt(request);
    }
    let again =
        |(request, error)| if shared.lock().abandoned { Err((request, error)) } else { attempt(request) };
    outcome.or_else(again).map_err(|(_, error)| error)
}
