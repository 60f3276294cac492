//! Home and the interview by their keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::screen::Screen;
use ospo_assess::questionnaire::Catalogue;

#[test]
fn look() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut screen = Screen::new(&catalogue, 80, 24);
    screen.press("aExample Corp<enter><enter>1");
    println!("{}\n=====", screen.text());
    screen.press("2");
    println!("{}\n=====", screen.text());
    screen.resize(120, 40);
    println!("{}\n=====", screen.text());
    screen.resize(60, 16);
    println!("{}\n=====", screen.text());
    screen.press("/inventory<enter>");
    println!("{}\n=====", screen.text());
}
