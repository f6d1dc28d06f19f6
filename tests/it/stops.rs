//! Whoever says stop is obeyed soon: at any moment, at every stage, on schools made to be hard.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use mesterskema::domain::{Effort, Room, RoomName, School, Stop};
use mesterskema::generate::{AwayDays, Count, DaysEach, Kind, Prospectus, generate};
use mesterskema::pipeline::{Deadline, Request, solve};

use crate::school_builder::{Jotted, school};

/// The moments, in milliseconds after the beginning.
const MOMENTS: [u64; 6] = [0, 2, 10, 50, 200, 700];

/// The program ends within a second. A build for tests is several times slower than one for use, and shares the machine with
/// other tests.
const SOON: Duration = Duration::from_secs(8);

/// Somebody has said stop already.
pub(crate) fn at_once() -> Stop {
    Stop::when(Arc::new(AtomicBool::new(true)))
}

/// How long a solve goes on after it was told to stop `moment` after it began; 0 if it had ended before.
fn time_to_stop(school: &School, effort: Effort, moment: Duration) -> Duration {
    let begun = Instant::now();
    let request = Request { effort, threads: 1 };
    let stop = Stop::when(Arc::new(Deadline::after(moment)));
    let answer = solve(school, &request, &stop, &mut |_| {});
    let ended = begun.elapsed();
    answer.unwrap_or_else(|refusal| panic!("the judge refuses the answer: {refusal:?}"));
    ended.saturating_sub(moment)
}

fn obeys(name: &str, school: &School) {
    for effort in [Effort::Strict, Effort::Best] {
        for moment in MOMENTS.map(Duration::from_millis) {
            let more = time_to_stop(school, effort, moment);
            assert!(more < SOON, "{name}, {effort:?}, told after {moment:?}: {more:?} more");
        }
    }
}

/// Classes with lessons in many rooms of one kind at once, and in every other slot one room too few for them.
fn crowded(lessons: usize, used: usize, rooms: usize) -> School {
    let mut crowded = school(5, 4);
    for room in 0..rooms {
        let kind = Room { kind: Some("classroom".into()), ..Room::default() };
        crowded.rooms.insert(RoomName::from(format!("R{room}").as_str()), kind);
    }
    let list = |rooms: std::ops::Range<usize>| -> String {
        rooms.map(|room| format!("R{room}")).collect::<Vec<_>>().join("+")
    };
    for lesson in 0..lessons {
        let row = format!("8A DAN mon {} t=T r={}", lesson + 1, list(0..used));
        crowded = crowded.lesson(&row);
    }
    for (day, name) in ["tue", "wed", "thu", "fri"].into_iter().enumerate() {
        for period in 1..=4 {
            for room in 0..=rooms - used {
                let taken = (room * 5 + day * 3 + period) % rooms;
                let row = format!("K{room} HIS {name} {period} t=S{room} r=R{taken}");
                crowded = crowded.lesson(&row);
            }
        }
    }
    crowded.apprentice("8A", "mon", "DAN", "")
}

fn generated(kind: Kind, pupils: usize, days: AwayDays, days_each: DaysEach) -> School {
    let apprentices = Count::Pupils(pupils);
    generate(&Prospectus { kind, apprentices, days, days_each, seed: 5 }).unwrap()
}

#[test]
fn a_search_among_rooms_that_are_alike_stops_when_told() {
    obeys("12 of 20 rooms", &crowded(1, 12, 20));
    obeys("8 of 24 rooms, three times", &crowded(3, 8, 24));
}

#[test]
fn a_search_with_many_apprentices_stops_when_told() {
    let kind = Kind::Folkeskole { parallel: 2 };
    for (name, days_each) in [("two days", DaysEach::Two), ("one day", DaysEach::One)] {
        let generated = |pupils, days| generated(kind, pupils, days, days_each);
        obeys(&format!("{name}, shared"), &generated(12, AwayDays::Shared));
        obeys(&format!("{name}, spread"), &generated(30, AwayDays::Spread));
    }
}

#[test]
fn a_search_in_a_large_school_stops_when_told() {
    let kind = Kind::Gymnasium { classes: 100 };
    obeys("100 classes", &generated(kind, 20, AwayDays::Spread, DaysEach::Two));
}

#[test]
fn a_search_among_many_alternatives_stops_when_told() {
    let kind = Kind::Folkeskole { parallel: 2 };
    let mut many = generated(kind, 30, AwayDays::Spread, DaysEach::One);
    let all: Vec<_> = many.apprentices.iter().flat_map(|one| one.alternatives.clone()).collect();
    for apprentice in &mut many.apprentices {
        apprentice.alternatives.clone_from(&all);
        apprentice.alternatives.dedup();
    }
    obeys("30 pupils with every alternative", &many);
}
