//! Before and after: what moved, what cannot be compared, what became of the actions.

use ospo_assess::assessment::{ActionState, Assessment, State};
use ospo_assess::report::{self, compare_json, comparison, history_json};
use ospo_assess::team::{Comparison, Direction, Followed, compare, history};

use crate::common::assessments::{answer, assessment, blank, midway};
use crate::common::catalogues::{self, EXAMPLE, small};

/// A quarter after `midway`: better, worse, found out, no longer out of scope.
fn later() -> Assessment {
    let mut after = midway();
    for (question, word) in [
        ("meetups", "fully"),
        ("inventory", "half"),
        ("contributions", "half"),
        ("projects", "none"),
        ("size", "many"),
    ] {
        answer(&mut after, question, word);
    }
    after
}

fn directions<'a>(comparison: &Comparison<'a>) -> Vec<(&'a str, Direction)> {
    comparison.answers.iter().map(|change| (change.question.id.as_str(), change.direction)).collect()
}

#[test]
fn each_answer_that_moved_is_there_once_with_its_direction() {
    let (catalogue, before, after) = (small(), midway(), later());
    let comparison = compare(&before, &after, &catalogue);
    assert_eq!(
        directions(&comparison),
        [
            ("inventory", Direction::Down),
            ("contributions", Direction::Other),
            ("meetups", Direction::Up),
            ("projects", Direction::Other),
            // Choices of a fit questionnaire are neither more nor less.
            ("size", Direction::Other),
        ]
    );
    let back = compare(&after, &before, &catalogue);
    assert!(directions(&back).contains(&("inventory", Direction::Up)));
    let levels =
        |score: &Option<ospo_assess::score::Score<'_>>| score.as_ref().unwrap().levels().unwrap().reached;
    let climb = &comparison.questionnaires[0];
    assert_eq!((levels(&climb.before), levels(&climb.after)), (1, 0));
}

#[test]
fn an_assessment_beside_itself_has_not_changed() {
    let (catalogue, same) = (small(), midway());
    let comparison = compare(&same, &same, &catalogue);
    assert!(comparison.answers.is_empty() && comparison.new.is_empty() && comparison.gone.is_empty());
    assert!(comparison.revised.is_empty() && comparison.actions.is_empty());
}

#[test]
fn new_and_gone_questions_are_named() {
    let (catalogue, mut before, mut after) = (small(), midway(), midway());
    before.questionnaires.retain(|(id, _)| id != "team");
    after.questionnaires.retain(|(id, _)| id != "shape");
    answer(&mut before, "removed-long-ago", "none");
    let comparison = compare(&before, &after, &catalogue);
    assert_eq!(comparison.gone, ["size", "removed-long-ago"]);
    assert!(comparison.new.contains(&"lead"), "{:?}", comparison.new);
    assert!(!comparison.new.contains(&"inventory"));
    assert!(directions(&comparison).is_empty());
    let versions: Vec<_> = comparison.questionnaires.iter().map(|change| change.versions).collect();
    assert_eq!(versions, [(Some("1.0.0"), Some("1.0.0")), (None, Some("1.0.0")), (Some("1.0.0"), None)]);
}

#[test]
fn other_revisions_are_named_and_not_compared() {
    let catalogue = catalogues::of(&[("example.toml", EXAMPLE)]);
    let before = assessment(&["example"], &[("test-list", "none"), ("test-rules", "none")]);
    let mut after = before.clone();
    answer(&mut after, "test-list", "fully");
    after.answers.get_mut("test-list").unwrap().revision = Some(2);
    let comparison = compare(&before, &after, &catalogue);
    assert_eq!(comparison.revised, ["test-list"]);
    assert!(comparison.answers.is_empty());
    // Not answered again: still to another question than the one that is asked now.
    after.answers.remove("test-list");
    assert_eq!(compare(&before, &after, &catalogue).revised, ["test-list"]);
    // Only carried over: not answered yet.
    answer(&mut after, "test-rules", "none");
    after.answers.get_mut("test-rules").unwrap().revision = Some(0);
    let comparison = compare(&before, &after, &catalogue);
    assert_eq!(comparison.revised, ["test-list"]);
    assert_eq!(directions(&comparison), [("test-rules", Direction::Other)]);
}

#[test]
fn done_actions_say_whether_their_answer_followed() {
    let (catalogue, mut before, after) = (small(), midway(), later());
    answer(&mut before, "policy", "fully");
    for id in ["meetups", "inventory", "policy", "lead"] {
        before.actions.insert(id.to_owned(), ActionState { state: State::Done, ..ActionState::default() });
    }
    let mut after = after;
    after.answers.remove("lead");
    after.actions.insert("train".to_owned(), ActionState { state: State::Done, ..ActionState::default() });
    let comparison = compare(&before, &after, &catalogue);
    let followed: Vec<_> =
        comparison.actions.iter().map(|action| (action.question.id.as_str(), action.followed)).collect();
    assert_eq!(
        followed,
        [
            ("inventory", Followed::No),
            ("lead", Followed::Open),
            ("meetups", Followed::Yes),
            ("policy", Followed::Yes),
        ]
    );
}

#[test]
fn a_comparison_as_text() {
    let (catalogue, mut before, after) = (small(), midway(), later());
    before.actions.insert("meetups".to_owned(), ActionState { state: State::Done, ..ActionState::default() });
    insta::assert_snapshot!(comparison(&compare(&before, &after, &catalogue)).text());
}

#[test]
fn a_comparison_as_markdown_takes_nothing_for_markup() {
    let (catalogue, mut before, after) = (small(), midway(), later());
    before.organization = "A <b>*bold*</b>\n# B".to_owned();
    let text = comparison(&compare(&before, &after, &catalogue)).markdown();
    assert!(text.starts_with("# A &lt;b&gt;\\*bold\\*&lt;/b&gt; # B, "), "{text}");
    assert!(
        text.contains(
            "\n## Answers that moved up\n\n- Do you meet others? (meetups): In part → Throughout\n"
        ),
        "{text}"
    );
}

#[test]
fn a_comparison_as_json() {
    let (catalogue, before, after) = (small(), midway(), later());
    let json = compare_json(&compare(&before, &after, &catalogue), ("a.toml", "b.toml"));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["format"], 1);
    assert_eq!(json["before"]["file"], "a.toml");
    assert_eq!(json["after"]["organization"], "Example Corp");
    assert_eq!(json["questionnaires"][0]["before"]["reached"]["number"], 1);
    assert_eq!(json["questionnaires"][0]["after"]["reached"]["number"], 0);
    let meetups =
        json["answers"].as_array().unwrap().iter().find(|answer| answer["question"] == "meetups").unwrap();
    assert_eq!(meetups["before"], serde_json::json!({"answer": "half", "credit": 50}));
    assert_eq!(meetups["direction"], "up");
    let projects = json["answers"].as_array().unwrap().iter().find(|answer| answer["question"] == "projects");
    assert_eq!(projects.unwrap()["before"], serde_json::json!({"answer": "not-applicable", "credit": null}));
}

#[test]
fn a_history_has_a_bar_for_each_assessment() {
    let (catalogue, first, second, third) = (small(), blank(), midway(), later());
    let moments = [("2026-q3.toml", &first), ("2026-q4.toml", &second), ("`2027`<!--.toml", &third)];
    let history = history(&moments, &catalogue);
    insta::assert_snapshot!(report::history(&history).text());
    let markdown = report::history(&history).markdown();
    assert!(!markdown.contains("<!--") && markdown.contains("```text\n"), "{markdown}");
    let json: serde_json::Value = serde_json::from_str(&history_json(&catalogue, &history)).unwrap();
    assert_eq!(json["assessments"][1]["answered_on"], "2026-11-22");
    assert_eq!(json["assessments"][1]["questionnaires"][0]["position"], 1.17);
}

#[test]
fn a_level_that_stayed_says_what_became_of_its_certainty() {
    let catalogue = small();
    let (mut some, mut all) = (midway(), midway());
    let climb = |before: &Assessment, after: &Assessment| {
        let text = comparison(&compare(before, after, &catalogue)).text().replace("\n    ", " ");
        text.lines().find(|line| line.contains("still ")).unwrap_or(&text).to_owned()
    };
    for question in ["inventory", "contributions", "meetups", "projects"] {
        answer(&mut some, question, "unknown");
        answer(&mut all, question, "none");
    }
    let opened = climb(&all, &some);
    assert!(opened.contains("still ") && opened.contains("settled before, now provisional"), "{opened}");
    let closed = climb(&some, &all);
    assert!(closed.contains("provisional before, now settled"), "{closed}");
    assert!(!closed.contains('→'), "{closed}");
}
