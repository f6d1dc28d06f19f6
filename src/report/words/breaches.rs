//! The rules that are broken, each as a sentence.

use super::{APPRENTICE, GAP, LESSON, Naming, PERIOD, Words};
use crate::check::{Breach, Traveller};
use crate::diff::Because;
use crate::domain::Language;
use crate::words::{count, pick, say, weekday};

impl Words {
    /// A breach.
    #[expect(clippy::too_many_lines, reason = "one arm for each breach; the list is the point")]
    pub(crate) fn breach(self, breach: &Breach, naming: &Naming<'_>) -> String {
        let language = self.language;
        say!(language, match breach {
            Breach::Grid { lesson, start } =>
                "{lesson} er der ikke plads til i skemaet fra {start}",
                "{lesson} får inte plats i schemat från {start}",
                "{lesson} does not fit in the grid from {start}",
                lesson = naming.lesson(*lesson), start = naming.slot(*start);
            Breach::Exchange { lesson, from, to } =>
                "{lesson} kan ikke have lokale {to} i stedet for {from}",
                "{lesson} kan inte ha sal {to} i stället för {from}",
                "{lesson} cannot have room {to} in place of {from}",
                lesson = naming.lesson(*lesson);
            Breach::ClassClash { class, slot, week, lessons } =>
                "klasse {class} har to lektioner samtidig {moment}: {lessons}",
                "klass {class} har två lektioner samtidigt {moment}: {lessons}",
                "class {class} has two lessons at once on {moment}: {lessons}",
                moment = naming.moment(*slot, *week), lessons = naming.lessons(lessons);
            Breach::TeacherClash { teacher, slot, week, lessons } =>
                "lærer {teacher} har {number} lektioner samtidig {moment}: {lessons}",
                "lärare {teacher} har {number} lektioner samtidigt {moment}: {lessons}",
                "teacher {teacher} has {number} lessons at once on {moment}: {lessons}",
                number = lessons.len(), moment = naming.moment(*slot, *week),
                lessons = naming.lessons(lessons);
            Breach::RoomClash { room, slot, week, lessons, allowed } =>
                "lokale {room} rummer {allowed} ad gangen og har {number} {moment}: {lessons}",
                "sal {room} rymmer {allowed} åt gången och har {number} {moment}: {lessons}",
                "room {room} takes {allowed} at once and has {number} on {moment}: {lessons}",
                allowed = count(*allowed, LESSON, language), number = lessons.len(),
                moment = naming.moment(*slot, *week), lessons = naming.lessons(lessons);
            Breach::TeacherUnavailable { teacher, slot, lesson } =>
                "lærer {teacher} er ikke til rådighed {slot}, men har {lesson}",
                "lärare {teacher} är inte tillgänglig {slot}, men har {lesson}",
                "teacher {teacher} is unavailable on {slot}, but has {lesson}",
                slot = naming.slot(*slot), lesson = naming.lesson(*lesson);
            Breach::RoomUnavailable { room, slot, lesson } =>
                "lokale {room} er ikke til rådighed {slot}, men har {lesson}",
                "sal {room} är inte tillgänglig {slot}, men har {lesson}",
                "room {room} is unavailable on {slot}, but has {lesson}",
                slot = naming.slot(*slot), lesson = naming.lesson(*lesson);
            Breach::Locked { lesson } =>
                "{lesson} er låst, men er ændret",
                "{lesson} är låst, men är ändrad",
                "{lesson} is locked, but is changed",
                lesson = naming.lesson(*lesson);
            Breach::RequiredMissed { apprentice, lesson, slot, subject, because } =>
                "elev {pupil} {because} {slot} og går glip af {subject}, som er obligatorisk: {lesson}",
                "elev {pupil} {because} {slot} och missar {subject}, som är obligatoriskt: {lesson}",
                "pupil {pupil} {because} on {slot} and misses {subject}, which is required: {lesson}",
                pupil = naming.pupil(*apprentice), slot = naming.slot(*slot),
                because = self.because(*because), lesson = naming.lesson(*lesson);
            Breach::ClassGaps { class, day, week, gaps, allowed } =>
                "klasse {class} har {gaps} {day}, men må højst have {allowed}",
                "klass {class} har {gaps} {day}, men får ha högst {allowed}",
                "class {class} has {gaps} on {day}; at most {allowed} allowed",
                gaps = count(*gaps, GAP, language), day = naming.day(*day, *week);
            Breach::SubjectPerDay { class, subject, day, week, periods, allowed } =>
                "klasse {class} har {periods} {subject} {day}, men må højst have {allowed}",
                "klass {class} har {periods} {subject} {day}, men får ha högst {allowed}",
                "class {class} has {periods} of {subject} on {day}; at most {allowed} allowed",
                periods = count(*periods, PERIOD, language), day = naming.day(*day, *week);
            Breach::Break { lesson, start } =>
                "{lesson} går hen over en pause fra {start}",
                "{lesson} går över en rast från {start}",
                "{lesson} runs across a break from {start}",
                lesson = naming.lesson(*lesson), start = naming.slot(*start);
            Breach::TeacherPerDay { teacher, day, week, periods, allowed } =>
                "lærer {teacher} har {periods} {day}, men må højst have {allowed}",
                "lärare {teacher} har {periods} {day}, men får ha högst {allowed}",
                "teacher {teacher} has {periods} on {day}; at most {allowed} allowed",
                periods = count(*periods, PERIOD, language), day = naming.day(*day, *week);
            Breach::ClassHours { class, slot, lesson } =>
                "klasse {class} har {lesson} {slot}, uden for klassens skoletid",
                "klass {class} har {lesson} {slot}, utanför klassens skoltid",
                "class {class} has {lesson} on {slot}, outside its hours",
                lesson = naming.lesson(*lesson), slot = naming.slot(*slot);
            Breach::PlaceFull { place, day: Some(day), pupils, allowed } =>
                "{place} har {pupils} {day} og har plads til {allowed}",
                "{place} har {pupils} {day} och har plats för {allowed}",
                "{place} has {pupils} on {day} and has room for {allowed}",
                pupils = count(*pupils, APPRENTICE, language), day = weekday(*day, language);
            Breach::PlaceFull { place, day: None, pupils, allowed } =>
                "{place} har {pupils} i alt og har plads til {allowed}",
                "{place} har {pupils} totalt och har plats för {allowed}",
                "{place} has {pupils} in all and has room for {allowed}",
                pupils = count(*pupils, APPRENTICE, language);
            Breach::TooFar { who, week, lessons: [one, other], slots: [first, second] } =>
                "{who} kan ikke nå fra {one} {first} til {other} {second}",
                "{who} hinner inte från {one} {first} till {other} {second}",
                "{who} cannot get from {one} on {first} to {other} on {second} in time",
                who = traveller(who, language), one = naming.lesson(*one),
                other = naming.lesson(*other), first = naming.slot(*first),
                second = naming.moment(*second, *week);
            Breach::OneDay { place, apprentices: [one, other] } =>
                "elev {one} og elev {other} er på {place} på hver sine dage, men alle skal være der på de samme",
                "elev {one} och elev {other} är på {place} på olika dagar, men alla ska vara där på samma",
                "pupils {one} and {other} are at {place} on different days, but all are to be there on the same",
                one = naming.pupil(*one), other = naming.pupil(*other);
            Breach::ClassUnavailable { class, slot, lesson } =>
                "klasse {class} er ikke til rådighed {slot}, men har fået {lesson}",
                "klass {class} är inte tillgänglig {slot}, men har fått {lesson}",
                "class {class} is unavailable on {slot}, but was given {lesson}",
                slot = naming.slot(*slot), lesson = naming.lesson(*lesson);
            Breach::Allowed { lesson, slot } =>
                "{lesson} må ikke ligge {slot}",
                "{lesson} får inte ligga {slot}",
                "{lesson} may not be on {slot}",
                lesson = naming.lesson(*lesson), slot = naming.slot(*slot);
            Breach::Apart { class, label, day, week, lessons, allowed } =>
                "klasse {class} har {number} lektioner med mærket {label} {day}, men må højst have {allowed}: {lessons}",
                "klass {class} har {number} lektioner med märket {label} {day}, men får ha högst {allowed}: {lessons}",
                "class {class} has {number} lessons with the label {label} on {day}; at most {allowed} allowed: {lessons}",
                number = lessons.len(), day = naming.day(*day, *week),
                lessons = naming.lessons(lessons);
            Breach::Unplaced { lesson } =>
                "{lesson} har ingen plads i skemaet",
                "{lesson} har ingen plats i schemat",
                "{lesson} has no place in the timetable",
                lesson = naming.lesson(*lesson);
            Breach::Away { apprentice } =>
                "elev {pupil} har ikke fået en af sine egne muligheder, eller har fået en anden end eleverne med samme mærke",
                "elev {pupil} har inte fått något av sina egna alternativ, eller har fått ett annat än eleverna med samma märke",
                "pupil {pupil} is not given one of the own alternatives, or another than the pupils with the same label",
                pupil = naming.pupil(*apprentice);
        })
    }
}

impl Words {
    /// Why a pupil misses a lesson, after "the pupil".
    pub(crate) const fn because(self, because: Because) -> &'static str {
        pick!(self.language, match because {
            Because::Away => "er væk", "är borta", "is away";
            Because::Lesson =>
                "har en anden lektion", "har en annan lektion", "has another lesson";
            Because::Way => "er undervejs", "är på väg", "is on the way";
        })
    }
}

fn traveller(who: &Traveller, language: Language) -> String {
    say!(language, match who {
        Traveller::Teacher(name) => "lærer {name}", "lärare {name}", "teacher {name}";
        Traveller::Class(name) => "klasse {name}", "klass {name}", "class {name}";
    })
}
