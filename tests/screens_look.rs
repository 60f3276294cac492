//! Shows the screens as text, to be read by people: `cargo test --test screens_look -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::founder::founder;
use common::screen::Screen;
use ospo_assess::questionnaire::Catalogue;

#[test]
#[ignore = "prints the screens and asserts nothing"]
fn look() {
    let catalogue = Catalogue::built_in().unwrap();
    let keys = std::env::var("LOOK").unwrap_or("r".to_owned());
    for (columns, rows) in [(80, 24), (120, 40), (60, 16)] {
        let mut screen = Screen::open(&catalogue, founder(&catalogue), columns, rows);
        screen.press(&keys);
        println!("{columns}x{rows} {keys} {}\n{}", "=".repeat(60), screen.text());
    }
}
