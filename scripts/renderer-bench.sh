#!/usr/bin/env bash
# Measures the window under Xvfb with each way to draw it, in alternating pairs, and prints medians as a
# table: time to the first frame, memory at rest, and processor time of pointer moves, typing and scrolling.
# With a second program, that one's usual window is measured beside: an earlier build.
# Needs Xvfb and xdotool.
set -euo pipefail
program=${1:?usage: renderer-bench.sh PROGRAM [EARLIER PROGRAM] [PAIRS]}
earlier=${2:-}
pairs=${3:-7}
work=$(mktemp -d)
cleanup() {
  for process in "${carddesk:-}" "${server:-}"; do
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
# One window: name, customer, program and its flags.
start() {
  rm -rf "$work/data"
  "${@:2}" --sandbox --lang en --customer "$1" --window-size 1280x840 --data-dir "$work/data" \
    --timings "$work/timings" >/dev/null 2>&1 &
  carddesk=$!
  for _ in $(seq 300); do
    window=$(xdotool search --onlyvisible --name '^Carddesk$' 2>/dev/null | head -n 1) || true
    [ -n "$window" ] && break
    sleep 0.1
  done
  xdotool windowmove "$window" 0 0 windowfocus "$window" mousemove 700 20
  rest
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
run() {
  local name=$1
  shift
  start 1003 "$@"
  note "$name" first_frame "$(sed -n 's/^{"t_ms":\([0-9.]*\),"event":"first_frame".*/\1/p' "$work/timings")"
  note "$name" pss_kb "$(awk '/^Pss:/ { print $2 }' "/proc/$carddesk/smaps_rollup")"
  note "$name" moves_us "$(cost moves)"
  note "$name" typing_us "$(cost typing)"
  stop
  start 1005 "$@"
  note "$name" scrolling_us "$(cost scrolling)"
  stop
}
for _ in $(seq "$pairs"); do
  [ -n "$earlier" ] && run earlier "$earlier"
  run opengl "$program" --renderer opengl
  run cpu "$program" --renderer cpu
done
median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
printf '%-14s' figure
for name in ${earlier:+earlier} opengl cpu; do printf '%14s' "$name"; done
echo
for figure in first_frame pss_kb moves_us typing_us scrolling_us; do
  printf '%-14s' "$figure"
  for name in ${earlier:+earlier} opengl cpu; do printf '%14s' "$(median "$work/$name.$figure")"; done
  echo
done
