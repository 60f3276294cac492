//! A better first target than the next level, where the way there only lacks answers.

use jiff::civil::date;
use ospo_assess::plan::higher_aim;
use ospo_assess::score::score;

use super::organisation::Organisation;

/// Stage 3 holds, with an answer to find; below it everything is in place or to be found out.
const FOUND_OUT: &str = "model m\n a 1 M key unknown\n b 1 S fully\n c 2 S unknown\n d 2 S fully\n e 3 M w3 fully\n \
                         f 3 S fully\n g 3 L unknown";

/// The level that is suggested, its certain work, and the work that answers may save.
fn suggested(organisation: &Organisation) -> Option<(usize, u32, u32)> {
    let scores = score(&organisation.catalogue, &organisation.assessment);
    let today = date(2027, 1, 1);
    let aim = higher_aim(&organisation.catalogue, &organisation.assessment, &scores[0], today)?;
    Some((aim.level, aim.certain, aim.open))
}

#[test]
fn the_highest_level_that_is_there_already_is_suggested() {
    assert_eq!(suggested(&Organisation::of(FOUND_OUT)), Some((3, 0, 12)));
    let lower = FOUND_OUT.replace("c 2 S unknown", "c 2 S fully").replace("e 3 M w3 fully", "e 3 M w3 none");
    assert_eq!(suggested(&Organisation::of(&lower)), Some((2, 0, 3)));
}

#[test]
fn nothing_is_suggested_where_the_next_level_asks_for_work_or_none_above_it_is_there() {
    let work = FOUND_OUT.replace("b 1 S fully", "b 1 S none");
    assert_eq!(suggested(&Organisation::of(&work)), None);
    assert_eq!(suggested(&Organisation::of(&FOUND_OUT.replace("e 3 M w3 fully", "e 3 M w3 none"))), None);
}

#[test]
fn a_guess_is_not_suggested() {
    let guess = FOUND_OUT.replace("b 1 S fully", "b 1 S unknown");
    assert_eq!(suggested(&Organisation::of(&guess)), None, "four of seven answers are missing");
}

#[test]
fn whoever_has_chosen_is_not_told_better() {
    let mut organisation = Organisation::of(FOUND_OUT);
    organisation.assessment.targets.insert("m".to_owned(), "one".to_owned());
    assert_eq!(suggested(&organisation), None);
}
