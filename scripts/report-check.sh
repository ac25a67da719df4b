#!/usr/bin/env bash
# Opens the HTML report of a batch in headless Chromium as a person would: what it says is there,
# its pictures are drawn, nothing is loaded, and it can be printed. Needs chromium, ImageMagick and
# poppler-utils; the program is the first argument.
set -euo pipefail
program=${1:?usage: report-check.sh PROGRAM [FOLDER FOR SCREENSHOTS]}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shots=${2:-$work}
mkdir -p "$shots"

fail() { echo "report check: $1" >&2; exit 1; }

browser() {
  # Every name is unknown: a page that needs the network shows it.
  timeout 60 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
    --user-data-dir="$work/profile" --host-resolver-rules='MAP * ~NOTFOUND' \
    --log-net-log="$work/net.json" "$@" 2>>"$work/browser.log"
}

says() { grep -qF -- "$1" "$work/$2.dom" || fail "the page ($2) does not say: $1"; }

# A file of customer 3000 takes longer than the program waits, so the Russian report, which is made
# without that customer, is looked at meanwhile.
declare -A reports
report() {
  local lang=$1
  shift
  "$program" verify --sandbox "$@" --rate 100 --lang "$lang" --html "$work/$lang.html" &
  reports[$lang]=$!
}
report en --customer 1003 --customer 2009 --customer 3000
report ru --customer 1003 --customer 2009 --customer 3001

check() {
  local lang=$1 title=$2 errors=$3 sentence=$4 code=0
  # Errors are to be found there: exit code 1.
  wait "${reports[$lang]}" || code=$?
  [ "$code" -eq 1 ] || fail "the program ended with code $code instead of 1"
  local page="file://$work/$lang.html"

  browser --dump-dom "$page" >"$work/$lang.dom" || fail "Chromium did not read the page"
  says "<h1>$title</h1>" "$lang"
  says "<dd>3</dd>" "$lang"
  says "<dt>$errors</dt>" "$lang"
  says "$sentence" "$lang"
  says "content=\"default-src 'none'; img-src data:" "$lang"
  ! grep -Eq '(src|srcset|poster|xlink:href)="https?:|<(link|script|iframe|object|embed)\b|url\(.?https?:' \
    "$work/$lang.dom" || fail "the page loads something"
  # Chromium's own services ask for things; the page may not ask the asset store.
  ! grep -Eq '"url":"https?://(127\.0\.0\.1|localhost|\[::1\])' "$work/net.json" ||
    fail "the browser asked the asset store"

  # The page itself has some hundred colours, of text smoothed; card art has thousands.
  local colours
  browser --window-size=1280,6000 --screenshot="$shots/report-$lang.png" "$page" ||
    fail "Chromium took no picture"
  colours=$(identify -format '%k' "$shots/report-$lang.png")
  [ "$colours" -gt 4000 ] || fail "only $colours colours: the thumbnails are not drawn"

  browser --no-pdf-header-footer --print-to-pdf="$work/$lang.pdf" "$page" || fail "it did not print"
  local pages
  pages=$(pdfinfo "$work/$lang.pdf" | awk '/^Pages:/ { print $2 }')
  [ "${pages:-0}" -ge 1 ] || fail "the printed page is no PDF"
  echo "report check ($lang): $colours colours, $pages pages printed"
}

check ru "Отчёт об оформлении карт" Ошибки "Этого файла нет в хранилище (код HTTP 404)."
check en "Card art report" Errors "The file is not in the asset store (HTTP status 404)."
