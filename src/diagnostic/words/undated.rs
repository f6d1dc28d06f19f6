//! What is wrong with dates and calendars.

use super::phrases::meant;
use super::{Wording, wordings};
use crate::diagnostic::Undated;
use crate::domain::Language;

/// What is said of it.
pub(super) fn of(undated: &Undated, language: Language) -> Wording {
    match undated {
        Undated::DateUnreadable { written } => date_unreadable(written, language),
        Undated::DatesReversed { written } => dates_reversed(written, language),
        Undated::OccasionUnknown { written } => occasion_unknown(written, language),
        Undated::WeekUnknown { label, known } => week_unknown(label, known, language),
        Undated::TermOpen => term_open(language),
        Undated::TermTooLong { days, most } => term_too_long(*days, *most, language),
        Undated::WeeksUnsaid { labels } => weeks_unsaid(labels, language),
        Undated::WeeksUnreadable { written } => weeks_unreadable(written, language),
        Undated::AbsentUnknown { pupil, nearest } => {
            absent_unknown(pupil, nearest.as_deref(), language)
        }
        Undated::PupilOrClass => pupil_or_class(language),
        Undated::NotesDisagree { name, line } => notes_disagree(name, *line, language),
    }
}

wordings! { language;
    date_unreadable(written: &str) {
        "\"{written}\" er ikke en dato",
        "\"{written}\" är inget datum",
        "\"{written}\" is no date";
        help "skriv 2026-08-10 eller 10.8.2026",
             "skriv 2026-08-17 eller 17.8.2026",
             "write 2026-08-10 or 10.8.2026";
    }

    dates_reversed(written: &str) {
        "\"{written}\" er før den dato, hvor det begynder",
        "\"{written}\" är före det datum då det börjar",
        "\"{written}\" is before the date on which it begins";
    }

    occasion_unknown(written: &str) {
        "\"{written}\" er hverken skolestart, sidste skoledag, ferie eller en uge",
        "\"{written}\" är varken terminsstart, terminsslut, lov eller en vecka",
        "\"{written}\" is neither term start, term end, holiday nor a week";
        help "skriv skolestart, sidste skoledag, ferie (en linje for hver dag) eller uge A",
             "skriv terminsstart, terminsslut, lov (en rad för varje dag) eller vecka A",
             "write term start, term end, holiday (a line for each day) or week A";
    }

    week_unknown(label: &str, known: &[String]) {
        "skemaet har ingen uge {label}, men {known}",
        "schemat har ingen vecka {label}, men {known}",
        "the timetable has no week {label}, but {known}",
        known = known.join(", ");
    }

    term_open() {
        "hertil hører en skolestart før og en sidste skoledag efter",
        "hit hör en terminsstart före och ett terminsslut efter",
        "a term needs a term start and, after it, a term end";
        help "tilføj linjen, der mangler; så længe får ingen en kalender for den tid",
             "lägg till raden som saknas; så länge får ingen en kalender för den tiden",
             "add the line that is missing; until then nobody gets a calendar of that time";
    }

    term_too_long(days: i64, most: i64) {
        "fra skolestart til sidste skoledag er der {days} dage, højst {most} tæller",
        "från terminsstart till terminsslut är det {days} dagar, högst {most} räknas",
        "from term start to term end there are {days} days; at most {most} count";
    }

    weeks_unsaid(labels: &[String]) {
        "skemaet har ugerne {labels}, men kalenderen siger ikke hvornår",
        "schemat har veckorna {labels}, men kalendern säger inte när",
        "the timetable has the weeks {labels}, but the calendar does not say when",
        labels = labels.join(", ");
        help "tilføj en linje med en dato og uge {first}; ugerne derefter følger i rækkefølge",
             "lägg till en rad med ett datum och vecka {first}; veckorna därefter följer i ordning",
             "add a line with a date and week {first}; the weeks after it follow in order",
             first = labels.first().map_or("A", String::as_str);
    }

    weeks_unreadable(written: &str) {
        "\"{written}\" er ikke ugenumre",
        "\"{written}\" är inga veckonummer",
        "\"{written}\" are no numbers of weeks";
        help "skriv uger som 47-49+12; 51-2 går hen over nytår",
             "skriv veckor som 47-49+12; 51-2 går över nyår",
             "write weeks like 47-49+12; 51-2 runs over New Year";
    }

    absent_unknown(pupil: &str, nearest: Option<&str>) {
        "eleven {pupil} står ikke i apprentices.csv",
        "eleven {pupil} finns inte i apprentices.csv",
        "the pupil {pupil} is not in apprentices.csv";
        help = meant(nearest, language);
    }

    pupil_or_class() {
        "en linje er for en elev eller for en klasse, og kun for én af dem",
        "en rad gäller en elev eller en klass, och bara en av dem",
        "a line is for a pupil or for a class, and for one of them only";
        help "udfyld enten pupil eller class", "fyll i antingen pupil eller class", "fill in either pupil or class";
    }

    notes_disagree(name: &str, line: u32) {
        "linje {line} siger noget andet om {name}; den første gælder",
        "rad {line} säger något annat om {name}; den första gäller",
        "line {line} says something else about {name}; the first counts";
        help "behold den ene af linjerne", "behåll en av raderna", "keep one of the lines";
    }
}
