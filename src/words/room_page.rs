//! What the page says on which a device votes.

use serde::Serialize;

/// Its sentences, under the names that its script has for them. What stands in braces is filled in there.
#[derive(Debug, Serialize)]
pub(crate) struct PageTexts {
    title: &'static str,
    connecting: &'static str,
    choose: &'static str,
    choose_first: &'static str,
    name: &'static str,
    note: &'static str,
    vote: &'static str,
    change: &'static str,
    sending: &'static str,
    not_sent: &'static str,
    too_late: &'static str,
    mine: &'static str,
    mine_unsaved: &'static str,
    count: &'static str,
    votes: &'static str,
    one_vote: &'static str,
    lost: &'static str,
    full: &'static str,
    code: &'static str,
    enter: &'static str,
    renewed: &'static str,
    refused: &'static str,
    privacy: &'static str,
    waiting: &'static str,
    voting: &'static str,
    revealed: &'static str,
    decided: &'static str,
    #[serde(rename = "break")]
    on_break: &'static str,
    over: &'static str,
}

pub(crate) const TITLE: &str = "Vote in the room";
pub(crate) const CODE: &str = "Code";
pub(crate) const ENTER: &str = "Go in";
pub(crate) const NO_SCRIPT: &str = "This page needs JavaScript: it asks the room what is voted on.";
pub(crate) const NO_CODE: &str = "The code stands on the screen of the room, below the address.";
pub(crate) const WRONG_CODE: &str = "This is not the code of the room. It stands on the room's screen.";
pub(crate) const RENEWED: &str = "The room has a new code. It stands on the room's screen.";
pub(crate) const TOO_MANY: &str = "Too many wrong codes came from this device. Wait ten seconds.";

pub(crate) const TEXTS: PageTexts = PageTexts {
    title: TITLE,
    connecting: "Asking the room…",
    choose: "Your answer",
    choose_first: "Choose an answer first.",
    name: "Your name, if you want to give it (it is kept with your vote)",
    note: "A note for the room, if there is something to say",
    vote: "Vote",
    change: "Change my vote",
    sending: "Sending your vote…",
    not_sent: "The vote did not reach the room. Try again.",
    too_late: "The room has gone on; this vote was not counted.",
    mine: "Your vote, saved: {answer}",
    mine_unsaved: "Your vote, not saved yet: {answer}",
    count: "{voted} of {people} have voted.",
    votes: "{votes} votes",
    one_vote: "1 vote",
    lost: "No connection to the room. This page tries again by itself.",
    full: "The room is full.",
    code: CODE,
    enter: ENTER,
    renewed: RENEWED,
    refused: "The room does not let this page in. If you have a code, write it here.",
    privacy: "Your vote goes to the computer of the room and nowhere else. It is not encrypted on the way: \
              whoever shares this network could read it. Nobody in the room sees votes before all are shown.",
    waiting: "Wait: the room is about to go on.",
    voting: "Vote now.",
    revealed: "The votes are shown.",
    decided: "This is decided.",
    on_break: "The room has a break.",
    over: "The workshop is at its end. Thank you.",
};
