//! Short lists of entries, packed: the columns and rows of the factors.

/// Short lists one after another in one piece of memory.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    ends: Vec<usize>,
    entries: Vec<(usize, f64)>,
}

impl Lists {
    pub(super) fn push(&mut self, list: impl Iterator<Item = (usize, f64)>) {
        self.entries.extend(list);
        self.ends.push(self.entries.len());
    }

    /// Adds `list` if there is anything in it, and says so.
    pub(super) fn push_unless_empty(&mut self, list: impl Iterator<Item = (usize, f64)>) -> bool {
        let before = self.entries.len();
        self.entries.extend(list);
        let is_any = self.entries.len() > before;
        if is_any {
            self.ends.push(self.entries.len());
        }
        is_any
    }

    /// The lists turned around: what was entry `(b, x)` of list `a` is entry `(name(a), x)` of list `list_of(b)`, of so many.
    pub(super) fn turned(
        &self,
        count: usize,
        list_of: impl Fn(usize) -> usize,
        name: impl Fn(usize) -> usize,
    ) -> Self {
        // Each number is where its list begins, and moves to where it ends as the list is filled.
        let mut ends = self.starts_of_turned(count, &list_of);
        let mut entries = vec![(0, 0.0); self.entries.len()];
        for list in 0..self.len() {
            for &(entry, value) in self.get(list) {
                let end = &mut ends[list_of(entry)];
                entries[*end] = (name(list), value);
                *end += 1;
            }
        }
        Self { ends, entries }
    }

    fn starts_of_turned(&self, count: usize, list_of: impl Fn(usize) -> usize) -> Vec<usize> {
        let mut counts = vec![0; count];
        for &(entry, _) in &self.entries {
            counts[list_of(entry)] += 1;
        }
        starts(&counts)
    }

    pub(super) fn get(&self, list: usize) -> &[(usize, f64)] {
        let start = if list == 0 { 0 } else { self.ends[list - 1] };
        &self.entries[start..self.ends[list]]
    }

    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    /// Takes `entry` out of `list`, and says what it was: 0 if it is not there.
    pub(super) fn take(&mut self, list: usize, entry: usize) -> f64 {
        let start = if list == 0 { 0 } else { self.ends[list - 1] };
        let entries = &mut self.entries[start..self.ends[list]];
        let found = entries.iter_mut().find(|(other, _)| *other == entry);
        found.map_or(0.0, |(_, value)| std::mem::take(value))
    }
}

/// Where lists of these lengths begin, one after another.
pub(super) fn starts(counts: &[usize]) -> Vec<usize> {
    let mut next = 0;
    let mut starts = Vec::with_capacity(counts.len() + 1);
    for count in counts {
        starts.push(next);
        next += count;
    }
    starts
}
