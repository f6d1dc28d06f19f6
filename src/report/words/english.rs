//! English.

use super::{Finding, Help, Labels, Naming, Outcome, POINT, Touched, Words, count};
use crate::check::Breach;
use crate::domain::{Day, Language, Level, Price, Rule, Slot, WeekLabel};
use crate::reason::{Reason, Shared, Tightest};
use crate::words::{count as count_of, day as day_of, weekday};

pub(super) struct English;

static LABELS: Labels = Labels {
    error: "error",
    warning: "warning",
    help: "help",
    column: "column",
    line: "line",
    also: "with",
    total: "in all",
    moved: "Lessons that move",
    rooms: "Lessons that change rooms",
    chosen: "Away",
    core: "Core lessons, in periods of the timetable",
    still_missed: "Still missed",
    breakdown: "Points",
    reasons: "What cannot hold together",
    rules: "Rules that always hold",
    alternatives: "Missed with each alternative, required + desired",
    pupil: "pupil",
    class: "class",
    away: "away",
    subject: "subject",
    level: "level",
    lessons: "lessons",
    missed: "missed",
};

impl Words for English {
    fn labels(&self) -> &'static Labels {
        &LABELS
    }

    fn day(&self, day: Day) -> &'static str {
        day_of(day, Language::English)
    }

    fn weekday(&self, day: Day) -> &'static str {
        weekday(day, Language::English)
    }

    fn slot(&self, slot: Slot) -> String {
        format!("{} period {}", self.weekday(slot.day), slot.period)
    }

    fn week(&self, label: &WeekLabel) -> String {
        format!("in week {label}")
    }

    fn level(&self, level: Level) -> &'static str {
        match level {
            Level::Required => "required",
            Level::Desired => "desired",
        }
    }

    fn points(&self, points: i64) -> String {
        count_of(points, POINT, Language::English)
    }

    fn outcome(&self, outcome: Outcome) -> String {
        let changing = |lessons| match lessons {
            0 => "A proposal that changes no lesson".to_owned(),
            _ => format!("A proposal that changes {}", count(lessons, "lesson", "lessons")),
        };
        match outcome {
            Outcome::Unchanged => {
                "Nothing has to change: 0 points, and no core lesson is missed.".to_owned()
            }
            Outcome::Optimal { lessons, points } => format!(
                "{} costs {}; it is proven that none costs less.",
                changing(lessons),
                self.points(points)
            ),
            Outcome::Feasible { lessons, points, bound } => format!(
                "{} costs {}, but this is not proven to be the cheapest: the search was stopped, and it is only proven that none costs less than {bound}.",
                changing(lessons),
                self.points(points)
            ),
            Outcome::Infeasible => {
                "No timetable keeps every required lesson and every rule; this is proven."
                    .to_owned()
            }
            Outcome::Undecided { bound } => format!(
                "Stopped before any proposal was found; none costs less than {}.",
                self.points(bound)
            ),
        }
    }

    fn touched(&self, Touched { classes, teachers, pupils }: Touched) -> String {
        format!(
            "Touched: classes {} of {}, teachers {} of {}, apprentices {} of {}",
            classes.0, classes.1, teachers.0, teachers.1, pupils.0, pupils.1
        )
    }

    fn finding(&self, finding: Finding) -> String {
        match finding {
            Finding::Faults(0) => "The timetable has no faults.".to_owned(),
            Finding::Faults(faults) => {
                format!("The timetable has {}.", count(faults, "fault", "faults"))
            }
            Finding::Breaches(0) => "The proposal keeps every rule.".to_owned(),
            Finding::Breaches(breaches) => {
                let breaches = count(breaches, "breach", "breaches");
                format!("The proposal has {breaches} of a rule.")
            }
            Finding::Missed { required: 0, desired: 0 } => {
                "No apprentice misses a core lesson.".to_owned()
            }
            Finding::Missed { required, desired } => {
                let desired = count(desired, "desired period", "desired periods");
                format!("Apprentices miss {required} required and {desired} of core lessons.")
            }
        }
    }

    fn progress(&self, best: Option<i64>, bound: i64) -> String {
        match best {
            Some(best) => format!("best {best} points, at least {bound}, gap {}", best - bound),
            None => format!("no proposal yet, at least {bound} points"),
        }
    }

    fn breach(&self, breach: &Breach, naming: &Naming<'_>) -> String {
        match breach {
            Breach::Grid { lesson, start } => format!(
                "{} does not fit in the grid from {}",
                naming.lesson(*lesson),
                naming.slot(*start)
            ),
            Breach::Exchange { lesson, from, to } => {
                format!("{} cannot have room {to} in place of {from}", naming.lesson(*lesson))
            }
            Breach::ClassClash { class, slot, week, lessons } => format!(
                "class {class} has two lessons at once on {}: {}",
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::TeacherClash { teacher, slot, week, lessons } => format!(
                "teacher {teacher} has {} lessons at once on {}: {}",
                lessons.len(),
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::RoomClash { room, slot, week, lessons, allowed } => format!(
                "room {room} takes {} at once and has {} on {}: {}",
                count(*allowed, "lesson", "lessons"),
                lessons.len(),
                naming.moment(*slot, *week),
                naming.lessons(lessons)
            ),
            Breach::TeacherUnavailable { teacher, slot, lesson } => format!(
                "teacher {teacher} is unavailable on {}, but has {}",
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::RoomUnavailable { room, slot, lesson } => format!(
                "room {room} is unavailable on {}, but has {}",
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::Locked { lesson } => {
                format!("{} is locked, but is changed", naming.lesson(*lesson))
            }
            Breach::RequiredMissed { apprentice, lesson, slot, subject } => format!(
                "pupil {} is away on {} and misses {subject}, which is required: {}",
                naming.pupil(*apprentice),
                naming.slot(*slot),
                naming.lesson(*lesson)
            ),
            Breach::ClassGaps { class, day, week, gaps, allowed } => format!(
                "class {class} has {} on {}; at most {allowed} allowed",
                count(*gaps, "gap", "gaps"),
                naming.day(*day, *week)
            ),
            Breach::SubjectPerDay { class, subject, day, week, periods, allowed } => format!(
                "class {class} has {} of {subject} on {}; at most {allowed} allowed",
                count(*periods, "period", "periods"),
                naming.day(*day, *week)
            ),
            Breach::Break { lesson, start } => format!(
                "{} runs across a break from {}",
                naming.lesson(*lesson),
                naming.slot(*start)
            ),
            Breach::TeacherPerDay { teacher, day, week, periods, allowed } => format!(
                "teacher {teacher} has {} on {}; at most {allowed} allowed",
                count(*periods, "period", "periods"),
                naming.day(*day, *week)
            ),
            Breach::ClassHours { class, slot, lesson } => format!(
                "class {class} has {} on {}, outside its hours",
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
                "pupil {} is not given one of the own alternatives, or another than the pupils with the same label",
                naming.pupil(*apprentice)
            ),
        }
    }

    fn reason(&self, reason: &Reason, naming: &Naming<'_>) -> String {
        match reason {
            Reason::TooFewSlots { class, weeks, required, left } => format!(
                "{class} has {}{} and {} left on its school days",
                count(*required, "required lesson", "required lessons"),
                naming.weeks(*weeks),
                count(*left, "slot", "slots")
            ),
            Reason::TooFewDays { class, subject, weeks, required, per_day, days } => format!(
                "{class} has {} of {subject}{}, at most {per_day} a day, and {} left to those who attend",
                count(*required, "required lesson", "required lessons"),
                naming.weeks(*weeks),
                count(*days, "school day", "school days")
            ),
            Reason::NowhereToGo { lesson, pupil } => format!(
                "{} has nowhere to be: wherever the rules let it be, pupil {pupil} or another apprentice is away",
                naming.lesson(*lesson)
            ),
            Reason::Crowded { need, weeks, lessons, periods, slots, allowed } => format!(
                "{}{}: {}, but only {} at the times at which they can be ({}): {}",
                shared(need),
                naming.weeks(*weeks),
                count(*periods, "period", "periods"),
                count(*allowed, "place", "places"),
                naming.slots(slots),
                naming.lessons(lessons)
            ),
            Reason::PlaceTooSmall { .. } => format!("{reason:?}"),
            Reason::SearchedAll { away, tightest } => format!(
                "{}: every possibility was searched, and none keeps all rules{}",
                naming.absences(away),
                tightest.as_ref().map(tight).unwrap_or_default()
            ),
        }
    }

    fn rule(&self, rule: Rule) -> Help {
        let (title, text) = match rule {
            Rule::Grid => (
                "lessons lie within the timetable",
                "All periods of a lesson that moves are on one day and are periods of the school's week.",
            ),
            Rule::Exchange => (
                "rooms are exchanged like for like",
                "A lesson keeps each room for all its periods or takes another of the same kind; a room without a kind is never exchanged.",
            ),
            Rule::ClassClash => (
                "one lesson at a time for a class",
                "Two lessons of a class are at the same time only if different parts of one division attend them.",
            ),
            Rule::TeacherClash => (
                "one lesson at a time for a teacher",
                "No teacher has two lessons in the same slot of the same week.",
            ),
            Rule::RoomClash => (
                "a room is not overfilled",
                "A room has at most as many lessons at once as `parallel` says, else one.",
            ),
            Rule::TeacherUnavailable => (
                "teachers are available",
                "No lesson is put where one of its teachers is unavailable.",
            ),
            Rule::RoomUnavailable => {
                ("rooms are available", "No lesson is put where one of its rooms is unavailable.")
            }
            Rule::Locked => {
                ("locked lessons stay", "A locked lesson keeps its day, its period and its rooms.")
            }
            Rule::RequiredMissed => (
                "no required lesson is missed",
                "No apprentice is away during a lesson of a required core subject that he or she attends.",
            ),
            Rule::ClassGaps => (
                "no new gaps for classes",
                "A class has no more gaps on a day than it had on that day. A gap is a period without a lesson between the first and the last of the day.",
            ),
            Rule::SubjectPerDay => (
                "not too much of a subject on a day",
                "A class has at most `max_per_day` periods of a subject on a day (default 2), or as many as it had on its fullest day.",
            ),
            Rule::Break => (
                "no lesson across a break",
                "A lesson of several periods does not run across a break, unless it did and stays.",
            ),
            Rule::TeacherPerDay => (
                "not too long days for teachers",
                "A teacher has at most `max_per_day` periods on a day, or as many as on that day before.",
            ),
            Rule::ClassHours => (
                "classes keep their hours",
                "A class has no lesson before `earliest` or after `latest`, except where it had one.",
            ),
            Rule::PlaceFull => (
                "no place is overfilled",
                "A place has at most as many apprentices on a day as `pupils` says.",
            ),
            Rule::TooFar
            | Rule::OneDay
            | Rule::ClassUnavailable
            | Rule::Allowed
            | Rule::Apart
            | Rule::Unplaced => ("?", "?"),
            Rule::Away => (
                "apprentices are away as they may",
                "Each apprentice is given one of the alternatives written for the pupil, and all with the same `together` label the same one.",
            ),
        };
        Help { title, text }
    }

    fn price(&self, price: Price) -> Help {
        let (title, text) = match price {
            Price::OtherDay => (
                "moved to another day",
                "For each class and period of a lesson that moves to another day.",
            ),
            Price::SameDay => (
                "moved within the day",
                "For each class and period of a lesson that moves to another period of the same day.",
            ),
            Price::Bystander => (
                "moved for a class without apprentices",
                "In addition, for each moved period of a class that has no apprentice.",
            ),
            Price::NewSlot => (
                "class at school at a new time",
                "For each slot in which a class has a lesson and had none.",
            ),
            Price::Room => {
                ("other room", "For each period with a room of a lesson that takes another room.")
            }
            Price::TeacherDay => (
                "teacher at school on a new day",
                "For each day on which a teacher has a lesson and had none.",
            ),
            Price::TeacherGap => (
                "new gap for a teacher",
                "For each gap more than before, per teacher and day, in the week where that is most.",
            ),
            Price::Desired => (
                "desired lesson missed",
                "For each period of a desired lesson that an apprentice misses.",
            ),
            Price::Wish | Price::Unplaced => ("?", "?"),
            Price::Required => (
                "required lesson missed",
                "Only with --best-effort: for each period of a required lesson that an apprentice misses.",
            ),
        };
        Help { title, text }
    }
}

fn shared(need: &Shared) -> String {
    match need {
        Shared::Class(class) => format!("class {class}"),
        Shared::Teacher(teacher) => format!("teacher {teacher}"),
        Shared::Room(room) => format!("room {room}"),
        Shared::Rooms(kind) => format!("rooms of the kind {kind}"),
    }
}

fn tight(Tightest { class, required, left }: &Tightest) -> String {
    format!(
        "; tightest is {class}: {} and {} on its school days",
        count(*required, "required lesson", "required lessons"),
        count(*left, "slot", "slots")
    )
}
