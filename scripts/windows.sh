#!/usr/bin/env bash
# Carddesk for Windows, from Debian 12: its own Rust and mingw build it, its Wine runs it.
#   scripts/windows.sh setup     fetches and makes the tools (about 2 GB, ten minutes)
#   scripts/windows.sh build     makes carddesk.exe and carddesk.com; `build --release` for a release
#   scripts/windows.sh check     runs what was built under Wine, as a person would
#   scripts/windows.sh package   builds what packages carry, and makes zip, .msi and their sums in target/package
#   scripts/windows.sh package-check   installs, upgrades and removes them in a Wine of its own
#   scripts/windows.sh test      runs the tests under Wine; further arguments are cargo's
# All of it stands in one folder: CARDDESK_WINDOWS, or target/windows. What is fetched comes from
# Debian's archives and, as for any build, from crates.io.
set -euo pipefail
cd "$(dirname "$0")/.."

what=${1:?usage: windows.sh setup|build|check|package|package-check|test}
shift
mkdir -p "${CARDDESK_WINDOWS:=target/windows}"
root=$(realpath "$CARDDESK_WINDOWS")
rust=$root/rust
sysroot=$root/sysroot
target=x86_64-pc-windows-gnu
out=${CARGO_TARGET_DIR:-target}/package
name=windows
work=$root
export WINEPREFIX=$root/prefix
. scripts/windows-common.sh
step() { printf '\n== %s (%s)\n' "$1" "$(date -u +%H:%M:%S)"; }

# Debian's Rust, beside whatever else is installed here.
rust_packages=(rustc-web cargo-web rust-web-src libstd-rust-web-1.96 libstd-rust-web-dev libllvm22
  libgit2-1.5 libhttp-parser2.9 libmbedcrypto7 libmbedx509-1 libmbedtls14)
# mingw compiles and links; three make packages; the rest is for the checks.
packages=(gcc-mingw-w64-x86-64-win32 wixl msitools zip unzip wine wine64 xvfb xdotool openbox imagemagick libgl1
  libgl1-mesa-dri)

with_rust() {
  env LD_LIBRARY_PATH="$rust/usr/lib/x86_64-linux-gnu" RUSTC="$rust/usr/bin/rustc" \
    RUSTDOC="$rust/usr/bin/rustdoc" CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc \
    "$@"
}

install_packages() {
  local missing=() sudo=()
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ "${#missing[@]}" -gt 0 ] || return 0
  step "Installing Debian packages: ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Unpacked, not installed: Debian's own rustc and rustup would be in the way.
fetch_rust() {
  [ -x "$rust/usr/bin/rustc" ] && return
  step "Fetching Debian's Rust for Windows"
  mkdir -p "$root/debs"
  (cd "$root/debs" && apt-get download -qq "${rust_packages[@]}")
  for deb in "$root/debs"/*.deb; do dpkg -x "$deb" "$rust"; done
  rm -r "$root/debs"
}

# Debian has no std for Windows: it is built from its source once, with bitcode for thin LTO.
build_std() {
  local libraries=$sysroot/lib/rustlib/$target/lib
  ls "$libraries"/libstd-*.rlib >/dev/null 2>&1 && return
  step "Building std for Windows"
  rm -rf "$root/std" "$libraries"
  mkdir -p "$root/std/src" "$libraries"
  echo 'fn main() {}' >"$root/std/src/main.rs"
  printf '[package]\nname = "std-for-windows"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' \
    >"$root/std/Cargo.toml"
  (cd "$root/std" && with_rust env RUSTC_BOOTSTRAP=1 \
    CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS=-Cembed-bitcode=yes \
    "$rust/usr/bin/cargo" test --no-run --release -Zbuild-std=std,panic_unwind --target "$target" \
    --target-dir target)
  cp "$root/std/target/$target/release/deps"/*.rlib "$libraries"
  rm -r "$root/std"
  # cargo does not notice another std: what was built with the one before is of no use.
  rm -rf "$root/target"
}

make_prefix() {
  [ -e "$WINEPREFIX/ready" ] && return
  step "Making a place for Wine"
  make_wine
  touch "$WINEPREFIX/ready"
}

setup() {
  install_packages
  fetch_rust
  build_std
  make_prefix
}

# cargo, for Windows.
build_with() {
  [ -x "$rust/usr/bin/rustc" ] || fail "the tools are not there: run setup first"
  with_rust env CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUSTFLAGS="--sysroot=$sysroot" \
    CARGO_TARGET_X86_64_PC_WINDOWS_GNU_RUNNER=wine \
    "$rust/usr/bin/cargo" "$1" --locked --target "$target" --target-dir "$root/target" "${@:2}"
}

# The program, and the same file as a program of the console: whoever types `carddesk` there gets that one,
# and the shell waits for it.
build() {
  step "Building for Windows"
  build_with build "$@"
  local given=" $* " profile=debug
  case $given in
    *" --release "*) profile=release ;;
    *" --profile "*) profile=${given##* --profile } profile=${profile%% *} ;;
  esac
  mkdir -p "$root/carddesk"
  cp "$root/target/$target/$profile/carddesk.exe" "$root/carddesk/"
  x86_64-w64-mingw32-objcopy --subsystem console "$root/carddesk/carddesk.exe" "$root/carddesk/carddesk.com"
  ls -l "$root/carddesk"
}

# The same packages as a later version: what an upgrade is tried with.
package_later() {
  local version
  version=$(sed -n 's/^version = "\(.*\)"$/\1/p' Cargo.toml | head -n 1)
  version=${version%%-*}
  rm -rf "$root/later"
  scripts/windows-package.sh "$root/carddesk" "$root/later" "${version%.*}.$((${version##*.} + 1))"
}

case $what in
  setup) setup ;;
  build) build "$@" ;;
  test)
    make_prefix
    # Without cargo in Wine there is nothing to ask about packages; Wine 8 keeps no lock that is unlocked twice.
    build_with test "$@" -- --skip architecture::project --skip a_journal_that_stays_locked
    ;;
  check)
    [ -e "$root/carddesk/carddesk.exe" ] || fail "nothing is built: run build first"
    make_prefix
    exec scripts/windows-check.sh "$root/carddesk" "$@"
    ;;
  package)
    install_packages
    build --profile dist
    step "Packing"
    rm -f "$out"/carddesk-*-windows-*
    scripts/windows-package.sh "$root/carddesk" "$out"
    scripts/package-sums.sh "$out"
    ;;
  package-check)
    ls "$out"/carddesk-*-windows-*.msi >/dev/null 2>&1 || fail "nothing is packed: run package first"
    package_later
    exec scripts/windows-package-check.sh "$out" "$root/later" "$@"
    ;;
  *) fail "there is no '$what': setup, build, check, package, package-check or test" ;;
esac
