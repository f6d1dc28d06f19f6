//! Troubles in words.

use super::Trouble;

impl Trouble {
    pub(super) fn english(&self) -> String {
        match self {
            Self::Faulty => "a timetable with such faults cannot be repaired; mend them, or go on with --accept-faults: lessons that clash then move as one".to_owned(),
            Self::OutIsSchool(path) => format!(
                "--out {} is the school's own folder; choose another, so that the timetable that was read is not overwritten",
                path.display()
            ),
            Self::OutIsASchool(path) => format!(
                "--out {} holds apprentices.csv, so it is a school's folder; choose another, so that its timetable is not overwritten",
                path.display()
            ),
            Self::OutIsKept(path) => format!(
                "the export would replace {}, which belongs to the school or the proposal; choose another --out",
                path.display()
            ),
            Self::WeekUnknown(written) => format!("--week {written} is no week; write a date, in a cycle of several weeks with its label: 2026-08-17=A"),
            Self::OutMissing => "--out SCHOOL is missing: the folder for the school".to_owned(),
            Self::OutNotEmpty(path) => format!(
                "{} is not empty; choose a new folder, so that nothing is overwritten",
                path.display()
            ),
            Self::NoSchool => "no timetable was found for such a school; try another --seed, or another size".to_owned(),
            Self::TooManyPupils { wanted, most } => format!(
                "such a school has no {wanted} pupils who could be apprentices; --pupils can be {most} at most, or the school larger"
            ),
            Self::OutUnusable { path, error } => {
                format!("cannot write to {}: {error}", path.display())
            }
            Self::OutBusy(path) => format!(
                "another run is writing to {} just now; choose another folder, or try again when it has ended",
                path.display()
            ),
            Self::PupilUnknown(pupil) => format!(
                "no apprentice of the school is called {pupil}; write the key as it stands in apprentices.csv"
            ),
            Self::ClassUnknown(class) => format!("the timetable has no class {class}"),
            Self::NobodyToResemble => "the school has no apprentice yet, so nobody knows what one needs; write one into apprentices.csv".to_owned(),
            Self::LessonUnknown(key) => format!("there is no lesson {key}; write its id in timetable.csv, or the line number of its first row"),
            Self::SlotUnknown(slot) => format!("{slot} is no period of the school's week; write for example 'tue 3'"),
            Self::PageUnusable(error) => format!("cannot serve the page: {error}"),
            Self::BrowserUnusable(error) => format!("no browser could be started ({error}); open the address yourself"),
            Self::Unprinted(error) => format!("cannot print the answer: {error}"),
            Self::JudgedWrong(found) => format!(
                "the program's own judge refuses the answer, so nothing is written; this is a defect of the program, please report it: {found}"
            ),
        }
    }

    pub(super) fn danish(&self) -> String {
        match self {
            Self::Faulty => "et skema med sådanne fejl kan ikke repareres; ret dem, eller fortsæt med --accept-faults: lektioner, der ligger oven i hinanden, flyttes så sammen".to_owned(),
            Self::OutIsSchool(path) => format!(
                "--out {} er skolens egen mappe; vælg en anden, så det indlæste skema ikke overskrives",
                path.display()
            ),
            Self::OutIsASchool(path) => format!(
                "--out {} indeholder apprentices.csv og er altså en skoles mappe; vælg en anden, så dens skema ikke overskrives",
                path.display()
            ),
            Self::OutIsKept(path) => format!(
                "eksporten ville overskrive {}, som hører til skolen eller forslaget; vælg en anden --out",
                path.display()
            ),
            Self::WeekUnknown(written) => format!("--week {written} er ingen uge; skriv en dato, ved flere uger i turnus med ugens navn: 2026-08-17=A"),
            Self::OutMissing => "--out SCHOOL mangler: mappen til skolen".to_owned(),
            Self::OutNotEmpty(path) => format!(
                "{} er ikke tom; vælg en ny mappe, så intet overskrives",
                path.display()
            ),
            Self::NoSchool => "der blev ikke fundet noget skema for sådan en skole; prøv en anden --seed eller en anden størrelse".to_owned(),
            Self::TooManyPupils { wanted, most } => format!(
                "sådan en skole har ikke {wanted} elever, der kan være i praktik; --pupils kan højst være {most}, eller skolen større"
            ),
            Self::OutUnusable { path, error } => {
                format!("kan ikke skrive til {}: {error}", path.display())
            }
            Self::OutBusy(path) => format!(
                "en anden kørsel skriver netop nu til {}; vælg en anden mappe, eller prøv igen, når den er færdig",
                path.display()
            ),
            Self::PupilUnknown(pupil) => format!(
                "ingen elev i praktik på skolen hedder {pupil}; skriv nøglen, som den står i apprentices.csv"
            ),
            Self::ClassUnknown(class) => format!("skemaet har ingen klasse {class}"),
            Self::NobodyToResemble => "skolen har endnu ingen elev i praktik, så ingen ved, hvad sådan en skal have; skriv én i apprentices.csv".to_owned(),
            Self::LessonUnknown(key) => format!("der er ingen lektion {key}; skriv dens id i timetable.csv eller linjenummeret på dens første række"),
            Self::SlotUnknown(slot) => format!("{slot} er ikke en lektion i skolens uge; skriv fx 'tir 3'"),
            Self::PageUnusable(error) => format!("kan ikke vise siden: {error}"),
            Self::BrowserUnusable(error) => format!("der kunne ikke startes nogen browser ({error}); åbn selv adressen"),
            Self::Unprinted(error) => format!("kan ikke udskrive svaret: {error}"),
            Self::JudgedWrong(found) => format!(
                "programmets egen dommer afviser svaret, så intet er skrevet; det er en fejl i programmet, meld den gerne: {found}"
            ),
        }
    }

    pub(super) fn swedish(&self) -> String {
        match self {
            Self::Faulty => "ett schema med sådana fel kan inte repareras; rätta dem, eller fortsätt med --accept-faults: lektioner som krockar flyttas då tillsammans".to_owned(),
            Self::OutIsSchool(path) => format!(
                "--out {} är skolans egen mapp; välj en annan, så att det inlästa schemat inte skrivs över",
                path.display()
            ),
            Self::OutIsASchool(path) => format!(
                "--out {} innehåller apprentices.csv och är alltså en skolas mapp; välj en annan, så att dess schema inte skrivs över",
                path.display()
            ),
            Self::OutIsKept(path) => format!(
                "exporten skulle skriva över {}, som hör till skolan eller förslaget; välj en annan --out",
                path.display()
            ),
            Self::WeekUnknown(written) => format!("--week {written} är ingen vecka; skriv ett datum, vid flera veckor i cykeln med veckans namn: 2026-08-17=A"),
            Self::OutMissing => "--out SCHOOL saknas: mappen för skolan".to_owned(),
            Self::OutNotEmpty(path) => format!(
                "{} är inte tom; välj en ny mapp, så att inget skrivs över",
                path.display()
            ),
            Self::NoSchool => "inget schema hittades för en sådan skola; pröva en annan --seed eller en annan storlek".to_owned(),
            Self::TooManyPupils { wanted, most } => format!(
                "en sådan skola har inte {wanted} elever som kan vara på praktik; --pupils kan vara högst {most}, eller skolan större"
            ),
            Self::OutUnusable { path, error } => {
                format!("kan inte skriva till {}: {error}", path.display())
            }
            Self::OutBusy(path) => format!(
                "en annan körning skriver just nu till {}; välj en annan mapp, eller försök igen när den är klar",
                path.display()
            ),
            Self::PupilUnknown(pupil) => format!(
                "ingen elev på praktik i skolan heter {pupil}; skriv nyckeln som den står i apprentices.csv"
            ),
            Self::ClassUnknown(class) => format!("schemat har ingen klass {class}"),
            Self::NobodyToResemble => "skolan har ännu ingen elev på praktik, så ingen vet vad en sådan behöver; skriv in en i apprentices.csv".to_owned(),
            Self::LessonUnknown(key) => format!("det finns ingen lektion {key}; skriv dess id i timetable.csv eller radnumret för dess första rad"),
            Self::SlotUnknown(slot) => format!("{slot} är ingen lektion i skolans vecka; skriv till exempel 'tis 3'"),
            Self::PageUnusable(error) => format!("kan inte visa sidan: {error}"),
            Self::BrowserUnusable(error) => format!("ingen webbläsare kunde startas ({error}); öppna adressen själv"),
            Self::Unprinted(error) => format!("kan inte skriva ut svaret: {error}"),
            Self::JudgedWrong(found) => format!(
                "programmets egen domare avvisar svaret, så inget är skrivet; det är ett fel i programmet, anmäl det gärna: {found}"
            ),
        }
    }
}
