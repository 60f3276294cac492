//! The list of assessments: open one, begin one, and what is done to one as a whole.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::choices::ask_questionnaires;
use super::commands;
use super::console::{Console, Exit};
use super::file::OpenFile;
use super::help;
use super::sitting::Sitting;
use super::words;
use crate::app::keys::{Command, Context};
use crate::assessment::{Assessment, notices};
use crate::clock;
use crate::files::{Library, LibraryChange, LibraryEntry, LibraryError, Removed, expand, rename};
use crate::interview::with_versions;
use crate::questionnaire::Catalogue;
use crate::words::files::library_change;

/// The list, and what is needed to open an assessment from it.
pub(super) struct Home<'a> {
    pub(super) catalogue: &'a Catalogue,
    library: Library,
    removed: Removed,
    pub(super) console: Console,
    /// Whether everything that was changed is on disk.
    is_saved: bool,
}

impl<'a> Home<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, library: Library, console: Console) -> Home<'a> {
        Home { catalogue, library, removed: Removed::default(), console, is_saved: true }
    }

    /// Begins with the assessment in a file; then as [`Home::run`].
    ///
    /// # Errors
    /// It cannot be opened: why, in a sentence.
    pub(super) fn start(&mut self, path: &Path) -> Result<Exit, String> {
        let file = OpenFile::open(path)?;
        Ok(match self.console.say(words::WELCOME).and_then(|()| self.sit(file, BTreeSet::new())) {
            Ok(()) => self.lists(),
            Err(stop) => stop,
        })
    }

    /// Shows the list until the user leaves or the input ends.
    pub(super) fn run(&mut self) -> Exit {
        match self.console.say(words::WELCOME) {
            Ok(()) => self.lists(),
            Err(stop) => stop,
        }
    }

    fn lists(&mut self) -> Exit {
        loop {
            if let Err(stop) = self.list() {
                return stop;
            }
        }
    }

    /// Removes for good what was removed, and says how to come back.
    pub(super) fn finish(mut self, stop: Exit) -> Exit {
        self.removed.finish();
        if self.is_saved && matches!(stop, Exit::Quit | Exit::End) {
            // Nobody may be there to hear it.
            let _ = self.console.say(words::GOODBYE);
        }
        stop
    }

    /// Tells the list, and asks what to do until something changes it.
    fn list(&mut self) -> Result<(), Exit> {
        let list = self.library.list();
        self.console.pause()?;
        if list.is_empty() {
            self.console.say_all(words::FIRST_RUN)?;
        } else {
            self.console.say(words::YOUR_ASSESSMENTS)?;
            let listed = |listed: &LibraryEntry| {
                let is_ours = self.library.holds(&listed.path);
                words::listed_assessment(self.catalogue, listed, is_ours)
            };
            self.console.options(list.iter().map(listed))?;
        }
        let prompt = words::home_prompt(list.len());
        loop {
            let line = self.console.ask(&prompt)?;
            let Some((command, rest)) = commands::command(Context::Home, &line) else {
                self.console.say(&words::not_known(&line))?;
                continue;
            };
            if self.command(command, &rest, &list)? {
                return Ok(());
            }
        }
    }

    /// Does what a line asks for; returns whether the list is to be told anew.
    fn command(&mut self, command: Command, rest: &str, list: &[LibraryEntry]) -> Result<bool, Exit> {
        match command {
            Command::Quit => Err(Exit::Quit),
            Command::Help => {
                self.console.say_all(help::home())?;
                Ok(false)
            }
            Command::Choose(number) => match number.checked_sub(1).and_then(|line| list.get(line)) {
                Some(listed) => self.open(&listed.path),
                None => {
                    self.console.say(&words::no_such_number(number, list.len()))?;
                    Ok(false)
                }
            },
            Command::New => self.begin(rest),
            Command::Open => {
                let path =
                    self.console.ask_text(rest, words::OPEN_HINT, words::OPEN_PATH)?.unwrap_or_default();
                if path.is_empty() { Ok(false) } else { self.open(&expand(Path::new(&path))) }
            }
            Command::Undo => {
                let done = self.removed.put_back(&self.library);
                self.tell_change(done)
            }
            Command::Compare => self.compare(rest, list).map(|()| false),
            Command::Copy | Command::Rename | Command::Remove => {
                match self.which(rest, words::WHICH_ASSESSMENT, list)? {
                    Some(path) => self.on(command, &path, list),
                    None => Ok(false),
                }
            }
            Command::Redo => {
                self.console.say(words::NOTHING_TO_REDO)?;
                Ok(false)
            }
            _ => {
                self.console.say(words::CHOOSE_ONE)?;
                Ok(false)
            }
        }
    }

    /// The assessment that a command is for.
    pub(super) fn which(
        &mut self,
        rest: &str,
        prompt: &str,
        list: &[LibraryEntry],
    ) -> Result<Option<PathBuf>, Exit> {
        if list.is_empty() {
            self.console.say(words::NO_ASSESSMENT)?;
            return Ok(None);
        }
        let number = match rest.parse::<usize>() {
            Ok(number) if (1..=list.len()).contains(&number) => Some(number),
            _ => self.console.choose(prompt, list.len())?,
        };
        Ok(number.and_then(|number| list.get(number - 1)).map(|listed| listed.path.clone()))
    }

    fn on(&mut self, command: Command, path: &Path, list: &[LibraryEntry]) -> Result<bool, Exit> {
        match command {
            Command::Copy => self.next(path),
            Command::Rename => {
                let name =
                    self.console.ask_text("", words::NEW_NAME_HINT, words::NEW_NAME)?.unwrap_or_default();
                if name.is_empty() {
                    self.console.say(words::UNCHANGED)?;
                    return Ok(false);
                }
                self.tell_change(rename(self.catalogue, path, name))
            }
            _ => {
                let listed = list.iter().find(|listed| listed.path == path);
                self.console
                    .say(&words::remove(path, listed.and_then(|listed| listed.summary.as_ref().ok())))?;
                if !self.console.ask_yes(words::REMOVE)? {
                    self.console.say(words::UNCHANGED)?;
                    return Ok(false);
                }
                let done = self.removed.remove(&self.library, path);
                self.tell_change(done)
            }
        }
    }

    fn tell_change(&mut self, done: Result<LibraryChange, LibraryError>) -> Result<bool, Exit> {
        self.tell(done.map(|change| library_change(&change)).map_err(|error| error.to_string()))
    }

    /// Says what became of something; the list is told anew where it went well.
    pub(super) fn tell(&mut self, done: Result<String, String>) -> Result<bool, Exit> {
        let (Ok(text) | Err(text)) = &done;
        self.console.say(&words::sentence(text))?;
        Ok(done.is_ok())
    }

    /// Asks what a new assessment needs, makes it, and opens it.
    fn begin(&mut self, name: &str) -> Result<bool, Exit> {
        let organization = self.console.ask_text(name, words::ORGANIZATION_HINT, words::ORGANIZATION)?;
        let organization = organization.unwrap_or_default();
        if organization.is_empty() {
            self.console.say(words::NOT_BEGUN)?;
            return Ok(false);
        }
        let Some(ids) = ask_questionnaires(&mut self.console, self.catalogue, None)? else {
            self.console.say(words::NOT_BEGUN)?;
            return Ok(false);
        };
        let questionnaires = with_versions(self.catalogue, &ids);
        let assessment = Assessment { organization, questionnaires, ..Assessment::default() };
        self.create(assessment, BTreeSet::new())
    }

    /// Makes a new file, and opens it; these questions are asked before all others.
    pub(super) fn create(&mut self, assessment: Assessment, first: BTreeSet<String>) -> Result<bool, Exit> {
        let path = match self.library.new_path(&assessment.organization, clock::today()) {
            Ok(path) => path,
            Err(error) => return self.tell(Err(words::no_folder(&error))),
        };
        match OpenFile::create(&path, assessment, self.catalogue) {
            Ok(file) => self.sit(file, first).map(|()| true),
            Err(error) => self.tell(Err(error.to_string())),
        }
    }

    fn open(&mut self, path: &Path) -> Result<bool, Exit> {
        match OpenFile::open(path) {
            Ok(file) => self.sit(file, BTreeSet::new()).map(|()| true),
            Err(problem) => self.tell(Err(problem)),
        }
    }

    /// Says what is to be known about an assessment, and sits down with it.
    fn sit(&mut self, file: OpenFile, first: BTreeSet<String>) -> Result<(), Exit> {
        // Where it cannot be remembered, it is only missing from the list.
        let _ = self.library.remember(&file.path());
        let assessment = file.assessment();
        self.console.pause()?;
        self.console.say(&words::sentence(&assessment.organization))?;
        self.console.say(&words::sentence(&words::summary(self.catalogue, assessment)))?;
        self.console.say(&words::in_file(&file.path()))?;
        self.console.say_all(notices(assessment, self.catalogue).iter().map(ToString::to_string))?;
        if let Some(why) = file.read_only() {
            self.console.say(&words::sentence(&why))?;
        }
        let mut sitting = Sitting::new(&mut self.console, self.catalogue, &self.library, file);
        if !first.is_empty() {
            sitting.session.ask_first(first);
        }
        let (done, is_saved) = sitting.run();
        self.is_saved &= is_saved;
        done
    }
}
