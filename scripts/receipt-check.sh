#!/usr/bin/env bash
# Prints the receipt of a revocation with headless Chromium, as a person would: two sheets of A4 at most
# for more than twenty cards, every card's number on one line, times with their zone. Needs chromium and
# poppler-utils; the program is the first argument.
set -euo pipefail
program=${1:?usage: receipt-check.sh PROGRAM [FOLDER FOR PAGES]}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pages=${2:-$work}
mkdir -p "$pages"

fail() { echo "receipt check: $1" >&2; exit 1; }

for lang in en ru; do
  # 32 cards.
  TZ=Europe/Moscow "$program" remove --sandbox --customer 3000 --all --yes --expect-cards 32 --go-on --lang "$lang" \
    --reason "Ticket 5120" --data-dir "$work/$lang" --receipt "$work/$lang.html" >/dev/null
  timeout 60 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/profile" \
    --host-resolver-rules='MAP * ~NOTFOUND' --no-pdf-header-footer \
    --print-to-pdf="$work/$lang.pdf" "file://$work/$lang.html" >/dev/null 2>"$work/browser.log" ||
    fail "it did not print"
  pdftoppm -r 100 -png "$work/$lang.pdf" "$pages/receipt-$lang"
  count=$(pdfinfo "$work/$lang.pdf" | awk '/^Pages:/ { print $2 }')
  pdfinfo "$work/$lang.pdf" | grep -q 'A4' || fail "the pages are not A4"
  [ "$count" -le 2 ] || fail "($lang) $count pages for 32 cards"
  pdftotext -layout "$work/$lang.pdf" "$work/$lang.txt"
  numbers=$(grep -cE '[0-9]{6}…[0-9]{4}' "$work/$lang.txt")
  [ "$numbers" -eq 32 ] || fail "($lang) $numbers of 32 numbers stand on one line"
  grep -qF 'UTC+3' "$work/$lang.html" || fail "($lang) the times have no zone"
  echo "receipt check ($lang): $numbers cards on $count pages"
done
