//! A teacher's list of changes.

use maud::html;

use super::Pages;
use crate::domain::TeacherName;
use crate::week::Whose;

impl Pages<'_, '_> {
    /// The sheet of a teacher who has a change.
    pub(crate) fn teacher(&self, teacher: &TeacherName) -> Option<String> {
        let offer = self.plans.offer;
        let changed = offer.changed().filter(|changed| changed.teachers().contains(&teacher));
        let changed: Vec<_> = changed.collect();
        if changed.is_empty() {
            return None;
        }
        let sections = [self.changes(&changed), self.week(Whose::Teacher(teacher), &|_| html! {})];
        let title = format!("{} {teacher}", self.said.teacher_sheet);
        Some(self.page(&title, &html! {}, &sections))
    }
}
