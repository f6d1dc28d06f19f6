//! What is to be solved for a comparison, and what the answers are about.

use super::super::away::{days_of, ways};
use super::super::cast::Cast;
use super::super::effect::{Effect, effect};
use super::{Cell, Comparison, Joint, Others, Part, Question, Row};
use crate::domain::{Alternative, Apprentice, ClassName, PupilKey, School};
use crate::pipeline::Answer;

/// The casts to be solved, and what their answers are about. A choice of days is the hardest and comes first.
pub(super) struct Plan<'a> {
    school: &'a School,
    joint: Option<Cast>,
    common: Option<Vec<Asked>>,
    rows: Option<Vec<AskedRow>>,
}

struct AskedRow {
    class: ClassName,
    pupil: Option<PupilKey>,
    without: Option<Cast>,
    asked: Vec<Asked>,
}

#[derive(Clone)]
struct Asked {
    away: Alternative,
    in_use: bool,
    cast: Cast,
}

impl<'a> Plan<'a> {
    pub(super) fn new(school: &'a School, question: &Question) -> Self {
        let mut plan = Self { school, joint: None, common: None, rows: None };
        match question {
            Question::Pupil(pupil) => {
                let known = school.apprentices.iter().filter(|one| one.pupil == *pupil);
                plan.rows = Some(known.map(|pupil| plan.of_pupil(pupil)).collect());
            }
            Question::Classes { others, parts } => {
                let asked = |part| parts.contains(&part);
                plan.joint = asked(Part::Joint).then(|| plan.each_class_once());
                plan.common = asked(Part::Common).then(|| plan.all_at_once());
                let classes = || school.home_classes().into_iter();
                let rows = || classes().map(|class| plan.of_class(class, *others)).collect();
                plan.rows = asked(Part::Rows).then(rows);
            }
        }
        plan
    }

    fn of_class(&self, class: &ClassName, others: Others) -> AskedRow {
        let cast = match others {
            Others::Absent => Cast::of_class(self.school, class),
            Others::AsInFile => Cast::of(self.school),
        };
        let asked = |away: Alternative| Asked {
            in_use: self.is_used(&away, |pupil| pupil.class == *class),
            cast: cast.clone().sent(|pupil| pupil.class == *class, &away),
            away,
        };
        let asked = self.ways_of(class).into_iter().map(asked).collect();
        AskedRow { class: class.clone(), pupil: None, without: None, asked }
    }

    fn of_pupil(&self, one: &Apprentice) -> AskedRow {
        let cast = Cast::of(self.school);
        let is_classmate =
            |pupil: &Apprentice| pupil.class == one.class && pupil.pupil != one.pupil;
        let asked = |away: Alternative| Asked {
            in_use: self.is_used(&away, is_classmate),
            cast: cast.clone().sent(|pupil| pupil.pupil == one.pupil, &away),
            away,
        };
        let asked = ways(&self.school.grid, days_of([one])).into_iter().map(asked).collect();
        let without = Some(cast.clone().without(&one.pupil));
        AskedRow { class: one.class.clone(), pupil: Some(one.pupil.clone()), without, asked }
    }

    fn all_at_once(&self) -> Vec<Asked> {
        let days = days_of(&self.school.apprentices);
        let asked = |away: Alternative| Asked {
            in_use: self.is_used(&away, |_| true),
            cast: Cast::of(self.school).sent(|_| true, &away),
            away,
        };
        let is_any = !self.school.apprentices.is_empty();
        let ways = ways(&self.school.grid, days).into_iter().filter(|_| is_any);
        ways.map(asked).collect()
    }

    fn each_class_once(&self) -> Cast {
        Cast::of(self.school).by_class(|class| self.ways_of(class))
    }

    fn ways_of(&self, class: &ClassName) -> Vec<Alternative> {
        let own = self.school.apprentices.iter().filter(|pupil| pupil.class == *class);
        ways(&self.school.grid, days_of(own))
    }

    /// Whether one of `whom` is away then in the file, and has no other alternative.
    fn is_used(&self, away: &Alternative, whom: impl Fn(&Apprentice) -> bool) -> bool {
        self.school.apprentices.iter().any(|pupil| match &pupil.alternatives[..] {
            [only] => whom(pupil) && only.spans == away.spans,
            _ => false,
        })
    }

    /// What is to be solved; [`Plan::read`] takes the answers in this order.
    pub(super) fn casts(&self) -> Vec<Cast> {
        let common = self.common.iter().flatten();
        let rows = self.rows.iter().flatten();
        let rows = rows.flat_map(|row| row.without.iter().chain(row.asked.iter().map(|a| &a.cast)));
        let casts = self.joint.iter().chain(common.map(|asked| &asked.cast)).chain(rows);
        casts.cloned().collect()
    }

    pub(super) fn read(self, answers: Vec<Answer>) -> Comparison {
        let mut answers = answers.into_iter();
        let school = self.school;
        let joint = self.joint.and_then(|cast| Some(joint(school, cast, answers.next()?)));
        let cells = |asked: Vec<Asked>, answers: &mut dyn Iterator<Item = Answer>| {
            let cell = |(asked, answer)| cell(school, asked, answer);
            asked.into_iter().zip(answers).map(cell).collect()
        };
        let common = self.common.map(|asked| cells(asked, &mut answers));
        let rows = self.rows.map(|rows| {
            let row = |row: AskedRow| Row {
                class: row.class,
                pupil: row.pupil,
                without: row.without.and_then(|_| answers.next()),
                cells: cells(row.asked, &mut answers),
            };
            rows.into_iter().map(row).collect()
        });
        Comparison { rows, joint, common }
    }
}

/// The ways of one class, each to be answered by itself.
pub(super) struct Ways<'a> {
    school: &'a School,
    asked: Vec<Asked>,
}

impl<'a> Ways<'a> {
    pub(super) fn new(school: &'a School, class: &ClassName, others: Others) -> Self {
        let plan = Plan { school, joint: None, common: None, rows: None };
        Self { school, asked: plan.of_class(class, others).asked }
    }

    /// What is to be solved for each.
    pub(super) fn casts(&self) -> impl Iterator<Item = &Cast> {
        self.asked.iter().map(|asked| &asked.cast)
    }

    /// What the answer to one of them says.
    pub(super) fn read(&self, index: usize, answer: Answer) -> Cell {
        cell(self.school, self.asked[index].clone(), answer)
    }
}

fn cell(school: &School, asked: Asked, answer: Answer) -> Cell {
    let Asked { away, in_use, cast } = asked;
    Cell { away, in_use, effect: effect_of(school, cast, &answer), answer }
}

fn joint(school: &School, cast: Cast, answer: Answer) -> Joint {
    let mut away: Vec<(ClassName, Alternative)> = Vec::new();
    for (pupil, &chosen) in cast.0.iter().zip(answer.offered.iter().flat_map(|one| &one.0.away)) {
        if away.iter().all(|(class, _)| *class != pupil.class) {
            away.push((pupil.class.clone(), pupil.alternatives[chosen].clone()));
        }
    }
    away.sort_by(|one, other| one.0.cmp(&other.0));
    Joint { effect: effect_of(school, cast, &answer), answer, away }
}

fn effect_of(school: &School, cast: Cast, answer: &Answer) -> Option<Effect> {
    let (proposal, verdict) = answer.offered.as_ref()?;
    let variant = School { apprentices: cast.0, ..school.clone() };
    Some(effect(&variant, proposal, verdict))
}
