//! In which order actions are done.

use ospo_assess::assessment::Route;

use super::organisation::{Organisation, ids};

/// What an organisation has, its targets, the order of its full plan, and the rule that it shows.
type Case = (&'static str, &'static [usize], &'static [&'static str], &'static str);

const CASES: &[Case] = &[
    ("model m\n a 2 S\n b 1 L", &[2], &["b", "a"], "the lower level first"),
    (
        "model m\n a 2 S <y\n b 1 S <z\n y 3 S\n z 3 S",
        &[2],
        &["z", "b", "y", "a"],
        "a requirement takes the lowest level at which it is needed",
    ),
    (
        "model m\n c 1 L\n a 1 S key <deep\n deep 3 S none <deeper\n deeper 3 S none",
        &[1],
        &["deeper", "deep", "a", "c"],
        "and the class, through others too",
    ),
    (
        "model m\n c 1 S optional\n a 1 S\n b 1 L key",
        &[1],
        &["b", "a", "c"],
        "key questions, others, optional ones",
    ),
    (
        "model m\n k 1 S key\n s ability L key\n t ability L key from2\n a 2 S key\n u ability M",
        &[2],
        &["s", "k", "u", "t", "a"],
        "foundations first at their level; other ability where ability gives out: at level 1",
    ),
    (
        "model m\n a 1 S\n b 2 S\n t ability M started\n u ability S started",
        &[2],
        &["a", "b", "t", "u"],
        "33 percent sustain level 1: ability comes at level 2",
    ),
    ("model m\n c 1 L\n b 1 S\n a 1 S", &[1], &["c", "b", "a"], "the order of the file, whatever the effort"),
    (
        "model m\n a 1 S\n model n\n b 1 use\n c 1 S\n model spare unasked\n b 1 S",
        &[1, 1],
        &["a", "c", "b"],
        "questionnaire by questionnaire; what is used after the file's own",
    ),
    (
        "model m\n a 3 S\n b 1 S\n model n\n a 1 use\n c 2 S",
        &[3, 2],
        &["b", "a", "c"],
        "the lowest level of any questionnaire",
    ),
    (
        "model m\n a 1 S <x\n b 2 S key\n x 3 S\n model n\n x 1 use key",
        &[2, 0],
        &["x", "a", "b"],
        "a place above its target does not count",
    ),
    ("model o areas\n y team S\n model m\n a 3 S", &[3], &["a", "y"], "areas come after all levels"),
    (
        "model m\n a 1 S\n b 1 S <d\n c 2 S doing <e\n d 3 S\n e 3 S",
        &[2],
        &["e", "c", "a", "d", "b"],
        "what is under way, and what that needs, comes first",
    ),
];

#[test]
fn actions_stand_in_the_order_of_the_rules() {
    for (text, targets, expected, rule) in CASES {
        let organisation = Organisation::of(text);
        let mut settings = organisation.settings();
        settings.route = Route::Full;
        settings.targets.iter_mut().zip(*targets).for_each(|((_, own), target)| *own = *target);
        assert_eq!(ids(&organisation.plan(&settings)), *expected, "{rule}");
    }
}

/// The order of a full plan in which the user moved something.
fn steered(text: &str, first: &[&str], later: &[&str]) -> Vec<String> {
    let mut organisation = Organisation::of(text);
    let names = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    let plan = &mut organisation.assessment.plan;
    (plan.route, plan.first, plan.later) = (Some(Route::Full), names(first), names(later));
    ids(&organisation.plan_to(&[3])).into_iter().map(str::to_owned).collect()
}

#[test]
fn what_the_user_moves_takes_along_what_it_needs() {
    let text = "model m\n a 1 S\n b 1 S\n c 2 S <e\n d 2 S doing\n e 3 S\n f 3 S";
    assert_eq!(steered(text, &[], &[]), ["d", "a", "b", "e", "c", "f"]);
    assert_eq!(steered(text, &["f", "c"], &[]), ["d", "f", "e", "c", "a", "b"], "in the order given");
    assert_eq!(steered(text, &[], &["a", "b"]), ["d", "e", "c", "f", "a", "b"], "the last named last");
    assert_eq!(steered(text, &[], &["e"]), ["d", "a", "b", "f", "e", "c"], "what needs it waits");
    assert_eq!(steered(text, &["c"], &["e", "d", "c"]), ["d", "e", "c", "a", "b", "f"], "not held back");
    assert_eq!(steered(text, &["gone"], &["gone"]), ["d", "a", "b", "e", "c", "f"]);
}
