#!/usr/bin/env bash
# Makes every picture in docs/pictures from the program itself: no display, no editing. The program
# is the first argument. Pictures differ from run to run in ports, times and dates, and in nothing
# else.
set -euo pipefail
cd "$(dirname "$0")/.."
program=${1:-target/release/carddesk}
[ -x "$program" ] || {
  echo "pictures: $program is not there; run \`cargo build --release\` first, or name a program" >&2
  exit 2
}
out=docs/pictures
mkdir -p "$out"
export TZ=UTC
work=$(mktemp -d)
cleanup() {
  # A process that is gone already is what we want.
  [ -n "${server:-}" ] && kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

# The sandbox's own; they protect nothing.
merchant=(--merchant-id 777001 --login sandbox --password-stdin)
password=sandbox-2026

# A picture of an embedded sandbox of its own: NAME CUSTOMER WxH and more flags.
picture() {
  local name=$1 customer=$2 size=$3
  shift 3
  echo "$out/$name.png"
  "$program" snapshot --sandbox --customer "$customer" --size "$size" "$@" --out "$out/$name.png"
}

picture cards 1004 1280x800 --select 1
picture dark 1004 1280x720 --select 2 --theme dark
picture russian 1003 1200x750 --lang ru
picture remove 1004 960x640 --select 2 --show remove
picture findings 2009 1280x900 --select 1 --show findings
picture sheet 3000 1280x900 --show sheet
picture assets 1012 1024x860 --select 1 --show assets
picture large 1010 960x640 --select 4 --show large
picture broken 3000 1200x700
picture sign-in 1004 960x720 --show sign-in

# The journal needs removals, and those a server that outlives a command.
"$program" sandbox >"$work/sandbox" &
server=$!
for _ in $(seq 100); do
  grep -q '^Server ' "$work/sandbox" && break
  kill -0 "$server" 2>/dev/null || { echo "pictures: the sandbox did not start" >&2; exit 1; }
  sleep 0.1
done
url=$(awk '$1 == "Server" { print $2 }' "$work/sandbox")
mkdir "$work/data"
echo '{"operator":"N. Orlova"}' >"$work/data/settings.json"

# Removes a card: EXPECTED-EXIT-CODE CUSTOMER PLACE-IN-LIST REASON.
remove() {
  local expected=$1 customer=$2 place=$3 reason=$4 token code=0
  token=$("$program" list --server "$url" "${merchant[@]}" --customer "$customer" <<<"$password" |
    awk -v line=$((place + 1)) 'NR == line { print $1 }')
  printf '%s\n' "$password" "$token" |
    "$program" remove --server "$url" "${merchant[@]}" --customer "$customer" --token-stdin --yes \
      --reason "$reason" --data-dir "$work/data" >"$work/said" || code=$?
  [ "$code" -eq "$expected" ] || {
    echo "pictures: removing a card of $customer gave $code instead of $expected" >&2
    cat "$work/said" >&2
    exit 1
  }
}

remove 0 1004 1 "Ticket 5120, card lost"
remove 1 5001 1 "Ticket 5127"
remove 0 5003 2 "Ticket 5131, customer's wish"
remove 1 5004 1 "Ticket 5133"
remove 3 5011 3 "Ticket 5140, card re-issued"
remove 0 1003 2 "Ticket 5141, card re-issued"
echo "$out/journal.png"
"$program" snapshot --server "$url" "${merchant[@]}" --customer 1003 --size 1280x560 \
  --show journal --data-dir "$work/data" --out "$out/journal.png" <<<"$password"

# Written for the user alone, like everything the program writes; these are for everybody.
chmod 644 "$out"/*.png
du -ch "$out"/*.png
