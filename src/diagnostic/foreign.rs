//! What can be wrong with another program's file, and what becomes of it on the way into a school folder.

use super::{Field, Severity};

/// What is wrong with a file of another program, or what of it is not taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is described, its fields by their names and types")]
pub enum Foreign {
    /// The XML breaks off or is not well formed.
    XmlBroken { reason: String },
    /// The XML has a DOCTYPE, with which entities could be declared.
    XmlDoctype,
    /// An entity that the XML standard does not have.
    XmlEntity { name: String },
    /// Elements within elements, deeper than in any such file.
    XmlTooDeep { most: usize },
    /// More elements than any such file has.
    XmlTooLarge { most: usize },
    /// The file declares an encoding that nobody knows.
    EncodingUnknown { label: String },
    /// Bytes that do not belong to the encoding that the file declares.
    EncodingWrong { label: String },
    /// A workbook that is not whole, or none.
    WorkbookBroken,
    /// The file is of another kind.
    RootWrong { found: String, expected: &'static str },
    /// A part that the format needs.
    PartMissing { part: String },
    /// Something is named that the file does not have.
    ReferenceUnknown { part: Field, name: String },
    /// Two things with one id.
    IdRepeated { name: String, line: u32 },
    /// A value that does not fit its place.
    ValueWrong { written: String, part: String },
    /// Nothing in the files has a day and a period.
    NothingPlaced,
    /// The chosen solution is not in the file.
    SolutionUnknown { wanted: String, known: Vec<String> },
    /// The file has no timetable, only the task.
    SolutionMissing,
    /// More days in a week than seven, or more weeks than can be told apart.
    CycleTooLong { days: usize },
    /// A file without which the format cannot be read.
    FileNeeded { name: &'static str },
    /// A file that the format has no use for.
    FileUnused,
    /// Two files of one kind.
    FileRepeated { other: String },
    /// The kept original is no longer what the school was made from.
    OriginalDiffers { line: u32 },
    /// The school was not made from a file of this format.
    OriginalMissing { format: &'static str },
    /// The school lacks what the format needs.
    Unwritable { reason: Lack },

    /// A row without a day or a period.
    RowUnplaced,
    /// A row that the program itself marks as ignored.
    RowIgnored,
    /// A row without something that it needs.
    RowIncomplete { column: Field },
    /// A row with a value that does not fit.
    RowWrong { written: String, column: Field },
    /// A row for weeks that are no part of an ordinary week.
    RowSeldom { written: String },
    /// Lessons that begin or end at other times than the periods that they were put on.
    TimesRounded { count: usize },
    /// A list of which it cannot be told which column is what.
    ColumnsUnknown { missing: Vec<Field> },
    /// Columns of a list in which nothing was found that a timetable has.
    ColumnsUnused { names: Vec<String> },
    /// A row that is placed by minutes instead of by periods.
    RowInMinutes { written: String },

    /// One of several timetables was chosen.
    SolutionChosen { id: String, others: usize },
    /// A name had to be written otherwise.
    NameRewritten { from: String, to: String },
    /// Columns about persons that were not read.
    PersonalDropped { columns: Vec<Field> },
    /// A file with such columns, of which no copy is kept.
    OriginalNotKept,
    /// A file with such columns, of which a copy is kept all the same, since nothing could be written back without it.
    OriginalKept,
    /// Rules of the other program that the school cannot say.
    RuleUnmapped { kind: String, names: Vec<String>, hard: bool },
    /// Nothing in the files tells what program they come from.
    FormatUnknown,
    /// The files may be of several formats.
    FormatUnclear { formats: Vec<&'static str> },
    /// Grids of which nothing tells whether they are classes', teachers' or rooms'.
    GridsGuessed { names: Vec<String> },
    /// Something stands in a grid where no period is.
    CellBesidePeriods,
    /// Lessons of classes that the grid of their teacher does not have.
    GridsDisagree { count: usize },
    /// Periods that are numbered otherwise than the school writes them.
    PeriodsRenumbered { labels: Vec<String> },
    /// Pairs of lessons of one teacher and class at one time: each was taken to be every other week.
    TurnsMade { count: usize },
    /// Lessons side by side in one class: each was taken to be for a part of it.
    PartsMade { count: usize },
    /// Rules of the other program that a school cannot say: each proposal is held against them.
    RulesWatched { kinds: Vec<String> },
    /// A rule of the other program that a proposal breaks and the baseline keeps.
    ConstraintBroken { kind: String, about: String, lessons: Vec<String> },
    /// The first proposal broke rules of the other program; this one keeps them.
    ConstraintsKept { points: i64 },
    /// Activities of which none has a time.
    Untimed { count: usize },
    /// Years whose groups were taken for the classes.
    GroupsAreClasses { years: Vec<String> },
    /// Years that were taken for classes, for want of groups.
    YearsAreClasses { years: Vec<String> },
    /// Lessons without a class: each got a class of its own and is locked.
    ClassesInvented { count: usize },
}

/// What a school may lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Lack {
    Times,
    Weeks,
    Freedom,
    Slot,
    Columns,
    OneFile,
}

impl Foreign {
    /// Its name in answers for machines; it never changes.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::XmlBroken { .. } => "xml-broken",
            Self::XmlDoctype => "xml-doctype",
            Self::XmlEntity { .. } => "xml-entity",
            Self::XmlTooDeep { .. } => "xml-too-deep",
            Self::XmlTooLarge { .. } => "xml-too-large",
            Self::EncodingUnknown { .. } => "encoding-unknown",
            Self::EncodingWrong { .. } => "encoding-wrong",
            Self::WorkbookBroken => "workbook-broken",
            Self::RootWrong { .. } => "root-wrong",
            Self::PartMissing { .. } => "part-missing",
            Self::ReferenceUnknown { .. } => "reference-unknown",
            Self::IdRepeated { .. } => "id-repeated",
            Self::ValueWrong { .. } => "value-wrong",
            Self::NothingPlaced => "nothing-placed",
            Self::SolutionUnknown { .. } => "solution-unknown",
            Self::SolutionMissing => "solution-missing",
            Self::CycleTooLong { .. } => "cycle-too-long",
            Self::FileNeeded { .. } => "file-needed",
            Self::FileUnused => "file-unused",
            Self::FileRepeated { .. } => "file-repeated",
            Self::OriginalDiffers { .. } => "original-differs",
            Self::OriginalMissing { .. } => "original-missing",
            Self::Unwritable { .. } => "unwritable",
            Self::RowUnplaced => "row-unplaced",
            Self::RowIgnored => "row-ignored",
            Self::RowIncomplete { .. } => "row-incomplete",
            Self::RowWrong { .. } => "row-wrong",
            Self::RowSeldom { .. } => "row-seldom",
            Self::TimesRounded { .. } => "times-rounded",
            Self::ColumnsUnknown { .. } => "columns-unknown",
            Self::ColumnsUnused { .. } => "columns-unused",
            Self::RowInMinutes { .. } => "row-in-minutes",
            Self::SolutionChosen { .. } => "solution-chosen",
            Self::NameRewritten { .. } => "name-rewritten",
            Self::PersonalDropped { .. } => "personal-dropped",
            Self::OriginalNotKept => "original-not-kept",
            Self::OriginalKept => "original-kept",
            Self::RuleUnmapped { .. } => "rule-unmapped",
            Self::FormatUnknown => "format-unknown",
            Self::FormatUnclear { .. } => "format-unclear",
            Self::GridsGuessed { .. } => "grids-guessed",
            Self::CellBesidePeriods => "cell-beside-periods",
            Self::GridsDisagree { .. } => "grids-disagree",
            Self::PeriodsRenumbered { .. } => "periods-renumbered",
            Self::TurnsMade { .. } => "turns-made",
            Self::PartsMade { .. } => "parts-made",
            Self::RulesWatched { .. } => "rules-watched",
            Self::ConstraintBroken { .. } => "constraint-broken",
            Self::ConstraintsKept { .. } => "constraints-kept",
            Self::Untimed { .. } => "untimed",
            Self::GroupsAreClasses { .. } => "groups-are-classes",
            Self::YearsAreClasses { .. } => "years-are-classes",
            Self::ClassesInvented { .. } => "classes-invented",
        }
    }

    /// Whether nothing is written because of it.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::FileUnused
            | Self::RowUnplaced
            | Self::RowIgnored
            | Self::RowIncomplete { .. }
            | Self::RowWrong { .. }
            | Self::RowSeldom { .. }
            | Self::TimesRounded { .. }
            | Self::RowInMinutes { .. }
            | Self::SolutionChosen { .. }
            | Self::NameRewritten { .. }
            | Self::PersonalDropped { .. }
            | Self::OriginalNotKept
            | Self::OriginalKept
            | Self::RuleUnmapped { .. }
            | Self::GridsGuessed { .. }
            | Self::ColumnsUnused { .. }
            | Self::CellBesidePeriods
            | Self::GridsDisagree { .. }
            | Self::PeriodsRenumbered { .. }
            | Self::RulesWatched { .. }
            | Self::GroupsAreClasses { .. }
            | Self::YearsAreClasses { .. }
            | Self::ConstraintBroken { .. }
            | Self::ConstraintsKept { .. }
            | Self::TurnsMade { .. }
            | Self::PartsMade { .. }
            | Self::ClassesInvented { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The same with every text of the file changed, so that whoever reads files can take out what must not be shown.
    #[must_use]
    pub fn with_texts(mut self, mut change: impl FnMut(&mut String)) -> Self {
        match &mut self {
            Self::XmlBroken { reason: text }
            | Self::XmlEntity { name: text }
            | Self::EncodingUnknown { label: text }
            | Self::RootWrong { found: text, .. }
            | Self::PartMissing { part: text }
            | Self::ReferenceUnknown { name: text, .. }
            | Self::ConstraintBroken { about: text, .. }
            | Self::IdRepeated { name: text, .. }
            | Self::RowWrong { written: text, .. }
            | Self::RowSeldom { written: text }
            | Self::RowInMinutes { written: text } => change(text),
            Self::ValueWrong { written: one, part: other }
            | Self::NameRewritten { from: one, to: other } => {
                change(one);
                change(other);
            }
            Self::RuleUnmapped { names, .. }
            | Self::GridsGuessed { names }
            | Self::ColumnsUnused { names }
            | Self::GroupsAreClasses { years: names }
            | Self::YearsAreClasses { years: names }
            | Self::PeriodsRenumbered { labels: names } => names.iter_mut().for_each(change),
            _ => {}
        }
        self
    }
}
