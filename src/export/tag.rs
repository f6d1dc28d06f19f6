//! An opening tag with another value of one of its attributes; every other byte stays as it was.

use std::ops::Range;

use quick_xml::escape::escape;

/// The tag with the value; as it was if it has no such attribute.
pub(super) fn with_attribute(tag: &str, name: &str, value: &str) -> String {
    match value_span(tag, name) {
        Some(span) => format!("{}{}{}", &tag[..span.start], escape(value), &tag[span.end..]),
        None => tag.to_owned(),
    }
}

/// Where the value of an attribute stands, without its quotation marks. Values are passed over whole, so that none of them
/// is taken for an attribute.
fn value_span(tag: &str, name: &str) -> Option<Range<usize>> {
    let mut rest = 0;
    loop {
        let equals = rest + tag[rest..].find('=')?;
        let quote_at = equals + tag[equals..].find(['"', '\''])?;
        let start = quote_at + 1;
        let quote = tag[quote_at..].chars().next()?;
        let end = start + tag[start..].find(quote)?;
        let own = tag[rest..equals].trim_end();
        let own = own.rsplit(|sign: char| sign.is_whitespace()).next().unwrap_or_default();
        if own == name {
            return Some(start..end);
        }
        rest = end + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_value_of_the_attribute_is_new() {
        let tag = "<card  days = '01000' note=\"period='1' x\"\tperiod=\"2\" />";
        assert_eq!(
            with_attribute(&with_attribute(tag, "period", "3"), "days", "1&0"),
            "<card  days = '1&amp;0' note=\"period='1' x\"\tperiod=\"3\" />"
        );
        assert_eq!(with_attribute(tag, "ays", "x"), tag);
    }
}
