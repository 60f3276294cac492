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
        "model m\n a 1 S <deep\n deep ability S none <deeper\n deeper ability S none\n c 1 L",
        &[1],
        &["c", "deeper", "deep", "a"],
        "ability that something needs comes at its level; blocking goes before it",
    ),
    (
        "model m\n a 1 S partly\n b 1 S w9 fully\n model n\n c 1 L none",
        &[1, 1],
        &["c", "a"],
        "what blocks before what does not, though it gains less for its work",
    ),
    ("model m\n a 1 S\n b 1 L key\n c 1 S", &[1], &["b", "a", "c"], "key questions before others"),
    (
        "model m\n a 1 S\n b 1 L\n model n\n b 2 use key",
        &[1, 0],
        &["b", "a"],
        "a key question anywhere, above the target too",
    ),
    (
        "model m\n a 1 M started\n b 1 L w8\n c 1 S\n d 1 M w3 started",
        &[1],
        &["b", "c", "d", "a"],
        "the most gained for a point: 100 and 100 (by id), 67, 22",
    ),
    (
        "model m\n a 1 M w2\n b 1 M\n model n\n b 3 use w2",
        &[1, 0],
        &["b", "a"],
        "what is gained counts wherever it is asked",
    ),
    ("model m\n c 1 S\n b 1 S\n a 1 S", &[1], &["a", "b", "c"], "the id last"),
    (
        "model m\n a 3 S\n b 1 S\n model n\n a 1 use\n c 2 S",
        &[3, 2],
        &["a", "b", "c"],
        "the lowest level of any questionnaire",
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
