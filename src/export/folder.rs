//! A school as the files of its folder, as [`input`](crate::input) reads them: the school that is read is the same again.
//!
//! Headings and days are English, cells are divided by `;`. Nothing is neutralised: these files are read by programs.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use serde_json::Value;

use super::csv::written;
use crate::domain::{
    Also, Alternative, Apprentice, Country, Day, Grid, Language, Lesson, Level, Period, Piece,
    Place, PlaceName, Price, School, Slot, Subject, SubjectCode, Weeks, Weights,
};
use crate::import::{Bells, Import};
use crate::input::fold;

/// A file's name and what it holds.
pub type File = (&'static str, String);

/// The files of a school. Its lessons are numbered by rows, and a row's pieces are in consecutive periods, as everywhere.
#[must_use]
pub fn files(school: &School) -> Vec<File> {
    let mut files = vec![
        ("timetable.csv", timetable(school, &BTreeSet::new())),
        ("apprentices.csv", apprentices(school)),
        ("teachers.csv", teachers(school)),
        ("rooms.csv", rooms(school)),
        ("classes.csv", classes(school)),
        ("subjects.csv", subjects(school)),
        ("periods.csv", periods(&school.grid, &Bells::new())),
        ("school.toml", settings(school)),
    ];
    if !school.places.is_empty() {
        files.push(("places.csv", places(&school.places)));
    }
    if !school.travel.minutes.is_empty() {
        files.push(("travel.csv", travel(school)));
    }
    files
}

/// The files of a school that another program's files describe, as [`files`] but without apprentices and without a word on
/// which subjects are core subjects: that is for the school to say, as is its language unless it is known.
#[must_use]
pub fn imported(
    school: &School,
    import: &Import,
    language: Option<Language>,
    core: Option<&Core>,
) -> Vec<File> {
    let mut files = files(school);
    files.retain(|(name, _)| !matches!(*name, "timetable.csv" | "periods.csv"));
    files.insert(0, ("timetable.csv", timetable(school, &import.named)));
    files.push(("periods.csv", periods(&school.grid, &import.bells)));
    let is_open = |name: &str| matches!(name, "apprentices.csv" | "subjects.csv" | "school.toml");
    files.retain(|(name, _)| !is_open(name));
    files.extend(decided_subjects(school, core).map(|text| ("subjects.csv", text)));
    let country = (import.country == Some(Country::Sweden)).then(|| SWEDEN.to_owned());
    let language = language.map(language_line);
    let settings: String = name_line(school).into_iter().chain(language).chain(country).collect();
    files.extend((!settings.is_empty()).then_some(("school.toml", settings)));
    files
}

/// The core subjects that somebody said: required and desired. All others are none then.
pub type Core = [Vec<String>; 2];

/// The settings of a Swedish school: without them, the programme is the Danish one.
const SWEDEN: &str = "country = \"SE\"\nprogramme = \"yrkesintroduktion\"\n";

/// `subjects.csv` with the subjects whose limit is not the usual one, or with all if the core subjects are known.
fn decided_subjects(school: &School, core: Option<&Core>) -> Option<String> {
    let usual = Subject::default();
    let has = |names: &[String], code: &SubjectCode| {
        names.iter().any(|name| fold(name) == fold(code.as_str()))
    };
    let level = |code: &SubjectCode| match core {
        Some([required, _]) if has(required, code) => "required",
        Some([_, desired]) if has(desired, code) => "desired",
        Some(_) => "no",
        None => "",
    };
    let is_told = |subject: &Subject| core.is_some() || *subject != usual;
    let own = school.subjects.iter().filter(|(_, subject)| is_told(subject));
    let lines: Vec<[String; 3]> = own
        .map(|(code, subject)| {
            [code.to_string(), level(code).to_owned(), subject.max_per_day.to_string()]
        })
        .collect();
    let is_any = !lines.is_empty();
    is_any.then(|| table(["subject", "core", "max_per_day"], lines.into_iter()))
}

fn table<const COLUMNS: usize>(
    headings: [&str; COLUMNS],
    lines: impl Iterator<Item = [String; COLUMNS]>,
) -> String {
    written(';', std::iter::once(headings.map(str::to_owned)).chain(lines))
}

/// The same, without those columns after the `usual` ones in which nothing stands.
fn table_of_used<const COLUMNS: usize>(
    headings: [&str; COLUMNS],
    usual: usize,
    lines: impl Iterator<Item = [String; COLUMNS]>,
) -> String {
    let lines: Vec<[String; COLUMNS]> = lines.collect();
    let is_used =
        |&column: &usize| column < usual || lines.iter().any(|line| !line[column].is_empty());
    let used: Vec<usize> = (0..COLUMNS).filter(is_used).collect();
    let kept = |line: [String; COLUMNS]| -> Vec<String> {
        used.iter().map(|&column| line[column].clone()).collect()
    };
    let all = std::iter::once(headings.map(str::to_owned)).chain(lines.iter().cloned());
    written(';', all.map(kept))
}

/// The timetable; a lesson has an id where a row of it is `named`, or where it is not called by its first line.
fn timetable(school: &School, named: &BTreeSet<usize>) -> String {
    const HEADINGS: [&str; 12] = [
        "lesson", "class", "group", "subject", "teacher", "room", "day", "period", "week",
        "locked", "allowed", "apart",
    ];
    let mut rows: Vec<(usize, [String; 12])> =
        school.lessons.iter().flat_map(|lesson| lesson_rows(school, lesson, named)).collect();
    rows.sort_by_key(|(row, _)| *row);
    table_of_used(HEADINGS, 10, rows.into_iter().map(|(_, cells)| cells))
}

/// The rows of a lesson, each with its place in the file.
fn lesson_rows(
    school: &School,
    lesson: &Lesson,
    named: &BTreeSet<usize>,
) -> Vec<(usize, [String; 12])> {
    let rows: BTreeSet<usize> = lesson.pieces.iter().map(|piece| piece.row).collect();
    let row = |row: usize| {
        let pieces: Vec<&Piece> = lesson.pieces.iter().filter(|piece| piece.row == row).collect();
        pieces.first().map(|first| (row, cells((school, named), lesson, first, &pieces)))
    };
    rows.into_iter().filter_map(row).collect()
}

fn cells(
    (school, named): (&School, &BTreeSet<usize>),
    lesson: &Lesson,
    first: &Piece,
    pieces: &[&Piece],
) -> [String; 12] {
    let has_id =
        named.contains(&first.row) || lesson.name.as_str() != first_line(lesson).to_string();
    let group = first.group.as_ref().map(ToString::to_string);
    let period = |offset: u8| lesson.start.map_or(1, |start| start.period.0) + offset;
    let last = pieces.last().map_or(first.offset, |last| last.offset);
    [
        if has_id { lesson.name.to_string() } else { String::new() },
        first.classes.iter().join("+"),
        group.unwrap_or_default(),
        first.subject.to_string(),
        first.teachers.iter().join("+"),
        first.rooms.iter().join("+"),
        lesson.start.map_or_else(String::new, |start| start.day.to_string()),
        range(period(first.offset), period(last)),
        week(school, first.weeks),
        if lesson.locked { "yes" } else { "" }.to_owned(),
        first.allowed.as_ref().map_or_else(String::new, |slots| moments(&school.grid, slots)),
        first.apart.as_ref().map_or_else(String::new, ToString::to_string),
    ]
}

/// The line of a lesson's first row, which is its name if it has no id.
fn first_line(lesson: &Lesson) -> u32 {
    lesson.pieces.iter().map(|piece| piece.line).min().unwrap_or(0)
}

fn range(first: u8, last: u8) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

fn week(school: &School, weeks: Weeks) -> String {
    let all = Weeks::all(school.weeks.len());
    let label = weeks.iter().next().filter(|_| weeks != all);
    label
        .and_then(|week| school.weeks.get(usize::from(week.0)))
        .map_or_else(String::new, ToString::to_string)
}

fn apprentices(school: &School) -> String {
    const HEADINGS: [&str; 10] = [
        "pupil", "class", "away", "group", "required", "desired", "together", "place", "also",
        "skips",
    ];
    let own_subjects = core_subjects(school).is_none();
    let codes = |codes: &BTreeSet<SubjectCode>| {
        if own_subjects { codes.iter().join("+") } else { String::new() }
    };
    let line = |one: &Apprentice| {
        let own = apprentice(school, one).map(|(_, cell)| cell);
        let [pupil, class, away, group, together, place, also, skips] = own;
        let (required, desired) = (codes(&one.required), codes(&one.desired));
        [pupil, class, away, group, required, desired, together, place, also, skips]
    };
    table_of_used(HEADINGS, 8, school.apprentices.iter().map(line))
}

/// The cells of an apprentice, each with its column.
pub(super) fn apprentice(school: &School, one: &Apprentice) -> [(&'static str, String); 8] {
    [
        ("pupil", one.pupil.to_string()),
        ("class", one.class.to_string()),
        ("away", away(school, one)),
        ("group", one.groups.iter().join("+")),
        ("together", one.together.as_ref().map_or_else(String::new, ToString::to_string)),
        ("place", one.place.as_ref().map_or_else(String::new, ToString::to_string)),
        ("also", one.also.iter().map(also).join("+")),
        ("skips", one.skips.iter().join("+")),
    ]
}

/// The alternatives of a pupil; those of one rank as the one wish that they are.
fn away(school: &School, pupil: &Apprentice) -> String {
    let is_one =
        |one: &Alternative, next: &Alternative| one.rank.is_some() && one.rank == next.rank;
    pupil.alternatives.chunk_by(is_one).map(|wish| wish_of(school, wish)).join("|")
}

fn wish_of(school: &School, wish: &[Alternative]) -> String {
    let trade = |place: &PlaceName| school.places.get(place)?.trade.as_ref();
    match wish {
        [only] => only.written.clone(),
        [first, ..] => match &first.place {
            Some(place) if first.written.contains('@') => {
                let is_there = wish.iter().all(|one| one.place.as_ref() == Some(place));
                let trade = trade(place).filter(|_| !is_there).map(ToString::to_string);
                format!("any@{}", trade.unwrap_or_else(|| place.to_string()))
            }
            _ => "any".to_owned(),
        },
        [] => String::new(),
    }
}

fn also(also: &Also) -> String {
    match &also.subject {
        Some(subject) => format!("{}/{subject}", also.class),
        None => also.class.to_string(),
    }
}

/// The apprentice whose core subjects are those of all, if they are.
fn core_subjects(school: &School) -> Option<&Apprentice> {
    let first = school.apprentices.first()?;
    let alike = |one: &Apprentice| one.required == first.required && one.desired == first.desired;
    school.apprentices.iter().all(alike).then_some(first)
}

fn subjects(school: &School) -> String {
    let core = core_subjects(school);
    let level = |code: &SubjectCode| core.and_then(|one| one.level(code)).map_or("no", Level::code);
    let lines = school.subjects.iter().map(|(code, subject)| {
        [code.to_string(), level(code).to_owned(), subject.max_per_day.to_string()]
    });
    table(["subject", "core", "max_per_day"], lines)
}

fn teachers(school: &School) -> String {
    let lines = school.teachers.iter().map(|(name, teacher)| {
        let most = teacher.max_per_day.map_or_else(String::new, |most| most.to_string());
        [name.to_string(), moments(&school.grid, &teacher.unavailable), most]
    });
    table(["teacher", "unavailable", "max_per_day"], lines)
}

fn rooms(school: &School) -> String {
    let lines = school.rooms.iter().map(|(name, room)| {
        let kind = room.kind.as_ref().map_or_else(String::new, ToString::to_string);
        let unavailable = moments(&school.grid, &room.unavailable);
        let site = room.site.as_ref().map_or_else(String::new, ToString::to_string);
        [name.to_string(), kind, unavailable, room.parallel.to_string(), site]
    });
    table_of_used(["room", "kind", "unavailable", "parallel", "site"], 4, lines)
}

fn classes(school: &School) -> String {
    let period = |period: Option<Period>| period.map_or_else(String::new, |one| one.to_string());
    let lines = school.classes.iter().map(|(name, class)| {
        [
            name.to_string(),
            period(class.earliest),
            period(class.latest),
            moments(&school.grid, &class.unavailable),
            class.site.as_ref().map_or_else(String::new, ToString::to_string),
            if class.locked { "yes" } else { "" }.to_owned(),
        ]
    });
    table_of_used(["class", "earliest", "latest", "unavailable", "site", "locked"], 3, lines)
}

/// Each place with a row for each of its days, and one without a day for what holds of the whole.
#[must_use]
pub fn places(places: &BTreeMap<PlaceName, Place>) -> String {
    let lines = places.iter().flat_map(|(name, place)| {
        let of_day = |day: &Day| {
            let pupils = place.pupils.get(day).map_or_else(String::new, ToString::to_string);
            [name.to_string(), day.to_string(), pupils, String::new(), String::new(), String::new()]
        };
        let whole = [
            name.to_string(),
            String::new(),
            place.total.map_or_else(String::new, |total| total.to_string()),
            place.trade.as_ref().map_or_else(String::new, ToString::to_string),
            place.site.as_ref().map_or_else(String::new, ToString::to_string),
            if place.one_day { "yes" } else { "" }.to_owned(),
        ];
        let says_more = whole.iter().skip(2).any(|cell| !cell.is_empty()) || place.days.is_empty();
        place.days.iter().map(of_day).chain(says_more.then_some(whole)).collect::<Vec<_>>()
    });
    table_of_used(["place", "day", "pupils", "trade", "site", "one_day"], 3, lines)
}

fn travel(school: &School) -> String {
    let lines = school.travel.minutes.iter();
    let lines = lines.map(|((from, to), own)| [from.to_string(), to.to_string(), own.to_string()]);
    table(["from", "to", "minutes"], lines)
}

fn periods(grid: &Grid, bells: &Bells) -> String {
    let time = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let line = |slot: Slot| {
        let is_break = grid.breaks_after(slot);
        let break_after = if is_break { "yes" } else { "" };
        let times = bells.get(&slot).map(|&(start, end)| [time(start), time(end)]);
        let [start, end] = times.unwrap_or_default();
        [slot.day.to_string(), slot.period.to_string(), break_after.to_owned(), start, end]
    };
    if bells.is_empty() {
        let short = grid.slots().map(line).map(|[day, period, after, ..]| [day, period, after]);
        return table(["day", "period", "break_after"], short);
    }
    table(["day", "period", "break_after", "start", "end"], grid.slots().map(line))
}

/// Slots as a cell: whole days, and single periods of the others.
fn moments(grid: &Grid, slots: &BTreeSet<Slot>) -> String {
    let on = |day: Day| {
        let own: Vec<Period> = grid
            .periods_on(day)
            .filter(|&period| slots.contains(&Slot::new(day, period)))
            .collect();
        if own.len() == grid.periods_on(day).count() {
            return vec![day.to_string()];
        }
        own.iter().map(|period| format!("{day} {period}")).collect()
    };
    grid.days().flat_map(on).join("+")
}

/// `school.toml`; a name in double quotes escapes its signs as JSON does.
fn settings(school: &School) -> String {
    let own_weights = school.weights != Weights::default_weights();
    let point = |price: Price| format!("{} = {}", price.key(), school.weights[price]);
    let points = ["[points]".to_owned()].into_iter().chain(Price::ALL.map(point));
    let points = points.filter(|_| own_weights).map(|line| line + "\n");
    name_line(school).into_iter().chain([language_line(school.language)]).chain(points).collect()
}

fn name_line(school: &School) -> Option<String> {
    school.name.as_ref().map(|name| format!("name = {}\n", Value::from(name.as_str())))
}

fn language_line(language: Language) -> String {
    format!("language = \"{}\"\n", language.code())
}
