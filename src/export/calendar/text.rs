//! iCalendar's lines: escaped, folded, ended as the standard asks.
//!
//! Written here and not by a crate: those that were looked at stamp every component, a time zone too, with the clock and
//! a random number where they are given none, and the same school must give the same bytes.
//!
//! # Source
//! RFC 5545, *Internet Calendaring and Scheduling Core Object Specification*, sections 3.1 (lines), 3.3.11 (text) and 3.6.5
//! (time zones).

/// The most octets of a line, its end not counted.
const LINE: usize = 75;

/// Summer time as the European Union has it: from the last Sunday of March to the last of October, at 01:00 UTC. Denmark
/// and Sweden are one hour ahead of UTC.
const RULES: &str = "\
BEGIN:DAYLIGHT
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD";

/// A calendar while it is written.
#[derive(Default)]
pub(super) struct Text(String);

impl Text {
    /// A line as it is: what has no letters of people's in it.
    pub(super) fn line(&mut self, line: &str) {
        let mut room = LINE;
        for sign in line.chars() {
            if sign.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(sign);
            room -= sign.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property with a text as its value; none where the text is empty.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.line(&format!("{name}:{}", escaped(text)));
        }
    }

    /// A time zone of Denmark or Sweden by its name in the tz database.
    pub(super) fn zone(&mut self, zone: &str) {
        self.line("BEGIN:VTIMEZONE");
        self.line(&format!("TZID:{zone}"));
        RULES.lines().for_each(|line| self.line(line));
        self.line("END:VTIMEZONE");
    }

    /// All that was written.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A text in which no sign means anything to a reader of calendars. Signs that no text has are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => escaped.extend(['\\', sign]),
            '\n' | '\r' => escaped.push_str("\\n"),
            _ if sign.is_control() => {}
            _ => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> String {
        let mut written = Text::default();
        written.text("SUMMARY", text);
        written.finish()
    }

    #[test]
    fn what_would_end_a_value_or_a_line_is_escaped() {
        let written = line("a;b,c\\d\r\nEND:VEVENT\n\u{0}\u{1b}");
        assert_eq!(written, "SUMMARY:a\\;b\\,c\\\\d\\nEND:VEVENT\\n\r\n");
    }

    #[test]
    fn a_long_line_is_folded_at_75_octets_and_never_within_a_letter() {
        for text in ["å".repeat(200), "a".repeat(200), format!("a{}", "😀".repeat(60))] {
            let written = line(&text);
            assert!(written.split("\r\n").all(|line| line.len() <= LINE), "{written}");
            assert_eq!(written.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
        assert_eq!(line(&"a".repeat(67)).matches("\r\n").count(), 1);
        assert_eq!(line(&"a".repeat(68)).matches("\r\n").count(), 2);
    }
}
