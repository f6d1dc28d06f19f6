//! The words of a grid, in each language.

use super::Whose;
use crate::domain::{Language, School};

/// What a grid says besides names, days and periods.
pub(super) struct Said {
    pub(super) period: &'static str,
    pub(super) away: &'static str,
    pub(super) moves: &'static str,
    pub(super) to: &'static str,
    pub(super) from: &'static str,
    pub(super) other_room: &'static str,
    pub(super) missed: &'static str,
    pub(super) week: &'static str,
    pub(super) locked: &'static str,
}

const DANISH: Said = Said {
    period: "Lektion",
    away: "væk",
    moves: "flyttes, nummer",
    to: "til",
    from: "fra",
    other_room: "andet lokale",
    missed: "mistes",
    week: "uge",
    locked: "låst",
};
const SWEDISH: Said = Said {
    period: "Lektion",
    away: "borta",
    moves: "flyttas, nummer",
    to: "till",
    from: "från",
    other_room: "annan sal",
    missed: "missas",
    week: "vecka",
    locked: "låst",
};
const ENGLISH: Said = Said {
    period: "Period",
    away: "away",
    moves: "moves, number",
    to: "to",
    from: "from",
    other_room: "other room",
    missed: "missed",
    week: "week",
    locked: "locked",
};

/// The words of `language`.
pub(super) const fn said(language: Language) -> &'static Said {
    match language {
        Language::Danish => &DANISH,
        Language::Swedish => &SWEDISH,
        Language::English => &ENGLISH,
    }
}

/// Whose week it is, as a caption.
pub(super) fn caption(whose: Whose<'_>, school: &School, language: Language) -> String {
    let name = whose.name(school);
    let kind = match (language, whose) {
        (Language::Danish, Whose::Class(_)) => "Klasse",
        (Language::Swedish, Whose::Class(_)) => "Klass",
        (Language::English, Whose::Class(_)) => "Class",
        (Language::Danish, Whose::Teacher(_)) => "Lærer",
        (Language::Swedish, Whose::Teacher(_)) => "Lärare",
        (Language::English, Whose::Teacher(_)) => "Teacher",
        (Language::Danish, Whose::Room(_)) => "Lokale",
        (Language::Swedish, Whose::Room(_)) => "Sal",
        (Language::English, Whose::Room(_)) => "Room",
        (Language::Danish | Language::Swedish, Whose::Pupil(_)) => "Elev",
        (Language::English, Whose::Pupil(_)) => "Pupil",
    };
    format!("{kind} {name}")
}
