//! Home: the assessments of this user.

use std::path::PathBuf;

use crate::app::dialogs::Dialog;
use crate::app::keys::{Command, Context};
use crate::app::response::Response;
use crate::app::screens::{comparison, shared};
use crate::app::{Effect, Listing};
use crate::assessment::Assessment;
use crate::interview::{actions_in_progress, with_versions};
use crate::questionnaire::Catalogue;
use crate::score::follow_ups;
use crate::words::interview::worked_on;
use crate::words::{dialogs, home as words};

/// The list and the selection in it.
#[derive(Debug, Default)]
pub struct HomeState {
    /// The list; `None` until it was read.
    pub list: Option<Vec<Listing>>,
    /// For each listing, the questionnaires that are worth a closer look after its answers, if any.
    pub closer: Vec<Option<String>>,
    /// The position of the selected listing, from 0.
    pub selected: usize,
    /// The file to select when the list is read anew: what was just left, named or put back.
    pub(in crate::app) wanted: Option<PathBuf>,
}

impl HomeState {
    /// Takes the list that was read; the selection stays on its file.
    pub(in crate::app) fn listed(&mut self, catalogue: &Catalogue, list: Vec<Listing>) {
        let before = self.wanted.take().or_else(|| self.selected().map(|listing| listing.path.clone()));
        let same = before.and_then(|path| list.iter().position(|listing| listing.path.ends_with(&path)));
        self.selected = same.unwrap_or(self.selected).min(list.len().saturating_sub(1));
        self.closer = list.iter().map(|listing| closer(catalogue, listing)).collect();
        self.list = Some(list);
    }

    /// The assessments that can be read, with their files.
    pub(in crate::app) fn assessments(&self) -> impl Iterator<Item = (&Listing, &Assessment)> {
        let list = self.list.iter().flatten();
        list.filter_map(|listing| Some((listing, listing.assessment.as_ref().ok()?)))
    }

    /// Whether there is nothing in the list.
    pub fn is_empty(&self) -> bool {
        self.list.as_ref().is_none_or(Vec::is_empty)
    }

    pub(in crate::app) fn context(&self) -> Context {
        if self.is_empty() { Context::Welcome } else { Context::Home }
    }

    /// Selects the listing in this position, from 0, or the last one.
    pub(in crate::app) fn select(&mut self, position: usize) {
        self.selected = position.min(self.list.as_ref().map_or(0, |list| list.len().saturating_sub(1)));
    }

    /// The name of a listing whose assessment can be read: the organisation, who answered, and the file where another
    /// one has the same name and day.
    pub fn name(&self, listing: &Listing, assessment: &Assessment) -> String {
        let of = |listing: &Listing, one: &Assessment| {
            (one.organization.clone(), one.respondent.clone(), listing.day())
        };
        let own = of(listing, assessment);
        let is_told_apart = self.assessments().filter(|(other, one)| of(other, one) == own).count() <= 1;
        words::listed(assessment, (!is_told_apart).then_some(listing.path.as_path()))
    }

    fn selected(&self) -> Option<&Listing> {
        self.list.as_ref()?.get(self.selected)
    }

    fn selected_assessment(&self) -> Option<&Assessment> {
        self.selected()?.assessment.as_ref().ok()
    }

    fn selected_name(&self) -> &str {
        self.selected_assessment().map_or("", |assessment| &assessment.organization)
    }
}

pub(in crate::app) fn command(home: &mut HomeState, catalogue: &Catalogue, command: Command) -> Response {
    if let Some(position) = command.moved(home.selected) {
        home.select(position);
        return Response::none();
    }
    let path = home.selected().map(|listing| listing.path.clone());
    match (command, path) {
        (Command::New, _) | (Command::Enter, None) => ask_organization(),
        (Command::Open, _) => ask_file(),
        (Command::Enter, Some(path)) => Response::effect(Effect::Open(path)),
        (Command::Copy, Some(path)) => next(home, catalogue, path),
        (Command::Compare, Some(path)) => comparison::ask(home.assessments(), path),
        (Command::Rename, Some(path)) => ask_name(home, path),
        (Command::Remove, Some(path)) => ask_to_remove(home, path),
        (Command::Undo, _) => Response::effect(Effect::PutBack),
        _ => Response::none(),
    }
}

/// Asks for the name of the organisation of a new assessment, then for its questionnaires.
fn ask_organization() -> Response {
    Response::ask(organization(""))
}

fn organization(name: &str) -> Dialog {
    let dialog = Dialog::line(words::NEW, words::NEW_HINT, name, |app, name| {
        let asked = ask_first_questionnaires(app.catalogue, name.to_owned(), dialogs::QUESTIONNAIRES_HINT);
        Ok(app.follow(asked))
    });
    dialog.required(dialogs::NO_NAME)
}

fn ask_first_questionnaires(catalogue: &Catalogue, name: String, hint: &str) -> Response {
    let lines = shared::questionnaires(catalogue, None);
    let before = organization(&name);
    let dialog = Dialog::ticks(dialogs::QUESTIONNAIRES, hint, lines, move |app, ids| {
        let questionnaires = with_versions(app.catalogue, &ids);
        app.follow(if questionnaires.is_empty() {
            ask_first_questionnaires(app.catalogue, name, dialogs::TICK_ONE)
        } else {
            let assessment = Assessment { organization: name, questionnaires, ..Assessment::default() };
            Response::effect(Effect::Create(Box::new(assessment)))
        })
    });
    Response::ask(dialog.with_details(shared::about_questionnaires(catalogue)).over(Some(before)))
}

fn ask_file() -> Response {
    let dialog =
        Dialog::line(words::OPEN, words::OPEN_HINT, "", |_, path| Ok(vec![Effect::Open(path.into())]));
    Response::ask(dialog.required(dialogs::NO_PATH))
}

fn ask_name(home: &HomeState, path: PathBuf) -> Response {
    let now = home.selected_name();
    let dialog = Dialog::line(words::rename(now), words::RENAME_HINT, now, move |_, name| {
        Ok(vec![Effect::Rename(path.clone(), name.to_owned())])
    });
    Response::ask(dialog.required(dialogs::NO_NAME))
}

fn ask_to_remove(home: &HomeState, path: PathBuf) -> Response {
    let hint = words::remove_hint(home.selected_name(), &path);
    let answers = (words::REMOVE_YES.to_owned(), words::REMOVE_NO.to_owned());
    Response::ask(Dialog::yes_or_no(words::REMOVE, hint, answers, move |_| vec![Effect::Remove(path)]))
}

/// The next assessment of a file. Where the plan was worked on, it asks first whether to begin there:
/// those are the answers that may have changed.
fn next(home: &HomeState, catalogue: &Catalogue, path: PathBuf) -> Response {
    let worked = home
        .selected_assessment()
        .map_or_else(Vec::new, |assessment| actions_in_progress(catalogue, assessment));
    if worked.is_empty() {
        return Response::effect(Effect::CopyAsNext(path));
    }
    let actions: Vec<String> = worked.iter().map(|(question, state)| worked_on(question, *state)).collect();
    let questions = worked.into_iter().map(|(question, _)| question.id.clone()).collect();
    let lines = vec![(true, words::THESE_FIRST.to_owned()), (false, words::USUAL_ORDER.to_owned())];
    Response::ask(Dialog::list(words::NEXT, words::worked_on(&actions), lines, 0, |app, first| {
        if first {
            app.ask_first = questions;
        }
        vec![Effect::CopyAsNext(path)]
    }))
}

/// The questionnaires that are worth a closer look after the answers of an assessment, and where they
/// are offered.
fn closer(catalogue: &Catalogue, listing: &Listing) -> Option<String> {
    let assessment = listing.assessment.as_ref().ok()?;
    words::closer(&follow_ups(catalogue, assessment))
}
