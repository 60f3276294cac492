//! What a facilitator picks for a sitting: questions in an order, and minutes for some of them. It stands in no
//! assessment: the next sitting has another one.

/// A question that was picked for a sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// Its id.
    pub question: String,
    /// The minutes of its own; without them it goes at the pace of the room.
    pub minutes: Option<u32>,
}

impl Picked {
    /// Its seconds, where it has minutes of its own.
    pub fn seconds(&self) -> Option<i64> {
        self.minutes.map(|minutes| i64::from(minutes) * 60)
    }
}

/// The seconds of its own that a question has on a list.
pub(super) fn seconds(list: &[Picked], question: &str) -> Option<i64> {
    list.iter().find(|picked| picked.question == question)?.seconds()
}
