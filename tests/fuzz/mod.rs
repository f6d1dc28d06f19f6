//! Spoilt files: whatever happened to one, it is answered, within its time, and every line of it is accounted for.
//!
//! `cargo test` spoils a fixed number of inputs from a fixed seed, and reads everything in `corpus/` that once did harm. A
//! longer run takes another seed, and so many times as many inputs:
//!
//! ```sh
//! MESTERSKEMA_SEED=7 MESTERSKEMA_TIMES=10 cargo test --test it -- fuzz
//! ```
//!
//! What fails is kept in `target/fuzz/`, to be put into the corpus once it is mended.

mod reader;
mod spoil;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::cases;
use crate::chance::Chance;
use reader::{Case, Reader};

/// The number of inputs of an ordinary run of the tests.
const INPUTS: usize = 300;
/// No input takes longer, also on a busy machine.
const LONGEST: Duration = Duration::from_secs(30);

#[test]
fn every_spoilt_input_is_answered_in_time_and_accounted_for() {
    let seed = cases::seed();
    let inputs = INPUTS * cases::times() as usize;
    let files = reader::cases();
    let mut wrong = Vec::new();
    for input in 0..inputs {
        let mut chance = Chance::new(seed.wrapping_mul(1_000_003).wrapping_add(input as u64));
        let case = files[input % files.len()].spoilt(&mut chance);
        if let Err(told) = answered(&case) {
            let kept = keep(&case, &format!("{seed}-{input}"));
            wrong.push(format!("seed {seed}, input {input}, kept in {}: {told}", kept.display()));
        }
    }
    assert!(wrong.is_empty(), "{} of {inputs}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_once_did_harm_does_none() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
    let mut seen = 0;
    for (folder, reader) in [("school", Reader::School), ("workbook", Reader::Workbook)] {
        for entry in fs::read_dir(corpus.join(folder)).unwrap() {
            let case = Case::kept(reader, &entry.unwrap().path());
            answered(&case).unwrap_or_else(|told| panic!("{}: {told}", case.name));
            seen += 1;
        }
    }
    assert!(seen > 2);
}

/// Reads a case; what is wrong with how that went.
fn answered(case: &Case) -> Result<(), String> {
    let begun = Instant::now();
    let read = catch_unwind(AssertUnwindSafe(|| case.read()));
    let told = read.unwrap_or_else(|_| Err("a panic".to_owned()));
    let lasted = begun.elapsed();
    told.map_err(|told| format!("{} {}: {told}", case.name, case.spoilt)).and_then(|()| {
        let is_in_time = lasted < LONGEST;
        if is_in_time { Ok(()) } else { Err(format!("{} took {lasted:?}", case.name)) }
    })
}

fn keep(case: &Case, name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/fuzz").join(name);
    fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in &case.files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder
}
