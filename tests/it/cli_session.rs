//! One whole session on the command line, with the built-in questionnaires: from nothing to a plan.

use ospo_assess::questionnaire::DEFAULT_SELECTION;
use serde_json::Value;

use crate::common::catalogues::BUILT_IN;
use crate::common::program::Folder;

#[test]
fn from_nothing_to_a_plan_on_disk_and_again() {
    let folder = Folder::new();
    let json =
        |arguments: &[&str]| -> Value { serde_json::from_str(&folder.run(arguments).result()).unwrap() };
    assert_eq!(folder.run(&["new", "ospo.toml", "--organization", "Example Corp"]).status, 0);

    // Everything of the first level in place, nothing else: the level is reached and settled.
    let catalogue = &*BUILT_IN;
    let mut answers = vec!["answer".to_owned(), "ospo.toml".to_owned()];
    let core = DEFAULT_SELECTION.map(|id| catalogue.questionnaire(id).unwrap());
    for place in core.iter().flat_map(|questionnaire| &questionnaire.placements) {
        let question = catalogue.question(&place.question).unwrap();
        let first_level = core.iter().any(|questionnaire| {
            let mut places = questionnaire.placements.iter();
            let first = ospo_assess::questionnaire::Part::Level(1);
            places.any(|place| place.question == question.id && place.part == first)
        });
        let option = if first_level { question.options.last() } else { question.options.first() };
        let answer = format!("{}={}", question.id, option.unwrap().id);
        if !answers.contains(&answer) {
            answers.push(answer);
        }
    }
    assert_eq!(folder.run(&answers).quietly().lines().count(), answers.len() - 2, "a line for each answer");

    let score = json(&["score", "ospo.toml", "--format", "json"]);
    for questionnaire in score["questionnaires"].as_array().unwrap() {
        assert_eq!(questionnaire["reached"]["number"], 1, "{questionnaire}");
        assert_eq!(questionnaire["provisional"], false);
        let aim = if questionnaire["id"] == core[0].id.as_str() { 2 } else { 1 };
        assert_eq!(questionnaire["target"]["number"], aim, "a rung is aimed at by whoever chooses one");
    }

    let level = &core[0].levels[3];
    let target = format!("{}={}", core[0].id, level.id);
    assert!(folder.run(&["target", "ospo.toml", &target]).quietly().contains("no target chosen → stage 3"));

    let export = ["plan", "ospo.toml", "--start", "2027-01-01", "--output", "PLAN.md"];
    assert_eq!(folder.run(&export).status, 0);
    let plan = folder.read("PLAN.md");
    assert!(plan.starts_with("<!-- ospo-assess plan, format 1 -->\n"));
    assert!(plan.contains(&level.text.title), "the target is named");
    let tasks: Vec<&str> = plan.lines().filter(|line| line.starts_with("- [ ] **")).collect();
    let actions = json(&["plan", "ospo.toml", "--format", "json"]);
    let actions = actions["actions"].as_array().unwrap();
    assert_eq!(tasks.len(), actions.len());
    for (task, action) in tasks.iter().zip(actions) {
        let marker = format!("<!-- action: {} -->", action["question"].as_str().unwrap());
        assert!(task.ends_with(&marker), "{task}");
    }

    let assessment = folder.read("ospo.toml");
    assert!(assessment.contains("\n[plan]\nstart = 2027-01-01\n"), "{assessment}");
    assert_eq!(folder.run(&["plan", "ospo.toml", "--output", "PLAN.md"]).status, 0, "no --force is needed");
    assert_eq!(folder.read("PLAN.md"), plan);
    assert_eq!(folder.read("ospo.toml"), assessment);

    // What is done leaves the tasks of the quarters, and the level stays until the next answers.
    let first = actions[0]["question"].as_str().unwrap();
    folder.run(&["action", "ospo.toml", &format!("{first}=done")]).quietly();
    assert_eq!(folder.run(&["plan", "ospo.toml", "--output", "PLAN.md"]).status, 0);
    let done = folder.read("PLAN.md");
    let line = done.lines().find(|line| line.contains(&format!("<!-- action: {first} -->"))).unwrap();
    assert!(line.starts_with("- [x] **"), "{line}");
    assert_eq!(
        json(&["score", "ospo.toml", "--format", "json"])["questionnaires"],
        score_with_target(&score, level)
    );
}

/// The score, with another target of the first questionnaire.
fn score_with_target(score: &Value, level: &ospo_assess::questionnaire::Level) -> Value {
    let mut questionnaires = score["questionnaires"].clone();
    questionnaires[0]["target"] = serde_json::json!({"id": level.id, "number": 3});
    questionnaires
}
