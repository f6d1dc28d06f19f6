//! What names are the names of, in Danish, Swedish and English side by side; the first two with their articles.

use crate::diagnostic::NameKind;

/// What a person calls it.
pub(super) const fn said(kind: NameKind) -> [&'static str; 3] {
    match kind {
        NameKind::Class => ["klassen", "klassen", "class"],
        NameKind::Subject => ["faget", "ämnet", "subject"],
        NameKind::Teacher => ["læreren", "läraren", "teacher"],
        NameKind::Room => ["lokalet", "salen", "room"],
        NameKind::RoomKind => ["lokaletypen", "salstypen", "kind of room"],
        NameKind::Division => ["delingen", "delningen", "division"],
        NameKind::Part => ["holdet", "gruppen", "group"],
        NameKind::Place => ["praktikstedet", "praktikplatsen", "place"],
        NameKind::Week => ["ugen", "veckan", "week"],
    }
}
