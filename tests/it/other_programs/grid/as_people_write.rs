//! Grids as people write them by hand: what stands between words, between lessons and between periods.

use super::rows;
use crate::other_programs::original;

/// The rows of a grid in CSV.
fn read(name: &str, lines: &[&str]) -> Vec<String> {
    rows(&original(name, lines.join("\n").as_bytes()))
}

#[test]
fn a_break_without_a_label_belongs_to_no_lesson() {
    let found = read(
        "8A.csv",
        &[
            "8.A;Mandag;Tirsdag;Onsdag",
            "1;DAN AB 12;MAT CD 12;ENG EF 12",
            ";Frugtpause;;",
            "2;MAT CD 12;DAN AB 12;DAN AB 12",
            ";Spisefrikvarter;Spisefrikvarter;Spisefrikvarter",
            "3;ENG EF 12;IDR CD hal;MAT CD 12",
        ],
    );
    assert_eq!(found.len(), 9, "{found:?}");
    assert!(found.iter().all(|row| !row.contains("pause") && !row.contains("frikvarter")));
}

#[test]
fn lessons_of_different_weeks_are_divided_whatever_they_are_called() {
    let found = read(
        "8A.csv",
        &[
            "8.A;Mandag;Tirsdag;Onsdag",
            "1;\"A-uge: XQ AB 12\nB-uge: DAN AB 12\";MAT CD 12;ENG EF 12",
            "2;MAT CD 12;DAN AB 12;DAN AB 12",
            "3;ENG EF 12;MAT CD 12;MAT CD 12",
        ],
    );
    assert!(found.contains(&"8.A Mon 1 XQ AB 12 A".to_owned()), "{found:?}");
    assert!(found.contains(&"8.A Mon 1 DAN AB 12 B".to_owned()), "{found:?}");
}

#[test]
fn slashes_may_stand_between_subject_teacher_and_room() {
    let found = read(
        "8A.csv",
        &[
            "8.A;Mandag;Tirsdag;Onsdag",
            "1;Da/ABC/B12;Ma/CDE/B12;F/K/EFG/FYS",
            "2;Ma/CDE/B12;Da/ABC/B12;Da/ABC/B12",
            "3;En/EFG/B12;Ma/CDE/B12;En/EFG/B12",
        ],
    );
    assert!(found.contains(&"8.A Mon 1 Da ABC B12".to_owned()), "{found:?}");
    assert!(found.contains(&"8.A Wed 1 F/K EFG FYS".to_owned()), "{found:?}");
}

#[test]
fn an_overview_may_have_times_with_blanks_between_them() {
    let found = read(
        "skema.csv",
        &[
            ";Mandag;;Tirsdag;",
            ";8.A;8.B;8.A;8.B",
            "8.00 - 8.45;DAN AB 12;MAT CD 13;MAT CD 12;DAN AB 13",
            "8.50 – 9.35;MAT CD 12;DAN AB 13;ENG EF 12;MAT CD 13",
        ],
    );
    assert_eq!(found.len(), 8, "{found:?}");
    assert!(found.contains(&"8.B Tue 1 DAN AB 13".to_owned()), "{found:?}");
}

#[test]
fn a_title_above_the_periods_of_days_beneath_one_another_is_no_period() {
    let found = read(
        "8A.csv",
        &[
            "8.A;;2026/27;Lokale 12",
            ";1. lekt.;2. lekt.;3. lekt.",
            "Mandag;DAN AB 12;MAT CD 12;ENG EF 12",
            "Tirsdag;MAT CD 12;DAN AB 12;DAN AB 12",
            "Onsdag;ENG EF 12;MAT CD 12;MAT CD 12",
        ],
    );
    assert_eq!(found.len(), 9, "{found:?}");
}
