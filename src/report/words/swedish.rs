//! Swedish.

use super::{Finding, Help, Labels, Naming, Outcome, POINT, Touched, Words, count};
use crate::check::Breach;
use crate::domain::{Day, Language, Level, Price, Rule, Slot, WeekLabel};
use crate::reason::{Reason, Shared, Tightest};
use crate::words::{count as count_of, day as day_of, weekday};

pub(super) struct Swedish;

static LABELS: Labels = Labels {
    error: "fel",
    warning: "varning",
    help: "hjälp",
    column: "kolumn",
    line: "rad",
    also: "med",
    total: "totalt",
    moved: "Lektioner som flyttas",
    rooms: "Lektioner som byter sal",
    chosen: "Borta från skolan",
    core: "Kärnämnen, i schemats lektioner",
    still_missed: "Missas fortfarande",
    breakdown: "Poäng",
    reasons: "Därför går det inte ihop",
    rules: "Regler som alltid gäller",
    alternatives: "Missas med varje alternativ (obligatoriska + önskade)",
    pupil: "elev",
    class: "klass",
    away: "borta",
    subject: "ämne",
    level: "nivå",
    lessons: "lektioner",
    missed: "missas",
};

impl Words for Swedish {
    fn labels(&self) -> &'static Labels {
        &LABELS
    }

    fn day(&self, day: Day) -> &'static str {
        day_of(day, Language::Swedish)
    }

    fn weekday(&self, day: Day) -> &'static str {
        weekday(day, Language::Swedish)
    }

    fn slot(&self, slot: Slot) -> String {
        format!("{} lektion {}", self.weekday(slot.day), slot.period)
    }

    fn week(&self, label: &WeekLabel) -> String {
        format!("vecka {label}")
    }

    fn level(&self, level: Level) -> &'static str {
        match level {
            Level::Required => "obligatorisk",
            Level::Desired => "önskad",
        }
    }

    fn points(&self, points: i64) -> String {
        count_of(points, POINT, Language::Swedish)
    }

    fn outcome(&self, outcome: Outcome) -> String {
        let changing = |lessons| match lessons {
            0 => "Ett förslag som inte ändrar någon lektion".to_owned(),
            _ => format!("Ett förslag som ändrar {}", count(lessons, "lektion", "lektioner")),
        };
        match outcome {
            Outcome::Unchanged => {
                "Inget behöver ändras: 0 poäng, och ingen missar en lektion i ett kärnämne.".to_owned()
            }
            Outcome::Optimal { lessons, points } => format!(
                "{} kostar {}; det är bevisat att inget förslag kostar mindre.",
                changing(lessons),
                self.points(points)
            ),
            Outcome::Feasible { lessons, points, bound } => format!(
                "{} kostar {}, men det är inte bevisat att det är billigast: sökningen stoppades, och det är bara bevisat att inget förslag kostar mindre än {bound}.",
                changing(lessons),
                self.points(points)
            ),
            Outcome::Infeasible => {
                "Inget schema kan både behålla alla obligatoriska lektioner och följa alla regler; det är bevisat."
                    .to_owned()
            }
            Outcome::Undecided { bound } => format!(
                "Stoppat innan något förslag hittades; inget förslag kostar mindre än {}.",
                self.points(bound)
            ),
        }
    }

    fn touched(&self, Touched { classes, teachers, pupils }: Touched) -> String {
        format!(
            "Berörda: klasser {} av {}, lärare {} av {}, praktikelever {} av {}",
            classes.0, classes.1, teachers.0, teachers.1, pupils.0, pupils.1
        )
    }

    fn finding(&self, finding: Finding) -> String {
        match finding {
            Finding::Faults(0) => "Schemat har inga fel.".to_owned(),
            Finding::Faults(faults) => {
                format!("Schemat har {}.", count(faults, "fel", "fel"))
            }
            Finding::Breaches(0) => "Förslaget följer alla regler.".to_owned(),
            Finding::Breaches(breaches) => {
                let breaches = count(breaches, "regelbrott", "regelbrott");
                format!("Förslaget har {breaches}.")
            }
            Finding::Missed { required: 0, desired: 0 } => {
                "Ingen praktikelev missar en lektion i ett kärnämne.".to_owned()
            }
            Finding::Missed { required, desired } => {
                let required = count(required, "obligatorisk", "obligatoriska");
                let desired = count(desired, "önskad lektion", "önskade lektioner");
                format!("Praktikelever missar {required} och {desired} i kärnämnen.")
            }
        }
    }

    fn progress(&self, best: Option<i64>, bound: i64) -> String {
        match best {
            Some(best) => format!("bästa {best} poäng, minst {bound}, avstånd {}", best - bound),
            None => format!("inget förslag än, minst {bound} poäng"),
        }
    }

    fn breach(&self, breach: &Breach, naming: &Naming<'_>) -> String {
        match breach {
            Breach::Grid { lesson, start } => format!(
                "{} får inte plats i schemat från {}",
                naming.lesson(*lesson),
                naming.slot(*start)
            ),
            Breach::Exchange { lesson, from, to } => {
                format!("{} kan inte ha sal {to} i stället för {from}", naming.lesson(*lesson))
            }
            Breach::ClassClash { class, slot, week, lessons } => format!(
                "klass {class} har två lektioner samtidigt {}: {}",
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::TeacherClash { teacher, slot, week, lessons } => format!(
                "lärare {teacher} har {} lektioner samtidigt {}: {}",
                lessons.len(),
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::RoomClash { room, slot, week, lessons, allowed } => format!(
                "sal {room} rymmer {} åt gången och har {} {}: {}",
                count(*allowed, "lektion", "lektioner"),
                lessons.len(),
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::TeacherUnavailable { teacher, slot, lesson } => format!(
                "lärare {teacher} är inte tillgänglig {}, men har {}",
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::RoomUnavailable { room, slot, lesson } => format!(
                "sal {room} är inte tillgänglig {}, men har {}",
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::Locked { lesson } => {
                format!("{} är låst, men är ändrad", naming.lesson(*lesson))
            }
            Breach::RequiredMissed { apprentice, lesson, slot, subject } => format!(
                "elev {} är borta {} och missar {subject}, som är obligatoriskt: {}",
                naming.pupil(*apprentice),
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::ClassGaps { class, day, week, gaps, allowed } => format!(
                "klass {class} har {} {}, men får ha högst {allowed}",
                count(*gaps, "håltimme", "håltimmar"),
                naming.day(*day, *week)
            ),
            Breach::SubjectPerDay { class, subject, day, week, periods, allowed } => format!(
                "klass {class} har {} {subject} {}, men får ha högst {allowed}",
                count(*periods, "lektion", "lektioner"),
                naming.day(*day, *week)
            ),
            Breach::Break { lesson, start } => {
                format!("{} går över en rast från {}", naming.lesson(*lesson), naming.slot(*start))
            }
            Breach::TeacherPerDay { teacher, day, week, periods, allowed } => format!(
                "lärare {teacher} har {} {}, men får ha högst {allowed}",
                count(*periods, "lektion", "lektioner"),
                naming.day(*day, *week)
            ),
            Breach::ClassHours { class, slot, lesson } => format!(
                "klass {class} har {} {}, utanför klassens skoltid",
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
                "elev {} har inte fått något av sina egna alternativ, eller har fått ett annat än eleverna med samma märke",
                naming.pupil(*apprentice)
            ),
        }
    }

    fn reason(&self, reason: &Reason, naming: &Naming<'_>) -> String {
        match reason {
            Reason::TooFewSlots { class, weeks, required, left } => format!(
                "{class} har {}{} och {} kvar på sina skoldagar",
                count(*required, "obligatorisk lektion", "obligatoriska lektioner"),
                naming.weeks(*weeks),
                count(*left, "plats i schemat", "platser i schemat")
            ),
            Reason::TooFewDays { class, subject, weeks, required, per_day, days } => format!(
                "{class} har {} i {subject}{}, högst {per_day} per dag, och {} kvar för dem som har ämnet",
                count(*required, "obligatorisk lektion", "obligatoriska lektioner"),
                naming.weeks(*weeks),
                count(*days, "skoldag", "skoldagar")
            ),
            Reason::NowhereToGo { lesson, pupil } => format!(
                "{} kan inte ligga någonstans: där reglerna tillåter den är elev {pupil} eller en annan praktikelev borta",
                naming.lesson(*lesson)
            ),
            Reason::Crowded { need, weeks, lessons, periods, slots, allowed } => format!(
                "{}{}: {}, men bara {} på de tider då de kan ligga ({}): {}",
                shared(need),
                naming.weeks(*weeks),
                count(*periods, "lektion", "lektioner"),
                count(*allowed, "plats", "platser"),
                naming.slots(slots),
                naming.lessons(lessons)
            ),
            Reason::PlaceTooSmall { .. } => format!("{reason:?}"),
            Reason::SearchedAll { away, tightest } => format!(
                "{}: alla möjligheter är genomsökta, och ingen följer alla regler{}",
                naming.absences(away),
                tightest.as_ref().map(tight).unwrap_or_default()
            ),
        }
    }

    fn rule(&self, rule: Rule) -> Help {
        let (title, text) = match rule {
            Rule::Grid => (
                "lektioner ligger inom schemat",
                "En lektion som flyttas ligger i hela sin längd på en dag och i tider som skolans vecka har.",
            ),
            Rule::Exchange => (
                "salar byts bara mot samma typ",
                "En lektion behåller varje sal i hela sin längd eller får en annan av samma typ; en sal utan typ byts aldrig.",
            ),
            Rule::ClassClash => (
                "en lektion åt gången för en klass",
                "Två lektioner för en klass ligger samtidigt bara om olika grupper i samma indelning har dem.",
            ),
            Rule::TeacherClash => (
                "en lektion åt gången för en lärare",
                "Ingen lärare har två lektioner samtidigt i samma vecka.",
            ),
            Rule::RoomClash => (
                "en sal blir inte överfull",
                "En sal har högst så många lektioner åt gången som `parallel` säger, annars en.",
            ),
            Rule::TeacherUnavailable => (
                "lärare är tillgängliga",
                "Ingen lektion läggs där en av dess lärare inte är tillgänglig.",
            ),
            Rule::RoomUnavailable => (
                "salar är tillgängliga",
                "Ingen lektion läggs där en av dess salar inte är tillgänglig.",
            ),
            Rule::Locked => (
                "låsta lektioner ligger kvar",
                "En låst lektion behåller dag, lektionsnummer och salar.",
            ),
            Rule::RequiredMissed => (
                "ingen obligatorisk lektion missas",
                "Ingen praktikelev är borta under en lektion i ett obligatoriskt kärnämne som eleven har.",
            ),
            Rule::ClassGaps => (
                "inga nya håltimmar för klasser",
                "En klass har inte fler håltimmar på en dag än den hade den dagen. En håltimme är en tid utan lektion mellan dagens första och sista.",
            ),
            Rule::SubjectPerDay => (
                "inte för mycket av ett ämne på en dag",
                "En klass har högst `max_per_day` lektioner i ett ämne på en dag (annars 2), eller så många som på den dag då den hade flest.",
            ),
            Rule::Break => (
                "ingen lektion över en rast",
                "En lektion på flera pass går inte över en rast, om den inte gjorde det och ligger kvar.",
            ),
            Rule::TeacherPerDay => (
                "inte för långa dagar för lärare",
                "En lärare har högst `max_per_day` lektioner på en dag, eller så många som tidigare den dagen.",
            ),
            Rule::ClassHours => (
                "klasser behåller sin skoltid",
                "En klass har ingen lektion före `earliest` eller efter `latest`, utom där den hade en.",
            ),
            Rule::PlaceFull => (
                "ingen praktikplats blir överfull",
                "En praktikplats har högst så många elever på en dag som `pupils` säger.",
            ),
            Rule::TooFar
            | Rule::OneDay
            | Rule::ClassUnavailable
            | Rule::Allowed
            | Rule::Apart
            | Rule::Unplaced => ("?", "?"),
            Rule::Away => (
                "praktikelever är borta som de får",
                "Varje praktikelev får ett av de alternativ som är skrivna för eleven, och alla med samma `together` får samma.",
            ),
        };
        Help { title, text }
    }

    fn price(&self, price: Price) -> Help {
        let (title, text) = match price {
            Price::OtherDay => (
                "flyttad till en annan dag",
                "För varje klass och lektion som flyttas till en annan dag.",
            ),
            Price::SameDay => (
                "flyttad inom dagen",
                "För varje klass och lektion som flyttas till en annan tid samma dag.",
            ),
            Price::Bystander => (
                "flyttad för en klass utan praktikelever",
                "Dessutom för varje flyttad lektion i en klass som inte har praktikelever.",
            ),
            Price::NewSlot => (
                "klass i skolan på en ny tid",
                "För varje plats i schemat där en klass har en lektion och inte hade någon.",
            ),
            Price::Room => {
                ("annan sal", "För varje pass med sal i en lektion som får en annan sal.")
            }
            Price::TeacherDay => (
                "lärare i skolan en ny dag",
                "För varje dag då en lärare har en lektion och inte hade någon.",
            ),
            Price::TeacherGap => (
                "ny håltimme för en lärare",
                "För varje håltimme mer än tidigare, per lärare och dag, i den vecka där det är flest.",
            ),
            Price::Desired => {
                ("önskad lektion missas", "För varje önskad lektion som en praktikelev missar.")
            }
            Price::Wish | Price::Unplaced => ("?", "?"),
            Price::Required => (
                "obligatorisk lektion missas",
                "Bara med --best-effort: för varje obligatorisk lektion som en praktikelev missar.",
            ),
        };
        Help { title, text }
    }
}

fn shared(need: &Shared) -> String {
    match need {
        Shared::Class(class) => format!("klass {class}"),
        Shared::Teacher(teacher) => format!("lärare {teacher}"),
        Shared::Room(room) => format!("sal {room}"),
        Shared::Rooms(kind) => format!("salar av typen {kind}"),
    }
}

fn tight(Tightest { class, required, left }: &Tightest) -> String {
    format!(
        "; trängst har {class} med {} och {} på sina skoldagar",
        count(*required, "obligatorisk lektion", "obligatoriska lektioner"),
        count(*left, "plats i schemat", "platser i schemat")
    )
}
