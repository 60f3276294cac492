//! Votes from devices: each stands among the counted votes, and beside them as long as its question is open, so that
//! its device can change it.

use super::steps::{View, Workshop};
use crate::assessment::{Answer, Assessment, DeviceVote, Edit};
use crate::interview::Session;

impl Workshop {
    /// Takes votes from devices on a question, where it is voted on now; each takes the place of the one that its
    /// device gave before. Returns whether any was taken.
    pub fn take_ballots(&self, session: &mut Session<'_>, id: &str, new: Vec<DeviceVote>) -> bool {
        let Some(question) = session.question().filter(|question| question.id == id) else { return false };
        if self.view(session) != View::Voting {
            return false;
        }
        let mut all = ballots(session.assessment(), id).to_vec();
        let mut edits = Vec::new();
        for ballot in new {
            let is_offered = match Answer::from_word(&ballot.answer) {
                Answer::Option(word) => question.option(&word).is_some(),
                _ => true,
            };
            if is_offered {
                let count = |word: &str, by| Edit::Count(id.to_owned(), word.to_owned(), by);
                edits.extend(take_ballot(&mut all, &ballot.device).map(|before| count(&before.answer, -1)));
                edits.push(count(&ballot.answer, 1));
                all.push(ballot);
            }
        }
        let is_any = !edits.is_empty();
        edits.push(Edit::Ballots(id.to_owned(), Some(all)));
        if is_any {
            session.edit_aside(Edit::All(edits));
        }
        is_any
    }

    /// Takes the vote of a device on the present question away, unless it is decided.
    pub fn remove_device(&self, session: &mut Session<'_>, device: &str) {
        let Some(question) = session.question() else { return };
        if !matches!(self.view(session), View::Voting | View::Revealed) {
            return;
        }
        let mut all = ballots(session.assessment(), &question.id).to_vec();
        if let Some(ballot) = take_ballot(&mut all, &Some(device.to_owned())) {
            let left = (!all.is_empty()).then_some(all);
            session.edit_aside(Edit::All(vec![
                Edit::Count(question.id.clone(), ballot.answer, -1),
                Edit::Ballots(question.id.clone(), left),
            ]));
        }
    }
}

/// Whether the last step at the keys, taken back or made again, would take votes along that came from devices
/// after it: then fewer are known of a question, earlier rounds included, or a device has another one again.
pub fn takes_devices_along(session: &Session<'_>, back: bool) -> bool {
    let Some(after) = session.with_step(back) else { return false };
    let now = session.assessment();
    let all = |assessment: &Assessment, id: &str| -> u64 {
        let rounds = assessment.rounds.get(id).into_iter().flatten();
        rounds.chain(assessment.votes.get(id)).flat_map(|votes| votes.values()).map(|n| u64::from(*n)).sum()
    };
    now.ballots.iter().any(|(id, here)| {
        let is_fewer = all(&after, id) < all(now, id);
        let then = ballots(&after, id);
        let is_replaced = |ballot: &DeviceVote| then.iter().any(|other| other.device == ballot.device);
        let open = here.iter().filter(|ballot| ballot.device.is_some());
        open.filter(|ballot| !then.contains(ballot)).any(|ballot| is_fewer || is_replaced(ballot))
    })
}

/// The votes from devices on a question.
pub(super) fn ballots<'s>(assessment: &'s Assessment, question: &str) -> &'s [DeviceVote] {
    assessment.ballots.get(question).map_or(&[], Vec::as_slice)
}

fn take_ballot(all: &mut Vec<DeviceVote>, device: &Option<String>) -> Option<DeviceVote> {
    let place = all.iter().position(|ballot| ballot.device.is_some() && ballot.device == *device)?;
    Some(all.remove(place))
}

/// What is kept of votes from devices once they cannot be changed any more: those under a name. In which order
/// they came says nothing then.
pub(super) fn settled(ballots: &[DeviceVote]) -> Option<Vec<DeviceVote>> {
    let named = ballots.iter().filter(|ballot| ballot.by.is_some());
    let mut named: Vec<DeviceVote> =
        named.cloned().map(|ballot| DeviceVote { device: None, ..ballot }).collect();
    named.sort_by(|a, b| (&a.by, &a.answer).cmp(&(&b.by, &b.answer)));
    (!named.is_empty()).then_some(named)
}

/// Those that nobody put a name to.
pub(super) fn nameless(ballots: &[DeviceVote]) -> impl Iterator<Item = &DeviceVote> {
    ballots.iter().filter(|ballot| ballot.by.is_none())
}
