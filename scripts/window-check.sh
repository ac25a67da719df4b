#!/usr/bin/env bash
# Opens the real window under Xvfb as a person would see it, drawn by the processor and by OpenGL: cards are
# shown, a click opens one, the window is resized, covered and closed; both draw the same. Needs Xvfb, xdotool
# and ImageMagick, and OpenGL for the second window; the program is the first argument.
set -euo pipefail
program=${1:?usage: window-check.sh PROGRAM [FOLDER FOR SCREENSHOTS]}
work=$(mktemp -d)
shots=${2:-$work}
mkdir -p "$shots"
display=""
cleanup() {
  # Whatever still runs is ended; a process that is gone already is what we want.
  for process in "${carddesk:-}" "${sandbox:-}" "${bare:-}" "${server:-}"; do
    [ -n "$process" ] && kill "$process" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap cleanup EXIT

# Starts Xvfb, which chooses a free display and says which.
start_server() {
  rm -f "$work/display"
  Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset "$@" 3>"$work/display" >/dev/null 2>&1 &
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
differing() { compare -metric AE "${@:3}" "$shots/$1.png" "$shots/$2.png" null: 2>&1 || true; }
window_is_there() { window=$(xdotool search --onlyvisible --name '^Carddesk$' 2>/dev/null | head -n 1); [ -n "$window" ]; }
# Two alike: all is loaded and at rest.
at_rest() { shot "$1" && shot again && [ "$(differing "$1" again)" = 0 ]; }
# The same for two seconds: a large picture takes a moment to come, and nothing moves meanwhile.
at_rest_for_long() {
  at_rest "$1" || return
  for _ in 1 2 3 4; do
    sleep 0.5
    shot again && [ "$(differing "$1" again)" = 0 ] || return
  done
}
# Card art has thousands of colours; a blank or grey window has a handful.
cards_are_there() { at_rest "$1" && [ "$(colours "$1")" -gt 4000 ]; }
inspector_is_there() {
  at_rest_for_long "$1-selected" || return
  # The inspector covers the right third, which was ground and cards before.
  local changed
  changed=$(differing "$1-cards" "$1-selected" -extract 372x600+908+80)
  [ "${changed%%.*}" -gt 20000 ]
}
program_has_ended() { ! kill -0 "$carddesk" 2>/dev/null; }
# The files of a process that nobody may look into belong to root.
reading=()
[ "$(id -u)" -eq 0 ] || reading=(sudo)
loads_opengl() { "${reading[@]}" grep -qE '/lib(GL|EGL|GLX|gallium|LLVM)[^/]*\.so' "/proc/$carddesk/maps"; }

close_window() {
  # The window may be gone before the key is let go.
  xdotool windowfocus --sync "$window" key ctrl+q 2>/dev/null || true
  for _ in $(seq 100); do
    program_has_ended && break
    sleep 0.1
  done
  program_has_ended || fail "the window did not close"
  code=0
  wait "$carddesk" || code=$?
  carddesk=""
  [ "$code" -eq 0 ] || fail "the program ended with code $code"
}

# Without OpenGL the processor draws, and who insists on OpenGL is told why there is no window.
start_server -extension GLX
bare=$started
code=0
__EGL_VENDOR_LIBRARY_DIRS=/nonexistent "$program" --renderer opengl --sandbox --data-dir "$work/none" \
  >"$work/out" 2>&1 || code=$?
if [ "$code" -ne 2 ] || ! grep -q 'no window can be opened by OpenGL (Found no glutin configs' "$work/out"; then
  echo "window check: without OpenGL the program ended with code $code and said:" >&2
  cat "$work/out" >&2
  exit 1
fi
! grep -q '{' "$work/out" || fail "the reason shows a library's values"
# A choice in the settings gives way: without a window nobody could change it.
for kept in auto opengl; do
  mkdir -p "$work/bare-$kept"
  echo "{\"renderer\":\"$kept\"}" >"$work/bare-$kept/settings.json"
  __EGL_VENDOR_LIBRARY_DIRS=/nonexistent "$program" --sandbox --lang en --data-dir "$work/bare-$kept" >"$work/out" 2>&1 &
  carddesk=$!
  wait_until "the window without OpenGL" window_is_there
  wait_until "cards without OpenGL" cards_are_there "bare-$kept"
  [ "$kept" = opengl ] || ! loads_opengl || fail "OpenGL was loaded where there is none"
  close_window
done
kill "$bare"
bare=""
echo "window check: opens without OpenGL, and says why there is no OpenGL"

start_server
server=$started
port=$((20000 + RANDOM % 20000))
"$program" sandbox --port "$port" >"$work/sandbox" 2>&1 &
sandbox=$!

# One session in a window drawn by $1.
session() {
  local renderer=$1
  printf 'sandbox-2026\n' | "$program" --renderer "$renderer" --server "http://127.0.0.1:$port" --merchant-id 777001 \
    --login sandbox --password-stdin --customer 1003 --lang en --data-dir "$work/$renderer" \
    --timings "$work/$renderer.timings" >"$work/out" 2>&1 &
  carddesk=$!
  xdotool mousemove 1270 790
  wait_until "the window" window_is_there
  xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window"
  wait_until "all art" grep -qs art_complete "$work/$renderer.timings"
  wait_until "cards" cards_are_there "$renderer-cards"
  # Every milestone was reached, and in its order.
  local reached
  reached=$(grep -oE 'first_frame|list_received|cards_on_screen|asset_loaded|art_complete' "$work/$renderer.timings" | tr '\n' ' ')
  case $reached in
    *list_received*cards_on_screen*art_complete*) ;;
    *) fail "the milestones are: $reached" ;;
  esac
  case $reached in
    *list_received*asset_loaded*art_complete*) ;;
    *) fail "the milestones are: $reached" ;;
  esac
  if [ "$renderer" = cpu ]; then
    ! loads_opengl || fail "the processor draws, and OpenGL was loaded"
  else
    loads_opengl || fail "OpenGL draws, and was not loaded"
  fi
  xdotool mousemove 400 240 click 1
  wait_until "the inspector after a click on the first card" inspector_is_there "$renderer"
  # What something else covered is there again, and a smaller window and a larger one are drawn whole.
  xdotool windowunmap --sync "$window" windowmap --sync "$window"
  wait_until "the window after it was hidden" same_again "$renderer-selected"
  xdotool windowsize "$window" 900 600
  wait_until "a smaller window" at_rest_for_long "$renderer-small"
  xdotool windowsize "$window" 1280 800
  wait_until "the window in its old size" same_again "$renderer-selected"
  echo "window check: drawn by $renderer: $(colours "$renderer-cards") colours with cards," \
    "$(colours "$renderer-selected") with one selected"
  close_window
}
same_again() { at_rest again-selected && [ "$(differing "$1" again-selected)" = 0 ]; }

session cpu
session opengl

# Largest difference of a channel, in levels. The status line tells the time of each look-up.
levels() {
  convert "$shots/cpu-$1.png" "$shots/opengl-$1.png" -crop 1280x"$2"+0+0 +repage -compose difference -composite \
    -format '%[fx:round(255*maxima)]' info:
}
for part in "cards 750" "selected 750" "small 550"; do
  # shellcheck disable=SC2086
  most=$(levels $part)
  [ "$most" -le 2 ] || fail "the two windows differ by $most levels in ${part% *}"
done
echo "window check: both windows are the same within 2 levels"
