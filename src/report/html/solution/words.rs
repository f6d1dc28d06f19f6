//! The words of the report of an answer.

use crate::domain::Language;
use crate::report::words::{LESSON, REQUIRED_LESSON};
use crate::words::{Noun, count, labels, pick, say, sentences};

labels! {
    /// Headings and single words.
    pub(super) struct Titles {
        title:
            "Skema med praktikdage",
            "Schema med praktikdagar",
            "A timetable with placement days";
        summary: "Kort fortalt", "I korthet", "In short";
        school_days:
            "Klassernes skoledage",
            "Klassernas skoldagar",
            "The classes’ days at school";
        other_weeks:
            "Ugerne for elever, lærere og lokaler står på siden på skærmen; planerne har et ark til hver elev, klasse og lærer.",
            "Veckorna för elever, lärare och salar står på sidan på skärmen; planerna har ett blad för varje elev, klass och lärare.",
            "The weeks of pupils, teachers and rooms stand on the page on the screen; the plans have a sheet for each pupil, class and teacher.";
        pupils: "Elever i praktik", "Elever på praktik", "Apprentices";
        chains: "Hvorfor lektionerne flyttes", "Varför lektionerna flyttas", "Why the lessons move";
        by_themselves: "Hver for sig", "Var för sig", "Each by itself";
        checklist:
            "Sådan gør du i skemaprogrammet",
            "Så gör du i schemaprogrammet",
            "What to do in the timetabling program";
        in_order:
            "Følg rækkefølgen: så støder ingen lektioner sammen undervejs.",
            "Följ ordningen: då krockar inga lektioner på vägen.",
            "Keep to the order: then no two lessons clash on the way.";
        set_aside: "lagt til side", "lagd åt sidan", "set aside";
        classes_weeks: "Klassernes uge", "Klassernas vecka", "The classes’ weeks";
        teachers_weeks: "Lærernes uge", "Lärarnas vecka", "The teachers’ weeks";
        rooms_weeks: "Lokalernes uge", "Salarnas vecka", "The rooms’ weeks";
        pupils_weeks: "Praktikelevernes uge", "Praktikelevernas vecka", "The apprentices’ weeks";
        unchanged: "Uden ændringer", "Utan ändringar", "Without changes";
        legend: "Tegnene i skemaerne", "Tecknen i schemana", "The signs in the timetables";
        costs: "Point", "Poäng", "Points";
        ways_out:
            "mesterskema explain finder veje ud; solve --best-effort giver det skema, hvor mindst mistes.",
            "mesterskema explain hittar utvägar; solve --best-effort ger det schema där minst missas.",
            "mesterskema explain finds ways out; solve --best-effort gives the timetable in which least is missed.";
    }
}

/// The headings of the apprentices.
pub(super) const fn pupils_headings(language: Language) -> [&'static str; 6] {
    pick!(
        language,
        [
            "Elev",
            "Klasse",
            "Væk",
            "Sted",
            "Obligatoriske lektioner, der mistes",
            "Ønskede lektioner, der mistes"
        ],
        [
            "Elev",
            "Klass",
            "Borta",
            "Plats",
            "Obligatoriska lektioner som missas",
            "Önskade lektioner som missas"
        ],
        ["Pupil", "Class", "Away", "Place", "Required lessons missed", "Desired lessons missed"],
    )
}

/// The headings of why lessons move.
pub(super) const fn chains_headings(language: Language) -> [&'static str; 5] {
    pick!(
        language,
        ["Nr.", "Lektion", "Fra → til", "Hvorfor", "Point"],
        ["Nr", "Lektion", "Från → till", "Varför", "Poäng"],
        ["No.", "Lesson", "From → to", "Why", "Points"],
    )
}

/// The headings of what is to be done.
pub(super) const fn tasks_headings(language: Language) -> [&'static str; 7] {
    pick!(
        language,
        ["Nr.", "Lektion", "Lærer", "Fra", "Til", "Lokale", "Gjort"],
        ["Nr", "Lektion", "Lärare", "Från", "Till", "Sal", "Gjort"],
        ["No.", "Lesson", "Teacher", "From", "To", "Room", "Done"],
    )
}

/// The headings of what is paid for.
pub(super) const fn costs_headings(language: Language) -> [&'static str; 2] {
    pick!(language, ["For", "Point"], ["För", "Poäng"], ["For", "Points"])
}

const LESSON_MOVES: Noun = Noun::new(
    ["lektion flyttes", "lektioner flyttes"],
    ["lektion flyttas", "lektioner flyttas"],
    ["lesson moves", "lessons move"],
);

/// How many required lessons are kept that would have been missed, and how many are missed all the same.
pub(super) fn required(kept: usize, missed: usize, language: Language) -> String {
    say!(language, match (kept, missed) {
        (0, 0) =>
            "Ingen elev i praktik ville miste en obligatorisk lektion.",
            "Ingen elev på praktik skulle missa en obligatorisk lektion.",
            "No apprentice would have missed a required lesson.";
        (_, 0) =>
            "Elever i praktik beholder {kept}, som de ellers ville miste. Ingen mistes.",
            "Elever på praktik behåller {kept} som de annars skulle missa. Ingen missas.",
            "Apprentices keep {kept} that they would have missed. None is missed.",
            kept = count(kept, REQUIRED_LESSON, language);
        (0, _) =>
            "Elever i praktik mister {missed}, som de også ville uden ændringer.",
            "Elever på praktik missar {missed}, som de också skulle utan ändringar.",
            "Apprentices miss {missed}, as they would without changes.",
            missed = count(missed, REQUIRED_LESSON, language);
        (_, _) =>
            "Elever i praktik beholder {kept}, som de ellers ville miste, og mister {missed} alligevel.",
            "Elever på praktik behåller {kept} som de annars skulle missa, men missar {missed} ändå.",
            "Apprentices keep {kept} that they would have missed, and miss {missed} all the same.",
            kept = count(kept, REQUIRED_LESSON, language);
    })
}

/// How many desired lessons are missed, without and with the changes.
pub(super) fn desired(before: usize, after: usize, language: Language) -> String {
    say!(language, match after {
        0 =>
            "Af ønskede fag mister de ingen lektioner; uden ændringer {before}.",
            "Av önskade ämnen missar de inga lektioner; utan ändringar {before}.",
            "Of desired subjects they miss no lesson; without changes {before}.";
        _ =>
            "Af ønskede fag mister de {after}; uden ændringer {before}.",
            "Av önskade ämnen missar de {after}; utan ändringar {before}.",
            "Of desired subjects they miss {after}; without changes {before}.",
            after = count(after, LESSON, language);
    })
}

/// How many lessons move, and how many only take another room.
pub(super) fn moved(lessons: usize, rooms: usize, language: Language) -> String {
    let moving = count(lessons, LESSON_MOVES, language);
    say!(language, match rooms {
        0 =>
            "{moving} til en anden tid.",
            "{moving} till en annan tid.",
            "{moving} to another time.";
        1 =>
            "{moving} til en anden tid, og {rooms} får et andet lokale til samme tid.",
            "{moving} till en annan tid, och {rooms} får en annan sal på samma tid.",
            "{moving} to another time, and {rooms} at the same time takes another room.";
        _ =>
            "{moving} til en anden tid, og {rooms} får et andet lokale til samme tid.",
            "{moving} till en annan tid, och {rooms} får en annan sal på samma tid.",
            "{moving} to another time, and {rooms} at the same time take another room.";
    })
}

sentences! {
    /// Lessons that wait for one another, of which these are set aside meanwhile.
    pub(super) fn set_aside(lessons: &str) in language:
        "Nogle lektioner venter på hinanden i ring. Læg derfor disse til side undervejs, til deres plads er fri: {lessons}.",
        "Några lektioner väntar på varandra i en ring. Lägg därför dessa åt sidan tills deras plats är fri: {lessons}.",
        "Some lessons wait for one another in a circle. So set these aside until their place is free: {lessons}.";
    /// That a lesson is put aside, as a task.
    pub(super) fn put_aside() in language:
        "læg til side",
        "lägg åt sidan",
        "set aside";
}

labels! {
    /// What the signs mean.
    pub(super) struct Signs {
        leaves:
            "lektionen går herfra, og flytning nummer 3 siger hvorhen",
            "lektionen går härifrån, och flytt nummer 3 säger vart",
            "the lesson leaves, and move number 3 says where to";
        arrives:
            "flytning nummer 3 kommer hertil",
            "flytt nummer 3 kommer hit",
            "move number 3 arrives";
        other_room: "samme tid, andet lokale", "samma tid, annan sal", "same time, other room";
        missed:
            "eleven er væk og mister lektionen",
            "eleven är borta och missar lektionen",
            "the pupil is away and misses the lesson";
    }
}
