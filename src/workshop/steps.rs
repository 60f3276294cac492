//! The steps of a workshop: where it is, and what each of them does to the assessment.

mod course;

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::agenda::{AgendaItem, Scope, Stage, agenda, is_begun, stage};
use super::ballots::{ballots, nameless, settled};
use super::clock::{Clock, TimeLeft};
use super::shortlist::{Picked, seconds};
use crate::assessment::{Answer, Decision, DeviceVote, Edit, Entry, How};
use crate::interview::Session;
use crate::questionnaire::Question;
use crate::team::{AGREED, Tally, with_notes};

/// The view that a workshop shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// A question that is voted on; the votes are hidden.
    Voting,
    /// The votes, to be decided upon.
    Revealed,
    Decided,
    /// Nothing is left, or nothing that was not passed over.
    Over,
}

/// A workshop. The question where it is, is the one of the [`Session`].
#[derive(Debug, Clone)]
pub struct Workshop {
    /// The questions that it walks through.
    pub scope: Scope,
    /// The questions that were picked for this sitting, in their order; empty where none were.
    pub shortlist: Vec<Picked>,
    pub clock: Clock,
    /// Questions whose votes were shown.
    revealed: BTreeSet<String>,
    /// Questions that were passed over.
    passed: BTreeSet<String>,
    /// Parked questions that were brought back.
    brought_back: BTreeSet<String>,
    /// The question where it is, as long as it has not gone elsewhere.
    at: Option<String>,
    /// The questions where it was before, the last one at the end.
    visited: Vec<String>,
    /// The votes on the present question in the order in which they were given.
    given: Vec<String>,
    over: bool,
}

impl Workshop {
    /// Begins a workshop at the first question of its agenda.
    pub fn start(session: &mut Session<'_>, scope: Scope, minutes: u32, now: Timestamp) -> Workshop {
        let mut workshop = Workshop {
            scope,
            shortlist: Vec::new(),
            clock: Clock::start(minutes, now),
            revealed: BTreeSet::new(),
            passed: BTreeSet::new(),
            brought_back: BTreeSet::new(),
            at: None,
            visited: Vec::new(),
            given: Vec::new(),
            over: false,
        };
        workshop.go_on(session, now);
        workshop
    }

    /// The view that is shown.
    pub fn view(&self, session: &Session<'_>) -> View {
        let Some(question) = session.question().filter(|_| !self.over) else { return View::Over };
        let assessment = session.assessment();
        let has_votes = assessment.votes.contains_key(&question.id);
        match stage(question, assessment) {
            Stage::Decided => View::Decided,
            _ if has_votes => {
                // Votes from files, and those of a parked question, were seen before.
                let known = assessment.decisions.contains_key(&question.id);
                if known || self.revealed.contains(&question.id) { View::Revealed } else { View::Voting }
            }
            _ => View::Voting,
        }
    }

    /// The tally of the votes on the present question.
    pub fn tally(&self, session: &Session<'_>) -> Option<Tally> {
        let question = session.question()?;
        Some(Tally::of(question, session.assessment().votes.get(&question.id)))
    }

    /// The questions still to be decided, in order: those of the shortlist, where there is one.
    pub fn agenda<'a>(&self, session: &Session<'a>) -> Vec<AgendaItem<'a>> {
        if self.shortlist.is_empty() {
            return agenda(session, self.scope);
        }
        let mut items = agenda(session, Scope::All);
        let place = |item: &AgendaItem<'_>| {
            self.shortlist.iter().position(|picked| picked.question == item.position.place.question)
        };
        items.retain(|item| place(item).is_some());
        items.sort_by_key(|item| match item.stage {
            Stage::Parked => (2, place(item)),
            _ if is_begun(session, item) => (0, place(item)),
            _ => (1, place(item)),
        });
        items
    }

    /// The questions still to be decided that are not on the shortlist; none where there is no shortlist.
    pub fn not_picked<'a>(&self, session: &Session<'a>) -> Vec<AgendaItem<'a>> {
        let mut items = agenda(session, self.scope);
        items.retain(|item| {
            let is_it = |picked: &Picked| picked.question == item.position.place.question;
            !self.shortlist.is_empty() && !self.shortlist.iter().any(is_it)
        });
        items
    }

    /// What is parked, on the shortlist or not: what is off it is not walked through before somebody asks for it.
    pub fn parked<'a>(&self, session: &Session<'a>) -> Vec<AgendaItem<'a>> {
        let mut items = self.agenda(session);
        items.extend(self.not_picked(session));
        items.retain(|item| item.stage == Stage::Parked);
        items
    }

    /// Takes these questions as the ones of this sitting, or none in particular; comes to the first of them,
    /// unless the present one is among them or its votes are counted.
    pub fn pick(&mut self, session: &mut Session<'_>, shortlist: Vec<Picked>, now: Timestamp) {
        self.shortlist = shortlist;
        self.passed.clear();
        self.brought_back.clear();
        let agenda = self.agenda(session);
        let here = session.question().map(|question| question.id.as_str());
        let is_here = agenda.first().is_some_and(|item| Some(item.position.place.question.as_str()) == here);
        let is_counted = !self.over && self.tally(session).is_some_and(|tally| tally.all > 0);
        if self.over || !(is_here || is_counted) {
            self.go_on(session, now);
        }
        let claims = self.claims(session, now);
        self.clock.allot(self.own(session), &claims, now);
    }

    /// The seconds of its own that the present question has.
    fn own(&self, session: &Session<'_>) -> Option<i64> {
        session.question().and_then(|question| seconds(&self.shortlist, &question.id))
    }

    /// What is left in the order in which it gets time, each with the seconds of its own that it still has: what
    /// is parked was begun before, and what comes late changes least.
    fn by_claim<'a>(&self, session: &Session<'a>, now: Timestamp) -> Vec<(&'a str, Option<i64>)> {
        let agenda = self.agenda(session);
        let (parked, open): (Vec<_>, Vec<_>) =
            agenda.into_iter().partition(|item| item.stage == Stage::Parked);
        let taken = |id: &str| if self.at.as_deref() == Some(id) { self.clock.question(now).0 } else { 0 };
        let claim = |item: AgendaItem<'a>| {
            let id = item.position.place.question.as_str();
            (id, seconds(&self.shortlist, id).map(|own| (own - taken(id)).max(0)))
        };
        parked.into_iter().chain(open).map(claim).collect()
    }

    fn claims(&self, session: &Session<'_>, now: Timestamp) -> Vec<Option<i64>> {
        self.by_claim(session, now).into_iter().map(|(_, own)| own).collect()
    }

    /// The time that is left, with what is still to be decided.
    pub fn time_left(&self, session: &Session<'_>, now: Timestamp) -> TimeLeft {
        self.clock.time_left(&self.claims(session, now), now)
    }

    /// The questions for which there is no time: the last ones, since what comes late changes least; what
    /// is parked goes last of all.
    pub fn to_skip<'a>(&self, session: &Session<'a>, now: Timestamp) -> Vec<&'a str> {
        let claims = self.by_claim(session, now);
        let fits = self.time_left(session, now).fits;
        claims.into_iter().skip(fits).map(|(id, _)| id).collect()
    }

    /// Adds a vote: an option's id, or the word for *unknown* or *not applicable*.
    pub fn vote(&mut self, session: &mut Session<'_>, word: &str) {
        if self.change_votes(session, word, 1) {
            self.given.push(word.to_owned());
        }
    }

    /// Adds so many votes at once: those of all who have not voted yet.
    pub fn vote_for_rest(&mut self, session: &mut Session<'_>, word: &str, votes: u32) {
        let votes = i32::try_from(votes).unwrap_or(i32::MAX);
        if self.change_votes(session, word, votes) {
            self.given.extend((0..votes).map(|_| word.to_owned()));
        }
    }

    /// Takes a vote back; `false` when there is none of this kind.
    pub fn take_back(&mut self, session: &mut Session<'_>, word: &str) -> bool {
        let taken = self.change_votes(session, word, -1);
        if let Some(last) = self.given.iter().rposition(|given| given == word).filter(|_| taken) {
            self.given.remove(last);
        }
        taken
    }

    /// Takes back the vote that was given last on this question; `false` when that is not known.
    pub fn take_last_back(&mut self, session: &mut Session<'_>) -> bool {
        self.given.last().cloned().is_some_and(|word| self.take_back(session, &word))
    }

    fn change_votes(&mut self, session: &mut Session<'_>, word: &str, by: i32) -> bool {
        let Some(question) = session.question() else { return false };
        if matches!(self.view(session), View::Decided | View::Over) {
            return false;
        }
        let assessment = session.assessment();
        let votes =
            assessment.votes.get(&question.id).and_then(|votes| votes.get(word)).copied().unwrap_or(0);
        let ballots = ballots(assessment, &question.id).iter().filter(|ballot| ballot.answer == word).count();
        // A vote from a device is taken back there.
        if by < 0 && u32::try_from(ballots).unwrap_or(u32::MAX) >= votes {
            return false;
        }
        session.edit(Edit::Count(question.id.clone(), word.to_owned(), by));
        true
    }

    /// Shows the votes; without any there is nothing to show.
    pub fn reveal(&mut self, session: &Session<'_>) -> bool {
        let voted = self.tally(session).is_some_and(|tally| tally.all > 0);
        if let Some(question) = session.question().filter(|_| voted) {
            self.revealed.insert(question.id.clone());
        }
        voted
    }

    /// Decides the present question. `reason` says why it does not apply, or why it is another answer
    /// than the votes give by themselves, or why this one although the votes are split or few.
    pub fn decide(
        &mut self,
        session: &mut Session<'_>,
        answer: Answer,
        reason: Option<String>,
        now: Timestamp,
    ) {
        let (Some(question), Some(tally)) = (session.question(), self.tally(session)) else { return };
        let merged = session.assessment().voices.contains_key(&question.id);
        let why = reason.clone().filter(|_| answer != Answer::NotApplicable);
        let own = tally.outcome.filter(|outcome| outcome.answer.as_ref() == Some(&answer));
        let decision = match own {
            Some(outcome) if why.is_some() => Decision::new(outcome.decision.how, why),
            Some(outcome) if merged => Decision::new(outcome.decision.how, Some(AGREED.to_owned())),
            Some(outcome) => outcome.decision,
            None => Decision::new(How::Chosen, reason.clone()),
        };
        let before = session.assessment().entry(&question.id).cloned().unwrap_or_default();
        let ballots = ballots(session.assessment(), &question.id);
        let entry = Entry {
            reason: reason.filter(|_| answer == Answer::NotApplicable),
            answer: Some(answer),
            note: with_notes(before.note, nameless(ballots)),
            revision: Some(question.revision),
            answered_at: Some(Timestamp::from_second(now.as_second()).unwrap_or(now)),
            ..before
        };
        let mut edits = vec![
            Edit::Entry(question.id.clone(), Some(entry)),
            Edit::Decision(question.id.clone(), Some(decision)),
        ];
        if !ballots.is_empty() {
            edits.push(Edit::Ballots(question.id.clone(), settled(ballots)));
        }
        session.edit(Edit::All(edits));
        self.revealed.insert(question.id.clone());
        self.clock.decided(self.own(session).is_some(), now);
    }

    /// Puts the present question off to the end, and goes on.
    pub fn park(&mut self, session: &mut Session<'_>, reason: Option<String>, now: Timestamp) {
        let Some(question) = session.question().filter(|_| !self.over) else { return };
        let parked = Decision::new(How::Parked, reason);
        if session.assessment().decisions.get(&question.id) != Some(&parked) {
            let ballots = ballots(session.assessment(), &question.id);
            let mut edits = vec![
                without_answer(session, question, nameless(ballots)),
                Edit::Decision(question.id.clone(), Some(parked)),
            ];
            if !ballots.is_empty() {
                edits.push(Edit::Ballots(question.id.clone(), settled(ballots)));
            }
            session.edit(Edit::All(edits));
        }
        self.leave(session);
        self.go_on(session, now);
    }

    /// Takes the decision away, and leaves the votes as they are shown.
    pub fn reopen(&mut self, session: &mut Session<'_>) {
        let Some(question) = session.question().filter(|_| self.view(session) == View::Decided) else {
            return;
        };
        session.edit(Edit::All(vec![
            without_answer(session, question, []),
            Edit::Decision(question.id.clone(), None),
        ]));
        self.revealed.insert(question.id.clone());
    }

    /// Takes votes and decision away, to vote again: the votes become an earlier round, which has no names, and
    /// their notes go to the question's. Who said what in files stays.
    pub fn vote_again(&mut self, session: &mut Session<'_>) {
        let Some(question) = session.question().filter(|_| !self.over) else { return };
        let assessment = session.assessment();
        let ballots = ballots(assessment, &question.id);
        let mut edits = vec![
            Edit::Votes(question.id.clone(), None),
            without_answer(session, question, ballots),
            Edit::Decision(question.id.clone(), None),
        ];
        if !ballots.is_empty() {
            edits.push(Edit::Ballots(question.id.clone(), None));
        }
        if let Some(votes) = assessment.votes.get(&question.id) {
            let mut rounds = assessment.rounds.get(&question.id).cloned().unwrap_or_default();
            rounds.push(votes.clone());
            edits.push(Edit::Rounds(question.id.clone(), Some(rounds)));
        }
        session.edit(Edit::All(edits));
        self.revealed.remove(&question.id);
        self.given.clear();
    }
}

/// The entry of a question without its answer: note and evidence stay, and the notes of these votes join them.
fn without_answer<'b>(
    session: &Session<'_>,
    question: &Question,
    ballots: impl IntoIterator<Item = &'b DeviceVote>,
) -> Edit {
    let before = session.assessment().entry(&question.id).cloned().unwrap_or_default();
    let (note, evidence) = (with_notes(before.note, ballots), before.evidence);
    let entry = Entry { note, evidence, ..Entry::default() };
    Edit::Entry(question.id.clone(), Some(entry).filter(|entry| *entry != Entry::default()))
}
