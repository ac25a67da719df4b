#!/usr/bin/env bash
# Two real windows on one folder of data, worked in by turns as a person would: nothing that one of them
# keeps is lost by the other. Needs Xvfb, xdotool and openbox; the program is the first argument.
set -euo pipefail
program=${1:?usage: two-windows-check.sh PROGRAM [FOLDER FOR SCREENSHOTS]}
work=$(mktemp -d)
shots=${2:-$work}
mkdir -p "$shots" "$work/data"
pids=()
cleanup() {
  # Whatever still runs is ended; a process that is gone already is what we want.
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap cleanup EXIT
fail() { echo "two windows: $1" >&2; exit 1; }

# Runs a command until it succeeds, for at most half a minute.
wait_until() {
  for _ in $(seq 150); do
    if "${@:2}"; then return; fi
    sleep 0.2
  done
  fail "waited in vain for $1"
}

unset WAYLAND_DISPLAY
Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
pids+=($!)
wait_until "a display" test -s "$work/display"
DISPLAY=:$(tr -d '[:space:]' <"$work/display")
export DISPLAY
openbox >/dev/null 2>&1 &
pids+=($!)

"$program" sandbox >"$work/sandbox" &
pids+=($!)
wait_until "the sandbox" grep -q '^Server ' "$work/sandbox"
url=$(awk '$1 == "Server" { print $2 }' "$work/sandbox")

windows() { { xdotool search --onlyvisible --name "^Carddesk$" 2>/dev/null || true; } | sort; }
has_windows() { [ "$(windows | wc -l)" -eq "$1" ]; }

# Opens a window; its id in `opened`, its process in `process`.
open_window() {
  local before count
  before=$(windows)
  count=$(printf '%s' "$before" | grep -c . || true)
  "$program" --server "$url" --merchant-id 777001 --login sandbox --password-stdin --customer "$1" \
    --lang en --data-dir "$work/data" <<<sandbox-2026 >"$work/out-$1" 2>&1 &
  process=$!
  pids+=("$process")
  wait_until "a window" has_windows $((count + 1))
  opened=$(comm -13 <(printf '%s\n' "$before") <(windows))
}

into() { xdotool windowactivate --sync "$1"; sleep 0.3; }
keys() { local window=$1; shift; into "$window"; for key in "$@"; do xdotool key "$key"; sleep 0.3; done; }
command() { keys "$1" ctrl+k; xdotool type --delay 5 "$2"; sleep 0.3; xdotool key Return; sleep 0.5; }
look_up() { keys "$1" ctrl+l; xdotool type --delay 5 "$2"; xdotool key Return; sleep 1.5; }
shot() { import -silent -window root "$shots/$1.png" 2>/dev/null || true; }
kept() { grep -qE "$1" "$work/data/$2"; }

open_window 1004
one=$opened one_process=$process
open_window 1009
two=$opened two_process=$process
sleep 2

# A setting in each, by turns.
command "$one" "large tiles"
command "$two" "show or hide customers"
look_up "$one" 1003
look_up "$two" 1012
wait_until "the size of the tiles" kept '"tiles": *"large"' settings.json
wait_until "the folded list" kept '"customers_folded": *true' settings.json
kept '"tiles": *"large"' settings.json || fail "the size of the tiles was lost"
shot settings

# A card removed in each: Delete asks, the safe button has the focus, Tab leads to the other one.
for window in "$one" "$two"; do
  keys "$window" ctrl+l Escape Tab
  look_up "$window" "$([ "$window" = "$one" ] && echo 1004 || echo 1009)"
  keys "$window" Return Delete
  sleep 1
  keys "$window" Tab Return
  sleep 2
  shot "removed-$window"
  keys "$window" Escape Escape
done
removals=$(cat "$work/data"/journal*.jsonl "$work/data"/*/journal*.jsonl 2>/dev/null | grep -c removed || true)
[ "$removals" -ge 2 ] || fail "the journal tells of $removals removals instead of 2"

# Findings acknowledged in each: N leads to the first, A asks why.
for pair in "$one:2009:lamp" "$two:2003:desk"; do
  IFS=: read -r window customer why <<<"$pair"
  look_up "$window" "$customer"
  sleep 1.5
  keys "$window" n
  for _ in $(seq 8); do
    keys "$window" a
    xdotool type --delay 5 "$why"
    xdotool key Return
    sleep 0.6
    if kept "$why" acknowledgements.json 2>/dev/null; then break; fi
    # This one is not about a file: the next may be. What was typed began no look-up worth keeping.
    keys "$window" Escape Escape n
  done
  shot "acknowledged-$why"
done
for why in lamp desk; do
  wait_until "the finding acknowledged as $why" kept "$why" acknowledgements.json
done

# A removal whose list fails is left open by one window, and settled by a look-up in the other.
look_up "$one" 5011
keys "$one" Return Delete
sleep 1
keys "$one" Tab Return
wait_until "a removal without an outcome" kept unverified journal.jsonl
sleep 1
shot left-open
keys "$one" Escape Escape
look_up "$two" 5011
wait_until "the removal settled by the other window" kept resolution journal.jsonl
shot settled

# Customers opened in either are remembered.
for number in 1003 1004 1009 1012; do
  wait_until "customer $number among the last" kept "\"$number\"" recent.json
done

for pair in "$one:$one_process" "$two:$two_process"; do
  keys "${pair%%:*}" ctrl+q || true
  code=0
  wait "${pair##*:}" || code=$?
  [ "$code" -eq 0 ] || fail "a window ended with code $code"
done
kept '"tiles": *"large"' settings.json || fail "the size of the tiles was lost at the end"
kept '"customers_folded": *true' settings.json || fail "the folded list was lost at the end"
echo "two windows: settings, last customers, acknowledgements, an open removal and $removals entries of removals in one folder"
