//! The words of the form about a pupil.

use crate::words::{labels, sentences};

labels! {
    /// What the form says besides names and numbers.
    pub(super) struct Words {
        edit: "Ret", "Ändra", "Change";
        save: "Gem ændringen", "Spara ändringen", "Save the change";
        close: "Luk", "Stäng", "Close";
        away: "Væk fra skolen", "Borta från skolan", "Away from school";
        whole_day: "hele dagen", "hela dagen", "all day";
        any_day: "en hvilken som helst dag", "vilken dag som helst", "any one day";
        other_ways: "Andre muligheder", "Andra alternativ", "Other possibilities";
        or_none: "må også være uden plads", "får också vara utan plats", "may also have no placement";
        as_written: "Som det står i filen", "Som det står i filen", "As the file says it";
        where_else: "sted, hvis et andet", "plats, om en annan", "place, if another";
        place: "Praktiksted", "Praktikplats", "Place";
        groups: "Hold", "Grupper", "Groups";
        no_group: "–", "–", "–";
        more: "Mere om eleven", "Mer om eleven", "More about the pupil";
        together: "Samme dag som (mærke)", "Samma dag som (märke)", "Same day as (label)";
        also: "Gæst i (klasse eller klasse/fag)", "Gäst i (klass eller klass/ämne)", "Guest of (class or class/subject)";
        skips: "Følger ikke (fag)", "Läser inte (ämnen)", "Does not attend (subjects)";
        core: "Elevens kernefag", "Elevens kärnämnen", "The pupil's core subjects";
        core_lead:
            "Uden kryds gælder skolens kernefag.",
            "Utan kryss gäller skolans kärnämnen.",
            "Without ticks the school's core subjects hold.";
        list: "En hel klasse på én gang", "En hel klass på en gång", "A whole class at once";
        list_lead:
            "Indsæt eleverne fra et regneark, en på hver linje: nøgle, og hvis de er anderledes: klasse, væk, hold, sted. Resten tages fra felterne ovenfor.",
            "Klistra in eleverna från ett kalkylblad, en per rad: nyckel, och om de skiljer sig: klass, borta, grupp, plats. Resten tas från fälten ovan.",
            "Paste the pupils from a spreadsheet, one on each line: key, and where they differ: class, away, group, place. The rest is taken from the fields above.";
        add_all: "Tilføj alle", "Lägg till alla", "Add all of them";
    }
}

sentences! {
    /// A wish among several ways to be away.
    pub(super) fn wish(number: usize) in language:
        "{number}. mulighed", "Alternativ {number}", "Possibility {number}";
}
