//! Plans: for each apprentice a page that can be part of the practice agreement, for each class team a sheet that says who
//! is away when, for each teacher a list of changes, and everybody's calendar; a folder to hand out.
//!
//! What they tell is found in [`placement`](crate::placement). A plan shows where a child is: who asks for plans says where
//! they go.

mod calendars;
mod conceal;
mod folio;
mod pages;
mod summary;
mod whole_year;
mod words;

pub use conceal::conceal;
pub use summary::{json, text};
pub use whole_year::{YearPart, year_calendars};

use crate::diff::Offer;
use crate::domain::{Almanac, Alternative, Apprentice, ClassName, Date, Language, TeacherName};
use crate::explain::tasks;
use crate::export::names::file_names;
use crate::placement::Placement;
use crate::report::html::numbers;
use crate::week::Weeks;
use calendars::Calendars;
use folio::Folio;
use pages::Pages;
use words::Titles;

/// What plans are made of.
#[derive(Clone, Copy, Debug)]
pub struct Plans<'a> {
    /// The school, what is offered and what that changes.
    pub offer: Offer<'a>,
    /// Times, dates, places and agreements.
    pub almanac: &'a Almanac,
    /// The language.
    pub language: Language,
    /// The date that stands on what is printed, if any.
    pub printed: Option<Date>,
}

impl<'a> Plans<'a> {
    /// One apprentice's placement beside the proposal.
    pub(crate) fn placement<'p>(
        self,
        apprentice: &'p Apprentice,
        away: &'p Alternative,
    ) -> Placement<'p>
    where
        'a: 'p,
    {
        Placement {
            school: self.offer.school,
            almanac: self.almanac,
            timetable: &self.offer.proposal.timetable,
            missed: &self.offer.difference.missed,
            apprentice,
            away,
        }
    }
}

/// A file's path below the folder of plans, with `/`, and what it holds.
pub type File = (String, String);

/// Every file of the folder, `index.html` first.
#[must_use]
pub fn files(plans: Plans<'_>) -> Vec<File> {
    let said = Titles::of(plans.language);
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
    std::iter::once(index).chain(folios.into_iter().flatten().flat_map(written)).collect()
}

fn pupils<'a>(
    plans: Plans<'a>,
    pages: &Pages<'_, 'a>,
    calendars: Option<&Calendars<'a>>,
) -> Vec<Folio<'a>> {
    let away = plans.offer.away().enumerate();
    let folio = |(position, (apprentice, away)): (usize, (&'a Apprentice, &Alternative))| {
        let page = Some(pages.pupil(position, apprentice, away));
        let calendar = calendars.and_then(|calendars| {
            let events = calendars.pupil(position, apprentice, away);
            calendars.write("pupil", apprentice.pupil.as_str(), events)
        });
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
        let calendar = calendars
            .and_then(|calendars| calendars.write("class", class.as_str(), calendars.class(class)));
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
        let calendar = calendars.and_then(|calendars| {
            calendars.write("teacher", teacher.as_str(), calendars.teacher(teacher))
        });
        (teacher.as_str(), pages.teacher(teacher), calendar)
    };
    folios("teachers", plans.offer.school.teachers.keys().map(folio).collect())
}

fn folios<'a>(
    folder: &str,
    told: Vec<(&'a str, Option<String>, Option<String>)>,
) -> Vec<Folio<'a>> {
    let names = file_names(told.iter().map(|(name, ..)| *name));
    let folio = |((name, page, calendar), file): ((&'a str, _, _), String)| Folio {
        name,
        path: format!("{folder}/{file}"),
        page,
        calendar,
    };
    told.into_iter().zip(names).map(folio).collect()
}

/// The page and the calendar, as far as there are any.
fn written(folio: Folio<'_>) -> impl Iterator<Item = File> {
    let (page, calendar) = (folio.page_path(), folio.calendar_path());
    let page = folio.page.map(|text| (page, text));
    page.into_iter().chain(folio.calendar.map(|text| (calendar, text)))
}
