#!/usr/bin/env bash
# Installs the `.deb` in a Debian that has nothing else (debootstrap's smallest), opens the window there under
# Xvfb, reads a manual page and a desktop file, purges the package, and finds nothing left but the user's data.
# Needs root, debootstrap, and a network for Debian's archive; the package is the first argument. A folder
# where a fresh Debian is kept for the next time may be named in DEBIAN.
set -euo pipefail
package=$(realpath "${1:?usage: package-check.sh PACKAGE.deb}")
suite=${SUITE:-bookworm}
work=$(mktemp -d)
root=$work/root
trap 'umount "$root/proc" 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { echo "package check: $1" >&2; exit 1; }
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }

base=${DEBIAN:-$work/base}
[ -d "$base" ] || debootstrap --variant=minbase "$suite" "$base" http://deb.debian.org/debian >/dev/null
cp -a "$base" "$root"
[ -e "$root/proc/self" ] || mount -t proc proc "$root/proc" 2>/dev/null || true
cp "$package" "$root/tmp/carddesk.deb"
apt() { inside apt-get -y -qq "$@" >>"$work/apt.log" 2>&1 || { tail -n 20 "$work/apt.log" >&2; fail "apt-get $1"; }; }
apt update
# What looks at the window is no part of the program: it is there before, and asked about afterwards.
apt install --no-install-recommends xvfb xdotool imagemagick
files() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./var/cache \
  -o -path ./var/log -o -path ./var/lib/apt -o -path ./var/lib/dpkg \) -prune -o -print | sort); }
files >"$work/before"
packages() { inside dpkg-query -W -f '${Package}\n' | sort; }
packages >"$work/packages"

apt install --no-install-recommends /tmp/carddesk.deb
inside dpkg-query -W -f '${Package} ${Version}: ${Depends}\n' carddesk
inside carddesk --version
for file in usr/share/applications/carddesk.desktop usr/share/man/man1/carddesk.1.gz \
  usr/share/icons/hicolor/scalable/apps/carddesk.svg usr/share/icons/hicolor/48x48/apps/carddesk.png \
  usr/share/bash-completion/completions/carddesk; do
  [ -s "$root/$file" ] || fail "$file is not there"
done

inside useradd --create-home agent
inside su agent -c "
  set -e
  Xvfb :87 -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 & server=\$!
  export DISPLAY=:87
  cd
  for _ in \$(seq 100); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
  carddesk --sandbox --customer 1003 --timings timings ${RENDERER:+--renderer $RENDERER} >out 2>&1 & program=\$!
  for _ in \$(seq 300); do
    grep -q art_complete timings 2>/dev/null && break
    kill -0 \$program 2>/dev/null || { cat out; exit 1; }
    sleep 0.2
  done
  grep -q art_complete timings || { cat out; exit 1; }
  import -window root shot.png
  kill -TERM \$program; wait \$program || true
  kill \$server
  echo \"colours on screen: \$(identify -format %k shot.png)\"
  test \"\$(identify -format %k shot.png)\" -gt 4000
  ls -d .local/share/carddesk
" || fail "no window in a Debian without anything else"
echo "package check: the window opens in a Debian that has nothing else"

# With it goes what came with it; some of that is kept by others' recommendations, so each is named.
mapfile -t came < <(packages | comm -13 "$work/packages" -)
apt purge "${came[@]}"
[ -d "$root/home/agent/.local/share/carddesk" ] || fail "the user's data went with the package"
rm -rf "$root/home/agent"
files >"$work/after"
# The user that was made for the window, and what the system's own triggers write.
left=$(comm -13 "$work/before" "$work/after" | grep -v -E '^\./(etc/(passwd|group|shadow|gshadow|subuid|subgid)-?|home/agent|var/(mail|spool)|run)' || true)
[ -z "$left" ] || fail "left after the purge: $left"
echo "package check: after the purge nothing is left but the user's data"
