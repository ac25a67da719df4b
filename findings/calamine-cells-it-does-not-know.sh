#!/usr/bin/env bash
# calamine 0.38.0, two cells of .xlsx workbooks that programs write every day: a formula whose result was not
# calculated yet (openpyxl and other exporters write none), and a new kind of error (#SPILL!, since 2019).
#
# One would expect: the formula's cell can be told from an empty one, and an error that is not known spoils its
# own cell.
# So it is: the formula's cell is `Empty`, as if nobody had written it (the formula itself is had by another
# call, which reads the sheet once more), and one unknown error ends the reading of the whole sheet.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 - <<'PYTHON'
import zipfile
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
def book(name, cells):
    with zipfile.ZipFile(name, "w") as made:
        made.writestr("[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/></Types>')
        made.writestr("_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        made.writestr("xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>')
        made.writestr("xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>')
        made.writestr("xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>')
book("formula.xlsx", '<c r="A1"><v>1002</v></c><c r="B1"><f>A1+1</f></c><c r="D1"><v>7</v></c>')
book("error.xlsx", '<c r="A1"><v>1002</v></c><c r="B1" t="e"><f>A1</f><v>#SPILL!</v></c>')
book("known.xlsx", '<c r="A1"><v>1002</v></c><c r="B1" t="e"><f>A1</f><v>#N/A</v></c>')
PYTHON
mkdir src
cat > Cargo.toml <<'TOML'
[package]
name = "shown"
version = "0.0.0"
edition = "2024"
[dependencies]
calamine = "=0.38.0"
TOML
cat > src/main.rs <<'RUST'
use calamine::{Reader, Xlsx, open_workbook};

fn main() {
    for name in ["formula", "error", "known"] {
        let mut book: Xlsx<_> = open_workbook(format!("{name}.xlsx")).unwrap();
        match book.worksheet_range("S") {
            Ok(cells) => println!("{name}: {:?}", cells.rows().collect::<Vec<_>>()),
            Err(error) => println!("{name}: no sheet: {error}"),
        }
    }
}
RUST
cargo run --quiet > told.txt
cat told.txt
# The formula's cell (B) and the one that nobody wrote (C) are the same.
grep -q '^formula: \[\[Float(1002.0), Empty, Empty, Float(7.0)\]\]$' told.txt
grep -q '^error: no sheet: ' told.txt
grep -q '^known: \[\[Float(1002.0), Error(NA)\]\]$' told.txt
