//! What `check` says of questionnaires, and why they are not loaded: each problem with the line where it
//! stands.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::faults::{hint, message, not_read};
use super::{argument, count};
use crate::check::{LoadError, Problem, Severity};
use crate::questionnaire::FormatError;
use crate::text::{MAX_LINE, clean, is_clean};

/// A problem: what, where, the line it stands in, and what to do. Nothing of the file gets into it that
/// could drive a terminal, hide words or reorder them. A line that is longer than a line may be is not
/// shown.
pub fn problem(problem: &Problem) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let message = message(&problem.fault);
    let title = level.primary_title(clean(&message)).id(problem.rule().id());
    let path = problem.path().display().to_string();
    let hint = Some(hint(&problem.fault)).filter(|hint| !hint.is_empty());
    let hint = hint.as_deref().map(clean);
    let report = match (problem.position(), problem.line()) {
        (Some((number, _)), Some((line, marked))) if line.len() <= MAX_LINE => {
            let part = |range| harmless(line.get(range).unwrap_or_default());
            let (before, after) = (part(0..marked.start), part(marked.end..line.len()));
            let marked = part(marked);
            let span = before.len()..before.len() + marked.len();
            let mark = AnnotationKind::Primary.span(span).label(hint);
            let snippet = Snippet::source(before + &marked + &after).path(clean(&path)).line_start(number);
            title.element(snippet.annotation(mark))
        }
        (Some((number, column)), _) => {
            let origin = Origin::path(clean(&path)).line(number).char_column(column);
            title.element(origin).elements(hint.map(|hint| Level::HELP.message(hint)))
        }
        (None, _) => title.element(Origin::path(clean(&path))),
    };
    format!("{}\n", Renderer::plain().render(&[report]))
}

/// One character for each character of the text, so that columns stay countable.
fn harmless(text: &str) -> String {
    let shown = |c: char| match c {
        '\t' => ' ',
        c if is_clean(c.encode_utf8(&mut [0; 4])) => c,
        _ => char::REPLACEMENT_CHARACTER,
    };
    text.chars().map(shown).collect()
}

/// The place of a problem as editors understand it: `file:line:column`.
fn place(problem: &Problem) -> String {
    let path = problem.path().display();
    match problem.position() {
        Some((line, column)) => format!("{path}:{line}:{column}"),
        None => path.to_string(),
    }
}

/// How many problems there are: `2 errors and 1 warning`.
pub fn summary(problems: &[Problem]) -> String {
    let of = |severity| problems.iter().filter(|problem| problem.severity() == severity).count();
    format!("{} and {}", count(of(Severity::Error), "error"), count(of(Severity::Warning), "warning"))
}

/// Why a user's questionnaires are not loaded, and what to do.
pub fn not_loaded(error: &LoadError) -> String {
    let said = match error {
        LoadError::Folder(folder, error) => format!(
            "the folder of questionnaires {} cannot be read: {error}; name another one or mend it",
            folder.display()
        ),
        LoadError::File(path, error) => {
            format!("{}: {}; mend it or move it elsewhere", path.display(), not_read(error))
        }
        LoadError::Format(error) => not_of_the_format(error),
        LoadError::Faulty(first, more) => {
            let more = match more {
                0 => String::new(),
                more => format!(", and {}", count(*more, "more error")),
            };
            let (place, message, rule) = (place(first), message(&first.fault), first.rule().id());
            format!(
                "{place}: {message} [{rule}]{more}; run `ospo-assess check {}` to see all",
                argument(first.path())
            )
        }
    };
    clean(&said).into_owned()
}

/// Why a file cannot be read as one of the format.
fn not_of_the_format(FormatError { path, message }: &FormatError) -> String {
    let (path, argument) = (path.display(), argument(path));
    clean(&format!("{path}: {message}; run `ospo-assess check {argument}` to see all")).into_owned()
}
