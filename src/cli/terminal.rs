//! The two streams: answers go to one, everything else to the other.

use std::io::{self, ErrorKind, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};

use super::trouble::Trouble;

/// Prints an answer. A reader who has seen enough and closes the stream is no trouble.
pub(super) fn answer(text: &str) -> Result<(), Trouble> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Trouble::Unprinted(error)),
        _ => Ok(()),
    }
}

/// Tells the person at the terminal something, in colours if wanted. If nobody listens, nothing is lost.
pub(super) fn tell(text: &str) {
    let mut stream = AutoStream::new(io::stderr(), colours());
    let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
}

/// Whether a person watches what is told.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}

/// Colours on a terminal that has them, unless its owner declines.
///
/// # Source
/// <https://no-color.org>
fn colours() -> ColorChoice {
    let is_set = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    let is_dumb = std::env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
    if is_watched() && !is_set("NO_COLOR") && !is_dumb {
        ColorChoice::Always
    } else {
        ColorChoice::Never
    }
}
