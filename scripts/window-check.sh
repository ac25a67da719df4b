#!/usr/bin/env bash
# Opens the real window under Xvfb as a person would see it: cards are shown, a click opens one,
# the window closes. Needs Xvfb, xdotool and ImageMagick; the program is the first argument.
set -euo pipefail
program=${1:?usage: window-check.sh PROGRAM [FOLDER FOR SCREENSHOTS]}
work=$(mktemp -d)
shots=${2:-$work}
mkdir -p "$shots"
display=""
cleanup() {
  # Whatever still runs is ended; a process that is gone already is what we want.
  [ -n "${bare:-}" ] && kill "$bare" 2>/dev/null || true
  [ -n "${carddesk:-}" ] && kill "$carddesk" 2>/dev/null || true
  [ -n "${server:-}" ] && kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap cleanup EXIT

# Starts Xvfb, which chooses a free display and says which.
start_server() {
  rm -f "$work/display"
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp "$@" 3>"$work/display" >/dev/null 2>&1 &
  started=$!
  for _ in $(seq 100); do
    [ -s "$work/display" ] && break
    kill -0 "$started" 2>/dev/null || { echo "window check: Xvfb did not start" >&2; exit 1; }
    sleep 0.1
  done
  display=:$(tr -d '[:space:]' <"$work/display")
  export DISPLAY=$display
}
unset WAYLAND_DISPLAY

# Without OpenGL there is no window, and the program says why.
start_server -extension GLX
bare=$started
code=0
__EGL_VENDOR_LIBRARY_DIRS=/nonexistent "$program" --sandbox --data-dir "$work/none" >"$work/out" 2>&1 ||
  code=$?
if [ "$code" -ne 2 ] || ! grep -q 'no window can be opened (Found no glutin configs' "$work/out"; then
  echo "window check: without OpenGL the program ended with code $code and said:" >&2
  cat "$work/out" >&2
  exit 1
fi
echo "window check: says why there is no window without OpenGL"

start_server
server=$started

"$program" --sandbox --lang en --data-dir "$work/data" --timings "$work/timings" >"$work/out" 2>&1 &
carddesk=$!

fail() {
  echo "window check: $1" >&2
  cat "$work/out" >&2
  exit 1
}

# Waits until a command holds, for at most a minute.
wait_until() {
  for _ in $(seq 300); do
    kill -0 "$carddesk" 2>/dev/null || fail "the program ended before $1"
    if "${@:2}"; then return; fi
    sleep 0.2
  done
  fail "waited in vain for $1"
}

shot() { import -silent -window root "$shots/$1.png" 2>/dev/null; }
colours() { identify -format '%k' "$shots/$1.png"; }

window_is_there() { window=$(xdotool search --onlyvisible --name '^Carddesk$' 2>/dev/null | head -n 1); [ -n "$window" ]; }
# Card art has thousands of colours; a blank or grey window has a handful. Two alike: all is loaded.
cards_are_there() {
  shot cards && [ "$(colours cards)" -gt 4000 ] || return
  shot again && [ "$(compare -metric AE "$shots/cards.png" "$shots/again.png" null: 2>&1)" = 0 ]
}
inspector_is_there() {
  shot selected
  # The inspector covers the right third, which was ground and cards before.
  local changed
  changed=$(compare -metric AE -extract 372x600+908+80 "$shots/cards.png" "$shots/selected.png" null: 2>&1 || true)
  [ "${changed%%.*}" -gt 20000 ]
}
program_has_ended() { ! kill -0 "$carddesk" 2>/dev/null; }

wait_until "the window" window_is_there
xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
wait_until "cards" cards_are_there
# Every milestone was reached, and in its order.
reached=$(grep -oE 'first_frame|list_received|cards_on_screen|asset_loaded|art_complete' "$work/timings" | tr '\n' ' ')
case $reached in
  *list_received*cards_on_screen*art_complete*) ;;
  *) fail "the milestones are: $reached" ;;
esac
case $reached in
  *list_received*asset_loaded*art_complete*) ;;
  *) fail "the milestones are: $reached" ;;
esac
xdotool mousemove 400 240 click 1
wait_until "the inspector after a click on the first card" inspector_is_there
echo "window check: $(colours cards) colours with cards, $(colours selected) with one selected"

xdotool key --window "$window" ctrl+q
for _ in $(seq 100); do
  program_has_ended && break
  sleep 0.1
done
program_has_ended || fail "the window did not close"
code=0
wait "$carddesk" || code=$?
carddesk=""
[ "$code" -eq 0 ] || fail "the program ended with code $code"
echo "window check: opened, showed cards, took a click, closed"
