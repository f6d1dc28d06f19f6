//! XML as a tree with places, of bounded depth and size, and without DTDs.
//!
//! Entities that a file declares are never expanded: a file with a DOCTYPE is refused, since none of the formats has one.

use std::ops::Range;

use encoding_rs::Encoding;
use quick_xml::errors::{IllFormedError, SyntaxError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader};

use super::encoding::Form;
use super::ledger::Ledger;
use super::original::Original;
use super::page::Page;
use crate::diagnostic::{Foreign, Location};
use crate::input::fenced;

/// The most elements within one another. The formats have ten.
const MOST_DEEP: usize = 64;
/// The most elements of a file. A large school's has a hundred thousand.
const MOST_ELEMENTS: usize = 2_000_000;

/// The most of a broken piece that is repeated, in letters.
const LONGEST_SHOWN: usize = 60;

/// What may stand between elements.
const BLANKS: [char; 5] = ['\u{feff}', ' ', '\t', '\r', '\n'];

/// A file's elements.
pub(crate) struct Tree {
    pub(crate) page: Page,
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<usize>,
    /// The opening tag.
    span: Range<usize>,
    /// The closing tag; behind the opening one where that closes itself.
    closing: Range<usize>,
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub(crate) struct Element<'x> {
    tree: &'x Tree,
    node: usize,
}

impl Tree {
    /// Reads a file; `None` if it is not whole.
    pub(crate) fn read(original: &Original, ledger: &mut Ledger) -> Option<Self> {
        let form = Form::of(&original.bytes, declared(original, ledger)?);
        let page = Page::decoded(original, form, ledger)?;
        if page.text.trim_matches(BLANKS).is_empty() {
            ledger.note(Foreign::NothingPlaced, Location::file(&original.name));
            return None;
        }
        let broken = || Err((Foreign::XmlBroken { reason: "…".to_owned() }, 0));
        match fenced(|| grow(&page.text)).unwrap_or_else(broken) {
            Ok(nodes) => Some(Self { page, nodes }),
            Err((fault, at)) => {
                ledger.note(fault, page.location(at..at));
                None
            }
        }
    }

    /// The outermost element, if it has one of `names`; reports another.
    pub(crate) fn root(&self, name: &'static str, ledger: &mut Ledger) -> Option<Element<'_>> {
        let root = Element { tree: self, node: 0 };
        if root.name() == name {
            return Some(root);
        }
        let found = root.name().to_owned();
        ledger.note(Foreign::RootWrong { found, expected: name }, root.location());
        None
    }
}

impl<'x> Element<'x> {
    fn own(self) -> &'x Node {
        &self.tree.nodes[self.node]
    }

    /// Its name, without a namespace.
    pub(crate) fn name(self) -> &'x str {
        &self.own().name
    }

    /// An attribute's value.
    pub(crate) fn attribute(self, name: &str) -> Option<&'x str> {
        let mut attributes = self.own().attributes.iter();
        attributes.find(|(own, _)| own == name).map(|(_, value)| value.trim())
    }

    /// The text that stands directly in it, trimmed.
    pub(crate) fn text(self) -> &'x str {
        self.own().text.trim()
    }

    /// The elements in it.
    pub(crate) fn elements(self) -> impl Iterator<Item = Self> {
        self.own().children.iter().map(move |&node| Element { tree: self.tree, node })
    }

    /// The elements of a name in it.
    pub(crate) fn all(self, name: &str) -> impl Iterator<Item = Self> {
        self.elements().filter(move |element| element.name() == name)
    }

    /// The first element of a name in it.
    pub(crate) fn first(self, name: &str) -> Option<Self> {
        self.all(name).next()
    }

    /// The text of the first element of a name in it, unless that is empty.
    pub(crate) fn text_of(self, name: &str) -> Option<&'x str> {
        self.first(name).map(Self::text).filter(|text| !text.is_empty())
    }

    /// What the elements of a name in the part of a name say: `<Days_List><Day>…`.
    pub(crate) fn within(self, part: &str, name: &str) -> impl Iterator<Item = Self> {
        let part = self.first(part);
        part.into_iter().flat_map(move |part| part.all(name).collect::<Vec<_>>())
    }

    /// Where it begins.
    pub(crate) fn location(self) -> Location {
        self.tree.page.location(self.own().span.clone())
    }

    /// The bytes of its opening tag.
    pub(crate) fn tag(self) -> Range<usize> {
        self.own().span.clone()
    }

    /// All of its bytes.
    pub(crate) fn extent(self) -> Range<usize> {
        self.own().span.start..self.own().closing.end
    }

    /// Where its content ends.
    pub(crate) fn inner_end(self) -> usize {
        self.own().closing.start
    }

    /// Its line, from 1.
    pub(crate) fn line(self) -> u32 {
        self.tree.page.line(self.own().span.start)
    }
}

/// The encoding that the first line declares; `None`, reported, if there is no such.
#[expect(clippy::option_option, reason = "no declaration is not a wrong one")]
fn declared(original: &Original, ledger: &mut Ledger) -> Option<Option<&'static Encoding>> {
    let start = &original.bytes[..original.bytes.len().min(200)];
    let start = String::from_utf8_lossy(start);
    let is_declaration = start.trim_start_matches('\u{feff}').starts_with("<?xml");
    let Some((_, rest)) = start.split_once("encoding").filter(|_| is_declaration) else {
        return Some(Some(encoding_rs::UTF_8));
    };
    let rest = rest.trim_start_matches([' ', '=']);
    let mut parts = rest.splitn(3, ['"', '\'']);
    let label = parts.nth(1).unwrap_or_default().to_owned();
    let found = Encoding::for_label(label.as_bytes());
    if found.is_none() {
        ledger.note(Foreign::EncodingUnknown { label }, Location::line(&original.name, 1));
        return None;
    }
    Some(found)
}

/// What is wrong, in the file's own signs: the library's words are English.
fn flaw(error: &Error) -> String {
    shortened(&match error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            format!("<{expected}> … </{found}>")
        }
        Error::IllFormed(IllFormedError::MissingEndTag(name)) => format!("<{name}> …"),
        Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => format!("… </{name}>"),
        Error::IllFormed(IllFormedError::DoubleHyphenInComment)
        | Error::Syntax(SyntaxError::UnclosedComment) => "<!-- …".to_owned(),
        Error::Syntax(SyntaxError::UnclosedCData) => "<![CDATA[ …".to_owned(),
        Error::Syntax(_) => "< …".to_owned(),
        _ => "…".to_owned(),
    })
}

fn shortened(written: &str) -> String {
    if written.chars().count() <= LONGEST_SHOWN {
        return written.to_owned();
    }
    written.chars().take(LONGEST_SHOWN).chain(['…']).collect()
}

type Flaw = (Foreign, usize);
fn grow(text: &str) -> Result<Vec<Node>, Flaw> {
    let mut reader = Reader::from_str(text);
    let mut growth = Growth::default();
    loop {
        let at = position(&reader);
        let event = reader.read_event().map_err(|error| {
            let at = usize::try_from(reader.error_position()).unwrap_or(at);
            (Foreign::XmlBroken { reason: flaw(&error) }, at)
        })?;
        if matches!(event, Event::Eof) {
            return growth.finish();
        }
        growth.take(event, at..position(&reader))?;
    }
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// The elements so far, and those of them that are not ended yet.
#[derive(Default)]
struct Growth {
    nodes: Vec<Node>,
    open: Vec<usize>,
}

impl Growth {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) -> Result<(), Flaw> {
        let at = span.start;
        match event {
            Event::Start(start) => {
                let node = self.plant(&start, span)?;
                self.open.push(node);
            }
            Event::Empty(start) => drop(self.plant(&start, span)?),
            Event::End(_) => {
                if let Some(node) = self.open.pop() {
                    self.nodes[node].closing = span;
                }
            }
            Event::Text(words) => self.write(&words, at)?,
            Event::CData(words) => self.write(&words, at)?,
            Event::GeneralRef(entity) => {
                let unknown = || (Foreign::XmlEntity { name: entity.to_string() }, at);
                let sign = sign(&entity).ok_or_else(unknown)?;
                self.write(sign.encode_utf8(&mut [0; 4]), at)?;
            }
            Event::DocType(_) => return Err((Foreign::XmlDoctype, at)),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn plant(&mut self, start: &BytesStart<'_>, span: Range<usize>) -> Result<usize, Flaw> {
        let at = span.start;
        if self.open.len() >= MOST_DEEP {
            return Err((Foreign::XmlTooDeep { most: MOST_DEEP }, at));
        }
        if self.nodes.len() >= MOST_ELEMENTS {
            return Err((Foreign::XmlTooLarge { most: MOST_ELEMENTS }, at));
        }
        if self.open.is_empty() && !self.nodes.is_empty() {
            let reason = format!("<{}>", start.name().as_ref());
            return Err((Foreign::XmlBroken { reason }, at));
        }
        let node = self.nodes.len();
        let attributes = attributes(start).map_err(|reason| (Foreign::XmlBroken { reason }, at))?;
        let name = start.local_name().as_ref().to_owned();
        let closing = span.end..span.end;
        self.nodes.push(Node { name, attributes, span, closing, ..Node::default() });
        if let Some(&parent) = self.open.last() {
            self.nodes[parent].children.push(node);
        }
        Ok(node)
    }

    fn write(&mut self, words: &str, at: usize) -> Result<(), Flaw> {
        match self.open.last() {
            Some(&node) => self.nodes[node].text.push_str(words),
            None if words.trim_matches(BLANKS).is_empty() => {}
            None => {
                let start: String = words.trim_matches(BLANKS).chars().take(20).collect();
                return Err((Foreign::XmlBroken { reason: format!("{start} …") }, at));
            }
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<Node>, Flaw> {
        if let Some(&node) = self.open.last() {
            let Node { name, span, .. } = &self.nodes[node];
            return Err((Foreign::XmlBroken { reason: format!("<{name}> …") }, span.start));
        }
        if self.nodes.is_empty() {
            return Err((Foreign::XmlBroken { reason: "<?>".to_owned() }, 0));
        }
        Ok(self.nodes)
    }
}

fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let broken = || shortened(&format!("<{} …>", start.name().as_ref()));
        let attribute = attribute.map_err(|_| broken())?;
        let value = quick_xml::escape::unescape(&attribute.value).map_err(|_| broken())?;
        attributes.push((attribute.key.as_ref().to_owned(), value.into_owned()));
    }
    Ok(attributes)
}

/// The sign of `&amp;` or `&#248;`.
fn sign(entity: &quick_xml::events::BytesRef<'_>) -> Option<char> {
    if let Ok(Some(sign)) = entity.resolve_char_ref() {
        return Some(sign);
    }
    match &**entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}
