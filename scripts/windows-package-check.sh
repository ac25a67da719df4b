#!/usr/bin/env bash
# Tries the packages for Windows as their users would, each in a Wine of its own that knows nothing of Carddesk:
# the zip in a folder with blanks and Cyrillic letters; the .msi installed, started, upgraded and removed. The
# folder of the packages is the first argument. scripts/windows.sh calls it with the same packages built as a
# later version. Needs Wine, Xvfb, xdotool, ImageMagick, unzip, msitools, and mingw where Wine is older than 10.
set -euo pipefail
usage="usage: windows-package-check.sh FOLDER FOLDER-OF-A-LATER-VERSION [FOLDER FOR SCREENSHOTS]"
packages=$(realpath "${1:?$usage}")
later=$(realpath "${2:?$usage}")
scripts=$(realpath "$(dirname "$0")")
work=$(mktemp -d)
shots=$(mkdir -p "${3:-$work/shots}" && realpath "${3:-$work/shots}")
name="windows packages"
. "$scripts/windows-common.sh"
trap cleanup EXIT
cd "$work"

only() { # folder, ending
  local found=("$1"/carddesk-*-windows-*."$2")
  [ "${#found[@]}" -eq 1 ] && [ -e "${found[0]}" ] || fail "there is not one $2 in $1"
  echo "${found[0]}"
}
kib() { echo "$(($(stat -c %s "$1") / 1024)) KiB"; }
new_wine() {
  wineserver -k 2>/dev/null || true
  export WINEPREFIX=$work/$1
  make_wine
  drive=$WINEPREFIX/drive_c
  local_data=$(folder_of LOCALAPPDATA)
  [ -d "$local_data" ] || fail "Wine has no folder for local data: $local_data"
}
# The folder that a variable names, of whoever is signed in.
folder_of() { winepath -u "$(wine cmd /c "echo %$1%" 2>/dev/null | tr -d '\r')" 2>/dev/null; }
# Every file below a folder, with its sum.
sums_of() { (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum); }

# What it says in the console, and the code it ends with.
console() {
  code=0
  timeout 300 wine "$@" >"$work/out" 2>"$work/err" </dev/null || code=$?
  [ "$code" -eq 0 ] || fail "$*: it ended with code $code instead of 0"
}

check_sums() {
  (cd "$packages" && sha256sum --quiet -c SHA256SUMS) || fail "the sums are others"
  for package in zip msi; do
    (cd "$packages" && grep -q " $(basename "$(only "$packages" "$package")")$" SHA256SUMS) || fail "no sum of the $package"
  done
}

check_zip() {
  local folder file process first before
  file=$(only "$packages" zip)
  new_wine portable
  folder="$drive/Карты покупателей (проба)"
  unzip -q "$file" -d "$folder"
  folder=$(echo "$folder"/carddesk-*)
  before=$(sums_of "$folder")
  console "$folder/carddesk.com" --version
  told "zip of $(kib "$file"): $(tr -d '\r' <"$work/out" | paste -sd ' '); carddesk.exe has $(kib "$folder/carddesk.exe")"
  console "$folder/carddesk.com" list --sandbox --customer 1003
  grep -q 1003 "$work/out" || fail "the list from the zip names no customer"
  for renderer in opengl cpu; do
    wine "$folder/carddesk.exe" --sandbox --customer 1003 --lang ru --renderer "$renderer" --timings "$work/$renderer" \
      >"$work/out" 2>"$work/err" </dev/null &
    process=$!
    pids+=("$process")
    wait_until "the window by $renderer" window_is_there
    wait_until "cards by $renderer" cards_are_there "zip-$renderer" "$renderer"
    first=$(first_frame "$renderer")
    close_window "the window by $renderer" "$process"
    told "window from the zip by $renderer: first frame after $first ms, $(colours "zip-$renderer") colours"
  done
  [ -d "$local_data/carddesk/data" ] || fail "no data in $local_data"
  [ "$before" = "$(sums_of "$folder")" ] ||
    fail "something was written beside the program"
  told "data lie in the user's profile, and nothing beside the program"
}

# Everything but what Wine itself writes, folders of Windows (its installer's, and that of all programs of one
# user), and the user's data.
files() {
  (cd "$drive" && find . -path ./windows/temp -prune -o -path './users/*/Temp' -prune -o -path '*/Local/carddesk' -prune -o \
    ! -path ./windows/Installer ! -path '*/Microsoft/Installer' ! -path '*/Local/Programs' -print | sort)
}
registry() { wineserver -w && grep -ai "$1" "$WINEPREFIX"/*.reg; }
# What stands among the programs that can be removed.
entries() { wineserver -w && awk '/^\[/ { inside = /CurrentVersion\\\\Uninstall\\\\/ } inside' "$WINEPREFIX"/*.reg | tr -d '\r'; }
installer() {
  code=0
  timeout 300 wine msiexec "$@" /qn /l*v "$work/msi.log" >"$work/out" 2>"$work/err" || code=$?
  wineserver -w
}
installs() { # package
  installer /i "$(winepath -w "$1" 2>/dev/null)"
  [ "$code" -eq 0 ] || fail "the installation of $(basename "$1") ended with code $code"
}
version_of() { msiinfo export "$1" Property | tr -d '\r' | sed -n 's/^ProductVersion\t//p'; }

# There is one entry among the programs, and it is of this package.
is_installed() { # package
  local version file value
  version=$(version_of "$1")
  for file in carddesk.exe carddesk.com readme.txt manual.md licences/inter.txt; do
    [ -s "$program/$file" ] || fail "$file was not installed"
  done
  [ -e "$menu" ] || fail "there is no shortcut in the start menu"
  entries >"$work/out"
  for value in 'DisplayName"="Carddesk' "DisplayVersion\"=\"$version" 'Publisher"="The Carddesk developers' \
    'InstallLocation"=".*Programs\\\\Carddesk\\\\'; do
    [ "$(grep -c "^\"$value\"$" "$work/out")" -eq 1 ] || fail "among the programs there is not one $value"
  done
  registry '"ProductIcon"=.*carddesk.ico' >"$work/out" || fail "no icon among the programs"
}

check_msi() {
  local file next process
  file=$(only "$packages" msi)
  next=$(only "$later" msi)
  new_wine installed
  program=$local_data/Programs/Carddesk
  menu="$(folder_of APPDATA)/Microsoft/Windows/Start Menu/Programs/Carddesk.lnk"
  wineserver -w
  files >"$work/before"
  ! registry carddesk >"$work/out" || fail "the registry knows Carddesk beforehand"

  local began=$SECONDS
  installs "$file"
  is_installed "$file"
  told ".msi of $(kib "$file"): installed in $((SECONDS - began)) s for one user, entry among the programs with version, publisher and icon"
  console cmd /c carddesk --version
  told "carddesk in a console: $(tr -d '\r' <"$work/out" | paste -sd ' ')"

  # As the start menu does.
  wine start /wait "$(winepath -w "$menu" 2>/dev/null)" >"$work/out" 2>"$work/err" </dev/null &
  process=$!
  pids+=("$process")
  wait_until "the window from the start menu" window_is_there
  wait_until "its content" is_drawn start-menu
  close_window "the window from the start menu" "$process" alt+F4
  [ -d "$local_data/carddesk/data" ] || fail "no data in $local_data"
  told "the start menu opens the window: $(colours start-menu) colours"
  console cmd /c carddesk remove --sandbox --customer 1004 --all --yes --expect-cards 5
  local journal
  journal=$(sha256sum "$local_data/carddesk/data/journal.jsonl")

  # Files that went astray come again.
  rm "$program/carddesk.com"
  installs "$next"
  is_installed "$next"
  told "upgraded to $(version_of "$next"): one entry, one program"
  installer /i "$(winepath -w "$file" 2>/dev/null)"
  [ "$code" -ne 0 ] || fail "an older version replaced a newer one"
  is_installed "$next"

  installer /x "$(winepath -w "$next" 2>/dev/null)"
  [ "$code" -eq 0 ] || fail "the removal ended with code $code"
  files | diff "$work/before" - >"$work/out" || fail "files are others after the removal"
  ! registry carddesk >"$work/out" || fail "the registry still knows Carddesk"
  [ "$journal" = "$(sha256sum "$local_data/carddesk/data/journal.jsonl")" ] || fail "the user's data were touched"
  told "an older one is refused; after the removal nothing is left but the user's data"
}
is_drawn() { at_rest "$1" && [ "$(colours "$1")" -gt 100 ]; }

start_display
check_sums
check_zip
check_msi
told "all of it under $(wine --version 2>/dev/null | head -n 1)"
