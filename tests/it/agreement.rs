//! The measure of agreement: its published example, and what its article says of it.

use ospo_assess::team::agreement;

/// The example of page 331 of the article, as the documentation of the R package `agrmt`
/// (`agreement`, version 1.42.12, by Didier Ruedin) gives its result: 0.6113333.
#[test]
fn the_published_example() {
    assert_eq!(agreement(&[30, 40, 210, 130, 530, 50, 10]), Some(611));
}

/// The article's statements on the ends and the middle of the measure.
#[test]
fn one_peak_an_even_spread_and_two_ends() {
    assert_eq!(agreement(&[0, 0, 7, 0]), Some(1000));
    assert_eq!(agreement(&[5, 5, 5, 5, 5]), Some(0));
    assert_eq!(agreement(&[3, 0, 0, 0, 3]), Some(-1000));
    assert_eq!(agreement(&[3, 0, 3]), Some(-1000));
}

/// Worked by hand from equation 2.
#[test]
fn by_hand() {
    // One pattern, 1 0 1 0 0 0 0: TU = 4, TDU = 1, U = (20 − 6) / 25, A = 14/25 · 5/6 = 7/15.
    assert_eq!(agreement(&[1, 0, 1, 0, 0, 0, 0]), Some(467));
    // Layers 1 1 0 0 (two votes, A = 2/3) and 1 0 0 0 (two votes, A = 1): 5/6.
    assert_eq!(agreement(&[3, 1, 0, 0]), Some(833));
    // Layers 1 0 0 1 (two votes, A = −1) and 1 0 0 0 (two votes, A = 1): 0.
    assert_eq!(agreement(&[3, 0, 0, 1]), Some(0));
    // Two options: layers 1 1 (four votes, 0) and 1 0 (one vote, 1).
    assert_eq!(agreement(&[3, 2]), Some(200));
}

#[test]
fn without_votes_or_with_too_few_options_there_is_none() {
    assert_eq!(agreement(&[0, 0, 0]), None);
    assert_eq!(agreement(&[4]), None);
    assert_eq!(agreement(&[]), None);
    assert_eq!(agreement(&[1; 10]), None);
}

proptest::proptest! {
    #[test]
    fn it_stays_within_bounds_and_knows_no_direction(
        mut votes in proptest::collection::vec(0u32..=u32::MAX, 3..=9)
    ) {
        let a = agreement(&votes);
        proptest::prop_assert!(a.is_none_or(|a| (-1000..=1000).contains(&a)));
        votes.reverse();
        proptest::prop_assert_eq!(agreement(&votes), a);
    }

    #[test]
    fn it_does_not_depend_on_the_size_of_the_group(
        votes in proptest::collection::vec(0u32..20, 2..=9), times in 1u32..50
    ) {
        let more: Vec<u32> = votes.iter().map(|votes| votes * times).collect();
        proptest::prop_assert_eq!(agreement(&more), agreement(&votes));
    }
}
