#!/usr/bin/env bash
# Runs the program for Windows under Wine, as its users would: from a console, in scripts, by a double click,
# two at once, and killed in the middle. The folder of carddesk.exe and carddesk.com is the first argument.
# Needs Wine, Xvfb, xdotool, openbox and ImageMagick; scripts/windows.sh calls it with a Wine that is set up.
set -euo pipefail
folder=$(realpath "${1:?usage: windows-check.sh FOLDER [FOLDER FOR SCREENSHOTS]}")
scripts=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
shots=$(mkdir -p "${2:-$work/shots}" && realpath "${2:-$work/shots}")
name=windows
. "$scripts/windows-common.sh"
trap cleanup EXIT
cd "$work"

# In the console: what it says, and the code it ends with.
desk() {
  code=0
  timeout 300 wine "$folder/carddesk.com" "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
}
ended_with() { [ "$code" -eq "$1" ] || fail "$2: it ended with code $code instead of $1"; }
says() { grep -q -- "$1" "$work/out" "$work/err" || fail "$2: it does not say '$1'"; }

# The journal's chain, by other means than the program's own.
chain_holds() {
  local prev n=0 line body sum
  prev=$(printf '%064d' 0)
  while IFS= read -r line || [ -n "$line" ]; do
    n=$((n + 1))
    body=${line%,\"sum\":*} sum=${line##*,\"sum\":\"}
    [ "${sum%\"\}}" = "$(printf %s "$body" | sha256sum | cut -c1-64)" ] || fail "line $n of the journal is broken"
    [[ $line == "{\"seq\":$n,\"prev\":\"$prev\","* ]] || fail "line $n of the journal does not follow"
    prev=$(printf %s "$line" | sha256sum | cut -c1-64)
  done <"$1"
  lines=$n
}

check_files() {
  local file=$folder/carddesk.exe kind
  subsystem() { x86_64-w64-mingw32-objdump -p "$1" | sed -n 's/^Subsystem.*(\(.*\))$/\1/p'; }
  if command -v x86_64-w64-mingw32-objdump >/dev/null; then
    kind="$(subsystem "$file"), $(subsystem "$folder/carddesk.com")"
    [ "$kind" = "Windows GUI, Windows CUI" ] || fail "the two files are: $kind"
  fi
  for words in PerMonitorV2 longPathAware 'activeCodePage'; do
    grep -qa "$words" "$file" || fail "the manifest does not say $words"
  done
  # UTF-16, as resources are.
  grep -qaP 'P\0r\0o\0d\0u\0c\0t\0N\0a\0m\0e\0' "$file" || fail "it has no version resource"
  desk --version
  ended_with 0 "the version"
  says "^carddesk [0-9]" "the version"
  told "$(tr -d '\r' <"$work/out" | paste -sd ' '): $(($(stat -c %s "$file") / 1024)) KiB, icon, version and manifest inside"
}

check_commands() {
  desk list --sandbox --customer 1003 --json
  ended_with 0 "a list"
  local cards
  cards=$(grep -o '"token":' "$work/out" | wc -l)
  [ "$cards" -gt 3 ] || fail "a list holds $cards cards"
  # Names and words in Cyrillic, in a path of more than 260 characters.
  local data='Данные службы поддержки' long
  long=$(printf 'очень-длинная-папка-%.0s' 1 2 3)/
  long=$long$long$long$long$long
  mkdir -p "$long"
  desk remove --sandbox --customer 1004 --all --yes --expect-cards 5 --reason 'уход покупателя' --data-dir "$data" \
    --receipt "${long}квитанция.html"
  ended_with 0 "a revocation"
  grep -q 'уход покупателя' "${long}квитанция.html" || fail "the receipt lacks the reason"
  grep -q 'уход покупателя' "$data/journal.jsonl" || fail "the journal lacks the reason"
  ! ls "$data"/revocation-* >/dev/null 2>&1 || fail "the file of a revocation that has ended is still there"
  chain_holds "$data/journal.jsonl"
  desk verify --sandbox --customer 1003 --html отчёт.html --data-dir "$data"
  ended_with 0 "a verification"
  grep -q '<html' отчёт.html || fail "there is no report"
  desk snapshot --sandbox --customer 1003 --size 1280x840 --out снимок.png
  ended_with 0 "a snapshot"
  cp снимок.png "$shots/snapshot.png"
  local colours
  colours=$(identify -format '%k' снимок.png)
  [ "$colours" -gt 2000 ] || fail "the snapshot has $colours colours"
  desk remove --sandbox --customer 1004 --token nonsense --yes
  ended_with 2 "a bad token"
  says "this is no token" "a bad token"
  told "list of $cards cards, revocation with a receipt ($lines lines in its journal), report, snapshot of $colours colours; paths and words in Cyrillic"
}

# Of what was built for windows alone, as scripts call it: the output is heard all the same.
check_output_of_the_window_program() {
  code=0
  wine "$folder/carddesk.exe" list --sandbox --customer 1003 >"$work/out" 2>"$work/err" </dev/null || code=$?
  ended_with 0 "carddesk.exe in a script"
  says 1003 "carddesk.exe in a script"
  told "carddesk.exe answers in scripts: $(wc -l <"$work/out") lines"
}

start_sandbox() {
  wine "$folder/carddesk.com" sandbox >"$work/sandbox" 2>/dev/null &
  sandbox=$!
  pids+=("$sandbox")
  wait_until "the sandbox" grep -qs '^Server ' "$work/sandbox"
  url=$(tr -d '\r' <"$work/sandbox" | awk '$1 == "Server" { print $2 }')
}
signed_in() { # subcommand, further arguments
  local command=$1
  shift
  timeout 300 wine "$folder/carddesk.com" "$command" --server "$url" --merchant-id 777001 --login sandbox --password-stdin "$@" <<<sandbox-2026
}

check_two_at_once() {
  local data=вдвоём first second count
  signed_in remove --customer 1003 --all --yes --expect-cards 12 --data-dir "$data" >"$work/out" 2>"$work/err" &
  first=$!
  signed_in remove --customer 1009 --all --yes --expect-cards 5 --data-dir "$data" >"$work/out2" 2>"$work/err2" &
  second=$!
  code=0
  wait "$first" || code=$?
  ended_with 0 "the first of two"
  wait "$second" || code=$?
  ended_with 0 "the second of two"
  chain_holds "$data/journal.jsonl"
  count=$(grep -c '"intent"' "$data/journal.jsonl")
  [ "$count" -gt 6 ] || fail "the journal of two has $count intents"
  told "two processes on one folder: $count removals, $lines lines, one chain"
}

# The gateway never answers: killed while the request is out, and what is left is told and settled.
check_kill() {
  local data=прервано removing pid child left
  signed_in remove --customer 5015 --all --yes --expect-cards 3 --data-dir "$data" >"$work/out" 2>"$work/err" &
  removing=$!
  wait_until "an intent" grep -qs '"intent"' "$data/journal.jsonl"
  # The process of the program, not of whoever waits for it.
  pid=$removing
  while child=$(pgrep -P "$pid" | head -n 1) && [ -n "$child" ]; do pid=$child; done
  kill -9 "$pid"
  wait "$removing" && fail "it was not killed" || true
  left=$(ls "$data"/revocation-*.jsonl | wc -l)
  [ "$left" -eq 1 ] || fail "$left files tell what is left of the revocation"
  code=0
  signed_in resolve --customer 5015 --data-dir "$data" >"$work/out" 2>"$work/err" || code=$?
  [ "$code" -ne 2 ] || fail "what was left open cannot be settled"
  grep -q '"resolution"' "$data/journal.jsonl" || fail "the journal has no resolution"
  chain_holds "$data/journal.jsonl"
  told "killed in the middle of a removal: $(head -n 1 "$work/out" | tr -d '\r'), $lines lines, one chain"
}

key() { xdotool key --delay 40 "$@" 2>/dev/null; }
# On a Russian keyboard, as a person would: letters that no key has get one for a moment, and Wine is too late for it.
typed() {
  setxkbmap ru
  sleep 2
  xdotool type --delay 80 -- "$1" 2>/dev/null
  sleep 2
  setxkbmap us
  sleep 1
}
acknowledged() { grep -qs "$1" "$2/acknowledgements.json"; }
drawn_by() { grep -qs "renderer=\"$2\"" "$1"/logs/*.log; }

# The window itself, by a double click's program: first frame, cards, a click, a size, zoom, Cyrillic letters typed
# and kept, closed.
check_window() { # renderer, what draws then, the key that closes it
  local renderer=$1 data="окно $1" timings=timings-$1 began process
  began=$(date +%s%N)
  wine "$folder/carddesk.exe" --sandbox --customer 2003 --lang ru --data-dir "$data" --timings "$timings" \
    --renderer "$renderer" >"$work/out" 2>"$work/err" </dev/null &
  process=$!
  pids+=("$process")
  wait_until "the window ($renderer)" window_is_there
  xdotool windowfocus "$window" 2>/dev/null || true
  wait_until "cards ($renderer)" cards_are_there "$renderer" "$timings"
  drawn_by "$data" "$2" || fail "asked for $renderer, something else than $2 draws"
  eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(X|Y|WIDTH|HEIGHT)=')"
  xdotool mousemove $((X + WIDTH * 35 / 100)) $((Y + HEIGHT * 35 / 100)) click 1 2>/dev/null
  wait_until "the inspector after a click ($renderer)" is_changed "$renderer" "$renderer-selected" 20000
  xdotool windowsize "$window" 1000 700
  wait_until "a smaller window ($renderer)" is_changed "$renderer-selected" "$renderer-small" 20000
  xdotool windowsize "$window" "$WIDTH" "$HEIGHT"
  wait_until "the window in its old size ($renderer)" is_same "$renderer-selected" "$renderer-again"
  key ctrl+plus
  wait_until "larger letters ($renderer)" is_changed "$renderer-selected" "$renderer-zoomed" 20000
  key ctrl+0
  # Lists may stand a little elsewhere than before.
  wait_until "letters of the old size ($renderer)" is_changed "$renderer-zoomed" "$renderer-usual" 20000
  # N leads to the first finding, A asks why it is accepted.
  key n
  wait_until "a finding ($renderer)" is_changed "$renderer-usual" "$renderer-finding" 200
  key a
  wait_until "the question why ($renderer)" is_changed "$renderer-finding" "$renderer-why"
  typed 'так решил банк, №5'
  wait_until "the answer ($renderer)" is_changed "$renderer-why" "$renderer-answer" 200
  key Return
  wait_until "an acknowledged finding ($renderer)" acknowledged 'так решил банк, №5' "$data"
  close_window "the window ($renderer)" "$process" "$3"
  told "window by $renderer, drawn by $2: first frame after $(first_frame "$timings") ms, $(colours "$renderer") colours with cards, click, size, zoom, Cyrillic letters, closed; $((($(date +%s%N) - began) / 1000000)) ms in all"
}

# Opens a window that the processor draws on the same folder as others; its process in `opened`.
open_window() { # customer
  wine "$folder/carddesk.exe" --sandbox --lang en --customer "$1" --data-dir "два окна" --renderer cpu --timings "timings-$1" \
    >"$work/out" 2>"$work/err" </dev/null &
  opened=$!
  pids+=("$opened")
  wait_until "cards of $1" cards_are_there "two-$1" "timings-$1"
}
windows() { xdotool search --onlyvisible --name '^Carddesk$' 2>/dev/null || true; }
# By the palette, in the window.
command_in() {
  xdotool windowactivate --sync "$1" 2>/dev/null
  sleep 0.5
  key ctrl+k
  sleep 0.5
  xdotool type --delay 60 "$2" 2>/dev/null
  sleep 0.5
  key Return
}
setting_is_kept() { grep -qsE "$1" "два окна/settings.json"; }

# What one keeps the other does not lose. A window manager hands the keyboard from one to the other.
check_two_windows() {
  local first second manager one two
  openbox >/dev/null 2>&1 &
  manager=$!
  pids+=("$manager")
  open_window 1004
  first=$opened one=$(windows)
  open_window 1009
  second=$opened two=$(windows | grep -v "^$one$")
  command_in "$one" "large tiles"
  wait_until "the size of the tiles" setting_is_kept '"tiles": *"large"'
  command_in "$two" "show or hide customers"
  wait_until "the folded list" setting_is_kept '"customers_folded": *true'
  setting_is_kept '"tiles": *"large"' || fail "the size of the tiles was lost"
  for pair in "$one:$first" "$two:$second"; do
    window=${pair%%:*}
    xdotool windowactivate --sync "$window" 2>/dev/null
    close_window "one of two windows" "${pair##*:}"
  done
  kill "$manager"
  told "two windows on one folder: what each of them keeps is there"
}

# First: Wine asks for a display once, and does without for as long as anything of it runs.
wineserver -k 2>/dev/null || true
start_display
check_files
check_commands
check_output_of_the_window_program
start_sandbox
check_two_at_once
check_kill
check_window opengl opengl ctrl+q
check_window cpu cpu alt+F4
# Here OpenGL is itself drawn by the processor.
check_window auto cpu ctrl+q
check_two_windows
told "all of it ran under $(wine --version)"
