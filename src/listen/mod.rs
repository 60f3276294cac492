//! The door of a room: whoever is on the same network and has its code votes from a browser.
//!
//! It speaks HTTP over the standard library's sockets, in threads of its own, and knows nothing of assessments:
//! what is shown comes in as a [`Shown`], what is voted goes out as a [`Heard`]. It serves one page and two
//! addresses, opens no file, and reads no path but the room's code.
//!
//! - `model`: what is shown to devices, and what comes from them
//! - `door`: the address, and the socket that listens there
//! - `connections`: a thread for each connection, of which there are so many; the oldest gives way
//! - `request`, `response`: a request within its limits, and what is sent back
//! - `room`: the code, the devices and how much each may ask for
//! - `routes`: what a request gets
//! - `page`: the one page, with its sentences
//! - `random`: codes and cookies; `qr`: an address as a QR code

mod connections;
mod door;
mod model;
mod page;
mod qr;
mod random;
mod request;
mod response;
mod room;
mod routes;

use std::time::Duration;

pub use door::{Address, BadAddress, DEFAULT_ADDRESS, Door, Serving};
pub use model::{Cast, Heard, Mine, RoomKeys, RoomStage, Shown, ShownOption, ShownQuestion, ShownResult};
pub use qr::qr_code;

/// The devices that a room takes.
pub const MOST_DEVICES: usize = 1000;
/// The connections that are open at a time.
const MOST_CONNECTIONS: usize = 256;
/// Bytes of the head of a request, and of its body.
const LONGEST_HEAD: usize = 8 * 1024;
const LONGEST_BODY: usize = 16 * 1024;
/// How long a request may take to come, and its answer to be taken.
const REQUEST_TIME: Duration = Duration::from_secs(5);
/// The requests that a device may send within [`WINDOW`].
const MOST_REQUESTS: u32 = 60;
/// The wrong codes that an address may try within [`WINDOW`].
const MOST_WRONG_CODES: u32 = 20;
const WINDOW: Duration = Duration::from_secs(10);
/// The addresses whose wrong codes are remembered.
const MOST_ADDRESSES: usize = 1024;
/// Characters of a note or reason, and of a name, that a device may write.
const LONGEST_NOTE: usize = 2000;
const LONGEST_NAME: usize = 60;
/// How long votes are gathered before the room hears of them: many at once are one change.
const GATHERING: Duration = Duration::from_millis(40);
