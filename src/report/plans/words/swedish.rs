//! Swedish.

use super::{Said, Told};
use crate::placement::{BREAK, Caution};

pub(super) static SWEDISH: Said = Said {
    plans: "Planer",
    plan: "Plan för",
    class_sheet: "Blad för arbetslaget i klass",
    teacher_sheet: "Ändringar för lärare",
    pupils: "Elever",
    classes: "Klasser",
    teachers: "Lärare",
    pupil: "elev",
    class: "klass",
    calendar: "kalender",
    placement: "Praktik",
    in_class: "Klass",
    bells: "Lektionernas tider",
    number: "nr",
    changed: "Lektioner som ändras",
    core_week: "Lektioner i veckan",
    hours_year: "Timmar om året, ämne för ämne",
    apprentices: "Elever på praktik",
    time: "tid",
    periods: "lektioner",
    place: "Plats",
    address: "Adress",
    contact: "Kontakt",
    dates: "Period",
    whole_day: "hela dagen",
    not_agreed: "inte avtalat än",
    by_periods: "efter lektionernas tider",
    away: "borta",
    week: "Veckan",
    legend: "En lektion som flyttas står två gånger: överstruken där den låg, och med en pil dit den kommer.",
    core: "Kärnämnen",
    subject: "ämne",
    need: "krav",
    lessons: "lektioner",
    missed_before: "missas utan ändringar",
    missed_after: "missas",
    year: "Skolåret",
    class_has: "klassen har",
    lost_before: "förloras utan ändringar",
    lost_after: "förloras",
    kept: "behålls",
    total: "totalt",
    check: "Se efter innan planen avtalas",
    guidance: "Programmet känner varken elevens ålder, arbetsuppgifterna eller lokala avtal. Fråga skolans riktlinjer för APL och se Arbetsmiljöverkets föreskrifter om minderåriga.",
    agreement: "Planen är en del av praktikavtalet.",
    signatures: ["Elev", "Vårdnadshavare", "Skola", "Praktikplats"],
    who_is_away: "Vem är borta när",
    changes: "Ändringar",
    no_changes: "Inga ändringar.",
    from: "från",
    to: "till",
    rooms: "salar",
    back: "Alla planer",
};

impl Told {
    /// Something to look at.
    pub(super) fn swedish(&self, caution: &Caution) -> String {
        match caution {
            Caution::TimesMissing(day) => {
                format!("{}: start- och sluttid är inte avtalade.", self.day(*day))
            }
            Caution::PlaceMissing => "Praktikplatsen är inte avtalad.".to_owned(),
            Caution::Window { day, hours, allowed } => format!(
                "{}: {hours} ligger inte inom {allowed}, då minderåriga får arbeta.",
                self.day(*day)
            ),
            Caution::LongDay { day, minutes, most } => format!(
                "{}: {} timmars arbete och undervisning utan rast; {} är gränsen{}.",
                self.day(*day),
                self.hours(*minutes),
                self.hours(*most),
                self.older(*most)
            ),
            Caution::LongWeek { minutes, most } => format!(
                "Veckan har {} timmars arbete och undervisning; {} är gränsen.",
                self.hours(*minutes),
                self.hours(*most)
            ),
            Caution::ShortRest { from, to, minutes, least } => format!(
                "Från {} till {} är det {} timmars vila; minst {} ska det vara.",
                self.day(*from),
                self.day(*to),
                self.hours(*minutes),
                self.hours(*least)
            ),
            Caution::BreakDue(day) => {
                format!("{}: en rast på minst {BREAK} minuter ska avtalas.", self.day(*day))
            }
            Caution::Overlap(slot) => format!(
                "{}: lektionen ligger medan eleven är på praktik enligt de avtalade tiderna.",
                self.slot(*slot)
            ),
            Caution::LargeShare { minutes, most } => format!(
                "Praktiken är {} timmar om året; två femtedelar är {}.",
                self.hours(*minutes),
                self.hours(*most)
            ),
            Caution::CoreMissed(subject) => {
                format!("{subject} är obligatoriskt, och eleven missar lektioner.")
            }
        }
    }
}
