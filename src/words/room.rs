//! What the program says of a room whose people vote from their own devices.

use std::path::Path;

use super::count;

pub(crate) const NO_ROOM: &str =
    "Nobody votes from a device here: `workshop FILE --listen ADDRESS` lets everybody on the network in";
pub(crate) const TITLE: &str = "Vote from your own device";
pub(crate) const GO_ON: &str = "Go on";
pub(crate) const RENEW: &str = "Renew the code: all come in again";
pub(crate) const NOT_RENEWED: &str = "The system gives no random numbers: the code stays as it is";
pub(crate) const REMOVE: &str = "Remove a device";
pub(crate) const REMOVE_HINT: &str = "Its vote goes unless it is decided upon, and it cannot come back. Whoever has the code can come with another one.";
pub(crate) const NO_DEVICES: &str = "No device is in the room";
pub(crate) const NOT_LISTENING: &str = "Devices cannot come in: the system starts no thread for them";

/// The address of a room.
pub(crate) fn url(place: &str, code: &str) -> String {
    format!("http://{place}/{code}")
}

/// How to come in, and who reads what.
pub(crate) fn hint(place: &str, code: &str, is_local: bool, devices: usize) -> String {
    let whom = if is_local {
        "Only this computer reaches it; name its address in the network for others: --listen ADDRESS."
    } else {
        "On this network. Votes are not encrypted on their way."
    };
    format!("Open {} (code {code}). {}. {whom}", url(place, code), here(devices))
}

fn here(devices: usize) -> String {
    format!("{} {} here", count(devices, "device"), if devices == 1 { "is" } else { "are" })
}

/// A device, by the order in which it came, with the name that was given on it.
pub(crate) fn device(number: usize, name: Option<&str>, minutes: i64, has_voted: bool) -> String {
    let who = name.map_or_else(|| format!("Device {number}"), |name| format!("Device {number}, {name}"));
    let voted = if has_voted { ", has voted" } else { "" };
    format!("{who}, came {minutes} min ago{voted}")
}

pub(crate) fn renewed(code: &str) -> String {
    format!("The new code is {code}")
}

pub(crate) const REMOVED: &str = "The device is removed";

/// Where devices come in, at the foot of a question.
pub(crate) fn foot(place: &str, code: &str) -> String {
    format!("{} (d: QR code)", url(place, code))
}

/// The address cannot be listened at.
pub(crate) fn cannot_listen(address: &impl std::fmt::Display, error: &impl std::fmt::Display) -> String {
    format!("cannot listen at {address}: {error}. Name an address of this computer, and a free port: IP:PORT")
}

pub(crate) fn no_address(text: &str) -> String {
    let file = Path::new(text);
    match file.extension() {
        Some(ending) if ending == "toml" => {
            format!("`{text}` is a file, no address: write it before --listen")
        }
        _ => format!("`{text}` is no address: an IP address or a name, with :PORT or without"),
    }
}
