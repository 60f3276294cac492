//! What changed since an earlier assessment, on the pages of plans and results.

use jiff::Timestamp;
use ospo_assess::app::{Effect, Listing, Message};
use ospo_assess::assessment::{ActionState, Assessment, Route, State};
use ospo_assess::plan_file::{compare_html, plan_html, plan_markdown, score_html};

use crate::common::assessments::{answer, midway, plan_on};
use crate::common::catalogues::small;
use crate::common::program::Folder;
use crate::common::screen::{Screen, TODAY, opened};

fn dated(mut assessment: Assessment, day: &str) -> Assessment {
    let at: Timestamp = format!("{day}T10:00:00Z").parse().unwrap();
    assessment.answers.values_mut().for_each(|entry| entry.answered_at = Some(at));
    assessment
}

/// An assessment with stage 0, and the one after it: stage 1, an action done, and an answer that was carried over.
fn two() -> (Assessment, Assessment) {
    let mut before = midway();
    answer(&mut before, "policy", "none");
    answer(&mut before, "budget", "none");
    let mut before = dated(before, "2026-08-15");
    let done = ActionState { state: State::Done, ..ActionState::default() };
    before.actions.insert("policy".to_owned(), done);
    let mut after = dated(midway(), "2026-11-22");
    after.answers.get_mut("inventory").unwrap().revision = Some(0);
    answer(&mut after, "meetups", "none");
    (before, after)
}

#[test]
fn a_plan_tells_it_to_the_sponsor_and_in_a_part_of_its_own() {
    let (catalogue, (before, after)) = (small(), two());
    let plan = plan_on(&catalogue, &after, Route::Recommended);
    let without = plan_markdown(&catalogue, &after, &plan, None);
    assert!(!without.contains("2026-08-15"), "{without}");
    let text = plan_markdown(&catalogue, &after, &plan, Some(&before));
    let sponsor = text.lines().find(|line| line.starts_with("Since 2026-08-15: ")).unwrap();
    for said in [
        "2 answers moved up, 1 down",
        "the action that was done can be seen in its answer",
        "1 answer of the assessment before is to be confirmed",
    ] {
        assert!(sponsor.contains(said), "{sponsor}");
    }
    let part = text.split("\n## What changed since 2026-08-15\n").nth(1).unwrap();
    let part = part.split("\n## ").next().unwrap();
    assert!(part.contains("- **Answers that moved up:**\n  - ") && part.contains("(policy): "), "{part}");
    assert!(!part.contains("(inventory)"), "what is only to be confirmed is counted and not named: {part}");
}

#[test]
fn pages_draw_and_table_how_it_was() {
    let (catalogue, (before, after)) = (small(), two());
    let plan = plan_on(&catalogue, &after, Route::Recommended);
    let rings = |html: &str| html.matches("<circle class=\"was\"").count();
    assert_eq!(rings(&plan_html(&catalogue, &after, &plan, None)), 0);
    let pages = [
        plan_html(&catalogue, &after, &plan, Some(&before)),
        score_html(&catalogue, &after, Some(&before)),
        compare_html(&catalogue, (&before, &after), ("a.toml", "b.toml")),
    ];
    for html in pages {
        // The position, two levels and the ability, and each area.
        assert!(rings(&html) >= 4, "{html}");
        assert!(html.contains("<th scope=\"col\">On 2026-08-15</th>"), "{html}");
        assert!(html.contains("On 2026-08-15: position 0."), "the legend has the position then: {html}");
        assert!(html.contains("; on 2026-08-15: position 0."), "and who cannot see it hears it: {html}");
    }
}

#[test]
fn the_interface_takes_the_newest_earlier_one_of_the_organisation_from_the_list() {
    let (catalogue, (before, after)) = (small(), two());
    let older = dated(before.clone(), "2026-05-15");
    let other =
        Assessment { organization: "Somebody else".to_owned(), ..dated(before.clone(), "2026-10-15") };
    let mut own = after.clone();
    own.answers.retain(|_, entry| entry.answered_at.is_some());
    let list = [older, before, other, dated(own, "2026-11-01")].into_iter().zip(["a", "b", "c", "example"]);
    let list = list.map(|(assessment, name)| Listing {
        path: format!("/data/{name}.toml").into(),
        assessment: Ok(assessment),
        modified: Some(TODAY),
    });
    let mut screen = Screen::new(&catalogue, 80, 24);
    screen.send(Message::Listed(list.collect()));
    screen.send(opened(after));
    screen.press("pw");
    screen.press("<enter>1<enter>");
    let contents = screen.effects.iter().rev().find_map(|effect| match effect {
        Effect::Write { contents, .. } => Some(contents.clone()),
        _ => None,
    });
    let contents = contents.unwrap_or_else(|| panic!("{}", screen.text()));
    assert!(contents.contains("## What changed since 2026-08-15"), "{contents}");
}

#[test]
fn the_command_line_names_the_earlier_one() {
    let folder = Folder::with_assessment();
    folder.run(&["answer", "a.toml", "test-rules=none"]).result();
    folder.write("b.toml", folder.read("a.toml").replace("\"none\"", "\"fully\""));
    for arguments in [
        ["plan", "b.toml", "--since", "a.toml"].as_slice(),
        &["plan", "b.toml", "--since", "a.toml", "--format", "html"],
        &["score", "b.toml", "--since", "a.toml"],
        &["score", "b.toml", "--since", "a.toml", "--format", "html"],
    ] {
        let text = folder.run(arguments).result();
        assert!(text.contains("What changed since 20") && text.contains("Answers that moved up"), "{text}");
    }
    for arguments in [
        ["plan", "b.toml", "--since", "a.toml", "--format", "csv"],
        ["score", "b.toml", "--since", "a.toml", "--format", "json"],
    ] {
        let said = folder.run(&arguments);
        assert!(said.status == 2 && said.err.contains("--since is for what people read"), "{}", said.err);
    }
    let said = folder.run(&["score", ".", "--since", "a.toml"]);
    assert!(said.status == 2 && said.err.contains("--since is for one assessment"), "{}", said.err);
    let said = folder.run(&["score", "b.toml", "--since", "missing.toml"]).failure();
    assert!(said.contains("missing.toml"), "{said}");
}
