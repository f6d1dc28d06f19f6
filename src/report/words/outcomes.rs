//! What a search or a check comes to, in a sentence.

use super::{LESSON, Words, no_timetable, points};
use crate::domain::Language;
use crate::words::{Noun, count, say, sentences};

const BREACH: Noun = Noun::new(["regelbrud"; 2], ["regelbrott"; 2], ["breach", "breaches"]);
const FAULT: Noun = Noun::new(["fejl"; 2], ["fel"; 2], ["fault", "faults"]);
const REQUIRED: Noun = Noun::new(
    ["obligatorisk", "obligatoriske"],
    ["obligatorisk", "obligatoriska"],
    ["required"; 2],
);
const DESIRED_PERIOD: Noun = Noun::new(
    ["ønsket lektion", "ønskede lektioner"],
    ["önskad lektion", "önskade lektioner"],
    ["desired period", "desired periods"],
);

/// What is known at the end of a search, in numbers.
#[derive(Clone, Copy)]
pub(crate) enum Outcome {
    /// Nothing has to change, and nothing is missed.
    Unchanged,
    /// A proposal, proven cheapest.
    Optimal { lessons: usize, points: i64 },
    /// A proposal, not proven cheapest.
    Feasible { lessons: usize, points: i64, bound: i64 },
    /// Proven impossible.
    Infeasible,
    /// Neither.
    Undecided { bound: i64 },
}

/// How far a proposal reaches: each a number, and of how many.
#[derive(Clone, Copy)]
pub(crate) struct Touched {
    /// Classes with a changed lesson, of those with a lesson that can change.
    pub(crate) classes: (usize, usize),
    /// Teachers with a changed lesson, of those with a lesson that can change.
    pub(crate) teachers: (usize, usize),
    /// Apprentices who attend a changed lesson, of all.
    pub(crate) pupils: (usize, usize),
}

/// What a check found, in numbers.
#[derive(Clone, Copy)]
pub(crate) enum Finding {
    /// Faults of the baseline.
    Faults(usize),
    /// Breaches of a proposal.
    Breaches(usize),
    /// Lessons without a place.
    Unplaced(usize),
    /// Places, by day, where more want to be than can.
    Full,
    /// Periods of core lessons that are missed.
    Missed { required: usize, desired: usize },
}

impl Words {
    /// The answer in one sentence.
    pub(crate) fn outcome(self, outcome: Outcome) -> String {
        let language = self.language;
        match outcome {
            Outcome::Unchanged => nothing_to_change(language),
            Outcome::Optimal { lessons, points } => cheapest(lessons, points, language),
            Outcome::Feasible { lessons, points, bound } => {
                cheapest_so_far(lessons, points, bound, language)
            }
            Outcome::Infeasible => no_timetable(language),
            Outcome::Undecided { bound } => nothing_found(bound, language),
        }
    }

    /// How far a proposal reaches.
    pub(crate) fn touched(self, Touched { classes, teachers, pupils }: Touched) -> String {
        let ((classes, of_classes), (teachers, of_teachers)) = (classes, teachers);
        let (pupils, of_pupils) = pupils;
        say!(
            self.language,
            "Berørt: klasser {classes} af {of_classes}, lærere {teachers} af {of_teachers}, elever i praktik {pupils} af {of_pupils}",
            "Berörda: klasser {classes} av {of_classes}, lärare {teachers} av {of_teachers}, praktikelever {pupils} av {of_pupils}",
            "Touched: classes {classes} of {of_classes}, teachers {teachers} of {of_teachers}, apprentices {pupils} of {of_pupils}",
        )
    }

    /// What is found wrong, counted: one sentence for each kind.
    pub(crate) fn finding(self, finding: Finding) -> String {
        let language = self.language;
        say!(language, match finding {
            Finding::Faults(0) =>
                "Skemaet har ingen fejl.",
                "Schemat har inga fel.",
                "The timetable has no faults.";
            Finding::Faults(faults) =>
                "Skemaet har {faults}.",
                "Schemat har {faults}.",
                "The timetable has {faults}.",
                faults = count(faults, FAULT, language);
            Finding::Breaches(0) =>
                "Forslaget overholder alle regler.",
                "Förslaget följer alla regler.",
                "The proposal keeps every rule.";
            Finding::Breaches(breaches) =>
                "Forslaget har {breaches}.",
                "Förslaget har {breaches}.",
                "The proposal has {breaches} of a rule.",
                breaches = count(breaches, BREACH, language);
            Finding::Unplaced(lessons) =>
                "{lessons} har endnu ingen plads i skemaet.",
                "{lessons} har ännu ingen plats i schemat.",
                "Still without a place in the timetable: {lessons}.",
                lessons = count(lessons, LESSON, language);
            Finding::Full =>
                "Så fulde er praktikstederne, hvis alle får det, hvor de går glip af mindst:",
                "Så fulla är praktikplatserna, om alla får det där de missar minst:",
                "Places that are too full if everybody is given what makes them miss least:";
            Finding::Missed { required: 0, desired: 0 } =>
                "Ingen elev i praktik går glip af en lektion i et kernefag.",
                "Ingen praktikelev missar en lektion i ett kärnämne.",
                "No apprentice misses a core lesson.";
            Finding::Missed { required, desired } =>
                "Elever i praktik går glip af {required} og {desired} i kernefag.",
                "Praktikelever missar {required} och {desired} i kärnämnen.",
                "Apprentices miss {required} and {desired} of core lessons.",
                required = count(required, REQUIRED, language),
                desired = count(desired, DESIRED_PERIOD, language);
        })
    }

    /// Where the search stands.
    pub(crate) fn progress(self, best: Option<i64>, bound: i64) -> String {
        say!(self.language, match best {
            Some(best) =>
                "bedste {best} point, mindst {bound}, afstand {gap}",
                "bästa {best} poäng, minst {bound}, avstånd {gap}",
                "best {best} points, at least {bound}, gap {gap}",
                gap = best - bound;
            None =>
                "intet forslag endnu, mindst {bound} point",
                "inget förslag än, minst {bound} poäng",
                "no proposal yet, at least {bound} points";
        })
    }
}

/// The proposal, by how many lessons it changes.
fn proposal(lessons: usize, language: Language) -> String {
    say!(language, match lessons {
        0 =>
            "Et forslag, der ikke ændrer nogen lektion,",
            "Ett förslag som inte ändrar någon lektion",
            "A proposal that changes no lesson";
        _ =>
            "Et forslag, der ændrer {lessons},",
            "Ett förslag som ändrar {lessons}",
            "A proposal that changes {lessons}",
            lessons = count(lessons, LESSON, language);
    })
}

sentences! {
    fn nothing_to_change() in language:
        "Intet skal ændres: 0 point, og ingen går glip af en lektion i et kernefag.",
        "Inget behöver ändras: 0 poäng, och ingen missar en lektion i ett kärnämne.",
        "Nothing has to change: 0 points, and no core lesson is missed.";
    fn cheapest(lessons: usize, cost: i64) in language:
        "{proposal} koster {points}; det er bevist, at intet forslag koster mindre.",
        "{proposal} kostar {points}; det är bevisat att inget förslag kostar mindre.",
        "{proposal} costs {points}; it is proven that none costs less.",
        proposal = proposal(lessons, language), points = points(cost, language);
    fn cheapest_so_far(lessons: usize, cost: i64, bound: i64) in language:
        "{proposal} koster {points}, men det er ikke bevist, at det er det billigste: Søgningen blev stoppet, og det er kun bevist, at intet forslag koster mindre end {bound}.",
        "{proposal} kostar {points}, men det är inte bevisat att det är billigast: sökningen stoppades, och det är bara bevisat att inget förslag kostar mindre än {bound}.",
        "{proposal} costs {points}, but this is not proven to be the cheapest: the search was stopped, and it is only proven that none costs less than {bound}.",
        proposal = proposal(lessons, language), points = points(cost, language);
    fn nothing_found(bound: i64) in language:
        "Stoppet, før der var fundet et forslag; intet forslag koster mindre end {points}.",
        "Stoppat innan något förslag hittades; inget förslag kostar mindre än {points}.",
        "Stopped before any proposal was found; none costs less than {points}.",
        points = points(bound, language);
}
