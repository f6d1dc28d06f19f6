//! Timetables for schools whose pupils are part of the week at a workplace.
//!
//! A school's timetable is repaired so that no apprentice misses a lesson of a required subject, as little as possible
//! changes for everybody else, and it is proven that nothing cheaper exists. This page is the map of the house.
//!
//! # The data's way
//!
//! ```text
//! folder ─ input ─> School, baseline ─ problem ─> Problem ─ model ─> columns, rows, bounds ─ solve ─> bookings
//!                          │                                                                          │
//!                          └──────────────── check, diff ──> Verdict <── Proposal <── pipeline ───────┘
//!                                                              │
//!                               web, cli <── report: text, html, json; export: csv, ics, xlsx, other programs' files
//! ```
//!
//! # The rooms
//!
//! | room | what it does | what it never does |
//! |---|---|---|
//! | [`domain`] | the words: a school's values by name, the one registry of rules and points | ids, files, solving, printing |
//! | [`diagnostic`] | every fault that input can have, worded in three languages | print |
//! | [`input`] | reads a folder into a school and every fault in it | stop at the first fault |
//! | [`import`](mod@import) | reads other programs' files into a school, with an account of every row | judge, print |
//! | [`problem`] | indexes a school: dense ids, the starts of each lesson | rules between lessons |
//! | [`model`] | formulates: columns, rows, charges and bounds in whole numbers | name a solver, use floats |
//! | [`solve`] | searches and proves: the simplex method, branch and price and cut | know names |
//! | [`check`] | judges a proposal by names, slowly and obviously | see ids, columns or rows |
//! | [`diff`] | recounts the points between two timetables | see ids, columns or rows |
//! | [`placement`] | what the law and the year's hours say of a placement | refuse a timetable, print |
//! | [`generate`](mod@generate) | makes up realistic schools from a seed | read, write or judge them |
//! | [`reason`] | counts why there is no timetable | search |
//! | [`verify`](mod@verify) | certifies: a school and a certificate, in whole numbers → whether it proves what it claims | know the search, believe the file |
//! | [`pipeline`] | the flow from a school to an answer; owns the clock | read or write files |
//! | [`scenario`] | asks with many solves: which day, what if more join, what a desired lesson is worth | read files, word answers |
//! | [`district`] | solves many schools that share places as one problem; compares questions and answers that came as lines | read files, word answers |
//! | [`explain`] | finds what cannot hold together, ways out, and why lessons moved | read files, word answers |
//! | [`week`] | draws a week as a grid, before and after in one | decide what moves |
//! | [`report`] | renders answers as text, HTML and JSON; each rendering a pure function | print, read the clock |
//! | [`export`](mod@export) | a proposal as other programs' files, a workbook, CSV, calendars, a school's folder | print, read the clock |
//! | [`account`] | what became of other programs' files that were read or written, told | read or write them |
//! | [`guide`] | what the README is too short for, page by page, for a browser and a terminal | know the program |
//! | [`web`] | the page: a server for one machine's browser | decide anything about timetables, log |
//! | [`cli`] | the command line: files in and out, progress, exit codes | decide anything about timetables |
//!
//! Dependencies point one way, from the top of this list down:
//!
//! ```text
//! domain ─┬─ diff ─┬─ check ── reason ───────────────┐
//!         │        └─ placement ───────────────────┼──────────────────────────────── report
//!         ├─ words, diff ── week ──────────────────┼──────────────────────────────── report
//!         ├─ words ── diagnostic, import ──────────┼──────────────────────────────── report
//!         ├─ diagnostic ── input ── import ────────┼─ pipeline ── scenario ── district, explain ── report ── export, account ── web ── cli
//!         ├─ generate, verify ─────────────────────┼──────────────────────────────────────────────────────── cli
//!         └─ problem ── model ── solve ────────────┘
//! ```
//!
//! # The invariants
//!
//! 1. The arrows above: a test reads the sources and refuses any other.
//! 2. No timetable leaves the program without passing [`check`](mod@check), and the points printed are those that
//!    [`diff`](mod@diff) recounted. If they are not the search's: exit 70.
//! 3. Solvers and floats live in [`solve`] alone; points are whole numbers everywhere else.
//! 4. Files only in [`input`], [`import`](mod@import), [`web`] and [`cli`], sockets only in [`web`], the clock only in [`pipeline`],
//!    chance only in [`generate`](mod@generate) and [`scenario`], from a seed.
//! 5. Bad data never stops at the first fault, and never panics.
//! 6. Every rule has a checker, an encoding, a fixture that breaks it and a help text.
//! 7. Same input, same bytes out.
//!
//! # Glossary
//!
//! Our word, the literature's, and where it is explained.
//!
//! | here | in the literature | source |
//! |---|---|---|
//! | the task | minimal perturbation problem in course timetabling | T. Müller, H. Rudová, R. Barták: Minimal Perturbation Problem in Course Timetabling (2005) |
//! | booking | column of a set-partitioning formulation: one start and its rooms | C. Barnhart and others: Branch-and-price, column generation for solving huge integer programs (1998) |
//! | master, pricing | restricted master problem, column generation | the same |
//! | charges, [`lower_bound`](model::lower_bound) | Lagrangean relaxation: any multipliers give a bound | A. M. Geoffrion: Lagrangean relaxation for integer programming (1974) |
//! | row, `separate` | lazy constraint, separation problem | M. Grötschel, L. Lovász, A. Schrijver: The ellipsoid method and its consequences in combinatorial optimization (1981) |
//! | [`Combination`](model::Combination), `zero_half` | {0, ½}-Chvátal-Gomory cut | A. Caprara, M. Fischetti: {0, 1/2}-Chvátal-Gomory cuts (1996) |
//! | cutoff, incumbent | the same; primal bound | T. Achterberg: Constraint Integer Programming (2007) |
//! | fixed by reduced cost | reduced cost fixing, variable fixing | G. B. Dantzig, D. R. Fulkerson, S. M. Johnson: Solution of a large-scale traveling-salesman problem (1954) |
//! | strong branching, pseudocosts | reliability branching | T. Achterberg, T. Koch, A. Martin: Branching rules revisited (2005) |
//! | warm start | the same: a basis that is dual feasible after rows or bounds changed | I. Maros: Computational Techniques of the Simplex Method (2003) |
//! | artificial variable, penalty | artificial variable, big M | the same |
//! | perturbation | cost perturbation against degeneracy | the same |
//! | certificate | the same; VIPR for mixed integer programs | K. Cheung, A. Gleixner, D. Steffy: Verifying Integer Programming Results (2017) |
//! | dual ray | Farkas certificate of infeasibility | J. Farkas: Theorie der einfachen Ungleichungen (1902) |
//! | devex weights | devex pricing; dual steepest edge | J. J. Forrest, D. Goldfarb: Steepest-edge simplex algorithms for linear programming (1992) |
//! | tabu search | the same, with strategic oscillation of the weight of breaches | F. Glover: Tabu Search, Part I (1989) |
//! | rooms of a kind | assignment problem | H. W. Kuhn: The Hungarian method for the assignment problem (1955) |
//! | crowd | violator of Hall's condition | P. Hall: On representatives of subsets (1935) |
//! | conflict | minimal unsatisfiable subset | U. Junker: `QuickXplain` (2004) |
//! | district, prices of seats | Dantzig-Wolfe decomposition, with the seats as linking constraints; quotas are its branching | G. B. Dantzig, P. Wolfe: Decomposition Principle for Linear Programs (1960) |
//! | scope | the domain of a node: what branching and fixing have left | T. Achterberg: Constraint Integer Programming (2007) |
//!
//! # Where does a change go?
//!
//! | wish | touch |
//! |---|---|
//! | a new CSV column | `input/`, the field in `domain/school.rs`, a folder in `fixtures/broken-input`, `guide/files.md` |
//! | a new hard rule | [see below](#how-a-new-rule-is-added) |
//! | price a change differently | `domain/rule.rs`, `diff/`, `model/`: the pipeline refuses to answer while they disagree |
//! | a faster search | `solve/` alone |
//! | a new question "what if …" | `scenario/` or `explain/`, its rendering in `report/`, one file in `cli/` |
//! | another program's format | a folder in `import/` with a variant of `Format`, a file in `export/` with one of `Target`, a fixture, `guide/programs.md` |
//! | a new output | one file in `report/` or `export/` |
//! | another warning in an apprentice's plan | `placement/caution.rs`, its words in `export/plans/words.rs` |
//! | something on the page | `web/pages/`, its words in `web/words.rs` |
//! | a new command | one file in `cli/` |
//!
//! # How a new rule is added
//!
//! The compiler leads: where it says *match*, it stops until the rule is there. `<rule>` is the rule's name, `class_gaps` for
//! `Rule::ClassGaps`.
//!
//! 1. `src/domain/rule.rs`, *match*: the variant with a sentence of the law, in `Rule::ALL`, with its code. What it compares
//!    with, if that is new, stands in `src/domain/school.rs` and is read in `src/input`.
//! 2. `src/check/breach.rs`, *match*: what is told of a breach.
//! 3. `src/check/rules/mod.rs`, *match*: who judges it, of proposals alone or of baselines too. The judge is
//!    `src/check/rules/<rule>.rs`, slow and obvious, by names.
//! 4. How the search keeps it is one of three:
//!    - a rule about one lesson alone leaves out starts, in `src/problem/starts.rs` (and, so that counting stays as sharp, in
//!      `src/reason/starts.rs`), or rooms, in `src/problem/lesson.rs`;
//!    - a rule about who is away leaves out choices, in `src/solve/choices.rs`, or what starts cost under them, in
//!      `src/model/scope.rs`;
//!    - a rule between lessons has rows: `src/solve/separate/<rule>.rs`, or a folder of that name, finds those that a
//!      solution breaks. The tabu search counts its breaches in `src/solve/tabu_search/state/mod.rs`, or by the day in
//!      `src/solve/tabu_search/state/day_costs.rs`: if it did not, it would offer what is not taken.
//! 5. `src/solve/separate/encoding.rs`, *match*: which of the three.
//! 6. `src/model/textbook/encoding.rs`, *match*: the second opinion, with rows in `src/model/textbook/<rule>.rs`.
//! 7. `src/report/words/rules.rs`, `src/report/words/breaches.rs` and `src/web/pages/board/words.rs`, *match*: its name and
//!    its help text, the sentence about a breach, and the few words of it on the board, Danish, Swedish and English beside
//!    each other.
//! 8. `src/report/diagnostics/snippets.rs`, *match*: the file and the line that a breach is about.
//! 9. `src/explain/fact.rs` and `src/explain/lift.rs`, if people can give it up to make a timetable possible.
//! 10. `fixtures/broken-timetable`: a timetable that breaks it and nothing else, and a neighbour that does not. The brute force
//!     in `tests/it/brute_force.rs` asks the judge, and so knows it already; `tests/it/random_school/grown.rs` has to make
//!     schools in which it matters.
//!
//! A new price goes the same way: `src/domain/rule.rs`, `src/diff`, both encodings, the words.

pub mod account;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod diff;
pub mod district;
pub mod domain;
pub mod explain;
pub mod export;
pub mod generate;
pub mod guide;
pub mod import;
pub mod input;
pub mod model;
pub mod pipeline;
pub mod placement;
pub mod problem;
pub mod reason;
pub mod report;
pub mod scenario;
pub mod solve;
pub mod verify;
pub mod web;
pub mod week;
mod words;
