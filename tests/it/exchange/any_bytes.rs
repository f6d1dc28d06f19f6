//! Whatever the bytes, an import ends with an answer, and rows in are rows used and rows rejected.

use mesterskema::exchange::Format;
use proptest::prelude::*;

use super::{original, read};

/// The fixtures that a damaged file is made of.
fn seeds() -> Vec<(Format, &'static str, Vec<u8>)> {
    vec![
        (
            Format::Xhstt,
            "lille.xml",
            include_bytes!("../../../fixtures/exchange/xhstt/lille.xml").to_vec(),
        ),
        (
            Format::Untis,
            "GPU001.TXT",
            include_bytes!("../../../fixtures/exchange/untis/GPU001.TXT").to_vec(),
        ),
    ]
}

/// A fixture with some stretches cut out, doubled or overwritten.
fn damaged() -> impl Strategy<Value = (Format, &'static str, Vec<u8>)> {
    let cuts =
        prop::collection::vec((any::<prop::sample::Index>(), 0..60_usize, any::<Vec<u8>>()), 0..5);
    (prop::sample::select(seeds()), cuts).prop_map(|((format, name, mut bytes), cuts)| {
        for (at, length, with) in cuts {
            if !bytes.is_empty() {
                let at = at.index(bytes.len());
                let end = (at + length).min(bytes.len());
                bytes.splice(at..end, with.into_iter().take(20));
            }
        }
        (format, name, bytes)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { max_shrink_iters: 200, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn a_damaged_file_is_answered((format, name, bytes) in damaged()) {
        let import = read(format, &[original(name, &bytes)]);
        prop_assert_eq!(import.school.is_none(), import.ledger.has_errors());
        if let Some(school) = &import.school {
            prop_assert_eq!(school.lessons.len(), import.ledger.used);
        }
    }

    #[test]
    fn any_bytes_are_answered(format in prop::sample::select(Format::ALL.to_vec()), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for (_, name, _) in seeds().iter().filter(|seed| seed.0 == format) {
            let import = read(format, &[original(name, &bytes)]);
            prop_assert_eq!(import.school.is_none(), import.ledger.has_errors());
        }
    }
}
