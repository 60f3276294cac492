//! Questionnaires that are still being written, or speak of what nobody can do anything about: a level without
//! a question, questions without an action, answers of which most say that the question does not apply.

use ospo_assess::questionnaire::Part;
use serde_json::Value;

use crate::common::catalogues::BUILT_IN;
use crate::common::program::Folder;

/// Three levels, of which the second has no question yet; the question of the third has no action.
const MODEL: &str = r#"
format = 1
id = "model"
version = "1.0.0"
title = "Growing model"
kind = "levels"
level_name = "step"
summary = "A model that is being written."
scale = [{ id = "s", steps = [{ id = "no", credit = 0, label = "No" }, { id = "yes", credit = 100, label = "Yes" }] }]
level = [
  { id = "ground", number = 0, title = "Ground", summary = "Nothing." },
  { id = "one", number = 1, title = "One", summary = "First." },
  { id = "two", number = 2, title = "Two", summary = "Second." },
  { id = "three", number = 3, title = "Three", summary = "Third." },
]
[[question]]
id = "m-begun"
level = "one"
text = "Have you begun?"
options = { no = "Nobody has begun.", yes = "Everybody has begun." }
action = { title = "Begin", why = "It begins.", steps = ["The head writes a page."], done_when = "It is there.", owner = "head", effort = "S" }
[[question]]
id = "m-weather"
level = "three"
text = "Is the weather fine?"
options = { no = "It rains on everybody.", yes = "The sun shines on everybody." }
"#;

fn folder(text: &str) -> Folder {
    let folder = Folder::new();
    folder.write("home/questionnaires/model.toml", text);
    folder.run(&["new", "a.toml", "--organization", "Example Corp", "--questionnaire", "model"]).result();
    folder
}

fn json(folder: &Folder, command: &str) -> Value {
    serde_json::from_str(&folder.run(&[command, "a.toml", "--format", "json"]).result()).unwrap()
}

#[test]
fn a_level_without_a_question_is_passed_over_and_says_so() {
    let folder = folder(MODEL);
    let said = folder.run(&["check", "home/questionnaires/model.toml"]);
    assert_eq!(said.status, 0, "{}", said.out);
    assert!(
        said.out.contains("warning[level-without-questions]: level `two` has no question"),
        "{}",
        said.out
    );
    folder.run(&["answer", "a.toml", "m-begun=yes", "m-weather=yes"]).quietly();
    assert_eq!(json(&folder, "score")["questionnaires"][0]["reached"]["number"], 3);
    let told = folder.run(&["score", "a.toml", "--explain"]).result();
    assert!(told.contains("Step 2 is passed over: it has no question yet"), "{told}");
    let said = folder.run(&["--plain", "a.toml"]);
    assert_eq!(said.status, 0, "{}", said.err);
}

#[test]
fn a_question_without_an_action_counts_and_keeps_a_target_out_of_reach() {
    let folder = folder(MODEL);
    let said = folder.run(&["check", "home/questionnaires/model.toml"]);
    assert!(said.out.contains("warning[missing-action]"), "{}", said.out);
    folder.run(&["answer", "a.toml", "m-begun=no", "m-weather=no"]).quietly();
    folder.run(&["target", "a.toml", "model=three"]).quietly();
    let plan = folder.run(&["plan", "a.toml"]).result();
    let says = "this plan gets to step 1, One; beyond that, its questionnaire does not say what to do about m-weather";
    assert!(plan.contains(says), "{plan}");
    assert_eq!(json(&folder, "plan")["actions"].as_array().unwrap().len(), 1);
    // Its answer counts in what the plan reaches.
    folder.run(&["answer", "a.toml", "m-weather=yes"]).quietly();
    let plan = json(&folder, "plan");
    assert_eq!(plan["quarters"][0]["reaches"]["model"]["number"], 3, "{plan}");
    folder.run(&["action", "a.toml", "m-weather=doing"]).failure();
    // What is dropped is named where it alone is in the way, and not where more is missing.
    folder.run(&["action", "a.toml", "m-begun=dropped"]).quietly();
    assert!(folder.run(&["plan", "a.toml"]).result().contains("Out of reach while this is dropped: Begin"));
    folder.run(&["answer", "a.toml", "m-weather=no"]).quietly();
    assert!(folder.run(&["plan", "a.toml"]).result().contains("does not say what to do about m-weather"));
}

/// One "not applicable" on each of 29 questions, and one answer.
#[test]
fn a_result_that_rests_on_few_questions_says_so_beside_the_level() {
    let folder = Folder::new();
    folder.run(&["new", "a.toml", "--organization", "X", "--questionnaire", "maturity-model"]).result();
    let places = &BUILT_IN.questionnaire("maturity-model").unwrap().placements;
    let asked: Vec<&str> = places
        .iter()
        .filter(|place| place.part != Part::Ability)
        .map(|place| place.question.as_str())
        .collect();
    let first = places.iter().find(|place| place.part == Part::Level(1)).unwrap().question.as_str();
    let total = asked.len();
    let answer = |id: &&str| format!("{id}={}", if *id == first { "fully" } else { "not-applicable" });
    let answers: Vec<String> = asked.iter().map(answer).collect();
    let mut arguments = vec!["answer", "a.toml", "--reason", "no"];
    arguments.extend(answers.iter().map(String::as_str));
    folder.run(&arguments).quietly();
    let says = format!("by 1 of {total} questions (the others do not apply)");
    let score = folder.run(&["score", "a.toml"]).result();
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat(&score).contains(&format!("Stage 1, Legal-driven, {says}")), "{score}");
    let plain = folder.run(&["--plain", "a.toml"]).result();
    assert!(flat(&plain).contains(&says), "{plain}");
    let plan = folder.run(&["plan", "a.toml"]).result();
    assert!(flat(&plan).contains(&says), "{plan}");
}
