//! Numbers with a decimal.

use super::pick;
use crate::domain::Language;

/// A number of tenths with its one decimal, e.g. `4.5`, `4.0`.
pub(crate) fn decimal(tenths: i64, language: Language) -> String {
    let point = pick!(language, ',', ',', '.');
    format!("{}{point}{}", tenths / 10, tenths % 10)
}

/// A number of tenths with a decimal only where it is not whole, e.g. `4.5`, `4`.
pub(crate) fn tenths(tenths: i64, language: Language) -> String {
    if tenths % 10 == 0 { (tenths / 10).to_string() } else { decimal(tenths, language) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_decimal_stands_behind_each_languages_own_sign() {
        assert_eq!(Language::ALL.map(|one| decimal(45, one)), ["4,5", "4,5", "4.5"]);
        assert_eq!(decimal(40, Language::English), "4.0");
    }

    #[test]
    fn a_whole_number_of_tenths_can_be_without_a_decimal() {
        assert_eq!(tenths(40, Language::English), "4");
        assert_eq!(tenths(75, Language::Danish), "7,5");
        assert_eq!(tenths(0, Language::Swedish), "0");
    }
}
