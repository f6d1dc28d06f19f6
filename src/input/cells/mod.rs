//! CELLS: bytes on a disk → tables whose cells know where they stand, with nothing understood yet but the headings.
//!
//! From below: [`text`], [`lookalike`] and [`personal_number`] look at signs; [`decode`] and [`workbook`] make text of
//! bytes, [`split`] cells of text; [`folder`] and [`file_names`] find files; [`heading`] and [`columns`] say what a column is;
//! a [`table`] has it all in [rows](row) of a [page]. What a cell means is for the readers of single files, above.

pub(super) mod account;
pub(super) mod columns;
pub(super) mod decode;
pub(super) mod deformed;
pub(super) mod fence;
pub(super) mod file_names;
pub(super) mod findings;
pub(super) mod folder;
pub(super) mod heading;
pub(super) mod lookalike;
mod page;
pub(super) mod personal_number;
pub(super) mod row;
pub(super) mod split;
pub(super) mod table;
pub(super) mod text;
pub(super) mod workbook;
