//! What the page for the sponsor says of a result that is open.

use ospo_assess::plan::Settings;
use ospo_assess::plan_file::plan_markdown;

use super::organisation::Organisation;

/// The first paragraph of the page.
fn result(rows: &str) -> String {
    let organisation = Organisation::of(rows);
    let plan = organisation.plan(&organisation.settings());
    let text = plan_markdown(&organisation.catalogue, &organisation.assessment, &plan, None);
    let page = text.split("## For the sponsor\n\n").nth(1).unwrap();
    page.lines().next().unwrap().to_owned()
}

#[test]
fn where_one_answer_decides_it_is_named_with_what_counts_once_it_is_there() {
    let said =
        result("model m\n a 1 M key unknown\n b 1 S w6 fully\n c 1 S unknown\n d 2 S key fully\n e 3 S none");
    let there = said.find("What level 2").unwrap();
    let open = said.find("One answer that is still open decides whether").unwrap();
    assert!(there < open, "what is there leads: {said}");
    assert!(said.ends_with("counts from then on.") || said.contains("counts from then on. "), "{said}");
}

#[test]
fn a_plan_that_ends_before_its_year_says_what_the_rest_is_for() {
    let organisation = Organisation::of("model m\n a 1 M key none\n b 1 M none");
    let text = |capacity: u32| {
        let settings = Settings { capacity, ..organisation.settings() };
        plan_markdown(&organisation.catalogue, &organisation.assessment, &organisation.plan(&settings), None)
    };
    assert!(text(12).contains("The rest of the year, from 2027-04-01: assess again"), "{}", text(12));
    assert!(!text(1).contains("The rest of the year"), "{}", text(1));
}

#[test]
fn where_several_answers_decide_their_number_is_told() {
    let said = result(
        "model m\n a 1 M key unknown\n b 1 S fully\n c 1 S unknown\n d 2 S key none\n e 3 S key fully",
    );
    assert!(!said.contains("counts from then on"), "level 3 does not count without level 2: {said}");
    let said =
        result("model m\n a 1 M key unknown\n b 1 S fully\n c 1 S unknown\n d 2 S key fully\n e 3 S unknown");
    assert!(said.contains("2 answers that are still open decide whether"), "{said}");
}
