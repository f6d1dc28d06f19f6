//! The words of the report of an answer, in each language; the compiler refuses a language that lacks a sentence.

use crate::domain::Language;

/// Headings and single words.
pub(super) struct Labels {
    pub(super) title: &'static str,
    pub(super) summary: &'static str,
    pub(super) pupils: &'static str,
    pub(super) pupil: &'static str,
    pub(super) class: &'static str,
    pub(super) away: &'static str,
    pub(super) place: &'static str,
    pub(super) required_missed: &'static str,
    pub(super) desired_missed: &'static str,
    pub(super) chains: &'static str,
    pub(super) number: &'static str,
    pub(super) lesson: &'static str,
    pub(super) journey: &'static str,
    pub(super) why: &'static str,
    pub(super) by_themselves: &'static str,
    pub(super) points: &'static str,
    pub(super) checklist: &'static str,
    pub(super) in_order: &'static str,
    pub(super) done: &'static str,
    pub(super) teachers: &'static str,
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) room: &'static str,
    pub(super) set_aside: &'static str,
    pub(super) classes_weeks: &'static str,
    pub(super) teachers_weeks: &'static str,
    pub(super) rooms_weeks: &'static str,
    pub(super) pupils_weeks: &'static str,
    pub(super) unchanged: &'static str,
    pub(super) legend: &'static str,
    pub(super) costs: &'static str,
    pub(super) kind: &'static str,
    pub(super) ways_out: &'static str,
}

const DANISH: Labels = Labels {
    title: "Skema med praktikdage",
    summary: "Kort fortalt",
    pupils: "Elever i praktik",
    pupil: "Elev",
    class: "Klasse",
    away: "Væk",
    place: "Sted",
    required_missed: "Obligatoriske lektioner, der mistes",
    desired_missed: "Ønskede lektioner, der mistes",
    chains: "Hvorfor lektionerne flyttes",
    number: "Nr.",
    lesson: "Lektion",
    journey: "Fra → til",
    why: "Hvorfor",
    by_themselves: "Hver for sig",
    points: "Point",
    checklist: "Sådan gør du i skemaprogrammet",
    in_order: "Følg rækkefølgen: så støder ingen lektioner sammen undervejs.",
    done: "Gjort",
    teachers: "Lærer",
    from: "Fra",
    to: "Til",
    room: "Lokale",
    set_aside: "lagt til side",
    classes_weeks: "Klassernes uge",
    teachers_weeks: "Lærernes uge",
    rooms_weeks: "Lokalernes uge",
    pupils_weeks: "Praktikelevernes uge",
    unchanged: "Uden ændringer",
    legend: "Tegnene i skemaerne",
    costs: "Point",
    kind: "For",
    ways_out: "mesterskema explain finder veje ud; solve --best-effort giver det skema, hvor mindst mistes.",
};
const SWEDISH: Labels = Labels {
    title: "Schema med praktikdagar",
    summary: "I korthet",
    pupils: "Elever på praktik",
    pupil: "Elev",
    class: "Klass",
    away: "Borta",
    place: "Plats",
    required_missed: "Obligatoriska lektioner som missas",
    desired_missed: "Önskade lektioner som missas",
    chains: "Varför lektionerna flyttas",
    number: "Nr",
    lesson: "Lektion",
    journey: "Från → till",
    why: "Varför",
    by_themselves: "Var för sig",
    points: "Poäng",
    checklist: "Så gör du i schemaprogrammet",
    in_order: "Följ ordningen: då krockar inga lektioner på vägen.",
    done: "Gjort",
    teachers: "Lärare",
    from: "Från",
    to: "Till",
    room: "Sal",
    set_aside: "lagd åt sidan",
    classes_weeks: "Klassernas vecka",
    teachers_weeks: "Lärarnas vecka",
    rooms_weeks: "Salarnas vecka",
    pupils_weeks: "Praktikelevernas vecka",
    unchanged: "Utan ändringar",
    legend: "Tecknen i schemana",
    costs: "Poäng",
    kind: "För",
    ways_out: "mesterskema explain hittar utvägar; solve --best-effort ger det schema där minst missas.",
};
const ENGLISH: Labels = Labels {
    title: "A timetable with placement days",
    summary: "In short",
    pupils: "Apprentices",
    pupil: "Pupil",
    class: "Class",
    away: "Away",
    place: "Place",
    required_missed: "Required lessons missed",
    desired_missed: "Desired lessons missed",
    chains: "Why the lessons move",
    number: "No.",
    lesson: "Lesson",
    journey: "From → to",
    why: "Why",
    by_themselves: "Each by itself",
    points: "Points",
    checklist: "What to do in the timetabling program",
    in_order: "Keep to the order: then no two lessons clash on the way.",
    done: "Done",
    teachers: "Teacher",
    from: "From",
    to: "To",
    room: "Room",
    set_aside: "set aside",
    classes_weeks: "The classes’ weeks",
    teachers_weeks: "The teachers’ weeks",
    rooms_weeks: "The rooms’ weeks",
    pupils_weeks: "The apprentices’ weeks",
    unchanged: "Without changes",
    legend: "The signs in the timetables",
    costs: "Points",
    kind: "For",
    ways_out: "mesterskema explain finds ways out; solve --best-effort gives the timetable in which least is missed.",
};

/// Headings and single words of `language`.
pub(super) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Danish => &DANISH,
        Language::Swedish => &SWEDISH,
        Language::English => &ENGLISH,
    }
}

/// What can be said in a sentence.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// How many required lessons are kept that would have been missed, and how many are missed all the same.
    Required { kept: usize, missed: usize },
    /// How many desired lessons are missed, without and with the changes.
    Desired { before: usize, after: usize },
    /// How many lessons move, and how many only take another room.
    Moved { lessons: usize, rooms: usize },
    /// Lessons that wait for one another, of which these are set aside meanwhile.
    SetAside { lessons: &'a str },
    /// That a lesson is put aside, as a task.
    PutAside,
}

/// `said` in `language`.
pub(super) fn tell(said: Said<'_>, language: Language) -> String {
    match language {
        Language::Danish => danish(said),
        Language::Swedish => swedish(said),
        Language::English => english(said),
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

fn danish(said: Said<'_>) -> String {
    let lessons = |number, kind: &str| {
        count(number, &format!("{kind} lektion"), &format!("{kind}e lektioner"))
    };
    match said {
        Said::Required { kept: 0, missed: 0 } => {
            "Ingen elev i praktik ville miste en obligatorisk lektion.".to_owned()
        }
        Said::Required { kept, missed: 0 } => format!(
            "Elever i praktik beholder {}, som de ellers ville miste. Ingen mistes.",
            lessons(kept, "obligatorisk")
        ),
        Said::Required { kept: 0, missed } => format!(
            "Elever i praktik mister {}, som de også ville uden ændringer.",
            lessons(missed, "obligatorisk")
        ),
        Said::Required { kept, missed } => format!(
            "Elever i praktik beholder {}, som de ellers ville miste, og mister {missed} alligevel.",
            lessons(kept, "obligatorisk")
        ),
        Said::Desired { before, after: 0 } => {
            format!("Af ønskede fag mister de ingen lektioner; uden ændringer {before}.")
        }
        Said::Desired { before, after } => format!(
            "Af ønskede fag mister de {}; uden ændringer {before}.",
            count(after, "lektion", "lektioner")
        ),
        Said::Moved { lessons, rooms: 0 } => {
            format!("{} til en anden tid.", count(lessons, "lektion flyttes", "lektioner flyttes"))
        }
        Said::Moved { lessons, rooms } => format!(
            "{} til en anden tid, og {rooms} får et andet lokale til samme tid.",
            count(lessons, "lektion flyttes", "lektioner flyttes")
        ),
        Said::SetAside { lessons } => format!(
            "Nogle lektioner venter på hinanden i ring. Læg derfor disse til side undervejs, til deres plads er fri: {lessons}."
        ),
        Said::PutAside => "læg til side".to_owned(),
    }
}

fn swedish(said: Said<'_>) -> String {
    let lessons = |number, kind: &str| {
        count(number, &format!("{kind} lektion"), &format!("{kind}a lektioner"))
    };
    match said {
        Said::Required { kept: 0, missed: 0 } => {
            "Ingen elev på praktik skulle missa en obligatorisk lektion.".to_owned()
        }
        Said::Required { kept, missed: 0 } => format!(
            "Elever på praktik behåller {} som de annars skulle missa. Ingen missas.",
            lessons(kept, "obligatorisk")
        ),
        Said::Required { kept: 0, missed } => format!(
            "Elever på praktik missar {}, som de också skulle utan ändringar.",
            lessons(missed, "obligatorisk")
        ),
        Said::Required { kept, missed } => format!(
            "Elever på praktik behåller {} som de annars skulle missa, men missar {missed} ändå.",
            lessons(kept, "obligatorisk")
        ),
        Said::Desired { before, after: 0 } => {
            format!("Av önskade ämnen missar de inga lektioner; utan ändringar {before}.")
        }
        Said::Desired { before, after } => format!(
            "Av önskade ämnen missar de {}; utan ändringar {before}.",
            count(after, "lektion", "lektioner")
        ),
        Said::Moved { lessons, rooms: 0 } => {
            format!("{} till en annan tid.", count(lessons, "lektion flyttas", "lektioner flyttas"))
        }
        Said::Moved { lessons, rooms } => format!(
            "{} till en annan tid, och {rooms} får en annan sal på samma tid.",
            count(lessons, "lektion flyttas", "lektioner flyttas")
        ),
        Said::SetAside { lessons } => format!(
            "Några lektioner väntar på varandra i en ring. Lägg därför dessa åt sidan tills deras plats är fri: {lessons}."
        ),
        Said::PutAside => "lägg åt sidan".to_owned(),
    }
}

fn english(said: Said<'_>) -> String {
    match said {
        Said::Required { kept: 0, missed: 0 } => {
            "No apprentice would have missed a required lesson.".to_owned()
        }
        Said::Required { kept, missed: 0 } => format!(
            "Apprentices keep {} that they would have missed. None is missed.",
            count(kept, "required lesson", "required lessons")
        ),
        Said::Required { kept: 0, missed } => format!(
            "Apprentices miss {}, as they would without changes.",
            count(missed, "required lesson", "required lessons")
        ),
        Said::Required { kept, missed } => format!(
            "Apprentices keep {} that they would have missed, and miss {missed} all the same.",
            count(kept, "required lesson", "required lessons")
        ),
        Said::Desired { before, after: 0 } => {
            format!("Of desired subjects they miss no lesson; without changes {before}.")
        }
        Said::Desired { before, after } => format!(
            "Of desired subjects they miss {}; without changes {before}.",
            count(after, "lesson", "lessons")
        ),
        Said::Moved { lessons, rooms: 0 } => {
            format!("{} to another time.", count(lessons, "lesson moves", "lessons move"))
        }
        Said::Moved { lessons, rooms } => format!(
            "{} to another time, and {rooms} at the same time {} another room.",
            count(lessons, "lesson moves", "lessons move"),
            if rooms == 1 { "takes" } else { "take" }
        ),
        Said::SetAside { lessons } => format!(
            "Some lessons wait for one another in a circle. So set these aside until their place is free: {lessons}."
        ),
        Said::PutAside => "set aside".to_owned(),
    }
}

/// What the signs mean: the sign, the style in which it is drawn, and its meaning.
pub(super) const fn signs(language: Language) -> [(&'static str, &'static str, &'static str); 4] {
    let meanings = match language {
        Language::Danish => [
            "lektionen går herfra, og flytning nummer 3 siger hvorhen",
            "flytning nummer 3 kommer hertil",
            "samme tid, andet lokale",
            "eleven er væk og mister lektionen",
        ],
        Language::Swedish => [
            "lektionen går härifrån, och flytt nummer 3 säger vart",
            "flytt nummer 3 kommer hit",
            "samma tid, annan sal",
            "eleven är borta och missar lektionen",
        ],
        Language::English => [
            "the lesson leaves, and move number 3 says where to",
            "move number 3 arrives",
            "same time, other room",
            "the pupil is away and misses the lesson",
        ],
    };
    [
        ("→ 3", "leaves", meanings[0]),
        ("3 →", "arrives", meanings[1]),
        ("⇄ 3", "other-room", meanings[2]),
        ("✗", "missed", meanings[3]),
    ]
}
