//! The time of a workshop: what is left of it, what each question may take, and how many questions fit.
//! Seconds throughout; the moment is passed in. A break takes nothing.

use jiff::Timestamp;

use crate::team::USUAL_SECONDS;

/// Decisions after which the pace of the room is taken.
const DECISIONS_FOR_PACE: i64 = 3;
/// The quickest pace that is believed, in seconds a question.
const QUICKEST: i64 = 15;

/// The clock of a workshop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The seconds that the workshop may take.
    budget: i64,
    /// Seconds that were spent before `running_since`.
    spent: i64,
    /// `None` during a break.
    running_since: Option<Timestamp>,
    /// The seconds that were spent when the present question began.
    question_began: i64,
    /// The seconds that the present question may take.
    allotted: i64,
    /// The number of decisions that were taken on questions without minutes of their own.
    decisions: i64,
    /// The seconds that the others took.
    apart: i64,
}

/// The time that is left of a workshop, and what it is enough for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeLeft {
    /// Seconds that are left, below 0 when it is over time.
    pub left: i64,
    /// Seconds that each question without time of its own has of what is left, where only those that fit are
    /// taken; 0 when none does.
    pub each: i64,
    /// The number of questions, from the first, that fit.
    pub fits: usize,
}

impl Clock {
    /// A clock for so many minutes that begins to run now.
    pub fn start(minutes: u32, now: Timestamp) -> Clock {
        Clock {
            budget: i64::from(minutes) * 60,
            spent: 0,
            running_since: Some(now),
            question_began: 0,
            allotted: 0,
            decisions: 0,
            apart: 0,
        }
    }

    /// True when it runs; it does not during a break.
    pub fn is_running(&self) -> bool {
        self.running_since.is_some()
    }

    /// Begins a break, or ends it.
    pub fn pause_or_go_on(&mut self, now: Timestamp) {
        self.spent = self.spent(now);
        self.running_since = if self.is_running() { None } else { Some(now) };
    }

    /// Says how many minutes are left from now on.
    pub fn set_left(&mut self, minutes: u32, now: Timestamp) {
        self.budget = self.spent(now).saturating_add(i64::from(minutes) * 60);
    }

    /// Begins a question that has these seconds of its own, or none, while these, this one too, are left.
    pub fn begin_question(&mut self, own: Option<i64>, left: &[Option<i64>], now: Timestamp) {
        self.question_began = self.spent(now);
        self.allot(own, left, now);
    }

    /// Gives the present question its time anew: its own, or its share of what is left for these.
    pub fn allot(&mut self, own: Option<i64>, left: &[Option<i64>], now: Timestamp) {
        self.allotted = own.unwrap_or_else(|| self.time_left(left, now).each);
    }

    /// Counts a decision on the present question, for the pace of the room: not where it has minutes of its own.
    pub fn decided(&mut self, has_own: bool, now: Timestamp) {
        if has_own {
            self.apart += self.question(now).0;
        } else {
            self.decisions += 1;
        }
    }

    /// Seconds that the present question has taken, and those that it may take; 0 where no question fits.
    pub fn question(&self, now: Timestamp) -> (i64, i64) {
        (self.spent(now) - self.question_began, self.allotted)
    }

    /// The time that is left, with these questions to go: each with the seconds of its own, or at the pace of
    /// the room.
    pub fn time_left(&self, questions: &[Option<i64>], now: Timestamp) -> TimeLeft {
        let left = self.budget - self.spent(now);
        let pace = match self.decisions {
            0..DECISIONS_FOR_PACE => USUAL_SECONDS,
            decisions => ((self.spent(now) - self.apart) / decisions).max(QUICKEST),
        };
        let mut needed = 0;
        let fitting = questions.iter().take_while(|own| {
            needed += own.unwrap_or(pace);
            needed <= left
        });
        let fitting: Vec<_> = fitting.collect();
        let shared = left - fitting.iter().filter_map(|own| **own).sum::<i64>();
        let sharing = i64::try_from(fitting.iter().filter(|own| own.is_none()).count()).ok();
        let each = sharing.and_then(|sharing| shared.checked_div(sharing)).unwrap_or(0);
        TimeLeft { left, each, fits: fitting.len() }
    }

    /// Seconds so far; a clock of the system that is set back takes nothing away.
    fn spent(&self, now: Timestamp) -> i64 {
        let running = self.running_since.map_or(0, |since| now.as_second() - since.as_second());
        self.spent.saturating_add(running.max(0))
    }
}
