//! The two streams: answers go to one, everything else to the other.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};

use super::captured::{is_unheard, keep_breaches, keep_faults, keep_printed, keep_trouble};
use super::exit::Exit;
use super::trouble::Trouble;
use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Severity};
use crate::domain::{Language, School};
use crate::input::strike;
use crate::report::diagnostics::{self, Form};

/// Prints an answer. A reader who has seen enough and closes the stream is no trouble.
pub(super) fn answer(text: &str) -> Result<(), Trouble> {
    if keep_printed(text) {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Trouble::Unprinted(error)),
        _ => Ok(()),
    }
}

/// Prints an answer that carries colours, if they are wanted where it goes.
pub(super) fn answer_in_colours(text: &str) -> Result<(), Trouble> {
    let coloured = io::stdout().is_terminal() && are_colours_welcome();
    answer(&if coloured { text.to_owned() } else { strip_str(text).to_string() })
}

/// A path for an answer; a personal number in it is not repeated.
pub(super) fn shown(path: &Path) -> String {
    struck(&path.display().to_string())
}

/// A text without personal numbers: arguments are repeated as they were given. One that has some loses its colours,
/// whose codes would hide where a number begins.
fn struck(text: &str) -> String {
    let mut plain = strip_str(text).to_string();
    if strike(&mut plain).is_empty() { text.to_owned() } else { plain }
}

/// Tells the person at the terminal something, in colours if wanted and without personal numbers. If nobody listens,
/// nothing is lost.
pub(super) fn tell(text: &str) {
    if is_unheard() {
        return;
    }
    let text = struck(text);
    let mut stream = AutoStream::new(io::stderr(), colours());
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

/// Whether faults are told as a compiler tells them; said once, by an argument of the command line.
static VERBOSE: AtomicBool = AtomicBool::new(false);

/// From now on tells faults as a compiler does.
pub(super) fn be_verbose() {
    VERBOSE.store(true, Ordering::Relaxed);
}

fn form() -> Form {
    if VERBOSE.load(Ordering::Relaxed) { Form::Snippets } else { Form::Sentences }
}

/// Tells what is wrong with files.
pub(super) fn tell_faults(found: &[Diagnostic], language: Language) {
    if !keep_faults(found, language) {
        tell(&diagnostics::diagnostics(found, language, form()));
    }
}

/// Tells which rules a timetable breaks.
pub(super) fn tell_breaches(
    school: &School,
    found: &[Breach],
    severity: Severity,
    language: Language,
) {
    if severity != Severity::Error || !keep_breaches(school, found, language) {
        tell(&diagnostics::breaches(school, found, severity, (language, form())));
    }
}

impl Trouble {
    /// Tells the trouble; with which code the program then ends.
    pub(super) fn tell(&self, language: Language) -> Exit {
        let message = self.message(language);
        if !keep_trouble(&message) {
            tell(&diagnostics::trouble(&message, language));
        }
        match self {
            Self::JudgedWrong(_) => Exit::JudgedWrong,
            _ => Exit::BadInput,
        }
    }
}

/// Whether a person can be asked, and answer.
pub(super) fn is_answered() -> bool {
    is_watched() && io::stdin().is_terminal()
}

/// Whether a person watches what is told.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// Colours on a terminal that has them, unless its owner declines.
fn colours() -> ColorChoice {
    let wanted = is_watched() && are_colours_welcome();
    if wanted { ColorChoice::Always } else { ColorChoice::Never }
}

/// Whether the terminal has colours and its owner does not decline them.
///
/// # Source
/// <https://no-color.org>
fn are_colours_welcome() -> bool {
    let is_set = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    !is_set("NO_COLOR") && !is_dumb
}
