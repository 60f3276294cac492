//! The screens: what each of them remembers, and what a command does on it.
//!
//! To add one: its file here; its name in [`Tab`](super::Tab), its state in [`Open`](super::Open) and a
//! line in each `match` of `open.rs`; a context and its keys in `keys`; and what draws and tells it.

pub mod comparison;
pub mod help;
pub mod home;
pub mod interview;
pub mod plan;
pub mod results;
pub(super) mod shared;
pub mod target;
pub mod workshop;

/// The page so many pages on, of those that stand in a circle.
fn turned(page: usize, pages: usize, by: isize) -> usize {
    let pages = pages.max(1);
    match by {
        1 => (page + 1) % pages,
        _ => page.checked_sub(1).unwrap_or(pages - 1),
    }
}
