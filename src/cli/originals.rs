//! The files that a school was made from, and what their program demands of a proposal.

use std::path::Path;

use super::terminal::tell_faults;
use crate::diagnostic::{Diagnostic, Fault, Foreign, Location, Severity};
use crate::domain::{Language, Proposal, School, Slot};
use crate::import::{self, BrokenConstraint, Constraints, Original};
use crate::input::is_school;
use crate::scenario::{Keeping, Referee};

/// Where an import keeps the files that the school was made from.
pub(super) const ORIGINAL: &str = "original";

/// What was kept of the files that the school in a folder was made from; nothing where it was made by hand.
///
/// # Errors
/// What is wrong with those that cannot be read.
pub(super) fn kept(folder: &Path) -> Result<Vec<Original>, Vec<Diagnostic>> {
    let originals = folder.join(ORIGINAL);
    if originals.is_dir() { import::collect(&[originals]) } else { Ok(Vec::new()) }
}

/// What the program that a school came from demands besides the school's rules; the school's folder, or such files.
pub(super) fn constraints(school: &Path) -> Option<Constraints> {
    let originals = if is_school(school) {
        kept(school).ok()?
    } else {
        import::collect(&[school.to_owned()]).ok()?
    };
    import::constraints(&originals)
}

/// Tells which of the program's constraints a proposal breaks; whether it breaks any.
pub(super) fn tell_broken(
    constraints: &Constraints,
    (school, proposal): (&School, &Proposal),
    language: Language,
) -> bool {
    let broken = constraints.broken(school, &proposal.timetable);
    let told: Vec<Diagnostic> = broken.iter().map(|one| told(one, school)).collect();
    tell_faults(&told, language);
    !broken.is_empty()
}

/// Tells what it took to keep the program's constraints, or which are broken still.
pub(super) fn tell_keeping(
    keeping: &Keeping,
    constraints: &Constraints,
    school: &School,
    language: Language,
) {
    let Some((points, (proposal, _))) = keeping.refused.zip(keeping.answer.offered.as_ref()) else {
        return;
    };
    if !tell_broken(constraints, (school, proposal), language) {
        let kept = Foreign::ConstraintsKept { points };
        tell_faults(&[diagnostic(kept, Location::default())], language);
    }
}

/// The program that a school came from, as the judge of proposals; without constraints it has nothing against any.
pub(super) struct Origin<'a> {
    pub(super) constraints: Option<&'a Constraints>,
    pub(super) school: &'a School,
}

impl Referee for Origin<'_> {
    type Offence = BrokenConstraint;

    fn offences(&self, proposal: &Proposal) -> Vec<BrokenConstraint> {
        let broken = self.constraints.map(|all| all.broken(self.school, &proposal.timetable));
        broken.unwrap_or_default()
    }

    fn lessons(offence: &BrokenConstraint) -> &[usize] {
        &offence.lessons
    }

    fn refused(&self, proposal: &Proposal, offence: &BrokenConstraint, lesson: usize) -> Vec<Slot> {
        let at = (self.school, &proposal.timetable);
        self.constraints.map(|all| all.refused(at, offence, lesson)).unwrap_or_default()
    }
}

fn told(broken: &BrokenConstraint, school: &School) -> Diagnostic {
    let BrokenConstraint { kind, about, location, lessons, .. } = broken;
    let names = lessons.iter().map(|&lesson| school.lessons[lesson].name.to_string()).collect();
    let fault =
        Foreign::ConstraintBroken { kind: kind.clone(), about: about.clone(), lessons: names };
    diagnostic(fault, location.clone())
}

const fn diagnostic(fault: Foreign, location: Location) -> Diagnostic {
    Diagnostic { fault: Fault::Foreign(fault), severity: Severity::Warning, location }
}
