//! What one search came to, and what it took. Nothing is run here.

use serde::{Deserialize, Serialize};

/// One search.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Measured {
    /// What it found.
    pub(crate) outcome: Outcome,
    /// From the school in memory to the answer.
    pub(crate) seconds: f64,
    /// From the school in memory to the first proposal, where the search tells of it.
    pub(crate) first_seconds: Option<f64>,
    /// The most memory that its process had, in KiB; `None` where the system does not say.
    pub(crate) peak_kib: Option<u64>,
}

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Outcome {
    /// A timetable of so many points, and that none has fewer.
    Optimal(i64),
    /// A timetable of so many points.
    Feasible {
        /// Its points.
        points: i64,
        /// None has fewer than this; `None` where the solver does not tell.
        bound: Option<i64>,
    },
    /// That there is no timetable.
    Infeasible,
    /// No timetable.
    Undecided {
        /// None has fewer points than this; `None` where the solver does not tell.
        bound: Option<i64>,
    },
    /// Nothing: the solver failed.
    Failed(String),
}

impl Outcome {
    /// Whether nothing is left open.
    pub(crate) const fn is_proof(&self) -> bool {
        matches!(self, Self::Optimal(_) | Self::Infeasible)
    }

    /// The fewest points, as a cell.
    pub(crate) fn points(&self) -> String {
        match self {
            Self::Optimal(points) => points.to_string(),
            Self::Feasible { points, .. } => format!("≤ {points}"),
            Self::Infeasible => "infeasible".to_owned(),
            Self::Undecided { .. } => "none yet".to_owned(),
            Self::Failed(why) => format!("failed: {why}"),
        }
    }

    /// The proven bound, as a cell.
    pub(crate) fn bound(&self) -> String {
        match self {
            Self::Optimal(bound)
            | Self::Feasible { bound: Some(bound), .. }
            | Self::Undecided { bound: Some(bound) } => bound.to_string(),
            _ => "–".to_owned(),
        }
    }

    /// Whether both can be true of one school.
    pub(crate) fn agrees_with(&self, other: &Self) -> bool {
        let ((least, most), (other_least, other_most)) = (self.range(), other.range());
        least <= other_most && other_least <= most
    }

    /// Between which points the optimum must be; no timetable at all counts as more than any.
    const fn range(&self) -> (i64, i64) {
        match self {
            Self::Optimal(points) => (*points, *points),
            Self::Feasible { points, bound: Some(bound) } => (*bound, *points),
            Self::Feasible { points, bound: None } => (i64::MIN, *points),
            Self::Infeasible => (i64::MAX, i64::MAX),
            Self::Undecided { bound: Some(bound) } => (*bound, i64::MAX),
            Self::Undecided { bound: None } | Self::Failed(_) => (i64::MIN, i64::MAX),
        }
    }
}

/// The run in the middle by time, with the most memory of any; `None` of none.
pub(crate) fn typical(runs: &[Measured]) -> Option<Measured> {
    let mut by_time: Vec<&Measured> = runs.iter().collect();
    by_time.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
    let middle = *by_time.get(runs.len() / 2)?;
    let peak_kib = runs.iter().filter_map(|run| run.peak_kib).max();
    Some(Measured { peak_kib, ..middle.clone() })
}
