//! What is looked at on the board: whose week, whose beside it, which lesson is chosen.

use serde::Deserialize;

use crate::domain::{ClassName, RoomName, School, TeacherName};
use crate::web::pages::encoded;
use crate::week::Whose;

/// A kind of weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::web) enum Kind {
    Class,
    Teacher,
    Room,
    Pupil,
}

/// What is looked at, as an address says it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::web) struct Look {
    /// `class`, `teacher`, `room` or `pupil`.
    whose: String,
    name: String,
    /// The week beside: a kind, `:`, a name.
    with: String,
    /// The lesson that was chosen, by its place.
    lesson: Option<usize>,
}

/// What is looked at.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) school: &'a School,
    pub(super) whose: Option<Whose<'a>>,
    pub(super) beside: Option<Whose<'a>>,
    pub(super) lesson: Option<usize>,
}

impl Kind {
    pub(super) const ALL: [Self; 4] = [Self::Class, Self::Teacher, Self::Room, Self::Pupil];

    /// The kind as it stands in addresses.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Teacher => "teacher",
            Self::Room => "room",
            Self::Pupil => "pupil",
        }
    }

    fn coded(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    pub(super) const fn of(whose: Whose<'_>) -> Self {
        match whose {
            Whose::Class(_) => Self::Class,
            Whose::Teacher(_) => Self::Teacher,
            Whose::Room(_) => Self::Room,
            Whose::Pupil(_) => Self::Pupil,
        }
    }

    /// All of this kind: of classes those with apprentices first, else as the school has them.
    pub(super) fn all(self, school: &School) -> Vec<Whose<'_>> {
        match self {
            Self::Class => {
                let homes = school.home_classes();
                let (home, other): (Vec<&ClassName>, _) =
                    school.classes.keys().partition(|class| homes.contains(class));
                home.into_iter().chain(other).map(Whose::Class).collect()
            }
            Self::Teacher => school.teachers.keys().map(Whose::Teacher).collect(),
            Self::Room => school.rooms.keys().map(Whose::Room).collect(),
            Self::Pupil => (0..school.apprentices.len()).map(Whose::Pupil).collect(),
        }
    }

    fn named<'a>(self, school: &'a School, name: &str) -> Option<Whose<'a>> {
        match self {
            Self::Class => {
                school.classes.get_key_value(&ClassName::from(name)).map(|one| Whose::Class(one.0))
            }
            Self::Teacher => {
                let one = school.teachers.get_key_value(&TeacherName::from(name));
                one.map(|one| Whose::Teacher(one.0))
            }
            Self::Room => {
                school.rooms.get_key_value(&RoomName::from(name)).map(|one| Whose::Room(one.0))
            }
            Self::Pupil => {
                let mut pupils = school.apprentices.iter();
                pupils.position(|own| own.pupil.as_str() == name).map(Whose::Pupil)
            }
        }
    }
}

impl<'a> View<'a> {
    /// What an address says; where it names nobody, a class of the lesson that is chosen, or the first of the kind.
    pub(super) fn new(school: &'a School, look: &Look) -> Self {
        let kind = Kind::coded(&look.whose).unwrap_or(Kind::Class);
        let lesson = look.lesson.filter(|&lesson| lesson < school.lessons.len());
        let its = || {
            let class = school.lessons[lesson?].classes().into_iter().next().map(Whose::Class);
            class.filter(|_| look.name.is_empty())
        };
        let first = || kind.all(school).first().copied();
        let whose = kind.named(school, &look.name).or_else(its).or_else(first);
        let beside = look.with.split_once(':').and_then(|(kind, name)| {
            Kind::coded(kind)?.named(school, name).filter(|beside| Some(*beside) != whose)
        });
        Self { school, whose, beside, lesson }
    }

    /// The address of this view.
    pub(super) fn address(&self) -> String {
        let named = |whose: Whose<'_>| {
            format!("whose={}&name={}", Kind::of(whose).code(), encoded(whose.name(self.school)))
        };
        let beside = |whose: Whose<'_>| format!("&with={}", encoded(&self.value(whose)));
        let lesson = |lesson: usize| format!("&lesson={lesson}#lesson");
        format!(
            "/timetable?{}{}{}",
            self.whose.map(named).unwrap_or_default(),
            self.beside.map(beside).unwrap_or_default(),
            self.lesson.map(lesson).unwrap_or_default(),
        )
    }

    /// Somebody as the address of a view names who stands beside.
    pub(super) fn value(&self, whose: Whose<'_>) -> String {
        format!("{}:{}", Kind::of(whose).code(), whose.name(self.school))
    }

    /// The week of somebody else in the place of this one.
    pub(super) const fn to(self, whose: Whose<'a>) -> Self {
        Self { whose: Some(whose), lesson: None, ..self }
    }

    /// The same with a lesson that is chosen, or without one.
    pub(super) const fn choosing(self, lesson: Option<usize>) -> Self {
        Self { lesson, ..self }
    }

    /// Who comes before and after in the list, around its ends.
    pub(super) fn neighbours(&self) -> Option<[Whose<'a>; 2]> {
        let whose = self.whose?;
        let all = Kind::of(whose).all(self.school);
        let at = all.iter().position(|one| *one == whose)?;
        let [before, after] = [at + all.len() - 1, at + 1].map(|at| all[at % all.len()]);
        (all.len() > 1).then_some([before, after])
    }
}
