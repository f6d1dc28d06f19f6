//! A short name of a school by what is in it.

use super::school::School;

impl School {
    /// A short name of the school as the program reads it, by which a certificate knows it again. Everything that the law
    /// speaks of is in it. Nothing rests on it: a proof is checked against the school itself.
    ///
    /// # Source
    /// G. Fowler, L. Noll, K. Vo: the FNV-1a hash, with 64 bits (1991).
    #[must_use]
    pub fn digest(&self) -> String {
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        format!("{:016x}", format!("{self:?}").bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }
}
