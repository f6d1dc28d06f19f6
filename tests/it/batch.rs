//! Questions that come as lines: each is answered as the command answers it, and none ends the others.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Output, Stdio};

use serde_json::{Map, Value, json};

use crate::command::{LILLE, printed, program, run};

fn start(arguments: &[&str]) -> Child {
    let mut command = program();
    command.current_dir(env!("CARGO_MANIFEST_DIR")).arg("batch").args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What `batch` says to these lines.
fn batch(lines: &[u8], arguments: &[&str]) -> Output {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || stdin.write_all(lines).unwrap());
        child.wait_with_output().unwrap()
    })
}

fn answers(output: &Output) -> Vec<Value> {
    printed(output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ask(jobs: &[Value]) -> Vec<Value> {
    let lines: Vec<String> = jobs.iter().map(Value::to_string).collect();
    let output = batch(lines.join("\n").as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    answers(&output)
}

/// The files of a school, as they stand in a line.
fn files(school: &str) -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(school);
    let mut files = Map::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        files.insert(name, fs::read_to_string(path).unwrap().into());
    }
    files.into()
}

/// An answer without how long it took.
fn timeless(mut answer: Value) -> Value {
    if let Some(keys) = answer.as_object_mut() {
        keys.remove("seconds");
    }
    answer
}

/// Each question that can be asked, as a line and as a command.
fn questions() -> Vec<(Value, Vec<&'static str>)> {
    let scenarios = "fixtures/schools/lille/scenarios.csv";
    vec![
        (json!({ "ask": "check" }), vec!["check", LILLE]),
        (json!({ "ask": "solve" }), vec!["solve", LILLE]),
        (
            json!({ "ask": "solve", "tradeoff": "desired" }),
            vec!["solve", LILLE, "--tradeoff=desired"],
        ),
        (json!({ "ask": "compare" }), vec!["compare", LILLE]),
        (
            json!({ "ask": "compare", "only": "common", "language": "da" }),
            vec!["compare", LILLE, "--only=common", "--language=da"],
        ),
        (
            json!({ "ask": "compare", "apprentice": ["8.A thu"], "with_others": true, "threads": 2 }),
            vec!["compare", LILLE, "--apprentice", "8.A thu", "--with-others"],
        ),
        (json!({ "ask": "whatif" }), vec!["whatif", LILLE, scenarios]),
        (
            json!({ "ask": "whatif", "scenarios": "scenarios.csv" }),
            vec!["whatif", LILLE, scenarios],
        ),
        (
            json!({ "ask": "whatif", "grow": 2, "samples": 2 }),
            vec!["whatif", LILLE, "--grow=2", "--samples=2"],
        ),
        (json!({ "ask": "explain" }), vec!["explain", LILLE]),
    ]
}

#[test]
fn every_question_is_answered_as_the_command_answers_it_from_a_folder_and_from_files() {
    for (question, command) in questions() {
        let expected = run(&[&command[..], &["--json"]].concat());
        let expected = timeless(serde_json::from_str(printed(&expected)).unwrap());
        for school in [json!(LILLE), files(LILLE)] {
            let mut job = question.clone();
            job["school"] = school;
            job["id"] = "x".into();
            let answered = ask(&[job]).remove(0);
            let keys: Vec<&String> = answered.as_object().unwrap().keys().collect();
            assert_eq!(keys, ["id", "status", "answer"]);
            assert_eq!((&answered["id"], &answered["status"]), (&json!("x"), &json!("answered")));
            assert_eq!(timeless(answered["answer"].clone()), expected, "{question}");
        }
    }
}

#[test]
fn a_proposal_may_be_a_folder_or_files() {
    let answer = tempfile::tempdir().unwrap();
    let out = answer.path().to_str().unwrap();
    assert_eq!(run(&["solve", LILLE, "--out", out]).status.code(), Some(0));
    let text = |name: &str| fs::read_to_string(answer.path().join(name)).unwrap();
    let [timetable, solution] = ["timetable.csv", "solution.json"].map(text);
    let files = json!({ "timetable.csv": timetable, "solution.json": solution });
    let job = |proposal: Value| json!({ "ask": "check", "school": LILLE, "proposal": proposal });
    let answered = ask(&[job(json!(out)), job(files)]);
    assert_eq!(answered[0]["answer"]["points"], json!(35));
    assert_eq!(answered[0], answered[1]);
}

#[test]
fn each_line_is_answered_before_the_next_is_read() {
    let mut child = start(&[]);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(stdin, "{}", json!({ "id": id, "school": LILLE, "ask": "check" })).unwrap();
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let answer: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(answer["id"], json!(id));
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn bad_lines_and_panics_are_answered_and_blank_lines_passed_over() {
    let good = |id: &str| json!({ "id": id, "school": LILLE, "ask": "check" }).to_string();
    let lines = [
        good("first"),
        "{\"id\": 7, \"school\": ".to_owned(),
        String::new(),
        "  \r".to_owned(),
        "[1]".to_owned(),
        json!({ "school": LILLE, "ask": "check" }).to_string(),
        json!({ "id": [1, { "a": null }], "school": "no/such/folder", "ask": "solve" }).to_string(),
        json!({ "id": 8, "school": LILLE }).to_string(),
        json!({ "id": 9, "ask": "check" }).to_string(),
        json!({ "id": 10, "school": LILLE, "ask": "import" }).to_string(),
        json!({ "id": 11, "school": LILLE, "ask": "solve", "out": "answer" }).to_string(),
        json!({ "id": 12, "school": LILLE, "ask": "compare", "only": "nothing" }).to_string(),
        json!({ "id": 13, "school": { "../x.csv": "a" }, "ask": "check" }).to_string(),
        json!({ "id": 14, "school": { "timetable.csv": 3 }, "ask": "check" }).to_string(),
        good("boom"),
        good("last"),
    ];
    let output = batch(lines.join("\n").as_bytes(), &["--panic-at", "boom"]);
    assert_eq!(output.status.code(), Some(0));
    let told = answers(&output);
    let known: Vec<(Value, &str)> =
        told.iter().map(|one| (one["id"].clone(), one["status"].as_str().unwrap())).collect();
    let bad = |id: Value| (id, "bad_input");
    let expected = vec![
        (json!("first"), "answered"),
        bad(Value::Null),
        bad(Value::Null),
        (Value::Null, "answered"),
        bad(json!([1, { "a": null }])),
        bad(json!(8)),
        bad(json!(9)),
        bad(json!(10)),
        bad(json!(11)),
        bad(json!(12)),
        bad(json!(13)),
        bad(json!(14)),
        (json!("boom"), "failed"),
        (json!("last"), "answered"),
    ];
    assert_eq!(known, expected);
    for one in told.iter().filter(|one| one["status"] != "answered") {
        let message = one["answer"]["faults"][0]["message"].as_str().unwrap();
        assert!(!message.is_empty() && !message.contains("mesterskema-batch"), "{message}");
    }
    assert!(told[12]["answer"]["faults"][0]["message"].as_str().unwrap().contains("panicked"));
}

#[test]
fn faults_of_a_school_are_told_with_file_and_line_and_nothing_of_where_the_files_were() {
    let timetable = "class;subject;day;period\n8.A;MAT;mon;1\n8.A;MAT;someday;2\n";
    let pupils = "pupil;class;away\nx;8.A;tue\n";
    let school = json!({ "timetable.csv": timetable, "apprentices.csv": pupils });
    let clash = json!({
        "timetable.csv": "class;subject;teacher;day;period\n8.A;MAT;A;mon;1\n8.A;DAN;A;mon;1\n",
        "apprentices.csv": pupils,
    });
    let missing = json!({ "timetable.csv": "class;subject;day;period\n8.A;MAT;mon;1\n",
        "apprentices.csv": pupils });
    let told = ask(&[
        json!({ "id": 1, "ask": "solve", "school": school }),
        json!({ "id": 2, "ask": "explain", "school": clash }),
        json!({ "id": 3, "ask": "whatif", "school": missing }),
        json!({ "id": 4, "ask": "whatif", "school": missing }),
    ]);
    let fault = &told[0]["answer"]["faults"][0];
    assert_eq!((&fault["file"], &fault["line"]), (&json!("timetable.csv"), &json!(3)), "{fault}");
    assert_eq!(told[1]["status"], "bad_input");
    assert_eq!(told[1]["answer"]["faults"][0]["line"], json!(2), "{}", told[1]);
    assert_eq!(told[2]["answer"]["faults"][0]["file"], "scenarios.csv", "{}", told[2]);
    assert_eq!(told[2]["answer"], told[3]["answer"]);
}

#[test]
fn a_line_of_fifty_megabytes_is_answered_and_so_is_what_comes_after_it() {
    let large = "8.A;MAT;mon;1\n".repeat(1_900_000);
    let two = json!({ "timetable.csv": format!("class;subject;day;period\n{large}"),
        "teachers.csv": "x".repeat(25_000_000) });
    let one = json!({ "timetable.csv": "x".repeat(50_000_000) });
    let lines = [
        json!({ "id": "two", "school": two, "ask": "check" }).to_string(),
        json!({ "id": "one", "school": one, "ask": "check" }).to_string(),
        json!({ "id": "small", "school": LILLE, "ask": "check" }).to_string(),
    ];
    let output = batch(lines.join("\n").as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0));
    let told = answers(&output);
    let known: Vec<&str> = told.iter().map(|one| one["status"].as_str().unwrap()).collect();
    assert_eq!(known, ["bad_input", "bad_input", "answered"]);
    assert_eq!(told[1]["answer"]["faults"][0]["code"], "file-too-large", "{}", told[1]);
}

#[test]
fn the_same_lines_give_the_same_bytes() {
    let jobs = [
        json!({ "id": 1, "school": files(LILLE), "ask": "compare" }).to_string(),
        json!({ "id": 2, "school": LILLE, "ask": "explain" }).to_string(),
        json!({ "id": 3, "school": { "timetable.csv": "x" }, "ask": "explain" }).to_string(),
    ];
    let lines = jobs.join("\n");
    let [first, second] = [&["--threads", "1"], &["--threads", "2"]]
        .map(|threads| printed(&batch(lines.as_bytes(), threads)).to_owned());
    assert_eq!(first, second);
    assert_eq!(first.lines().count(), 3);
}

/// The most memory that a process has used, in kilobytes.
#[cfg(target_os = "linux")]
fn most_memory(child: &Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_number_of_lines() {
    let line = json!({ "id": 1, "school": files(LILLE), "ask": "check" }).to_string() + "\n";
    let mut child = start(&[]);
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut after = Vec::new();
    for number in 1..=600 {
        stdin.write_all(line.as_bytes()).unwrap();
        stdout.read_line(&mut String::new()).unwrap();
        if number == 100 || number == 600 {
            after.push(most_memory(&child));
        }
    }
    drop(stdin);
    child.wait().unwrap();
    assert!(after[1] < after[0] + 4_000, "{after:?} kB after 100 and 600 lines");
}

#[test]
fn folders_of_runs_that_were_killed_go_with_the_next_run() {
    let place = tempfile::tempdir().unwrap();
    let run = |lines: &[u8]| {
        let mut command = program();
        command.env("TMPDIR", place.path()).arg("batch");
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(lines).unwrap();
        (child, stdin)
    };
    let folders = || fs::read_dir(place.path()).unwrap().count();
    let line = json!({ "school": files(LILLE), "ask": "check" }).to_string() + "\n";
    let (mut killed, _stdin) = run(line.as_bytes());
    BufReader::new(killed.stdout.take().unwrap()).read_line(&mut String::new()).unwrap();
    killed.kill().unwrap();
    killed.wait().unwrap();
    assert_eq!(folders(), 1);
    let (mut next, stdin) = run(line.as_bytes());
    drop(stdin);
    let mut said = String::new();
    next.stdout.take().unwrap().read_to_string(&mut said).unwrap();
    next.wait().unwrap();
    assert_eq!((folders(), said.lines().count()), (0, 1));
}

#[test]
fn what_is_missing_doubled_or_strange_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let job = |id: Value| json!({ "id": id, "school": LILLE, "ask": "check" }).to_string();
    let jobs = [job(json!(1)), job(json!("b")), "broken".to_owned(), job(json!(1)), job(json!(4))];
    let jobs = write("jobs", &jobs.join("\n"));
    let all = batch(&fs::read(&jobs).unwrap(), &[]);
    let whole = write("whole", printed(&all));
    let good = run(&["batch", "--check", &jobs, &whole]);
    assert_eq!(good.status.code(), Some(0), "{good:?}");
    assert_eq!(printed(&good), "All 5 questions are answered, each once.\n");
    let lines: Vec<&str> = printed(&all).lines().collect();
    let cut = [lines[0], lines[1], lines[1], "{\"id\":9,\"status\":\"answered\"}", &lines[4][..9]];
    let cut = write("cut", &cut.join("\n"));
    let bad = run(&["batch", "--check", &jobs, &cut]);
    assert_eq!(bad.status.code(), Some(1));
    insta::assert_snapshot!(printed(&bad), @r#"
    5 questions, 4 answers; they do not match:
      missing 1
      missing 4
      missing null
      doubled "b"
      strange 9
      no answer on line 5
    "#);
    let told = run(&["batch", "--check", &jobs, &cut, "--json"]);
    let told: Value = serde_json::from_str(printed(&told)).unwrap();
    assert_eq!(told["missing"], json!([1, 4, null]));
    assert_eq!(told["doubled"], json!(["b"]));
    assert_eq!((&told["strange"], &told["garbled_lines"]), (&json!([9]), &json!([5])));
    assert_eq!(run(&["batch", "--check", "no", "such"]).status.code(), Some(2));
}
