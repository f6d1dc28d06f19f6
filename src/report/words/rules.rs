//! What each rule asks, and what each kind of points is for.

use super::Words;
use crate::domain::{Language, Price, Rule};
use crate::words::pick;

/// A rule or a kind of points in words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Help {
    /// A few words for a table.
    pub(crate) title: &'static str,
    /// A sentence or two that say exactly what counts.
    pub(crate) text: &'static str,
}

impl Words {
    /// What a rule asks.
    pub(crate) const fn rule(self, rule: Rule) -> Help {
        Help { title: rule_title(rule, self.language), text: rule_text(rule, self.language) }
    }

    /// What a kind of points is for.
    pub(crate) const fn price(self, price: Price) -> Help {
        Help { title: price_title(price, self.language), text: price_text(price, self.language) }
    }
}

const fn rule_title(rule: Rule, language: Language) -> &'static str {
    pick!(language, match rule {
        Rule::Grid =>
            "lektioner ligger inden for skemaet",
            "lektioner ligger inom schemat",
            "lessons lie within the timetable";
        Rule::Exchange =>
            "lokaler byttes kun med samme type",
            "salar byts bara mot samma typ",
            "rooms are exchanged like for like";
        Rule::ClassClash =>
            "én lektion ad gangen for en klasse",
            "en lektion åt gången för en klass",
            "one lesson at a time for a class";
        Rule::TeacherClash =>
            "én lektion ad gangen for en lærer",
            "en lektion åt gången för en lärare",
            "one lesson at a time for a teacher";
        Rule::RoomClash =>
            "et lokale overfyldes ikke",
            "en sal blir inte överfull",
            "a room is not overfilled";
        Rule::TeacherUnavailable =>
            "lærere er til rådighed",
            "lärare är tillgängliga",
            "teachers are available";
        Rule::RoomUnavailable =>
            "lokaler er til rådighed",
            "salar är tillgängliga",
            "rooms are available";
        Rule::Locked =>
            "låste lektioner bliver liggende",
            "låsta lektioner ligger kvar",
            "locked lessons stay";
        Rule::RequiredMissed =>
            "ingen obligatorisk lektion mistes",
            "ingen obligatorisk lektion missas",
            "no required lesson is missed";
        Rule::ClassGaps =>
            "ingen nye mellemtimer for klasser",
            "inga nya håltimmar för klasser",
            "no new gaps for classes";
        Rule::SubjectPerDay =>
            "ikke for meget af et fag på en dag",
            "inte för mycket av ett ämne på en dag",
            "not too much of a subject on a day";
        Rule::Break =>
            "ingen lektion hen over en pause",
            "ingen lektion över en rast",
            "no lesson across a break";
        Rule::TeacherPerDay =>
            "ikke for lange dage for lærere",
            "inte för långa dagar för lärare",
            "not too long days for teachers";
        Rule::ClassHours =>
            "klasser beholder deres skoletid",
            "klasser behåller sin skoltid",
            "classes keep their hours";
        Rule::PlaceFull =>
            "intet praktiksted overfyldes",
            "ingen praktikplats blir överfull",
            "no place is overfilled";
        Rule::TooFar =>
            "ingen skal være to steder",
            "ingen ska vara på två ställen",
            "nobody has to be at two sites";
        Rule::OneDay =>
            "alle på et sted er der på de samme dage",
            "alla på en plats är där på samma dagar",
            "all at a place are there on the same days";
        Rule::ClassUnavailable =>
            "klasser er til rådighed",
            "klasser är tillgängliga",
            "classes are available";
        Rule::Allowed =>
            "lektioner ligger, hvor de må",
            "lektioner ligger där de får",
            "lessons are where they may be";
        Rule::Apart =>
            "lektioner på hver sin dag",
            "lektioner på var sin dag",
            "lessons on different days";
        Rule::Unplaced =>
            "hver lektion har en plads",
            "varje lektion har en plats",
            "every lesson has a place";
        Rule::Away =>
            "elever i praktik er væk, som de må",
            "praktikelever är borta som de får",
            "apprentices are away as they may";
    })
}

const fn rule_text(rule: Rule, language: Language) -> &'static str {
    pick!(language, match rule {
        Rule::Grid =>
            "En lektion, der flyttes, ligger i hele sin længde på én dag og i timer, som skolens uge har.",
            "En lektion som flyttas ligger i hela sin längd på en dag och i tider som skolans vecka har.",
            "All periods of a lesson that moves are on one day and are periods of the school's week.";
        Rule::Exchange =>
            "En lektion beholder hvert lokale i hele sin længde eller får et andet af samme type; et lokale uden type byttes aldrig.",
            "En lektion behåller varje sal i hela sin längd eller får en annan av samma typ; en sal utan typ byts aldrig.",
            "A lesson keeps each room for all its periods or takes another of the same kind; a room without a kind is never exchanged.";
        Rule::ClassClash =>
            "To lektioner for en klasse ligger kun samtidig, hvis forskellige hold i samme inddeling har dem.",
            "Två lektioner för en klass ligger samtidigt bara om olika grupper i samma indelning har dem.",
            "Two lessons of a class are at the same time only if different parts of one division attend them.";
        Rule::TeacherClash =>
            "Ingen lærer har to lektioner på samme tid i samme uge.",
            "Ingen lärare har två lektioner samtidigt i samma vecka.",
            "No teacher has two lessons in the same slot of the same week.";
        Rule::RoomClash =>
            "Et lokale har højst så mange lektioner ad gangen, som `parallelle` siger, ellers én.",
            "En sal har högst så många lektioner åt gången som `parallella` säger, annars en.",
            "A room has at most as many lessons at once as `parallel` says, else one.";
        Rule::TeacherUnavailable =>
            "Ingen lektion lægges, hvor en af dens lærere ikke er til rådighed.",
            "Ingen lektion läggs där en av dess lärare inte är tillgänglig.",
            "No lesson is put where one of its teachers is unavailable.";
        Rule::RoomUnavailable =>
            "Ingen lektion lægges, hvor et af dens lokaler ikke er til rådighed.",
            "Ingen lektion läggs där en av dess salar inte är tillgänglig.",
            "No lesson is put where one of its rooms is unavailable.";
        Rule::Locked =>
            "En låst lektion beholder dag, lektionsnummer og lokaler.",
            "En låst lektion behåller dag, lektionsnummer och salar.",
            "A locked lesson keeps its day, its period and its rooms.";
        Rule::RequiredMissed =>
            "Ingen elev i praktik går glip af en lektion i et obligatorisk kernefag, som eleven har: fordi eleven er væk, har en anden lektion eller er undervejs.",
            "Ingen praktikelev är borta under en lektion i ett obligatoriskt kärnämne som eleven har.",
            "No apprentice is away during a lesson of a required core subject that he or she attends.";
        Rule::ClassGaps =>
            "En klasse har ikke flere mellemtimer på en dag, end den havde den dag. En mellemtime er en time uden lektion mellem dagens første og sidste.",
            "En klass har inte fler håltimmar på en dag än den hade den dagen. En håltimme är en tid utan lektion mellan dagens första och sista.",
            "A class has no more gaps on a day than it had on that day. A gap is a period without a lesson between the first and the last of the day.";
        Rule::SubjectPerDay =>
            "En klasse har højst `max pr dag` lektioner i et fag på en dag (ellers 2), eller så mange som på den dag, hvor den havde flest.",
            "En klass har högst `max per dag` lektioner i ett ämne på en dag (annars 2), eller så många som på den dag då den hade flest.",
            "A class has at most `max_per_day` periods of a subject on a day (default 2), or as many as it had on its fullest day.";
        Rule::Break =>
            "En lektion på flere timer går ikke hen over en pause, medmindre den gjorde det og bliver liggende.",
            "En lektion på flera pass går inte över en rast, om den inte gjorde det och ligger kvar.",
            "A lesson of several periods does not run across a break, unless it did and stays.";
        Rule::TeacherPerDay =>
            "En lærer har højst `max pr dag` lektioner på en dag, eller så mange som før på den dag.",
            "En lärare har högst `max per dag` lektioner på en dag, eller så många som tidigare den dagen.",
            "A teacher has at most `max_per_day` periods on a day, or as many as on that day before.";
        Rule::ClassHours =>
            "En klasse har ingen lektion før `earliest` eller efter `latest`, undtagen hvor den havde en.",
            "En klass har ingen lektion före `earliest` eller efter `latest`, utom där den hade en.",
            "A class has no lesson before `earliest` or after `latest`, except where it had one.";
        Rule::PlaceFull =>
            "Et praktiksted har højst så mange elever på en dag, som `pladser` siger for den dag, og i alt højst så mange, som en række uden dag siger.",
            "En praktikplats har högst så många elever på en dag som `platser` säger för den dagen, och totalt högst så många som en rad utan dag säger.",
            "A place has at most as many apprentices on a day as `pupils` says for it, and in all as a row without a day says.";
        Rule::TooFar =>
            "Mellem to lektioner for en lærer eller en klasse på hver sin afdeling er der så mange minutter, som `travel.csv` siger, medmindre begge ligger, hvor de lå.",
            "Mellan två lektioner för en lärare eller en klass på olika enheter är det så många minuter som `travel.csv` säger, om inte båda ligger där de låg.",
            "Between two lessons of a teacher or a class at different sites there are as many minutes as `travel.csv` says, unless both are where they were.";
        Rule::OneDay =>
            "Alle elever på et praktiksted med `fælles dage` er væk på de samme dage.",
            "Alla elever på en praktikplats med `gemensamma dagar` är borta på samma dagar.",
            "All apprentices at a place with `one_day` are away on the same days.";
        Rule::ClassUnavailable =>
            "Ingen lektion, der flyttes eller får en plads, lægges, hvor en af dens klasser ikke er til rådighed.",
            "Ingen lektion som flyttas eller får en plats läggs där en av dess klasser inte är tillgänglig.",
            "No lesson that moves, or gets a place, is put where one of its classes is unavailable.";
        Rule::Allowed =>
            "Ingen række af en lektion, der flyttes eller får en plads, ligger uden for sine egne `tilladt`.",
            "Ingen rad av en lektion som flyttas eller får en plats ligger utanför sina egna `tillåten`.",
            "No row of a lesson that moves, or gets a place, is outside its own `allowed` slots.";
        Rule::Apart =>
            "En klasse har på en dag højst én lektion med det samme mærke i `adskilt`, eller så mange som på den dag, hvor den havde flest.",
            "En klass har på en dag högst en lektion med samma märke i `åtskild`, eller så många som på den dag då den hade flest.",
            "A class has on a day at most one lesson with one label in `apart`, or as many as on the day on which it had most.";
        Rule::Unplaced =>
            "En lektion uden dag i skemaet får en plads i forslaget.",
            "En lektion utan dag i schemat får en plats i förslaget.",
            "A lesson without a day in the timetable gets a place in the proposal.";
        Rule::Away =>
            "Hver elev i praktik får en af de muligheder, der er skrevet for eleven, og alle med samme `sammen` den samme.",
            "Varje praktikelev får ett av de alternativ som är skrivna för eleven, och alla med samma `tillsammans` får samma.",
            "Each apprentice is given one of the alternatives written for the pupil, and all with the same `together` label the same one.";
    })
}

const fn price_title(price: Price, language: Language) -> &'static str {
    pick!(language, match price {
        Price::OtherDay =>
            "flyttet til en anden dag",
            "flyttad till en annan dag",
            "moved to another day";
        Price::SameDay =>
            "flyttet inden for dagen",
            "flyttad inom dagen",
            "moved within the day";
        Price::Bystander =>
            "flyttet for en klasse uden elever i praktik",
            "flyttad för en klass utan praktikelever",
            "moved for a class without apprentices";
        Price::NewSlot =>
            "klasse i skole på et nyt tidspunkt",
            "klass i skolan på en ny tid",
            "class at school at a new time";
        Price::Room =>
            "andet lokale",
            "annan sal",
            "other room";
        Price::TeacherDay =>
            "lærer på skolen en ny dag",
            "lärare i skolan en ny dag",
            "teacher at school on a new day";
        Price::TeacherGap =>
            "ny mellemtime for en lærer",
            "ny håltimme för en lärare",
            "new gap for a teacher";
        Price::Desired =>
            "ønsket lektion mistes",
            "önskad lektion missas",
            "desired lesson missed";
        Price::Wish =>
            "ønske sprunget over",
            "önskemål överhoppat",
            "wish passed over";
        Price::Unplaced =>
            "elev uden praktiksted",
            "elev utan praktikplats",
            "pupil without a placement";
        Price::Required =>
            "obligatorisk lektion mistes",
            "obligatorisk lektion missas",
            "required lesson missed";
    })
}

const fn price_text(price: Price, language: Language) -> &'static str {
    pick!(language, match price {
        Price::OtherDay =>
            "For hver klasse og lektion, der flyttes til en anden dag.",
            "För varje klass och lektion som flyttas till en annan dag.",
            "For each class and period of a lesson that moves to another day.";
        Price::SameDay =>
            "For hver klasse og lektion, der flyttes til en anden time samme dag.",
            "För varje klass och lektion som flyttas till en annan tid samma dag.",
            "For each class and period of a lesson that moves to another period of the same day.";
        Price::Bystander =>
            "Derudover for hver flyttet lektion i en klasse, som ikke har elever i praktik.",
            "Dessutom för varje flyttad lektion i en klass som inte har praktikelever.",
            "In addition, for each moved period of a class that has no apprentice.";
        Price::NewSlot =>
            "For hver plads i skemaet, hvor en klasse har en lektion og ikke havde nogen.",
            "För varje plats i schemat där en klass har en lektion och inte hade någon.",
            "For each slot in which a class has a lesson and had none.";
        Price::Room =>
            "For hver time med lokale i en lektion, der får et andet lokale.",
            "För varje pass med sal i en lektion som får en annan sal.",
            "For each period with a room of a lesson that takes another room.";
        Price::TeacherDay =>
            "For hver dag, hvor en lærer har en lektion og ikke havde nogen.",
            "För varje dag då en lärare har en lektion och inte hade någon.",
            "For each day on which a teacher has a lesson and had none.";
        Price::TeacherGap =>
            "For hver mellemtime mere end før, pr. lærer og dag, i den uge hvor der er flest.",
            "För varje håltimme mer än tidigare, per lärare och dag, i den vecka där det är flest.",
            "For each gap more than before, per teacher and day, in the week where that is most.";
        Price::Desired =>
            "For hver ønsket lektion, som en elev i praktik mister.",
            "För varje önskad lektion som en praktikelev missar.",
            "For each period of a desired lesson that an apprentice misses.";
        Price::Wish =>
            "For hvert ønske, der står før det, en elev får.",
            "För varje önskemål som står före det som en elev får.",
            "For each wish that stands before the one that a pupil is given.";
        Price::Unplaced =>
            "For hver elev, der får -, selv om der også stod andet.",
            "För varje elev som får -, fast det också stod annat.",
            "For each pupil who is given -, though something else was written too.";
        Price::Required =>
            "Kun med --best-effort: for hver obligatorisk lektion, som en elev i praktik mister.",
            "Bara med --best-effort: för varje obligatorisk lektion som en praktikelev missar.",
            "Only with --best-effort: for each period of a required lesson that an apprentice misses.";
    })
}
