//! Lessons that get in each other's way by guests and ways: breaches, and periods that are missed for another lesson.

use super::{Act, State};
use crate::model::{Auxiliary, Booking};
use crate::problem::{LessonId, Pair, PeriodId};

impl State<'_> {
    /// Counts what happens between the lesson of a booking and every other that is assigned.
    pub(super) fn change_pairs(&mut self, booking: &Booking, act: Act) {
        let problem = self.context.problem;
        for pair in problem.lesson(booking.lesson).pairs.iter().map(|&pair| &problem.pairs[pair]) {
            let [first, second] = pair.lessons;
            let other = if first == booking.lesson { second } else { first };
            if !self.is_assigned[other] {
                continue;
            }
            let [one, two] = self.starts(pair, booking);
            let clashes = i64::from(pair.clash(one, two));
            self.cost.breaches += act.sign() * clashes;
            self.pair_clashes += act.sign() * clashes;
            let missed = pair.misses.iter().filter(|miss| pair.is_missed(miss, one, two));
            for miss in missed {
                self.change_missed(miss.period, booking, act);
            }
        }
        self.is_assigned[booking.lesson] = act == Act::Assign;
    }

    /// The starts of a pair's lessons, one of which has `booking`.
    fn starts(&self, pair: &Pair, booking: &Booking) -> [usize; 2] {
        pair.lessons.map(|lesson| self.start(lesson, booking))
    }

    fn start(&self, lesson: LessonId, booking: &Booking) -> usize {
        if lesson == booking.lesson { booking.start } else { self.bookings[lesson.index()].start }
    }

    /// Counts that a period is missed for one more lesson, or one less; it is paid for once, and not if it is missed anyway.
    fn change_missed(&mut self, period: PeriodId, booking: &Booking, act: Act) {
        let others = act.count(&mut self.missed_for[period]);
        let owner = self.context.problem.periods[period].lesson;
        if others > 0 || self.context.is_away(period, self.start(owner, booking)) {
            return;
        }
        let missed = Auxiliary::Missed(period);
        self.cost.points += act.sign() * missed.points(self.context.problem);
        let before = self.missed_too_much();
        self.missed += act.sign() * missed.desired_missed(self.context.problem);
        self.cost.breaches += self.missed_too_much() - before;
    }

    /// The lessons of pairs that clash.
    pub(in crate::solve::tabu_search) fn in_each_others_way(&self) -> Vec<LessonId> {
        if self.pair_clashes == 0 {
            return Vec::new();
        }
        let pairs = self.context.problem.pairs.iter();
        let clash = |pair: &&Pair| {
            let [one, other] = pair.lessons.map(|lesson| self.bookings[lesson.index()].start);
            pair.clash(one, other)
        };
        pairs.filter(clash).flat_map(|pair| pair.lessons).collect()
    }
}
