#!/bin/sh
# Signs the app, has Apple notarise it, and makes the disk image that people download.
#
#   IDENTITY='Developer ID Application: NAME (TEAM)' PROFILE=vschaos sh packaging/macos/sign.sh VERSION
#
# PROFILE is what `xcrun notarytool store-credentials` saved. Without IDENTITY the app is signed for this Mac alone
# (ad hoc), and is not notarised.
set -eu
cd "$(dirname "$0")/../.."
version=$1
app="dist/vschaos studio.app"
image="dist/vschaos-studio-$version-macos-$(uname -m).dmg"
identity=${IDENTITY:--}

sign() {
    codesign --force --options runtime ${IDENTITY:+--timestamp} --sign "$identity" "$@"
}

# From the inside out: a signature covers what is inside already signed.
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) | while read -r file; do
    sign "$file"
done
sign --entitlements packaging/macos/entitlements.plist "$app/Contents/MacOS/vschaos"
sign --entitlements packaging/macos/entitlements.plist "$app"
codesign --verify --deep --strict "$app"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ditto "$app" "$folder/vschaos studio.app"
ln -s /Applications "$folder/Applications"
hdiutil create -volname "vschaos studio" -srcfolder "$folder" -format ULFO -ov "$image"

if [ -n "${IDENTITY:-}" ]; then
    sign "$image"
    xcrun notarytool submit "$image" --keychain-profile "$PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "Built: $image"
