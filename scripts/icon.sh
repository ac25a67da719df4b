#!/usr/bin/env bash
# Makes the icon of the window and of the program for Windows out of assets/icon/carddesk.svg. Needs
# rsvg-convert (Debian: librsvg2-bin) and ImageMagick.
set -euo pipefail
cd "$(dirname "$0")/../assets/icon"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Those that Windows shows at 100 to 250 %, and in folders.
sizes=(16 20 24 32 40 48 64 256)
for size in "${sizes[@]}"; do
  rsvg-convert --width "$size" --height "$size" carddesk.svg --output "$work/$size.png"
done
convert $(printf "$work/%s.png " "${sizes[@]}") carddesk.ico
cp "$work/64.png" carddesk-64.png
