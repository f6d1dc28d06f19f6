//! The guide for a terminal of 80 columns.

use std::fmt::Write as _;
use std::iter::once;

use super::address;
use super::markdown::{Block, Span, Table, blocks, plain};
use super::table::table;
use super::topic::Topic;
use super::wrap::{WIDTH, width, wrap};
use crate::domain::Language;

/// How far what is shown as it stands is indented.
const SHOWN: usize = 2;
const BOLD: &str = "\x1b[1m";
const AS_BEFORE: &str = "\x1b[0m";

/// The list of the pages, a line for each.
#[must_use]
pub fn contents(language: Language) -> String {
    let longest = Topic::ALL.map(|topic| topic.name().len()).into_iter().max().unwrap_or(0);
    let mut told = format!("{}\n\n", bold("mesterskema guide TOPIC"));
    for topic in Topic::ALL {
        let (name, line) = (topic.name(), topic.line(language));
        let mark = if topic.text(language).language == language { "" } else { " *" };
        let _ = writeln!(told, "  {name:longest$}  {line}{mark}");
    }
    told + in_english(language)
}

/// What the mark at a page says.
const fn in_english(language: Language) -> &'static str {
    match language {
        Language::Danish => "\n* på engelsk\n",
        Language::Swedish => "\n* på engelska\n",
        Language::English => "",
    }
}

/// A page; headings are bold where there are colours.
#[must_use]
pub fn terminal(topic: Topic, language: Language) -> String {
    let page = blocks(topic.text(language).markdown);
    let mut told = page.iter().map(|block| block_lines(block, 0)).collect::<Vec<_>>();
    told.extend(see_also(topic, &page));
    told.concat()
}

/// A block with an empty line after it.
fn block_lines(block: &Block, indent: usize) -> String {
    let lines = match block {
        Block::Heading(depth, text) => heading(*depth, text),
        Block::Paragraph(text) => wrap(&words(text), WIDTH - indent),
        Block::Code(text) => shown(text),
        Block::Table(table) => rows(table, indent),
        Block::List(first, items) => list(*first, items),
    };
    lines.iter().map(|line| indented(line, indent)).collect::<String>() + "\n"
}

fn indented(line: &str, indent: usize) -> String {
    if line.is_empty() { "\n".to_owned() } else { format!("{:indent$}{line}\n", "") }
}

fn heading(depth: usize, text: &[Span]) -> Vec<String> {
    let text = plain(text);
    let mark = match depth {
        1 => "=",
        2 => "-",
        _ => return vec![bold(&text)],
    };
    vec![bold(&text), mark.repeat(width(&text))]
}

fn bold(text: &str) -> String {
    format!("{BOLD}{text}{AS_BEFORE}")
}

fn shown(text: &str) -> Vec<String> {
    text.lines().map(|line| format!("{:SHOWN$}{line}", "").trim_end().to_owned()).collect()
}

fn rows(shown: &Table, indent: usize) -> Vec<String> {
    let told: Vec<Vec<String>> =
        once(&shown.headings).chain(&shown.rows).map(|row| cells(row)).collect();
    table(&told, indent)
}

fn cells(row: &[Vec<Span>]) -> Vec<String> {
    row.iter().map(|cell| words(cell)).collect()
}

/// Items, each after its mark.
fn list(first: Option<u64>, items: &[Vec<Block>]) -> Vec<String> {
    let marks =
        (0..).map(|count| first.map_or("- ".to_owned(), |first| format!("{}. ", first + count)));
    marks.zip(items).flat_map(|(mark, item)| marked(&mark, item)).collect()
}

/// The lines of an item, its mark before the first.
fn marked(mark: &str, item: &[Block]) -> Vec<String> {
    let within = width(mark);
    let told: String = item.iter().map(|block| block_lines(block, within)).collect();
    let mut lines: Vec<String> = told.trim_end().lines().map(str::to_owned).collect();
    if let Some(begin) = lines.first_mut() {
        begin.replace_range(..within, mark);
    }
    lines
}

/// The words of a line.
fn words(spans: &[Span]) -> String {
    spans.iter().map(words_of_span).collect()
}

/// Code keeps the marks around it.
fn words_of_span(span: &Span) -> String {
    match span {
        Span::Text(text) => text.clone(),
        Span::Code(code) => format!("`{code}`"),
        Span::Strong(inner) | Span::Emphasis(inner) | Span::Link { text: inner, .. } => {
            words(inner)
        }
    }
}

/// The pages that a page names.
fn see_also(own: Topic, page: &[Block]) -> Option<String> {
    let linked: Vec<Topic> = links(page).into_iter().filter_map(address::page).collect();
    let named = Topic::ALL.into_iter().filter(|topic| *topic != own && linked.contains(topic));
    let named: Vec<String> =
        named.map(|topic| format!("mesterskema guide {}", topic.name())).collect();
    (!named.is_empty()).then(|| format!("→ {}\n", named.join("\n  ")))
}

/// Where the links of a page lead.
fn links(page: &[Block]) -> Vec<&str> {
    page.iter().flat_map(links_of_block).collect()
}

fn links_of_block(block: &Block) -> Vec<&str> {
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) => links_of_line(text),
        Block::List(_, items) => items.iter().flat_map(|item| links(item)).collect(),
        Block::Table(Table { rows, .. }) => {
            rows.iter().flatten().flat_map(|cell| links_of_line(cell)).collect()
        }
        Block::Code(_) => Vec::new(),
    }
}

fn links_of_line(spans: &[Span]) -> Vec<&str> {
    spans.iter().flat_map(links_of_span).collect()
}

fn links_of_span(span: &Span) -> Vec<&str> {
    match span {
        Span::Link { to, .. } => vec![to],
        Span::Strong(inner) | Span::Emphasis(inner) => links_of_line(inner),
        Span::Text(_) | Span::Code(_) => Vec::new(),
    }
}
