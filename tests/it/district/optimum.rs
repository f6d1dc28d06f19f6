//! The whole district beside brute force: every way of every school's apprentices, put together in every way.

use std::collections::{BTreeMap, BTreeSet};

use mesterskema::district::{DaySet, Member, Places, Settled, settle};
use mesterskema::domain::{Alternative, Day, Effort, Place, PlaceName, Price, School, Span, Stop};
use mesterskema::pipeline::Status;
use mesterskema::scenario::Asking;

use crate::brute_force::optimum_of_each;
use crate::cases;
use crate::chance::Chance;
use crate::random_school;

/// What is shared: one place always, another in some districts.
const SHARED: [&str; 2] = ["Kursus", "Works"];

/// A district of two or three tiny schools whose apprentices may all go to shared places.
fn district(seed: u64) -> (Vec<Member>, Places) {
    let chance = &mut Chance::new(seed);
    let places = places(chance);
    let number = 2 + chance.below(2);
    let member = |index: usize| {
        let mut school = random_school::school(seed * 7 + index as u64);
        school.places.extend(places.clone());
        let wish = [0, 0, 4, 15];
        school.weights[Price::Wish] = chance.pick(&wish);
        school.apprentices.truncate(3);
        choose(&mut school, &places, chance);
        Member { name: format!("school {index}"), school }
    };
    ((0..number).map(member).collect(), places)
}

/// Places with seats on days or in all, or one set of days for all.
fn places(chance: &mut Chance) -> Places {
    let number = 1 + usize::from(chance.percent(30));
    let place = |name: &&str| {
        let mut place = Place { one_day: chance.percent(45), ..Place::default() };
        for &day in &Day::ALL[..3] {
            if chance.percent(60) {
                place.days.push(day);
                place.pupils.insert(day, u32::from(chance.between(0, 4)));
            }
        }
        place.total = chance.percent(30).then(|| u32::from(chance.between(2, 5)));
        (PlaceName::from(*name), place)
    };
    SHARED[..number].iter().map(place).collect()
}

/// Gives every apprentice up to three alternatives, most of them at shared places, some none at all.
fn choose(school: &mut School, places: &Places, chance: &mut Chance) {
    let names: Vec<PlaceName> = places.keys().cloned().collect();
    for pupil in &mut school.apprentices {
        let mut alternatives = Vec::new();
        for rank in 0..=u32::try_from(chance.below(3)).unwrap() {
            let mut days: BTreeSet<Day> = [chance.pick(&Day::ALL[..3])].into();
            if chance.percent(20) {
                days.insert(chance.pick(&Day::ALL[..3]));
            }
            let place = chance.percent(85).then(|| chance.pick(&names));
            let codes: Vec<&str> = days.iter().map(|day| day.code()).collect();
            let at = place.as_ref().map_or_else(String::new, |place| format!("@{place}"));
            alternatives.push(Alternative {
                written: format!("{}{at}", codes.join("+")),
                spans: days.iter().map(|&day| Span { day, periods: None }).collect(),
                place,
                rank: Some(rank),
            });
        }
        if chance.percent(60) {
            alternatives.push(Alternative::none());
        }
        pupil.alternatives = alternatives;
        (pupil.together, pupil.place) = (None, None);
    }
}

fn solve(members: &[Member], places: &Places, threads: usize) -> Settled {
    let stop = Stop::never();
    let asking = Asking { effort: Effort::Strict, threads, stop: &stop };
    settle(members, places, asking, &mut |_| ()).unwrap()
}

/// On which days each place is visited at which all are on the same.
type Days = BTreeSet<(PlaceName, DaySet)>;

/// What a school's apprentices take together under one way, and on which days each place with one set of days is visited.
struct Taken {
    points: i64,
    seats: BTreeMap<(PlaceName, Option<Day>), u32>,
    days: Days,
}

fn taken(school: &School, away: &[usize], points: i64, places: &Places) -> Taken {
    let mut taken = Taken { points, seats: BTreeMap::new(), days: BTreeSet::new() };
    for (pupil, &chosen) in school.apprentices.iter().zip(away) {
        let given = &pupil.alternatives[chosen];
        let Some(place) = given.place.clone().filter(|place| places.contains_key(place)) else {
            continue;
        };
        *taken.seats.entry((place.clone(), None)).or_default() += 1;
        for day in given.days() {
            *taken.seats.entry((place.clone(), Some(day))).or_default() += 1;
        }
        if places[&place].one_day {
            taken.days.insert((place, given.days()));
        }
    }
    taken
}

/// The fewest points of all ways put together that `is_wanted`.
fn cheapest(
    schools: &[Vec<Taken>],
    places: &Places,
    is_wanted: &dyn Fn(&Days) -> bool,
) -> Option<i64> {
    let mut together = vec![(0, BTreeMap::new(), BTreeSet::new())];
    for ways in schools {
        let mut more = Vec::new();
        for (points, seats, days) in &together {
            for way in ways {
                let mut seats: BTreeMap<(PlaceName, Option<Day>), u32> = BTreeMap::clone(seats);
                for (seat, number) in &way.seats {
                    *seats.entry(seat.clone()).or_default() += number;
                }
                let days: Days = days | &way.days;
                more.push((points + way.points, seats, days));
            }
        }
        together = more;
    }
    let is_possible = |seats: &BTreeMap<(PlaceName, Option<Day>), u32>| {
        seats.iter().all(|((place, day), &number)| {
            let limit = match day {
                Some(day) => places[place].pupils.get(day).copied(),
                None => places[place].total,
            };
            limit.is_none_or(|limit| number <= limit)
        })
    };
    let is_agreed = |days: &Days| {
        let visited: BTreeSet<&PlaceName> = days.iter().map(|(place, _)| place).collect();
        visited.len() == days.len()
    };
    let possible = together
        .iter()
        .filter(|(_, seats, days)| is_possible(seats) && is_agreed(days) && is_wanted(days));
    possible.map(|(points, ..)| *points).min()
}

fn known(status: Status, points: Option<i64>) -> Option<i64> {
    let expected = if points.is_some() { Status::Optimal } else { Status::Infeasible };
    assert_eq!(status, expected);
    points
}

#[test]
fn a_district_costs_what_brute_force_finds_and_so_does_each_set_of_days() {
    let (mut tried, mut possible, mut coupled, mut rows) = (0, 0, 0, 0);
    for seed in 0..150 * u64::from(cases::times()) {
        let (members, places) = district(seed + 1_000 * cases::seed());
        let each = members.iter().map(|one| optimum_of_each(&one.school, Effort::Strict));
        let Ok(each) = each.collect::<Result<Vec<_>, _>>() else { continue };
        let ways: Vec<Vec<Taken>> = each
            .iter()
            .zip(&members)
            .map(|(optima, member)| {
                let way = |(away, points): &(Vec<usize>, i64)| {
                    taken(&member.school, away, *points, &places)
                };
                optima.iter().map(way).collect()
            })
            .collect();
        if ways.iter().map(Vec::len).product::<usize>() > 20_000 {
            continue;
        }
        tried += 1;
        let settled = solve(&members, &places, 1);
        let expected = cheapest(&ways, &places, &|_| true);
        let found = known(settled.status, settled.points);
        assert_eq!(found, expected, "seed {seed}: {settled:?}");
        possible += usize::from(expected.is_some());
        let alone: Option<i64> =
            ways.iter().map(|own| own.iter().map(|way| way.points).min()).sum();
        coupled += usize::from(alone != expected);
        for row in &settled.days {
            let only = |days: &Days| {
                days.iter().all(|(place, days)| *place != row.place || *days == row.days)
            };
            let found = known(row.status, row.points);
            assert_eq!(found, cheapest(&ways, &places, &only), "seed {seed}: {row:?}");
            rows += 1;
        }
    }
    assert!(
        tried > 80 && possible > 25 && coupled > 10 && rows > 100,
        "{tried} {possible} {coupled} {rows}"
    );
}

#[test]
fn the_answer_does_not_depend_on_threads() {
    for seed in 0..12 {
        let (members, places) = district(seed);
        let told = [1, 3].map(|threads| {
            let settled = solve(&members, &places, threads);
            let away = settled
                .answers
                .iter()
                .map(|answer| answer.offered.as_ref().map(|(proposal, _)| proposal.clone()));
            (settled.status, settled.points, away.collect::<Vec<_>>(), settled.seats)
        });
        assert_eq!(told[0], told[1], "seed {seed}");
    }
}

#[test]
fn what_is_found_when_it_is_stopped_at_once_is_never_called_proven() {
    for seed in 0..12 {
        let (members, places) = district(seed);
        let stop = Stop::when(std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true)));
        let asking = Asking { effort: Effort::Strict, threads: 1, stop: &stop };
        let settled = settle(&members, &places, asking, &mut |_| ()).unwrap();
        assert_eq!((settled.status, settled.points), (Status::Undecided, None), "seed {seed}");
    }
}
