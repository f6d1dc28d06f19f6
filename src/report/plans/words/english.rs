//! English.

use super::{Said, Told};
use crate::placement::{BREAK, Caution};

pub(super) static ENGLISH: Said = Said {
    plans: "Plans",
    plan: "Plan for",
    class_sheet: "Team sheet for class",
    teacher_sheet: "Changes for teacher",
    pupils: "Pupils",
    classes: "Classes",
    teachers: "Teachers",
    pupil: "pupil",
    class: "class",
    calendar: "calendar",
    placement: "Placement",
    in_class: "Class",
    bells: "Times of the periods",
    number: "no.",
    changed: "Lessons that change",
    core_week: "Periods a week",
    hours_year: "Hours a year, subject by subject",
    apprentices: "Apprentices",
    time: "time",
    periods: "periods",
    place: "Place",
    address: "Address",
    contact: "Contact",
    dates: "Dates",
    whole_day: "all day",
    not_agreed: "not agreed yet",
    by_periods: "by the times of the periods",
    away: "away",
    week: "The week",
    legend: "A lesson that moves stands twice: struck out where it was, and with an arrow where it comes to.",
    core: "Core subjects",
    subject: "subject",
    need: "need",
    lessons: "lessons",
    missed_before: "missed without changes",
    missed_after: "missed",
    year: "The school year",
    class_has: "the class has",
    lost_before: "lost without changes",
    lost_after: "lost",
    kept: "kept",
    total: "in all",
    check: "To check before the plan is agreed",
    guidance: "The program knows neither the pupil's age, nor the work, nor local agreements. Check with local guidance and with the rules on young people's work.",
    agreement: "The plan is part of the practice agreement.",
    signatures: ["Pupil", "Parents", "School", "Place"],
    who_is_away: "Who is away when",
    changes: "Changes",
    no_changes: "No changes.",
    from: "from",
    to: "to",
    rooms: "rooms",
    back: "All plans",
};

impl Told {
    /// Something to look at.
    pub(super) fn english(&self, caution: &Caution) -> String {
        match caution {
            Caution::TimesMissing(day) => {
                format!("{}: when the pupil meets and leaves is not agreed.", self.day(*day))
            }
            Caution::PlaceMissing => "The place is not agreed.".to_owned(),
            Caution::Window { day, hours, allowed } => format!(
                "{}: {hours} is not within {allowed}, when young people may work.",
                self.day(*day)
            ),
            Caution::LongDay { day, minutes, most } => format!(
                "{}: {} hours of work and lessons without the break; {} is the limit{}.",
                self.day(*day),
                self.hours(*minutes),
                self.hours(*most),
                self.older(*most)
            ),
            Caution::LongWeek { minutes, most } => format!(
                "The week has {} hours of work and lessons; {} is the limit.",
                self.hours(*minutes),
                self.hours(*most)
            ),
            Caution::ShortRest { from, to, minutes, least } => format!(
                "From {} to {} there are {} hours of rest; at least {} are asked for.",
                self.day(*from),
                self.day(*to),
                self.hours(*minutes),
                self.hours(*least)
            ),
            Caution::BreakDue(day) => {
                format!("{}: a break of at least {BREAK} minutes is to be agreed.", self.day(*day))
            }
            Caution::Overlap(slot) => format!(
                "{}: the lesson is while the pupil is at the placement by the agreed times.",
                self.slot(*slot)
            ),
            Caution::LargeShare { minutes, most } => format!(
                "The placement is {} hours a year; two fifths are {}.",
                self.hours(*minutes),
                self.hours(*most)
            ),
            Caution::CoreMissed(subject) => {
                format!("{subject} is required, and the pupil misses lessons.")
            }
        }
    }
}
