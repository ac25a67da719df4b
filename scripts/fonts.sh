#!/usr/bin/env bash
# Makes assets/fonts/ anew: subsets of Inter, JetBrains Mono (Debian packages fonts-inter,
# fonts-jetbrains-mono) and Lucide (npm package lucide-static), and src/ui/icons.rs.
# Needs: pip install fonttools brotli opentype-feature-freezer; npm.
set -euo pipefail
cd "$(dirname "$0")/.."
out=assets/fonts
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Latin, Latin-1, Cyrillic, punctuation, №, currency, and the few signs the texts use.
unicodes='U+0020-007E,U+00A0-017F,U+02BC,U+0400-04FF,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+20BD,U+20B8,U+2116,U+2122,U+2190-2193,U+2212,U+00D7,U+2215,U+22C5,U+2248,U+2260,U+2264-2265,U+25A0,U+25A1,U+25B2,U+25BC,U+25CF,U+2713,U+2715,U+FFFD'
for weight in Regular SemiBold; do
  name=$(echo "$weight" | tr '[:upper:]' '[:lower:]')
  # Tabular figures for good: columns of numbers line up.
  pyftfeatfreeze -f tnum "/usr/share/fonts/opentype/inter/Inter-$weight.otf" "$work/$weight.otf"
  pyftsubset "$work/$weight.otf" --unicodes="$unicodes" --layout-features='kern,mark,mkmk,ccmp' \
    --no-hinting --desubroutinize --output-file="$out/inter-$name.otf"
  # Inter has no sign for what cannot be shown: its white square stands for it.
  python3 - "$out/inter-$name.otf" <<'PY'
import sys
from fontTools.ttLib import TTFont
font = TTFont(sys.argv[1], recalcTimestamp=False)
for table in font["cmap"].tables:
    table.cmap[0xFFFD] = table.cmap[0x25A1]
font.save(sys.argv[1])
PY
done
pyftsubset /usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf --unicodes="$unicodes" \
  --layout-features='' --no-hinting --output-file="$out/jetbrains-mono.ttf"
cp /usr/share/doc/fonts-inter/copyright "$out/inter.LICENSE.txt"
(cd "$work" && npm pack --silent lucide-static@1.62.0 >/dev/null && tar xzf lucide-static-1.62.0.tgz)
cp "$work/package/LICENSE" "$out/lucide.LICENSE.txt"
python3 - "$work/package/font" "$out" <<'PY'
import json, subprocess, sys
source, out = sys.argv[1:]
names = """search settings lock log-out trash-2 copy check x chevron-left chevron-right refresh-cw image-off triangle-alert
circle-alert circle-check info zoom-in zoom-out eye eye-off book-open credit-card keyboard panel-left arrow-left
history shield-check ban clock rotate-ccw list layers globe octagon-x square badge-check grid-2x2 grid-3x3 list-filter
list-checks ellipsis flask-conical list-x""".split()
points = json.load(open(f"{source}/codepoints.json"))
missing = [n for n in names if n not in points]
assert not missing, missing
subprocess.check_call(["pyftsubset", f"{source}/lucide.ttf", "--unicodes=" + ",".join(f"U+{points[n]:04X}" for n in names),
    "--layout-features=", "--no-hinting", f"--output-file={out}/lucide.ttf"])
with open("src/ui/icons.rs", "w") as f:
    f.write("//! Signs of the icon font (Lucide). Made by `scripts/fonts.sh`; do not edit.\n\n")
    for n in sorted(names):
        f.write(f'pub(crate) const {n.upper().replace("-", "_")}: &str = "\\u{{{points[n]:x}}}";\n')
PY
ls -l "$out"
