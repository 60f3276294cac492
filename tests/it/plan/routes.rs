//! Which actions are taken: candidates, requirements, the three routes, done and dropped ones.

use ospo_assess::assessment::Route;
use ospo_assess::plan::{Plan, Settings};

use super::organisation::{Organisation, ids, listed};

fn full(organisation: &Organisation, target: usize) -> Plan<'_> {
    let mut settings = organisation.settings();
    settings.route = Route::Full;
    settings.targets.iter_mut().for_each(|(_, own)| *own = target);
    organisation.plan(&settings)
}

fn shortest<'o>(organisation: &'o Organisation, targets: &[usize]) -> Plan<'o> {
    let settings = organisation.plan_to(targets).settings;
    organisation.plan(&Settings { route: Route::Shortest, ..settings })
}

fn sorted<'p>(plan: &'p Plan<'_>) -> Vec<&'p str> {
    let mut ids = ids(plan);
    ids.sort_unstable();
    ids
}

#[test]
fn the_shortest_route_takes_the_least_work_that_opens_the_gate() {
    let organisation = Organisation::of("model m\n a 1 L none\n b 1 S none\n c 1 M none\n d 1 S none");
    let plan = shortest(&organisation, &[1]);
    assert_eq!(sorted(&plan), ["b", "c", "d"], "75 percent: three of four");
    assert_eq!(listed(&plan.left_out), ["a"]);
    assert_eq!((plan.points(), plan.proven), (5, Some(true)));
    assert_eq!(plan.targets[0].ends_at, 1);
}

#[test]
fn the_full_route_takes_all_that_could_be_better() {
    let organisation = Organisation::of("model m\n a 1 L none\n b 1 S partly\n c 1 M fully\n d 2 S none");
    let plan = full(&organisation, 1);
    assert_eq!(sorted(&plan), ["a", "b"]);
    assert_eq!((plan.proven, plan.left_out.len()), (None, 0));
}

#[test]
fn few_actions_are_preferred_to_many_of_the_same_effort() {
    // A weight of 3 is missing, of 12: the M alone, or three S. Both are 3 points.
    let organisation =
        Organisation::of("model m\n a 1 S w1\n b 1 S w1\n c 1 S w1\n m 1 M w3\n z 1 S w6 fully");
    assert_eq!(ids(&shortest(&organisation, &[1])), ["m"]);
}

#[test]
fn between_equal_sets_the_lower_level_and_the_first_id_decide() {
    let organisation = Organisation::of("model m\n d 1 S\n c 1 S\n b 1 S\n a 1 S");
    assert_eq!(sorted(&shortest(&organisation, &[1])), ["a", "b", "c"]);
    let organisation = Organisation::of(
        "model m\n z 1 S\n y 1 S fully\n x 1 S fully\n w 1 S fully\n v 1 S\n\
         model n\n v 2 use\n a 1 S\n b 1 S fully\n c 1 S fully\n e 1 S fully\n z 1 use",
    );
    assert_eq!(ids(&shortest(&organisation, &[1, 1])), ["z"], "one action for both");
}

#[test]
fn a_key_question_below_the_key_gate_cannot_be_left_out() {
    let organisation = Organisation::of(
        "model m\n a 1 L key started\n b 1 S fully\n c 1 S fully\n d 1 L key partly\n e 1 S w9 fully",
    );
    let plan = organisation.plan_to(&[1]);
    assert_eq!(ids(&plan), ["a"]);
    assert!(plan.actions[0].blocking);
}

#[test]
fn a_shared_question_is_done_once_and_counts_twice() {
    let organisation = Organisation::of(
        "model m\n both 1 M\n a 1 S w3 fully\n own-m 1 S w2\n\
         model n\n both 1 use\n b 1 S w3 fully\n own-n 1 S w2",
    );
    // Each level lacks 1.5 of weight: its own action of 1 point and weight 2 does it.
    assert_eq!(sorted(&shortest(&organisation, &[1, 1])), ["own-m", "own-n"]);
    let organisation = Organisation::of(
        "model m\n both 1 M w2\n a 1 S w3 fully\n own-m 1 M\n\
         model n\n both 1 use w2\n b 1 S w3 fully\n own-n 1 M",
    );
    let plan = shortest(&organisation, &[1, 1]);
    assert_eq!(ids(&plan), ["both"]);
    let levels: Vec<_> = plan.actions[0].levels.iter().map(|(q, number)| (q.id.as_str(), *number)).collect();
    assert_eq!(levels, [("m", 1), ("n", 1)]);
}

#[test]
fn an_action_takes_its_unmet_requirements_along() {
    let organisation = Organisation::of(
        "model m\n a 1 S key <b <met <skipped <elsewhere\n b 2 S started <c\n c 3 M\n\
         met 2 S partly <never\n skipped 2 S not-applicable <never\n never 3 S\n\
         model spare unasked\n elsewhere 1 S",
    );
    let plan = organisation.plan_to(&[1]);
    assert_eq!(ids(&plan), ["c", "b", "a"]);
    assert_eq!(plan.actions[2].requires, ["b"], "what is not in the plan is not named");
    let blocking: Vec<bool> = plan.actions.iter().map(|planned| planned.blocking).collect();
    assert_eq!(blocking, [false, false, true], "b and c stand above the target");
    assert_eq!(sorted(&full(&organisation, 1)), ["a", "b", "c"]);
}

#[test]
fn a_requirement_that_is_met_and_in_the_plan_comes_first_all_the_same() {
    let organisation = Organisation::of("model m\n a 1 S key none <z\n z 1 S partly");
    let plan = full(&organisation, 1);
    assert_eq!(ids(&plan), ["z", "a"]);
    assert_eq!(plan.actions[1].requires, ["z"]);
}

#[test]
fn a_target_is_met_only_where_ability_sustains_it() {
    let organisation = Organisation::of(
        "model m\n a 1 S fully\n b 2 S\n staff ability L started\n money ability M partly\n time ability S none",
    );
    // Ability is 33 percent: it sustains level 1 (20), not level 2 (50). The S alone makes it 67.
    let plan = shortest(&organisation, &[2]);
    assert_eq!((ids(&plan), listed(&plan.left_out)), (vec!["b", "time"], vec!["money", "staff"]));
    assert!(plan.targets[0].is_met && plan.actions.iter().all(|planned| !planned.foundation));
    assert_eq!(sorted(&full(&organisation, 2)), ["b", "money", "staff", "time"]);
    assert_eq!(plan.actions[1].levels.len(), 0);

    let organisation = Organisation::of("model m\n a 1 S\n staff ability L started\n time ability S none");
    assert_eq!(
        sorted(&full(&organisation, 1)),
        ["a", "staff", "time"],
        "16.5 percent do not sustain level 1"
    );
    let organisation = Organisation::of("model m\n a 1 S\n staff ability L partly\n time ability S none");
    assert_eq!(sorted(&full(&organisation, 1)), ["a"], "33.5 do");
}

#[test]
fn no_target_is_met_without_its_foundations() {
    let organisation = Organisation::of(
        "model m\n a 1 S\n b 2 S\n sponsor ability M key started\n leader ability L key from2 none\n rest ability S w9 fully",
    );
    let plan = shortest(&organisation, &[1]);
    assert_eq!(ids(&plan), ["sponsor", "a"], "the foundation comes first at its level");
    assert!(plan.actions[0].foundation && plan.actions[0].blocking);
    assert_eq!(listed(&plan.left_out), ["leader"], "the leader is indispensable from level 2");
    assert_eq!(ids(&shortest(&organisation, &[2])), ["sponsor", "a", "leader", "b"]);
}

#[test]
fn the_recommended_route_leaves_nothing_out_that_is_hardly_begun() {
    let organisation = Organisation::of(
        "model m\n a 1 L none\n b 1 S started\n c 1 S partly\n d 1 S w9 fully\n e 1 S none optional\n f 2 S",
    );
    let plan = organisation.plan_to(&[1]);
    assert!(plan.actions.is_empty(), "the level is reached: to stay where one is asks for no work");
    assert_eq!(listed(&plan.left_out), ["a", "b", "c", "e"]);
    let plan = organisation.plan_to(&[2]);
    assert_eq!(sorted(&plan), ["a", "b", "f"], "whether their level holds or not, the optional one apart");
    assert_eq!((plan.proven, listed(&plan.left_out)), (Some(true), vec!["c", "e"]));
    assert_eq!(sorted(&shortest(&organisation, &[2])), ["f"]);
}

#[test]
fn beside_its_base_the_recommended_route_takes_the_least() {
    // The base is a. Then 8 of weight are missing: d and c, of a point each, are cheaper than b with either.
    let organisation = Organisation::of(
        "model m\n a 1 S w2 none\n b 1 M w6 none optional\n c 1 S w3 none optional\n d 1 S w5 none optional\n e 1 S w8 fully",
    );
    let plan = organisation.plan_to(&[1]);
    assert_eq!((sorted(&plan), listed(&plan.left_out)), (vec!["a", "c", "d"], vec!["b"]));
}

#[test]
fn what_is_partly_there_takes_less() {
    let organisation = Organisation::of(
        "model m\n a 1 L started\n b 1 L partly\n c 1 M started\n d 1 M partly\n e 1 S partly\n f 1 L unknown",
    );
    let plan = full(&organisation, 1);
    let mut points: Vec<(&str, u32)> =
        plan.actions.iter().map(|planned| (planned.question.id.as_str(), planned.points)).collect();
    points.sort_unstable();
    assert_eq!(points, [("a", 5), ("b", 3), ("c", 2), ("d", 1), ("e", 1), ("f", 8)]);
    assert_eq!((plan.points(), plan.quarters[0].points, plan.quarters[1].points), (20, 12, 8));
}

#[test]
fn what_is_under_way_or_taken_in_is_on_every_route() {
    let text = "model m\n a 1 S fully\n b 3 S none doing <c\n c 3 M none\n d 3 S\n e 3 S fully doing\n f 2 S none dropped\n g 2 S none <f";
    let mut organisation = Organisation::of(text);
    organisation.assessment.plan.also = ["d", "e", "f", "g", "gone"].map(str::to_owned).to_vec();
    for plan in [organisation.plan_to(&[1]), shortest(&organisation, &[1]), full(&organisation, 1)] {
        assert_eq!(ids(&plan), ["c", "b", "d"]);
        assert!(plan.left_out.is_empty());
    }
}

#[test]
fn what_is_under_way_stays_without_what_was_dropped() {
    let organisation = Organisation::of(
        "model m\n a 1 S none doing <b <c\n b 1 S none dropped\n c 1 S none\n d 1 S none <a",
    );
    let plan = full(&organisation, 1);
    assert_eq!(ids(&plan), ["c", "a"]);
    assert_eq!((&plan.actions[1].requires[..], &plan.actions[1].missing[..]), (&["c"][..], &["b"][..]));
    assert_eq!(plan.targets[0].needs_dropped, ["b"], "three of four, and d needs what is dropped");
}

#[test]
fn what_is_implied_requires_what_implies_it() {
    let organisation = Organisation::of(
        "model m\n a 1 S <b ?c:partly\n b 1 S none\n c 2 S started\n d 1 S ?e:fully\n e 2 S partly\n f 1 S none ?c:partly",
    );
    let plan = full(&organisation, 1);
    assert_eq!(ids(&plan), ["b", "c", "a", "d", "f"]);
    let requires =
        |id: &str| plan.actions.iter().find(|planned| planned.question.id == id).unwrap().requires.clone();
    assert_eq!((requires("a"), requires("d"), requires("f")), (vec!["b", "c"], vec![], vec![]));
    assert_eq!(plan.to_answer(), 0, "what is implied is not asked");
}

#[test]
fn areas_are_improved_on_the_full_route_or_where_they_are_required() {
    let text = "model m\n a 1 S <scan\n model depth areas\n scan team S none\n audit team M started\n law office S partly";
    let organisation = Organisation::of(text);
    assert_eq!(sorted(&full(&organisation, 1)), ["a", "audit", "scan"]);
    let plan = organisation.plan_to(&[1]);
    assert_eq!((ids(&plan), listed(&plan.left_out)), (vec!["scan", "a"], vec!["audit"]));
    assert!(!plan.actions[0].blocking);
}

#[test]
fn without_levels_the_route_is_full() {
    let organisation = Organisation::of("model depth areas\n scan team S none\n audit team M started");
    let plan = organisation.plan(&organisation.settings());
    assert_eq!((plan.settings.route, plan.proven), (Route::Full, None));
    assert_eq!(ids(&plan), ["scan", "audit"], "in the order of the file");
    assert_eq!(plan.targets.len(), 0);
}

#[test]
fn a_target_that_is_reached_asks_for_nothing() {
    let organisation = Organisation::of("model m\n a 1 S partly\n b 1 S fully\n c 2 S none");
    let plan = organisation.plan_to(&[1]);
    assert_eq!((plan.actions.len(), plan.quarters.len(), plan.proven), (0, 0, Some(true)));
    assert_eq!(listed(&plan.left_out), ["a"]);
    assert!(!full(&organisation, 1).actions[0].blocking, "its level holds");
    assert_eq!(organisation.plan_to(&[0]).left_out.len(), 0);
}

#[test]
fn the_plan_says_how_much_is_to_be_found_out() {
    let organisation = Organisation::of("model m\n a 1 S\n b 1 S unknown\n c 1 S gone\n d 1 S none");
    assert_eq!(full(&organisation, 1).to_answer(), 3, "unanswered, unknown, no longer offered");
}

#[test]
fn a_level_that_is_scoped_out_is_passed_over() {
    let organisation = Organisation::of("model m\n a 1 S not-applicable\n b 2 S\n c 3 S");
    let plan = organisation.plan_to(&[2]);
    assert_eq!((ids(&plan), plan.targets[0].ends_at), (vec!["b"], 2));
    let plan = organisation.plan_to(&[1]);
    assert_eq!((ids(&plan).len(), plan.targets[0].ends_at, plan.targets[0].needs_dropped.len()), (0, 0, 0));
}

#[test]
fn done_counts_in_full_takes_no_capacity_and_is_listed_apart() {
    let organisation =
        Organisation::of("model m\n a 1 L none done\n b 1 S none <a\n c 1 S none\n d 1 S none doing");
    let plan = shortest(&organisation, &[1]);
    assert_eq!(ids(&plan), ["d", "b"], "what is under way, and one more of the three that are missing");
    assert_eq!((listed(&plan.done), plan.points()), (vec!["a"], 2));
    assert!(plan.actions.iter().all(|planned| planned.requires.is_empty()));
    assert_eq!(listed(&plan.left_out), ["c"]);
    assert_eq!(plan.quarters[0].reaches[0].1, 1);
}

#[test]
fn done_does_not_change_an_answer_nor_the_default_target() {
    let organisation =
        Organisation::of("model m\n a 1 S none done\n b 2 S none\n skipped 3 S not-applicable done");
    assert_eq!(organisation.settings().targets, [("m".to_owned(), 1)]);
    let plan = organisation.plan(&organisation.settings());
    assert_eq!((plan.actions.len(), plan.targets[0].ends_at, listed(&plan.done)), (0, 1, vec!["a"]));
}

#[test]
fn dropped_is_never_chosen_nor_what_requires_it() {
    let organisation = Organisation::of(
        "model m\n a 1 S none dropped\n b 1 S none <a\n c 1 S none <b\n d 1 S w9 none\n e 1 M none <f\n f 2 S partly dropped",
    );
    for plan in [organisation.plan_to(&[1]), full(&organisation, 1)] {
        assert_eq!(sorted(&plan), ["d", "e"], "f is met, though dropped");
        assert_eq!(listed(&plan.dropped), ["a", "f"]);
        assert_eq!((plan.targets[0].ends_at, plan.targets[0].needs_dropped.len()), (1, 0));
    }
}

#[test]
fn a_target_that_needs_a_dropped_action_is_named_and_the_route_goes_as_high_as_it_can() {
    let organisation = Organisation::of(
        "model m\n a 1 M none\n b 1 S none\n b2 1 S fully\n b3 1 S fully\n\
         c 2 S key none <deep\n deep 3 S none <deeper\n deeper 3 S none dropped\n other 2 S none dropped\n o2 2 S w4",
    );
    let plan = shortest(&organisation, &[2]);
    let target = &plan.targets[0];
    assert_eq!((target.level, target.ends_at, &target.needs_dropped[..]), (2, 1, &["deeper"][..]));
    assert_eq!(ids(&plan), ["b"], "the shortest way to level 1, and no step beyond");
    assert_eq!(sorted(&full(&organisation, 2)), ["a", "b", "o2"]);
}

#[test]
fn of_dropped_actions_the_cheap_ones_are_asked_back() {
    let organisation = Organisation::of("model m\n z 1 L dropped\n b 1 S dropped\n c 1 S w2");
    assert_eq!(organisation.plan_to(&[1]).targets[0].needs_dropped, ["b"], "with one of them 75 percent");
    let organisation = Organisation::of("model m\n z 1 S dropped\n b 1 S dropped\n c 1 S w2");
    assert_eq!(organisation.plan_to(&[1]).targets[0].needs_dropped, ["z"], "the first id stays away first");
}

#[test]
fn one_target_out_of_reach_does_not_hold_up_the_other() {
    let organisation = Organisation::of("model m\n a 1 S key dropped\n model n\n b 1 S");
    let plan = organisation.plan_to(&[1, 1]);
    assert_eq!(ids(&plan), ["b"]);
    let ends: Vec<usize> = plan.targets.iter().map(|target| target.ends_at).collect();
    assert_eq!(ends, [0, 1]);
}
