//! Who a plan needs and whether somebody holds the role; what is worth a closer look; areas by strength.

use ospo_assess::assessment::{ActionState, Assessment, Route, State};
use ospo_assess::plan::{RoleState, needs, role_state};
use ospo_assess::plan_file::plan_markdown;
use ospo_assess::questionnaire::Catalogue;
use ospo_assess::report::{Medium, scores};
use ospo_assess::score::{Outcome, follow_ups, score};

use crate::common::assessments::{answer, assessment, blank, plan_on};
use crate::common::catalogues::{self, BUILT_IN, CLIMB, ROLES, TEAM};

/// The small catalogue, in which "lead" tells whether there is an engineer, and "training" whether there
/// is a head; and a questionnaire that looks closer at them and at a question of its own.
fn catalogue() -> Catalogue {
    let roles = ROLES
        .replace("title = \"Head\"", "title = \"Head\"\nstaffing = \"training\"")
        .replace("title = \"Engineer\"", "title = \"Engineer\"\nstaffing = \"lead\"");
    let deeper = TEAM
        .replace("\"team\"", "\"deeper\"")
        .replace("title = \"Team\"", "title = \"Deeper\"\ndeepens = [\"policy\", \"lead\", \"deep-lead\"]")
        .replace("id = \"lead\"", "id = \"deep-lead\"")
        .replace("id = \"training\"", "id = \"deep-training\"");
    catalogues::of(&[
        ("climb.toml", CLIMB),
        ("team.toml", TEAM),
        ("deeper.toml", &deeper),
        ("roles.toml", &roles),
    ])
}

fn with(word: &str) -> Assessment {
    assessment(&["climb", "team"], &[("lead", word)])
}

fn markdown(assessment: &Assessment, route: Route) -> String {
    let catalogue = catalogue();
    plan_markdown(&catalogue, assessment, &plan_on(&catalogue, assessment, route), None)
}

/// The lines with the role of each action of the engineer.
fn roles(markdown: &str) -> Vec<&str> {
    let mut roles: Vec<&str> =
        markdown.lines().filter_map(|line| line.strip_prefix("  - role: Engineer")).collect();
    roles.dedup();
    roles
}

#[test]
fn the_answer_about_a_role_tells_whether_somebody_holds_it() {
    let catalogue = catalogue();
    let state_of = |assessment: &Assessment| role_state(&catalogue, assessment, "engineer");
    assert_eq!(state_of(&with("fully")), RoleState::Filled);
    assert!(matches!(state_of(&with("none")), RoleState::Vacant(vacancy) if !vacancy.begun));
    assert!(matches!(state_of(&with("half")), RoleState::Vacant(vacancy) if vacancy.begun));
    assert_eq!(state_of(&with("unknown")), RoleState::Unknown);
    assert_eq!(state_of(&with("not-applicable")), RoleState::NotApplicable);
    assert_eq!(state_of(&assessment(&["climb", "team"], &[])), RoleState::Unknown, "asked, not answered yet");
    assert_eq!(state_of(&assessment(&["climb"], &[])), RoleState::NotAsked);
    let mut answered_before = assessment(&["climb"], &[]);
    answer(&mut answered_before, "lead", "fully");
    assert_eq!(state_of(&answered_before), RoleState::Filled, "an answer counts, whoever asked");
    let mut done = with("none");
    done.actions.insert("lead".to_owned(), ActionState { state: State::Done, owner: None, due: None });
    assert_eq!(state_of(&done), RoleState::Filled);
}

#[test]
fn a_role_that_no_question_tells_about_is_not_asked() {
    let catalogue = &*BUILT_IN;
    assert_eq!(role_state(catalogue, &blank(), "engineering-lead"), RoleState::NotAsked);
    assert_eq!(role_state(catalogue, &blank(), "nobody-knows-this-role"), RoleState::NotAsked);
}

#[test]
fn a_role_that_is_filled_late_is_needed_earlier() {
    let mut assessment = with("none");
    assessment.targets.insert("climb".to_owned(), "leading".to_owned());
    let text = markdown(&assessment, Route::Full);
    let advice = "see “Name a lead”, quarter 2; until then: Head; needed from quarter 1 |";
    assert!(text.contains(advice), "{text}");
}

#[test]
fn an_action_whose_role_nobody_holds_says_so_and_whom_to_give_it_to() {
    let text = markdown(&with("none"), Route::Full);
    assert_eq!(
        roles(&text),
        [
            " (nobody holds it yet; until quarter 1 give it to: Head)",
            " (nobody holds it yet; to be filled in quarter 1)"
        ],
        "{text}"
    );
    let row =
        "| Engineer | 2 | 6 | 1 | nobody holds it yet: see “Name a lead”, quarter 1; until then: Head |";
    assert!(text.contains(row), "{text}");
    let text = markdown(&with("half"), Route::Shortest);
    assert_eq!(roles(&text), [" (filled in part only; give it to: Head)"], "{text}");
    assert!(text.contains("“Name a lead” fills it, which this route leaves out; until then: Head"), "{text}");
    assert_eq!(roles(&markdown(&with("fully"), Route::Full)), [""]);
    assert_eq!(roles(&markdown(&with("unknown"), Route::Full)), [""], "what is unknown is no vacancy");
}

#[test]
fn where_the_stand_in_is_missing_too_somebody_else_is_to_take_it() {
    let mut assessment = with("none");
    answer(&mut assessment, "training", "none");
    let text = markdown(&assessment, Route::Full);
    let expected = " (nobody holds it yet; until quarter 1 give it to somebody beside their own role)";
    assert_eq!(roles(&text)[0], expected, "{text}");
}

#[test]
fn an_action_that_somebody_has_taken_needs_no_advice() {
    let mut assessment = with("none");
    for id in ["inventory", "contributions", "training"] {
        let taken = ActionState { state: State::Todo, owner: Some("Ana".to_owned()), due: None };
        assessment.actions.insert(id.to_owned(), taken);
    }
    assert_eq!(roles(&markdown(&assessment, Route::Full)), [""]);
}

#[test]
fn every_action_belongs_to_one_of_the_roles_that_are_needed() {
    let catalogue = &*BUILT_IN;
    let mut assessment = blank();
    assessment.questionnaires =
        catalogue.questionnaires().map(|all| (all.id.clone(), all.version.clone())).collect();
    let plan = plan_on(catalogue, &assessment, Route::Full);
    let needs = needs(catalogue, &assessment, &plan);
    assert_eq!(needs.iter().map(|need| need.actions).sum::<usize>(), plan.actions.len());
    assert_eq!(needs.iter().map(|need| need.points).sum::<u32>(), plan.points());
    assert!(needs.iter().all(|need| need.from >= 1 && catalogue.role(need.role).is_some()));
    assert_eq!(needs.iter().map(|need| need.from).min(), Some(1));
}

#[test]
fn low_answers_point_to_questionnaires_that_are_not_asked() {
    let catalogue = catalogue();
    let offered = |assessment: &Assessment| {
        let follow_ups = follow_ups(&catalogue, assessment);
        let reasons = follow_ups.iter().map(|follow_up| {
            let low = follow_up.low.iter().map(|(question, _)| question.id.as_str()).collect::<Vec<_>>();
            format!("{} for {}, {} open", follow_up.questionnaire.id, low.join(" "), follow_up.open)
        });
        reasons.collect::<Vec<_>>()
    };
    assert_eq!(offered(&with("none")), ["deeper for lead, 3 open"]);
    assert_eq!(offered(&with("half")), ["deeper for lead, 3 open"]);
    for word in ["fully", "unknown", "not-applicable"] {
        assert!(offered(&with(word)).is_empty(), "{word} is no low answer");
    }
    let mut in_place_in_part = with("fully");
    answer(&mut in_place_in_part, "policy", "most");
    assert!(offered(&in_place_in_part).is_empty(), "67 is in place in part, which is not low");
    let mut both = with("none");
    answer(&mut both, "policy", "half");
    answer(&mut both, "deep-training", "fully");
    assert_eq!(offered(&both), ["deeper for policy lead, 2 open"], "what is answered is not new");
    both.questionnaires.push(("deeper".to_owned(), "1.0.0".to_owned()));
    assert!(offered(&both).is_empty(), "it is asked already");
    let mut elsewhere = assessment(&["climb"], &[]);
    answer(&mut elsewhere, "lead", "none");
    assert!(offered(&elsewhere).is_empty(), "an answer that this assessment does not ask for points nowhere");
}

#[test]
fn the_reports_name_what_is_worth_a_closer_look() {
    let assessment = with("none");
    let text = scores(&catalogue(), &assessment, Medium::Text, true).text();
    let follow_up = "Worth a closer look\n  Deeper (3 questions, about 2 minutes)\n    Because of: Is there a lead? (No)\n";
    assert!(text.contains(follow_up), "{text}");
    assert!(!scores(&catalogue(), &assessment, Medium::Text, false).text().contains("closer look"));
    let plan = markdown(&assessment, Route::Full);
    assert!(plan.contains("## Worth a closer look\n\n- Deeper (3 questions, about 2 minutes)\n"), "{plan}");
    assert!(!markdown(&with("fully"), Route::Full).contains("closer look"));
}

/// Place, sign of a tie, and whether it is named, by area.
fn ranks(answers: &[(&str, &str)]) -> Vec<String> {
    let catalogue = &*BUILT_IN;
    let mut assessment = blank();
    assessment.questionnaires = vec![("characteristics".to_owned(), "1.0.0".to_owned())];
    for (id, word) in answers {
        answer(&mut assessment, id, word);
        let entry = assessment.answers.get_mut(*id).unwrap();
        entry.revision = catalogue.question(id).map(|question| question.revision);
    }
    let scores = score(catalogue, &assessment);
    let Outcome::Areas(areas) = &scores[0].result else { panic!("it has areas") };
    let rank = |area: &ospo_assess::score::RankedArea<'_>| {
        let place = area.place.map_or("-".to_owned(), |place| place.to_string());
        let tied = if area.tied { "=" } else { "" };
        let named = match (area.strongest, area.weakest) {
            (true, false) => " strongest",
            (false, true) => " weakest",
            (false, false) => "",
            (true, true) => " both",
        };
        format!("{place}{tied} {}{named}", area.score.area.id)
    };
    areas.ranked().iter().map(rank).collect()
}

/// "policy", "process" and "definition" have two questions, the others one.
#[test]
fn areas_stand_by_strength_and_equal_ones_share_a_place() {
    let all = [
        ("tasked-employees", "started"),
        ("licence-policy", "fully"),
        ("release-policy", "started"),
        ("strategy-recognition", "fully"),
        ("contributor-share", "unknown"),
        ("approval-workflow", "started"),
        ("outbound-contribution", "fully"),
        ("competence-centre", "not-applicable"),
        ("open-source-strategy", "not-applicable"),
    ];
    let ranks = ranks(&all);
    assert_eq!(
        ranks,
        [
            "1 leadership strongest",
            "2= policy",
            "2= process",
            "4 people weakest",
            "5 contribution",
            "- definition"
        ],
        "what is unknown stands low but is not called the weakest; what does not apply has no place"
    );
}

#[test]
fn where_all_areas_are_equal_none_is_named() {
    assert!(
        ranks(&[]).iter().all(|rank| rank.starts_with("1= ") && !rank.contains("est")),
        "{:?}",
        ranks(&[])
    );
}
