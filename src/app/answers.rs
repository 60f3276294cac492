//! What the dialogs ask, and what their answers do.

use std::path::{Path, PathBuf};

use super::dialogs::{Choice, Choosing, Dialog, Item, Lines, Text, Writing};
use super::message::Effect;
use super::{App, Notice, Open, PlanFormat, Saved, Screen};
use crate::assessment::{Answer, Assessment, State};
use crate::files::expand;
use crate::interview::{Session, with_versions};
use crate::questionnaire::{Catalogue, DEFAULT_SELECTION};
use crate::words::{self, count};

/// Takes a written text. The dialog stays, with the problem, when the text will not do.
pub(crate) fn text(app: &mut App<'_>, purpose: Text, text: &str) -> Vec<Effect> {
    let line = crate::text::clean(text.trim()).into_owned();
    if let Some(problem) = missing(&purpose, &line) {
        return complain(app, problem);
    }
    match purpose {
        Text::Organization => {
            app.dialog = Some(choose_questionnaires(app.catalogue, None, Choice::NewQuestionnaires(line)));
            Vec::new()
        }
        Text::OpenPath => {
            app.dialog = None;
            vec![Effect::Open(expand(&line))]
        }
        Text::Rename(path) => {
            app.dialog = None;
            vec![Effect::Rename(path, line)]
        }
        Text::Find => find(app, &line),
        Text::PlanPath(format) => {
            app.dialog = None;
            crate::tui::screens::plan::write(app, format, expand(&line), false)
        }
        Text::SaveAs => {
            app.dialog = None;
            let Some(open) = &mut app.open else { return Vec::new() };
            open.saved = Saved::Pending;
            let assessment = Box::new(open.session.assessment().clone());
            vec![Effect::SaveAs(open.session.version(), assessment, expand(&line))]
        }
        Text::Reason => {
            app.dialog = None;
            crate::tui::screens::interview::answer(app, Answer::NotApplicable, Some(line))
        }
        Text::Decision(word) => crate::tui::screens::workshop::decide(app, &word, Some(line)),
        Text::Minutes => match crate::tui::screens::workshop::set_minutes(app, &line) {
            Ok(()) => {
                app.dialog = None;
                Vec::new()
            }
            Err(problem) => complain(app, problem),
        },
        Text::Note(question) => {
            let note = crate::text::broken_lines(text);
            change(app, |open| at(open, &question, |session| session.set_note(note)))
        }
        Text::Evidence(question) => {
            let lines = crate::text::broken_lines(text);
            let evidence =
                lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect();
            change(app, |open| at(open, &question, |session| session.set_evidence(evidence)))
        }
        Text::Owner(_) | Text::Due(_) | Text::Capacity | Text::Start => {
            match crate::tui::screens::plan::written(app, purpose, &line) {
                Ok(effects) => {
                    app.dialog = None;
                    effects
                }
                Err(problem) => complain(app, problem),
            }
        }
    }
}

/// Changes what is said about a question, and stays where one is.
fn at(open: &mut Open<'_>, question: &str, change: impl FnOnce(&mut Session<'_>)) {
    let here = open.session.position();
    open.session.go_to(question);
    change(&mut open.session);
    if let Some(here) = here {
        open.session.go_to_position(here);
    }
}

fn missing(purpose: &Text, line: &str) -> Option<String> {
    let what = match purpose {
        Text::Reason => "Say why it does not apply; it stands in the plan",
        Text::Decision(_) => "Say why; it stands beside the decision",
        Text::Organization | Text::Rename(_) => "Give the organisation a name",
        Text::OpenPath | Text::SaveAs | Text::PlanPath(_) => "Write the path of a file",
        _ => return None,
    };
    line.is_empty().then(|| what.to_owned())
}

fn complain(app: &mut App<'_>, problem: String) -> Vec<Effect> {
    if let Some(Dialog::Writing(writing)) = &mut app.dialog {
        writing.problem = Some(problem);
    }
    Vec::new()
}

/// Makes a change to the open assessment, closes the dialog and saves.
pub(crate) fn change(app: &mut App<'_>, change: impl FnOnce(&mut Open<'_>)) -> Vec<Effect> {
    app.dialog = None;
    let Some(open) = &mut app.open else { return Vec::new() };
    if let Saved::ReadOnly(why) = &open.saved {
        app.notice = Some(Notice::Problem(why.clone()));
        return Vec::new();
    }
    let before = open.session.version();
    change(open);
    if open.session.version() == before { Vec::new() } else { app.save() }
}

/// Takes a choice from a list; its dialog is closed already.
pub(crate) fn chosen(app: &mut App<'_>, purpose: Choice, id: &str, ticked: &[String]) -> Vec<Effect> {
    match purpose {
        Choice::Question => {
            if let Some(open) = &mut app.open {
                open.session.go_to(id);
            }
            app.go(if app.screen == Screen::Workshop { Screen::Workshop } else { Screen::Interview });
            Vec::new()
        }
        Choice::NewQuestionnaires(organization) => {
            let questionnaires = with_versions(app.catalogue, ticked);
            if questionnaires.is_empty() {
                return app.problem("Tick at least one questionnaire (Space)".to_owned());
            }
            let assessment = Assessment { organization, questionnaires, ..Assessment::default() };
            vec![Effect::Create(Box::new(assessment))]
        }
        Choice::Questionnaires => {
            let asked = with_versions(app.catalogue, ticked);
            let effects = change(app, |open| open.session.set_questionnaires(asked));
            let screen = app.screen;
            app.go(screen);
            effects
        }
        Choice::Compare(path) => crate::tui::screens::comparison::open(app, &path, id.as_ref()),
        Choice::Next(path, questions) => {
            if id == YES {
                app.ask_first = questions;
            }
            vec![Effect::CopyAsNext(path)]
        }
        Choice::Confirm if id == YES => crate::tui::screens::interview::confirm(app),
        Choice::Confirm => Vec::new(),
        Choice::Remove(path) if id == YES => vec![Effect::Remove(path)],
        Choice::Remove(_) => Vec::new(),
        Choice::State(question) => {
            let state = id.parse::<State>().unwrap_or_default();
            crate::tui::screens::plan::set_state(app, &question, state)
        }
        Choice::LeaveWorkshop => crate::tui::screens::workshop::leave(app, id),
        Choice::Settings => crate::tui::screens::plan::setting(app, id),
        Choice::Format => {
            let format = PlanFormat::from_id(id);
            if let Some(format) = format {
                ask_plan_path(app, format);
            }
            Vec::new()
        }
        Choice::Replace(path, format) if id == YES => {
            crate::tui::screens::plan::write(app, format, path, true)
        }
        Choice::Replace(..) => Vec::new(),
        Choice::Conflicts(merging) => super::saving::merge(app, *merging, Some(ticked)),
        Choice::Changed | Choice::Unsaved => super::saving::after_failed_save(app, id),
    }
}

/// The line that says yes.
pub(crate) const YES: &str = "yes";

fn yes_or_no(title: &str, hint: String, yes: &str, no: &str, purpose: Choice) -> Dialog {
    Dialog::Choosing(Choosing {
        title: title.to_owned(),
        hint,
        items: vec![Item::new("no", no), Item::new(YES, yes)],
        selected: 0,
        purpose,
    })
}

/// Asks whether a plan may replace a file that is none.
pub(crate) fn ask_to_replace(app: &mut App<'_>, path: PathBuf) -> Vec<Effect> {
    let hint = format!(
        "{} exists, and is not a plan that this program wrote. Choose with the arrows and Enter.",
        path.display()
    );
    let format = app.open.as_ref().map_or(PlanFormat::Markdown, |open| open.plan.format);
    let purpose = Choice::Replace(path, format);
    app.ask_by_itself(yes_or_no("Replace the file?", hint, "Replace it", "Leave it as it is", purpose));
    Vec::new()
}

/// Asks whether to confirm everything that was carried over.
pub(crate) fn ask_to_confirm(app: &mut App<'_>) {
    let left = app.open.as_ref().map_or(0, |open| open.session.carried_over().len());
    if left == 0 {
        app.notice =
            Some(Notice::Info("No answer of the assessment before is left to be confirmed".to_owned()));
        return;
    }
    let title = format!("Confirm {} as before?", count(left, "answer"));
    let hint =
        "They are those of the assessment before that nobody has confirmed or changed. u takes it back.";
    let yes = format!("Yes, all {left} still hold");
    app.dialog = Some(yes_or_no(&title, hint.to_owned(), &yes, "No, ask one by one", Choice::Confirm));
}

/// Asks whether to remove an assessment.
pub(crate) fn ask_to_remove(app: &mut App<'_>, path: PathBuf, name: &str) {
    let hint = format!("{name}: {}. u puts it back until the program ends.", path.display());
    app.dialog =
        Some(yes_or_no("Remove this assessment?", hint, "Remove it", "Keep it", Choice::Remove(path)));
}

/// Asks which questionnaires the open assessment asks.
pub(crate) fn ask_questionnaires(app: &mut App<'_>) {
    let Some(open) = &app.open else { return };
    let asked = Some(open.session.assessment());
    app.dialog = Some(choose_questionnaires(app.catalogue, asked, Choice::Questionnaires));
}

/// Asks for the name of the organisation of a new assessment.
pub(crate) fn ask_organization(app: &mut App<'_>) {
    let hint = "Whose programme do you assess? An organisation, or a part of one.";
    app.dialog = Some(Writing::dialog("New assessment", hint, Lines::One, "", Text::Organization));
}

fn choose_questionnaires(catalogue: &Catalogue, asked: Option<&Assessment>, purpose: Choice) -> Dialog {
    let item = |questionnaire: &crate::questionnaire::Questionnaire| {
        let ticked = match asked {
            Some(assessment) => assessment.asks(&questionnaire.id),
            None => DEFAULT_SELECTION.contains(&questionnaire.id.as_str()),
        };
        Item {
            text: words::interview::questionnaire(questionnaire),
            id: questionnaire.id.clone(),
            ticked: Some(ticked),
        }
    };
    Dialog::Choosing(Choosing {
        title: "Which questionnaires?".to_owned(),
        hint: "The ticked ones are asked, in this order; a question that two of them ask is asked once. Enter goes on."
            .to_owned(),
        items: catalogue.questionnaires().iter().map(item).collect(),
        selected: 0,
        purpose,
    })
}

/// Asks for a part of the question to go to.
pub(crate) fn ask_find(app: &mut App<'_>) {
    let hint = "A part of the question, its options or its name.";
    app.dialog = Some(Writing::dialog("Find a question", hint, Lines::One, "", Text::Find));
}

fn find(app: &mut App<'_>, part: &str) -> Vec<Effect> {
    let Some(open) = &app.open else { return Vec::new() };
    let found = open.session.find(part).into_iter();
    let items: Vec<Item> = found
        .map(|question| {
            Item::new(question.id.as_str(), format!("{}: {}", question.id, question.text.question))
        })
        .collect();
    if items.is_empty() {
        return complain(app, "No question says that".to_owned());
    }
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: "Find a question".to_owned(),
        hint: format!("{} found", items.len()),
        items,
        selected: 0,
        purpose: Choice::Question,
    }));
    Vec::new()
}

/// Asks for the format of the plan to write.
pub(crate) fn ask_format(app: &mut App<'_>) {
    let items = PlanFormat::ALL.map(|format| Item::new(format.id(), format.title()));
    app.dialog = Some(Dialog::Choosing(Choosing {
        title: "Write the plan".to_owned(),
        hint: "As what?".to_owned(),
        items: items.to_vec(),
        selected: 0,
        purpose: Choice::Format,
    }));
}

fn ask_plan_path(app: &mut App<'_>, format: PlanFormat) {
    let Some(open) = &mut app.open else { return };
    open.plan.format = format;
    let path = format.file_name(&open.path);
    app.dialog = Some(plan_path(&path, format));
}

/// Asks for the path of the plan again, since it could not be written there.
pub(crate) fn ask_plan_path_again(app: &mut App<'_>, path: &Path, problem: String) -> Vec<Effect> {
    let format = app.open.as_ref().map_or(PlanFormat::Markdown, |open| open.plan.format);
    // What is asked by now is not taken away.
    if app.dialog.is_some() {
        return app.problem(problem);
    }
    app.ask_by_itself(plan_path(&path.to_string_lossy(), format));
    complain(app, problem)
}

fn plan_path(path: &str, format: PlanFormat) -> Dialog {
    let hint = "Where to? A path without a folder is where you started the program.";
    Writing::dialog("Write the plan", hint, Lines::One, path, Text::PlanPath(format))
}
