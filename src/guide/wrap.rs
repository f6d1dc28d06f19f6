//! Words in lines of a terminal.

/// How many signs a line of a terminal has.
pub(super) const WIDTH: usize = 80;

/// How many signs a text has.
pub(super) fn width(text: &str) -> usize {
    text.chars().count()
}

/// The words of `text` in lines of at most `most` signs; a longer word has a line of its own.
pub(super) fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut().filter(|line| width(line) + 1 + width(word) <= most) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}
