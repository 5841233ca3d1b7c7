#!/bin/sh
# Installs this app for you alone, in ~/.local, or elsewhere: ./install.sh [--prefix FOLDER]
# To remove it: FOLDER/lib/@NAME@/uninstall.sh
set -eu
name=@NAME@
here=$(cd "$(dirname "$0")" && pwd)
prefix=${HOME}/.local
case ${1:-} in
    --prefix) prefix=${2:?"--prefix needs a folder"} ;;
    --prefix=*) prefix=${1#--prefix=} ;;
    "") ;;
    *) sed -n '2,3s/^# //p' "$0"; exit 2 ;;
esac
mkdir -p "$prefix"
prefix=$(cd "$prefix" && pwd)
app=$prefix/lib/$name
if [ "$prefix" = "$here" ]; then
    echo "Choose another folder than this one." >&2
    exit 1
fi

# An older version goes first.
[ ! -x "$app/uninstall.sh" ] || "$app/uninstall.sh" >/dev/null
mkdir -p "$prefix/lib" "$prefix/bin"
cp -R "$here/lib/$name" "$app"
# Where the system has these, its own are better.
for library in @SYSTEM@; do
    ! PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null | grep -q "$library" || rm -f "$app/_internal/$library"
done
cp "$here/uninstall.sh" "$app/uninstall.sh"
(cd "$here" && find bin share ! -type d) >"$app/installed.txt"
while read -r file; do
    mkdir -p "$prefix/$(dirname "$file")"
    cp -P "$here/$file" "$prefix/$file"
done <"$app/installed.txt"
# The menu finds the program although its folder may not be on the PATH.
entry=$prefix/share/applications/$name.desktop
sed "s|^Exec=[^ ]*|Exec=\"$app/$name\"|" "$here/share/applications/$name.desktop" >"$entry"

# What desktops keep of these folders.
! command -v update-mime-database >/dev/null || update-mime-database "$prefix/share/mime"
! command -v update-desktop-database >/dev/null || update-desktop-database -q "$prefix/share/applications"
touch "$prefix/share/icons/hicolor"
echo "Installed. Start it from the menu of programs, or by: $prefix/bin/$name"
