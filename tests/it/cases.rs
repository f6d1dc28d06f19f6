//! Which random cases a property is tried on: always the same ones, so that no run fails by chance; others where asked for.
//!
//! `MESTERSKEMA_SEED=7 MESTERSKEMA_TIMES=20 cargo test --locked` tries twenty times as many, drawn from seed 7.

use std::env;

use proptest::test_runner::{Config, RngSeed};

/// So many cases of a property.
pub(crate) fn cases(cases: u32) -> Config {
    let seed = number("MESTERSKEMA_SEED").unwrap_or(1);
    let times = number("MESTERSKEMA_TIMES").unwrap_or(1);
    Config {
        cases: cases * u32::try_from(times).unwrap(),
        rng_seed: RngSeed::Fixed(seed),
        failure_persistence: None,
        ..Config::default()
    }
}

/// The number that a variable of the environment says; one that is no number ends the test.
fn number(variable: &str) -> Option<u64> {
    let said = env::var(variable).ok()?;
    Some(said.parse().unwrap_or_else(|_| panic!("{variable}={said} should be a number")))
}
