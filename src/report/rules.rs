//! The rules and the prices in words, for people who ask what the program goes by.

use super::text::section;
use super::text::table::{Side, Table};
use super::words::words;
use crate::domain::{Language, Price, Rule, Weights};

/// Every rule with its code, and every kind of points with its key and default weight.
#[must_use]
pub fn rules(language: Language) -> String {
    let words = words(language);
    let weights = Weights::default_weights();
    let mut rules = Table::new([Side::Left, Side::Left]);
    for rule in Rule::ALL {
        let help = words.rule(rule);
        rules.push([&rule.code(), &help.title]);
        rules.push([&"", &help.text]);
    }
    let mut prices = Table::new([Side::Left, Side::Right, Side::Left]);
    for price in Price::ALL {
        prices.push([&price.key(), &weights[price], &words.price(price).text]);
    }
    let heading = format!("{} (school.toml, [points])", words.labels().breakdown);
    format!("{}\n{}", section(words.labels().rules, &rules), section(&heading, &prices))
}
