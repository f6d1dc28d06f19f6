//! The style sheet: colours that can be read, on light pages and on dark ones.

use std::collections::BTreeMap;

use mesterskema::report::html::STYLE;

/// What stands on what.
const PAIRS: [(&str, &str); 24] = [
    ("ink", "paper"),
    ("ink", "wash"),
    ("soft", "paper"),
    ("soft", "wash"),
    ("link", "paper"),
    ("link", "wash"),
    ("ink", "arrives-wash"),
    ("arrives", "arrives-wash"),
    ("ink", "leaves-wash"),
    ("leaves", "leaves-wash"),
    ("ink", "room-wash"),
    ("room", "room-wash"),
    ("ink", "away-wash"),
    ("soft", "away-wash"),
    ("away", "away-wash"),
    ("away", "paper"),
    ("ink", "missed-wash"),
    ("missed", "missed-wash"),
    ("missed", "paper"),
    ("ink", "heat-0"),
    ("ink", "heat-1"),
    ("ink", "heat-2"),
    ("ink", "heat-3"),
    ("ink", "heat-4"),
];

/// The colours of a part of the sheet, by name.
fn colours(sheet: &str) -> BTreeMap<&str, &str> {
    let lines = sheet.lines().filter_map(|line| line.trim().strip_prefix("--"));
    let pairs = lines.filter_map(|line| line.trim_end_matches(';').split_once(": "));
    pairs.filter(|(_, colour)| colour.starts_with('#')).collect()
}

/// The relative luminance of a colour `#rrggbb`, from 0 to 1.
///
/// # Source
/// Web Content Accessibility Guidelines 2.2, "relative luminance".
fn luminance(colour: &str) -> f64 {
    let part = |place: usize| {
        let value = f64::from(u8::from_str_radix(&colour[place..place + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn text_stands_out_from_what_is_behind_it_on_light_and_on_dark_pages() {
    let (light, dark) = STYLE.split_once("prefers-color-scheme: dark").unwrap();
    for colours in [colours(light), colours(dark)] {
        for (text, behind) in PAIRS {
            let contrast = contrast(colours[text], colours[behind]);
            assert!(contrast >= 4.5, "{text} on {behind}: {contrast:.2}");
        }
    }
}

#[test]
fn both_schemes_name_the_same_colours() {
    let (light, dark) = STYLE.split_once("prefers-color-scheme: dark").unwrap();
    let names = |sheet| colours(sheet).into_keys().collect::<Vec<_>>();
    assert_eq!(names(light), names(dark));
}
