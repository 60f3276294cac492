//! Many assessments, one after the other: files and folders in, results in the order of the files out.
//! The files are read on every core; no more than a few of them are in memory at a time.

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
use crate::text::clean;
use crate::words::command_line;

/// The results that wait for those before them, for each thread.
const WAITING: usize = 8;

/// Files of more bytes are read one at a time: what they hold may take much memory.
const LARGE: u64 = 256 * 1024;

/// The folders that are looked into, one in the other.
const MAX_DEPTH: usize = 20;

/// These files, and in the place of each folder the assessments below it (`*.toml`, by path). Hidden
/// files and folders, and links to folders, are passed over.
pub(super) fn files(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = files.len();
            add_folder(path, &mut files, MAX_DEPTH)?;
            anyhow::ensure!(files.len() > before, command_line::nothing_in_folder(path));
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

/// The same by path, each once.
pub(super) fn each_once(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = files(paths)?;
    files.sort();
    files.dedup();
    Ok(files)
}

/// The assessments in these files, each behind the name of its file.
pub(super) fn read_all(files: &[PathBuf]) -> anyhow::Result<Vec<(String, Assessment)>> {
    files.iter().map(|file| Ok((name(file), Document::read(file)?.0.assessment))).collect()
}

/// The name of a file as it may be shown.
pub(super) fn name(file: &Path) -> String {
    clean(&file.to_string_lossy()).into_owned()
}

fn add_folder(folder: &Path, files: &mut Vec<PathBuf>, depth: usize) -> anyhow::Result<()> {
    let cannot = || command_line::folder_unreadable(folder);
    let entries = fs::read_dir(folder).with_context(cannot)?;
    let mut paths: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>().with_context(cannot)?;
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
        let is_folder = path.symlink_metadata().is_ok_and(|found| found.is_dir());
        if hidden || (is_folder && depth == 0) {
            continue;
        }
        if is_folder {
            add_folder(&path, files, depth - 1)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") && path.is_file() {
            files.push(path.strip_prefix(".").unwrap_or(&path).to_owned());
        }
    }
    Ok(())
}

/// Reads each file, makes `result` of it (on several threads, with the name of the file), and hands the
/// results to `take` in the order of the files, with their positions. Says which files cannot be read;
/// the exit status is 1 when there are any.
///
/// # Errors
/// The first of `take`; no more files are read then.
pub(super) fn for_each<T: Send>(
    files: &[PathBuf],
    catalogue: &Catalogue,
    result: impl Fn(Assessment, &str) -> T + Sync,
    mut take: impl FnMut(usize, T) -> anyhow::Result<()>,
) -> anyhow::Result<ExitCode> {
    let one_large_file = Mutex::new(());
    let work = |file: &PathBuf| {
        let is_large = file.metadata().is_ok_and(|found| found.len() > LARGE);
        let _alone = is_large.then(|| one_large_file.lock());
        let (document, _) = Document::read(file)?;
        let differs = !notices(&document.assessment, catalogue).is_empty();
        Ok::<_, anyhow::Error>((differs, result(document.assessment, &name(file))))
    };
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
    Ok(ExitCode::SUCCESS)
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
                scope.spawn(move || {
                    let mut items = items.iter().skip(first).step_by(threads);
                    // Nobody is there to take it when `take` has failed.
                    while items.next().is_some_and(|item| sender.send(work(item)).is_ok()) {}
                });
                receiver
            })
            .collect();
        for i in 0..items.len() {
            let result = queues.get(i % threads).and_then(|queue| queue.recv().ok());
            take(i, result.context(command_line::THREAD_FAILED)?)?;
        }
        Ok(())
    })
}
