//! Draws a screen in every size, step by step.

use ospo_assess::tui::SMALLEST;

use super::screen::Screen;

/// Presses keys and draws at sizes from 0x0 to 200x60, in steps of so many columns: nothing may panic,
/// what is pressed in one size must work in the next, and where there is room, the first line says where
/// one is and the last one which keys there are.
pub fn sweep(screen: &mut Screen<'_>, step: usize, keys: &str) {
    for columns in (0..=200).step_by(step).chain([1, 2, 7, 59, 60, 61, 75, 76, 79, 80, 104, 109, 110, 133]) {
        for rows in (0..=60).step_by(12).chain([1, 2, 5, 11, 15, 16, 17, 21, 22, 40]) {
            screen.resize(columns, rows);
            let before = screen.text();
            let after = screen.press(keys).text();
            if columns >= SMALLEST.0 && rows >= SMALLEST.1 {
                for text in [before, after] {
                    let (first, last) = (text.lines().next(), text.lines().last());
                    assert!(first.is_some_and(|line| line.contains(": ")), "{columns}x{rows}\n{text}");
                    assert!(last.is_some_and(|line| !line.is_empty()), "{columns}x{rows}\n{text}");
                }
            }
        }
    }
}
