//! The course of a workshop: where it goes on, back and elsewhere.

use jiff::Timestamp;

use super::Workshop;
use crate::interview::Session;
use crate::questionnaire::Question;
use crate::team::unanswered;
use crate::workshop::agenda::{AgendaItem, Scope, Stage, agenda};

impl Workshop {
    /// Goes on: to the next open question for which there is time, then to what is parked, then to what
    /// there may be no time for. What was passed over comes again after [`Workshop::begin_again`].
    pub fn go_on(&mut self, session: &mut Session<'_>, now: Timestamp) {
        let agenda = self.agenda(session);
        let skip = self.to_skip(session, now);
        let id = |item: &AgendaItem<'_>| item.position.place.question.clone();
        let mut open =
            agenda.iter().filter(|item| item.stage != Stage::Parked && !self.passed.contains(&id(item)));
        let mut parked = agenda
            .iter()
            .filter(|item| item.stage == Stage::Parked && !self.brought_back.contains(&id(item)));
        let late = open.clone().next();
        let in_time = open.find(|item| !skip.contains(&item.position.place.question.as_str()));
        let next = in_time.or_else(|| parked.next()).or(late);
        match next {
            Some(item) => {
                if item.stage == Stage::Parked {
                    self.brought_back.insert(id(item));
                }
                session.go_to_position(item.position);
                self.arrive(session, now);
            }
            None => self.over = true,
        }
    }

    /// Passes the present question over, and goes on.
    pub fn pass(&mut self, session: &mut Session<'_>, now: Timestamp) {
        self.leave(session);
        self.go_on(session, now);
    }

    /// Goes back to where it was before; `false` at the first question of the workshop.
    pub fn go_back(&mut self, session: &mut Session<'_>, now: Timestamp) -> bool {
        let Some(before) = self.visited.pop() else { return false };
        session.go_to(&before);
        self.arrive(session, now);
        true
    }

    /// Goes back to a question from wherever one is.
    pub fn revisit(&mut self, session: &mut Session<'_>, question: &str, now: Timestamp) {
        session.go_to(question);
        self.arrive(session, now);
    }

    /// The questions without an answer that this workshop does not come to, where its scope is what
    /// divides the files of the participants.
    pub fn unanswered<'a>(&self, session: &Session<'a>) -> Vec<&'a Question> {
        let agenda = agenda(session, self.scope);
        let mut unanswered = unanswered(session.catalogue(), session.assessment());
        unanswered.retain(|question| !agenda.iter().any(|item| item.position.place.question == question.id));
        unanswered
    }

    /// Goes on through the questions without an answer.
    pub fn ask_unanswered(&mut self, session: &mut Session<'_>, now: Timestamp) {
        self.scope = Scope::Open;
        self.shortlist.clear();
        self.go_on(session, now);
    }

    /// Brings back what was parked and passed over.
    pub fn begin_again(&mut self, session: &mut Session<'_>, now: Timestamp) {
        self.passed.clear();
        self.brought_back.clear();
        self.go_on(session, now);
    }

    /// Remembers the present question as one that was left.
    pub fn leave(&mut self, session: &Session<'_>) {
        if let Some(question) = session.question() {
            self.passed.insert(question.id.clone());
            self.visited.push(question.id.clone());
        }
    }

    /// The question where it is.
    pub fn question(&self) -> Option<&str> {
        self.at.as_deref()
    }

    /// Says how many minutes are left; the present question gets a new share of them.
    pub fn set_left(&mut self, session: &Session<'_>, minutes: u32, now: Timestamp) {
        self.clock.set_left(minutes, now);
        self.clock.allot(self.own(session), &self.claims(session, now), now);
    }

    /// Comes to the present question of the session, wherever from.
    pub fn arrive(&mut self, session: &Session<'_>, now: Timestamp) {
        self.over = false;
        self.given.clear();
        let here = session.question().map(|question| question.id.clone());
        if self.at != here {
            self.at = here;
            let (own, claims) = (self.own(session), self.claims(session, now));
            self.clock.begin_question(own, &claims, now);
        }
    }
}
