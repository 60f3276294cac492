//! Work that waits for a disk, which no key should wait for: each in a thread of its own.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};

use super::Tell;
use crate::app::Message;
use crate::words::saving;

/// How long such work is waited for when one leaves.
pub(super) const BACKGROUND_ENDS: Duration = Duration::from_secs(3);

/// What is being done, and whom what comes of it is told.
pub(super) struct Background {
    tell: Tell,
    /// Each with the file it writes that one would miss.
    work: Vec<(JoinHandle<()>, Option<PathBuf>)>,
}

impl Background {
    pub(super) fn new(tell: Tell) -> Background {
        Background { tell, work: Vec::new() }
    }

    /// Does something in a thread, which may end before the program does; at once where there is none.
    pub(super) fn start(
        &mut self,
        writes: Option<PathBuf>,
        work: impl FnOnce() -> Option<Message> + Send + 'static,
    ) {
        let tell = self.tell.clone();
        let work = move || work().into_iter().for_each(|message| tell(message));
        self.work.retain(|(thread, _)| !thread.is_finished());
        let work = Arc::new(Mutex::new(Some(work)));
        let take = |work: &Mutex<Option<_>>| work.lock().unwrap_or_else(PoisonError::into_inner).take();
        let own = Arc::clone(&work);
        match Builder::new().spawn(move || take(&own).into_iter().for_each(|work| work())) {
            Ok(thread) => self.work.push((thread, writes)),
            Err(_) => take(&work).into_iter().for_each(|work| work()),
        }
    }

    /// The same behind all that was begun before and writes no such file.
    pub(super) fn start_behind(&mut self, work: impl FnOnce() -> Option<Message> + Send + 'static) {
        let (before, writing): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.work).into_iter().partition(|(_, writes)| writes.is_none());
        self.work = writing;
        self.start(None, move || {
            before.into_iter().for_each(|(thread, _)| drop(thread.join()));
            work()
        });
    }

    /// Waits until everything is done, but not for ever.
    ///
    /// # Errors
    /// A file that one would miss is still being written.
    pub(super) fn finish(&mut self) -> anyhow::Result<()> {
        let end = Instant::now() + BACKGROUND_ENDS;
        let busy = |work: &(JoinHandle<()>, Option<PathBuf>)| !work.0.is_finished();
        while self.work.iter().any(busy) && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(5));
        }
        let late = self.work.drain(..).filter(busy).find_map(|(_, writes)| writes);
        late.map_or(Ok(()), |path| Err(anyhow::anyhow!(saving::too_late(&path))))
    }
}
