//! Tables by typed ids: a class cannot be looked up among teachers, and where an entry lies is worked out here alone.

use std::fmt::Debug;
use std::marker::PhantomData;
use std::ops::{Index, IndexMut, Range};

/// A dense id: an index that says what it is an index of.
pub trait Id: Copy {
    /// The id of the thing at `index`.
    fn from_index(index: usize) -> Self;

    /// Its index, from 0.
    fn to_index(self) -> usize;
}

/// The ids of all things of a kind, in order.
#[derive(Clone, Debug)]
pub struct Ids<I> {
    indices: Range<usize>,
    of: PhantomData<I>,
}

impl<I> Ids<I> {
    /// The ids of so many things.
    #[must_use]
    pub const fn of(count: usize) -> Self {
        Self { indices: 0..count, of: PhantomData }
    }
}

impl<I: Id> Iterator for Ids<I> {
    type Item = I;

    fn next(&mut self) -> Option<I> {
        self.indices.next().map(I::from_index)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.indices.size_hint()
    }
}

impl<I: Id> ExactSizeIterator for Ids<I> {}

impl<I: Id> DoubleEndedIterator for Ids<I> {
    fn next_back(&mut self) -> Option<I> {
        self.indices.next_back().map(I::from_index)
    }
}

/// What finds an entry of a [`Table`]: an id, or two or three of them.
pub trait Key: Copy {
    /// The ids of all things that each can stand for.
    type Ids;

    /// How many each can stand for; 1 for those that are not there, which come first.
    fn lengths(ids: &Self::Ids) -> [usize; 3];

    /// Where its entry lies, in a table of these lengths.
    fn position(self, lengths: [usize; 3]) -> usize;
}

impl<I: Id> Key for I {
    type Ids = Ids<I>;

    fn lengths(ids: &Self::Ids) -> [usize; 3] {
        [1, 1, ids.len()]
    }

    fn position(self, _: [usize; 3]) -> usize {
        self.to_index()
    }
}

impl<I: Id, J: Id> Key for (I, J) {
    type Ids = (Ids<I>, Ids<J>);

    fn lengths(ids: &Self::Ids) -> [usize; 3] {
        [1, ids.0.len(), ids.1.len()]
    }

    fn position(self, [_, _, last]: [usize; 3]) -> usize {
        self.0.to_index() * last + self.1.to_index()
    }
}

impl<I: Id, J: Id, K: Id> Key for (I, J, K) {
    type Ids = (Ids<I>, Ids<J>, Ids<K>);

    fn lengths(ids: &Self::Ids) -> [usize; 3] {
        [ids.0.len(), ids.1.len(), ids.2.len()]
    }

    fn position(self, [_, middle, last]: [usize; 3]) -> usize {
        (self.0.to_index() * middle + self.1.to_index()) * last + self.2.to_index()
    }
}

/// An entry for each id, or for each combination of ids, as of a teacher, a week and a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, T> {
    lengths: [usize; 3],
    entries: Vec<T>,
    by: PhantomData<K>,
}

impl<K: Key, T> Table<K, T> {
    /// The same entry everywhere.
    #[must_use]
    pub fn filled(ids: &K::Ids, entry: T) -> Self
    where
        T: Clone,
    {
        let lengths = K::lengths(ids);
        Self { lengths, entries: vec![entry; lengths.iter().product()], by: PhantomData }
    }

    /// How many entries it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries, in the order of their ids.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.entries.iter()
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> std::slice::IterMut<'_, T> {
        self.entries.iter_mut()
    }

    /// The entries that have all ids but the last in common, together.
    fn lines(&self) -> impl Iterator<Item = &[T]> {
        self.entries.chunks(self.lengths[2].max(1))
    }
}

impl<K, T> Default for Table<K, T> {
    /// A table of nothing.
    fn default() -> Self {
        Self { lengths: [1, 1, 0], entries: Vec::new(), by: PhantomData }
    }
}

impl<I: Id, J: Id, T> Table<(I, J), T> {
    /// The entries of `id`.
    pub fn line(&self, id: I) -> &[T] {
        let length = self.lengths[2];
        &self.entries[id.to_index() * length..][..length]
    }

    /// What `fold` makes of the entries of each id.
    pub fn each_line<U>(&self, fold: impl Fn(&[T]) -> U) -> Table<I, U> {
        self.lines().map(fold).collect()
    }
}

impl<I: Id, J: Id, K: Id, T> Table<(I, J, K), T> {
    /// What `fold` makes of the entries of each two ids.
    pub fn each_line<U>(&self, fold: impl Fn(&[T]) -> U) -> Table<(I, J), U> {
        let lengths = [1, self.lengths[0], self.lengths[1]];
        Table { lengths, entries: self.lines().map(fold).collect(), by: PhantomData }
    }
}

impl<I: Id, T> Table<I, T> {
    /// The ids of its entries.
    #[must_use]
    pub const fn ids(&self) -> Ids<I> {
        Ids::of(self.entries.len())
    }

    /// The entry of `id`, if there is one.
    pub fn get_mut(&mut self, id: I) -> Option<&mut T> {
        self.entries.get_mut(id.to_index())
    }

    /// The entries with their ids.
    pub fn pairs(&self) -> impl Iterator<Item = (I, &T)> {
        self.ids().zip(&self.entries)
    }
}

impl<I: Id, T> FromIterator<T> for Table<I, T> {
    fn from_iter<E: IntoIterator<Item = T>>(entries: E) -> Self {
        let entries: Vec<T> = entries.into_iter().collect();
        Self { lengths: [1, 1, entries.len()], entries, by: PhantomData }
    }
}

impl<K: Key, T> Index<K> for Table<K, T> {
    type Output = T;

    fn index(&self, key: K) -> &T {
        &self.entries[key.position(self.lengths)]
    }
}

impl<K: Key, T> IndexMut<K> for Table<K, T> {
    fn index_mut(&mut self, key: K) -> &mut T {
        &mut self.entries[key.position(self.lengths)]
    }
}

impl<'a, K, T> IntoIterator for &'a Table<K, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter()
    }
}

impl<'a, K: Key, T> IntoIterator for &'a mut Table<K, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<K, T> IntoIterator for Table<K, T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Cell, ClassId, TeacherId};

    #[test]
    fn every_combination_of_ids_has_an_entry_of_its_own() {
        let (classes, teachers, cells) =
            (Ids::<ClassId>::of(3), Ids::<TeacherId>::of(4), Ids::<Cell>::of(5));
        let ids = (classes.clone(), teachers.clone(), cells.clone());
        let mut table: Table<(ClassId, TeacherId, Cell), usize> = Table::filled(&ids, 0);
        for class in classes {
            for teacher in teachers.clone() {
                for cell in cells.clone() {
                    table[(class, teacher, cell)] += 1;
                }
            }
        }
        assert!(table.iter().all(|&entered| entered == 1));
        assert_eq!((table.iter().count(), table.lines().count()), (60, 12));
        let (class, teacher) = (ClassId::new(2), TeacherId::new(1));
        table[(class, teacher, Cell::new(4))] = 7;
        assert_eq!(table.lines().nth(9), Some(&[1, 1, 1, 1, 7][..]));
    }
}
