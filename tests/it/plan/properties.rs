//! Random organisations: routes against every set of actions, and what holds for every plan.

use std::collections::BTreeSet;

use ospo_assess::assessment::Route;
use ospo_assess::plan::{Plan, Settings};
use proptest::prelude::*;
use proptest::sample::subsequence;

use super::oracle::{Oracle, Set};
use super::organisation::{Organisation, ids, listed};

/// An organisation with two models of three levels and ability and one of areas, some questions shared, up
/// to ten in all; and what the user moved in its plan.
#[derive(Debug, Clone)]
struct Case {
    text: String,
    targets: [usize; 2],
    also: Vec<String>,
    first: Vec<String>,
    later: Vec<String>,
}

impl Case {
    fn organisation(&self) -> Organisation {
        let mut organisation = Organisation::of(&self.text);
        let plan = &mut organisation.assessment.plan;
        plan.also = self.also.clone();
        plan.first = self.first.clone();
        plan.later = self.later.clone();
        organisation
    }

    fn oracle(&self) -> Oracle {
        Oracle::of(&self.organisation(), &self.targets)
    }

    fn settings(&self, organisation: &Organisation, route: Route) -> Settings {
        Settings { route, ..organisation.plan_to(&self.targets).settings }
    }
}

fn cases() -> impl Strategy<Value = Case> {
    let part =
        || prop_oneof![3 => Just(""), 3 => Just("1"), 3 => Just("2"), 1 => Just("3"), 3 => Just("ability")];
    let answer = prop_oneof![
        4 => Just("none"), 2 => Just("started"), 1 => Just("partly"), 1 => Just("fully"),
        1 => Just("unknown"), 3 => Just(""), 1 => Just("not-applicable"), 1 => Just("gone"),
    ];
    let state = prop_oneof![8 => Just(""), 1 => Just("doing"), 1 => Just("done"), 1 => Just("dropped")];
    let key = || {
        prop_oneof![
            5 => Just(""), 1 => Just("key"), 1 => Just("key from2"), 1 => Just("key from3"), 2 => Just("optional"),
        ]
    };
    let place = || (part(), 1..=3u32, key());
    let effort = prop_oneof![Just("S"), Just("M"), Just("L")];
    let requires = prop_oneof![2 => Just(0u16), 1 => any::<u16>().prop_flat_map(|a| any::<u16>().prop_map(move |b| a & b))];
    let only_if = prop_oneof![3 => Just(None), 1 => (any::<usize>(), prop_oneof![Just("started"), Just("partly"), Just("fully")]).prop_map(Some)];
    let in_area = prop_oneof![5 => Just(false), 1 => Just(true)];
    let question = (place(), place(), answer, state, effort, requires, only_if, in_area);
    let names: Vec<String> = ('a'..='j').map(String::from).collect();
    let steered = || subsequence(names.clone(), 0..=3).prop_shuffle();
    let text = (proptest::collection::vec(question, 2..=10), Just(names.clone()).prop_shuffle()).prop_map(
        |(questions, names)| {
            let mut models = [String::from("model m\n"), String::from("model n\n"), String::new()];
            let mut uses = [String::new(), String::new(), String::new()];
            for (i, (first, second, answer, state, effort, requires, only_if, in_area)) in
                questions.iter().enumerate()
            {
                let (own, used) = if first.0.is_empty() { (second, first) } else { (first, second) };
                let own_model = usize::from(first.0.is_empty());
                let own_part = if own.0.is_empty() { "1" } else { own.0 };
                let required = (0..i).filter(|other| requires >> other & 1 == 1);
                let required: String = required.map(|other| format!(" <{}", names[other])).collect();
                let only_if = only_if
                    .filter(|_| i > 0)
                    .map_or(String::new(), |(other, step)| format!(" ?{}:{step}", names[other % i]));
                let rest = format!("w{} {answer} {state}{required}{only_if}\n", own.1);
                if *in_area {
                    models[2] += &format!("{} team {effort} {rest}", names[i]);
                    uses[own_model] += &format!("{} {own_part} use w{} {}\n", names[i], own.1, own.2);
                } else {
                    models[own_model] += &format!("{} {own_part} {effort} {} {rest}", names[i], own.2);
                }
                if !used.0.is_empty() {
                    uses[1 - own_model] += &format!("{} {} use w{} {}\n", names[i], used.0, used.1, used.2);
                }
            }
            if !models[2].is_empty() {
                models[2] = format!("model o areas\n{}", models[2]);
            }
            models.into_iter().zip(uses).map(|(own, used)| own + &used).collect::<String>()
        },
    );
    (text, [0..=3usize, 0..=3usize], steered(), steered(), steered())
        .prop_map(|(text, targets, also, first, later)| Case { text, targets, also, first, later })
}

fn set(plan: &Plan<'_>) -> BTreeSet<String> {
    ids(plan).into_iter().map(str::to_owned).collect()
}

/// The positions of a plan's actions among the facts.
fn positions(oracle: &Oracle, plan: &Plan<'_>) -> Set {
    let ids = set(plan);
    (0..oracle.facts.len()).filter(|i| ids.contains(&oracle.facts[*i].id)).collect()
}

fn routes() -> impl Strategy<Value = Route> {
    proptest::sample::select(Route::ALL.to_vec())
}

proptest! {
    #[test]
    fn a_route_is_the_best_of_all_sets(case in cases(), route in routes()) {
        let (organisation, oracle) = (case.organisation(), case.oracle());
        let plan = organisation.plan(&case.settings(&organisation, route));
        prop_assert_eq!(plan.proven, (route != Route::Full).then_some(true));
        prop_assert_eq!(set(&plan), oracle.ids(&oracle.route(route)));
        let left_out = oracle.ids(&(&oracle.full() - &oracle.route(route)));
        prop_assert_eq!(listed(&plan.left_out), left_out.iter().collect::<Vec<_>>());
    }

    #[test]
    fn each_action_says_what_it_is(case in cases(), route in routes()) {
        let (organisation, oracle) = (case.organisation(), case.oracle());
        let plan = organisation.plan(&case.settings(&organisation, route));
        let (in_plan, blocking) = (positions(&oracle, &plan), oracle.blocking());
        for planned in &plan.actions {
            let position = oracle.facts.iter().position(|fact| fact.id == planned.question.id).unwrap();
            let fact = &oracle.facts[position];
            prop_assert_eq!(planned.points, fact.points(), "{}", fact.id);
            prop_assert_eq!(planned.blocking, blocking.contains(&position), "{}", fact.id);
            prop_assert_eq!(planned.foundation, fact.foundation(), "{}", fact.id);
            prop_assert_eq!(planned.standing.is_open(), fact.open, "{}", fact.id);
            let id = |i: &usize| oracle.facts[*i].id.as_str();
            let required = oracle.required(&in_plan, position);
            prop_assert_eq!(&planned.requires, &required.iter().map(id).collect::<Vec<_>>());
            let mut missing = fact.requires.iter().filter(|required| !in_plan.contains(required));
            if !planned.missing.is_empty() {
                prop_assert!(planned.state.state == ospo_assess::assessment::State::Doing);
                prop_assert!(planned.missing.iter().all(|missed| missing.any(|i| id(i) == *missed)));
            }
        }
        prop_assert_eq!(plan.points(), plan.actions.iter().map(|planned| planned.points).sum::<u32>());
    }

    #[test]
    fn a_target_is_met_or_says_what_it_needs(case in cases()) {
        let (organisation, oracle) = (case.organisation(), case.oracle());
        let plan = organisation.plan_to(&case.targets);
        let done = positions(&oracle, &plan);
        for (model, target) in plan.targets.iter().enumerate() {
            let asks = oracle.lowered()[model].is_some();
            prop_assert_eq!(target.is_met, !asks || oracle.met(&done, model, target.level));
            prop_assert_eq!(target.needs_dropped.is_empty(), target.is_met);
            prop_assert!(oracle.met(&done, model, target.ends_at));
            if !target.is_met {
                let back: Set = oracle.dropped().into_iter()
                    .filter(|i| target.needs_dropped.contains(&oracle.facts[*i].id.as_str())).collect();
                prop_assert_eq!(back.len(), target.needs_dropped.len(), "each is dropped");
                prop_assert!(oracle.can_meet(model, &(&oracle.dropped() - &back)), "these suffice");
                for needed in &back {
                    let without = &(&oracle.dropped() - &back) | &Set::from([*needed]);
                    prop_assert!(!oracle.can_meet(model, &without), "each is needed");
                }
            }
        }
    }

    #[test]
    fn actions_stand_in_the_order_of_the_design(case in cases(), route in routes()) {
        let (organisation, oracle) = (case.organisation(), case.oracle());
        let plan = organisation.plan(&case.settings(&organisation, route));
        let order = oracle.order(&positions(&oracle, &plan));
        prop_assert_eq!(ids(&plan), order.iter().map(|i| oracle.facts[*i].id.as_str()).collect::<Vec<_>>());
    }

    #[test]
    fn quarters_are_filled_point_by_point(case in cases(), route in routes(), capacity in 1..=12u32) {
        let (organisation, oracle) = (case.organisation(), case.oracle());
        let mut settings = case.settings(&organisation, route);
        settings.capacity = capacity;
        let plan = organisation.plan(&settings);
        // One entry for each point of work: the action that it belongs to, and whether it is its last.
        let points: Vec<(usize, bool)> = plan.actions.iter().enumerate()
            .flat_map(|(i, planned)| (1..=planned.points).map(move |nth| (i, nth == planned.points))).collect();
        let quarters: Vec<&[(usize, bool)]> = points.chunks(capacity as usize).collect();
        prop_assert_eq!(plan.quarters.len(), quarters.len());
        let mut done = Set::new();
        for (quarter, points) in plan.quarters.iter().zip(quarters) {
            prop_assert_eq!(quarter.points as usize, points.len());
            let ended: Vec<usize> = points.iter().filter(|(_, last)| *last).map(|(i, _)| *i).collect();
            prop_assert_eq!(quarter.actions.clone().collect::<Vec<_>>(), ended.clone());
            prop_assert!(ended.iter().all(|i| plan.actions[*i].quarter == quarter.number));
            let last = points.last().filter(|(_, last)| !last).map(|(i, _)| *i);
            prop_assert_eq!(quarter.under_way, last);
            let id = |i: &usize| oracle.facts.iter().position(|fact| fact.id == plan.actions[*i].question.id).unwrap();
            done.extend(ended.iter().map(id));
            let reached: Vec<usize> = quarter.reaches.iter().map(|(_, level)| *level).collect();
            prop_assert_eq!(reached, [oracle.reached(&done, 0), oracle.reached(&done, 1)]);
            let sustained: Vec<(&str, usize)> =
                quarter.sustains.iter().map(|(model, level)| (model.id.as_str(), *level)).collect();
            let expected = ["m", "n"].into_iter().enumerate();
            let expected = expected.filter_map(|(i, model)| Some((model, oracle.sustained(&done, i)?)));
            prop_assert_eq!(sustained, expected.collect::<Vec<_>>());
        }
    }
}
