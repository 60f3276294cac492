//! The plan or the minutes to a file: as what, where to, and what to do about a file that is there.

use std::path::{Path, PathBuf};

use super::comparison::earlier;
use super::plan::edited;
use crate::app::dialogs::Dialog;
use crate::app::response::Response;
use crate::app::{Effect, Now, Open};
use crate::assessment::Assessment;
use crate::plan::Settings;
use crate::plan_file::{MinutesFormat, PlanFormat};
use crate::team::anonymise;
use crate::words::dialogs::NO_PATH;
use crate::words::{plan_file, plan_screen as words};

/// What is written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Writing {
    Plan(PlanFormat),
    /// The minutes of a workshop, with the names that are in the file or without.
    Minutes(MinutesFormat, Names),
}

/// Whether names are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum Names {
    Kept,
    Dropped,
}

impl Writing {
    /// The ways to write a plan, in the order in which they are offered.
    pub(super) fn plans() -> Vec<Writing> {
        PlanFormat::ALL.iter().copied().map(Writing::Plan).collect()
    }

    /// The ways to write minutes.
    pub(super) fn minutes() -> Vec<Writing> {
        let names = |format| [Names::Kept, Names::Dropped].map(|names| Writing::Minutes(format, names));
        MinutesFormat::ALL.iter().copied().flat_map(names).collect()
    }

    fn title(self) -> String {
        match self {
            Writing::Plan(format) => format.title().to_owned(),
            Writing::Minutes(format, names) => {
                plan_file::minutes_format(format.title(), names == Names::Kept)
            }
        }
    }

    /// The file that is offered: the one where such a plan was written before, or one beside the assessment.
    fn file_name(self, open: &Open<'_>) -> String {
        match self {
            Writing::Plan(format) => {
                let before = open.plan.written.iter().find(|(written, _)| *written == format);
                before.map_or_else(|| format.file_name(&open.path), |(_, path)| path.display().to_string())
            }
            Writing::Minutes(format, _) => format.file_name(&open.path),
        }
    }

    /// The title over what is asked about it.
    fn heading(self) -> &'static str {
        match self {
            Writing::Plan(_) => words::WRITE,
            Writing::Minutes(..) => words::WRITE_MINUTES,
        }
    }
}

/// Asks in which of these ways something is to be written, then for its file.
pub(super) fn ask_format(ways: Vec<Writing>) -> Response {
    let heading = ways.first().map_or("", |way| way.heading());
    let lines = ways.into_iter().map(|way| (way, way.title())).collect();
    Response::ask(Dialog::list(heading, words::AS_WHAT, lines, 0, |app, way: Writing| {
        // The list has the earlier assessment; a file that was opened by itself has come without one.
        let mut effects: Vec<Effect> = app.home.list.is_none().then_some(Effect::List).into_iter().collect();
        effects.extend(app.on_open(|open, _| {
            open.writing = Some(way);
            Response::ask(ask_path(&way.file_name(open), way))
        }));
        effects
    }))
}

fn ask_path(path: &str, way: Writing) -> Dialog {
    let dialog = Dialog::line(way.heading(), words::WHERE_TO, path, move |app, path| {
        let earlier = earlier(app);
        Ok(app.on_open(|open, now| write(open, now, way, PathBuf::from(path), earlier, false)))
    });
    dialog.required(NO_PATH)
}

/// The question for the path once more, since nothing could be written there.
pub(in crate::app) fn ask_path_again(open: &Open<'_>, path: &Path, problem: String) -> Dialog {
    let mut dialog = ask_path(&path.to_string_lossy(), last(open));
    if let Some(field) = dialog.field_mut() {
        field.problem = Some(problem);
    }
    dialog
}

/// What was written last.
fn last(open: &Open<'_>) -> Writing {
    open.writing.unwrap_or(Writing::Plan(PlanFormat::Markdown))
}

/// The question whether a file may be replaced that is no plan of this program.
pub(in crate::app) fn ask_to_replace(open: &Open<'_>, path: PathBuf) -> Dialog {
    let way = last(open);
    let answers = (words::REPLACE_YES.to_owned(), words::REPLACE_NO.to_owned());
    let dialog = Dialog::yes_or_no(words::REPLACE, words::replace_hint(&path), answers, move |app| {
        let earlier = earlier(app);
        app.on_open(|open, now| write(open, now, way, path, earlier, true))
    });
    dialog.leading_out()
}

/// Writes to a file. The first time that a plan is written, the day on which it begins is kept in the
/// assessment, so that its quarters stay where they are.
pub(super) fn write(
    open: &mut Open<'_>,
    now: Now,
    way: Writing,
    path: PathBuf,
    earlier: Option<Assessment>,
    force: bool,
) -> Response {
    let mut response = match way {
        Writing::Plan(_) if !open.is_read_only() => {
            edited(open, now, |session| session.keep_start(now.today))
        }
        _ => Response::none(),
    };
    let (catalogue, assessment) = (open.session.catalogue(), open.session.assessment());
    let contents = match way {
        Writing::Plan(format) => {
            let settings = Settings::of(catalogue, assessment, now.today);
            format.plan_of(catalogue, assessment, &settings, earlier.as_ref())
        }
        Writing::Minutes(format, Names::Kept) => format.minutes_of(catalogue, assessment),
        Writing::Minutes(format, Names::Dropped) => format.minutes_of(catalogue, &anonymise(assessment)),
    };
    let assessment = Box::new(assessment.clone());
    let plan = match way {
        Writing::Plan(format) => {
            open.plan.written.insert(0, (format, path.clone()));
            Some(format)
        }
        Writing::Minutes(..) => None,
    };
    response.effects.push(Effect::Write { path, plan, contents, assessment, force });
    response
}
