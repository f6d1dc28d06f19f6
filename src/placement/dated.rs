//! A pupil's school year date by date: what is planned of each subject, what is kept, and what takes the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::stay;
use super::year::{minutes_of, period};
use crate::diff::{absent, sittings};
use crate::domain::{
    Almanac, Alternative, Apprentice, ClassName, Date, Day, PupilKey, School, Slot, SubjectCode,
    Timetable, Week,
};

/// A stretch of the year, and the timetable in it.
#[derive(Clone, Copy, Debug)]
pub struct Spell<'a> {
    /// The school in the stretch.
    pub school: &'a School,
    /// Its timetable.
    pub timetable: &'a Timetable,
    /// Its first date.
    pub from: Date,
    /// Its last date.
    pub until: Date,
}

/// A pupil in a stretch.
#[derive(Clone, Debug)]
pub struct Attending<'a> {
    /// Who: which lessons he or she attends.
    pub apprentice: &'a Apprentice,
    /// When the pupil is away, on which dates; `None`: not in this stretch.
    pub away: Option<(&'a Alternative, Vec<(Date, Date)>)>,
}

/// A pupil's year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PupilYear {
    /// The pupil.
    pub pupil: PupilKey,
    /// The home class.
    pub class: ClassName,
    /// The subjects, by their codes.
    pub subjects: BTreeMap<SubjectCode, DatedMinutes>,
    /// Minutes at the placement on its days.
    pub at_placement: u32,
}

/// What becomes of the minutes of a subject in a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DatedMinutes {
    /// What the timetable has between the first school day and the last, holidays too.
    pub planned: u32,
    /// What is lost to the placement's days, and where a guest has two lessons at once or is on the way.
    pub lost_to_placement: u32,
    /// What is lost to whole weeks away.
    pub lost_to_weeks: u32,
    /// What is lost to holidays.
    pub lost_to_holidays: u32,
}

impl DatedMinutes {
    /// What is left.
    #[must_use]
    pub const fn kept(self) -> u32 {
        self.planned - self.lost_to_placement - self.lost_to_weeks - self.lost_to_holidays
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            planned: self.planned + other.planned,
            lost_to_placement: self.lost_to_placement + other.lost_to_placement,
            lost_to_weeks: self.lost_to_weeks + other.lost_to_weeks,
            lost_to_holidays: self.lost_to_holidays + other.lost_to_holidays,
        }
    }
}

impl PupilYear {
    /// All subjects together.
    #[must_use]
    pub fn total(&self) -> DatedMinutes {
        self.subjects.values().copied().fold(DatedMinutes::default(), DatedMinutes::and)
    }
}

/// The year of a pupil who attends as said in each of some stretches, in order; `None` without any stretch.
///
/// Of a calendar without terms every date of the stretches is a school day. Where nobody said which week of the cycle any week
/// is, they take turns from the first.
#[must_use]
pub fn pupil_year(almanac: &Almanac, spells: &[(Spell<'_>, Attending<'_>)]) -> Option<PupilYear> {
    let (_, first) = spells.first()?;
    let begun = spells.iter().map(|(spell, _)| spell.from).min()?;
    let mut year = PupilYear {
        pupil: first.apprentice.pupil.clone(),
        class: first.apprentice.class.clone(),
        subjects: BTreeMap::new(),
        at_placement: 0,
    };
    for (spell, attending) in spells {
        let days = Days::new(*spell, attending);
        for date in dates(almanac, *spell) {
            let week = almanac.year.week(date).unwrap_or_else(|| turn(begun, date, spell.school));
            count(&mut year, almanac, (&days, attending), (date, week));
        }
    }
    Some(year)
}

/// The dates of a stretch between the first school day of a term and its last, on days that the grid has.
fn dates(almanac: &Almanac, spell: Spell<'_>) -> Vec<Date> {
    let terms = &almanac.year.terms;
    let days: BTreeSet<Day> = spell.school.grid.days().collect();
    let is_in_term = |date: &Date| {
        terms.is_empty() || terms.iter().any(|&(first, last)| first <= *date && *date <= last)
    };
    let all = (0..=spell.until.days_since(spell.from)).map(|days| spell.from.plus(days));
    all.filter(|date| days.contains(&date.weekday())).filter(is_in_term).collect()
}

/// The week of the cycle if weeks take turns from the one of `begun`.
fn turn(begun: Date, date: Date, school: &School) -> Week {
    const WEEK: i64 = 7;
    let weeks = date.in_week(Day::Mon).days_since(begun.in_week(Day::Mon)) / WEEK;
    let cycle = i64::try_from(school.weeks.len()).unwrap_or(1).max(1);
    Week(u8::try_from(weeks.rem_euclid(cycle)).unwrap_or(0))
}

/// A subject of a lesson in a slot.
type Period<'a> = (usize, Slot, &'a SubjectCode);

/// What a pupil attends, each period once on each day and in each week.
struct Days<'a> {
    attended: BTreeMap<(Day, Week), BTreeSet<Period<'a>>>,
    /// What the pupil does not come to while away.
    missed_away: BTreeSet<(usize, Slot)>,
    /// What the pupil does not come to at any time, being at another lesson.
    missed_always: BTreeSet<(usize, Slot)>,
    school: &'a School,
}

impl<'a> Days<'a> {
    fn new(spell: Spell<'a>, attending: &Attending<'a>) -> Self {
        let Spell { school, timetable, .. } = spell;
        let apprentice = attending.apprentice;
        let mut attended: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for sitting in sittings(school, timetable) {
            if !apprentice.attends(sitting.piece) {
                continue;
            }
            for week in sitting.piece.weeks.iter() {
                let day = attended.entry((sitting.slot.day, week)).or_default();
                day.insert((sitting.lesson, sitting.slot, &sitting.piece.subject));
            }
        }
        let missed = |away: &Alternative| absent(school, timetable, apprentice, away);
        let missed_away = attending.away.as_ref().map(|(away, _)| missed(away));
        Self {
            attended,
            missed_away: missed_away.unwrap_or_default(),
            missed_always: missed(&Alternative::none()),
            school,
        }
    }
}

/// Adds what happens on a date.
fn count(
    year: &mut PupilYear,
    almanac: &Almanac,
    (days, attending): (&Days<'_>, &Attending<'_>),
    (date, week): (Date, Week),
) {
    let is_holiday = almanac.year.holidays.contains(&date);
    let is_gone = almanac.weeks_away(attending.apprentice).any(|away| away.covers(date));
    let away = attending
        .away
        .as_ref()
        .filter(|(_, dates)| dates.iter().any(|&(from, until)| from <= date && date <= until));
    if let Some((away, _)) = away.filter(|_| !is_holiday && !is_gone) {
        let stays = stay::stays(almanac, &days.school.grid, attending.apprentice, away);
        let today = stays.iter().filter(|stay| stay.day == date.weekday());
        year.at_placement += today.map(|stay| minutes_of(stay, almanac)).sum::<u32>();
    }
    let missed = if away.is_some() { &days.missed_away } else { &days.missed_always };
    for &(lesson, slot, subject) in days.attended.get(&(date.weekday(), week)).into_iter().flatten()
    {
        let minutes = period(almanac, slot);
        let own = year.subjects.entry(subject.clone()).or_default();
        own.planned += minutes;
        if is_holiday {
            own.lost_to_holidays += minutes;
        } else if is_gone {
            own.lost_to_weeks += minutes;
        } else if missed.contains(&(lesson, slot)) {
            own.lost_to_placement += minutes;
        }
    }
}
