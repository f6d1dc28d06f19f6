//! What the page's server holds: the schools that are worked on, the plans that are kept, and the line before the solves.

use std::collections::BTreeMap;
use std::env;
use std::io;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::available_parallelism;

use super::cupboard::Cupboard;
use super::desk::Desk;
use super::key::{Key, OnceKey};
use super::queue::Queue;
use super::shelf::Shelf;
use super::source::Source;
use crate::diagnostic::Diagnostic;
use crate::domain::Language;
use crate::pipeline::Faults;

/// Schools that are held at once; of more, the oldest are put away.
const MOST_DESKS: usize = 100;
/// Solves at once, at most: a browser keeps no more than six connections to a server, and pages need some too.
const MOST_SOLVES: usize = 3;
/// What the folders of this program among all that is temporary begin with.
const CUPBOARD: &str = "mesterskema-page-";

/// What the page's server holds.
pub struct Office {
    key: Key,
    invitation: Mutex<Option<OnceKey>>,
    port: u16,
    language: Option<Language>,
    /// On so many threads a solve works, which mostly is alone: people look at what they asked for before they ask again.
    pub(super) threads: usize,
    pub(super) queue: Arc<Queue>,
    /// What was handed over.
    pub(super) cupboard: Cupboard,
    pub(super) shelf: Shelf,
    desks: Mutex<BTreeMap<u32, Arc<Desk>>>,
    runs: Mutex<BTreeMap<u64, Arc<AtomicBool>>>,
    closing: AtomicBool,
}

impl Office {
    /// An office at a port of this machine, with the plans that are kept in a folder, if one is named.
    ///
    /// # Errors
    /// The folder, or one for what is temporary, cannot be made or read, or the system gives no chance for a key.
    pub fn new(port: u16, plans: Option<&Path>, language: Option<Language>) -> io::Result<Self> {
        let no_key = || io::Error::other("no random numbers");
        let threads = available_parallelism().map_or(1, NonZeroUsize::get);
        let cupboard = Cupboard::open(&env::temp_dir(), CUPBOARD)?;
        Ok(Self {
            key: Key::new().ok_or_else(no_key)?,
            invitation: Mutex::default(),
            port,
            language,
            threads,
            queue: Queue::new(threads.min(MOST_SOLVES)),
            shelf: Shelf::open(plans, &cupboard)?,
            cupboard,
            desks: Mutex::default(),
            runs: Mutex::default(),
            closing: AtomicBool::new(false),
        })
    }

    /// The address that lets a browser in.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/?key={}", self.port, self.key.as_str())
    }

    /// An address that lets the first who asks in, and only soon: others on this machine may see what a browser is
    /// started with. `None` if the system gives no chance for a key.
    #[must_use]
    pub fn invitation(&self) -> Option<String> {
        let key = Key::new()?;
        let address = format!("http://127.0.0.1:{}/?once={}", self.port, key.as_str());
        *locked(&self.invitation) = Some(OnceKey::new(key));
        Some(address)
    }

    /// Whether `offered` is the key of the invitation that nobody took yet; it is taken now.
    pub(super) fn is_invited(&self, offered: &str) -> bool {
        locked(&self.invitation).take_if(|key| key.opens(offered)).is_some_and(|key| key.is_valid())
    }

    /// Puts a school that lies on this machine on a desk.
    ///
    /// # Errors
    /// The school's folder or one of its files cannot be read.
    pub fn lay_out(&self, school: &Path) -> Result<(), Vec<Diagnostic>> {
        let source = Arc::new(Source::copy(school, &self.cupboard)?);
        self.take_in(Desk::open(source, Faults::Refuse));
        Ok(())
    }

    pub(super) const fn key(&self) -> &Key {
        &self.key
    }

    /// What a browser may call this server.
    pub(super) fn hosts(&self) -> [String; 2] {
        ["127.0.0.1", "localhost"].map(|host| format!("{host}:{}", self.port))
    }

    /// The cookie that carries the key; servers at other ports of this machine get it too, so it has the port's name.
    pub(super) fn cookie(&self) -> String {
        format!("mesterskema-{}", self.port)
    }

    /// The language for whom nothing says which.
    pub(super) const fn language(&self) -> Option<Language> {
        self.language
    }

    /// Puts a desk among the others; its number.
    pub(super) fn take_in(&self, desk: Desk) -> u32 {
        let mut desks = locked(&self.desks);
        let number = desks.keys().next_back().map_or(1, |last| last + 1);
        desks.insert(number, Arc::new(desk));
        while desks.len() > MOST_DESKS {
            desks.pop_first();
        }
        number
    }

    /// Puts another desk in the place of `former`, unless somebody else did so meanwhile.
    pub(super) fn replace(&self, number: u32, former: &Arc<Desk>, desk: Desk) {
        let mut desks = locked(&self.desks);
        if let Some(now) = desks.get_mut(&number).filter(|now| Arc::ptr_eq(now, former)) {
            *now = Arc::new(desk);
        }
    }

    /// The desk of a number.
    pub(super) fn desk(&self, number: u32) -> Option<Arc<Desk>> {
        locked(&self.desks).get(&number).cloned()
    }

    /// All desks.
    pub(super) fn desks(&self) -> Vec<(u32, Arc<Desk>)> {
        let desks = locked(&self.desks);
        desks.iter().map(|(&number, desk)| (number, Arc::clone(desk))).collect()
    }

    /// Where somebody who comes in begins: at the timetable of the only school that is there, else where files are handed over.
    pub(super) fn front(&self) -> String {
        match self.desks()[..] {
            // What has to be mended or asked first is asked on the first page about the school.
            [(number, ref desk)] if desk.bench.is_some() => format!("/desk/{number}/timetable"),
            [(number, _)] => format!("/desk/{number}"),
            _ => "/".to_owned(),
        }
    }

    /// Notes a run: its number, and what is true once it is to stop.
    pub(super) fn begin_run(&self) -> (u64, Arc<AtomicBool>) {
        let mut runs = locked(&self.runs);
        let number = runs.keys().next_back().map_or(1, |last| last + 1);
        let stop = Arc::new(AtomicBool::new(false));
        runs.insert(number, Arc::clone(&stop));
        (number, stop)
    }

    /// Forgets a run.
    pub(super) fn end_run(&self, number: u64) {
        locked(&self.runs).remove(&number);
    }

    /// Whether anything runs.
    #[cfg(test)]
    pub(super) fn has_runs(&self) -> bool {
        !locked(&self.runs).is_empty()
    }

    /// Asks a run to stop with what it has.
    pub(super) fn stop_run(&self, number: u64) {
        if let Some(stop) = locked(&self.runs).get(&number) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    /// Asks every run to stop: the program is about to end.
    pub(super) fn close(&self) {
        self.closing.store(true, Ordering::Relaxed);
    }

    /// Whether the program is about to end.
    pub(super) fn is_closing(&self) -> bool {
        self.closing.load(Ordering::Relaxed)
    }
}

fn locked<Held>(mutex: &Mutex<Held>) -> MutexGuard<'_, Held> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
