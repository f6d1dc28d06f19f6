//! What the guide is about, page by page, and in which languages each page is there.

use crate::domain::Language;

/// A page of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The first answer in ten minutes.
    Start,
    /// The page to work in.
    Page,
    /// What can be asked about the school as it is.
    Questions,
    /// What can be asked about what may come.
    Futures,
    /// Guests, ways, lessons without a place, and places that choose.
    Guests,
    /// Several schools, and questions as lines.
    District,
    /// Every file and every column.
    Files,
    /// Plans, sheets and calendars.
    Plans,
    /// Other programs' files.
    Programs,
    /// Exit codes and JSON.
    Scripts,
    /// Points, rules, and what is proven.
    Proof,
    /// What is promised, and the tests that try it.
    Promises,
}

/// A page as it was written.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// The language that it is in.
    pub language: Language,
    /// Its Markdown.
    pub markdown: &'static str,
}

impl Topic {
    /// Every page, in the order in which they are read.
    pub const ALL: [Self; 12] = [
        Self::Start,
        Self::Page,
        Self::Questions,
        Self::Futures,
        Self::Guests,
        Self::District,
        Self::Files,
        Self::Plans,
        Self::Programs,
        Self::Scripts,
        Self::Proof,
        Self::Promises,
    ];

    /// The page called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.name() == name)
    }

    /// What it is called on the command line and in addresses, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Page => "page",
            Self::Questions => "questions",
            Self::Futures => "futures",
            Self::Guests => "guests",
            Self::District => "district",
            Self::Files => "files",
            Self::Plans => "plans",
            Self::Programs => "programs",
            Self::Scripts => "scripts",
            Self::Proof => "proof",
            Self::Promises => "promises",
        }
    }

    /// The page in `language`, or in English where it is not written in it.
    #[must_use]
    pub const fn text(self, language: Language) -> Text {
        match (self, language) {
            (Self::Start, Language::Danish) => {
                Text { language, markdown: include_str!("start.da.md") }
            }
            (Self::Start, Language::Swedish) => {
                Text { language, markdown: include_str!("start.sv.md") }
            }
            (Self::Programs, Language::Danish) => {
                Text { language, markdown: include_str!("programs.da.md") }
            }
            _ => Text { language: Language::English, markdown: self.english() },
        }
    }

    const fn english(self) -> &'static str {
        match self {
            Self::Start => include_str!("start.md"),
            Self::Page => include_str!("page.md"),
            Self::Questions => include_str!("questions.md"),
            Self::Futures => include_str!("futures.md"),
            Self::Guests => include_str!("guests.md"),
            Self::District => include_str!("district.md"),
            Self::Files => include_str!("files.md"),
            Self::Plans => include_str!("plans.md"),
            Self::Programs => include_str!("programs.md"),
            Self::Scripts => include_str!("scripts.md"),
            Self::Proof => include_str!("proof.md"),
            Self::Promises => include_str!("promises.md"),
        }
    }

    /// What is there, in a few words.
    #[must_use]
    pub const fn line(self, language: Language) -> &'static str {
        let [danish, swedish, english] = self.lines();
        match language {
            Language::Danish => danish,
            Language::Swedish => swedish,
            Language::English => english,
        }
    }

    /// Danish, Swedish and English.
    const fn lines(self) -> [&'static str; 3] {
        match self {
            Self::Start => [
                "Det første svar på ti minutter",
                "Det första svaret på tio minuter",
                "The first answer in ten minutes",
            ],
            Self::Page => [
                "Siden, man arbejder på i browseren",
                "Sidan man arbetar på i webbläsaren",
                "The page to work in, in the browser",
            ],
            Self::Questions => [
                "Hvilken dag, hvad er et ønske værd, hvorfor og hvorfor ikke",
                "Vilken dag, vad är ett önskemål värt, varför och varför inte",
                "Which day, what is a wish worth, why and why not",
            ],
            Self::Futures => [
                "Hvad nu hvis flere kommer i praktik",
                "Vad händer om fler får praktik",
                "What if more apprentices come",
            ],
            Self::Guests => [
                "Gæster, flere afdelinger, og hvem der kommer hvorhen",
                "Gäster, flera enheter, och vem som hamnar var",
                "Guests, several sites, and who goes where",
            ],
            Self::District => [
                "Flere skoler om ét kursus, og spørgsmål linje for linje",
                "Flera skolor om en kurs, och frågor rad för rad",
                "Several schools and one course, and questions as lines",
            ],
            Self::Files => [
                "Skolens filer, kolonne for kolonne",
                "Skolans filer, kolumn för kolumn",
                "The school's files, column by column",
            ],
            Self::Plans => [
                "Planer til underskrift, ark til teamene, kalendere",
                "Planer att skriva under, blad till arbetslagen, kalendrar",
                "Plans to sign, sheets for class teams, calendars",
            ],
            Self::Programs => [
                "Fra og til Excel, Untis, aSc, FET og andre programmer",
                "Från och till Excel, Untis, aSc, FET och andra program",
                "From and to Excel, Untis, aSc, FET and other programs",
            ],
            Self::Scripts => [
                "Til dem, der programmerer: slutkoder og JSON",
                "För den som programmerar: slutkoder och JSON",
                "For programmers: exit codes and JSON",
            ],
            Self::Proof => [
                "Hvad der tæller som lidt, alle regler og priser, og beviset",
                "Vad som räknas som lite, alla regler och priser, och beviset",
                "What counts as little, every rule and price, and the proof",
            ],
            Self::Promises => [
                "Hvad der loves, og prøverne, der prøver det",
                "Vad som utlovas, och testerna som prövar det",
                "What is promised, and the tests that try it",
            ],
        }
    }
}
