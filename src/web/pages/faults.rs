//! What is wrong with a school's files, each fault at its cell.

use maud::{Markup, html};

use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Fault, Severity, Wording};
use crate::domain::{Level, School};
use crate::input::QuotedRow;
use crate::report::words::{Naming, words as report_words};
use crate::web::seat::Seat;

/// All that is wrong, the worst first; nothing if nothing is.
pub(in crate::web) fn faults(seat: &Seat) -> Markup {
    let (words, desk) = (seat.words(), &seat.desk);
    let found = || (0..).zip(&desk.found).zip(&desk.rows);
    let is_asked = |found: &Diagnostic| asked(seat, found).is_some();
    let of = |severity| {
        found().filter(move |((_, found), _)| found.severity == severity && !is_asked(found))
    };
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    html! {
        @for (codes, lines) in desk.found.iter().filter_map(|found| asked(seat, found)) {
            (undecided(seat, codes, lines))
        }
        @if errors > 0 {
            section aria-labelledby="errors" {
                h2 id="errors" { (words.errors_title) " (" (errors) ")" }
                p { (words.errors_lead) }
                @for (found, row) in of(Severity::Error) { (fault(seat, found, row.as_ref())) }
                p { a.button href="/" { (words.load_again) } }
            }
        }
        @if warnings > 0 {
            details open[errors == 0 && warnings < 4] {
                summary { (words.warnings_title) " (" (warnings) ")" }
                @for (found, row) in of(Severity::Warning) { (fault(seat, found, row.as_ref())) }
            }
        }
    }
}

/// The subjects, with their lines, of which it can be said here whether they are core subjects.
fn asked<'f>(seat: &Seat, found: &'f Diagnostic) -> Option<(&'f [String], &'f [String])> {
    match &found.fault {
        Fault::SubjectsUnknown { codes, lines } if seat.desk.source.can_decide() => {
            Some((codes, lines))
        }
        _ => None,
    }
}

/// Subjects of which nobody said whether they are core subjects, to be said here.
fn undecided(seat: &Seat, codes: &[String], lines: &[String]) -> Markup {
    let (words, names) = (seat.words(), report_words(seat.language));
    // What looks like a core subject is for a person to say.
    let is_plain = |code: &String| {
        lines.iter().any(|line| line.starts_with(code.as_str()) && line.ends_with(";no"))
    };
    let levels = [("required", Level::Required), ("desired", Level::Desired)];
    let levels = levels.map(|(value, level)| (value, names.level(level)));
    html! {
        form.core method="post" action=(seat.address("/core")) aria-labelledby="core" {
            h2 id="core" { (words.core_title) }
            p { (words.core_lead) }
            table {
                tbody {
                    @for (at, code) in codes.iter().enumerate() {
                        tr {
                            th scope="row" { label for={ "core-" (at) } { (code) } }
                            td {
                                input type="hidden" name="subject" value=(code);
                                select id={ "core-" (at) } name="level" required {
                                    @if !is_plain(code) { option value="" { "–" } }
                                    option value="no" { (words.core_no) }
                                    @for (value, name) in &levels { option value=(value) { (name) } }
                                }
                            }
                        }
                    }
                }
            }
            p { button.main { (words.core_go_on) } }
        }
    }
}

fn fault(seat: &Seat, (at, found): (usize, &Diagnostic), row: Option<&QuotedRow>) -> Markup {
    let labels = report_words(seat.language).labels();
    let (kind, sign) = match found.severity {
        Severity::Error => (labels.error, "✕"),
        Severity::Warning => (labels.warning, "!"),
    };
    let Wording { message, help } = found.wording(seat.language);
    html! {
        article.fault .grave[found.severity == Severity::Error] {
            p {
                strong { (sign) " " (kind) ": " } (message)
            }
            p.soft {
                (found.location.file)
                @if let Some(line) = found.location.line { ", " (labels.line) " " (line) }
                @if let Some(column) = &found.location.column { ", " (labels.column) " " (column) }
            }
            @if let Some(row) = row { (quoted(seat, row, is_mended_here(seat, found, row).then_some(at))) }
            @if let Some(help) = help { p { (labels.help) ": " (help) } }
        }
    }
}

/// Whether the cell that is meant can be mended on the page: nobody works with the school yet, and it is shown whole.
fn is_mended_here(seat: &Seat, found: &Diagnostic, row: &QuotedRow) -> bool {
    let cell = row.marked.map(|at| row.cells.get(at).map_or("", String::as_str));
    seat.desk.bench.is_none()
        && cell.is_some_and(|cell| !cell.ends_with('…'))
        && seat.desk.source.can_mend(&found.location)
}

/// The row as in a spreadsheet, with the cell that is meant; with the number of its fault as a field to be mended.
fn quoted(seat: &Seat, row: &QuotedRow, mended: Option<usize>) -> Markup {
    let words = seat.words();
    let width = row.cells.len().max(row.headings.len());
    let text = |cells: &[String], at: usize| cells.get(at).cloned().unwrap_or_default();
    html! {
        div.scroll tabindex="0" role="group" aria-label=(words.the_row) {
            table.row {
                thead { tr { @for at in 0..width { th scope="col" { (text(&row.headings, at)) } } } }
                tbody {
                    tr {
                        @for at in 0..width {
                            @if row.marked == Some(at) {
                                td.marked {
                                    @if let Some(fault) = mended {
                                        form.inline method="post" action=(seat.address("/mend")) {
                                            input type="hidden" name="fault" value=(fault);
                                            input.short name="value" value=(text(&row.cells, at)) aria-label=(text(&row.headings, at)) autocomplete="off";
                                            button.quiet { (words.mend) }
                                        }
                                    } @else { strong { "▸ " (text(&row.cells, at)) } }
                                }
                            } @else {
                                td { (text(&row.cells, at)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Lessons that clash in the timetable that was read, and what can be done about it.
pub(in crate::web) fn clashes(seat: &Seat, school: &School, breaches: &[Breach]) -> Markup {
    let words = seat.words();
    let naming = Naming { school, words: report_words(seat.language) };
    html! {
        section aria-labelledby="clashes" {
            h2 id="clashes" { (words.clashes_title) " (" (breaches.len()) ")" }
            p { (words.clashes_lead) }
            ul { @for breach in breaches { li { (naming.words.breach(breach, &naming)) } } }
            form method="post" action=(seat.address("/accept")) { button { (words.accept_clashes) } }
        }
    }
}
