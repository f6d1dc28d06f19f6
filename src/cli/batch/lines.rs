//! Lines of any length, one at a time: what is read of one is forgotten before the next.

use std::io::{self, BufRead, Read as _};

/// The longest line that is read whole, in bytes. A district of a hundred schools takes a third of it.
const LONGEST: u64 = 256 << 20;
/// What a line may leave behind to be used again, in bytes.
const KEPT: usize = 1 << 20;

/// A line.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// Its bytes, without its end.
    Whole(&'a [u8]),
    /// It is longer than any that is read.
    TooLong,
}

/// The lines of a stream.
pub(super) struct Lines<Stream> {
    stream: Stream,
    longest: u64,
    read: Vec<u8>,
}

impl<Stream: BufRead> Lines<Stream> {
    pub(super) const fn of(stream: Stream) -> Self {
        Self { stream, longest: LONGEST, read: Vec::new() }
    }

    /// The next line; `None` after the last.
    pub(super) fn next(&mut self) -> io::Result<Option<Line<'_>>> {
        self.read.clear();
        self.read.shrink_to(KEPT);
        let length = (&mut self.stream).take(self.longest + 1).read_until(b'\n', &mut self.read)?;
        if length == 0 {
            return Ok(None);
        }
        if self.read.last() == Some(&b'\n') {
            self.read.pop();
        } else if self.read.len() as u64 > self.longest {
            self.skip_line()?;
            return Ok(Some(Line::TooLong));
        }
        Ok(Some(Line::Whole(&self.read)))
    }

    /// Passes over what is left of a line.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let held = self.stream.fill_buf()?;
            let end = held.iter().position(|&byte| byte == b'\n');
            let passed = end.map_or(held.len(), |end| end + 1);
            self.stream.consume(passed);
            if end.is_some() || passed == 0 {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_is_passed_over_and_the_next_is_read() {
        let mut lines = Lines { longest: 4, ..Lines::of(&b"1234\n12345\n\nlast"[..]) };
        let mut next = || lines.next().unwrap().map(|line| format!("{line:?}"));
        assert_eq!(next().unwrap(), format!("{:?}", Line::Whole(b"1234")));
        assert_eq!(next().unwrap(), "TooLong");
        assert_eq!(next().unwrap(), format!("{:?}", Line::Whole(b"")));
        assert_eq!(next().unwrap(), format!("{:?}", Line::Whole(b"last")));
        assert_eq!(next(), None);
    }
}
