//! The words of explanations, in each language; the compiler refuses a language that lacks a sentence.

use super::super::words::{Naming, Words};
use crate::domain::{Language, School};
use crate::explain::{Fact, Role};

/// A school and a language, with its common words.
#[derive(Clone, Copy)]
pub(super) struct Explaining<'a> {
    pub(super) school: &'a School,
    pub(super) language: Language,
    pub(super) words: &'static dyn Words,
}

/// What can be said.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// The optimum, or the best so far.
    Offered { lessons: usize, points: i64, is_proven: bool },
    /// There is no timetable.
    Impossible,
    /// Stopped before anything was found.
    Unknown,
    /// The heading of a conflict.
    Conflict { number: usize, is_verified: bool },
    /// The heading of the ways out.
    Repairs,
    /// No single change helps.
    NoRepair,
    /// A way out: a fact no longer holds.
    Lift { fact: &'a str },
    /// A way out: other days for a class.
    Send { class: &'a str, days: &'a str },
    /// The heading of a chain.
    Chain { number: usize, points: i64, classes: &'a str, teachers: &'a str },
    /// Points that no chain tells.
    Besides { points: i64 },
    /// The lesson can be there for nothing.
    NoDearer { lesson: &'a str, slot: &'a str },
    /// The lesson can be there at a price.
    Dearer { lesson: &'a str, slot: &'a str, held: i64, free: i64 },
    /// The lesson cannot be there.
    Forbidden { lesson: &'a str, slot: &'a str },
    /// The lesson can be there; without a proof of what that costs more.
    DearerSoFar { lesson: &'a str, slot: &'a str, points: i64, bound: i64 },
    /// There is no timetable, wherever the lesson is.
    ForbiddenAnyway { lesson: &'a str },
    /// It cannot, and no fact that could be otherwise is to blame.
    NoFactToBlame,
    /// It cannot, and the search was stopped before it was known why.
    CutShort,
}

/// Why a lesson changed.
pub(in crate::report) const fn role(role: Role, language: Language) -> &'static str {
    match (language, role) {
        (Language::Danish, Role::HadToLeave) => "måtte væk",
        (Language::Danish, Role::MadeRoom) => "gjorde plads",
        (Language::Danish, Role::FilledIn) => "fyldte hullet",
        (Language::Danish, Role::AlongWith) => "fulgte med",
        (Language::Swedish, Role::HadToLeave) => "måste bort",
        (Language::Swedish, Role::MadeRoom) => "gav plats",
        (Language::Swedish, Role::FilledIn) => "fyllde luckan",
        (Language::Swedish, Role::AlongWith) => "följde med",
        (Language::English, Role::HadToLeave) => "had to leave",
        (Language::English, Role::MadeRoom) => "made room",
        (Language::English, Role::FilledIn) => "filled the gap",
        (Language::English, Role::AlongWith) => "went along",
    }
}

impl Explaining<'_> {
    /// `said` in the language.
    pub(super) fn tell(self, said: Said<'_>) -> String {
        match self.language {
            Language::Danish => self.danish(said),
            Language::Swedish => self.swedish(said),
            Language::English => self.english(said),
        }
    }

    /// A fact in the language.
    pub(super) fn fact(self, fact: &Fact) -> String {
        let naming = Naming { school: self.school, words: self.words };
        match self.language {
            Language::Danish => self.danish_fact(fact, &naming),
            Language::Swedish => self.swedish_fact(fact, &naming),
            Language::English => self.english_fact(fact, &naming),
        }
    }

    fn english(self, said: Said<'_>) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::Offered { lessons: 0, points: sum, .. } => {
                format!("No lesson has to change ({}).", points(sum))
            }
            Said::Offered { lessons, points: sum, is_proven } => format!(
                "{lessons} {} for {}{}.",
                if lessons == 1 { "lesson changes" } else { "lessons change" },
                points(sum),
                if is_proven { "" } else { ", which is not proven to be the least" }
            ),
            Said::Impossible => {
                "No timetable keeps every required lesson and every rule; this is proven."
                    .to_owned()
            }
            Said::Unknown => "Stopped before anything was found.".to_owned(),
            Said::Conflict { number, is_verified: true } => format!(
                "Conflict {number}: these cannot hold together; without any one of them they could"
            ),
            Said::Conflict { number, is_verified: false } => {
                format!("Conflict {number}: these cannot hold together, as far as the search came")
            }
            Said::Repairs => "Ways out, with what the timetable then costs in points".to_owned(),
            Said::NoRepair => "No single change is a way out.".to_owned(),
            Said::Lift { fact } => format!("if it were not so that {fact}"),
            Said::Send { class, days } => format!("if {class} were away {days}"),
            Said::Chain { number, points: sum, classes, teachers } => {
                format!("{number}. {} · {classes} · {teachers}", points(sum))
            }
            Said::Besides { points: sum } => format!(
                "Besides, {} for new times of classes, new days and gaps of teachers, and lessons that are missed.",
                points(sum)
            ),
            Said::NoDearer { lesson, slot } => {
                format!("{lesson} can be on {slot} for nothing more.")
            }
            Said::Dearer { lesson, slot, held, free } => format!(
                "{lesson} on {slot} costs {} more: {held} instead of {free}.",
                points(held - free)
            ),
            Said::Forbidden { lesson, slot } => format!("{lesson} cannot be on {slot}."),
            Said::DearerSoFar { lesson, slot, points: sum, bound } => format!(
                "With {lesson} on {slot} the timetable costs {} at most, {bound} at least; stopped before it was proven.",
                points(sum)
            ),
            Said::ForbiddenAnyway { lesson } => format!(
                "There is no timetable, wherever {lesson} is; explain without --lesson tells why."
            ),
            Said::CutShort => "Stopped before it was known why.".to_owned(),
            Said::NoFactToBlame => {
                "Whatever else were lifted, the rules that always hold forbid it.".to_owned()
            }
        }
    }

    fn danish(self, said: Said<'_>) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::Offered { lessons: 0, points: sum, .. } => format!("Ingen lektion skal ændres ({}).", points(sum)),
            Said::Offered { lessons, points: sum, is_proven } => format!(
                "{lessons} {} for {}{}.",
                if lessons == 1 { "lektion ændres" } else { "lektioner ændres" },
                points(sum),
                if is_proven { "" } else { ", og det er ikke bevist, at det er det mindste" }
            ),
            Said::Impossible => "Intet skema kan både bevare alle obligatoriske lektioner og overholde alle regler; det er bevist.".to_owned(),
            Said::Unknown => "Stoppet, før noget var fundet.".to_owned(),
            Said::Conflict { number, is_verified: true } => format!("Konflikt {number}: dette kan ikke gælde på én gang; uden et hvilket som helst af punkterne kunne det"),
            Said::Conflict { number, is_verified: false } => format!("Konflikt {number}: dette kan ikke gælde på én gang, så vidt søgningen nåede"),
            Said::Repairs => "Udveje, med hvad skemaet så koster i point".to_owned(),
            Said::NoRepair => "Ingen enkelt ændring er en udvej.".to_owned(),
            Said::Lift { fact } => format!("hvis det ikke var sådan, at {fact}"),
            Said::Send { class, days } => format!("hvis {class} var væk {days}"),
            Said::Chain { number, points: sum, classes, teachers } => format!("{number}. {} · {classes} · {teachers}", points(sum)),
            Said::Besides { points: sum } => format!("Dertil {} for nye tider for klasser, nye dage og huller for lærere og lektioner, der mistes.", points(sum)),
            Said::NoDearer { lesson, slot } => format!("{lesson} kan ligge {slot} uden at koste mere."),
            Said::Dearer { lesson, slot, held, free } => format!("{lesson} {slot} koster {} mere: {held} i stedet for {free}.", points(held - free)),
            Said::Forbidden { lesson, slot } => format!("{lesson} kan ikke ligge {slot}."),
            Said::DearerSoFar { lesson, slot, points: sum, bound } => format!("Med {lesson} {slot} koster skemaet højst {}, mindst {bound}; stoppet, før det var bevist.", points(sum)),
            Said::ForbiddenAnyway { lesson } => format!("Der er intet skema, hvor {lesson} end ligger; explain uden --lesson siger hvorfor."),
            Said::CutShort => "Stoppet, før det vidstes hvorfor.".to_owned(),
            Said::NoFactToBlame => "Hvad der end blev ophævet, forbyder de regler det, der altid gælder.".to_owned(),
        }
    }

    fn swedish(self, said: Said<'_>) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::Offered { lessons: 0, points: sum, .. } => format!("Ingen lektion behöver ändras ({}).", points(sum)),
            Said::Offered { lessons, points: sum, is_proven } => format!(
                "{lessons} {} för {}{}.",
                if lessons == 1 { "lektion ändras" } else { "lektioner ändras" },
                points(sum),
                if is_proven { "" } else { ", vilket inte är bevisat vara det minsta" }
            ),
            Said::Impossible => "Inget schema kan både behålla alla obligatoriska lektioner och följa alla regler; det är bevisat.".to_owned(),
            Said::Unknown => "Stoppat innan något var funnet.".to_owned(),
            Said::Conflict { number, is_verified: true } => format!("Konflikt {number}: detta kan inte gälla samtidigt; utan vilken som helst av punkterna kunde det"),
            Said::Conflict { number, is_verified: false } => format!("Konflikt {number}: detta kan inte gälla samtidigt, så långt sökningen kom"),
            Said::Repairs => "Utvägar, med vad schemat då kostar i poäng".to_owned(),
            Said::NoRepair => "Ingen enskild ändring är en utväg.".to_owned(),
            Said::Lift { fact } => format!("om det inte vore så att {fact}"),
            Said::Send { class, days } => format!("om {class} vore borta {days}"),
            Said::Chain { number, points: sum, classes, teachers } => format!("{number}. {} · {classes} · {teachers}", points(sum)),
            Said::Besides { points: sum } => format!("Därtill {} för nya tider för klasser, nya dagar och luckor för lärare och lektioner som missas.", points(sum)),
            Said::NoDearer { lesson, slot } => format!("{lesson} kan ligga {slot} utan att kosta mer."),
            Said::Dearer { lesson, slot, held, free } => format!("{lesson} {slot} kostar {} mer: {held} i stället för {free}.", points(held - free)),
            Said::Forbidden { lesson, slot } => format!("{lesson} kan inte ligga {slot}."),
            Said::DearerSoFar { lesson, slot, points: sum, bound } => format!("Med {lesson} {slot} kostar schemat högst {}, minst {bound}; stoppat innan det var bevisat.", points(sum)),
            Said::ForbiddenAnyway { lesson } => format!("Det finns inget schema, var {lesson} än ligger; explain utan --lesson säger varför."),
            Said::CutShort => "Stoppat innan det var känt varför.".to_owned(),
            Said::NoFactToBlame => "Vad som än hävdes förbjuder de regler det som alltid gäller.".to_owned(),
        }
    }

    fn english_fact(self, fact: &Fact, naming: &Naming<'_>) -> String {
        match fact {
            Fact::Away { class, alternatives } => {
                format!("apprentices of {class} are away {}", ways(alternatives, naming))
            }
            Fact::Required { class, subject } => {
                format!("{subject} is required for apprentices of {class}")
            }
            Fact::Locked { lesson } => {
                format!("{} is locked on {}", naming.lesson(*lesson), self.home(*lesson, naming))
            }
            Fact::TeacherAway { teacher, day } => {
                format!("{teacher} is unavailable on {}", self.words.weekday(*day))
            }
            Fact::RoomAway { room, day } => {
                format!("room {room} is unavailable on {}", self.words.weekday(*day))
            }
            Fact::PlaceLimit { .. }
            | Fact::OneDay { .. }
            | Fact::ClassLocked { .. }
            | Fact::ClassAway { .. }
            | Fact::Allowed { .. }
            | Fact::Apart { .. }
            | Fact::Way { .. } => format!("{fact:?}"),
            Fact::SubjectLimit { subject } => {
                format!("a class has only so much {subject} on a day")
            }
            Fact::TeacherLimit { teacher } => {
                format!("{teacher} has only so many periods on a day")
            }
            Fact::ClassHours { class } => format!("{class} has a first and a last period"),
            Fact::RoomFull { room } => format!("room {room} takes so few lessons at once"),
            Fact::RoomsFull { kind } => format!("there are so few rooms of the kind {kind}"),
            Fact::TeacherOnce { teacher } => {
                format!("{teacher} can have only one lesson at a time")
            }
            Fact::Breaks => "no lesson runs across a break".to_owned(),
        }
    }

    fn danish_fact(self, fact: &Fact, naming: &Naming<'_>) -> String {
        match fact {
            Fact::Away { class, alternatives } => {
                format!("praktikelever i {class} er væk {}", ways(alternatives, naming))
            }
            Fact::Required { class, subject } => {
                format!("{subject} er obligatorisk for praktikelever i {class}")
            }
            Fact::Locked { lesson } => {
                format!("{} er låst {}", naming.lesson(*lesson), self.home(*lesson, naming))
            }
            Fact::TeacherAway { teacher, day } => {
                format!("{teacher} er optaget {}", self.words.weekday(*day))
            }
            Fact::RoomAway { room, day } => {
                format!("lokale {room} er optaget {}", self.words.weekday(*day))
            }
            Fact::PlaceLimit { .. }
            | Fact::OneDay { .. }
            | Fact::ClassLocked { .. }
            | Fact::ClassAway { .. }
            | Fact::Allowed { .. }
            | Fact::Apart { .. }
            | Fact::Way { .. } => format!("{fact:?}"),
            Fact::SubjectLimit { subject } => {
                format!("en klasse kun har så meget {subject} på en dag")
            }
            Fact::TeacherLimit { teacher } => {
                format!("{teacher} kun har så mange lektioner på en dag")
            }
            Fact::ClassHours { class } => format!("{class} har en første og en sidste lektion"),
            Fact::RoomFull { room } => format!("lokale {room} rummer så få lektioner på én gang"),
            Fact::RoomsFull { kind } => format!("der er så få lokaler af typen {kind}"),
            Fact::TeacherOnce { teacher } => format!("{teacher} kun kan have én lektion ad gangen"),
            Fact::Breaks => "ingen lektion går hen over en pause".to_owned(),
        }
    }

    fn swedish_fact(self, fact: &Fact, naming: &Naming<'_>) -> String {
        match fact {
            Fact::Away { class, alternatives } => {
                format!("praktikelever i {class} är borta {}", ways(alternatives, naming))
            }
            Fact::Required { class, subject } => {
                format!("{subject} är obligatoriskt för praktikelever i {class}")
            }
            Fact::Locked { lesson } => {
                format!("{} är låst {}", naming.lesson(*lesson), self.home(*lesson, naming))
            }
            Fact::TeacherAway { teacher, day } => {
                format!("{teacher} är upptagen {}", self.words.weekday(*day))
            }
            Fact::RoomAway { room, day } => {
                format!("sal {room} är upptagen {}", self.words.weekday(*day))
            }
            Fact::PlaceLimit { .. }
            | Fact::OneDay { .. }
            | Fact::ClassLocked { .. }
            | Fact::ClassAway { .. }
            | Fact::Allowed { .. }
            | Fact::Apart { .. }
            | Fact::Way { .. } => format!("{fact:?}"),
            Fact::SubjectLimit { subject } => {
                format!("en klass bara har så mycket {subject} på en dag")
            }
            Fact::TeacherLimit { teacher } => {
                format!("{teacher} bara har så många lektioner på en dag")
            }
            Fact::ClassHours { class } => format!("{class} har en första och en sista lektion"),
            Fact::RoomFull { room } => format!("sal {room} rymmer så få lektioner åt gången"),
            Fact::RoomsFull { kind } => format!("det finns så få salar av typen {kind}"),
            Fact::TeacherOnce { teacher } => format!("{teacher} bara kan ha en lektion åt gången"),
            Fact::Breaks => "ingen lektion går över en rast".to_owned(),
        }
    }

    /// Where a lesson is in the baseline.
    fn home(self, lesson: usize, naming: &Naming<'_>) -> String {
        let lesson = self.school.lessons.get(lesson);
        lesson.map_or_else(String::new, |lesson| naming.slot(lesson.start))
    }
}

/// Alternatives, e.g. `mon 1-2 / thu`.
fn ways(alternatives: &[Vec<crate::domain::Span>], naming: &Naming<'_>) -> String {
    alternatives.iter().map(|spans| naming.spans(spans)).collect::<Vec<_>>().join(" / ")
}
