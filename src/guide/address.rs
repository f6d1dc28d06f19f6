//! Where a link of a page leads. Pages name one another by their files, as GitHub follows them.

use super::topic::Topic;
use crate::domain::Language;

/// The page that `name` is the name of, and its language if the name says so: `files`, `start.da`.
#[must_use]
pub fn named(name: &str) -> Option<(Topic, Option<Language>)> {
    let Some((topic, code)) = name.split_once('.') else {
        return Topic::named(name).map(|topic| (topic, None));
    };
    let language = Language::ALL.into_iter().find(|language| language.code() == code)?;
    Topic::named(topic).map(|topic| (topic, Some(language)))
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
