//! Which random cases a property is tried on: always the same ones, so that no run fails by chance; others where asked for.
//!
//! `MESTERSKEMA_SEED=7 MESTERSKEMA_TIMES=20 cargo test --locked` tries twenty times as many, drawn from seed 7.

use std::env;

use proptest::test_runner::{Config, RngSeed};

/// The seed that random cases are drawn from.
pub(crate) fn seed() -> u64 {
    number("MESTERSKEMA_SEED").unwrap_or(1)
}

/// So many times as many cases as usual are tried.
pub(crate) fn times() -> u32 {
    number("MESTERSKEMA_TIMES").map_or(1, |times| u32::try_from(times).unwrap())
}

/// So many cases of a property, or as many times more as are asked for.
pub(crate) fn cases(cases: u32) -> Config {
    Config { cases: cases * times(), rng_seed: RngSeed::Fixed(seed()), ..Config::default() }
}

/// The number that a variable of the environment says; one that is no number ends the test.
fn number(variable: &str) -> Option<u64> {
    let said = env::var(variable).ok()?;
    Some(said.parse().unwrap_or_else(|_| panic!("{variable}={said} should be a number")))
}
