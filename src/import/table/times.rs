//! Periods made of times: lessons that begin and end at times of their own are put on the periods that most of them keep.

use std::collections::BTreeMap;

/// From when to when, in minutes after midnight.
pub(super) type Stretch = (u32, u32);

/// The periods of a day, and which of them a stretch of time takes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Times {
    /// The periods, in order.
    pub(super) periods: Vec<Stretch>,
}

impl Times {
    /// The periods that fit the most lessons, none of them overlapping: of each stretch it is known how many lessons have it.
    /// A stretch that others fill, as a double lesson is, is no period.
    ///
    /// # Source
    /// Weighted interval scheduling by dynamic programming; Kleinberg and Tardos, *Algorithm Design*, 2005, section 6.1.
    pub(super) fn of(counts: &BTreeMap<Stretch, usize>) -> Self {
        let is_filled = |whole: &Stretch| {
            let inside = |part: &&Stretch| *part != whole && part.0 >= whole.0 && part.1 <= whole.1;
            let parts: Vec<&Stretch> = counts.keys().filter(inside).collect();
            parts.iter().any(|part| part.0 == whole.0) && parts.iter().any(|part| part.1 == whole.1)
        };
        let mut stretches: Vec<(Stretch, usize)> = counts
            .iter()
            .filter(|(stretch, _)| !is_filled(stretch))
            .map(|(stretch, count)| (*stretch, *count))
            .collect();
        stretches.sort_by_key(|((start, end), _)| (*end, *start));
        // The most lessons among the first stretches, and the last of those that are chosen.
        let mut best: Vec<(usize, Option<usize>)> = vec![(0, None)];
        for (at, ((start, _), count)) in stretches.iter().enumerate() {
            let before = stretches[..at].partition_point(|((_, end), _)| end <= start);
            let with = best[before].0 + count;
            let without = best[at];
            best.push(if with > without.0 { (with, Some(at)) } else { without });
        }
        let mut periods = Vec::new();
        let mut at = stretches.len();
        while let Some(chosen) = best[at].1 {
            periods.push(stretches[chosen].0);
            at = stretches[..chosen].partition_point(|((_, end), _)| *end <= stretches[chosen].0.0);
        }
        periods.reverse();
        Self { periods }
    }

    /// The first and last period, from 1, that a stretch takes, and whether it begins and ends with them. A stretch that
    /// meets none takes the nearest.
    pub(super) fn taken(&self, (start, end): Stretch) -> Option<(u8, u8, bool)> {
        let overlap = |period: &Stretch| period.1.min(end).saturating_sub(period.0.max(start));
        // A period belongs to a stretch that covers half of it.
        let is_met = |period: &Stretch| overlap(period) * 2 >= period.1 - period.0;
        let met: Vec<usize> =
            (0..self.periods.len()).filter(|&at| is_met(&self.periods[at])).collect();
        let nearest =
            || (0..self.periods.len()).min_by_key(|&at| self.periods[at].0.abs_diff(start));
        let first = met.first().copied().or_else(nearest)?;
        let last = met.last().copied().unwrap_or(first);
        let is_exact = self.periods[first].0 == start && self.periods[last].1 == end;
        Some((u8::try_from(first + 1).ok()?, u8::try_from(last + 1).ok()?, is_exact))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn double_lessons_take_the_periods_that_fill_them() {
        let counts = [((480, 525), 9), ((525, 570), 8), ((480, 570), 20), ((590, 635), 5)];
        let times = Times::of(&counts.into());
        assert_eq!(times.periods, [(480, 525), (525, 570), (590, 635)]);
        assert_eq!(times.taken((480, 570)), Some((1, 2, true)));
        assert_eq!(times.taken((590, 635)), Some((3, 3, true)));
    }

    #[test]
    fn a_lesson_at_a_time_of_its_own_is_put_on_the_nearest_period_and_that_is_told() {
        let counts = [((480, 540), 9), ((550, 610), 8), ((485, 545), 1), ((700, 760), 3)];
        let times = Times::of(&counts.into());
        assert_eq!(times.periods, [(480, 540), (550, 610), (700, 760)]);
        assert_eq!(times.taken((485, 545)), Some((1, 1, false)));
        assert_eq!(times.taken((640, 650)), Some((3, 3, false)));
        assert_eq!(Times::of(&BTreeMap::new()).taken((1, 2)), None);
    }
}
