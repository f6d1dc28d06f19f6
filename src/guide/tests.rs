use pulldown_cmark::{Event, Options, Parser, Tag};

use super::markdown::{Block, Span, blocks};
use super::wrap::{WIDTH, width, wrap};
use super::*;
use crate::domain::Language;
use crate::guide::table::table;

/// A page as a terminal without colours shows it.
fn told(topic: Topic, language: Language) -> String {
    terminal(topic, language).replace("\x1b[1m", "").replace("\x1b[0m", "")
}

fn every_page() -> impl Iterator<Item = (Topic, Language)> {
    let topics = Topic::ALL.into_iter();
    topics.flat_map(|topic| Language::ALL.map(|language| (topic, language)))
}

/// The lines of code of a page, which stand as they are.
fn code(topic: Topic, language: Language) -> Vec<String> {
    let blocks = blocks(topic.text(language).markdown);
    let code = blocks.iter().filter_map(|block| match block {
        Block::Code(text) => Some(text.lines().map(|line| line.trim_end().to_owned())),
        _ => None,
    });
    code.flatten().collect()
}

#[test]
fn no_line_is_longer_than_a_terminal_but_code_and_single_words() {
    for (topic, language) in every_page() {
        let code = code(topic, language);
        for line in told(topic, language).lines().filter(|line| width(line) > WIDTH) {
            let shown = line.trim_start();
            let is_code = code.iter().any(|own| own.trim_start() == shown);
            assert!(is_code || !shown.contains(' '), "{topic:?} {language:?}: {line}");
        }
        let contents = contents(language);
        assert!(contents.lines().all(|line| width(line) <= WIDTH), "{contents}");
    }
}

#[test]
fn every_word_of_a_page_is_told_in_its_order() {
    for (topic, language) in every_page() {
        let told = told(topic, language).replace('`', "");
        let mut rest = told.as_str();
        for word in blocks(topic.text(language).markdown).iter().flat_map(words_outside_tables) {
            let (_, after) = rest.split_once(&word).unwrap_or_else(|| panic!("{topic:?}: {word}"));
            rest = after;
        }
    }
}

fn words_outside_tables(block: &Block) -> Vec<String> {
    let text = match block {
        Block::Heading(_, text) | Block::Paragraph(text) => markdown::plain(text),
        Block::Code(text) => text.clone(),
        Block::List(_, items) => {
            return items.iter().flatten().flat_map(words_outside_tables).collect();
        }
        Block::Table(_) => String::new(),
    };
    text.replace('`', "").split_whitespace().map(str::to_owned).collect()
}

#[test]
fn pages_have_nothing_that_is_passed_over() {
    for (topic, language) in every_page() {
        let markdown = topic.text(language).markdown;
        for event in Parser::new_ext(markdown, Options::ENABLE_TABLES) {
            let is_known = match &event {
                Event::Start(tag) => is_read(tag),
                Event::End(_) | Event::Text(_) | Event::Code(_) | Event::SoftBreak => true,
                _ => false,
            };
            assert!(is_known, "{topic:?} {language:?}: {event:?}");
        }
    }
}

/// Whether a part of a page comes to its reader.
fn is_read(tag: &Tag<'_>) -> bool {
    let is_table = matches!(tag, Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell);
    let is_block = matches!(
        tag,
        Tag::Heading { .. } | Tag::Paragraph | Tag::CodeBlock(_) | Tag::List(_) | Tag::Item
    );
    is_table || is_block || matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. })
}

#[test]
fn a_page_is_read_as_its_parts() {
    let read = blocks("# A *b*\n\n1. one `c`\n2. [two][x]\n\n[x]: files.md#y\n");
    let text = |text: &str| Span::Text(text.to_owned());
    let link = Span::Link { to: "files.md#y".to_owned(), text: vec![text("two")] };
    let items = [vec![text("one "), Span::Code("c".to_owned())], vec![link]];
    let items = items.map(|item| vec![Block::Paragraph(item)]).to_vec();
    let heading = Block::Heading(1, vec![text("A "), Span::Emphasis(vec![text("b")])]);
    assert_eq!(read, [heading, Block::List(Some(1), items)]);
}

#[test]
fn what_a_link_leads_to_is_a_page_in_a_browser_and_a_command_in_a_terminal() {
    assert_eq!(address::on_screen("files.md"), "/guide/files");
    assert_eq!(address::on_screen("start.da.md#x"), "/guide/start.da#x");
    assert_eq!(address::on_screen("#x"), "#x");
    assert_eq!(address::on_screen("other.md"), "other.md");
    assert_eq!(address::page("files.md#x"), Some(Topic::Files));
    assert_eq!(address::page("#x"), None);
    assert!(told(Topic::Questions, Language::English).contains("→ mesterskema guide futures\n"));
}

#[test]
fn names_of_pages_are_found_again_and_others_are_not() {
    for topic in Topic::ALL {
        assert_eq!(named(topic.name()), Some((topic, None)));
    }
    assert_eq!(named("start.sv"), Some((Topic::Start, Some(Language::Swedish))));
    assert_eq!(["start.", "start.xx", "", "nothing"].map(named), [None; 4]);
}

#[test]
fn words_are_wrapped_and_long_ones_stay_whole() {
    assert_eq!(wrap("one two  three", 7), ["one two", "three"]);
    assert_eq!(wrap("a very-long-word b", 5), ["a", "very-long-word", "b"]);
    assert_eq!(wrap("", 5), [""; 0]);
}

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
}

#[test]
fn a_table_that_fits_is_in_columns_and_its_longest_cells_are_wrapped() {
    let long = "word ".repeat(20);
    let shown = table(&rows(&[&["key", "content"], &["a", &long], &["bb", ""]]), 0);
    assert_eq!(shown[0], "key  content");
    assert!(shown[1].starts_with("---  -----") && shown[1].len() == WIDTH, "{shown:?}");
    assert!(
        shown[2].starts_with("a    word word") && shown[3].starts_with("     word"),
        "{shown:?}"
    );
    assert_eq!(shown[4], "bb");
}

#[test]
fn a_table_of_words_that_are_too_long_is_told_row_by_row() {
    let long = "x".repeat(WIDTH);
    let shown =
        table(&rows(&[&["key", "content", "more"], &["a", &long, ""], &["b", "c", "d"]]), 0);
    assert_eq!(
        shown,
        ["a", "  content:", &format!("  {long}"), "", "b", "  content: c", "  more: d"]
    );
}
