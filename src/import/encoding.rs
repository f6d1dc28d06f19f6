//! Bytes → text and back, in the encoding that a file declares or has.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How a file is encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    encoding: &'static Encoding,
    has_mark: bool,
}

/// Bytes that do not belong to an encoding.
pub(crate) struct Undecodable {
    /// The encoding's name.
    pub(crate) label: String,
    /// What comes before them, as text.
    pub(crate) before: String,
}

impl Form {
    /// By the byte order mark, else `declared`, else UTF-8 where that fits, else Windows-1252.
    pub(crate) fn of(bytes: &[u8], declared: Option<&'static Encoding>) -> Self {
        let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
        let usual = || if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 };
        let encoding = marked.or(declared).unwrap_or_else(usual);
        Self { encoding, has_mark: marked.is_some() }
    }

    /// The text of a file, without its mark.
    pub(crate) fn decode(self, bytes: &[u8]) -> Result<String, Undecodable> {
        let mark = if self.has_mark {
            Encoding::for_bom(bytes).map_or(0, |(_, length)| length)
        } else {
            0
        };
        let (text, damaged) = self.encoding.decode_without_bom_handling(&bytes[mark..]);
        if damaged {
            let before = text.split('\u{fffd}').next().unwrap_or_default().to_owned();
            return Err(Undecodable { label: self.encoding.name().to_owned(), before });
        }
        Ok(text.into_owned())
    }

    /// The bytes of a text, with the mark that the file had; a sign that the encoding lacks becomes `?`.
    pub(crate) fn encode(self, text: &str) -> Vec<u8> {
        let marked: String =
            if self.has_mark { format!("\u{feff}{text}") } else { text.to_owned() };
        if self.encoding == UTF_16LE {
            marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
        } else if self.encoding == UTF_16BE {
            marked.encode_utf16().flat_map(u16::to_be_bytes).collect()
        } else if self.encoding == UTF_8 {
            marked.into_bytes()
        } else {
            let mut bytes = Vec::with_capacity(text.len());
            for sign in text.chars() {
                let mut letters = [0; 4];
                let (sign, _, is_lost) = self.encoding.encode(sign.encode_utf8(&mut letters));
                bytes.extend_from_slice(if is_lost { b"?" } else { &sign });
            }
            bytes
        }
    }
}
