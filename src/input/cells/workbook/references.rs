//! The references of a sheet's XML, such as `A1` and `A1:F33`: whether each is one that a sheet can have.
//!
//! They are looked at before the library that reads sheets does so, since it counts numbers of any length.

use std::io::{self, Write};

/// The last row of a sheet, from 1.
const LAST_ROW: u32 = 1_048_576;
/// The last column of a sheet, from 1: `XFD`.
const LAST_COLUMN: u32 = 16_384;
/// The longest text of a reference that is kept, in bytes; a longer one is wrong by its length alone.
const LONGEST: usize = 40;

/// What is between two signs of an XML text.
#[derive(Default)]
enum Within {
    #[default]
    Text,
    Tag,
    Value(u8),
}

/// Listens to the XML of a sheet as it is unpacked.
#[derive(Default)]
pub(in crate::input) struct References {
    within: Within,
    name: Vec<u8>,
    is_name_over: bool,
    value: Vec<u8>,
    /// Whether one was heard that no sheet has.
    pub(in crate::input) are_wrong: bool,
}

impl Write for References {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        for &byte in bytes {
            self.hear(byte);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl References {
    fn hear(&mut self, byte: u8) {
        match (&self.within, byte) {
            (Within::Text, b'<') => self.begin(Within::Tag),
            (Within::Tag, b'>') => self.within = Within::Text,
            (Within::Tag, b'"' | b'\'') => {
                self.value.clear();
                self.within = Within::Value(byte);
            }
            (Within::Tag, _) => self.hear_name(byte),
            (Within::Value(quote), _) if *quote == byte => {
                self.are_wrong |= matches!(&*self.name, b"r" | b"ref") && !is_possible(&self.value);
                self.begin(Within::Tag);
            }
            (Within::Value(_), _) if self.value.len() < LONGEST => self.value.push(byte),
            (Within::Text | Within::Value(_), _) => {}
        }
    }

    fn begin(&mut self, within: Within) {
        self.within = within;
        self.name.clear();
        self.is_name_over = false;
    }

    fn hear_name(&mut self, byte: u8) {
        if byte.is_ascii_whitespace() || byte == b'=' {
            self.is_name_over = true;
            return;
        }
        if std::mem::take(&mut self.is_name_over) {
            self.name.clear();
        }
        if self.name.len() < LONGEST {
            self.name.push(byte);
        }
    }
}

/// Whether a reference is within a sheet, and a range of two begins before it ends.
fn is_possible(written: &[u8]) -> bool {
    let corners: Option<Vec<(u32, u32)>> =
        written.split(|&byte| byte == b':').map(corner).collect();
    match corners.as_deref() {
        Some([_]) => true,
        Some([first, last]) => first.0 <= last.0 && first.1 <= last.1,
        _ => false,
    }
}

/// The column and the row, 0 where there is none.
fn corner(written: &[u8]) -> Option<(u32, u32)> {
    let signs = || written.iter().filter(|&&byte| byte != b'$');
    let letters = signs().take_while(|byte| byte.is_ascii_alphabetic());
    let column = letters.clone().try_fold(0_u32, |column, letter| {
        let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        column.checked_mul(26)?.checked_add(letter)
    })?;
    let digits = signs().skip(letters.count());
    let row = digits.clone().try_fold(0_u32, |row, &digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        row.checked_mul(10)?.checked_add(digit)
    })?;
    let is_within = column <= LAST_COLUMN && row <= LAST_ROW && (column > 0 || row > 0);
    is_within.then_some((column, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_wrong(xml: &str) -> bool {
        let mut references = References::default();
        references.write_all(xml.as_bytes()).ok();
        references.are_wrong
    }

    #[test]
    fn references_that_a_sheet_has_are_let_pass() {
        for xml in [
            "<row r=\"1\"><c r=\"A1\"/></row>",
            "<dimension ref='A1:F33'/><c r = \"XFD1048576\" s=\"99999999999\"/>",
            "<autoFilter ref=\"$A$1:$F$33\"/><c t=\"A\" r:id=\"rId99999999999\"/>",
            "<t>r=\"AAAA1\"</t><mergeCell ref=\"A:C\"/>",
        ] {
            assert!(!are_wrong(xml), "{xml}");
        }
    }

    #[test]
    fn references_beyond_a_sheet_are_wrong() {
        for xml in [
            "<row r=\"1048577\">",
            "<row r=\"42949672970\">",
            "<c s=\"1\" r=\"XFE1\">",
            "<c r=\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1\">",
            "<dimension ref=\"A33:F1\"/>",
            "<dimension ref=\"F1:A33\"/>",
            "<dimension\n\tref = 'A1:F1:G2'/>",
            "<c r=\"\">",
            "<row r=\"1x\">",
        ] {
            assert!(are_wrong(xml), "{xml}");
        }
    }
}
