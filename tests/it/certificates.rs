//! A certificate holds for whatever school it is written for, and whatever is made of it proves nothing that is not so.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use mesterskema::domain::{Effort, School, Signal, Stop};
use mesterskema::input::{Need, load};
use mesterskema::pipeline::{Answer, Faults, Request, Status, settle, solve_certified};
use mesterskema::verify::{Reason, Refusal, Verified, verify};
use proptest::prelude::*;

use crate::brute_force::optimum;
use crate::cases::{cases, times};
use crate::chance::Chance;
use crate::command::{LILLE, run};
use crate::documents::{Document, blocks};
use crate::fixtures::folders;
use crate::random_school;

/// The answer for a school, and the lines of its certificate.
fn certified(
    school: &School,
    effort: Effort,
    threads: usize,
    stop: &Stop,
) -> (Answer, Vec<String>) {
    let request = Request { effort, threads };
    let mut lines = Vec::new();
    let mut write = |line: &str| lines.push(line.to_owned());
    let answer = solve_certified(school, &request, stop, &mut |_| {}, &mut write);
    (answer.unwrap_or_else(|refusal| panic!("the judge refuses it: {refusal:?}")), lines)
}

fn checked(school: &School, lines: &[String]) -> Result<Verified, Refusal> {
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    verify(school, &lines)
}

/// The certificate of a school holds and proves its answer.
fn holds(school: &School, effort: Effort, name: &str) -> (Answer, Vec<String>) {
    let (answer, lines) = certified(school, effort, 1, &Stop::never());
    let proven = checked(school, &lines);
    let proven = proven.unwrap_or_else(|refusal| panic!("{name}, {effort:?}: {refusal:?}"));
    assert_eq!(proven.points, answer.points(), "{name}, {effort:?}");
    (answer, lines)
}

fn hold_for(seeds: std::ops::Range<u64>, effort: Effort) -> (u32, u32) {
    let (mut optimal, mut infeasible) = (0, 0);
    for seed in seeds {
        let school = random_school::school(seed);
        let (answer, _) = holds(&school, effort, &format!("seed {seed}"));
        match answer.status {
            Status::Optimal => optimal += 1,
            Status::Infeasible => infeasible += 1,
            Status::Feasible | Status::Undecided => panic!("seed {seed} was not stopped"),
        }
    }
    (optimal, infeasible)
}

#[test]
fn those_of_random_schools_hold() {
    let (optimal, infeasible) = hold_for(0..u64::from(500 * times()), Effort::Strict);
    assert!(optimal > 200 && infeasible > 100, "{optimal} optimal, {infeasible} infeasible");
}

#[test]
fn those_of_best_efforts_hold() {
    let (optimal, _) = hold_for(1000..1000 + u64::from(300 * times()), Effort::Best);
    assert!(optimal > 200, "{optimal} optimal");
}

#[test]
fn those_of_the_shipped_schools_hold() {
    let shipped = ["schools", "accept-faults", "infeasible"].map(folders).concat();
    assert!(shipped.len() > 5);
    for folder in shipped {
        let school = load(&folder, Need::Apprentices).school.unwrap();
        let (school, _) = settle(&school, Faults::Accept).unwrap();
        for effort in [Effort::Strict, Effort::Best] {
            holds(&school, effort, &folder.display().to_string());
        }
    }
}

#[test]
fn they_are_the_same_on_any_number_of_threads() {
    let folder = folders("schools").into_iter().find(|folder| folder.ends_with("praktik"));
    let school = load(&folder.unwrap(), Need::Apprentices).school.unwrap();
    let written = |threads| certified(&school, Effort::Strict, threads, &Stop::never()).1;
    let first = written(1);
    assert!(first.len() > 20);
    assert_eq!(written(3), first);
}

/// Ends a search that has asked so often whether it is to end.
struct Patience(AtomicUsize);

impl Signal for Patience {
    fn is_given(&self) -> bool {
        let spend = |left: usize| left.checked_sub(1);
        self.0.fetch_update(Ordering::Relaxed, Ordering::Relaxed, spend).is_err()
    }
}

#[test]
fn a_search_that_is_stopped_certifies_its_bound() {
    let mut unfinished = 0;
    for folder in folders("schools") {
        let school = load(&folder, Need::Apprentices).school.unwrap();
        for patience in [0, 300, 1000, 3000] {
            let stop = Stop::when(Arc::new(Patience(AtomicUsize::new(patience))));
            let (answer, lines) = certified(&school, Effort::Strict, 1, &stop);
            let proven = checked(&school, &lines);
            let name = folder.display();
            let proven = proven.unwrap_or_else(|refusal| panic!("{name} {patience}: {refusal:?}"));
            assert_eq!(proven.points, Some(answer.bound), "{name} {patience}");
            unfinished += u32::from(matches!(answer.status, Status::Feasible | Status::Undecided));
        }
    }
    assert!(unfinished > 5, "only {unfinished} were stopped");
}

#[test]
fn the_one_that_the_guide_reads_line_by_line_holds() {
    let folder = folders("schools").into_iter().find(|folder| folder.ends_with("lille")).unwrap();
    let school = load(&folder, Need::Apprentices).school.unwrap();
    let proof = Document::read("src/guide/proof.md");
    let printed = blocks(proof.section("A certificate, read line by line"), "json")[0];
    let lines: Vec<String> = printed.lines().map(str::to_owned).collect();
    let known = lines[0].split('"').nth(3).unwrap();
    // What a school is called changes with everything that a school can have.
    let lines = [&[lines[0].replace(known, &school.digest())], &lines[1..]].concat();
    assert_eq!(lines.len(), 25);
    let proven = Verified { points: Some(35), inequalities: 18, cases: 1 };
    assert_eq!(checked(&school, &lines), Ok(proven));
}

#[test]
fn that_of_another_school_is_refused_as_such() {
    let [one, other] = [1, 2].map(random_school::school);
    let (_, lines) = certified(&one, Effort::Strict, 1, &Stop::never());
    let refused = Refusal { line: 1, reason: Reason::OtherSchool };
    assert_eq!(checked(&other, &lines), Err(refused));
    let nothing = Refusal { line: 1, reason: Reason::NoCertificate };
    assert_eq!(checked(&one, &lines[1..]), Err(nothing));
}

#[test]
fn verify_ends_as_the_certificate_deserves() {
    let folder = tempfile::tempdir().unwrap();
    let [proof, answer] = ["proof.jsonl", "answer"].map(|name| folder.path().join(name));
    let [proof, answer] = [&proof, &answer].map(|path| path.to_str().unwrap());
    let solved = run(&["solve", LILLE, "--out", answer, "--certificate", proof]);
    assert_eq!(solved.status.code(), Some(0));
    assert!(String::from_utf8(solved.stderr).unwrap().contains("beviset er gemt i"));
    let verified = |school: &str, more: &[&str]| {
        let output = run(&[&["verify", school, proof, "--language", "en"], more].concat());
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, told) = verified(LILLE, &["--proposal", answer]);
    assert_eq!((code, told.contains("The proposal costs 35 points")), (Some(0), true), "{told}");
    let (code, told) = verified("fixtures/schools/yrkes", &[]);
    assert_eq!((code, told.contains("another school")), (Some(2), true), "{told}");
    let text = fs::read_to_string(proof).unwrap();
    fs::write(proof, text.replace("\"claim\":35", "\"claim\":34")).unwrap();
    let (code, told) = verified(LILLE, &["--proposal", answer]);
    assert_eq!((code, told.contains("But the proposal costs 35")), (Some(1), true), "{told}");
    fs::write(proof, text.replace("\"claim\":35", "\"claim\":36")).unwrap();
    let (code, told) = verified(LILLE, &[]);
    assert_eq!((code, told.contains("line 25: in case 0")), (Some(1), true), "{told}");
    fs::write(proof, "class;subject\n").unwrap();
    let (code, told) = verified(LILLE, &[]);
    assert_eq!((code, told.contains("line 1: the file does not begin")), (Some(2), true), "{told}");
}

#[test]
fn they_replace_no_file_of_the_school() {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(LILLE).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    let timetable = folder.path().join("timetable.csv");
    let [school, kept] = [folder.path(), &timetable].map(|path| path.to_str().unwrap());
    let before = fs::read(&timetable).unwrap();
    let output = run(&["solve", school, "--certificate", kept]);
    assert_eq!((output.status.code(), fs::read(&timetable).unwrap()), (Some(2), before));
    let nowhere = folder.path().join("nowhere").join("proof.jsonl");
    let output = run(&["solve", school, "--certificate", nowhere.to_str().unwrap()]);
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}

/// Whether what is proven of a school is so, where the fewest points are known.
fn is_true(proven: &Verified, fewest: Option<i64>) -> bool {
    match (proven.points, fewest) {
        (Some(proven), Some(fewest)) => proven <= fewest,
        (_, None) => true,
        (None, Some(_)) => false,
    }
}

/// Puts another number in place of one of a line.
fn with_another_number(line: &str, chance: &mut Chance) -> String {
    let is_number = |at: &usize| {
        let digit = |at: usize| line.as_bytes()[at].is_ascii_digit();
        digit(*at) && (*at == 0 || !digit(*at - 1))
    };
    let numbers: Vec<usize> = (0..line.len()).filter(is_number).collect();
    if numbers.is_empty() {
        return line.to_owned();
    }
    let first = chance.pick(&numbers);
    let length = line[first..].bytes().take_while(u8::is_ascii_digit).count();
    let number: i64 = line[first..first + length].parse().unwrap_or(0);
    let other = match chance.below(6) {
        0 => number + 1,
        1 => number - 1,
        2 => number * 2,
        3 => 0,
        4 => -number,
        _ => number.saturating_mul(1_000_003),
    };
    format!("{}{other}{}", &line[..first], &line[first + length..])
}

/// Puts a name out of another line in place of one of a line.
fn with_another_name(line: &str, other: &str, chance: &mut Chance) -> String {
    let names = |line: &str| -> Vec<String> {
        line.split('"').skip(3).step_by(2).map(|name| format!("\"{name}\"")).collect()
    };
    let (own, others) = (names(line), names(other));
    if own.is_empty() || others.is_empty() {
        return line.to_owned();
    }
    line.replacen(&chance.pick(&own), &chance.pick(&others), 1)
}

/// A certificate with something wrong in it.
fn spoilt(lines: &[String], chance: &mut Chance) -> Vec<String> {
    let mut lines = lines.to_vec();
    for _ in 0..=chance.below(3) {
        let [at, other] = [0; 2].map(|_| 1 + chance.below(lines.len() - 1));
        match chance.below(9) {
            0 => drop(lines.remove(at)),
            1 => lines.swap(at, other),
            2 => lines.insert(at, lines[other].clone()),
            3 => {
                let kinds = ["H1", "H2", "H3", "H9", "H18", "new_slot", "teacher_slot", "H14"];
                let kind = lines[at].split('"').nth(1).unwrap_or_default().to_owned();
                lines[at] = lines[at].replacen(&kind, chance.pick(&kinds), 1);
            }
            4 => lines[at] = with_another_name(&lines[at], &lines[other], chance),
            5 => {
                let claim = chance.pick(&["null", "36", "51", "100", "501"]);
                lines.pop();
                lines.push(format!("{{\"claim\":{claim}}}"));
            }
            _ => lines[at] = with_another_number(&lines[at], chance),
        }
        if lines.len() < 2 {
            break;
        }
    }
    lines
}

#[test]
fn whatever_is_made_of_them_proves_nothing_that_is_not_so() {
    let mut chance = Chance::new(crate::cases::seed());
    let (mut refused, mut accepted) = (0, 0);
    for seed in 0..u64::from(150 * times()) {
        let school = random_school::school(seed);
        let Ok(fewest) = optimum(&school, Effort::Strict) else { continue };
        let (_, lines) = certified(&school, Effort::Strict, 1, &Stop::never());
        for _ in 0..60 {
            let spoilt = spoilt(&lines, &mut chance);
            match checked(&school, &spoilt) {
                Ok(proven) => {
                    assert!(
                        is_true(&proven, fewest),
                        "seed {seed}: {proven:?} {}",
                        spoilt.join("\n")
                    );
                    accepted += 1;
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(refused > 3000 && accepted > 500, "{refused} refused, {accepted} accepted");
}

#[test]
fn one_point_more_than_is_so_is_never_proven() {
    let mut tried = 0;
    for seed in 0..u64::from(300 * times()) {
        let school = random_school::school(seed);
        let (answer, mut lines) = certified(&school, Effort::Strict, 1, &Stop::never());
        let Some(points) = answer.points() else { continue };
        let last = lines.len() - 1;
        for claim in [format!("{}", points + 1), "null".to_owned()] {
            lines[last] = format!("{{\"claim\":{claim}}}");
            let refused = checked(&school, &lines).unwrap_err();
            let is_short = matches!(refused.reason, Reason::Open { .. } | Reason::LeftOut);
            assert!(is_short, "seed {seed}: {refused:?}");
            tried += 1;
        }
    }
    assert!(tried > 200, "only {tried}");
}

/// Something that could stand in a line.
fn any_value() -> impl Strategy<Value = serde_json::Value> {
    const NAMES: [&str; 11] =
        ["8A", "T1", "R1", "A", "", "mon", "mon 1", "tue 2", "strict", "Forge", "lang"];
    let leaf = prop_oneof![
        any::<i64>().prop_map(Into::into),
        (0..9_i64).prop_map(Into::into),
        proptest::sample::select(&NAMES[..]).prop_map(Into::into),
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
    ];
    leaf.prop_recursive(3, 20, 5, |inner| {
        proptest::collection::vec(inner, 0..5).prop_map(Into::into)
    })
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn no_lines_make_it_panic(
        kinds in proptest::collection::vec((0..28_usize, any_value()), 1..6),
        seed in 0..40_u64,
    ) {
        const KINDS: [&str; 28] = [
            "certificate", "period", "days", "H1", "H2", "H3", "H7", "H8", "H9", "H11", "H13", "H14",
            "H15", "H18", "new_slot", "teacher_day", "teacher_slot", "teacher_gap", "missed", "held",
            "free", "free_subject", "free_apart", "sum", "price", "starts", "pupil", "claim",
        ];
        let school = random_school::school(seed);
        let header = format!("{{\"certificate\":[1,\"{}\",\"strict\"]}}", school.digest());
        let lines = kinds.into_iter().map(|(kind, value)| format!("{{\"{}\":{value}}}", KINDS[kind]));
        let lines: Vec<String> =
            std::iter::once(header).chain(lines).chain(["{\"claim\":1}".to_owned()]).collect();
        let _ = checked(&school, &lines);
    }
}
