//! Many assessments, one after the other: files and folders in, results in the order of the files out.
//! The files are read on every core; no more than a few of them are in memory at a time.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;
use std::thread;

use anyhow::Context;

use super::message;
use crate::assessment::{Assessment, notices};
use crate::files::Document;
use crate::questionnaire::Catalogue;
use crate::team::{answered_at, answered_on};
use crate::text::clean;
use crate::words::{command_line, terminal};

/// The results that wait for those before them, for each thread.
const WAITING: usize = 8;

/// Files of more bytes are read one at a time: what they hold may take much memory.
const LARGE: u64 = 256 * 1024;

/// The folders that are looked into, one in the other.
const MAX_DEPTH: usize = 20;

/// Files to read, and how many others and folders were left out, which was said.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) files: Vec<PathBuf>,
    /// The exit status tells of them.
    pub(super) left_out: usize,
}

impl Collected {
    /// The exit status of work that went well with what was found.
    pub(super) fn status(&self) -> ExitCode {
        if self.left_out > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }

    /// The same files by path, each once.
    pub(super) fn each_once(mut self) -> Collected {
        self.files.sort();
        self.files.dedup();
        self
    }

    /// Leaves the newest file of each organisation, by the times of the answers; of one day, one that several people made.
    /// What cannot be read stays: it is said when it is read again.
    ///
    /// # Errors
    /// The system starts no thread.
    pub(super) fn keep_newest(&mut self) -> anyhow::Result<()> {
        let mut newest: BTreeMap<String, (_, usize)> = BTreeMap::new();
        let mut kept = BTreeSet::new();
        let read = |file: &PathBuf| Document::look(file).ok();
        in_order(&self.files, read, |i, assessment| {
            let Some(assessment) = assessment else {
                kept.insert(i);
                return Ok(());
            };
            let age = (answered_on(&assessment), !assessment.votes.is_empty(), answered_at(&assessment));
            let before = newest.entry(assessment.organization.trim().to_owned()).or_insert((age, i));
            if age >= before.0 {
                *before = (age, i);
            }
            Ok(())
        })?;
        kept.extend(newest.into_values().map(|(_, i)| i));
        let mut i = 0..;
        self.files.retain(|_| i.next().is_some_and(|i| kept.contains(&i)));
        Ok(())
    }

    /// The questionnaires that any of these files asks.
    ///
    /// # Errors
    /// The system starts no thread.
    pub(super) fn asked(&self) -> anyhow::Result<BTreeSet<String>> {
        let mut asked = BTreeSet::new();
        let ids = |file: &PathBuf| {
            let questionnaires = Document::look(file).ok().map(|assessment| assessment.questionnaires);
            questionnaires.into_iter().flatten().map(|(id, _)| id).collect::<Vec<_>>()
        };
        in_order(&self.files, ids, |_, ids| {
            asked.extend(ids);
            Ok(())
        })?;
        Ok(asked)
    }

    /// The assessments in these files, each behind the name of its file. Which cannot be read is said, and
    /// left out.
    pub(super) fn read(&mut self) -> Vec<(String, Assessment)> {
        let mut read = Vec::new();
        self.files.retain(|file| match Document::look(file) {
            Ok(assessment) => {
                read.push((name(file), assessment));
                true
            }
            Err(error) => {
                message::say(&error.to_string());
                self.left_out += 1;
                false
            }
        });
        read
    }
}

/// These files, and in the place of each folder the assessments below it (`*.toml`, by path). Hidden
/// files and folders, and links to folders, are passed over. A folder that cannot be read, or holds none, is
/// said to be so, and left out.
///
/// # Errors
/// Nothing is left.
pub(super) fn files(paths: &[PathBuf]) -> anyhow::Result<Collected> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for path in paths {
        if path.is_dir() {
            let before = (files.len(), problems.len());
            add_folder(path, &mut files, &mut problems, MAX_DEPTH);
            if (files.len(), problems.len()) == before {
                problems.push(command_line::nothing_in_folder(path));
            }
        } else {
            files.push(path.clone());
        }
    }
    let left_out = problems.len();
    let last = if files.is_empty() { problems.pop() } else { None };
    problems.iter().for_each(|problem| message::say(problem));
    last.map_or(Ok(Collected { files, left_out }), |last| Err(anyhow::anyhow!(last)))
}

/// The name of a file as it may be shown.
pub(super) fn name(file: &Path) -> String {
    clean(&file.to_string_lossy()).into_owned()
}

fn add_folder(folder: &Path, files: &mut Vec<PathBuf>, problems: &mut Vec<String>, depth: usize) {
    let entries = fs::read_dir(folder).and_then(|entries| entries.collect::<std::io::Result<Vec<_>>>());
    let mut paths: Vec<PathBuf> = match entries {
        Ok(entries) => entries.iter().map(fs::DirEntry::path).collect(),
        Err(error) => return problems.push(command_line::folder_unreadable(folder, error)),
    };
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        let is_folder = path.symlink_metadata().is_ok_and(|found| found.is_dir());
        if hidden || (is_folder && depth == 0) {
            continue;
        }
        if is_folder {
            add_folder(&path, files, problems, depth - 1);
        } else if path.extension().is_some_and(|ending| ending == "toml") && path.is_file() {
            files.push(path.strip_prefix(".").unwrap_or(&path).to_owned());
        }
    }
}

/// Reads each file, makes `result` of it (on several threads, with the name of the file), and hands the
/// results to `take` in the order of the files, with their positions. Says which files cannot be read;
/// the exit status is 1 when there are any, or some were not found.
///
/// # Errors
/// The first of `take`; no more files are read then.
pub(super) fn for_each<T: Send>(
    found: &Collected,
    catalogue: &Catalogue,
    result: impl Fn(Assessment, &str) -> T + Sync,
    mut take: impl FnMut(usize, T) -> anyhow::Result<()>,
) -> anyhow::Result<ExitCode> {
    let one_large_file = Mutex::new(());
    let work = |file: &PathBuf| {
        let is_large = file.metadata().is_ok_and(|found| found.len() > LARGE);
        let _alone = is_large.then(|| one_large_file.lock());
        let assessment = Document::look(file)?;
        let differs = !notices(&assessment, catalogue).is_empty();
        Ok::<_, anyhow::Error>((differs, result(assessment, &name(file))))
    };
    let files = &found.files;
    let (mut broken, mut differing) = (0, 0);
    in_order(files, work, |i, result| match result {
        Ok((differs, result)) => {
            differing += usize::from(differs);
            take(i, result)
        }
        Err(error) => {
            broken += 1;
            message::say(&format!("{error:#}"));
            Ok(())
        }
    })?;
    if differing > 0 {
        message::say(&command_line::differing(differing, files.len()));
    }
    if broken > 0 {
        message::say(&command_line::broken(broken, files.len()));
        return Ok(ExitCode::FAILURE);
    }
    Ok(found.status())
}

/// Does work on several threads, and hands the results to `take` in the order of the items, with their
/// positions. Each thread has its own items and its own short queue, so that nothing piles up behind
/// one that takes long.
///
/// # Errors
/// The first of `take`; no more work is done then.
pub(super) fn in_order<I: Sync, T: Send>(
    items: &[I],
    work: impl Fn(&I) -> T + Sync,
    mut take: impl FnMut(usize, T) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(items.len()).max(1);
    thread::scope(|scope| {
        let queues: Vec<_> = (0..threads)
            .map(|first| {
                let (sender, receiver) = sync_channel(WAITING);
                let work = &work;
                let work = move || {
                    let mut items = items.iter().skip(first).step_by(threads);
                    // Nobody is there to take it when `take` has failed.
                    while items.next().is_some_and(|item| sender.send(work(item)).is_ok()) {}
                };
                thread::Builder::new().spawn_scoped(scope, work).map(|_| receiver)
            })
            .collect::<std::io::Result<_>>()
            .context(terminal::NO_THREAD)?;
        for i in 0..items.len() {
            let result = queues.get(i % threads).and_then(|queue| queue.recv().ok());
            take(i, result.context(command_line::THREAD_FAILED)?)?;
        }
        Ok(())
    })
}
