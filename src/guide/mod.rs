//! THE GUIDE: what the README is too short for, page by page, in Markdown.
//!
//! The pages are read where people are: here, on GitHub, on the page (`serve`) and in a terminal (`guide`). They link to
//! one another by the names of their files, which GitHub follows; here those names lead to modules, on the page to
//! addresses, and in a terminal to commands.

mod address;
mod markdown;
mod screen;
mod table;
mod terminal;
#[cfg(test)]
#[expect(clippy::panic, reason = "a test that cannot go on has failed")]
mod tests;
mod topic;
mod wrap;

pub use address::named;
pub use screen::screen;
pub use terminal::{contents, terminal};
pub use topic::{Text, Topic};

/// Makes a module of each page. What a name means is said before the page says it for GitHub, and the first to say so is
/// heeded.
macro_rules! pages {
    ($($name:ident $file:literal)*) => { $(
        #[doc = "[district]: crate::guide::district\n[files]: crate::guide::files\n[futures]: crate::guide::futures\n[guests]: crate::guide::guests\n[page]: crate::guide::page\n[plans]: crate::guide::plans"]
        #[doc = "[programs]: crate::guide::programs\n[promises]: crate::guide::promises\n[proof]: crate::guide::proof"]
        #[doc = "[questions]: crate::guide::questions\n[scripts]: crate::guide::scripts\n[start]: crate::guide::start\n"]
        #[doc = include_str!($file)]
        pub mod $name {}
    )* };
}

pages! {
    start "start.md"
    start_danish "start.da.md"
    start_swedish "start.sv.md"
    page "page.md"
    questions "questions.md"
    futures "futures.md"
    guests "guests.md"
    district "district.md"
    files "files.md"
    plans "plans.md"
    programs "programs.md"
    scripts "scripts.md"
    proof "proof.md"
    promises "promises.md"
}
