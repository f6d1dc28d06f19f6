//! The words of explanations.

use crate::domain::{Also, Language};
use crate::explain::{Conflict, Fact, Role};
use crate::pipeline::Status;
use crate::report::words::{Naming, points};
use crate::words::{Noun, count, pick, say, sentences, weekday};

/// Why a lesson changed.
pub(in crate::report) const fn role(role: Role, language: Language) -> &'static str {
    pick!(language, match role {
        Role::HadToLeave => "måtte væk", "måste bort", "had to leave";
        Role::MadeRoom => "gjorde plads", "gav plats", "made room";
        Role::FilledIn => "fyldte hullet", "fyllde luckan", "filled the gap";
        Role::AlongWith => "fulgte med", "följde med", "went along";
    })
}

const LESSON_CHANGES: Noun = Noun::new(
    ["lektion ændres", "lektioner ændres"],
    ["lektion ändras", "lektioner ändras"],
    ["lesson changes", "lessons change"],
);

/// The optimum, or the best so far.
pub(super) fn offered(lessons: usize, cost: i64, status: Status, language: Language) -> String {
    let points = points(cost, language);
    say!(language, match (lessons, status) {
        (0, _) =>
            "Ingen lektion skal ændres ({points}).",
            "Ingen lektion behöver ändras ({points}).",
            "No lesson has to change ({points}).";
        (_, Status::Optimal) =>
            "{lessons} for {points}.",
            "{lessons} för {points}.",
            "{lessons} for {points}.",
            lessons = count(lessons, LESSON_CHANGES, language);
        (_, _) =>
            "{lessons} for {points}, og det er ikke bevist, at det er det mindste.",
            "{lessons} för {points}, vilket inte är bevisat vara det minsta.",
            "{lessons} for {points}, which is not proven to be the least.",
            lessons = count(lessons, LESSON_CHANGES, language);
    })
}

/// The heading of a conflict.
pub(super) fn conflict(number: usize, conflict: &Conflict, language: Language) -> String {
    let is_verified = conflict.is_verified;
    say!(language, match is_verified {
        true =>
            "Konflikt {number}: dette kan ikke gælde på én gang; uden et hvilket som helst af punkterne kunne det",
            "Konflikt {number}: detta kan inte gälla samtidigt; utan vilken som helst av punkterna kunde det",
            "Conflict {number}: these cannot hold together; without any one of them they could";
        false =>
            "Konflikt {number}: dette kan ikke gælde på én gang, så vidt søgningen nåede",
            "Konflikt {number}: detta kan inte gälla samtidigt, så långt sökningen kom",
            "Conflict {number}: these cannot hold together, as far as the search came";
    })
}

sentences! {
    /// Stopped before anything was found.
    pub(super) fn unknown() in language:
        "Stoppet, før noget var fundet.",
        "Stoppat innan något var funnet.",
        "Stopped before anything was found.";
    /// The heading of the ways out.
    pub(super) fn repairs() in language:
        "Udveje, med hvad skemaet så koster i point",
        "Utvägar, med vad schemat då kostar i poäng",
        "Ways out, with what the timetable then costs in points";
    /// No single change helps.
    pub(super) fn no_repair() in language:
        "Ingen enkelt ændring er en udvej.",
        "Ingen enskild ändring är en utväg.",
        "No single change is a way out.";
    /// A way out: a fact no longer holds.
    pub(super) fn lift(fact: &str) in language:
        "hvis det ikke var sådan, at {fact}",
        "om det inte vore så att {fact}",
        "if it were not so that {fact}";
    /// A way out: one more seat at a place.
    pub(super) fn seat(place: &str) in language:
        "hvis {place} tog én elev mere",
        "om {place} tog emot en elev till",
        "if {place} took one pupil more";
    /// A way out: one more seat at a place on a day.
    pub(super) fn seat_on(place: &str, day: &str) in language:
        "hvis {place} tog én elev mere {day}",
        "om {place} tog emot en elev till {day}",
        "if {place} took one pupil more on {day}";
    /// A way out: other days for a class.
    pub(super) fn send(class: &str, days: &str) in language:
        "hvis {class} var væk {days}",
        "om {class} vore borta {days}",
        "if {class} were away {days}";
    /// A way out: lessons held twice.
    pub(super) fn twice(lessons: &str, pupils: &str) in language:
        "hvis {lessons} blev holdt to gange, anden gang for {pupils}",
        "om {lessons} hölls två gånger, andra gången för {pupils}",
        "if {lessons} were held twice, the second time for {pupils}";
    /// What the points of lessons held twice leave out.
    pub(super) fn teachers_time() in language:
        "Hvad holdes to gange, koster også en lærers tid; den er ikke med i pointene.",
        "Det som hålls två gånger kostar också en lärares tid; den räknas inte i poängen.",
        "What is held twice takes a teacher's time too; the points do not count it.";
    /// The heading of a chain.
    pub(super) fn chain(number: usize, cost: i64, classes: &str, teachers: &str) in language:
        "{number}. {points} · {classes} · {teachers}",
        "{number}. {points} · {classes} · {teachers}",
        "{number}. {points} · {classes} · {teachers}",
        points = points(cost, language);
    /// Points that no chain tells.
    pub(super) fn besides(cost: i64) in language:
        "Dertil {points} for nye tider for klasser, nye dage og huller for lærere og lektioner, der mistes.",
        "Därtill {points} för nya tider för klasser, nya dagar och luckor för lärare och lektioner som missas.",
        "Besides, {points} for new times of classes, new days and gaps of teachers, and lessons that are missed.",
        points = points(cost, language);
    /// The lesson can be there for nothing.
    pub(super) fn no_dearer(lesson: &str, slot: &str) in language:
        "{lesson} kan ligge {slot} uden at koste mere.",
        "{lesson} kan ligga {slot} utan att kosta mer.",
        "{lesson} can be on {slot} for nothing more.";
    /// The lesson can be there at a price.
    pub(super) fn dearer(lesson: &str, slot: &str, held: i64, free: i64) in language:
        "{lesson} {slot} koster {points} mere: {held} i stedet for {free}.",
        "{lesson} {slot} kostar {points} mer: {held} i stället för {free}.",
        "{lesson} on {slot} costs {points} more: {held} instead of {free}.",
        points = points(held - free, language);
    /// The lesson cannot be there.
    pub(super) fn forbidden(lesson: &str, slot: &str) in language:
        "{lesson} kan ikke ligge {slot}.",
        "{lesson} kan inte ligga {slot}.",
        "{lesson} cannot be on {slot}.";
    /// The lesson can be there; without a proof of what that costs more.
    pub(super) fn dearer_so_far(lesson: &str, slot: &str, cost: i64, bound: i64) in language:
        "Med {lesson} {slot} koster skemaet højst {points}, mindst {bound}; stoppet, før det var bevist.",
        "Med {lesson} {slot} kostar schemat högst {points}, minst {bound}; stoppat innan det var bevisat.",
        "With {lesson} on {slot} the timetable costs {points} at most, {bound} at least; stopped before it was proven.",
        points = points(cost, language);
    /// There is no timetable, wherever the lesson is.
    pub(super) fn forbidden_anyway(lesson: &str) in language:
        "Der er intet skema, hvor {lesson} end ligger; explain uden --lesson siger hvorfor.",
        "Det finns inget schema, var {lesson} än ligger; explain utan --lesson säger varför.",
        "There is no timetable, wherever {lesson} is; explain without --lesson tells why.";
    /// It cannot, and no fact that could be otherwise is to blame.
    pub(super) fn no_fact_to_blame() in language:
        "Hvad der end blev ophævet, forbyder de regler det, der altid gælder.",
        "Vad som än hävdes förbjuder de regler det som alltid gäller.",
        "Whatever else were lifted, the rules that always hold forbid it.";
    /// It cannot, and the search was stopped before it was known why.
    pub(super) fn cut_short() in language:
        "Stoppet, før det vidstes hvorfor.",
        "Stoppat innan det var känt varför.",
        "Stopped before it was known why.";
}

/// A fact.
pub(super) fn fact(fact: &Fact, naming: &Naming<'_>) -> String {
    let language = naming.words.language;
    say!(language, match fact {
        Fact::Away { class, alternatives } =>
            "praktikelever i {class} er væk {away}",
            "praktikelever i {class} är borta {away}",
            "apprentices of {class} are away {away}",
            away = naming.alternatives(alternatives);
        Fact::Required { class, subject } =>
            "{subject} er obligatorisk for praktikelever i {class}",
            "{subject} är obligatoriskt för praktikelever i {class}",
            "{subject} is required for apprentices of {class}";
        Fact::Locked { lesson } =>
            "{lesson} er låst {home}",
            "{lesson} är låst {home}",
            "{lesson} is locked on {home}",
            lesson = naming.lesson(*lesson), home = home(*lesson, naming);
        Fact::Unplaced { lesson } =>
            "{lesson} skal have en plads i skemaet",
            "{lesson} ska få en plats i schemat",
            "{lesson} needs a place in the timetable",
            lesson = naming.lesson(*lesson);
        Fact::TeacherAway { teacher, day } =>
            "{teacher} er optaget {day}",
            "{teacher} är upptagen {day}",
            "{teacher} is unavailable on {day}",
            day = weekday(*day, language);
        Fact::RoomAway { room, day } =>
            "lokale {room} er optaget {day}",
            "sal {room} är upptagen {day}",
            "room {room} is unavailable on {day}",
            day = weekday(*day, language);
        Fact::Guest { class, also } =>
            "praktikelever i {class} er gæster i {also}",
            "praktikelever i {class} är gäster i {also}",
            "apprentices of {class} are guests of {also}",
            also = host(also);
        Fact::PlaceLimit { place, day: Some(day) } =>
            "{place} tager så få {day}",
            "{place} tar emot så få {day}",
            "{place} takes so few on {day}",
            day = weekday(*day, language);
        Fact::PlaceLimit { place, day: None } =>
            "{place} tager så få i alt",
            "{place} tar emot så få totalt",
            "{place} takes so few in all";
        Fact::OneDay { place } =>
            "alle på {place} er der på de samme dage",
            "alla på {place} är där på samma dagar",
            "all at {place} are there on the same days";
        Fact::ClassLocked { class } =>
            "{class} beholder sine lektioner, hvor de er",
            "{class} behåller sina lektioner där de är",
            "{class} keeps its lessons where they are";
        Fact::ClassAway { class, day } =>
            "{class} er ikke til rådighed {day}",
            "{class} är inte tillgänglig {day}",
            "{class} is unavailable on {day}",
            day = weekday(*day, language);
        Fact::Allowed { lesson } =>
            "{lesson} kun må ligge på nogle tider",
            "{lesson} bara får ligga på vissa tider",
            "{lesson} may be at some times only",
            lesson = naming.lesson(*lesson);
        Fact::Apart { class, label } =>
            "{class} har lektionerne med mærket {label} på hver sin dag",
            "{class} har lektionerna med märket {label} på var sin dag",
            "{class} has the lessons with the label {label} on different days";
        Fact::Way { from, to } =>
            "vejen mellem {from} og {to} tager tid",
            "vägen mellan {from} och {to} tar tid",
            "the way between {from} and {to} takes time";
        Fact::SubjectLimit { subject } =>
            "en klasse kun har så meget {subject} på en dag",
            "en klass bara har så mycket {subject} på en dag",
            "a class has only so much {subject} on a day";
        Fact::TeacherLimit { teacher } =>
            "{teacher} kun har så mange lektioner på en dag",
            "{teacher} bara har så många lektioner på en dag",
            "{teacher} has only so many periods on a day";
        Fact::ClassHours { class } =>
            "{class} har en første og en sidste lektion",
            "{class} har en första och en sista lektion",
            "{class} has a first and a last period";
        Fact::RoomFull { room } =>
            "lokale {room} rummer så få lektioner på én gang",
            "sal {room} rymmer så få lektioner åt gången",
            "room {room} takes so few lessons at once";
        Fact::RoomsFull { kind } =>
            "der er så få lokaler af typen {kind}",
            "det finns så få salar av typen {kind}",
            "there are so few rooms of the kind {kind}";
        Fact::TeacherOnce { teacher } =>
            "{teacher} kun kan have én lektion ad gangen",
            "{teacher} bara kan ha en lektion åt gången",
            "{teacher} can have only one lesson at a time";
        Fact::Breaks =>
            "ingen lektion går hen over en pause",
            "ingen lektion går över en rast",
            "no lesson runs across a break";
    })
}

/// A class, or a subject of it, that guests attend.
fn host(also: &Also) -> String {
    match &also.subject {
        Some(subject) => format!("{} ({subject})", also.class),
        None => also.class.to_string(),
    }
}

/// Where a lesson is in the baseline.
fn home(lesson: usize, naming: &Naming<'_>) -> String {
    let lesson = naming.school.lessons.get(lesson);
    lesson.map_or_else(String::new, |lesson| naming.slot(lesson.start))
}
