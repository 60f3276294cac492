//! Keeps two programs from writing one file: an advisory lock on a file beside it. A lock on the
//! file itself would be lost with every save, which puts another file in its place.
//!
//! The lock file is removed by its last holder. Between opening and locking it another program may
//! have removed it, so whoever locks looks whether the name still means the file that was locked.
//! On Windows nobody else opens it meanwhile, and the system removes it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::atomic_write::{Obstacle, folder};

/// The times that the lock file may vanish under us.
const TRIES: usize = 20;

/// A lock, held until dropped.
#[derive(Debug)]
pub(super) struct Lock {
    /// Held open for its lock.
    file: File,
    path: PathBuf,
}

/// The outcome of an attempt to lock a file.
#[derive(Debug)]
pub(super) enum Locking {
    Ours(Lock),
    /// Somebody else has it.
    InUse,
    /// The file system knows no locks.
    Unsupported,
}

impl Lock {
    /// Locks a file.
    ///
    /// # Errors
    /// Nothing can be written beside it.
    pub(super) fn acquire(target: &Path) -> Result<Locking, Obstacle> {
        let name = target.file_name().unwrap_or_default().to_string_lossy();
        let path = folder(target).join(format!(".{name}.lock"));
        for _ in 0..TRIES {
            let Some(file) = open(&path)? else { return Ok(Locking::InUse) };
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => return Ok(Locking::Ours(Lock { file, path })),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(Locking::InUse),
                Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {
                    return Ok(Locking::Unsupported);
                }
                Err(TryLockError::Error(error)) if gives_no_lock(&error) => return Err(Obstacle::NoLocks),
                Err(TryLockError::Error(error)) => return Err(Obstacle::of(&error)),
            }
        }
        Ok(Locking::InUse)
    }
}

/// Opens the lock file, or makes it; `None` where somebody keeps it from everybody else. One that somebody else
/// of a group made may perhaps only be read, which is enough to lock it; a link would lead to a file that is none
/// of ours.
#[cfg(unix)]
fn open(path: &Path) -> Result<Option<File>, Obstacle> {
    refuse_no_file(path)?;
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    let opened = match opened {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => File::open(path).map_err(|_| error),
        opened => opened,
    };
    opened.map(Some).map_err(|error| hindered(path, &error))
}

/// Opens the lock file, or makes it, and keeps it from everybody else; `None` where somebody else does. The
/// system removes it once it is closed, also where the program is killed.
#[cfg(not(unix))]
fn open(path: &Path) -> Result<Option<File>, Obstacle> {
    use std::os::windows::fs::OpenOptionsExt;
    const NOBODY: u32 = 0;
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const SHARING_VIOLATION: Option<i32> = Some(32);
    refuse_no_file(path)?;
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    options.share_mode(NOBODY).custom_flags(DELETE_ON_CLOSE);
    let mut opened = options.open(path);
    for _ in 0..TRIES {
        match &opened {
            // Being removed, it cannot be opened for a moment.
            Err(error) if error.kind() == ErrorKind::PermissionDenied && path.exists() => {
                std::thread::sleep(std::time::Duration::from_millis(10));
                opened = options.open(path);
            }
            _ => break,
        }
    }
    match opened {
        Err(error) if error.raw_os_error() == SHARING_VIOLATION => Ok(None),
        opened => opened.map(Some).map_err(|error| hindered(path, &error)),
    }
}

fn refuse_no_file(path: &Path) -> Result<(), Obstacle> {
    let is_other = path.symlink_metadata().is_ok_and(|found| !found.is_file());
    if is_other { Err(Obstacle::NoLockFile(path.to_owned())) } else { Ok(()) }
}

fn hindered(path: &Path, error: &std::io::Error) -> Obstacle {
    match error.kind() {
        ErrorKind::PermissionDenied if path.exists() => Obstacle::OthersLock(path.to_owned()),
        _ => Obstacle::of(error),
    }
}

/// Whether an error says that the file system knows locks and has none to give, as one over a network does
/// whose lock service is gone.
#[cfg(unix)]
fn gives_no_lock(error: &std::io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::NOLCK.raw_os_error())
}

#[cfg(not(unix))]
fn gives_no_lock(_: &std::io::Error) -> bool {
    false
}

impl Drop for Lock {
    fn drop(&mut self) {
        // After its folder was removed and made again, the name may mean somebody else's lock.
        if cfg!(unix) && is_at(&self.file, &self.path) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let id = |metadata: &fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata(), fs::metadata(path)), (Ok(file), Ok(path)) if id(&file) == id(&path))
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_has_a_lock_and_nothing_is_left_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("a.toml");
        let first = Lock::acquire(&target);
        assert!(matches!(first, Ok(Locking::Ours(_))), "{first:?}");
        assert!(matches!(Lock::acquire(&target), Ok(Locking::InUse)));
        drop(first);
        assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
        assert!(matches!(Lock::acquire(&target), Ok(Locking::Ours(_))));
    }
}
