//! The list of all plans, sheets and calendars.

use maud::{Markup, html};

use super::super::folio::Folio;
use super::{Pages, Plans};
use crate::report::html::{Foot, Page, line};

impl Pages<'_, '_> {
    /// The page from which all others are reached: pupils, classes, teachers.
    pub(crate) fn index(&self, [pupils, classes, teachers]: &[Vec<Folio<'_>>; 3]) -> String {
        let said = self.said;
        let school = self.plans.offer.school.name.as_deref();
        let Plans { language, printed, .. } = self.plans;
        let head = html! {
            (line(school, printed, language))
            h1 { (said.plans) }
        };
        let body = html! {
            (self.list(said.pupils, pupils))
            (self.list(said.classes, classes))
            (self.list(said.teachers, teachers))
        };
        let title = said.plans;
        let foot = Foot { school, printed };
        Page { language, title, foot, head, contents: &[], body }.render()
    }

    /// Those of whom there is anything.
    fn list(&self, heading: &str, folios: &[Folio<'_>]) -> Markup {
        let is_told = |folio: &&Folio<'_>| folio.page.is_some() || folio.calendar.is_some();
        html! {
            @if folios.iter().any(|folio| is_told(&folio)) {
                section {
                    h2 { (heading) }
                    ul {
                        @for folio in folios.iter().filter(is_told) {
                            li {
                                @if folio.page.is_some() {
                                    a href=(folio.page_path()) { (folio.name) }
                                } @else { (folio.name) }
                                @if folio.calendar.is_some() {
                                    " · "
                                    a href=(folio.calendar_path()) {
                                        (self.said.calendar) span.unseen { " " (folio.name) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
