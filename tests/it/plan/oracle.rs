//! Plans worked out from the lines of an organisation alone, by trying everything: what the design says,
//! word for word, and nothing of how the program does it.

use std::collections::{BTreeMap, BTreeSet};

use ospo_assess::assessment::{Route, State};

use super::organisation::{Organisation, Row, STEPS};

/// A set of questions, by position among the facts.
pub type Set = BTreeSet<usize>;

/// A question as the design speaks of it.
pub struct Fact {
    pub id: String,
    /// What its answer counts, or what is implied; `None` when not applicable.
    pub answered: Option<u32>,
    pub open: bool,
    pub state: State,
    /// All of S, M or L.
    effort: u32,
    /// Those that are asked, the one that implies it at the end.
    pub requires: Vec<usize>,
    places: Vec<Place>,
}

struct Place {
    model: usize,
    part: String,
    weight: u32,
    key: bool,
    from: usize,
    optional: bool,
    /// Its position in the file.
    at: usize,
}

impl Place {
    fn level(&self) -> Option<usize> {
        self.part.parse().ok()
    }

    fn is_ability(&self) -> bool {
        self.part == "ability"
    }
}

impl Fact {
    /// What it counts in a plan.
    fn credit(&self) -> Option<u32> {
        if self.state == State::Done { self.answered.map(|_| 100) } else { self.answered }
    }

    fn below(&self, credit: u32) -> bool {
        self.credit().is_some_and(|own| own < credit)
    }

    pub fn points(&self) -> u32 {
        let exact = f64::from(self.effort) * f64::from(100 - self.answered.unwrap_or(0)) / 100.0;
        ((exact + 0.5).floor() as u32).max(1)
    }

    pub fn foundation(&self) -> bool {
        self.places.iter().any(|place| place.is_ability() && place.key)
    }

    fn lowest(&self) -> usize {
        self.places.iter().filter_map(Place::level).min().unwrap_or(usize::MAX)
    }
}

/// What can be known of a plan beforehand.
pub struct Oracle {
    /// By what prefers one to another among routes of the same length: level, then id.
    pub facts: Vec<Fact>,
    /// The targets of the models with levels.
    targets: Vec<usize>,
    also: Vec<String>,
    first: Vec<String>,
    later: Vec<String>,
}

impl Oracle {
    /// For an organisation whose first models have these targets; those behind have no levels.
    pub fn of(organisation: &Organisation, targets: &[usize]) -> Oracle {
        let plan = &organisation.assessment.plan;
        Oracle {
            facts: facts(organisation),
            targets: targets.to_vec(),
            also: plan.also.clone(),
            first: plan.first.clone(),
            later: plan.later.clone(),
        }
    }

    /// The ids of a set.
    pub fn ids(&self, set: &Set) -> BTreeSet<String> {
        set.iter().map(|i| self.facts[*i].id.clone()).collect()
    }

    /// What each question counts once this set is done.
    fn credits(&self, set: &Set) -> Vec<Option<u32>> {
        let credit =
            |(i, fact): (usize, &Fact)| fact.credit().map(|own| if set.contains(&i) { 100 } else { own });
        self.facts.iter().enumerate().map(credit).collect()
    }

    fn holds(&self, credits: &[Option<u32>], model: usize, level: usize) -> bool {
        let (mut gained, mut weights, mut keys) = (0, 0, true);
        for (fact, credit) in self.facts.iter().zip(credits) {
            let Some(credit) = credit else { continue };
            for place in &fact.places {
                if place.model == model && place.level() == Some(level) {
                    gained += place.weight * credit;
                    weights += place.weight;
                    keys &= !place.key || *credit >= 67;
                }
            }
        }
        weights == 0 || keys && gained >= 75 * weights
    }

    /// The level reached: the highest, not scoped out, with all gates up to it.
    pub fn reached(&self, set: &Set, model: usize) -> usize {
        let credits = self.credits(set);
        let applies = |level: usize| {
            let mut places = self.facts.iter().zip(&credits).filter(|(_, credit)| credit.is_some());
            places.any(|(fact, _)| {
                fact.places.iter().any(|place| place.model == model && place.level() == Some(level))
            })
        };
        let holding = (1..=3).take_while(|level| self.holds(&credits, model, *level));
        holding.filter(|level| applies(*level)).last().unwrap_or(0)
    }

    /// The level that ability sustains; `None` where nothing of it applies.
    pub fn sustained(&self, set: &Set, model: usize) -> Option<usize> {
        let credits = self.credits(set);
        let (mut gained, mut weights, mut lacking) = (0, 0, 4);
        for (fact, credit) in self.facts.iter().zip(&credits) {
            let Some(credit) = credit else { continue };
            for place in fact.places.iter().filter(|place| place.model == model && place.is_ability()) {
                gained += place.weight * credit;
                weights += place.weight;
                if place.key && *credit < 67 {
                    lacking = lacking.min(place.from);
                }
            }
        }
        let enough = [20, 50, 80].iter().take_while(|least| gained >= *least * weights).count();
        (weights > 0).then_some(enough.min(lacking - 1))
    }

    pub fn met(&self, set: &Set, model: usize, level: usize) -> bool {
        let credits = self.credits(set);
        (1..=level).all(|below| self.holds(&credits, model, below))
            && self.sustained(set, model).is_none_or(|sustained| sustained >= level)
    }

    /// What may be in a route when these are dropped.
    fn available(&self, dropped: &Set) -> Set {
        let mut out = dropped.clone();
        loop {
            let more: Vec<usize> = (0..self.facts.len())
                .filter(|i| !out.contains(i))
                .filter(|i| {
                    self.facts[*i].requires.iter().any(|r| out.contains(r) && self.facts[*r].below(67))
                })
                .collect();
            if more.is_empty() {
                break;
            }
            out.extend(more);
        }
        let may = |i: &usize| {
            self.facts[*i].below(100) && (self.facts[*i].state == State::Doing || !out.contains(i))
        };
        (0..self.facts.len()).filter(may).collect()
    }

    pub fn dropped(&self) -> Set {
        (0..self.facts.len()).filter(|i| self.facts[*i].state == State::Dropped).collect()
    }

    /// A set with what it requires.
    fn with_required(&self, set: &Set) -> Set {
        let available = self.available(&self.dropped());
        let mut all = set.clone();
        loop {
            let required = all.iter().flat_map(|i| &self.facts[*i].requires).copied();
            let more: Set = required.filter(|r| self.facts[*r].below(67) && available.contains(r)).collect();
            if more.is_subset(&all) {
                return all;
            }
            all.extend(more);
        }
    }

    fn asks_for_something(&self, model: usize) -> bool {
        self.targets[model] > self.reached(&Set::new(), model)
    }

    pub fn candidates(&self) -> Set {
        let wanted = |i: &usize| {
            let fact = &self.facts[*i];
            fact.places.iter().any(|place| match place.level() {
                Some(level) => level <= self.targets[place.model] && fact.below(100),
                None if place.is_ability() => {
                    let sustained = self.sustained(&Set::new(), place.model);
                    sustained.is_some_and(|level| level < self.targets[place.model]) && fact.below(100)
                }
                None => fact.below(67),
            })
        };
        self.available(&self.dropped()).into_iter().filter(wanted).collect()
    }

    pub fn blocking(&self) -> Set {
        let nothing = Set::new();
        let credits = self.credits(&nothing);
        let blocks = |i: &usize| {
            let fact = &self.facts[*i];
            fact.places.iter().any(|place| match place.level() {
                Some(level) => {
                    level <= self.targets[place.model] && !self.holds(&credits, place.model, level)
                }
                None => self.blocks_ability(fact, place),
            })
        };
        self.candidates().into_iter().filter(blocks).collect()
    }

    fn blocks_ability(&self, fact: &Fact, place: &Place) -> bool {
        place.is_ability() && place.key && place.from <= self.targets[place.model] && fact.below(67)
    }

    pub fn always(&self) -> Set {
        let always = |i: &usize| {
            let fact = &self.facts[*i];
            fact.state == State::Doing || self.also.contains(&fact.id)
        };
        self.available(&self.dropped()).into_iter().filter(always).collect()
    }

    fn base(&self, route: Route) -> Set {
        let basic = |i: &usize| {
            let fact = &self.facts[*i];
            fact.places.iter().any(|place| {
                place.model < self.targets.len()
                    && self.asks_for_something(place.model)
                    && match place.level() {
                        Some(level) => {
                            level <= self.targets[place.model] && fact.below(67) && !place.optional
                        }
                        None => self.blocks_ability(fact, place),
                    }
            })
        };
        let mut base = self.always();
        if route == Route::Recommended {
            base.extend(self.available(&self.dropped()).into_iter().filter(basic));
        }
        self.with_required(&base)
    }

    pub fn full(&self) -> Set {
        self.with_required(&(&self.candidates() | &self.always()))
    }

    /// The targets, each lowered to what can still be met; `None` where nothing is asked for.
    pub fn lowered(&self) -> Vec<Option<usize>> {
        let all = self.full();
        let lower = |model: usize| {
            let met = |level: &usize| self.met(&all, model, *level);
            self.asks_for_something(model).then(|| (0..=self.targets[model]).rev().find(met).unwrap())
        };
        (0..self.targets.len()).map(lower).collect()
    }

    /// Whether a target can be met when these are dropped.
    pub fn can_meet(&self, model: usize, dropped: &Set) -> bool {
        self.met(&self.available(dropped), model, self.targets[model])
    }

    /// The best route of all there are: the fewest points, the fewest actions, the preferred ones.
    pub fn route(&self, route: Route) -> Set {
        if route == Route::Full {
            return self.full();
        }
        let (base, lowered) = (self.base(route), self.lowered());
        let free: Vec<usize> = (&self.candidates() - &base).into_iter().collect();
        let sets = (0..1u32 << free.len()).map(|bits| {
            let chosen = free.iter().enumerate().filter(|(nth, _)| bits >> nth & 1 == 1);
            self.with_required(&(&base | &chosen.map(|(_, i)| *i).collect()))
        });
        let solves = |set: &Set| {
            lowered.iter().enumerate().all(|(model, to)| to.is_none_or(|to| self.met(set, model, to)))
        };
        let rank = |set: &Set| {
            let points: u32 = set.iter().map(|i| self.facts[*i].points()).sum();
            let preferred: Vec<bool> = (0..self.facts.len()).map(|i| !set.contains(&i)).collect();
            (points, set.len(), preferred)
        };
        sets.filter(solves).min_by_key(rank).unwrap()
    }

    /// The actions of a route that an action requires, met or not.
    pub fn required(&self, route: &Set, of: usize) -> Vec<usize> {
        self.facts[of].requires.iter().copied().filter(|required| route.contains(required)).collect()
    }

    /// A route in the order of the design.
    pub fn order(&self, route: &Set) -> Vec<usize> {
        let mut order: Vec<usize> = Vec::new();
        while order.len() < route.len() {
            let ready = route.iter().copied().filter(|i| !order.contains(i));
            let ready = ready.filter(|i| self.required(route, *i).iter().all(|r| order.contains(r)));
            order.push(ready.min_by_key(|i| self.turn(route, *i)).unwrap());
        }
        order
    }

    /// All that needs an action of a route, itself included.
    fn needing(&self, route: &Set, of: usize) -> Set {
        let direct = route.iter().copied().filter(|other| self.required(route, *other).contains(&of));
        direct.flat_map(|other| self.needing(route, other)).chain([of]).collect()
    }

    /// What decides which of two ready actions comes first.
    fn turn(&self, route: &Set, of: usize) -> (u8, usize, usize, (usize, u8), (usize, usize)) {
        let needing = self.needing(route, of);
        let doing = needing.iter().any(|i| self.facts[*i].state == State::Doing);
        let named = |list: &[String], i: usize| list.iter().position(|id| *id == self.facts[i].id);
        let first = needing.iter().filter_map(|i| named(&self.first, *i)).min();
        let later = named(&self.later, of).filter(|_| !doing && first.is_none());
        let level = needing.iter().map(|i| self.own(*i).0).min().unwrap();
        let (doing, first) = (u8::from(!doing), first.unwrap_or(usize::MAX));
        (doing, first, later.map_or(0, |later| later + 1), level, self.own(of).1)
    }

    /// The lowest level and class of a question, and where the place stands that gives it.
    fn own(&self, of: usize) -> ((usize, u8), (usize, usize)) {
        let at = |place: &Place| {
            let class = match (place.is_ability(), place.key, place.optional) {
                (true, true, _) => 0,
                (_, true, _) => 1,
                (_, _, true) => 3,
                _ => 2,
            };
            let level = match place.level() {
                Some(level) => level,
                None if !place.is_ability() => return ((99, 2), (place.model, place.at)),
                None if place.key => place.from,
                None => {
                    let target = self.targets[place.model];
                    let carried = |level: &usize| {
                        self.sustained(&Set::new(), place.model).is_none_or(|sustained| sustained >= *level)
                    };
                    (1..=target).find(|level| !carried(level)).unwrap_or(target)
                }
            };
            ((level, class), (place.model, place.at))
        };
        let places: Vec<(bool, _)> = self.facts[of]
            .places
            .iter()
            .map(|place| (place.model, at(place)))
            .map(|(model, own)| (self.targets.get(model).is_some_and(|target| own.0.0 <= *target), own))
            .collect();
        let near = places.iter().filter(|(near, _)| *near).map(|(_, own)| *own).min();
        near.or_else(|| places.iter().map(|(_, own)| *own).min()).unwrap()
    }
}

fn facts(organisation: &Organisation) -> Vec<Fact> {
    let rows = &organisation.rows;
    let own: Vec<&Row> = rows.iter().filter(|row| row.effort.is_some()).collect();
    let fact = |row: &&Row| {
        let (answered, implied) = stands(&own, row);
        let places = rows.iter().enumerate().filter(|(_, place)| place.id == row.id);
        let places = places.map(|(at, place)| Place {
            model: place.model,
            part: place.part.clone(),
            weight: place.weight,
            key: place.key,
            from: place.from.unwrap_or(1),
            optional: place.optional,
            // Used questions come after the file's own.
            at: if place.effort.is_some() { at } else { at + rows.len() },
        });
        Fact {
            id: row.id.clone(),
            answered,
            open: !implied && answered == Some(0) && row.answer.as_deref() != Some("none"),
            state: row.state.unwrap_or_default(),
            effort: BTreeMap::from([("S", 1), ("M", 3), ("L", 8)])[row.effort.as_deref().unwrap()],
            requires: Vec::new(),
            places: places.collect(),
        }
    };
    let mut facts: Vec<Fact> = own.iter().map(fact).collect();
    facts.sort_by_key(|fact| (fact.lowest(), fact.id.clone()));
    for row in &own {
        let find = |id: &str| facts.iter().position(|fact| fact.id == id);
        let only_if = row.only_if.as_ref().filter(|_| stands(&own, row).1).map(|(question, _)| question);
        let mut requires: Vec<usize> = Vec::new();
        for required in row.requires.iter().chain(only_if).filter_map(|id| find(id)) {
            if !requires.contains(&required) {
                requires.push(required);
            }
        }
        let position = find(&row.id).unwrap();
        facts[position].requires = requires;
    }
    facts
}

/// What a question counts by its answer, and whether that is implied.
fn stands(all: &[&Row], row: &Row) -> (Option<u32>, bool) {
    let credit = |step: &str| STEPS.iter().find(|(id, _)| *id == step).map(|(_, credit)| *credit);
    match row.answer.as_deref() {
        Some("not-applicable") => return (None, false),
        Some("unknown") => return (Some(0), false),
        Some(step) if credit(step).is_some() => return (credit(step), false),
        _ => {}
    }
    let Some((question, step)) = &row.only_if else { return (Some(0), false) };
    let Some(other) = all.iter().find(|other| other.id == *question) else { return (Some(0), false) };
    match stands(all, other) {
        (None, _) => (None, true),
        (Some(_), true) => (Some(0), true),
        (Some(own), false) => {
            let is_option = other.answer.as_deref().is_some_and(|step| credit(step).is_some());
            (Some(0), is_option && own < credit(step).unwrap())
        }
    }
}
