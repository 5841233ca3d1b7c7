; The Windows installer, for Inno Setup 6:  iscc /DVERSION=0.1.0 packaging\windows\vschaos-studio.iss
; For the person who installs it, without an administrator; uninstalling removes all of it, and no documents.

#ifndef VERSION
  #error State the version: iscc /DVERSION=...
#endif

[Setup]
AppId={{7B0B4E0B-6D0B-4E63-9F55-6F2C1C5B9A31}
AppName=vschaos studio
AppVersion={#VERSION}
AppPublisher=The vschaos studio authors
LicenseFile=..\..\LICENSE
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=vschaos-studio-{#VERSION}-windows-x86_64
DefaultDirName={autopf}\vschaos studio
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
Compression=lzma2/max
SolidCompression=yes
SetupIconFile=build\icons\studio.ico
UninstallDisplayIcon={app}\vschaos-studio.exe
WizardStyle=modern

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "fr"; MessagesFile: "compiler:Languages\French.isl"

[Files]
Source: "dist\vschaos-studio\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs
Source: "build\icons\instrument.ico"; DestDir: "{app}"
Source: "build\icons\project.ico"; DestDir: "{app}"

[Icons]
Name: "{autoprograms}\vschaos studio"; Filename: "{app}\vschaos-studio.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.vschaos"; ValueType: string; ValueData: "vschaos.instrument"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\vschaos.instrument"; ValueType: string; ValueData: "vschaos instrument"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\vschaos.instrument\DefaultIcon"; ValueType: string; ValueData: "{app}\instrument.ico"
Root: HKA; Subkey: "Software\Classes\vschaos.instrument\shell\open\command"; ValueType: string; ValueData: """{app}\vschaos-studio.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.vsproject"; ValueType: string; ValueData: "vschaos.project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\vschaos.project"; ValueType: string; ValueData: "vschaos project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\vschaos.project\DefaultIcon"; ValueType: string; ValueData: "{app}\project.ico"
Root: HKA; Subkey: "Software\Classes\vschaos.project\shell\open\command"; ValueType: string; ValueData: """{app}\vschaos-studio.exe"" ""%1"""

[Run]
Filename: "{app}\vschaos-studio.exe"; Description: "{cm:LaunchProgram,vschaos studio}"; Flags: nowait postinstall skipifsilent
