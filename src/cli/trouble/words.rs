//! Troubles in words.

use super::Trouble;
use crate::domain::Language;
use crate::words::say;

impl Trouble {
    /// Why nothing was done, and what can be done about it.
    #[expect(
        clippy::too_many_lines,
        reason = "three lines for each trouble; the list is the point"
    )]
    pub(in crate::cli) fn message(&self, language: Language) -> String {
        say!(language, match self {
            Self::Faulty =>
                "et skema med sådanne fejl kan ikke repareres; ret dem, eller fortsæt med --accept-faults: lektioner, der ligger oven i hinanden, flyttes så sammen",
                "ett schema med sådana fel kan inte repareras; rätta dem, eller fortsätt med --accept-faults: lektioner som krockar flyttas då tillsammans",
                "a timetable with such faults cannot be repaired; mend them, or go on with --accept-faults: lessons that clash then move as one";
            Self::Many(many) => "{told}", "{told}", "{told}", told = many.message(language);
            Self::OutIsSchool(path) =>
                "--out {path} er skolens egen mappe; vælg en anden, så det indlæste skema ikke overskrives",
                "--out {path} är skolans egen mapp; välj en annan, så att det inlästa schemat inte skrivs över",
                "--out {path} is the school's own folder; choose another, so that the timetable that was read is not overwritten",
                path = path.display();
            Self::OutIsASchool(path) =>
                "--out {path} indeholder apprentices.csv og er altså en skoles mappe; vælg en anden, så dens skema ikke overskrives",
                "--out {path} innehåller apprentices.csv och är alltså en skolas mapp; välj en annan, så att dess schema inte skrivs över",
                "--out {path} holds apprentices.csv, so it is a school's folder; choose another, so that its timetable is not overwritten",
                path = path.display();
            Self::OutIsKept(path) =>
                "{path} hører til skolen eller forslaget og overskrives ikke; vælg en anden fil",
                "{path} hör till skolan eller förslaget och skrivs inte över; välj en annan fil",
                "{path} belongs to the school or the proposal and is not replaced; choose another file",
                path = path.display();
            Self::WeekUnknown(written) =>
                "--week {written} er ingen uge; skriv en dato, ved flere uger i turnus med ugens navn: 2026-08-17=A",
                "--week {written} är ingen vecka; skriv ett datum, vid flera veckor i cykeln med veckans namn: 2026-08-17=A",
                "--week {written} is no week; write a date, in a cycle of several weeks with its label: 2026-08-17=A";
            Self::SubjectUnknown(subject) =>
                "filerne har ikke noget fag \"{subject}\"",
                "filerna har inget ämne \"{subject}\"",
                "the files have no subject \"{subject}\"";
            Self::OutMissing =>
                "--out SCHOOL mangler: mappen til skolen",
                "--out SCHOOL saknas: mappen för skolan",
                "--out SCHOOL is missing: the folder for the school";
            Self::OutExists(path) =>
                "{path} findes allerede og overskrives ikke; vælg et andet navn",
                "{path} finns redan och skrivs inte över; välj ett annat namn",
                "{path} is there already and is not replaced; choose another name",
                path = path.display();
            Self::OutNotEmpty(path) =>
                "{path} er ikke tom; vælg en ny mappe, så intet overskrives",
                "{path} är inte tom; välj en ny mapp, så att inget skrivs över",
                "{path} is not empty; choose a new folder, so that nothing is overwritten",
                path = path.display();
            Self::NoSchool =>
                "der blev ikke fundet noget skema for sådan en skole; prøv en anden --seed eller en anden størrelse",
                "inget schema hittades för en sådan skola; pröva en annan --seed eller en annan storlek",
                "no timetable was found for such a school; try another --seed, or another size";
            Self::TooManyPupils { wanted, most } =>
                "sådan en skole har ikke {wanted} elever, der kan være i praktik; --pupils kan højst være {most}, eller skolen større",
                "en sådan skola har inte {wanted} elever som kan vara på praktik; --pupils kan vara högst {most}, eller skolan större",
                "such a school has no {wanted} pupils who could be apprentices; --pupils can be {most} at most, or the school larger";
            Self::OutUnusable { path, error } =>
                "kan ikke skrive til {path}: {error}",
                "kan inte skriva till {path}: {error}",
                "cannot write to {path}: {error}",
                path = path.display();
            Self::OutBusy(path) =>
                "en anden kørsel skriver netop nu til {path}; vælg en anden mappe, eller prøv igen, når den er færdig",
                "en annan körning skriver just nu till {path}; välj en annan mapp, eller försök igen när den är klar",
                "another run is writing to {path} just now; choose another folder, or try again when it has ended",
                path = path.display();
            Self::PupilUnknown(pupil) =>
                "ingen elev i praktik på skolen hedder {pupil}; skriv nøglen, som den står i apprentices.csv",
                "ingen elev på praktik i skolan heter {pupil}; skriv nyckeln som den står i apprentices.csv",
                "no apprentice of the school is called {pupil}; write the key as it stands in apprentices.csv";
            Self::ClassUnknown(class) =>
                "skemaet har ingen klasse {class}",
                "schemat har ingen klass {class}",
                "the timetable has no class {class}";
            Self::NobodyToResemble =>
                "skolen har endnu ingen elev i praktik, så ingen ved, hvad sådan en skal have; skriv én i apprentices.csv",
                "skolan har ännu ingen elev på praktik, så ingen vet vad en sådan behöver; skriv in en i apprentices.csv",
                "the school has no apprentice yet, so nobody knows what one needs; write one into apprentices.csv";
            Self::LessonUnknown(key) =>
                "der er ingen lektion {key}; skriv dens id i timetable.csv eller linjenummeret på dens første række",
                "det finns ingen lektion {key}; skriv dess id i timetable.csv eller radnumret för dess första rad",
                "there is no lesson {key}; write its id in timetable.csv, or the line number of its first row";
            Self::SlotUnknown(slot) =>
                "{slot} er ikke en lektion i skolens uge; skriv fx 'tir 3'",
                "{slot} är ingen lektion i skolans vecka; skriv till exempel 'tis 3'",
                "{slot} is no period of the school's week; write for example 'tue 3'";
            Self::FirstDateMissing =>
                "der er ingen datoer i calendar.csv; sig med --from, fra hvilken dato møderne kan ligge",
                "det finns inga datum i calendar.csv; säg med --from från vilket datum mötena kan ligga",
                "calendar.csv has no dates; say with --from from which date on meetings can be";
            Self::MeetingUndated(meeting) =>
                "mødet {meeting} har ingen skoledag tilbage i calendar.csv, hvor alle er der; vælg en tidligere --from",
                "mötet {meeting} har ingen skoldag kvar i calendar.csv då alla är där; välj ett tidigare --from",
                "the meeting {meeting} has no school day left in calendar.csv on which all are there; choose an earlier --from";
            Self::PageUnusable(error) =>
                "kan ikke vise siden: {error}",
                "kan inte visa sidan: {error}",
                "cannot serve the page: {error}";
            Self::BrowserUnusable(error) =>
                "der kunne ikke startes nogen browser ({error}); åbn selv adressen",
                "ingen webbläsare kunde startas ({error}); öppna adressen själv",
                "no browser could be started ({error}); open the address yourself";
            Self::Unprinted(error) =>
                "kan ikke udskrive svaret: {error}",
                "kan inte skriva ut svaret: {error}",
                "cannot print the answer: {error}";
            Self::JudgedWrong(found) =>
                "programmets egen dommer afviser svaret, så intet er skrevet; det er en fejl i programmet, meld den gerne: {found}",
                "programmets egen domare avvisar svaret, så inget är skrivet; det är ett fel i programmet, anmäl det gärna: {found}",
                "the program's own judge refuses the answer, so nothing is written; this is a defect of the program, please report it: {found}";
        })
    }
}
