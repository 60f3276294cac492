//! Random organisations: routes against every set of actions, and what holds for every plan.

use std::collections::{BTreeMap, BTreeSet};

use ospo_assess::assessment::{Route, State};
use ospo_assess::plan::Plan;
use proptest::prelude::*;

use super::organisation::{Organisation, STEPS, ids, listed};

/// A question as the design speaks of it, worked out from the lines of the organisation alone.
struct Fact {
    id: String,
    /// What it counts; `None` when not applicable.
    credit: Option<u32>,
    dropped: bool,
    points: u32,
    requires: Vec<usize>,
    /// Model, part, weight, key.
    places: Vec<(usize, String, u32, bool)>,
}

impl Fact {
    fn below(&self, credit: u32) -> bool {
        self.credit.is_some_and(|own| own < credit)
    }

    fn lowest(&self) -> usize {
        self.places.iter().filter_map(|(_, part, _, _)| part.parse().ok()).min().unwrap_or(usize::MAX)
    }
}

/// Questions by what prefers one to another among routes of the same length: level, then id.
fn facts(organisation: &Organisation) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for row in organisation.rows.iter().filter(|row| row.effort.is_some()) {
        let credit = match row.answer.as_deref() {
            Some("not-applicable") => None,
            _ if row.state == Some(State::Done) => Some(100),
            Some(step) => {
                STEPS.iter().find(|(id, _)| *id == step).map_or(Some(0), |(_, credit)| Some(*credit))
            }
            None => Some(0),
        };
        let points = BTreeMap::from([("S", 1), ("M", 3), ("L", 8)])[row.effort.as_deref().unwrap()];
        let places = organisation.rows.iter().filter(|place| place.id == row.id);
        let places = places.map(|place| (place.model, place.part.clone(), place.weight, place.key)).collect();
        let dropped = row.state == Some(State::Dropped);
        facts.push(Fact { id: row.id.clone(), credit, dropped, points, requires: Vec::new(), places });
    }
    facts.sort_by_key(|fact| (fact.lowest(), fact.id.clone()));
    for row in &organisation.rows {
        for required in &row.requires {
            let find = |id: &str| facts.iter().position(|fact| fact.id == id).unwrap();
            let (from, to) = (find(&row.id), find(required));
            if facts[to].below(67) {
                facts[from].requires.push(to);
            }
        }
    }
    facts
}

/// Whether the gates of a model up to a level hold once this set is done.
fn reaches(facts: &[Fact], set: &[bool], model: usize, target: usize) -> bool {
    (1..=target).all(|level| {
        let (mut gained, mut weights, mut keys) = (0, 0, true);
        for (fact, chosen) in facts.iter().zip(set) {
            let Some(credit) = fact.credit else { continue };
            let credit = if *chosen { 100 } else { credit };
            for (_, _, weight, key) in
                fact.places.iter().filter(|place| place.0 == model && place.1 == level.to_string())
            {
                gained += weight * credit;
                weights += weight;
                keys &= !key || credit >= 67;
            }
        }
        weights == 0 || keys && gained >= 75 * weights
    })
}

/// All that can be done: the largest set that holds no dropped action and all that it requires.
fn available(facts: &[Fact], dropped: impl Fn(usize) -> bool) -> Vec<bool> {
    let mut set: Vec<bool> = (0..facts.len()).map(|i| facts[i].below(100) && !dropped(i)).collect();
    while let Some(i) = (0..set.len()).find(|i| set[*i] && facts[*i].requires.iter().any(|r| !set[*r])) {
        set[i] = false;
    }
    set
}

fn within_reach(facts: &[Fact], all: &[bool], model: usize, target: usize) -> usize {
    (0..=target).rev().find(|level| reaches(facts, all, model, *level)).unwrap()
}

/// The best route of all there are: the fewest points, the fewest actions, the preferred ones.
fn best_route(facts: &[Fact], targets: &[usize]) -> BTreeSet<String> {
    let all = available(facts, |i| facts[i].dropped);
    let reachable: Vec<usize> =
        targets.iter().enumerate().map(|(model, target)| within_reach(facts, &all, model, *target)).collect();
    let choice: Vec<usize> = (0..all.len()).filter(|i| all[*i]).collect();
    let sets = (0..1u32 << choice.len()).map(|bits| {
        let mut set = vec![false; all.len()];
        choice.iter().enumerate().for_each(|(nth, i)| set[*i] = bits >> nth & 1 == 1);
        set
    });
    let solves = |set: &Vec<bool>| {
        (0..set.len()).all(|i| !set[i] || facts[i].requires.iter().all(|required| set[*required]))
            && reachable.iter().enumerate().all(|(model, level)| reaches(facts, set, model, *level))
    };
    let rank = |set: &Vec<bool>| {
        let chosen = || facts.iter().zip(set).filter(|(_, chosen)| **chosen);
        let points: u32 = chosen().map(|(fact, _)| fact.points).sum();
        (points, chosen().count(), set.iter().map(|chosen| !chosen).collect::<Vec<bool>>())
    };
    let best = sets.filter(solves).min_by_key(rank).unwrap();
    facts.iter().zip(best).filter(|(_, chosen)| *chosen).map(|(fact, _)| fact.id.clone()).collect()
}

/// Everything that could be better, with what it requires.
fn full_route(facts: &[Fact], targets: &[usize]) -> BTreeSet<String> {
    let all = available(facts, |i| facts[i].dropped);
    let sustains = |model: usize| {
        let here = || facts.iter().flat_map(|fact| fact.places.iter().map(move |place| (fact, place)));
        let ability = here().filter(|(_, place)| place.0 == model && place.1 == "ability");
        let (mut gained, mut weights) = (0, 0);
        for (credit, weight) in ability.filter_map(|(fact, place)| Some((fact.credit?, place.2))) {
            gained += weight * credit;
            weights += weight;
        }
        if weights == 0 {
            3
        } else {
            [20, 50, 80].iter().take_while(|least| gained >= *least * weights).count()
        }
    };
    let wanted = |fact: &Fact| {
        fact.places.iter().any(|(model, part, _, _)| match part.parse::<usize>() {
            Ok(level) => level <= targets[*model] && fact.below(100),
            Err(_) => sustains(*model) < targets[*model] && fact.below(67),
        })
    };
    let mut next: Vec<usize> = (0..facts.len()).filter(|i| all[*i] && wanted(&facts[*i])).collect();
    let mut route = BTreeSet::new();
    while let Some(i) = next.pop() {
        if route.insert(facts[i].id.clone()) {
            next.extend(&facts[i].requires);
        }
    }
    route
}

/// Two models of three levels and ability, some questions shared, up to eleven in all.
fn organisations() -> impl Strategy<Value = String> {
    let part =
        || prop_oneof![3 => Just(""), 3 => Just("1"), 3 => Just("2"), 1 => Just("3"), 1 => Just("ability")];
    let answer = prop_oneof![
        4 => Just("none"), 2 => Just("started"), 1 => Just("partly"), 1 => Just("fully"),
        1 => Just("unknown"), 1 => Just(""), 1 => Just("not-applicable"),
    ];
    let state = prop_oneof![8 => Just(""), 1 => Just("doing"), 1 => Just("done"), 1 => Just("dropped")];
    let key = || prop_oneof![5 => Just(""), 1 => Just("key")];
    let place = || (part(), 1..=3u32, key());
    let effort = prop_oneof![Just("S"), Just("M"), Just("L")];
    let requires = prop_oneof![2 => Just(0u16), 1 => any::<u16>().prop_flat_map(|a| any::<u16>().prop_map(move |b| a & b))];
    let question = (place(), place(), answer, state, effort, requires);
    let names: Vec<char> = ('a'..='k').collect();
    (proptest::collection::vec(question, 2..=11), Just(names).prop_shuffle()).prop_map(
        |(questions, names)| {
            let mut models = [String::from("model m\n"), String::from("model n\n")];
            for (i, (first, second, answer, state, effort, requires)) in questions.iter().enumerate() {
                let (own, used) = if first.0.is_empty() { (second, first) } else { (first, second) };
                let own_model = usize::from(first.0.is_empty());
                let part = if own.0.is_empty() { "1" } else { own.0 };
                let required = (0..i).filter(|other| requires >> other & 1 == 1);
                let required: String = required.map(|other| format!(" <{}", names[other])).collect();
                models[own_model] += &format!(
                    "{} {part} {effort} w{} {} {answer} {state}{required}\n",
                    names[i], own.1, own.2
                );
                if !used.0.is_empty() {
                    models[1 - own_model] += &format!("{} {} use w{} {}\n", names[i], used.0, used.1, used.2);
                }
            }
            models.concat()
        },
    )
}

fn set(plan: &Plan<'_>) -> BTreeSet<String> {
    ids(plan).into_iter().map(str::to_owned).collect()
}

proptest! {
    #[test]
    fn the_shortest_route_is_the_best_of_all_sets(text in organisations(), targets in [0..=3usize, 0..=3usize]) {
        let organisation = Organisation::of(&text);
        let plan = organisation.plan_to(&targets);
        prop_assert_eq!(plan.proven_shortest, Some(true));
        prop_assert_eq!(set(&plan), best_route(&facts(&organisation), &targets));
    }

    #[test]
    fn the_full_route_holds_all_that_could_be_better(text in organisations(), targets in [0..=3usize, 0..=3usize]) {
        let organisation = Organisation::of(&text);
        let shortest = organisation.plan_to(&targets);
        let full = organisation.plan(&ospo_assess::plan::Settings { route: Route::Full, ..shortest.settings.clone() });
        let expected = full_route(&facts(&organisation), &targets);
        prop_assert_eq!(&set(&full), &expected);
        prop_assert!(set(&shortest).is_subset(&expected));
        let left_out: BTreeSet<String> = expected.difference(&set(&shortest)).cloned().collect();
        prop_assert_eq!(listed(&shortest.left_out), left_out.iter().collect::<Vec<_>>());
    }

    #[test]
    fn a_target_is_reached_or_says_what_it_needs(text in organisations(), targets in [0..=3usize, 0..=3usize]) {
        let organisation = Organisation::of(&text);
        let facts = facts(&organisation);
        let plan = organisation.plan_to(&targets);
        let done: Vec<bool> = facts.iter().map(|fact| set(&plan).contains(&fact.id)).collect();
        for (model, target) in plan.targets.iter().enumerate() {
            let needs = |i: usize| target.needs_dropped.contains(&facts[i].id.as_str());
            let can_reach = |back: &dyn Fn(usize) -> bool| {
                let all = available(&facts, |i| facts[i].dropped && !back(i));
                reaches(&facts, &all, model, target.level)
            };
            prop_assert_eq!(target.needs_dropped.is_empty(), reaches(&facts, &done, model, target.level));
            prop_assert!(can_reach(&needs));
            for needed in (0..facts.len()).filter(|i| needs(*i)) {
                prop_assert!(facts[needed].dropped && !can_reach(&|i| needs(i) && i != needed));
            }
            let last = plan.quarters.last().map_or(target.ends_at, |quarter| quarter.reaches[model].1);
            prop_assert_eq!(last, target.ends_at);
        }
    }

    #[test]
    fn each_action_comes_once_and_after_what_it_requires(
        text in organisations(), targets in [0..=3usize, 0..=3usize], capacity in 1..=12u32, full: bool,
    ) {
        let organisation = Organisation::of(&text);
        let mut settings = organisation.plan_to(&targets).settings;
        settings.capacity = capacity;
        settings.route = if full { Route::Full } else { Route::Shortest };
        let plan = organisation.plan(&settings);
        prop_assert_eq!(set(&plan).len(), plan.actions.len());
        let mut points = 0;
        for (position, planned) in plan.actions.iter().enumerate() {
            let before = &ids(&plan)[..position];
            let written = &planned.action.requires;
            prop_assert!(planned.requires.iter().all(|required| before.contains(required)));
            let named = written.iter().filter(|required| set(&plan).contains(*required));
            prop_assert_eq!(&planned.requires, &named.collect::<Vec<_>>());
            points += planned.action.effort.points();
            prop_assert_eq!(planned.quarter, points.div_ceil(capacity) as usize);
        }
        let mut next = 0;
        for (n, quarter) in plan.quarters.iter().enumerate() {
            prop_assert_eq!((quarter.number, quarter.actions.start), (n + 1, next));
            prop_assert_eq!(quarter.under_way, quarter.actions.is_empty().then_some(next));
            next = quarter.actions.end;
        }
        prop_assert_eq!(next, plan.actions.len());
    }

    #[test]
    fn the_order_of_a_file_makes_no_difference(text in organisations(), targets in [0..=3usize, 0..=3usize]) {
        let models: Vec<&str> = text.split_inclusive('\n').collect();
        let second = models.iter().position(|line| *line == "model n\n").unwrap();
        let reversed = |lines: &[&str]| lines.iter().rev().copied().collect::<String>();
        let turned = format!("model m\n{}model n\n{}", reversed(&models[1..second]), reversed(&models[second + 1..]));
        let (organisation, turned) = (Organisation::of(&text), Organisation::of(&turned));
        let (plan, turned) = (organisation.plan_to(&targets), turned.plan_to(&targets));
        prop_assert_eq!(ids(&plan), ids(&turned));
    }
}
