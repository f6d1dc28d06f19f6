//! What whole numbers have in common.

/// The greatest number that divides all of `numbers`, never negative; 0 if there are none but zeros.
#[must_use]
pub fn common_divisor(numbers: impl IntoIterator<Item = i64>) -> i64 {
    let of_both = |mut one: u64, mut other: u64| {
        while other != 0 {
            (one, other) = (other, one % other);
        }
        one
    };
    let divisor = numbers.into_iter().map(i64::unsigned_abs).fold(0, of_both);
    i64::try_from(divisor).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_and_zeros_do_not_matter() {
        assert_eq!(common_divisor([12, -18, 0]), 6);
        assert_eq!(common_divisor([7, 5]), 1);
        assert_eq!(common_divisor([0, 0]), 0);
        assert_eq!(common_divisor([]), 0);
    }
}
