//! What a person corrected of the reading of a grid: `map.toml` with words and what they are.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::evidence::Role;
use super::spoken::Whose;
use crate::import::ledger::Ledger;
use crate::import::original::Original;
use crate::import::toml;
use crate::input::fold;

/// A map as it is written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Told {
    /// What words are: `KLP = "teacher"`.
    #[serde(default)]
    words: BTreeMap<String, Role>,
    /// Whose grids are, by the names that they have: `"Blå stue" = "class"`.
    #[serde(default)]
    grids: BTreeMap<String, Whose>,
}

impl Told {
    /// Reads a map; reports what is none.
    pub(crate) fn read(original: &Original, ledger: &mut Ledger) -> Option<Self> {
        toml::read(original, ledger)
    }

    /// What each word is, by its folded text.
    pub(super) fn roles(&self) -> BTreeMap<String, Role> {
        self.words.iter().map(|(word, role)| (fold(word), *role)).collect()
    }

    /// Whose a grid is, where it was said.
    pub(super) fn whose(&self, name: &str) -> Option<Whose> {
        let found = self.grids.iter().find(|(own, _)| fold(own) == fold(name));
        found.map(|(_, whose)| *whose)
    }
}
