//! Questions and answers that went different ways, compared by their ids.

use std::collections::BTreeMap;

/// How often each id was asked and answered.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    counts: BTreeMap<String, Count>,
    garbled: Vec<u64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    asked: u64,
    answered: u64,
}

/// What is not as it should be: ids as JSON, in alphabetical order, and lines from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tallied {
    /// How many questions there are.
    pub asked: u64,
    /// How many answers there are.
    pub answered: u64,
    /// Ids that were asked more often than answered.
    pub missing: Vec<String>,
    /// Ids that were answered more often than asked.
    pub doubled: Vec<String>,
    /// Ids that were answered and never asked.
    pub strange: Vec<String>,
    /// Lines of the answers that are none.
    pub garbled: Vec<u64>,
}

impl Tally {
    /// Counts a question.
    pub fn ask(&mut self, id: String) {
        self.counts.entry(id).or_default().asked += 1;
    }

    /// Counts an answer.
    pub fn answer(&mut self, id: String) {
        self.counts.entry(id).or_default().answered += 1;
    }

    /// Counts a line of the answers that is none.
    pub fn garble(&mut self, line: u64) {
        self.garbled.push(line);
    }

    /// What was found.
    #[must_use]
    pub fn found(&self) -> Tallied {
        let ids = |is_so: &dyn Fn(&Count) -> bool| {
            let found = self.counts.iter().filter(|(_, count)| is_so(count));
            found.map(|(id, _)| id.clone()).collect()
        };
        Tallied {
            asked: self.counts.values().map(|count| count.asked).sum(),
            answered: self.counts.values().map(|count| count.answered).sum(),
            missing: ids(&|count| count.asked > count.answered),
            doubled: ids(&|count| count.answered > count.asked && count.asked > 0),
            strange: ids(&|count| count.asked == 0),
            garbled: self.garbled.clone(),
        }
    }
}

impl Tallied {
    /// Whether each question was answered as often as it was asked, and nothing else.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.missing.is_empty()
            && self.doubled.is_empty()
            && self.strange.is_empty()
            && self.garbled.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_asked_twice_is_to_be_answered_twice() {
        let mut tally = Tally::default();
        for id in ["a", "a", "b", "c"] {
            tally.ask(id.to_owned());
        }
        for id in ["a", "c", "c", "d"] {
            tally.answer(id.to_owned());
        }
        let Tallied { missing, doubled, strange, .. } = tally.found();
        assert_eq!(
            (missing, doubled),
            (vec!["a".to_owned(), "b".to_owned()], vec!["c".to_owned()])
        );
        assert_eq!(strange, ["d"]);
        tally.answer("a".to_owned());
        assert_eq!(tally.found().missing, ["b"]);
    }
}
