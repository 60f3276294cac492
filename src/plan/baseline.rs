//! The baseline of a plan: every question that is asked, what it counts, and what it needs.
//!
//! Questions are named by their position in [`Baseline::asked`], which is in the order of their
//! ids. Nothing here knows which actions a plan takes.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::assessment::{Assessment, State};
use crate::questionnaire::{Action, Catalogue, Part, Placement, Question, Questionnaire};
use crate::score::{self, LevelsScore, MET, Outcome, Standing};

/// A question that is asked, and has an action.
pub(super) struct Asked<'a> {
    pub question: &'a Question,
    pub action: &'a Action,
    pub standing: Standing,
    pub state: State,
    /// Everywhere that it is asked.
    pub places: Vec<Place<'a>>,
}

/// Where a question is asked.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub questionnaire: &'a Questionnaire,
    pub placement: &'a Placement,
    /// The position of the questionnaire in the assessment, and of this place in it: first what it
    /// asks of its own, then what it uses.
    pub at: (usize, usize),
}

impl<'a> Asked<'a> {
    /// Its credit, 0 to 100: everything once its action is done; `None` when not applicable.
    pub(super) fn credit(&self) -> Option<u32> {
        let credit = self.standing.proven()?;
        Some(if self.state == State::Done { 100 } else { credit })
    }

    /// True when it applies and counts less than this.
    pub(super) fn is_below(&self, credit: u32) -> bool {
        self.credit().is_some_and(|own| own < credit)
    }

    /// The work that its action takes from its answer on, in points: at least 1.
    pub(super) fn points(&self) -> u32 {
        let missing = 100_u32.saturating_sub(self.standing.proven().unwrap_or(0));
        ((self.action.effort.points() * missing + 50) / 100).max(1)
    }

    /// The levels in which it stands, in the order of the assessment.
    pub(super) fn levels(&self) -> impl Iterator<Item = (&'a Questionnaire, usize)> {
        self.places.iter().filter_map(|place| match place.placement.part {
            Part::Level(number) => Some((place.questionnaire, number)),
            Part::Ability | Part::Area(_) | Part::Fit => None,
        })
    }

    /// The lowest level in which it stands; questions of ability and areas come after every level.
    pub(super) fn lowest_level(&self) -> usize {
        self.levels().map(|(_, number)| number).min().unwrap_or(usize::MAX)
    }

    /// True where no programme lasts without it: a key question on ability.
    pub(super) fn is_foundation(&self) -> bool {
        self.places.iter().any(|place| place.placement.part == Part::Ability && place.placement.key)
    }
}

/// The baseline of a plan.
pub(super) struct Baseline<'a> {
    catalogue: &'a Catalogue,
    /// The questionnaires of the assessment, in its order.
    pub questionnaires: Vec<&'a Questionnaire>,
    /// The questions, by id.
    pub asked: Vec<Asked<'a>>,
    /// The position of each.
    positions: HashMap<&'a str, usize>,
    /// The standings of those that say nothing on what to do.
    without_action: BTreeMap<&'a str, Standing>,
    /// The questions whose actions a route may take: what is dropped, and what needs that, is not among
    /// them unless it is under way.
    pub available: BTreeSet<usize>,
    /// By question, the unmet requirements that its action takes along.
    pub needs: Vec<Vec<usize>>,
    /// By question, those whose actions require it while it is not met.
    needed_by: Vec<Vec<usize>>,
}

impl<'a> Baseline<'a> {
    /// The baseline of an assessment.
    pub(super) fn of(catalogue: &'a Catalogue, assessment: &Assessment) -> Baseline<'a> {
        let questionnaires: Vec<&Questionnaire> = assessment.asked(catalogue).collect();
        let mut places: BTreeMap<&str, Vec<Place<'_>>> = BTreeMap::new();
        for (nth, questionnaire) in questionnaires.iter().enumerate() {
            let own: BTreeSet<&str> = questionnaire.questions.iter().map(|own| own.id.as_str()).collect();
            let mut placements: Vec<&Placement> = questionnaire.placements.iter().collect();
            placements.sort_by_key(|place| !own.contains(place.question.as_str())); // stable
            for (position, placement) in placements.into_iter().enumerate() {
                let place = Place { questionnaire, placement, at: (nth, position) };
                places.entry(&placement.question).or_default().push(place);
            }
        }
        let mut without_action = BTreeMap::new();
        let mut asked = Vec::new();
        for (id, places) in places {
            let Some(question) = catalogue.question(id) else { continue };
            let standing = score::standing(catalogue, assessment, question);
            match &question.action {
                Some(action) => {
                    asked.push(Asked { question, action, standing, state: assessment.state(id), places });
                }
                None => drop(without_action.insert(id, standing)),
            }
        }
        let mut baseline = Baseline {
            catalogue,
            questionnaires,
            positions: asked.iter().map(|asked| asked.question.id.as_str()).zip(0..).collect(),
            asked,
            without_action,
            available: BTreeSet::new(),
            needs: Vec::new(),
            needed_by: Vec::new(),
        };
        let needs = (0..baseline.asked.len()).map(|position| baseline.unmet(position).collect());
        let needs: Vec<Vec<usize>> = needs.collect();
        baseline.needed_by = reversed(&needs);
        baseline.available = baseline.available_without(&baseline.in_state(State::Dropped));
        let takes = |needs: Vec<usize>| needs.into_iter().filter(|need| baseline.available.contains(need));
        baseline.needs = needs.into_iter().map(|needs| takes(needs).collect()).collect();
        baseline
    }

    /// The questions that the action of this one requires, where they are asked, in the order of the
    /// file; the one that implies it at the end.
    pub(super) fn requires(&self, position: usize) -> impl Iterator<Item = usize> {
        let mut seen = BTreeSet::from([position]);
        let Asked { question, action, standing, .. } = &self.asked[position];
        let only_if = question.only_if.as_ref().filter(|_| *standing == Standing::Implied);
        let ids = action.requires.iter().chain(only_if.map(|condition| &condition.question));
        ids.filter_map(|id| self.position(id)).filter(move |required| seen.insert(*required))
    }

    /// Those of them that are not met.
    pub(super) fn unmet(&self, position: usize) -> impl Iterator<Item = usize> {
        self.requires(position).filter(|required| self.asked[*required].is_below(MET))
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// The questions in this state that are not fully in place without their action.
    pub(super) fn in_state(&self, state: State) -> BTreeSet<usize> {
        let positions = 0..self.asked.len();
        let below = |asked: &Asked<'_>| asked.standing.proven().is_some_and(|credit| credit < 100);
        positions.filter(|i| self.asked[*i].state == state && below(&self.asked[*i])).collect()
    }

    /// What a route may take when these are dropped: nothing that needs them, unless it is under way.
    pub(super) fn available_without(&self, dropped: &BTreeSet<usize>) -> BTreeSet<usize> {
        let ruled_out = reach(dropped.iter().copied(), &self.needed_by);
        let may = |position: &usize| {
            let asked = &self.asked[*position];
            asked.is_below(100) && (asked.state == State::Doing || !ruled_out.contains(position))
        };
        (0..self.asked.len()).filter(may).collect()
    }

    /// The questions without an action that keep a questionnaire with this score from a level.
    pub(super) fn in_the_way(
        &self,
        questionnaire: &'a Questionnaire,
        score: &LevelsScore<'a>,
        level: usize,
    ) -> Vec<&'a Question> {
        let up_to = score.levels.iter().take(level);
        let gates = up_to.flat_map(|level| level.blocking.iter().copied());
        let carries =
            score.ability.is_none_or(|ability| ability.sustains.is_none_or(|number| number >= level));
        let ability = questionnaire.placements.iter().filter(|place| place.part == Part::Ability && !carries);
        let ids = gates.chain(ability.map(|place| place.question.as_str()));
        let is_low = |id: &&str| {
            self.without_action
                .get(id)
                .is_some_and(|standing| standing.proven().is_some_and(|credit| credit < 100))
        };
        ids.filter(is_low).filter_map(|id| self.catalogue.question(id)).collect()
    }

    /// The questionnaires of kind `levels`, each with its score once the questions for which `counts`
    /// holds are done.
    pub(super) fn project(
        &self,
        counts: impl Fn(usize) -> bool,
    ) -> Vec<(&'a Questionnaire, LevelsScore<'a>)> {
        let scores = self
            .questionnaires
            .iter()
            .filter_map(|questionnaire| Some((*questionnaire, self.project_one(questionnaire, &counts)?)));
        scores.collect()
    }

    /// One questionnaire's score once the questions for which `counts` holds are done; `None` unless
    /// its kind is `levels`.
    pub(super) fn project_one(
        &self,
        questionnaire: &'a Questionnaire,
        counts: impl Fn(usize) -> bool,
    ) -> Option<LevelsScore<'a>> {
        if questionnaire.levels.is_empty() {
            return None;
        }
        let score = score::score_with(self.catalogue, questionnaire, |place| {
            let Some(position) = self.position(&place.question) else {
                let id = place.question.as_str();
                return self.without_action.get(id).copied().unwrap_or(Standing::Unanswered);
            };
            let asked = &self.asked[position];
            let done = asked.state == State::Done || counts(position);
            if done && asked.standing.proven().is_some() {
                let option = asked.question.options.len().saturating_sub(1);
                return Standing::Answered { credit: 100, option };
            }
            asked.standing
        });
        match score.result {
            Outcome::Levels(levels) => Some(levels),
            Outcome::Areas(_) | Outcome::Fit(_) => None,
        }
    }
}

/// Everything that can be reached along these edges, the start included.
pub(super) fn reach(start: impl IntoIterator<Item = usize>, edges: &[Vec<usize>]) -> BTreeSet<usize> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<usize> = start.into_iter().collect();
    while let Some(position) = next.pop() {
        if reached.insert(position) {
            next.extend(edges.get(position).into_iter().flatten());
        }
    }
    reached
}

/// The same edges, the other way round.
pub(super) fn reversed(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut reversed = vec![Vec::new(); edges.len()];
    for (from, targets) in edges.iter().enumerate() {
        for to in targets {
            reversed[*to].push(from);
        }
    }
    reversed
}
