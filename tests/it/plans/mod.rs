//! Plans and calendars: what a folder of plans says of a small school.

mod calendars;
mod command;
mod input;
mod pages;
mod warnings;
mod weeks_away;
mod year;

use mesterskema::check::{Verdict, check};
use mesterskema::diff::{Offer, as_things_stand};
use mesterskema::domain::{Almanac, Effort, Language, Proposal, School};
use mesterskema::export::plans::{File, Plans, conceal, files, json, text};
use mesterskema::input::{Loaded, Need, load};

use crate::input_folder::loaded;

/// A class with a double lesson, a lesson of week A and one of week B, and a pupil who is away on Thursdays.
const TIMETABLE: &str = "\
class;subject;teacher;room;day;period;week
8.A;DAN;AB;L8;mon;1-2;
8.A;MAT;CD;L8;tue;1;
8.A;HIS;AB;L8;wed;1;A
8.A;GEO;EF;L8;wed;1;B
8.A;IDR;GH;hal;thu;1-2;
8.A;MAT;CD;L8;fri;2;
9.A;ENG;EF;L9;mon;1;
";
const PERIODS: &str = "period;start;end\n1;08:00;08:45\n2;08:50;09:35\n3;09:55;10:40\n";
const SUBJECTS: &str = "subject;core\nDAN;required\nMAT;required\n";
const PLACES: &str = "place;address;start;end\ngarage;Smedevej 12, Skovby;07.30;14.30\n";
const APPRENTICES: &str = "\
pupil;class;away;place;start;end;from;until;contact
8A-04;8.A;thu;garage;;;;;Kim, tlf. 12 34
";
const CALENDAR: &str = "\
date;what
2026-10-05;term start
2026-10-07;week A
2026-10-12;holiday
2026-10-13;holiday
2026-10-14;holiday
2026-10-15;holiday
2026-10-16;holiday
2026-11-06;term end
";

/// A school with its almanac, and what is offered: the timetable as it is.
struct Planned {
    school: School,
    almanac: Almanac,
    proposal: Proposal,
    verdict: Verdict,
}

impl Planned {
    fn new(loaded: Loaded) -> Self {
        let Loaded { school, almanac, diagnostics, .. } = loaded;
        assert!(school.is_some(), "{diagnostics:#?}");
        let school = school.unwrap();
        let proposal = as_things_stand(&school);
        let verdict = check(&school, &proposal, Effort::Best);
        Self { school, almanac, proposal, verdict }
    }

    fn plans(&self, language: Language) -> Plans<'_> {
        let Self { school, almanac, proposal, verdict } = self;
        let offer = Offer { school, proposal, difference: &verdict.difference };
        Plans { offer, almanac, language, printed: None }
    }

    fn files(&self, language: Language) -> Vec<File> {
        files(self.plans(language))
    }

    fn file(&self, name: &str) -> String {
        self.file_in(name, Language::English)
    }

    fn file_in(&self, name: &str, language: Language) -> String {
        let files = self.files(language);
        let file = files.iter().find(|(path, _)| path == name);
        file.unwrap_or_else(|| panic!("no {name}")).1.clone()
    }

    /// The cautions of every plan.
    fn cautions(&self) -> Vec<String> {
        let plans = self.plans(Language::English);
        let told: serde_json::Value = serde_json::from_str(&json(plans, &files(plans))).unwrap();
        let cautions = told["cautions"].as_array().unwrap();
        cautions.iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect()
    }

    fn concealed(&self) -> Self {
        let (school, almanac) = conceal(&self.school, &self.almanac, Language::English);
        let (proposal, verdict) = (self.proposal.clone(), self.verdict.clone());
        Self { school, almanac, proposal, verdict }
    }
}

/// The school above, some of its files replaced, added, or (empty) left out.
fn planned(others: &[(&str, &str)]) -> Planned {
    let usual = [
        ("timetable.csv", TIMETABLE),
        ("periods.csv", PERIODS),
        ("subjects.csv", SUBJECTS),
        ("places.csv", PLACES),
        ("apprentices.csv", APPRENTICES),
        ("calendar.csv", CALENDAR),
    ];
    let replaced = |name: &str| others.iter().any(|(other, _)| *other == name);
    let all = usual.iter().filter(|(name, _)| !replaced(name)).chain(others);
    let all = all.filter(|(_, text)| !text.is_empty());
    let all: Vec<(&str, &[u8])> = all.map(|(name, text)| (*name, text.as_bytes())).collect();
    Planned::new(loaded(&all))
}

/// Whether a file is of the kind that its ending says.
fn is(name: &str, ending: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, own)| own == ending)
}

#[test]
fn the_same_school_gives_the_same_bytes() {
    for language in Language::ALL {
        assert_eq!(planned(&[]).files(language), planned(&[]).files(language));
    }
}

#[test]
fn there_is_a_page_for_each_apprentice_and_team_and_a_calendar_for_everybody() {
    let names: Vec<String> =
        planned(&[]).files(Language::Danish).into_iter().map(|(name, _)| name).collect();
    let expected = [
        "index.html",
        "pupils/8A-04.html",
        "pupils/8A-04.ics",
        "classes/8.A.html",
        "classes/8.A.ics",
        "classes/9.A.ics",
        "teachers/AB.ics",
        "teachers/CD.ics",
        "teachers/EF.ics",
        "teachers/GH.ics",
    ];
    assert_eq!(names, expected);
}

#[test]
fn the_shipped_schools_have_plans_that_can_be_read() {
    for folder in crate::fixtures::folders("schools") {
        let planned = Planned::new(load(&folder, Need::Apprentices));
        for (name, text) in planned.files(planned.school.language) {
            if is(&name, "html") {
                crate::html::read(&text);
            } else {
                assert!(!calendars::happenings(&text).is_empty(), "{}: {name}", folder.display());
            }
        }
    }
}

#[test]
fn without_dates_there_are_pages_and_no_calendars_and_that_is_said() {
    let planned = planned(&[("calendar.csv", "")]);
    let files = planned.files(Language::English);
    assert!(files.iter().all(|(name, _)| is(name, "html")));
    let told = text(planned.plans(Language::English), "plans", &files);
    assert!(told.contains("No calendars: calendar.csv"), "{told}");
}

#[test]
fn keys_alone_are_left_where_pseudonyms_are_wanted() {
    let concealed = planned(&[]).concealed();
    for (name, text) in concealed.files(Language::English) {
        for secret in ["garage", "Smedevej", "Kim", "12 34"] {
            assert!(!text.contains(secret), "{name} holds {secret}");
        }
    }
    let plan = concealed.file("pupils/8A-04.html");
    assert!(plan.contains("Placement 1") && plan.contains("7.30–14.30"));
}

#[test]
fn every_language_says_everything_in_its_own_words() {
    let planned = planned(&[("places.csv", "")]);
    for name in ["index.html", "pupils/8A-04.html", "classes/8.A.html"] {
        let pages = Language::ALL.map(|language| planned.file_in(name, language));
        assert!(pages[0] != pages[1] && pages[1] != pages[2] && pages[0] != pages[2]);
    }
}
