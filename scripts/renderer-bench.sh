#!/usr/bin/env bash
# Measures the window under Xvfb with each way to draw it, in alternating pairs, and prints medians as a
# table: time to the first frame, memory at rest, processor time of pointer moves, typing and scrolling (the
# second of two equal passes over 200 cards of the sandbox, and over 1,000 cards with 200 pictures), and the way
# of 200 PNGs from the list to art with the most memory on it.
# With a second program, that one's usual window is measured beside: an earlier build. With BARE set to the
# example bare_window, the start of that; with CHROMIUM set to a browser, its memory for the same 200 PNGs.
# Needs Xvfb, xdotool and python3, and is run by root: the program's memory is nobody else's to look at.
set -euo pipefail
[ "$(id -u)" -eq 0 ] || { echo "renderer-bench: run it as root, who may read how much memory the program takes" >&2; exit 2; }
program=${1:?usage: renderer-bench.sh PROGRAM [EARLIER PROGRAM] [PAIRS]}
earlier=${2:-}
pairs=${3:-7}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cleanup() {
  for process in "${carddesk:-}" "${gateway:-}" "${server:-}" "${browser:-}"; do
    [ -n "$process" ] && kill "$process" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap cleanup EXIT
unset WAYLAND_DISPLAY
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
server=$!
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(tr -d '[:space:]' <"$work/display")
export DISPLAY
mkdir "$work/art"
python3 "$here/bench-gateway.py" "$work/art" &
gateway=$!
for _ in $(seq 1200); do [ -s "$work/art/port" ] && break; sleep 0.1; done
at=http://127.0.0.1:$(cat "$work/art/port")

# Processor time so far of all threads, those that have ended among them, in microseconds.
tick=$((1000000 / $(getconf CLK_TCK)))
used() { awk -v tick="$tick" '{ sub(/.*\) /, ""); print ($12 + $13) * tick }' "/proc/$carddesk/stat"; }
# Until the processor has been left alone for a second.
rest() {
  local before now quiet=0
  before=$(used)
  for _ in $(seq 240); do
    sleep 0.25
    now=$(used)
    if [ $((now - before)) -le "$tick" ]; then quiet=$((quiet + 1)); else quiet=0; fi
    [ "$quiet" -ge 4 ] && return
    before=$now
  done
}
note() { echo "$3" >>"$work/$1.$2"; }
# One window: customer, program and its flags.
start() {
  rm -rf "$work/data" "$work/timings"
  local from=(--sandbox)
  case $1 in 200 | 1000) from=(--server "$at" --merchant-id 777001 --login bench --password-stdin --tiles small) ;; esac
  "${@:2}" "${from[@]}" --lang en --customer "$1" --window-size 1280x840 --data-dir "$work/data" \
    --timings "$work/timings" >/dev/null 2>&1 <<<any &
  carddesk=$!
  for _ in $(seq 1500); do
    window=$(xdotool search --onlyvisible --name '^Carddesk$' 2>/dev/null | head -n 1) || true
    [ -n "$window" ] && break
    sleep 0.02
  done
}
# Until it has been shown, and all that it shows has come.
settle() {
  xdotool windowmove "$window" 0 0 windowfocus "$window" mousemove 700 20
  rest
  # Five seconds without a file, then a second or two until what is free has gone back to the system.
  sleep 8
}
stop() {
  kill "$carddesk"
  wait "$carddesk" 2>/dev/null || true
  carddesk=""
}
# How many microseconds of processor time a command costs, until all is at rest.
cost() {
  local before
  before=$(used)
  "$@"
  rest
  echo $(($(used) - before))
}
moves() {
  for i in $(seq 300); do echo "mousemove $((260 + (i * 37) % 960)) $((130 + (i * 23) % 600)) sleep 0.016"; done |
    xdotool -
}
typing() { xdotool mousemove 500 30 click 1 key ctrl+a type --delay 40 "1234567890123456789012345678901234567890"; }
scrolling() {
  xdotool mousemove 700 500
  for i in $(seq 120); do if [ $((i / 40 % 2)) = 0 ]; then echo "click 5 sleep 0.016"; else echo "click 4 sleep 0.016"; fi; done |
    xdotool -
}
# Of a process and those that it has started, in kB.
pss() {
  local all=0 process
  for process in "$1" $(pgrep -P "$1"); do
    all=$((all + $(awk '/^Pss:/ { print $2 }' "/proc/$process/smaps_rollup" 2>/dev/null || true) + 0))
  done
  echo "$all"
}
milestone() { sed -n 's/^{"t_ms":\([0-9.]*\),"event":"'"$1"'".*/\1/p' "$work/timings" | head -n 1; }
run() {
  local name=$1 most now left
  shift
  start 1003 "$@"
  settle
  note "$name" first_frame "$(milestone first_frame)"
  note "$name" pss_kb "$(pss "$carddesk")"
  note "$name" moves_us "$(cost moves)"
  note "$name" typing_us "$(cost typing)"
  stop
  for customer in 1005 1000; do
    start "$customer" "$@"
    settle
    scrolling
    rest
    note "$name" "scrolling_${customer}_us" "$(cost scrolling)"
    stop
  done
  start 200 "$@"
  most=0 left=60
  for _ in $(seq 600); do
    now=$(pss "$carddesk")
    [ "$now" -gt "$most" ] && most=$now
    # Those out of view come afterwards.
    [ -n "$(milestone art_complete)" ] && left=$((left - 1))
    [ "$left" -gt 0 ] || break
    sleep 0.05
  done
  note "$name" art_ms "$(awk -v a="$(milestone list_received)" -v b="$(milestone art_complete)" 'BEGIN { print b - a }')"
  note "$name" art_us "$(used)"
  note "$name" art_most_kb "$most"
  stop
}
for _ in $(seq "$pairs"); do
  [ -n "$earlier" ] && run earlier "$earlier"
  [ -n "${BARE:-}" ] && note bare first_frame "$("$BARE")"
  run opengl "$program" --renderer opengl
  run cpu "$program" --renderer cpu
done
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
printf '%-18s' figure
for name in ${earlier:+earlier} opengl cpu; do printf '%14s' "$name"; done
echo
for figure in first_frame pss_kb moves_us typing_us scrolling_1005_us scrolling_1000_us art_ms art_us art_most_kb; do
  printf '%-18s' "$figure"
  for name in ${earlier:+earlier} opengl cpu; do printf '%14s' "$(median "$work/$name.$figure")"; done
  echo
done
[ -n "${BARE:-}" ] && echo "first frame of a bare eframe window: $(median "$work/bare.first_frame") ms"
if [ -n "${CHROMIUM:-}" ]; then
  "$CHROMIUM" --no-sandbox --disable-gpu --no-first-run --user-data-dir="$work/browser" --window-size=1280,840 \
    "$at/page" >/dev/null 2>&1 &
  browser=$!
  most=0
  for _ in $(seq 100); do
    sleep 0.1
    now=0
    for process in $(pgrep -f "user-data-dir=$work/browser"); do
      now=$((now + $(awk '/^Pss:/ { print $2 }' "/proc/$process/smaps_rollup" 2>/dev/null || true) + 0))
    done
    [ "$now" -gt "$most" ] && most=$now
  done
  kill "$browser"
  wait "$browser" 2>/dev/null || true
  browser=""
  echo "most memory of the browser with the same 200 PNGs: $most kB"
fi
