//! Replaces a file whole or not at all: write beside, sync, rename, sync the directory. It knows
//! nothing of assessments.
//!
//! - A symbolic link is followed: its target is replaced, the link stays.
//! - Permissions, owner, group and (on Linux) the access control list of the file are kept; where the group
//!   cannot be, it gets what others have, where its owner would lose it, it is not replaced. A new file
//!   gets 0644 within the umask, or the permissions of the file whose copy it is. Hard links and other
//!   extended attributes are not kept: that is the price of the rename.
//! - A file that the user may not write is not replaced, although the rename could.
//! - A directory that cannot be synced (some network and FUSE file systems) is tolerated.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::{Builder, NamedTempFile};

use super::readers::{Readers, Rights};

/// The beginning of the name of a file that is written beside another one; then come that one's name, a
/// hyphen, [`RANDOM`] letters or digits and [`SUFFIX`].
const PREFIX: &str = ".ospo-assess-";
const SUFFIX: &str = ".tmp";
const RANDOM: usize = 6;

/// The UTF-16 units that a name has at most.
#[cfg(not(unix))]
const LONGEST_NAME: usize = 255;

/// How often a file that somebody holds is tried again, and how long after.
#[cfg(not(unix))]
const REPLACING: usize = 20;
#[cfg(not(unix))]
const SCANNED: Duration = Duration::from_millis(50);

/// The links that are followed from one to the next.
const MAX_LINKS: usize = 40;

/// Why a file was not saved. The answers are still in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaveError {
    /// Somebody else changed the file since it was read or written here.
    ChangedOnDisk(PathBuf),
    /// A new file was to be made, and there is one.
    Exists(PathBuf),
    /// Another ospo-assess has the file open.
    InUse(PathBuf),
    /// The system refused.
    Failed { path: PathBuf, obstacle: Obstacle },
}

/// An obstacle to a save.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// No space, no quota, or a limit on the size of files.
    Full,
    /// The file is write-protected, or the folder or the whole file system is.
    Protected,
    /// The folder is not there (any more).
    NoFolder,
    /// It is a folder or a device.
    NoFile,
    /// Its owner would lose it, or its list of rights.
    Owner,
    /// It is no file what stands where the lock file should be.
    NoLockFile(PathBuf),
    /// The lock file belongs to somebody else, and may not even be read.
    OthersLock(PathBuf),
    /// The file system has no lock to give.
    NoLocks,
    /// The name leaves no room for those of the files that are written beside it.
    LongName,
    /// More than may be read again.
    TooLarge,
    /// The thread that saves has ended.
    NoThread,
    /// Anything else, in the system's words.
    Other(String),
}

impl SaveError {
    pub(super) fn failed(path: &Path, obstacle: Obstacle) -> SaveError {
        SaveError::Failed { path: path.to_owned(), obstacle }
    }

    pub(super) fn from_io(path: &Path, error: &io::Error) -> SaveError {
        SaveError::failed(path, Obstacle::of(error))
    }
}

impl Obstacle {
    pub(super) fn of(error: &io::Error) -> Obstacle {
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Obstacle::Full,
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Obstacle::Protected,
            ErrorKind::NotFound | ErrorKind::NotADirectory => Obstacle::NoFolder,
            ErrorKind::IsADirectory => Obstacle::NoFile,
            // Elsewhere it may also be a character that no name has.
            ErrorKind::InvalidFilename if cfg!(unix) => Obstacle::LongName,
            _ => Obstacle::Other(error.to_string()),
        }
    }
}

/// The way with a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    Replace,
    Refuse,
}

/// Writes a file of any kind, in place of the one that is there: whole or not at all, durably. A new one
/// is for these readers.
///
/// # Errors
/// Everything that hinders a save.
pub fn write_file(path: &Path, contents: &[u8], readers: &Readers) -> Result<(), SaveError> {
    save(path, contents, Existing::Replace, readers)?;
    remove_old_leftovers(&follow(path));
    Ok(())
}

/// Writes a whole file, durably: once this returns, no crash brings the old text back.
///
/// # Errors
/// The old file is as it was, or (when only the last sync failed) the new one is whole.
pub(super) fn save(path: &Path, text: &[u8], existing: Existing, readers: &Readers) -> Result<(), SaveError> {
    let target = follow(path);
    let failed = |error: io::Error| SaveError::from_io(path, &error);
    let old = fs::metadata(&target).ok();
    if let Some(old) = &old {
        if existing == Existing::Refuse {
            return Err(SaveError::Exists(path.to_owned()));
        }
        if !old.is_file() {
            return Err(SaveError::failed(path, Obstacle::NoFile));
        }
        if old.permissions().readonly() || !may_write(&target) {
            return Err(SaveError::failed(path, Obstacle::Protected));
        }
    }
    let rights = Rights::of(&target);
    let beside = write_beside(&target, text, readers, rights.as_ref())
        .map_err(|obstacle| SaveError::failed(path, obstacle))?;
    let moved = match existing {
        Existing::Replace => replace(beside, &target),
        Existing::Refuse => beside.persist_noclobber(&target).map_err(|error| error.error),
    };
    let file = moved.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => SaveError::Exists(path.to_owned()),
        _ => failed(error),
    })?;
    sync_name(&file, &target).map_err(failed)
}

/// Writes a file beside another one, for its readers where it is there: those with `rights` on it.
fn write_beside(
    target: &Path,
    text: &[u8],
    readers: &Readers,
    rights: Option<&Rights>,
) -> Result<NamedTempFile, Obstacle> {
    let failed = |error: io::Error| Obstacle::of(&error);
    let prefix = prefix(target);
    let mut builder = Builder::new();
    builder.prefix(&prefix).suffix(SUFFIX).rand_bytes(RANDOM);
    #[cfg(unix)]
    if matches!((readers, rights), (Readers::All, None)) {
        // Otherwise nobody else may look into it before it has its permissions.
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    }
    let mut file = builder.tempfile_in(folder(target)).map_err(failed)?;
    file.write_all(text).map_err(failed)?;
    match (rights, readers) {
        (Some(rights), _) => rights.keep(file.as_file())?,
        (None, Readers::Of(rights)) => rights.copy(file.as_file())?,
        (None, Readers::All | Readers::User) => {}
    }
    sync(file.as_file()).map_err(failed)?;
    Ok(file)
}

/// Puts a file in the place of another one.
#[cfg(unix)]
fn replace(beside: NamedTempFile, target: &Path) -> io::Result<File> {
    Ok(beside.persist(target)?)
}

/// Puts a file in the place of another one, also where somebody reads that one and lets it be replaced. One
/// that a scanner holds is free in a moment.
#[cfg(not(unix))]
fn replace(beside: NamedTempFile, target: &Path) -> io::Result<File> {
    let (file, path) = beside.keep()?;
    let mut moved = fs::rename(&path, target);
    for _ in 0..REPLACING {
        if moved.is_ok() {
            break;
        }
        std::thread::sleep(SCANNED);
        moved = fs::rename(&path, target);
    }
    moved.inspect_err(|_| drop(fs::remove_file(&path))).map(|()| file)
}

/// Has a file on the disk, not only on its way there. On macOS not every file system knows the surest way.
fn sync(file: &File) -> io::Result<()> {
    #[cfg(target_vendor = "apple")]
    return file.sync_all().or_else(|_| Ok(rustix::fs::fsync(file)?));
    #[cfg(not(target_vendor = "apple"))]
    file.sync_all()
}

/// Whether the user may write a file; the rename alone asks nobody but its folder.
#[cfg(unix)]
fn may_write(target: &Path) -> bool {
    rustix::fs::access(target, rustix::fs::Access::WRITE_OK).is_ok()
}

#[cfg(not(unix))]
fn may_write(_: &Path) -> bool {
    true
}

/// Has the new name of a file on the disk: it stands in its folder.
#[cfg(unix)]
fn sync_name(_: &File, target: &Path) -> io::Result<()> {
    sync_folder(folder(target))
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder).and_then(|folder| sync(&folder)) {
        Err(error) if cannot_be_synced(error.kind()) => Ok(()),
        result => result,
    }
}

/// Tells whether an error says that this folder knows no sync, and not that a sync failed.
#[cfg(unix)]
fn cannot_be_synced(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::InvalidInput | ErrorKind::Unsupported | ErrorKind::PermissionDenied)
}

/// Windows syncs no folder; a file that is synced under its new name takes what was done before along.
#[cfg(not(unix))]
fn sync_name(file: &File, _: &Path) -> io::Result<()> {
    sync(file)
}

/// Removes what killed programs left beside a file. Call it only while nobody else saves that file.
pub(super) fn remove_leftovers(target: &Path) {
    remove_older(target, Duration::ZERO);
}

/// The same where others may be saving: what is an hour old is nobody's work any more.
pub(super) fn remove_old_leftovers(target: &Path) {
    remove_older(target, Duration::from_secs(3600));
}

fn remove_older(target: &Path, age: Duration) {
    let is_old = |file: &fs::DirEntry| {
        let modified = file.metadata().and_then(|found| found.modified());
        age.is_zero() || modified.is_ok_and(|time| time.elapsed().is_ok_and(|elapsed| elapsed >= age))
    };
    let prefix = prefix(target);
    let is_leftover = |name: &str| {
        let random = name.strip_prefix(&prefix).and_then(|rest| rest.strip_suffix(SUFFIX));
        random
            .is_some_and(|random| random.len() == RANDOM && random.bytes().all(|b| b.is_ascii_alphanumeric()))
    };
    for file in fs::read_dir(folder(target)).into_iter().flatten().flatten() {
        if file.file_name().to_str().is_some_and(is_leftover) && is_old(&file) {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Whether the name of a file leaves room for that of the file which is written beside it.
#[cfg(unix)]
pub(super) fn has_room(target: &Path) -> bool {
    let needed = prefix(target).len() + RANDOM + SUFFIX.len();
    rustix::fs::statvfs(folder(target)).map_or(true, |found| needed as u64 <= found.f_namemax)
}

#[cfg(not(unix))]
pub(super) fn has_room(target: &Path) -> bool {
    prefix(target).encode_utf16().count() + RANDOM + SUFFIX.len() <= LONGEST_NAME
}

fn prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    format!("{PREFIX}{name}-")
}

/// The file that a path means: where its symbolic links lead, whether or not anything is there.
pub(super) fn follow(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&path) {
            Ok(target) => path = folder(&path).join(target),
            Err(_) => break,
        }
    }
    path
}

pub(super) fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn only_a_folder_that_knows_no_sync_is_tolerated() {
        assert!(sync_folder(Path::new("/proc/self")).is_ok());
        assert!(sync_folder(Path::new("/there/is/no/such/folder")).is_err());
        assert!(!cannot_be_synced(ErrorKind::StorageFull));
    }

    #[test]
    fn refusals_are_told_apart() {
        for (error, obstacle) in [
            (28, Obstacle::Full),
            (27, Obstacle::Full),
            (30, Obstacle::Protected),
            (13, Obstacle::Protected),
            (2, Obstacle::NoFolder),
        ] {
            let path = Path::new("a.toml");
            let told = SaveError::from_io(path, &io::Error::from_raw_os_error(error));
            assert_eq!(told, SaveError::failed(path, obstacle));
        }
    }
}
