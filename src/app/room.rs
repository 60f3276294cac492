//! A room whose people vote from their own devices: what they see, what they do, and what the facilitator
//! does about them. What is voted goes into the open assessment, as hands that are counted do.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::dialogs::Dialog;
use super::keys::{self, Command, Key};
use super::response::Response;
use super::{App, Effect, Open};
use crate::assessment::DeviceVote;
use crate::listen::{Heard, Mine, RoomStage, Shown, ShownOption, ShownQuestion, ShownResult, qr_code};
use crate::questionnaire::{NOT_APPLICABLE, Question, UNKNOWN};
use crate::team::Tally;
use crate::words::{answers, interview_screen, room as words, workshop_screen};
use crate::workshop::View;

/// A room that is open to devices.
#[derive(Debug, Clone)]
pub struct Room {
    /// Where devices find it: host and port.
    pub place: String,
    pub code: String,
    /// Whether only this computer reaches it.
    pub is_local: bool,
    /// Whether votes are kept under the names that people give.
    pub names: bool,
    /// The devices that came, in this order.
    devices: Vec<Device>,
    /// What they were shown last.
    shown: Option<Shown>,
    was_introduced: bool,
}

/// A device in a room.
#[derive(Debug, Clone)]
struct Device {
    id: String,
    name: Option<String>,
    came: Timestamp,
}

/// What can be done about a room.
#[derive(Debug, Clone, Copy)]
enum RoomAct {
    Nothing,
    Renew,
    Remove,
}

impl Room {
    /// A room at this host and port, with its code, in which nobody is yet.
    pub fn new(place: String, code: String, is_local: bool, names: bool) -> Room {
        Room { place, code, is_local, names, devices: Vec::new(), shown: None, was_introduced: false }
    }

    /// The number of devices in it.
    pub fn devices(&self) -> usize {
        self.devices.len()
    }
}

impl App<'_> {
    /// How many people are in the room: as many as was said, so that too many votes are seen; or as many devices
    /// as came, and no fewer than those who voted. `None` where nothing is known of them.
    pub fn people(&self, voted: u64) -> Option<u64> {
        let devices = self.room.as_ref().map(|room| room.devices.len() as u64);
        let state = self.open().and_then(|open| open.workshop.as_ref());
        let said = state.map_or(self.setup.people, |state| state.people);
        said.map(u64::from).or(devices.map(|devices| devices.max(voted)))
    }

    /// Takes what devices did.
    pub(super) fn heard(&mut self, heard: Heard) -> Vec<Effect> {
        let now = self.now;
        let Some(room) = &mut self.room else { return Vec::new() };
        let joined = heard.joined.into_iter().filter(|id| !room.devices.iter().any(|other| other.id == *id));
        let joined: Vec<Device> = joined.map(|id| Device { id, name: None, came: now.at }).collect();
        room.devices.extend(joined);
        let mut by_question: BTreeMap<String, Vec<DeviceVote>> = BTreeMap::new();
        for cast in heard.votes {
            let Some(device) = room.devices.iter_mut().find(|device| device.id == cast.device) else {
                continue;
            };
            let by = cast.name.filter(|_| room.names);
            device.name = by.clone().or(device.name.take());
            let (device, answer, note) = (Some(cast.device), cast.answer, cast.note);
            by_question.entry(cast.question).or_default().push(DeviceVote { device, by, answer, note });
        }
        let take = |open: &mut Open<'_>| {
            let Some(state) = open.workshop.take() else { return Response::none() };
            let response = open.change(|session| {
                for (question, votes) in by_question {
                    state.workshop.take_ballots(session, &question, votes);
                }
            });
            open.workshop = Some(state);
            // Nobody at the keys did this: nothing is said.
            Response { feedback: None, ..response }
        };
        self.on_open(|open, _| if open.tab == super::Tab::Workshop { take(open) } else { Response::none() })
    }

    /// Takes the new code of the room.
    pub(super) fn has_code(&mut self, code: Option<String>) -> Vec<Effect> {
        let (Some(room), Some(code)) = (&mut self.room, code) else {
            return self.follow(Response::problem(words::NOT_RENEWED));
        };
        room.code = code;
        room.devices.clear();
        let said = words::renewed(&room.code);
        let asked = self.ask_devices();
        self.follow(asked.and_say(said))
    }

    /// Says how devices come in, the first time that there is something to vote on and nothing else is asked.
    pub(super) fn introduce_room(&mut self) {
        let is_new = self.room.as_ref().is_some_and(|room| !room.was_introduced);
        if is_new && self.is_in_workshop() && self.dialog.is_none() {
            self.dialog = self.ask_devices().dialog;
        }
    }

    /// Whether this key has shown what lies over the screen: how devices come in.
    pub(super) fn is_shown_by(&self, key: &Key) -> bool {
        let has_qr = self.dialog.as_ref().is_some_and(|dialog| !dialog.qr.is_empty());
        has_qr && keys::command(self.place(), key) == Some(Command::Devices)
    }

    /// Shows how devices come in, and asks what to do about them.
    pub(super) fn ask_devices(&mut self) -> Response {
        let Some(room) = &mut self.room else { return Response::say(words::NO_ROOM) };
        room.was_introduced = true;
        let lines = [
            (RoomAct::Nothing, words::GO_ON),
            (RoomAct::Renew, words::RENEW),
            (RoomAct::Remove, words::REMOVE),
        ];
        let lines = lines.map(|(act, text)| (act, text.to_owned())).to_vec();
        let hint = words::hint(&room.place, &room.code, room.is_local, room.devices.len());
        let mut dialog = Dialog::list(words::TITLE, hint, lines, 0, |app, act| match act {
            RoomAct::Nothing => Vec::new(),
            RoomAct::Renew => vec![Effect::RenewCode],
            RoomAct::Remove => {
                let response = app.ask_device();
                app.follow(response)
            }
        });
        // Capital letters make a smaller code, and mean the same.
        dialog.qr = qr_code(&words::url(&room.place, &room.code).to_ascii_uppercase());
        Response::ask(dialog.chosen_by_enter())
    }

    fn ask_device(&self) -> Response {
        let Some(room) = self.room.as_ref().filter(|room| !room.devices.is_empty()) else {
            return Response::say(words::NO_DEVICES);
        };
        let voted = self.open().and_then(ballots);
        let has_voted = |device: &Device| {
            voted.is_some_and(|all| all.iter().any(|ballot| ballot.device.as_ref() == Some(&device.id)))
        };
        let lines = room.devices.iter().enumerate().map(|(i, device)| {
            let minutes = self.now.at.duration_since(device.came).as_mins();
            (device.id.clone(), words::device(i + 1, device.name.as_deref(), minutes, has_voted(device)))
        });
        Response::ask(Dialog::list(words::REMOVE, words::REMOVE_HINT, lines.collect(), 0, |app, device| {
            app.remove_device(device)
        }))
    }

    fn remove_device(&mut self, device: String) -> Vec<Effect> {
        if let Some(room) = &mut self.room {
            room.devices.retain(|other| other.id != device);
        }
        let mut effects = self.on_open(|open, _| {
            let Some(state) = open.workshop.take() else { return Response::none() };
            let response = open.change(|session| state.workshop.remove_device(session, &device));
            open.workshop = Some(state);
            response.and_say(words::REMOVED)
        });
        effects.push(Effect::RemoveDevice(device));
        effects
    }

    /// What devices are to be shown, where that is something else than before.
    pub(super) fn news_for_devices(&mut self) -> Option<Effect> {
        let room = self.room.as_ref()?;
        let shown = shown(self, room);
        if room.shown.as_ref() == Some(&shown) {
            return None;
        }
        self.room.as_mut()?.shown = Some(shown.clone());
        Some(Effect::Show(Box::new(shown)))
    }
}

/// The votes from devices on the question where one is.
fn ballots<'o>(open: &'o Open<'_>) -> Option<&'o Vec<DeviceVote>> {
    open.session.assessment().ballots.get(&open.session.question()?.id)
}

fn shown(app: &App<'_>, room: &Room) -> Shown {
    let mut shown = Shown {
        stage: RoomStage::Waiting,
        title: String::new(),
        question: None,
        voted: 0,
        people: app.people(0).unwrap_or(0),
        results: Vec::new(),
        decision: None,
        names: room.names,
        saved: true,
        votes: BTreeMap::new(),
    };
    let Some(open) = app.open() else { return shown };
    shown.title = open.session.assessment().organization.clone();
    let (Some(state), false) = (&open.workshop, open.is_read_only()) else { return shown };
    if open.tab != super::Tab::Workshop {
        return shown;
    }
    let view = state.workshop.view(&open.session);
    shown.stage = match view {
        _ if !state.workshop.clock.is_running() => RoomStage::Break,
        View::Voting => RoomStage::Voting,
        View::Revealed => RoomStage::Revealed,
        View::Decided => RoomStage::Decided,
        View::Over => RoomStage::Over,
    };
    let (Some(question), Some(tally)) = (open.session.question(), state.workshop.tally(&open.session)) else {
        return shown;
    };
    if matches!(shown.stage, RoomStage::Break | RoomStage::Over) {
        return shown;
    }
    shown.saved = open.is_on_disk();
    (shown.voted, shown.people) = (tally.all, app.people(tally.all).unwrap_or(tally.all));
    shown.question = Some(question_shown(open, question));
    let mine = ballots(open).into_iter().flatten().filter_map(|ballot| {
        let (answer, note, name) = (ballot.answer.clone(), ballot.note.clone(), ballot.by.clone());
        Some((ballot.device.clone()?, Mine { answer, note, name }))
    });
    shown.votes = mine.collect();
    if view != View::Voting {
        shown.results = results(question, &tally);
    }
    if view == View::Decided {
        shown.decision = Some(workshop_screen::decided(question, &tally, open.session.assessment()));
    }
    shown
}

/// Each answer with its text, the two that are none at the end.
fn texts(question: &Question) -> impl Iterator<Item = (&str, String)> {
    let options = question.options.iter().zip(&question.text.options);
    let options = options.map(|(option, text)| (option.id.as_str(), text.text.clone()));
    let others = [(UNKNOWN, answers::UNKNOWN), (NOT_APPLICABLE, answers::NOT_APPLICABLE)];
    options.chain(others.map(|(word, text)| (word, answers::choice(text))))
}

fn question_shown(open: &Open<'_>, question: &Question) -> ShownQuestion {
    let option = |(word, text): (&str, String)| ShownOption { word: word.to_owned(), text };
    let lists = open.session.lists().into_iter().filter(|(_, names)| !names.is_empty());
    ShownQuestion {
        id: question.id.clone(),
        place: open.session.position().map_or_else(String::new, interview_screen::place),
        text: question.text.question.clone(),
        help: question.text.help.clone(),
        names: lists.map(|(list, names)| interview_screen::named(list, names)).collect(),
        options: texts(question).map(option).collect(),
    }
}

fn results(question: &Question, tally: &Tally) -> Vec<ShownResult> {
    let votes = tally.options.iter().copied().chain([tally.unknown, tally.not_applicable]);
    texts(question).zip(votes).map(|((_, text), votes)| ShownResult { text, votes }).collect()
}
