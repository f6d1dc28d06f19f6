//! A page of the guide as a tree: as much of Markdown as the pages use, and no more; a test holds them to it.

use pulldown_cmark::{Event, Options, Parser, Tag};

/// A part of a page that stands by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading and its depth, 1 for the page's own.
    Heading(usize, Vec<Span>),
    Paragraph(Vec<Span>),
    /// Items, and the number of the first if they are numbered.
    List(Option<u64>, Vec<Vec<Block>>),
    Code(String),
    Table(Table),
}

/// Cells in columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) headings: Vec<Vec<Span>>,
    pub(super) rows: Vec<Vec<Vec<Span>>>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Text(String),
    Code(String),
    Strong(Vec<Span>),
    Emphasis(Vec<Span>),
    Link { to: String, text: Vec<Span> },
}

/// The blocks of a page.
pub(super) fn blocks(markdown: &str) -> Vec<Block> {
    read(&mut Parser::new_ext(markdown, Options::ENABLE_TABLES))
}

/// What stands before the next end. An item of a list may have words that are in no paragraph; they are one here.
fn read(events: &mut Parser<'_>) -> Vec<Block> {
    let (mut blocks, mut loose) = (Vec::new(), Vec::new());
    while let Some(event) = events.next().filter(|event| !matches!(event, Event::End(_))) {
        match block(event, events) {
            Ok(block) => {
                blocks.extend(gathered(&mut loose));
                blocks.push(block);
            }
            Err(event) => loose.extend(span(event, events)),
        }
    }
    blocks.extend(gathered(&mut loose));
    blocks
}

fn gathered(loose: &mut Vec<Span>) -> Option<Block> {
    (!loose.is_empty()).then(|| Block::Paragraph(std::mem::take(loose)))
}

/// The block that begins with `event`; else the event.
fn block<'a>(event: Event<'a>, events: &mut Parser<'a>) -> Result<Block, Event<'a>> {
    Ok(match event {
        Event::Start(Tag::Heading { level, .. }) => Block::Heading(level as usize, spans(events)),
        Event::Start(Tag::Paragraph) => Block::Paragraph(spans(events)),
        Event::Start(Tag::CodeBlock(_)) => Block::Code(plain(&spans(events))),
        Event::Start(Tag::List(first)) => Block::List(first, items(events)),
        Event::Start(Tag::Table(_)) => Block::Table(table(events)),
        other => return Err(other),
    })
}

fn items(events: &mut Parser<'_>) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    while let Some(Event::Start(Tag::Item)) = events.next() {
        items.push(read(events));
    }
    items
}

fn table(events: &mut Parser<'_>) -> Table {
    let mut rows = Vec::new();
    while let Some(Event::Start(_)) = events.next() {
        rows.push(cells(events));
    }
    let mut rows = rows.into_iter();
    Table { headings: rows.next().unwrap_or_default(), rows: rows.collect() }
}

fn cells(events: &mut Parser<'_>) -> Vec<Vec<Span>> {
    let mut cells = Vec::new();
    while let Some(Event::Start(Tag::TableCell)) = events.next() {
        cells.push(spans(events));
    }
    cells
}

/// What stands before the next end.
fn spans(events: &mut Parser<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    while let Some(event) = events.next().filter(|event| !matches!(event, Event::End(_))) {
        spans.extend(span(event, events));
    }
    spans
}

fn span<'a>(event: Event<'a>, events: &mut Parser<'a>) -> Option<Span> {
    Some(match event {
        Event::Text(text) => Span::Text(text.into_string()),
        Event::Code(code) => Span::Code(code.into_string()),
        Event::SoftBreak => Span::Text(" ".to_owned()),
        Event::Start(Tag::Strong) => Span::Strong(spans(events)),
        Event::Start(Tag::Emphasis) => Span::Emphasis(spans(events)),
        Event::Start(Tag::Link { dest_url, .. }) => {
            Span::Link { to: dest_url.into_string(), text: spans(events) }
        }
        _ => return None,
    })
}

/// The words alone.
pub(super) fn plain(spans: &[Span]) -> String {
    let words = spans.iter().map(|span| match span {
        Span::Text(text) | Span::Code(text) => text.clone(),
        Span::Strong(inner) | Span::Emphasis(inner) | Span::Link { text: inner, .. } => {
            plain(inner)
        }
    });
    words.collect()
}

/// What a heading is called in an address, as GitHub and rustdoc call it.
pub(super) fn anchor(heading: &[Span]) -> String {
    let words = plain(heading).to_lowercase();
    let signs = words.chars().filter_map(|sign| match sign {
        ' ' | '-' => Some('-'),
        '_' => Some('_'),
        sign => sign.is_alphanumeric().then_some(sign),
    });
    signs.collect()
}
