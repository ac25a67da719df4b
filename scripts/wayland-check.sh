#!/usr/bin/env bash
# Opens the real window under Wayland: sway without a screen, as a person on such a desktop would have it.
# The window opens, takes keys in Latin and Cyrillic letters, copies and pastes, follows a new size and a
# scale of 1.5, and closes at the compositor's wish. Needs Debian's sway, wtype, grim, wl-clipboard and
# ImageMagick; the program is the first argument, a folder for screenshots the second, further arguments
# are handed to the program (`--renderer cpu`).
set -euo pipefail
program=$(realpath "${1:?usage: wayland-check.sh PROGRAM [FOLDER FOR SCREENSHOTS [ARGUMENTS...]]}")
work=$(mktemp -d)
shots=$(realpath -m "${2:-$work/shots}")
mkdir -p "$shots"

# sway does not start for root: everything runs as a user that may do nothing else.
if [ "$(id -u)" -eq 0 ] && [ -z "${CARDDESK_WAYLAND_CHECK:-}" ]; then
  trap 'rm -rf "$work"' EXIT
  cp "$program" "$0" "$work/"
  chmod -R a+rX "$work"
  chown -R 65534:65534 "$work" "$shots"
  export CARDDESK_WAYLAND_CHECK=1 HOME=$work TMPDIR=$work
  cd "$work"
  setpriv --reuid 65534 --regid 65534 --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs \
    bash "$work/$(basename "$0")" "$work/$(basename "$program")" "$shots" "${@:3}"
  exit
fi
shift $(($# > 2 ? 2 : $#))

cleanup() {
  # Whatever still runs is ended; a process that is gone already is what we want.
  [ -n "${carddesk:-}" ] && kill "$carddesk" 2>/dev/null || true
  [ -n "${keyboard:-}" ] && kill "$keyboard" 2>/dev/null || true
  [ -n "${compositor:-}" ] && kill "$compositor" 2>/dev/null || true
  rm -rf "$work" 2>/dev/null || true
}
trap cleanup EXIT
fail() {
  echo "wayland check: $1" >&2
  tail -n 5 "$work/out" "$work/sway.log" >&2 || true
  exit 1
}
# Waits until a command holds, for at most a minute.
wait_until() {
  for _ in $(seq 300); do
    if "${@:2}"; then return; fi
    sleep 0.2
  done
  fail "waited in vain for $1"
}

unset DISPLAY WAYLAND_DISPLAY
export XDG_RUNTIME_DIR=$work/run WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
mkdir -m 700 "$XDG_RUNTIME_DIR"
cat >"$work/sway.config" <<'SWAY'
output HEADLESS-1 resolution 1366x768 scale 1
default_border none
xwayland disable
SWAY
sway -c "$work/sway.config" >"$work/sway.log" 2>&1 &
compositor=$!
socket_is_there() { [ -S "$XDG_RUNTIME_DIR/wayland-1" ] && compgen -G "$XDG_RUNTIME_DIR/sway-ipc.*.sock" >/dev/null; }
wait_until "the compositor" socket_is_there
SWAYSOCK=$(compgen -G "$XDG_RUNTIME_DIR/sway-ipc.*.sock")
export WAYLAND_DISPLAY=wayland-1 SWAYSOCK

shot() { grim "$shots/$1.png"; }
colours() { identify -format '%k' "$shots/$1.png"; }
# Two pictures alike: nothing loads or moves any more.
stands_still() {
  shot "$1" && sleep 0.3 && shot again &&
    [ "$(compare -metric AE "$shots/$1.png" "$shots/again.png" null: 2>&1)" = 0 ]
}
cards_are_there() { stands_still "$1" && [ "$(colours "$1")" -gt 4000 ]; }
differs() { stands_still "$2" && [ "$(compare -metric AE "$shots/$1.png" "$shots/$2.png" null: 2>&1)" -gt 2000 ]; }

# A keyboard that stays: with the last one a program would lose the right to the clipboard.
wtype -s 600000 2>/dev/null &
keyboard=$!

"$program" --sandbox --customer 1003 --lang en --data-dir "$work/data" --timings "$work/timings" "$@" \
  >"$work/out" 2>&1 &
carddesk=$!
wait_until "card art" cards_are_there cards
echo "wayland check: the window shows cards after $(grep -m 1 -o '"t_ms":[0-9.]*,"event":"first_frame"' "$work/timings" | grep -o '[0-9.]*' | head -n 1) ms"

# Each run of wtype brings a keyboard of its own, which a program takes up before keys may come. Its keys are
# numbered as they are named, and the first has Escape's number: letters that are no key elsewhere come later.
type_keys() { wtype -s 300 "$@"; }
type_keys -M ctrl k -m ctrl
wait_until "the palette" differs cards palette
type_keys z -k BackSpace 'журн'
wait_until "what was typed in Cyrillic letters" differs palette cyrillic
type_keys -M ctrl a -m ctrl -M ctrl c -m ctrl
copied() { [ "$(wl-paste --no-newline 2>/dev/null)" = "журн" ]; }
wait_until "the copied text in the clipboard" copied
printf 'settings' | wl-copy
type_keys -M ctrl a -m ctrl -M ctrl v -m ctrl
wait_until "the pasted text" differs cyrillic pasted
echo "wayland check: keys, Cyrillic letters, copy and paste"

type_keys -k Escape
wait_until "the palette to go" differs pasted closed
swaymsg -q '[app_id=carddesk] floating enable, resize set 1024 700'
wait_until "the new size" differs closed resized
swaymsg -q '[app_id=carddesk] floating disable'
wait_until "the old size" differs resized full
swaymsg -q 'output HEADLESS-1 scale 1.5'
wait_until "a scale of 1.5" differs full scaled
[ "$(colours scaled)" -gt 4000 ] || fail "at a scale of 1.5 the cards are gone"
swaymsg -q 'output HEADLESS-1 scale 1'
wait_until "the old scale" differs scaled back
echo "wayland check: size and scale"

swaymsg -q '[app_id=carddesk] kill'
code=0
wait "$carddesk" || code=$?
carddesk=
[ "$code" -eq 0 ] || fail "the closed window ended with code $code"
echo "wayland check: closes as it is asked to"
