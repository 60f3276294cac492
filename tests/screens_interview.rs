//! Home and the interview by their keys.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;

use common::screen::Screen;
use ospo_assess::questionnaire::Catalogue;

#[test]
fn look() {
    let catalogue = Catalogue::built_in().unwrap();
    let mut screen = Screen::new(&catalogue, 80, 24);
    println!("{}\n=====", screen.text());
    screen.press("a");
    println!("{}\n=====", screen.text());
    screen.press("Example Corp<enter>");
    println!("{}\n=====", screen.text());
    screen.press("<enter>");
    println!("{}\n=====", screen.text());
    screen.press("3<down><down>");
    println!("{}\n=====", screen.text());
    screen.press("x");
    println!("{}\n=====", screen.text());
    screen.press("We ship nothing<enter>nThe list is at the wiki.<enter>See also the other.<esc>v");
    println!("{}\n=====", screen.text());
    screen.press("?");
    println!("{}\n=====", screen.text());
    screen.press("<esc>11111111");
    println!("{}\n=====", screen.text());
    screen.resize(120, 40).press("2");
    println!("{}\n=====", screen.text());
    screen.resize(60, 16);
    println!("{}\n=====", screen.text());
    screen.press("/invent<enter>");
    println!("{}\n=====", screen.text());
}
