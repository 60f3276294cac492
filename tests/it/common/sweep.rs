//! Draws a screen in every size, step by step.

use ospo_assess::assessment::Assessment;
use ospo_assess::questionnaire::Catalogue;

use super::screen::Screen;

/// Presses keys and draws at sizes from 0x0 to 200x60, in steps of so many columns: nothing may panic,
/// and what is pressed in one size must work in the next.
pub fn sweep(catalogue: &Catalogue, assessment: Assessment, step: usize, arrive: &str, keys: &str) {
    let mut screen = Screen::open(catalogue, assessment, 80, 24);
    screen.press(arrive);
    for columns in (0..=200).step_by(step).chain([59, 60, 80, 110, 111]) {
        for rows in (0..=60).step_by(12).chain([1, 2, 15, 16, 17, 21, 22]) {
            screen.resize(columns, rows);
            screen.text();
            screen.press(keys);
            screen.text();
        }
    }
}
