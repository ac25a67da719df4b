# Sourced by the checks of the program for Windows: waiting, a display and its pictures, a place for Wine.
# They set `work`, a folder of their own, `shots`, where pictures go, and `name`, which begins what they say.
# Needs Wine, Xvfb, xdotool and ImageMagick.
# shellcheck shell=bash disable=SC2154

# Wine takes its language and the form of names from these; it asks no questions about Mono and Gecko, and puts
# nothing into the menus of whoever runs it.
export WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES="mscoree,mshtml,winemenubuilder.exe=" LC_ALL=C.UTF-8
unset LANG LANGUAGE WAYLAND_DISPLAY
pids=()

fail() {
  echo "$name: $1" >&2
  cat "$work"/out "$work"/err >&2 2>/dev/null || true
  exit 1
}
told() { echo "$name: $1"; }

cleanup() {
  # Whatever still runs is ended; a process that is gone already is what we want.
  for pid in "${pids[@]}"; do { kill -9 "$pid" && wait "$pid"; } 2>/dev/null || true; done
  wineserver -k 2>/dev/null || true
  rm -rf "$work"
}

# Waits until a command holds, for at most a minute.
wait_until() {
  local until=$((SECONDS + 60))
  while [ "$SECONDS" -lt "$until" ]; do
    if "${@:2}"; then return; fi
    sleep 0.2
  done
  fail "waited in vain for $1"
}
is_gone() { ! kill -0 "$1" 2>/dev/null; }

# A new place for Wine in WINEPREFIX, with what Wine lacks before version 10: a DLL that every Rust program asks
# for random numbers. Windows has it.
make_wine() {
  local dll=bcryptprimitives.dll source
  wineboot --init >/dev/null 2>&1
  wineserver -w
  [ ! -e "$WINEPREFIX/drive_c/windows/system32/$dll" ] || return 0
  source=$(mktemp --suffix .c)
  printf '%s\n' '#include <windows.h>' \
    'BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);' \
    '__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length) {' \
    '  return SystemFunction036(data, length);' '}' >"$source"
  x86_64-w64-mingw32-gcc -shared -o "$WINEPREFIX/drive_c/windows/system32/$dll" "$source" -ladvapi32
  rm "$source"
}

start_display() {
  Xvfb -displayfd 3 -screen 0 1366x900x24 -nolisten tcp 3>"$work/display" >/dev/null 2>&1 &
  pids+=($!)
  wait_until "a display" test -s "$work/display"
  DISPLAY=:$(tr -d '[:space:]' <"$work/display")
  export DISPLAY
}

shot() { import -silent -window root "$shots/$1.png" 2>/dev/null; }
colours() { identify -format '%k' "$shots/$1.png"; }
differing() {
  local count
  count=$(compare -metric AE "$shots/$1.png" "$shots/$2.png" null: 2>&1 || true)
  # Many are told as 1.2e+06.
  printf '%.0f' "$count"
}
window_is_there() { window=$(xdotool search --onlyvisible --name '^Carddesk$' 2>/dev/null | head -n 1); [ -n "$window" ]; }
# Two alike: all is loaded and at rest.
at_rest() { shot "$1" && sleep 0.3 && shot again && [ "$(differing "$1" again)" = 0 ]; }
# At rest, and much is another than in an earlier picture.
is_changed() { at_rest "$2" && [ "$(differing "$1" "$2")" -gt "${3:-2000}" ]; }
is_same() { at_rest "$2" && [ "$(differing "$1" "$2")" -lt 50 ]; }
# Card art has thousands of colours; a blank or grey window has a handful.
cards_are_there() { grep -qs '"art_complete"' "$2" && at_rest "$1" && [ "$(colours "$1")" -gt 4000 ]; }
first_frame() { sed -n 's/.*"t_ms":\([0-9.]*\),"event":"first_frame".*/\1/p' "$1"; }

# Closes the window as a person does, and waits for the program's end.
close_window() { # what it is called, its process
  local code=0
  xdotool key --window "$window" "${3:-ctrl+q}" 2>/dev/null || true
  wait_until "the end of $1" is_gone "$2"
  wait "$2" || code=$?
  [ "$code" -eq 0 ] || fail "$1: it ended with code $code instead of 0"
}
