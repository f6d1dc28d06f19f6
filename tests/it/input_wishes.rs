//! What a cell of `away` stands for: times, places that choose the day, trades, wishes and nothing at all.

use std::collections::BTreeSet;

use mesterskema::diagnostic::Severity;
use mesterskema::domain::Alternative;
use mesterskema::export::folder::files;
use mesterskema::input::Loaded;

use crate::input_folder::{codes, loaded};

const TIMETABLE: &str =
    "class;subject;day;period\n8A;DAN;mon;1\n8A;MAT;tue;1\n8A;ENG;wed;1\n8A;HIS;mon;2\n";

/// Two places of a trade whose rows are mixed with those of others, and one that is there on any day.
const PLACES: &str = "place;day;pupils;trade\nMill;wed;1;wood\nForge;mon;1;iron\nYard;tue;2;wood\n\
    Mill;mon;2;\nShed;;3;wood\nLoft;;;\n";

/// A school with pupils who have these cells as `away`, and a price for wishes.
fn read(places: &str, cells: &[&str]) -> Loaded {
    read_at("[points]\nwish = 4\n", places, cells)
}

fn read_at(settings: &str, places: &str, cells: &[&str]) -> Loaded {
    let rows = cells.iter().zip(1..).map(|(cell, number)| format!("p{number};8A;{cell}\n"));
    let pupils = "pupil;class;away\n".to_owned() + &rows.collect::<String>();
    loaded(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", pupils.as_bytes()),
        ("places.csv", places.as_bytes()),
        ("school.toml", settings.as_bytes()),
    ])
}

/// The alternatives of one cell, each with its rank (`tue@Mill 0`, `- none`), in order.
fn wishes(cell: &str) -> Vec<String> {
    let read = read(PLACES, &[cell]);
    let Some(school) = &read.school else { panic!("{cell}: {:#?}", read.diagnostics) };
    let rank = |rank: Option<u32>| rank.map_or_else(|| "none".to_owned(), |rank| rank.to_string());
    let alternatives = school.apprentices[0].alternatives.iter();
    alternatives.map(|own| format!("{} {}", own.written, rank(own.rank))).collect()
}

/// What is wrong with one cell.
fn faults(places: &str, cell: &str) -> Vec<&'static str> {
    codes(&read(places, &[cell]).diagnostics)
}

#[test]
fn a_trade_is_each_of_its_places_in_the_order_of_the_file_and_all_share_a_rank() {
    let wood = ["wed@Mill 0", "mon@Mill 0", "tue@Yard 0", "mon@Shed 0", "tue@Shed 0", "wed@Shed 0"];
    assert_eq!(wishes("any@wood"), wood);
    assert_eq!(wishes("valgfri@WOOD"), wood);
    let after = wishes("tue|any@iron|any@wood|any");
    assert_eq!(after[..2], ["tue 0", "mon@Forge 1"]);
    assert_eq!(after[2..8], wood.map(|wish| wish.replace(" 0", " 2")));
    assert_eq!(after[8..], ["mon 3", "wed 3"]);
}

#[test]
fn a_place_alone_is_any_day_of_its_own_or_of_the_grid() {
    for cell in ["@Mill", "any@Mill", " @ mill ", "ANY @Mill"] {
        assert_eq!(wishes(cell), ["wed@Mill 0", "mon@Mill 0"], "{cell}");
    }
    assert_eq!(wishes("@Loft"), ["mon@Loft 0", "tue@Loft 0", "wed@Loft 0"]);
    assert_eq!(wishes("@iron"), ["mon@Forge 0"]);
}

#[test]
fn a_place_holds_for_all_days_of_its_alternative() {
    let school = read(PLACES, &["mon+tue 1@Mill|wed"]).school.unwrap();
    let [both, alone] = &school.apprentices[0].alternatives[..] else { panic!("not two") };
    let place = |name: &str| Some(name.into());
    assert_eq!((both.written.as_str(), &both.place), ("mon+tue 1@Mill", &place("Mill")));
    assert_eq!((both.spans.len(), &alone.place), (2, &None));
}

#[test]
fn the_column_gives_a_place_to_alternatives_that_name_none() {
    let pupils = "pupil;class;away;place\na;8A;mon|tue@Yard|any|-;Forge\n";
    let school = loaded(&[
        ("timetable.csv", TIMETABLE.as_bytes()),
        ("apprentices.csv", pupils.as_bytes()),
        ("places.csv", PLACES.as_bytes()),
    ])
    .school
    .unwrap();
    let at = school.apprentices[0].alternatives.iter().map(|own| {
        let place = own.place.as_ref().map_or("nowhere", |place| place.as_str());
        (own.written.as_str(), place)
    });
    let expected = [
        ("mon", "Forge"),
        ("tue@Yard", "Yard"),
        ("tue", "Forge"),
        ("wed", "Forge"),
        ("-", "nowhere"),
    ];
    assert_eq!(at.collect::<Vec<_>>(), expected);
}

#[test]
fn no_placement_has_no_rank_wherever_it_stands() {
    assert_eq!(wishes("-"), ["- none"]);
    assert_eq!(wishes("tue|-|mon"), ["tue 0", "- none", "mon 2"]);
    assert_eq!(wishes("-|-"), ["- none"]);
    for cell in ["-+mon@Mill", "-@Mill"] {
        assert_eq!(faults(PLACES, cell), ["day-unknown"], "{cell}");
    }
}

#[test]
fn an_alternative_that_stands_twice_counts_once_at_its_first_rank() {
    assert_eq!(wishes("tue|mon|tirsdag"), ["tue 0", "mon 1"]);
    assert_eq!(wishes("mon+tue|tue+mon|wed"), ["mon+tue 0", "wed 2"]);
    assert_eq!(wishes("mon@Mill|any@Mill"), ["mon@Mill 0", "wed@Mill 1"]);
    assert_eq!(wishes("any@Mill|mon@mill|tue@Yard"), ["wed@Mill 0", "mon@Mill 0", "tue@Yard 2"]);
    assert_eq!(wishes("mon@Mill|mon@Yard|mon"), ["mon@Mill 0", "mon@Yard 1", "mon 2"]);
}

#[test]
fn a_name_that_must_give_a_day_is_a_place_or_a_trade_and_not_both() {
    for cell in ["any@Millst", "@Millst", "any@"] {
        let read = read(PLACES, &[cell]);
        assert!(read.school.is_none(), "{cell}");
    }
    assert_eq!(faults(PLACES, "any@Millst"), ["placement-unknown"]);
    let both = "place;day;trade\nwood;mon;iron\nMill;tue;wood\n";
    assert_eq!(faults(both, "@Wood"), ["place-is-trade"]);
    assert_eq!(faults(both, "any@iron"), [""; 0]);
}

#[test]
fn a_place_that_no_row_names_is_warned_of_where_the_day_is_given() {
    let read = read(PLACES, &["tue@Milll"]);
    assert_eq!(codes(&read.diagnostics), ["name-unknown"]);
    assert_eq!(read.diagnostics[0].severity, Severity::Warning);
    let place = read.school.unwrap().apprentices[0].alternatives[0].place.clone();
    assert_eq!(place, Some("Milll".into()));
}

#[test]
fn more_than_one_place_sign_is_refused() {
    for cell in ["tue@Mill@Yard", "tue@", "tue@Mill+wed@Yard", "@"] {
        assert_eq!(faults(PLACES, cell), ["away-incomplete"], "{cell}");
    }
}

#[test]
fn several_places_are_warned_of_while_wishes_have_no_price() {
    let unpriced = |cell| codes(&read_at("", PLACES, &[cell]).diagnostics);
    assert_eq!(unpriced("tue@Yard|mon@Mill"), ["wishes-unpriced"]);
    assert_eq!(unpriced("any@Yard|@Mill|-"), ["wishes-unpriced"]);
    assert_eq!(unpriced("tue@Yard|mon@Yard|-"), [""; 0]);
    assert_eq!(unpriced("any@Mill"), [""; 0]);
    // All days of a trade are one wish.
    assert_eq!(unpriced("any@wood|-"), [""; 0]);
    assert_eq!(faults(PLACES, "tue@Yard|mon@Mill"), [""; 0]);
}

#[test]
fn what_is_away_outside_the_grid_is_still_at_its_place() {
    let read = read(PLACES, &["mon 7@Mill|sun@Mill"]);
    assert_eq!(codes(&read.diagnostics), ["away-outside-grid", "away-outside-grid"]);
    let school = read.school.unwrap();
    let places = school.apprentices[0].alternatives.iter().map(|own| own.place.is_some());
    assert_eq!(places.collect::<Vec<_>>(), [true, true]);
}

#[test]
fn together_the_wishes_are_the_same_but_the_column_place_may_differ() {
    let faults = |one: &str, other: &str| {
        let pupils = format!("pupil;class;away;place;together\na;8A;{one};x\nb;8A;{other};x\n");
        codes(
            &loaded(&[
                ("timetable.csv", TIMETABLE.as_bytes()),
                ("apprentices.csv", pupils.as_bytes()),
                ("places.csv", PLACES.as_bytes()),
                ("school.toml", b"[points]\nwish = 1\n"),
            ])
            .diagnostics,
        )
    };
    assert_eq!(faults("mon|tue;Mill", "man|tirs;Yard"), [""; 0]);
    assert_eq!(faults("mon@Mill|tue;", "mon@mill|tue;Yard"), [""; 0]);
    assert_eq!(faults("mon@Mill|tue;", "mon@Yard|tue;"), ["together-differs"]);
    assert_eq!(faults("mon@Mill|tue;", "mon|tue;Mill"), ["together-differs"]);
    assert_eq!(faults("mon|-;Mill", "mon|tue;Mill"), ["together-differs"]);
}

#[test]
fn a_school_that_is_written_out_keeps_what_is_one_wish() {
    let cells = ["any@wood|tue@Shed|-", "mon@Mill|any@Loft", "any", "tue|thu", "any@Mill|any@Yard"];
    let read = read(PLACES, &cells);
    let school = read.school.unwrap();
    let written = files(&school);
    let written: Vec<(&str, &[u8])> =
        written.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let again = loaded(&written);
    let Some(again_school) = &again.school else { panic!("{:#?}", again.diagnostics) };
    for (one, other) in school.apprentices.iter().zip(&again_school.apprentices) {
        let wishes = |alternatives: &[Alternative]| -> BTreeSet<(String, Option<u32>)> {
            alternatives.iter().map(|own| (own.written.clone(), own.rank)).collect()
        };
        assert_eq!(wishes(&one.alternatives), wishes(&other.alternatives), "{}", one.pupil);
    }
    assert_eq!(again_school.apprentices.len(), cells.len());
}
