//! What happens to files on their way: slips of a hand, of a spreadsheet, of a disk.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::chance::Chance;

/// Cells and scraps that reach further into a reader than bytes by chance do.
const SCRAPS: [&str; 44] = [
    "\"",
    "\"\"",
    "\"annex",
    "\"stue\" 4",
    "\"a;b\"",
    "\"a,b\" c",
    "\"\"\"",
    "\"x\ny\"",
    "\"x\r\ny\"",
    "+",
    "|",
    "-",
    ";",
    ",",
    "\t",
    "=1+1",
    "any",
    "mon",
    "man|tirs",
    "tue 1-2",
    "thu 3+5",
    "3-4",
    "4-3",
    "99",
    "255",
    "311299-0001",
    "20030201-TF12",
    "1.2.2003-1234",
    "\u{410}",
    "\u{200b}",
    "\u{feff}",
    "\0",
    "\u{a0}",
    "ø",
    "Ã¸",
    "x:y",
    ":",
    "<a>",
    "&#0;",
    "]]>",
    "2026-02-30",
    "24:00",
    "yes",
    "lang:TYS",
];
/// Numbers at the edges of what counts.
const NUMBERS: [&str; 16] = [
    "0",
    "-1",
    "1",
    "7",
    "8",
    "99",
    "100",
    "255",
    "256",
    "65536",
    "4294967295",
    "4294967296",
    "18446744073709551616",
    "1.0",
    "1e9",
    "99999999999999999999999999",
];
const DELIMITERS: [u8; 4] = [b';', b',', b'\t', b'|'];
const ENDS: [&[u8]; 3] = [b"\n", b"\r\n", b"\r"];

/// The bytes with one to four spoilings.
pub(super) fn spoilt(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(4) {
        spoil(&mut bytes, chance);
    }
    bytes
}

fn spoil(bytes: &mut Vec<u8>, chance: &mut Chance) {
    match chance.below(10) {
        0 => spoil_bytes(bytes, chance),
        1 | 2 => spoil_lines(bytes, chance),
        3 | 4 => spoil_cells(bytes, chance),
        5 | 6 => spoil_quotes(bytes, chance),
        7 => spoil_numbers(bytes, chance),
        8 => insert(bytes, chance, |chance| chance.pick(&SCRAPS).as_bytes().to_vec()),
        _ => spoil_form(bytes, chance),
    }
}

fn insert(bytes: &mut Vec<u8>, chance: &mut Chance, what: impl Fn(&mut Chance) -> Vec<u8>) {
    let at = chance.below(bytes.len() + 1);
    let what = what(chance);
    bytes.splice(at..at, what);
}

/// A stretch of at most `most` bytes.
fn stretch(bytes: &[u8], most: usize, chance: &mut Chance) -> std::ops::Range<usize> {
    let start = chance.below(bytes.len() + 1);
    start..(start + chance.below(most)).min(bytes.len())
}

fn spoil_bytes(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let cut = stretch(bytes, 40, chance);
    match chance.below(5) {
        0 => drop(bytes.drain(cut)),
        1 => {
            let doubled = bytes[cut.clone()].to_vec();
            bytes.splice(cut.start..cut.start, doubled);
        }
        2 => bytes.truncate(cut.start),
        3 => cut.for_each(|at| bytes[at] = chance.between(0, 255)),
        _ => {
            if let Some(byte) = bytes.get_mut(cut.start) {
                *byte ^= 1 << chance.below(8);
            }
        }
    }
}

fn spoil_lines(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let mut lines: Vec<Vec<u8>> =
        bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
    if lines.is_empty() {
        return;
    }
    let (one, other) = (chance.below(lines.len()), chance.below(lines.len()));
    match chance.below(7) {
        0 => drop(lines.remove(one)),
        1 => lines.swap(one, other),
        2 => lines.insert(other, lines[one].clone()),
        3 => lines.insert(one, b"\r\n".to_vec()),
        4 => lines.insert(one, lines[0].clone()),
        5 => lines.insert(one, b"Skema 2026;;;\n".to_vec()),
        _ => {
            let without_end = lines[one].trim_ascii_end().to_vec();
            lines[one] = without_end;
        }
    }
    *bytes = lines.concat();
}

/// The stretches between delimiters and ends of lines, whatever quotation marks say.
fn cells(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let is_end = |byte: &u8| DELIMITERS.contains(byte) || matches!(byte, b'\n' | b'\r');
    let mut cells = Vec::new();
    let mut start = 0;
    for (at, _) in bytes.iter().enumerate().filter(|(_, byte)| is_end(byte)) {
        cells.push(start..at);
        start = at + 1;
    }
    cells.push(start..bytes.len());
    cells
}

fn spoil_cells(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let cells = cells(bytes);
    let (one, other) = (chance.pick(&cells), chance.pick(&cells));
    let new = match chance.below(5) {
        0 => Vec::new(),
        1 => bytes[other].to_vec(),
        2 => [&bytes[one.clone()], &[chance.pick(&DELIMITERS)]].concat(),
        3 => [b" ", &bytes[one.clone()], "\u{a0}".as_bytes()].concat(),
        _ => chance.pick(&SCRAPS).as_bytes().to_vec(),
    };
    bytes.splice(one, new);
}

fn spoil_quotes(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let cell = chance.pick(&cells(bytes));
    let marks: Vec<usize> = (0..bytes.len()).filter(|&at| bytes[at] == b'"').collect();
    match chance.below(7) {
        0 => bytes.insert(cell.start, b'"'),
        1 => bytes.insert(cell.end, b'"'),
        2 => {
            bytes.insert(cell.end, b'"');
            bytes.insert(cell.start, b'"');
        }
        3 if !marks.is_empty() => drop(bytes.remove(chance.pick(&marks))),
        4 if !marks.is_empty() => bytes.insert(chance.pick(&marks), b'"'),
        5 => {
            let inner =
                [&b"\""[..], &bytes[cell.clone()], b"\n", chance.pick(&ENDS), b"x\""].concat();
            bytes.splice(cell, inner);
        }
        _ => bytes.insert(chance.below(bytes.len() + 1), b'"'),
    }
}

fn spoil_numbers(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let starts: Vec<usize> = (0..bytes.len())
        .filter(|&at| bytes[at].is_ascii_digit() && (at == 0 || !bytes[at - 1].is_ascii_digit()))
        .collect();
    if starts.is_empty() {
        return;
    }
    let start = chance.pick(&starts);
    let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = match chance.below(3) {
        0 => bytes[start..start + length].repeat(1 + chance.below(8)),
        _ => chance.pick(&NUMBERS).as_bytes().to_vec(),
    };
    bytes.splice(start..start + length, number);
}

/// Spoils what a whole file is written in: its ends of lines, its delimiters, its encoding.
fn spoil_form(bytes: &mut Vec<u8>, chance: &mut Chance) {
    match chance.below(5) {
        0 => {
            let end = chance.pick(&ENDS);
            let part = if chance.percent(50) { 100 } else { 50 };
            let lines = bytes.split(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect::<Vec<_>>();
            let ends = |chance: &mut Chance| if chance.percent(part) { end } else { b"\n" };
            *bytes = lines.iter().flat_map(|line| [line, ends(chance)].concat()).collect();
        }
        1 => {
            let (from, to) = (chance.pick(&DELIMITERS), chance.pick(&DELIMITERS));
            let part = if chance.percent(50) { 100 } else { 10 };
            for byte in bytes.iter_mut().filter(|byte| **byte == from) {
                *byte = if chance.percent(part) { to } else { from };
            }
        }
        2 => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            let units = std::iter::once(0xfeff).chain(text.encode_utf16());
            *bytes = units.flat_map(u16::to_le_bytes).collect();
        }
        3 => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            *bytes = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
        }
        _ => {
            let mark = if chance.percent(50) { "\u{feff}" } else { "sep=,\r\n" };
            bytes.splice(0..0, mark.bytes());
        }
    }
}

/// A workbook spoilt as a file, or in one of the parts that it is packed of.
pub(super) fn spoilt_workbook(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    if chance.percent(20) {
        return spoilt(bytes, chance);
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return spoilt(bytes, chance) };
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let which = chance.below(archive.len());
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = Vec::new();
        part.read_to_end(&mut text).unwrap();
        let is_sheet = name.contains("worksheets/sheet");
        if place == which || is_sheet && chance.percent(20) {
            match chance.below(8) {
                0 => continue,
                1 => text.clear(),
                2 => spoil_bytes(&mut text, chance),
                _ => (0..=chance.below(6)).for_each(|_| spoil_numbers(&mut text, chance)),
            }
        }
        packed.start_file(name, SimpleFileOptions::default()).unwrap();
        packed.write_all(&text).unwrap();
    }
    packed.finish().unwrap().into_inner()
}
