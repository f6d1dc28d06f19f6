//! Dense ids: indices into the tables of one [`Problem`](super::Problem), from 0.

use super::table::Id;
use crate::domain::Week;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the thing at `index` of its table.
            ///
            /// Tables are far shorter than 2³² entries: each entry comes from a cell of a file.
            #[must_use]
            #[expect(clippy::cast_possible_truncation, reason = "tables are shorter than 2³² entries")]
            pub const fn new(index: usize) -> Self {
                Self(index as u32)
            }

            /// Its index in the table.
            #[must_use]
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }

        impl Id for $name {
            fn from_index(index: usize) -> Self {
                Self::new(index)
            }

            fn to_index(self) -> usize {
                self.index()
            }
        }
    )*};
}

ids! {
    /// A class.
    ClassId,
    /// A teacher.
    TeacherId,
    /// A room.
    RoomId,
    /// A subject.
    SubjectId,
    /// A lesson.
    LessonId,
    /// A day and a period number between the first and the last of the grid, whether the grid has it or not.
    Cell,
    /// A day that the grid has.
    DayId,
    /// Apprentices who are given one alternative together.
    ChooserId,
    /// A placement, on a day or in all, that takes only so many.
    SeatId,
    /// A site; the first stands for none.
    SiteId,
    /// A period of a core lesson, as some apprentices attend it.
    PeriodId,
    /// Apprentices who attend the same lessons of several classes.
    GuestId,
    /// Two lessons that cannot be anywhere beside each other.
    PairId,
}

impl Id for Week {
    #[expect(clippy::cast_possible_truncation, reason = "a cycle has at most 32 weeks")]
    fn from_index(index: usize) -> Self {
        Self(index as u8)
    }

    fn to_index(self) -> usize {
        usize::from(self.0)
    }
}
