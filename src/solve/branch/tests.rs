//! Branching: nothing is lost between the children of a node, and nothing is in two of them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use itertools::Itertools;

use super::{
    BranchingCandidate, Decision, branching_candidates, divide_any, divide_rest, integral,
};
use crate::domain::Effort;
use crate::model::{Booking, Scope};
use crate::problem::{ChooserId, LessonId, Problem, Table};
use crate::solve::choices::{OpenChoices, divide, propagated, undecided};
use crate::solve::separate::Solution;
use crate::solve::tests::{Chance, Tiny, all_open, bookings_in, decided, mixed};

fn with(scope: &Scope, decision: &Decision) -> Scope {
    let mut child = scope.clone();
    decision.apply(&mut child);
    child
}

fn all_bookings(problem: &Problem, scope: &Scope) -> Vec<Booking> {
    let lessons = problem.lessons().map(|(lesson, _)| lesson);
    lessons.flat_map(|lesson| bookings_in(problem, scope, lesson)).collect()
}

/// Every booking of `scope` is in exactly one of the children for the lesson that they are about, in both for any other;
/// each child has fewer.
fn assert_divides(problem: &Problem, scope: &Scope, decisions: &[Decision; 2]) {
    let children = decisions.each_ref().map(|decision| with(scope, decision));
    let lesson = decisions[0].lesson();
    assert_eq!(lesson, decisions[1].lesson());
    for booking in all_bookings(problem, scope) {
        let inside = children.each_ref().map(|child| child.points(problem, &booking).is_some());
        if booking.lesson == lesson {
            assert_eq!(inside.iter().filter(|&&inside| inside).count(), 1, "{booking:?}");
            let excluded = decisions.each_ref().map(|decision| decision.excludes(&booking));
            assert_eq!(excluded, inside.map(|inside| !inside), "{booking:?}");
        } else {
            assert_eq!(inside, [true; 2], "{booking:?}");
        }
    }
    for child in children {
        assert!(
            all_bookings(problem, &child).iter().all(|one| scope.points(problem, one).is_some())
        );
    }
}

/// The scope of a node some way down the tree.
fn node(tiny: &Tiny, chance: &mut Chance) -> Scope {
    let mut scope = Scope::new(&tiny.problem, decided(&tiny.problem, chance));
    for _ in 0..chance.below(3) {
        let Some(solution) = mixed(&tiny.problem, &scope, chance) else { break };
        let candidates = branching_candidates(&tiny.problem, &solution);
        if !candidates.is_empty() {
            let candidate = &candidates[chance.below(candidates.len())];
            candidate.decisions(&tiny.problem, &scope)[chance.below(2)].apply(&mut scope);
        }
    }
    scope
}

#[test]
fn the_children_of_every_candidate_hold_each_booking_once() {
    let mut tried = 0;
    for seed in 0..400 {
        let tiny = Tiny::new(seed, Effort::Best);
        let mut chance = Chance::new(seed);
        let scope = node(&tiny, &mut chance);
        let Some(solution) = mixed(&tiny.problem, &scope, &mut chance) else { continue };
        for candidate in branching_candidates(&tiny.problem, &solution) {
            let decisions = candidate.decisions(&tiny.problem, &scope);
            assert_divides(&tiny.problem, &scope, &decisions);
            assert_cut_off(solution.values(candidate.lesson), &candidate, &decisions);
            tried += 1;
        }
    }
    assert!(tried > 1500, "{tried} candidates");
}

/// Of a fractional lesson each child cuts something off, and the first leaves what the candidate says.
fn assert_cut_off(
    values: &[(Booking, f64)],
    candidate: &BranchingCandidate,
    decisions: &[Decision; 2],
) {
    let left = decisions.each_ref().map(|decision| {
        let kept = values.iter().filter(|(booking, _)| !decision.excludes(booking));
        kept.map(|one| one.1).sum::<f64>()
    });
    assert!((left[0] - candidate.value).abs() < 1e-9 && (left[1] + left[0] - 1.0).abs() < 1e-9);
    assert!(left.iter().all(|&left| left < 1.0));
}

#[test]
fn a_solution_without_candidates_is_whole_or_divided_by_rooms() {
    let (mut whole, mut rooms) = (0, 0);
    for seed in 0..400 {
        let tiny = Tiny::new(seed, Effort::Best);
        let problem = &tiny.problem;
        let mut chance = Chance::new(seed);
        let scope = node(&tiny, &mut chance);
        let Some(anywhere) = mixed(problem, &scope, &mut chance) else { continue };
        // Each lesson at one start, perhaps in several rooms.
        let mut solution = Solution::at_home(problem);
        for (lesson, _) in problem.lessons() {
            let start = anywhere.values(lesson)[0].0.start;
            let mut here = bookings_in(problem, &scope, lesson);
            here.retain(|booking| booking.start == start);
            let shares = chance.shares(here.len());
            solution.put(lesson, here.into_iter().zip(shares).collect());
        }
        assert!(branching_candidates(problem, &solution).is_empty());
        if integral(&solution).is_some() {
            whole += 1;
        } else {
            let decisions = divide_rest(problem, &scope, &solution).unwrap();
            assert!(matches!(decisions[0], Decision::KeepRooms(..)));
            assert_divides(problem, &scope, &decisions);
            rooms += 1;
        }
    }
    assert!(whole > 30 && rooms > 50, "{whole} whole, {rooms} divided by rooms");
}

#[test]
fn dividing_without_a_solution_goes_on_until_each_lesson_has_one_booking() {
    for seed in 0..100 {
        let tiny = Tiny::new(seed, Effort::Best);
        let problem = &tiny.problem;
        let mut chance = Chance::new(seed);
        let mut scope = Scope::new(problem, decided(problem, &mut chance));
        while let Some(decisions) = divide_any(problem, &scope) {
            assert_divides(problem, &scope, &decisions);
            scope = with(&scope, &decisions[chance.below(2)]);
        }
        for (lesson, indexed) in problem.lessons() {
            assert!(open_bookings(&scope, lesson, indexed.starts.len()) <= 1);
            let rooms = indexed.rooms.iter().enumerate();
            let mut counts = rooms.map(|(number, used)| scope.rooms(lesson, number, used).len());
            assert!(counts.all(|count| count == 1));
        }
    }
}

fn open_bookings(scope: &Scope, lesson: LessonId, starts: usize) -> usize {
    (0..starts).filter(|&start| scope.start_points(lesson, start).is_some()).count()
}

/// Every way to take one open choice for each chooser that the seats allow: the numbers of the choices.
fn complete(problem: &Problem, open: &OpenChoices) -> Vec<Vec<usize>> {
    let of_choosers = open.iter().map(|open| (0..open.len()).filter(|&choice| open[choice]));
    let all = of_choosers.multi_cartesian_product();
    all.filter(|choices| keeps_seats(problem, choices)).collect()
}

fn keeps_seats(problem: &Problem, choices: &[usize]) -> bool {
    let mut taken = Table::filled(&problem.seats.ids(), 0);
    for (chooser, &choice) in problem.choosers.iter().zip(choices) {
        for &(seat, pupils) in &chooser.choices[choice].seats {
            taken[seat] += pupils;
        }
    }
    taken.iter().zip(&problem.seats).all(|(taken, seats)| taken <= seats)
}

#[test]
fn the_children_of_a_chooser_hold_each_way_to_choose_once() {
    let (mut divided, mut refused) = (0, 0);
    for seed in 0..300 {
        let mut problem = Tiny::new(seed, Effort::Best).problem;
        let mut chance = Chance::new(seed);
        add_seats(&mut problem, &mut chance);
        let ways = complete(&problem, &all_open(&problem));
        let Some(root) = propagated(&problem, all_open(&problem)) else {
            assert!(ways.is_empty(), "seed {seed}");
            refused += 1;
            continue;
        };
        assert_eq!(complete(&problem, &root), ways, "seed {seed}");
        let Some(chooser) = undecided(&root) else { continue };
        let children = divide(&problem, &root, chooser, None);
        let mut held: Vec<_> =
            children.iter().flat_map(|child| complete(&problem, child)).collect();
        held.sort();
        let mut expected = ways;
        expected.sort();
        assert_eq!(held, expected, "seed {seed}");
        divided += 1;
    }
    assert!(divided > 50 && refused > 5, "{divided} divided, {refused} without any way");
}

/// Two places with few seats, and more choosers than the school has.
fn add_seats(problem: &mut Problem, chance: &mut Chance) {
    problem.seats = (0..2).map(|_| chance.pick(&[0, 1, 1, 2])).collect();
    let first = problem.choosers[ChooserId::new(0)].clone();
    problem.choosers = (0..3).map(|_| first.clone()).collect();
    for chooser in &mut problem.choosers {
        let away = chooser.choices[0].clone();
        chooser.choices = vec![away; 1 + chance.below(3)];
        for choice in &mut chooser.choices {
            let taken = problem.seats.ids().filter(|_| chance.percent(50));
            choice.seats = taken.map(|seat| (seat, 1)).collect();
        }
    }
}
