//! The language of whoever sits at the machine, where neither an argument nor the school says one: what variables say, else what
//! was chosen in the settings of Windows or macOS.

use std::env;

use crate::domain::Language;

/// The variables that say it, the first that is set alone.
///
/// # Source
/// The Open Group Base Specifications, issue 8, chapter 8.2, 2024.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The language of the system; English where that is none of ours.
pub(super) fn of_system() -> Language {
    let set = VARIABLES.iter().filter_map(|name| env::var(name).ok());
    set.into_iter()
        .find(|value| !value.is_empty())
        .or_else(sys_locale::get_locale)
        .and_then(|value| named(&value))
        .unwrap_or_default()
}

/// The language of a locale: `da_DK.UTF-8` is Danish.
fn named(locale: &str) -> Option<Language> {
    let end = locale.find(['_', '.', '@', '-']).unwrap_or(locale.len());
    let code = locale[..end].to_ascii_lowercase();
    Language::ALL.into_iter().find(|language| language.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_known_by_its_language() {
        for (locale, expected) in [
            ("da_DK.UTF-8", Some(Language::Danish)),
            ("sv", Some(Language::Swedish)),
            ("en-GB", Some(Language::English)),
            ("nb_NO", None),
            ("C.UTF-8", None),
        ] {
            assert_eq!(named(locale), expected, "{locale}");
        }
    }
}
