//! File names made of the names of pupils, classes and teachers.

use std::collections::BTreeSet;

/// The longest that a name becomes, in letters.
const LONGEST: usize = 60;
/// Names that mean devices on Windows, whatever follows them.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// For each name a file name without its ending: no two alike even without regard to case, none with a sign that any
/// system gives a meaning.
pub(in crate::export) fn file_names<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    names.map(|name| free(&plain(name), &mut taken)).collect()
}

fn plain(name: &str) -> String {
    let kept = |sign: char| if sign.is_alphanumeric() || "-_.".contains(sign) { sign } else { '-' };
    let plain: String = name.chars().take(LONGEST).map(kept).collect();
    let plain = plain.trim_matches(['.', ' ']);
    let stem = plain.split('.').next().unwrap_or_default().to_lowercase();
    let stem = stem.trim_end_matches(|sign: char| sign.is_ascii_digit());
    if stem.is_empty() && plain.chars().all(|sign| sign == '.') || DEVICES.contains(&stem) {
        format!("_{plain}")
    } else {
        plain.to_owned()
    }
}

fn free(name: &str, taken: &mut BTreeSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let mut free = std::iter::once(name.to_owned()).chain(numbered);
    let found = free.find(|name| taken.insert(name.to_lowercase()));
    found.unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &[&str]) -> Vec<String> {
        file_names(names.iter().copied())
    }

    #[test]
    fn names_stay_as_they_are_where_they_can() {
        assert_eq!(named(&["8.A", "VÅRD1-02", "Åse"]), ["8.A", "VÅRD1-02", "Åse"]);
    }

    #[test]
    fn no_name_leads_out_of_its_folder_or_to_a_device() {
        let written = named(&["../../etc/passwd", "..", "a/b\\c", "con", "COM1.x", "", "<script>"]);
        assert_eq!(written, ["-..-etc-passwd", "_", "a-b-c", "_con", "_COM1.x", "_-2", "-script-"]);
    }

    #[test]
    fn two_names_that_become_alike_are_numbered() {
        assert_eq!(named(&["a b", "a-b", "A-B"]), ["a-b", "a-b-2", "A-B-3"]);
    }
}
