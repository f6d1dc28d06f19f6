//! How a file writes its days, so that a moved lesson's day is written the same way.

use std::collections::BTreeMap;

use super::cells::text::plain;
use super::moment::{self, FULL_NAMES};
use crate::domain::{Day, Language};

/// The abbreviations of school life, where they are not simply the first letters.
const ABBREVIATED: [[&str; 7]; 3] = [
    ["mon", "tues", "wed", "thurs", "fri", "sat", "sun"],
    ["man", "tirs", "ons", "tors", "fre", "lør", "søn"],
    ["mån", "tis", "ons", "tors", "fre", "lör", "sön"],
];

/// The forms of the days in a file.
pub(super) struct DayForms {
    /// The form most used of each day that the file has.
    used: BTreeMap<Day, String>,
    style: Style,
}

/// How days are written in general.
#[derive(Clone, Copy)]
struct Style {
    shape: Shape,
    case: Case,
    dot: &'static str,
}

#[derive(Clone, Copy)]
enum Shape {
    /// A number with at least so many digits.
    Number { width: usize },
    /// A word.
    Word { tongue: usize, length: Length, letters: Letters },
}

#[derive(Clone, Copy)]
enum Length {
    Full,
    First(usize),
    Abbreviated,
}

#[derive(Clone, Copy)]
enum Letters {
    Own,
    /// Without diacritics.
    Plain,
}

#[derive(Clone, Copy)]
enum Case {
    Small,
    Capitalised,
    Capitals,
}

impl DayForms {
    /// Learns the forms from a file's cells. Where they leave it open, the language decides.
    pub(super) fn learn<'c>(cells: impl Iterator<Item = &'c str>, language: Language) -> Self {
        let used = most_used(cells);
        let style = Style::of(&used, language);
        Self { used, style }
    }

    /// The day as the file writes it, or would.
    pub(super) fn write(&self, day: Day) -> String {
        self.used.get(&day).cloned().unwrap_or_else(|| self.style.write(day))
    }
}

fn most_used<'c>(cells: impl Iterator<Item = &'c str>) -> BTreeMap<Day, String> {
    let mut counts: BTreeMap<Day, Vec<(&str, usize)>> = BTreeMap::new();
    for cell in cells {
        let cell = cell.trim();
        let Ok(day) = moment::day(cell) else { continue };
        let forms = counts.entry(day).or_default();
        match forms.iter_mut().find(|(form, _)| *form == cell) {
            Some((_, count)) => *count += 1,
            None => forms.push((cell, 1)),
        }
    }
    let most = |forms: Vec<(&str, usize)>| {
        forms.into_iter().rev().max_by_key(|&(_, count)| count).map(|(form, _)| form.to_owned())
    };
    counts.into_iter().filter_map(|(day, forms)| Some((day, most(forms)?))).collect()
}

impl Style {
    /// The first of the possible shapes that writes most of the used forms.
    fn of(used: &BTreeMap<Day, String>, language: Language) -> Self {
        let first = used.values().next().map(String::as_str).unwrap_or_default();
        let dot = if first.ends_with('.') { "." } else { "" };
        let hits = |shape: &Shape| {
            let writes = |(&day, form): (&Day, &String)| {
                shape.write(day) == form.to_lowercase().trim_end_matches('.')
            };
            used.iter().filter(|&entry| writes(entry)).count()
        };
        let width = first.trim_end_matches('.').len();
        let shapes = shapes(width, language);
        let best = shapes.iter().rev().max_by_key(|shape| hits(shape));
        let shape = best.copied().unwrap_or(Shape::Number { width: 1 });
        Self { shape, case: Case::of(first), dot }
    }

    fn write(self, day: Day) -> String {
        self.case.write(&self.shape.write(day)) + self.dot
    }
}

fn shapes(width: usize, language: Language) -> Vec<Shape> {
    let own = match language {
        Language::English => 0,
        Language::Danish => 1,
        Language::Swedish => 2,
    };
    let lengths =
        [Length::Full, Length::First(3), Length::Abbreviated, Length::First(2), Length::First(4)];
    let mut shapes = Vec::new();
    for letters in [Letters::Own, Letters::Plain] {
        for length in lengths {
            let tongues =
                [own].into_iter().chain((0..FULL_NAMES.len()).filter(|&other| other != own));
            shapes.extend(tongues.map(|tongue| Shape::Word { tongue, length, letters }));
        }
    }
    shapes.push(Shape::Number { width });
    shapes
}

impl Shape {
    fn write(self, day: Day) -> String {
        let position = day as usize;
        match self {
            Self::Number { width } => format!("{:0width$}", position + 1),
            Self::Word { tongue, length, letters } => {
                let name = FULL_NAMES[tongue][position];
                let word: String = match length {
                    Length::Full => name.into(),
                    Length::First(count) => name.chars().take(count).collect(),
                    Length::Abbreviated => ABBREVIATED[tongue][position].into(),
                };
                match letters {
                    Letters::Own => word,
                    Letters::Plain => plain(&word),
                }
            }
        }
    }
}

impl Case {
    fn of(form: &str) -> Self {
        let mut letters = form.chars().filter(|letter| letter.is_alphabetic());
        match (letters.next().is_some_and(char::is_uppercase), letters.all(char::is_uppercase)) {
            (false, _) => Self::Small,
            (true, false) => Self::Capitalised,
            (true, true) => Self::Capitals,
        }
    }

    fn write(self, word: &str) -> String {
        match self {
            Self::Small => word.to_owned(),
            Self::Capitals => word.to_uppercase(),
            Self::Capitalised => {
                let mut letters = word.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters.clone()).collect()
            }
        }
    }
}
