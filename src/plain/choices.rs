//! What is asked at any place: a question to find, the questionnaires, the file for a plan.

use std::path::Path;

use super::aims;
use super::console::{Console, Exit};
use super::sitting::Sitting;
use super::words;
use crate::assessment::Assessment;
use crate::clock;
use crate::files::expand;
use crate::interview::with_versions;
use crate::plan::Settings;
use crate::plan_file::PlanFormat;
use crate::plan_file::{ExportError, Replace, export};
use crate::plan_file::{KeepError, TaskState, take};
use crate::questionnaire::{Catalogue, DEFAULT_SELECTION};
use crate::words::interview;

impl Sitting<'_, '_> {
    /// Finds a question and goes to it; returns whether one was chosen.
    pub(super) fn find(&mut self, part: &str) -> Result<bool, Exit> {
        let part = self.console.ask_text(part, words::FIND_HINT, words::FIND)?.unwrap_or_default();
        if part.is_empty() {
            return Ok(false);
        }
        let found = self.session.find(&part);
        if found.is_empty() {
            self.console.say(words::NOT_FOUND)?;
            return Ok(false);
        }
        self.console.options(found.iter().map(|question| words::found(question)))?;
        let chosen = self.console.choose(words::WHICH_QUESTION, found.len())?;
        let question = chosen.and_then(|number| found.get(number - 1));
        Ok(question.is_some_and(|question| self.session.go_to(&question.id)))
    }

    /// Asks which questionnaires are asked.
    pub(super) fn choose_questionnaires(&mut self) -> Result<(), Exit> {
        let ids = ask_questionnaires(self.console, self.catalogue, Some(self.session.assessment()))?;
        let Some(ids) = ids else { return self.console.say(words::UNCHANGED) };
        let asked = with_versions(self.catalogue, &ids);
        self.change(words::QUESTIONNAIRES_DONE, |session| session.set_questionnaires(asked))?;
        Ok(())
    }

    /// Writes the plan to a file; one that is no plan of this program only when the user says so.
    pub(super) fn write_plan(&mut self) -> Result<(), Exit> {
        self.console.options(PlanFormat::ALL.map(PlanFormat::title))?;
        let chosen = self.console.choose(aims::WHICH_FORMAT, PlanFormat::ALL.len())?;
        let Some(format) = chosen.and_then(|number| PlanFormat::ALL.get(number - 1)) else {
            return self.console.say(aims::NOT_WRITTEN);
        };
        let usual = format.file_name(&self.file.path());
        let Some(line) = self.console.ask_text("", aims::PATH_HINT, &aims::plan_path(&usual))? else {
            return self.console.say(aims::NOT_WRITTEN);
        };
        let path = expand(Path::new(if line.is_empty() { &usual } else { &line }));
        let today = clock::today();
        if self.session.assessment().plan.start.is_none() && self.file.read_only().is_none() {
            self.change(&aims::start_kept(today), |session| session.keep_start(today))?;
        }
        let mut replace = if *format == PlanFormat::Markdown { Replace::Plan } else { Replace::Nothing };
        loop {
            let assessment = self.session.assessment();
            let settings = Settings::of(self.catalogue, assessment, today);
            let replaced = path.exists();
            let contents = format.plan_of(self.catalogue, assessment, &settings);
            match export(&path, &contents, replace, &self.file.path(), assessment) {
                Ok(()) => return self.console.say(&aims::written(&path, replaced)),
                Err(ExportError::Exists(path)) => {
                    self.console.say(&aims::exists(&path))?;
                    if !self.console.ask_yes(aims::REPLACE)? {
                        return self.console.say(aims::NOT_WRITTEN);
                    }
                    replace = Replace::Anything;
                }
                Err(ExportError::Keep { path, error: KeepError::NotSynced(said) })
                    if self.file.read_only().is_none() =>
                {
                    self.take_over(&path, &said)?;
                }
                Err(error) => return self.console.say(&words::sentence(&error.to_string())),
            }
        }
    }

    /// Takes over what people ticked and filled in in an earlier plan.
    fn take_over(&mut self, path: &Path, said: &[TaskState]) -> Result<(), Exit> {
        let taken = take(said, self.session.assessment(), self.catalogue);
        self.console.say(&aims::taken_over(path))?;
        self.console.say_all(taken.changes.iter().map(|change| words::spoken(&change.to_string())))?;
        self.change(aims::TAKEN_OVER, |session| session.edit(taken.edit()))?;
        Ok(())
    }
}

/// Asks for questionnaires; the core ones, or those that an assessment asks, are ticked at first. `None`
/// for `back`.
pub(super) fn ask_questionnaires(
    console: &mut Console,
    catalogue: &Catalogue,
    asked: Option<&Assessment>,
) -> Result<Option<Vec<String>>, Exit> {
    let all = catalogue.questionnaires();
    let mut ids: Vec<&str> = Vec::new();
    for questionnaire in all {
        let id = questionnaire.id.as_str();
        let is_asked = asked.map_or(DEFAULT_SELECTION.contains(&id), |assessment| assessment.asks(id));
        ids.extend(is_asked.then_some(id));
    }
    console.say(words::QUESTIONNAIRES)?;
    for (i, questionnaire) in all.iter().enumerate() {
        let is_asked = ids.contains(&questionnaire.id.as_str());
        console.option(i + 1, &words::questionnaire(&interview::questionnaire(questionnaire), is_asked))?;
    }
    loop {
        let prompt = words::questionnaires_prompt(all.len());
        let numbers = console.ask_numbers(&prompt, words::QUESTIONNAIRES_HELP, all.len())?;
        let Some(numbers) = numbers else { return Ok(None) };
        if numbers.is_empty() && !ids.is_empty() {
            let chosen = all.iter().filter(|questionnaire| ids.contains(&questionnaire.id.as_str()));
            return Ok(Some(chosen.map(|questionnaire| questionnaire.id.clone()).collect()));
        }
        if numbers.is_empty() {
            console.say(words::AT_LEAST_ONE)?;
        }
        for questionnaire in numbers.iter().filter_map(|number| all.get(number - 1)) {
            let id = questionnaire.id.as_str();
            let is_asked = !ids.contains(&id);
            if is_asked {
                ids.push(id)
            } else {
                ids.retain(|other| *other != id)
            }
            console.say(&words::questionnaire(&questionnaire.text.title, is_asked))?;
        }
    }
}
