//! What is wrong with what stands in a cell: days, periods, times, numbers, lists.

use super::phrases::meant;
use super::{Wording, wordings};
use crate::domain::Language;
use crate::words::say;

wordings! { language;
    day_unknown(written: &str, nearest: Option<&str>) {
        "\"{written}\" er ikke en ugedag",
        "\"{written}\" är ingen veckodag",
        "\"{written}\" is no weekday";
        help = meant(nearest, language).or_else(|| Some(write_a_day(language)));
    }

    day_too_short(written: &str) {
        "\"{written}\": et enkelt bogstav kan være flere ugedage",
        "\"{written}\": en enda bokstav kan vara flera veckodagar",
        "\"{written}\": a single letter can be several weekdays";
        help = Some(write_a_day(language));
    }

    day_number_mixed(written: &str) {
        "\"{written}\" kan være både en dag og et lektionsnummer",
        "\"{written}\" kan vara både en dag och ett lektionsnummer",
        "\"{written}\" could be a day or a period";
        help "skriv dagen som ord foran hvert lektionsnummer: tors 3+tors 5",
             "skriv dagen som ord före varje lektionsnummer: tors 3+tors 5",
             "write the day as a word before each period: thu 3+thu 5";
    }

    day_is_date(written: &str) {
        "\"{written}\" er en dato, ikke en ugedag",
        "\"{written}\" är ett datum, ingen veckodag",
        "\"{written}\" is a date, not a weekday";
        help "skriv man, tirs …: hver række gælder alle uger, eller dem som kolonnen uge nævner",
             "skriv mån, tis …: varje rad gäller alla veckor, eller dem som kolumnen vecka nämner",
             "write mon, tue …: each row holds for every week, or for those that the column week names";
    }

    period_unreadable(written: &str, likely: Option<&str>) {
        "\"{written}\" er ikke et lektionsnummer",
        "\"{written}\" är inget lektionsnummer",
        "\"{written}\" is no period";
        help = meant(likely, language).or_else(|| Some(write_a_period(language)));
    }

    period_is_date(written: &str, likely: Option<&str>) {
        "\"{written}\" er en dato; et regneark har lavet den af fx 1-2",
        "\"{written}\" är ett datum; ett kalkylprogram har gjort det av t.ex. 1-2",
        "\"{written}\" is a date; a spreadsheet made it of a range such as 1-2";
        help = Some(format_as_text(likely, language));
    }

    period_too_large(written: &str) {
        "\"{written}\": lektionsnumre går fra 0 til 99",
        "\"{written}\": lektionsnummer går från 0 till 99",
        "\"{written}\": periods go from 0 to 99";
        help = Some(write_a_period(language));
    }

    periods_reversed(written: &str) {
        "\"{written}\" slutter, før det begynder",
        "\"{written}\" slutar innan det börjar",
        "\"{written}\" ends before it begins";
        help = Some(write_a_period(language));
    }

    week_list(written: &str) {
        "\"{written}\" nævner mere end én uge",
        "\"{written}\" nämner mer än en vecka",
        "\"{written}\" names more than one week";
        help "lad cellen være tom for alle uger, eller skriv en række for hver uge",
             "lämna cellen tom för alla veckor, eller skriv en rad för varje vecka",
             "leave the cell empty for every week, or write one row for each week";
    }

    yes_no_unknown(written: &str) {
        "\"{written}\" er hverken ja eller nej",
        "\"{written}\" är varken ja eller nej",
        "\"{written}\" is neither yes nor no";
        help "skriv ja eller nej, eller lad den være tom for nej",
             "skriv ja eller nej, eller lämna den tom för nej",
             "write yes or no, or leave it empty for no";
    }

    number_unreadable(written: &str, least: u32, most: u32, likely: Option<u32>) {
        "\"{written}\" er ikke et helt tal fra {least} til {most}",
        "\"{written}\" är inget heltal från {least} till {most}",
        "\"{written}\" is no whole number from {least} to {most}";
        help = meant(likely, language).or_else(|| Some(write_a_number(language)));
    }

    core_unknown(written: &str) {
        "\"{written}\" er hverken required, desired eller no",
        "\"{written}\" är varken required, desired eller no",
        "\"{written}\" is neither required, desired nor no";
        help "required: ingen må gå glip af det; desired: det koster point at gå glip af det; no: ingen af delene",
             "required: ingen får missa det; desired: det kostar poäng att missa det; no: inget av det",
             "required: nobody may miss it; desired: missing it costs points; no: neither";
    }

    group_list(written: &str) {
        "\"{written}\" nævner mere end ét hold",
        "\"{written}\" nämner mer än en grupp",
        "\"{written}\" names more than one group";
        help "skriv en række for hvert hold med samme lektions-id",
             "skriv en rad för varje grupp med samma lektions-id",
             "write one row for each group, with the same lesson id";
    }

    group_incomplete(written: &str) {
        "\"{written}\" nævner ingen del af en klasse",
        "\"{written}\" nämner ingen del av en klass",
        "\"{written}\" names no part of a class";
        help "skriv deling:hold, fx sprog:TYS, eller kun holdet",
             "skriv delning:grupp, t.ex. språk:TY, eller bara gruppen",
             "write division:part, such as lang:TYS, or just the part";
    }

    away_incomplete(written: &str) {
        "\"{written}\" har en tom mulighed",
        "\"{written}\" har ett tomt alternativ",
        "\"{written}\" has an empty alternative";
        help "skriv tirs, eller tors 3-6, eller tirs|tors, eller any",
             "skriv tis, eller tors 3-6, eller tis|tors, eller any",
             "write tue, or thu 3-6, or tue|thu, or any";
    }

    away_unjoined(written: &str, both: &str, either: &str) {
        "\"{written}\": kun + og | forbinder dage",
        "\"{written}\": bara + och | förbinder dagar",
        "\"{written}\": only + and | join days";
        help "skriv {both}, hvis det er dem alle, {either}, hvis der vælges én",
             "skriv {both} om det är alla, {either} om en väljs",
             "write {both} if it is all of them, {either} if one is chosen";
    }

    any_not_alone(written: &str) {
        "\"{written}\": any skal stå alene",
        "\"{written}\": any ska stå ensamt",
        "\"{written}\": any stands alone";
        help "skriv any alene, eller nævn mulighederne",
             "skriv any ensamt, eller räkna upp alternativen",
             "write any alone, or list the alternatives";
    }

    away_outside_grid(written: &str) {
        "\"{written}\" er på et tidspunkt, hvor skolen ikke har lektioner",
        "\"{written}\" är på en tid då skolan inte har lektioner",
        "\"{written}\" is at a time when the school has no lessons";
        help = Some(look_at_the_time(language));
    }

    time_outside_grid(written: &str) {
        "\"{written}\" er på et tidspunkt, hvor skolen ikke har lektioner, og tæller derfor ikke",
        "\"{written}\" är på en tid då skolan inte har lektioner och räknas därför inte",
        "\"{written}\" is at a time when the school has no lessons, so it counts for nothing";
        help = Some(look_at_the_time(language));
    }

    time_unreadable(written: &str) {
        "\"{written}\" er ikke et klokkeslæt",
        "\"{written}\" är inget klockslag",
        "\"{written}\" is no time of day";
        help "skriv 08:00 eller 8.00", "skriv 08:00 eller 8.00", "write 08:00 or 8.00";
    }

    times_reversed(written: &str) {
        "\"{written}\" er tidligere end klokkeslættet før",
        "\"{written}\" är tidigare än klockslaget före",
        "\"{written}\" is earlier than the time before";
    }

    list_unjoined(written: &str, joined: &str) {
        "\"{written}\": kun + forbinder punkterne i en liste",
        "\"{written}\": bara + förbinder punkterna i en lista",
        "\"{written}\": only + joins the items of a list";
        help "skriv {joined}", "skriv {joined}", "write {joined}";
    }

    change_unknown(written: &str) {
        "\"{written}\" er hverken join, leave eller move",
        "\"{written}\" är varken join, leave eller move",
        "\"{written}\" is neither join, leave nor move";
        help "join: en ny elev i praktik; leave: ikke længere; move: anden dag, klasse eller hold",
             "join: en ny elev på praktik; leave: inte längre; move: annan dag, klass eller grupp",
             "join: a new apprentice; leave: no longer one; move: another day, class or group";
    }
}

/// How days are written.
fn write_a_day(language: Language) -> String {
    say!(
        language,
        "skriv man, tirs, ons … eller mandag, tirsdag …, eller 1 for mandag",
        "skriv mån, tis, ons … eller måndag, tisdag …, eller 1 för måndag",
        "write mon, tue, wed … or monday, tuesday …, or 1 for Monday"
    )
}

/// How periods are written.
fn write_a_period(language: Language) -> String {
    say!(
        language,
        "skriv et tal som 3 eller et spænd som 3-4",
        "skriv ett tal som 3 eller ett intervall som 3-4",
        "write a number such as 3, or a range such as 3-4"
    )
}

/// How numbers are written.
fn write_a_number(language: Language) -> String {
    say!(
        language,
        "skriv et helt tal uden komma eller enhed",
        "skriv ett heltal utan komma eller enhet",
        "write a whole number without a decimal point or unit"
    )
}

/// A spreadsheet made a date of a range.
fn format_as_text(likely: Option<&str>, language: Language) -> String {
    match likely {
        Some(range) => say!(
            language,
            "formatér kolonnen som tekst, og skriv {range} igen",
            "formatera kolumnen som text och skriv {range} igen",
            "format the column as text, then write {range} again"
        ),
        None => say!(
            language,
            "formatér kolonnen som tekst, og skriv spændet igen",
            "formatera kolumnen som text och skriv intervallet igen",
            "format the column as text, then write the range again"
        ),
    }
}

/// A time is one that the school does not have.
fn look_at_the_time(language: Language) -> String {
    say!(
        language,
        "se efter, om dag og lektioner er rigtige",
        "se efter om dagen och lektionerna stämmer",
        "look whether the day and the periods are right"
    )
}
