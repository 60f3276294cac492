//! What is generated from the program and kept in the repository: pictures of the screens, the table of
//! keys. `UPDATE=1 cargo test --test it documents` writes them anew.

use std::fs;

use ospo_assess::app::keys::{Context, bindings};
use ospo_assess::assessment::Assessment;
use ospo_assess::tui::theme::ThemeName;
use strum::VariantArray;

use crate::common::assessments::organisation;
use crate::common::catalogues::BUILT_IN;
use crate::common::files;
use crate::common::screen::{Screen, opened};
use crate::common::svg::svg;

/// Compares a generated file with the one in the repository, or writes it.
fn is_current(path: &str, generated: &str) {
    let file = files::path(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        return fs::write(file, generated).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == generated, "{path} is stale: UPDATE=1 cargo test --test it documents");
}

/// Somebody with answers to both core questionnaires, not all of them.
fn example() -> Assessment {
    let mut example = organisation("stage-1-legal");
    let ladder = organisation("rung-1-consumer");
    example.questionnaires.extend(ladder.questionnaires);
    for (question, entry) in ladder.answers {
        example.answers.entry(question).or_insert(entry);
    }
    example.organization = "Example Corp".to_owned();
    example
}

#[test]
fn pictures_of_the_screens_are_current() {
    let catalogue = &*BUILT_IN;
    for (name, keys, title) in [
        (
            "interview",
            "i/security-risks<enter><enter><down>",
            "A question with its options and the list of questions",
        ),
        ("results", "r", "The staircase of the maturity model, and why"),
        ("ladder", "r<right>", "The strategy ladder"),
        ("target", "t<up>", "Choosing a target, with the effort it takes"),
        ("plan", "p", "The plan by quarter"),
    ] {
        let mut screen = Screen::with_theme(catalogue, ThemeName::Dark, 100, 30);
        screen.send(opened(example()));
        screen.press(keys).text();
        is_current(&format!("docs/pictures/{name}.svg"), &svg(screen.terminal.backend().buffer(), title));
    }
}

#[test]
fn the_page_of_keys_is_current() {
    let mut page =
        "# Keys\n\n<!-- Made from src/app/keys.rs: UPDATE=1 cargo test --test it documents -->\n\n\
                    Keys that move, find, undo or lead to another screen mean the same everywhere; other letters belong to their screen.\n\
                    `?` shows those of the present screen.\n"
            .to_owned();
    for context in Context::VARIANTS.iter().copied() {
        let name = context.name();
        page += &format!("\n## {name}\n\n| key | what it does |\n| --- | --- |\n");
        for binding in bindings(context) {
            let keys: Vec<String> = binding.keys.split(' ').map(|key| format!("`{key}`")).collect();
            page += &format!("| {} | {} |\n", keys.join(" "), binding.help);
        }
    }
    is_current("docs/keys.md", &page);
}
