//! Ways between sites: who can be at one site in a period, and at another in a later one.

use std::collections::BTreeMap;

use super::almanac::Hours;
use super::calendar::Slot;
use super::name::SiteName;

/// How long a period counts for where `periods.csv` has no times of both, in minutes.
const MINUTES_OF_PERIOD: u32 = 45;

/// The ways between sites, and when periods are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Travel {
    /// Minutes from one site to another; none for a way that nobody goes.
    pub minutes: BTreeMap<(SiteName, SiteName), u32>,
    /// When periods begin and end, as far as that is said.
    pub bells: BTreeMap<Slot, Hours>,
}

impl Travel {
    /// Whether nobody who is at one site in one slot can be at the other in the other, whichever is earlier. Never on
    /// different days, in the same slot, or where either has no site.
    #[must_use]
    pub fn is_too_far(
        &self,
        one: (Slot, Option<&SiteName>),
        other: (Slot, Option<&SiteName>),
    ) -> bool {
        let (before, after) = if one.0 < other.0 { (one, other) } else { (other, one) };
        let ((from_slot, Some(from)), (to_slot, Some(to))) = (before, after) else { return false };
        if from_slot.day != to_slot.day || from_slot.period == to_slot.period || from == to {
            return false;
        }
        let way = self.minutes.get(&(from.clone(), to.clone())).copied().unwrap_or(0);
        i64::from(way) > self.minutes_between(from_slot, to_slot)
    }

    /// From the end of a period to the start of a later one of the same day, in minutes.
    fn minutes_between(&self, before: Slot, after: Slot) -> i64 {
        if let (Some(from), Some(to)) = (self.bells.get(&before), self.bells.get(&after)) {
            return i64::from(to.start.0) - i64::from(from.end.0);
        }
        let between = after.period.0.saturating_sub(before.period.0).saturating_sub(1);
        i64::from(MINUTES_OF_PERIOD * u32::from(between))
    }
}
