//! The grids of all files: whose each is, and what its cells say.

use std::collections::BTreeSet;

use itertools::Itertools as _;

use super::beside::{divided, tell_kinds};
use super::frames::{Found, Frame, find};
use super::page::{At, Page};
use super::spoken::{Title, Whose, title, week};
use crate::domain::{Country, Day};
use crate::import::ledger::Ledger;
use crate::import::looks::{is_initials, looks_like_class};
use crate::import::original::Original;
use crate::input::{Recognised, fold};

/// A grid and whose it is.
pub(super) struct Grid {
    pub(super) name: String,
    pub(super) whose: Whose,
    /// Whether nothing tells it.
    pub(super) is_guessed: bool,
    pub(super) week: Option<String>,
    /// The position of its page.
    pub(super) page: usize,
    pub(super) frame: Frame,
}

/// What stands in one period of one day of one grid.
pub(super) struct Cell {
    pub(super) grid: usize,
    /// The position of its rows among the grid's.
    pub(super) band: usize,
    pub(super) day: Day,
    pub(super) week: Option<String>,
    pub(super) at: At,
    pub(super) text: String,
}

/// Everything that stands in the files.
pub(super) struct Sheets {
    pub(super) pages: Vec<Page>,
    pub(super) grids: Vec<Grid>,
    pub(super) cells: Vec<Cell>,
    /// Whose weekdays the grids have.
    pub(super) country: Option<Country>,
}

impl Sheets {
    /// Reads files, and tells whose their grids are.
    pub(super) fn of(originals: &[Original], ledger: &mut Ledger) -> Self {
        let mut sheets = Self::found(originals, ledger);
        sheets.country = sheets.told_country();
        sheets.tell_whose();
        sheets
    }

    /// Finds the grids of files; those without any cell filled are left out.
    pub(super) fn found(originals: &[Original], ledger: &mut Ledger) -> Self {
        let mut sheets =
            Self { pages: Vec::new(), grids: Vec::new(), cells: Vec::new(), country: None };
        let mut all: Vec<Found> = Vec::new();
        for original in originals {
            for mut page in Page::all(original, ledger) {
                let frames = find(&mut page);
                let (is_alone, page_at) = (frames.len() == 1, sheets.pages.len());
                all.extend(frames.into_iter().map(|frame| Found {
                    page: page_at,
                    frame,
                    is_alone,
                }));
                sheets.pages.push(page);
            }
        }
        tell_kinds(&sheets.pages, &mut all);
        for found in all {
            sheets.enter(found);
        }
        sheets
    }

    fn enter(&mut self, Found { page: position, frame, is_alone }: Found) {
        let grid = self.grids.len();
        let page = &self.pages[position];
        let cells = cells(page, &frame, grid);
        if cells.is_empty() {
            return;
        }
        let stem = page.shown().into_owned();
        let stem = stem.split(['.', '[']).next().unwrap_or("").to_owned();
        let on_tab = page.sheet.as_deref().and_then(title).filter(|_| is_alone);
        let written: Vec<Title> = frame.titles.iter().filter_map(|text| title(text)).collect();
        // A class's name in the tab is surer than a sentence above the grid.
        let surest = written.iter().chain(&on_tab).find(|title| looks_like_class(&title.name));
        let named = surest.or(on_tab.as_ref()).or(written.first()).cloned();
        let of_file = || title(&stem).filter(|_| is_alone);
        let named = named.or_else(of_file);
        let week = page.sheet.iter().chain(&frame.titles).find_map(|text| week(text));
        let name =
            named.as_ref().map_or_else(|| format!("?{}", grid + 1), |title| title.name.clone());
        let whose = written.iter().chain(&on_tab).find_map(|title| title.whose);
        let whose = match whose {
            None if looks_like_class(&name) => Some(Whose::Class),
            other => other,
        };
        self.cells.extend(cells);
        let whose = whose.unwrap_or(Whose::Untold);
        self.grids.push(Grid { name, whose, is_guessed: false, week, page: position, frame });
    }

    /// The country of whose subjects the most are spoken of, else that of the weekdays' names.
    fn told_country(&self) -> Option<Country> {
        let said: BTreeSet<String> =
            self.cells.iter().flat_map(|cell| pieces(&cell.text)).collect();
        let told = Recognised::country(&said.iter().map(String::as_str).collect());
        told.or_else(|| self.grids.iter().find_map(|grid| grid.frame.country))
    }

    /// Tells whose the grids are whose titles do not say it.
    fn tell_whose(&mut self) {
        let classes: BTreeSet<String> = self.names(Whose::Class);
        let said: BTreeSet<String> =
            self.cells.iter().flat_map(|cell| pieces(&cell.text)).collect();
        let whose: Vec<Option<Whose>> = (0..self.grids.len())
            .map(|grid| {
                if self.grids[grid].whose != Whose::Untold {
                    return None;
                }
                let cells: Vec<&Cell> =
                    self.cells.iter().filter(|cell| cell.grid == grid).collect();
                let has_class = |cell: &&&Cell| {
                    pieces(&cell.text)
                        .any(|piece| classes.contains(&piece) || looks_like_class(&piece))
                };
                let with_class = cells.iter().filter(has_class).count();
                let name = &self.grids[grid].name;
                let is_said = said.contains(&fold(name));
                let is_of_another = with_class * 10 > cells.len() * 6
                    || is_said && (!classes.is_empty() || is_initials(name));
                let initials = cells.iter().filter(|cell| has_initials(cell)).count();
                let is_room = initials * 2 > cells.len();
                is_of_another.then_some(if is_room { Whose::Room } else { Whose::Teacher })
            })
            .collect();
        // Where no grid is a class's, initials and full names in the tabs are teachers'.
        let untold = || self.grids.iter().filter(|grid| grid.whose == Whose::Untold);
        let is_somebody = |grid: &&Grid| {
            let is_short = (2..4).contains(&grid.name.chars().count());
            is_short && grid.name.chars().all(char::is_alphabetic) || is_full_name(&grid.name)
        };
        let initials = untold().filter(is_somebody).count();
        let are_many = untold().count() > 5;
        let are_initials = are_many && classes.is_empty() && initials * 10 > untold().count() * 7;
        let usual = if are_initials { Whose::Teacher } else { Whose::Class };
        for (grid, whose) in self.grids.iter_mut().zip(whose) {
            if grid.whose == Whose::Untold {
                grid.is_guessed = whose.is_none() && usual == Whose::Class;
                grid.whose = whose.unwrap_or(usual);
            }
        }
    }

    /// The names of the grids of one kind, folded.
    pub(super) fn names(&self, whose: Whose) -> BTreeSet<String> {
        let grids = self.grids.iter().filter(|grid| grid.whose == whose);
        grids.map(|grid| fold(&grid.name)).collect()
    }
}

/// Whether a cell names somebody by initials, as the cells of rooms do.
fn has_initials(cell: &Cell) -> bool {
    let words =
        || cell.text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words().any(|word| is_initials(word) && Recognised::of(word, None).is_none())
}

/// A first name and a surname.
fn is_full_name(name: &str) -> bool {
    let is_name = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.all(|sign| !sign.is_ascii_digit())
    };
    name.split_whitespace().count() > 1 && name.split_whitespace().all(is_name)
}

/// The words of a cell without what stands between them, folded.
fn pieces(text: &str) -> impl Iterator<Item = String> {
    let is_between = |sign: char| {
        sign.is_whitespace() || matches!(sign, ',' | ';' | '(' | ')' | '+' | '/' | '·')
    };
    text.split(is_between).filter(|piece| !piece.is_empty()).map(fold)
}

fn cells(page: &Page, frame: &Frame, grid: usize) -> Vec<Cell> {
    let mut cells = Vec::new();
    for square in &frame.squares {
        let filled = square.filled(page);
        let Some(&(_, at, _)) = filled.first() else { continue };
        let texts: Vec<&str> = filled.iter().map(|(.., text)| *text).collect();
        let lessons = frame.are_kinds.then(|| divided(&texts)).flatten();
        let lessons =
            lessons.map(|lessons| lessons.iter().map(|words| words.join("\n")).join("\n\n"));
        let text = lessons.unwrap_or_else(|| texts.join("\n"));
        let (band, day, week) = (square.band, square.day, square.week.clone());
        cells.push(Cell { grid, band, day, week, at, text });
    }
    cells
}
