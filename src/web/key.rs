//! The key of the page: whoever has it came from the address that the program printed.

use std::fmt::Write as _;
use std::time::Duration;

use crate::pipeline::Deadline;

/// How long a browser may take to start.
const PATIENCE: Duration = Duration::from_secs(120);

/// A secret of 128 bits, as text for an address and a cookie.
#[derive(Clone, Debug)]
pub(super) struct Key(String);

impl Key {
    /// A key that nobody can guess; `None` where the system gives no chance.
    pub(super) fn new() -> Option<Self> {
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).ok()?;
        let mut text = String::new();
        bytes.iter().try_for_each(|byte| write!(text, "{byte:02x}")).ok()?;
        Some(Self(text))
    }

    /// The key as it stands in the address.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether `offered` is the key; takes as long for any wrong one.
    pub(super) fn opens(&self, offered: &str) -> bool {
        let differences = self.0.bytes().zip(offered.bytes()).map(|(own, other)| own ^ other);
        let difference = differences.fold(0, |sum, difference| sum | difference);
        self.0.len() == offered.len() && difference == 0
    }
}

/// A key that opens once, and only soon.
pub(super) struct OnceKey {
    key: Key,
    until: Deadline,
}

impl OnceKey {
    /// A key that opens from now on.
    pub(super) fn new(key: Key) -> Self {
        Self { key, until: Deadline::after(PATIENCE) }
    }

    /// Whether `offered` is the key.
    pub(super) fn opens(&self, offered: &str) -> bool {
        self.key.opens(offered)
    }

    /// Whether it still opens.
    pub(super) fn is_valid(&self) -> bool {
        !self.until.is_over()
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_opens_and_no_two_are_alike() {
        let (key, other) = (Key::new().unwrap(), Key::new().unwrap());
        assert!(key.opens(key.as_str()));
        for wrong in [other.as_str(), "", &key.as_str()[1..]] {
            assert!(!key.opens(wrong));
        }
    }

    #[test]
    fn a_key_for_once_does_not_open_late() {
        let key = Key::new().unwrap();
        assert!(OnceKey::new(key.clone()).is_valid());
        assert!(!OnceKey { key, until: Deadline::after(Duration::ZERO) }.is_valid());
    }
}
