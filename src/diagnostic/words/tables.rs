//! What is wrong with the lines, the headings and the columns of a table.

use itertools::Itertools as _;

use super::phrases::{lines_too, meant, rows_too, sign};
use super::{Wording, wordings};
use crate::domain::Language;
use crate::words::{pick, say};

wordings! { language;
    quote_unclosed() {
        "et anførselstegn åbner en celle, der aldrig slutter",
        "ett citattecken öppnar en cell som aldrig slutar",
        "a quotation mark opens a cell that never ends";
        help "tilføj det afsluttende anførselstegn, eller fordobl et, der er ment",
             "lägg till det avslutande citattecknet, eller dubblera ett som ska stå där",
             "add the closing quotation mark, or double one that is meant";
    }

    quote_over_lines(lines: u32) {
        "et anførselstegn åbner her en celle, der først slutter {lines} linje(r) længere nede",
        "ett citattecken öppnar här en cell som slutar först {lines} rad(er) längre ner",
        "a quotation mark opens a cell here that ends only {lines} line(s) further down";
        help = Some(mend_the_mark(language));
    }

    quote_over_cells() {
        "et anførselstegn åbner her en celle, der slutter midt i en anden",
        "ett citattecken öppnar här en cell som slutar mitt i en annan",
        "a quotation mark opens a cell here that ends in the middle of another";
        help = Some(mend_the_mark(language));
    }

    cells_quoted(others: &[u32]) {
        "her står tegn, der adskiller celler, i anførselstegn, og rækken har færre celler, end der er overskrifter{too}",
        "här står tecken som skiljer celler åt inom citattecken, och raden har färre celler än det finns rubriker{too}",
        "signs that separate cells stand in quotation marks here, and the row has fewer cells than there are headings{too}",
        too = lines_too(others, language);
        help "se efter, om der står flere celler i anførselstegnene; hører det sammen, skal der ikke gøres noget",
             "se efter om flera celler står inom citattecknen; hör det ihop behöver inget göras",
             "look whether cells of their own stand in the quotation marks; if it belongs together, nothing needs to be done";
    }

    too_many_columns(most: usize) {
        "flere end {most} kolonner", "fler än {most} kolumner", "more than {most} columns";
    }

    delimiter_missing() {
        "overskrifterne står i én celle: der er intet skilletegn mellem dem",
        "rubrikerna står i en enda cell: det finns inget skiljetecken mellan dem",
        "the headings stand in one cell: no delimiter was found between them";
        help "sæt ; mellem cellerne på hver linje, og ingen anførselstegn om hele linjer",
             "sätt ; mellan cellerna på varje rad, och inga citattecken runt hela rader",
             "put ; between the cells of every line, and no quotation marks around whole lines";
    }

    delimiter_contradicted(announced: &str, seen: char) {
        "linjen sep={announced} siger, at skilletegnet er \"{announced}\", men overskrifterne er adskilt af {seen}",
        "raden sep={announced} säger att skiljetecknet är \"{announced}\", men rubrikerna skiljs åt av {seen}",
        "the line sep={announced} announces \"{announced}\" as the delimiter, but the headings are separated by {seen}",
        seen = sign(seen, language);
        help "slet linjen, der begynder med sep=",
             "ta bort raden som börjar med sep=",
             "delete the line that begins with sep=";
    }

    file_mistaken(like: &str) {
        "dette er overskrifterne til {like}",
        "det här är rubrikerna till {like}",
        "these are the headings of {like}";
        help "omdøb filen til {like}, hvis det er den; er to filer byttet om?",
             "byt namn på filen till {like} om det är den; har två filer bytt plats?",
             "rename the file to {like} if that is what it is; were two files swapped?";
    }

    headings_missing(expected: &[[&'static str; 3]], line: Option<u32>) {
        "denne linje skulle være overskrifterne, men ingen af dem er kendt",
        "den här raden borde vara rubrikerna, men ingen av dem är känd",
        "this line should be the headings, but none of them is known";
        help = Some(match line {
            Some(line) => delete_above(line, language),
            None => write_headings(expected, language),
        });
    }

    delimiter_mixed(seen: char, headings: char, others: &[u32]) {
        "rækkens celler er adskilt af {seen}, overskrifterne af {headings}{too}",
        "radens celler skiljs åt av {seen}, rubrikerna av {headings}{too}",
        "the cells of this row are separated by {seen}, the headings by {headings}{too}",
        seen = sign(seen, language), headings = sign(headings, language), too = lines_too(others, language);
        help "skriv alle linjer med samme skilletegn",
             "skriv alla rader med samma skiljetecken",
             "write all lines with the same delimiter";
    }

    too_many_rows(most: usize) {
        "flere end {most} rækker", "fler än {most} rader", "more than {most} rows";
        help "udelad det, der ikke hører til skolen",
             "utelämna det som inte hör till skolan",
             "leave out what is no part of the school";
    }

    headings_again(others: &[u32]) {
        "overskrifterne står her en gang til{too}",
        "rubrikerna står här en gång till{too}",
        "the headings stand here once more{too}",
        too = lines_too(others, language);
        help "slet linjen, og se efter, om rækker er sat ind to gange",
             "ta bort raden och se efter om rader har klistrats in två gånger",
             "delete the line, and look whether rows were pasted twice";
    }

    cell_without_heading(written: &str, others: &[u32]) {
        "\"{written}\" står ikke under nogen overskrift{too}",
        "\"{written}\" står inte under någon rubrik{too}",
        "\"{written}\" stands under no heading{too}",
        too = lines_too(others, language);
        help "giv kolonnen en overskrift, eller sæt anførselstegn om en celle med skilletegnet i",
             "ge kolumnen en rubrik, eller sätt citattecken runt en cell med skiljetecknet i",
             "give the column a heading, or put a cell that has the delimiter in it in quotation marks";
    }

    heading_repeated(column: &str) {
        "kolonnen {column} er her to gange",
        "kolumnen {column} finns här två gånger",
        "a second column for {column}";
        help "slet eller omdøb en af dem",
             "ta bort eller byt namn på en av dem",
             "delete or rename one of them";
    }

    heading_unknown(nearest: Option<&str>) {
        "ukendt kolonne, som ikke bliver læst",
        "okänd kolumn, som inte läses",
        "an unknown column, which is not read";
        help = meant(nearest, language);
    }

    column_missing(column: &str, aliases: &[&str]) {
        "kolonnen {column} mangler", "kolumnen {column} saknas", "the column {column} is missing";
        help "disse overskrifter forstås: {aliases}",
             "dessa rubriker förstås: {aliases}",
             "these headings are understood: {aliases}",
             aliases = aliases.join(", ");
    }

    cell_empty() {
        "cellen er tom", "cellen är tom", "the cell is empty";
        help "udfyld den, eller slet rækken",
             "fyll i den, eller ta bort raden",
             "fill it in, or delete the row";
    }

    columns_swapped(one: &str, other: &str) {
        "det, der står under {one}, hører til under {other}, og omvendt",
        "det som står under {one} hör hemma under {other}, och tvärtom",
        "what stands under {one} belongs under {other}, and the other way round";
        help "byt de to overskrifter om",
             "byt plats på de två rubrikerna",
             "swap the two headings";
    }

    row_repeated(line: u32, others: &[u32]) {
        "den samme række som på linje {line}{too}",
        "samma rad som på rad {line}{too}",
        "the same row as on line {line}{too}",
        too = rows_too(others.len(), language);
        help "slet den, hvis den er en for meget",
             "ta bort den om den är en för mycket",
             "delete it if it is one too many";
    }
}

/// A quotation mark opens a cell that ends where no cell should.
fn mend_the_mark(language: Language) -> String {
    say!(
        language,
        "slet tegnet, eller skriv cellen på én linje; et tegn, der er ment, fordobles i en celle med anførselstegn",
        "ta bort tecknet, eller skriv cellen på en rad; ett tecken som ska stå där dubbleras i en cell med citattecken",
        "delete the mark, or write the cell on one line; a mark that is meant is doubled in a cell with quotation marks"
    )
}

/// The headings stand further down.
fn delete_above(line: u32, language: Language) -> String {
    say!(
        language,
        "slet linjerne over linje {line}, som har overskrifterne",
        "ta bort raderna ovanför rad {line}, som har rubrikerna",
        "delete the lines above line {line}, which has the headings"
    )
}

/// No line has headings; `expected` are those needed, in English, Danish and Swedish.
fn write_headings(expected: &[[&'static str; 3]], language: Language) -> String {
    let headings =
        expected.iter().map(|[english, danish, swedish]| pick!(language, danish, swedish, english));
    say!(
        language,
        "begynd filen med en linje med overskrifter: {headings}; `mesterskema aliases` viser alle, der forstås",
        "börja filen med en rad rubriker: {headings}; `mesterskema aliases` visar alla som förstås",
        "begin the file with a line of headings: {headings}; `mesterskema aliases` lists all that are understood",
        headings = headings.format(", ")
    )
}
