//! What is wrong with a proposal, or with the answer that it came with.

use itertools::Itertools as _;

use super::{Wording, wordings};
use crate::domain::Language;

wordings! { language;
    row_unmatched() {
        "skolens skema har ingen sådan række",
        "skolans schema har ingen sådan rad",
        "no such row in the school's timetable";
    }

    row_lost(line: u32) {
        "rækken på linje {line} i skolens skema mangler",
        "rad {line} i skolans schema saknas",
        "the row on line {line} of the school's timetable is missing";
    }

    length_changed(from: u8, to: u8) {
        "rækken varede {from} lektioner og varer nu {to}",
        "raden tog {from} lektioner och tar nu {to}",
        "the row took {from} periods and now takes {to}";
    }

    lesson_torn(lesson: &str, lines: &[u32]) {
        "lektionen {lesson} er revet i stykker: rækkerne på linje {lines} hænger ikke længere sammen",
        "lektionen {lesson} är söndersliten: raderna {lines} hör inte längre ihop",
        "lesson {lesson} is torn apart: the rows on lines {lines} no longer stand together",
        lines = lines.iter().join(", ");
        help "flyt alle rækker i en lektion lige langt",
             "flytta alla rader i en lektion lika långt",
             "move all rows of a lesson by the same number of periods";
    }

    rooms_changed(from: usize, to: usize) {
        "rækken havde {from} lokaler og har nu {to}",
        "raden hade {from} salar och har nu {to}",
        "the row had {from} rooms and now has {to}";
    }

    room_torn(room: &str, one: &str, other: &str) {
        "lokalet {room} i denne lektion er blevet til både {one} og {other}",
        "salen {room} i den här lektionen har blivit både {one} och {other}",
        "room {room} of this lesson became both {one} and {other}";
    }

    rooms_merged(room: &str) {
        "to lokaler i denne lektion er blevet til {room}",
        "två salar i den här lektionen har blivit {room}",
        "two rooms of this lesson became {room}";
    }

    away_unchosen(pupil: &str) {
        "intet siger, hvilken mulighed {pupil} får",
        "inget säger vilket alternativ {pupil} får",
        "nothing says which alternative {pupil} is given";
        help "læg solution.json ved siden af skemaet",
             "lägg solution.json bredvid schemat",
             "copy solution.json beside the timetable";
    }

    away_unknown(pupil: &str, written: &str) {
        "\"{written}\" er ikke en af mulighederne for {pupil}",
        "\"{written}\" är inget av alternativen för {pupil}",
        "\"{written}\" is no alternative of {pupil}";
    }
}
