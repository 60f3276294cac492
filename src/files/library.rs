//! The library: the folders where assessments live, and which there are, those of the data directory and
//! others that were opened from elsewhere, whose paths are remembered.
//!
//! The folders are those of the system (`directories`); `OSPO_ASSESS_HOME` names one folder instead
//! that takes the place of all of them: for tests, and for a program carried on a stick.

use std::collections::HashSet;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use directories::{BaseDirs, ProjectDirs};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::atomic_write::{self, Existing, SaveError};
use super::document::Document;
use super::lock::{Lock, Locking};
use super::open_error::OpenError;
use super::readers::Readers;
use crate::assessment::Assessment;

/// The variable that names one folder for everything.
pub const HOME_VARIABLE: &str = "OSPO_ASSESS_HOME";

/// The files that a list reads at most: those changed last.
pub const MAX_LISTED: usize = 200;

/// The paths that are remembered at most: those opened last.
pub const MAX_REMEMBERED: usize = 50;

/// The names in a folder that are looked at, at most.
const MAX_NAMES: usize = 10_000;

/// The name of the file of remembered paths: no assessment has it, in whichever folder it stands.
const RECENT: &str = ".recent-files";

/// The name that it had before, which an assessment may have.
const RECENT_BEFORE: &str = "recent.toml";

/// The name of the file of written plans.
const WRITTEN_PLANS: &str = ".written-plans";

/// The bytes of a name made from that of an organisation.
const MAX_SLUG: usize = 100;

/// The folders of this program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Assessments.
    pub data: PathBuf,
    /// The user's own `questionnaires/`.
    pub config: PathBuf,
    /// The program's own memory.
    pub state: PathBuf,
}

impl Folders {
    /// Those of the user; `None` on a system that knows no home: `OSPO_ASSESS_HOME` helps.
    pub fn of_user() -> Option<Folders> {
        if let Some(home) = env::var_os(HOME_VARIABLE).filter(|home| !home.is_empty()) {
            return Some(Folders::all_in(Path::new(&home)));
        }
        let folders = ProjectDirs::from("", "", "ospo-assess")?;
        let data = folders.data_dir().to_owned();
        let state = folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned();
        Some(Folders { data, config: folders.config_dir().to_owned(), state })
    }

    /// One folder for everything.
    pub fn all_in(home: &Path) -> Folders {
        Folders { data: home.to_owned(), config: home.to_owned(), state: home.to_owned() }
    }
}

/// The file of remembered paths.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Recent {
    /// The last opened first.
    paths: Vec<PathBuf>,
}

/// The file of written plans.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPlans {
    /// The last written first.
    plans: Vec<PlanPlace>,
}

/// Where a plan of an assessment was written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanPlace {
    assessment: PathBuf,
    format: String,
    /// Where it is.
    plan: PathBuf,
}

/// The assessments that this user knows of.
#[derive(Debug, Clone)]
pub struct Library {
    folders: Folders,
}

/// An assessment of the library.
#[derive(Debug, Clone)]
pub struct LibraryEntry {
    pub path: PathBuf,
    pub modified: SystemTime,
    /// The assessment in it, or why it cannot be read.
    pub summary: Result<Assessment, OpenError>,
}

impl Library {
    /// The library in these folders; none of them needs to exist.
    pub fn new(folders: Folders) -> Library {
        Library { folders }
    }

    /// A path for a new assessment in the data directory: the organisation's name and the date, and a
    /// number where that is taken. Letters and digits of every script stay.
    ///
    /// # Errors
    /// The data directory, which this makes, cannot be made.
    pub fn new_path(&self, organization: &str, date: Date) -> io::Result<PathBuf> {
        fs::create_dir_all(&self.folders.data)?;
        let path = self.folders.data.join(format!("{}-{date}.toml", slug(organization)));
        Ok(free(&path, |stem, number| format!("{stem}-{number}.toml")))
    }

    /// Tells whether a file is in the data directory, by whatever path it is named. A link in it is; its
    /// target elsewhere is not.
    pub fn holds(&self, path: &Path) -> bool {
        is_same(atomic_write::folder(path), &self.folders.data)
    }

    /// Puts back what a program that was killed had removed: nobody said that it may go for good.
    fn put_back_abandoned(&self) {
        for hidden in self.names_in_data_directory() {
            let Some(name) = removed_name(&hidden) else { continue };
            // Who removed it holds it until the end of the program.
            if let Ok(Locking::Ours(_) | Locking::Unsupported) = Lock::acquire(&hidden) {
                let path = free(&hidden.with_file_name(name), |stem, number| format!("{stem}-{number}.toml"));
                let _ = fs::rename(&hidden, path);
            }
        }
    }

    /// The assessments of the data directory and the remembered ones, the last changed first; at most
    /// [`MAX_LISTED`]. What is not there (any more) is not listed; it stays remembered, since a drive
    /// may come back, until [`MAX_REMEMBERED`] others were opened.
    pub fn list(&self) -> Vec<LibraryEntry> {
        self.put_back_abandoned();
        let mut seen = HashSet::new();
        let paths = self.in_data_directory().into_iter().chain(self.remembered());
        let mut files: Vec<(SystemTime, PathBuf)> = paths
            .filter(|path| path.canonicalize().is_ok_and(|path| seen.insert(path)))
            .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
            .collect();
        files.sort_by(|(a, a_path), (b, b_path)| b.cmp(a).then_with(|| a_path.cmp(b_path)));
        let listed = files.into_iter().take(MAX_LISTED).map(|(modified, path)| {
            let summary = Document::look(&path);
            LibraryEntry { path, modified, summary }
        });
        listed.collect()
    }

    /// Puts a file on top of the remembered ones.
    ///
    /// # Errors
    /// Everything that hinders a save. A path that is no Unicode cannot be remembered and is no error.
    pub fn remember(&self, path: &Path) -> Result<(), SaveError> {
        let (path, remembered) = (absolute(path), self.remembered());
        if remembered.first() == Some(&path) {
            return Ok(());
        }
        let others = remembered.into_iter().filter(|other| absolute(other) != path);
        self.write(&[path.clone()].into_iter().chain(others).collect::<Vec<_>>())
    }

    /// Takes a file from the remembered ones; the file itself stays.
    ///
    /// # Errors
    /// Everything that hinders a save.
    pub fn forget(&self, path: &Path) -> Result<(), SaveError> {
        let path = absolute(path);
        let mut paths = self.remembered();
        paths.retain(|other| absolute(other) != path);
        self.write(&paths)
    }

    /// Where the plans of an assessment were written, by their formats, the last one first. A memory that
    /// cannot be read is as good as none.
    pub fn plans_of(&self, assessment: &Path) -> Vec<(String, PathBuf)> {
        let assessment = absolute(assessment);
        let plans = self.written_plans().plans.into_iter().filter(|plan| plan.assessment == assessment);
        plans.map(|plan| (plan.format, plan.plan)).collect()
    }

    /// Remembers where a plan of an assessment was written: it is offered there again.
    ///
    /// # Errors
    /// Everything that hinders a save. A path that is no Unicode cannot be remembered and is no error.
    pub fn remember_plan(&self, assessment: &Path, format: &str, plan: &Path) -> Result<(), SaveError> {
        let (assessment, format, plan) = (absolute(assessment), format.to_owned(), plan.to_owned());
        if assessment.to_str().is_none() || plan.to_str().is_none() {
            return Ok(());
        }
        let mut written = self.written_plans();
        written.plans.retain(|other| other.assessment != assessment || other.format != format);
        written.plans.insert(0, PlanPlace { assessment, format, plan });
        written.plans.truncate(MAX_REMEMBERED);
        self.keep(WRITTEN_PLANS, &written, Readers::All)
    }

    fn written_plans(&self) -> WrittenPlans {
        self.memory(WRITTEN_PLANS)
    }

    /// A file of the program's own memory; one that cannot be read is as good as none.
    pub(super) fn memory<T: Default + serde::de::DeserializeOwned>(&self, name: &str) -> T {
        let text = super::document::read_text(&self.folders.state.join(name)).ok();
        text.and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
    }

    fn in_data_directory(&self) -> Vec<PathBuf> {
        let is_assessment = |path: &PathBuf| {
            let name = path.file_name().and_then(OsStr::to_str).unwrap_or_default();
            let is_list = || name == RECENT_BEFORE && read_recent(path).is_some();
            name.ends_with(".toml") && !name.starts_with('.') && path.is_file() && !is_list()
        };
        self.names_in_data_directory().filter(is_assessment).collect()
    }

    fn names_in_data_directory(&self) -> impl Iterator<Item = PathBuf> {
        let files = fs::read_dir(&self.folders.data).into_iter().flatten().flatten();
        files.take(MAX_NAMES).map(|file| file.path())
    }

    /// The remembered paths, the last opened first. A list that cannot be read is as good as none.
    fn remembered(&self) -> Vec<PathBuf> {
        let recent = self.recent();
        let found =
            [recent.clone(), recent.with_file_name(RECENT_BEFORE)].into_iter().find(|path| path.is_file());
        let recent = found.and_then(|path| read_recent(&path)).unwrap_or_default();
        recent.paths.into_iter().filter(|path| path.is_absolute()).take(MAX_REMEMBERED).collect()
    }

    fn write(&self, paths: &[PathBuf]) -> Result<(), SaveError> {
        let paths = paths.iter().filter(|path| path.to_str().is_some()).take(MAX_REMEMBERED);
        self.keep(RECENT, &Recent { paths: paths.cloned().collect() }, Readers::All)
    }

    /// Writes a file of the program's own memory.
    pub(super) fn keep(
        &self,
        name: &str,
        memory: &impl Serialize,
        readers: Readers,
    ) -> Result<(), SaveError> {
        let path = &self.folders.state.join(name);
        fs::create_dir_all(&self.folders.state).map_err(|error| SaveError::from_io(path, &error))?;
        let text = toml::to_string_pretty(memory).unwrap_or_default();
        atomic_write::remove_old_leftovers(path);
        atomic_write::save(path, text.as_bytes(), Existing::Replace, &readers)
    }

    fn recent(&self) -> PathBuf {
        self.folders.state.join(RECENT)
    }
}

/// What a file of remembered paths says; `None` for any other file.
fn read_recent(path: &Path) -> Option<Recent> {
    toml::from_str(&super::document::read_text(path).ok()?).ok()
}

/// The path at which a file of the data directory is hidden that is removed.
pub(super) fn removed_path(path: &Path) -> PathBuf {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    // Another file of this name may have been removed before, and is still to be put back.
    free(&path.with_file_name(format!(".{name}.removed")), |_, number| format!(".{name}.removed-{number}"))
}

/// The name that a file had before it was hidden at a path of this kind.
fn removed_name(hidden: &Path) -> Option<String> {
    let (name, end) = hidden.file_name()?.to_str()?.strip_prefix('.')?.rsplit_once(".removed")?;
    let is_ours =
        end.is_empty() || end.strip_prefix('-').is_some_and(|number| number.parse::<usize>().is_ok());
    (is_ours && name.ends_with(".toml")).then(|| name.to_owned())
}

/// Whether two paths lead to one file that is there.
pub fn is_same(a: &Path, b: &Path) -> bool {
    a.canonicalize().ok().zip(b.canonicalize().ok()).is_some_and(|(a, b)| a == b)
}

/// A path as people write it: `~/` is the home directory.
pub fn expand(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), BaseDirs::new()) {
        (Ok(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ => path.to_owned(),
    }
}

/// A path at which nothing is: this one, or one beside it, of a name that is made of its stem and a number.
pub(super) fn free(path: &Path, name: impl Fn(&str, usize) -> String) -> PathBuf {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy()).unwrap_or_default();
    let others = (2..).map(|number| path.with_file_name(name(&stem, number)));
    let mut all = std::iter::once(path.to_owned()).chain(others);
    all.find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| path.to_owned())
}

/// The path of a file, however it was named.
pub(super) fn absolute(path: &Path) -> PathBuf {
    dunce::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// A name as a part of a file name: letters and digits of every script, small, joined by hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if slug.len() + c.len_utf8() > MAX_SLUG {
            break;
        }
        match c {
            c if c.is_alphanumeric() => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "assessment".to_owned() } else { slug.to_owned() }
}
