//! Assessments: what one organisation answered, the file that keeps it, and saving that file.

mod edit;
mod model;

pub use edit::Edit;
pub use model::*;
