//! Who teaches what: teachers are taken on until every job has one.

use std::collections::BTreeSet;

use super::Core;
use super::chance::Chance;
use super::curriculum::{Field, Subject};
use super::draft::{DAYS, Draft, Teacher};

/// The most subjects that one teacher has.
const MOST_SUBJECTS: usize = 3;

/// What is known of a teacher while jobs are given away.
struct Hired {
    field: Field,
    subjects: BTreeSet<Subject>,
    classes: BTreeSet<usize>,
    grades: BTreeSet<u8>,
    /// The periods a week that the teacher still has time for, over both weeks of the cycle.
    left: usize,
    days_off: Vec<usize>,
}

/// Takes on teachers, for every job one. Whoever teaches a class already is asked first.
pub(super) fn hire(draft: &mut Draft, core: Core, chance: &mut Chance) {
    mark_core(draft, core);
    let mut staff: Vec<Hired> = Vec::new();
    let mut order: Vec<usize> = (0..draft.jobs.len()).collect();
    let load = |job: &usize| -> usize { job_load(draft, *job) };
    order.sort_by_key(|job| (draft.jobs[*job].subject.field, usize::MAX - load(job)));
    let mut taught_by = vec![usize::MAX; draft.jobs.len()];
    for job in order {
        let able = (0..staff.len()).filter(|&one| is_able(draft, &taught_by, job, &staff, one));
        let asked = able.max_by_key(|&one| (fitness(draft, job, &staff[one]), usize::MAX - one));
        let teacher = asked.unwrap_or_else(|| {
            staff.push(take_on(draft, &taught_by, job, &staff, chance));
            staff.len() - 1
        });
        assign(draft, job, &mut staff[teacher]);
        taught_by[job] = teacher;
    }
    draft.teachers = staff.iter().map(|hired| presence(draft, hired, chance)).collect();
    draft.taught_by = taught_by;
}

/// Marks what apprentices must not miss.
fn mark_core(draft: &mut Draft, core: Core) {
    for job in &mut draft.jobs {
        let classes = &draft.classes;
        let has_apprentices = job.classes.iter().any(|&class| classes[class].has_apprentices);
        job.is_core = has_apprentices && core.required.contains(&job.subject.code);
    }
}

/// The periods of a job, over both weeks of the cycle.
fn job_load(draft: &Draft, job: usize) -> usize {
    let units = draft.jobs[job].units.iter().map(|&unit| &draft.units[unit]);
    let weeks = units.flat_map(|unit| {
        let own = unit.strands.iter().filter(move |strand| strand.job == job);
        own.map(|strand| usize::from(unit.length) * strand.weeks.iter().count())
    });
    weeks.sum()
}

/// Whether a teacher can do a job too: knows the subject or can learn it, has time, and is not needed in the same units.
fn is_able(draft: &Draft, taught_by: &[usize], job: usize, staff: &[Hired], one: usize) -> bool {
    let (wanted, hired) = (&draft.jobs[job], &staff[one]);
    let knows = hired.subjects.contains(&wanted.subject) || hired.subjects.len() < MOST_SUBJECTS;
    let beside = || beside(draft, taught_by, job);
    hired.field == wanted.subject.field
        && knows
        && hired.left >= job_load(draft, job)
        && beside().all(|other| other != one)
        && has_days(draft, job, beside().map(|other| &staff[other]).chain([hired]))
}

/// The teachers of what goes on beside a job.
fn beside<'a>(
    draft: &'a Draft,
    taught_by: &'a [usize],
    job: usize,
) -> impl Iterator<Item = usize> + 'a {
    let units = draft.jobs[job].units.iter().map(|&unit| &draft.units[unit]);
    let jobs = units.flat_map(|unit| unit.strands.iter().map(|strand| strand.job));
    jobs.map(|other| taught_by[other]).filter(|&teacher| teacher != usize::MAX)
}

/// Whether there are days enough for the units of a job on which all of `staff` are there.
fn has_days<'a>(draft: &Draft, job: usize, staff: impl Iterator<Item = &'a Hired>) -> bool {
    let off: BTreeSet<usize> = staff.flat_map(|hired| hired.days_off.iter().copied()).collect();
    let wanted = &draft.jobs[job];
    // With a day off beside the days on which pupils are away, too few would be left.
    let days = if wanted.is_core { DAYS } else { wanted.units.len().min(DAYS) };
    days <= DAYS - off.len()
}

/// How gladly a teacher is given a job.
fn fitness(draft: &Draft, job: usize, hired: &Hired) -> usize {
    let wanted = &draft.jobs[job];
    let knows_class = wanted.classes.iter().any(|class| hired.classes.contains(class));
    let grades = || wanted.classes.iter().map(|&class| draft.classes[class].grade);
    let near = grades().any(|grade| hired.grades.iter().any(|own| own.abs_diff(grade) <= 1));
    let knows_subject = hired.subjects.contains(&wanted.subject);
    4 * usize::from(knows_class) + 2 * usize::from(near) + usize::from(knows_subject)
}

/// A new teacher for a job: one in four works part time and has a day off, if the job leaves one.
fn take_on(
    draft: &Draft,
    taught_by: &[usize],
    job: usize,
    staff: &[Hired],
    chance: &mut Chance,
) -> Hired {
    let full = draft.day.teacher_load;
    let mut hired = Hired {
        field: draft.jobs[job].subject.field,
        subjects: BTreeSet::new(),
        classes: BTreeSet::new(),
        grades: BTreeSet::new(),
        left: 2 * (full - chance.below(full / 8)),
        days_off: Vec::new(),
    };
    if chance.percent(25) {
        hired.days_off.push(chance.below(DAYS));
        let beside = beside(draft, taught_by, job).map(|other| &staff[other]);
        if has_days(draft, job, beside.chain([&hired])) {
            hired.left = 2 * (full * 2 / 3 - chance.below(full / 6));
        } else {
            hired.days_off.clear();
        }
    }
    hired
}

fn assign(draft: &Draft, job: usize, hired: &mut Hired) {
    let wanted = &draft.jobs[job];
    hired.left = hired.left.saturating_sub(job_load(draft, job));
    hired.subjects.insert(wanted.subject);
    hired.classes.extend(&wanted.classes);
    hired.grades.extend(wanted.classes.iter().map(|&class| draft.classes[class].grade));
}

/// When a teacher is there: not on days off; one in twelve has a morning for something else.
fn presence(draft: &Draft, hired: &Hired, chance: &mut Chance) -> Teacher {
    let mut absent = vec![false; draft.slots()];
    let periods = usize::from(draft.day.periods);
    for &day in &hired.days_off {
        absent[day * periods..(day + 1) * periods].fill(true);
    }
    if hired.days_off.is_empty() && chance.percent(8) {
        let first = chance.below(DAYS) * periods;
        absent[first..first + periods / 4].fill(true);
    }
    Teacher { absent }
}
