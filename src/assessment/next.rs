//! The next assessment, made from the last one.

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
    /// - Who answered, votes, voices and decisions belong to the occasion: they go.
    /// - Actions stay, with owner and date, but for the finished ones: whether those changed anything
    ///   is for the new answers to say.
    #[must_use]
    pub fn carried_over(&self) -> Assessment {
        let mut next = self.clone();
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
}
