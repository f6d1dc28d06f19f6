//! What must hold of guests, ways, lessons without a place and places that choose, on tiny random schools.

use std::collections::BTreeSet;

use mesterskema::check::check;
use mesterskema::domain::{Also, Alternative, ClassName, Day, Effort, Price, School};
use mesterskema::pipeline::{Answer, Status};
use mesterskema::scenario::published;
use proptest::prelude::*;

use crate::cases::cases;
use crate::chance::Chance;
use crate::optimum::answer;
use crate::random_school;
use crate::school_builder::{self, Jotted, unchanged};

fn points(answer: &Answer) -> Option<i64> {
    answer.offered.as_ref().map(|(_, verdict)| verdict.difference.breakdown.total())
}

fn known(school: &School) -> (Status, Option<i64>) {
    let answer = answer(school, Effort::Strict);
    (answer.status, points(&answer))
}

/// The school in which everybody is a guest of a class in a subject that it does not have.
fn with_empty_invitations(school: &School) -> School {
    let mut invited = school.clone();
    let away = invited.subjects.keys().next().cloned();
    let classes: Vec<_> = school.classes.keys().cloned().collect();
    for apprentice in &mut invited.apprentices {
        let taught = |class: &&ClassName| {
            let of_class = school.lessons.iter().filter(|lesson| lesson.classes().contains(class));
            let mut pieces = of_class.flat_map(|lesson| &lesson.pieces);
            pieces.any(|piece| Some(&piece.subject) == away.as_ref())
        };
        let host = classes.iter().find(|class| **class != apprentice.class && !taught(class));
        let also = host.map(|class| Also { class: class.clone(), subject: away.clone() });
        apprentice.also.extend(also);
    }
    invited
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn a_guest_of_nothing_misses_no_more(seed in 10_000_u64..1_000_000) {
        let school = random_school::school(seed);
        let proposal = unchanged(&school);
        let invited = with_empty_invitations(&school);
        prop_assert_eq!(
            check(&school, &proposal, Effort::Strict).difference.missed,
            check(&invited, &proposal, Effort::Strict).difference.missed
        );
    }

    #[test]
    fn a_way_that_takes_no_time_changes_nothing(seed in 10_000_u64..1_000_000) {
        let mut school = random_school::school(seed);
        school.travel.minutes.values_mut().for_each(|minutes| *minutes = 0);
        let mut nowhere = school.clone();
        nowhere.travel.minutes.clear();
        prop_assert_eq!(known(&school), known(&nowhere));
    }

    #[test]
    fn a_lesson_that_was_given_a_place_costs_nothing_from_then_on(seed in 10_000_u64..1_000_000) {
        let mut school = random_school::school(seed);
        school.apprentices.clear();
        if let Some((proposal, _)) = answer(&school, Effort::Strict).offered {
            let published = published(&school, &proposal.timetable);
            prop_assert_eq!(known(&published), (Status::Optimal, Some(0)));
        }
    }

    #[test]
    fn more_seats_never_cost_more(seed in 10_000_u64..1_000_000) {
        let school = random_school::school(seed);
        let Some(before) = known(&school).1 else { return Ok(()) };
        for name in school.places.keys() {
            let mut more = school.clone();
            let place = more.places.get_mut(name).unwrap();
            place.pupils.values_mut().for_each(|pupils| *pupils += 1);
            place.total = place.total.map(|total| total + 1);
            let after = known(&more).1;
            prop_assert!(after.is_some_and(|after| after <= before), "{after:?} after {before}");
        }
    }

    #[test]
    fn at_a_huge_price_as_few_are_left_without_a_place_as_seats_allow(seed in 10_000_u64..1_000_000) {
        let school = seats_alone(seed);
        let most = most_seated(&school);
        let (proposal, _) = answer(&school, Effort::Strict).offered.unwrap();
        let given = school.apprentices.iter().zip(&proposal.away);
        let seated = given.filter(|(pupil, chosen)| !pupil.alternatives[**chosen].is_none());
        prop_assert_eq!(seated.count(), most);
    }
}

/// A school in which nothing can be missed, six pupils with wishes and few seats.
fn seats_alone(seed: u64) -> School {
    let mut chance = Chance::new(seed);
    let mut school = school_builder::school(3, 1);
    school.weights[Price::Unplaced] = 100_000;
    for place in ["Forge", "Bakery", "Garage"] {
        for day in [Day::Mon, Day::Tue, Day::Wed] {
            let pupils = u32::from(chance.between(0, 1));
            school.places.entry(place.into()).or_default().pupils.insert(day, pupils);
        }
    }
    for _ in 0..6 {
        let mut wishes = BTreeSet::new();
        for _ in 0..=chance.below(2) {
            let place = chance.pick(&["Forge", "Bakery", "Garage"]);
            let day = chance.pick(&["mon", "tue", "wed"]);
            wishes.insert(format!("{day}@{place}"));
        }
        let written: Vec<String> =
            wishes.into_iter().chain([Alternative::NONE.to_owned()]).collect();
        school = school.apprentice("8A", &written.join("|"), "", "");
    }
    school
}

/// A plain matching of pupils to seats, by augmenting paths.
///
/// # Source
/// H. W. Kuhn: The Hungarian Method for the Assignment Problem (1955).
fn most_seated(school: &School) -> usize {
    let seats: Vec<(&str, Day)> = school
        .places
        .iter()
        .flat_map(|(name, place)| {
            place.pupils.iter().map(move |(&day, &pupils)| (name.as_str(), day, pupils))
        })
        .filter(|&(.., pupils)| pupils > 0)
        .map(|(name, day, _)| (name, day))
        .collect();
    let wants = |pupil: usize, seat: usize| {
        school.apprentices[pupil].alternatives.iter().any(|wish| {
            let (place, day) = seats[seat];
            wish.place.as_ref().is_some_and(|own| own.as_str() == place)
                && wish.days().contains(&day)
        })
    };
    let mut taken: Vec<Option<usize>> = vec![None; seats.len()];
    let pupils = 0..school.apprentices.len();
    pupils.filter(|&pupil| seat(pupil, &wants, &mut taken, &mut BTreeSet::new())).count()
}

/// Seats a pupil, others moving on to other seats if need be; whether that can be done.
fn seat(
    pupil: usize,
    wants: &dyn Fn(usize, usize) -> bool,
    taken: &mut Vec<Option<usize>>,
    tried: &mut BTreeSet<usize>,
) -> bool {
    for place in 0..taken.len() {
        if wants(pupil, place) && tried.insert(place) {
            let is_free = match taken[place] {
                None => true,
                Some(other) => seat(other, wants, taken, tried),
            };
            if is_free {
                taken[place] = Some(pupil);
                return true;
            }
        }
    }
    false
}
