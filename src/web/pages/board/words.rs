//! The words of the board.

use crate::check::Breach;
use crate::domain::{Language, School};
use crate::report::words::words as report_words;
use crate::words::{Noun, labels, listed, pick, sentences};

labels! {
    /// What the board says besides names and numbers.
    pub(in crate::web) struct Words {
        whose: "Hvis uge?", "Vems vecka?", "Whose week?";
        classes: "Klasser", "Klasser", "Classes";
        teachers: "Lærere", "Lärare", "Teachers";
        rooms: "Lokaler", "Salar", "Rooms";
        pupils: "Elever", "Elever", "Pupils";
        with_apprentices: "Med elever i praktik", "Med praktikelever", "With apprentices";
        others: "Andre", "Övriga", "Others";
        previous: "Forrige", "Föregående", "Previous";
        next: "Næste", "Nästa", "Next";
        beside: "Ved siden af", "Bredvid", "Beside";
        nobody: "ingen", "ingen", "nobody";
        close: "Luk", "Stäng", "Close";
        pinned: "holdes her", "hålls här", "held here";
        fresh: "ændret siden sidste plan", "ändrad sedan förra planen", "changed since the last plan";
        hint:
            "Træk en lektion til en anden tid, eller vælg den for at se, hvad hver tid koster.",
            "Dra en lektion till en annan tid, eller välj den för att se vad varje tid kostar.",
            "Drag a lesson to another time, or choose it to see what each time costs.";
        free: "fri", "ledig", "free";
        others_move: "andre må flytte", "andra måste flytta", "others must move";
        never: "kan ikke", "går inte", "cannot be";
        proven: "bevist", "bevisat", "proven";
        at_most: "højst", "högst", "at most";
        let_go: "Slip den", "Släpp den", "Let it go";
        one_piece: "Flyttes samlet", "Flyttas tillsammans", "Moves as one piece";
        away: "elev væk", "elev borta", "pupil away";
        gap: "mellemtime", "håltimme", "a gap";
        pause: "pause imellem", "rast emellan", "a break between";
        out_of_hours: "uden for skoletid", "utanför skoltid", "out of hours";
        not_allowed: "ikke tilladt", "inte tillåtet", "not allowed";
        locked: "låst", "låst", "locked";
        too_many: "for mange", "för många", "too many";
        busy: "optaget", "upptagen", "busy";
        absent: "ikke her", "inte här", "not here";
        full_day: "fuld dag", "full dag", "full day";
        too_far: "for langt", "för långt", "too far";
        proof: "bevist billigst", "bevisat billigast", "proven cheapest";
        no_timetable: "Intet skema går op", "Inget schema går ihop", "No timetable works out";
        undecided: "Intet skema fundet endnu", "Inget schema hittat än", "No timetable found yet";
        since: "Siden sidste plan", "Sedan förra planen", "Since the last plan";
        nothing_moved: "ingen lektion flyttet", "ingen lektion flyttad", "no lesson moved";
        keys: "Taster", "Tangenter", "Keys";
        key_neighbours:
            "forrige og næste klasse, lærer, lokale eller elev",
            "föregående och nästa klass, lärare, sal eller elev",
            "the previous and the next class, teacher, room or pupil";
        key_choose:
            "vælg lektionen; pilene går så fra tid til tid",
            "välj lektionen; pilarna går sedan från tid till tid",
            "choose the lesson; the arrows then go from time to time";
        key_put: "læg lektionen her", "lägg lektionen här", "put the lesson here";
        key_let_go: "slip lektionen", "släpp lektionen", "let the lesson go";
        key_undo: "fortryd", "ångra", "undo";
        key_redo: "gentag", "gör om", "redo";
        key_help: "denne liste", "den här listan", "this list";
    }
}

pub(super) const POINT: Noun =
    Noun::new(["point", "point"], ["poäng", "poäng"], ["point", "points"]);
pub(super) const MOVED: Noun = Noun::new(
    ["lektion ændres", "lektioner ændres"],
    ["lektion ändras", "lektioner ändras"],
    ["lesson changes", "lessons change"],
);
pub(super) const REQUIRED: Noun = Noun::new(
    ["obligatorisk lektion mistes", "obligatoriske lektioner mistes"],
    ["obligatorisk lektion missas", "obligatoriska lektioner missas"],
    ["required period is missed", "required periods are missed"],
);
pub(super) const DESIRED: Noun = Noun::new(
    ["ønsket lektion mistes", "ønskede lektioner mistes"],
    ["önskad lektion missas", "önskade lektioner missas"],
    ["desired period is missed", "desired periods are missed"],
);
pub(super) const PUPIL: Noun =
    Noun::new(["elev", "elever"], ["elev", "elever"], ["pupil", "pupils"]);

sentences! {
    /// How far a proof is.
    pub(super) fn gap(bound: i64) in language:
        "mindst {bound} er bevist",
        "minst {bound} är bevisat",
        "at least {bound} is proven";
}

/// Why a lesson cannot be in a slot, or who must move first, in a word or two.
pub(super) fn short(breach: &Breach, school: &School, lesson: usize, language: Language) -> String {
    let words = Words::of(language);
    let name = |name: &dyn std::fmt::Display, said: &str| format!("{name} {said}");
    match breach {
        Breach::ClassClash { lessons, .. } => others(lessons, school, lesson),
        Breach::TeacherClash { teacher, .. } => name(teacher, words.busy),
        Breach::RoomClash { room, .. } => name(room, words.busy),
        Breach::TeacherUnavailable { teacher, .. } => name(teacher, words.absent),
        Breach::RoomUnavailable { room, .. } => name(room, words.absent),
        Breach::ClassUnavailable { class, .. } => name(class, words.absent),
        Breach::TeacherPerDay { teacher, .. } => name(teacher, words.full_day),
        Breach::SubjectPerDay { subject, .. } => name(subject, words.too_many),
        Breach::Locked { .. } => words.locked.to_owned(),
        Breach::RequiredMissed { .. } => words.away.to_owned(),
        Breach::ClassGaps { .. } => words.gap.to_owned(),
        Breach::Break { .. } => words.pause.to_owned(),
        Breach::ClassHours { .. } | Breach::Grid { .. } => words.out_of_hours.to_owned(),
        Breach::TooFar { .. } => words.too_far.to_owned(),
        Breach::Allowed { .. } => words.not_allowed.to_owned(),
        other @ (Breach::Exchange { .. }
        | Breach::PlaceFull { .. }
        | Breach::OneDay { .. }
        | Breach::Apart { .. }
        | Breach::Unplaced { .. }
        | Breach::Away { .. }) => report_words(language).rule(other.rule()).title.to_owned(),
    }
}

/// The subjects of the other lessons.
fn others(lessons: &[usize], school: &School, own: usize) -> String {
    let others = lessons.iter().filter(|&&lesson| lesson != own);
    let pieces = others.filter_map(|&lesson| school.lessons.get(lesson));
    listed(pieces.flat_map(|lesson| &lesson.pieces).map(|piece| &piece.subject), "+")
}

/// The name of a kind of weeks, one of them.
pub(super) const fn kind(kind: super::Kind, language: Language) -> &'static str {
    use super::Kind;
    pick!(language, match kind {
        Kind::Class => "Klasse", "Klass", "Class";
        Kind::Teacher => "Lærer", "Lärare", "Teacher";
        Kind::Room => "Lokale", "Sal", "Room";
        Kind::Pupil => "Elev", "Elev", "Pupil";
    })
}
