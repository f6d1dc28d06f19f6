//! `serve`: a page to work in, for this machine alone.

use std::io;
use std::path::PathBuf;
use std::process::Command;
use std::sync::Arc;

use clap::Args;

use super::exit::Exit;
use super::help::said;
use super::interrupt;
use super::language::of_system;
use super::terminal::{answer, tell_faults};
use super::trouble::Trouble;
use crate::domain::{Language, Stop};
use crate::web::{Office, listen, serve};

/// The options of `serve`.
#[derive(Args, Debug)]
#[command(about = said!(
    "Åbner siden i browseren, kun for denne maskine",
    "Öppnar sidan i webbläsaren, bara för den här datorn",
    "Opens the page in the browser, for this machine alone"
))]
pub(super) struct Serve {
    #[arg(help = said!(
        "Skolens mappe eller projektmappe; uden den afleveres filerne på siden",
        "Skolans mapp eller arbetsbok; utan den lämnas filerna på sidan",
        "The school's folder or workbook; without it, files are handed over on the page"
    ))]
    school: Option<PathBuf>,
    #[arg(long, value_name = "N", default_value_t = 0, help = said!(
        "Porten; 0 tager en fri",
        "Porten; 0 tar en fri",
        "The port; 0 takes a free one"
    ))]
    port: u16,
    #[arg(long, help = said!(
        "Åbn siden i browseren",
        "Öppna sidan i webbläsaren",
        "Open the page in the browser"
    ))]
    open: bool,
    #[arg(long, value_name = "DIR", help = said!(
        "Mappen, som planer gemmes i; uden den huskes de, til programmet slutter",
        "Mappen som planer sparas i; utan den finns de kvar tills programmet slutar",
        "The folder in which plans are saved; without it they are kept until the program ends"
    ))]
    plans: Option<PathBuf>,
    #[arg(long, help = said!(
        "Sidens sprog [ellers: skolens, ellers browserens]",
        "Sidans språk [annars: skolans, annars webbläsarens]",
        "The language of the page [default: the school's, else the browser's]"
    ))]
    language: Option<Language>,
}

/// Listens, tells the address, answers until Ctrl-C.
pub(super) fn run(options: &Serve) -> Result<Exit, Exit> {
    let language = options.language.unwrap_or_else(of_system);
    begin(options).map_err(|trouble| trouble.tell(language))
}

fn begin(options: &Serve) -> Result<Exit, Trouble> {
    let listener = listen(options.port).map_err(Trouble::PageUnusable)?;
    let port = listener.local_addr().map_err(Trouble::PageUnusable)?.port();
    let office = Office::new(port, options.plans.as_deref(), options.language);
    let office = Arc::new(office.map_err(Trouble::PageUnusable)?);
    if let Some(school) = &options.school
        && let Err(found) = office.lay_out(school)
    {
        tell_faults(&found, options.language.unwrap_or_else(of_system));
        return Ok(Exit::BadInput);
    }
    answer(&format!("{}\n", office.address()))?;
    if options.open {
        let invitation = office.invitation().unwrap_or_else(|| office.address());
        if let Err(error) = show(&invitation) {
            // The page is there all the same, and its address was printed.
            Trouble::BrowserUnusable(error).tell(options.language.unwrap_or_else(of_system));
        }
    }
    serve(listener, &office, Stop::when(interrupt::watch())).map_err(Trouble::PageUnusable)?;
    Ok(Exit::Answered)
}

/// Hands an address to whatever shows addresses on this system; everybody on it can see that.
fn show(address: &str) -> io::Result<()> {
    let (program, before): (&str, &[&str]) = if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else {
        ("xdg-open", &[])
    };
    Command::new(program).args(before).arg(address).spawn().map(drop)
}
