//! The desk: where effects are carried out. It holds the list of assessments, the open file and the
//! thread that saves it; it decides nothing.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

use super::input::Event;
use super::message::{Effect, Listing, Message, Opened, SaveProblem, WriteProblem};
use crate::assessment::{Access, Assessment, Document, Library, SaveError, SaveEvent, Saver, Store, differences};
use crate::questionnaire::Catalogue;

/// Where effects are carried out.
pub(super) struct Desk<'a> {
    catalogue: &'a Catalogue,
    library: Library,
    events: Sender<Event>,
    open: Option<OpenFile>,
    removed: Vec<PathBuf>,
}

/// The file of the open assessment.
struct OpenFile {
    path: PathBuf,
    document: Document,
    /// `None` while it is read only.
    saver: Option<Saver>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, events: Sender<Event>) -> anyhow::Result<Desk<'a>> {
        Ok(Desk { catalogue, library: Library::default_places()?, events, open: None, removed: Vec::new() })
    }

    /// Carries an effect out; returns what came of it where that is known at once.
    pub(super) fn carry_out(&mut self, effect: Effect) -> Option<Message> {
        match effect {
            Effect::List => self.list(),
            Effect::Open(path) => return Some(Message::Opened(self.open(&path).map(Box::new))),
            Effect::Create(assessment) => return Some(Message::Opened(self.create(*assessment).map(Box::new))),
            _ => {}
        }
        None
    }

    fn list(&self) {}
    fn open(&mut self, _path: &Path) -> Result<Opened, String> { Err(String::new()) }
    fn create(&mut self, _a: Assessment) -> Result<Opened, String> { Err(String::new()) }

    /// Waits until everything is on disk.
    pub(super) fn finish(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
}
