//! A grid of a sheet: its periods, and the cells of each of them on each day.

use itertools::Itertools as _;

use crate::domain::{Country, Day};
use crate::import::grid::page::{At, Page};
use crate::import::label::Label;

/// One grid of a sheet.
pub(crate) struct Frame {
    /// What stands where its name may be, the likeliest place first.
    pub(crate) titles: Vec<String>,
    /// The periods.
    pub(crate) bands: Vec<Band>,
    /// What is one period of one day, band by band.
    pub(crate) squares: Vec<Square>,
    /// Cells with something in them that stand beside no period.
    pub(crate) strays: Vec<At>,
    /// The country of which the days' names are, where that can be told.
    pub(crate) country: Option<Country>,
    /// Whether each column of a day is of one kind of word, as headings say.
    pub(crate) are_kinds: bool,
    /// The row after its last.
    pub(crate) bottom: usize,
}

/// The cells of one period of one day.
pub(crate) struct Square {
    /// The position of its period among the frame's.
    pub(crate) band: usize,
    pub(crate) day: Day,
    pub(crate) week: Option<String>,
    pub(crate) cells: Vec<At>,
}

impl Square {
    /// Its cells that say something, each text once although it may be spread over several: the position among the cells,
    /// where the text stands, and the text.
    pub(crate) fn filled<'p>(&self, page: &'p Page) -> Vec<(usize, At, &'p str)> {
        let cells = self.cells.iter().enumerate();
        let said = cells.map(|(position, &at)| (position, page.origin(at), page.text(at)));
        said.filter(|(.., text)| !text.is_empty()).unique_by(|(_, origin, _)| *origin).collect()
    }
}

/// A period as the grid has it.
#[derive(Clone)]
pub(crate) struct Band {
    pub(crate) label: Label,
    /// Where it is named.
    pub(crate) at: At,
}
/// A grid that was found on a page.
pub(crate) struct Found {
    /// The position of its page.
    pub(crate) page: usize,
    pub(crate) frame: Frame,
    /// Whether the page has no other.
    pub(crate) is_alone: bool,
}
