//! What is done for a workshop beside its assessment: the room that is open to devices, and what is remembered of
//! the sitting.

use anyhow::Context;

use super::Effects;
use crate::app::{Effect, Message};
use crate::clock;
use crate::files::KeptRoom;
use crate::listen::{Door, RoomKeys};
use crate::words::room::NOT_LISTENING;

impl Effects<'_> {
    /// Lets devices in at this door, until it is finished.
    ///
    /// # Errors
    /// The system starts no thread.
    pub fn listen(&mut self, door: Door) -> anyhow::Result<()> {
        let tell = self.tell.clone();
        let room = door.serve(move |heard| tell(Message::Heard(heard)));
        self.room = Some(room.context(NOT_LISTENING)?);
        Ok(())
    }

    /// Carries out an effect of this kind.
    pub(super) fn in_workshop(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::KeepShortlist(shortlist) => {
                let file = self.open.as_ref()?.path.clone();
                let library = self.library.clone();
                self.background.start_behind(move || {
                    let picks = shortlist.into_iter().map(|picked| (picked.question, picked.minutes));
                    // Where it cannot be kept, it lasts as long as the program.
                    let _ = library.remember_shortlist(&file, picks.collect());
                    None
                });
            }
            Effect::Show(shown) => {
                self.room.as_ref()?.show(*shown);
            }
            Effect::RenewCode => {
                let code = self.room.as_ref()?.renew();
                self.keep_room();
                return Some(Message::Code(code));
            }
            Effect::RemoveDevice(device) => {
                self.room.as_ref()?.remove(&device);
                self.keep_room();
            }
            _ => {}
        }
        None
    }

    /// Keeps what brings devices back though the program be killed.
    pub(super) fn keep_room(&mut self) {
        let (Some(room), Some(open)) = (&self.room, &self.open) else { return };
        let (kept, file, library) = (kept_room(&room.keys()), open.path.clone(), self.library.clone());
        self.background.start_behind(move || {
            // Where it cannot be kept, devices come in again.
            let _ = library.remember_room(&file, Some(kept));
            None
        });
    }
}

/// What is kept of an open room.
fn kept_room(keys: &RoomKeys) -> KeptRoom {
    let RoomKeys { code, port, removed } = keys.clone();
    KeptRoom { at: clock::now().as_second(), code, port, removed }
}
