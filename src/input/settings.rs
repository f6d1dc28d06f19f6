//! `school.toml` → settings: who the school is, its programme, its prices and limits.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::cells::decode::{decode, line_at};
use super::cells::fence::fenced;
use super::cells::findings::Findings;
use super::cells::folder::Folder;
use super::cells::personal_number;
use super::cells::text::plain;
use super::moment::LAST_PERIOD;
use super::subjects::Meaning;
use crate::diagnostic::{Excerpt, Expected, Fault, Location};
use crate::domain::{Country, Language, PerPrice, Price, Weights};

pub(super) const FILE: &str = "school.toml";
const KEYS: [&str; 8] =
    ["name", "language", "country", "programme", "required", "desired", "points", "limits"];
const LIMITS: [&str; 2] = ["subject_max_per_day", "teacher_max_per_day"];

/// What sets the core subjects where nothing else does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Programme {
    /// Denmark, Folkeskoleloven § 9 a.
    #[default]
    Juniormesterlaere,
    /// Sweden, introduktionsprogrammet yrkesintroduktion.
    Yrkesintroduktion,
}

impl Programme {
    /// The country whose law it is.
    pub(super) const fn country(self) -> Country {
        match self {
            Self::Juniormesterlaere => Country::Denmark,
            Self::Yrkesintroduktion => Country::Sweden,
        }
    }

    /// The subjects of which nobody may miss a lesson.
    pub(super) const fn required(self) -> &'static [Meaning] {
        match self {
            Self::Juniormesterlaere => &[Meaning::Danish, Meaning::Maths],
            Self::Yrkesintroduktion => {
                &[Meaning::Swedish, Meaning::SwedishAsSecondLanguage, Meaning::Maths]
            }
        }
    }

    /// The subjects of which a missed lesson costs points.
    pub(super) const fn desired(self) -> &'static [Meaning] {
        match self {
            Self::Juniormesterlaere | Self::Yrkesintroduktion => &[Meaning::English],
        }
    }
}

/// What `school.toml` says, or what holds without it.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) name: Option<String>,
    pub(super) language: Option<Language>,
    pub(super) country: Option<Country>,
    pub(super) programme: Option<Programme>,
    pub(super) required: Option<Vec<Listed>>,
    pub(super) desired: Option<Vec<Listed>>,
    pub(super) weights: Weights,
    pub(super) subject_max_per_day: Option<u32>,
    pub(super) teacher_max_per_day: Option<u32>,
}

/// A subject in a list of `school.toml`, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) written: String,
    pub(super) location: Location,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            name: None,
            language: None,
            country: None,
            programme: None,
            required: None,
            desired: None,
            weights: Weights::default_weights(),
            subject_max_per_day: None,
            teacher_max_per_day: None,
        }
    }
}

impl Settings {
    /// The country whose alias table holds.
    pub(super) fn country(&self) -> Country {
        self.country.unwrap_or_else(|| self.programme.unwrap_or_default().country())
    }

    /// The language for people: the one set, else that of the country or programme set.
    pub(super) fn language(&self) -> Option<Language> {
        let country = self.country.or_else(|| self.programme.map(Programme::country));
        self.language.or_else(|| country.map(Country::language))
    }
}

/// Reads the file; what cannot be understood is reported and left as it is by default.
pub(super) fn read(folder: &Folder, findings: &mut Findings) -> Settings {
    let mut settings = Settings::default();
    let Some((file, bytes)) = folder.read(FILE, findings) else { return settings };
    let Some(mut text) = decode(file, &bytes, findings) else { return settings };
    let struck = personal_number::strike(&mut text);
    let mut reader = Reader { file, text: &text, findings };
    for span in &struck {
        reader.report(Fault::PersonalNumber, span);
    }
    let Some((document, errors)) = fenced(|| DeTable::parse_recoverable(&text)) else {
        reader.report(Fault::TomlUnreadable { reason: "…".to_owned() }, &(0..0));
        return settings;
    };
    for error in errors {
        reader.report_syntax(&error, &struck);
    }
    for (key, value) in document.get_ref() {
        reader.setting(key, value, &mut settings);
    }
    settings
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    findings: &'a mut Findings,
}

type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;
type Value<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    fn setting(&mut self, key: &Key<'_>, value: &Value<'_>, settings: &mut Settings) {
        match key.get_ref().as_ref() {
            "name" => settings.name = self.text(key, value),
            "language" => settings.language = self.word(key, value, &LANGUAGES),
            "country" => settings.country = self.word(key, value, &COUNTRIES),
            "programme" => settings.programme = self.word(key, value, &PROGRAMMES),
            "required" => settings.required = self.subjects(key, value),
            "desired" => settings.desired = self.subjects(key, value),
            "points" => self.points(key, value, &mut settings.weights),
            "limits" => self.limits(key, value, settings),
            _ => self.unknown(key, &KEYS),
        }
    }

    fn points(&mut self, key: &Key<'_>, value: &Value<'_>, weights: &mut Weights) {
        let keys = Price::ALL.map(Price::key);
        for (key, value) in self.table(key, value) {
            let price = Price::ALL.into_iter().find(|price| price.key() == key.get_ref());
            match price {
                Some(price) => {
                    if let Some(points) = self.whole(key, value, 0, PerPrice::LARGEST) {
                        weights[price] = points;
                    }
                }
                None => self.unknown(key, &keys),
            }
        }
    }

    fn limits(&mut self, key: &Key<'_>, value: &Value<'_>, settings: &mut Settings) {
        let most = i64::from(LAST_PERIOD) + 1;
        for (key, value) in self.table(key, value) {
            let limit = match key.get_ref().as_ref() {
                "subject_max_per_day" => &mut settings.subject_max_per_day,
                "teacher_max_per_day" => &mut settings.teacher_max_per_day,
                _ => {
                    self.unknown(key, &LIMITS);
                    continue;
                }
            };
            *limit = self.whole(key, value, 0, most).and_then(|limit| u32::try_from(limit).ok());
        }
    }

    fn text(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<String> {
        let text = value.get_ref().as_str().map(|text| text.trim().to_owned());
        if text.is_none() {
            self.wrong(key, value, Expected::Text);
        }
        text.filter(|text| !text.is_empty())
    }

    fn word<T: Copy, const N: usize>(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        words: &Words<T, N>,
    ) -> Option<T> {
        let word = value.get_ref().as_str().map(plain);
        let position =
            words.spellings.iter().position(|(spelling, _)| Some(*spelling) == word.as_deref());
        if position.is_none() {
            self.wrong(key, value, Expected::OneOf(words.documented));
        }
        position.map(|position| words.spellings[position].1)
    }

    /// A list of subject codes, as an array or joined by `+`.
    fn subjects(&mut self, key: &Key<'_>, value: &Value<'_>) -> Option<Vec<Listed>> {
        let single = [value];
        let values: Vec<&Value<'_>> = match value.get_ref().as_array() {
            Some(array) => array.iter().collect(),
            None => single.to_vec(),
        };
        let mut listed = Vec::new();
        for value in values {
            let Some(text) = value.get_ref().as_str() else {
                self.wrong(key, value, Expected::Subjects);
                return None;
            };
            listed.extend(super::cells::text::items(text).map(|item| Listed {
                written: item.to_owned(),
                location: self.location(key.get_ref(), &value.span()),
            }));
        }
        Some(listed)
    }

    fn whole(&mut self, key: &Key<'_>, value: &Value<'_>, least: i64, most: i64) -> Option<i64> {
        let written = value.get_ref().as_integer();
        let number =
            written.and_then(|written| i64::from_str_radix(written.as_str(), written.radix()).ok());
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            self.wrong(key, value, Expected::Whole { least, most });
        }
        number
    }

    fn table<'v, 'i>(
        &mut self,
        key: &Key<'_>,
        value: &'v Value<'i>,
    ) -> Vec<(&'v Key<'i>, &'v Value<'i>)> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(key, value, Expected::Table);
            return Vec::new();
        };
        table.iter().collect()
    }

    fn unknown(&mut self, key: &Key<'_>, known: &[&str]) {
        let written = key.get_ref();
        let nearest = self.findings.nearest(&written.to_lowercase(), known.iter().copied());
        let nearest = nearest.map(ToOwned::to_owned);
        let fault = Fault::SettingUnknown { key: super::cells::row::shortened(written), nearest };
        self.findings.report(fault, self.location(written, &key.span()));
    }

    fn wrong(&mut self, key: &Key<'_>, value: &Value<'_>, expected: Expected) {
        let fault = Fault::SettingWrong { key: key.get_ref().to_string(), expected };
        self.findings.report(fault, self.location(key.get_ref(), &value.span()));
    }

    /// Reports a syntax error, unless it stands where a personal number was struck out and may be why.
    fn report_syntax(&mut self, error: &toml::de::Error, struck: &[Range<usize>]) {
        let span = error.span().unwrap_or(0..0);
        let line = |at: usize| line_at(self.text, at.min(self.text.len()));
        if !struck.iter().any(|number| line(number.start) == line(span.start)) {
            self.report(Fault::TomlUnreadable { reason: error.message().to_owned() }, &span);
        }
    }

    fn report(&mut self, fault: Fault, span: &Range<usize>) {
        let location = Location { column: None, ..self.location("", span) };
        self.findings.report(fault, location);
    }

    fn location(&self, key: &str, span: &Range<usize>) -> Location {
        let start = span.start.min(self.text.len());
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[line_start..].lines().next().unwrap_or_default();
        let from = start - line_start;
        let to = (span.end.max(start) - line_start).min(line.len());
        let excerpt = Excerpt { text: line.to_owned(), span: from.min(to)..to, before: 0 };
        Location {
            column: Some(key.to_owned()),
            excerpt: Some(excerpt),
            ..Location::line(self.file, line_at(self.text, start))
        }
    }
}

/// The words that a setting can be, as documented and as people write them.
struct Words<T, const N: usize> {
    documented: &'static [&'static str],
    spellings: [(&'static str, T); N],
}

static LANGUAGES: Words<Language, 9> = Words {
    documented: &["da", "sv", "en"],
    spellings: [
        ("da", Language::Danish),
        ("dansk", Language::Danish),
        ("danish", Language::Danish),
        ("sv", Language::Swedish),
        ("svenska", Language::Swedish),
        ("swedish", Language::Swedish),
        ("en", Language::English),
        ("engelsk", Language::English),
        ("english", Language::English),
    ],
};

static COUNTRIES: Words<Country, 6> = Words {
    documented: &["DK", "SE"],
    spellings: [
        ("dk", Country::Denmark),
        ("danmark", Country::Denmark),
        ("denmark", Country::Denmark),
        ("se", Country::Sweden),
        ("sverige", Country::Sweden),
        ("sweden", Country::Sweden),
    ],
};

static PROGRAMMES: Words<Programme, 2> = Words {
    documented: &["juniormesterlaere", "yrkesintroduktion"],
    spellings: [
        ("juniormesterlaere", Programme::Juniormesterlaere),
        ("yrkesintroduktion", Programme::Yrkesintroduktion),
    ],
};
