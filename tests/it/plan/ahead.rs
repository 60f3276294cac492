//! What would come after a plan.

use ospo_assess::assessment::Route;
use ospo_assess::plan::{Ahead, ahead};

use super::organisation::{Organisation, listed};

/// Stage 1 lacks one practice; stage 2 a known one and an unknown one; stage 3 is lived, with two gaps, one of which
/// needs something else first.
const LIVED: &str = "model m\n a 1 M key none\n b 2 S none\n c 2 S unknown\n d 3 S key fully\n e 3 S none\n \
                     f 3 S none <b";

fn look(organisation: &Organisation) -> Option<Ahead<'_>> {
    let plan = organisation.plan(&organisation.settings());
    ahead(&organisation.catalogue, &organisation.assessment, &plan)
}

#[test]
fn known_gaps_are_told_apart_from_what_is_to_be_found_out_and_from_what_is_ready_beside() {
    let organisation = Organisation::of(LIVED);
    let found = look(&organisation).unwrap();
    assert_eq!((found.from[0].1, found.to[0].1), (1, 2));
    assert_eq!(listed(&found.beside), ["e"], "f needs b first");
    assert_eq!(listed(&found.actions), ["b"]);
    assert_eq!(listed(&found.open), ["c"]);
}

#[test]
fn a_look_ahead_goes_on_after_a_chosen_target_and_ends_with_the_year_or_where_somebody_stays() {
    let mut organisation = Organisation::of(LIVED);
    organisation.assessment.plan.capacity = Some(1);
    assert!(look(&organisation).is_some_and(|found| found.actions.is_empty()), "one point is left of four");
    organisation.assessment.targets.insert("m".to_owned(), "one".to_owned());
    assert!(look(&organisation).is_some_and(|found| found.is_chosen && found.to[0].1 == 2));
    organisation.assessment.targets.insert("m".to_owned(), "ground".to_owned());
    assert!(look(&organisation).is_none(), "to stay is a choice");
}

#[test]
fn beyond_a_chosen_target_what_is_there_in_part_is_looked_after_too() {
    let mut organisation = Organisation::of("model m\n a 1 M key none\n b 2 S partly keeps\n c 2 S none");
    organisation.assessment.targets.insert("m".to_owned(), "one".to_owned());
    let found = look(&organisation).unwrap();
    assert_eq!((listed(&found.keep), listed(&found.actions)), (vec!["b"], vec!["c"]));
}

#[test]
fn what_is_there_in_part_is_looked_after_where_more_is_there_than_is_aimed_at() {
    const MORE: &str = "model m\n a 1 M key none\n b 2 S fully\n c 2 S partly\n d 2 S fully\n e 3 S unknown";
    let keep = |text: &str| {
        let organisation = Organisation::of(text);
        listed(&look(&organisation).unwrap().keep).join(" ")
    };
    assert_eq!(keep(MORE), "", "nothing says that it keeps");
    assert_eq!(keep(&MORE.replace("partly", "partly keeps")), "c");
    let stops = MORE.replace("partly", "none keeps").replace("b 2 S fully", "b 2 S key none");
    assert_eq!(keep(&stops), "", "what is missing is not kept");
}

#[test]
fn what_keeps_is_told_once_though_the_way_there_takes_it_too() {
    let mut organisation = Organisation::of(
        "model m\n a 1 M key none\n b 2 S key partly keeps\n c 2 S none\n d 2 S key fully\n e 3 S key fully",
    );
    organisation.assessment.plan.route = Some(Route::Full);
    let found = look(&organisation).unwrap();
    assert_eq!((listed(&found.keep), listed(&found.actions)), (vec!["b"], vec!["c"]));
}
