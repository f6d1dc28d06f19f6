//! Folders and files with what is about pupils: for their owner alone, and gone with the program that made them.
//!
//! A program that is killed takes nothing away. So a folder has a name by which it is known, and a file in it that its
//! program keeps locked; the system lets go of that when the program ends, however it ends. Whoever opens a cupboard in
//! the same place clears those that nobody holds.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io;
use std::path::Path;

use tempfile::TempDir;

use super::private::{create_new, temporary};

/// What is locked while the cupboard is in use, and what that is called before it is locked.
const LOCK: &str = "lock";
const UNLOCKED: &str = "new";

/// A folder that is emptied when it is dropped, or else when the next one is opened in its parent.
#[derive(Debug)]
pub(crate) struct Cupboard {
    /// Let go of first: where systems refuse to take away a file that is open.
    _lock: File,
    folder: TempDir,
}

impl Cupboard {
    /// A new one in `place`, its name beginning with `name`; what was left by programs that are no more is cleared.
    pub(crate) fn open(parent: &Path, name: &str) -> io::Result<Self> {
        let folder = temporary(parent, name)?;
        let new = folder.path().join(UNLOCKED);
        let lock = create_new(&new)?;
        // Where the system knows no locks, nobody can get this one, and so nobody clears what is in use.
        let _ = lock.try_lock();
        fs::rename(new, folder.path().join(LOCK))?;
        clear(parent, name, &fs::symlink_metadata(folder.path())?);
        Ok(Self { _lock: lock, folder })
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A part of it, which is emptied when it is dropped.
    pub(crate) fn drawer(&self) -> io::Result<TempDir> {
        temporary(self.path(), "drawer-")
    }
}

/// Clears the cupboards that nobody holds, as far as they are the owner's of `own`; what cannot be cleared stays.
fn clear(parent: &Path, name: &str, own: &Metadata) {
    for entry in fs::read_dir(parent).into_iter().flatten().filter_map(Result::ok) {
        let is_named = entry.file_name().to_string_lossy().starts_with(name);
        // Of the entry itself: a link leads to what somebody else chose.
        let is_own = |found: Metadata| found.is_dir() && is_of_same_owner(&found, own);
        if is_named && entry.metadata().is_ok_and(is_own) {
            clear_abandoned(&entry.path());
        }
    }
}

fn clear_abandoned(folder: &Path) {
    let lock = folder.join(LOCK);
    if !fs::symlink_metadata(&lock).is_ok_and(|found| found.is_file()) {
        return;
    }
    let Ok(lock) = OpenOptions::new().write(true).open(lock) else { return };
    if lock.try_lock().is_ok() {
        let _ = fs::remove_dir_all(folder);
    }
}

#[cfg(unix)]
fn is_of_same_owner(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    one.uid() == other.uid()
}

#[cfg(not(unix))]
fn is_of_same_owner(_: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;
    #[cfg(unix)]
    use crate::web::private::{FILE, FOLDER};
    use crate::web::private::{create_folders, write_new};

    /// What a program that was killed leaves: everything, and no lock.
    fn abandoned(parent: &Path, name: &str) -> std::path::PathBuf {
        let Cupboard { _lock, mut folder } = Cupboard::open(parent, name).unwrap();
        folder.disable_cleanup(true);
        write_new(&folder.path().join("apprentices.csv"), b"8A-03").unwrap();
        folder.path().to_owned()
    }

    #[test]
    fn what_nobody_holds_is_cleared_and_what_is_in_use_stays() {
        let parent = tempfile::tempdir().unwrap();
        let (used, left) =
            (Cupboard::open(parent.path(), "cup-").unwrap(), abandoned(parent.path(), "cup-"));
        assert!(left.is_dir());
        let next = Cupboard::open(parent.path(), "cup-").unwrap();
        assert!(!left.exists() && used.path().is_dir() && next.path().is_dir());
        drop(next);
        drop(used);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }

    #[test]
    fn what_is_none_of_its_own_stays() {
        let parent = tempfile::tempdir().unwrap();
        let other = abandoned(parent.path(), "other-");
        let without_lock = parent.path().join("cup-of-somebody");
        create_folders(&without_lock).unwrap();
        drop(Cupboard::open(parent.path(), "cup-").unwrap());
        assert!(other.is_dir() && without_lock.is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed() {
        let parent = tempfile::tempdir().unwrap();
        let elsewhere = abandoned(parent.path(), "other-");
        std::os::unix::fs::symlink(&elsewhere, parent.path().join("cup-link")).unwrap();
        let trap = parent.path().join("cup-trap");
        create_folders(&trap).unwrap();
        std::os::unix::fs::symlink(elsewhere.join(LOCK), trap.join(LOCK)).unwrap();
        drop(Cupboard::open(parent.path(), "cup-").unwrap());
        assert!(elsewhere.join("apprentices.csv").is_file() && trap.is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_look_into_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let parent = tempfile::tempdir().unwrap();
        let cupboard = Cupboard::open(parent.path(), "cup-").unwrap();
        let drawer = cupboard.drawer().unwrap();
        create_folders(&drawer.path().join("a/b")).unwrap();
        write_new(&drawer.path().join("a/b/c"), b"").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        for folder in ["", "a", "a/b"] {
            assert_eq!(mode(&drawer.path().join(folder)), FOLDER);
        }
        assert_eq!(mode(cupboard.path()), FOLDER);
        assert_eq!(mode(&drawer.path().join("a/b/c")), FILE);
        assert_eq!(mode(&cupboard.path().join(LOCK)), FILE);
    }
}
