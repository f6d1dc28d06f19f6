//! Plans: for each apprentice a page that can be part of the practice agreement, for each class team a sheet that says who
//! is away when, for each teacher a list of changes; and for all of them calendars.
//!
//! What they tell is found in `stay`, `year` and `caution`; how it looks is in `pages` and `calendars`. No proposal is
//! judged here, no file is written, and a plan shows where a child is: who asks for plans says where they go.

mod calendars;
mod caution;
mod conceal;
mod names;
mod pages;
mod stay;
mod summary;
mod words;
mod year;

pub use conceal::conceal;
pub use summary::{json, text};

use crate::domain::{Almanac, Alternative, Apprentice, ClassName, Language, TeacherName};
use crate::explain::tasks;
use crate::report::html::grid::Weeks;
use crate::report::html::numbers;
use crate::report::offer::Offer;
use calendars::Calendars;
use caution::{Caution, cautions};
use pages::Pages;
use stay::{Stay, stays};
use words::Said;

/// What plans are made of.
#[derive(Clone, Copy, Debug)]
pub struct Plans<'a> {
    /// The school, what is offered and what that changes.
    pub offer: Offer<'a>,
    /// Times, dates, places and agreements.
    pub almanac: &'a Almanac,
    /// The language.
    pub language: Language,
}

/// A file's path below the folder of plans, with `/`, and what it holds.
pub type File = (String, String);

/// The files about one apprentice, class or teacher, as far as there is something to tell.
struct Folio<'a> {
    name: &'a str,
    /// Its place in its folder, without an ending.
    path: String,
    page: Option<String>,
    calendar: Option<String>,
}

/// Every file of the folder, `index.html` first.
#[must_use]
pub fn files(plans: Plans<'_>) -> Vec<File> {
    let said = Said::in_language(plans.language);
    let baseline = plans.offer.school.baseline();
    let numbers = numbers(&tasks(plans.offer.school, plans.offer.proposal));
    let weeks = Weeks::new(plans.offer, &baseline, &numbers, plans.language);
    let pages = Pages::new(plans, said, (&weeks, &numbers));
    let calendars = Calendars::new(plans, said);
    let calendars = calendars.as_ref();
    let folios = [
        pupils(plans, &pages, calendars),
        classes(plans, &pages, calendars),
        teachers(plans, &pages, calendars),
    ];
    let index = ("index.html".to_owned(), pages.index(&folios));
    std::iter::once(index).chain(folios.into_iter().flatten().flat_map(Folio::files)).collect()
}

fn pupils<'a>(
    plans: Plans<'a>,
    pages: &Pages<'_, 'a>,
    calendars: Option<&Calendars<'a>>,
) -> Vec<Folio<'a>> {
    let away = plans.offer.away().enumerate();
    let folio = |(place, (apprentice, away)): (usize, (&'a Apprentice, &Alternative))| {
        let page = Some(pages.pupil(place, apprentice, away));
        let calendar = calendars.and_then(|calendars| calendars.pupil(apprentice, away));
        (apprentice.pupil.as_str(), page, calendar)
    };
    folios("pupils", away.map(folio).collect())
}

fn classes<'a>(
    plans: Plans<'a>,
    pages: &Pages<'_, 'a>,
    calendars: Option<&Calendars<'a>>,
) -> Vec<Folio<'a>> {
    let folio = |class: &'a ClassName| {
        let calendar = calendars.and_then(|calendars| calendars.class(class));
        (class.as_str(), pages.class(class), calendar)
    };
    folios("classes", plans.offer.school.classes.keys().map(folio).collect())
}

fn teachers<'a>(
    plans: Plans<'a>,
    pages: &Pages<'_, 'a>,
    calendars: Option<&Calendars<'a>>,
) -> Vec<Folio<'a>> {
    let folio = |teacher: &'a TeacherName| {
        let calendar = calendars.and_then(|calendars| calendars.teacher(teacher));
        (teacher.as_str(), pages.teacher(teacher), calendar)
    };
    folios("teachers", plans.offer.school.teachers.keys().map(folio).collect())
}

fn folios<'a>(
    folder: &str,
    told: Vec<(&'a str, Option<String>, Option<String>)>,
) -> Vec<Folio<'a>> {
    let names = names::file_names(told.iter().map(|(name, ..)| *name));
    let folio = |((name, page, calendar), file): ((&'a str, _, _), String)| Folio {
        name,
        path: format!("{folder}/{file}"),
        page,
        calendar,
    };
    told.into_iter().zip(names).map(folio).collect()
}

impl Folio<'_> {
    fn page_path(&self) -> String {
        format!("{}.html", self.path)
    }

    fn calendar_path(&self) -> String {
        format!("{}.ics", self.path)
    }

    fn files(self) -> impl Iterator<Item = File> {
        let (page, calendar) = (self.page_path(), self.calendar_path());
        let page = self.page.map(|text| (page, text));
        page.into_iter().chain(self.calendar.map(|text| (calendar, text)))
    }
}

impl Plans<'_> {
    fn stays(self, apprentice: &Apprentice, away: &Alternative) -> Vec<Stay> {
        stays(self.almanac, &self.offer.school.grid, apprentice, away)
    }

    fn cautions(self, apprentice: &Apprentice, away: &Alternative) -> Vec<Caution> {
        let stays = self.stays(apprentice, away);
        cautions(self.offer, self.almanac, (apprentice, away), &stays)
    }
}
