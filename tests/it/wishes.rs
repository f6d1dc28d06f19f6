//! What somebody wants of a timetable besides the school's rules.

use std::path::Path;

use mesterskema::domain::{Effort, School, Stop};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Answer, Demands, Held, Request, Status, solve_with};

fn lille() -> School {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/schools/lille");
    load(&folder, Need::Apprentices).school.unwrap()
}

fn solve(school: &School, demands: Demands<'_>) -> Answer {
    let request = Request { effort: Effort::Strict, threads: 1 };
    solve_with(school, demands, &request, &Stop::never(), &mut |_| ()).unwrap()
}

fn known(answer: &Answer) -> (Status, Option<i64>) {
    let offered = answer.offered.as_ref();
    (answer.status, offered.map(|(_, verdict)| verdict.difference.breakdown.total()))
}

#[test]
fn to_bar_a_lesson_from_all_slots_but_one_is_to_hold_it_there() {
    let school = lille();
    for lesson in [0, 6, 7] {
        for start in school.grid.slots().step_by(3) {
            let others = school.grid.slots().filter(|&slot| slot != start);
            let barred: Vec<Held> = others.map(|start| Held { lesson, start }).collect();
            let held = [Held { lesson, start }];
            let with_held = solve(&school, Demands { held: &held, ..Demands::default() });
            let with_barred = solve(&school, Demands { barred: &barred, ..Demands::default() });
            assert_eq!(known(&with_held), known(&with_barred), "lesson {lesson} on {start}");
        }
    }
}

#[test]
fn a_lesson_leaves_its_own_slot_if_that_is_barred() {
    let school = lille();
    let barred = [Held { lesson: 0, start: school.lessons[0].start.unwrap() }];
    let answer = solve(&school, Demands { barred: &barred, ..Demands::default() });
    let (proposal, _) = answer.offered.unwrap();
    assert_ne!(proposal.timetable.booking(0).unwrap().start, barred[0].start);
}
