//! A folder into which nobody else writes meanwhile. The system lets go of it when its holder dies, however that is.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// How often it is tried to hold a folder that another run holds, and how long between: writing takes a moment only.
const TRIES: usize = 50;
const PAUSE: Duration = Duration::from_millis(100);

/// A folder that is held. On a disk without locks (some that are shared over a network) it only seems to be.
pub(super) struct Held(Option<File>);

/// What came of one try.
enum Tried {
    Held(File),
    HeldByAnother,
    /// The disk or the system has no locks.
    Unheld,
}

impl Held {
    /// Holds `folder` as soon as nobody else does.
    ///
    /// # Errors
    /// [`is_busy`] if another run holds it for long.
    pub(super) fn take(folder: &Path) -> io::Result<Self> {
        for _ in 0..TRIES {
            match try_once(folder) {
                Tried::Held(file) => return Ok(Self(Some(file))),
                Tried::Unheld => return Ok(Self(None)),
                Tried::HeldByAnother => sleep(PAUSE),
            }
        }
        Err(io::Error::from(ErrorKind::ResourceBusy))
    }

    /// Whether it is certain that nobody else writes.
    pub(super) const fn is_certain(&self) -> bool {
        self.0.is_some()
    }
}

/// Whether `error` says that another run writes into the folder; one from the system has a number.
pub(super) fn is_busy(error: &io::Error) -> bool {
    error.kind() == ErrorKind::ResourceBusy && error.raw_os_error().is_none()
}

/// Holds the folder itself, so that no file is left behind.
#[cfg(unix)]
fn try_once(folder: &Path) -> Tried {
    use std::fs::TryLockError;
    let Ok(file) = File::open(folder) else { return Tried::Unheld };
    match file.try_lock() {
        Ok(()) => Tried::Held(file),
        Err(TryLockError::WouldBlock) => Tried::HeldByAnother,
        Err(TryLockError::Error(_)) => Tried::Unheld,
    }
}

/// Holds a file in the folder that nobody else can open, and that is gone as soon as it is closed.
///
/// # Source
/// `CreateFileW` in the reference of the Windows API: `dwShareMode`, `FILE_FLAG_DELETE_ON_CLOSE`, and the error
/// `ERROR_SHARING_VIOLATION`
#[cfg(windows)]
fn try_once(folder: &Path) -> Tried {
    use std::os::windows::fs::OpenOptionsExt;
    const DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const SHARING_VIOLATION: i32 = 32;
    let mut options = File::options();
    options.write(true).create(true).share_mode(0).custom_flags(DELETE_ON_CLOSE);
    match options.open(folder.join(".mesterskema-held")) {
        Ok(file) => Tried::Held(file),
        Err(error) if error.raw_os_error() == Some(SHARING_VIOLATION) => Tried::HeldByAnother,
        Err(_) => Tried::Unheld,
    }
}

#[cfg(not(any(unix, windows)))]
fn try_once(_: &Path) -> Tried {
    Tried::Unheld
}
