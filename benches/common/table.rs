//! Tables as Markdown, and numbers as their cells. Nothing is measured here.

/// A table with one line for each row; the first column is text, the others are numbers.
pub(crate) fn table<const COLUMNS: usize>(
    headings: [&str; COLUMNS],
    rows: &[[String; COLUMNS]],
) -> String {
    let headings = headings.map(str::to_owned);
    let widths = |column: usize| {
        let cells = rows.iter().chain([&headings]).map(|row| row[column].chars().count());
        cells.max().unwrap_or(0)
    };
    let widths: [usize; COLUMNS] = std::array::from_fn(widths);
    let line = |row: &[String; COLUMNS]| {
        let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
            if column == 0 { format!("| {cell:<width$} ") } else { format!("| {cell:>width$} ") }
        });
        cells.collect::<String>() + "|\n"
    };
    let rules = widths.iter().enumerate().map(|(column, &width)| {
        if column == 0 {
            format!("|{:-<1$}", "", width + 2)
        } else {
            format!("|{:->1$}:", "", width + 1)
        }
    });
    let rules = rules.collect::<String>() + "|\n";
    line(&headings) + &rules + &rows.iter().map(line).collect::<String>()
}

/// A duration as a cell.
pub(crate) fn seconds(seconds: f64) -> String {
    if seconds < 10.0 { format!("{seconds:.2} s") } else { format!("{seconds:.0} s") }
}

/// An amount of memory as a cell.
pub(crate) fn memory(kib: Option<u64>) -> String {
    kib.map_or_else(|| "unknown".to_owned(), |kib| format!("{} MiB", kib.div_ceil(1024)))
}
