//! The help, in the reader's language: short, grouped by what one wants to do, with examples at the end.
//!
//! [`said!`] stands where a command or an option is declared, so that its three languages are beside each other;
//! [`shaped`] gives all of it its form, in which nothing is left that clap words itself.

mod examples;
mod groups;

use std::cell::Cell;
use std::ffi::OsString;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};
use itertools::Itertools as _;

use super::language::of_system;
use crate::domain::Language;
use crate::words::{labels, pick};
use groups::{head, listed};

/// So wide is what is printed, at most.
const COLUMNS: usize = 80;

thread_local! {
    static READER: Cell<Language> = const { Cell::new(Language::English) };
}

/// A text of the command line in the reader's language: `said!("Danish", "Swedish", "English")`.
macro_rules! said {
    ($danish:literal, $swedish:literal, $english:literal $(,)?) => {
        $crate::words::pick!($crate::cli::help::reader(), $danish, $swedish, $english)
    };
}

pub(super) use said;

labels! {
    /// What clap would say in English.
    struct Heads {
        usage: "Sådan", "Så här", "Usage";
        arguments: "Hvad der skal til", "Vad som behövs", "Arguments";
        options: "Valg", "Val", "Options";
        examples: "Eksempler", "Exempel", "Examples";
        one_of: "en af", "en av", "one of";
        otherwise: "ellers", "annars", "default";
        help: "Vis denne hjælp", "Visa den här hjälpen", "Print this help";
        version: "Vis versionen", "Visa versionen", "Print the version";
    }
}

/// The language in which the command line is told on this thread.
pub(super) fn reader() -> Language {
    READER.get()
}

/// From now on tells the command line in the language that `arguments` name, else the system's.
pub(super) fn read_in(arguments: &[OsString]) {
    let named = arguments.iter().enumerate().find_map(|(place, argument)| {
        let argument = argument.to_str()?;
        let value = match argument.strip_prefix("--language") {
            Some("") => arguments.get(place + 1)?.to_str()?,
            Some(rest) => rest.strip_prefix('=')?,
            None => return None,
        };
        Language::ALL.into_iter().find(|language| language.code() == value)
    });
    READER.set(named.unwrap_or_else(of_system));
}

/// Tells the command line in `language`, whoever reads: manual pages are in English.
pub(super) fn speak(language: Language) {
    READER.set(language);
}

/// What to do first, for who asks for nothing.
pub(super) fn first_steps() -> &'static str {
    pick!(
        reader(),
        "mesterskema: ingen elev mister et kernefag, og så lidt som muligt flyttes

Begynd med et af disse:
  mesterskema serve --open               arbejd i browseren
  mesterskema template skole.xlsx        få en projektmappe at udfylde
  mesterskema check SKOLE                hvad er galt, og hvem går glip af hvad?
  mesterskema solve SKOLE --out MAPPE    find det billigste skema
  mesterskema guide --language da        det første svar på ti minutter
  mesterskema --help                     alle kommandoer

SKOLE er en mappe med timetable.csv og apprentices.csv, eller en projektmappe.
",
        "mesterskema: ingen elev missar ett kärnämne, och så lite som möjligt flyttas

Börja med något av detta:
  mesterskema serve --open               arbeta i webbläsaren
  mesterskema template skola.xlsx        få en arbetsbok att fylla i
  mesterskema check SKOLA                vad är fel, och vem missar vad?
  mesterskema solve SKOLA --out MAPP     hitta det billigaste schemat
  mesterskema guide --language sv        det första svaret på tio minuter
  mesterskema --help                     alla kommandon

SKOLA är en mapp med timetable.csv och apprentices.csv, eller en arbetsbok.
",
        "mesterskema: no apprentice misses a core lesson, and as little as possible moves

Begin with one of these:
  mesterskema serve --open               work in the browser
  mesterskema template school.xlsx       get a workbook to fill in
  mesterskema check SCHOOL               what is wrong, and who misses what?
  mesterskema solve SCHOOL --out DIR     find the cheapest timetable
  mesterskema guide                      the first answer in ten minutes
  mesterskema --help                     every command

SCHOOL is a folder with timetable.csv and apprentices.csv, or a workbook.
"
    )
}

/// The whole command line with its help in form.
pub(super) fn shaped(root: Command) -> Command {
    let language = reader();
    let heads = Heads::of(language);
    let commands = listed(&root, language);
    let names = root.get_subcommands().map(|one| one.get_name().to_owned()).collect_vec();
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let root = formed(root, heads)
        .disable_version_flag(true)
        .arg(version.help(heads.version))
        .after_help(exit_codes(language))
        .help_template(format!(
            "{{about-with-newline}}\n{}\n  {{usage}}\n\n{commands}{}\n{{options}}{{after-help}}",
            head(heads.usage),
            head(heads.options),
        ));
    names
        .into_iter()
        .fold(root, |root, name| root.mut_subcommand(&name, |one| of_command(one, &name, heads)))
}

fn of_command(command: Command, name: &str, heads: &Heads) -> Command {
    let has_arguments = command.get_positionals().next().is_some();
    let arguments = head(heads.arguments);
    let arguments =
        if has_arguments { format!("{arguments}\n{{positionals}}\n\n") } else { String::new() };
    let examples = examples::of(name).iter().map(|line| format!("  mesterskema {line}")).join("\n");
    formed(command, heads)
        .after_help(format!("{}\n{examples}", head(heads.examples)))
        .help_template(format!(
            "{{about-with-newline}}\n{}\n  {{usage}}\n\n{arguments}{}\n{{options}}{{after-help}}",
            head(heads.usage),
            head(heads.options),
        ))
}

fn formed(command: Command, heads: &Heads) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::HelpShort);
    command
        .max_term_width(COLUMNS)
        .disable_help_flag(true)
        .mut_args(|arg| with_values(arg, heads))
        .arg(help.help(heads.help))
}

/// An option whose help says itself which values it takes, and which one if none is given.
fn with_values(arg: Arg, heads: &Heads) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let values = arg.get_possible_values();
    let values = values.iter().filter(|value| !value.is_hide_set()).map(PossibleValue::get_name);
    let values = values.collect_vec();
    let among = (!values.is_empty()).then(|| format!("{}: {}", heads.one_of, values.join(", ")));
    let default = arg.get_default_values().iter().map(|value| value.to_string_lossy()).join(", ");
    let default = (!default.is_empty()).then(|| format!("{}: {default}", heads.otherwise));
    let more = among.into_iter().chain(default).map(|one| format!(" [{one}]")).join("");
    arg.help(format!("{help}{more}")).hide_possible_values(true).hide_default_value(true)
}

fn exit_codes(language: Language) -> &'static str {
    pick!(
        language,
        "Programmet slutter med 0: besvaret, 1: svaret er nej, 2: fejl i filer eller brug,
3: standset af en grænse, 70: programmets egen dommer afviste dets svar.",
        "Programmet slutar med 0: besvarat, 1: svaret är nej, 2: fel i filer eller bruk,
3: stoppat av en gräns, 70: programmets egen domare underkände svaret.",
        "Exit codes: 0 answered, 1 the answer is no, 2 bad input or usage,
3 stopped by a limit, 70 the program's own judge refused its answer."
    )
}
