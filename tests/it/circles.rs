//! No two files of a room use each other, directly or over others.
//!
//! A file uses another if a path in it that begins with `crate`, `super` or `self` leads to an item of the other, past
//! re-exports. What a module's own file uses of the files below it does not count: it declares them, and hands on what they
//! have, while they use what is common to them.

use std::collections::{BTreeMap, BTreeSet};

use crate::house::{code, sources};

/// A module, by its path below the crate.
type Module = Vec<String>;

/// What a file has.
#[derive(Default)]
struct Source {
    /// Every path in it, each written out.
    paths: Vec<Vec<String>>,
    /// What it has by the name of something elsewhere: the path of that, by the name here.
    imported: BTreeMap<String, Vec<String>>,
}

/// The house: every module with a file.
type House = BTreeMap<Module, Source>;

fn words(text: &str) -> Vec<String> {
    text.split("::").map(|word| word.trim().to_owned()).collect()
}

/// The paths that a use declaration stands for, with their names here.
fn expanded(before: &[String], declared: &str) -> Vec<(Vec<String>, String)> {
    let declared = declared.trim();
    if let Some((head, group)) = declared.split_once('{') {
        let head = words(head.trim().trim_end_matches("::"));
        let before = [before, &head].concat();
        let before: Vec<String> = before.into_iter().filter(|word| !word.is_empty()).collect();
        let group = group.trim().strip_suffix('}').unwrap_or(group);
        return split_group(group).into_iter().flat_map(|one| expanded(&before, one)).collect();
    }
    if declared.is_empty() {
        return Vec::new();
    }
    let (path, alias) = declared.split_once(" as ").unwrap_or((declared, ""));
    let mut path = [before, &words(path)].concat();
    if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
        path.pop();
    }
    let own = path.last().cloned().unwrap_or_default();
    vec![(path, if alias.is_empty() { own } else { alias.trim().to_owned() })]
}

/// The items between the braces of a group.
fn split_group(group: &str) -> Vec<&str> {
    let (mut depth, mut begin, mut items) = (0, 0, Vec::new());
    for (at, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&group[begin..at]);
                begin = at + 1;
            }
            _ => (),
        }
    }
    items.push(&group[begin..]);
    items
}

fn read(text: &str) -> Source {
    let text: String = code(text).flat_map(|(_, line)| [line, "\n"]).collect();
    let mut source = Source::default();
    for statement in text.split(';') {
        let at_line_start = |word| statement.rfind(&format!("\n{word}")).map(|at| at + 1);
        let uses = ["use ", "pub use ", "pub(super) use ", "pub(crate) use ", "pub(in "];
        let begin = uses.iter().filter_map(|word| {
            let at = if statement.starts_with(word) { Some(0) } else { at_line_start(word) };
            at.filter(|&at| statement[at..].contains("use "))
        });
        let Some(begin) = begin.max() else { continue };
        let (_, declared) = statement[begin..].split_once("use ").unwrap();
        for (path, name) in expanded(&[], declared) {
            source.paths.push(path.clone());
            source.imported.insert(name, path);
        }
    }
    for root in ["crate::", "super::", "self::"] {
        for (at, _) in text.match_indices(root) {
            let is_root = !text[..at].ends_with(|sign: char| sign.is_alphanumeric() || sign == ':');
            let of_path = |sign: char| sign.is_alphanumeric() || sign == '_' || sign == ':';
            let path: String = text[at..].chars().take_while(|&sign| of_path(sign)).collect();
            if is_root && !path.ends_with("::") {
                source.paths.push(words(&path));
            }
        }
    }
    source
}

fn house() -> House {
    let mut house = House::new();
    for (room, path, text) in sources() {
        if room != "lib" && room != "main" && !path.ends_with("tests.rs") {
            let mut module: Module = path
                .with_extension("")
                .components()
                .map(|one| one.as_os_str().to_string_lossy().into_owned())
                .collect();
            if module.last().is_some_and(|last| last == "mod") {
                module.pop();
            }
            house.insert(module, read(&text));
        }
    }
    house
}

/// The module whose file has what `path` leads to, seen from `here`.
fn target(house: &House, here: &Module, path: &[String], depth: usize) -> Option<Module> {
    let (mut module, rest): (Module, &[String]) = match path.first()?.as_str() {
        "crate" => (Module::new(), &path[1..]),
        "self" => (here.clone(), &path[1..]),
        "super" => {
            let ups = path.iter().take_while(|word| *word == "super").count();
            (here[..here.len().checked_sub(ups)?].to_vec(), &path[ups..])
        }
        first if house.contains_key(&[&here[..], &[first.to_owned()]].concat()) => {
            (here.clone(), path)
        }
        _ => return None,
    };
    for (at, word) in rest.iter().enumerate() {
        let below = [&module[..], std::slice::from_ref(word)].concat();
        if house.contains_key(&below) {
            module = below;
            continue;
        }
        let handed_on = house.get(&module).and_then(|source| source.imported.get(word));
        if let Some(handed_on) = handed_on.filter(|_| depth < 8) {
            let path = [&handed_on[..], &rest[at + 1..]].concat();
            return target(house, &module, &path, depth + 1).or(Some(module));
        }
        break;
    }
    house.contains_key(&module).then_some(module)
}

/// For each module, the others whose files its own uses.
fn arrows(house: &House) -> BTreeMap<&Module, BTreeSet<Module>> {
    let used = |module: &Module, source: &Source| {
        let targets = source.paths.iter().filter_map(|path| target(house, module, path, 0));
        targets.filter(|other| !other.starts_with(module)).collect()
    };
    house.iter().map(|(module, source)| (module, used(module, source))).collect()
}

/// Every module that can be reached from `from`.
fn reached(arrows: &BTreeMap<&Module, BTreeSet<Module>>, from: &Module) -> BTreeSet<Module> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&Module> = vec![from];
    while let Some(module) = waiting.pop() {
        for next in arrows.get(module).into_iter().flatten() {
            if reached.insert(next.clone()) {
                waiting.push(next);
            }
        }
    }
    reached
}

/// The circles: each pair of modules that reach each other.
fn circles(house: &House) -> BTreeSet<(String, String)> {
    let arrows = arrows(house);
    let reach: BTreeMap<&Module, BTreeSet<Module>> =
        house.keys().map(|module| (module, reached(&arrows, module))).collect();
    let mut circles = BTreeSet::new();
    for (&module, others) in &reach {
        for other in others.iter().filter(|other| *module < **other) {
            if reach.get(other).is_some_and(|back| back.contains(module)) {
                circles.insert((module.join("::"), other.join("::")));
            }
        }
    }
    circles
}

#[test]
fn no_two_files_of_a_room_use_each_other() {
    let found = circles(&house());
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn two_files_that_use_each_other_are_seen_past_what_hands_them_on() {
    let mut house = House::new();
    let mut enter = |module: &str, text: &str| house.insert(words(module), read(text));
    enter("room", "mod one;\nmod other;\npub use one::{self, One};\nuse other::Other;\n");
    enter(
        "room::one",
        "use std::fmt;\nuse super::other::{\n    Other,\n    Third as Fourth,\n};\n",
    );
    enter("room::other", "fn other() -> crate::room::One {}\n");
    enter("room::lonely", "use super::{One, Other};\n");
    let expected = [("room::one".to_owned(), "room::other".to_owned())];
    assert_eq!(circles(&house), expected.into());
}
