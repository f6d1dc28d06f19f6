//! A workbook to fill in: a sheet for each file of a school, with headings in a person's language that say what belongs
//! under them, lists to choose from, and a sheet that explains it all with an example.

mod meanings;
mod sheets;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, Note, Workbook, Worksheet,
    XlsxError,
};

use crate::domain::{Day, Language};
use crate::input::{Form, FormColumn, forms};
use crate::words::{pick, weekday};
use meanings::meaning;
use sheets::{example, guide, title};

/// How many rows have lists to choose from.
const ROWS: u32 = 2000;
/// The colours of headings: of columns that are needed, and of the others.
const NEEDED: u32 = 0x00C6_E0B4;
const OPTIONAL: u32 = 0x00ED_EDED;
/// The least width of a column, in signs.
const NARROWEST: u16 = 12;

/// The bytes of the workbook.
///
/// # Errors
/// What keeps the workbook from being written.
pub fn template(language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // The same workbook is the same bytes, whenever it is written.
    let never = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&never));
    let forms = forms(language);
    write_guide(book.add_worksheet().set_name(guide(language))?, &forms, language)?;
    for form in &forms {
        write_form(book.add_worksheet().set_name(form.sheet)?, form, language)?;
    }
    book.save_to_buffer()
}

fn write_form(sheet: &mut Worksheet, form: &Form, language: Language) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    for (at, column) in (0_u16..).zip(&form.columns) {
        let colour = if column.is_needed { NEEDED } else { OPTIONAL };
        let bold = Format::new().set_bold().set_background_color(Color::RGB(colour));
        sheet.write_string_with_format(0, at, column.heading, &bold)?;
        let width = u16::try_from(column.heading.chars().count()).unwrap_or(0) + 4;
        sheet.set_column_width(at, width.max(NARROWEST))?;
        let told = meaning(form.key, column.key, language);
        sheet.insert_note(0, at, &Note::new(told).add_author_prefix(false))?;
        if let Some(list) = choices(form, column, language) {
            let warning = DataValidation::new().allow_list_strings(&list)?;
            // A list is a help: `mon+tue` and `A` are typed all the same.
            let warning = warning.show_error_message(false);
            sheet.add_data_validation(1, at, ROWS, at, &warning)?;
        }
    }
    Ok(())
}

/// What may be chosen in a column; `None` where that is open.
fn choices(form: &Form, column: &FormColumn, language: Language) -> Option<Vec<&'static str>> {
    match (form.key, column.key) {
        (_, "day") | ("apprentices", "away") => {
            let days = [Day::Mon, Day::Tue, Day::Wed, Day::Thu, Day::Fri];
            Some(days.into_iter().map(|day| weekday(day, language)).collect())
        }
        (_, "locked" | "break_after" | "one_day") => {
            Some(pick!(language, vec!["ja"], vec!["ja"], vec!["yes"]))
        }
        (_, "core") => Some(pick!(
            language,
            vec!["obligatorisk", "ønsket", "nej"],
            vec!["obligatorisk", "önskat", "nej"],
            vec!["required", "desired", "no"]
        )),
        _ => None,
    }
}

/// The sheet that explains the others: what each is for, its columns, and an example.
fn write_guide(sheet: &mut Worksheet, forms: &[Form], language: Language) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let large = Format::new().set_bold().set_font_size(14);
    let wrapped = Format::new().set_text_wrap();
    sheet.set_column_width(0, 24)?;
    sheet.set_column_width(1, 24)?;
    sheet.set_column_width(2, 90)?;
    sheet.write_string_with_format(0, 0, sheets::heading(language), &large)?;
    let mut row = 1;
    for line in sheets::introduction(language).lines() {
        sheet.write_string(row, 0, line)?;
        row += 1;
    }
    for form in forms {
        row += 1;
        sheet.write_string_with_format(row, 0, form.sheet, &large)?;
        sheet.write_string(row, 1, title(form.key, language))?;
        row += 1;
        for column in &form.columns {
            let is_needed = if column.is_needed { sheets::needed(language) } else { "" };
            sheet.write_string_with_format(row, 0, column.heading, &bold)?;
            sheet.write_string(row, 1, is_needed)?;
            sheet.write_string_with_format(
                row,
                2,
                meaning(form.key, column.key, language),
                &wrapped,
            )?;
            row += 1;
        }
        for line in example(form.key, language).lines() {
            sheet.write_string(row, 2, line)?;
            row += 1;
        }
    }
    Ok(())
}
