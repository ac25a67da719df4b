#!/usr/bin/env bash
# LibreOffice Calc, as Debian packages it (tried with 7.4.7), run without a window.
#
# One would expect: an apostrophe before a number marks it as text and is not part of it, as when it is
# typed into a cell; so a CSV file with '0012345 gives the text 0012345, and saving gives 0012345.
# So it is: from a CSV file the apostrophe is a letter of the text. It is shown, and is written out again, by
# CSV and through a workbook. Bare digits lose their leading zeros on the way, so that the apostrophe keeps
# them, at the price that every reader of such files must know it.
set -euo pipefail
if ! command -v soffice >/dev/null; then
  echo "installing libreoffice-calc-nogui"
  apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui >/dev/null
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
printf 'number,name\n%s,marked\n%s,bare\n' "'0012345" "0012346" > in.csv
office() { soffice "-env:UserInstallation=file://$work/profile" --headless "$@" >/dev/null 2>&1; }
mkdir direct workbook
office --convert-to csv --outdir direct in.csv
office --convert-to xlsx --outdir workbook in.csv
office --convert-to csv --outdir workbook workbook/in.xlsx
soffice --version
for way in direct workbook; do
  echo "== $way"
  cat "$way/in.csv"
done
for way in direct workbook; do
  grep -qx "'0012345,marked" "$way/in.csv"
  grep -qx "12346,bare" "$way/in.csv"
done
