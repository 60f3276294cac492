//! The next assessment, made from the last one.

use jiff::tz::TimeZone;

use super::group::{How, LastTime};
use super::model::*;

/// The revision of an answer that was carried over: older than any.
pub(super) const CARRIED_OVER: u32 = 0;

impl Assessment {
    /// The next assessment of the same organisation: nothing is taken as answered, and nothing has to
    /// be typed again.
    ///
    /// - Answers keep their notes, reasons and evidence, and are to be confirmed (revision 0).
    ///   `answered_at` stays until they are: it says how old an answer is.
    /// - Questionnaires, lists, targets, objectives, route, capacity and what was moved in the plan stay.
    ///   The plan has no start yet.
    /// - Who answered, votes, voices and decisions belong to the occasion: they go. What was answered, how a group
    ///   came to it and how its votes were spread stays as what was so the last time.
    /// - Actions stay, with owner and date, but for the finished ones: whether those changed anything
    ///   is for the new answers to say.
    #[must_use]
    pub fn carried_over(&self) -> Assessment {
        let mut next = self.clone();
        next.remember_last(self);
        next.respondent = None;
        next.plan.start = None;
        next.votes.clear();
        next.ballots.clear();
        next.rounds.clear();
        next.voices.clear();
        next.decisions.clear();
        next.actions.retain(|_, action| action.state != State::Done);
        for entry in next.answers.values_mut().filter(|entry| entry.answer.is_some()) {
            entry.revision = Some(CARRIED_OVER);
        }
        next
    }
    /// Takes over what an earlier assessment says now as what was so the last time. What nobody has answered or voted
    /// on since stays as it was before.
    fn remember_last(&mut self, earlier: &Assessment) {
        for (id, entry) in &earlier.answers {
            let Some(answer) = entry.answer.as_ref().filter(|_| entry.revision != Some(CARRIED_OVER)) else {
                continue;
            };
            let how = earlier.decisions.get(id).filter(|decision| decision.decided.is_none());
            let last = LastTime {
                answer: Some(answer.word().to_owned()),
                how: how.map(|decision| decision.how),
                revision: entry.revision,
                on: entry.answered_at.map(|at| at.to_zoned(TimeZone::UTC).date()),
            };
            self.last.insert(id.clone(), last);
            self.last_votes.remove(id);
        }
        for (id, votes) in &earlier.votes {
            let is_put_off = earlier.decisions.get(id).is_some_and(|decision| decision.how == How::Parked);
            if is_put_off {
                self.last.insert(id.clone(), LastTime { how: Some(How::Parked), ..LastTime::default() });
            }
            if is_put_off || self.last.contains_key(id) {
                self.last_votes.insert(id.clone(), votes.clone());
            }
        }
    }
}
