//! Where a link of a page leads. Pages name one another by their files, as GitHub follows them.

use super::topic::Topic;
use crate::domain::Language;

/// The page that `name` is the name of, and its language if the name says so: `files`, `start.da`.
#[must_use]
pub fn named(name: &str) -> Option<(Topic, Option<Language>)> {
    let (topic, code) = name.split_once('.').unwrap_or((name, ""));
    let language = Language::ALL.into_iter().find(|language| language.code() == code);
    let is_known = code.is_empty() || language.is_some();
    Topic::named(topic).filter(|_| is_known).map(|topic| (topic, language))
}

/// The page whose file a link leads to.
pub(super) fn page(to: &str) -> Option<Topic> {
    let (file, _) = to.split_once('#').unwrap_or((to, ""));
    named(file.strip_suffix(".md")?).map(|(topic, _)| topic)
}

/// Where a link leads on the page.
pub(super) fn on_screen(to: &str) -> String {
    let (file, _) = to.split_once('#').unwrap_or((to, ""));
    let name = file.strip_suffix(".md").filter(|name| named(name).is_some());
    name.map_or_else(|| to.to_owned(), |name| format!("/guide/{name}{}", &to[file.len()..]))
}
