//! What is wrong with a school's files, each fault at its cell.

use maud::{Markup, html};

use crate::check::Breach;
use crate::diagnostic::{Diagnostic, Severity, Wording};
use crate::domain::School;
use crate::input::QuotedRow;
use crate::report::words::{Naming, words as report_words};
use crate::web::seat::Seat;

/// All that is wrong, the worst first; nothing if nothing is.
pub(in crate::web) fn faults(seat: &Seat) -> Markup {
    let (words, desk) = (seat.words(), &seat.desk);
    let found = || desk.found.iter().zip(&desk.rows);
    let of = |severity| found().filter(move |(found, _)| found.severity == severity);
    let (errors, warnings) = (of(Severity::Error).count(), of(Severity::Warning).count());
    html! {
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

fn fault(seat: &Seat, found: &Diagnostic, row: Option<&QuotedRow>) -> Markup {
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
            @if let Some(row) = row { (quoted(seat, row)) }
            @if let Some(help) = help { p { (labels.help) ": " (help) } }
        }
    }
}

/// The row as in a spreadsheet, with the cell that is meant.
fn quoted(seat: &Seat, row: &QuotedRow) -> Markup {
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
                                td.marked { strong { "▸ " (text(&row.cells, at)) } }
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
