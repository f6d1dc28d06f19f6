//! What schools do when a lesson fits nowhere: part a double lesson, take on a teacher, fit out a room.

use crate::generate::chance::Chance;
use crate::generate::draft::{DAYS, Draft, Teacher, Unit, Venue};

/// Helps a unit that fits nowhere: makes single lessons of a double one of its class, or relieves its teachers and rooms.
pub(super) fn help(draft: &mut Draft, unit: usize, chance: &mut Chance) {
    let class = chance.pick(&draft.units[unit].classes);
    let is_own = |other: &usize| draft.units[*other].classes.iter().copied().eq(class);
    let doubles = (0..draft.units.len()).filter(is_own).filter(|&other| is_divisible(draft, other));
    let doubles: Vec<usize> = doubles.collect();
    match chance.pick(&doubles).filter(|_| chance.percent(60)) {
        Some(double) => part(draft, double),
        None => relieve(draft, unit),
    }
}

/// Whether it is a longer lesson that could be on one more day; bands and what takes turns stay as they are.
fn is_divisible(draft: &Draft, unit: usize) -> bool {
    let unit = &draft.units[unit];
    let [strand] = unit.strands.as_slice() else { return false };
    unit.length > 1 && draft.jobs[strand.job].units.len() < DAYS
}

/// Makes two units of one.
fn part(draft: &mut Draft, unit: usize) {
    let Unit { length, courses, strands, .. } = draft.units[unit].clone();
    draft.units[unit].length = length - 1;
    draft.add_unit(1, &courses, strands);
}

/// Gives all jobs of a unit to new teachers, and the school one more room of each kind that it needs.
fn relieve(draft: &mut Draft, unit: usize) {
    for strand in &draft.units[unit].strands {
        draft.taught_by[strand.job] = draft.teachers.len();
        draft.teachers.push(Teacher { absent: vec![false; draft.slots()] });
        if let Venue::Special(kind) = strand.room {
            draft.stocks[kind].rooms += 1;
        }
    }
}
