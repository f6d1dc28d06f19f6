//! Bytes → text: the encodings in which schools' programs write.

use std::borrow::Cow;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::findings::Findings;
use crate::diagnostic::{Fault, Location};

/// What UTF-8 looks like after a program took it for Windows-1252: `ø`, `æ`, `å`, `ä`, `ö`, and the capitals.
const GARBLED: [&str; 10] = ["Ã¸", "Ã¦", "Ã¥", "Ã¤", "Ã¶", "Ã˜", "Ã†", "Ã…", "Ã„", "Ã–"];

/// The text of a file: by its byte order mark, else UTF-8, else Windows-1252. `None` if it is no text.
pub(in crate::input) fn decode(
    file: &str,
    bytes: &[u8],
    findings: &mut Findings,
) -> Option<String> {
    let (text, damaged) = transcode(bytes);
    if text.contains('\0') {
        findings.report(Fault::FileBinary, Location::file(file));
        return None;
    }
    if damaged {
        findings.report(Fault::TextDamaged, Location::file(file));
    }
    if let Some(at) = GARBLED.iter().filter_map(|garbled| text.find(garbled)).min() {
        findings.report(Fault::TextGarbled, Location::line(file, line_at(&text, at)));
    }
    Some(text.into_owned())
}

fn transcode(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[length..])
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (text.into(), false)
    } else {
        WINDOWS_1252.decode_without_bom_handling(bytes)
    }
}

/// The number of the line at byte `at`, from 1.
pub(in crate::input) fn line_at(text: &str, at: usize) -> u32 {
    let before = &text.as_bytes()[..at];
    let ends = before
        .iter()
        .enumerate()
        .filter(|&(position, &byte)| {
            byte == b'\n' || byte == b'\r' && text.as_bytes().get(position + 1) != Some(&b'\n')
        })
        .count();
    u32::try_from(ends).map_or(u32::MAX, |ends| ends.saturating_add(1))
}
