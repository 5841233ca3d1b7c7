<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  or  </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n dropouts</source>
        <comment>%n dropout</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n latent dimensions · {rate} · hop {hop} samples</source>
        <comment>%n latent dimension · {rate} · hop {hop} samples</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>%n more</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {sounds}&#xa0;sounds have a label.</source>
        <comment>%n of {sounds}&#xa0;sounds has a label.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {sounds}&#xa0;sounds have a label; in {varying} of them it changes.</source>
        <comment>%n of {sounds}&#xa0;sounds has a label, which changes.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;changes of labels in “{folder}”</source>
        <comment>%n&#xa0;change of labels in “{folder}”</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;channels</source>
        <comment>%n&#xa0;channel</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;classes</source>
        <comment>%n&#xa0;class</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;hours</source>
        <comment>%n&#xa0;hour</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;ignored</source>
        <comment>%n&#xa0;ignored</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;left out</source>
        <comment>%n&#xa0;left out</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;minutes</source>
        <comment>%n&#xa0;minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;notes</source>
        <comment>%n&#xa0;note</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;problems</source>
        <comment>%n&#xa0;problem</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;sounds</source>
        <comment>%n&#xa0;sound</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;steps</source>
        <comment>%n&#xa0;step</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;trainings in the queue: {names}</source>
        <comment>%n&#xa0;training in the queue: {names}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;trainings waiting in the queue: {names}</source>
        <comment>%n&#xa0;training waiting in the queue: {names}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;warnings</source>
        <comment>%n&#xa0;warning</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About vschaos studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse instruments…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;OSC addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open instrument…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Record, or stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save a copy of the instrument as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the last minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is the input itself, 1 the instrument alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is linear; above 1 starts slowly, below 1 starts quickly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 plays, 0 fades out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 restarts every method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A MIDI message could not be handled; MIDI goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bundle came whose parts do not fit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A constant offset is inaudible, but it clicks where a sound begins and ends, and is learnt as a very low tone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A copy of the damaged file is “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A datagram came that is not OSC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of recordings, dropped anywhere on the window, is listed here with what may be wrong with it. A few minutes of sound are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A keyboard chooses the note, the pad the colour. For sounds of which at least some have pitch and octave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label cannot be called “{0}”; use letters without accents, digits, - and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A label that is unknown follows its inlet, or the sound that comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A latent space for each value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message came whose address, or list of types, does not end within {0} bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message came with values of an unknown type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A microphone that hears the loudspeakers feeds back: use headphones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A neural network analyses every sound and writes down which note it plays, and when: the label pitch is the note’s name, C to B, and octave is its octave. An instrument trained with them can be played from a keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new process loaded it as nn~ does, and checked:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A port is one whole number from {0} to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A query takes the name of one control, such as pad or latent/z1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recording was cut off when the sound engine stopped. It is saved: “{file}”, {time}.</source>
        <translation>Eine Aufnahme brach ab, als die Klangerzeugung endete. Sie ist gesichert: „{file}“, {time}.</translation>
    </message>
    <message>
        <source>A small network is trained to reconstruct them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sound that is there twice counts twice; and where one copy is held out for validation, the error looks too good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sound that was not learned, as it is ({key} switches)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A touch moves the two axes along which the sounds differ most; the others are sliders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A touch plays the nearest training sound: all axes move to its coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A training that was continued is not deleted: stop and keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A walk through the instrument&apos;s latent space, as on the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ll axes to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add +data.dataset.root=FOLDER.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add instruments to your library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it again, or undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sounds of this class, or avoid it when you play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sounds to it, or leave it if the others matter more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add sounds: some minutes, better an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the label {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to your library: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address and sentence, when a message cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Addresses…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds to the existing folder {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After the first changed sample: the new sound fades in over the synthesis window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All addresses, to read and to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All axes to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All instruments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All instruments as cards (Ctrl+B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All its steps are done. Choose under Time how much longer to train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All latent coordinates at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All parts of a sound count equally in training: silence wastes time and capacity for what you want to hear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All sounds are resampled to the model&apos;s rate. A sound of a lower rate lacks treble, and the instrument will lack it as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {0} operators exist in libtorch {1} to {2}, which nn~ uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An assignment moves one value, and “{0}” has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instrument cannot learn a label with this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instrument cannot learn it: a training that needs it does not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instrument has only the treble of its sounds: this one will sound dull.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instrument plays what lies between its sounds: with so little it only learns them by heart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An instrument with more axes than the pad shows them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation>Ein interner Fehler ist aufgetreten.</translation>
    </message>
    <message numerus="yes">
        <source>Analysing %n&#xa0;sounds, {time}</source>
        <comment>Analysing %n&#xa0;sound, {time}</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Another number is another path of the same shape.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by every control&apos;s values and the status.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by pong; with a port, answers go there from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by reply: a control&apos;s address and its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by the status; 1: also sends where it sounds from now on; 0 stops that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any buffer size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As long as it takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask for the file again, or export it again from its training run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign {controls}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attack time of a MIDI note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author of exported instruments that do not name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average difference in dB between held-out sounds and what the instrument makes of them, in what is heard: below 3 hard to tell apart, below 6 close, below 10 recognisable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below {0} s, training mostly sees the edges of the sound and the silence around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the sounds of two numbers: how far from the first, 0…1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blinks when a message comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blinks while a recording is made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring them to the level of the others, unless the difference is intended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled before it continued. The earlier training is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved; your settings are unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change assignment of {controls}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the folder&apos;s permissions, or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the permissions of .vschaos-ignored in this folder, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed in “{name}”, which does not play now: {title}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels go from 0 (any) to 16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder “{folder}”.</source>
        <translation>Prüfen Sie den Ordner „{folder}“.</translation>
    </message>
    <message>
        <source>Check the system&apos;s sound settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check “{file}”, or choose another project.</source>
        <translation>Prüfen Sie „{file}“, oder wählen Sie ein anderes Projekt.</translation>
    </message>
    <message>
        <source>Check “{file}”, or delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the module in a fresh process.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose 127.0.0.1 for this computer alone, or an address in your network, such as 192.168.1.20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a control, press Assign, and move a knob of your controller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a control…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of sounds first, then start the training here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder where you have write permission, on a disk with free space.</source>
        <translation>Wählen Sie einen Ordner mit Schreibrecht auf einem Datenträger mit freiem Platz.</translation>
    </message>
    <message>
        <source>Choose a folder with sounds in wav, flac, aiff, ogg, mp3 or m4a.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with write permission, on a disk with free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model with simpler layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a multiple of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a number from 1024 to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a rundir where you have write permission, on a disk with free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller configuration, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller instrument or close other programs, then open the audio output again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller training.batch_size or a smaller configuration, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller training.batch_size or more devices, and resume the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a {0} that was saved by this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an audio file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder: Play, Recordings folder.</source>
        <translation>Wählen Sie einen anderen Ordner: Menü „Spielen“, „Ordner der Aufnahmen“.</translation>
    </message>
    <message>
        <source>Choose another interface, or this computer alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name (--name) or folder (-o), or replace it with --replace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name for the label that gets the folders&apos; names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name or folder, or replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one, or connect it and refresh the devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it while playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose it; predict it where missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose last or best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of its parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose recor&amp;dings folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder that holds your sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the sounds to train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two different ports, such as 9000 and 9001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what to train after this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {0} appears twice; its first name counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {0} does not exist: they are 0 to {1} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {0} does not exist: they are 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {0} does not exist: they count from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {0} has another number as its name, {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class {0} is out of range: classes are 0 to {1} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes {0} of {1} have the same name: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear snapshot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Clear {label} of %n&#xa0;sounds</source>
        <comment>Clear {label} of %n&#xa0;sound</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Click a filled number: recall its snapshot. Shift-click: store the present sound here.
Long press on an empty number: store the present sound here. A long press never overwrites.
Drag to another number: morph between the two. Right click: more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that keep the computer busy, or choose a longer latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use it, and look for devices again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs to free memory, and export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs to leave more memory for the next training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or process less at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs, or raise the limit: ulimit -u.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program that uses it, or choose another port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the tour; the Help menu shows it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closer to the sounds, with finer detail. For an instrument that you keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect a microphone or an interface, and refresh the devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it again, and switch the input on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it again: the sound returns by itself. Or choose another output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it and refresh the devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect it: it is opened as soon as it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect one or start the sound server, then look for outputs again. Everything else works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect one, or start an audio server, and refresh the devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the disk that it is on, or find it where it is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the disk that it is on, or find it where it is now. Its snapshots are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>begins a sentence</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>a training</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue from the last checkpoint, in the same run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue from where it ended, in the same run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue {training}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Continuing from step {step}: %n&#xa0;sounds ({time})</source>
        <comment>Continuing from step {step}: %n&#xa0;sound ({time})</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Control to assign over {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Convert it to wav or flac with an audio editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates of a place on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates of a place on the plane of the first two axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates of encode and decode: the pad&apos;s axes, or raw latents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from where it came, or open it in an audio editor and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {suffix} files into your library; or drop them here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it, or use --overwrite, which replaces all labels of pitch and octave.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the first ones, then check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the name; it is relative to the dataset&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct trainer.devices, trainer.num_nodes, trainer.strategy, training.device or training.precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the folder in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creates the folder {name}: the module, patches for Max and Pd, and a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve of the held-out error in dB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves of the losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut peaks add a harsh buzz to the sound, and the instrument will play the buzz as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut the silence out, or split the sound there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay time of a MIDI note, to its sustain level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the gesture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the sound of this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Depth of the movement of axis {0}, to either side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe all addresses over HTTP to programs on this computer that ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Done: %n&#xa0;steps, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</source>
        <comment>Done: %n&#xa0;step, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n&#xa0;steps. The instrument is ready to play.</source>
        <comment>Done: %n&#xa0;step. The instrument is ready to play.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Drag from one snapshot to another to morph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to play. Arrow keys move; with Shift, finely. Home returns to the start. Return plays the recording of the sound under the dot, the second mouse button that of the sound under the mouse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropouts since the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each axis of an instrument can move by itself here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each channel that has sound is learnt as a sound of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each improved instrument is loaded on the Play page at once, without a gap in the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a name first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every buffer size gives the same sound: {0} hops and changing ones, {1} voices; {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second counts the same: a class with little sound is learnt badly, one with much dominates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every sound has a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every sound has a label; in {varying} of them it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone in this network can now play along and receive what you play. There is no password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange the two to invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <comment>title of a page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again; if it fails again, the instrument is the cause: train it a little longer, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export for nn~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the instrument for nn~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factory</source>
        <comment>instruments</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factory instruments, those of the project, and those opened since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites and tags could not be saved in “{file}”: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files of gestures have one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill {label} from folder names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First change {first} ms · half {half} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flat: more time will hardly help.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for Max and Pd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of {training}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows a sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For low and dense sounds, partial by partial. Soft attacks, and more latency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For some, the mean is learnt; for others, one channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or change the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or choose a folder on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, or set {0} to a folder on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space on it, or choose a folder on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free space on the disk, or change the permissions of the folder.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder ändern Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Free space on the disk, or choose another rundir. What was saved before is intact.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze (F). {help}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a touch until half of the change is heard, in ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a touch until the first sample changes, and until half of the change is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From “{folder}”: {totals}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a .vschaos file or a training&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a run: rundir/name/version_0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each class its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give each class one name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it more of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the folder of a training: rundir/name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the latency, with sharp attacks. Low and dense sounds are rough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear it during the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear quickly whether these sounds make an instrument. Uses less processor time when played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hear some of its sounds, without loading it (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held-out sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here: {sound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the sound as it is, whatever moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Horizontal position on the pad: latent coordinate 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How close: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far axis {0} follows the input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far coordinates stray at random, frame by frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far each axis follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far from the first snapshot to the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the last morph has gone to its second sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many MIDI notes can sound at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many notes sound now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much a held sound moves by itself. 1 is as much as in the training sounds, 0 is still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much a held sound moves by itself: 1 as the training sounds, 0 not at all. Not for forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much all places are made as loud as the start. 0 leaves them as they were learned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much all places are made as loud as the start: 0 leaves them as they were learned. Not for forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much the instrument plays by itself, in phrases like those of its sounds. 0: you lead, 1: it leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the path is repeated in a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it happens again, please report it.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If there is a best.ckpt beside it, replace it by that one; or start a new training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improving: more time makes it better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In</source>
        <comment>a folder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In one second, one thread renders {0} s of sound with decode and {1} s with forward.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it (Debian, Ubuntu: sudo apt install libportaudio2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>Install them (pip install mido python-rtmidi) and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruments (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruments that came with the program cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the polarity of one channel in an audio editor, or leave it: one channel has the whole sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the polarity of one channel there in an audio editor, or leave it: one channel has the whole sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes a control, and the pad has another meaning for each of its values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes a control; for sounds without the label it is predicted from the sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It becomes a control; the pad covers everything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins as this instrument, and learns new sounds in less time. Only instruments of this kind fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It came with the program and cannot be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: it is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: the Sounds page says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: you have no permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contains only zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended before it was first saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended before its first save. Start a new training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends before its sound begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It has %n classes; the most is {most}.</source>
        <comment>It has %n class; the most is {most}.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It has a header but no sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has an impossible sample rate of {0} Hz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no sound track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has the same value for all sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has these: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {0} lines, and only the first {1} can be classes of a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a folder, not an audio file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being started again.</source>
        <translation>Sie wird neu gestartet.</translation>
    </message>
    <message>
        <source>It is cancelled; nothing is written. You can export again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is damaged or ends inside its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty (0 bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in a format that needs PyAV, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in the folder of the labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in “{folder}”.</source>
        <translation>Sie liegt in „{folder}“.</translation>
    </message>
    <message>
        <source>It is incomplete or damaged: only about {0} s of its {1} s can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is incomplete: its last part is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is kept as “{0}”; an empty set replaces it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is known after the first steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is lost. To keep it, keep working and stop its recording first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a sound (“{0}”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not a sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not an audio file, although its name says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is outside the dataset&apos;s data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is raw data without a header: its rate and format are unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is silent: its level stays more than {0} dB below full scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too short: {0} ms, and a sound needs at least {1} ms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is {0}, not a sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may come from another version of this program. Start a new training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been moved or renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sounds all the time, also between the notes, and the instrument will hum as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sounds as it does here: spectra within {0} dB ({1} allowed), {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts when the present training has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays as it is: “{file}”.</source>
        <translation>Sie bleibt, wie sie ist: „{file}“.</translation>
    </message>
    <message>
        <source>It stops and is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops and is kept. You can continue it at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops, without a result yet. You can start it again at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops. The labels stay as they are; finished sounds are not analysed again next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not validated yet: leave out -n best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was said to take {said}, and took {took}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was said to take {said}; it took {took}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works for sounds of one note at a time. Noise, drums and silence stay unlabelled. Labels that you have set yourself stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its instruments can still be played and exported. Start a new training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its level stays more than {0} dB below full scale. Training leaves such sounds out, and does not start if there are no others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name needs letters without accents, then digits, - or _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its recording is not on this computer, or its folder has not been opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JACK is back: the sound engine restarts to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only the best copy of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only the best copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the input&apos;s phase: closer to it, and noise has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the tables as they are, to read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key (0…127, 60 is middle C) and velocity (0…1); velocity 0 releases it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>to press</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys play notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys play notes, louder towards the front edge. So do the letters A to K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys play notes; so do the letters A to K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of instrument</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label more sounds, or hold out other sounds with another training.seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label some sounds, or choose a configuration that does not need it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label them, write “none” in metadata/{0}/metadata.txt if none applies, or choose a configuration that predicts missing labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last error: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency, part by part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent coordinate {0}, along principal axis {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent dimensions in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latent pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least latency of the audio device in ms; 0: automatic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it is; what exists of it is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let Max, Pure Data and other programs play along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let each stretch end where the next begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level below which the input counts as silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of the pad&apos;s sound, before the gain; −60 is silence. Gestures keep how loud a phrase was with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of exported instruments that do not name one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to Max, Pure Data and others on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to how it ends. To repair the header, open it in an audio editor and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live input moves the latent point: the instrument follows its timbre.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load: share of the time that rendering takes. Dropouts: gaps in the sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loads in nn~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for MIDI inputs again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for {devices} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up its name in the list of controls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lossy formats such as mp3 and low sample rates cut the treble like this, and saving in a better format does not bring it back. The instrument will lack it as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lower the level and record again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIDI input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIDI is off: no MIDI system of this computer answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MIDI is off: the library mido or python-rtmidi is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make that folder writable, or set VSCHAOS_CONFIG to another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make that folder writable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map as in the studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark it with a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max: play the instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Max: play the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured on held-out sounds; the instrument is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory ran out: from step {0}, a batch has {1} spectra.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge them into one class, or give each its own name in metadata/{0}/classes.txt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods and channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milliseconds that coordinates need to follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monitor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More noise, or less, than was learned: −1 is all tone, 1 all noise but for clear tones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Morph from here to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Motion of axis {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a {controller} for “{name}”… (Esc cancels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it into “data”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it out of “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to the bin (Delete)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file of tracks/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of snapshot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the instrument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one as in “cc 1” (up to 119), “bend” or “pressure”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one as in “osc /1/fader3”, or “osc /1/xy 2” for its second argument (of {0} at most).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name snapshot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name… (F2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New recordings go to “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No MIDI input was found. Connect a keyboard or controller, then look again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action needed. “Channels” on the Sounds page, or data.dataset.mix, chooses what is learnt: mean, left, right, loudest, or each as a sound of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action needed; saved as mono, it needs half the space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action needed; saved as mono, they need half the space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder of sounds is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No input was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instrument found at “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instrument has all of these words. Search for the beginning of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instrument yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No instruments here</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No pitch was found in %n&#xa0;sounds.</source>
        <comment>No pitch was found in %n&#xa0;sound.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No problems were found in these sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No real-time priority: the system did not grant it. Join the “audio” group and log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound has a label for {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound has a label yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound has a sample rate above {0} Hz, so none contains anything above {1} kHz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound has class {0} and {1} more of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound has class {0} of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound has classes {0} and {1} more of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound has classes {0} of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound has this label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound: no output device was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>MIDI input</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <comment>colour</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalise it in an audio editor and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough memory: this program may use only {0} MB (ulimit -v).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>remarks</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>of MIDI</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes on the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>to start from</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be learnt from “{0}”: all of its sounds are silent, below {1} dB below full scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be learnt from “{0}”: the learnt channels of its sounds stay below {1} dB below full scale, while others have sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be recorded: no audio output is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found at “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number the classes from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number them from 0, or raise dim of {0} in model.conditioning and model.prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number {number}, {held}. Enter recalls, Shift+Enter stores, F2 names what is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers in metadata.txt count classes from 0: use names that are not numbers, or remove classes.txt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC cannot listen and send on the same port ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC cannot listen on port {0} of {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC cannot listen on port {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC monitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSC prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSCQuery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSCQuery cannot listen on port {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OSCQuery port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {0}, there is {1} sound of {2}; a class usually has {3} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the devices does not have enough memory for this training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only channel {0} is learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the loudest channel is learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only without {label} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a gesture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an instrument file (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an instrument, or train one on your sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in Pd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one on the Play page, or train one on your sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one, or train one on a folder of sounds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sounds &amp;folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sounds folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open “{patch}” in Pure Data yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the instruments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other axes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output level in dB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output level, as the app&apos;s gain; at 0 most sounds are near {0} LUFS, {1} is silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output level; −60 is silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overfitting: it memorises these sounds. Stop now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite snapshot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;nic: silence now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past trainings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch for Max…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch for Pd…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path that all axes follow, around their positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Pitch and octave of %n&#xa0;sounds were extracted.</source>
        <comment>Pitch and octave of %n&#xa0;sound were extracted.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pitch and octave of %n&#xa0;sounds were extracted; {percent}% of the time has a pitch.</source>
        <comment>Pitch and octave of %n&#xa0;sound were extracted; {percent}% of the time has a pitch.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Pitch bend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch: {name}. With Shift, a key plays a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pitch: {name}. With Shift, keys play notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <comment>an instrument</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play it on the pad (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or stop (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or stop the &amp;gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the recorded gesture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play {instrument}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play: {sound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays a place on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays a place on the pad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays a sound through the instrument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays through “{device}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report this. “Save last 60 s” can still save the last minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {0} is the one on which this program listens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port {0} of {1} cannot be reached: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position and size of the window, in base64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position in the gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position on the map of the sounds: moves all latent coordinates to the sound there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position on the pad: latent coordinates 1 and 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing the sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Play on the Play page to start it.</source>
        <translation>Drücken Sie auf der Seite „Spielen“ auf Wiedergabe, um sie zu starten.</translation>
    </message>
    <message>
        <source>Press Play to measure it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Play, then drag here. Each point is a sound that the instrument has learned; between points you hear what lies between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects that were open, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure Data did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure Data: every method and attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure Data: play the instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pure Data: play the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the chosen address on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the whole table on the clipboard, as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise dim of {0} in model.conditioning and model.prediction to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit: ulimit -v unlimited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Randomise path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Randomise path: the sound follows another path of the same shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate of the movement of axis {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-time priority granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-time priority is not known before an output is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real-time priority is not supported on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RealtimeKit grants real-time priority {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall &amp;{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall the sound of this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a ges&amp;ture, or stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record a gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record at a higher level, or normalise the sounds in an audio editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record or export it again at a lower level; turning it down now does not restore the peaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the sound to a file, with 24 bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record to another disk, or close programs that keep it busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record what you move as a gesture; switching off ends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording is not possible while the audio output changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release time of a MIDI note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>from the queue</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove assignment of {controls}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove assignment to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove assignment to “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove data.dataset.metadata_callbacks.{0}.name to read both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it from the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it with notch filters or a noise reduction in an audio editor; before recording again, change the cable or the earth connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it, or change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove sounds from it, or leave it if the others matter more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the DC offset in an audio editor, or use a high-pass filter at 10 Hz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the label {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {name} from the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the folder metadata/{0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename “{before}” to “{after}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it by a recording that has sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace it by one with sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace sounds of a low rate by recordings in 44100 Hz or more, if there are any; otherwise leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace them by recordings with sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaces the export in the folder {name} once the new one has passed its checks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the gesture that was replaced, changed or deleted last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore the sound that was overwritten or deleted last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to the sound with which the instrument starts, on the pad and all axes (Ctrl+Home)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return to the window (F11)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right click: its recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Round it, or set data.dataset.metadata_callbacks.{0}.type=float.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “make run” or “pip install .” again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;how recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate of the instrument, in Hz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy of the instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a patch for Max with every control of this instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a patch for Pure Data with every control of this instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as .wav, .flac, .aiff or .ogg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as a file, to give it away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save last {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save or open a gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the gesture to a file, or open one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the gesture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the last minute to a file, even if nothing was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the patch in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save trainings in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save trainings in another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved “{file}” in “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search OSC addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search addresses and meanings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name, sound, tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the log for details.</source>
        <translation>Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>See what passes, message by message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed of the temperature: the same seed strays the same way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send all values and changes to the sender: to this port, or the one that it sends from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send nothing more to the sender at this port, or the one that it sends from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send to 127.0.0.1, to the port “in” of the Play page. Every change is mirrored to the port “out”. Values out of range are limited to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send “set NAME VALUE” to the left inlet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Set {label} of %n&#xa0;sounds</source>
        <comment>Set {label} of %n&#xa0;sound</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Set “Channels” on the Sounds page to automatic (data.dataset.mix=auto).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto), or invert the polarity of one channel in an audio editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto), or invert the polarity of one channel there in an audio editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shape of the movement of axis {0} around its position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the time that rendering takes, 0…1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift-click a number to store the present sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <comment>a training</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;me around</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its file in the file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its folder, and delete it there if you are sure.</source>
        <translation>Zeigen Sie den Ordner an, und löschen Sie die Datei dort, wenn Sie sicher sind.</translation>
    </message>
    <message>
        <source>Show or &amp;hide the picture of the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder of recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side {side} is active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence at once, and reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar sounds lie together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar sounds lie together · wheel: {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similar sounds lie together; a touch moves all axes to the sound under it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap to sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshot {number} is empty; Alt+{number} stores the present sound there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snapshots have the numbers 1 to {0}; {1} came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some settings ({titles}) could not be read; defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some settings could not be read; defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort the sounds into at most {0} subfolders, or write metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort them into one subfolder per class, or write metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound is at audio rate, all else is a value every {hop} samples. Set Max or Pd to {rate} Hz, or it sounds at another pitch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound processed per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds as in the studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the phase: the gradient of the spectrum (clear), or chance (rough).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed of the gesture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <comment>the queue</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new training with a lower training.learning_rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <comment>begins a sentence</comment>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again at the end of the gesture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again when it is complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start here when your sounds are listed. After a minute you can listen to what was learned; the sound goes on meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of every address, as in /vs/gain; change it if another program uses the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start of range; set above end to invert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start one (on Linux ALSA&apos;s sequencer, sudo modprobe snd-seq, or JACK) and look for devices again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or resume the training: missing sounds are prepared again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the JACK server again, then this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the server again, then quit and start this program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with a slash, as in /vs, and use letters, digits, dots, dashes and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting the trainer…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts the sound; off fades out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step} of {steps} · {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stereo: distance between left and right in the latent space. 0 is mono.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop early if there is no more improvement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop it, or wait until it ends; then open another project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now and delete the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop that training, or wait until it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this training and delete its results?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop: {sound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n&#xa0;steps. The instrument is saved and ready to play.</source>
        <comment>Stopped after %n&#xa0;step. The instrument is saved and ready to play.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped early after %n&#xa0;steps: no more improvement, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</source>
        <comment>Stopped early after %n&#xa0;step: no more improvement, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped early after %n&#xa0;steps: no more improvement. The instrument is ready to play.</source>
        <comment>Stopped early after %n&#xa0;step: no more improvement. The instrument is ready to play.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping after this step; the instrument is kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store &amp;{number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store one under this number first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store snapshot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store snapshot {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the present sound under this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggested: {kind}, {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Survives any input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sustain level of a MIDI note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between &amp;A and B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP port of the description over HTTP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP port on which addresses are described over HTTP; 0: none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: drone, soft …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it to Max or Pure Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JACK server has ended: the list of audio devices cannot be refreshed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MIDI input that plays; * for all, empty for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The MIDI input “{0}” cannot be opened: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to ping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer to query: address and values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assignment of {sources} to “{control}” was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The assignment to “{0}” has a number out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio input “{0}” cannot be opened: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio input “{0}” stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio library PortAudio is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio output “{0}” cannot be opened: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio output “{0}” is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio output “{0}” is missing; “{1}” plays instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio output “{0}” stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio output “{0}” stopped; “{1}” plays on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio server runs the sound in real time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio system cannot be started: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio system does not answer: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audio system runs the sound in real time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The beginning of every address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of {0} cancel each other in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of {0} cancel each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The channels of {0} have little in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint could not be saved in “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint in “{0}” does not fit this run&apos;s configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint “{0}” is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class “{0}” appears twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The class “{name}” of “{label}” exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes in metadata/{0}/classes.txt differ from those that would be written: whole numbers without names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes in metadata/{0}/classes.txt differ from those that would be written: {1} to {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes of pitch have no names; the sounds show that they count from A = 0, and they are used so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes of “{label}” are 0 to {last}, not {text}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The classes of “{label}” are 0, 1, 2 …, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not have enough memory for this training, not even with one spectrum at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not have enough memory for this training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer does not have enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer is nearly too slow: close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration needs labels for “{0}”, but the folder “{1}” has labels for {2} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration needs labels for “{0}”, but the folder “{1}” has no labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The control that the next {controller} will move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The core of vschaos is not compiled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curve starts with the first steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: these sounds need {0} MB in “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine failed to execute an order: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is busy and dropped an order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine is ready; no instrument is loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The engine received an invalid order: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The existing export in “{name}” is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export</source>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>The export could not be saved as “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export did not pass its check: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export&apos;s check ended unexpectedly (code {0}: {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exported file cannot be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The exported file&apos;s own description cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extraction of pitch</source>
        <translation>Die Bestimmung der Tonhöhen</translation>
    </message>
    <message>
        <source>The extraction of pitch in “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The extraction of pitch was cancelled; finished sounds are not analysed again next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures and the curves of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The filter between the instrument’s sample rate and the device’s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first instrument is ready within seconds, a sketch that improves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first sounds come during the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder metadata/{0} has no file “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of recordings “{folder}” cannot be made: {reason}.</source>
        <translation>Der Ordner „{folder}“ für Aufnahmen kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folder of sounds of this project was not found: “{folder}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of sounds that was opened last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{0}” cannot be opened: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{0}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{0}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be created: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>Der Ordner „{folder}“ kann nicht angelegt werden: {reason}.</translation>
    </message>
    <message>
        <source>The folders cannot be the classes of “{0}”: the sounds are not in two or more subfolders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The forecast</source>
        <translation>Die Vorhersage</translation>
    </message>
    <message>
        <source>The gesture that is being recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument could not be copied to change its card: {reason}</source>
        <translation>Das Instrument konnte nicht kopiert werden, um seine Karte zu ändern: {reason}</translation>
    </message>
    <message>
        <source>The instrument could not be saved as “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument does not use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument is kept; you can play it, export it, or continue the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument is too large for this computer: it used all of its time, and lost its real-time priority.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument learns the loudness of a sound with it: the pad will be quiet or loud where these sounds are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument offers a class that no sound has shown it: what it plays there is undefined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument produced an invalid sound and was reset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument produces invalid numbers: its network is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument that was played last; empty for the factory&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument uses {0}, which libtorch 2.0.1 to 2.5.1 inside nn~ cannot all run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument “{0}” cannot be opened: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument “{0}” is inconsistent: its weights do not fit its configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument “{name}” of this project was not found: “{file}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument&apos;s card cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument&apos;s card describes its label “{0}” with impossible values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument&apos;s card has no format version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument&apos;s card has the wrong kind of value in “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument&apos;s card is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument&apos;s card says {0} = {1}, which is impossible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument&apos;s hop of {0} samples cannot be used in nn~, which needs powers of two up to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyboard on the screen, and the letters A to K while it has the focus, play notes with the envelope of the Notes tab, as a MIDI keyboard does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label {0} cannot be trained: its classes are {1} to {2}; the model knows 0 to {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label {0} cannot be trained: no sound has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{0}” for all methods, {1} to {2}; at {3} the inlet is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{0}” for all methods, {1} to {2}; at {3} the predicted value is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{0}” for all methods; below {1} the inlet is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{0}” for all methods; below {1} the predicted value is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{0}” of the sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{label}” cannot be used. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{label}” does not exist any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{label}” exists already, and its values are numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{label}” exists already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{label}” needs a number, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The label “{label}” needs a whole number, not “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels could not be written in “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels could not be written in “{folder}”: {reason}.</source>
        <translation>Die Labels konnten in „{folder}“ nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>The labels could not be written to the disk: these changes are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels in metadata/{0} are not whole numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels in metadata/{0} go up to {1}, but pitch is 0 to 11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The labels {names} cannot be read: the Sounds page says why.</source>
        <comment>The label {names} cannot be read: the Sounds page says why.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The language of the window, as “de”; empty for the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last minute can be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The learnt channels are silent, while others have sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The level of a note: it rises, falls to the level at which it is held, and fades out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} cannot be loaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {0} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limiter looks ahead to catch peaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of ignored findings cannot be saved in “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of ignored findings in “{0}” cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log of the sound engine cannot be opened: {reason}.</source>
        <translation>Das Protokoll der Klangerzeugung kann nicht geöffnet werden: {reason}.</translation>
    </message>
    <message>
        <source>The model has {0} labels; {1} are possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a class must be one line without tabs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network interface on which OSC listens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of the instrument “{0}” is too large to be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of “{name}” does not fit its card.</source>
        <translation>Das Netz von „{name}“ passt nicht zu seiner Karte.</translation>
    </message>
    <message>
        <source>The only sounds that are labelled with {0} are held out for validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output is finite for any input; invalid values count as silence, and the sound recovers after them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pad shows all axes of this instrument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pad shows {share} of the sounds’ variety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pad shows {share} of the sounds’ variety · wheel: {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patch cannot be saved in “{folder}”: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place on the map of coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The place on the plane of the first two axes of coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prepared sound of “{0}” in “{1}” can no longer be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prepared sounds could not be saved in “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program returns to it when it is back and nothing sounds, or when you refresh the devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project could not be saved as “{file}”: {reason}.</source>
        <translation>Das Projekt konnte nicht als „{file}“ gesichert werden: {reason}.</translation>
    </message>
    <message>
        <source>The project that was open last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project “{name}” could not be read: {reason}.</source>
        <translation>Das Projekt „{name}“ konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>The queue waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorder was interrupted, or could not complete the header. All sound in the file is read to its end; other programs may show it as empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording {0} was not finished: its header does not say how long it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording “{file}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording “{name}” was not found. Open its folder on the Sounds page to hear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is on the clipboard. It has names of files in it: read it before you send it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The results cannot be saved in “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s folder cannot be written: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s folder “{0}” cannot be created: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run&apos;s folder “{0}” cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape; beside it, where the axis is set (line), and where it sounds (dot)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound appears twice; its first line counts.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound from here moves the instrument while live input is on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound has a label, which changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound has a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound moves from snapshot {first} to snapshot {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound of the pad is made in frames; a touch waits for the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound system asks for a block at a time; a touch waits half a block on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound “{0}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sounds in “{0}” are too short for phrases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stretch begins at {0} s, inside another; the later one counts there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stretch ends at {0} s, before or at its beginning at {1} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not grant you real-time priority (rtprio limit {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system does not grant you real-time priority, and {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system grants real-time priority {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training</source>
        <translation>Das Training</translation>
    </message>
    <message>
        <source>The training diverged: its loss is not a number. What was saved before is intact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training was ended at once.</source>
        <translation>Das Training wurde sofort beendet.</translation>
    </message>
    <message>
        <source>The training “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training “{name}”, stopped at {percent}&#xa0;%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window changes its language at the next start.</source>
        <translation>Das Fenster wechselt die Sprache beim nächsten Start.</translation>
    </message>
    <message>
        <source>Their mean is learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their sound is learnt, but not their label; the label&apos;s control then works less well for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then move a {controller}: it will move the control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then, one after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are already {0} peers; no more can be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no controllers “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no sounds to train on yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too many folders ({0}) to be the classes of “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {most} labels, the most that a model can have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no MIDI channel {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no MIDI controller “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no MIDI input “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no audio input on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no audio output on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no audio {0} “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no control “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no gesture to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no instrument of this kind yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no instrument to export yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no instrument to play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no instrument to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no snapshot {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound to save yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no sound: no audio output is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing at “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only less than a second of sound in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only {0} s of sound in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These come with the program. Yours will be here too, and any file that you open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These sounds have no {names}: extract pitch on the Sounds page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These sounds last {sound}; an idle small computer takes about {time}, a busy one several times that. You can go on working meanwhile, and cancel: finished sounds are not analysed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are learnt as different classes, and appear under the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are read once, and cut into moments of a twentieth of a second.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does no harm: sounds are learnt in mono. The files are larger than necessary.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This has happened before. Press Play to start it again. Details are in “{log}”.</source>
        <translation>Das ist schon einmal geschehen. Drücken Sie auf Wiedergabe, um sie neu zu starten. Einzelheiten stehen in „{log}“.</translation>
    </message>
    <message>
        <source>This instrument has no map; newly trained instruments have one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This instrument has no pitch control: every key plays the sound of the pad.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This instrument was made by a newer version (format {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is “{copy}” now, a copy of “{name}”, which stays as it was.</source>
        <translation>Dies ist jetzt „{copy}“, eine Kopie von „{name}“, das bleibt, wie es war.</translation>
    </message>
    <message>
        <source>This page writes a file for the object nn~, with patches. Or let a patch steer the studio by OSC: Play, Setup. F1 explains whatever you are at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program could not start another thread.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program may use {0} MB of memory (ulimit -v), but needs {1} MB to start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project is new: nothing was done in it yet.</source>
        <translation>Dieses Projekt ist neu: Darin wurde noch nichts getan.</translation>
    </message>
    <message>
        <source>This system has no real-time priority ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This training has no sounds to listen to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time that the sound takes to follow the pad and the axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To play with a phone: choose a control, press Assign, and move a fader of its app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too early for a trend.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touch the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <comment>title of a page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train an instrument on the sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train for a while first, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train it next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train next…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one on a folder of your sounds, or drop {suffix} files on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the instrument with a hop of that kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train: switch between the original and the instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Trained on %n sounds, {minutes} min</source>
        <comment>Trained on %n sound, {minutes} min</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Training on %n&#xa0;sounds ({time})</source>
        <comment>Training on %n&#xa0;sound ({time})</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Training time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training “{name}”, {percent}&#xa0;%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training “{name}”…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trainings folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trim the beginning and the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Turn the volume down first: coordinates far from the training sounds can be loud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turning “{0}” into a module for nn~.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two sounds side by side: 0 is A, 1 is B; each keeps its changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a number: 0, 1, 2 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a whole number, or a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type one of its classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type one of {names}, or 0 to 11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type one, such as 0.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP port that changes are sent to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UDP port that the studio listens on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {title} (Ctrl+Z)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable labels count as unlabelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update vschaos studio to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use .wav or .flac.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a name with letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use device auto or cpu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer classes, or a number instead of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters without accents, digits, - and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use longer sounds, or join several into one file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use of the label {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use recordings in 44100 Hz or more, if there are any; resampling these does not bring the treble back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the original recordings, if there are any; otherwise leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vertical position on the pad: latent coordinate 2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WAV, AIFF, FLAC, OGG, MP3, M4A, the sound of films, and more;
any sample rate, any number of channels, with subfolders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What plays the instrument: keys play notes, controllers move what they are assigned to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of the pad&apos;s points show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the colours of the points show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the instrument makes of the same sound ({key} switches)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sound system reports for itself and its device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was heard in the last seconds: low sounds at the foot, high ones above, loud ones bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was heard in the last seconds: low sounds at the foot, the newest on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before can be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved until then is kept.</source>
        <translation>Was bis dahin gesichert war, bleibt erhalten.</translation>
    </message>
    <message>
        <source>When it is back, quit and start this program again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where OSC listens: this computer&apos;s own address, or one of a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where live sound comes from; empty for the system&apos;s default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where recordings are kept; empty: “vschaos studio” in your music.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the phase comes from; forward alone has an input, whose coordinates then neither stray nor glide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the point sounds while automation moves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the sound goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the sound goes; empty for the system&apos;s default.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where trainings are kept; empty: “vschaos studio/runs” in your documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the Play page shows a picture of the sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the Train page shows the figures and the curves of a training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the pad shows the map instead of the plane, where there are more than two axes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the tour was shown; it is at the first start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which instruments are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While the gesture plays, what you move replaces what was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who may play over OSC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows does not give the engine priority (error {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows gives the engine priority over ordinary programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With more latency, fewer gaps are heard, and each touch later. A JACK server decides for itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of yours, which the search finds; kept on this computer, not in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a decimal point: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number, none, or list the name in classes.txt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a number, or none for unlabelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write data/SOUND, a tab and the value, or none for unlabelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write its number and a tab before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write metadata/{0}/metadata.txt, or choose a configuration that does not need it; where subfolders are the classes, set data.dataset.metadata_callbacks.{1}.name=read_folder_names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write seconds with decimal points, for example 0.5,1.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the earlier time first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the line “@audio - rtprio 95” into /etc/security/limits.d/95-audio.conf, join the group with “sudo usermod -aG audio $USER”, and log in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write values into metadata/{0}/metadata.txt, or choose a configuration without {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can play during the training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can start the queue at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have no permission to open the folder “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You see how close it comes, and hear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your files are not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Your labels {names} become controls of the instrument, unless you choose otherwise.</source>
        <comment>Your label {names} becomes a control of the instrument, unless you choose otherwise.</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Your settings could not be saved in “{folder}”: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your work goes on in “{copy}”, beside it. Nothing was lost.</source>
        <translation>Ihre Arbeit geht daneben in „{copy}“ weiter. Nichts ging verloren.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours</source>
        <comment>instruments</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a card: inlets, attributes, latency, licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a sketch</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n hours</source>
        <comment>about %n hour</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <comment>about %n minute</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {hours} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>all %n&#xa0;steps</source>
        <comment>all %n&#xa0;step</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>always {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an hour or so</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>and %n more</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>as most of these sounds are short strokes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as most of these sounds have pitch and octave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as most of this sound is low and sustained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as there is much to learn: {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at step {step} · the key {key} switches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>axis {axis}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breathy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bright</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brownian</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours: file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colours: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comes in from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>controller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dB, lower is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>darker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>divergence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fade to half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow a sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from</source>
        <comment>range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a place to coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from coordinates to a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half an hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half an hour or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hard to tell apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>higher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <comment>inlets</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <comment>port</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <comment>message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep input phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lissajous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>louder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loudness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low to high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mono</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nn~ cannot use this instrument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no dropouts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>on all %n&#xa0;sounds</source>
        <comment>on all %n&#xa0;sound</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on {labelled} of %n&#xa0;sounds</source>
        <comment>on {labelled} of %n&#xa0;sound</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>out</source>
        <comment>outlets</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <comment>port</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <comment>message</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pitch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play a sound through it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>play the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quieter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recognisable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resampling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends to {address} · asked for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends to {address} · no program listens there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sends to {address} · the port out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent: {arguments}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spiral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>square</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>starting the engine…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stereo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as CC0-1.0 or CC-BY-4.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the instrument, for nn~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object of {method} for {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sound engine has stopped; press Play to restart it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time left unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <comment>range</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to Max and Pure Data, with nn~</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>triangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>varies&#xa0;({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>walk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it is, and how to play it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>which learns {time} of sound quickly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Its first {1} s are kept in “{2}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The previous instrument plays on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are clipped, their peaks cut off: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are mono, stored in several equal channels: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are more than {1} dB {2} than the others: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are mostly silent: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are silent in the channels that are learnt: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are silent: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are the same file, byte for byte.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are the same recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are unfinished recordings, whose headers do not say how long they are: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} are very short: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} attributes can be set between any two buffers; invalid values are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} conditions the encoder, so it cannot be predicted: the prediction would change the encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} end abruptly at about {1} kHz, with nothing above: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ends abruptly at {1} kHz: nothing is above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exist more than once, in {1} files: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a DC offset of {1} % of full scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a different dim or kind in model.conditioning and in model.prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a long silence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has a sample rate of {1}, the others have {2} Hz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has class {1}; the model knows 0 to {2}, others are unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has mains hum ({1} and multiples).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has sound on some of its channels only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have a DC offset, of up to {1} % of full scale: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have another sample rate ({1}) than the others ({2} Hz): {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have channels that cancel each other in parts: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have channels that cancel each other: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have channels with little in common: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have mains hum ({1} and multiples): {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have silences of {1} s or more: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} have sound on some of their channels only: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is clipped: its peaks are cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is mono: its channels are equal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is more than {1} dB {2} than the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is mostly silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a whole number, but the task has the type int.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is read as float, but in the model it is a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is silent in the channels that are learnt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is silent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is very short.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more lines of {1} cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} are not labelled with {2}: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} is not labelled with {2}: {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} places of the map match the app’s map: differences up to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} places of the plane match the app’s map: differences up to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} samples of “{1}” are clipped: they were above full scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: shapes, ratios, labels, {1} attributes and the description agree.</source>
        <translation type="unfinished"></translation>
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
        <source>{controller}, channel {channel}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {most} sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} were done before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} dB held out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{error} dB held out, {closeness}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{factors}, on one processor of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} in the folder is {other}. Choose another name to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours}&#xa0;h {minutes}&#xa0;min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours}&#xa0;h&#xa0;{minutes}&#xa0;min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{instrument} gesture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: {value} ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{latency} ms latency · {dropouts} · {load} % load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low}&#xa0;to&#xa0;{high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{method} {factor} × real time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}&#xa0;min&#xa0;{seconds}&#xa0;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} ({low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, in milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name}, {host_api}, %n channels</source>
        <comment>{name}, {host_api}, %n channel</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: end of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: highest number that comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: lowest number that comes in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: start of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}:&#xa0;{count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} % load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{rate} Hz, window {window}, hop {hop}, %n axes</source>
        <comment>{rate} Hz, window {window}, hop {hop}, %n axis</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{received} in · {sent} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{received} in · {sent} out · {refused} refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} – end: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} – {end} s: {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{step} of %n&#xa0;steps</source>
        <comment>{step} of %n&#xa0;step</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{verb}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} (Ctrl+{digit})</source>
        <translation type="unfinished"></translation>
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
        <source>{what} is not finished.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Channels” on the Sounds page, or data.dataset.mix, chooses what is learnt: mean, left, right, loudest, or each as a sound of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Max” and “Pd” copy the object: press n in Max, Ctrl+1 in Pd, and paste it into the empty box.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“Save last 60 s” can still save the last minute. Do not move a file while it is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“low” and “high” go from 0 to 1, “least” and “most” differ, and the curve is above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“note” takes a key and a velocity; {0} values came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“note” takes a velocity from 0 to 1; {0} came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“note” takes a whole key from 0 to {0}; {1} came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“status” takes 1 or 0, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” already exists, and {1} in it is {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” answers {1} to “{2}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” came more than {1} times a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” can no longer be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be ignored: its name contains a line break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be read: it is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be read: you have no permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be sent over OSC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a label; use letters without accents, digits, - and _.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be used as a {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be written: “{1}” is not a recording format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot be written: “{1}” is not a supported format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” cannot have a label: its name has a tab or a line break.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” changed while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” contains more data than an instrument can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” contains more files than an instrument can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” contains no instrument of a finished checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” contains no instrument of version {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” contains no sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” contains only zeros.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” contains values that are not numbers, the first at {1} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” could not be recorded: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: the disk refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: you have no permission to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not end in .json or .csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” ends before its sound begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has an impossible sample rate of {1} Hz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no checkpoint to resume from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no sound track.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” has no version {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is a folder, not an audio file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is being recorded already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is damaged or ends inside its header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is damaged, or is not an instrument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is empty (0 bytes).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is in a format that needs PyAV, which is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is incomplete in “{1}”: the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is incomplete or damaged: only about {1} s of its {2} s can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is incomplete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is incomplete: its disk was more than a minute late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is incomplete: its last part is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is neither a number nor a class of classes.txt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a checkpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a class number, a tab and a name, like the other lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a prefix of OSC addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not a sound, a tab and a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not an OSC address that can be assigned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not an audio file, although its name says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not an ordinary file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not in “{1}” any more: it was moved or deleted while it was recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not onset,offset, a tab and a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not the address of an interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is not the folder of a training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” is raw data without a header: its rate and format are unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” names a track, and read_single_metadata reads single values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” peaks {1} dB over full scale: it is damaged, or has integers saved as floats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” takes no value, or one; {1} came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” takes numbers; something else came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” takes ordinary numbers; infinity or not-a-number came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” takes {1} value; {2} came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” takes {1} values; {2} came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was made by another version of this program, and cannot be resumed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was not saved: there was no sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}” was trained with other settings, so this training cannot start from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{0}…” is not onset,offset, a tab and a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be opened as a project: it is damaged, or something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be opened as a project: {reason}</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” exists already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” was saved by a newer version of vschaos studio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” has no class “{name}” any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot name a class of “{label}”: it is a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot name a class of “{label}”: it means unlabelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot name a label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is a new class of {task}. Undo removes it.</source>
        <translation>„{name}“ ist eine neue Klasse von {task}. „Rückgängig“ entfernt sie.</translation>
    </message>
    <message>
        <source>“{name}” is in the system&apos;s bin now; from there it can be put back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is played now. Play another one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is ready for Max and Pd.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is ready to play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>„{name}“ wurde von einem anderen Programm geändert.</translation>
    </message>
    <message>
        <source>“{name}” was removed from the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“{name}” · then %n more</source>
        <comment>“{name}” · then %n more</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” · {request}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a pitch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
