#!/usr/bin/env bash
# wixl 0.101 (msitools 0.101, as Debian 12 has them): a WiX source that the WiX toolset would take.
#
# One would expect: what wixl takes without a word it puts into the package. `IncludeMaximum="yes"` of an
# `UpgradeVersion` is the bit 512 (msidbUpgradeAttributesVersionMaxInclusive) in the Attributes of the table Upgrade,
# as `IncludeMinimum="yes"` is the bit 256; and a Description in Cyrillic is there in Cyrillic, where the source
# says UTF-8 and the code page 1251.
# So it is: `IncludeMaximum` is passed over, so that the same version built anew is installed beside the one
# before; and a string that is not ASCII is there, and empty. wixl ends with 0 and says nothing of either.
#
# Needs Debian 12 (amd64), whose packages it unpacks.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# Unpacked, not installed.
apt-get download -qq wixl=0.101+repack-1 msitools=0.101+repack-1 wixl-data=0.101+repack-1 \
  libmsi0=0.101+repack-1 libgcab-1.0-0 libgsf-1-114 >/dev/null 2>&1
for package in ./*.deb; do dpkg -x "$package" tools; done
export PATH=$work/tools/usr/bin:$PATH LD_LIBRARY_PATH=$work/tools/usr/lib/x86_64-linux-gnu
echo "text" >file.txt
source() { # IncludeMaximum
  cat <<XML
<?xml version="1.0" encoding="UTF-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="*" Name="Shown" Language="1033" Codepage="1251" Version="1.0.0" Manufacturer="Nobody"
    UpgradeCode="0B6C5C0E-7C39-4C1B-9F0B-0C7E62B7F001">
    <Package InstallerVersion="500" Compressed="yes" InstallScope="perUser" SummaryCodepage="1251"/>
    <Media Id="1" Cabinet="c.cab" EmbedCab="yes"/>
    <Property Id="LATIN" Value="cards"/>
    <Property Id="CYRILLIC" Value="карты"/>
    <Upgrade Id="0B6C5C0E-7C39-4C1B-9F0B-0C7E62B7F001">
      <UpgradeVersion Minimum="0.1.0" IncludeMinimum="yes" Maximum="1.0.0" IncludeMaximum="$1" Property="OLDER"/>
    </Upgrade>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="Place" Name="Shown">
        <Component Id="One" Guid="0B6C5C0E-7C39-4C1B-9F0B-0C7E62B7F002"><File Id="F" Source="file.txt"/></Component>
      </Directory>
    </Directory>
    <Feature Id="All" Level="1"><ComponentRef Id="One"/></Feature>
  </Product>
</Wix>
XML
}
# The fifth column of the only row.
attributes() { msiinfo export "$1" Upgrade | tail -n 1 | cut -f 5; }
for included in yes no; do
  source "$included" >"$included.wxs"
  wixl -a x64 -o "$included.msi" "$included.wxs" || { echo "FAILED: wixl refuses IncludeMaximum=$included"; exit 1; }
  echo "IncludeMaximum=\"$included\": Attributes $(attributes "$included.msi")"
done
msiinfo export yes.msi Property | tr -d '\r' | grep -aE '^(LATIN|CYRILLIC)' | tee properties || true
[ "$(attributes yes.msi)" = 256 ] || { echo "FAILED: it was 256, without the bit for the maximum"; exit 1; }
[ "$(attributes yes.msi)" = "$(attributes no.msi)" ] || { echo "FAILED: yes and no made no difference"; exit 1; }
grep -qaP '^LATIN\tcards' properties || { echo "FAILED: the plain property was there"; exit 1; }
if grep -qa 'карты' properties || grep -qaP '\xea\xe0\xf0\xf2\xfb' properties; then
  echo "FAILED: the Cyrillic property was empty"
  exit 1
fi
echo "As said."
