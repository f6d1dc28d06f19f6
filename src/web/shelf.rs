//! The plans that are kept: each a folder of its own with the school's files, the proposal and what was wished.
//!
//! A plan is written once and never overwritten. What is called saved lies on the disk; without a folder, plans are kept
//! until the program ends, and the page says so.

mod written;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::cupboard::Cupboard;
use super::desk::Desk;
use super::private::create_folders;
use super::situation::Situation;

/// The longest name of a plan, in signs.
pub(super) const LONGEST_NAME: usize = 60;

/// The plans.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    folder: Option<PathBuf>,
    plans: Mutex<Vec<Arc<Plan>>>,
    /// The folders that hold a plan that cannot be read.
    unreadable: Vec<String>,
}

/// A plan.
#[derive(Debug)]
pub(super) struct Plan {
    /// What somebody called it.
    pub(super) name: String,
    pub(super) desk: Arc<Desk>,
    pub(super) situation: Arc<Situation>,
    /// Its folder, where it lies on the disk.
    pub(super) folder: Option<PathBuf>,
}

impl Plan {
    /// Whether it lies on the disk.
    pub(super) const fn is_saved(&self) -> bool {
        self.folder.is_some()
    }
}

/// Why a plan is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unkept {
    /// It has no name, or too long a one.
    Nameless,
    /// There is one of that name.
    NameTaken,
    /// There is no proposal that knows of every wish.
    Unsolved,
    /// It cannot be written.
    Unwritten,
}

impl Shelf {
    /// The plans in `folder`, which is made if it is missing; without one, a shelf that forgets.
    pub(super) fn open(folder: Option<&Path>, cupboard: &Cupboard) -> io::Result<Self> {
        let Some(folder) = folder else { return Ok(Self::default()) };
        let named = |error: io::Error| {
            io::Error::new(error.kind(), format!("{}: {error}", folder.display()))
        };
        Self::read(folder, cupboard).map_err(named)
    }

    fn read(folder: &Path, cupboard: &Cupboard) -> io::Result<Self> {
        let mut shelf = Self::default();
        create_folders(folder)?;
        // Clears what a program left that was killed while it wrote. Where nothing may be written, plans are read still.
        drop(Cupboard::open(folder, written::BESIDE));
        let entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
        let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
        paths.retain(|path| path.join(written::MARK).is_file());
        paths.sort();
        let mut plans = Vec::new();
        for path in paths {
            match written::read(&path, cupboard) {
                Some(plan) => plans.push(Arc::new(plan)),
                None => shelf.unreadable.extend(name_of(&path)),
            }
        }
        shelf.plans = Mutex::new(plans);
        shelf.folder = Some(folder.to_owned());
        Ok(shelf)
    }

    /// Whether what is kept is saved.
    pub(super) const fn saves(&self) -> bool {
        self.folder.is_some()
    }

    /// The folders whose plan cannot be read.
    pub(super) fn unreadable(&self) -> &[String] {
        &self.unreadable
    }

    /// The plans in the order in which they were kept.
    pub(super) fn plans(&self) -> Vec<Arc<Plan>> {
        self.plans.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps a plan under a name that no other has.
    pub(super) fn keep(
        &self,
        name: &str,
        desk: &Arc<Desk>,
        situation: &Arc<Situation>,
    ) -> Result<(), Unkept> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(char::is_control)
        {
            return Err(Unkept::Nameless);
        }
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        if plans.iter().any(|plan| plan.name == name) {
            return Err(Unkept::NameTaken);
        }
        if !situation.is_offered() {
            return Err(Unkept::Unsolved);
        }
        let mut plan = Plan {
            name: name.to_owned(),
            desk: Arc::clone(desk),
            situation: Arc::clone(situation),
            folder: None,
        };
        if let Some(folder) = &self.folder {
            let own = written::write(folder, &plan).map_err(|_| Unkept::Unwritten)?;
            plan.folder = Some(own);
        }
        plans.push(Arc::new(plan));
        Ok(())
    }
}

impl Shelf {
    /// Forgets a plan, and takes its folder away. Who deletes what is gone already has it.
    pub(super) fn delete(&self, name: &str) -> io::Result<()> {
        let mut plans = self.plans.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(at) = plans.iter().position(|plan| plan.name == name) else { return Ok(()) };
        if let Some(folder) = &plans[at].folder {
            fs::remove_dir_all(folder)?;
        }
        plans.remove(at);
        Ok(())
    }
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}
