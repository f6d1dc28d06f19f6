//! The key of the page: whoever has it came from the address that the program printed.

use std::fmt::Write as _;

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
}
