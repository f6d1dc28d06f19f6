//! What is told of a certificate.

use crate::domain::Language;
use crate::verify::{Reason, Refusal, Verified};
use crate::words::{Noun, count, say};

/// Whether it holds, and what it proves.
pub(super) fn told(
    verified: &Result<Verified, Refusal>,
    cost: Option<i64>,
    language: Language,
) -> String {
    match verified {
        Ok(proven) => {
            let held = holds(proven, language);
            let compared = cost.map(|cost| compared(proven, cost, language));
            format!("{held}\n{}", compared.map(|line| line + "\n").unwrap_or_default())
        }
        Err(Refusal { line: 0, reason: why }) => {
            let why = reason(why, language);
            say!(
                language,
                "Beviset holder ikke: {why}\n",
                "Beviset håller inte: {why}\n",
                "The certificate does not hold: {why}\n"
            )
        }
        Err(Refusal { line, reason: why }) => {
            let why = reason(why, language);
            say!(
                language,
                "Beviset holder ikke, linje {line}: {why}\n",
                "Beviset håller inte, rad {line}: {why}\n",
                "The certificate does not hold, line {line}: {why}\n"
            )
        }
    }
}

const INEQUALITIES: Noun =
    Noun::new(["ulighed", "uligheder"], ["olikhet", "olikheter"], ["inequality", "inequalities"]);
const CASES: Noun = Noun::new(["tilfælde", "tilfælde"], ["fall", "fall"], ["case", "cases"]);

fn holds(Verified { points, inequalities, cases }: &Verified, language: Language) -> String {
    let inequalities = count(*inequalities, INEQUALITIES, language);
    let cases = count(*cases, CASES, language);
    match points {
        Some(points) => say!(
            language,
            "Beviset holder: intet lovligt skema koster mindre end {points} point ({inequalities}, {cases}).",
            "Beviset håller: inget tillåtet schema kostar mindre än {points} poäng ({inequalities}, {cases}).",
            "The certificate holds: no allowed timetable costs less than {points} points ({inequalities}, {cases})."
        ),
        None => say!(
            language,
            "Beviset holder: der findes intet lovligt skema ({inequalities}, {cases}).",
            "Beviset håller: det finns inget tillåtet schema ({inequalities}, {cases}).",
            "The certificate holds: there is no allowed timetable ({inequalities}, {cases})."
        ),
    }
}

fn compared(proven: &Verified, cost: i64, language: Language) -> String {
    match cost {
        -1 => say!(
            language,
            "Men forslaget bryder en regel; se check --proposal.",
            "Men förslaget bryter mot en regel; se check --proposal.",
            "But the proposal breaks a rule; see check --proposal."
        ),
        cost if proven.points == Some(cost) => say!(
            language,
            "Forslaget koster {cost} point: intet er billigere.",
            "Förslaget kostar {cost} poäng: inget är billigare.",
            "The proposal costs {cost} points: nothing is cheaper."
        ),
        cost => say!(
            language,
            "Men forslaget koster {cost} point: at intet er billigere end det, er ikke bevist.",
            "Men förslaget kostar {cost} poäng: att inget är billigare än det är inte bevisat.",
            "But the proposal costs {cost} points: that nothing is cheaper than it is not proven."
        ),
    }
}

/// Why a line does not hold.
pub(super) fn reason(reason: &Reason, language: Language) -> String {
    say!(language, match reason {
        Reason::Unreadable(error) =>
            "linjen kan ikke læses ({error})", "raden kan inte läsas ({error})", "the line cannot be read ({error})";
        Reason::NoCertificate =>
            "filen begynder ikke som et bevis, denne udgave af programmet kan læse; skriv den med solve --certificate",
            "filen börjar inte som ett bevis som den här versionen kan läsa; skriv den med solve --certificate",
            "the file does not begin as a certificate that this version reads; write one with solve --certificate";
        Reason::OtherSchool =>
            "beviset er om en anden skole, eller om denne, før dens filer blev ændret",
            "beviset gäller en annan skola, eller den här innan dess filer ändrades",
            "the certificate is about another school, or about this one before its files were changed";
        Reason::Unknown { what, name } =>
            "skolen har ingen {what} »{name}«", "skolan har ingen {what} ”{name}”", "the school has no {what} “{name}”";
        Reason::NotImplied =>
            "det følger ikke af reglerne", "det följer inte av reglerna", "the rules do not imply that";
        Reason::Negative =>
            "et tal er mindre, end det må være", "ett tal är mindre än det får vara", "a number is less than it may be";
        Reason::TooLarge =>
            "tallene er for store", "talen är för stora", "the numbers are too large";
        Reason::NoSuchRow =>
            "ulighedens nummer findes ikke endnu", "olikhetens nummer finns inte än", "no earlier line makes that inequality";
        Reason::NoSuchPeriod =>
            "ingen tidligere linje nævner den lektion", "ingen tidigare rad nämner den lektionen", "no earlier line declares that period";
        Reason::NoSuchDays =>
            "ingen tidligere linje nævner de dage", "ingen tidigare rad nämner de dagarna", "no earlier line declares those days";
        Reason::NoSuchCase =>
            "tilfældet findes ikke endnu", "fallet finns inte än", "no earlier line makes that case";
        Reason::LeftOut =>
            "opdelingen udelader noget", "uppdelningen utelämnar något", "the division leaves something out";
        Reason::OutOfPlace =>
            "linjen hører ikke hjemme her", "raden hör inte hemma här", "the line is out of place";
        Reason::NoClaim =>
            "filen ender uden at sige, hvad der er bevist", "filen slutar utan att säga vad som är bevisat", "the file ends without saying what is proven";
        Reason::Open { case, points } =>
            "i tilfælde {case} er der ikke bevist mere end {points} point", "i fall {case} är inte mer än {points} poäng bevisat", "in case {case} no more than {points} points are proven";
    })
}
