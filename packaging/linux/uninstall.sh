#!/bin/sh
# Removes this app, but not your instruments, projects and settings.
set -eu
name=@NAME@
app=$(cd "$(dirname "$0")" && pwd)
if [ ! -f "$app/installed.txt" ]; then
    echo "Run the uninstall.sh of the installed app: FOLDER/lib/$name/uninstall.sh" >&2
    exit 1
fi
prefix=$(cd "$app/../.." && pwd)
cd "$prefix"
while read -r file; do
    rm -f "$file"
    rmdir -p "$(dirname "$file")" 2>/dev/null || true
done <"$app/installed.txt"
rm -rf "$app"

# What desktops keep of these folders; it goes where nothing else is described.
if [ -d share/mime ]; then
    if [ -d share/mime/packages ]; then
        ! command -v update-mime-database >/dev/null || update-mime-database "$prefix/share/mime"
    else
        rm -rf share/mime
    fi
fi
if [ -d share/applications ]; then
    rm -f share/applications/mimeinfo.cache
    if ! rmdir share/applications 2>/dev/null; then
        ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$prefix/share/applications"
    fi
fi
[ ! -d share/icons/hicolor ] || touch share/icons/hicolor
rmdir -p lib 2>/dev/null || true
rmdir share bin 2>/dev/null || true
echo "Removed."
