//! Why there is no timetable, each reason as a sentence.

use super::{APPRENTICE, Naming, PERIOD, PLACE, REQUIRED_LESSON, SCHOOL_DAY, SLOT, Words};
use crate::domain::Language;
use crate::reason::{Reason, Shared, Tightest};
use crate::words::{count, say, sentences, weekday};

impl Words {
    /// Why there is no timetable.
    pub(crate) fn reason(self, reason: &Reason, naming: &Naming<'_>) -> String {
        let language = self.language;
        say!(language, match reason {
            Reason::TooFewSlots { class, weeks, required, left } =>
                "{class} har {required}{weeks} og {left} tilbage på sine skoledage",
                "{class} har {required}{weeks} och {left} kvar på sina skoldagar",
                "{class} has {required}{weeks} and {left} left on its school days",
                required = count(*required, REQUIRED_LESSON, language),
                weeks = naming.weeks(*weeks), left = count(*left, SLOT, language);
            Reason::TooFewDays { class, subject, weeks, required, per_day, days } =>
                "{class} har {required} i {subject}{weeks}, højst {per_day} om dagen, og {days} tilbage til dem, der har faget",
                "{class} har {required} i {subject}{weeks}, högst {per_day} per dag, och {days} kvar för dem som har ämnet",
                "{class} has {required} of {subject}{weeks}, at most {per_day} a day, and {days} left to those who attend",
                required = count(*required, REQUIRED_LESSON, language),
                weeks = naming.weeks(*weeks), days = count(*days, SCHOOL_DAY, language);
            Reason::NowhereToGo { lesson, pupil } =>
                "{lesson} kan ikke ligge nogen steder: Hvor reglerne tillader den, er elev {pupil} eller en anden elev i praktik væk",
                "{lesson} kan inte ligga någonstans: där reglerna tillåter den är elev {pupil} eller en annan praktikelev borta",
                "{lesson} has nowhere to be: wherever the rules let it be, pupil {pupil} or another apprentice is away",
                lesson = naming.lesson(*lesson);
            Reason::Crowded { need, weeks, lessons, periods, slots, allowed } =>
                "{need}{weeks}: {periods}, men kun {allowed} på de tidspunkter, hvor de kan ligge ({slots}): {lessons}",
                "{need}{weeks}: {periods}, men bara {allowed} på de tider då de kan ligga ({slots}): {lessons}",
                "{need}{weeks}: {periods}, but only {allowed} at the times at which they can be ({slots}): {lessons}",
                need = shared(need, language), weeks = naming.weeks(*weeks),
                periods = count(*periods, PERIOD, language),
                allowed = count(*allowed, PLACE, language), slots = naming.slots(slots),
                lessons = naming.lessons(lessons);
            Reason::PlaceTooSmall { place, day: Some(day), pupils, allowed } =>
                "{place} har plads til {allowed} {day}, og {pupils} har ingen anden mulighed",
                "{place} har plats för {allowed} {day}, och {pupils} har inget annat alternativ",
                "{place} has room for {allowed} on {day}, and {pupils} can go nowhere else",
                day = weekday(*day, language), pupils = count(*pupils, APPRENTICE, language);
            Reason::PlaceTooSmall { place, day: None, pupils, allowed } =>
                "{place} har plads til {allowed} i alt, og {pupils} har ingen anden mulighed",
                "{place} har plats för {allowed} totalt, och {pupils} har inget annat alternativ",
                "{place} has room for {allowed} in all, and {pupils} can go nowhere else",
                pupils = count(*pupils, APPRENTICE, language);
            Reason::SearchedAll { away, tightest } =>
                "{away}: alle muligheder er gennemsøgt, og ingen overholder alle regler{tightest}",
                "{away}: alla möjligheter är genomsökta, och ingen följer alla regler{tightest}",
                "{away}: every possibility was searched, and none keeps all rules{tightest}",
                away = naming.absences(away), tightest = tight(tightest.as_ref(), language);
        })
    }
}

fn shared(need: &Shared, language: Language) -> String {
    say!(language, match need {
        Shared::Class(class) =>
            "klasse {class}",
            "klass {class}",
            "class {class}";
        Shared::Teacher(teacher) =>
            "lærer {teacher}",
            "lärare {teacher}",
            "teacher {teacher}";
        Shared::Room(room) =>
            "lokale {room}",
            "sal {room}",
            "room {room}";
        Shared::Rooms(kind) =>
            "lokaler af typen {kind}",
            "salar av typen {kind}",
            "rooms of the kind {kind}";
    })
}

/// The class with the fewest slots to spare; nothing if no class has required lessons.
fn tight(tightest: Option<&Tightest>, language: Language) -> String {
    tightest.map_or_else(String::new, |Tightest { class, required, left }| {
        tightest_class(class.as_str(), *required, *left, language)
    })
}

sentences! {
    fn tightest_class(class: &str, required: u32, left: u32) in language:
        "; strammest er {class} med {required} og {left} på sine skoledage",
        "; trängst har {class} med {required} och {left} på sina skoldagar",
        "; tightest is {class}: {required} and {left} on its school days",
        required = count(required, REQUIRED_LESSON, language), left = count(left, SLOT, language);
}
