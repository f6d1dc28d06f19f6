//! The addresses of weeks, and of lessons in them.

use super::encoded;
use crate::domain::Lesson;

/// The address of a lesson in the week of its first class.
pub(in crate::web) fn link(lesson: &Lesson, index: usize) -> String {
    let class = lesson.classes().into_iter().next().map_or("", |class| class.as_str());
    week_of("class", class, Some(index))
}

/// The address of somebody's week, with one of its lessons if one is chosen.
pub(super) fn week_of(whose: &str, name: &str, lesson: Option<usize>) -> String {
    let lesson = lesson.map_or_else(String::new, |index| format!("&lesson={index}#lesson"));
    format!("/timetable?whose={whose}&name={}{lesson}", encoded(name))
}
