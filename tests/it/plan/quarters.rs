//! What is finished when.

use jiff::civil::{Date, date};

use super::organisation::{Organisation, ids};

/// One quarter: number, first and last day, actions finished, the one under way, level reached.
type Row = (usize, Date, Date, Vec<String>, Option<String>, usize);

fn quarters(organisation: &Organisation, capacity: u32, start: Date) -> Vec<Row> {
    let mut settings = organisation.settings();
    (settings.capacity, settings.start) = (capacity, start);
    settings.targets.iter_mut().for_each(|(_, target)| *target = 3);
    let plan = organisation.plan(&settings);
    let row = |quarter: &ospo_assess::plan::Quarter<'_>| {
        let id = |position: usize| ids(&plan)[position].to_owned();
        for position in quarter.actions.clone() {
            assert_eq!(plan.actions[position].quarter, quarter.number);
        }
        let finished = quarter.actions.clone().map(id).collect();
        (
            quarter.number,
            quarter.starts,
            quarter.ends,
            finished,
            quarter.under_way.map(id),
            quarter.reaches[0].1,
        )
    };
    plan.quarters.iter().map(row).collect()
}

fn names(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

#[test]
fn an_action_belongs_to_the_quarter_of_its_last_point() {
    let organisation = Organisation::of("model m\n a 1 S\n b 2 M\n c 3 L");
    let found = quarters(&organisation, 4, date(2027, 1, 1));
    let expected = [
        (1, date(2027, 1, 1), date(2027, 3, 31), names(&["a", "b"]), None, 2),
        (2, date(2027, 4, 1), date(2027, 6, 30), names(&[]), Some("c".to_owned()), 2),
        (3, date(2027, 7, 1), date(2027, 9, 30), names(&["c"]), None, 3),
    ];
    assert_eq!(found, expected);
}

#[test]
fn an_action_larger_than_a_quarter_is_under_way_until_its_last() {
    let organisation = Organisation::of("model m\n a 1 L\n b 2 S");
    let found = quarters(&organisation, 3, date(2027, 1, 1));
    let under_way: Vec<_> =
        found.iter().map(|(_, _, _, done, under_way, _)| (done.len(), under_way.as_deref())).collect();
    assert_eq!(under_way, [(0, Some("a")), (0, Some("a")), (2, None)]);
}

#[test]
fn quarters_are_clamped_to_the_end_of_the_month_and_never_drift() {
    let organisation = Organisation::of("model m\n a 1 M\n b 2 M\n c 3 S");
    let found = quarters(&organisation, 1, date(2027, 1, 31));
    let dates: Vec<(Date, Date)> = found.iter().map(|quarter| (quarter.1, quarter.2)).take(5).collect();
    let expected = [
        (date(2027, 1, 31), date(2027, 4, 29)),
        (date(2027, 4, 30), date(2027, 7, 30)),
        (date(2027, 7, 31), date(2027, 10, 30)),
        (date(2027, 10, 31), date(2028, 1, 30)),
        (date(2028, 1, 31), date(2028, 4, 29)),
    ];
    assert_eq!(dates, expected);
    let found = quarters(&organisation, 1, date(2027, 11, 30));
    assert_eq!((found[0].2, found[1].1), (date(2028, 2, 28), date(2028, 2, 29)));
}

#[test]
fn the_calendar_may_end_before_the_plan() {
    let organisation = Organisation::of("model m\n a 1 S\n b 2 S\n c 3 L");
    let found = quarters(&organisation, 1, date(9999, 8, 15));
    assert_eq!((found[0].1, found[0].2), (date(9999, 8, 15), date(9999, 11, 14)));
    assert_eq!((found[1].1, found[1].2), (date(9999, 11, 15), Date::MAX));
    assert!(found[2..].iter().all(|quarter| (quarter.1, quarter.2) == (Date::MAX, Date::MAX)));
    assert_eq!(quarters(&organisation, 1, Date::MIN)[0].1, Date::MIN);
}

#[test]
fn a_capacity_of_nothing_counts_as_one_point() {
    let organisation = Organisation::of("model m\n a 1 M");
    assert_eq!(quarters(&organisation, 0, date(2027, 1, 1)).len(), 3);
    assert_eq!(quarters(&organisation, u32::MAX, date(2027, 1, 1)).len(), 1);
}
