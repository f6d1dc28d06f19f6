//! What a teacher's or a student's week must be like: how many days and hours, which gaps, when it begins.

use super::places::Places;
use super::task::{Person, Task};
use super::{Element, Test};
use crate::domain::Day;

/// A day of somebody: bit h of each is hour h.
#[derive(Clone, Copy, Default)]
struct Hours {
    busy: u128,
    away: u128,
}

impl Hours {
    const fn count(self) -> u32 {
        self.busy.count_ones()
    }

    const fn is_free(self) -> bool {
        self.busy == 0
    }

    /// The hours before the first that is busy, and those up to the last.
    const fn before_and_until(self) -> (u128, u128) {
        let first = self.busy.trailing_zeros();
        let last = u128::BITS - self.busy.leading_zeros();
        ((1 << first) - 1, if last == u128::BITS { u128::MAX } else { (1 << last) - 1 })
    }

    /// Hours between others at which nothing is, though something could be.
    const fn gaps(self) -> u32 {
        if self.is_free() {
            return 0;
        }
        let (before, until) = self.before_and_until();
        (until & !before & !self.busy & !self.away).count_ones()
    }

    /// Hours at the beginning of the day at which nothing is, though something could be.
    const fn late(self) -> u32 {
        if self.is_free() {
            return 0;
        }
        let (before, _) = self.before_and_until();
        // Hour 0 is no hour: the first of a day is 1.
        (before & !1 & !self.away).count_ones()
    }

    /// The most hours one after the other.
    const fn longest(self) -> u32 {
        let (mut run, mut length) = (self.busy, 0);
        while run != 0 {
            run &= run << 1;
            length += 1;
        }
        length
    }

    /// From the first hour to the last.
    const fn span(self) -> u32 {
        if self.is_free() {
            return 0;
        }
        u128::BITS - self.busy.leading_zeros() - self.busy.trailing_zeros()
    }
}

/// A limit of a week, with how much a week of somebody exceeds it.
struct Limit {
    /// What follows `ConstraintTeacher…` or `ConstraintStudents…` in its name.
    name: &'static str,
    /// The part with the number.
    part: &'static str,
    /// By how much a week exceeds the number.
    excess: fn(&[Hours], u32) -> u32,
}

const LIMITS: [Limit; 11] = [
    Limit { name: "MaxDaysPerWeek", part: "Max_Days_Per_Week", excess: days_above },
    Limit { name: "MinDaysPerWeek", part: "Minimum_Days_Per_Week", excess: days_below },
    Limit { name: "MaxHoursDaily", part: "Maximum_Hours_Daily", excess: hours_above },
    Limit { name: "MinHoursDaily", part: "Minimum_Hours_Daily", excess: hours_below },
    Limit { name: "MaxGapsPerWeek", part: "Max_Gaps", excess: gaps_of_week },
    Limit { name: "MaxGapsPerDay", part: "Max_Gaps", excess: gaps_of_days },
    Limit {
        name: "MaxHoursContinuously",
        part: "Maximum_Hours_Continuously",
        excess: longest_above,
    },
    Limit {
        name: "EarlyMaxBeginningsAtSecondHour",
        part: "Max_Beginnings_At_Second_Hour",
        excess: late_beginnings,
    },
    Limit { name: "MaxSpanPerDay", part: "Max_Span", excess: span_above },
    Limit { name: "MinRestingHours", part: "Minimum_Resting_Hours", excess: no_rest },
    Limit { name: "IntervalMaxDaysPerWeek", part: "Max_Days_Per_Week", excess: days_above },
];

fn days(week: &[Hours]) -> u32 {
    let days = week.iter().filter(|day| !day.is_free()).count();
    u32::try_from(days).unwrap_or(u32::MAX)
}

fn days_above(week: &[Hours], most: u32) -> u32 {
    days(week).saturating_sub(most)
}

fn days_below(week: &[Hours], least: u32) -> u32 {
    least.saturating_sub(days(week))
}

fn above(week: &[Hours], most: u32, of: fn(Hours) -> u32) -> u32 {
    week.iter().map(|&day| of(day).saturating_sub(most)).sum()
}

fn hours_above(week: &[Hours], most: u32) -> u32 {
    above(week, most, Hours::count)
}

fn hours_below(week: &[Hours], least: u32) -> u32 {
    let busy = week.iter().filter(|day| !day.is_free());
    busy.map(|day| least.saturating_sub(day.count())).sum()
}

/// The same where no day may be without any.
fn hours_below_each_day(week: &[Hours], least: u32) -> u32 {
    week.iter().map(|day| least.saturating_sub(day.count())).sum()
}

fn gaps_of_week(week: &[Hours], most: u32) -> u32 {
    week.iter().map(|day| day.gaps()).sum::<u32>().saturating_sub(most)
}

fn gaps_of_days(week: &[Hours], most: u32) -> u32 {
    above(week, most, Hours::gaps)
}

fn longest_above(week: &[Hours], most: u32) -> u32 {
    above(week, most, Hours::longest)
}

fn span_above(week: &[Hours], most: u32) -> u32 {
    above(week, most, Hours::span)
}

/// A day begins at its first hour, on so many days at its second, and never later.
fn late_beginnings(week: &[Hours], most: u32) -> u32 {
    let second = week.iter().filter(|day| day.late() == 1).count();
    let second = u32::try_from(second).unwrap_or(u32::MAX);
    second.saturating_sub(most) + above(week, 1, Hours::late)
}

/// The hours from the last of a day to the first of the next, where a bit beyond the day's last hour stands for its end.
fn no_rest(week: &[Hours], least: u32) -> u32 {
    let pairs = week.windows(2).filter(|pair| !pair[0].is_free() && !pair[1].is_free());
    let length = week.iter().map(|day| u128::BITS - day.away.leading_zeros()).max().unwrap_or(0);
    let rest = |pair: &[Hours]| {
        let end = u128::BITS - pair[0].busy.leading_zeros();
        length.saturating_sub(end + 1) + pair[1].busy.trailing_zeros().saturating_sub(1)
    };
    pairs.map(|pair| least.saturating_sub(rest(pair))).sum()
}

/// The test of a constraint of somebody's week.
pub(super) fn test(rule: Element<'_>, task: &Task<'_, '_>) -> Option<Test> {
    let (mut people, rest) = people(rule, task)?;
    let tagged = rest.strip_prefix("ActivityTag");
    let limit = LIMITS.iter().find(|limit| limit.name == tagged.unwrap_or(rest))?;
    let number: u32 = rule.text_of(limit.part)?.parse().ok()?;
    if tagged.is_some() {
        let tag = rule.text_of("Activity_Tag").or_else(|| rule.text_of("Activity_Tag_Name"))?;
        let tagged = task.tagged(tag);
        for person in &mut people {
            person.activities.retain(|activity| tagged.contains(activity));
        }
    }
    let mask = if limit.name.starts_with("Interval") { interval(rule, task)? } else { u128::MAX };
    let is_each_day = rule.text_of("Allow_Empty_Days") == Some("false");
    let excess = if is_each_day { hours_below_each_day } else { limit.excess };
    let (days, hours) = (task.days.clone(), task.hours);
    Some(Box::new(move |places| {
        people
            .iter()
            .map(|person| excess(&week(person, places, (&days, hours), mask), number))
            .collect()
    }))
}

/// Whom a constraint is about, and the rest of its name.
fn people<'r>(rule: Element<'r>, task: &Task<'_, '_>) -> Option<(Vec<Person>, &'r str)> {
    let name = rule.name().strip_prefix("Constraint")?;
    if let Some(rest) = name.strip_prefix("Teachers") {
        return Some((task.teachers(), rest));
    }
    if let Some(rest) = name.strip_prefix("Teacher") {
        let teacher = rule.text_of("Teacher_Name").or_else(|| rule.text_of("Teacher"))?;
        return Some((vec![task.teacher(teacher)], rest));
    }
    if let Some(rest) = name.strip_prefix("StudentsSet") {
        return Some((task.pupils_of(rule.text_of("Students")?), rest));
    }
    name.strip_prefix("Students").map(|rest| (task.all_pupils(), rest))
}

/// The hours from the one of a constraint to the other, as bits; without a last one, to the end of the day.
fn interval(rule: Element<'_>, task: &Task<'_, '_>) -> Option<u128> {
    let hour = |part: &str| rule.text_of(part).and_then(|name| task.week.hour(name));
    let first = hour("Interval_Start_Hour")?;
    let end = hour("Interval_End_Hour").unwrap_or(task.hours + 1);
    let until = |hour: u8| (1_u128 << hour.min(127)) - 1;
    Some(until(end) & !until(first))
}

/// Somebody's days, with only those hours of them that `mask` has.
fn week(person: &Person, places: &Places, (days, hours): (&[Day], u8), mask: u128) -> Vec<Hours> {
    let mut week = vec![Hours::default(); days.len()];
    let at = |day: Day| days.iter().position(|own| *own == day);
    let bit = |hour: u8| 1_u128 << hour.min(127);
    for day in &mut week {
        // Behind the last hour nobody is there.
        day.away |= bit(hours + 1);
    }
    for slot in &person.away {
        if let Some(day) = at(slot.day) {
            week[day].away |= bit(slot.period.0);
        }
    }
    for slot in person.activities.iter().flat_map(|&activity| places.slots(activity)) {
        if let Some(day) = at(slot.day) {
            week[day].busy |= bit(slot.period.0) & mask;
        }
    }
    week
}
