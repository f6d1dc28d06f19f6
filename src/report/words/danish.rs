//! Danish.

use super::{Finding, Help, Labels, Naming, Outcome, POINT, Touched, Words, count};
use crate::check::Breach;
use crate::domain::{Day, Language, Level, Price, Rule, Slot, WeekLabel};
use crate::reason::{Reason, Shared, Tightest};
use crate::words::{count as count_of, day as day_of, weekday};

pub(super) struct Danish;

static LABELS: Labels = Labels {
    error: "fejl",
    warning: "advarsel",
    help: "hjælp",
    column: "kolonne",
    line: "linje",
    also: "med",
    total: "i alt",
    moved: "Lektioner, der flyttes",
    rooms: "Lektioner, der skifter lokale",
    chosen: "Væk fra skolen",
    core: "Kernefag, antal lektioner i skemaet",
    still_missed: "Mistes stadig",
    breakdown: "Point",
    reasons: "Derfor kan det ikke gå op",
    rules: "Regler, der altid gælder",
    alternatives: "Mistes ved hver mulighed (obligatoriske + ønskede)",
    pupil: "elev",
    class: "klasse",
    away: "væk",
    subject: "fag",
    level: "niveau",
    lessons: "lektioner",
    missed: "mistes",
};

impl Words for Danish {
    fn labels(&self) -> &'static Labels {
        &LABELS
    }

    fn day(&self, day: Day) -> &'static str {
        day_of(day, Language::Danish)
    }

    fn weekday(&self, day: Day) -> &'static str {
        weekday(day, Language::Danish)
    }

    fn slot(&self, slot: Slot) -> String {
        format!("{} {}. lektion", self.weekday(slot.day), slot.period)
    }

    fn week(&self, label: &WeekLabel) -> String {
        format!("i uge {label}")
    }

    fn level(&self, level: Level) -> &'static str {
        match level {
            Level::Required => "obligatorisk",
            Level::Desired => "ønsket",
        }
    }

    fn points(&self, points: i64) -> String {
        count_of(points, POINT, Language::Danish)
    }

    fn outcome(&self, outcome: Outcome) -> String {
        let changing = |lessons| match lessons {
            0 => "Et forslag, der ikke ændrer nogen lektion,".to_owned(),
            _ => format!("Et forslag, der ændrer {},", count(lessons, "lektion", "lektioner")),
        };
        match outcome {
            Outcome::Unchanged => {
                "Intet skal ændres: 0 point, og ingen går glip af en lektion i et kernefag.".to_owned()
            }
            Outcome::Optimal { lessons, points } => format!(
                "{} koster {}; det er bevist, at intet forslag koster mindre.",
                changing(lessons),
                self.points(points)
            ),
            Outcome::Feasible { lessons, points, bound } => format!(
                "{} koster {}, men det er ikke bevist, at det er det billigste: Søgningen blev stoppet, og det er kun bevist, at intet forslag koster mindre end {bound}.",
                changing(lessons),
                self.points(points)
            ),
            Outcome::Infeasible => {
                "Intet skema kan både bevare alle obligatoriske lektioner og overholde alle regler; det er bevist."
                    .to_owned()
            }
            Outcome::Undecided { bound } => format!(
                "Stoppet, før der var fundet et forslag; intet forslag koster mindre end {}.",
                self.points(bound)
            ),
        }
    }

    fn touched(&self, Touched { classes, teachers, pupils }: Touched) -> String {
        format!(
            "Berørt: klasser {} af {}, lærere {} af {}, elever i praktik {} af {}",
            classes.0, classes.1, teachers.0, teachers.1, pupils.0, pupils.1
        )
    }

    fn finding(&self, finding: Finding) -> String {
        match finding {
            Finding::Faults(0) => "Skemaet har ingen fejl.".to_owned(),
            Finding::Faults(faults) => {
                format!("Skemaet har {}.", count(faults, "fejl", "fejl"))
            }
            Finding::Breaches(0) => "Forslaget overholder alle regler.".to_owned(),
            Finding::Breaches(breaches) => {
                let breaches = count(breaches, "regelbrud", "regelbrud");
                format!("Forslaget har {breaches}.")
            }
            Finding::Missed { required: 0, desired: 0 } => {
                "Ingen elev i praktik går glip af en lektion i et kernefag.".to_owned()
            }
            Finding::Missed { required, desired } => {
                let required = count(required, "obligatorisk", "obligatoriske");
                let desired = count(desired, "ønsket lektion", "ønskede lektioner");
                format!("Elever i praktik går glip af {required} og {desired} i kernefag.")
            }
        }
    }

    fn progress(&self, best: Option<i64>, bound: i64) -> String {
        match best {
            Some(best) => format!("bedste {best} point, mindst {bound}, afstand {}", best - bound),
            None => format!("intet forslag endnu, mindst {bound} point"),
        }
    }

    fn breach(&self, breach: &Breach, naming: &Naming<'_>) -> String {
        match breach {
            Breach::Grid { lesson, start } => format!(
                "{} er der ikke plads til i skemaet fra {}",
                naming.lesson(*lesson),
                naming.slot(*start)
            ),
            Breach::Exchange { lesson, from, to } => {
                format!("{} kan ikke have lokale {to} i stedet for {from}", naming.lesson(*lesson))
            }
            Breach::ClassClash { class, slot, week, lessons } => format!(
                "klasse {class} har to lektioner samtidig {}: {}",
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::TeacherClash { teacher, slot, week, lessons } => format!(
                "lærer {teacher} har {} lektioner samtidig {}: {}",
                lessons.len(),
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::RoomClash { room, slot, week, lessons, allowed } => format!(
                "lokale {room} rummer {} ad gangen og har {} {}: {}",
                count(*allowed, "lektion", "lektioner"),
                lessons.len(),
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::TeacherUnavailable { teacher, slot, lesson } => format!(
                "lærer {teacher} er ikke til rådighed {}, men har {}",
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::RoomUnavailable { room, slot, lesson } => format!(
                "lokale {room} er ikke til rådighed {}, men har {}",
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::Locked { lesson } => {
                format!("{} er låst, men er ændret", naming.lesson(*lesson))
            }
            Breach::RequiredMissed { apprentice, lesson, slot, subject } => format!(
                "elev {} er væk {} og går glip af {subject}, som er obligatorisk: {}",
                naming.pupil(*apprentice),
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::ClassGaps { class, day, week, gaps, allowed } => format!(
                "klasse {class} har {} {}, men må højst have {allowed}",
                count(*gaps, "mellemtime", "mellemtimer"),
                naming.day(*day, *week)
            ),
            Breach::SubjectPerDay { class, subject, day, week, periods, allowed } => format!(
                "klasse {class} har {} {subject} {}, men må højst have {allowed}",
                count(*periods, "lektion", "lektioner"),
                naming.day(*day, *week)
            ),
            Breach::Break { lesson, start } => format!(
                "{} går hen over en pause fra {}",
                naming.lesson(*lesson),
                naming.slot(*start)
            ),
            Breach::TeacherPerDay { teacher, day, week, periods, allowed } => format!(
                "lærer {teacher} har {} {}, men må højst have {allowed}",
                count(*periods, "lektion", "lektioner"),
                naming.day(*day, *week)
            ),
            Breach::ClassHours { class, slot, lesson } => format!(
                "klasse {class} har {} {}, uden for klassens skoletid",
                naming.lesson(*lesson),
                naming.slot(*slot)
            ),
            Breach::PlaceFull { .. }
            | Breach::TooFar { .. }
            | Breach::OneDay { .. }
            | Breach::ClassUnavailable { .. }
            | Breach::Allowed { .. }
            | Breach::Apart { .. }
            | Breach::Unplaced { .. } => format!("{breach:?}"),
            Breach::Away { apprentice } => format!(
                "elev {} har ikke fået en af sine egne muligheder, eller har fået en anden end eleverne med samme mærke",
                naming.pupil(*apprentice)
            ),
        }
    }

    fn reason(&self, reason: &Reason, naming: &Naming<'_>) -> String {
        match reason {
            Reason::TooFewSlots { class, weeks, required, left } => format!(
                "{class} har {}{} og {} tilbage på sine skoledage",
                count(*required, "obligatorisk lektion", "obligatoriske lektioner"),
                naming.weeks(*weeks),
                count(*left, "plads i skemaet", "pladser i skemaet")
            ),
            Reason::TooFewDays { class, subject, weeks, required, per_day, days } => format!(
                "{class} har {} i {subject}{}, højst {per_day} om dagen, og {} tilbage til dem, der har faget",
                count(*required, "obligatorisk lektion", "obligatoriske lektioner"),
                naming.weeks(*weeks),
                count(*days, "skoledag", "skoledage")
            ),
            Reason::NowhereToGo { lesson, pupil } => format!(
                "{} kan ikke ligge nogen steder: Hvor reglerne tillader den, er elev {pupil} eller en anden elev i praktik væk",
                naming.lesson(*lesson)
            ),
            Reason::Crowded { need, weeks, lessons, periods, slots, allowed } => format!(
                "{}{}: {}, men kun {} på de tidspunkter, hvor de kan ligge ({}): {}",
                shared(need),
                naming.weeks(*weeks),
                count(*periods, "lektion", "lektioner"),
                count(*allowed, "plads", "pladser"),
                naming.slots(slots),
                naming.lessons(lessons)
            ),
            Reason::PlaceTooSmall { .. } => format!("{reason:?}"),
            Reason::SearchedAll { away, tightest } => format!(
                "{}: alle muligheder er gennemsøgt, og ingen overholder alle regler{}",
                naming.absences(away),
                tightest.as_ref().map(tight).unwrap_or_default()
            ),
        }
    }

    fn rule(&self, rule: Rule) -> Help {
        let (title, text) = match rule {
            Rule::Grid => (
                "lektioner ligger inden for skemaet",
                "En lektion, der flyttes, ligger i hele sin længde på én dag og i timer, som skolens uge har.",
            ),
            Rule::Exchange => (
                "lokaler byttes kun med samme type",
                "En lektion beholder hvert lokale i hele sin længde eller får et andet af samme type; et lokale uden type byttes aldrig.",
            ),
            Rule::ClassClash => (
                "én lektion ad gangen for en klasse",
                "To lektioner for en klasse ligger kun samtidig, hvis forskellige hold i samme inddeling har dem.",
            ),
            Rule::TeacherClash => (
                "én lektion ad gangen for en lærer",
                "Ingen lærer har to lektioner på samme tid i samme uge.",
            ),
            Rule::RoomClash => (
                "et lokale overfyldes ikke",
                "Et lokale har højst så mange lektioner ad gangen, som `parallel` siger, ellers én.",
            ),
            Rule::TeacherUnavailable => (
                "lærere er til rådighed",
                "Ingen lektion lægges, hvor en af dens lærere ikke er til rådighed.",
            ),
            Rule::RoomUnavailable => (
                "lokaler er til rådighed",
                "Ingen lektion lægges, hvor et af dens lokaler ikke er til rådighed.",
            ),
            Rule::Locked => (
                "låste lektioner bliver liggende",
                "En låst lektion beholder dag, lektionsnummer og lokaler.",
            ),
            Rule::RequiredMissed => (
                "ingen obligatorisk lektion mistes",
                "Ingen elev i praktik er væk i en lektion i et obligatorisk kernefag, som eleven har.",
            ),
            Rule::ClassGaps => (
                "ingen nye mellemtimer for klasser",
                "En klasse har ikke flere mellemtimer på en dag, end den havde den dag. En mellemtime er en time uden lektion mellem dagens første og sidste.",
            ),
            Rule::SubjectPerDay => (
                "ikke for meget af et fag på en dag",
                "En klasse har højst `max_per_day` lektioner i et fag på en dag (ellers 2), eller så mange som på den dag, hvor den havde flest.",
            ),
            Rule::Break => (
                "ingen lektion hen over en pause",
                "En lektion på flere timer går ikke hen over en pause, medmindre den gjorde det og bliver liggende.",
            ),
            Rule::TeacherPerDay => (
                "ikke for lange dage for lærere",
                "En lærer har højst `max_per_day` lektioner på en dag, eller så mange som før på den dag.",
            ),
            Rule::ClassHours => (
                "klasser beholder deres skoletid",
                "En klasse har ingen lektion før `earliest` eller efter `latest`, undtagen hvor den havde en.",
            ),
            Rule::PlaceFull => (
                "intet praktiksted overfyldes",
                "Et praktiksted har højst så mange elever på en dag, som `pupils` siger.",
            ),
            Rule::TooFar
            | Rule::OneDay
            | Rule::ClassUnavailable
            | Rule::Allowed
            | Rule::Apart
            | Rule::Unplaced => ("?", "?"),
            Rule::Away => (
                "elever i praktik er væk, som de må",
                "Hver elev i praktik får en af de muligheder, der er skrevet for eleven, og alle med samme `together` den samme.",
            ),
        };
        Help { title, text }
    }

    fn price(&self, price: Price) -> Help {
        let (title, text) = match price {
            Price::OtherDay => (
                "flyttet til en anden dag",
                "For hver klasse og lektion, der flyttes til en anden dag.",
            ),
            Price::SameDay => (
                "flyttet inden for dagen",
                "For hver klasse og lektion, der flyttes til en anden time samme dag.",
            ),
            Price::Bystander => (
                "flyttet for en klasse uden elever i praktik",
                "Derudover for hver flyttet lektion i en klasse, som ikke har elever i praktik.",
            ),
            Price::NewSlot => (
                "klasse i skole på et nyt tidspunkt",
                "For hver plads i skemaet, hvor en klasse har en lektion og ikke havde nogen.",
            ),
            Price::Room => {
                ("andet lokale", "For hver time med lokale i en lektion, der får et andet lokale.")
            }
            Price::TeacherDay => (
                "lærer på skolen en ny dag",
                "For hver dag, hvor en lærer har en lektion og ikke havde nogen.",
            ),
            Price::TeacherGap => (
                "ny mellemtime for en lærer",
                "For hver mellemtime mere end før, pr. lærer og dag, i den uge hvor der er flest.",
            ),
            Price::Desired => {
                ("ønsket lektion mistes", "For hver ønsket lektion, som en elev i praktik mister.")
            }
            Price::Wish | Price::Unplaced => ("?", "?"),
            Price::Required => (
                "obligatorisk lektion mistes",
                "Kun med --best-effort: for hver obligatorisk lektion, som en elev i praktik mister.",
            ),
        };
        Help { title, text }
    }
}

fn shared(need: &Shared) -> String {
    match need {
        Shared::Class(class) => format!("klasse {class}"),
        Shared::Teacher(teacher) => format!("lærer {teacher}"),
        Shared::Room(room) => format!("lokale {room}"),
        Shared::Rooms(kind) => format!("lokaler af typen {kind}"),
    }
}

fn tight(Tightest { class, required, left }: &Tightest) -> String {
    format!(
        "; strammest er {class} med {} og {} på sine skoledage",
        count(*required, "obligatorisk lektion", "obligatoriske lektioner"),
        count(*left, "plads i skemaet", "pladser i skemaet")
    )
}
