//! What one would type, for each command.

/// Examples of the command called `name`, without the program's own name.
pub(super) const fn of(name: &str) -> &'static [&'static str] {
    match name.as_bytes() {
        b"solve" => &[
            "solve SCHOOL --out answer",
            "solve timetable.xlsx --apprentice '8.A thu'",
            "solve SCHOOL --out answer --time-limit 5m --require-proof",
            "solve SCHOOL --out answer --certificate proof.jsonl",
        ],
        b"check" => &["check SCHOOL", "check SCHOOL --proposal answer"],
        b"compare" => &["compare SCHOOL", "compare SCHOOL --only common --out days"],
        b"explain" => &["explain SCHOOL", "explain SCHOOL --lesson 17 --to 'tue 3'"],
        b"whatif" => &["whatif SCHOOL scenarios.csv", "whatif SCHOOL --grow 10 --out future"],
        b"district" => &["district DISTRICT --out answer"],
        b"batch" => {
            &["batch < jobs.jsonl > answers.jsonl", "batch --check jobs.jsonl answers.jsonl"]
        }
        b"meet" => &["meet SCHOOL meetings.csv --proposal answer"],
        b"year" => &["year SCHOOL --out year"],
        b"import" => &["import --from untis gpu001.txt --out school"],
        b"export" => &["export --to untis answer --school school --out gpu001.txt"],
        b"plans" => &["plans SCHOOL --proposal answer --out plans"],
        b"template" => &["template school.xlsx"],
        b"generate" => &["generate school", "generate school --parallel 2 --seed 7"],
        b"serve" => &["serve --open", "serve SCHOOL --open --plans plans"],
        b"guide" => &["guide", "guide questions"],
        b"rules" => &["rules --language da"],
        b"verify" => &["verify SCHOOL proof.jsonl --proposal answer"],
        b"aliases" => &["aliases"],
        b"completions" => {
            &["completions bash > ~/.local/share/bash-completion/completions/mesterskema"]
        }
        b"man" => &["man ~/.local/share/man/man1"],
        _ => &[],
    }
}
