#!/usr/bin/env bash
# Opens the CSV report of a batch in LibreOffice Calc and saves it again, as CSV and as a workbook,
# with commas and with semicolons: the customers, BINs and last four digits that our own import
# reads afterwards are those that were written. Then numbers in many number formats are read from a
# workbook, and compared with what LibreOffice shows of them. Needs python3 and LibreOffice Calc, which is
# installed from Debian where it is missing; the program is the first argument.
set -euo pipefail
program=${1:?usage: spreadsheet-check.sh PROGRAM}
program=$(realpath "$program")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() { echo "spreadsheet check: $1" >&2; exit 1; }

if ! command -v soffice >/dev/null; then
  echo "LibreOffice is missing: installing libreoffice-calc-nogui"
  install=(apt-get install -y --no-install-recommends libreoffice-calc-nogui)
  [ "$(id -u)" -eq 0 ] || install=(sudo "${install[@]}")
  "${install[@]}" >"$work/apt.log" 2>&1 || fail "it cannot be installed: $(tail -1 "$work/apt.log")"
fi

# What spreadsheets change, and what they leave alone. 2009 has cards, the others have none.
customers=(2009 +375291234567 0012345 00000000000000000001 4276380012345678 12345678901234567890
  1E5 12e3 1003.0 "1002,00" "1,000" 3.10 01.02.2026 1-2 10:30 5-Jan "янв.26" MAR5 SEPT2 12%
  TRUE "истина" "1 004" @SUM -5 +7 79161234567 1001 AB-12 "Иванов 2" A100)

# Customers, BINs or last four digits of a CSV file, by our own import: each of the column's
# different values is a customer there.
column() {
  local file=$1 sign=$2 name=$3
  python3 - "$file" "$sign" "$name" >"$work/column.csv" <<'PY'
import csv, sys
path, sign, name = sys.argv[1:]
rows = list(csv.reader(open(path, encoding="utf-8-sig", newline=""), delimiter=sign))
place = rows[0].index(name)
out = csv.writer(sys.stdout)
out.writerow(["customer"])
seen = dict.fromkeys(row[place] for row in rows[1:])
out.writerows([cell] for cell in seen if cell)
PY
  # Exit codes tell of findings; nobody's cards are of interest here. A number that is told to be unlike
  # the others, such as one of words, is wanted as well.
  "$program" verify --sandbox --rate 100 --data-dir "$work/data" --customers "$work/column.csv" \
    --yes-as-is --json - 2>>"$work/complaints" |
    python3 -c 'import json, sys
for one in sorted(c["customer"] for c in json.load(sys.stdin)["customers"]): print(one)' || true
}

# Text filter options: separator, quote, UTF-8, first line, columns, language (as Windows numbers
# them), quoted fields as text, detect special numbers, as shown.
options() { echo "$1,34,76,1,,$2,false,$3,true"; }

convert() {
  local to=$1 in=$2
  shift 2
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$to" "$@" \
    --outdir "$work/out" "$in" >>"$work/office.log" 2>&1
}

checked=0
for name in comma semicolon; do
  case $name in
    comma) sign=, code=44 language=1033 ;;
    semicolon) sign=';' code=59 language=1049 ;;
  esac
  ours=$work/$name.csv
  "$program" verify --sandbox --rate 100 --data-dir "$work/data" "${customers[@]/#/--customer=}" \
    --csv "$ours" --csv-separator "$name" 2>>"$work/complaints" || [ $? -eq 1 ] ||
    fail "the program did not write its report"
  for field in customer bin last4; do column "$ours" "$sign" "$field" >"$work/$field.ours"; done
  printf '%s\n' "${customers[@]}" | LC_ALL=C sort >"$work/given"
  LC_ALL=C sort "$work/customer.ours" | cmp -s - "$work/given" ||
    fail "our own import does not read what was written: $(diff "$work/given" "$work/customer.ours")"
  # Special numbers are detected where a person ticks that box; then dates and powers are in danger.
  for detect in false true; do
    filter="--infilter=Text - txt - csv (StarCalc):$(options $code $language $detect)"
    export_to="csv:Text - txt - csv (StarCalc):$(options $code $language $detect)"
    rm -rf "$work/out"
    convert "$export_to" "$ours" "$filter"
    mv "$work/out/$name.csv" "$work/saved-csv.csv"
    convert xlsx "$ours" "$filter"
    mv "$work/out/$name.xlsx" "$work/$name-book.xlsx"
    convert "$export_to" "$work/$name-book.xlsx"
    mv "$work/out/$name-book.csv" "$work/saved-xlsx.csv"
    for way in csv xlsx; do
      for field in customer bin last4; do
        column "$work/saved-$way.csv" "$sign" "$field" >"$work/$field.saved"
        diff "$work/$field.ours" "$work/$field.saved" ||
          fail "$field changed on the way through LibreOffice ($name, $way, detect $detect)"
        checked=$((checked + $(wc -l <"$work/$field.saved")))
      done
      echo "$name, saved as $way, special numbers detected: $detect: as written"
    done
  done
done
echo "spreadsheet check: $checked values in 8 round trips are what was written"
python3 "$(dirname "$0")/spreadsheet-formats.py" "$program" "$work/formats" || fail "see above"
