//! The words of a grid.

use super::Whose;
use crate::domain::{Language, School};
use crate::words::{labels, pick};

labels! {
    /// What a grid says besides names, days and periods.
    pub(super) struct Signs {
        period: "Lektion", "Lektion", "Period";
        away: "væk", "borta", "away";
        moves: "flyttes, nummer", "flyttas, nummer", "moves, number";
        to: "til", "till", "to";
        from: "fra", "från", "from";
        placed: "ny i skemaet", "ny i schemat", "new in the timetable";
        other_room: "andet lokale", "annan sal", "other room";
        missed: "mistes", "missas", "missed";
        missed_by: "mistes af", "missas av", "missed by";
        desired: "ønsket", "önskad", "desired";
        week: "uge", "vecka", "week";
        locked: "låst", "låst", "locked";
    }
}

/// Whose week it is, as a caption.
pub(super) fn caption(whose: Whose<'_>, school: &School, language: Language) -> String {
    let kind = pick!(language, match whose {
        Whose::Class(_) => "Klasse", "Klass", "Class";
        Whose::Teacher(_) => "Lærer", "Lärare", "Teacher";
        Whose::Room(_) => "Lokale", "Sal", "Room";
        Whose::Pupil(_) => "Elev", "Elev", "Pupil";
    });
    format!("{kind} {}", whose.name(school))
}
