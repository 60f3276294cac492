//! Shows screens as text, to be read by people:
//! `LOOK='t<up>' cargo test --test it screens_look -- --ignored --nocapture`.

use ospo_assess::questionnaire::Catalogue;

use crate::common::assessments::{founder, midway_with_rungs};
use crate::common::catalogues::small;
use crate::common::screen::Screen;

#[test]
#[ignore = "prints the screens and asserts nothing"]
fn look() {
    let is_small = std::env::var_os("SMALL").is_some();
    let catalogue = if is_small { small() } else { Catalogue::built_in().unwrap() };
    let assessment = if is_small { midway_with_rungs() } else { founder(&catalogue) };
    let keys = std::env::var("LOOK").unwrap_or("r".to_owned());
    for (columns, rows) in [(80, 24), (120, 40), (60, 16)] {
        let mut screen = Screen::open(&catalogue, assessment.clone(), columns, rows);
        screen.press(&keys);
        println!("{columns}x{rows} {keys} {}\n{}", "=".repeat(60), screen.text());
    }
}
