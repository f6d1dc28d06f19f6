//! The rules that are broken, each as a sentence.

use super::{APPRENTICE, GAP, LESSON, Naming, PERIOD, Words};
use crate::check::Breach;
use crate::words::{count, say, weekday};

impl Words {
    /// A breach.
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
            Breach::RequiredMissed { apprentice, lesson, slot, subject } =>
                "elev {pupil} er væk {slot} og går glip af {subject}, som er obligatorisk: {lesson}",
                "elev {pupil} är borta {slot} och missar {subject}, som är obligatoriskt: {lesson}",
                "pupil {pupil} is away on {slot} and misses {subject}, which is required: {lesson}",
                pupil = naming.pupil(*apprentice), slot = naming.slot(*slot),
                lesson = naming.lesson(*lesson);
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
            Breach::PlaceFull { place, day, pupils, allowed } =>
                "{place} har {pupils} {day} og har plads til {allowed}",
                "{place} har {pupils} {day} och har plats för {allowed}",
                "{place} has {pupils} on {day} and has room for {allowed}",
                pupils = count(*pupils, APPRENTICE, language), day = weekday(*day, language);
            Breach::Away { apprentice } =>
                "elev {pupil} har ikke fået en af sine egne muligheder, eller har fået en anden end eleverne med samme mærke",
                "elev {pupil} har inte fått något av sina egna alternativ, eller har fått ett annat än eleverna med samma märke",
                "pupil {pupil} is not given one of the own alternatives, or another than the pupils with the same label",
                pupil = naming.pupil(*apprentice);
        })
    }
}
