//! What does not fit together in a school whose cells can all be read.

use super::{Wording, wordings};
use crate::domain::{Day, Language, Period, Slot};
use crate::words::weekday;

wordings! { language;
    no_lessons() {
        "skemaet har ingen rækker", "schemat har inga rader", "the timetable has no rows";
        help "skriv en linje for hver lektion under overskrifterne",
             "skriv en rad för varje lektion under rubrikerna",
             "write one line for each lesson beneath the headings";
    }

    no_apprentices() {
        "der er ingen elever i praktik, så intet skal ændres",
        "det finns inga elever på praktik, så inget behöver ändras",
        "there are no apprentices, so nothing needs to change";
    }

    day_lonely(day: Day, lessons: usize, others: usize) {
        "{day} har kun {lessons} række(r), andre dage op til {others}; lektioner kan nu flyttes dertil",
        "{day} har bara {lessons} rad(er), andra dagar upp till {others}; lektioner kan nu flyttas dit",
        "{day} has only {lessons} row(s), other days up to {others}; lessons may now move to it",
        day = weekday(day, language);
        help "se efter, om dagen er rigtig; er den det, skal intet gøres",
             "se efter om dagen stämmer; gör den det behöver inget göras",
             "look whether the day is right; if it is, nothing needs to be done";
    }

    period_lonely(period: Period, before: Period) {
        "lektion {period}, men intet ligger i lektionerne mellem den og {before}; nu kan timer flyttes dertil",
        "lektion {period}, men inget ligger på lektionerna mellan den och {before}; nu kan lektioner flyttas dit",
        "period {period}, but nothing takes the periods between it and {before}; lessons may now move to them";
        help "se efter, om lektionen er rigtig; periods.csv kan sige, hvilke lektioner der findes",
             "se efter om lektionen är rätt; periods.csv kan säga vilka lektioner som finns",
             "look whether the period is right; periods.csv can say which periods there are";
    }

    range_cut(class: &str, subject: &str, free: Period) {
        "én lektion {subject}, som {class} ellers har i længere timer, og lektion {free} ved siden af er fri",
        "en enda lektion {subject}, som {class} annars har i längre pass, och lektion {free} bredvid är ledig",
        "one period of {subject}, which {class} has in longer lessons elsewhere, and period {free} beside it is free";
        help "se efter, om der var ment flere lektioner, som 3-4; ellers skal der ikke gøres noget",
             "se efter om flera lektioner avsågs, som 3-4; annars behöver inget göras",
             "look whether a range such as 3-4 was meant; if not, nothing needs to be done";
    }

    places_unused() {
        "ingen elev siges at være på et af disse praktiksteder, så de tæller ikke",
        "ingen elev sägs vara på någon av dessa praktikplatser, så de räknas inte",
        "no pupil is said to be at any of these places, so they count for nothing";
        help "skriv hver elevs praktiksted i kolonnen praktiksted i apprentices.csv",
             "skriv varje elevs praktikplats i kolumnen praktikplats i apprentices.csv",
             "name each pupil's place in the column place of apprentices.csv";
    }

    places_unlimited() {
        "intet siger, hvor mange elever et praktiksted tager, så intet sted har en grænse",
        "inget säger hur många elever en praktikplats tar, så ingen plats har en gräns",
        "nothing says how many pupils a place takes, so none has a limit";
        help "skriv antallet i kolonnen elever og ugedagen i kolonnen dag",
             "skriv antalet i kolumnen elever och veckodagen i kolumnen dag",
             "write the number in a column pupils, and its weekday in a column day";
    }

    hours_reversed(class: &str) {
        "{class}: første lektion ligger efter den sidste",
        "{class}: första lektionen ligger efter den sista",
        "{class}: the earliest is after the latest period";
    }

    place_shared(name: &str) {
        "{name} er et sted, som skolerne deles om, og står derfor ikke i skolens egen fil",
        "{name} är en plats som skolorna delar, och står därför inte i skolans egen fil",
        "{name} is a place that the schools share, so it does not stand in a school's own file";
        help
            "fjern linjen her, eller stedet fra den fælles places.csv",
            "ta bort raden här, eller platsen från den gemensamma places.csv",
            "remove the line here, or the place from the shared places.csv";
    }

    place_in_two(name: &str, other: &str) {
        "også {other} har et sted, der hedder {name}; de to regnes for hver sit",
        "även {other} har en plats som heter {name}; de två räknas som var sin",
        "{other} has a place called {name} too; the two count as different ones";
        help
            "er det ét sted, skal det stå i den fælles places.csv og ikke i skolernes egne",
            "om det är en plats ska den stå i den gemensamma places.csv och inte i skolornas egna",
            "if it is one place, it belongs into the shared places.csv and not into the schools' own";
    }

    lines_disagree(name: &str, line: u32) {
        "linje {line} siger noget andet om {name}",
        "rad {line} säger något annat om {name}",
        "line {line} says something else about {name}";
        help "behold den ene af linjerne", "behåll en av raderna", "keep one of the lines";
    }

    together_differs(label: &str, pupil: &str, line: u32) {
        "elever med mærket {label} skal have de samme muligheder i samme rækkefølge, men {pupil} på linje {line} har andre",
        "elever med märket {label} måste ha samma alternativ i samma ordning, men {pupil} på rad {line} har andra",
        "pupils with the label {label} need the same alternatives in the same order, but {pupil} on line {line} has others";
    }

    too_many_weeks(count: usize, most: usize) {
        "{count} forskellige uger; der skelnes højst mellem {most}",
        "{count} olika veckor; högst {most} kan hållas isär",
        "{count} different weeks; at most {most} are told apart";
    }

    lesson_outside_grid(slot: Slot) {
        "skolen har ingen lektion {period} om {day}en",
        "skolan har ingen lektion {period} på {day}ar",
        "the school has no period {period} on {day}s",
        period = slot.period, day = weekday(slot.day, language);
        help "ret rækken, eller tilføj lektionen i periods.csv",
             "rätta raden, eller lägg till lektionen i periods.csv",
             "mend the row, or add the period to periods.csv";
    }
}
