//! The room behind the door: its code, its devices and how much each may ask for, what is shown and what was
//! heard.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::model::{Cast, Heard, RoomKeys, RoomStage, Shown};
use super::random::{COOKIE, is_word};
use super::{GATHERING, MOST_ADDRESSES, MOST_DEVICES, MOST_REQUESTS, MOST_WRONG_CODES, WINDOW};

/// The earlier codes that are known as such.
const MOST_CODES: usize = 20;
/// How often it is looked whether the room is closed.
const IDLE: Duration = Duration::from_millis(500);

/// A room.
#[derive(Debug)]
pub(super) struct OpenRoom {
    /// The name by which it may be called, beside its address.
    pub(super) name: Option<String>,
    pub(super) port: u16,
    inside: Mutex<Inside>,
    /// Something was heard.
    news: Condvar,
}

#[derive(Debug)]
struct Inside {
    code: String,
    /// Codes that were renewed.
    earlier: VecDeque<String>,
    devices: BTreeMap<String, Used>,
    removed: BTreeSet<String>,
    wrong: BTreeMap<IpAddr, Used>,
    shown: Arc<Shown>,
    heard: Heard,
}

/// What was used of a limit since a moment.
#[derive(Debug, Clone, Copy)]
struct Used {
    since: Instant,
    times: u32,
}

impl Used {
    fn none() -> Used {
        Used { since: Instant::now(), times: 0 }
    }

    /// Counts once more; `false` where that is too often.
    fn once_more(&mut self, most: u32) -> bool {
        if self.since.elapsed() > WINDOW {
            *self = Used::none();
        }
        self.times = self.times.saturating_add(1);
        self.times <= most
    }

    fn is_up(&self, most: u32) -> bool {
        self.times >= most && self.since.elapsed() <= WINDOW
    }
}

/// What a code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CodeIs {
    Right,
    /// It was right before.
    Renewed,
    Wrong,
    /// Too many wrong ones came from there: nothing is said.
    TooMany,
}

/// What a device is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Admission {
    Admitted,
    /// Somebody removed it.
    Removed,
    TooMany,
    Full,
}

impl OpenRoom {
    pub(super) fn new(keys: RoomKeys, name: Option<String>) -> OpenRoom {
        let nothing = Shown {
            stage: RoomStage::Waiting,
            title: String::new(),
            question: None,
            voted: 0,
            people: 0,
            results: Vec::new(),
            decision: None,
            names: false,
            saved: true,
            votes: BTreeMap::new(),
        };
        let inside = Inside {
            code: keys.code,
            earlier: VecDeque::new(),
            devices: BTreeMap::new(),
            removed: keys.removed.into_iter().collect(),
            wrong: BTreeMap::new(),
            shown: Arc::new(nothing),
            heard: Heard::default(),
        };
        OpenRoom { name, port: keys.port, inside: Mutex::new(inside), news: Condvar::new() }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn show(&self, shown: Shown) {
        self.inside().shown = Arc::new(shown);
    }

    pub(super) fn shown(&self) -> Arc<Shown> {
        self.inside().shown.clone()
    }

    /// What brings its devices back.
    pub(super) fn keys(&self) -> RoomKeys {
        let inside = self.inside();
        RoomKeys {
            code: inside.code.clone(),
            port: self.port,
            removed: inside.removed.iter().cloned().collect(),
        }
    }

    pub(super) fn renew(&self, code: String) {
        let mut inside = self.inside();
        let before = std::mem::replace(&mut inside.code, code);
        inside.earlier.push_back(before);
        if inside.earlier.len() > MOST_CODES {
            inside.earlier.pop_front();
        }
        inside.devices.clear();
        inside.heard.joined.clear();
    }

    pub(super) fn remove(&self, device: &str) {
        let mut inside = self.inside();
        inside.devices.remove(device);
        inside.removed.insert(device.to_owned());
    }

    /// What a code from this address is; wrong ones are counted.
    pub(super) fn code(&self, code: &str, from: IpAddr) -> CodeIs {
        let mut inside = self.inside();
        if inside.wrong.get(&from).is_some_and(|wrong| wrong.is_up(MOST_WRONG_CODES)) {
            return CodeIs::TooMany;
        }
        if inside.code == code {
            return CodeIs::Right;
        }
        if inside.earlier.iter().any(|earlier| earlier == code) {
            return CodeIs::Renewed;
        }
        if inside.wrong.len() >= MOST_ADDRESSES {
            inside.wrong.retain(|_, wrong| wrong.since.elapsed() <= WINDOW);
        }
        if inside.wrong.len() >= MOST_ADDRESSES {
            inside.wrong.pop_first();
        }
        inside.wrong.entry(from).or_insert_with(Used::none).once_more(MOST_WRONG_CODES);
        CodeIs::Wrong
    }

    /// Lets a device ask for something once more.
    pub(super) fn admit(&self, device: &str) -> Admission {
        let mut inside = self.inside();
        if !is_word(device, COOKIE) || inside.removed.contains(device) {
            return Admission::Removed;
        }
        let is_new = !inside.devices.contains_key(device);
        if is_new && inside.devices.len() >= MOST_DEVICES {
            return Admission::Full;
        }
        let used = inside.devices.entry(device.to_owned()).or_insert_with(Used::none);
        if !used.once_more(MOST_REQUESTS) {
            return Admission::TooMany;
        }
        if is_new {
            inside.heard.joined.push(device.to_owned());
            self.news.notify_one();
        }
        Admission::Admitted
    }

    /// Takes a vote; `false` where that question is not voted on.
    pub(super) fn cast(&self, cast: Cast) -> bool {
        let mut inside = self.inside();
        let question = inside.shown.question.as_ref().filter(|_| inside.shown.stage == RoomStage::Voting);
        let offers = question.is_some_and(|question| {
            question.id == cast.question && question.options.iter().any(|option| option.word == cast.answer)
        });
        if offers {
            // The last vote of a device counts: what waits is never more than one of each.
            inside.heard.votes.retain(|other| other.device != cast.device);
            inside.heard.votes.push(cast);
            self.news.notify_one();
        }
        offers
    }

    /// Tells what is heard until it is over. What comes together is told together.
    pub(super) fn tell_what_is_heard(&self, hear: impl Fn(Heard), over: &AtomicBool) {
        while !over.load(Ordering::Relaxed) {
            let inside = self.inside();
            let waited = self.news.wait_timeout_while(inside, IDLE, |inside| inside.heard.is_empty());
            drop(waited);
            thread::sleep(GATHERING);
            let heard = std::mem::take(&mut self.inside().heard);
            if !heard.is_empty() {
                hear(heard);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room() -> OpenRoom {
        OpenRoom::new(RoomKeys { code: "ABCDEF".to_owned(), port: 7400, removed: Vec::new() }, None)
    }

    #[test]
    fn whoever_guesses_codes_hears_nothing_any_more_and_others_do() {
        let room = room();
        let [guesser, voter] = ["192.0.2.1", "192.0.2.2"].map(|ip| ip.parse().unwrap());
        for _ in 0..MOST_WRONG_CODES {
            assert_eq!(room.code("AAAAAA", guesser), CodeIs::Wrong);
        }
        assert_eq!(room.code("ABCDEF", guesser), CodeIs::TooMany);
        assert_eq!(room.code("ABCDEF", voter), CodeIs::Right);
        room.renew("BCDEFG".to_owned());
        assert_eq!(room.code("ABCDEF", voter), CodeIs::Renewed);
        assert_eq!(room.code("BCDEFG", voter), CodeIs::Right);
        for i in 0..3000_u32 {
            room.code("AAAAAA", IpAddr::from(i.to_be_bytes()));
        }
        assert!(room.inside().wrong.len() <= MOST_ADDRESSES);
    }

    #[test]
    fn who_came_with_an_earlier_code_is_not_told_under_a_new_one() {
        let room = room();
        assert_eq!(room.admit(&"A".repeat(COOKIE)), Admission::Admitted);
        room.renew("BCDEFG".to_owned());
        assert!(room.inside().heard.is_empty());
    }

    #[test]
    fn a_room_takes_so_many_devices_and_each_asks_so_often() {
        let room = room();
        let device = |i: usize| format!("{i:0>22}").replace('0', "A").replace('1', "B");
        for i in 0..MOST_DEVICES + 200 {
            room.admit(&device(i));
        }
        assert!(room.inside().devices.len() <= MOST_DEVICES);
        let one = device(2);
        while room.admit(&one) == Admission::Admitted {}
        assert_eq!(room.admit(&one), Admission::TooMany);
        room.remove(&one);
        assert_eq!(room.admit(&one), Admission::Removed);
        assert_eq!(room.admit("<script>"), Admission::Removed);
    }
}
