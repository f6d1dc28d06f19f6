//! The days of the week.

use super::pick;
use crate::domain::{Day, Language};

/// A day, short, as in a timetable's heading.
pub(crate) const fn day(day: Day, language: Language) -> &'static str {
    let danish = ["man", "tir", "ons", "tor", "fre", "lør", "søn"];
    let swedish = ["mån", "tis", "ons", "tors", "fre", "lör", "sön"];
    pick!(language, danish[day as usize], swedish[day as usize], day.code())
}

/// A day, in full.
pub(crate) const fn weekday(day: Day, language: Language) -> &'static str {
    let danish = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
    let swedish = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
    let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    pick!(language, danish[day as usize], swedish[day as usize], english[day as usize])
}

/// A day of every week, e.g. `on Tuesdays`, without the word before it: `tirsdagen`, `tisdagar`, `Tuesdays`.
pub(crate) fn every(day: Day, language: Language) -> String {
    let ending = pick!(language, "en", "ar", "s");
    format!("{}{ending}", weekday(day, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_begins_with_monday_and_ends_with_sunday() {
        let ends = [Day::Mon, Day::Sun].map(|end| weekday(end, Language::Danish));
        assert_eq!(ends, ["mandag", "søndag"]);
        assert_eq!(
            Day::ALL.map(|one| day(one, Language::English)).join(" "),
            "mon tue wed thu fri sat sun"
        );
    }
}
