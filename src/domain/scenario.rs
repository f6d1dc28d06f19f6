//! What if other pupils were apprentices.

use super::apprentice::Apprentice;
use super::name::ScenarioName;

/// The apprentices that a school would have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Its name.
    pub name: ScenarioName,
    /// The scenario that it continues; `None`: the school as it is.
    pub after: Option<ScenarioName>,
    /// All apprentices that there are then: those of the school in its order, then those who joined.
    pub apprentices: Vec<Apprentice>,
    /// How likely it is beside the others: twice as likely with 2 as with 1.
    pub weight: u32,
}
