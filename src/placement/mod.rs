//! WHAT THE LAW SAYS OF A PLACEMENT: when an apprentice is there, what the school year has in hours, and what somebody
//! should look at before it is agreed.
//!
//! It judges and counts; it prints nothing, and no timetable is refused for what it finds: that is for people to decide.

mod caution;
mod dated;
mod stay;
mod turns;
mod year;

pub use caution::{BREAK, Caution, LONGEST_DAY};
pub use dated::{Attending, DatedMinutes, PupilYear, Spell, pupil_year};
pub use stay::{Source, Stay};
pub use turns::WEEKS;
pub use year::{HOURS, MINUTES_A_WEEK, MOST_AWAY, SubjectYear, USUAL_DAY, USUAL_PERIOD, total};

use crate::diff::Missed;
use crate::domain::{Almanac, Alternative, Apprentice, Date, Day, School, Timetable};

/// One apprentice's placement beside a timetable.
#[derive(Clone, Copy, Debug)]
pub struct Placement<'a> {
    /// The school.
    pub school: &'a School,
    /// Times, dates, places and agreements.
    pub almanac: &'a Almanac,
    /// The timetable while the apprentice is away.
    pub timetable: &'a Timetable,
    /// What anybody misses in it.
    pub missed: &'a [Missed],
    /// Who is away.
    pub apprentice: &'a Apprentice,
    /// When.
    pub away: &'a Alternative,
}

impl Placement<'_> {
    /// The days away, Monday first.
    #[must_use]
    pub fn stays(self) -> Vec<Stay> {
        stay::stays(self.almanac, &self.school.grid, self.apprentice, self.away)
    }

    /// What somebody should look at before it is agreed.
    #[must_use]
    pub fn cautions(self) -> Vec<Caution> {
        caution::cautions(self, &self.stays())
    }

    /// The years of all subjects that the apprentice attends, by subject.
    #[must_use]
    pub fn subjects(self) -> Vec<SubjectYear> {
        year::subjects(self)
    }

    /// How many minutes a year the apprentice is at the placement on its days.
    #[must_use]
    pub fn minutes_away(self) -> u32 {
        year::away(self, &self.stays())
    }

    /// How many weeks the school year has, if `calendar.csv` tells of a whole one; else it is counted with [`WEEKS`].
    #[must_use]
    pub fn school_weeks(self) -> Option<u32> {
        turns::school_weeks(self)
    }

    /// The dates on which the apprentice is at the placement on a day of the week; none where no dates are known.
    #[must_use]
    pub fn dates(self, day: Day) -> Vec<Date> {
        turns::dates(self, day)
    }

    /// How many weeks of the school year the apprentice is away as a whole.
    #[must_use]
    pub fn weeks_away(self) -> u32 {
        turns::weeks_away(self)
    }
}
