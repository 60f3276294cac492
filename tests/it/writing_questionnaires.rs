//! The guide for authors keeps its promise: its example, taken from the page as a reader would take it,
//! is without fault, loads, and is asked and scored.

use std::path::PathBuf;

use ospo_assess::assessment::Route;
use ospo_assess::check::{check_texts, load};
use ospo_assess::plan::{Settings, plan};
use ospo_assess::questionnaire::schema;
use ospo_assess::score::score;
use ospo_assess::words::check::problem as told;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use crate::common::assessments::assessment;
use crate::common::catalogues::BUILT_IN;
use crate::common::files::read;

/// The code blocks of the guide with this word behind the fence.
fn blocks(word: &str) -> Vec<String> {
    let guide = read("docs/writing-questionnaires.md");
    let mut blocks = Vec::new();
    let mut inside = None;
    for event in Parser::new(&guide) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == word => {
                inside = Some(String::new());
            }
            Event::Text(text) => {
                if let Some(block) = &mut inside {
                    block.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(inside.take()),
            _ => {}
        }
    }
    blocks
}

/// The example: its parts, one after the other.
fn example() -> String {
    blocks("toml").join("\n")
}

fn problems(text: &str) -> Vec<String> {
    let texts = [(PathBuf::from("backups.toml"), text.to_owned())];
    check_texts(&BUILT_IN, &texts)
        .iter()
        .map(|problem| format!("{}: {}", problem.rule().id(), told(problem)))
        .collect()
}

#[test]
fn the_example_is_without_fault() {
    assert_eq!(problems(&example()), Vec::<String>::new());
}

/// What the guide says about the file half way through.
#[test]
fn its_head_alone_lacks_questions_and_nothing_else() {
    let head = blocks("toml").remove(0);
    let problems = problems(&head);
    let expected = ["level-without-questions", "no-questions", "unused-scale"];
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(expected.iter().any(|rule| problem.starts_with(rule)), "{problem}");
    }
}

#[test]
fn it_names_its_schema_and_keeps_to_it() {
    assert!(example().starts_with("#:schema ./questionnaire.schema.json\n"));
    let value: serde_json::Value = toml::from_str(&example()).unwrap();
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn it_is_loaded_from_a_folder_scored_and_planned() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("backups.toml"), example()).unwrap();
    let catalogue = load(&[folder.path().to_owned()]).unwrap();
    let answers = [("backup-copies", "all"), ("backup-elsewhere", "none"), ("backup-restored", "none")];
    let assessment = assessment(&["backups"], &answers);
    let scores = score(&catalogue, &assessment);
    let levels = scores[0].levels().unwrap();
    // Step 1: 2·100 + 0 of 300, and its key question in place.
    assert_eq!((levels.reached, levels.levels[0].sum.to_string()), (1, "66.7%".to_owned()));
    let settings = Settings::of(&catalogue, &assessment, "2027-01-01".parse().unwrap());
    let plan = plan(&catalogue, &assessment, &Settings { route: Route::Shortest, ..settings });
    let ids: Vec<&str> = plan.actions.iter().map(|planned| planned.question.id.as_str()).collect();
    assert_eq!(ids, ["backup-restored", "backup-time"], "half of step 2 is not 60 percent");
    assert_eq!(plan.proven, Some(true));
}

/// The short pieces of the last section: TOML, with fields that the format knows.
#[test]
fn the_fragments_are_of_the_format() {
    let fragments = blocks("toml fragment");
    assert!(fragments.len() >= 5);
    for fragment in fragments {
        let value: Result<toml::Table, _> = toml::from_str(&fragment);
        assert!(value.is_ok(), "{fragment}\n{value:?}");
        let unknown: Vec<String> =
            problems(&fragment).into_iter().filter(|problem| problem.starts_with("unknown-field")).collect();
        assert!(unknown.is_empty() || fragment.contains("[[role]]"), "{fragment}\n{unknown:?}");
    }
}
