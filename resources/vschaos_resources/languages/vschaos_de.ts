<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>A recording was cut off when the sound engine stopped. It is saved: “{file}”, {time}.</source>
        <translation>Eine Aufnahme brach ab, als die Klangerzeugung endete. Sie ist gesichert: „{file}“, {time}.</translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation>Ein interner Fehler ist aufgetreten.</translation>
    </message>
    <message>
        <source>Another program has changed the labels of these sounds.</source>
        <translation>Ein anderes Programm hat die Labels dieser Klänge geändert.</translation>
    </message>
    <message>
        <source>Another program has changed the labels.</source>
        <translation>Ein anderes Programm hat die Labels geändert.</translation>
    </message>
    <message>
        <source>Another program has written “{file}”.</source>
        <translation>Ein anderes Programm hat „{file}“ geschrieben.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Check the folder “{folder}”.</source>
        <translation>Prüfen Sie den Ordner „{folder}“.</translation>
    </message>
    <message>
        <source>Check “{file}”, or choose another project.</source>
        <translation>Prüfen Sie „{file}“, oder wählen Sie ein anderes Projekt.</translation>
    </message>
    <message>
        <source>Choose a folder where you have write permission, on a disk with free space.</source>
        <translation>Wählen Sie einen Ordner mit Schreibrecht auf einem Datenträger mit freiem Platz.</translation>
    </message>
    <message>
        <source>Choose another folder: Play, Recordings folder.</source>
        <translation>Wählen Sie einen anderen Ordner: Menü „Spielen“, „Ordner der Aufnahmen“.</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>begins a sentence</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Free space on the disk, or change the permissions of the folder.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder ändern Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Free space on the disk, or save it in another folder.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder sichern Sie es in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>Free space on the disk.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>If it happens again, see the log for the cause.</source>
        <translation>Falls es wieder geschieht, steht die Ursache im Protokoll.</translation>
    </message>
    <message>
        <source>If nobody ended it, the system may have done so to free memory: close other programs first.</source>
        <translation>Falls das niemand veranlasst hat, war es vielleicht das System, um Speicher freizugeben: Schließen Sie zuerst andere Programme.</translation>
    </message>
    <message>
        <source>If that does not help, choose the sketch size or fewer sounds.</source>
        <translation>Hilft das nicht, wählen Sie die Größe „Skizze“ oder weniger Klänge.</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>It is being started again.</source>
        <translation>Sie wird neu gestartet.</translation>
    </message>
    <message>
        <source>It is in “{folder}”.</source>
        <translation>Sie liegt in „{folder}“.</translation>
    </message>
    <message>
        <source>It stays as it is: “{file}”.</source>
        <translation>Sie bleibt, wie sie ist: „{file}“.</translation>
    </message>
    <message>
        <source>Press Play on the Play page to start it.</source>
        <translation>Drücken Sie auf der Seite „Spielen“ auf Wiedergabe, um sie zu starten.</translation>
    </message>
    <message>
        <source>See the log for details.</source>
        <translation>Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Show its folder, and delete it there if you are sure.</source>
        <translation>Zeigen Sie den Ordner an, und löschen Sie die Datei dort, wenn Sie sicher sind.</translation>
    </message>
    <message>
        <source>Start again</source>
        <comment>begins a sentence</comment>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>The extraction of pitch</source>
        <translation>Die Bestimmung der Tonhöhen</translation>
    </message>
    <message>
        <source>The folder of recordings “{folder}” cannot be made: {reason}.</source>
        <translation>Der Ordner „{folder}“ für Aufnahmen kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>Der Ordner „{folder}“ kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The forecast</source>
        <translation>Die Vorhersage</translation>
    </message>
    <message>
        <source>The instrument could not be copied to change its card: {reason}</source>
        <translation>Das Instrument konnte nicht kopiert werden, um seine Karte zu ändern: {reason}</translation>
    </message>
    <message>
        <source>The labels could not be written in “{folder}”: {reason}.</source>
        <translation>Die Labels konnten in „{folder}“ nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The log of the sound engine cannot be opened: {reason}.</source>
        <translation>Das Protokoll der Klangerzeugung kann nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <source>The network of “{name}” does not fit its card.</source>
        <translation>Das Netz von „{name}“ passt nicht zu seiner Karte.</translation>
    </message>
    <message>
        <source>The project could not be saved as “{file}”: {reason}.</source>
        <translation>Das Projekt konnte nicht als „{file}“ gesichert werden: {reason}.</translation>
    </message>
    <message>
        <source>The project “{name}” could not be read: {reason}.</source>
        <translation>Das Projekt „{name}“ konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The sound engine</source>
        <translation>Die Klangerzeugung</translation>
    </message>
    <message>
        <source>The sound engine is not running.</source>
        <translation>Die Klangerzeugung läuft nicht.</translation>
    </message>
    <message>
        <source>The sound engine is still starting.</source>
        <translation>Die Klangerzeugung startet noch.</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>Das Training</translation>
    </message>
    <message>
        <source>The training was ended at once.</source>
        <translation>Das Training wurde sofort beendet.</translation>
    </message>
    <message>
        <source>The window changes its language at the next start.</source>
        <translation>Das Fenster wechselt die Sprache beim nächsten Start.</translation>
    </message>
    <message>
        <source>They were read again, with your last changes.</source>
        <translation>Sie wurden neu gelesen, mit Ihren letzten Änderungen.</translation>
    </message>
    <message>
        <source>They were read again, without your last changes, which no longer fit. Repeat them.</source>
        <translation>Sie wurden neu gelesen, ohne Ihre letzten Änderungen, die nicht mehr passen. Wiederholen Sie diese.</translation>
    </message>
    <message>
        <source>They will be read again.</source>
        <translation>Sie werden neu gelesen.</translation>
    </message>
    <message>
        <source>This has happened before. Press Play to start it again. Details are in “{log}”.</source>
        <translation>Das ist schon einmal geschehen. Drücken Sie auf Wiedergabe, um sie neu zu starten. Einzelheiten stehen in „{log}“.</translation>
    </message>
    <message>
        <source>This is “{copy}” now, a copy of “{name}”, which stays as it was.</source>
        <translation>Dies ist jetzt „{copy}“, eine Kopie von „{name}“, das bleibt, wie es war.</translation>
    </message>
    <message>
        <source>This project is new: nothing was done in it yet.</source>
        <translation>Dieses Projekt ist neu: Darin wurde noch nichts getan.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>What was saved until then is kept.</source>
        <translation>Was bis dahin gesichert war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Your work goes on in “{copy}”, beside it. Nothing was lost.</source>
        <translation>Ihre Arbeit geht daneben in „{copy}“ weiter. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>{again} after closing other programs.</source>
        <translation>{again}, nachdem andere Programme geschlossen wurden.</translation>
    </message>
    <message>
        <source>{again} after freeing space on it.</source>
        <translation>{again}, nachdem darauf Platz geschaffen wurde.</translation>
    </message>
    <message>
        <source>{what} cannot be started: {reason}.</source>
        <translation>{what} kann nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
        <source>{what} crashed ({signal}).</source>
        <translation>{what} ist abgestürzt ({signal}).</translation>
    </message>
    <message>
        <source>{what} ended because the computer ran out of memory.</source>
        <translation>{what} endete, weil der Arbeitsspeicher nicht ausreichte.</translation>
    </message>
    <message>
        <source>{what} ended because the disk is full.</source>
        <translation>{what} endete, weil der Datenträger voll ist.</translation>
    </message>
    <message>
        <source>{what} ended because the graphics card ran out of memory.</source>
        <translation>{what} endete, weil der Speicher der Grafikkarte nicht ausreichte.</translation>
    </message>
    <message>
        <source>{what} ended unexpectedly.</source>
        <translation>{what} endete unerwartet.</translation>
    </message>
    <message>
        <source>{what} was ended at once from outside (SIGKILL).</source>
        <translation>{what} wurde von außen sofort beendet (SIGKILL).</translation>
    </message>
    <message>
        <source>{what} was ended because the computer ran out of memory (SIGKILL).</source>
        <translation>{what} wurde beendet, weil der Arbeitsspeicher nicht ausreichte (SIGKILL).</translation>
    </message>
    <message>
        <source>{what} was ended by the system or by another program ({signal}).</source>
        <translation>{what} wurde vom System oder von einem anderen Programm beendet ({signal}).</translation>
    </message>
    <message>
        <source>“{file}” could not be moved to the bin.</source>
        <translation>„{file}“ konnte nicht in den Papierkorb gelegt werden.</translation>
    </message>
    <message>
        <source>“{file}” could not be saved as “{target}”: {reason}.</source>
        <translation>„{file}“ konnte nicht als „{target}“ gesichert werden: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is a new class of {task}. Undo removes it.</source>
        <translation>„{name}“ ist eine neue Klasse von {task}. „Rückgängig“ entfernt sie.</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>„{name}“ wurde von einem anderen Programm geändert.</translation>
    </message>
</context>
</TS>
