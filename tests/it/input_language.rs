//! The language in which a school is spoken to, known even while its files are broken.

use mesterskema::domain::Language;

use crate::input_folder::loaded;

#[test]
fn a_school_with_errors_is_still_spoken_to_in_its_own_language() {
    for (settings, expected) in [
        ("language = \"da\"", Some(Language::Danish)),
        ("country = \"SE\"", Some(Language::Swedish)),
        ("programme = \"yrkesintroduktion\"", Some(Language::Swedish)),
        ("country = \"SE\"\nlanguage = \"en\"", Some(Language::English)),
        ("language = \"da\"\nname = ", Some(Language::Danish)),
        ("name = \"Skovby\"", None),
    ] {
        let loaded = loaded(&[("school.toml", settings.as_bytes())]);
        assert!(loaded.school.is_none());
        assert_eq!(loaded.language, expected, "{settings}");
    }
}
