//! Shows screens as text, to be read by people:
//! `LOOK='t<up>' cargo test --test it screens_look -- --ignored --nocapture`.

use ospo_assess::questionnaire::Catalogue;

use crate::common::founder::founder;
use crate::common::screen::Screen;
use crate::common::small;

#[test]
#[ignore = "prints the screens and asserts nothing"]
fn look() {
    let small = std::env::var_os("SMALL").is_some();
    let catalogue = if small { small::catalogue() } else { Catalogue::built_in().unwrap() };
    let assessment = if small { small::midway() } else { founder(&catalogue) };
    let keys = std::env::var("LOOK").unwrap_or("r".to_owned());
    for (columns, rows) in [(80, 24), (120, 40), (60, 16)] {
        let mut screen = Screen::open(&catalogue, assessment.clone(), columns, rows);
        screen.press(&keys);
        println!("{columns}x{rows} {keys} {}\n{}", "=".repeat(60), screen.text());
    }
}
