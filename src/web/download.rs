//! Everything that can be taken along, each file made when it is asked for.

use std::io::{Cursor, Write as _};

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::desk::Bench;
use super::downloads::{DOWNLOADS, Download};
use super::refused::Refused;
use super::seat::Seat;
use super::situation::Situation;
use crate::diff::Offer;
use crate::domain::Language;
use crate::export::plans::{File, Plans, files};
use crate::export::{self, Target, csv, folder};
use crate::input::{Sheet, raw_sheets};
use crate::pipeline::today;
use crate::report::matching::{self, Matching};
use crate::report::{Report, html, json};

const HTML: &str = "text/html; charset=utf-8";
const CSV: &str = "text/csv; charset=utf-8";
const JSON: &str = "application/json";
const ZIP: &str = "application/zip";
const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The file called `name`.
pub(super) fn download(seat: &Seat, name: &str) -> Result<Response, Refused> {
    let known = DOWNLOADS.into_iter().find(|(known, _)| *known == name);
    let (name, file) = known.ok_or(Refused::Missing)?;
    let bench = seat.bench()?;
    let now = bench.now();
    let (kind, bytes) = made(seat, &now, bench, file).ok_or(Refused::Missing)?;
    let disposition = format!("attachment; filename=\"{name}\"");
    let headers = [(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

fn made(
    seat: &Seat,
    now: &Situation,
    Bench { sheet, almanac, .. }: &Bench,
    file: Download,
) -> Option<(&'static str, Vec<u8>)> {
    let answer = now.answer.as_ref()?;
    let report = Report { school: &now.school, sheet, answer, printed: today() };
    let offer = report.offer()?;
    Some(match file {
        Download::Report => (HTML, page(report, now, seat.language).into_bytes()),
        Download::Timetable => (CSV, csv::timetable(offer, sheet).into_bytes()),
        Download::Changes => (CSV, csv::changes(offer, sheet).written(sheet).into_bytes()),
        Download::Pupils => (CSV, csv::pupils(offer).written(sheet).into_bytes()),
        Download::Apprentices => {
            let files = folder::files(&now.school);
            let own = files.into_iter().find(|(name, _)| *name == "apprentices.csv");
            (CSV, own?.1.into_bytes())
        }
        Download::Solution => (JSON, solution(report, now, seat.language).into_bytes()),
        Download::Plans => {
            let (language, printed) = (seat.language, today());
            (ZIP, packed(&files(Plans { offer, almanac, language, printed }))?)
        }
        Download::Workbook => (WORKBOOK, workbook(seat, offer, sheet)?),
    })
}

/// The report, with who goes where if that is a question.
fn page(report: Report<'_>, now: &Situation, language: Language) -> String {
    match now.seats() {
        Some(seats) => matching::html(Matching { report, seats: &seats }, language),
        None => html::solution(report, language),
    }
}

/// The answer for programs, with the seats if there are any to choose among.
pub(super) fn solution(report: Report<'_>, now: &Situation, language: Language) -> String {
    match now.seats() {
        Some(seats) => matching::json(Matching { report, seats: &seats }, language),
        None => json::solution(report, language),
    }
}

fn workbook(seat: &Seat, offer: Offer<'_>, sheet: &Sheet) -> Option<Vec<u8>> {
    let request = export::Request {
        school: offer.school,
        sheet,
        proposal: offer.proposal,
        originals: &[],
        sheets: &raw_sheets(seat.desk.source.school()),
        changes: &csv::changes(offer, sheet),
        away: Some(&csv::away(offer)),
        weeks: &[],
    };
    export::export(Target::Workbook, &request).ok().map(|exported| exported.file)
}

/// Files in one; each dated alike, so that the same plans are the same bytes.
fn packed(files: &[File]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        zip.start_file(name, SimpleFileOptions::default()).ok()?;
        zip.write_all(text.as_bytes()).ok()?;
    }
    zip.finish().ok().map(Cursor::into_inner)
}
