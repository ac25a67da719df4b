#!/usr/bin/env bash
# Makes the packages for Linux into `target/package`: a `.deb`, a tarball, what they and those for Windows
# (`scripts/windows.sh package`) are made of (SBOM, CycloneDX), and SHA-256 sums of all. Needs Rust, gcc, make
# and dpkg; installs cargo-deb and cargo-cyclonedx into `target/tools`.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
out=$target/package
tools=$PWD/$target/tools
export PATH="$tools/bin:$PATH"
deb=3.8.0
cyclonedx=0.5.9
step() { printf '\n== %s\n' "$1"; }

tool() { # name version
  [[ "$(cargo "$1" --version 2>/dev/null)" == *"$2"* ]] && return
  step "Installing cargo-$1 $2"
  cargo install --quiet --locked --debug "cargo-$1" --version "$2" --root "$tools"
}
tool deb "$deb"
tool cyclonedx "$cyclonedx"

step "Manual pages, completions, icons"
rm -rf "$out/files" "$out"/*.deb "$out"/*-linux-* "$out"/*.cdx.json
mkdir -p "$out/files"
cargo run --quiet --locked --example package_files -- "$out/files"

step "The program, with the packages' profile"
cargo build --locked --profile dist
version=$("$target/dist/carddesk" -V | cut -d ' ' -f 2)
"$target/dist/carddesk" --version

step "Debian"
cargo deb --quiet --no-build --profile dist --output "$out/"

step "Tarball"
name=carddesk-$version-linux-$(uname -m)
mkdir -p "$out/$name"/{bin,share/applications,share/metainfo,share/man/man1,share/doc/carddesk} \
  "$out/$name/share/icons/hicolor/scalable/apps" "$out/$name/share/bash-completion/completions" \
  "$out/$name/share/zsh/site-functions" "$out/$name/share/fish/vendor_completions.d"
cp "$target/dist/carddesk" "$out/$name/bin/"
cp assets/package/carddesk.desktop "$out/$name/share/applications/"
cp assets/package/*.metainfo.xml "$out/$name/share/metainfo/"
cp "$out"/files/man/*.1 "$out/$name/share/man/man1/"
cp assets/icon/carddesk.svg "$out/$name/share/icons/hicolor/scalable/apps/"
for folder in "$out"/files/icons/*; do
  install -Dm 644 "$folder/carddesk.png" "$out/$name/share/icons/hicolor/$(basename "$folder")/apps/carddesk.png"
done
cp "$out/files/completions/carddesk.bash" "$out/$name/share/bash-completion/completions/carddesk"
cp "$out/files/completions/_carddesk" "$out/$name/share/zsh/site-functions/"
cp "$out/files/completions/carddesk.fish" "$out/$name/share/fish/vendor_completions.d/"
cp README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE docs/manual.md "$out/$name/share/doc/carddesk/"
when=$(git log -1 --format=%ct 2>/dev/null || date +%s)
tar --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$when" -C "$out" -cJf "$out/$name.tar.xz" "$name"
rm -rf "${out:?}/$name" "$out/files"

step "What it is made of"
contents() { # file, further arguments
  cargo cyclonedx --quiet --format json --override-filename "$1" --no-build-deps "${@:2}"
  mv "$1.json" "$out/"
  # Each package here gets one; the program's holds them all.
  rm -f crates/*/"$1.json"
}
contents "carddesk-$version.cdx"
contents "carddesk-$version-windows.cdx" --target x86_64-pc-windows-gnu

step "Sums and sizes"
scripts/package-sums.sh "$out"
stat -c '%10s %n' "$target/dist/carddesk"
