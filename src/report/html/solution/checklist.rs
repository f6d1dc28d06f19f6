//! The changes as a list to carry out in the school's own timetabling program, with a box to tick.

use std::collections::{BTreeMap, BTreeSet};

use itertools::Itertools;
use maud::{Markup, html};

use super::super::super::text::subject;
use super::{Side, Table, Telling, cell, words};
use crate::diff::Changed;
use crate::domain::Slot;
use crate::explain::Task;
use crate::words::stretch;

pub(super) fn told(telling: Telling<'_>) -> Markup {
    let Telling { tasks, language, .. } = telling;
    let aside = tasks.iter().filter_map(|task| match task {
        Task::SetAside(lesson) => Some(*lesson),
        Task::Book(_) => None,
    });
    let aside: BTreeSet<usize> = aside.collect();
    let named = telling.offer.changed().filter(|changed| aside.contains(&changed.change.lesson));
    let lessons = named.map(|changed| name(telling, changed)).join(", ");
    html! {
        @if !aside.is_empty() { p { (words::set_aside(&lessons, language)) } }
        (table(telling, &aside))
    }
}

fn table(telling: Telling<'_>, aside: &BTreeSet<usize>) -> Markup {
    use Side::{Left, Right};
    let headings = words::tasks_headings(telling.language);
    let sides = [Right, Left, Left, Left, Left, Left, Left];
    let mut table = Table::new(telling.labels.in_order, headings, sides);
    let changed = telling.offer.changed().map(|changed| (changed.change.lesson, changed));
    let changed: BTreeMap<usize, Changed<'_>> = changed.collect();
    for task in telling.tasks {
        let (Task::SetAside(lesson) | Task::Book(lesson)) = *task;
        if let Some(&changed) = changed.get(&lesson) {
            table.push(line(telling, *task, changed, aside));
        }
    }
    table.draw()
}

fn line(
    telling: Telling<'_>,
    task: Task,
    changed: Changed<'_>,
    aside: &BTreeSet<usize>,
) -> [Markup; 7] {
    let Telling { labels, language, .. } = telling;
    let at = |start: Option<Slot>| stretch(start, changed.lesson.length(), telling.language);
    let (from, to, room) = match task {
        Task::SetAside(_) => (at(changed.lesson.start), words::put_aside(language), String::new()),
        Task::Book(lesson) if aside.contains(&lesson) => {
            (labels.set_aside.to_owned(), at(Some(changed.to.start)), rooms(changed))
        }
        Task::Book(_) => (at(changed.lesson.start), at(Some(changed.to.start)), rooms(changed)),
    };
    [
        cell(telling.numbers.get(&changed.change.lesson).copied().unwrap_or(0)),
        cell(name(telling, changed)),
        cell(changed.teachers().into_iter().join(", ")),
        cell(from),
        cell(to),
        cell(room),
        html! { span.tick aria-hidden="true" { "☐" } },
    ]
}

/// The classes and what they have.
fn name(telling: Telling<'_>, changed: Changed<'_>) -> String {
    format!(
        "{} {}",
        changed.classes().into_iter().join("+"),
        subject(changed, telling.offer.school)
    )
}

/// Its rooms, with the old one where it is exchanged.
fn rooms(changed: Changed<'_>) -> String {
    let pairs = changed.old_rooms().into_iter().zip(changed.new_rooms());
    pairs
        .map(|(old, new)| if old == new { old.to_string() } else { format!("{old} → {new}") })
        .join(", ")
}
