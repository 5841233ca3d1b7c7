<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  or  </source>
        <translation>  oder  </translation>
    </message>
    <message>
        <source> (not connected)</source>
        <translation> (nicht verbunden)</translation>
    </message>
    <message numerus="yes">
        <source>%n dropouts</source>
        <comment>%n dropout</comment>
        <translation>
            <numerusform>%n Aussetzer</numerusform>
            <numerusform>%n Aussetzer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n latent dimensions · {rate} · hop {hop} samples</source>
        <comment>%n latent dimension · {rate} · hop {hop} samples</comment>
        <translation>
            <numerusform>%n latente Dimension · {rate} · Hop {hop} Samples</numerusform>
            <numerusform>%n latente Dimensionen · {rate} · Hop {hop} Samples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>%n more</comment>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {sounds}&#xa0;sounds have a label.</source>
        <comment>%n of {sounds}&#xa0;sounds has a label.</comment>
        <translation>
            <numerusform>%n von {sounds}&#xa0;Klängen hat ein Label.</numerusform>
            <numerusform>%n von {sounds}&#xa0;Klängen haben ein Label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {sounds}&#xa0;sounds have a label; in {varying} of them it changes.</source>
        <comment>%n of {sounds}&#xa0;sounds has a label, which changes.</comment>
        <translation>
            <numerusform>%n von {sounds}&#xa0;Klängen hat ein Label, das wechselt.</numerusform>
            <numerusform>%n von {sounds}&#xa0;Klängen haben ein Label; bei {varying} davon wechselt es.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;changes of labels in “{folder}”</source>
        <comment>%n&#xa0;change of labels in “{folder}”</comment>
        <translation>
            <numerusform>%n&#xa0;Änderung an Labels in „{folder}“</numerusform>
            <numerusform>%n&#xa0;Änderungen an Labels in „{folder}“</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;channels</source>
        <comment>%n&#xa0;channel</comment>
        <translation>
            <numerusform>%n&#xa0;Kanal</numerusform>
            <numerusform>%n&#xa0;Kanäle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;classes</source>
        <comment>%n&#xa0;class</comment>
        <translation>
            <numerusform>%n&#xa0;Klasse</numerusform>
            <numerusform>%n&#xa0;Klassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;hours</source>
        <comment>%n&#xa0;hour</comment>
        <translation>
            <numerusform>%n&#xa0;Stunde</numerusform>
            <numerusform>%n&#xa0;Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;ignored</source>
        <comment>%n&#xa0;ignored</comment>
        <translation>
            <numerusform>%n&#xa0;ignoriert</numerusform>
            <numerusform>%n&#xa0;ignoriert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;left out</source>
        <comment>%n&#xa0;left out</comment>
        <translation>
            <numerusform>%n&#xa0;ausgelassen</numerusform>
            <numerusform>%n&#xa0;ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;lines of the label files cannot be read, see the Labels tab: correct them first, or:</source>
        <comment>%n&#xa0;line of the label files cannot be read, see the Labels tab: correct them first, or:</comment>
        <translation>
            <numerusform>%n&#xa0;Zeile der Label-Dateien ist nicht lesbar, siehe den Reiter „Labels“: Korrigieren Sie sie zuerst, oder:</numerusform>
            <numerusform>%n&#xa0;Zeilen der Label-Dateien sind nicht lesbar, siehe den Reiter „Labels“: Korrigieren Sie sie zuerst, oder:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;minutes</source>
        <comment>%n&#xa0;minute</comment>
        <translation>
            <numerusform>%n&#xa0;Minute</numerusform>
            <numerusform>%n&#xa0;Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;notes</source>
        <comment>%n&#xa0;note</comment>
        <translation>
            <numerusform>%n&#xa0;Hinweis</numerusform>
            <numerusform>%n&#xa0;Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;problems</source>
        <comment>%n&#xa0;problem</comment>
        <translation>
            <numerusform>%n&#xa0;Problem</numerusform>
            <numerusform>%n&#xa0;Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;sounds</source>
        <comment>%n&#xa0;sound</comment>
        <translation>
            <numerusform>%n&#xa0;Klang</numerusform>
            <numerusform>%n&#xa0;Klänge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;sounds outside such folders stay unlabelled.</source>
        <comment>%n&#xa0;sound outside such folders stay unlabelled.</comment>
        <translation>
            <numerusform>%n&#xa0;Klang außerhalb solcher Ordner bleibt ohne Label.</numerusform>
            <numerusform>%n&#xa0;Klänge außerhalb solcher Ordner bleiben ohne Label.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;steps</source>
        <comment>%n&#xa0;step</comment>
        <translation>
            <numerusform>%n&#xa0;Schritt</numerusform>
            <numerusform>%n&#xa0;Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;trainings in the queue: {names}</source>
        <comment>%n&#xa0;training in the queue: {names}</comment>
        <translation>
            <numerusform>%n&#xa0;Training in der Warteschlange: {names}</numerusform>
            <numerusform>%n&#xa0;Trainings in der Warteschlange: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;trainings waiting in the queue: {names}</source>
        <comment>%n&#xa0;training waiting in the queue: {names}</comment>
        <translation>
            <numerusform>%n&#xa0;Training in der Warteschlange: {names}</numerusform>
            <numerusform>%n&#xa0;Trainings in der Warteschlange: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;warnings</source>
        <comment>%n&#xa0;warning</comment>
        <translation>
            <numerusform>%n&#xa0;Warnung</numerusform>
            <numerusform>%n&#xa0;Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About {program}</source>
        <translation>Über &amp;{program}</translation>
    </message>
    <message>
        <source>&amp;Add a label…</source>
        <translation>Label hin&amp;zufügen …</translation>
    </message>
    <message>
        <source>&amp;Browse instruments…</source>
        <translation>Instrumente dur&amp;chsehen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>&amp;Dokumentation</translation>
    </message>
    <message>
        <source>&amp;Duplicate project</source>
        <translation>Projekt &amp;duplizieren</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Fill from folder names…</source>
        <translation>Aus Ordnernamen &amp;füllen …</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>&amp;Einfrieren</translation>
    </message>
    <message>
        <source>&amp;Full pad</source>
        <translation>&amp;Vollbild-Pad</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Neues Projekt</translation>
    </message>
    <message>
        <source>&amp;OSC addresses</source>
        <translation>&amp;OSC-Adressen</translation>
    </message>
    <message>
        <source>&amp;Open instrument…</source>
        <translation>&amp;Instrument öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Spielen</translation>
    </message>
    <message>
        <source>&amp;Play or stop</source>
        <translation>S&amp;pielen oder stoppen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Record, or stop recording</source>
        <translation>A&amp;ufnehmen oder Aufnahme beenden</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>&amp;Remove a label…</source>
        <translation>Label &amp;entfernen …</translation>
    </message>
    <message>
        <source>&amp;Save a copy of the instrument as…</source>
        <translation>Kopie des Instruments &amp;speichern unter&#xa0;…</translation>
    </message>
    <message>
        <source>&amp;Save the last minute</source>
        <translation>Letzte &amp;Minute speichern</translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation>&amp;Klänge</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>0 is the input itself, 1 the instrument alone.</source>
        <translation>0 ist der Eingang selbst, 1 das Instrument allein.</translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation>0 oder 1</translation>
    </message>
    <message>
        <source>1 is linear; above 1 starts slowly, below 1 starts quickly</source>
        <translation>1 ist linear; über 1 beginnt langsam, unter 1 schnell</translation>
    </message>
    <message>
        <source>1 plays, 0 fades out.</source>
        <translation>1 spielt, 0 blendet aus.</translation>
    </message>
    <message>
        <source>1 restarts every method.</source>
        <translation>1 startet jede Methode neu.</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 Klang</translation>
    </message>
    <message>
        <source>1 … 9, or click the number</source>
        <translation>1 … 9, oder Klick auf die Nummer</translation>
    </message>
    <message>
        <source>30&#xa0;min</source>
        <translation>30&#xa0;min</translation>
    </message>
    <message>
        <source>30&#xa0;min or more</source>
        <translation>ab 30&#xa0;min</translation>
    </message>
    <message>
        <source>A MIDI message could not be handled; MIDI goes on.</source>
        <translation>Eine MIDI-Nachricht konnte nicht verarbeitet werden; MIDI läuft weiter.</translation>
    </message>
    <message>
        <source>A bundle came whose parts do not fit it.</source>
        <translation>Ein Bündel kam an, dessen Teile nicht hineinpassen.</translation>
    </message>
    <message>
        <source>A constant offset is inaudible, but it clicks where a sound begins and ends, and is learnt as a very low tone.</source>
        <translation>Ein Gleichanteil ist unhörbar, knackt aber, wo ein Klang beginnt und endet, und wird als sehr tiefer Ton mitgelernt.</translation>
    </message>
    <message>
        <source>A copy of the damaged file is “{file}”.</source>
        <translation>Eine Kopie der beschädigten Datei ist „{file}“.</translation>
    </message>
    <message>
        <source>A datagram came that is not OSC.</source>
        <translation>Ein Datagramm kam an, das kein OSC ist.</translation>
    </message>
    <message>
        <source>A few minutes of one kind of sound make a good first instrument.</source>
        <translation>Ein paar Minuten einer Klangart ergeben ein gutes erstes Instrument.</translation>
    </message>
    <message>
        <source>A folder of recordings, dropped anywhere on the window, is listed here with what may be wrong with it. A few minutes of sound are enough.</source>
        <translation>Ein Ordner mit Aufnahmen, irgendwo auf das Fenster gezogen, erscheint hier mit dem, was daran nicht stimmen könnte. Ein paar Minuten Klang genügen.</translation>
    </message>
    <message>
        <source>A gamepad has no channels.</source>
        <translation>Ein Gamepad hat keine Kanäle.</translation>
    </message>
    <message>
        <source>A keyboard chooses the note, the pad the colour. For sounds of which at least some have pitch and octave.</source>
        <translation>Eine Klaviatur wählt die Note, das Pad die Farbe. Für Klänge, von denen zumindest einige pitch und octave haben.</translation>
    </message>
    <message>
        <source>A label cannot be called “{0}”; use letters without accents, digits, - and _.</source>
        <translation>Ein Label kann nicht „{0}“ heißen; verwenden Sie Buchstaben ohne Akzente, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>A label of the sound, by its name.</source>
        <translation>Ein Label des Klangs, nach seinem Namen.</translation>
    </message>
    <message>
        <source>A label that is unknown follows its inlet, or the sound that comes in.</source>
        <translation>Ein unbekanntes Label folgt seinem Inlet oder dem Klang, der hereinkommt.</translation>
    </message>
    <message>
        <source>A label: its place from 1, its name, its lowest, highest and present value, the names of its classes.</source>
        <translation>Ein Label: sein Platz ab 1, sein Name, sein niedrigster, höchster und jetziger Wert, die Namen seiner Klassen.</translation>
    </message>
    <message>
        <source>A latent space for each value</source>
        <translation>Ein latenter Raum je Wert</translation>
    </message>
    <message>
        <source>A message came whose address, or list of types, does not end within {0} bytes.</source>
        <translation>Eine Nachricht kam an, deren Adresse oder Typenliste nicht innerhalb von {0} Bytes endet.</translation>
    </message>
    <message>
        <source>A message came with values of an unknown type.</source>
        <translation>Eine Nachricht kam an, deren Werte einen unbekannten Typ haben.</translation>
    </message>
    <message>
        <source>A microphone that hears the loudspeakers feeds back: use headphones.</source>
        <translation>Ein Mikrofon, das die Lautsprecher hört, koppelt zurück: Benutzen Sie Kopfhörer.</translation>
    </message>
    <message>
        <source>A neural network analyses every sound and writes down which note it plays, and when: the label pitch is the note’s name, C to B, and octave is its octave. An instrument trained with them can be played from a keyboard.</source>
        <translation>Ein neuronales Netz analysiert jeden Klang und notiert, welche Note er wann spielt: Das Label pitch ist der Name der Note, C bis B (H), und octave ihre Oktave. Ein damit trainiertes Instrument lässt sich auf einer Klaviatur spielen.</translation>
    </message>
    <message>
        <source>A neural network finds the notes of the sounds</source>
        <translation>Ein neuronales Netz findet die Noten der Klänge</translation>
    </message>
    <message>
        <source>A new process loaded it as nn~ does, and checked:</source>
        <translation>Ein neuer Prozess hat es wie nn~ geladen und geprüft:</translation>
    </message>
    <message>
        <source>A number: how bright, how loud …</source>
        <translation>Eine Zahl: wie hell, wie laut …</translation>
    </message>
    <message>
        <source>A port is one whole number from {0} to 65535.</source>
        <translation>Ein Port ist eine ganze Zahl von {0} bis 65535.</translation>
    </message>
    <message>
        <source>A query takes the name of one control, such as pad or latent/z1.</source>
        <translation>Eine Abfrage nennt einen Regler, etwa pad oder latent/z1.</translation>
    </message>
    <message>
        <source>A recording was cut off when the sound engine stopped. It is saved: “{file}”, {time}.</source>
        <translation>Eine Aufnahme brach ab, als die Klangerzeugung endete. Sie ist gesichert: „{file}“, {time}.</translation>
    </message>
    <message>
        <source>A small network is trained to reconstruct them.</source>
        <translation>Ein kleines Netz wird trainiert, sie nachzubilden.</translation>
    </message>
    <message>
        <source>A sound that is there twice counts twice; and where one copy is held out for validation, the error looks too good.</source>
        <translation>Ein doppelt vorhandener Klang zählt doppelt; und wird eine Kopie zur Prüfung zurückgehalten, sieht der Fehler zu gut aus.</translation>
    </message>
    <message>
        <source>A sound that was not learned, as it is ({key} switches)</source>
        <translation>Ein Klang, der nicht gelernt wurde, so wie er ist ({key} schaltet um)</translation>
    </message>
    <message>
        <source>A touch moves the two axes along which the sounds differ most; the others are sliders</source>
        <translation>Eine Berührung bewegt die beiden Achsen, entlang derer sich die Klänge am stärksten unterscheiden; die anderen haben Schieberegler</translation>
    </message>
    <message>
        <source>A touch plays the nearest training sound itself, instead of what lies between the sounds</source>
        <translation>Eine Berührung spielt den nächsten Trainingsklang selbst statt dessen, was zwischen den Klängen liegt</translation>
    </message>
    <message>
        <source>A training that was continued is not deleted: stop and keep it</source>
        <translation>Ein fortgesetztes Training wird nicht gelöscht: stoppen und behalten</translation>
    </message>
    <message>
        <source>A walk</source>
        <translation>Ein Spaziergang</translation>
    </message>
    <message>
        <source>A walk through the instrument&apos;s latent space, as on the pad</source>
        <translation>Ein Spaziergang durch den latenten Raum des Instruments, wie auf dem Pad</translation>
    </message>
    <message>
        <source>A&amp;ll axes to the start</source>
        <translation>A&amp;lle Achsen zum Start</translation>
    </message>
    <message>
        <source>About {program}</source>
        <translation>Über {program}</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add +data.dataset.root=FOLDER.</source>
        <translation>Fügen Sie +data.dataset.root=FOLDER hinzu.</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Label hinzufügen</translation>
    </message>
    <message>
        <source>Add instruments to your library</source>
        <translation>Instrumente zur Bibliothek hinzufügen</translation>
    </message>
    <message>
        <source>Add it again, or undo.</source>
        <translation>Fügen Sie es wieder hinzu, oder machen Sie den Schritt rückgängig.</translation>
    </message>
    <message>
        <source>Add sounds of this class, or avoid it when you play.</source>
        <translation>Fügen Sie Klänge dieser Klasse hinzu, oder meiden Sie sie beim Spielen.</translation>
    </message>
    <message>
        <source>Add sounds to it, or leave it if the others matter more.</source>
        <translation>Fügen Sie Klänge hinzu, oder lassen Sie es so, wenn die anderen wichtiger sind.</translation>
    </message>
    <message>
        <source>Add sounds: some minutes, better an hour.</source>
        <translation>Fügen Sie Klänge hinzu: einige Minuten, besser eine Stunde.</translation>
    </message>
    <message>
        <source>Add the label {label}</source>
        <translation>Label {label} hinzufügen</translation>
    </message>
    <message>
        <source>Add {0}.</source>
        <translation>Fügen Sie {0} hinzu.</translation>
    </message>
    <message>
        <source>Add, fill, rename and remove labels</source>
        <translation>Labels hinzufügen, füllen, umbenennen und entfernen</translation>
    </message>
    <message>
        <source>Added to your library: {names}.</source>
        <translation>Zu Ihrer Bibliothek hinzugefügt: {names}.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>Die Adresse ist schon in Gebrauch</translation>
    </message>
    <message>
        <source>Address and sentence, when a message cannot be used.</source>
        <translation>Adresse und Satz, wenn eine Nachricht nicht verwendet werden kann.</translation>
    </message>
    <message>
        <source>Address of new versions</source>
        <translation>Adresse neuer Versionen</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Addresses…</source>
        <translation>Adressen&#xa0;…</translation>
    </message>
    <message>
        <source>Adds to the existing folder {name}.</source>
        <translation>Ergänzt den vorhandenen Ordner {name}.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>After the first changed sample: the new sound fades in over the synthesis window.</source>
        <translation>Nach dem ersten geänderten Sample: Der neue Klang wird über das Synthesefenster eingeblendet.</translation>
    </message>
    <message>
        <source>All addresses, to read and to copy</source>
        <translation>Alle Adressen zum Lesen und Kopieren</translation>
    </message>
    <message>
        <source>All axes to the start</source>
        <translation>Alle Achsen zum Start</translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation>Alle Eingänge</translation>
    </message>
    <message>
        <source>All instruments</source>
        <translation>Alle Instrumente</translation>
    </message>
    <message>
        <source>All instruments as cards (Ctrl+B)</source>
        <translation>Alle Instrumente als Karten (Strg+B)</translation>
    </message>
    <message>
        <source>All its steps are done. Choose under Time how much longer to train.</source>
        <translation>Alle Schritte sind fertig. Wählen Sie unter Dauer, wie viel länger trainiert wird.</translation>
    </message>
    <message>
        <source>All latent coordinates at once.</source>
        <translation>Alle latenten Koordinaten zugleich.</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Alle Netzwerke</translation>
    </message>
    <message>
        <source>All parts of a sound count equally in training: silence wastes time and capacity for what you want to hear.</source>
        <translation>Alle Teile eines Klangs zählen im Training gleich: Stille kostet Zeit und Kapazität für das, was Sie hören wollen.</translation>
    </message>
    <message>
        <source>All sounds</source>
        <translation>Alle Klänge</translation>
    </message>
    <message>
        <source>All sounds are resampled to the model&apos;s rate. A sound of a lower rate lacks treble, and the instrument will lack it as well.</source>
        <translation>Alle Klänge werden auf die Abtastrate des Modells umgerechnet. Einem Klang mit niedrigerer Rate fehlen die Höhen, und dem Instrument dann auch.</translation>
    </message>
    <message>
        <source>All sounds of “{0}” are left out.</source>
        <translation>Alle Klänge von „{0}“ sind ausgelassen.</translation>
    </message>
    <message>
        <source>All {0} operators exist in libtorch {1} to {2}, which nn~ uses.</source>
        <translation>Alle {0} Operatoren gibt es in libtorch {1} bis {2}, das nn~ verwendet.</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+9, or Shift + click the number</source>
        <translation>Alt+1 … Alt+9, oder Umschalt + Klick auf die Nummer</translation>
    </message>
    <message>
        <source>An assignment moves one value, and “{0}” has {1}.</source>
        <translation>Eine Zuweisung bewegt einen Wert, und „{0}“ hat {1}.</translation>
    </message>
    <message>
        <source>An axis: its number and its title; where sounds become brighter along it, as “z3 brighter”.</source>
        <translation>Eine Achse: ihre Nummer und ihr Titel; wo Klänge auf ihr heller werden, als „z3 brighter“.</translation>
    </message>
    <message>
        <source>An instrument cannot learn a label with this name.</source>
        <translation>Ein Label mit diesem Namen kann kein Instrument lernen.</translation>
    </message>
    <message>
        <source>An instrument cannot learn it: a training that needs it does not start.</source>
        <translation>Ein Instrument kann es nicht lernen: Ein Training, das es braucht, beginnt nicht.</translation>
    </message>
    <message>
        <source>An instrument has only the treble of its sounds: this one will sound dull.</source>
        <translation>Ein Instrument hat nur die Höhen seiner Klänge: Dieses wird dumpf klingen.</translation>
    </message>
    <message>
        <source>An instrument plays what lies between its sounds: with so little it only learns them by heart.</source>
        <translation>Ein Instrument spielt, was zwischen seinen Klängen liegt: Von so wenigen lernt es nur auswendig.</translation>
    </message>
    <message>
        <source>An instrument with more axes than the pad shows them here.</source>
        <translation>Ein Instrument mit mehr Achsen, als das Pad hat, zeigt sie hier.</translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation>Ein interner Fehler ist aufgetreten.</translation>
    </message>
    <message numerus="yes">
        <source>Analysing %n&#xa0;sounds, {time}</source>
        <comment>Analysing %n&#xa0;sound, {time}</comment>
        <translation>
            <numerusform>%n&#xa0;Klang wird analysiert, {time}</numerusform>
            <numerusform>%n&#xa0;Klänge werden analysiert, {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Announced is {version}. Keep yours.</source>
        <translation>Angekündigt ist {version}. Behalten Sie Ihre.</translation>
    </message>
    <message>
        <source>Another number is another path of the same shape.</source>
        <translation>Eine andere Zahl ist ein anderer Weg derselben Form.</translation>
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
        <source>Another program is training “{0}” now.</source>
        <translation>Ein anderes Programm trainiert gerade „{0}“.</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Andere Dauer&#xa0;…</translation>
    </message>
    <message>
        <source>Answered by every control&apos;s values and the status.</source>
        <translation>Antwort: die Werte aller Regler und der Zustand.</translation>
    </message>
    <message>
        <source>Answered by pong; with a port, answers go there from now on.</source>
        <translation>Antwort: pong; mit einem Port gehen Antworten künftig dorthin.</translation>
    </message>
    <message>
        <source>Answered by reply: a control&apos;s address and its values.</source>
        <translation>Antwort: reply mit Adresse und Werten eines Reglers.</translation>
    </message>
    <message>
        <source>Answered by the status; 1: also sends level and sounding from now on; 0 stops that.</source>
        <translation>Antwort: der Status; 1: sendet von nun an auch level und sounding; 0 beendet das.</translation>
    </message>
    <message>
        <source>Any buffer size</source>
        <translation>Jede Puffergröße</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>As long as it takes</source>
        <translation>So lange wie nötig</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask for the file again, or export it again from its training run.</source>
        <translation>Bitten Sie erneut um die Datei, oder exportieren Sie sie neu aus ihrem Training.</translation>
    </message>
    <message>
        <source>Ask where you got this program from, and install nothing that claims to be a new version.</source>
        <translation>Fragen Sie dort nach, woher Sie dieses Programm haben, und installieren Sie nichts, was sich als neue Version ausgibt.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Assign {controls}</source>
        <translation>{controls} zuweisen</translation>
    </message>
    <message>
        <source>At which Max or Pd runs; at another than the instrument’s own, the module resamples</source>
        <translation>Mit der Max oder Pd läuft; weicht sie von der des Instruments ab, rechnet das Modul um</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Author of the export</source>
        <translation>Urheber des Exports</translation>
    </message>
    <message>
        <source>Average difference in dB between held-out sounds and what the instrument makes of them, in what is heard: below 3 hard to tell apart, below 6 close, below 10 recognisable</source>
        <translation>Mittlerer hörbarer Unterschied in dB zwischen zurückgehaltenen Klängen und dem, was das Instrument daraus macht: unter 3 kaum zu unterscheiden, unter 6 nah, unter 10 erkennbar</translation>
    </message>
    <message>
        <source>Axis 3, over the pad</source>
        <translation>Achse 3, über dem Pad</translation>
    </message>
    <message>
        <source>Axis {axis}</source>
        <translation>Achse {axis}</translation>
    </message>
    <message>
        <source>Axis {axis}, {word}</source>
        <translation>Achse {axis}, {word}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Beats in which the movement of axis {0} is repeated; off: by its rate.</source>
        <translation>Schläge, nach denen sich die Bewegung der Achse {0} wiederholt; aus: nach ihrer Rate.</translation>
    </message>
    <message>
        <source>Beats in which the path is repeated; off: by its rate.</source>
        <translation>Schläge, nach denen sich die Bahn wiederholt; aus: nach ihrer Rate.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Below {0} s, training mostly sees the edges of the sound and the silence around it.</source>
        <translation>Unter {0} s sieht das Training vor allem die Ränder des Klangs und die Stille darum.</translation>
    </message>
    <message>
        <source>Between the sounds of two numbers: how far from the first, 0…1.</source>
        <translation>Zwischen den Klängen zweier Nummern: wie weit vom ersten, 0…1.</translation>
    </message>
    <message>
        <source>Blinks when a message comes in</source>
        <translation>Blinkt, wenn eine Nachricht eintrifft</translation>
    </message>
    <message>
        <source>Blinks while a recording is made</source>
        <translation>Blinkt während einer Aufnahme</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Bring them to the level of the others, unless the difference is intended.</source>
        <translation>Bringen Sie sie auf den Pegel der anderen, außer wenn der Unterschied gewollt ist.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsehen&#xa0;…</translation>
    </message>
    <message>
        <source>Builds instruments from sounds: a small neural network is trained on a folder of recordings, and you play it on a pad, over OSC, or with nn~ in Max and Pure Data.</source>
        <translation>Baut Instrumente aus Klängen: Ein kleines neuronales Netz wird mit einem Ordner von Aufnahmen trainiert, und Sie spielen es auf einem Pad, über OSC oder mit nn~ in Max und Pure Data.</translation>
    </message>
    <message>
        <source>Button {name}</source>
        <translation>Taste {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled before it continued. The earlier training is kept.</source>
        <translation>Abgebrochen, bevor es weiterging. Das frühere Training bleibt erhalten.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved; your settings are unchanged.</source>
        <translation>Abgebrochen. Nichts wurde gespeichert; Ihre Einstellungen sind unverändert.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen&#xa0;…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Abbrechen&#xa0;…</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Kein Speicher verfügbar</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>Die Adresse ist nicht verfügbar</translation>
    </message>
    <message>
        <source>Change assignment of {controls}</source>
        <translation>Zuweisung von {controls} ändern</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another file.</source>
        <translation>Ändern Sie ihre Rechte oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions.</source>
        <translation>Ändern Sie die Rechte der Datei.</translation>
    </message>
    <message>
        <source>Change the folder&apos;s permissions, or free some space.</source>
        <translation>Ändern Sie die Rechte des Ordners, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Change the gesture</source>
        <translation>Geste ändern</translation>
    </message>
    <message>
        <source>Change the permissions of .vschaos-ignored in this folder, or remove it.</source>
        <translation>Ändern Sie die Rechte von .vschaos-ignored in diesem Ordner, oder entfernen Sie die Datei.</translation>
    </message>
    <message>
        <source>Change the permissions of .vschaos-left-out in this folder, or remove it.</source>
        <translation>Ändern Sie die Rechte von .vschaos-left-out in diesem Ordner, oder entfernen Sie die Datei.</translation>
    </message>
    <message>
        <source>Change the tuning</source>
        <translation>Stimmung ändern</translation>
    </message>
    <message>
        <source>Changed in “{name}”, which does not play now: {title}.</source>
        <translation>Geändert in „{name}“, das gerade nicht gespielt wird: {title}.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern&#xa0;…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Channels go from 0 (any) to 16.</source>
        <translation>Kanäle gehen von 0 (beliebig) bis 16.</translation>
    </message>
    <message>
        <source>Channels to train on</source>
        <translation>Kanäle für das Training</translation>
    </message>
    <message>
        <source>Channels: automatic</source>
        <translation>Kanäle: automatisch</translation>
    </message>
    <message>
        <source>Channels: each by itself</source>
        <translation>Kanäle: jeder für sich</translation>
    </message>
    <message>
        <source>Channels: left</source>
        <translation>Kanäle: links</translation>
    </message>
    <message>
        <source>Channels: loudest</source>
        <translation>Kanäle: lautester</translation>
    </message>
    <message>
        <source>Channels: mean</source>
        <translation>Kanäle: Mittel</translation>
    </message>
    <message>
        <source>Channels: right</source>
        <translation>Kanäle: rechts</translation>
    </message>
    <message>
        <source>Check at each start</source>
        <translation>Bei jedem Start prüfen</translation>
    </message>
    <message>
        <source>Check for a new &amp;version…</source>
        <translation>Nach neuer &amp;Version suchen …</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Check the connection to the internet, and try it again later.</source>
        <translation>Prüfen Sie die Verbindung zum Internet, und versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Check the folder “{folder}”.</source>
        <translation>Prüfen Sie den Ordner „{folder}“.</translation>
    </message>
    <message>
        <source>Check the system&apos;s sound settings.</source>
        <translation>Prüfen Sie die Klangeinstellungen des Systems.</translation>
    </message>
    <message>
        <source>Check “{file}”, or choose another project.</source>
        <translation>Prüfen Sie „{file}“, oder wählen Sie ein anderes Projekt.</translation>
    </message>
    <message>
        <source>Check “{file}”, or delete it.</source>
        <translation>Prüfen oder löschen Sie „{file}“.</translation>
    </message>
    <message>
        <source>Checking the module in a fresh process.</source>
        <translation>Das Modul wird in einem neuen Prozess geprüft.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Es wird geprüft …</translation>
    </message>
    <message>
        <source>Choose 127.0.0.1 for this computer alone, or an address in your network, such as 192.168.1.20.</source>
        <translation>Wählen Sie 127.0.0.1 für diesen Rechner allein, oder eine Adresse in Ihrem Netz, etwa 192.168.1.20.</translation>
    </message>
    <message>
        <source>Choose a Scala scale (.scl) or an AnaMark tuning (.tun).</source>
        <translation>Wählen Sie eine Scala-Skala (.scl) oder eine AnaMark-Stimmung (.tun).</translation>
    </message>
    <message>
        <source>Choose a control, press Assign, and move a knob of your controller.</source>
        <translation>Wählen Sie einen Regler, drücken Sie „Zuweisen“, und bewegen Sie einen Knopf Ihres Controllers.</translation>
    </message>
    <message>
        <source>Choose a control, press Assign, and press on the pad with a pen.</source>
        <translation>Wählen Sie einen Regler, drücken Sie „Zuweisen“, und drücken Sie mit einem Stift auf das Pad.</translation>
    </message>
    <message>
        <source>Choose a control, press Assign, then push a stick or press a button.</source>
        <translation>Wählen Sie einen Regler, drücken Sie „Zuweisen“, und bewegen Sie einen Stick oder drücken Sie einen Knopf.</translation>
    </message>
    <message>
        <source>Choose a control…</source>
        <translation>Regler wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Wählen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Choose a folder of sounds</source>
        <translation>Klangordner wählen</translation>
    </message>
    <message>
        <source>Choose a folder where you have write permission, on a disk with free space.</source>
        <translation>Wählen Sie einen Ordner mit Schreibrecht auf einem Datenträger mit freiem Platz.</translation>
    </message>
    <message>
        <source>Choose a folder with sounds in wav, flac, aiff, ogg, mp3 or m4a.</source>
        <translation>Wählen Sie einen Ordner mit Klängen in wav, flac, aiff, ogg, mp3 oder m4a.</translation>
    </message>
    <message>
        <source>Choose a folder with write permission, on a disk with free space.</source>
        <translation>Wählen Sie einen Ordner mit Schreibrecht auf einem Datenträger mit freiem Platz.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose a model with simpler layers.</source>
        <translation>Wählen Sie ein Modell mit einfacheren Schichten.</translation>
    </message>
    <message>
        <source>Choose a multiple of {0}.</source>
        <translation>Wählen Sie ein Vielfaches von {0}.</translation>
    </message>
    <message>
        <source>Choose a number from 1024 to 65535.</source>
        <translation>Wählen Sie eine Zahl von 1024 bis 65535.</translation>
    </message>
    <message>
        <source>Choose a rundir where you have write permission, on a disk with free space.</source>
        <translation>Wählen Sie einen Ordner für Trainings mit Schreibrecht auf einem Datenträger mit freiem Platz.</translation>
    </message>
    <message>
        <source>Choose a smaller configuration, or close other programs.</source>
        <translation>Wählen Sie eine kleinere Konfiguration, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Choose a smaller instrument or close other programs, then open the audio output again.</source>
        <translation>Wählen Sie ein kleineres Instrument oder schließen Sie andere Programme; öffnen Sie dann den Ausgang neu.</translation>
    </message>
    <message>
        <source>Choose a smaller training.batch_size or a smaller configuration, or close other programs.</source>
        <translation>Wählen Sie eine kleinere training.batch_size oder eine kleinere Konfiguration, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>Choose a smaller training.batch_size or more devices, and resume the training.</source>
        <translation>Wählen Sie eine kleinere training.batch_size oder mehr Geräte, und setzen Sie das Training fort.</translation>
    </message>
    <message>
        <source>Choose a usual rate from {0} to {1} Hz, such as 48000.</source>
        <translation>Wählen Sie eine übliche Rate von {0} bis {1} Hz, zum Beispiel 48000.</translation>
    </message>
    <message>
        <source>Choose a {0} that was saved by this program.</source>
        <translation>Wählen Sie eine Datei ({0}), die dieses Programm gesichert hat.</translation>
    </message>
    <message>
        <source>Choose an audio file.</source>
        <translation>Wählen Sie eine Klangdatei.</translation>
    </message>
    <message>
        <source>Choose an instrument</source>
        <translation>Ein Instrument wählen</translation>
    </message>
    <message>
        <source>Choose another class.</source>
        <translation>Wählen Sie eine andere Klasse.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another folder of sounds</source>
        <translation>Einen anderen Klangordner wählen</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder: Play, Recordings folder.</source>
        <translation>Wählen Sie einen anderen Ordner: Menü „Spielen“, „Ordner der Aufnahmen“.</translation>
    </message>
    <message>
        <source>Choose another interface, or this computer alone.</source>
        <translation>Wählen Sie eine andere Schnittstelle, oder diesen Rechner allein.</translation>
    </message>
    <message>
        <source>Choose another keyboard mapping (.kbm).</source>
        <translation>Wählen Sie eine andere Tastenbelegung (.kbm).</translation>
    </message>
    <message>
        <source>Choose another name (--name) or folder (-o), or replace it with --replace.</source>
        <translation>Wählen Sie einen anderen Namen (--name) oder Ordner (-o), oder ersetzen Sie es mit --replace.</translation>
    </message>
    <message>
        <source>Choose another name for the label that gets the folders&apos; names.</source>
        <translation>Wählen Sie einen anderen Namen für das Label, das die Ordnernamen erhält.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or replace it.</source>
        <translation>Wählen Sie einen anderen Namen oder Ordner, oder ersetzen Sie die Datei.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another one, or connect it and refresh the devices.</source>
        <translation>Wählen Sie ein anderes, oder schließen Sie es an und suchen Sie die Geräte neu.</translation>
    </message>
    <message>
        <source>Choose another project.</source>
        <translation>Wählen Sie ein anderes Projekt.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose it while playing</source>
        <translation>Beim Spielen wählen</translation>
    </message>
    <message>
        <source>Choose it; predict it where missing</source>
        <translation>Wählen; wo es fehlt, vorhersagen</translation>
    </message>
    <message>
        <source>Choose last or best.</source>
        <translation>Wählen Sie last oder best.</translation>
    </message>
    <message>
        <source>Choose one of its parts.</source>
        <translation>Wählen Sie einen seiner Teile.</translation>
    </message>
    <message>
        <source>Choose recor&amp;dings folder…</source>
        <translation>Aufnahme&amp;ordner wählen&#xa0;…</translation>
    </message>
    <message>
        <source>Choose the folder that holds your sounds.</source>
        <translation>Wählen Sie den Ordner mit Ihren Klängen.</translation>
    </message>
    <message>
        <source>Choose the sounds to train on</source>
        <translation>Klänge für das Training wählen</translation>
    </message>
    <message>
        <source>Choose two different ports, such as 9000 and 9001.</source>
        <translation>Wählen Sie zwei verschiedene Ports, etwa 9000 und 9001.</translation>
    </message>
    <message>
        <source>Choose what to train after this</source>
        <translation>Wählen, was danach trainiert wird</translation>
    </message>
    <message>
        <source>Choose where it is…</source>
        <translation>Wählen, wo er ist …</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Class {0} appears twice; its first name counts.</source>
        <translation>Klasse {0} kommt zweimal vor; ihr erster Name zählt.</translation>
    </message>
    <message>
        <source>Class {0} does not exist: they are 0 to {1} at most.</source>
        <translation>Klasse {0} gibt es nicht: Sie gehen höchstens von 0 bis {1}.</translation>
    </message>
    <message>
        <source>Class {0} does not exist: they are 0 to {1}.</source>
        <translation>Klasse {0} gibt es nicht: Sie gehen von 0 bis {1}.</translation>
    </message>
    <message>
        <source>Class {0} does not exist: they count from 0.</source>
        <translation>Klasse {0} gibt es nicht: Gezählt wird ab 0.</translation>
    </message>
    <message>
        <source>Class {0} has another number as its name, {1}.</source>
        <translation>Klasse {0} hat eine andere Zahl als Namen, {1}.</translation>
    </message>
    <message>
        <source>Class {0} is out of range: classes are 0 to {1} at most.</source>
        <translation>Klasse {0} liegt außerhalb: Klassen gehen höchstens von 0 bis {1}.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Classes {0} of {1} have the same name: {2}.</source>
        <translation>Die Klassen {0} von {1} heißen gleich: {2}.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear snapshot {number}</source>
        <translation>Snapshot {number} löschen</translation>
    </message>
    <message>
        <source>Clear the gesture</source>
        <translation>Geste löschen</translation>
    </message>
    <message>
        <source>Clear tones, or rough ones: the phase follows the gradient of the spectrum, or chance.</source>
        <translation>Klare Töne oder raue: Die Phase folgt dem Gradienten des Spektrums oder dem Zufall.</translation>
    </message>
    <message numerus="yes">
        <source>Clear {label} of %n&#xa0;sounds</source>
        <comment>Clear {label} of %n&#xa0;sound</comment>
        <translation>
            <numerusform>{label} von %n&#xa0;Klang entfernen</numerusform>
            <numerusform>{label} von %n&#xa0;Klängen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a filled number: recall its snapshot. Shift-click: store the present sound here.
Long press on an empty number: store the present sound here. A long press never overwrites.
Drag to another number: morph between the two. Right click: more.</source>
        <translation>Klick auf eine belegte Nummer: ihren Snapshot abrufen. Umschalt+Klick: den aktuellen Klang hier speichern.
Langer Druck auf eine leere Nummer: den aktuellen Klang hier speichern. Ein langer Druck überschreibt nie.
Zu einer anderen Nummer ziehen: zwischen beiden überblenden. Rechtsklick: mehr.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close other programs that keep the computer busy, or choose a longer latency.</source>
        <translation>Schließen Sie andere Programme, die den Rechner auslasten, oder wählen Sie eine längere Latenz.</translation>
    </message>
    <message>
        <source>Close other programs that use it, and look for devices again.</source>
        <translation>Schließen Sie andere Programme, die ihn verwenden, und suchen Sie die Geräte neu.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another input.</source>
        <translation>Schließen Sie andere Programme, die ihn verwenden, oder wählen Sie einen anderen Eingang.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another output.</source>
        <translation>Schließen Sie andere Programme, die ihn verwenden, oder wählen Sie einen anderen Ausgang.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, and export again.</source>
        <translation>Schließen Sie andere Programme, um Speicher freizugeben, und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Close other programs to leave more memory for the next training.</source>
        <translation>Schließen Sie andere Programme, damit das nächste Training mehr Speicher hat.</translation>
    </message>
    <message>
        <source>Close other programs, or process less at once.</source>
        <translation>Schließen Sie andere Programme, oder verarbeiten Sie weniger auf einmal.</translation>
    </message>
    <message>
        <source>Close other programs, or raise the limit: ulimit -u.</source>
        <translation>Schließen Sie andere Programme, oder erhöhen Sie die Grenze: ulimit -u.</translation>
    </message>
    <message>
        <source>Close the other program that uses it, or choose another port.</source>
        <translation>Schließen Sie das andere Programm, das ihn verwendet, oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
        <source>Close the tour; the Help menu shows it again</source>
        <translation>Den Rundgang schließen; das Hilfe-Menü zeigt ihn wieder</translation>
    </message>
    <message>
        <source>Close this and go on working</source>
        <translation>Dies schließen und weiterarbeiten</translation>
    </message>
    <message>
        <source>Close this folder; its files stay as they are</source>
        <translation>Diesen Ordner schließen; seine Dateien bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Close {program}</source>
        <translation>{program} schließen</translation>
    </message>
    <message>
        <source>Closer to the sounds, with finer detail. For an instrument that you keep.</source>
        <translation>Näher an den Klängen, mit feineren Details. Für ein Instrument, das Sie behalten.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Colours of the points</source>
        <translation>Farben der Punkte</translation>
    </message>
    <message>
        <source>Connect a microphone or an interface, and refresh the devices.</source>
        <translation>Schließen Sie ein Mikrofon oder Interface an, und suchen Sie die Geräte neu.</translation>
    </message>
    <message>
        <source>Connect it again, and switch the input on.</source>
        <translation>Schließen Sie ihn wieder an, und schalten Sie den Eingang ein.</translation>
    </message>
    <message>
        <source>Connect it again: the sound returns by itself. Or choose another output.</source>
        <translation>Schließen Sie ihn wieder an: Der Klang kehrt von selbst zurück. Oder wählen Sie einen anderen Ausgang.</translation>
    </message>
    <message>
        <source>Connect it and refresh the devices.</source>
        <translation>Schließen Sie ihn an, und suchen Sie die Geräte neu.</translation>
    </message>
    <message>
        <source>Connect it: it is opened as soon as it is there.</source>
        <translation>Schließen Sie ihn an: Er wird geöffnet, sobald er da ist.</translation>
    </message>
    <message>
        <source>Connect one or start the sound server, then look for outputs again. Everything else works.</source>
        <translation>Schließen Sie eines an, oder starten Sie den Sound-Server, und suchen Sie erneut nach Ausgängen. Alles andere funktioniert.</translation>
    </message>
    <message>
        <source>Connect one, or start an audio server, and refresh the devices.</source>
        <translation>Schließen Sie einen an oder starten Sie einen Audioserver, und suchen Sie die Geräte neu.</translation>
    </message>
    <message>
        <source>Connect the disk that it is on, or choose where it is now. Its labels are beside the sounds.</source>
        <translation>Schließen Sie den Datenträger an, auf dem er liegt, oder wählen Sie, wo er jetzt ist. Seine Labels liegen neben den Klängen.</translation>
    </message>
    <message>
        <source>Connect the disk that it is on, or find it where it is now. Its snapshots are kept.</source>
        <translation>Schließen Sie das Laufwerk an, auf dem es liegt, oder suchen Sie es dort, wo es jetzt ist. Seine Snapshots bleiben erhalten.</translation>
    </message>
    <message>
        <source>Connect the gamepad again.</source>
        <translation>Schließen Sie das Gamepad neu an.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>begins a sentence</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>a training</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>what was interrupted</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue from the last checkpoint, in the same run</source>
        <translation>Vom letzten gesicherten Stand fortsetzen, im selben Ordner</translation>
    </message>
    <message>
        <source>Continue from where it ended, in the same run</source>
        <translation>Dort fortsetzen, wo es geendet hat, im selben Ordner</translation>
    </message>
    <message>
        <source>Continue next</source>
        <translation>Danach fortsetzen</translation>
    </message>
    <message>
        <source>Continue {training}</source>
        <translation>{training} fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>Continuing from step {step}: %n&#xa0;sounds ({time})</source>
        <comment>Continuing from step {step}: %n&#xa0;sound ({time})</comment>
        <translation>
            <numerusform>Weiter ab Schritt {step}: %n&#xa0;Klang ({time})</numerusform>
            <numerusform>Weiter ab Schritt {step}: %n&#xa0;Klänge ({time})</numerusform>
        </translation>
    </message>
    <message>
        <source>Control to assign over {kind}</source>
        <translation>Regler für eine Zuweisung über {kind}</translation>
    </message>
    <message>
        <source>Convert it to wav or flac with an audio editor.</source>
        <translation>Wandeln Sie sie in einem Audioeditor in wav oder flac um.</translation>
    </message>
    <message>
        <source>Coordinates of a place on the map.</source>
        <translation>Koordinaten eines Orts auf der Karte.</translation>
    </message>
    <message>
        <source>Coordinates of a place on the plane of the first two axes.</source>
        <translation>Koordinaten eines Orts auf der Ebene der ersten beiden Achsen.</translation>
    </message>
    <message>
        <source>Coordinates of encode and decode: the pad&apos;s axes, or raw latents.</source>
        <translation>Koordinaten von encode und decode: die Achsen des Pads, oder rohe latente.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>&amp;Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Copy it again from where it came, or open it in an audio editor and save it again.</source>
        <translation>Kopieren Sie sie neu von ihrer Quelle, oder öffnen und sichern Sie sie in einem Audioeditor.</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy the report to the clipboard</source>
        <translation>Den Bericht in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy the table to the clipboard</source>
        <translation>Die Tabelle in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Copy them into your documents, with labels, and list them</source>
        <translation>Mit Labels in Ihre Dokumente kopieren und auflisten</translation>
    </message>
    <message>
        <source>Copy {suffix} files into your library; or drop them here</source>
        <translation>{suffix}-Dateien in Ihre Bibliothek kopieren; oder hierher ziehen</translation>
    </message>
    <message>
        <source>Copy {what}</source>
        <translation>{what} kopieren</translation>
    </message>
    <message>
        <source>Copy “{text}”</source>
        <translation>„{text}“ kopieren</translation>
    </message>
    <message>
        <source>Coral</source>
        <translation>Koralle</translation>
    </message>
    <message>
        <source>Correct it, or use --overwrite, which replaces all labels of pitch and octave.</source>
        <translation>Berichtigen Sie es, oder verwenden Sie --overwrite, das alle Labels von pitch und octave ersetzt.</translation>
    </message>
    <message>
        <source>Correct the first ones, then check again.</source>
        <translation>Berichtigen Sie die ersten, und prüfen Sie dann erneut.</translation>
    </message>
    <message>
        <source>Correct the name; it is relative to the dataset&apos;s folder.</source>
        <translation>Berichtigen Sie den Namen; er gilt ab dem Ordner der Klänge.</translation>
    </message>
    <message>
        <source>Correct trainer.devices, trainer.num_nodes, trainer.strategy, training.device or training.precision.</source>
        <translation>Berichtigen Sie trainer.devices, trainer.num_nodes, trainer.strategy, training.device oder training.precision.</translation>
    </message>
    <message>
        <source>Create the folder in</source>
        <translation>Ordner anlegen in</translation>
    </message>
    <message>
        <source>Creates the folder {name}: the module, patches for Max and Pd, and a card.</source>
        <translation>Legt den Ordner {name} an: das Modul, Patches für Max und Pd und ein Datenblatt.</translation>
    </message>
    <message>
        <source>Curve of the held-out error in dB</source>
        <translation>Kurve des Fehlers zurückgehaltener Klänge in dB</translation>
    </message>
    <message>
        <source>Curves of the losses</source>
        <translation>Kurven der Verluste</translation>
    </message>
    <message>
        <source>Cut peaks add a harsh buzz to the sound, and the instrument will play the buzz as well.</source>
        <translation>Abgeschnittene Spitzen fügen dem Klang ein hartes Schnarren hinzu, und das Instrument spielt es mit.</translation>
    </message>
    <message>
        <source>Cut the silence out, or split the sound there.</source>
        <translation>Schneiden Sie die Stille heraus, oder teilen Sie den Klang dort.</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the gesture.</source>
        <translation>Die Geste löschen.</translation>
    </message>
    <message>
        <source>Delete the sound of this number.</source>
        <translation>Den Klang dieser Nummer löschen.</translation>
    </message>
    <message>
        <source>Depth of the movement of axis {0}, to either side.</source>
        <translation>Tiefe der Bewegung von Achse {0}, nach beiden Seiten.</translation>
    </message>
    <message>
        <source>Describe all addresses over HTTP to programs on this computer that ask for it</source>
        <translation>Programmen auf diesem Computer auf Anfrage alle Adressen über HTTP beschreiben</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the folder</source>
        <translation>Einzelheiten zum Ordner</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Das Gerät ist belegt</translation>
    </message>
    <message>
        <source>Directional pad, down</source>
        <translation>Steuerkreuz, unten</translation>
    </message>
    <message>
        <source>Directional pad, left</source>
        <translation>Steuerkreuz, links</translation>
    </message>
    <message>
        <source>Directional pad, right</source>
        <translation>Steuerkreuz, rechts</translation>
    </message>
    <message>
        <source>Directional pad, up</source>
        <translation>Steuerkreuz, oben</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Das Speicherkontingent ist überschritten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n&#xa0;steps, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</source>
        <comment>Done: %n&#xa0;step, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</comment>
        <translation>
            <numerusform>Fertig: %n&#xa0;Schritt, zurückgehaltene Klänge: {closeness} ({error} dB). Das Instrument ist spielbereit.</numerusform>
            <numerusform>Fertig: %n&#xa0;Schritte, zurückgehaltene Klänge: {closeness} ({error} dB). Das Instrument ist spielbereit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n&#xa0;steps. The instrument is ready to play.</source>
        <comment>Done: %n&#xa0;step. The instrument is ready to play.</comment>
        <translation>
            <numerusform>Fertig: %n&#xa0;Schritt. Das Instrument ist spielbereit.</numerusform>
            <numerusform>Fertig: %n&#xa0;Schritte. Das Instrument ist spielbereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Double click: {value}. OSC: {address}</source>
        <translation>Doppelklick: {value}. OSC: {address}</translation>
    </message>
    <message>
        <source>Drag from one snapshot to another to morph</source>
        <translation>Von Snapshot zu Snapshot ziehen, um zu überblenden</translation>
    </message>
    <message>
        <source>Drag to play. Arrow keys move; with Shift, finely. Home returns to the start. Return plays the recording of the sound under the dot, the second mouse button that of the sound under the mouse.</source>
        <translation>Ziehen, um zu spielen. Pfeiltasten bewegen, mit Umschalt fein. Pos1 kehrt zum Anfang zurück. Die Eingabetaste spielt die Aufnahme des Klangs unter dem Punkt, die zweite Maustaste die des Klangs unter der Maus.</translation>
    </message>
    <message>
        <source>Drop sounds or folders here</source>
        <translation>Klänge oder Ordner hier ablegen</translation>
    </message>
    <message>
        <source>Drop to open it</source>
        <translation>Ablegen, um zu öffnen</translation>
    </message>
    <message>
        <source>Drop your sounds</source>
        <translation>Ihre Klänge hierher ziehen</translation>
    </message>
    <message>
        <source>Dropouts since the start.</source>
        <translation>Aussetzer seit dem Start.</translation>
    </message>
    <message>
        <source>Each axis of an instrument can move by itself here.</source>
        <translation>Jede Achse eines Instruments kann sich hier von selbst bewegen.</translation>
    </message>
    <message>
        <source>Each channel that has sound is learnt as a sound of its own.</source>
        <translation>Jeder Kanal, der Klang hat, wird als eigener Klang gelernt.</translation>
    </message>
    <message>
        <source>Each folder becomes a class ({classes}).</source>
        <translation>Jeder Ordner wird eine Klasse ({classes}).</translation>
    </message>
    <message>
        <source>Each improved instrument is loaded on the Play page at once, without a gap in the sound</source>
        <translation>Jedes verbesserte Instrument wird sofort auf der Seite „Spielen“ geladen, ohne Lücke im Klang</translation>
    </message>
    <message>
        <source>End of range</source>
        <translation>Ende des Bereichs</translation>
    </message>
    <message>
        <source>End what is open, waits or plays, one at a time; else silence</source>
        <translation>Beenden, was offen ist, wartet oder spielt, eins nach dem anderen; sonst Stille</translation>
    </message>
    <message>
        <source>Enter a name first.</source>
        <translation>Geben Sie zuerst einen Namen ein.</translation>
    </message>
    <message>
        <source>Enter one that begins with https://.</source>
        <translation>Geben Sie eine ein, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>Enter the key as your distributor has published it.</source>
        <translation>Geben Sie den Schlüssel so ein, wie Ihr Anbieter ihn veröffentlicht hat.</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Hüllkurve</translation>
    </message>
    <message>
        <source>Equal</source>
        <comment>tuning</comment>
        <translation>Gleichstufig</translation>
    </message>
    <message>
        <source>Every buffer size gives the same sound: {0} hops and changing ones, {1} voices; {2}.</source>
        <translation>Jede Puffergröße ergibt denselben Klang: {0} Hops und wechselnde, {1} Stimmen; {2}.</translation>
    </message>
    <message>
        <source>Every second counts the same: a class with little sound is learnt badly, one with much dominates.</source>
        <translation>Jede Sekunde zählt gleich: Eine Klasse mit wenig Klang wird schlecht gelernt, eine mit viel herrscht vor.</translation>
    </message>
    <message>
        <source>Every sound has a label.</source>
        <translation>Jeder Klang hat ein Label.</translation>
    </message>
    <message>
        <source>Every sound has a label; in {varying} of them it changes.</source>
        <translation>Jeder Klang hat ein Label; bei {varying} davon wechselt es.</translation>
    </message>
    <message>
        <source>Everyone in this network can now play along and receive what you play. There is no password.</source>
        <translation>Alle in diesem Netzwerk können jetzt mitspielen und empfangen, was Sie spielen. Es gibt kein Passwort.</translation>
    </message>
    <message>
        <source>Examining the sounds…</source>
        <translation>Die Klänge werden untersucht …</translation>
    </message>
    <message>
        <source>Exchange the two to invert</source>
        <translation>Zum Umkehren beide vertauschen</translation>
    </message>
    <message>
        <source>Existing labels stay.</source>
        <translation>Vorhandene Labels bleiben.</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>title of a page</comment>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Erneut exportieren</translation>
    </message>
    <message>
        <source>Export again; if it fails again, the instrument is the cause: train it a little longer, or choose another.</source>
        <translation>Exportieren Sie noch einmal; misslingt es wieder, liegt es am Instrument: Trainieren Sie es etwas länger, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Export for nn~</source>
        <translation>Für nn~ exportieren</translation>
    </message>
    <message>
        <source>Export it</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Exportieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Export the instrument for nn~</source>
        <translation>Das Instrument für nn~ exportieren</translation>
    </message>
    <message>
        <source>Export {name} again</source>
        <translation>{name} erneut exportieren</translation>
    </message>
    <message>
        <source>Export “{instrument}” to the same folder, with the same card</source>
        <translation>„{instrument}“ in denselben Ordner exportieren, mit demselben Datenblatt</translation>
    </message>
    <message>
        <source>Extract pitch</source>
        <translation>Tonhöhe ermitteln</translation>
    </message>
    <message>
        <source>Extract pitch…</source>
        <translation>Tonhöhe ermitteln …</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>Mitgeliefert</translation>
    </message>
    <message>
        <source>Factory</source>
        <comment>instruments</comment>
        <translation>Mitgelieferte</translation>
    </message>
    <message>
        <source>Factory instruments, those of the project, and those opened since the start</source>
        <translation>Werksinstrumente, die des Projekts und die seit dem Start geöffneten</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Favourites and tags could not be saved in “{file}”: {reason}.</source>
        <translation>Favoriten und Tags konnten nicht in „{file}“ gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>Favourites first</source>
        <translation>Favoriten zuerst</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Die Datei gibt es schon</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Der Dateiname ist zu lang</translation>
    </message>
    <message>
        <source>Files of gestures have one of the two.</source>
        <translation>Dateien von Gesten haben eine der beiden Endungen.</translation>
    </message>
    <message>
        <source>Files that were left out</source>
        <translation>Ausgelassene Dateien</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Füllen</translation>
    </message>
    <message>
        <source>Fill from folder names</source>
        <translation>Aus Ordnernamen füllen</translation>
    </message>
    <message>
        <source>Fill {label} from folder names</source>
        <translation>{label} aus Ordnernamen füllen</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Suchen&#xa0;…</translation>
    </message>
    <message>
        <source>Find “{name}”</source>
        <translation>„{name}“ suchen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Findings about the sounds</source>
        <translation>Befunde zu den Klängen</translation>
    </message>
    <message>
        <source>Finished sounds are not analysed again</source>
        <translation>Fertige Klänge werden nicht noch einmal analysiert</translation>
    </message>
    <message>
        <source>First change {first} ms · half {half} ms</source>
        <translation>Beginn {first} ms · Hälfte {half} ms</translation>
    </message>
    <message>
        <source>First sounds</source>
        <translation>Erste Klänge</translation>
    </message>
    <message>
        <source>Flat: more time will hardly help.</source>
        <translation>Stagniert: Mehr Zeit hilft kaum.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder for Max and Pd</source>
        <translation>Ordner für Max und Pd</translation>
    </message>
    <message>
        <source>Folder of {training}</source>
        <translation>Ordner von {training}</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders of sounds that were opened in this project</source>
        <translation>Klangordner, die in diesem Projekt geöffnet wurden</translation>
    </message>
    <message>
        <source>Folders of this project</source>
        <translation>Ordner dieses Projekts</translation>
    </message>
    <message>
        <source>Follows MIDI clocks</source>
        <translation>Folgt MIDI-Clocks</translation>
    </message>
    <message>
        <source>Follows a sound.</source>
        <translation>Folgt einem Klang.</translation>
    </message>
    <message>
        <source>Follows no MIDI clock</source>
        <translation>Folgt keiner MIDI-Clock</translation>
    </message>
    <message>
        <source>For a host at {0} Hz, the instrument’s own rate: no other can be set.</source>
        <translation>Für einen Host mit {0} Hz, der Rate des Instruments: Keine andere lässt sich setzen.</translation>
    </message>
    <message>
        <source>For a host at {0} Hz; {1} Hz can be set. Resampling changes tones by up to {2} dB ({3} allowed), with images at {4} dB ({5} allowed).</source>
        <translation>Für einen Host mit {0} Hz; {1} Hz lassen sich setzen. Die Umrechnung ändert Töne um bis zu {2} dB (erlaubt: {3}), Spiegelbilder liegen bei {4} dB (erlaubt: {5}).</translation>
    </message>
    <message>
        <source>For low and dense sounds, partial by partial. Soft attacks, and more latency.</source>
        <translation>Für tiefe und dichte Klänge, Teilton für Teilton. Weiche Einsätze und mehr Latenz.</translation>
    </message>
    <message>
        <source>For some, the mean is learnt; for others, one channel.</source>
        <translation>Bei manchen wird der Mittelwert gelernt, bei anderen ein Kanal.</translation>
    </message>
    <message>
        <source>Free disk space or change the folder&apos;s permissions, then press “Save again”; or discard the changes.</source>
        <translation>Schaffen Sie Speicherplatz oder ändern Sie die Rechte des Ordners und drücken Sie „Erneut sichern“; oder verwerfen Sie die Änderungen.</translation>
    </message>
    <message>
        <source>Free some space, or change the folder&apos;s permissions.</source>
        <translation>Schaffen Sie Platz, oder ändern Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Free some space, or choose a folder on another disk.</source>
        <translation>Schaffen Sie Platz, oder wählen Sie einen Ordner auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>Free some space, or set {0} to a folder on another disk.</source>
        <translation>Schaffen Sie Platz, oder setzen Sie {0} auf einen Ordner eines anderen Datenträgers.</translation>
    </message>
    <message>
        <source>Free space on it, or choose a folder on another disk.</source>
        <translation>Schaffen Sie darauf Platz, oder wählen Sie einen Ordner auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <source>Free space on the disk, or change the permissions of the folder.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder ändern Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Free space on the disk, or choose a folder of sounds of your own.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder wählen Sie einen eigenen Klangordner.</translation>
    </message>
    <message>
        <source>Free space on the disk, or choose another rundir. What was saved before is intact.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder wählen Sie einen anderen Ordner für Trainings. Was zuvor gesichert wurde, ist unversehrt.</translation>
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
        <source>Free space on the disk. What was saved before is intact.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger. Was zuvor gesichert wurde, ist unversehrt.</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>Freeze (F). {help}</source>
        <translation>Einfrieren (F). {help}</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>From a touch until half of the change is heard, in ms.</source>
        <translation>Von einer Berührung bis die Hälfte der Änderung zu hören ist, in ms.</translation>
    </message>
    <message>
        <source>From a touch until the first sample changes, and until half of the change is done</source>
        <translation>Von einer Berührung, bis sich das erste Sample ändert, und bis die Hälfte der Änderung geschehen ist</translation>
    </message>
    <message>
        <source>From “{folder}”: {totals}</source>
        <translation>Aus „{folder}“: {totals}</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>Gamepad</source>
        <translation>Gamepad</translation>
    </message>
    <message>
        <source>Gamepads are off, because they could not be read.</source>
        <translation>Gamepads sind aus, weil sie nicht gelesen werden konnten.</translation>
    </message>
    <message>
        <source>Gamepads are off: the library SDL is missing.</source>
        <translation>Gamepads sind aus: Die Bibliothek SDL fehlt.</translation>
    </message>
    <message>
        <source>Gamepads cannot be read: {0}.</source>
        <translation>Gamepads können nicht gelesen werden: {0}.</translation>
    </message>
    <message>
        <source>Gesture</source>
        <translation>Geste</translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation>Gesten</translation>
    </message>
    <message numerus="yes">
        <source>Give %n&#xa0;selected sounds the same label ({keys})</source>
        <comment>Give %n&#xa0;selected sound the same label ({keys})</comment>
        <translation>
            <numerusform>%n&#xa0;gewähltem Klang das gleiche Label geben ({keys})</numerusform>
            <numerusform>%n&#xa0;gewählten Klängen das gleiche Label geben ({keys})</numerusform>
        </translation>
    </message>
    <message>
        <source>Give a .vschaos file or a training&apos;s folder.</source>
        <translation>Geben Sie eine .vschaos-Datei oder den Ordner eines Trainings an.</translation>
    </message>
    <message>
        <source>Give a run: rundir/name/version_0.</source>
        <translation>Geben Sie einen Lauf an: rundir/name/version_0.</translation>
    </message>
    <message>
        <source>Give each class its own name.</source>
        <translation>Geben Sie jeder Klasse einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Give each class one name.</source>
        <translation>Geben Sie jeder Klasse einen einzigen Namen.</translation>
    </message>
    <message>
        <source>Give it more of them.</source>
        <translation>Geben Sie ihm mehr davon.</translation>
    </message>
    <message>
        <source>Give the folder of a training: rundir/name.</source>
        <translation>Geben Sie den Ordner eines Trainings an: rundir/name.</translation>
    </message>
    <message>
        <source>Give the training&apos;s folder.</source>
        <translation>Geben Sie den Ordner des Trainings an.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Damit weitermachen</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Anleitung</translation>
    </message>
    <message>
        <source>Half the latency, with sharp attacks. Low and dense sounds are rough.</source>
        <translation>Halbe Latenz, mit scharfen Einsätzen. Tiefe und dichte Klänge sind rau.</translation>
    </message>
    <message>
        <source>Hear it during the training</source>
        <translation>Während des Trainings hören</translation>
    </message>
    <message>
        <source>Hear quickly whether these sounds make an instrument. Uses less processor time when played.</source>
        <translation>Schnell hören, ob diese Klänge ein Instrument ergeben. Braucht beim Spielen weniger Rechenzeit.</translation>
    </message>
    <message>
        <source>Hear some of its sounds, without loading it (Space)</source>
        <translation>Einige seiner Klänge hören, ohne es zu laden (Leertaste)</translation>
    </message>
    <message>
        <source>Held-out error</source>
        <translation>Fehler zurückgehaltener Klänge</translation>
    </message>
    <message>
        <source>Held-out sounds</source>
        <translation>Zurückgehaltene Klänge</translation>
    </message>
    <message>
        <source>Help: {about}</source>
        <translation>Hilfe: {about}</translation>
    </message>
    <message>
        <source>Help: {about} (F1)</source>
        <translation>Hilfe: {about} (F1)</translation>
    </message>
    <message>
        <source>Here an instrument learns from a folder of sounds. Choose one first, then start the training here.</source>
        <translation>Hier lernt ein Instrument aus einem Ordner mit Klängen. Wählen Sie zuerst einen, dann starten Sie hier das Training.</translation>
    </message>
    <message>
        <source>Here: {sound}</source>
        <translation>Hier: {sound}</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Hide this finding; this is saved in the folder</source>
        <translation>Diesen Befund ausblenden; das wird im Ordner gespeichert</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Hold the sound as it is, whatever moves.</source>
        <translation>Den Klang halten, wie er ist, was sich auch bewegt.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Horizontal position on the pad: latent coordinate 1.</source>
        <translation>Waagerechte Lage auf dem Pad: latente Koordinate 1.</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Wie nah</translation>
    </message>
    <message>
        <source>How close: {words}</source>
        <translation>Wie nah: {words}</translation>
    </message>
    <message>
        <source>How far axis {0} follows the input.</source>
        <translation>Wie weit Achse {0} dem Eingang folgt.</translation>
    </message>
    <message>
        <source>How far coordinates stray at random, frame by frame.</source>
        <translation>Wie weit die Koordinaten zufällig abweichen, Frame für Frame.</translation>
    </message>
    <message>
        <source>How far each axis follows</source>
        <translation>Wie weit jede Achse folgt</translation>
    </message>
    <message>
        <source>How far from the first snapshot to the second.</source>
        <translation>Wie weit vom ersten Snapshot zum zweiten.</translation>
    </message>
    <message>
        <source>How far the last morph has gone to its second sound.</source>
        <translation>Wie weit die letzte Überblendung zu ihrem zweiten Klang gekommen ist.</translation>
    </message>
    <message>
        <source>How high the keys sound: in equal temperament, or by a Scala or AnaMark file</source>
        <translation>Wie hoch die Tasten klingen: gleichstufig oder nach einer Scala- oder AnaMark-Datei</translation>
    </message>
    <message>
        <source>How long a note takes to become as loud as it gets.</source>
        <translation>Wie lange eine Note braucht, bis sie am lautesten ist.</translation>
    </message>
    <message>
        <source>How long a note takes to fade when its key is let go.</source>
        <translation>Wie lange eine Note verklingt, wenn ihre Taste losgelassen wird.</translation>
    </message>
    <message>
        <source>How long a note then takes to fall to its sustain level.</source>
        <translation>Wie lange eine Note danach braucht, um auf den Haltepegel zu fallen.</translation>
    </message>
    <message>
        <source>How long it learns: the longer, the closer to the sounds</source>
        <translation>Wie lange es lernt: je länger, desto näher an den Klängen</translation>
    </message>
    <message>
        <source>How loud a note stays while its key is held.</source>
        <translation>Wie laut eine Note bleibt, solange ihre Taste gehalten wird.</translation>
    </message>
    <message>
        <source>How many MIDI notes can sound at once.</source>
        <translation>Wie viele MIDI-Noten zugleich klingen können.</translation>
    </message>
    <message>
        <source>How many axes the instrument has.</source>
        <translation>Wie viele Achsen das Instrument hat.</translation>
    </message>
    <message>
        <source>How many labels the instrument has.</source>
        <translation>Wie viele Labels das Instrument hat.</translation>
    </message>
    <message>
        <source>How many notes sound now</source>
        <translation>Wie viele Noten jetzt klingen</translation>
    </message>
    <message>
        <source>How much a held sound moves by itself. 1 is as much as in the training sounds, 0 is still.</source>
        <translation>Wie sehr ein gehaltener Klang sich von selbst bewegt. 1 wie in den gelernten Klängen, 0 steht still.</translation>
    </message>
    <message>
        <source>How much a held sound moves by itself: 1 as the training sounds, 0 not at all. Not for forward.</source>
        <translation>Wie sehr ein gehaltener Klang sich von selbst bewegt: 1 wie die gelernten Klänge, 0 gar nicht. Nicht für forward.</translation>
    </message>
    <message>
        <source>How much all places are made as loud as the start. 0 leaves them as they were learned.</source>
        <translation>Wie sehr alle Orte so laut gemacht werden wie der Start. 0 lässt sie, wie sie gelernt wurden.</translation>
    </message>
    <message>
        <source>How much all places are made as loud as the start: 0 leaves them as they were learned. Not for forward.</source>
        <translation>Wie sehr alle Orte so laut gemacht werden wie der Start: 0 lässt sie, wie sie gelernt wurden. Nicht für forward.</translation>
    </message>
    <message>
        <source>How much the instrument plays by itself, in phrases like those of its sounds. 0: you lead, 1: it leads.</source>
        <translation>Wie sehr das Instrument von selbst spielt, in Phrasen wie denen seiner Klänge. 0: Sie führen, 1: es führt.</translation>
    </message>
    <message>
        <source>How often the path is repeated in a second.</source>
        <translation>Wie oft sich der Weg in einer Sekunde wiederholt.</translation>
    </message>
    <message>
        <source>If it happens again, please report it.</source>
        <translation>Falls es wieder geschieht, melden Sie es bitte.</translation>
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
        <source>If that is wrong, write their names into metadata/{0}/classes.txt, one per line.</source>
        <translation>Falls das falsch ist, schreiben Sie ihre Namen in metadata/{0}/classes.txt, einen je Zeile.</translation>
    </message>
    <message>
        <source>If there is a best.ckpt beside it, replace it by that one; or start a new training.</source>
        <translation>Liegt eine best.ckpt daneben, ersetzen Sie sie durch diese; oder beginnen Sie ein neues Training.</translation>
    </message>
    <message>
        <source>If you close now, something is lost</source>
        <translation>Wenn Sie jetzt schließen, geht etwas verloren</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Improving: more time makes it better.</source>
        <translation>Wird besser: Mehr Zeit hilft.</translation>
    </message>
    <message>
        <source>In</source>
        <comment>a folder</comment>
        <translation>In</translation>
    </message>
    <message>
        <source>In one second, one thread renders {0} s of sound with decode and {1} s with forward.</source>
        <translation>In einer Sekunde rechnet ein Thread {0} s Klang mit decode und {1} s mit forward.</translation>
    </message>
    <message>
        <source>In the keyboard mapping of “{0}”, the reference key has no note.</source>
        <translation>In der Tastenbelegung von „{0}“ hat die Bezugstaste keinen Ton.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Input level</source>
        <translation>Eingangspegel</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Ein-/Ausgabefehler</translation>
    </message>
    <message>
        <source>Install Python {needed} or newer, and start it with that.</source>
        <translation>Installieren Sie Python {needed} oder neuer, und starten Sie es damit.</translation>
    </message>
    <message>
        <source>Install it (Debian, Ubuntu: sudo apt install libportaudio2).</source>
        <translation>Installieren Sie sie (Debian, Ubuntu: sudo apt install libportaudio2).</translation>
    </message>
    <message>
        <source>Install it (pip install PySDL2 pysdl2-dll) and start again.</source>
        <translation>Installieren Sie sie (pip install PySDL2 pysdl2-dll) und starten Sie neu.</translation>
    </message>
    <message>
        <source>Install it: {command}</source>
        <translation>Installieren Sie es: {command}</translation>
    </message>
    <message>
        <source>Install its newest version. If it does not start either, send the details to whoever made it.</source>
        <translation>Installieren Sie die neueste Version. Startet auch sie nicht, senden Sie die Details an den Hersteller.</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Install them (pip install mido python-rtmidi) and start again.</source>
        <translation>Installieren Sie sie (pip install mido python-rtmidi), und starten Sie neu.</translation>
    </message>
    <message>
        <source>Install {program} again.</source>
        <translation>Installieren Sie {program} neu.</translation>
    </message>
    <message>
        <source>Install {program} again. If that does not help, send the log to whoever made it.</source>
        <translation>Installieren Sie {program} neu. Hilft das nicht, senden Sie das Protokoll an den Hersteller.</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumente</translation>
    </message>
    <message>
        <source>Instruments (*{suffix})</source>
        <translation>Instrumente (*{suffix})</translation>
    </message>
    <message>
        <source>Instruments that came with the program cannot be deleted.</source>
        <translation>Mitgelieferte Instrumente können nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>Invert the polarity of one channel in an audio editor, or leave it: one channel has the whole sound.</source>
        <translation>Kehren Sie die Polarität eines Kanals in einem Audioeditor um, oder lassen Sie es: Ein Kanal hat den ganzen Klang.</translation>
    </message>
    <message>
        <source>Invert the polarity of one channel there in an audio editor, or leave it: one channel has the whole sound.</source>
        <translation>Kehren Sie dort die Polarität eines Kanals in einem Audioeditor um, oder lassen Sie es: Ein Kanal hat den ganzen Klang.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>Es ist ein Ordner</translation>
    </message>
    <message>
        <source>It becomes a control, and the pad has another meaning for each of its values.</source>
        <translation>Es wird ein Regler, und das Pad hat für jeden seiner Werte eine andere Bedeutung.</translation>
    </message>
    <message>
        <source>It becomes a control; for sounds without the label it is predicted from the sound.</source>
        <translation>Es wird ein Regler; bei Klängen ohne das Label wird es aus dem Klang vorhergesagt.</translation>
    </message>
    <message>
        <source>It becomes a control; the pad covers everything else.</source>
        <translation>Es wird ein Regler; das Pad umfasst alles Übrige.</translation>
    </message>
    <message>
        <source>It begins as this instrument, and learns new sounds in less time. Only instruments of this kind fit.</source>
        <translation>Es beginnt als dieses Instrument und lernt neue Klänge in kürzerer Zeit. Nur Instrumente dieser Art passen.</translation>
    </message>
    <message>
        <source>It came with the program and cannot be deleted</source>
        <translation>Es wurde mitgeliefert und kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>It cannot be read: it is not UTF-8 text.</source>
        <translation>Sie ist nicht lesbar: Sie ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>It cannot be read: the Sounds page says why.</source>
        <translation>Es ist nicht lesbar: Die Seite Klänge sagt, warum.</translation>
    </message>
    <message>
        <source>It cannot be read: you have no permission.</source>
        <translation>Sie ist nicht lesbar: Ihnen fehlt das Recht.</translation>
    </message>
    <message>
        <source>It cannot be read: {0}.</source>
        <translation>Sie ist nicht lesbar: {0}.</translation>
    </message>
    <message>
        <source>It contains only zeros.</source>
        <translation>Sie enthält nur Nullen.</translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation>Es gibt sie nicht.</translation>
    </message>
    <message>
        <source>It ended before it was first saved.</source>
        <translation>Es endete, bevor es zum ersten Mal gespeichert wurde.</translation>
    </message>
    <message>
        <source>It ended before its first save. Start a new training.</source>
        <translation>Es endete vor seiner ersten Sicherung. Beginnen Sie ein neues Training.</translation>
    </message>
    <message>
        <source>It ends before its sound begins.</source>
        <translation>Sie endet, bevor ihr Klang beginnt.</translation>
    </message>
    <message numerus="yes">
        <source>It has %n classes; the most is {most}.</source>
        <comment>It has %n class; the most is {most}.</comment>
        <translation>
            <numerusform>Es hat %n Klasse; höchstens {most} sind möglich.</numerusform>
            <numerusform>Es hat %n Klassen; höchstens {most} sind möglich.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has a header but no sound.</source>
        <translation>Sie hat einen Kopf, aber keinen Klang.</translation>
    </message>
    <message>
        <source>It has an impossible sample rate of {0} Hz.</source>
        <translation>Sie hat eine unmögliche Abtastrate von {0} Hz.</translation>
    </message>
    <message>
        <source>It has no instrument</source>
        <translation>Es hat kein Instrument</translation>
    </message>
    <message>
        <source>It has no sound track.</source>
        <translation>Sie hat keine Tonspur.</translation>
    </message>
    <message>
        <source>It has the same value for all sounds.</source>
        <translation>Es hat bei allen Klängen denselben Wert.</translation>
    </message>
    <message>
        <source>It has these: {0}.</source>
        <translation>Es hat diese: {0}.</translation>
    </message>
    <message>
        <source>It has {0} lines, and only the first {1} can be classes of a label.</source>
        <translation>Sie hat {0} Zeilen, und nur die ersten {1} können Klassen eines Labels sein.</translation>
    </message>
    <message>
        <source>It is a folder, not an audio file.</source>
        <translation>Sie ist ein Ordner, keine Klangdatei.</translation>
    </message>
    <message>
        <source>It is being started again.</source>
        <translation>Sie wird neu gestartet.</translation>
    </message>
    <message>
        <source>It is cancelled; nothing is written. You can export again at the next start.</source>
        <translation>Er wird abgebrochen; nichts wird geschrieben. Sie können beim nächsten Start erneut exportieren.</translation>
    </message>
    <message>
        <source>It is damaged or ends inside its header.</source>
        <translation>Sie ist beschädigt oder endet in ihrem Kopf.</translation>
    </message>
    <message>
        <source>It is empty (0 bytes).</source>
        <translation>Sie ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>It is in a format that needs PyAV, which is not installed.</source>
        <translation>Ihr Format braucht PyAV, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>It is in the folder of the labels.</source>
        <translation>Sie liegt im Ordner der Labels.</translation>
    </message>
    <message>
        <source>It is in “{folder}”.</source>
        <translation>Sie liegt in „{folder}“.</translation>
    </message>
    <message>
        <source>It is incomplete or damaged: only about {0} s of its {1} s can be read.</source>
        <translation>Sie ist unvollständig oder beschädigt: Nur etwa {0} s ihrer {1} s sind lesbar.</translation>
    </message>
    <message>
        <source>It is incomplete: its last part is missing.</source>
        <translation>Sie ist unvollständig: Ihr letzter Teil fehlt.</translation>
    </message>
    <message>
        <source>It is kept as “{0}”; an empty set replaces it.</source>
        <translation>Es bleibt als „{0}“ erhalten; ein leeres Set ersetzt es.</translation>
    </message>
    <message>
        <source>It is known after the first steps.</source>
        <translation>Das ist nach den ersten Schritten bekannt.</translation>
    </message>
    <message>
        <source>It is lost. To keep it, keep working and stop its recording first.</source>
        <translation>Sie geht verloren. Um sie zu behalten, arbeiten Sie weiter und beenden Sie zuerst ihre Aufnahme.</translation>
    </message>
    <message>
        <source>It is not a sound (“{0}”).</source>
        <translation>Sie ist kein Klang („{0}“).</translation>
    </message>
    <message>
        <source>It is not a sound.</source>
        <translation>Sie ist kein Klang.</translation>
    </message>
    <message>
        <source>It is not an audio file, although its name says so.</source>
        <translation>Sie ist keine Klangdatei, obwohl ihr Name das sagt.</translation>
    </message>
    <message>
        <source>It is not an ordinary file.</source>
        <translation>Sie ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>It is outside the dataset&apos;s data folder.</source>
        <translation>Sie liegt außerhalb des Ordners „data“.</translation>
    </message>
    <message>
        <source>It is raw data without a header: its rate and format are unknown.</source>
        <translation>Sie besteht aus Rohdaten ohne Kopf: Rate und Format sind unbekannt.</translation>
    </message>
    <message>
        <source>It is silent: its level stays more than {0} dB below full scale.</source>
        <translation>Sie ist still: Ihr Pegel bleibt mehr als {0} dB unter Vollaussteuerung.</translation>
    </message>
    <message>
        <source>It is too short: {0} ms, and a sound needs at least {1} ms.</source>
        <translation>Sie ist zu kurz: {0} ms; ein Klang braucht mindestens {1} ms.</translation>
    </message>
    <message>
        <source>It is {0}, not a sound.</source>
        <translation>Sie ist {0}, kein Klang.</translation>
    </message>
    <message>
        <source>It may come from another version of this program. Start a new training.</source>
        <translation>Er kommt vielleicht aus einer anderen Version dieses Programms. Beginnen Sie ein neues Training.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed.</source>
        <translation>Sie wurde vielleicht verschoben oder umbenannt.</translation>
    </message>
    <message>
        <source>It plays instruments. To learn an instrument from your sounds, or to export one to Max and Pure Data, install vschaos studio. Your projects and settings will be there, too.</source>
        <translation>Er spielt Instrumente. Um ein Instrument aus Ihren Klängen zu lernen oder eines nach Max und Pure Data zu exportieren, installieren Sie vschaos studio. Ihre Projekte und Einstellungen sind auch dort.</translation>
    </message>
    <message>
        <source>It sounds all the time, also between the notes, and the instrument will hum as well.</source>
        <translation>Es klingt die ganze Zeit, auch zwischen den Noten, und das Instrument brummt dann ebenso.</translation>
    </message>
    <message>
        <source>It sounds as it does here: spectra within {0} dB ({1} allowed), {2}.</source>
        <translation>Es klingt wie hier: Spektren innerhalb von {0} dB ({1} erlaubt), {2}.</translation>
    </message>
    <message>
        <source>It starts when the present training has ended</source>
        <translation>Es beginnt, wenn das laufende Training zu Ende ist</translation>
    </message>
    <message>
        <source>It stays as it is: “{file}”.</source>
        <translation>Sie bleibt, wie sie ist: „{file}“.</translation>
    </message>
    <message>
        <source>It stops and is kept.</source>
        <translation>Sie hält an und bleibt erhalten.</translation>
    </message>
    <message>
        <source>It stops and is kept. You can continue it at the next start.</source>
        <translation>Es hält an und bleibt erhalten. Sie können es beim nächsten Start fortsetzen.</translation>
    </message>
    <message>
        <source>It stops, without a result yet. You can start it again at the next start.</source>
        <translation>Es hält an, noch ohne Ergebnis. Sie können es beim nächsten Start neu beginnen.</translation>
    </message>
    <message>
        <source>It stops. The labels stay as they are; finished sounds are not analysed again next time.</source>
        <translation>Sie hält an. Die Labels bleiben, wie sie sind; fertige Klänge werden beim nächsten Mal nicht erneut analysiert.</translation>
    </message>
    <message>
        <source>It was not validated yet: leave out -n best.</source>
        <translation>Es wurde noch nicht geprüft: Lassen Sie -n best weg.</translation>
    </message>
    <message>
        <source>It was said to take {said}, and took {took}.</source>
        <translation>Angekündigt: {said}; gedauert hat es wie erwartet {took}.</translation>
    </message>
    <message>
        <source>It was said to take {said}; it took {took}.</source>
        <translation>Angekündigt: {said}; gedauert hat es {took}.</translation>
    </message>
    <message>
        <source>It works for sounds of one note at a time. Noise, drums and silence stay unlabelled. Labels that you have set yourself stay as they are.</source>
        <translation>Das gelingt bei Klängen mit je einer Note zur selben Zeit. Rauschen, Schlagzeug und Stille bleiben ohne Label. Labels, die Sie selbst gesetzt haben, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Its instruments can still be played and exported. Start a new training.</source>
        <translation>Seine Instrumente lassen sich weiter spielen und exportieren. Beginnen Sie ein neues Training.</translation>
    </message>
    <message>
        <source>Its level stays more than {0} dB below full scale. Training leaves such sounds out, and does not start if there are no others.</source>
        <translation>Der Pegel bleibt mehr als {0} dB unter Vollaussteuerung. Das Training lässt solche Klänge aus und beginnt nicht, wenn es keine anderen gibt.</translation>
    </message>
    <message>
        <source>Its name has a tab or a line break.</source>
        <translation>Der Name enthält einen Tabulator oder Zeilenumbruch.</translation>
    </message>
    <message>
        <source>Its name needs letters without accents, then digits, - or _.</source>
        <translation>Sein Name braucht Buchstaben ohne Akzente und Umlaute, dann Ziffern, - oder _.</translation>
    </message>
    <message>
        <source>Its recording is not on this computer, or its folder has not been opened</source>
        <translation>Die Aufnahme dazu ist nicht auf diesem Computer, oder ihr Ordner wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Its sounds stay in it.</source>
        <translation>Ihre Klänge bleiben darin.</translation>
    </message>
    <message>
        <source>JACK is back: the sound engine restarts to use it.</source>
        <translation>JACK ist wieder da: Die Klangerzeugung startet neu, um es zu verwenden.</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Keep only the best copy of each.</source>
        <translation>Behalten Sie von jedem nur die beste Kopie.</translation>
    </message>
    <message>
        <source>Keep only the best copy.</source>
        <translation>Behalten Sie nur die beste Kopie.</translation>
    </message>
    <message numerus="yes">
        <source>Keep only the best: leave out %n</source>
        <comment>Keep only the best: leave out %n</comment>
        <translation>
            <numerusform>Beste behalten, %n auslassen</numerusform>
            <numerusform>Beste behalten, %n auslassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the input&apos;s phase: closer to it, and noise has no effect.</source>
        <translation>Die Phase des Eingangs behalten: näher an ihm, und Rauschen wirkt nicht.</translation>
    </message>
    <message>
        <source>Keep the tables as they are, to read them</source>
        <translation>Die Tabellen zum Lesen anhalten</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Key (0…127, 60 is middle C) and velocity (0…1); velocity 0 releases it.</source>
        <translation>Taste (0…127, 60 ist das c¹) und Anschlagstärke (0…1); Stärke 0 lässt sie los.</translation>
    </message>
    <message>
        <source>Key of new versions</source>
        <translation>Schlüssel neuer Versionen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Klaviatur</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Tastatur und Maus</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>to press</comment>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys play notes</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys play notes, louder towards the front edge. So do the letters A to K</source>
        <translation>Tasten spielen Noten, zum vorderen Rand hin lauter. Auch die Buchstaben A bis K spielen</translation>
    </message>
    <message>
        <source>Keys play notes; so do the letters A to K</source>
        <translation>Tasten spielen Noten, auch die Buchstaben A bis K</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of instrument</comment>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message numerus="yes">
        <source>Label %n&#xa0;sounds</source>
        <comment>Label %n&#xa0;sound</comment>
        <translation>
            <numerusform>%n&#xa0;Klang: Label setzen</numerusform>
            <numerusform>%n&#xa0;Klänge: Label setzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Label more sounds, or hold out other sounds with another training.seed.</source>
        <translation>Geben Sie mehr Klängen ein Label, oder halten Sie mit einem anderen training.seed andere zurück.</translation>
    </message>
    <message>
        <source>Label some sounds, or choose a configuration that does not need it.</source>
        <translation>Geben Sie einigen Klängen ein Label, oder wählen Sie eine Konfiguration, die es nicht braucht.</translation>
    </message>
    <message>
        <source>Label them, write “none” in metadata/{0}/metadata.txt if none applies, or choose a configuration that predicts missing labels.</source>
        <translation>Geben Sie ihnen ein Label, schreiben Sie „none“ in metadata/{0}/metadata.txt, wenn keines passt, oder wählen Sie eine Konfiguration, die fehlende Labels vorhersagt.</translation>
    </message>
    <message>
        <source>Label {label}</source>
        <translation>Label {label}</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels, and problems in their files</source>
        <translation>Labels und Probleme in ihren Dateien</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Large &amp;controls</source>
        <translation>Große &amp;Bedienelemente</translation>
    </message>
    <message>
        <source>Large controls</source>
        <translation>Große Bedienelemente</translation>
    </message>
    <message>
        <source>Last error: {error}</source>
        <translation>Letzter Fehler: {error}</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Latency, part by part</source>
        <translation>Latenz, Teil für Teil</translation>
    </message>
    <message>
        <source>Latent coordinate {0}, along principal axis {1}.</source>
        <translation>Latente Koordinate {0}, entlang der Hauptachse {1}.</translation>
    </message>
    <message>
        <source>Latent dimensions in use</source>
        <translation>Genutzte latente Dimensionen</translation>
    </message>
    <message>
        <source>Latent pad</source>
        <translation>Latentes Pad</translation>
    </message>
    <message>
        <source>Layout for TouchOSC…</source>
        <translation>Layout für TouchOSC&#xa0;…</translation>
    </message>
    <message>
        <source>Least latency</source>
        <translation>Kleinste Latenz</translation>
    </message>
    <message>
        <source>Leave full pad</source>
        <translation>Vollbild-Pad verlassen</translation>
    </message>
    <message>
        <source>Leave it as it is; what exists of it is kept</source>
        <translation>So lassen, wie es ist; was davon vorhanden ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Leave it at 0.</source>
        <translation>Lassen Sie ihn auf 0.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Leave it: {text}</source>
        <translation>Nicht fortsetzen: {text}</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n&#xa0;sounds</source>
        <comment>Leave out %n&#xa0;sound</comment>
        <translation>
            <numerusform>%n&#xa0;Klang auslassen</numerusform>
            <numerusform>%n&#xa0;Klänge auslassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Left out by choice: {0}.</source>
        <translation>Ausgelassen auf Wunsch: {0}.</translation>
    </message>
    <message>
        <source>Left shoulder button</source>
        <translation>Linke Schultertaste</translation>
    </message>
    <message>
        <source>Left stick, left–right</source>
        <translation>Linker Stick, links–rechts</translation>
    </message>
    <message>
        <source>Left stick, pressed</source>
        <translation>Linker Stick, gedrückt</translation>
    </message>
    <message>
        <source>Left stick, up–down</source>
        <translation>Linker Stick, auf–ab</translation>
    </message>
    <message>
        <source>Left trigger</source>
        <translation>Linker Trigger</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Let Max, Pure Data and other programs play along</source>
        <translation>Max, Pure Data und andere Programme mitspielen lassen</translation>
    </message>
    <message>
        <source>Let each stretch end where the next begins.</source>
        <translation>Lassen Sie jeden Abschnitt enden, wo der nächste beginnt.</translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation>Lernen lassen</translation>
    </message>
    <message>
        <source>Level below which the input counts as silence.</source>
        <translation>Pegel, unter dem der Eingang als Stille zählt.</translation>
    </message>
    <message>
        <source>Level of the pad&apos;s sound, before the gain; −60 is silence. Gestures keep how loud a phrase was with it.</source>
        <translation>Pegel des Pad-Klangs, vor der Verstärkung; −60 ist Stille. Gesten bewahren damit, wie laut eine Phrase war.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Licence of the export</source>
        <translation>Lizenz des Exports</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Listen to how it ends. To repair the header, open it in an audio editor and save it again.</source>
        <translation>Hören Sie, wie sie endet. Um den Kopf zu reparieren, öffnen und sichern Sie sie in einem Audioeditor.</translation>
    </message>
    <message>
        <source>Live input</source>
        <translation>Live-Eingang</translation>
    </message>
    <message>
        <source>Live: an effect</source>
        <translation>Live: ein Effekt</translation>
    </message>
    <message>
        <source>Live: an instrument for notes</source>
        <translation>Live: ein Instrument für Noten</translation>
    </message>
    <message>
        <source>Load: share of the time that rendering takes. Dropouts: gaps in the sound.</source>
        <translation>Last: Anteil der Zeit, den das Rendern braucht. Aussetzer: Lücken im Klang.</translation>
    </message>
    <message>
        <source>Loads in nn~</source>
        <translation>Lädt in nn~</translation>
    </message>
    <message>
        <source>Long windows</source>
        <translation>Lange Fenster</translation>
    </message>
    <message>
        <source>Look for MIDI inputs again</source>
        <translation>Erneut MIDI-Eingänge suchen</translation>
    </message>
    <message>
        <source>Look for {devices} again</source>
        <translation>Erneut {devices} suchen</translation>
    </message>
    <message>
        <source>Look up its name in the list of controls.</source>
        <translation>Schlagen Sie den Namen in der Liste der Regler nach.</translation>
    </message>
    <message>
        <source>Look where you got this program from. If there are an address and a public key for new versions, enter them here. This is version {version}.</source>
        <translation>Sehen Sie dort nach, woher Sie dieses Programm haben. Gibt es dort eine Adresse und einen öffentlichen Schlüssel für neue Versionen, geben Sie beide hier ein. Dies ist Version {version}.</translation>
    </message>
    <message>
        <source>Looking for files…</source>
        <translation>Dateien werden gesucht …</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>Lossy formats such as mp3 and low sample rates cut the treble like this, and saving in a better format does not bring it back. The instrument will lack it as well.</source>
        <translation>Verlustbehaftete Formate wie mp3 und niedrige Abtastraten schneiden die Höhen so ab, und ein besseres Format bringt sie nicht zurück. Dem Instrument fehlen sie dann auch.</translation>
    </message>
    <message>
        <source>Lower the level and record again.</source>
        <translation>Senken Sie den Pegel, und nehmen Sie noch einmal auf.</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>MIDI clock of {input}</source>
        <translation>MIDI-Clock von {input}</translation>
    </message>
    <message>
        <source>MIDI input</source>
        <translation>MIDI-Eingang</translation>
    </message>
    <message>
        <source>MIDI is off: no MIDI system of this computer answers.</source>
        <translation>MIDI ist aus: Kein MIDI-System dieses Rechners antwortet.</translation>
    </message>
    <message>
        <source>MIDI is off: the library mido or python-rtmidi is missing.</source>
        <translation>MIDI ist aus: Die Bibliothek mido oder python-rtmidi fehlt.</translation>
    </message>
    <message>
        <source>MIT licence. Made with {libraries}, each under its own licence. Every factory instrument names the source of its sounds on its card.</source>
        <translation>MIT-Lizenz. Mit {libraries}, jedes unter seiner eigenen Lizenz. Jedes mitgelieferte Instrument nennt auf seiner Karte die Quelle seiner Klänge.</translation>
    </message>
    <message>
        <source>Make room on the disk, and let yourself write into “{folder}”.</source>
        <translation>Schaffen Sie Platz auf der Festplatte, und erlauben Sie sich, in „{folder}“ zu schreiben.</translation>
    </message>
    <message>
        <source>Make room on the disk, then start again.</source>
        <translation>Schaffen Sie Platz auf der Festplatte, und starten Sie dann neu.</translation>
    </message>
    <message>
        <source>Make that folder writable, or set VSCHAOS_CONFIG to another one.</source>
        <translation>Machen Sie diesen Ordner beschreibbar, oder setzen Sie VSCHAOS_CONFIG auf einen anderen.</translation>
    </message>
    <message>
        <source>Make that folder writable.</source>
        <translation>Machen Sie diesen Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Make this file or folder readable and writable, then start again.</source>
        <translation>Machen Sie diese Datei oder diesen Ordner les- und schreibbar, und starten Sie dann neu.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Map as in the studio</source>
        <translation>Karte wie im Studio</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Mark it with a star</source>
        <translation>Mit einem Stern markieren</translation>
    </message>
    <message>
        <source>Max or Pd must run at {rate}, or the patch sends “set sample_rate” with its own rate.</source>
        <translation>Max oder Pd muss mit {rate} laufen, oder der Patch sendet „set sample_rate“ mit seiner eigenen Rate.</translation>
    </message>
    <message>
        <source>Max: a sound through the instrument</source>
        <translation>Max: ein Klang durch das Instrument</translation>
    </message>
    <message>
        <source>Max: every method and attribute</source>
        <translation>Max: alle Methoden und Attribute</translation>
    </message>
    <message>
        <source>Max: one of the voices for notes</source>
        <translation>Max: eine der Stimmen für Noten</translation>
    </message>
    <message>
        <source>Max: play notes</source>
        <translation>Max: Noten spielen</translation>
    </message>
    <message>
        <source>Max: play the instrument</source>
        <translation>Max: das Instrument spielen</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Measured on held-out sounds; the instrument is kept</source>
        <translation>Gemessen an zurückgehaltenen Klängen; das Instrument bleibt erhalten</translation>
    </message>
    <message>
        <source>Memory ran out: from step {0}, a batch has {1} spectra.</source>
        <translation>Der Speicher reichte nicht: Ab Schritt {0} hat ein Stapel {1} Spektren.</translation>
    </message>
    <message>
        <source>Merge them into one class, or give each its own name in metadata/{0}/classes.txt.</source>
        <translation>Vereinen Sie sie zu einer Klasse, oder geben Sie jeder in metadata/{0}/classes.txt einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Nachrichten pro Sekunde</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Methods and channels</source>
        <translation>Methoden und Kanäle</translation>
    </message>
    <message>
        <source>Milliseconds that coordinates need to follow.</source>
        <translation>Millisekunden, in denen die Koordinaten folgen.</translation>
    </message>
    <message>
        <source>Monitor…</source>
        <translation>Monitor&#xa0;…</translation>
    </message>
    <message>
        <source>More noise, or less, than was learned: −1 is all tone, 1 all noise but for clear tones.</source>
        <translation>Mehr oder weniger Rauschen als gelernt: −1 ist nur Ton, 1 nur Rauschen bis auf klare Töne.</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>Morph between two snapshots</source>
        <translation>Zwischen zwei Snapshots überblenden</translation>
    </message>
    <message>
        <source>Morph from here to</source>
        <translation>Von hier überblenden nach</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Motion of axis {axis}</source>
        <translation>Bewegung von Achse {axis}</translation>
    </message>
    <message>
        <source>Move a {controller} for “{name}”… (Esc cancels)</source>
        <translation>Einen {controller} für „{name}“ bewegen&#xa0;… (Esc bricht ab)</translation>
    </message>
    <message>
        <source>Move finely on the pad</source>
        <translation>Sich fein auf dem Pad bewegen</translation>
    </message>
    <message>
        <source>Move it into “data”.</source>
        <translation>Verschieben Sie sie nach „data“.</translation>
    </message>
    <message>
        <source>Move it out of “{0}”.</source>
        <translation>Verschieben Sie sie aus „{0}“ heraus.</translation>
    </message>
    <message>
        <source>Move it to the bin (Delete)</source>
        <translation>In den Papierkorb legen (Entf)</translation>
    </message>
    <message>
        <source>Move on the pad</source>
        <translation>Sich auf dem Pad bewegen</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name a file of tracks/.</source>
        <translation>Nennen Sie eine Datei aus tracks/.</translation>
    </message>
    <message>
        <source>Name of snapshot {number}</source>
        <translation>Name von Snapshot {number}</translation>
    </message>
    <message>
        <source>Name of the export</source>
        <translation>Name des Exports</translation>
    </message>
    <message>
        <source>Name of the instrument</source>
        <translation>Name des Instruments</translation>
    </message>
    <message>
        <source>Name of the instrument.</source>
        <translation>Name des Instruments.</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>Name des Labels</translation>
    </message>
    <message>
        <source>Name one as in “cc 1” (up to 119), “bend” or “pressure”.</source>
        <translation>Nennen Sie einen wie „cc 1“ (bis 119), „bend“ oder „pressure“.</translation>
    </message>
    <message>
        <source>Name one as in “left x”, “right trigger”, “button a”, or “axis 1” and “button 1” of other joysticks.</source>
        <translation>Nennen Sie einen wie „left x“, „right trigger“, „button a“, oder „axis 1“ und „button 1“ anderer Joysticks.</translation>
    </message>
    <message>
        <source>Name one as in “osc /1/fader3”, or “osc /1/xy 2” for its second argument (of {0} at most).</source>
        <translation>Nennen Sie einen wie „osc /1/fader3“, oder „osc /1/xy 2“ für das zweite Argument (von höchstens {0}).</translation>
    </message>
    <message>
        <source>Name snapshot {number}</source>
        <translation>Snapshot {number} benennen</translation>
    </message>
    <message>
        <source>Names of all snapshots; a dash where none is stored.</source>
        <translation>Namen aller Snapshots; ein Strich, wo keiner gespeichert ist.</translation>
    </message>
    <message>
        <source>Names of the classes, separated by commas</source>
        <translation>Namen der Klassen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Name… (F2)</source>
        <translation>Benennen&#xa0;… (F2)</translation>
    </message>
    <message>
        <source>New gesture</source>
        <translation>Neue Geste</translation>
    </message>
    <message>
        <source>New instrument</source>
        <translation>Neues Instrument</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>New recordings go to “{folder}”.</source>
        <translation>Neue Aufnahmen kommen in „{folder}“.</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Neue Version</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next control</source>
        <translation>Nächster Regler</translation>
    </message>
    <message>
        <source>No MIDI input was found. Connect a keyboard or controller, then look again.</source>
        <translation>Kein MIDI-Eingang gefunden. Verbinden Sie ein Keyboard oder einen Controller, und suchen Sie erneut.</translation>
    </message>
    <message>
        <source>No action needed. “Channels” on the Sounds page, or data.dataset.mix, chooses what is learnt: mean, left, right, loudest, or each as a sound of its own.</source>
        <translation>Nichts zu tun. „Kanäle“ auf der Seite „Klänge“ oder data.dataset.mix wählt, was gelernt wird: Mittelwert, links, rechts, der lauteste, oder jeder als eigener Klang.</translation>
    </message>
    <message>
        <source>No action needed; saved as mono, it needs half the space.</source>
        <translation>Nichts zu tun; mono gesichert braucht sie halb so viel Platz.</translation>
    </message>
    <message>
        <source>No action needed; saved as mono, they need half the space.</source>
        <translation>Nichts zu tun; mono gesichert brauchen sie halb so viel Platz.</translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation>Es wurde kein Dateimanager gefunden.</translation>
    </message>
    <message>
        <source>No folder of sounds is given.</source>
        <translation>Es ist kein Ordner mit Klängen angegeben.</translation>
    </message>
    <message>
        <source>No gamepad is connected; one is found within seconds.</source>
        <translation>Kein Gamepad angeschlossen; eines wird in Sekunden gefunden.</translation>
    </message>
    <message>
        <source>No input was found</source>
        <translation>Kein Eingang gefunden</translation>
    </message>
    <message>
        <source>No instrument found at “{0}”.</source>
        <translation>Bei „{0}“ wurde kein Instrument gefunden.</translation>
    </message>
    <message>
        <source>No instrument has all of these words. Search for the beginning of one.</source>
        <translation>Kein Instrument hat alle diese Wörter. Suchen Sie nach einem Wortanfang.</translation>
    </message>
    <message>
        <source>No instrument yet</source>
        <translation>Noch kein Instrument</translation>
    </message>
    <message>
        <source>No instruments here</source>
        <translation>Keine Instrumente vorhanden</translation>
    </message>
    <message numerus="yes">
        <source>No pitch was found in %n&#xa0;sounds.</source>
        <comment>No pitch was found in %n&#xa0;sound.</comment>
        <translation>
            <numerusform>In %n&#xa0;Klang wurde keine Tonhöhe gefunden.</numerusform>
            <numerusform>In %n&#xa0;Klängen wurde keine Tonhöhe gefunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems were found in these sounds.</source>
        <translation>In diesen Klängen wurden keine Probleme gefunden.</translation>
    </message>
    <message>
        <source>No program opened the file.</source>
        <translation>Kein Programm hat die Datei geöffnet.</translation>
    </message>
    <message>
        <source>No real-time priority: the system did not grant it. Join the “audio” group and log in again.</source>
        <translation>Keine Echtzeitpriorität: Das System hat sie nicht gewährt. Treten Sie der Gruppe „audio“ bei und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>No sound has a label for {0}.</source>
        <translation>Kein Klang hat ein Label für {0}.</translation>
    </message>
    <message>
        <source>No sound has a label yet.</source>
        <translation>Noch kein Klang hat ein Label.</translation>
    </message>
    <message>
        <source>No sound has a sample rate above {0} Hz, so none contains anything above {1} kHz.</source>
        <translation>Kein Klang hat eine Abtastrate über {0} Hz; darum enthält keiner etwas über {1} kHz.</translation>
    </message>
    <message>
        <source>No sound has class {0} and {1} more of {2}.</source>
        <translation>Kein Klang hat Klasse {0} und {1} weitere von {2}.</translation>
    </message>
    <message>
        <source>No sound has class {0} of {1}.</source>
        <translation>Kein Klang hat Klasse {0} von {1}.</translation>
    </message>
    <message>
        <source>No sound has classes {0} and {1} more of {2}.</source>
        <translation>Kein Klang hat die Klassen {0} und {1} weitere von {2}.</translation>
    </message>
    <message>
        <source>No sound has classes {0} of {1}.</source>
        <translation>Kein Klang hat die Klassen {0} von {1}.</translation>
    </message>
    <message>
        <source>No sound has this label.</source>
        <translation>Kein Klang hat dieses Label.</translation>
    </message>
    <message>
        <source>No sound: no output device was found.</source>
        <translation>Kein Ton: Es wurde kein Ausgabegerät gefunden.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Auf dem Datenträger ist kein Platz</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>No web browser was found.</source>
        <translation>Es wurde kein Browser gefunden.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>MIDI input</comment>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>None</source>
        <comment>colour</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None of these files can be used.</source>
        <translation>Keine dieser Dateien ist brauchbar.</translation>
    </message>
    <message>
        <source>Normalise it in an audio editor and save it again.</source>
        <translation>Normalisieren Sie sie in einem Audioeditor, und sichern Sie sie neu.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Es ist kein Ordner</translation>
    </message>
    <message>
        <source>Not enough memory: this program may use only {0} MB (ulimit -v).</source>
        <translation>Zu wenig Speicher: Dieses Programm darf nur {0} MB verwenden (ulimit -v).</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gesichert</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>a finding</comment>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>remarks</comment>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>of MIDI</comment>
        <translation>Noten</translation>
    </message>
    <message>
        <source>Notes on the export</source>
        <translation>Notizen zum Export</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>to start from</comment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Nothing can be learnt from “{0}”: all of its sounds are silent, below {1} dB below full scale.</source>
        <translation>Aus „{0}“ lässt sich nichts lernen: Alle Klänge sind still, unter {1} dB unter Vollaussteuerung.</translation>
    </message>
    <message>
        <source>Nothing can be learnt from “{0}”: the learnt channels of its sounds stay below {1} dB below full scale, while others have sound.</source>
        <translation>Aus „{0}“ lässt sich nichts lernen: Die gelernten Kanäle bleiben unter {1} dB unter Vollaussteuerung, während andere Klang haben.</translation>
    </message>
    <message>
        <source>Nothing can be recorded: no audio output is open.</source>
        <translation>Es kann nichts aufgenommen werden: Kein Ausgang ist offen.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Nothing found at “{0}”.</source>
        <translation>Bei „{0}“ wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing was found. Try one word, or its beginning.</source>
        <translation>Nichts gefunden. Versuchen Sie es mit einem Wort oder seinem Anfang.</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>Number the classes from 0.</source>
        <translation>Nummerieren Sie die Klassen ab 0.</translation>
    </message>
    <message>
        <source>Number them from 0, or raise dim of {0} in model.conditioning and model.prediction.</source>
        <translation>Nummerieren Sie sie ab 0, oder erhöhen Sie dim von {0} in model.conditioning und model.prediction.</translation>
    </message>
    <message>
        <source>Number {number}, {held}. Enter recalls, Shift+Enter stores, F2 names what is stored.</source>
        <translation>Nummer {number}, {held}. Eingabe ruft ab, Umschalt+Eingabe speichert, F2 benennt, was gespeichert ist.</translation>
    </message>
    <message>
        <source>Numbers in metadata.txt count classes from 0: use names that are not numbers, or remove classes.txt.</source>
        <translation>Zahlen in metadata.txt zählen Klassen ab 0: Verwenden Sie Namen, die keine Zahlen sind, oder entfernen Sie classes.txt.</translation>
    </message>
    <message>
        <source>Numbers {first} to {last}</source>
        <translation>Nummern {first} bis {last}</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>OSC activity</source>
        <translation>OSC-Aktivität</translation>
    </message>
    <message>
        <source>OSC addresses</source>
        <translation>OSC-Adressen</translation>
    </message>
    <message>
        <source>OSC cannot listen and send on the same port ({0}).</source>
        <translation>OSC kann nicht am selben Port hören und senden ({0}).</translation>
    </message>
    <message>
        <source>OSC cannot listen on port {0} of {1}: {2}.</source>
        <translation>OSC kann an Port {0} von {1} nicht hören: {2}.</translation>
    </message>
    <message>
        <source>OSC cannot listen on port {0}: {1}.</source>
        <translation>OSC kann an Port {0} nicht hören: {1}.</translation>
    </message>
    <message>
        <source>OSC in</source>
        <translation>OSC-Eingang</translation>
    </message>
    <message>
        <source>OSC interface</source>
        <translation>OSC-Schnittstelle</translation>
    </message>
    <message>
        <source>OSC monitor</source>
        <translation>OSC-Monitor</translation>
    </message>
    <message>
        <source>OSC out</source>
        <translation>OSC-Ausgang</translation>
    </message>
    <message>
        <source>OSC prefix</source>
        <translation>OSC-Präfix</translation>
    </message>
    <message>
        <source>OSCQuery</source>
        <translation>OSCQuery</translation>
    </message>
    <message>
        <source>OSCQuery cannot listen on port {0}: {1}.</source>
        <translation>OSCQuery kann an Port {0} nicht hören: {1}.</translation>
    </message>
    <message>
        <source>OSCQuery port</source>
        <translation>OSCQuery-Port</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>Of the folder, its files, and the object in Max and Pd</source>
        <translation>Des Ordners, seiner Dateien und des Objekts in Max und Pd</translation>
    </message>
    <message>
        <source>Of {0}, there is {1} sound of {2}; a class usually has {3} s.</source>
        <translation>Von {0} gibt es {1} Klang bei {2}; eine Klasse hat meist {3} s.</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu, install them with: {command}</source>
        <translation>Unter Debian und Ubuntu installieren Sie sie mit: {command}</translation>
    </message>
    <message>
        <source>On the Train page, “Sketch” makes an instrument of them in a few minutes.</source>
        <translation>Auf der Seite Training macht „Skizze“ in einigen Minuten ein Instrument daraus.</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Eines nach dem anderen</translation>
    </message>
    <message>
        <source>One of several classes: bell, drum, gong …</source>
        <translation>Eine von mehreren Klassen: Glocke, Trommel, Gong …</translation>
    </message>
    <message>
        <source>One of the devices does not have enough memory for this training.</source>
        <translation>Eines der Geräte hat nicht genug Speicher für dieses Training.</translation>
    </message>
    <message>
        <source>One of the ways in which the sounds differ, for which there is no single word.</source>
        <translation>Eine der Arten, in denen sich die Klänge unterscheiden; ein einzelnes Wort dafür gibt es nicht.</translation>
    </message>
    <message>
        <source>Only channel {0} is learnt.</source>
        <translation>Nur Kanal {0} wird gelernt.</translation>
    </message>
    <message>
        <source>Only the loudest channel is learnt.</source>
        <translation>Nur der lauteste Kanal wird gelernt.</translation>
    </message>
    <message>
        <source>Only without {label} ({count})</source>
        <translation>Nur ohne {label} ({count})</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>&amp;Projekt öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Open &amp;recent project</source>
        <translation>Zu&amp;letzt geöffnetes Projekt öffnen</translation>
    </message>
    <message>
        <source>Open a gesture</source>
        <translation>Geste öffnen</translation>
    </message>
    <message>
        <source>Open a gesture…</source>
        <translation>Geste öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Open a tuning, or a scale and its keyboard mapping</source>
        <translation>Eine Stimmung öffnen, oder eine Skala mit ihrer Tastenbelegung</translation>
    </message>
    <message>
        <source>Open an instrument file (Ctrl+O)</source>
        <translation>Eine Instrumentdatei öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>Open an instrument, or train one on your sounds.</source>
        <translation>Öffnen Sie ein Instrument, oder trainieren Sie eines mit Ihren Klängen.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open in Pd</source>
        <translation>In Pd öffnen</translation>
    </message>
    <message>
        <source>Open instrument</source>
        <translation>Instrument öffnen</translation>
    </message>
    <message>
        <source>Open one on the Play page, or train one on your sounds.</source>
        <translation>Öffnen Sie eines auf der Seite „Spielen“, oder trainieren Sie eines mit Ihren Klängen.</translation>
    </message>
    <message>
        <source>Open one, or train one on a folder of sounds.</source>
        <translation>Öffnen Sie eines, oder trainieren Sie eines mit einem Ordner von Klängen.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>Open sounds &amp;folder…</source>
        <translation>&amp;Klangordner öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Open sounds folder</source>
        <translation>Klangordner öffnen</translation>
    </message>
    <message>
        <source>Open the download page</source>
        <translation>Download-Seite öffnen</translation>
    </message>
    <message>
        <source>Open the file with this problem in an editor</source>
        <translation>Die Datei mit diesem Problem in einem Editor öffnen</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner im Dateimanager öffnen</translation>
    </message>
    <message>
        <source>Open to</source>
        <translation>Offen für</translation>
    </message>
    <message>
        <source>Open “{patch}” in Pure Data yourself.</source>
        <translation>Öffnen Sie „{patch}“ selbst in Pure Data.</translation>
    </message>
    <message>
        <source>Open “{path}” in a text editor.</source>
        <translation>Öffnen Sie „{path}“ in einem Texteditor.</translation>
    </message>
    <message>
        <source>Opening “{0}”.</source>
        <translation>„{0}“ wird geöffnet.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Der Vorgang ist nicht erlaubt</translation>
    </message>
    <message>
        <source>Order of the instruments</source>
        <translation>Reihenfolge der Instrumente</translation>
    </message>
    <message>
        <source>Other axes</source>
        <translation>Mehr Achsen</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>Anderer Ordner …</translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation>Andere Nummern</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Output level</source>
        <translation>Ausgangspegel</translation>
    </message>
    <message>
        <source>Output level, as the app&apos;s gain; at 0 most sounds are near {0} LUFS, {1} is silence.</source>
        <translation>Ausgangspegel, wie die Verstärkung im Programm; bei 0 liegen die meisten Klänge um {0} LUFS, {1} ist Stille.</translation>
    </message>
    <message>
        <source>Output level; −60 is silence.</source>
        <translation>Ausgangspegel; −60 ist Stille.</translation>
    </message>
    <message>
        <source>Overdub</source>
        <translation>Overdub</translation>
    </message>
    <message>
        <source>Overfitting: it memorises these sounds. Stop now.</source>
        <translation>Überanpassung: Es lernt diese Klänge auswendig. Jetzt anhalten.</translation>
    </message>
    <message>
        <source>Overwrite snapshot {number}</source>
        <translation>Snapshot {number} überschreiben</translation>
    </message>
    <message>
        <source>Pa&amp;nic: silence now</source>
        <translation>Pa&amp;nik: sofort Stille</translation>
    </message>
    <message>
        <source>Page for Open Stage Control…</source>
        <translation>Seite für Open Stage Control&#xa0;…</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Past exports</source>
        <translation>Frühere Exporte</translation>
    </message>
    <message>
        <source>Past trainings</source>
        <translation>Frühere Trainings</translation>
    </message>
    <message>
        <source>Patch for Max…</source>
        <translation>Patch für Max&#xa0;…</translation>
    </message>
    <message>
        <source>Patch for Pd…</source>
        <translation>Patch für Pd&#xa0;…</translation>
    </message>
    <message>
        <source>Path that all axes follow, around their positions.</source>
        <translation>Weg, dem alle Achsen um ihre Lage folgen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Peak level of the output, in dB.</source>
        <translation>Spitzenpegel des Ausgangs, in dB.</translation>
    </message>
    <message>
        <source>Peak {level} dB</source>
        <translation>Spitze {level} dB</translation>
    </message>
    <message>
        <source>Pen and fingers</source>
        <translation>Stift und Finger</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture of the sound</source>
        <translation>Bild des Klangs</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Pitch and octave are being extracted.</source>
        <translation>Tonhöhe und Oktave werden gerade ermittelt.</translation>
    </message>
    <message numerus="yes">
        <source>Pitch and octave of %n&#xa0;sounds were extracted.</source>
        <comment>Pitch and octave of %n&#xa0;sound were extracted.</comment>
        <translation>
            <numerusform>Tonhöhe und Oktave von %n&#xa0;Klang wurden ermittelt.</numerusform>
            <numerusform>Tonhöhe und Oktave von %n&#xa0;Klängen wurden ermittelt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pitch and octave of %n&#xa0;sounds were extracted; {percent}% of the time has a pitch.</source>
        <comment>Pitch and octave of %n&#xa0;sound were extracted; {percent}% of the time has a pitch.</comment>
        <translation>
            <numerusform>Tonhöhe und Oktave von %n&#xa0;Klang wurden ermittelt; {percent}&#xa0;% der Zeit haben eine Tonhöhe.</numerusform>
            <numerusform>Tonhöhe und Oktave von %n&#xa0;Klängen wurden ermittelt; {percent}&#xa0;% der Zeit haben eine Tonhöhe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pitch bend</source>
        <translation>Pitch-Bend</translation>
    </message>
    <message>
        <source>Pitch bend of all that sounds, in cents: 100 are a semitone.</source>
        <translation>Pitch-Bend von allem, was klingt, in Cent: 100 sind ein Halbton.</translation>
    </message>
    <message>
        <source>Pitch: {name}. With Shift, a key plays a note</source>
        <translation>Tonhöhe: {name}. Mit Umschalt spielt eine Taste eine Note</translation>
    </message>
    <message>
        <source>Pitch: {name}. With Shift, keys play notes</source>
        <translation>Tonhöhe: {name}. Mit Umschalt spielen Tasten Noten</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>an instrument</comment>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>a sound</comment>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>Play it on the pad (Enter)</source>
        <translation>Auf dem Pad spielen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Play notes on the keyboard</source>
        <translation>Noten auf der Klaviatur spielen</translation>
    </message>
    <message>
        <source>Play on the pad</source>
        <translation>Auf dem Pad spielen</translation>
    </message>
    <message>
        <source>Play or stop (Space)</source>
        <translation>Spielen oder stoppen (Leertaste)</translation>
    </message>
    <message>
        <source>Play or stop the &amp;gesture</source>
        <translation>&amp;Geste abspielen oder stoppen</translation>
    </message>
    <message>
        <source>Play something first.</source>
        <translation>Spielen Sie zuerst etwas.</translation>
    </message>
    <message>
        <source>Play the gesture</source>
        <translation>Geste abspielen</translation>
    </message>
    <message>
        <source>Play the gesture slightly faster or slower, so that it lasts whole beats.</source>
        <translation>Die Geste etwas schneller oder langsamer spielen, sodass sie ganze Schläge dauert.</translation>
    </message>
    <message>
        <source>Play the instrument</source>
        <translation>Das Instrument spielen</translation>
    </message>
    <message>
        <source>Play the latest</source>
        <translation>Neuestes spielen</translation>
    </message>
    <message>
        <source>Play the recorded gesture.</source>
        <translation>Die aufgenommene Geste spielen.</translation>
    </message>
    <message>
        <source>Play {instrument}</source>
        <translation>{instrument} spielen</translation>
    </message>
    <message>
        <source>Play: {sound}</source>
        <translation>Anhören: {sound}</translation>
    </message>
    <message>
        <source>Plays a place on the map.</source>
        <translation>Spielt einen Ort auf der Karte.</translation>
    </message>
    <message>
        <source>Plays a place on the pad.</source>
        <translation>Spielt einen Ort auf dem Pad.</translation>
    </message>
    <message>
        <source>Plays a sound through the instrument.</source>
        <translation>Spielt einen Klang durch das Instrument.</translation>
    </message>
    <message>
        <source>Plays coordinates.</source>
        <translation>Spielt Koordinaten.</translation>
    </message>
    <message>
        <source>Plays the instruments that vschaos studio builds from sounds, on a pad, by MIDI, gamepads and OSC.</source>
        <translation>Spielt die Instrumente, die vschaos studio aus Klängen baut, auf einem Pad, mit MIDI, Gamepads und OSC.</translation>
    </message>
    <message>
        <source>Plays through “{device}”.</source>
        <translation>Spielt über „{device}“.</translation>
    </message>
    <message>
        <source>Plays.</source>
        <translation>Spielt.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Bitte melden Sie das.</translation>
    </message>
    <message>
        <source>Please report this. “Save last 60 s” can still save the last minute.</source>
        <translation>Bitte melden Sie das. „Letzte 60 s sichern“ kann die letzte Minute noch sichern.</translation>
    </message>
    <message>
        <source>Port {0} is the one on which this program listens.</source>
        <translation>An Port {0} hört dieses Programm selbst.</translation>
    </message>
    <message>
        <source>Port {0} of {1} cannot be reached: {2}.</source>
        <translation>Port {0} von {1} ist nicht erreichbar: {2}.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Position in the gesture</source>
        <translation>Position in der Geste</translation>
    </message>
    <message>
        <source>Position on the map of the sounds: moves all latent coordinates to the sound there.</source>
        <translation>Lage auf der Karte der Klänge: bewegt alle latenten Koordinaten zum Klang an dieser Stelle.</translation>
    </message>
    <message>
        <source>Position on the pad: latent coordinates 1 and 2.</source>
        <translation>Lage auf dem Pad: latente Koordinaten 1 und 2.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Preparing the sounds</source>
        <translation>Klänge werden vorbereitet</translation>
    </message>
    <message>
        <source>Press Play on the Play page to start it.</source>
        <translation>Drücken Sie auf der Seite „Spielen“ auf Wiedergabe, um sie zu starten.</translation>
    </message>
    <message>
        <source>Press Play to measure it</source>
        <translation>Zum Messen „Spielen“ drücken</translation>
    </message>
    <message>
        <source>Press Play, then drag here. Each point is a sound that the instrument has learned; between points you hear what lies between them.</source>
        <translation>Drücken Sie „Spielen“, und ziehen Sie dann hier. Jeder Punkt ist ein Klang, den das Instrument gelernt hat; zwischen Punkten hören Sie, was zwischen ihnen liegt.</translation>
    </message>
    <message>
        <source>Press on the pad with a pen for “{name}”… (Esc cancels)</source>
        <translation>Drücken Sie mit einem Stift auf das Pad für „{name}“ … (Esc bricht ab)</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Aftertouch</translation>
    </message>
    <message>
        <source>Pressure of the fingers</source>
        <translation>Druck der Finger</translation>
    </message>
    <message>
        <source>Pressure of the pen</source>
        <translation>Druck des Stifts</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Progress of the extraction of pitch</source>
        <translation>Fortschritt der Ermittlung der Tonhöhe</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt der Durchsicht</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Pure Data did not start.</source>
        <translation>Pure Data ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Pure Data: a voice of the patch with eight</source>
        <translation>Pure Data: eine Stimme des Patches mit acht</translation>
    </message>
    <message>
        <source>Pure Data: every method and attribute</source>
        <translation>Pure Data: alle Methoden und Attribute</translation>
    </message>
    <message>
        <source>Pure Data: play a sound through it</source>
        <translation>Pure Data: einen Klang hindurchspielen</translation>
    </message>
    <message>
        <source>Pure Data: play it by notes, in eight voices</source>
        <translation>Pure Data: mit Noten spielen, achtstimmig</translation>
    </message>
    <message>
        <source>Pure Data: play the instrument</source>
        <translation>Pure Data: das Instrument spielen</translation>
    </message>
    <message>
        <source>Pure Data: the pad of these patches</source>
        <translation>Pure Data: das Pad dieser Patches</translation>
    </message>
    <message>
        <source>Put the chosen address on the clipboard</source>
        <translation>Die gewählte Adresse in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>Put the sounds into one folder yourself, and drop that.</source>
        <translation>Legen Sie die Klänge selbst in einen Ordner und ziehen Sie ihn hierher.</translation>
    </message>
    <message>
        <source>Put the whole table on the clipboard, as text</source>
        <translation>Die ganze Tabelle als Text in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>PySide6 is not installed.</source>
        <translation>PySide6 ist nicht installiert.</translation>
    </message>
    <message>
        <source>Quit this one, then start the other again.</source>
        <translation>Beenden Sie diese, und starten Sie dann die andere neu.</translation>
    </message>
    <message>
        <source>Raise dim of {0} in model.conditioning and model.prediction to {1}.</source>
        <translation>Erhöhen Sie dim von {0} in model.conditioning und model.prediction auf {1}.</translation>
    </message>
    <message>
        <source>Raise the limit: ulimit -v unlimited.</source>
        <translation>Erhöhen Sie die Grenze: ulimit -v unlimited.</translation>
    </message>
    <message>
        <source>Randomise path</source>
        <translation>Zufällige Bahn</translation>
    </message>
    <message>
        <source>Randomise path: the sound follows another path of the same shape</source>
        <translation>Zufällige Bahn: Der Klang folgt einer anderen Bahn derselben Form</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Rate of Max or Pd in Hz, to which the sound is resampled; by default the one that was exported for.</source>
        <translation>Rate von Max oder Pd in Hz, auf die der Klang umgerechnet wird; zuerst die, für die exportiert wurde.</translation>
    </message>
    <message>
        <source>Rate of the movement of axis {0}.</source>
        <translation>Tempo der Bewegung von Achse {0}.</translation>
    </message>
    <message>
        <source>Re&amp;name a class…</source>
        <translation>Klasse umbe&amp;nennen …</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Das Dateisystem ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Real-time priority granted</source>
        <translation>Echtzeitpriorität gewährt</translation>
    </message>
    <message>
        <source>Real-time priority is not known before an output is open</source>
        <translation>Die Echtzeitpriorität ist erst bekannt, wenn ein Ausgang offen ist</translation>
    </message>
    <message>
        <source>Real-time priority is not supported on {0}.</source>
        <translation>Echtzeit-Priorität gibt es auf {0} nicht.</translation>
    </message>
    <message>
        <source>RealtimeKit grants real-time priority {0}.</source>
        <translation>RealtimeKit gewährt Echtzeit-Priorität {0}.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Abrufen</translation>
    </message>
    <message>
        <source>Recall &amp;{number}</source>
        <translation>&amp;{number} abrufen</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>Snapshot abrufen</translation>
    </message>
    <message>
        <source>Recall snapshot</source>
        <translation>Snapshot abrufen</translation>
    </message>
    <message>
        <source>Recall the sound of this number.</source>
        <translation>Den Klang dieser Nummer abrufen.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Letzte Projekte</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Record a ges&amp;ture, or stop recording</source>
        <translation>Ges&amp;te aufnehmen oder Aufnahme beenden</translation>
    </message>
    <message>
        <source>Record a gesture</source>
        <translation>Geste aufnehmen</translation>
    </message>
    <message>
        <source>Record at a higher level, or normalise the sounds in an audio editor.</source>
        <translation>Nehmen Sie mit höherem Pegel auf, oder normalisieren Sie die Klänge in einem Audioeditor.</translation>
    </message>
    <message>
        <source>Record one first.</source>
        <translation>Nehmen Sie zuerst eine auf.</translation>
    </message>
    <message>
        <source>Record or export it again at a lower level; turning it down now does not restore the peaks.</source>
        <translation>Nehmen Sie sie leiser auf, oder exportieren Sie sie leiser; jetzt leiser zu stellen bringt die Spitzen nicht zurück.</translation>
    </message>
    <message>
        <source>Record or export it again.</source>
        <translation>Nehmen Sie sie neu auf, oder exportieren Sie sie neu.</translation>
    </message>
    <message>
        <source>Record the sound to a file, with 24 bits</source>
        <translation>Den Klang mit 24 Bit in eine Datei aufnehmen</translation>
    </message>
    <message>
        <source>Record to another disk, or close programs that keep it busy.</source>
        <translation>Nehmen Sie auf einen anderen Datenträger auf, oder schließen Sie Programme, die ihn auslasten.</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>Nehmen Sie auf einen anderen Datenträger auf.</translation>
    </message>
    <message>
        <source>Record what you move as a gesture; switching off ends it.</source>
        <translation>Aufnehmen, was Sie bewegen, als Geste; Ausschalten beendet sie.</translation>
    </message>
    <message>
        <source>Recording is not possible while the audio output changes.</source>
        <translation>Während der Ausgang wechselt, kann nicht aufgenommen werden.</translation>
    </message>
    <message>
        <source>Recordings folder</source>
        <translation>Ordner der Aufnahmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo: {change} ({keys})</source>
        <translation>Wiederholen: {change} ({keys})</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Weniger Bewegung</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>from the queue</comment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove a label</source>
        <translation>Label entfernen</translation>
    </message>
    <message>
        <source>Remove assignment of {controls}</source>
        <translation>Zuweisung von {controls} entfernen</translation>
    </message>
    <message>
        <source>Remove assignment to {name}</source>
        <translation>Zuweisung zu {name} entfernen</translation>
    </message>
    <message>
        <source>Remove assignment to “{name}”</source>
        <translation>Zuweisung zu „{name}“ entfernen</translation>
    </message>
    <message>
        <source>Remove data.dataset.metadata_callbacks.{0}.name to read both.</source>
        <translation>Entfernen Sie data.dataset.metadata_callbacks.{0}.name, um beide zu lesen.</translation>
    </message>
    <message>
        <source>Remove it from the folder.</source>
        <translation>Entfernen Sie sie aus dem Ordner.</translation>
    </message>
    <message>
        <source>Remove it with notch filters or a noise reduction in an audio editor; before recording again, change the cable or the earth connection.</source>
        <translation>Entfernen Sie es mit Kerbfiltern oder einer Rauschminderung in einem Audioeditor; wechseln Sie vor neuen Aufnahmen das Kabel oder die Erdung.</translation>
    </message>
    <message>
        <source>Remove it, or change its permissions.</source>
        <translation>Entfernen Sie sie, oder ändern Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation>Entfernen Sie zuerst eines.</translation>
    </message>
    <message>
        <source>Remove one.</source>
        <translation>Entfernen Sie eine.</translation>
    </message>
    <message>
        <source>Remove sounds from it, or leave it if the others matter more.</source>
        <translation>Entfernen Sie daraus Klänge, oder lassen Sie es so, wenn die anderen wichtiger sind.</translation>
    </message>
    <message>
        <source>Remove the DC offset in an audio editor, or use a high-pass filter at 10 Hz.</source>
        <translation>Entfernen Sie den Gleichanteil in einem Audioeditor, oder verwenden Sie einen Hochpass bei 10 Hz.</translation>
    </message>
    <message>
        <source>Remove the label {label}</source>
        <translation>Label {label} entfernen</translation>
    </message>
    <message>
        <source>Remove those that are not there</source>
        <translation>Die fehlenden aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Remove {name} from the queue</source>
        <translation>{name} aus der Warteschlange entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename a class</source>
        <translation>Klasse umbenennen</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Benennen Sie sie um.</translation>
    </message>
    <message>
        <source>Rename the folder metadata/{0}.</source>
        <translation>Benennen Sie den Ordner metadata/{0} um.</translation>
    </message>
    <message>
        <source>Rename “{before}” to “{after}”</source>
        <translation>„{before}“ in „{after}“ umbenennen</translation>
    </message>
    <message>
        <source>Replace existing labels, also those that I set myself</source>
        <translation>Vorhandene Labels ersetzen, auch selbst gesetzte</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace it by a recording that has sound.</source>
        <translation>Ersetzen Sie sie durch eine Aufnahme, die Klang hat.</translation>
    </message>
    <message>
        <source>Replace it by one with sound.</source>
        <translation>Ersetzen Sie sie durch eine mit Klang.</translation>
    </message>
    <message>
        <source>Replace sounds of a low rate by recordings in 44100 Hz or more, if there are any; otherwise leave it.</source>
        <translation>Ersetzen Sie Klänge mit niedriger Rate durch Aufnahmen in 44100 Hz oder mehr, falls es welche gibt; sonst lassen Sie es so.</translation>
    </message>
    <message>
        <source>Replace them by recordings with sound.</source>
        <translation>Ersetzen Sie sie durch Aufnahmen mit Klang.</translation>
    </message>
    <message>
        <source>Replaces the export in the folder {name} once the new one has passed its checks.</source>
        <translation>Ersetzt den Export im Ordner {name}, sobald der neue seine Prüfungen bestanden hat.</translation>
    </message>
    <message>
        <source>Resampled from {own} to {rate}, {late} ms late. Max or Pd must run at {rate}, or the patch sends “set sample_rate” with its own rate.</source>
        <translation>Von {own} auf {rate} umgerechnet, {late} ms später. Max oder Pd muss mit {rate} laufen, oder der Patch sendet „set sample_rate“ mit seiner eigenen Rate.</translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation>Schieberegler zurücksetzen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Restore the gesture that was replaced, changed or deleted last.</source>
        <translation>Die zuletzt ersetzte, geänderte oder gelöschte Geste wiederherstellen.</translation>
    </message>
    <message>
        <source>Restore the sound that was overwritten or deleted last.</source>
        <translation>Den zuletzt überschriebenen oder gelöschten Klang wiederherstellen.</translation>
    </message>
    <message>
        <source>Return to the sound with which the instrument starts, on the pad and all axes (Ctrl+Home)</source>
        <translation>Zurück zu dem Klang, mit dem das Instrument beginnt, auf dem Pad und allen Achsen (Strg+Pos1)</translation>
    </message>
    <message>
        <source>Return to the start, on the pad</source>
        <translation>Zum Anfang zurück, auf dem Pad</translation>
    </message>
    <message>
        <source>Return to the window (F11)</source>
        <translation>Zurück zum Fenster (F11)</translation>
    </message>
    <message>
        <source>Right click: its recording</source>
        <translation>Rechtsklick: die Aufnahme dazu</translation>
    </message>
    <message>
        <source>Right shoulder button</source>
        <translation>Rechte Schultertaste</translation>
    </message>
    <message>
        <source>Right stick, left–right</source>
        <translation>Rechter Stick, links–rechts</translation>
    </message>
    <message>
        <source>Right stick, pressed</source>
        <translation>Rechter Stick, gedrückt</translation>
    </message>
    <message>
        <source>Right stick, up–down</source>
        <translation>Rechter Stick, auf–ab</translation>
    </message>
    <message>
        <source>Right trigger</source>
        <translation>Rechter Trigger</translation>
    </message>
    <message>
        <source>Round it, or set data.dataset.metadata_callbacks.{0}.type=float.</source>
        <translation>Runden Sie, oder setzen Sie data.dataset.metadata_callbacks.{0}.type=float.</translation>
    </message>
    <message>
        <source>Run “make run” or “pip install .” again.</source>
        <translation>Führen Sie „make run“ oder „pip install .“ noch einmal aus.</translation>
    </message>
    <message>
        <source>S&amp;how recordings</source>
        <translation>Aufnahmen an&amp;zeigen</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Sample rate of Max or Pd</source>
        <translation>Abtastrate von Max oder Pd</translation>
    </message>
    <message>
        <source>Sample rate of the instrument, in Hz.</source>
        <translation>Abtastrate des Instruments, in Hz.</translation>
    </message>
    <message>
        <source>Sample rates</source>
        <translation>Abtastraten</translation>
    </message>
    <message>
        <source>Save a copy of the instrument</source>
        <translation>Kopie des Instruments speichern</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Kopie speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save a layout for the app TouchOSC with these controls</source>
        <translation>Ein Layout mit diesen Reglern für die App TouchOSC speichern</translation>
    </message>
    <message>
        <source>Save a page for tablets and phones, for the free program Open Stage Control, with these controls</source>
        <translation>Eine Seite für Tablets und Telefone speichern, für das freie Programm Open Stage Control, mit diesen Reglern</translation>
    </message>
    <message>
        <source>Save a patch for Max with every control of this instrument</source>
        <translation>Einen Patch für Max mit allen Reglern dieses Instruments speichern</translation>
    </message>
    <message>
        <source>Save a patch for Pure Data with every control of this instrument</source>
        <translation>Einen Patch für Pure Data mit allen Reglern dieses Instruments speichern</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Erneut sichern</translation>
    </message>
    <message>
        <source>Save as .wav, .flac, .aiff or .ogg.</source>
        <translation>Sichern Sie als .wav, .flac, .aiff oder .ogg.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 text.</source>
        <translation>Sichern Sie sie als UTF-8-Text.</translation>
    </message>
    <message>
        <source>Save it as a file, to give it away</source>
        <translation>Als Datei speichern, um es weiterzugeben</translation>
    </message>
    <message>
        <source>Save last {seconds} s</source>
        <translation>{seconds} s sichern</translation>
    </message>
    <message>
        <source>Save or open a gesture</source>
        <translation>Geste speichern oder öffnen</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Projekt speichern &amp;unter&#xa0;…</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>Projekt speichern unter</translation>
    </message>
    <message>
        <source>Save the gesture</source>
        <translation>Geste speichern</translation>
    </message>
    <message>
        <source>Save the gesture to a file, or open one</source>
        <translation>Geste in einer Datei speichern oder eine öffnen</translation>
    </message>
    <message>
        <source>Save the gesture…</source>
        <translation>Geste speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Save the last</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Save the last minute to a file, even if nothing was recorded</source>
        <translation>Die letzte Minute in einer Datei speichern, auch wenn nichts aufgenommen wurde</translation>
    </message>
    <message>
        <source>Save the patch in</source>
        <translation>Patch speichern in</translation>
    </message>
    <message>
        <source>Save trainings in</source>
        <translation>Trainings speichern in</translation>
    </message>
    <message>
        <source>Save trainings in another folder</source>
        <translation>Trainings in einem anderen Ordner speichern</translation>
    </message>
    <message>
        <source>Saved and ready to play; learning its phrases…</source>
        <translation>Gespeichert und spielbereit; lernt noch seine Phrasen&#xa0;…</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
    <message>
        <source>Saved as “{file}”.</source>
        <translation>Gespeichert als „{file}“.</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Gespeichert in</translation>
    </message>
    <message>
        <source>Saved “{file}” in “{folder}”.</source>
        <translation>„{file}“ wurde in „{folder}“ gespeichert.</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Scan all files of the folder again</source>
        <translation>Alle Dateien des Ordners neu einlesen</translation>
    </message>
    <message>
        <source>Scan the folder again.</source>
        <translation>Durchsuchen Sie den Ordner noch einmal.</translation>
    </message>
    <message>
        <source>Scanning “{folder}”</source>
        <translation>„{folder}“ wird durchsucht</translation>
    </message>
    <message>
        <source>Search OSC addresses</source>
        <translation>OSC-Adressen durchsuchen</translation>
    </message>
    <message>
        <source>Search addresses and meanings</source>
        <translation>Adressen und Bedeutungen durchsuchen</translation>
    </message>
    <message>
        <source>Search name, sound, tag</source>
        <translation>Name, Klang, Tags suchen</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Anleitung durchsuchen</translation>
    </message>
    <message>
        <source>See the log for details.</source>
        <translation>Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>See what passes, message by message</source>
        <translation>Den Datenverkehr Nachricht für Nachricht ansehen</translation>
    </message>
    <message>
        <source>Seed of the temperature: the same seed strays the same way.</source>
        <translation>Startwert der Temperatur: Derselbe weicht auf dieselbe Weise ab.</translation>
    </message>
    <message>
        <source>Select its column first, with the arrow keys or a click.</source>
        <translation>Wählen Sie zuerst seine Spalte, mit den Pfeiltasten oder einem Klick.</translation>
    </message>
    <message>
        <source>Send all values and changes to the sender: to this port, or the one that it sends from.</source>
        <translation>Dem Absender alle Werte und Änderungen senden: an diesen Port, oder an den, von dem er sendet.</translation>
    </message>
    <message>
        <source>Send nothing more to the sender at this port, or the one that it sends from.</source>
        <translation>Dem Absender an diesem Port, oder an dem, von dem er sendet, nichts mehr senden.</translation>
    </message>
    <message>
        <source>Send to 127.0.0.1, to the port “in” of the Play page. Every change is mirrored to the port “out”. Values out of range are limited to it.</source>
        <translation>Senden Sie an 127.0.0.1, an den Port „ein“ der Seite Spielen. Jede Änderung wird an den Port „aus“ gespiegelt. Werte außerhalb des Bereichs werden auf ihn begrenzt.</translation>
    </message>
    <message>
        <source>Send “set NAME VALUE” to the left inlet. What has names takes the name or its number.</source>
        <translation>„set NAME WERT“ an den linken Eingang senden. Was Namen hat, nimmt den Namen oder seine Nummer.</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>Set channels to automatic</source>
        <translation>Kanäle auf automatisch</translation>
    </message>
    <message>
        <source>Set label</source>
        <translation>Label setzen</translation>
    </message>
    <message>
        <source>Set label…</source>
        <translation>Label setzen …</translation>
    </message>
    <message>
        <source>Set the pitch on the keyboard</source>
        <translation>Tonhöhe auf der Klaviatur setzen</translation>
    </message>
    <message numerus="yes">
        <source>Set {label} of %n&#xa0;sounds</source>
        <comment>Set {label} of %n&#xa0;sound</comment>
        <translation>
            <numerusform>{label} von %n&#xa0;Klang setzen</numerusform>
            <numerusform>{label} von %n&#xa0;Klängen setzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Set “Channels” on the Sounds page to automatic (data.dataset.mix=auto).</source>
        <translation>Stellen Sie „Kanäle“ auf der Seite „Klänge“ auf automatisch (data.dataset.mix=auto).</translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto), or invert the polarity of one channel in an audio editor.</source>
        <translation>Stellen Sie „Kanäle“ auf automatisch (data.dataset.mix=auto), oder kehren Sie die Polarität eines Kanals in einem Audioeditor um.</translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto), or invert the polarity of one channel there in an audio editor.</source>
        <translation>Stellen Sie „Kanäle“ auf automatisch (data.dataset.mix=auto), oder kehren Sie dort die Polarität eines Kanals in einem Audioeditor um.</translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto).</source>
        <translation>Stellen Sie „Kanäle“ auf automatisch (data.dataset.mix=auto).</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Setup</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Aufbau</translation>
    </message>
    <message>
        <source>Shape of the movement of axis {0} around its position.</source>
        <translation>Form der Bewegung von Achse {0} um ihre Lage.</translation>
    </message>
    <message>
        <source>Share of the sounds’ variance along this axis</source>
        <translation>Anteil der Varianz der Klänge entlang dieser Achse</translation>
    </message>
    <message>
        <source>Share of the time that rendering takes, 0…1.</source>
        <translation>Anteil der Zeit, den das Rechnen braucht, 0…1.</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Umschalt + Pfeiltasten</translation>
    </message>
    <message>
        <source>Shift + click; letters A … K while “Keys play notes” is on</source>
        <translation>Umschalt + Klick; Buchstaben A … K, solange „Tasten spielen Noten“ an ist</translation>
    </message>
    <message>
        <source>Shift-click a number to store the present sound</source>
        <translation>Umschalt+Klick auf eine Zahl speichert den Klang</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>a training</comment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>&amp;Protokoll anzeigen</translation>
    </message>
    <message>
        <source>Show &amp;me around</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>Show ignored</source>
        <translation>Ignorierte zeigen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show its file in the file manager</source>
        <translation>Seine Datei im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Show its folder, and delete it there if you are sure.</source>
        <translation>Zeigen Sie den Ordner an, und löschen Sie die Datei dort, wenn Sie sicher sind.</translation>
    </message>
    <message>
        <source>Show only sounds without a label, or of one class</source>
        <translation>Nur Klänge ohne ein Label oder einer Klasse zeigen</translation>
    </message>
    <message>
        <source>Show only the sounds without this label</source>
        <translation>Nur die Klänge ohne dieses Label zeigen</translation>
    </message>
    <message>
        <source>Show or &amp;hide the picture of the sound</source>
        <translation>&amp;Bild des Klangs zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show the folder of recordings</source>
        <translation>Den Ordner der Aufnahmen anzeigen</translation>
    </message>
    <message>
        <source>Show the folder of {name}</source>
        <translation>Ordner von {name} zeigen</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>Dieses Training zeigen</translation>
    </message>
    <message>
        <source>Show unlabelled</source>
        <translation>Ohne Label zeigen</translation>
    </message>
    <message>
        <source>Show “{folder}”</source>
        <translation>„{folder}“ zeigen</translation>
    </message>
    <message>
        <source>Side {side} is active</source>
        <translation>Seite {side} ist aktiv</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>Silence at once, and reset.</source>
        <translation>Sofort still, und zurücksetzen.</translation>
    </message>
    <message>
        <source>Similar sounds lie together</source>
        <translation>Ähnliche Klänge liegen beieinander</translation>
    </message>
    <message>
        <source>Similar sounds lie together · wheel: {axis}</source>
        <translation>Ähnliche Klänge liegen beieinander · Mausrad: {axis}</translation>
    </message>
    <message>
        <source>Similar sounds lie together; a touch moves all axes to the sound under it</source>
        <translation>Ähnliche Klänge liegen beieinander; eine Berührung bewegt alle Achsen zum Klang darunter</translation>
    </message>
    <message>
        <source>Size of the path.</source>
        <translation>Größe des Wegs.</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Skizze</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Einrasten</translation>
    </message>
    <message>
        <source>Snap to sounds</source>
        <translation>Auf Klänge einrasten</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Snapshot {number} is empty; Alt+{number} stores the present sound there.</source>
        <translation>Snapshot {number} ist leer; Alt+{number} speichert dort den aktuellen Klang.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Snapshots have the numbers 1 to {0}; {1} came.</source>
        <translation>Snapshots haben die Nummern 1 bis {0}; es kam {1}.</translation>
    </message>
    <message>
        <source>Some settings ({titles}) could not be read; defaults are used.</source>
        <translation>Einige Einstellungen ({titles}) waren nicht lesbar; es gelten Standardwerte.</translation>
    </message>
    <message>
        <source>Some settings could not be read; defaults are used.</source>
        <translation>Einige Einstellungen waren nicht lesbar; es gelten Standardwerte.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Sort the sounds into at most {0} subfolders, or write metadata.</source>
        <translation>Ordnen Sie die Klänge in höchstens {0} Unterordner, oder schreiben Sie Metadaten.</translation>
    </message>
    <message>
        <source>Sort them into one subfolder per class, or write metadata.</source>
        <translation>Ordnen Sie sie in einen Unterordner je Klasse, oder schreiben Sie Metadaten.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>Sound input</source>
        <translation>Audioeingang</translation>
    </message>
    <message>
        <source>Sound is at audio rate, all else is a value every {ratio} samples.</source>
        <translation>Klang hat Audiorate, alles andere einen Wert je {ratio} Samples.</translation>
    </message>
    <message>
        <source>Sound output</source>
        <translation>Audioausgang</translation>
    </message>
    <message>
        <source>Sound processed per second</source>
        <translation>Klang pro Sekunde verarbeitet</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Klänge</translation>
    </message>
    <message>
        <source>Sounds as in the studio</source>
        <translation>Klingt wie im Studio</translation>
    </message>
    <message>
        <source>Sounds folder</source>
        <translation>Ordner der Klänge</translation>
    </message>
    <message>
        <source>Sounds of the folder</source>
        <translation>Klänge des Ordners</translation>
    </message>
    <message>
        <source>Space, or a double click: play it
Tick: train with it; without a tick it is left out</source>
        <translation>Leertaste oder Doppelklick: anhören
Haken: damit trainieren; ohne Haken wird er ausgelassen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speed of the gesture.</source>
        <translation>Tempo der Geste.</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>the queue</comment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start a new training with a lower training.learning_rate.</source>
        <translation>Beginnen Sie ein neues Training mit niedrigerer training.learning_rate.</translation>
    </message>
    <message>
        <source>Start again</source>
        <comment>begins a sentence</comment>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Start again at the end of the gesture.</source>
        <translation>Am Ende der Geste von vorn beginnen.</translation>
    </message>
    <message>
        <source>Start again when it is complete.</source>
        <translation>Beginnen Sie neu, wenn sie vollständig ist.</translation>
    </message>
    <message>
        <source>Start again…</source>
        <translation>Neu beginnen&#xa0;…</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Ausgehen von</translation>
    </message>
    <message>
        <source>Start here when your sounds are listed. After a minute you can listen to what was learned; the sound goes on meanwhile.</source>
        <translation>Starten Sie hier, wenn Ihre Klänge aufgelistet sind. Nach einer Minute können Sie hören, was gelernt wurde; der Klang läuft währenddessen weiter.</translation>
    </message>
    <message>
        <source>Start it from a desktop session, or play without a window: vschaos play INSTRUMENT</source>
        <translation>Starten Sie es von einer Desktop-Sitzung aus, oder spielen Sie ohne Fenster: vschaos play INSTRUMENT</translation>
    </message>
    <message>
        <source>Start it from a desktop session, or set DISPLAY to a screen that you have permission to use.</source>
        <translation>Starten Sie es von einer Desktop-Sitzung aus, oder setzen Sie DISPLAY auf einen Bildschirm, den Sie benutzen dürfen.</translation>
    </message>
    <message>
        <source>Start of every address, as in /vs/gain; change it if another program uses the same</source>
        <translation>Anfang jeder Adresse, wie in /vs/gain; ändern, wenn ein anderes Programm denselben benutzt</translation>
    </message>
    <message>
        <source>Start of range; set above end to invert</source>
        <translation>Anfang des Bereichs; über dem Ende: umgekehrt</translation>
    </message>
    <message>
        <source>Start one (on Linux ALSA&apos;s sequencer, sudo modprobe snd-seq, or JACK) and look for devices again.</source>
        <translation>Starten Sie eines (unter Linux den ALSA-Sequencer, sudo modprobe snd-seq, oder JACK), und suchen Sie die Geräte neu.</translation>
    </message>
    <message>
        <source>Start or resume the training: missing sounds are prepared again.</source>
        <translation>Starten Sie das Training oder setzen Sie es fort: Fehlende Klänge werden neu vorbereitet.</translation>
    </message>
    <message>
        <source>Start the JACK server again, then this program.</source>
        <translation>Starten Sie den JACK-Server neu, dann dieses Programm.</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>Die Warteschlange starten</translation>
    </message>
    <message>
        <source>Start the server again, then quit and start this program again.</source>
        <translation>Starten Sie den Server neu; beenden Sie dann dieses Programm, und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>Start with a slash, as in /vs, and use letters, digits, dots, dashes and underscores.</source>
        <translation>Beginnen Sie mit einem Schrägstrich wie in /vs, und verwenden Sie Buchstaben, Ziffern, Punkte, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>Starting the trainer…</source>
        <translation>Training wird gestartet …</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet&#xa0;…</translation>
    </message>
    <message>
        <source>Starts the sound; off fades out.</source>
        <translation>Startet den Klang; Ausschalten blendet aus.</translation>
    </message>
    <message>
        <source>Steel</source>
        <translation>Stahl</translation>
    </message>
    <message>
        <source>Step {step} of {steps} · {percent} %</source>
        <translation>Schritt {step} von {steps} · {percent} %</translation>
    </message>
    <message>
        <source>Stereo: how different left and right sound. 0 is mono.</source>
        <translation>Stereo: wie verschieden links und rechts klingen. 0 ist mono.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Stoppen und behalten</translation>
    </message>
    <message>
        <source>Stop early if there is no more improvement</source>
        <translation>Früher aufhören, wenn nichts mehr besser wird</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Beenden Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Stop it, or wait until it ends; then open another project.</source>
        <translation>Stoppen Sie es, oder warten Sie, bis es endet; öffnen Sie dann ein anderes Projekt.</translation>
    </message>
    <message>
        <source>Stop now and delete the training</source>
        <translation>Jetzt stoppen und das Training löschen</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Aufnahme beenden</translation>
    </message>
    <message>
        <source>Stop that training, or wait until it ends.</source>
        <translation>Beenden Sie jenes Training, oder warten Sie, bis es endet.</translation>
    </message>
    <message>
        <source>Stop the recording</source>
        <translation>Die Aufnahme beenden</translation>
    </message>
    <message>
        <source>Stop this training and delete its results?</source>
        <translation>Dieses Training stoppen und seine Ergebnisse löschen?</translation>
    </message>
    <message>
        <source>Stop whenever you like.</source>
        <translation>Stoppen Sie, wann Sie wollen.</translation>
    </message>
    <message>
        <source>Stop: {sound}</source>
        <translation>Stopp: {sound}</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n&#xa0;steps. The instrument is saved and ready to play.</source>
        <comment>Stopped after %n&#xa0;step. The instrument is saved and ready to play.</comment>
        <translation>
            <numerusform>Angehalten nach %n&#xa0;Schritt. Das Instrument ist gespeichert und spielbereit.</numerusform>
            <numerusform>Angehalten nach %n&#xa0;Schritten. Das Instrument ist gespeichert und spielbereit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped early after %n&#xa0;steps: no more improvement, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</source>
        <comment>Stopped early after %n&#xa0;step: no more improvement, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</comment>
        <translation>
            <numerusform>Früh beendet nach %n&#xa0;Schritt: keine Verbesserung mehr, zurückgehaltene Klänge: {closeness} ({error} dB). Das Instrument ist spielbereit.</numerusform>
            <numerusform>Früh beendet nach %n&#xa0;Schritten: keine Verbesserung mehr, zurückgehaltene Klänge: {closeness} ({error} dB). Das Instrument ist spielbereit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped early after %n&#xa0;steps: no more improvement. The instrument is ready to play.</source>
        <comment>Stopped early after %n&#xa0;step: no more improvement. The instrument is ready to play.</comment>
        <translation>
            <numerusform>Früh beendet nach %n&#xa0;Schritt: keine Verbesserung mehr. Das Instrument ist spielbereit.</numerusform>
            <numerusform>Früh beendet nach %n&#xa0;Schritten: keine Verbesserung mehr. Das Instrument ist spielbereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping after this step; the instrument is kept…</source>
        <translation>Stoppt nach diesem Schritt; das Instrument bleibt erhalten&#xa0;…</translation>
    </message>
    <message>
        <source>Store &amp;{number}</source>
        <translation>&amp;{number} speichern</translation>
    </message>
    <message>
        <source>Store here</source>
        <translation>Hier speichern</translation>
    </message>
    <message>
        <source>Store one under this number first.</source>
        <translation>Speichern Sie zuerst einen unter dieser Nummer.</translation>
    </message>
    <message>
        <source>Store snapshot</source>
        <translation>Snapshot speichern</translation>
    </message>
    <message>
        <source>Store snapshot {number}</source>
        <translation>Snapshot {number} speichern</translation>
    </message>
    <message>
        <source>Store the present sound as a snapshot</source>
        <translation>Den jetzigen Klang als Snapshot speichern</translation>
    </message>
    <message>
        <source>Store the present sound under this number.</source>
        <translation>Den jetzigen Klang unter dieser Nummer speichern.</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Empfohlen</translation>
    </message>
    <message>
        <source>Suggested: {kind}, {reason}.</source>
        <translation>Vorschlag: {kind}, {reason}.</translation>
    </message>
    <message>
        <source>Survives any input</source>
        <translation>Verträgt jede Eingabe</translation>
    </message>
    <message>
        <source>Switch between &amp;A and B</source>
        <translation>Zwischen &amp;A und B wechseln</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Standard des Systems</translation>
    </message>
    <message>
        <source>TCP port of the description over HTTP.</source>
        <translation>TCP-Port der Beschreibung über HTTP.</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tags: drone, soft …</source>
        <translation>Tags: Drone, weich&#xa0;…</translation>
    </message>
    <message>
        <source>Take it to Max or Pure Data</source>
        <translation>Nach Max oder Pure Data mitnehmen</translation>
    </message>
    <message>
        <source>Take over the labels of the project</source>
        <translation>Labels des Projekts übernehmen</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take them over if they belong to these sounds; Undo removes them again.</source>
        <translation>Übernehmen Sie sie, wenn sie zu diesen Klängen gehören; „Rückgängig“ entfernt sie wieder.</translation>
    </message>
    <message>
        <source>Tempo of what is repeated in beats, in beats a minute.</source>
        <translation>Tempo dessen, was sich in Schlägen wiederholt, in Schlägen pro Minute.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The JACK server has ended: the list of audio devices cannot be refreshed.</source>
        <translation>Der JACK-Server ist beendet: Die Liste der Audiogeräte kann nicht erneuert werden.</translation>
    </message>
    <message>
        <source>The MIDI input “{0}” cannot be opened: {1}.</source>
        <translation>Der MIDI-Eingang „{0}“ kann nicht geöffnet werden: {1}.</translation>
    </message>
    <message>
        <source>The address for new versions could not be read: {reason}.</source>
        <translation>Die Adresse für neue Versionen konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The address for new versions, “{address}”, is not secure. It was not used.</source>
        <translation>Die Adresse für neue Versionen, „{address}“, ist nicht sicher. Sie wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>The announcement of a new version is not signed by your distributor. It was not used.</source>
        <translation>Die Ankündigung einer neuen Version ist nicht von Ihrem Anbieter signiert. Sie wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>The answer to ping: another number after each start of this program.</source>
        <translation>Die Antwort auf ping: nach jedem Start dieses Programms eine andere Zahl.</translation>
    </message>
    <message>
        <source>The answer to query: address and values.</source>
        <translation>Die Antwort auf query: Adresse und Werte.</translation>
    </message>
    <message>
        <source>The assignment of {sources} to “{control}” was removed.</source>
        <translation>Die Zuweisung von {sources} zu „{control}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>The assignment to “{0}” has a number out of range.</source>
        <translation>Die Zuweisung zu „{0}“ hat eine Zahl außerhalb des Bereichs.</translation>
    </message>
    <message>
        <source>The audio input “{0}” cannot be opened: {1}.</source>
        <translation>Der Eingang „{0}“ kann nicht geöffnet werden: {1}.</translation>
    </message>
    <message>
        <source>The audio input “{0}” stopped.</source>
        <translation>Der Eingang „{0}“ ist stehen geblieben.</translation>
    </message>
    <message>
        <source>The audio library PortAudio is missing.</source>
        <translation>Die Audiobibliothek PortAudio fehlt.</translation>
    </message>
    <message>
        <source>The audio output “{0}” cannot be opened: {1}.</source>
        <translation>Der Ausgang „{0}“ kann nicht geöffnet werden: {1}.</translation>
    </message>
    <message>
        <source>The audio output “{0}” is back.</source>
        <translation>Der Ausgang „{0}“ ist wieder da.</translation>
    </message>
    <message>
        <source>The audio output “{0}” is missing; “{1}” plays instead.</source>
        <translation>Der Ausgang „{0}“ fehlt; stattdessen spielt „{1}“.</translation>
    </message>
    <message>
        <source>The audio output “{0}” stopped.</source>
        <translation>Der Ausgang „{0}“ ist stehen geblieben.</translation>
    </message>
    <message>
        <source>The audio output “{0}” stopped; “{1}” plays on.</source>
        <translation>Der Ausgang „{0}“ ist stehen geblieben; „{1}“ spielt weiter.</translation>
    </message>
    <message>
        <source>The audio server runs the sound in real time.</source>
        <translation>Der Audioserver führt den Klang in Echtzeit aus.</translation>
    </message>
    <message>
        <source>The audio system cannot be started: {0}.</source>
        <translation>Das Audiosystem kann nicht gestartet werden: {0}.</translation>
    </message>
    <message>
        <source>The audio system does not answer: {0}.</source>
        <translation>Das Audiosystem antwortet nicht: {0}.</translation>
    </message>
    <message>
        <source>The audio system runs the sound in real time.</source>
        <translation>Das Audiosystem führt den Klang in Echtzeit aus.</translation>
    </message>
    <message>
        <source>The channels of {0} cancel each other in parts.</source>
        <translation>Die Kanäle von {0} löschen einander teilweise aus.</translation>
    </message>
    <message>
        <source>The channels of {0} cancel each other.</source>
        <translation>Die Kanäle von {0} löschen einander aus.</translation>
    </message>
    <message>
        <source>The channels of {0} have little in common.</source>
        <translation>Die Kanäle von {0} haben wenig gemeinsam.</translation>
    </message>
    <message>
        <source>The channels to train on. Automatic: their mean, or the loudest channel where they cancel each other or at least half are silent</source>
        <translation>Die Kanäle, mit denen trainiert wird. Automatisch: ihr Mittel, oder der lauteste Kanal, wo sie sich auslöschen oder mindestens die Hälfte stumm ist</translation>
    </message>
    <message>
        <source>The checkpoint could not be saved in “{0}”: {1}.</source>
        <translation>Der Zwischenstand konnte in „{0}“ nicht gesichert werden: {1}.</translation>
    </message>
    <message>
        <source>The checkpoint in “{0}” does not fit this run&apos;s configuration.</source>
        <translation>Der Zwischenstand in „{0}“ passt nicht zur Konfiguration dieses Laufs.</translation>
    </message>
    <message>
        <source>The checkpoint “{0}” is damaged.</source>
        <translation>Der Zwischenstand „{0}“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The class “{0}” appears twice.</source>
        <translation>Die Klasse „{0}“ kommt zweimal vor.</translation>
    </message>
    <message>
        <source>The class “{name}” of “{label}” exists already.</source>
        <translation>Die Klasse „{name}“ von „{label}“ gibt es schon.</translation>
    </message>
    <message>
        <source>The classes in metadata/{0}/classes.txt differ from those that would be written: whole numbers without names.</source>
        <translation>Die Klassen in metadata/{0}/classes.txt weichen von denen ab, die geschrieben würden: ganze Zahlen ohne Namen.</translation>
    </message>
    <message>
        <source>The classes in metadata/{0}/classes.txt differ from those that would be written: {1} to {2}.</source>
        <translation>Die Klassen in metadata/{0}/classes.txt weichen von denen ab, die geschrieben würden: {1} bis {2}.</translation>
    </message>
    <message>
        <source>The classes of pitch have no names; the sounds show that they count from A = 0, and they are used so.</source>
        <translation>Die Klassen von pitch haben keine Namen; die Klänge zeigen, dass sie ab A = 0 zählen, und so werden sie verwendet.</translation>
    </message>
    <message>
        <source>The classes of “{label}” are 0 to {last}, not {text}.</source>
        <translation>Die Klassen von „{label}“ sind 0 bis {last}, nicht {text}.</translation>
    </message>
    <message>
        <source>The classes of “{label}” are 0, 1, 2 …, not “{text}”.</source>
        <translation>Die Klassen von „{label}“ sind 0, 1, 2 …, nicht „{text}“.</translation>
    </message>
    <message>
        <source>The collection “{folder}” cannot be made: {reason}.</source>
        <translation>Die Sammlung „{folder}“ kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The collection “{name}” of these sounds is open again.</source>
        <translation>Die Sammlung „{name}“ dieser Klänge ist wieder geöffnet.</translation>
    </message>
    <message>
        <source>The computer does not have enough memory for this training, not even with one spectrum at a time.</source>
        <translation>Der Rechner hat nicht genug Speicher für dieses Training, nicht einmal mit einem Spektrum auf einmal.</translation>
    </message>
    <message>
        <source>The computer does not have enough memory for this training.</source>
        <translation>Der Rechner hat nicht genug Speicher für dieses Training.</translation>
    </message>
    <message>
        <source>The computer does not have enough memory.</source>
        <translation>Der Rechner hat nicht genug Speicher.</translation>
    </message>
    <message>
        <source>The computer is nearly too slow: close other programs.</source>
        <translation>Der Computer ist fast zu langsam: Schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The configuration needs labels for “{0}”, but the folder “{1}” has labels for {2} only.</source>
        <translation>Die Konfiguration braucht Labels für „{0}“, aber der Ordner „{1}“ hat nur Labels für {2}.</translation>
    </message>
    <message>
        <source>The configuration needs labels for “{0}”, but the folder “{1}” has no labels.</source>
        <translation>Die Konfiguration braucht Labels für „{0}“, aber der Ordner „{1}“ hat keine.</translation>
    </message>
    <message>
        <source>The control that the next {controller} will move</source>
        <translation>Der Regler, den der nächste {controller} bewegt</translation>
    </message>
    <message>
        <source>The core of vschaos is not compiled.</source>
        <translation>Der Kern von vschaos ist nicht kompiliert.</translation>
    </message>
    <message>
        <source>The curve starts with the first steps.</source>
        <translation>Die Kurve beginnt mit den ersten Schritten.</translation>
    </message>
    <message>
        <source>The disk is full: these sounds need {0} MB in “{1}”.</source>
        <translation>Der Datenträger ist voll: Diese Klänge brauchen {0} MB in „{1}“.</translation>
    </message>
    <message>
        <source>The documentation is not built yet. Type “make docs” in the folder of the source code, then try again.</source>
        <translation>Die Dokumentation ist noch nicht erzeugt. „make docs“ im Ordner des Quelltexts eingeben, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The documentation is not part of this program. Press F1 for the guide.</source>
        <translation>Die Dokumentation gehört nicht zu diesem Programm. F1 zeigt die Anleitung.</translation>
    </message>
    <message>
        <source>The documentation is “{file}”.</source>
        <translation>Die Dokumentation ist „{file}“.</translation>
    </message>
    <message>
        <source>The engine failed to execute an order: {0}.</source>
        <translation>Die Klangerzeugung konnte einen Auftrag nicht ausführen: {0}.</translation>
    </message>
    <message>
        <source>The engine is busy and dropped an order.</source>
        <translation>Die Klangerzeugung ist beschäftigt und hat einen Auftrag verworfen.</translation>
    </message>
    <message>
        <source>The engine is ready; no instrument is loaded.</source>
        <translation>Die Klangerzeugung ist bereit; es ist kein Instrument geladen.</translation>
    </message>
    <message>
        <source>The engine received an invalid order: {0}.</source>
        <translation>Die Klangerzeugung bekam einen ungültigen Auftrag: {0}.</translation>
    </message>
    <message>
        <source>The existing export in “{name}” is unchanged.</source>
        <translation>Der vorhandene Export in „{name}“ ist unverändert.</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>The export could not be saved as “{0}”: {1}.</source>
        <translation>Der Export konnte nicht als „{0}“ gesichert werden: {1}.</translation>
    </message>
    <message>
        <source>The export did not pass its check: {0}.</source>
        <translation>Der Export hat seine Prüfung nicht bestanden: {0}.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>Der Export wurde abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The export “{name}”</source>
        <translation>Der Export „{name}“</translation>
    </message>
    <message>
        <source>The export&apos;s check ended unexpectedly (code {0}: {1}).</source>
        <translation>Die Prüfung des Exports endete unerwartet (Code {0}: {1}).</translation>
    </message>
    <message>
        <source>The exported file cannot be loaded.</source>
        <translation>Die exportierte Datei kann nicht geladen werden.</translation>
    </message>
    <message>
        <source>The exported file&apos;s own description cannot be read.</source>
        <translation>Die eigene Beschreibung der exportierten Datei ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The extraction of pitch</source>
        <translation>Die Bestimmung der Tonhöhen</translation>
    </message>
    <message>
        <source>The extraction of pitch in “{folder}”</source>
        <translation>Die Ermittlung der Tonhöhe in „{folder}“</translation>
    </message>
    <message>
        <source>The extraction of pitch was cancelled; finished sounds are not analysed again next time.</source>
        <translation>Die Ermittlung der Tonhöhe wurde abgebrochen; fertige Klänge werden beim nächsten Mal nicht erneut analysiert.</translation>
    </message>
    <message>
        <source>The figures and the curves of the training</source>
        <translation>Die Zahlen und Kurven des Trainings</translation>
    </message>
    <message>
        <source>The filter between the instrument’s sample rate and the device’s.</source>
        <translation>Das Filter zwischen der Abtastrate des Instruments und der des Geräts.</translation>
    </message>
    <message>
        <source>The first instrument is ready within seconds, a sketch that improves.</source>
        <translation>Das erste Instrument ist in Sekunden bereit, eine Skizze, die besser wird.</translation>
    </message>
    <message>
        <source>The first sounds come during the training.</source>
        <translation>Die ersten Klänge kommen während des Trainings.</translation>
    </message>
    <message>
        <source>The folder is “{folder}”.</source>
        <translation>Der Ordner ist „{folder}“.</translation>
    </message>
    <message>
        <source>The folder metadata/{0} has no file “{1}”.</source>
        <translation>Der Ordner metadata/{0} hat keine Datei „{1}“.</translation>
    </message>
    <message>
        <source>The folder of recordings “{folder}” cannot be made: {reason}.</source>
        <translation>Der Ordner „{folder}“ für Aufnahmen kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder of sounds “{folder}” is not there.</source>
        <translation>Der Klangordner „{folder}“ ist nicht da.</translation>
    </message>
    <message>
        <source>The folder “{0}” cannot be opened: {1}.</source>
        <translation>Der Ordner „{0}“ kann nicht geöffnet werden: {1}.</translation>
    </message>
    <message>
        <source>The folder “{0}” does not exist.</source>
        <translation>Den Ordner „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The folder “{0}” is empty.</source>
        <translation>Der Ordner „{0}“ ist leer.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be created: {reason}.</source>
        <translation>Der Ordner „{folder}“ kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>Der Ordner „{folder}“ kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folders cannot be the classes of “{0}”: the sounds are not in two or more subfolders.</source>
        <translation>Die Ordner können nicht die Klassen von „{0}“ sein: Die Klänge liegen nicht in mindestens zwei Unterordnern.</translation>
    </message>
    <message>
        <source>The forecast</source>
        <translation>Die Vorhersage</translation>
    </message>
    <message>
        <source>The gesture that is being recorded</source>
        <translation>Die Geste, die gerade aufgenommen wird</translation>
    </message>
    <message>
        <source>The instrument</source>
        <translation>Das Instrument</translation>
    </message>
    <message>
        <source>The instrument could not be copied to change its card: {reason}</source>
        <translation>Das Instrument konnte nicht kopiert werden, um sein Datenblatt zu ändern: {reason}</translation>
    </message>
    <message>
        <source>The instrument could not be saved as “{0}”: {1}.</source>
        <translation>Das Instrument konnte nicht als „{0}“ gesichert werden: {1}.</translation>
    </message>
    <message>
        <source>The instrument does not use it.</source>
        <translation>Das Instrument verwendet es nicht.</translation>
    </message>
    <message>
        <source>The instrument follows the timbre of the live input.</source>
        <translation>Das Instrument folgt der Klangfarbe des Live-Eingangs.</translation>
    </message>
    <message>
        <source>The instrument is kept; you can play it, export it, or continue the training.</source>
        <translation>Das Instrument bleibt erhalten; Sie können es spielen, exportieren oder das Training fortsetzen.</translation>
    </message>
    <message>
        <source>The instrument is too large for this computer: it used all of its time, and lost its real-time priority.</source>
        <translation>Das Instrument ist zu groß für diesen Rechner: Es brauchte seine ganze Zeit und verlor die Echtzeit-Priorität.</translation>
    </message>
    <message>
        <source>The instrument learns the loudness of a sound with it: the pad will be quiet or loud where these sounds are.</source>
        <translation>Das Instrument lernt die Lautheit mit: Das Pad wird leise oder laut sein, wo diese Klänge liegen.</translation>
    </message>
    <message>
        <source>The instrument offers a class that no sound has shown it: what it plays there is undefined.</source>
        <translation>Das Instrument bietet eine Klasse an, die ihm kein Klang gezeigt hat: Was es dort spielt, ist unbestimmt.</translation>
    </message>
    <message>
        <source>The instrument produced an invalid sound and was reset.</source>
        <translation>Das Instrument gab einen ungültigen Klang aus und wurde zurückgesetzt.</translation>
    </message>
    <message>
        <source>The instrument produces invalid numbers: its network is damaged.</source>
        <translation>Das Instrument gibt ungültige Zahlen aus: Sein Netz ist beschädigt.</translation>
    </message>
    <message>
        <source>The instrument uses {0}, which libtorch 2.0.1 to 2.5.1 inside nn~ cannot all run.</source>
        <translation>Das Instrument verwendet {0}, was libtorch 2.0.1 bis 2.5.1 in nn~ nicht durchweg ausführen kann.</translation>
    </message>
    <message>
        <source>The instrument “{0}” cannot be opened: {1}.</source>
        <translation>Das Instrument „{0}“ kann nicht geöffnet werden: {1}.</translation>
    </message>
    <message>
        <source>The instrument “{0}” is inconsistent: its weights do not fit its configuration.</source>
        <translation>Das Instrument „{0}“ ist widersprüchlich: Seine Gewichte passen nicht zu seiner Konfiguration.</translation>
    </message>
    <message>
        <source>The instrument “{name}” of this project was not found: “{file}”.</source>
        <translation>Das Instrument „{name}“ dieses Projekts wurde nicht gefunden: „{file}“.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card cannot be read.</source>
        <translation>Das Datenblatt des Instruments ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card describes its label “{0}” with impossible values.</source>
        <translation>Das Datenblatt des Instruments beschreibt sein Label „{0}“ mit unmöglichen Werten.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card has no format version.</source>
        <translation>Das Datenblatt des Instruments nennt keine Version des Formats.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card has the wrong kind of value in “{0}”.</source>
        <translation>Das Datenblatt des Instruments hat in „{0}“ eine falsche Art von Wert.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card is incomplete.</source>
        <translation>Das Datenblatt des Instruments ist unvollständig.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card says {0} = {1}, which is impossible.</source>
        <translation>Das Datenblatt des Instruments sagt {0} = {1}, was unmöglich ist.</translation>
    </message>
    <message>
        <source>The instrument&apos;s hop of {0} samples cannot be used in nn~, which needs powers of two up to {1}.</source>
        <translation>Der Hop des Instruments von {0} Samples ist in nn~ nicht verwendbar; es braucht Zweierpotenzen bis {1}.</translation>
    </message>
    <message>
        <source>The instrument&apos;s rate of {0} Hz cannot be converted to {1} Hz.</source>
        <translation>Die Rate des Instruments von {0} Hz lässt sich nicht in {1} Hz umrechnen.</translation>
    </message>
    <message>
        <source>The keyboard on the screen, and the letters A to K while it has the focus, play notes with the envelope of the Notes tab, as a MIDI keyboard does</source>
        <translation>Die Klaviatur auf dem Bildschirm und, während sie den Fokus hat, die Tasten A bis K spielen Noten mit der Hüllkurve des Reiters Noten, wie ein MIDI-Keyboard</translation>
    </message>
    <message>
        <source>The label needs a name.</source>
        <translation>Das Label braucht einen Namen.</translation>
    </message>
    <message>
        <source>The label {0} cannot be trained: its classes are {1} to {2}; the model knows 0 to {3}.</source>
        <translation>Das Label {0} kann nicht trainiert werden: Seine Klassen gehen von {1} bis {2}; das Modell kennt 0 bis {3}.</translation>
    </message>
    <message>
        <source>The label {0} cannot be trained: no sound has it.</source>
        <translation>Das Label {0} kann nicht trainiert werden: Kein Klang hat es.</translation>
    </message>
    <message>
        <source>The label {label}: double click, F2 or typing edits a cell, Delete clears the selection</source>
        <translation>Das Label {label}: Doppelklick, F2 oder Tippen bearbeitet eine Zelle, Entf leert die Auswahl</translation>
    </message>
    <message>
        <source>The label “{0}” for all methods, {1} to {2}; at {3} the inlet is used.</source>
        <translation>Das Label „{0}“ für alle Methoden, {1} bis {2}; bei {3} gilt der Eingang.</translation>
    </message>
    <message>
        <source>The label “{0}” for all methods, {1} to {2}; at {3} the predicted value is used.</source>
        <translation>Das Label „{0}“ für alle Methoden, {1} bis {2}; bei {3} gilt der vorhergesagte Wert.</translation>
    </message>
    <message>
        <source>The label “{0}” for all methods; below {1} the inlet is used.</source>
        <translation>Das Label „{0}“ für alle Methoden; unter {1} gilt der Eingang.</translation>
    </message>
    <message>
        <source>The label “{0}” for all methods; below {1} the predicted value is used.</source>
        <translation>Das Label „{0}“ für alle Methoden; unter {1} gilt der vorhergesagte Wert.</translation>
    </message>
    <message>
        <source>The label “{0}” of the sound.</source>
        <translation>Das Label „{0}“ des Klangs.</translation>
    </message>
    <message>
        <source>The label “{0}” of the sound: {1} is “{2}”, {3} is “{4}”.</source>
        <translation>Das Label „{0}“ des Klangs: {1} ist „{2}“, {3} ist „{4}“.</translation>
    </message>
    <message>
        <source>The label “{label}” cannot be used. {reason}</source>
        <translation>Das Label „{label}“ ist nicht verwendbar. {reason}</translation>
    </message>
    <message>
        <source>The label “{label}” does not exist any more.</source>
        <translation>Das Label „{label}“ gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The label “{label}” exists already, and its values are numbers.</source>
        <translation>Das Label „{label}“ gibt es schon, und seine Werte sind Zahlen.</translation>
    </message>
    <message>
        <source>The label “{label}” exists already.</source>
        <translation>Das Label „{label}“ gibt es schon.</translation>
    </message>
    <message>
        <source>The label “{label}” needs a number, not “{text}”.</source>
        <translation>Das Label „{label}“ braucht eine Zahl, nicht „{text}“.</translation>
    </message>
    <message>
        <source>The label “{label}” needs a whole number, not “{text}”.</source>
        <translation>Das Label „{label}“ braucht eine ganze Zahl, nicht „{text}“.</translation>
    </message>
    <message numerus="yes">
        <source>The label “{label}” of %n&#xa0;sounds is removed from the folder’s metadata; the sounds stay. Undo restores it.</source>
        <comment>The label “{label}” of %n&#xa0;sound is removed from the folder’s metadata; the sounds stay. Undo restores it.</comment>
        <translation>
            <numerusform>Das Label „{label}“ von %n&#xa0;Klang wird aus den Metadaten des Ordners entfernt; die Klänge bleiben. „Rückgängig“ stellt es wieder her.</numerusform>
            <numerusform>Das Label „{label}“ von %n&#xa0;Klängen wird aus den Metadaten des Ordners entfernt; die Klänge bleiben. „Rückgängig“ stellt es wieder her.</numerusform>
        </translation>
    </message>
    <message>
        <source>The labels could not be written in “{0}”: {1}.</source>
        <translation>Die Labels konnten in „{0}“ nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>The labels could not be written in “{folder}”: {reason}.</source>
        <translation>Die Labels konnten in „{folder}“ nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The labels could not be written to the disk: these changes are lost.</source>
        <translation>Die Labels konnten nicht auf die Festplatte geschrieben werden: Diese Änderungen gehen verloren.</translation>
    </message>
    <message>
        <source>The labels in metadata/{0} are not whole numbers.</source>
        <translation>Die Labels in metadata/{0} sind keine ganzen Zahlen.</translation>
    </message>
    <message>
        <source>The labels in metadata/{0} go up to {1}, but pitch is 0 to 11.</source>
        <translation>Die Labels in metadata/{0} gehen bis {1}, aber pitch ist 0 bis 11.</translation>
    </message>
    <message numerus="yes">
        <source>The labels {names} cannot be read: the Sounds page says why.</source>
        <comment>The label {names} cannot be read: the Sounds page says why.</comment>
        <translation>
            <numerusform>Das Label {names} ist nicht lesbar: Die Seite Klänge sagt, warum.</numerusform>
            <numerusform>Die Labels {names} sind nicht lesbar: Die Seite Klänge sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last minute can be saved</source>
        <translation>Die letzte Minute ist speicherbar</translation>
    </message>
    <message>
        <source>The learnt channels are silent, while others have sound.</source>
        <translation>Die gelernten Kanäle sind still, während andere Klang haben.</translation>
    </message>
    <message>
        <source>The level of a note: it rises, falls to the level at which it is held, and fades out</source>
        <translation>Der Pegel einer Note: Er steigt, fällt auf den Pegel, bei dem sie gehalten wird, und klingt aus</translation>
    </message>
    <message>
        <source>The library {0} cannot be loaded.</source>
        <translation>Die Bibliothek {0} kann nicht geladen werden.</translation>
    </message>
    <message>
        <source>The library {0} is missing.</source>
        <translation>Die Bibliothek {0} fehlt.</translation>
    </message>
    <message>
        <source>The limiter looks ahead to catch peaks.</source>
        <translation>Der Limiter schaut voraus, um Spitzen abzufangen.</translation>
    </message>
    <message>
        <source>The list of ignored findings cannot be saved in “{0}”: {1}.</source>
        <translation>Die Liste der ignorierten Befunde kann in „{0}“ nicht gesichert werden: {1}.</translation>
    </message>
    <message>
        <source>The list of ignored findings in “{0}” cannot be read: {1}.</source>
        <translation>Die Liste der ignorierten Befunde in „{0}“ ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The list of sounds that are left out of “{0}” cannot be read: {1}.</source>
        <translation>Die Liste der ausgelassenen Klänge von „{0}“ ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>The log is in “{folder}”.</source>
        <translation>Das Protokoll ist in „{folder}“.</translation>
    </message>
    <message>
        <source>The log of the sound engine cannot be opened: {reason}.</source>
        <translation>Das Protokoll der Klangerzeugung kann nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <source>The model has {0} labels; {1} are possible.</source>
        <translation>Das Modell hat {0} Labels; {1} sind möglich.</translation>
    </message>
    <message>
        <source>The name of a class must be one line without tabs.</source>
        <translation>Der Name einer Klasse muss eine Zeile ohne Tabulatoren sein.</translation>
    </message>
    <message>
        <source>The network interface on which OSC listens</source>
        <translation>Die Netzwerkschnittstelle, auf der OSC empfängt</translation>
    </message>
    <message>
        <source>The network of the instrument “{0}” is too large to be played.</source>
        <translation>Das Netz des Instruments „{0}“ ist zu groß, um gespielt zu werden.</translation>
    </message>
    <message>
        <source>The network of “{name}” does not fit its card.</source>
        <translation>Das Netz von „{name}“ passt nicht zu seinem Datenblatt.</translation>
    </message>
    <message>
        <source>The only sounds that are labelled with {0} are held out for validation.</source>
        <translation>Die einzigen Klänge mit dem Label {0} werden zur Prüfung zurückgehalten.</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>Das Original</translation>
    </message>
    <message>
        <source>The output is finite for any input; invalid values count as silence, and the sound recovers after them.</source>
        <translation>Die Ausgabe ist bei jeder Eingabe endlich; ungültige Werte gelten als Stille, und der Klang erholt sich danach.</translation>
    </message>
    <message>
        <source>The pad shows all axes of this instrument.</source>
        <translation>Das Pad zeigt alle Achsen dieses Instruments.</translation>
    </message>
    <message>
        <source>The pad shows {share} of the sounds’ variety</source>
        <translation>Das Pad zeigt {share} der Vielfalt der Klänge</translation>
    </message>
    <message>
        <source>The pad shows {share} of the sounds’ variety · wheel: {axis}</source>
        <translation>Das Pad zeigt {share} der Vielfalt der Klänge · Mausrad: {axis}</translation>
    </message>
    <message>
        <source>The patch cannot be saved in “{folder}”: {reason}.</source>
        <translation>Der Patch kann nicht in „{folder}“ gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>The place on the map of coordinates.</source>
        <translation>Der Ort auf der Karte zu Koordinaten.</translation>
    </message>
    <message>
        <source>The place on the plane of the first two axes of coordinates.</source>
        <translation>Der Ort auf der Ebene der ersten beiden Achsen zu Koordinaten.</translation>
    </message>
    <message>
        <source>The prepared sound of “{0}” in “{1}” can no longer be read.</source>
        <translation>Der vorbereitete Klang von „{0}“ in „{1}“ ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>The prepared sounds could not be saved in “{0}”: {1}.</source>
        <translation>Die vorbereiteten Klänge konnten in „{0}“ nicht gesichert werden: {1}.</translation>
    </message>
    <message>
        <source>The program returns to it when it is back and nothing sounds, or when you refresh the devices.</source>
        <translation>Das Programm kehrt dorthin zurück, wenn er wieder da ist und nichts klingt, oder wenn Sie die Geräte neu suchen.</translation>
    </message>
    <message>
        <source>The project could not be saved as “{file}”: {reason}.</source>
        <translation>Das Projekt konnte nicht als „{file}“ gesichert werden: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>The project has labels for %n of these sounds that are not in the folder.</source>
        <comment>The project has labels for %n of these sounds that are not in the folder.</comment>
        <translation>
            <numerusform>Das Projekt hat Labels für %n dieser Klänge, die im Ordner fehlen.</numerusform>
            <numerusform>Das Projekt hat Labels für %n dieser Klänge, die im Ordner fehlen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The project has labels for %n of these sounds that could not be written into the folder.</source>
        <comment>The project has labels for %n of these sounds that could not be written into the folder.</comment>
        <translation>
            <numerusform>Das Projekt hat Labels für %n dieser Klänge, die nicht in den Ordner geschrieben werden konnten.</numerusform>
            <numerusform>Das Projekt hat Labels für %n dieser Klänge, die nicht in den Ordner geschrieben werden konnten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project “{name}” could not be read: {reason}.</source>
        <translation>Das Projekt „{name}“ konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The public key for new versions is damaged.</source>
        <translation>Der öffentliche Schlüssel für neue Versionen ist beschädigt.</translation>
    </message>
    <message>
        <source>The queue waits</source>
        <translation>Die Warteschlange wartet</translation>
    </message>
    <message>
        <source>The recorder was interrupted, or could not complete the header. All sound in the file is read to its end; other programs may show it as empty.</source>
        <translation>Das Aufnahmegerät wurde unterbrochen oder konnte den Kopf nicht vollenden. Aller Klang der Datei wird bis zum Ende gelesen; andere Programme zeigen sie vielleicht als leer.</translation>
    </message>
    <message>
        <source>The recording {0} was not finished: its header does not say how long it is.</source>
        <translation>Die Aufnahme {0} wurde nicht beendet: Ihr Kopf sagt nicht, wie lang sie ist.</translation>
    </message>
    <message>
        <source>The recording “{file}”</source>
        <translation>Die Aufnahme „{file}“</translation>
    </message>
    <message>
        <source>The recording “{name}” was not found. Open its folder on the Sounds page to hear it.</source>
        <translation>Die Aufnahme „{name}“ wurde nicht gefunden. Öffnen Sie ihren Ordner auf der Seite Klänge, um sie zu hören.</translation>
    </message>
    <message>
        <source>The report is on the clipboard. It has names of files in it: read it before you send it.</source>
        <translation>Der Bericht ist in der Zwischenablage. Er enthält Dateinamen: Lesen Sie ihn, bevor Sie ihn senden.</translation>
    </message>
    <message>
        <source>The results cannot be saved in “{0}”: {1}.</source>
        <translation>Die Ergebnisse können in „{0}“ nicht gesichert werden: {1}.</translation>
    </message>
    <message>
        <source>The run&apos;s folder cannot be written: {0}.</source>
        <translation>In den Ordner des Trainings kann nicht geschrieben werden: {0}.</translation>
    </message>
    <message>
        <source>The run&apos;s folder “{0}” cannot be created: {1}.</source>
        <translation>Der Ordner „{0}“ des Trainings kann nicht angelegt werden: {1}.</translation>
    </message>
    <message>
        <source>The run&apos;s folder “{0}” cannot be written: {1}.</source>
        <translation>In den Ordner „{0}“ des Trainings kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>The shape; beside it, where the axis is set (line), and where it sounds (dot)</source>
        <translation>Die Form; daneben, wo die Achse steht (Linie) und wo sie klingt (Punkt)</translation>
    </message>
    <message>
        <source>The sound appears twice; its first line counts.</source>
        <translation>Der Klang kommt zweimal vor; die erste Zeile zählt.</translation>
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
        <source>The sound engine restarts to find devices.</source>
        <translation>Die Klangerzeugung startet neu, um Geräte zu finden.</translation>
    </message>
    <message>
        <source>The sound from here moves the instrument while live input is on</source>
        <translation>Der Klang von hier bewegt das Instrument, solange der Live-Eingang an ist</translation>
    </message>
    <message>
        <source>The sound has a label, which changes.</source>
        <translation>Der Klang hat ein Label, das wechselt.</translation>
    </message>
    <message>
        <source>The sound has a label.</source>
        <translation>Der Klang hat ein Label.</translation>
    </message>
    <message>
        <source>The sound moves from snapshot {first} to snapshot {second}</source>
        <translation>Der Klang geht von Snapshot {first} zu Snapshot {second}</translation>
    </message>
    <message>
        <source>The sound of the pad is made in frames; a touch waits for the next one.</source>
        <translation>Der Klang des Pads entsteht in Frames; eine Berührung wartet auf den nächsten.</translation>
    </message>
    <message>
        <source>The sound system asks for a block at a time; a touch waits half a block on average.</source>
        <translation>Das Audiosystem fordert je einen Block an; eine Berührung wartet im Mittel einen halben Block.</translation>
    </message>
    <message>
        <source>The sound “{0}” does not exist.</source>
        <translation>Den Klang „{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The sounds could not be copied to “{folder}”: {reason}.</source>
        <translation>Die Klänge konnten nicht nach „{folder}“ kopiert werden: {reason}.</translation>
    </message>
    <message>
        <source>The sounds in “{0}” are too short for phrases.</source>
        <translation>Die Klänge in „{0}“ sind zu kurz für Phrasen.</translation>
    </message>
    <message>
        <source>The sounds that an instrument learns from are listed here.</source>
        <translation>Hier werden die Klänge aufgelistet, aus denen ein Instrument lernt.</translation>
    </message>
    <message>
        <source>The stretch begins at {0} s, inside another; the later one counts there.</source>
        <translation>Der Abschnitt beginnt bei {0} s, in einem anderen; dort zählt der spätere.</translation>
    </message>
    <message>
        <source>The stretch ends at {0} s, before or at its beginning at {1} s.</source>
        <translation>Der Abschnitt endet bei {0} s, vor oder bei seinem Anfang bei {1} s.</translation>
    </message>
    <message>
        <source>The system does not grant you real-time priority (rtprio limit {0}).</source>
        <translation>Das System gewährt Ihnen keine Echtzeit-Priorität (rtprio-Grenze {0}).</translation>
    </message>
    <message>
        <source>The system does not grant you real-time priority, and {0}.</source>
        <translation>Das System gewährt Ihnen keine Echtzeit-Priorität, und {0}.</translation>
    </message>
    <message>
        <source>The system grants real-time priority {0}.</source>
        <translation>Das System gewährt Echtzeit-Priorität {0}.</translation>
    </message>
    <message>
        <source>The tempo follows the clock of a MIDI input, where one sends it.</source>
        <translation>Das Tempo folgt der Clock eines MIDI-Eingangs, wo einer sie sendet.</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>Das Training</translation>
    </message>
    <message>
        <source>The training diverged: its loss is not a number. What was saved before is intact.</source>
        <translation>Das Training divergierte: Sein Verlust ist keine Zahl. Was zuvor gesichert wurde, ist unversehrt.</translation>
    </message>
    <message>
        <source>The training was ended at once.</source>
        <translation>Das Training wurde sofort beendet.</translation>
    </message>
    <message>
        <source>The training “{name}”</source>
        <translation>Das Training „{name}“</translation>
    </message>
    <message>
        <source>The training “{name}”, stopped at {percent}&#xa0;%</source>
        <translation>Das Training „{name}“, angehalten bei {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The weights of the large network are not installed.</source>
        <translation>Die Gewichte des großen Netzes sind nicht installiert.</translation>
    </message>
    <message>
        <source>The window changes its language at the next start.</source>
        <translation>Das Fenster wechselt die Sprache beim nächsten Start.</translation>
    </message>
    <message>
        <source>Their mean is learnt.</source>
        <translation>Ihr Mittelwert wird gelernt.</translation>
    </message>
    <message>
        <source>Their sound is learnt, but not their label; the label&apos;s control then works less well for them.</source>
        <translation>Ihr Klang wird gelernt, ihr Label aber nicht; der Regler des Labels wirkt dann bei ihnen weniger gut.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Then move a {controller}: it will move the control</source>
        <translation>Danach einen {controller} bewegen: Er bewegt dann den Regler</translation>
    </message>
    <message>
        <source>Then, one after the other</source>
        <translation>Danach, eines nach dem anderen</translation>
    </message>
    <message>
        <source>There are already {0} peers; no more can be added.</source>
        <translation>Es gibt schon {0} Gegenstellen; mehr sind nicht möglich.</translation>
    </message>
    <message>
        <source>There are no controllers “{0}”.</source>
        <translation>Es gibt keine Controller „{0}“.</translation>
    </message>
    <message>
        <source>There are no sounds to train on yet</source>
        <translation>Es gibt noch keine Klänge für ein Training</translation>
    </message>
    <message>
        <source>There are too many folders ({0}) to be the classes of “{1}”.</source>
        <translation>Es gibt zu viele Ordner ({0}), um die Klassen von „{1}“ zu sein.</translation>
    </message>
    <message>
        <source>There are {most} labels, the most that a model can have.</source>
        <translation>Es gibt {most} Labels; mehr kann ein Modell nicht haben.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Es gibt: {0}.</translation>
    </message>
    <message>
        <source>There is no MIDI channel {0}.</source>
        <translation>Es gibt keinen MIDI-Kanal {0}.</translation>
    </message>
    <message>
        <source>There is no MIDI controller “{0}”.</source>
        <translation>Es gibt keinen MIDI-Controller „{0}“.</translation>
    </message>
    <message>
        <source>There is no MIDI input “{0}”.</source>
        <translation>Es gibt keinen MIDI-Eingang „{0}“.</translation>
    </message>
    <message>
        <source>There is no audio input on this computer.</source>
        <translation>Dieser Rechner hat keinen Audioeingang.</translation>
    </message>
    <message>
        <source>There is no audio output on this computer.</source>
        <translation>Dieser Rechner hat keinen Audioausgang.</translation>
    </message>
    <message>
        <source>There is no audio {0} “{1}”.</source>
        <translation>Audio ({0}): „{1}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no control “{0}”.</source>
        <translation>Es gibt keinen Regler „{0}“.</translation>
    </message>
    <message>
        <source>There is no gesture to save.</source>
        <translation>Es gibt keine Geste zu sichern.</translation>
    </message>
    <message>
        <source>There is no instrument of this kind yet.</source>
        <translation>Es gibt noch kein Instrument dieser Art.</translation>
    </message>
    <message>
        <source>There is no instrument to export yet</source>
        <translation>Es gibt noch kein Instrument zu exportieren</translation>
    </message>
    <message>
        <source>There is no instrument to play.</source>
        <translation>Es gibt kein Instrument zum Spielen.</translation>
    </message>
    <message>
        <source>There is no instrument to save.</source>
        <translation>Es gibt kein Instrument zum Speichern.</translation>
    </message>
    <message>
        <source>There is no part of a gamepad “{0}”.</source>
        <translation>Ein Gamepad hat keinen Teil „{0}“.</translation>
    </message>
    <message>
        <source>There is no snapshot {0}.</source>
        <translation>Es gibt keinen Snapshot {0}.</translation>
    </message>
    <message>
        <source>There is no sound to save yet.</source>
        <translation>Es gibt noch keinen Klang zu sichern.</translation>
    </message>
    <message>
        <source>There is no sound: no audio output is open.</source>
        <translation>Es klingt nichts: Kein Ausgang ist offen.</translation>
    </message>
    <message>
        <source>There is no such address.</source>
        <translation>Diese Adresse gibt es nicht.</translation>
    </message>
    <message>
        <source>There is nothing at “{0}”.</source>
        <translation>Bei „{0}“ ist nichts.</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>There is only less than a second of sound in all.</source>
        <translation>Insgesamt gibt es weniger als eine Sekunde Klang.</translation>
    </message>
    <message>
        <source>There is only {0} s of sound in all.</source>
        <translation>Insgesamt gibt es nur {0} s Klang.</translation>
    </message>
    <message>
        <source>These come with the program. Yours will be here too, and any file that you open.</source>
        <translation>Diese werden mitgeliefert. Ihre eigenen stehen später auch hier, und jede Datei, die Sie öffnen.</translation>
    </message>
    <message>
        <source>These sounds are copies, in “{folder}”.</source>
        <translation>Diese Klänge sind Kopien, in „{folder}“.</translation>
    </message>
    <message>
        <source>These sounds have no labels yet. With labels an instrument is trained on what you note about each sound, and you choose it while playing: a pitch, a vowel, a kind of bell. Add a label, fill one from the folders’ names, or extract pitch. Sounds without a label are used for training, too.</source>
        <translation>Diese Klänge haben noch keine Labels. Mit Labels lernt ein Instrument, was Sie zu jedem Klang notieren, und beim Spielen wählen Sie es: eine Tonhöhe, einen Vokal, eine Art Glocke. Fügen Sie ein Label hinzu, füllen Sie eines aus den Ordnernamen oder ermitteln Sie die Tonhöhe. Auch mit Klängen ohne Label wird trainiert.</translation>
    </message>
    <message>
        <source>These sounds have no {names}: extract pitch on the Sounds page.</source>
        <translation>Diesen Klängen fehlt {names}: Ermitteln Sie die Tonhöhe auf der Seite Klänge.</translation>
    </message>
    <message>
        <source>These sounds last {sound}; an idle small computer takes about {time}, a busy one several times that. You can go on working meanwhile, and cancel: finished sounds are not analysed again.</source>
        <translation>Diese Klänge dauern {sound}; ein kleiner Computer ohne andere Last braucht etwa {time}, ein ausgelasteter ein Mehrfaches. Sie können währenddessen weiterarbeiten und abbrechen: Fertige Klänge werden nicht erneut analysiert.</translation>
    </message>
    <message>
        <source>They are learnt as different classes, and appear under the same name.</source>
        <translation>Sie werden als verschiedene Klassen gelernt und erscheinen unter demselben Namen.</translation>
    </message>
    <message>
        <source>They are read once, and cut into moments of a twentieth of a second.</source>
        <translation>Sie werden einmal gelesen und in Momente von einer Zwanzigstelsekunde geschnitten.</translation>
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
        <source>This computer has no “{0}” device.</source>
        <translation>Dieser Rechner hat kein Gerät „{0}“.</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Nur dieser Computer</translation>
    </message>
    <message>
        <source>This does no harm: sounds are learnt in mono. The files are larger than necessary.</source>
        <translation>Das schadet nicht: Klänge werden mono gelernt. Die Dateien sind größer als nötig.</translation>
    </message>
    <message>
        <source>This has happened before. Press Play to start it again. Details are in “{log}”.</source>
        <translation>Das ist schon einmal geschehen. Drücken Sie auf Wiedergabe, um sie neu zu starten. Einzelheiten stehen in „{log}“.</translation>
    </message>
    <message>
        <source>This instrument has no map; newly trained instruments have one</source>
        <translation>Dieses Instrument hat keine Karte; neu trainierte Instrumente haben eine</translation>
    </message>
    <message>
        <source>This instrument has no pitch control: every key plays the sound of the pad.</source>
        <translation>Dieses Instrument hat keinen Regler für die Tonhöhe: Jede Taste spielt den Klang des Pads.</translation>
    </message>
    <message>
        <source>This instrument was made by a newer version (format {0}).</source>
        <translation>Dieses Instrument stammt aus einer neueren Version (Format {0}).</translation>
    </message>
    <message>
        <source>This is a bug in the program.</source>
        <translation>Das ist ein Fehler im Programm.</translation>
    </message>
    <message>
        <source>This is vschaos player</source>
        <translation>Dies ist vschaos player</translation>
    </message>
    <message>
        <source>This is “{copy}” now, a copy of “{name}”, which stays as it was.</source>
        <translation>Dies ist jetzt „{copy}“, eine Kopie von „{name}“, das bleibt, wie es war.</translation>
    </message>
    <message>
        <source>This page writes a file for the object nn~, with patches. Or let a patch steer the studio by OSC: Play, Setup. F1 explains whatever you are at.</source>
        <translation>Diese Seite schreibt eine Datei für das Objekt nn~, mit Patches. Oder lassen Sie einen Patch das Studio über OSC steuern: „Spielen“, „Setup“. F1 erklärt, wo Sie gerade sind.</translation>
    </message>
    <message>
        <source>This program could not start another thread.</source>
        <translation>Dieses Programm konnte keinen weiteren Thread starten.</translation>
    </message>
    <message>
        <source>This program may use {0} MB of memory (ulimit -v), but needs {1} MB to start.</source>
        <translation>Dieses Programm darf {0} MB Speicher verwenden (ulimit -v), braucht zum Start aber {1} MB.</translation>
    </message>
    <message>
        <source>This project is new: nothing was done in it yet.</source>
        <translation>Dieses Projekt ist neu: Darin wurde noch nichts getan.</translation>
    </message>
    <message>
        <source>This system has no real-time priority ({0}).</source>
        <translation>Dieses System hat keine Echtzeit-Priorität ({0}).</translation>
    </message>
    <message>
        <source>This training has no sounds to listen to.</source>
        <translation>Dieses Training hat keine Klänge zum Anhören.</translation>
    </message>
    <message>
        <source>Tick some of them on the Sounds page, or remove {0} from the folder.</source>
        <translation>Haken Sie einige auf der Seite „Klänge“ an, oder entfernen Sie {0} aus dem Ordner.</translation>
    </message>
    <message>
        <source>Tick them on the Sounds page to use them.</source>
        <translation>Haken Sie sie auf der Seite „Klänge“ an, um sie zu verwenden.</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Straff</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Time that the sound takes to follow the pad and the axes.</source>
        <translation>Zeit, in der der Klang dem Pad und den Achsen folgt.</translation>
    </message>
    <message>
        <source>Titles of the map’s two directions, in the same way, as “x noisier”.</source>
        <translation>Titel der beiden Richtungen der Karte, ebenso, als „x noisier“.</translation>
    </message>
    <message>
        <source>To play with a phone: choose a control, press Assign, and move a fader of its app.</source>
        <translation>Zum Spielen mit dem Telefon: einen Regler wählen, „Zuweisen“ drücken und in der App einen Fader bewegen.</translation>
    </message>
    <message>
        <source>To the right, the sound becomes {word}.</source>
        <translation>Nach rechts wird der Klang {word}.</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Zum Start</translation>
    </message>
    <message>
        <source>To what was shown before (Alt+←)</source>
        <translation>Zu dem, was vorher gezeigt wurde (Alt+←)</translation>
    </message>
    <message>
        <source>Too early for a trend.</source>
        <translation>Zu früh für eine Tendenz.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Zu viele offene Dateien</translation>
    </message>
    <message>
        <source>Touch the pad</source>
        <translation>Das Pad berühren</translation>
    </message>
    <message>
        <source>Touchpad, pressed</source>
        <translation>Touchpad, gedrückt</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Train</source>
        <comment>title of a page</comment>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train an instrument on the sounds</source>
        <translation>Ein Instrument mit den Klängen trainieren</translation>
    </message>
    <message>
        <source>Train an instrument on these sounds  →</source>
        <translation>Damit ein Instrument trainieren  →</translation>
    </message>
    <message>
        <source>Train another…</source>
        <translation>Weiteres trainieren&#xa0;…</translation>
    </message>
    <message>
        <source>Train for a while first, or choose another folder.</source>
        <translation>Trainieren Sie zuerst eine Weile, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Train it next</source>
        <translation>Danach trainieren</translation>
    </message>
    <message>
        <source>Train next…</source>
        <translation>Danach trainieren&#xa0;…</translation>
    </message>
    <message>
        <source>Train one on a folder of your sounds, or drop {suffix} files on this window.</source>
        <translation>Trainieren Sie eines mit einem Ordner Ihrer Klänge, oder ziehen Sie {suffix}-Dateien auf dieses Fenster.</translation>
    </message>
    <message>
        <source>Train the instrument with a hop of that kind.</source>
        <translation>Trainieren Sie das Instrument mit einem solchen Hop.</translation>
    </message>
    <message>
        <source>Train: switch between the original and the instrument</source>
        <translation>Training: zwischen Original und Instrument wechseln</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message numerus="yes">
        <source>Trained on %n sounds, {minutes} min</source>
        <comment>Trained on %n sound, {minutes} min</comment>
        <translation>
            <numerusform>Trainiert mit %n Klang, {minutes} min</numerusform>
            <numerusform>Trainiert mit %n Klängen, {minutes} min</numerusform>
        </translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training minutes</source>
        <translation>Trainingsminuten</translation>
    </message>
    <message numerus="yes">
        <source>Training on %n&#xa0;sounds ({time})</source>
        <comment>Training on %n&#xa0;sound ({time})</comment>
        <translation>
            <numerusform>Training mit %n&#xa0;Klang ({time})</numerusform>
            <numerusform>Training mit %n&#xa0;Klängen ({time})</numerusform>
        </translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Trainingsdauer</translation>
    </message>
    <message>
        <source>Training “{name}”</source>
        <translation>Training „{name}“</translation>
    </message>
    <message>
        <source>Training “{name}”, {percent}&#xa0;%</source>
        <translation>Training „{name}“, {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Training “{name}”…</source>
        <translation>Training „{name}“ …</translation>
    </message>
    <message>
        <source>Trainings folder</source>
        <translation>Ordner der Trainings</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Trim the beginning and the end.</source>
        <translation>Schneiden Sie Anfang und Ende ab.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Try again to write the labels to the folder</source>
        <translation>Noch einmal versuchen, die Labels in den Ordner zu schreiben</translation>
    </message>
    <message>
        <source>Try it again later, or check the address.</source>
        <translation>Versuchen Sie es später noch einmal, oder prüfen Sie die Adresse.</translation>
    </message>
    <message numerus="yes">
        <source>Try with %n sounds that come with the program</source>
        <comment>Try with %n sound that comes with the program</comment>
        <translation>
            <numerusform>Mit %n mitgelieferten Klang versuchen</numerusform>
            <numerusform>Mit %n mitgelieferten Klängen versuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>Tunings</source>
        <translation>Stimmungen</translation>
    </message>
    <message>
        <source>Turn the volume down first: coordinates far from the training sounds can be loud.</source>
        <translation>Drehen Sie zuerst die Lautstärke herunter: Koordinaten fern von den Trainingsklängen können laut sein.</translation>
    </message>
    <message>
        <source>Turning “{0}” into a module for nn~.</source>
        <translation>Aus „{0}“ wird ein Modul für nn~.</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Two sounds side by side: 0 is A, 1 is B; each keeps its changes.</source>
        <translation>Zwei Klänge nebeneinander: 0 ist A, 1 ist B; jeder behält seine Änderungen.</translation>
    </message>
    <message>
        <source>Type a number: 0, 1, 2 …</source>
        <translation>Geben Sie eine Zahl ein: 0, 1, 2 …</translation>
    </message>
    <message>
        <source>Type a whole number, or a class.</source>
        <translation>Geben Sie eine ganze Zahl oder eine Klasse ein.</translation>
    </message>
    <message>
        <source>Type one of its classes.</source>
        <translation>Geben Sie eine seiner Klassen ein.</translation>
    </message>
    <message>
        <source>Type one of {names}, or 0 to 11.</source>
        <translation>Geben Sie eine von {names} oder 0 bis 11 ein.</translation>
    </message>
    <message>
        <source>Type one, such as 0.5.</source>
        <translation>Geben Sie eine ein, etwa 0,5.</translation>
    </message>
    <message>
        <source>UDP port that changes are sent to.</source>
        <translation>UDP-Port, an den Änderungen gesendet werden.</translation>
    </message>
    <message>
        <source>UDP port that the studio listens on.</source>
        <translation>UDP-Port, auf dem das Studio hört.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo takes it back; the files stay as they are</source>
        <translation>„Rückgängig“ nimmt es zurück; die Dateien bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Undo: {change} ({keys})</source>
        <translation>Rückgängig: {change} ({keys})</translation>
    </message>
    <message>
        <source>Undo: {title} (Ctrl+Z)</source>
        <translation>Rückgängig: {title} (Strg+Z)</translation>
    </message>
    <message>
        <source>Unreadable labels count as unlabelled.</source>
        <translation>Unlesbare Labels zählen als keine.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>Update vschaos studio to open it.</source>
        <translation>Aktualisieren Sie vschaos studio, um es zu öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>Use %n&#xa0;sounds again</source>
        <comment>Use %n&#xa0;sound again</comment>
        <translation>
            <numerusform>%n&#xa0;Klang wieder verwenden</numerusform>
            <numerusform>%n&#xa0;Klänge wieder verwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>Use .wav or .flac.</source>
        <translation>Verwenden Sie .wav oder .flac.</translation>
    </message>
    <message>
        <source>Use a name with letters.</source>
        <translation>Verwenden Sie einen Namen mit Buchstaben.</translation>
    </message>
    <message>
        <source>Use device auto or cpu.</source>
        <translation>Verwenden Sie das Gerät auto oder cpu.</translation>
    </message>
    <message>
        <source>Use fewer classes, or a number instead of classes.</source>
        <translation>Verwenden Sie weniger Klassen, oder eine Zahl statt Klassen.</translation>
    </message>
    <message>
        <source>Use letters without accents, digits, - and _.</source>
        <translation>Verwenden Sie Buchstaben ohne Akzente und Umlaute, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>Use longer sounds, or join several into one file.</source>
        <translation>Verwenden Sie längere Klänge, oder fügen Sie mehrere zu einer Datei zusammen.</translation>
    </message>
    <message>
        <source>Use of the label {name}</source>
        <translation>Verwendung des Labels {name}</translation>
    </message>
    <message>
        <source>Use recordings in 44100 Hz or more, if there are any; resampling these does not bring the treble back.</source>
        <translation>Verwenden Sie Aufnahmen in 44100 Hz oder mehr, falls es welche gibt; Umrechnen bringt die Höhen nicht zurück.</translation>
    </message>
    <message>
        <source>Use the original recordings, if there are any; otherwise leave it.</source>
        <translation>Verwenden Sie die ursprünglichen Aufnahmen, falls es sie gibt; sonst lassen Sie es so.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Version {version} of {date} is available.</source>
        <translation>Version {version} vom {date} ist verfügbar.</translation>
    </message>
    <message>
        <source>Vertical position on the pad: latent coordinate 2.</source>
        <translation>Senkrechte Lage auf dem Pad: latente Koordinate 2.</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>WAV, AIFF, FLAC, OGG, MP3, M4A, the sound of films, and more;
any sample rate, any number of channels, with subfolders.</source>
        <translation>WAV, AIFF, FLAC, OGG, MP3, M4A, der Ton von Filmen und mehr;
jede Abtastrate, beliebig viele Kanäle, mit Unterordnern.</translation>
    </message>
    <message>
        <source>Wait until the extraction ends, or cancel it.</source>
        <translation>Warten Sie, bis sie fertig ist, oder brechen Sie ab.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>Waveform of the selected sound</source>
        <translation>Wellenform des gewählten Klangs</translation>
    </message>
    <message>
        <source>What do you want to note about each sound? An instrument can be trained on it, so that you choose it.</source>
        <translation>Was möchten Sie zu jedem Klang notieren? Ein Instrument kann es lernen, sodass Sie es wählen können.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>What is exported in this project is listed here.</source>
        <translation>Was in diesem Projekt exportiert wird, ist hier aufgeführt.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was neu ist</translation>
    </message>
    <message>
        <source>What is new…</source>
        <translation>Was neu ist …</translation>
    </message>
    <message>
        <source>What plays the instrument: keys play notes, controllers move what they are assigned to</source>
        <translation>Was das Instrument spielt: Tasten spielen Noten, Controller bewegen, was ihnen zugewiesen ist</translation>
    </message>
    <message>
        <source>What the address for new versions sends is not an announcement of a version. It was not used.</source>
        <translation>Was die Adresse für neue Versionen sendet, ist keine Ankündigung einer Version. Es wurde nicht benutzt.</translation>
    </message>
    <message>
        <source>What the colours of the points show</source>
        <translation>Was die Farben der Punkte zeigen</translation>
    </message>
    <message>
        <source>What the instrument and its file are called</source>
        <translation>Wie das Instrument und seine Datei heißen</translation>
    </message>
    <message>
        <source>What the instrument makes of the same sound ({key} switches)</source>
        <translation>Was das Instrument aus demselben Klang macht ({key} schaltet um)</translation>
    </message>
    <message>
        <source>What the sound system reports for itself and its device.</source>
        <translation>Was das Audiosystem für sich und sein Gerät angibt.</translation>
    </message>
    <message>
        <source>What was heard in the last seconds: low sounds at the foot, high ones above, loud ones bright</source>
        <translation>Was in den letzten Sekunden zu hören war: tiefe Klänge unten, hohe oben, laute hell</translation>
    </message>
    <message>
        <source>What was heard in the last seconds: low sounds at the foot, the newest on the right</source>
        <translation>Was in den letzten Sekunden zu hören war: tiefe Klänge unten, die neuesten rechts</translation>
    </message>
    <message>
        <source>What was saved before can be played.</source>
        <translation>Was zuvor gespeichert wurde, ist spielbar.</translation>
    </message>
    <message>
        <source>What was saved until then is kept.</source>
        <translation>Was bis dahin gesichert war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>When it is back, quit and start this program again.</source>
        <translation>Wenn es wieder da ist, beenden Sie dieses Programm, und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Where instruments are trained</source>
        <translation>Wo Instrumente trainiert werden</translation>
    </message>
    <message>
        <source>Where is “{folder}” now?</source>
        <translation>Wo ist „{folder}“ jetzt?</translation>
    </message>
    <message>
        <source>Where new versions are announced is not set up.</source>
        <translation>Wo neue Versionen angekündigt werden, ist nicht eingestellt.</translation>
    </message>
    <message>
        <source>Where the phase comes from; forward alone has an input, whose coordinates then neither stray nor glide.</source>
        <translation>Woher die Phase kommt; nur forward hat einen Eingang, und dessen Koordinaten weichen weder ab noch gleiten sie.</translation>
    </message>
    <message>
        <source>Where the point sounds while automation moves it.</source>
        <translation>Wo der Punkt klingt, während Automation ihn bewegt.</translation>
    </message>
    <message>
        <source>Where the sound goes</source>
        <translation>Wohin der Klang geht</translation>
    </message>
    <message>
        <source>Which instruments are shown</source>
        <translation>Welche Instrumente gezeigt werden</translation>
    </message>
    <message>
        <source>Which label to remove is not clear.</source>
        <translation>Es ist nicht klar, welches Label entfernt werden soll.</translation>
    </message>
    <message>
        <source>Which sounds are left out cannot be saved in “{0}”: {1}.</source>
        <translation>Welche Klänge ausgelassen sind, kann in „{0}“ nicht gesichert werden: {1}.</translation>
    </message>
    <message>
        <source>Which sounds are shown</source>
        <translation>Welche Klänge gezeigt werden</translation>
    </message>
    <message>
        <source>While the gesture plays, what you move replaces what was recorded.</source>
        <translation>Während die Geste spielt, ersetzt, was Sie bewegen, das Aufgenommene.</translation>
    </message>
    <message>
        <source>Who may play over OSC</source>
        <translation>Wer über OSC spielen darf</translation>
    </message>
    <message>
        <source>Whole beats</source>
        <translation>Ganze Schläge</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Windows does not give the engine priority (error {0}).</source>
        <translation>Windows gibt der Klangerzeugung keine Priorität (Fehler {0}).</translation>
    </message>
    <message>
        <source>Windows gives the engine priority over ordinary programs.</source>
        <translation>Windows gibt der Klangerzeugung Vorrang vor gewöhnlichen Programmen.</translation>
    </message>
    <message>
        <source>With more latency, fewer gaps are heard, and each touch later. A JACK server decides for itself.</source>
        <translation>Mit mehr Latenz hört man weniger Aussetzer, und jede Berührung später. Ein JACK-Server entscheidet selbst.</translation>
    </message>
    <message>
        <source>Words of yours, which the search finds; kept on this computer, not in the file</source>
        <translation>Ihre eigenen Wörter, die die Suche findet; auf diesem Computer gespeichert, nicht in der Datei</translation>
    </message>
    <message>
        <source>Write a decimal point: {0}.</source>
        <translation>Schreiben Sie einen Dezimalpunkt: {0}.</translation>
    </message>
    <message>
        <source>Write a number, none, or list the name in classes.txt.</source>
        <translation>Schreiben Sie eine Zahl oder none, oder nehmen Sie den Namen in classes.txt auf.</translation>
    </message>
    <message>
        <source>Write a number, or none for unlabelled.</source>
        <translation>Schreiben Sie eine Zahl, oder none für kein Label.</translation>
    </message>
    <message>
        <source>Write data/SOUND, a tab and the value, or none for unlabelled.</source>
        <translation>Schreiben Sie data/KLANG, einen Tabulator und den Wert, oder none für kein Label.</translation>
    </message>
    <message>
        <source>Write its number and a tab before it.</source>
        <translation>Schreiben Sie ihre Nummer und einen Tabulator davor.</translation>
    </message>
    <message>
        <source>Write metadata/{0}/metadata.txt, or choose a configuration that does not need it; where subfolders are the classes, set data.dataset.metadata_callbacks.{1}.name=read_folder_names.</source>
        <translation>Schreiben Sie metadata/{0}/metadata.txt, oder wählen Sie eine Konfiguration, die es nicht braucht; sind Unterordner die Klassen, setzen Sie data.dataset.metadata_callbacks.{1}.name=read_folder_names.</translation>
    </message>
    <message>
        <source>Write seconds with decimal points, for example 0.5,1.25.</source>
        <translation>Schreiben Sie Sekunden mit Dezimalpunkt, zum Beispiel 0.5,1.25.</translation>
    </message>
    <message>
        <source>Write the earlier time first.</source>
        <translation>Schreiben Sie die frühere Zeit zuerst.</translation>
    </message>
    <message>
        <source>Write the line “@audio - rtprio 95” into /etc/security/limits.d/95-audio.conf, join the group with “sudo usermod -aG audio $USER”, and log in again.</source>
        <translation>Schreiben Sie die Zeile „@audio - rtprio 95“ in /etc/security/limits.d/95-audio.conf, treten Sie mit „sudo usermod -aG audio $USER“ der Gruppe bei, und melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>Write to another folder</source>
        <translation>In einen anderen Ordner schreiben</translation>
    </message>
    <message>
        <source>Write values into metadata/{0}/metadata.txt, or choose a configuration without {1}.</source>
        <translation>Schreiben Sie Werte in metadata/{0}/metadata.txt, oder wählen Sie eine Konfiguration ohne {1}.</translation>
    </message>
    <message>
        <source>Writing “{0}”.</source>
        <translation>„{0}“ wird geschrieben.</translation>
    </message>
    <message>
        <source>Written on the card of the export, for those who play it</source>
        <translation>Steht auf der Karte des Exports, für alle, die ihn spielen</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>You can go on working. The report below helps to find and fix it.</source>
        <translation>Sie können weiterarbeiten. Der Bericht unten hilft, den Fehler zu finden und zu beheben.</translation>
    </message>
    <message>
        <source>You can play during the training.</source>
        <translation>Sie können während des Trainings spielen.</translation>
    </message>
    <message>
        <source>You can start the queue at the next start.</source>
        <translation>Sie können die Warteschlange beim nächsten Start starten.</translation>
    </message>
    <message>
        <source>You have left it out. Tick it in the table to use it again.</source>
        <translation>Sie haben ihn ausgelassen. Haken Sie ihn in der Tabelle an, um ihn wieder zu verwenden.</translation>
    </message>
    <message>
        <source>You have no permission to open the folder “{0}”.</source>
        <translation>Sie dürfen den Ordner „{0}“ nicht öffnen.</translation>
    </message>
    <message>
        <source>You have the newest version, {version}.</source>
        <translation>Sie haben die neueste Version, {version}.</translation>
    </message>
    <message>
        <source>You have version {version}.</source>
        <translation>Sie haben Version {version}.</translation>
    </message>
    <message>
        <source>You see how close it comes, and hear it.</source>
        <translation>Sie sehen, wie nah es kommt, und hören es.</translation>
    </message>
    <message>
        <source>You started version {other}, but version {own} is open.</source>
        <translation>Sie haben Version {other} gestartet, aber Version {own} ist geöffnet.</translation>
    </message>
    <message>
        <source>Your files are not changed.</source>
        <translation>Ihre Dateien werden nicht verändert.</translation>
    </message>
    <message numerus="yes">
        <source>Your labels {names} become controls of the instrument, unless you choose otherwise.</source>
        <comment>Your label {names} becomes a control of the instrument, unless you choose otherwise.</comment>
        <translation>
            <numerusform>Ihr Label {names} wird ein Regler des Instruments, wenn Sie nichts anderes wählen.</numerusform>
            <numerusform>Ihre Labels {names} werden Regler des Instruments, wenn Sie nichts anderes wählen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your settings could not be saved in “{folder}”: {reason}.</source>
        <translation>Ihre Einstellungen konnten nicht in „{folder}“ gespeichert werden: {reason}.</translation>
    </message>
    <message>
        <source>Your version, {own}, is newer than the one announced.</source>
        <translation>Ihre Version, {own}, ist neuer als die angekündigte.</translation>
    </message>
    <message>
        <source>Your work goes on in “{copy}”, beside it. Nothing was lost.</source>
        <translation>Ihre Arbeit geht daneben in „{copy}“ weiter. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>Yours</source>
        <comment>instruments</comment>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>a card: inlets, attributes, latency, licence</source>
        <translation>ein Datenblatt: Inlets, Attribute, Latenz, Lizenz</translation>
    </message>
    <message>
        <source>a few minutes</source>
        <translation>einige Minuten</translation>
    </message>
    <message>
        <source>a number, or a name</source>
        <translation>eine Zahl oder ein Name</translation>
    </message>
    <message>
        <source>a number, such as 0.5</source>
        <translation>eine Zahl, etwa 0,5</translation>
    </message>
    <message>
        <source>a part of it is missing or damaged: {part}.</source>
        <translation>Ein Teil davon fehlt oder ist beschädigt: {part}.</translation>
    </message>
    <message>
        <source>a quantity</source>
        <translation>eine Größe</translation>
    </message>
    <message>
        <source>a sketch</source>
        <translation>eine Skizze</translation>
    </message>
    <message numerus="yes">
        <source>about %n hours</source>
        <comment>about %n hour</comment>
        <translation>
            <numerusform>etwa %n&#xa0;h</numerusform>
            <numerusform>etwa %n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <comment>about %n minute</comment>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>about 1&#xa0;h</source>
        <translation>etwa 1&#xa0;h</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>etwa 1&#xa0;min</translation>
    </message>
    <message>
        <source>about {hours} hours</source>
        <translation>etwa {hours}&#xa0;h</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} min</translation>
    </message>
    <message numerus="yes">
        <source>all %n&#xa0;steps</source>
        <comment>all %n&#xa0;step</comment>
        <translation>
            <numerusform>der eine Schritt</numerusform>
            <numerusform>alle %n&#xa0;Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>always {value}</source>
        <translation>immer {value}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>and %n more</comment>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n&#xa0;more sounds</source>
        <comment>and %n&#xa0;more sound</comment>
        <translation>
            <numerusform>und %n&#xa0;weiterer Klang</numerusform>
            <numerusform>und %n&#xa0;weitere Klänge</numerusform>
        </translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>as most of these sounds are short strokes</source>
        <translation>da die meisten dieser Klänge kurze Schläge sind</translation>
    </message>
    <message>
        <source>as most of these sounds have pitch and octave</source>
        <translation>da die meisten dieser Klänge pitch und octave haben</translation>
    </message>
    <message>
        <source>as most of this sound is low and sustained</source>
        <translation>da diese Klänge meist tief und anhaltend sind</translation>
    </message>
    <message>
        <source>as the program was delivered</source>
        <translation>wie das Programm ausgeliefert wurde</translation>
    </message>
    <message>
        <source>as there is much to learn: {time}</source>
        <translation>da es viel zu lernen gibt: {time}</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>at least {ms} ms</source>
        <translation>mindestens {ms} ms</translation>
    </message>
    <message>
        <source>at step {step} · the key {key} switches</source>
        <translation>bei Schritt {step} · die Taste {key} schaltet um</translation>
    </message>
    <message>
        <source>attack</source>
        <translation>Attack</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>axis {axis}</source>
        <translation>Achse {axis}</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>Schläge</translation>
    </message>
    <message>
        <source>bell, drum, gong – or type them in the table later</source>
        <translation>Glocke, Trommel, Gong – oder später in der Tabelle tippen</translation>
    </message>
    <message>
        <source>below gate</source>
        <translation>unter Gate</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>Pitch-Bend</translation>
    </message>
    <message>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>breathy</source>
        <translation>hauchig</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>brighter</source>
        <translation>heller</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>brownian</source>
        <translation>brownsch</translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation>von {author}</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>klar</translation>
    </message>
    <message>
        <source>clearer</source>
        <translation>klarer</translation>
    </message>
    <message>
        <source>click a key, arrow keys, page up and down</source>
        <translation>Klick auf eine Taste, Pfeiltasten, Bild auf und ab</translation>
    </message>
    <message>
        <source>close</source>
        <translation>nah</translation>
    </message>
    <message>
        <source>comes in from</source>
        <translation>kommt an von</translation>
    </message>
    <message>
        <source>continues</source>
        <translation>wird fortgesetzt</translation>
    </message>
    <message>
        <source>controller</source>
        <translation>Controller</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>dB, lower is better</source>
        <translation>dB, weniger ist besser</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>darker</source>
        <translation>dunkler</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>Decay</translation>
    </message>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>Divergenz</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>ziehen</translation>
    </message>
    <message>
        <source>drag from one number to the other</source>
        <translation>von einer Nummer zur anderen ziehen</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>even</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>fade to half</source>
        <translation>halb geblendet</translation>
    </message>
    <message>
        <source>fader</source>
        <translation>Fader</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>file</source>
        <comment>what the colours show</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>follow a sound</source>
        <translation>einem Klang folgen</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>Einfrieren</translation>
    </message>
    <message>
        <source>from</source>
        <comment>range</comment>
        <translation>von</translation>
    </message>
    <message>
        <source>from a place to coordinates</source>
        <translation>von einem Ort zu Koordinaten</translation>
    </message>
    <message>
        <source>from coordinates to a place</source>
        <translation>von Koordinaten zu einem Ort</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>Verstärkung</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>Gate</translation>
    </message>
    <message>
        <source>gesture clear</source>
        <translation>Geste: löschen</translation>
    </message>
    <message>
        <source>gesture in whole beats</source>
        <translation>Geste in ganzen Schlägen</translation>
    </message>
    <message>
        <source>gesture loop</source>
        <translation>Geste: Schleife</translation>
    </message>
    <message>
        <source>gesture overdub</source>
        <translation>Geste: Overdub</translation>
    </message>
    <message>
        <source>gesture play</source>
        <translation>Geste: abspielen</translation>
    </message>
    <message>
        <source>gesture record</source>
        <translation>Geste: aufnehmen</translation>
    </message>
    <message>
        <source>gesture speed</source>
        <translation>Geste: Tempo</translation>
    </message>
    <message>
        <source>gesture undo</source>
        <translation>Geste: rückgängig</translation>
    </message>
    <message>
        <source>glide</source>
        <translation>Gleiten</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>Gradient</translation>
    </message>
    <message>
        <source>hard to tell apart</source>
        <translation>kaum zu unterscheiden</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>höher</translation>
    </message>
    <message>
        <source>in</source>
        <comment>inlets</comment>
        <translation>ein</translation>
    </message>
    <message>
        <source>in</source>
        <comment>port</comment>
        <translation>ein</translation>
    </message>
    <message>
        <source>in</source>
        <comment>message</comment>
        <translation>ein</translation>
    </message>
    <message>
        <source>in ms</source>
        <translation>in ms</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>Eingang: Gate</translation>
    </message>
    <message>
        <source>input mix</source>
        <translation>Eingang: Mischung</translation>
    </message>
    <message>
        <source>input phase</source>
        <translation>Eingang: Phase</translation>
    </message>
    <message>
        <source>input scale axis {axis}</source>
        <translation>Eingang: Skalierung Achse {axis}</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingänge</translation>
    </message>
    <message>
        <source>it takes too long</source>
        <translation>es dauert zu lange</translation>
    </message>
    <message>
        <source>its window cannot be opened.</source>
        <translation>Das Fenster kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>keep input phase</source>
        <translation>Eingangsphase halten</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>latente Punkte</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>unter 1&#xa0;min</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>life</source>
        <translation>Leben</translation>
    </message>
    <message>
        <source>limiter</source>
        <translation>Limiter</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>lissajous</source>
        <translation>Lissajous</translation>
    </message>
    <message>
        <source>louder</source>
        <translation>lauter</translation>
    </message>
    <message>
        <source>loudness</source>
        <translation>Lautheit</translation>
    </message>
    <message>
        <source>low</source>
        <translation>tief</translation>
    </message>
    <message>
        <source>low to high</source>
        <translation>tief bis hoch</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>tiefer</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>Mix</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>motion axis {axis} beats</source>
        <translation>Bewegung Achse {axis}, Schläge</translation>
    </message>
    <message>
        <source>motion axis {axis} depth</source>
        <translation>Bewegung Achse {axis}: Tiefe</translation>
    </message>
    <message>
        <source>motion axis {axis} rate</source>
        <translation>Bewegung Achse {axis}: Tempo</translation>
    </message>
    <message>
        <source>motion axis {axis} shape</source>
        <translation>Bewegung Achse {axis}: Form</translation>
    </message>
    <message>
        <source>mouse wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>my instrument</source>
        <translation>mein Instrument</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>next frame</source>
        <translation>Folgeframe</translation>
    </message>
    <message>
        <source>nn~ cannot use this instrument</source>
        <translation>nn~ kann dieses Instrument nicht verwenden</translation>
    </message>
    <message>
        <source>no dropouts</source>
        <translation>keine Aussetzer</translation>
    </message>
    <message>
        <source>no gesture</source>
        <translation>keine Geste</translation>
    </message>
    <message>
        <source>no screen was found.</source>
        <translation>Es wurde kein Bildschirm gefunden.</translation>
    </message>
    <message>
        <source>no temporary file can be written.</source>
        <translation>Es kann keine temporäre Datei geschrieben werden.</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>noisier</source>
        <translation>rauschiger</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>rauschig</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>hört nicht</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>of “{instrument}” · is not there any more: it was moved, renamed or deleted</source>
        <translation>von „{instrument}“ · ist nicht mehr da: verschoben, umbenannt oder gelöscht</translation>
    </message>
    <message>
        <source>of “{instrument}” · was interrupted</source>
        <translation>von „{instrument}“ · wurde unterbrochen</translation>
    </message>
    <message>
        <source>of “{instrument}” · {day}</source>
        <translation>von „{instrument}“ · {day}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message numerus="yes">
        <source>on all %n&#xa0;sounds</source>
        <comment>on all %n&#xa0;sound</comment>
        <translation>
            <numerusform>bei %n&#xa0;Klang</numerusform>
            <numerusform>bei allen %n&#xa0;Klängen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on {labelled} of %n&#xa0;sounds</source>
        <comment>on {labelled} of %n&#xa0;sound</comment>
        <translation>
            <numerusform>bei {labelled} von %n&#xa0;Klang</numerusform>
            <numerusform>bei {labelled} von %n&#xa0;Klängen</numerusform>
        </translation>
    </message>
    <message>
        <source>out</source>
        <comment>outlets</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>out</source>
        <comment>port</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>out</source>
        <comment>message</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgänge</translation>
    </message>
    <message>
        <source>pad</source>
        <translation>Pad</translation>
    </message>
    <message>
        <source>pad, across</source>
        <translation>Pad, waagerecht</translation>
    </message>
    <message>
        <source>pad, up</source>
        <translation>Pad, senkrecht</translation>
    </message>
    <message>
        <source>panic</source>
        <translation>Panik</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Bahn</translation>
    </message>
    <message>
        <source>path beats</source>
        <translation>Bahn, Schläge</translation>
    </message>
    <message>
        <source>path rate</source>
        <translation>Bahn: Tempo</translation>
    </message>
    <message>
        <source>path seed</source>
        <translation>Bahn: Zufallszahl</translation>
    </message>
    <message>
        <source>path size</source>
        <translation>Bahn: Größe</translation>
    </message>
    <message>
        <source>pen or finger</source>
        <translation>Stift oder Finger</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>Tonhöhe</translation>
    </message>
    <message>
        <source>play</source>
        <translation>Spielen</translation>
    </message>
    <message>
        <source>play a sound through it</source>
        <translation>einen Klang hindurchspielen</translation>
    </message>
    <message>
        <source>play coordinates</source>
        <translation>Koordinaten spielen</translation>
    </message>
    <message>
        <source>play the map</source>
        <translation>die Karte spielen</translation>
    </message>
    <message>
        <source>play the pad</source>
        <translation>das Pad spielen</translation>
    </message>
    <message>
        <source>port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>quieter</source>
        <translation>leiser</translation>
    </message>
    <message>
        <source>random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>recognisable</source>
        <translation>erkennbar</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>Rekonstruktion</translation>
    </message>
    <message>
        <source>release</source>
        <translation>Release</translation>
    </message>
    <message>
        <source>resampling</source>
        <translation>Resampling</translation>
    </message>
    <message>
        <source>saw</source>
        <translation>Sägezahn</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>sends to {address} · asked for it</source>
        <translation>sendet an {address} · hat darum gebeten</translation>
    </message>
    <message>
        <source>sends to {address} · no program listens there</source>
        <translation>sendet an {address} · kein Empfänger</translation>
    </message>
    <message>
        <source>sends to {address} · the port out</source>
        <translation>sendet an {address} · der Ausgangsport</translation>
    </message>
    <message>
        <source>sent: {arguments}</source>
        <translation>gesendet: {arguments}</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Stille</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>still</translation>
    </message>
    <message>
        <source>sin</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>Sinus</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>snapshot amount</source>
        <translation>Snapshot: Anteil</translation>
    </message>
    <message>
        <source>snapshot clear</source>
        <translation>Snapshot: löschen</translation>
    </message>
    <message>
        <source>snapshot morph</source>
        <translation>Snapshot: überblenden</translation>
    </message>
    <message>
        <source>snapshot recall</source>
        <translation>Snapshot: abrufen</translation>
    </message>
    <message>
        <source>snapshot store</source>
        <translation>Snapshot: speichern</translation>
    </message>
    <message>
        <source>snapshot undo</source>
        <translation>Snapshot: rückgängig</translation>
    </message>
    <message>
        <source>softer</source>
        <translation>leiser</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>sound B</source>
        <translation>Klang B</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>spiral</source>
        <translation>Spirale</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>square</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>starting the engine…</source>
        <translation>Engine startet&#xa0;…</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stereo</translation>
    </message>
    <message>
        <source>stick or button</source>
        <translation>Stick oder Knopf</translation>
    </message>
    <message>
        <source>such as CC0-1.0 or CC-BY-4.0</source>
        <translation>etwa CC0-1.0 oder CC-BY-4.0</translation>
    </message>
    <message>
        <source>such as instrument, vowel, brightness</source>
        <translation>etwa Instrument, Vokal, Helligkeit</translation>
    </message>
    <message>
        <source>sustain</source>
        <translation>Sustain</translation>
    </message>
    <message>
        <source>system libraries for its window are missing.</source>
        <translation>Bibliotheken des Systems für das Fenster fehlen.</translation>
    </message>
    <message>
        <source>tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>tempo by MIDI clock</source>
        <translation>Tempo nach MIDI-Clock</translation>
    </message>
    <message>
        <source>terrain</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>the disk is full.</source>
        <translation>Die Festplatte ist voll.</translation>
    </message>
    <message>
        <source>the instrument, for nn~</source>
        <translation>das Instrument, für nn~</translation>
    </message>
    <message>
        <source>the instrument’s own</source>
        <translation>die des Instruments</translation>
    </message>
    <message>
        <source>the object of {method} for {host}</source>
        <translation>das Objekt von {method} für {host}</translation>
    </message>
    <message>
        <source>the path of {name}</source>
        <translation>den Pfad von {name}</translation>
    </message>
    <message>
        <source>the screen “{name}” does not answer.</source>
        <translation>Der Bildschirm „{name}“ antwortet nicht.</translation>
    </message>
    <message>
        <source>the sound engine has stopped; press Play to restart it</source>
        <translation>die Audio-Engine ist stehen geblieben; „Spielen“ startet sie neu</translation>
    </message>
    <message>
        <source>there is an error in the program.</source>
        <translation>Im Programm ist ein Fehler.</translation>
    </message>
    <message>
        <source>this is Python {found}.</source>
        <translation>Dies ist Python {found}.</translation>
    </message>
    <message>
        <source>time left unknown</source>
        <translation>Restzeit unbekannt</translation>
    </message>
    <message>
        <source>to</source>
        <comment>range</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>to Max and Pure Data, with nn~</source>
        <translation>nach Max und Pure Data, mit nn~</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>heute {time}</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>Dreieck</translation>
    </message>
    <message>
        <source>tuning</source>
        <translation>Stimmung</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>varies&#xa0;({count})</source>
        <translation>wechselt&#xa0;({count})</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>voices</source>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>wartet auf die Engine</translation>
    </message>
    <message>
        <source>walk</source>
        <translation>Zufallsweg</translation>
    </message>
    <message>
        <source>wander</source>
        <translation>Wandern</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>what it is, and how to play it</source>
        <translation>was es ist und wie man es spielt</translation>
    </message>
    <message>
        <source>which learns {time} of sound quickly</source>
        <translation>da es {time} Klang schnell lernt</translation>
    </message>
    <message>
        <source>who made it</source>
        <translation>wer es gemacht hat</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>gestern {time}</translation>
    </message>
    <message>
        <source>yours: changed before this export</source>
        <translation>Ihrer: vor diesem Export geändert</translation>
    </message>
    <message>
        <source>{0} It was left out.</source>
        <translation>{0} Sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{0} Its first {1} s are kept in “{2}”.</source>
        <translation>{0} Die ersten {1} s sind in „{2}“ erhalten.</translation>
    </message>
    <message>
        <source>{0} The previous instrument plays on.</source>
        <translation>{0} Das vorige Instrument spielt weiter.</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>{0} and “{1}”</source>
        <translation>{0} und „{1}“</translation>
    </message>
    <message>
        <source>{0} are clipped, their peaks cut off: {1}.</source>
        <translation>{0} sind übersteuert, ihre Spitzen abgeschnitten: {1}.</translation>
    </message>
    <message>
        <source>{0} are mono, stored in several equal channels: {1}.</source>
        <translation>{0} sind mono, in mehreren gleichen Kanälen gespeichert: {1}.</translation>
    </message>
    <message>
        <source>{0} are more than {1} dB {2} than the others: {3}.</source>
        <translation>{0} sind um mehr als {1} dB {2} als die anderen: {3}.</translation>
    </message>
    <message>
        <source>{0} are mostly silent: {1}.</source>
        <translation>{0} sind meist still: {1}.</translation>
    </message>
    <message>
        <source>{0} are silent in the channels that are learnt: {1}.</source>
        <translation>{0} sind in den gelernten Kanälen still: {1}.</translation>
    </message>
    <message>
        <source>{0} are silent: {1}.</source>
        <translation>{0} sind still: {1}.</translation>
    </message>
    <message>
        <source>{0} are the same file, byte for byte.</source>
        <translation>{0} sind Byte für Byte dieselbe Datei.</translation>
    </message>
    <message>
        <source>{0} are the same recording.</source>
        <translation>{0} sind dieselbe Aufnahme.</translation>
    </message>
    <message>
        <source>{0} are unfinished recordings, whose headers do not say how long they are: {1}.</source>
        <translation>{0} sind unvollendete Aufnahmen, deren Kopf ihre Länge nicht nennt: {1}.</translation>
    </message>
    <message>
        <source>{0} are very short: {1}.</source>
        <translation>{0} sind sehr kurz: {1}.</translation>
    </message>
    <message>
        <source>{0} attributes can be set between any two buffers; invalid values are refused.</source>
        <translation>{0} Attribute lassen sich zwischen beliebigen Puffern setzen; ungültige Werte werden abgewiesen.</translation>
    </message>
    <message>
        <source>{0} conditions the encoder, so it cannot be predicted: the prediction would change the encoder.</source>
        <translation>{0} steuert den Encoder und kann darum nicht vorhergesagt werden: Die Vorhersage würde den Encoder ändern.</translation>
    </message>
    <message>
        <source>{0} end abruptly at about {1} kHz, with nothing above: {2}.</source>
        <translation>{0} enden jäh bei etwa {1} kHz, mit nichts darüber: {2}.</translation>
    </message>
    <message>
        <source>{0} ends abruptly at {1} kHz: nothing is above.</source>
        <translation>{0} endet jäh bei {1} kHz: Darüber ist nichts.</translation>
    </message>
    <message>
        <source>{0} exist more than once, in {1} files: {2}.</source>
        <translation>{0} gibt es mehr als einmal, in {1} Dateien: {2}.</translation>
    </message>
    <message>
        <source>{0} has a DC offset of {1} % of full scale.</source>
        <translation>{0} hat einen Gleichanteil von {1}&#xa0;% der Vollaussteuerung.</translation>
    </message>
    <message>
        <source>{0} has a different dim or kind in model.conditioning and in model.prediction.</source>
        <translation>{0} hat in model.conditioning und in model.prediction verschiedene dim oder Arten.</translation>
    </message>
    <message>
        <source>{0} has a long silence.</source>
        <translation>{0} hat eine lange Stille.</translation>
    </message>
    <message>
        <source>{0} has a sample rate of {1}, the others have {2} Hz.</source>
        <translation>{0} hat eine Abtastrate von {1}, die anderen {2} Hz.</translation>
    </message>
    <message>
        <source>{0} has class {1}; the model knows 0 to {2}, others are unknown.</source>
        <translation>{0} hat Klasse {1}; das Modell kennt 0 bis {2}, andere sind unbekannt.</translation>
    </message>
    <message>
        <source>{0} has mains hum ({1} and multiples).</source>
        <translation>{0} hat Netzbrummen ({1} und Vielfache).</translation>
    </message>
    <message>
        <source>{0} has sound on some of its channels only.</source>
        <translation>{0} hat nur auf einigen Kanälen Klang.</translation>
    </message>
    <message>
        <source>{0} have a DC offset, of up to {1} % of full scale: {2}.</source>
        <translation>{0} haben einen Gleichanteil, bis zu {1}&#xa0;% der Vollaussteuerung: {2}.</translation>
    </message>
    <message>
        <source>{0} have another sample rate ({1}) than the others ({2} Hz): {3}.</source>
        <translation>{0} haben eine andere Abtastrate ({1}) als die anderen ({2} Hz): {3}.</translation>
    </message>
    <message>
        <source>{0} have channels that cancel each other in parts: {1}.</source>
        <translation>{0} haben Kanäle, die einander teilweise auslöschen: {1}.</translation>
    </message>
    <message>
        <source>{0} have channels that cancel each other: {1}.</source>
        <translation>{0} haben Kanäle, die einander auslöschen: {1}.</translation>
    </message>
    <message>
        <source>{0} have channels with little in common: {1}.</source>
        <translation>{0} haben Kanäle mit wenig Gemeinsamem: {1}.</translation>
    </message>
    <message>
        <source>{0} have mains hum ({1} and multiples): {2}.</source>
        <translation>{0} haben Netzbrummen ({1} und Vielfache): {2}.</translation>
    </message>
    <message>
        <source>{0} have silences of {1} s or more: {2}.</source>
        <translation>{0} haben Stillen von {1} s oder mehr: {2}.</translation>
    </message>
    <message>
        <source>{0} have sound on some of their channels only: {1}.</source>
        <translation>{0} haben nur auf einigen ihrer Kanäle Klang: {1}.</translation>
    </message>
    <message>
        <source>{0} is clipped: its peaks are cut off.</source>
        <translation>{0} ist übersteuert: Die Spitzen sind abgeschnitten.</translation>
    </message>
    <message>
        <source>{0} is mono: its channels are equal.</source>
        <translation>{0} ist mono: Die Kanäle sind gleich.</translation>
    </message>
    <message>
        <source>{0} is more than {1} dB {2} than the others.</source>
        <translation>{0} ist um mehr als {1} dB {2} als die anderen.</translation>
    </message>
    <message>
        <source>{0} is mostly silent.</source>
        <translation>{0} ist meist still.</translation>
    </message>
    <message>
        <source>{0} is not a port.</source>
        <translation>{0} ist kein Port.</translation>
    </message>
    <message>
        <source>{0} is not a whole number, but the task has the type int.</source>
        <translation>{0} ist keine ganze Zahl, aber die Aufgabe hat den Typ int.</translation>
    </message>
    <message>
        <source>{0} is read as float, but in the model it is a class.</source>
        <translation>{0} wird als float gelesen, ist im Modell aber eine Klasse.</translation>
    </message>
    <message>
        <source>{0} is silent in the channels that are learnt.</source>
        <translation>{0} ist in den gelernten Kanälen still.</translation>
    </message>
    <message>
        <source>{0} is silent.</source>
        <translation>{0} ist still.</translation>
    </message>
    <message>
        <source>{0} is very short.</source>
        <translation>{0} ist sehr kurz.</translation>
    </message>
    <message>
        <source>{0} more lines of {1} cannot be used.</source>
        <translation>{0} weitere Zeilen von {1} sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>{0} of {1} are not labelled with {2}: {3}.</source>
        <translation>{0} von {1} haben kein Label für {2}: {3}.</translation>
    </message>
    <message>
        <source>{0} of {1} is not labelled with {2}: {3}.</source>
        <translation>{0} von {1} hat kein Label für {2}: {3}.</translation>
    </message>
    <message>
        <source>{0} places of the map match the app’s map: differences up to {1}.</source>
        <translation>{0} Orte der Karte stimmen mit der Karte des Programms überein: Abweichungen bis {1}.</translation>
    </message>
    <message>
        <source>{0} places of the plane match the app’s map: differences up to {1}.</source>
        <translation>{0} Orte der Ebene stimmen mit der Karte des Programms überein: Abweichungen bis {1}.</translation>
    </message>
    <message>
        <source>{0} samples of “{1}” are clipped: they were above full scale.</source>
        <translation>{0} Samples von „{1}“ sind übersteuert: Sie lagen über der Vollaussteuerung.</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} Klänge</translation>
    </message>
    <message>
        <source>{0}: shapes, ratios, labels, {1} attributes and the description agree.</source>
        <translation>{0}: Formen, Verhältnisse, Labels, {1} Attribute und die Beschreibung stimmen überein.</translation>
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
        <source>{axis} ({word})</source>
        <translation>{axis} ({word})</translation>
    </message>
    <message>
        <source>{axis}: {word}</source>
        <translation>{axis}: {word}</translation>
    </message>
    <message>
        <source>{controller}, channel {channel}</source>
        <translation>{controller}, Kanal {channel}</translation>
    </message>
    <message>
        <source>{count} of {most} sound</source>
        <translation>{count} von {most} klingen</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n&#xa0;sounds were done before; the extraction continues with the rest.</source>
        <comment>{done} of %n&#xa0;sound were done before; the extraction continues with the rest.</comment>
        <translation>
            <numerusform>{done} von %n&#xa0;Klang war schon fertig; die übrigen folgen.</numerusform>
            <numerusform>{done} von %n&#xa0;Klängen waren schon fertig; die übrigen folgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>{done} of {total} files</source>
        <translation>{done} von {total} Dateien</translation>
    </message>
    <message>
        <source>{done} of {total} were done before</source>
        <translation>{done} von {total} waren schon fertig</translation>
    </message>
    <message>
        <source>{error} dB held out</source>
        <translation>{error} dB zurückgehalten</translation>
    </message>
    <message>
        <source>{error} dB held out, {closeness}</source>
        <translation>{error} dB zurückgehalten, {closeness}</translation>
    </message>
    <message>
        <source>{factors}, on one processor of this computer</source>
        <translation>{factors}, auf einem Prozessor dieses Computers</translation>
    </message>
    <message>
        <source>{file} in the folder is {other}. Choose another name to keep it.</source>
        <translation>{file} im Ordner ist {other}. Wählen Sie einen anderen Namen, um die Datei zu behalten.</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, Zeile {line}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} oder {last}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{hours}&#xa0;h {minutes}&#xa0;min</source>
        <translation>{hours}&#xa0;h {minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{hours}&#xa0;h&#xa0;{minutes}&#xa0;min</source>
        <translation>{hours}&#xa0;h&#xa0;{minutes}&#xa0;min</translation>
    </message>
    <message>
        <source>{instrument} gesture</source>
        <translation>{instrument} Geste</translation>
    </message>
    <message>
        <source>{label}: unlabelled</source>
        <translation>{label}: ohne Label</translation>
    </message>
    <message>
        <source>{label}: {value} ({count})</source>
        <translation>{label}: {value} ({count})</translation>
    </message>
    <message>
        <source>{latency} ms latency · {dropouts} · {load} % load</source>
        <translation>{latency} ms Latenz · {dropouts} · {load} % Last</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{low} to {high}.</source>
        <translation>{low} bis {high}.</translation>
    </message>
    <message>
        <source>{low}&#xa0;to&#xa0;{high}</source>
        <translation>{low}&#xa0;bis&#xa0;{high}</translation>
    </message>
    <message>
        <source>{method} {factor} × real time</source>
        <translation>{method} {factor} × Echtzeit</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{minutes}&#xa0;min&#xa0;{seconds}&#xa0;s</source>
        <translation>{minutes}&#xa0;min&#xa0;{seconds}&#xa0;s</translation>
    </message>
    <message>
        <source>{names} ({low} to {high})</source>
        <translation>{names} ({low} bis {high})</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} und {last}</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (nicht verbunden)</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name} (nicht da)</translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation>{name} ist fertig</translation>
    </message>
    <message>
        <source>{name}, in milliseconds</source>
        <translation>{name}, in Millisekunden</translation>
    </message>
    <message>
        <source>{name}, in {folder}</source>
        <translation>{name}, in {folder}</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, Version {version}</translation>
    </message>
    <message numerus="yes">
        <source>{name}, {host_api}, %n channels</source>
        <comment>{name}, {host_api}, %n channel</comment>
        <translation>
            <numerusform>{name}, {host_api}, %n Kanal</numerusform>
            <numerusform>{name}, {host_api}, %n Kanäle</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: curve</source>
        <translation>{name}: Kurve</translation>
    </message>
    <message>
        <source>{name}: end of range</source>
        <translation>{name}: Ende des Bereichs</translation>
    </message>
    <message>
        <source>{name}: highest number that comes in</source>
        <translation>{name}: größte Zahl, die ankommt</translation>
    </message>
    <message>
        <source>{name}: lowest number that comes in</source>
        <translation>{name}: kleinste Zahl, die ankommt</translation>
    </message>
    <message>
        <source>{name}: start of range</source>
        <translation>{name}: Anfang des Bereichs</translation>
    </message>
    <message>
        <source>{name}:&#xa0;{count}</source>
        <translation>{name}:&#xa0;{count}</translation>
    </message>
    <message>
        <source>{percent} % load</source>
        <translation>{percent} % Last</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place} von {all}</translation>
    </message>
    <message>
        <source>{program} cannot start: {reason}</source>
        <translation>{program} kann nicht starten. {reason}</translation>
    </message>
    <message numerus="yes">
        <source>{rate} Hz, window {window}, hop {hop}, %n axes</source>
        <comment>{rate} Hz, window {window}, hop {hop}, %n axis</comment>
        <translation>
            <numerusform>{rate} Hz, Fenster {window}, Hop {hop}, %n Achse</numerusform>
            <numerusform>{rate} Hz, Fenster {window}, Hop {hop}, %n Achsen</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate}, the instrument’s own</source>
        <translation>{rate}, die des Instruments</translation>
    </message>
    <message>
        <source>{received} in · {sent} out</source>
        <translation>{received} ein · {sent} aus</translation>
    </message>
    <message>
        <source>{received} in · {sent} out · {refused} refused</source>
        <translation>{received} ein · {sent} aus · {refused} abgelehnt</translation>
    </message>
    <message>
        <source>{severity}, ignored</source>
        <translation>{severity}, ignoriert</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{sound}, left out</source>
        <translation>{sound}, ausgelassen</translation>
    </message>
    <message>
        <source>{start} – end: {value}</source>
        <translation>{start} – Ende: {value}</translation>
    </message>
    <message>
        <source>{start} – {end} s: {value}</source>
        <translation>{start} – {end} s: {value}</translation>
    </message>
    <message numerus="yes">
        <source>{step} of %n&#xa0;steps</source>
        <comment>{step} of %n&#xa0;step</comment>
        <translation>
            <numerusform>{step} von %n&#xa0;Schritt</numerusform>
            <numerusform>{step} von %n&#xa0;Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>bisher {time}</translation>
    </message>
    <message>
        <source>{verb}: {text}</source>
        <translation>{verb}: {text}</translation>
    </message>
    <message>
        <source>{what} (Ctrl+{digit})</source>
        <translation>{what} (Strg+{digit})</translation>
    </message>
    <message>
        <source>{what} cannot be started: {reason}.</source>
        <translation>{what} kann nicht gestartet werden: {reason}.</translation>
    </message>
    <message>
        <source>{what} could not be written.</source>
        <translation>Nicht gesichert: {what}.</translation>
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
        <source>{what} is not finished.</source>
        <translation>Noch nicht fertig: {what}.</translation>
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
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} von {total}</translation>
    </message>
    <message>
        <source>{x} across, {y} up.</source>
        <translation>{x} quer, {y} hoch.</translation>
    </message>
    <message>
        <source>“Channels” on the Sounds page, or data.dataset.mix, chooses what is learnt: mean, left, right, loudest, or each as a sound of its own.</source>
        <translation>„Kanäle“ auf der Seite „Klänge“ oder data.dataset.mix wählt, was gelernt wird: Mittelwert, links, rechts, der lauteste, oder jeder als eigener Klang.</translation>
    </message>
    <message>
        <source>“Max” and “Pd” copy the object: press n in Max, Ctrl+1 in Pd, and paste it into the empty box.</source>
        <translation>„Max“ und „Pd“ kopieren das Objekt: Drücken Sie n in Max, Strg+1 in Pd, und fügen Sie es in die leere Box ein.</translation>
    </message>
    <message>
        <source>“Save last 60 s” can still save the last minute. Do not move a file while it is recorded.</source>
        <translation>„Letzte 60 s sichern“ kann die letzte Minute noch sichern. Verschieben Sie keine Datei, während sie aufgenommen wird.</translation>
    </message>
    <message>
        <source>“low” and “high” go from 0 to 1, “least” and “most” differ, and the curve is above 0.</source>
        <translation>„low“ und „high“ gehen von 0 bis 1, „least“ und „most“ sind verschieden, und die Kurve liegt über 0.</translation>
    </message>
    <message>
        <source>“note” takes a key and a velocity; {0} values came.</source>
        <translation>„note“ erwartet Taste und Anschlagstärke; es kamen {0} Werte.</translation>
    </message>
    <message>
        <source>“note” takes a velocity from 0 to 1; {0} came.</source>
        <translation>„note“ erwartet eine Anschlagstärke von 0 bis 1; es kam {0}.</translation>
    </message>
    <message>
        <source>“note” takes a whole key from 0 to {0}; {1} came.</source>
        <translation>„note“ erwartet eine ganze Taste von 0 bis {0}; es kam {1}.</translation>
    </message>
    <message>
        <source>“status” takes 1 or 0, or nothing.</source>
        <translation>„status“ erwartet 1 oder 0, oder nichts.</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>„{0}“</translation>
    </message>
    <message>
        <source>“{0}” already exists, and {1} in it is {2}.</source>
        <translation>„{0}“ gibt es schon, und {1} darin ist {2}.</translation>
    </message>
    <message>
        <source>“{0}” answers {1} to “{2}”</source>
        <translation>„{0}“ antwortet auf „{2}“ mit {1}</translation>
    </message>
    <message>
        <source>“{0}” came more than {1} times a second.</source>
        <translation>„{0}“ kam mehr als {1}-mal in der Sekunde.</translation>
    </message>
    <message>
        <source>“{0}” can no longer be read: {1}.</source>
        <translation>„{0}“ ist nicht mehr lesbar: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: it is not UTF-8 text.</source>
        <translation>„{0}“ ist nicht lesbar: kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: you have no permission.</source>
        <translation>„{0}“ ist nicht lesbar: Ihnen fehlt das Recht.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>„{0}“ ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be sent over OSC.</source>
        <translation>„{0}“ kann nicht über OSC gesendet werden.</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a label; use letters without accents, digits, - and _.</source>
        <translation>„{0}“ kann nicht der Name eines Labels sein; verwenden Sie Buchstaben ohne Akzente, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>“{0}” cannot be used as a {1}: {2}.</source>
        <translation>„{0}“ ist nicht verwendbar ({1}): {2}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}.</source>
        <translation>„{0}“ kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: “{1}” is not a recording format.</source>
        <translation>„{0}“ kann nicht geschrieben werden: „{1}“ ist kein Aufnahmeformat.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: “{1}” is not a supported format.</source>
        <translation>„{0}“ kann nicht geschrieben werden: „{1}“ wird nicht unterstützt.</translation>
    </message>
    <message>
        <source>“{0}” changed while it was read.</source>
        <translation>„{0}“ änderte sich während des Lesens.</translation>
    </message>
    <message>
        <source>“{0}” contains more data than an instrument can.</source>
        <translation>„{0}“ enthält mehr Daten, als ein Instrument haben kann.</translation>
    </message>
    <message>
        <source>“{0}” contains more files than an instrument can.</source>
        <translation>„{0}“ enthält mehr Dateien, als ein Instrument haben kann.</translation>
    </message>
    <message>
        <source>“{0}” contains no instrument of a finished checkpoint.</source>
        <translation>„{0}“ enthält kein Instrument eines fertigen Zwischenstands.</translation>
    </message>
    <message>
        <source>“{0}” contains no instrument of version {1}.</source>
        <translation>„{0}“ enthält kein Instrument der Version {1}.</translation>
    </message>
    <message>
        <source>“{0}” contains no sound.</source>
        <translation>„{0}“ enthält keinen Klang.</translation>
    </message>
    <message>
        <source>“{0}” contains only zeros.</source>
        <translation>„{0}“ enthält nur Nullen.</translation>
    </message>
    <message>
        <source>“{0}” contains values that are not numbers, the first at {1} s.</source>
        <translation>„{0}“ enthält Werte, die keine Zahlen sind, den ersten bei {1} s.</translation>
    </message>
    <message>
        <source>“{0}” could not be recorded: {1}.</source>
        <translation>„{0}“ konnte nicht aufgenommen werden: {1}.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: the disk is full.</source>
        <translation>„{0}“ konnte in „{1}“ nicht gesichert werden: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: the disk refused.</source>
        <translation>„{0}“ konnte in „{1}“ nicht gesichert werden: Der Datenträger lehnte ab.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: you have no permission to write there.</source>
        <translation>„{0}“ konnte in „{1}“ nicht gesichert werden: Ihnen fehlt das Schreibrecht.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: {2}.</source>
        <translation>„{0}“ konnte in „{1}“ nicht gesichert werden: {2}.</translation>
    </message>
    <message>
        <source>“{0}” does not end in .json or .csv.</source>
        <translation>„{0}“ endet nicht auf .json oder .csv.</translation>
    </message>
    <message>
        <source>“{0}” does not exist.</source>
        <translation>„{0}“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“{0}” ends before its sound begins.</source>
        <translation>„{0}“ endet, bevor der Klang beginnt.</translation>
    </message>
    <message>
        <source>“{0}” has an impossible sample rate of {1} Hz.</source>
        <translation>„{0}“ hat eine unmögliche Abtastrate von {1} Hz.</translation>
    </message>
    <message>
        <source>“{0}” has no checkpoint to resume from.</source>
        <translation>„{0}“ hat keinen Zwischenstand zum Fortsetzen.</translation>
    </message>
    <message>
        <source>“{0}” has no sound track.</source>
        <translation>„{0}“ hat keine Tonspur.</translation>
    </message>
    <message>
        <source>“{0}” has no version {1}.</source>
        <translation>„{0}“ hat keine Version {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a file.</source>
        <translation>„{0}“ ist eine Datei.</translation>
    </message>
    <message>
        <source>“{0}” is a folder, not an audio file.</source>
        <translation>„{0}“ ist ein Ordner, keine Klangdatei.</translation>
    </message>
    <message>
        <source>“{0}” is being recorded already.</source>
        <translation>„{0}“ wird schon aufgenommen.</translation>
    </message>
    <message>
        <source>“{0}” is damaged or ends inside its header.</source>
        <translation>„{0}“ ist beschädigt oder endet im Kopf.</translation>
    </message>
    <message>
        <source>“{0}” is damaged, or is not an instrument.</source>
        <translation>„{0}“ ist beschädigt oder kein Instrument.</translation>
    </message>
    <message>
        <source>“{0}” is empty (0 bytes).</source>
        <translation>„{0}“ ist leer (0 Bytes).</translation>
    </message>
    <message>
        <source>“{0}” is in a format that needs PyAV, which is not installed.</source>
        <translation>Das Format von „{0}“ braucht PyAV, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete in “{1}”: the disk is full.</source>
        <translation>„{0}“ in „{1}“ ist unvollständig: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete or damaged: only about {1} s of its {2} s can be read.</source>
        <translation>„{0}“ ist unvollständig oder beschädigt: Nur etwa {1} s von {2} s sind lesbar.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete.</source>
        <translation>„{0}“ ist unvollständig.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete: its disk was more than a minute late.</source>
        <translation>„{0}“ ist unvollständig: Der Datenträger war über eine Minute im Rückstand.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete: its last part is missing.</source>
        <translation>„{0}“ ist unvollständig: Der letzte Teil fehlt.</translation>
    </message>
    <message>
        <source>“{0}” is neither a number nor a class of classes.txt.</source>
        <translation>„{0}“ ist weder eine Zahl noch eine Klasse aus classes.txt.</translation>
    </message>
    <message>
        <source>“{0}” is not a checkpoint.</source>
        <translation>„{0}“ ist kein Zwischenstand.</translation>
    </message>
    <message>
        <source>“{0}” is not a class number, a tab and a name, like the other lines.</source>
        <translation>„{0}“ ist nicht, wie die anderen Zeilen, Klassennummer, Tabulator und Name.</translation>
    </message>
    <message>
        <source>“{0}” is not a keyboard mapping.</source>
        <translation>„{0}“ ist keine Tastenbelegung.</translation>
    </message>
    <message>
        <source>“{0}” is not a number.</source>
        <translation>„{0}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“{0}” is not a prefix of OSC addresses.</source>
        <translation>„{0}“ ist kein Präfix von OSC-Adressen.</translation>
    </message>
    <message>
        <source>“{0}” is not a pressure that can be assigned.</source>
        <translation>„{0}“ ist kein Druck, der zugewiesen werden kann.</translation>
    </message>
    <message>
        <source>“{0}” is not a sound, a tab and a value.</source>
        <translation>„{0}“ ist nicht Klang, Tabulator und Wert.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning.</source>
        <translation>„{0}“ ist keine Stimmung.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning: it has no notes.</source>
        <translation>„{0}“ ist keine Stimmung: Es sind keine Töne darin.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning: it has no number of notes.</source>
        <translation>„{0}“ ist keine Stimmung: Die Anzahl der Töne fehlt.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning: it has {1} notes instead of {2}.</source>
        <translation>„{0}“ ist keine Stimmung: {1} Töne statt {2} sind darin.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning: line {1} cannot be understood.</source>
        <translation>„{0}“ ist keine Stimmung: Zeile {1} ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>“{0}” is not an OSC address that can be assigned.</source>
        <translation>„{0}“ ist keine OSC-Adresse, die sich zuweisen lässt.</translation>
    </message>
    <message>
        <source>“{0}” is not an audio file, although its name says so.</source>
        <translation>„{0}“ ist keine Klangdatei, obwohl der Name das sagt.</translation>
    </message>
    <message>
        <source>“{0}” is not an ordinary file.</source>
        <translation>„{0}“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>“{0}” is not in “{1}” any more: it was moved or deleted while it was recorded.</source>
        <translation>„{0}“ ist nicht mehr in „{1}“: Die Datei wurde während der Aufnahme verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>“{0}” is not onset,offset, a tab and a value.</source>
        <translation>„{0}“ ist nicht Beginn,Ende, Tabulator und Wert.</translation>
    </message>
    <message>
        <source>“{0}” is not the address of an interface.</source>
        <translation>„{0}“ ist nicht die Adresse einer Schnittstelle.</translation>
    </message>
    <message>
        <source>“{0}” is not the folder of a training.</source>
        <translation>„{0}“ ist nicht der Ordner eines Trainings.</translation>
    </message>
    <message>
        <source>“{0}” is one instrument; only trainings have versions and checkpoints.</source>
        <translation>„{0}“ ist ein einzelnes Instrument; nur Trainings haben Versionen und Checkpoints.</translation>
    </message>
    <message>
        <source>“{0}” is raw data without a header: its rate and format are unknown.</source>
        <translation>„{0}“ besteht aus Rohdaten ohne Kopf: Rate und Format sind unbekannt.</translation>
    </message>
    <message>
        <source>“{0}” is too large for a tuning.</source>
        <translation>„{0}“ ist zu groß für eine Stimmung.</translation>
    </message>
    <message>
        <source>“{0}” names a track, and read_single_metadata reads single values.</source>
        <translation>„{0}“ nennt eine Spur, und read_single_metadata liest einzelne Werte.</translation>
    </message>
    <message>
        <source>“{0}” peaks {1} dB over full scale: it is damaged, or has integers saved as floats.</source>
        <translation>„{0}“ liegt bis zu {1} dB über Vollaussteuerung: beschädigt, oder ganze Zahlen als Gleitkomma gesichert.</translation>
    </message>
    <message>
        <source>“{0}” takes no value, or one; {1} came.</source>
        <translation>„{0}“ erwartet keinen Wert oder einen; es kamen {1}.</translation>
    </message>
    <message>
        <source>“{0}” takes numbers; something else came.</source>
        <translation>„{0}“ erwartet Zahlen; es kam etwas anderes.</translation>
    </message>
    <message>
        <source>“{0}” takes ordinary numbers; infinity or not-a-number came.</source>
        <translation>„{0}“ erwartet gewöhnliche Zahlen; es kam unendlich oder keine Zahl.</translation>
    </message>
    <message>
        <source>“{0}” takes {1} value; {2} came.</source>
        <translation>„{0}“ erwartet {1} Wert; es kamen {2}.</translation>
    </message>
    <message>
        <source>“{0}” takes {1} values; {2} came.</source>
        <translation>„{0}“ erwartet {1} Werte; es kamen {2}.</translation>
    </message>
    <message>
        <source>“{0}” was made by another version of this program, and cannot be resumed.</source>
        <translation>„{0}“ stammt aus einer anderen Version dieses Programms und kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>“{0}” was not saved: there was no sound.</source>
        <translation>„{0}“ wurde nicht gesichert: Es gab keinen Klang.</translation>
    </message>
    <message>
        <source>“{0}” was trained with other settings, so this training cannot start from it.</source>
        <translation>„{0}“ wurde mit anderen Einstellungen trainiert; darum kann dieses Training nicht davon ausgehen.</translation>
    </message>
    <message>
        <source>“{0}…” is not onset,offset, a tab and a value.</source>
        <translation>„{0}…“ ist nicht Beginn,Ende, Tabulator und Wert.</translation>
    </message>
    <message>
        <source>“{file}” cannot be opened as a project: it is damaged, or something else.</source>
        <translation>„{file}“ kann nicht als Projekt geöffnet werden: Die Datei ist beschädigt oder etwas anderes.</translation>
    </message>
    <message>
        <source>“{file}” cannot be opened as a project: {reason}</source>
        <translation>„{file}“ kann nicht als Projekt geöffnet werden: {reason}</translation>
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
        <source>“{file}” exists already.</source>
        <translation>„{file}“ gibt es schon.</translation>
    </message>
    <message>
        <source>“{file}” exists already. Choose another name.</source>
        <translation>„{file}“ existiert bereits. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>“{file}” was saved by a newer version of vschaos studio.</source>
        <translation>„{file}“ wurde mit einer neueren Version von vschaos studio gespeichert.</translation>
    </message>
    <message>
        <source>“{file}”: {reason}.</source>
        <translation>„{file}“: {reason}.</translation>
    </message>
    <message>
        <source>“{label}” has no class “{name}” any more.</source>
        <translation>„{label}“ hat keine Klasse „{name}“ mehr.</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>“{name}” cannot name a class of “{label}”: it is a number.</source>
        <translation>„{name}“ kann keine Klasse von „{label}“ heißen: Es ist eine Zahl.</translation>
    </message>
    <message>
        <source>“{name}” cannot name a class of “{label}”: it means unlabelled.</source>
        <translation>„{name}“ kann keine Klasse von „{label}“ heißen: Es bedeutet, dass das Label fehlt.</translation>
    </message>
    <message>
        <source>“{name}” cannot name a label.</source>
        <translation>„{name}“ kann kein Label heißen.</translation>
    </message>
    <message>
        <source>“{name}” has ended</source>
        <translation>„{name}“ ist beendet</translation>
    </message>
    <message>
        <source>“{name}” holds links to what you dropped; the files stay where they are.</source>
        <translation>„{name}“ enthält Verknüpfungen zu dem, was Sie abgelegt haben; die Dateien bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>“{name}” is a new class of {task}. Undo removes it.</source>
        <translation>„{name}“ ist eine neue Klasse von {task}. „Rückgängig“ entfernt sie.</translation>
    </message>
    <message>
        <source>“{name}” is in the system&apos;s bin now; from there it can be put back.</source>
        <translation>„{name}“ liegt jetzt im Papierkorb des Systems; von dort lässt es sich zurückholen.</translation>
    </message>
    <message>
        <source>“{name}” is played now. Play another one first.</source>
        <translation>„{name}“ wird gerade gespielt. Spielen Sie zuerst ein anderes.</translation>
    </message>
    <message>
        <source>“{name}” is ready for Max and Pd.</source>
        <translation>„{name}“ ist bereit für Max und Pd.</translation>
    </message>
    <message>
        <source>“{name}” is ready to play.</source>
        <translation>„{name}“ ist spielbereit.</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>„{name}“ wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>“{name}” was removed from the queue.</source>
        <translation>„{name}“ wurde aus der Warteschlange entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” · then %n more</source>
        <comment>“{name}” · then %n more</comment>
        <translation>
            <numerusform>„{name}“ · danach noch %n</numerusform>
            <numerusform>„{name}“ · danach noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” · {request}</source>
        <translation>„{name}“ · {request}</translation>
    </message>
    <message>
        <source>“{none}” removes the label. A new name adds a class, if the classes have names.</source>
        <translation>„{none}“ entfernt das Label. Ein neuer Name fügt eine Klasse hinzu, wenn die Klassen Namen haben.</translation>
    </message>
    <message>
        <source>“{text}” is not a pitch.</source>
        <translation>„{text}“ ist keine Tonhöhe.</translation>
    </message>
</context>
</TS>
