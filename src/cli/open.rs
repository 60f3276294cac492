//! What commands work on: the catalogue, assessments, and the questions in them.

use std::path::{Path, PathBuf};

use anyhow::Context;

use super::{Common, interface, message};
use crate::assessment::{Assessment, notices};
use crate::check::{self, LoadError};
use crate::files::{Document, Folders, GuardedFile, OpenError, Readers};
use crate::plan_file::read_plan;
use crate::questionnaire::{Catalogue, Question};
use crate::team::answered_on;
use crate::text::{clean, near};
use crate::words::spoken::spoken;
use crate::words::{self, changed, command_line};

/// Every questionnaire that can be asked; says which built-in ones are replaced. It lives as long as the program:
/// threads that wait for a disk may have it at the end, and giving back each of its texts would take longer than to score.
pub(super) fn catalogue(common: &Common) -> anyhow::Result<&'static Catalogue> {
    let catalogue = Box::leak(Box::new(check::load(&folders(common)?).map_err(not_loaded)?));
    for (id, path) in &catalogue.replaced {
        message::say(&command_line::replaces_built_in(path, id));
    }
    Ok(catalogue)
}

fn not_loaded(error: LoadError) -> anyhow::Error {
    anyhow::anyhow!(words::check::not_loaded(&error))
}

/// The same for `check`, which is there to mend what keeps a catalogue from being loaded.
pub(super) fn catalogue_for_checking(common: &Common) -> anyhow::Result<Catalogue> {
    let folders = folders(common)?;
    check::load(&folders).or_else(|error| {
        message::say(&command_line::checked_alone(&error));
        Catalogue::built_in().map_err(|error| not_loaded(LoadError::Format(error)))
    })
}

fn folders(common: &Common) -> anyhow::Result<Vec<PathBuf>> {
    for folder in &common.questionnaires {
        anyhow::ensure!(folder.is_dir(), command_line::no_folder(folder));
    }
    let own = Folders::of_user().map(|folders| folders.config.join("questionnaires"));
    Ok(own.into_iter().chain(common.questionnaires.iter().cloned()).collect())
}

/// The assessment in a file; says what the user should know about it.
pub(super) fn read(path: &Path, catalogue: &Catalogue) -> anyhow::Result<Assessment> {
    let assessment = Document::look(path).map_err(|error| unless_plan(path, error))?;
    tell(path, &assessment, catalogue);
    Ok(assessment)
}

/// The earlier assessment in a file that is to be compared with another one; says where that is doubtful.
pub(super) fn earlier(path: Option<&Path>, assessment: &Assessment) -> anyhow::Result<Option<Assessment>> {
    let Some(path) = path else { return Ok(None) };
    let (document, _) = Document::read(path).map_err(|error| unless_plan(path, error))?;
    doubt(&document.assessment, assessment);
    Ok(Some(document.assessment))
}

/// Says where two assessments may not be the earlier and the later one of an organisation.
pub(super) fn doubt(before: &Assessment, after: &Assessment) {
    if before.organization != after.organization {
        message::say(command_line::DIFFERENT_ORGANIZATIONS);
    }
    if answered_on(before).zip(answered_on(after)).is_some_and(|(before, after)| before > after) {
        message::say(command_line::LATER_FIRST);
    }
}

/// Makes a file for these readers.
pub(super) fn create(
    path: &Path,
    assessment: Assessment,
    readers: Readers,
    catalogue: &Catalogue,
) -> anyhow::Result<()> {
    GuardedFile::create_for(readers, path, &Document::new(assessment).to_text(catalogue))?;
    Ok(())
}

/// Changes the assessment in a file: as a whole, or not at all where the change or the saving fails.
/// Says what the user should know about it.
pub(super) fn change(
    path: &Path,
    catalogue: &Catalogue,
    change: impl FnOnce(Assessment) -> anyhow::Result<Assessment>,
) -> anyhow::Result<()> {
    change_quietly(path, catalogue, |assessment| {
        tell(path, &assessment, catalogue);
        change(assessment)
    })
}

/// The same, and then says what has changed, by `lines` of before and after.
pub(super) fn change_and_say(
    path: &Path,
    common: &Common,
    catalogue: &Catalogue,
    change: impl FnOnce(Assessment) -> anyhow::Result<Assessment>,
    lines: impl Fn(&Assessment, &Assessment) -> Vec<String>,
) -> anyhow::Result<()> {
    let mut said = Vec::new();
    self::change(path, catalogue, |before| {
        let after = change(before.clone())?;
        said = lines(&before, &after);
        Ok(after)
    })?;
    if said.is_empty() {
        said.push(changed::NOTHING.to_owned());
    }
    let is_plain = interface::is_plain(common);
    let line = |line: &String| clean(&if is_plain { spoken(line) } else { line.clone() }).into_owned() + "\n";
    // It is saved: that nobody can be told is no failure.
    let _ = message::print(&said.iter().map(line).collect::<String>());
    Ok(())
}

/// Changes the assessment in a file, and says nothing.
pub(super) fn change_quietly(
    path: &Path,
    catalogue: &Catalogue,
    change: impl FnOnce(Assessment) -> anyhow::Result<Assessment>,
) -> anyhow::Result<()> {
    let (mut store, mut document) = GuardedFile::open(path).map_err(|error| unless_plan(path, error))?;
    document.assessment = change(document.assessment).with_context(|| path.display().to_string())?;
    store.save(&document.to_text(catalogue))?;
    Ok(())
}

/// The error for a file that is no assessment: a plan of this program is said to be one.
pub(super) fn unless_plan(path: &Path, error: OpenError) -> anyhow::Error {
    if read_plan(path).is_none() {
        return error.into();
    }
    anyhow::anyhow!(command_line::a_plan_is_no_assessment(path))
}

fn tell(path: &Path, assessment: &Assessment, catalogue: &Catalogue) {
    for notice in notices(assessment, catalogue) {
        message::say(&command_line::about(path, notice));
    }
}

pub(super) fn asked<'a>(
    id: &str,
    assessment: &Assessment,
    catalogue: &'a Catalogue,
) -> anyhow::Result<&'a Question> {
    let (asking, others): (Vec<_>, Vec<_>) =
        catalogue.questionnaires().partition(|one| assessment.asks(&one.id));
    let asks = |id: &str| asking.iter().any(|one| one.asks(id));
    match catalogue.question(id) {
        Some(question) if asks(id) => Ok(question),
        Some(_) => {
            let home = others.iter().find(|one| one.question(id).is_some());
            anyhow::bail!(command_line::question_not_asked(id, home.or(asking.first()).copied()))
        }
        None => {
            let asked = asking.iter().flat_map(|one| &one.placements).map(|place| place.question.as_str());
            anyhow::bail!(command_line::no_question(&clean(id), &near(id, asked)))
        }
    }
}
