//! A workbook with some cells written anew and marked; everything else in it stays as it is.
//!
//! # Source
//! ECMA-376, *Office Open XML File Formats*, part 1, sections 18.3 (worksheets) and 18.8 (styles).

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::ops::Range;

use quick_xml::escape::escape;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::diagnostic::letters;
use crate::import::xml::{Element, Tree};
use crate::import::{Ledger, Original};
use crate::input::workbook_parts;

/// The colour of cells that changed, as in every workbook that is written here.
const MARK: &str = "FFFFEB9C";
const STYLES: &str = "xl/styles.xml";

/// A cell's new text; its row and column from 0.
pub(super) struct Edit<'e> {
    pub(super) at: (usize, usize),
    pub(super) text: &'e str,
}

/// The parts of a workbook by their names.
type Parts = [(String, Vec<u8>)];

/// What is replaced in a part, in bytes of its text.
type Edits = Vec<(Range<usize>, String)>;

/// The workbook with the cells of each sheet written anew; `None` if it has no such sheets or parts.
pub(super) fn marked(
    bytes: &[u8],
    sheets: &BTreeMap<&str, Vec<Edit<'_>>>,
    ledger: &mut Ledger,
) -> Option<Vec<u8>> {
    let all = workbook_parts(bytes).ok()?;
    let paths = sheet_paths(&all, ledger)?;
    let styles = Tree::read(&part(&all, STYLES)?, ledger)?;
    let mut styling = Styling::of(&styles)?;
    let mut parts: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (name, edits) in sheets {
        let path = paths.get(*name)?;
        let tree = Tree::read(&part(&all, path)?, ledger)?;
        parts.insert(path.clone(), sheet(&tree, edits, &mut styling)?);
    }
    parts.insert(STYLES.to_owned(), styling.written(&styles)?);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, own) in &all {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).ok()?;
        writer.write_all(parts.get(name).unwrap_or(own)).ok()?;
    }
    writer.finish().ok().map(Cursor::into_inner)
}

fn part(parts: &Parts, path: &str) -> Option<Original> {
    let (name, bytes) = parts.iter().find(|(name, _)| name == path)?;
    Some(Original { name: name.clone(), bytes: bytes.clone() })
}

/// The part of each sheet, by the sheet's name.
fn sheet_paths(parts: &Parts, ledger: &mut Ledger) -> Option<BTreeMap<String, String>> {
    let book = Tree::read(&part(parts, "xl/workbook.xml")?, ledger)?;
    let relations = Tree::read(&part(parts, "xl/_rels/workbook.xml.rels")?, ledger)?;
    let targets: BTreeMap<&str, &str> = relations
        .root("Relationships", ledger)?
        .all("Relationship")
        .filter_map(|one| Some((one.attribute("Id")?, one.attribute("Target")?)))
        .collect();
    let path = |target: &str| match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    };
    let sheets = book.root("workbook", ledger)?.within("sheets", "sheet");
    let named = sheets.filter_map(|sheet| {
        let id = sheet.attribute("id").or_else(|| sheet.attribute("r:id"))?;
        Some((sheet.attribute("name")?.to_owned(), path(targets.get(id)?)))
    });
    Some(named.collect())
}

/// Styles like those that cells have, but marked.
struct Styling {
    /// How many styles and fills there were.
    styles: usize,
    fills: usize,
    /// The number of the marked style for each style that is used, in the order of their numbers.
    marked: Vec<usize>,
}

impl Styling {
    fn of(styles: &Tree) -> Option<Self> {
        let root = styles.root("styleSheet", &mut Ledger::default())?;
        let count = |list: &str, name: &str| root.within(list, name).count();
        Some(Self {
            styles: count("cellXfs", "xf"),
            fills: count("fills", "fill"),
            marked: Vec::new(),
        })
    }

    /// The marked style like another.
    fn like(&mut self, style: usize) -> usize {
        let known = self.marked.iter().position(|own| *own == style);
        let position = known.unwrap_or_else(|| {
            self.marked.push(style);
            self.marked.len() - 1
        });
        self.styles + position
    }

    fn written(&self, styles: &Tree) -> Option<Vec<u8>> {
        let root = styles.root("styleSheet", &mut Ledger::default())?;
        let (fills, formats) = (root.first("fills")?, root.first("cellXfs")?);
        let own: Vec<Element<'_>> = formats.all("xf").collect();
        let mut more = String::new();
        for style in &self.marked {
            let text = own.get(*style).map_or("<xf/>", |xf| &styles.page.text[xf.extent()]);
            more += &with_fill(text, self.fills);
        }
        let fill = format!(
            "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{MARK}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
        );
        let edits: Edits = vec![
            counted(styles, fills, self.fills + 1),
            (fills.inner_end()..fills.inner_end(), fill),
            counted(styles, formats, self.styles + self.marked.len()),
            (formats.inner_end()..formats.inner_end(), more),
        ];
        Some(edited(styles, edits))
    }
}

/// A style's element with another fill.
fn with_fill(xf: &str, fill: usize) -> String {
    let end = xf.find('>').unwrap_or(xf.len());
    let (tag, rest) = xf.split_at(end);
    let (tag, close) = tag.strip_suffix('/').map_or((tag, ""), |tag| (tag, "/"));
    let kept: Vec<&str> = tag
        .split_inclusive('"')
        .collect::<Vec<_>>()
        .chunks(2)
        .filter(|pair| {
            !pair.iter().any(|part| part.contains("fillId=") || part.contains("applyFill="))
        })
        .flatten()
        .copied()
        .collect();
    format!("{} fillId=\"{fill}\" applyFill=\"1\"{close}{rest}", kept.concat().trim_end())
}

/// The opening tag of a list with another count.
fn counted(tree: &Tree, list: Element<'_>, count: usize) -> (Range<usize>, String) {
    let tag = &tree.page.text[list.tag()];
    let new = match (tag.find("count=\""), list.attribute("count")) {
        (Some(at), Some(old)) => {
            let from = at + "count=\"".len();
            format!("{}{count}{}", &tag[..from], &tag[from + old.len()..])
        }
        _ => tag.to_owned(),
    };
    (list.tag(), new)
}

fn edited(tree: &Tree, mut edits: Edits) -> Vec<u8> {
    edits.sort_by_key(|(span, _)| (span.start, span.end));
    tree.page.edited(edits, |_, new| new.to_owned())
}

/// A sheet with cells written anew.
fn sheet(tree: &Tree, edits: &[Edit<'_>], styling: &mut Styling) -> Option<Vec<u8>> {
    let root = tree.root("worksheet", &mut Ledger::default())?;
    let data = root.first("sheetData")?;
    let mut cells: BTreeMap<(usize, usize), Written<'_>> =
        edits.iter().map(|edit| (edit.at, Written::Text(edit.text))).collect();
    let mut changes: Edits = Vec::new();
    if let Some(merged) = root.first("mergeCells") {
        changes.extend(divided(tree, merged, data, &mut cells));
    }
    let mut left: BTreeMap<usize, BTreeMap<usize, Written<'_>>> = BTreeMap::new();
    for ((row, column), written) in cells {
        left.entry(row).or_default().insert(column, written);
    }
    for row in data.all("row") {
        let number =
            row.attribute("r").and_then(|number| number.parse::<usize>().ok())?.checked_sub(1)?;
        if let Some(cells) = left.remove(&number) {
            changes.extend(row_edits(tree, row, number, cells, styling));
        }
    }
    let mut more = String::new();
    for (row, cells) in left {
        let _ = write!(more, "<row r=\"{}\">", row + 1);
        for (column, written) in cells {
            more += &cell((row, column), &written, None, styling);
        }
        more += "</row>";
    }
    // Rows that are not there yet lie behind all others: grids have labels in theirs.
    changes.extend((!more.is_empty()).then_some((data.inner_end()..data.inner_end(), more)));
    Some(edited(tree, changes))
}

/// What a cell gets: a new text, or the content of another that covered it.
enum Written<'w> {
    Text(&'w str),
    Copied(String),
}

/// Merged cells without those in which something changes; what these covered gets their content in each cell.
fn divided(
    tree: &Tree,
    merged: Element<'_>,
    data: Element<'_>,
    cells: &mut BTreeMap<(usize, usize), Written<'_>>,
) -> Edits {
    let regions: Vec<(Element<'_>, [(usize, usize); 2])> = merged
        .all("mergeCell")
        .filter_map(|one| Some((one, region(one.attribute("ref")?)?)))
        .collect();
    let changed: BTreeSet<(usize, usize)> = cells.keys().copied().collect();
    let is_in = |at: &(usize, usize), [first, last]: &[(usize, usize); 2]| {
        (first.0..=last.0).contains(&at.0) && (first.1..=last.1).contains(&at.1)
    };
    let (gone, kept): (Vec<_>, Vec<_>) =
        regions.into_iter().partition(|(_, region)| changed.iter().any(|at| is_in(at, region)));
    if gone.is_empty() {
        return Vec::new();
    }
    for (_, [first, last]) in &gone {
        let content = content(tree, data, *first);
        for row in first.0..=last.0 {
            for column in first.1..=last.1 {
                if (row, column) != *first {
                    cells.entry((row, column)).or_insert_with(|| Written::Copied(content.clone()));
                }
            }
        }
    }
    let texts: String = kept.iter().map(|(one, _)| &tree.page.text[one.extent()]).collect();
    let list = if kept.is_empty() {
        String::new()
    } else {
        format!("<mergeCells count=\"{}\">{texts}</mergeCells>", kept.len())
    };
    vec![(merged.extent(), list)]
}

/// The type and the content of a cell, as they stand in its element.
fn content(tree: &Tree, data: Element<'_>, at: (usize, usize)) -> String {
    let name = reference(at);
    let found = data
        .all("row")
        .flat_map(Element::elements)
        .find(|cell| cell.attribute("r") == Some(name.as_str()));
    let Some(cell) = found else { return String::new() };
    let kind = cell.attribute("t").map_or_else(String::new, |kind| format!(" t=\"{kind}\""));
    format!("{kind}>{}</c>", &tree.page.text[cell.tag().end..cell.inner_end().max(cell.tag().end)])
}

/// The first and last cell of `B5:C6`.
fn region(written: &str) -> Option<[(usize, usize); 2]> {
    let (first, last) = written.split_once(':').unwrap_or((written, written));
    Some([position(first)?, position(last)?])
}

/// Row and column, from 0, of `B5`.
fn position(written: &str) -> Option<(usize, usize)> {
    let letters = written.chars().take_while(char::is_ascii_alphabetic).count();
    let (letters, number) = written.split_at(letters);
    let digit = |column: usize, letter: u8| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    };
    let column = letters.bytes().fold(0, digit);
    Some((number.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn reference((row, column): (usize, usize)) -> String {
    format!("{}{}", letters(column), row + 1)
}

fn row_edits(
    tree: &Tree,
    row: Element<'_>,
    number: usize,
    mut cells: BTreeMap<usize, Written<'_>>,
    styling: &mut Styling,
) -> Edits {
    let mut edits = Edits::new();
    let is_closed = tree.page.text[row.tag()].ends_with("/>");
    for own in row.all("c") {
        let Some((_, column)) = own.attribute("r").and_then(position) else { continue };
        let before: Vec<usize> = cells.range(..column).map(|(column, _)| *column).collect();
        let start = own.extent().start;
        for earlier in before {
            if let Some(written) = cells.remove(&earlier) {
                edits.push((start..start, cell((number, earlier), &written, None, styling)));
            }
        }
        if let Some(written) = cells.remove(&column) {
            edits.push((
                own.extent(),
                cell((number, column), &written, own.attribute("s"), styling),
            ));
        }
    }
    let rest: String = cells
        .iter()
        .map(|(column, written)| cell((number, *column), written, None, styling))
        .collect();
    if is_closed && !rest.is_empty() {
        let tag = tree.page.text[row.tag()].trim_end_matches("/>");
        edits.push((row.tag(), format!("{tag}>{rest}</row>")));
    } else if !rest.is_empty() {
        edits.push((row.inner_end()..row.inner_end(), rest));
    }
    edits
}

/// A cell's element.
fn cell(
    at: (usize, usize),
    written: &Written<'_>,
    style: Option<&str>,
    styling: &mut Styling,
) -> String {
    let name = reference(at);
    let own = style.and_then(|style| style.parse::<usize>().ok()).unwrap_or(0);
    match written {
        Written::Text(text) => {
            let style = styling.like(own);
            if text.is_empty() {
                return format!("<c r=\"{name}\" s=\"{style}\"/>");
            }
            let text = escape(*text);
            format!(
                "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
            )
        }
        Written::Copied(content) if content.is_empty() => format!("<c r=\"{name}\" s=\"{own}\"/>"),
        Written::Copied(content) => format!("<c r=\"{name}\" s=\"{own}\"{content}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_called_as_in_a_spreadsheet() {
        for (name, at) in [("A1", (0, 0)), ("Z9", (8, 25)), ("AA10", (9, 26)), ("ZZ1", (0, 701))] {
            assert_eq!((position(name), reference(at)), (Some(at), name.to_owned()));
        }
        assert_eq!([position("5"), position("A"), position("A0")], [None; 3]);
    }

    #[test]
    fn a_style_keeps_what_it_has_but_its_fill() {
        let marked = "<xf numFmtId=\"0\" fontId=\"1\" borderId=\"2\" fillId=\"7\" applyFill=\"1\"";
        let own = "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"3\" borderId=\"2\"";
        assert_eq!(with_fill(&format!("{own}/>"), 7), format!("{marked}/>"));
        let inside = "><alignment wrapText=\"1\"/></xf>";
        assert_eq!(with_fill(&format!("{own}{inside}"), 7), format!("{marked}{inside}"));
    }
}
