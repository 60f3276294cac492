//! Effects in a thread of their own: where the disk takes long, the front end goes on, and can be left.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;
use std::time::Duration;

use super::background::BACKGROUND_ENDS;
use super::{Effects, Tell};
use crate::app::{Effect, Message};
use crate::words::saving;

/// A disk that answers within this time is waited for: nothing is drawn in between, and no key comes before.
const AT_ONCE: Duration = Duration::from_millis(100);

/// Carries effects out aside.
pub struct EffectsAside {
    orders: Sender<Errand>,
}

enum Errand {
    CarryOut(Effect, Arc<Turn>),
    GiveUp,
    Finish(Sender<anyhow::Result<()>>),
}

/// What came of an effect: for who waits for it, or for everybody once nobody does.
#[derive(Default)]
pub struct Turn {
    state: Mutex<TurnState>,
    done: Condvar,
}

#[derive(Default)]
struct TurnState {
    is_done: bool,
    waits: bool,
    is_late: bool,
    message: Option<Message>,
}

impl EffectsAside {
    /// Starts the thread.
    ///
    /// # Errors
    /// The system has no thread to give.
    pub fn start(mut effects: Effects<'static>, tell: Tell) -> std::io::Result<EffectsAside> {
        let (orders, received): (Sender<Errand>, Receiver<Errand>) = channel();
        Builder::new().name("files".to_owned()).spawn(move || {
            for errand in received {
                match errand {
                    Errand::CarryOut(effect, turn) => turn.end(effects.carry_out(effect), &tell),
                    Errand::GiveUp => effects.give_up(),
                    // Nobody may be left to hear of it.
                    Errand::Finish(reply) => drop(reply.send(effects.finish())),
                }
            }
        })?;
        Ok(EffectsAside { orders })
    }

    /// Carries an effect out; returns what came of it where that is known at once. What comes later is told as
    /// [`Message::Late`].
    pub fn carry_out(&self, effect: Effect) -> Option<Message> {
        self.begin(effect).wait()
    }

    /// Begins to carry an effect out; what came of it is told to who waits for it.
    #[must_use]
    pub fn begin(&self, effect: Effect) -> Arc<Turn> {
        let turn = Arc::new(Turn::default());
        turn.lock().waits = effect.is_waited_for();
        // The thread ends with its orders alone.
        let _ = self.orders.send(Errand::CarryOut(effect, Arc::clone(&turn)));
        turn
    }

    /// Gives up what is not saved, without waiting for the disk.
    pub fn give_up(&self) {
        let _ = self.orders.send(Errand::GiveUp);
    }

    /// As [`Effects::finish`]. Where nothing of the user's is still to be saved, a disk that takes long is left
    /// to itself.
    ///
    /// # Errors
    /// It could not be saved, or the disk is still at work.
    pub fn finish(&self, must_be_saved: bool) -> anyhow::Result<()> {
        let (reply, outcome) = channel();
        let _ = self.orders.send(Errand::Finish(reply));
        let ended = || Ok(());
        if must_be_saved {
            return outcome.recv().unwrap_or_else(|_| ended());
        }
        outcome.recv_timeout(2 * BACKGROUND_ENDS).unwrap_or_else(|_| Err(anyhow::anyhow!(saving::STILL_BUSY)))
    }
}

impl Turn {
    fn lock(&self) -> MutexGuard<'_, TurnState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn end(&self, message: Option<Message>, tell: &Tell) {
        let mut state = self.lock();
        let is_late = state.is_late;
        if state.waits {
            (state.is_done, state.message) = (true, message);
            self.done.notify_one();
        } else if let Some(message) = message {
            drop(state);
            tell(if is_late { Message::Late(Box::new(message)) } else { message });
        }
    }

    /// What came of it where that is known at once, or that the disk is slow; `None` where nobody waits for it.
    pub fn wait(&self) -> Option<Message> {
        if !self.lock().waits {
            return None;
        }
        let waited = self.done.wait_timeout_while(self.lock(), AT_ONCE, |state| !state.is_done);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        if state.is_done {
            return state.message.take();
        }
        (state.waits, state.is_late) = (false, true);
        Some(Message::DiskIsSlow)
    }
}
