//! The headings of the columns about guests, wishes, sites and ways, in each language: they are read as one and the same.

use mesterskema::domain::{Language, School};

use crate::input_folder::{codes, loaded};

/// A school that uses every such column, with headings to be put in: files and their lines.
const FILES: [(&str, &str, &str); 6] = [
    (
        "timetable.csv",
        "class;subject;day;period;room;allowed;apart",
        "8A;DAN;mon;1;R1;tue;hard\n8B;MAT;tue;1;R1;;hard\n8A;ENG;tue;2;;mon 2;\n",
    ),
    ("apprentices.csv", "pupil;class;away;also;skips", "a;8A;any@wood|any@Bank;8B/MAT;ENG\n"),
    ("classes.csv", "class;unavailable;site;locked", "8B;mon;south;yes\n"),
    ("rooms.csv", "room;site", "R1;north\n"),
    (
        "places.csv",
        "place;day;pupils;trade;site;one_day",
        "Mill;tue;2;wood;north;yes\nBank;;3;money;south;\n",
    ),
    ("travel.csv", "from;to;minutes", "north;south;10\nsouth;north;20\n"),
];

/// The columns in question, each with its Danish and its Swedish headings.
const HEADINGS: [(&str, &str, &str); 16] = [
    ("timetable.csv", "allowed", "tilladt|må ligge|muligt|tillåten|tillåtet|får ligga"),
    (
        "timetable.csv",
        "apart",
        "adskilt|hver sin dag|forskellige dage|åtskild|var sin dag|olika dagar",
    ),
    ("apprentices.csv", "also", "også|gæst i|desuden|även|gäst i|dessutom"),
    ("apprentices.csv", "skips", "fritaget|fritaget for|uden|befriad|befriad från|utan"),
    (
        "classes.csv",
        "unavailable",
        "optaget|utilgængelig|ikke til rådighed|upptagen|otillgänglig|ej tillgänglig",
    ),
    ("classes.csv", "site", "afdeling|matrikel|adresse-id|enhet|skolenhet|hus"),
    ("classes.csv", "locked", "låst|laast|fast|Låst"),
    ("rooms.csv", "site", "afdeling|matrikel|adresse-id|enhet|skolenhet|hus"),
    ("places.csv", "day", "dag|ugedag|veckodag"),
    ("places.csv", "pupils", "elever|pladser|platser"),
    ("places.csv", "trade", "branche|erhverv|bransch|yrke"),
    ("places.csv", "site", "afdeling|matrikel|adresse-id|enhet|skolenhet|hus"),
    (
        "places.csv",
        "one_day",
        "fælles dage|alle på samme dage|gemensamma dagar|alla på samma dagar|ONE DAY",
    ),
    ("travel.csv", "from", "fra|från"),
    ("travel.csv", "to", "til|till"),
    ("travel.csv", "minutes", "minutter|minuter|Minutes"),
];

/// The school if a column of a file is called otherwise, and what is found wrong.
fn read(file: &str, column: &str, heading: &str) -> (Option<School>, Vec<&'static str>) {
    let renamed = |name: &str, headings: &str| {
        let own = |known: &str| {
            if name == file && known == column { heading.to_owned() } else { known.to_owned() }
        };
        headings.split(';').map(own).collect::<Vec<_>>().join(";")
    };
    let texts = FILES
        .map(|(name, headings, lines)| (name, format!("{}\n{lines}", renamed(name, headings))));
    let read = loaded(&texts.each_ref().map(|(name, text)| (*name, text.as_bytes())));
    // Headings tell the language, and nothing else.
    let school = read.school.map(|school| School { language: Language::English, ..school });
    (school, codes(&read.diagnostics))
}

#[test]
fn each_heading_of_a_column_is_read_as_the_documented_one() {
    let documented = read("", "", "");
    assert!(documented.0.is_some(), "{:?}", documented.1);
    for (file, column, headings) in HEADINGS {
        for heading in headings.split('|') {
            assert_eq!(read(file, column, heading), documented, "{file}: {heading}");
        }
    }
}

#[test]
fn a_heading_of_no_column_makes_another_school_or_none() {
    let documented = read("", "", "").0;
    for (file, column, _) in HEADINGS {
        let (school, faults) = read(file, column, "noget andet");
        assert_ne!(school, documented, "{file}: {column}");
        let is_told = faults.contains(&"heading-unknown") || faults.contains(&"column-missing");
        assert!(is_told, "{file}: {column}: {faults:?}");
    }
}
