//! The guide for a browser: the Markdown as HTML, to be put into a page.

use maud::{Markup, html};

use super::address::on_screen;
use super::markdown::{Block, Span, Table, anchor, blocks, plain};
use super::topic::Text;

/// A text of the guide, without what stands around it.
#[must_use]
pub fn screen(text: Text) -> Markup {
    let mut about = String::new();
    html! {
        @for block in &blocks(text.markdown) {
            (shown(block, &mut about))
        }
    }
}

/// A block; what can be scrolled is named after the heading that it is `about`.
fn shown(block: &Block, about: &mut String) -> Markup {
    if let Block::Heading(_, text) = block {
        *about = plain(text);
    }
    html! {
        @match block {
            Block::Heading(1, text) => { h1 { (line(text)) } },
            Block::Heading(2, text) => { h2 id=(anchor(text)) { (line(text)) } },
            Block::Heading(_, text) => { h3 id=(anchor(text)) { (line(text)) } },
            Block::Paragraph(text) => { p { (line(text)) } },
            Block::Code(text) => { pre tabindex="0" { code { (text) } } },
            Block::Table(table) => { (columns(table, about)) },
            Block::List(None, items) => { ul { (list(items, about)) } },
            Block::List(Some(first), items) => { ol start=(first) { (list(items, about)) } },
        }
    }
}

/// Items; one that is a single paragraph is its words alone.
fn list(items: &[Vec<Block>], about: &mut String) -> Markup {
    html! {
        @for item in items {
            li {
                @if let [Block::Paragraph(text)] = item.as_slice() { (line(text)) } @else {
                    @for block in item { (shown(block, about)) }
                }
            }
        }
    }
}

fn columns(table: &Table, about: &str) -> Markup {
    html! {
        div.scroll role="group" tabindex="0" aria-label=(about) {
            table {
                thead { tr { @for heading in &table.headings { th scope="col" { (line(heading)) } } } }
                tbody {
                    @for row in &table.rows {
                        tr {
                            @for (column, cell) in row.iter().enumerate() {
                                @if column == 0 { th scope="row" { (line(cell)) } } @else { td { (line(cell)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn line(spans: &[Span]) -> Markup {
    html! {
        @for span in spans {
            @match span {
                Span::Text(text) => { (text) },
                Span::Code(text) => { code { (text) } },
                Span::Strong(text) => { strong { (line(text)) } },
                Span::Emphasis(text) => { em { (line(text)) } },
                Span::Link { to, text } => { a href=(on_screen(to)) { (line(text)) } },
            }
        }
    }
}
