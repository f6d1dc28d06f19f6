//! Dates.

use crate::domain::{Date, Language};

/// A date as it is written in a text.
pub(crate) fn date(date: Date, language: Language) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (year, month, day) = date.parts();
    let name = usize::try_from(month - 1).ok().and_then(|month| MONTHS.get(month));
    match language {
        Language::Danish => format!("{day}.{month}.{year}"),
        Language::Swedish => date.to_string(),
        Language::English => format!("{day} {} {year}", name.unwrap_or(&"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_written_as_each_language_writes_it() {
        let written = Date::new(2026, 8, 9).map(|day| Language::ALL.map(|one| date(day, one)));
        let expected = ["9.8.2026", "2026-08-09", "9 Aug 2026"].map(str::to_owned);
        assert_eq!(written, Some(expected));
    }
}
