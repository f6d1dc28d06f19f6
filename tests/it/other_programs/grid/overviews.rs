//! All classes in one grid, a sheet for each day, and cells of one kind of word each: read, and written back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use itertools::Itertools as _;
use mesterskema::domain::{Day, Period, Piece, School, Slot};
use mesterskema::import::Original;
use rust_xlsxwriter::{Format as CellFormat, Workbook, Worksheet};

use super::{DAYS, cells, joined, last_period, put, school, shipped, there_and_back, understood};

type Cells = BTreeMap<(String, Slot), String>;

fn classes(school: &School) -> Vec<String> {
    school.classes.keys().map(ToString::to_string).collect()
}

fn lessons(school: &School) -> Cells {
    cells(school, |piece| joined(super::words(piece), " "), " / ")
}

fn days() -> impl Iterator<Item = (Day, &'static str)> {
    Day::ALL.into_iter().zip(DAYS[0])
}

fn of(cells: &Cells, class: &str, day: Day, period: u8) -> String {
    cells.get(&(class.to_owned(), Slot::new(day, Period(period)))).cloned().unwrap_or_default()
}

fn saved(book: &mut Workbook) -> Original {
    Original { name: "skema.xlsx".to_owned(), bytes: book.save_to_buffer().unwrap() }
}

fn write(sheet: &mut Worksheet, row: usize, column: usize, text: &str) {
    if !text.is_empty() {
        put(sheet, u8::try_from(row).unwrap(), u8::try_from(column).unwrap(), text);
    }
}

/// Days and periods beneath one another with their times, a column for each class.
fn columns_of_classes(school: &School) -> Original {
    let (cells, classes) = (lessons(school), classes(school));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    write(sheet, 0, 0, "Skema 2026/27");
    for (column, text) in ["Dag", "Lektion", "Tid"].into_iter().enumerate() {
        write(sheet, 1, column, text);
    }
    let mut row = 2;
    for (day, name) in days() {
        write(sheet, row, 0, name);
        for period in 1..=last_period(school) {
            write(sheet, row, 1, &period.to_string());
            write(sheet, row, 2, &format!("{:02}.10-{:02}.55", 7 + period, 7 + period));
            for (column, class) in (3..).zip(&classes) {
                write(sheet, 1, column, class);
                write(sheet, row, column, &of(&cells, class, day, period));
            }
            row += 1;
            if period == 4 {
                write(sheet, row, 1, "Frokost");
                row += 1;
            }
        }
    }
    saved(&mut book)
}

/// A row for each class, the periods of each day across; a double is one cell.
fn rows_of_classes(school: &School) -> Original {
    let (cells, classes) = (lessons(school), classes(school));
    let last = usize::from(last_period(school));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = CellFormat::new();
    let merge = |sheet: &mut Worksheet, row: u32, columns: (usize, usize), text: &str| {
        let (first, last) = (u16::try_from(columns.0).unwrap(), u16::try_from(columns.1).unwrap());
        if first == last {
            sheet.write(row, first, text).unwrap();
        } else {
            sheet.merge_range(row, first, row, last, text, &format).unwrap();
        }
    };
    for (block, (day, name)) in days().enumerate() {
        let column = |period: u8| block * last + usize::from(period);
        merge(sheet, 0, (column(1), column(last_period(school))), name);
        let periods: Vec<u8> = (1..=last_period(school)).collect();
        for &period in &periods {
            write(sheet, 1, column(period), &period.to_string());
        }
        for (row, class) in (2..).zip(&classes) {
            sheet.write(row, 0, class).unwrap();
            let text = |period: u8| of(&cells, class, day, period);
            for run in periods.chunk_by(|one, other| text(*one) == text(*other)) {
                let (first, last) = (run[0], run[run.len() - 1]);
                if !text(first).is_empty() {
                    merge(sheet, row, (column(first), column(last)), &text(first));
                }
            }
        }
    }
    saved(&mut book)
}

/// Periods down, beneath each day a column for each class.
fn classes_within_days(school: &School) -> Original {
    let (cells, classes) = (lessons(school), classes(school));
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (block, (day, name)) in days().enumerate() {
        let column = |class: usize| 1 + block * classes.len() + class;
        write(sheet, 0, column(0), name);
        for (position, class) in classes.iter().enumerate() {
            write(sheet, 1, column(position), class);
            for period in 1..=last_period(school) {
                let row = usize::from(period) + 1;
                write(sheet, row, 0, &format!("{period}. lektion"));
                write(sheet, row, column(position), &of(&cells, class, day, period));
            }
        }
    }
    saved(&mut book)
}

/// A title for each day, beneath it its classes and periods.
fn days_beneath_one_another(school: &School) -> Original {
    let (cells, classes) = (lessons(school), classes(school));
    let mut text = String::new();
    for (day, name) in days() {
        writeln!(text, "{name}\nLektion;{}", classes.join(";")).unwrap();
        for period in 1..=last_period(school) {
            let row = classes.iter().map(|class| of(&cells, class, day, period)).join(";");
            writeln!(text, "{period}.;{row}").unwrap();
        }
        text += "\n";
    }
    super::original("alle klasser.csv", text.as_bytes())
}

/// A sheet for each day, a column for each class.
fn sheets_of_days(school: &School) -> Original {
    let (cells, classes) = (lessons(school), classes(school));
    let mut book = Workbook::new();
    for (day, name) in days() {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        write(sheet, 0, 0, "Lektion");
        for (column, class) in (1..).zip(&classes) {
            write(sheet, 0, column, class);
            for period in 1..=last_period(school) {
                write(sheet, usize::from(period), 0, &period.to_string());
                write(sheet, usize::from(period), column, &of(&cells, class, day, period));
            }
        }
    }
    saved(&mut book)
}

/// A sheet for each class, each day with a column for the subject, the teacher and the room.
fn columns_of_kinds(school: &School) -> Original {
    kinds(school, |sheet, day, period, kind, text| {
        if (period, kind) == (1, 0) {
            write(sheet, 0, 1 + 3 * day, DAYS[0][day]);
            for (column, heading) in ["Fag", "Lærer", "Lokale"].into_iter().enumerate() {
                write(sheet, 1, 1 + 3 * day + column, heading);
            }
        }
        write(sheet, 1 + period, 0, &period.to_string());
        write(sheet, 1 + period, 1 + 3 * day + kind, text);
    })
}

/// A sheet for each class, each period with a row for the subject, the teacher and the room.
fn rows_of_kinds(school: &School) -> Original {
    kinds(school, |sheet, day, period, kind, text| {
        write(sheet, 0, 1 + day, DAYS[0][day]);
        write(sheet, 3 * period - 2, 0, &period.to_string());
        write(sheet, 3 * period - 2 + kind, 1 + day, text);
    })
}

fn kinds(school: &School, put: impl Fn(&mut Worksheet, usize, usize, usize, &str)) -> Original {
    // What is said besides, of groups and weeks, comes last: with the subject.
    let write = |piece: &Piece| {
        let [subject, teachers, rooms] = super::words(piece);
        [rooms, teachers, subject].join("\t")
    };
    let cells = cells(school, write, "\n");
    let mut book = Workbook::new();
    for class in classes(school) {
        let sheet = book.add_worksheet().set_name(class.replace('/', "-")).unwrap();
        for ((position, (day, _)), period) in
            days().enumerate().cartesian_product(1..=last_period(school))
        {
            let text = of(&cells, &class, day, period);
            for kind in 0..3 {
                let words = text
                    .lines()
                    .filter_map(|lesson| lesson.split('\t').rev().nth(kind))
                    .join(" / ");
                put(sheet, position, usize::from(period), kind, &words);
            }
        }
    }
    saved(&mut book)
}

type Make = fn(&School) -> Original;

const LAYOUTS: [(&str, Make); 7] = [
    ("columns of classes", columns_of_classes),
    ("rows of classes", rows_of_classes),
    ("classes within days", classes_within_days),
    ("days beneath one another", days_beneath_one_another),
    ("sheets of days", sheets_of_days),
    ("columns of kinds", columns_of_kinds),
    ("rows of kinds", rows_of_kinds),
];

#[test]
fn every_shipped_school_comes_back_from_overviews_and_cells_of_one_kind() {
    for (name, school) in shipped() {
        let expected = super::taught(&school);
        for (layout, make) in LAYOUTS {
            let (back, _) = understood(make(&school));
            let found = super::taught(&back);
            let wrong = expected.iter().filter(|(key, words)| found.get(key) != Some(words));
            assert_eq!(wrong.count(), 0, "{name}, {layout}");
            assert_eq!(found.len(), expected.len(), "{name}, {layout}");
        }
    }
}

#[test]
fn a_proposal_goes_back_into_overviews_and_cells_of_one_kind() {
    let school = school("skovby");
    for (layout, make) in LAYOUTS {
        let made = tempfile::tempdir().unwrap();
        let original = make(&school);
        let file = made.path().join(&original.name);
        std::fs::write(&file, &original.bytes).unwrap();
        let out = format!("ny.{}", original.name.rsplit('.').next().unwrap());
        let (_answer, back) = there_and_back(&file, &out, "8.B");
        assert!(std::fs::read(back).unwrap() != original.bytes, "{layout}");
    }
}
