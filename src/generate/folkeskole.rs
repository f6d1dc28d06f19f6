//! A Danish folkeskole, grades 1 to 9, in lessons of 45 minutes or in modules of 90.

use super::chance::Chance;
use super::courses::{Course, Pace, take_turns};
use super::curriculum::Subject;
use super::curriculum::danish::{
    CLASS_TIME, COOKING, CRAFTS, ELECTIVES, FRENCH, GEOGRAPHY, GERMAN, LESSONS, RELIGION,
    is_elective,
};
use super::draft::{Class, Day, Draft};

/// A day of lessons; lunch is after the fourth.
const LESSON_DAY: Day =
    Day { periods: 8, break_after: 4, longest_at_least: 5, room_load: 24, teacher_load: 22 };
/// A day of modules; lunch is after the second.
const MODULE_DAY: Day =
    Day { periods: 5, break_after: 2, longest_at_least: 3, room_load: 13, teacher_load: 11 };

/// The grades whose pupils may be apprentices.
const APPRENTICE_GRADES: [u8; 2] = [8, 9];
/// Classes of a grade that share a band; more make several bands.
const WIDEST_BAND: usize = 3;

/// A course and its lessons of 45 minutes a week.
struct Taught {
    subject: Subject,
    course: Course,
    lessons: u8,
}

impl Taught {
    fn grade(&self, draft: &Draft) -> u8 {
        self.course.classes().first().map_or(0, |&class| draft.classes[class].grade)
    }

    /// How its lessons are divided: the youngest have few doubles.
    fn pace(&self, draft: &Draft) -> Pace {
        if self.grade(draft) <= 2 { Pace::Short } else { Pace::Mixed }
    }

    /// Whether it is a double lesson every other week: a subject of 30 hours a year, in the last grades.
    fn alternates(&self, draft: &Draft) -> bool {
        APPRENTICE_GRADES.contains(&self.grade(draft))
            && [RELIGION, GEOGRAPHY].contains(&self.subject)
    }
}

/// A school with lessons.
pub(super) fn with_lessons(parallel: usize, chance: &mut Chance) -> Draft {
    let mut draft = Draft::new(LESSON_DAY);
    let taught = teach(&mut draft, parallel, chance);
    let (alternating, weekly): (Vec<Taught>, Vec<Taught>) =
        taught.into_iter().partition(|one| one.alternates(&draft));
    for one in weekly {
        let pace = one.pace(&draft);
        one.course.divide(&mut draft, one.lessons, pace, chance);
    }
    let (religion, geography): (Vec<Taught>, Vec<Taught>) =
        alternating.into_iter().partition(|one| one.subject == RELIGION);
    // Both have the classes in the same order.
    for (first, second) in religion.into_iter().zip(geography) {
        take_turns(&mut draft, 2, &[first.course], &[second.course]);
    }
    draft
}

/// A school with modules: two lessons are one; of an odd lesson, there is a module every other week.
pub(super) fn with_modules(parallel: usize, chance: &mut Chance) -> Draft {
    let mut draft = Draft::new(MODULE_DAY);
    let taught = teach(&mut draft, parallel, chance);
    let mut odd = Vec::new();
    for Taught { course, lessons, .. } in taught {
        course.weekly(&mut draft, 1, lessons / 2);
        if lessons % 2 == 1 {
            odd.push(course);
        }
    }
    pair(&mut draft, odd);
    draft
}

/// Adds the units in which courses of every other week take turns; whoever is left does so with the class's own time.
fn pair(draft: &mut Draft, odd: Vec<Course>) {
    let (bands, single): (Vec<Course>, Vec<Course>) =
        odd.into_iter().partition(|course| course.classes().len() > 1);
    let mut own: Vec<Vec<Course>> = vec![Vec::new(); draft.classes.len()];
    for course in single {
        own[course.classes()[0]].push(course);
    }
    for band in bands {
        let partners: Vec<Course> =
            band.classes().iter().filter_map(|&class| own[class].pop()).collect();
        take_turns(draft, 1, &[band], &partners);
    }
    for (class, mut courses) in own.into_iter().enumerate() {
        if courses.len() % 2 == 1 {
            courses.push(Course::whole(draft, CLASS_TIME, class));
        }
        for pair in courses.chunks(2) {
            take_turns(draft, 1, &pair[..1], &pair[1..]);
        }
    }
}

/// Everything that is taught.
fn teach(draft: &mut Draft, parallel: usize, chance: &mut Chance) -> Vec<Taught> {
    let mut taught = Vec::new();
    for grade in 1..=9 {
        let classes: Vec<usize> =
            (0..parallel).map(|letter| add_class(draft, grade, letter)).collect();
        for (subject, by_grade) in LESSONS {
            let lessons = by_grade[usize::from(grade) - 1];
            if lessons > 0 {
                let courses = in_grade(draft, subject, grade, &classes, chance);
                let one = |course| Taught { subject, course, lessons };
                taught.extend(courses.into_iter().map(one));
            }
        }
        taught.extend(in_halves(draft, grade, &classes));
    }
    if parallel == 1 {
        let upper: Vec<usize> = (6..9).collect();
        let course = electives(draft, &upper, chance);
        taught.push(Taught { subject: ELECTIVES[0].1, course, lessons: 2 });
    }
    taught
}

fn add_class(draft: &mut Draft, grade: u8, letter: usize) -> usize {
    let letter = char::from(b'A' + u8::try_from(letter).unwrap_or(0));
    let name = format!("{grade}.{letter}");
    let room = format!("L{name}");
    let has_apprentices = APPRENTICE_GRADES.contains(&grade);
    draft.classes.push(Class { name, room, grade, has_apprentices, longest: 0 });
    draft.classes.len() - 1
}

/// The courses of a subject in a grade: one for each class, or bands.
fn in_grade(
    draft: &mut Draft,
    subject: Subject,
    grade: u8,
    classes: &[usize],
    chance: &mut Chance,
) -> Vec<Course> {
    if is_elective(subject) {
        let several = classes.len() > 1;
        let bands = bands(classes).filter(|_| several);
        return bands.map(|band| electives(draft, band, chance)).collect();
    }
    if subject == GERMAN {
        return bands(classes).map(|band| languages(draft, band)).collect();
    }
    let in_halves = [CRAFTS, COOKING].contains(&subject) && has_halves(grade);
    let whole = classes.iter().filter(|_| !in_halves);
    whole.map(|&class| Course::whole(draft, subject, class)).collect()
}

/// Crafts and cooking in halves of the class, in the grades that have both.
fn in_halves(draft: &mut Draft, grade: u8, classes: &[usize]) -> Vec<Taught> {
    let halved = classes.iter().filter(|_| has_halves(grade));
    let courses = halved.map(|&class| Course::halves(draft, class, [CRAFTS, COOKING]));
    courses.map(|course| Taught { subject: CRAFTS, course, lessons: 2 + 2 }).collect()
}

const fn has_halves(grade: u8) -> bool {
    matches!(grade, 5 | 6)
}

/// The classes of a grade in groups of nearly the same size, each of which shares a band.
fn bands(classes: &[usize]) -> impl Iterator<Item = &[usize]> {
    let number = classes.len().div_ceil(WIDEST_BAND).max(1);
    classes.chunks(classes.len().div_ceil(number).max(1))
}

/// German beside French.
fn languages(draft: &mut Draft, classes: &[usize]) -> Course {
    let german = classes.len().max(2) - 1;
    let number = |index: usize| if german > 1 { (index + 1).to_string() } else { String::new() };
    let mut parts: Vec<(String, Subject)> =
        (0..german).map(|index| (format!("TYS{}", number(index)), GERMAN)).collect();
    parts.push(("FRA".to_owned(), FRENCH));
    Course::band(draft, "lang", classes, &parts)
}

/// As many electives side by side as there are classes.
fn electives(draft: &mut Draft, classes: &[usize], chance: &mut Chance) -> Course {
    let mut offered = ELECTIVES;
    chance.shuffle(&mut offered);
    let parts = offered.iter().take(classes.len());
    let parts: Vec<(String, Subject)> =
        parts.map(|&(part, subject)| (part.to_owned(), subject)).collect();
    Course::band(draft, "valg", classes, &parts)
}
