//! The words of a prepared proposal, in each language.

use super::super::words::Words;
use crate::domain::Language;
use crate::words::decimal;

/// A language, with its common words.
#[derive(Clone, Copy)]
pub(super) struct Preparing {
    pub(super) words: &'static dyn Words,
    pub(super) language: Language,
}

/// What can be said. Expected points are in tenths.
#[derive(Clone, Copy)]
pub(super) enum Said {
    /// What the proposal is, and how many points more than the cheapest it costs.
    Proposal { lessons: usize, points: i64, more: i64 },
    /// Among how many it was chosen.
    Tried { tried: usize, most: i64 },
    /// None could be better.
    Perfect,
    /// What it is expected to save.
    Saves { after: i64, instead: i64, saved: i64 },
    /// Nothing is saved.
    SavesNothing { after: i64 },
    /// Futures that have no timetable after the cheapest proposal have one after this.
    MorePossible,
    /// The search was stopped.
    CutShort,
    /// The heading of the futures.
    Heading,
    /// A future without a timetable.
    Impossible,
}

/// The headings of the futures.
pub(super) struct Headings {
    pub(super) future: &'static str,
    pub(super) weight: &'static str,
    pub(super) after: &'static str,
    pub(super) instead: &'static str,
}

impl Preparing {
    /// `said` in the language.
    pub(super) fn tell(self, said: Said) -> String {
        match self.language {
            Language::Danish => self.danish(said),
            Language::Swedish => self.swedish(said),
            Language::English => self.english(said),
        }
    }

    /// The headings of the futures.
    pub(super) const fn headings(self) -> Headings {
        match self.language {
            Language::Danish => Headings {
                future: "scenarie",
                weight: "vægt",
                after: "efter dette forslag",
                instead: "efter det billigste",
            },
            Language::Swedish => Headings {
                future: "scenario",
                weight: "vikt",
                after: "efter detta förslag",
                instead: "efter det billigaste",
            },
            Language::English => Headings {
                future: "scenario",
                weight: "weight",
                after: "after this proposal",
                instead: "after the cheapest",
            },
        }
    }

    fn english(self, said: Said) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::Proposal { lessons, points: cost, more } => {
                let lessons =
                    if lessons == 1 { "1 lesson".to_owned() } else { format!("{lessons} lessons") };
                let than =
                    if more == 0 { "no more than".to_owned() } else { format!("{more} more than") };
                format!(
                    "A proposal that changes {lessons} costs {}, {than} the cheapest.",
                    points(cost)
                )
            }
            Said::Tried { tried: 1, most } => {
                format!("No other proposal was found that costs {} or less.", points(most))
            }
            Said::Tried { tried, most } => format!(
                "It is the best prepared of the {tried} that were tried and cost {} or less; there may be better ones.",
                points(most)
            ),
            Said::Perfect => "No proposal can be better prepared: none of these futures would cost anything extra.".to_owned(),
            Said::Saves { after, instead, saved } => format!(
                "When the future comes it is expected to cost {} extra points, instead of {} after the cheapest: {} saved.",
                decimal(after, Language::English),
                decimal(instead, Language::English),
                decimal(saved, Language::English)
            ),
            Said::SavesNothing { after } => format!(
                "When the future comes it is expected to cost {} extra points, as after the cheapest: nothing is saved.",
                decimal(after, Language::English)
            ),
            Said::MorePossible => {
                "After it more of the futures have a timetable than after the cheapest.".to_owned()
            }
            Said::CutShort => "Stopped before all was tried.".to_owned(),
            Said::Heading => "Extra points when the future comes".to_owned(),
            Said::Impossible => "impossible".to_owned(),
        }
    }

    fn danish(self, said: Said) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::Proposal { lessons, points: cost, more } => {
                let lessons = if lessons == 1 {
                    "1 lektion".to_owned()
                } else {
                    format!("{lessons} lektioner")
                };
                let than =
                    if more == 0 { "ikke mere end".to_owned() } else { format!("{more} mere end") };
                format!(
                    "Et forslag, der ændrer {lessons}, koster {}, {than} det billigste.",
                    points(cost)
                )
            }
            Said::Tried { tried: 1, most } => format!(
                "Der blev ikke fundet andre forslag, der koster {} eller mindre.",
                points(most)
            ),
            Said::Tried { tried, most } => format!(
                "Det er det bedst forberedte af de {tried}, der blev prøvet og koster {} eller mindre; der kan findes bedre.",
                points(most)
            ),
            Said::Perfect => "Intet forslag kan være bedre forberedt: ingen af disse fremtider ville koste noget ekstra.".to_owned(),
            Said::Saves { after, instead, saved } => format!(
                "Når fremtiden kommer, ventes den at koste {} ekstra point i stedet for {} efter det billigste: {} sparet.",
                decimal(after, Language::Danish),
                decimal(instead, Language::Danish),
                decimal(saved, Language::Danish)
            ),
            Said::SavesNothing { after } => format!(
                "Når fremtiden kommer, ventes den at koste {} ekstra point ligesom efter det billigste: intet er sparet.",
                decimal(after, Language::Danish)
            ),
            Said::MorePossible => {
                "Efter det har flere af fremtiderne et skema end efter det billigste.".to_owned()
            }
            Said::CutShort => "Stoppet, før alt var prøvet.".to_owned(),
            Said::Heading => "Ekstra point, når fremtiden kommer".to_owned(),
            Said::Impossible => "umuligt".to_owned(),
        }
    }

    fn swedish(self, said: Said) -> String {
        let points = |points| self.words.points(points);
        match said {
            Said::Proposal { lessons, points: cost, more } => {
                let lessons = if lessons == 1 {
                    "1 lektion".to_owned()
                } else {
                    format!("{lessons} lektioner")
                };
                let than =
                    if more == 0 { "inte mer än".to_owned() } else { format!("{more} mer än") };
                format!(
                    "Ett förslag som ändrar {lessons} kostar {}, {than} det billigaste.",
                    points(cost)
                )
            }
            Said::Tried { tried: 1, most } => {
                format!("Inget annat förslag hittades som kostar {} eller mindre.", points(most))
            }
            Said::Tried { tried, most } => format!(
                "Det är det bäst förberedda av de {tried} som prövades och kostar {} eller mindre; det kan finnas bättre.",
                points(most)
            ),
            Said::Perfect => "Inget förslag kan vara bättre förberett: ingen av dessa framtider skulle kosta något extra.".to_owned(),
            Said::Saves { after, instead, saved } => format!(
                "När framtiden kommer väntas den kosta {} extra poäng i stället för {} efter det billigaste: {} sparade.",
                decimal(after, Language::Swedish),
                decimal(instead, Language::Swedish),
                decimal(saved, Language::Swedish)
            ),
            Said::SavesNothing { after } => format!(
                "När framtiden kommer väntas den kosta {} extra poäng liksom efter det billigaste: inget sparas.",
                decimal(after, Language::Swedish)
            ),
            Said::MorePossible => {
                "Efter det har fler av framtiderna ett schema än efter det billigaste.".to_owned()
            }
            Said::CutShort => "Stoppat innan allt var prövat.".to_owned(),
            Said::Heading => "Extra poäng när framtiden kommer".to_owned(),
            Said::Impossible => "omöjligt".to_owned(),
        }
    }
}
