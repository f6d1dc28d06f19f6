//! Schools whose pupils share a course: different sizes, some pupils each, on one common day or on days with few seats.

use super::chance::Chance;
use super::{AwayDays, Count, DaysEach, Kind, Prospectus, generate};
use crate::domain::{Alternative, Day, Place, PlaceName, School, Span};

/// What a district is to be like. The same prospectus always gives the same district.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DistrictProspectus {
    /// How many schools.
    pub schools: usize,
    /// The most classes of each grade; some schools have one fewer.
    pub parallel: usize,
    /// How many seats the course has on each of two days; `None`: as many as come, on one common day.
    pub seats: Option<u32>,
    /// Which of the districts that this describes.
    pub seed: u64,
}

/// Where all go.
const COURSE: &str = "Kursus";
/// The days of a course with few seats.
const WITH_SEATS: [Day; 2] = [Day::Tue, Day::Thu];
/// The fewest pupils of a school who go there.
const FEWEST: usize = 3;
/// The number of different numbers of pupils.
const NUMBERS: usize = 4;

/// Schools by their names, and the course that they share.
pub type Schools = (Vec<(String, School)>, (PlaceName, Place));

/// The schools of a district, and the course; `None` if a school has no timetable, as may be for sizes that
/// schools do not have.
#[must_use]
pub fn generate_district(prospectus: DistrictProspectus) -> Option<Schools> {
    let mut chance = Chance::new(prospectus.seed);
    let course = course(prospectus.seats);
    let width = prospectus.schools.to_string().len();
    let mut schools = Vec::new();
    for number in 1..=prospectus.schools {
        let school = school(prospectus, number, &course, &mut chance)?;
        schools.push((format!("skole-{number:0width$}"), school));
    }
    Some((schools, (PlaceName::from(COURSE), course)))
}

fn course(seats: Option<u32>) -> Place {
    let days = if seats.is_some() { &WITH_SEATS[..] } else { &Day::ALL[..5] };
    let pupils = seats.map(|seats| days.iter().map(|&day| (day, seats)).collect());
    Place {
        days: days.to_vec(),
        pupils: pupils.unwrap_or_default(),
        one_day: seats.is_none(),
        ..Place::default()
    }
}

fn school(
    prospectus: DistrictProspectus,
    number: usize,
    course: &Place,
    chance: &mut Chance,
) -> Option<School> {
    let fewer = usize::from(prospectus.parallel > 1 && chance.percent(50));
    let pupils = FEWEST + chance.below(NUMBERS);
    let mut school = generate(&Prospectus {
        kind: Kind::Folkeskole { parallel: prospectus.parallel - fewer },
        apprentices: Count::Pupils(pupils),
        days: AwayDays::Spread,
        days_each: DaysEach::One,
        seed: prospectus.seed.wrapping_mul(100_000).wrapping_add(number as u64),
    })?;
    for pupil in &mut school.apprentices {
        pupil.alternatives = course.days.iter().map(|&day| on(day)).collect();
        (pupil.place, pupil.together) = (None, None);
    }
    school.places.clear();
    Some(school)
}

fn on(day: Day) -> Alternative {
    Alternative {
        written: format!("{day}@{COURSE}"),
        spans: vec![Span { day, periods: None }],
        place: Some(PlaceName::from(COURSE)),
        rank: Some(0),
    }
}
