//! `time.txt`, Untis Info's list of periods: the bells, which GPU001 lacks.
//!
//! # Source
//! Untis, *Info-Stundenplan*: weekday, count, period, start and end as `HHMM`, divided by tabs.

use super::slot::slot;
use crate::diagnostic::{Field, Foreign};
use crate::import::bells::Bells;
use crate::import::ledger::Ledger;
use crate::import::lines::Lines;
use crate::input::minutes;

/// The file's name, in small letters.
pub(super) const FILE: &str = "time.txt";

/// The columns of the list.
mod column {
    pub(super) const DAY: usize = 1;
    pub(super) const PERIOD: usize = 3;
    pub(super) const START: usize = 4;
    pub(super) const END: usize = 5;
}

/// Reads the times of periods; reports lines that say none.
pub(super) fn read(lines: &Lines, ledger: &mut Ledger) -> Bells {
    let mut bells = Bells::new();
    for line in lines.all() {
        let (start, end) = (line.cell(column::START), line.cell(column::END));
        let times = time(&start).zip(time(&end)).filter(|(start, end)| start < end);
        let slot = slot(&line.cell(column::DAY), &line.cell(column::PERIOD));
        if let Some((slot, times)) = slot.zip(times) {
            bells.insert(slot, times);
        } else {
            let written = format!("{start} {end}");
            let fault = Foreign::RowWrong { written, column: Field::Times };
            ledger.note(fault, line.location(column::DAY));
        }
    }
    bells
}

/// `0800`, and `800` where a spreadsheet was at the file.
fn time(written: &str) -> Option<u32> {
    minutes(written).or_else(|| minutes(&format!("{written:0>4}")))
}
