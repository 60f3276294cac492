//! Who may read and write a file, kept when another one is put in its place, and for its copies.

use std::fs::{self, File};
use std::path::Path;

use super::atomic_write::Obstacle;

/// Who may read a file that is made.
#[derive(Debug, Clone, Default)]
pub enum Readers {
    /// Everybody, within the umask.
    #[default]
    All,
    /// The user alone.
    User,
    /// Those who may read the file that has these rights.
    Of(Rights),
}

/// The rights on a file.
#[derive(Debug, Clone)]
pub struct Rights {
    found: fs::Metadata,
    /// Its access control list, as the system keeps it.
    #[cfg(unix)]
    list: Option<Vec<u8>>,
}

impl Readers {
    /// Those of a file; these ones where it is not there.
    #[must_use]
    pub fn of_or(path: &Path, otherwise: Readers) -> Readers {
        Rights::of(path).map_or(otherwise, Readers::Of)
    }

    /// Those of a file that is made of several: nobody may read it who may not read all of them.
    #[must_use]
    pub fn of_all<'p>(paths: impl IntoIterator<Item = &'p Path>) -> Readers {
        let mut all: Vec<Rights> = paths.into_iter().filter_map(Rights::of).collect();
        match all.split_first() {
            None => Readers::All,
            Some((first, rest)) if rest.iter().all(|other| other.are_those_of(first)) => {
                Readers::Of(all.swap_remove(0))
            }
            Some(_) if all.iter().all(Rights::are_for_all) => Readers::All,
            Some(_) => Readers::User,
        }
    }
}

impl Rights {
    /// Those on a file; `None` where there is none.
    pub(super) fn of(path: &Path) -> Option<Rights> {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        Some(Rights {
            found,
            #[cfg(unix)]
            list: list(path),
        })
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};

    use super::{File, Obstacle, Rights, fs, set_list};

    impl Rights {
        pub(super) fn are_those_of(&self, other: &Rights) -> bool {
            let rights = |one: &Rights| (one.found.gid(), one.found.mode());
            rights(self) == rights(other) && self.list == other.list
        }

        pub(super) fn are_for_all(&self) -> bool {
            self.found.mode() & 0o004 != 0
        }

        /// Gives them to a file that takes the place of the one that has them.
        ///
        /// # Errors
        /// Its owner would lose it, or its list of rights cannot be kept.
        pub(crate) fn keep(&self, file: &File) -> Result<(), Obstacle> {
            let failed = |error| Obstacle::of(&error);
            let (old, new) = (&self.found, file.metadata().map_err(failed)?);
            let has_owner = new.uid() == old.uid() || fchown(file, Some(old.uid()), None).is_ok();
            let has_group = self.give_group(file, &new);
            let [owner, group, others] = [6, 3, 0].map(|shift| old.mode() >> shift & 0o6);
            // Where the owner may do no less as one of the group, or of all, a team's file stays a team's.
            let as_others = others & owner == owner;
            let as_group = has_group && self.list.is_none() && group & owner == owner;
            if !(has_owner || as_others || as_group) {
                return Err(Obstacle::Owner);
            }
            if self.list.is_some() && !has_group {
                return Err(Obstacle::Owner);
            }
            self.give(file, has_group)?;
            set_list(file, self.list.as_deref()).map_err(|_| Obstacle::Owner)
        }

        /// Gives them to a copy, which is the user's own: nobody gets more.
        pub(crate) fn copy(&self, file: &File) -> Result<(), Obstacle> {
            let new = file.metadata().map_err(|error| Obstacle::of(&error))?;
            let has_group = self.give_group(file, &new);
            self.give(file, has_group && self.list.is_none())?;
            if has_group && set_list(file, self.list.as_deref()).is_ok() {
                return Ok(());
            }
            // What stands for the group is the most that anybody on the list may: without it, nothing.
            set_list(file, None).map_err(|error| Obstacle::of(&error))
        }

        fn give_group(&self, file: &File, new: &fs::Metadata) -> bool {
            let group = self.found.gid();
            new.gid() == group || fchown(file, None, Some(group)).is_ok()
        }

        /// Where the group is another one, it may do what everybody may.
        fn give(&self, file: &File, has_group: bool) -> Result<(), Obstacle> {
            // What the folder would have given is not asked for.
            set_list(file, None).map_err(|error| Obstacle::of(&error))?;
            // The user has to be able to go on with it.
            let mode = self.found.mode() & 0o7777 | 0o600;
            let mode = if has_group { mode } else { mode & !0o2070 | (mode & 0o7) << 3 };
            file.set_permissions(fs::Permissions::from_mode(mode)).map_err(|error| Obstacle::of(&error))
        }
    }
}

#[cfg(not(unix))]
impl Rights {
    fn are_those_of(&self, other: &Rights) -> bool {
        self.found.permissions() == other.found.permissions()
    }

    fn are_for_all(&self) -> bool {
        true
    }

    pub(super) fn keep(&self, file: &File) -> Result<(), Obstacle> {
        file.set_permissions(self.found.permissions()).map_err(|error| Obstacle::of(&error))
    }

    pub(super) fn copy(&self, file: &File) -> Result<(), Obstacle> {
        self.keep(file)
    }
}

/// The name under which Linux keeps an access control list.
#[cfg(target_os = "linux")]
const LIST: &str = "system.posix_acl_access";

#[cfg(target_os = "linux")]
fn list(path: &Path) -> Option<Vec<u8>> {
    let mut list = vec![0; 64 * 1024];
    let length = rustix::fs::getxattr(path, LIST, &mut list).ok()?;
    list.truncate(length);
    Some(list)
}

#[cfg(target_os = "linux")]
fn set_list(file: &File, list: Option<&[u8]>) -> std::io::Result<()> {
    use rustix::fs::{XattrFlags, fremovexattr, fsetxattr};
    use rustix::io::Errno;
    match list {
        Some(list) => Ok(fsetxattr(file, LIST, list, XattrFlags::empty())?),
        None => match fremovexattr(file, LIST) {
            Err(Errno::NODATA | Errno::OPNOTSUPP | Errno::NOSYS | Errno::PERM | Errno::INVAL) | Ok(()) => {
                Ok(())
            }
            Err(error) => Err(error.into()),
        },
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn list(_: &Path) -> Option<Vec<u8>> {
    None
}

#[cfg(all(unix, not(target_os = "linux")))]
fn set_list(_: &File, _: Option<&[u8]>) -> std::io::Result<()> {
    Ok(())
}
