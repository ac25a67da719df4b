#!/usr/bin/env bash
# Sums and sizes of all packages in a folder, for Linux and for Windows alike.
set -euo pipefail
cd "${1:?usage: package-sums.sh FOLDER}"
find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum -- >SHA256SUMS
cat SHA256SUMS
stat -c '%10s %n' -- *
