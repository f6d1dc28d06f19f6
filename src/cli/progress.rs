//! How far the search is: one line that changes under the eyes of a person, or a few lines in a log.

use std::time::Duration;

use super::terminal::{is_watched, tell};
use crate::district::Standing;
use crate::domain::Language;
use crate::pipeline::{Deadline, Event};
use crate::report;
use crate::scenario::Step;

/// Tells where the search stands.
pub(super) struct Progress {
    language: Language,
    is_watched: bool,
    told: Stand,
    width: usize,
    /// Of a district, how many when last told.
    searches: usize,
    /// Of the time that the search may take, for a person who watches.
    deadline: Option<Deadline>,
    seconds_left: Option<u64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Stand {
    best: Option<i64>,
    bound: i64,
}

impl Progress {
    /// Nothing is told yet, and nothing known.
    pub(super) fn new(language: Language) -> Self {
        let told = Stand { best: None, bound: 0 };
        let is_watched = is_watched();
        let (width, searches, deadline, seconds_left) = (0, 0, None, None);
        Self { language, is_watched, told, width, searches, deadline, seconds_left }
    }

    /// The same of a search that may take so long from now on.
    pub(super) fn within(limit: Duration, language: Language) -> Self {
        let new = Self::new(language);
        let deadline = new.is_watched.then(|| Deadline::after(limit));
        Self { deadline, ..new }
    }

    /// Tells of `event` if it is news.
    pub(super) fn tell(&mut self, event: &Event) {
        let Event::Progress { best, bound, .. } = *event else { return };
        let stand = Stand { best, bound };
        let left = self.deadline.as_ref().map(Deadline::left);
        let seconds_left = left.map(|left| left.as_secs());
        if (self.is_news(stand) || seconds_left != self.seconds_left)
            && let Some(line) = report::progress(event, self.language)
        {
            (self.told, self.seconds_left) = (stand, seconds_left);
            let left = left.map(|left| report::steps::left(left, self.language));
            self.show(&(line + &left.unwrap_or_default()));
        }
    }

    /// Tells how far a question of many solves is; a log is told ten times at most.
    pub(super) fn step(&mut self, step: Step) {
        let is_tenth = step.done * 10 / step.of != step.done.saturating_sub(1) * 10 / step.of;
        if self.is_watched || is_tenth {
            self.show(&report::steps::step(step, self.language));
        }
    }

    /// Tells how far the search of a district is; a log is told when the number of searches has grown by half.
    pub(super) fn standing(&mut self, standing: Standing) {
        let is_due = standing.searches * 2 >= self.searches * 3 && standing.searches > 0;
        if self.is_watched || is_due {
            self.searches = standing.searches;
            self.show(&report::district::standing(standing, self.language));
        }
    }

    /// Leaves the line as it stands.
    pub(super) fn end(self) {
        tell(if self.width > 0 { "\n" } else { "" });
    }

    fn show(&mut self, line: &str) {
        if self.is_watched {
            // Blanks cover what is left of a longer line, where a terminal may not know how to clear one.
            let signs = line.chars().count();
            tell(&format!("\r{line}{}", " ".repeat(self.width.saturating_sub(signs))));
            self.width = self.width.max(signs);
        } else {
            tell(&format!("{line}\n"));
        }
    }

    fn is_news(&self, stand: Stand) -> bool {
        if self.is_watched { stand != self.told } else { stand.is_worth_a_line_after(self.told) }
    }
}

impl Stand {
    /// A log is for the steps that matter: a better proposal, or a gap that has shrunk by a tenth.
    fn is_worth_a_line_after(self, told: Self) -> bool {
        let gap = told.best.map_or(told.bound, |best| best - told.bound);
        self.best != told.best || (self.bound - told.bound).saturating_mul(10) >= gap.max(10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_gets_a_line_for_a_better_proposal_and_for_a_gap_that_shrinks_by_a_tenth() {
        let told = Stand { best: Some(200), bound: 100 };
        assert!(!Stand { best: Some(200), bound: 109 }.is_worth_a_line_after(told));
        assert!(Stand { best: Some(200), bound: 110 }.is_worth_a_line_after(told));
        assert!(Stand { best: Some(199), bound: 100 }.is_worth_a_line_after(told));
    }
}
