//! Carries effects out, for every front end. Holds the list of assessments, the open file and the thread
//! that saves it, and the room that is open to devices; decides nothing.

mod aside;
mod background;
mod workshop;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use self::aside::EffectsAside;
use self::background::Background;
use crate::app::{Effect, Listing, Merging, Message, Opened, SaveProblem, WriteProblem, WrittenPlan};
use crate::assessment::{Assessment, notices};
use crate::clock;
use crate::files::{
    Document, Folders, GuardedFile, HOME_VARIABLE, Library, LibraryChange, LibraryError, Readers, Removed,
    SaveError, SaveEvent, SaveThread, expand, next_of, rename,
};
use crate::listen::Serving;
use crate::plan_file::{ExportError, KeepError, Replace, export};
use crate::questionnaire::Catalogue;
use crate::words::{files as words, saving};
use crate::workshop::Picked;

/// The copies of what could not be saved that are kept in one folder.
const RESCUED: u32 = 20;

/// Takes what came of an effect: any thread may call it.
pub type Tell = Arc<dyn Fn(Message) + Send + Sync>;

/// Carries effects out.
pub struct Effects<'a> {
    catalogue: &'a Catalogue,
    library: Library,
    data: PathBuf,
    tell: Tell,
    open: Option<OpenFile>,
    /// The room that is open to devices.
    room: Option<Serving>,
    removed: Removed,
    background: Background,
}

struct OpenFile {
    path: PathBuf,
    document: Document,
    /// Who may read it, and the copies of it that are made.
    readers: Readers,
    /// `None` while it is read only.
    saver: Option<SaveThread>,
    /// What somebody else made of the file, and its text, while that is being merged.
    theirs: Option<(Document, String)>,
}

impl<'a> Effects<'a> {
    /// Carries effects out in the folders of the user, and tells what came of those that take time.
    ///
    /// # Errors
    /// The system names no folder for the user.
    pub fn new(catalogue: &'a Catalogue, tell: Tell) -> anyhow::Result<Effects<'a>> {
        let folders = Folders::of_user().ok_or_else(|| anyhow::anyhow!(saving::no_home(HOME_VARIABLE)))?;
        Ok(Effects::in_folders(catalogue, folders, tell))
    }

    /// The same in other folders.
    pub fn in_folders(catalogue: &'a Catalogue, folders: Folders, tell: Tell) -> Effects<'a> {
        let data = folders.data.clone();
        let library = Library::new(folders);
        Effects {
            catalogue,
            library,
            data,
            background: Background::new(tell.clone()),
            tell,
            open: None,
            room: None,
            removed: Removed::default(),
        }
    }

    /// Carries an effect out; returns what came of it where that is known at once.
    pub fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        let message = match effect {
            Effect::List => {
                self.list();
                return None;
            }
            Effect::Open(path) => opened(self.open(&expand(&path))),
            Effect::Create(assessment) => opened(self.create(*assessment, Readers::All)),
            Effect::CopyAsNext(path) => {
                let next = next_of(self.catalogue, &path).map_err(|error| error.to_string());
                // As private as the one before.
                opened(next.and_then(|next| self.create(next, Readers::of_or(&path, Readers::All))))
            }
            Effect::Reload => opened(self.reload()),
            Effect::Close => return self.close().err().map(Message::SaveFailed),
            Effect::Save(version, assessment) => return self.save(version, *assessment, SaveThread::request),
            Effect::SaveOver(version, assessment) => {
                return self.save(version, *assessment, SaveThread::request_over);
            }
            Effect::Merge => Message::Merging(self.read_for_merge().map(Box::new)),
            Effect::SaveMerged(version, assessment) => {
                self.save_merged(version, *assessment);
                return None;
            }
            Effect::SaveAs(version, assessment, path) => self.save_as(version, *assessment, expand(&path)),
            Effect::Rename(path, name) => filed(rename(self.catalogue, &path, name), Some(path)),
            Effect::Remove(path) => filed(self.removed.remove(&self.library, &path), None),
            Effect::PutBack => {
                let path = self.removed.last().map(Path::to_owned);
                filed(self.removed.put_back(&self.library), path)
            }
            Effect::Write { path, plan, contents, assessment, force } => {
                let path = expand(&path);
                let file = self.open.as_ref().map(|open| open.path.clone()).unwrap_or_default();
                let library = self.library.clone();
                self.background.start(Some(path.clone()), move || {
                    let written = write(path, &contents, force, &file, &assessment)
                        .map(|written| WrittenPlan { is_minutes: plan.is_none(), ..written });
                    if let (Some(format), Ok(written)) = (plan, &written) {
                        // Where it cannot be remembered, another name is offered the next time.
                        let _ = library.remember_plan(&file, format.id(), &written.path);
                    }
                    Some(Message::Written(written))
                });
                return None;
            }
            Effect::KeepShortlist(_) | Effect::Show(_) | Effect::RenewCode | Effect::RemoveDevice(_) => {
                return self.in_workshop(effect);
            }
            // The front end does these itself: they need its terminal.
            Effect::Edit(_)
            | Effect::EditOn(_)
            | Effect::Mouse(_)
            | Effect::Suspend
            | Effect::Quit
            | Effect::Leave => return None,
        };
        Some(message)
    }

    /// Reads the list: the first screen does not wait for it. What was opened is remembered before, so that
    /// it stands on the list.
    fn list(&mut self) {
        let library = self.library.clone();
        self.background.start_behind(move || {
            let list = library.list().into_iter().map(|listed| Listing {
                path: listed.path,
                assessment: listed.summary.map_err(|error| error.to_string()),
                modified: Some(clock::day(listed.modified)),
            });
            Some(Message::Listed(list.collect()))
        });
    }

    fn open(&mut self, path: &Path) -> Result<Opened, String> {
        let (store, document) = GuardedFile::open(path).map_err(|error| error.to_string())?;
        self.take(store, document)
    }

    /// Takes an open file over.
    fn take(&mut self, store: GuardedFile, document: Document) -> Result<Opened, String> {
        self.close().map_err(|problem| problem.to_string())?;
        let (path, readers) = (store.path().to_owned(), store.readers());
        let read_only = words::read_only(&store.access());
        let saver = match &read_only {
            Some(_) => None,
            None => Some(self.saver(store).map_err(|_| saving::CANNOT_START.to_owned())?),
        };
        let notices = notices(&document.assessment, self.catalogue);
        let plans = self.library.plans_of(&path).into_iter();
        let shortlist = self.library.shortlist_of(&path).into_iter();
        let opened = Opened {
            shortlist: shortlist.map(|(question, minutes)| Picked { question, minutes }).collect(),
            plans: plans.filter_map(|(format, plan)| Some((format.parse().ok()?, plan))).collect(),
            // As the list has it, so that a file is known again however it was named.
            path: dunce::canonicalize(&path).unwrap_or_else(|_| path.clone()),
            assessment: document.assessment.clone(),
            notices: notices.iter().map(ToString::to_string).collect(),
            read_only: read_only.clone(),
        };
        let (library, remembered) = (self.library.clone(), path.clone());
        // At last: the first frame does not wait for it.
        self.background.start(None, move || {
            // Where it cannot be remembered, it is only missing from the list.
            let _ = library.remember(&remembered);
            None
        });
        self.open = Some(OpenFile { path, document, readers, saver, theirs: None });
        self.keep_room();
        Ok(opened)
    }

    fn saver(&self, store: GuardedFile) -> std::io::Result<SaveThread> {
        let tell = self.tell.clone();
        SaveThread::spawn(store, move |event| {
            tell(match event {
                SaveEvent::Saved { version } => Message::Saved(version),
                SaveEvent::Failed { error, .. } => Message::SaveFailed(problem(&error)),
            });
        })
    }

    fn create(&mut self, assessment: Assessment, readers: Readers) -> Result<Opened, String> {
        let path = self
            .library
            .new_path(&assessment.organization, clock::today())
            .map_err(|error| saving::no_folder(&self.data, &error, HOME_VARIABLE))?;
        let document = Document::new(assessment);
        let store = GuardedFile::create_for(readers, &path, &document.to_text(self.catalogue))
            .map_err(|error| error.to_string())?;
        self.take(store, document)
    }

    fn reload(&mut self) -> Result<Opened, String> {
        // Read before anything is given up: what cannot be read is no reason to lose what is here.
        let path = self.open.as_ref().ok_or(saving::NOTHING_OPEN)?.path.clone();
        Document::read(&path).map_err(|error| error.to_string())?;
        // What was not saved is given up: the user said so.
        if let Some(saver) = self.open.take().and_then(|open| open.saver) {
            saver.discard();
        }
        self.open(&path)
    }

    fn save(
        &mut self,
        version: u64,
        assessment: Assessment,
        request: fn(&SaveThread, u64, String),
    ) -> Option<Message> {
        let OpenFile { document, saver, .. } = self.open.as_mut()?;
        document.assessment = assessment;
        request(saver.as_ref()?, version, document.to_text(self.catalogue));
        None
    }

    /// What was last known of the open file, and what it has become.
    fn read_for_merge(&mut self) -> Result<Merging, String> {
        let open = self.open.as_mut().ok_or(saving::NOTHING_OPEN)?;
        let seen = open.saver.as_ref().and_then(SaveThread::last_seen).unwrap_or_default();
        let base = Document::parse(&seen, &open.path).map_err(|error| error.to_string())?.assessment;
        let (document, text) = Document::read(&open.path).map_err(|error| error.to_string())?;
        let theirs = document.assessment.clone();
        open.theirs = Some((document, text));
        Ok(Merging { base, theirs })
    }

    /// Saves a merged assessment into the file as somebody else left it: with their comments and order.
    fn save_merged(&mut self, version: u64, assessment: Assessment) {
        let Some(open) = &mut self.open else { return };
        let (Some((document, text)), Some(saver)) = (open.theirs.take(), &open.saver) else { return };
        open.document = document;
        open.document.assessment = assessment;
        saver.request_having_seen(version, open.document.to_text(self.catalogue), text);
    }

    fn save_as(&mut self, version: u64, assessment: Assessment, path: PathBuf) -> Message {
        let (mut document, readers) = match &self.open {
            Some(open) => (open.document.clone(), open.readers.clone()),
            None => (Document::new(Assessment::default()), Readers::default()),
        };
        document.assessment = assessment;
        let saved = GuardedFile::create_for(readers, &path, &document.to_text(self.catalogue));
        let saved = saved.map_err(|error| problem(&error));
        let taken = saved.and_then(|store| {
            // The old file stays as it is: its last save is given up.
            self.give_up();
            self.take(store, document).map_err(SaveProblem::Failed)
        });
        match taken {
            Ok(_) => Message::SavedAs(version, path),
            Err(problem) => Message::SaveFailed(problem),
        }
    }

    /// Waits until the open file is on disk, and lets others have it.
    fn close(&mut self) -> Result<(), SaveProblem> {
        match self.open.take().and_then(|open| open.saver) {
            Some(saver) => saver.finish().map_err(|error| problem(&error)),
            None => Ok(()),
        }
    }

    /// Gives up what is not saved, without waiting for the disk.
    pub fn give_up(&mut self) {
        if let Some(saver) = self.open.take().and_then(|open| open.saver) {
            saver.abandon();
        }
    }

    /// Waits until everything is on disk, and removes for good what was removed. What cannot be saved,
    /// though nobody gave it up, goes to another file.
    ///
    /// # Errors
    /// It could not be saved; where it is instead.
    pub fn finish(&mut self) -> anyhow::Result<()> {
        self.room = None;
        self.removed.finish();
        let saved = self.finish_open();
        saved.and(self.background.finish())
    }

    fn finish_open(&mut self) -> anyhow::Result<()> {
        let Some(OpenFile { path, document, readers, saver: Some(saver), .. }) = self.open.take() else {
            return Ok(());
        };
        let Err(error) = saver.finish() else { return Ok(()) };
        let readers = Readers::of_or(&path, readers);
        match rescue(&path, &readers, &self.data, &document.to_text(self.catalogue)) {
            Some(copy) => Err(anyhow::anyhow!(saving::kept_elsewhere(&error, &copy))),
            None => Err(error.into()),
        }
    }
}

/// Writes what could not be saved to a new file: beside the file, among the user's assessments, or, for
/// the user's eyes alone, among the temporary files.
fn rescue(path: &Path, readers: &Readers, data: &Path, text: &str) -> Option<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let names = (1..=RESCUED).map(|number| format!("{stem}-unsaved-{number}.toml"));
    let folders = [path.with_file_name(""), data.to_owned()];
    let mut copies = folders.iter().flat_map(|folder| names.clone().map(|name| folder.join(name)));
    copies.find(|copy| GuardedFile::create_for(readers.clone(), copy, text).is_ok()).or_else(|| {
        let mut file =
            tempfile::Builder::new().prefix("ospo-assess-unsaved-").suffix(".toml").tempfile().ok()?;
        file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).ok()?;
        Some(file.keep().ok()?.1)
    })
}

fn filed(done: Result<LibraryChange, LibraryError>, path: Option<PathBuf>) -> Message {
    let done = done.map(|change| (words::library_change(&change), path));
    Message::Filed(done.map_err(|error| error.to_string()))
}

fn opened(result: Result<Opened, String>) -> Message {
    Message::Opened(result.map(Box::new))
}

fn problem(error: &SaveError) -> SaveProblem {
    match error {
        SaveError::ChangedOnDisk(_) => SaveProblem::ChangedOnDisk,
        other => SaveProblem::Failed(other.to_string()),
    }
}

/// Writes a plan; one of this program's own Markdown plans may be replaced, another file only by force.
fn write(
    path: PathBuf,
    contents: &str,
    force: bool,
    file: &Path,
    assessment: &Assessment,
) -> Result<WrittenPlan, WriteProblem> {
    let replace = if force { Replace::Anything } else { Replace::Plan };
    match export(&path, contents, replace, file, assessment) {
        Ok(refused) => {
            let path = std::path::absolute(&path).unwrap_or(path);
            Ok(WrittenPlan { path, is_minutes: false, refused })
        }
        Err(ExportError::Exists(path)) => Err(WriteProblem::Exists(path)),
        Err(ExportError::Keep { path, error: KeepError::NotSynced(said) }) => {
            Err(WriteProblem::NotSynced(path, said))
        }
        Err(error) => Err(WriteProblem::Failed(path, error.to_string())),
    }
}
