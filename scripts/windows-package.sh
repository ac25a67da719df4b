#!/usr/bin/env bash
# Packs the program for Windows: a portable zip, and an `.msi` for one user. Made twice of the same commit and
# the same program, they are the same byte for byte. The first argument is the folder of carddesk.exe and
# carddesk.com, the second where the packages go; scripts/windows.sh calls it. Needs zip, wixl and msitools.
set -euo pipefail
built=$(realpath "${1:?usage: windows-package.sh BUILT OUT [VERSION]}")
mkdir -p "${2:?usage: windows-package.sh BUILT OUT [VERSION]}"
out=$(realpath "$2")
cd "$(dirname "$0")/.."
version=${3:-$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)}
name=carddesk-$version-windows-x86_64
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C TZ=UTC
fail() { echo "windows package: $1" >&2; exit 1; }
# The time of everything in them; sources without a repository are told it.
when=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}

# Texts that people open have an ending that Windows knows.
stage() {
  local folder=$work/$name font
  mkdir -p "$folder/licences"
  install -m 755 "$built/carddesk.exe" "$built/carddesk.com" "$folder"
  install -m 644 README.md CHANGELOG.md docs/manual.md "$folder"
  # Older editors see Cyrillic by the mark at the beginning, and lines by both characters at their ends.
  { printf '\xef\xbb\xbf' && sed 's/$/\r/' assets/windows/readme.txt; } >"$folder/readme.txt"
  install -m 644 LICENSE-MIT "$folder/licences/MIT.txt"
  install -m 644 LICENSE-APACHE "$folder/licences/Apache-2.0.txt"
  for font in assets/fonts/*.LICENSE.txt; do
    install -m 644 "$font" "$folder/licences/$(basename "$font" .LICENSE.txt).txt"
  done
  find "$folder" -exec touch -d "@$when" {} +
}

pack_zip() {
  rm -f "$out/$name.zip"
  (cd "$work" && find "$name" -type f | sort | zip -q -X -9 "$out/$name.zip" -@)
}

# A table of the package, changed by a sed script, or made if it is not there.
table() { # name, sed script or rows
  local idt=$work/tables/$1.idt
  mkdir -p "$work/tables"
  case $2 in
    new:*) printf '%b' "${2#new:}" >"$idt" ;;
    *)
      msiinfo export "$work/package.msi" "$1" >"$idt"
      sed -i "$2" "$idt"
      ;;
  esac
  msibuild "$work/package.msi" -i "$idt" >"$work/msibuild.log" 2>&1 || { cat "$work/msibuild.log" >&2; fail "the table $1"; }
}

# Three numbers, as Windows Installer wants them.
pack_msi() {
  local numbers=${version%%-*} sum product package count end='\r\n'
  # Two packages of the same content are one, and of two contents never.
  sum=$(cd "$work" && { find "$name" -type f | sort | xargs sha256sum && echo "$version" &&
    sha256sum <"$OLDPWD/assets/package/carddesk.wxs"; } | sha256sum)
  guid() { printf '%s' "${1:0:8}-${1:8:4}-5${1:13:3}-8${1:17:3}-${1:20:12}" | tr a-f A-F; }
  product=$(guid "$sum")
  package=$(guid "$(printf 'package %s' "$sum" | sha256sum)")
  # wixl takes no absolute path of an icon.
  cp assets/icon/carddesk.ico assets/package/carddesk.wxs "$work"
  (cd "$work" && wixl -a x64 -o package.msi -D "Folder=$name" -D "Version=$numbers" -D "ProductCode=$product" \
    -D Icon=carddesk.ico carddesk.wxs)
  count=$(find "$work/$name" -type f | wc -l)
  [ "$(msiinfo export "$work/package.msi" File | tail -n +4 | wc -l)" -eq "$count" ] ||
    fail "assets/package/carddesk.wxs does not name each of the $count files"
  # What wixl cannot say. Names that DOS would not have need one that it would.
  table File "s/\tCHANGELOG.md\t/\tCHANGEL1.MD|CHANGELOG.md\t/; s/\tApache-2.0.txt\t/\tAPACHE.TXT|Apache-2.0.txt\t/
    s/\tjetbrains-mono.txt\t/\tJETBRAIN.TXT|jetbrains-mono.txt\t/
    s/\tcard-lettering.txt\t/\tLETTERIN.TXT|card-lettering.txt\t/
    s/^\(carddesk.*\t.*\t.*\t[0-9]*\)\t\t\t/\1\t$numbers.0\t1033\t/"
  # A file with a version has no hash.
  table MsiFileHash '/^carddesk/d'
  # Both ends of the range count: 256 and 512.
  table Upgrade 's/\t256\t/\t768\t/'
  # `carddesk` in any console.
  table Environment "new:Environment\tName\tValue\tComponent_${end}s72\tl255\tL255\ts72${end}Environment\tEnvironment${end}Path\t=-PATH\t[~];[INSTALLDIR]\tProgram${end}"
  # Where it is, for whoever keeps lists of programs.
  table CustomAction "\$aWhereItIs\t51\tARPINSTALLLOCATION\t[INSTALLDIR]\t\r"
  table InstallExecuteSequence "\$aWhereItIs\t\t1001\r\nRemoveEnvironmentStrings\t\t3300\r\nWriteEnvironmentStrings\t\t5200\r"
  local at
  at=$(date -u -d "@$when" '+%Y\/%m\/%d %H:%M:%S')
  table _SummaryInformation "s/^9\t.*/9\t{$package}\r/; s/^\(1[23]\)\t.*/\1\t$at\r/"
  mv "$work/package.msi" "$out/$name.msi"
}

stage
pack_zip
pack_msi
