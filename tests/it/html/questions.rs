//! The answers to questions as pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use mesterskema::domain::{Effort, Language, Scenario, School, Stop};
use mesterskema::report::comparison::{self, Compared};
use mesterskema::report::{growth, outlook};
use mesterskema::scenario::{
    Asking, Failure, Growth, GrowthLine, Others, Part, Question, Spread, compare, what_if,
};

use super::{all, outline, read_well, texts};
use crate::command::{LILLE, run};
use crate::school_builder::{Jotted, school};

const ASKING: Asking<'static> = Asking { effort: Effort::Strict, threads: 1, stop: &Stop::never() };

fn in_every_language(render: impl Fn(Language) -> String) -> String {
    let told = Language::ALL.map(|language| outline(&read_well(&render(language), language)));
    told.join("\n")
}

/// Two classes that share the teacher of maths; nobody has time on Wednesday.
fn two_classes() -> School {
    school(3, 2)
        .lesson("8A MAT mon 1 t=T1")
        .lesson("8A HIS tue 1 t=T2")
        .lesson("8A DAN wed 1 t=T3")
        .lesson("8B<i> MAT mon 2 t=T1")
        .lesson("8B<i> DAN tue 2 t=T3")
        .apprentice("8A", "mon", "MAT+DAN", "")
        .apprentice("8B<i>", "tue", "MAT+DAN", "")
        .teacher("T3", "mon 1+mon 2", None)
        .teacher("T1", "tue 1+tue 2+wed 1+wed 2", None)
}

#[test]
fn a_comparison_is_sentences_a_map_and_what_each_day_does() {
    let school = two_classes();
    let parts = BTreeSet::from([Part::Rows, Part::Joint, Part::Common]);
    let question = Question::Classes { others: Others::Absent, parts };
    let comparison = compare(&school, &question, ASKING, &mut |_| ()).unwrap();
    let compared = Compared { school: &school, comparison: &comparison };
    assert_snapshot!(in_every_language(|language| comparison::html(compared, language)));
    let page = read_well(&comparison::html(compared, Language::English), Language::English);
    let signs = ["✗", "○", "◔", "◑", "◕", "●"];
    for cell in texts(&page, ".heat tbody td") {
        assert!(signs.iter().any(|&sign| cell.starts_with(sign)), "{cell} is told by colour alone");
    }
}

#[test]
fn scenarios_are_a_table_with_reasons() {
    let school = two_classes();
    let scenario = |name: &str, school: School| Scenario {
        name: name.into(),
        after: None,
        apprentices: school.apprentices,
        weight: 1,
    };
    let nobody = School { apprentices: Vec::new(), ..school.clone() };
    let scenarios = [scenario("as it is", school.clone()), scenario("<nobody>", nobody)];
    let outlook = what_if(&school, &scenarios, ASKING, &mut |_| ()).unwrap();
    assert_snapshot!(in_every_language(|language| outlook::html(&school, &outlook, language)));
}

fn grown() -> Growth {
    let line = |joined, possible, points: Option<(i64, i64, i64)>| GrowthLine {
        joined,
        futures: 8,
        possible,
        unknown: 0,
        unproven: usize::from(joined == 2),
        points: points.map(|(tenth, median, ninetieth)| Spread { tenth, median, ninetieth }),
        changed_lessons: points.map(|_| Spread { tenth: 1, median: 2, ninetieth: 3 }),
    };
    let away = two_classes().apprentices[0].alternatives[0].clone();
    Growth {
        lines: vec![
            line(0, 8, Some((35, 35, 35))),
            line(1, 6, Some((35, 61, 107))),
            line(2, 0, None),
        ],
        failures: vec![Failure { class: "8A<i>".into(), away, joined: 1, futures: 2 }],
    }
}

#[test]
fn growth_is_a_curve_with_the_same_in_words_and_numbers() {
    let school = two_classes();
    let render = |language| growth::html(&school, &grown(), language);
    assert_snapshot!(in_every_language(render));
    for language in Language::ALL {
        let page = read_well(&render(language), language);
        let picture = &all(&page, "svg[role=img]")[0];
        assert_eq!(picture.attr("aria-labelledby"), Some("curve-title curve-text"));
        assert!(texts(&page, "svg > title, svg > desc").iter().all(|text| text.len() > 10));
    }
}

#[test]
fn the_curve_is_drawn_to_scale() {
    let page = growth::html(&two_classes(), &grown(), Language::English);
    let page = read_well(&page, Language::English);
    let lines = all(&page, "polyline.line");
    let corners = lines.iter().map(|line| line.attr("points").unwrap()).collect::<Vec<_>>();
    assert_eq!(corners, ["64,44 280,74 496,164", "64,143 280,128"]);
    assert_eq!(all(&page, "polygon.band")[1].attr("points"), Some("64,143 280,100 280,143 64,143"));
}

#[test]
fn a_question_leaves_its_page_where_it_is_wanted_and_nowhere_else() {
    let scenarios = &format!("{LILLE}/scenarios.csv");
    let folder = tempfile::tempdir().unwrap();
    for (question, heading) in [
        (&["compare", LILLE, "--only", "rows"][..], "Hvilken dag?"),
        (&["whatif", LILLE, scenarios], "Hvad nu hvis?"),
        (&["whatif", LILLE, "--grow", "1", "--samples", "2"], "Hvad nu hvis flere kommer til?"),
        (&["solve", LILLE, "--prepare", scenarios], "Skema med praktikdage"),
    ] {
        let into = |out| run(&[question, &["--out", out]].concat()).status.code();
        assert_eq!(into(folder.path().to_str().unwrap()), Some(0), "{question:?}");
        let page = fs::read_to_string(folder.path().join("report.html")).unwrap();
        let page = read_well(&page, Language::Danish);
        assert_eq!(texts(&page, "h1"), [heading]);
        assert_eq!(all(&page, "#futures").len(), usize::from(question[0] == "solve"));
        assert_eq!(into(LILLE), Some(2), "{question:?}");
    }
    assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join(LILLE).join("report.html").exists());
}
