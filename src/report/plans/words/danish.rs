//! Danish.

use super::{Said, Told};
use crate::placement::{BREAK, Caution};

pub(super) static DANISH: Said = Said {
    plans: "Planer",
    plan: "Plan for",
    class_sheet: "Teamark for klasse",
    teacher_sheet: "Ændringer for lærer",
    pupils: "Elever",
    classes: "Klasser",
    teachers: "Lærere",
    pupil: "elev",
    class: "klasse",
    calendar: "kalender",
    placement: "Praktik",
    in_class: "Klasse",
    bells: "Lektionernes tider",
    number: "nr.",
    changed: "Lektioner, der ændres",
    core_week: "Lektioner om ugen",
    hours_year: "Timer om året, fag for fag",
    apprentices: "Elever i praktik",
    time: "tid",
    periods: "lektioner",
    place: "Sted",
    address: "Adresse",
    contact: "Kontakt",
    dates: "Periode",
    whole_day: "hele dagen",
    not_agreed: "ikke aftalt endnu",
    by_periods: "efter lektionernes tider",
    away: "væk",
    week: "Ugen",
    legend: "En lektion, der flytter, står to gange: overstreget, hvor den lå, og med en pil, hvor den kommer hen.",
    core: "Kernefag",
    subject: "fag",
    need: "krav",
    lessons: "lektioner",
    missed_before: "mistes uden ændringer",
    missed_after: "mistes",
    year: "Skoleåret",
    class_has: "klassen har",
    lost_before: "mistes uden ændringer",
    lost_after: "mistes",
    kept: "beholdes",
    total: "i alt",
    check: "Se efter, før planen aftales",
    guidance: "Programmet kender hverken elevens alder, opgaverne eller lokale aftaler. Spørg kommunens vejledning om juniormesterlære og Arbejdstilsynets regler om unges arbejde.",
    agreement: "Planen er en del af praktikaftalen.",
    signatures: ["Elev", "Forældre", "Skole", "Praktiksted"],
    who_is_away: "Hvem er væk hvornår",
    changes: "Ændringer",
    no_changes: "Ingen ændringer.",
    from: "fra",
    to: "til",
    rooms: "lokaler",
    back: "Alle planer",
};

impl Told {
    /// Something to look at.
    pub(super) fn danish(&self, caution: &Caution) -> String {
        match caution {
            Caution::TimesMissing(day) => {
                format!("{}: mødetid og sluttid er ikke aftalt.", self.day(*day))
            }
            Caution::PlaceMissing => "Praktikstedet er ikke aftalt.".to_owned(),
            Caution::Window { day, hours, allowed } => format!(
                "{}: {hours} ligger ikke inden for {allowed}, hvor unge må arbejde.",
                self.day(*day)
            ),
            Caution::LongDay { day, minutes, most } => format!(
                "{}: {} timers arbejde og undervisning uden pause; {} er grænsen{}.",
                self.day(*day),
                self.hours(*minutes),
                self.hours(*most),
                self.older(*most)
            ),
            Caution::LongWeek { minutes, most } => format!(
                "Ugen har {} timers arbejde og undervisning; {} er grænsen.",
                self.hours(*minutes),
                self.hours(*most)
            ),
            Caution::ShortRest { from, to, minutes, least } => format!(
                "Fra {} til {} er der {} timers hvile; mindst {} skal der være.",
                self.day(*from),
                self.day(*to),
                self.hours(*minutes),
                self.hours(*least)
            ),
            Caution::BreakDue(day) => {
                format!("{}: en pause på mindst {BREAK} minutter skal aftales.", self.day(*day))
            }
            Caution::Overlap(slot) => format!(
                "{}: lektionen ligger, mens eleven er i praktik efter de aftalte tider.",
                self.slot(*slot)
            ),
            Caution::LargeShare { minutes, most } => format!(
                "Praktikken er {} timer om året; to femtedele er {}.",
                self.hours(*minutes),
                self.hours(*most)
            ),
            Caution::CoreMissed(subject) => {
                format!("{subject} er obligatorisk, og eleven mister lektioner.")
            }
        }
    }
}
