//! How seats are divided: quotas, and what is kept.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Node, Search};
use crate::district::oracle::Column;
use crate::domain::Seat;

impl Search<'_, '_> {
    /// How many seats a school may take at a node: its quotas, and of each no more than the others leave.
    pub(super) fn limits(&self, node: &Node, school: usize) -> BTreeMap<Seat, u32> {
        let mut limits = node.quotas[school].clone();
        for (seat, &takes) in &self.oracle.shared.seats {
            let others = (0..node.kept.len()).filter(|&other| other != school);
            let kept: u32 = others.map(|other| node.kept(other, seat)).sum();
            let left = takes.saturating_sub(kept);
            let limit = limits.entry(seat.clone()).or_insert(left);
            *limit = left.min(*limit);
        }
        limits
    }

    /// Cuts a school's quota of a scarce seat in two: where the schools are as in `columns` it takes more than one half allows.
    /// `division` says what it takes where seats cost what they should.
    pub(super) fn branch_on_seats(
        &mut self,
        node: &Node,
        columns: &[Rc<Column>],
        division: &[Rc<Column>],
    ) {
        let Some((school, seat)) = self.most_taken(node, columns) else { return };
        let (kept, taken) = (node.kept(school, &seat), columns[school].taken(&seat));
        let wanted = division.get(school).map_or(taken - 1, |column| column.taken(&seat));
        let most = wanted.clamp(kept, taken - 1);
        let mut fewer = node.clone();
        fewer.quotas[school].insert(seat.clone(), most);
        let mut more = node.clone();
        more.kept[school].insert(seat.clone(), most + 1);
        let all: u32 = (0..more.kept.len()).map(|school| more.kept(school, &seat)).sum();
        if all <= self.oracle.shared.seats[&seat] {
            self.push(more);
        }
        self.push(fewer);
    }

    /// The school that takes most of a scarce seat beyond what is kept for it; `None` if more is kept than there is.
    fn most_taken(&self, node: &Node, columns: &[Rc<Column>]) -> Option<(usize, Seat)> {
        let scarce = self.scarce(node, columns);
        let of_seat = |seat: &Seat| {
            let beyond = columns.iter().enumerate().map(|(school, column)| {
                (column.taken(seat).saturating_sub(node.kept(school, seat)), school)
            });
            let most = beyond.filter(|(beyond, _)| *beyond > 0);
            most.max_by_key(|&(beyond, school)| (beyond, std::cmp::Reverse(school)))
                .map(|(beyond, school)| (beyond, school, seat.clone()))
        };
        let most = scarce.iter().filter_map(of_seat);
        most.max_by_key(|(beyond, ..)| *beyond).map(|(_, school, seat)| (school, seat))
    }
}
