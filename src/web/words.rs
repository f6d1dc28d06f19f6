//! The page's own words, in each language.
//!
//! What other renderings say too, such as days and points, is worded in [`report`](crate::report).

use super::downloads::Download;
use super::shelf::Unkept;
use crate::domain::Language;
use crate::words::{labels, pick};

labels! {
    /// Headings, buttons and sentences, by what they are for.
    pub(super) struct Words {
        a_school: "En skole", "En skola", "A school";
        skip: "Spring til indholdet", "Hoppa till innehållet", "Skip to the content";
        language: "Sprog", "Språk", "Language";
        pages: "Sider", "Sidor", "Pages";
        guide: "Vejledning", "Handledning", "Guide";
        guide_in_english:
            "Denne side findes kun på engelsk.",
            "Den här sidan finns bara på engelska.",
            "This page is written in English only.";
        tab_school: "Oversigt", "Översikt", "Overview";
        tab_timetable: "Skema", "Schema", "Timetable";
        tab_pupils: "Elever i praktik", "Elever på praktik", "Apprentices";
        tab_days: "Hvilken dag?", "Vilken dag?", "Which day?";
        tab_whatif: "Hvad nu hvis?", "Tänk om?", "What if?";
        tab_plans: "Planer", "Planer", "Plans";
        start_title:
            "Ingen elev i praktik skal miste kernefag",
            "Ingen elev på praktik ska missa kärnämnen",
            "Let no apprentice miss a core lesson";
        start_lead:
            "Læg skemaet ind, og se, hvilke lektioner eleverne mister, hvilken dag der passer hvem, og den mindste ændring, der løser det.",
            "Lägg in schemat och se vilka lektioner eleverna missar, vilken dag som passar vem, och den minsta ändring som löser det.",
            "Hand over the timetable and see which lessons apprentices miss, which day suits whom, and the smallest change that mends it.";
        load_title: "Skolens filer", "Skolans filer", "Your school's files";
        load_lead:
            "Slip skemaet her, som det er: et regneark med dage og lektioner, en liste, filer fra Untis, FET, aSc eller XHSTT, en zip-fil eller skolens mappe.",
            "Släpp schemat här som det är: en arbetsbok med dagar och lektioner, en lista, filer från Untis, FET, aSc eller XHSTT, en zip-fil eller skolans mapp.",
            "Drop the timetable here as it is: a workbook of days and periods, a list, files of Untis, FET, aSc or XHSTT, a zip file or the school's folder.";
        choose_files: "Vælg filer", "Välj filer", "Choose files";
        choose_folder: "eller en mappe", "eller en mapp", "or a folder";
        load: "Læs filerne", "Läs filerna", "Read the files";
        load_privacy:
            "Intet forlader denne computer. Filerne læses af det program, du startede, og er væk, når det slutter.",
            "Inget lämnar den här datorn. Filerna läses av programmet som du startade och är borta när det avslutas.",
            "Nothing leaves this computer. The files are read by the program that you started, and are gone when it ends.";
        load_again: "Læg filerne ind igen", "Lägg in filerna igen", "Hand over the files again";
        open_schools: "Åbne skoler", "Öppna skolor", "Open schools";
        kept_plans: "Planer", "Planer", "Plans";
        open_plan: "Åbn", "Öppna", "Open";
        plan_unreadable:
            "Denne plan kan ikke læses; dens filer er ændret eller mangler:",
            "Den här planen går inte att läsa; dess filer är ändrade eller saknas:",
            "This plan cannot be read; its files were changed or are missing:";
        errors_title:
            "Fejl, der først skal rettes",
            "Fel som måste rättas först",
            "Errors to mend first";
        errors_lead:
            "Ret disse celler her, eller i dine filer, og læg dem ind igen. Dine egne filer ændres ikke.",
            "Rätta de här cellerna här, eller i dina filer, och lägg in dem igen. Dina egna filer ändras inte.",
            "Mend these cells here, or in your files, and hand them over again. Your own files are not changed.";
        mend: "Ret", "Rätta", "Mend";
        core_title: "Er det kernefag?", "Är det kärnämnen?", "Are these core subjects?";
        core_lead:
            "Af dem må ingen elev i praktik miste en lektion.",
            "Av dem får ingen elev på praktik missa en lektion.",
            "Of those, no apprentice may miss a lesson.";
        core_no: "nej", "nej", "no";
        core_go_on: "Gå videre", "Gå vidare", "Go on";
        warnings_title: "Værd at se på", "Värt att titta på", "Worth a look";
        the_row: "Rækken i filen", "Raden i filen", "The row in the file";
        clashes_title:
            "Lektioner, der allerede ligger oven i hinanden",
            "Lektioner som redan krockar",
            "Lessons that clash already";
        clashes_lead:
            "Ret dem i dine filer, eller gå videre: lektioner, der ligger oven i hinanden, flyttes så sammen.",
            "Rätta dem i dina filer eller gå vidare: lektioner som krockar flyttas då tillsammans.",
            "Mend them in your files, or go on: lessons that clash then move as one.";
        accept_clashes: "Gå videre med dem", "Gå vidare med dem", "Go on with them";
        the_plan: "Planen", "Planen", "The plan";
        not_solved: "Ingen plan endnu.", "Ingen plan ännu.", "No plan yet.";
        out_of_date:
            "Dine ønsker er ændret. Det viste er planen fra før.",
            "Dina önskemål har ändrats. Det som visas är planen från förut.",
            "Your wishes changed. What is shown is the plan from before.";
        solve: "Find den mindste ændring", "Hitta den minsta ändringen", "Find the smallest change";
        solving: "Søger …", "Söker …", "Searching …";
        stop: "Stop", "Stopp", "Stop";
        undo: "Fortryd", "Ångra", "Undo";
        redo: "Gentag", "Gör om", "Redo";
        proven_share:
            "Hvor mange af pointene der bevisligt er nødvendige",
            "Hur många av poängen som bevisligen behövs",
            "How much of the points is proven to be needed";
        judged_wrong:
            "Programmets egen dommer afviser svaret, så det vises ikke. Det er en fejl i programmet; meld den gerne.",
            "Programmets egen domare avvisar svaret, så det visas inte. Det är ett fel i programmet; anmäl det gärna.",
            "The program's own judge refuses the answer, so it is not shown. This is a defect of the program; please report it.";
        why: "Hvorfor?", "Varför?", "Why?";
        which_seat:
            "Hvilken ene plads mere ville spare mest?",
            "Vilken enda plats till skulle spara mest?",
            "Which one seat more would save most?";
        why_follows: "Grunden følger.", "Skälet följer.", "The reason follows.";
        best_effort:
            "Tillad, at obligatoriske lektioner mistes, hvor intet andet går",
            "Låt obligatoriska lektioner missas där inget annat går",
            "Let required lessons be missed where nothing else works";
        wishes: "Dine ønsker", "Dina önskemål", "Your wishes";
        held_at: "bliver", "stannar", "stays on";
        barred_from: "ikke", "inte", "not on";
        reckoned_as: "Regnet som", "Räknat som", "Reckoned as";
        take_back: "Tag tilbage", "Ta tillbaka", "Take back";
        missed_now:
            "Hvad eleverne mister, som det er nu",
            "Vad eleverna missar som det är nu",
            "What apprentices miss as things stand";
        still_missed:
            "Hvad eleverne stadig mister",
            "Vad eleverna fortfarande missar",
            "What apprentices still miss";
        nothing_missed:
            "Ingen elev i praktik mister en lektion i kernefag.",
            "Ingen elev på praktik missar en lektion i kärnämnen.",
            "No apprentice misses a core lesson.";
        required_missed:
            "Obligatoriske lektioner, der mistes",
            "Obligatoriska lektioner som missas",
            "Required periods missed";
        desired_missed:
            "Ønskede lektioner, der mistes",
            "Önskade lektioner som missas",
            "Desired periods missed";
        no_apprentices:
            "Skolen har endnu ingen elev i praktik.",
            "Skolan har ännu ingen elev på praktik.",
            "The school has no apprentice yet.";
        add_one: "Tilføj en", "Lägg till en", "Add one";
        what_changes: "Hvad der ændres", "Vad som ändras", "What changes";
        downloads: "Tag med", "Ta med", "Take along";
        lesson: "lektion", "lektion", "lesson";
        lessons: "lektioner", "lektioner", "lessons";
        lessons_changed: "Lektioner, der ændres", "Lektioner som ändras", "Lessons changed";
        from: "fra", "från", "from";
        to: "til", "till", "to";
        points: "point", "poäng", "points";
        points_in_all: "Point i alt", "Poäng totalt", "Points in all";
        pupil: "elev", "elev", "pupil";
        class: "klasse", "klass", "class";
        classes: "klasser", "klasser", "classes";
        teachers: "lærere", "lärare", "teachers";
        rooms: "lokaler", "salar", "rooms";
        level: "behov", "behov", "need";
        apprentices: "elever i praktik", "elever på praktik", "apprentices";
        show: "Vis", "Visa", "Show";
        is_locked:
            "Den er låst i filen og beholder sin plads.",
            "Den är låst i filen och behåller sin plats.",
            "It is locked in the file and keeps its place.";
        hold_here: "Hold den her", "Håll den här", "Keep it here";
        release: "Lad den flytte igen", "Låt den flytta igen", "Let it move again";
        not_here: "Ikke på dette tidspunkt", "Inte vid den här tiden", "Not at this time";
        put_here: "Læg den her", "Lägg den här", "Put it here";
        what_elsewhere:
            "Hvad ville en anden tid koste?",
            "Vad skulle en annan tid kosta?",
            "What would another time cost?";
        here_now: "her nu", "här nu", "here now";
        dear_slot:
            "koster så mange point mere",
            "kostar så många poäng mer",
            "costs so many points more";
        impossible: "ikke muligt", "inte möjligt", "not possible";
        apprentices_title: "Hvem er væk hvornår", "Vem är borta när", "Who is away when";
        away: "væk", "borta", "away";
        place: "sted", "plats", "place";
        change: "ændring", "ändring", "change";
        remove_pupil: "Fjern", "Ta bort", "Remove";
        add_pupil: "Tilføj en elev i praktik", "Lägg till en elev på praktik", "Add an apprentice";
        key_help:
            "Elev: en nøgle som 8A-03, aldrig et CPR-nummer.",
            "Elev: en nyckel som 8A-03, aldrig ett personnummer.",
            "Pupil: a key such as 8A-03, never a personal number.";
        not_changed: "Intet blev ændret:", "Inget ändrades:", "Nothing was changed:";
        overtaken:
            "Intet blev ændret: skolen er ændret i et andet vindue, efter at denne side blev vist.",
            "Inget ändrades: skolan har ändrats i ett annat fönster efter att den här sidan visades.",
            "Nothing was changed: another window changed the school after this page was shown.";
        see_now: "Se, hvordan det er nu", "Se hur det är nu", "See how it is now";
        has_joined: "er i praktik nu", "är på praktik nu", "is an apprentice now";
        has_left:
            "er ikke længere i praktik",
            "är inte på praktik längre",
            "is no apprentice any more";
        is_away_otherwise:
            "er nu væk på en anden måde",
            "är nu borta på ett annat sätt",
            "is away otherwise now";
        wished_otherwise:
            "nu ønskes noget andet",
            "nu önskas något annat",
            "something else is wished now";
        effort_changed:
            "Det er ændret, om obligatoriske lektioner må mistes.",
            "Det har ändrats om obligatoriska lektioner får missas.",
            "It was changed whether required lessons may be missed.";
        reliefs_changed:
            "En vej ud blev valgt eller taget tilbage.",
            "En utväg valdes eller togs tillbaka.",
            "A way out was chosen or taken back.";
        days_title: "Hvilken dag passer hvem?", "Vilken dag passar vem?", "Which day suits whom?";
        price_of_days: "hver dags pris", "varje dags pris", "the price of each day";
        calculate: "Beregn igen", "Beräkna igen", "Calculate again";
        now: "nu", "nu", "now";
        choose: "Vælg", "Välj", "Choose";
        keep_title: "Gem denne plan", "Spara den här planen", "Keep this plan";
        keep: "Gem", "Spara", "Keep";
        plan_name: "navn", "namn", "name";
        solve_first:
            "Der er ingen færdig plan at gemme: find først den mindste ændring.",
            "Det finns ingen färdig plan att spara: hitta först den minsta ändringen.",
            "There is no finished plan to keep: find the smallest change first.";
        saved_on_disk:
            "Planer gemmes på denne computer i den mappe, der blev angivet ved start, og overskrives aldrig.",
            "Planer sparas på den här datorn i mappen som angavs vid start och skrivs aldrig över.",
            "Plans are saved on this computer in the folder that was named at start, and never overwritten.";
        not_saved:
            "Planer huskes kun, til programmet slutter. Start det med --plans og en mappe for at gemme dem.",
            "Planer minns bara tills programmet avslutas. Starta det med --plans och en mapp för att spara dem.",
            "Plans are kept only until the program ends. Start it with --plans and a folder to save them.";
        compared: "Planer side om side", "Planer sida vid sida", "Plans side by side";
        proof: "Bevis", "Bevis", "Proof";
        proven: "bevist billigst", "bevisat billigast", "proven cheapest";
        unproven: "ikke bevist", "inte bevisat", "not proven";
        fewest: "færrest", "minst", "fewest";
        saved: "gemt på disken", "sparad på disken", "saved on disk";
        kept: "ikke gemt", "inte sparad", "not saved";
        waiting:
            "Venter; beregninger før denne:",
            "Väntar; beräkningar före denna:",
            "Waiting; solves before this one:";
        broken:
            "Forbindelsen blev afbrudt. Kører programmet stadig?",
            "Anslutningen bröts. Körs programmet fortfarande?",
            "The connection broke. Is the program still running?";
    }
}

/// What a file is for.
pub(super) const fn download(file: Download, language: Language) -> &'static str {
    pick!(language, match file {
        Download::Report =>
            "rapporten til at læse og printe: hvad der ændres og hvorfor, og listen til at føre det ud i livet",
            "rapporten att läsa och skriva ut: vad som ändras och varför, och listan att genomföra",
            "the report to read and print: what changes and why, and the list to carry out";
        Download::Plans =>
            "en plan for hver elev i praktik, ark til klasseteam og lærere, og kalendere",
            "en plan för varje elev på praktik, blad för arbetslag och lärare, och kalendrar",
            "a plan for each apprentice, sheets for class teams and teachers, and calendars";
        Download::Workbook =>
            "hele skolen med de ændrede celler markeret",
            "hela skolan med de ändrade cellerna markerade",
            "the whole school with the changed cells marked";
        Download::Timetable =>
            "skemaet til at læse tilbage i jeres program",
            "schemat att läsa tillbaka i ert program",
            "the timetable to read back into your program";
        Download::Changes =>
            "hvad der flyttes, linje for linje",
            "vad som flyttas, rad för rad",
            "what moves, line by line";
        Download::Pupils =>
            "hvad hver elev beholder og mister",
            "vad varje elev behåller och missar",
            "what each apprentice keeps and misses";
        Download::Apprentices =>
            "eleverne i praktik, som de er nu",
            "eleverna på praktik som de är nu",
            "the apprentices as they are now";
        Download::Solution =>
            "svaret til programmer",
            "svaret för program",
            "the answer for programs";
    })
}

/// Why a plan is not kept.
pub(super) const fn unkept(unkept: Unkept, language: Language) -> &'static str {
    pick!(language, match unkept {
        Unkept::Nameless =>
            "Giv planen et navn på 1 til 60 tegn.",
            "Ge planen ett namn på 1 till 60 tecken.",
            "Give the plan a name of 1 to 60 signs.";
        Unkept::NameTaken =>
            "Der er allerede en plan med det navn; intet overskrives nogensinde.",
            "Det finns redan en plan med det namnet; inget skrivs någonsin över.",
            "There is a plan of that name already; nothing is ever overwritten.";
        Unkept::Unsolved =>
            "Der er ingen færdig plan at gemme: find først den mindste ændring.",
            "Det finns ingen färdig plan att spara: hitta först den minsta ändringen.",
            "There is no finished plan to keep: find the smallest change first.";
        Unkept::Unwritten =>
            "Planen kunne ikke skrives til disken; den er ikke gemt.",
            "Planen gick inte att skriva till disken; den är inte sparad.",
            "The plan could not be written to the disk; it is not saved.";
    })
}
