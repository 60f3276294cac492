//! The rules about what the parts of a file mean to each other, by subject. `docs/check-rules.md` and
//! `tests/questionnaires/bad/` have an entry for each.

mod conditions;
mod ids;
mod options;
mod questions;
mod references;
mod requires;
mod structure;
mod unsafe_text;
mod wording;

use super::Tables;
use super::index::Index;
use super::problem::{ProblemList, at};
pub(crate) use questions::MOST_QUESTIONS;
pub(super) use unsafe_text::unsafe_text;

pub(super) fn check(tables: &Tables, index: &Index<'_>, problems: &mut ProblemList<'_>) {
    match tables {
        Tables::Questionnaire(checked) => {
            ids::check(checked, index, problems);
            references::check(checked, index, problems);
            conditions::check(&checked.file, index, problems);
            structure::check(&checked.file, problems);
            options::check(&checked.file, problems);
            requires::check(checked, index, problems);
            questions::check(&checked.file, problems);
            wording::check(&checked.file, index, problems);
        }
        Tables::Roles(file) => {
            ids::unique("role", at!["role"], file.role.iter().map(|role| &role.id), problems);
            references::roles(file, index, problems);
        }
        Tables::Resources(file) => {
            let ids = file.resource.iter().map(|resource| &resource.id);
            ids::unique("resource", at!["resource"], ids, problems);
        }
    }
}
