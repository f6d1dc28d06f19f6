//! The alias tables: which codes schools write for which subject, per country.
//!
//! Only codes that leave no doubt: a code that may mean two things, or a part of a core subject, is left out on
//! purpose, so that the school is asked.
//!
//! # Source
//! Denmark: BEK om folkeskolens fag and common practice (no official list of codes exists). Sweden: Skolverket,
//! *Ämneskoder* of the betygskatalog; names and codes of courses: the same, for Gy11 and Gy25.

use crate::domain::Country;

/// A subject as programmes know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Meaning {
    Danish,
    Swedish,
    SwedishAsSecondLanguage,
    Maths,
    English,
    /// No programme's core subject.
    Other,
}

/// The codes for one subject; the first is its name.
pub(crate) struct Aliases {
    pub(crate) meaning: Meaning,
    pub(crate) codes: &'static [&'static str],
}

const fn core(meaning: Meaning, codes: &'static [&'static str]) -> Aliases {
    Aliases { meaning, codes }
}

const fn other(codes: &'static [&'static str]) -> Aliases {
    Aliases { meaning: Meaning::Other, codes }
}

impl Country {
    /// The country's table.
    pub(crate) const fn aliases(self) -> &'static [Aliases] {
        match self {
            Self::Denmark => DENMARK,
            Self::Sweden => SWEDEN,
        }
    }
}

/// The subject of a Swedish course, as an alias has it: `svenska` for `Svenska nivå 1` (Gy25) and `Svenska 1` (Gy11), `ma`
/// for `MA1a`, `sve` for `SVESVE01` (upper secondary) and `GRGRSVE01` (compulsory school). `code` is folded. Codes of courses
/// that are part of a subject only, such as `SVELIT0`, have none: the school is asked.
pub(super) fn subject_of_course(code: &str) -> Option<&str> {
    let stem = code.trim_end_matches(['a', 'b', 'c']);
    let stem = if stem.ends_with(|sign: char| sign.is_ascii_digit()) { stem } else { code };
    let named = stem.strip_suffix(|sign: char| sign.is_ascii_digit())?;
    official(named).or_else(|| {
        let named = named.trim_end();
        let named = named.strip_suffix("nivå").unwrap_or(named).trim_end();
        (named.chars().count() > 1).then_some(named)
    })
}

/// The subject of an official code without its last digit: `GRGRSVE0`, `SVESVE0`.
fn official(code: &str) -> Option<&str> {
    let code = code.strip_suffix('0')?;
    if !code.is_ascii() || code.len() < 6 {
        return None;
    }
    let (school, subject) = code.split_at(code.len() - 3);
    (school == "grgr" || school == subject).then_some(subject)
}

static DENMARK: &[Aliases] = &[
    core(Meaning::Danish, &["Dansk", "DAN", "DA", "D"]),
    core(Meaning::Maths, &["Matematik", "MAT", "MA", "M"]),
    core(Meaning::English, &["Engelsk", "ENG", "EN", "E"]),
    other(&["Tysk", "TYS", "TY", "T"]),
    other(&["Fransk", "FRA", "FR"]),
    other(&["Spansk", "SPA", "SP"]),
    other(&["Latin", "LAT", "LA"]),
    other(&["Fysik/kemi", "Fysik-kemi", "F/K", "FK", "FYK", "FYS/KEM"]),
    other(&["Fysik", "FYS", "FY"]),
    other(&["Kemi", "KEM", "KE"]),
    other(&["Biologi", "BIO", "BI"]),
    other(&["Geografi", "GEO", "GE"]),
    other(&["Naturgeografi", "NG"]),
    other(&[
        "Natur/teknologi",
        "Natur/teknik",
        "Natur og teknologi",
        "N/T",
        "NT",
        "NAT",
        "NAT/TEK",
    ]),
    other(&["Historie", "HIS", "HI", "HIST"]),
    other(&["Samfundsfag", "SAM", "SA", "SAMF"]),
    other(&["Kristendomskundskab", "Kristendom", "KRI", "KR"]),
    other(&["Religion", "REL", "RE"]),
    other(&["Oldtidskundskab", "OLD"]),
    other(&["Filosofi", "FIL"]),
    other(&["Psykologi", "PSY", "PS"]),
    other(&["Idræt", "IDR", "ID"]),
    other(&["Svømning", "SVØ", "SVØM"]),
    other(&["Musik", "MUS", "MU"]),
    other(&["Kor"]),
    other(&["Billedkunst", "BIL", "BK", "BILL"]),
    other(&["Drama", "DRA"]),
    other(&["Håndværk og design", "HDS", "H/D", "HD", "HÅN", "HVD", "Håndværk"]),
    other(&["Sløjd", "SLØ"]),
    other(&["Håndarbejde"]),
    other(&["Madkundskab", "MAD", "MK", "Hjemkundskab"]),
    other(&["Valgfag", "VAL", "VF", "VALG"]),
    other(&["Praktisk/musisk valgfag", "PMV", "P/M"]),
    other(&["Informatik", "INF"]),
    other(&["Teknologiforståelse", "TEK", "TF"]),
    other(&["Klassens tid", "Klassens time", "KLA", "KLT", "KT", "KL.TID"]),
    other(&["Understøttende undervisning", "UUV"]),
    other(&["Uddannelse og job", "U&J", "UDJ"]),
    other(&["Pause", "Frikvarter", "Spisepause", "FRI"]),
    other(&["Morgensang", "Morgensamling"]),
];

static SWEDEN: &[Aliases] = &[
    core(Meaning::Swedish, &["Svenska", "SV", "SVE"]),
    core(
        Meaning::SwedishAsSecondLanguage,
        &["Svenska som andraspråk", "Svenska som andra språk", "SVA"],
    ),
    core(Meaning::Maths, &["Matematik", "MA", "MAT", "MATTE"]),
    core(Meaning::English, &["Engelska", "EN", "ENG"]),
    other(&["Moderna språk", "MSPR", "MOD"]),
    other(&["Tyska", "TY", "TYS", "TYSKA"]),
    other(&["Franska", "FR", "FRA"]),
    other(&["Spanska", "SP", "SPA"]),
    other(&["Modersmål", "ML", "MOM"]),
    other(&["Teckenspråk", "TN", "TSP"]),
    other(&["Biologi", "BI", "BIO"]),
    other(&["Fysik", "FY", "FYS"]),
    other(&["Kemi", "KE", "KEM"]),
    other(&["Naturkunskap", "NK", "NAK"]),
    other(&["Naturorienterande ämnen", "NO"]),
    other(&["Teknik", "TK", "TEK"]),
    other(&["Geografi", "GE", "GEO"]),
    other(&["Historia", "HI", "HIS"]),
    other(&["Religionskunskap", "Religion", "RE", "REL"]),
    other(&["Samhällskunskap", "SH", "SAM"]),
    other(&["Samhällsorienterande ämnen", "SO"]),
    other(&["Bild", "BL", "BILD"]),
    other(&["Hem- och konsumentkunskap", "Hemkunskap", "HKK", "HK"]),
    other(&["Idrott och hälsa", "Idrott", "IDH", "IDR", "IH"]),
    other(&["Musik", "MU", "MUS"]),
    other(&["Slöjd", "SL", "SLÖ"]),
    other(&["Textilslöjd", "TXSL"]),
    other(&["Träslöjd", "TRSL"]),
    other(&["Dans", "DA"]),
    other(&["Judiska studier", "JU"]),
    other(&["Elevens val", "EV"]),
    other(&["Språkval", "SPV"]),
    other(&["Mentorstid", "Mentor", "MENT", "MTID"]),
    other(&["Klassråd", "KR"]),
    other(&["Filosofi", "FIL"]),
    other(&["Psykologi", "PSK", "PSY"]),
    other(&["Företagsekonomi", "FÖR"]),
    other(&["Gymnasiearbete", "GYARTE", "GA"]),
    other(&["Lunch", "Rast"]),
];

#[cfg(test)]
mod tests {
    use super::subject_of_course;

    #[test]
    fn courses_are_of_the_subject_that_they_are_named_after() {
        let subjects = [
            ("svenska nivå 1", Some("svenska")),
            ("svenska som andraspråk nivå 3", Some("svenska som andraspråk")),
            ("matematik nivå 1a", Some("matematik")),
            ("matematik 2c", Some("matematik")),
            ("ma1a", Some("ma")),
            ("en5", Some("en")),
            ("svesve01", Some("sve")),
            ("matmat01a", Some("mat")),
            ("grgrsve01", Some("sve")),
            ("grgrmat01", Some("mat")),
            ("svelit0", Some("svelit")),
            ("svenska", None),
            ("teknik a", None),
            ("m1", None),
        ];
        for (code, subject) in subjects {
            assert_eq!(subject_of_course(code), subject, "{code}");
        }
    }
}
