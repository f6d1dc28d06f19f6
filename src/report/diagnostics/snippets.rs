//! What is wrong with the files, with the line it stands on and a caret under the cell.
//!
//! The text carries ANSI colours; whoever prints it takes them out where they are not wanted.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Excerpt, Location, Severity, Wording};
use crate::domain::{Language, School};
use crate::report::words::{Naming, words};

/// Every diagnostic, in order, an empty line after each.
pub(super) fn diagnostics(diagnostics: &[Diagnostic], language: Language) -> String {
    diagnostics.iter().map(|diagnostic| rendered(diagnostic, language)).collect()
}

/// Breaches as diagnostics of `severity`, each with the line of the first lesson that it speaks of.
pub(super) fn breaches(
    school: &School,
    breaches: &[Breach],
    severity: Severity,
    language: Language,
) -> String {
    let naming = Naming::new(school, language);
    let render = |breach: &Breach| {
        let title = level(severity, language).primary_title(naming.words.breach(breach, &naming));
        let (file, line) = location(breach, school);
        let origin = line.map(|line| Origin::path(file).line(usize_of(line)));
        let group = Group::with_title(title.id(breach.rule().code())).elements(origin);
        finished(&[group])
    };
    breaches.iter().map(render).collect()
}

/// What is wrong with neither file nor school, in a sentence.
#[must_use]
pub fn trouble(message: &str, language: Language) -> String {
    finished(&[Group::with_title(level(Severity::Error, language).primary_title(message))])
}

/// The file and, if it speaks of a lesson, the line that a breach is about.
pub(in crate::report) fn location(breach: &Breach, school: &School) -> (&'static str, Option<u32>) {
    let lesson = match breach {
        Breach::PlaceFull { .. } | Breach::OneDay { .. } => return ("places.csv", None),
        Breach::Away { apprentice } => {
            let line = school.apprentices.get(*apprentice).map(|apprentice| apprentice.line);
            return ("apprentices.csv", line);
        }
        Breach::ClassGaps { .. } | Breach::SubjectPerDay { .. } | Breach::TeacherPerDay { .. } => {
            None
        }
        Breach::ClassClash { lessons, .. } | Breach::TooFar { lessons, .. } => lessons.first(),
        Breach::TeacherClash { lessons, .. }
        | Breach::RoomClash { lessons, .. }
        | Breach::Apart { lessons, .. } => lessons.first(),
        Breach::Grid { lesson, .. }
        | Breach::Exchange { lesson, .. }
        | Breach::TeacherUnavailable { lesson, .. }
        | Breach::RoomUnavailable { lesson, .. }
        | Breach::Locked { lesson }
        | Breach::RequiredMissed { lesson, .. }
        | Breach::Break { lesson, .. }
        | Breach::ClassHours { lesson, .. }
        | Breach::ClassUnavailable { lesson, .. }
        | Breach::Allowed { lesson, .. }
        | Breach::Unplaced { lesson } => Some(lesson),
    };
    let piece = lesson.and_then(|&lesson| school.lessons.get(lesson)?.pieces.first());
    ("timetable.csv", piece.map(|piece| piece.line))
}

fn rendered(diagnostic: &Diagnostic, language: Language) -> String {
    let Wording { message, help } = diagnostic.wording(language);
    let title = level(diagnostic.severity, language).primary_title(message);
    let group = Group::with_title(title.id(diagnostic.fault.code()));
    let help = help.map(|help| Level::HELP.with_name(words(language).labels().help).message(help));
    finished(&[located(group, &diagnostic.location, language).elements(help)])
}

fn located<'a>(group: Group<'a>, location: &'a Location, language: Language) -> Group<'a> {
    let column = location.column.clone().or_else(|| location.letters());
    let column = column.map(|name| format!("{} {name}", words(language).labels().column));
    match (&location.excerpt, location.line) {
        (Some(Excerpt { text, span, before }), line) => {
            let caret = AnnotationKind::Primary.span(span.clone()).label(column);
            let line = line.map_or(1, usize_of);
            let snippet = Snippet::source(text.as_str()).line_start(line).annotation(caret);
            if *before == 0 {
                return group.element(snippet.path(location.file.as_str()));
            }
            // The snippet would count from where its text begins.
            let at = before + text.get(..span.start).map_or(0, |shown| shown.chars().count()) + 1;
            group
                .element(Origin::path(location.file.as_str()).line(line).char_column(at))
                .element(snippet)
        }
        (None, Some(line)) => {
            group.element(Origin::path(location.file.as_str()).line(usize_of(line)))
        }
        (None, None) if location.file.is_empty() => group,
        (None, None) => group.element(Origin::path(location.file.as_str())),
    }
}

fn level(severity: Severity, language: Language) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(words(language).labels().error),
        Severity::Warning => Level::WARNING.with_name(words(language).labels().warning),
    }
}

fn finished(groups: &[Group<'_>]) -> String {
    Renderer::styled().render(groups) + "\n\n"
}

fn usize_of(line: u32) -> usize {
    usize::try_from(line).unwrap_or(usize::MAX)
}
