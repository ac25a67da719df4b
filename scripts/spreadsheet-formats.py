#!/usr/bin/env python3
"""Numbers in many number formats, as our import reads them and as LibreOffice shows them.

Usage: spreadsheet-formats.py PROGRAM WORK. Each number is asked for as it is shown, thousands and
empty decimals left aside, or told as doubtful; never as something else in silence.
"""

import csv
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

NUMBERS = [5, 1002, 12345, 12345678, 123456789012]
FORMATS = [
    "General", "0", "#", "@", "0000000", "#,##0", "0.00", "#,##0.00", "0,", "0,,", "0.0,", ";;;",
    "0;;", "#;-#;", "yyyy", "dd.mm.yyyy", "h:mm", "[h]:mm", "mmm-yy", "0.00E+00", "##0.0E+0", "0%",
    "0.00%", '0" pcs"', "[Red]0", "0_)", "_-* #,##0_-;-* #,##0_-", "# ##0", "_-* # ##0", "?", "???",
    "# ?/?", "0/8", "[>1000]0000000;0", "[<1000]000;[>=1000]0-000", "[$-419]0", "[$-419]0000000",
    "[$₽-419]0", "#,##0.00 [$₽-419]", "000-000", '00"-"000', '"AB-"0000', '0"0"', "0\\-0",
    "(000) 000-0000", "0###", "#000", "00.00", 'General" x"', '"No "General', '"text"', "\\A0",
    '0 "k",', "0-0;(0)", "_(* #,##0_)", '_(* "-"??_)', "[Blue][>=5]00000;[Red]0", "0.###", "#.##",
    "0.", "0000000;@", '@" x"', "000 000", "0,000", "#,##0,", "0000,000", '0"E+"0', '"0"0', "##-##",
    "[DBNum1]0", "00 00 00", "0;0;0;@", "[=5]\"five\";0", "[<100]0;[<2000]00000;0", "+0", "0!", "~0",
]  # fmt: skip
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def cell(number, style, place):
    return f'<c r="{place}" s="{style}"><v>{number}</v></c>'


def workbook(path, rows, formats):
    """Writes rows of XML cells, with a style for each format."""
    types = (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/xl/{part}.xml" ContentType='
            f'"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
            for part, kind in (
                ("workbook", "sheet.main"),
                ("sheet", "worksheet"),
                ("styles", "styles"),
            )
        )
        + "</Types>"
    )

    def relations(*all):
        told = "".join(
            f'<Relationship Id="r{place}" Type="{OFFICE}/{kind}" Target="{target}"/>'
            for place, (kind, target) in enumerate(all, 1)
        )
        return f'<Relationships xmlns="{PACKAGE}/relationships">{told}</Relationships>'

    codes = "".join(
        f'<numFmt numFmtId="{200 + place}" formatCode={quoteattr(code)}/>'
        for place, code in enumerate(formats)
    )
    styles = "".join(
        f'<xf numFmtId="{200 + place}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>'
        for place in range(len(formats))
    )
    parts = {
        "[Content_Types].xml": types,
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "sheet.xml"), ("styles", "styles.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts>'
        "<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders>"
        f"<cellStyleXfs><xf/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/sheet.xml": f'<worksheet xmlns="{MAIN}"><cols><col min="1" max="9" width="60"/></cols>'
        f'<sheetData>{"".join(rows)}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>' + text)


def shown(work):
    """What LibreOffice shows of each number, a row for each format."""
    rows = [
        f'<row r="{row}">'
        + "".join(cell(n, row - 1, f"{chr(65 + at)}{row}") for at, n in enumerate(NUMBERS))
        + "</row>"
        for row in range(1, len(FORMATS) + 1)
    ]
    workbook(work / "formats.xlsx", rows, FORMATS)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,false,true", "--outdir",
         str(work), str(work / "formats.xlsx")],
        check=True, capture_output=True,
    )  # fmt: skip
    with open(work / "formats.csv", encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def ask(program, work, path, *flags):
    """Customers that the program asks for, and what it says."""
    run = subprocess.run(
        [program, "verify", "--sandbox", "--rate", "100", "--data-dir", str(work / "data"),
         "--customers", str(path), "--json", "-", *flags],
        capture_output=True, text=True,
    )  # fmt: skip
    told = json.loads(run.stdout)["customers"] if run.stdout.strip() else []
    return [one["customer"] for one in told], run.stderr


def read(program, work, code):
    """For each number: what is asked for in silence, or None where it is told first."""
    rows = ['<row r="1"><c r="A1" t="inlineStr"><is><t>customer</t></is></c></row>']
    rows += [
        f'<row r="{row}">{cell(number, 0, f"A{row}")}</row>'
        for row, number in enumerate(NUMBERS, 2)
    ]
    path = work / "format.xlsx"
    workbook(path, rows, [code])
    asked, said = ask(program, work, path)
    told = {int(line) for line in re.findall(r"line (\d+) `", said)}
    if not asked:
        asked, _ = ask(program, work, path, "--yes-as-is")
    by_line = iter(asked)
    refused = {int(line) for line in re.findall(r"line (\d+) `[^`]*`: “", said)}
    values = {line: next(by_line, None) for line in range(2, len(NUMBERS) + 2) if line not in refused}
    return [None if line in told else values.get(line) for line in range(2, len(NUMBERS) + 2)]


def same(ours, theirs):
    theirs = theirs.strip()
    whole = re.sub(r"[.](0*)$", "", theirs)
    return ours in (theirs, re.sub(r"[\s,]", "", whole))


def main():
    program, work = sys.argv[1], Path(sys.argv[2])
    work.mkdir(parents=True, exist_ok=True)
    right = told = 0
    wrong = []
    for code, seen in zip(FORMATS, shown(work)):
        for number, theirs, ours in zip(NUMBERS, seen, read(program, work, code)):
            if ours is None:
                told += 1
            elif same(ours, theirs):
                right += 1
            else:
                wrong.append(f"{code}: {number} is shown as {theirs!r} and asked for as {ours!r}")
    print(f"number formats: {right} numbers are asked for as they are shown, {told} are told first")
    if wrong:
        sys.exit("spreadsheet check: " + "\n".join(wrong))


main()
