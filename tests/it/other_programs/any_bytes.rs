//! Whatever the bytes, an import ends with an answer, and rows in are rows used and rows rejected.

use std::fs;

use mesterskema::domain::Language;
use mesterskema::import::{
    Choices, Format, Import, Original, class_lists, collect, import, propose,
};
use proptest::prelude::*;

use super::{fixture, original};

use crate::cases::cases;

/// The fixtures that a damaged file is made of: the format, the damaged file, and those beside it.
type Seed = (Format, &'static str, &'static [&'static str]);

const SEEDS: [Seed; 13] = [
    (Format::Asc, "asc/lille.xml", &[]),
    (Format::Xhstt, "xhstt/lille.xml", &[]),
    (Format::Untis, "untis/GPU001.TXT", &["untis/GPU002.TXT"]),
    (Format::Untis, "untis/GPU002.TXT", &["untis/GPU001.TXT", "untis/GPU005.TXT"]),
    (Format::Table, "table/skema.csv", &[]),
    (Format::Grid, "grid/skema.csv", &[]),
    (Format::Fet, "fet/lille.fet", &["fet/lille_activities.xml"]),
    (Format::Fet, "fet/lille_activities.xml", &["fet/lille.fet"]),
    (Format::Fet, "fet/lille_timetable.csv", &["fet/lille.fet"]),
    (Format::Untis, "untis/GPU004.TXT", &["untis/GPU001.TXT"]),
    (Format::Untis, "untis/GPU005.TXT", &["untis/GPU001.TXT"]),
    (Format::Untis, "untis/GPU016.TXT", &["untis/GPU001.TXT", "untis/GPU005.TXT"]),
    (Format::Untis, "untis/time.txt", &["untis/GPU001.TXT"]),
];

fn file(name: &str) -> Original {
    let bytes = fs::read(fixture(name)).unwrap();
    original(name.rsplit('/').next().unwrap(), &bytes)
}

/// Imports a file of some bytes, with the files beside it and a map.
fn answered((format, name, beside): Seed, bytes: &[u8]) -> Import {
    let mut files = vec![original(name.rsplit('/').next().unwrap(), bytes)];
    files.extend(beside.iter().map(|name| file(name)));
    let map = (format == Format::Table).then(|| file("table/map.toml"));
    import(format, &files, &Choices { map, ..Choices::default() })
}

/// A fixture with some stretches cut out, doubled or overwritten.
fn damaged() -> impl Strategy<Value = (Seed, Vec<u8>)> {
    let cuts =
        prop::collection::vec((any::<prop::sample::Index>(), 0..60_usize, any::<Vec<u8>>()), 0..5);
    (prop::sample::select(SEEDS.to_vec()), cuts).prop_map(|(seed, cuts)| {
        let mut bytes = file(seed.1).bytes;
        for (at, length, with) in cuts {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                let end = (at + length).min(bytes.len());
                bytes.splice(at..end, with.into_iter().take(20));
            }
        }
        (seed, bytes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..cases(256) })]

    #[test]
    fn a_damaged_file_is_answered((seed, bytes) in damaged()) {
        let import = answered(seed, &bytes);
        prop_assert_eq!(import.school.is_none(), import.ledger.has_errors());
        if let Some(school) = &import.school {
            prop_assert!(school.lessons.len() >= import.ledger.used);
        }
    }

    #[test]
    fn any_bytes_are_answered(
        seed in prop::sample::select(SEEDS.to_vec()),
        bytes in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let import = answered(seed, &bytes);
        prop_assert_eq!(import.school.is_none(), import.ledger.has_errors());
    }

    #[test]
    fn any_bytes_as_class_lists_are_answered(
        name in prop::sample::select(vec!["classes.csv", "users.csv", "enrollments.csv"]),
        at in any::<prop::sample::Index>(),
        bytes in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let mut files = collect(&[fixture("oneroster")]).unwrap();
        let damaged = files.iter_mut().find(|file| file.name == name).unwrap();
        let at = at.index(damaged.bytes.len());
        damaged.bytes.splice(at..at, bytes);
        let (lists, ledger) = class_lists(&files);
        prop_assert_eq!(lists.is_none(), ledger.has_errors());
    }

    #[test]
    fn a_proposed_map_is_toml_whatever_the_table(
        at in any::<prop::sample::Index>(),
        words in "[a-z\"\\\\;,=\n\\[\\] 0-9:æ#]{0,40}",
    ) {
        let mut table = file("table/skema.csv");
        let at = at.index(table.bytes.len());
        table.bytes.splice(at..at, words.into_bytes());
        if let (Some(map), _) = propose(Format::Table, std::slice::from_ref(&table), &Choices::default(), Language::Danish) {
            prop_assert!(map.parse::<toml::Table>().is_ok(), "{}", map);
        }
    }

    #[test]
    fn any_bytes_are_answered_as_a_map(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let choices = Choices { map: Some(original("map.toml", &bytes)), ..Choices::default() };
        let import = import(Format::Table, &[file("table/skema.csv")], &choices);
        prop_assert_eq!(import.school.is_none(), import.ledger.has_errors());
    }
}
