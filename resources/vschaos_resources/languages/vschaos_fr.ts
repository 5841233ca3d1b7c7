<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>  or  </source>
        <translation>  ou  </translation>
    </message>
    <message>
        <source> (not connected)</source>
        <translation> (non connecté)</translation>
    </message>
    <message numerus="yes">
        <source>%n dropouts</source>
        <comment>%n dropout</comment>
        <translation>
            <numerusform>%n coupure</numerusform>
            <numerusform>%n coupures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n latent dimensions · {rate} · hop {hop} samples</source>
        <comment>%n latent dimension · {rate} · hop {hop} samples</comment>
        <translation>
            <numerusform>%n dimension latente · {rate} · pas de {hop} échantillons</numerusform>
            <numerusform>%n dimensions latentes · {rate} · pas de {hop} échantillons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>%n more</comment>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {sounds}&#xa0;sounds have a label.</source>
        <comment>%n of {sounds}&#xa0;sounds has a label.</comment>
        <translation>
            <numerusform>%n son sur {sounds} a une étiquette.</numerusform>
            <numerusform>%n sons sur {sounds} ont une étiquette.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of {sounds}&#xa0;sounds have a label; in {varying} of them it changes.</source>
        <comment>%n of {sounds}&#xa0;sounds has a label, which changes.</comment>
        <translation>
            <numerusform>%n son sur {sounds} a une étiquette, qui varie.</numerusform>
            <numerusform>%n sons sur {sounds} ont une étiquette&#xa0;; elle varie dans {varying} d’entre eux.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;changes of labels in “{folder}”</source>
        <comment>%n&#xa0;change of labels in “{folder}”</comment>
        <translation>
            <numerusform>%n&#xa0;modification d’étiquettes dans «&#xa0;{folder}&#xa0;»</numerusform>
            <numerusform>%n&#xa0;modifications d’étiquettes dans «&#xa0;{folder}&#xa0;»</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;channels</source>
        <comment>%n&#xa0;channel</comment>
        <translation>
            <numerusform>%n&#xa0;canal</numerusform>
            <numerusform>%n&#xa0;canaux</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;classes</source>
        <comment>%n&#xa0;class</comment>
        <translation>
            <numerusform>%n&#xa0;classe</numerusform>
            <numerusform>%n&#xa0;classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;hours</source>
        <comment>%n&#xa0;hour</comment>
        <translation>
            <numerusform>%n&#xa0;heure</numerusform>
            <numerusform>%n&#xa0;heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;ignored</source>
        <comment>%n&#xa0;ignored</comment>
        <translation>
            <numerusform>%n&#xa0;ignoré</numerusform>
            <numerusform>%n&#xa0;ignorés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;left out</source>
        <comment>%n&#xa0;left out</comment>
        <translation>
            <numerusform>%n&#xa0;écarté</numerusform>
            <numerusform>%n&#xa0;écartés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;lines of the label files cannot be read, see the Labels tab: correct them first, or:</source>
        <comment>%n&#xa0;line of the label files cannot be read, see the Labels tab: correct them first, or:</comment>
        <translation>
            <numerusform>%n&#xa0;ligne des fichiers d’étiquettes est illisible, voir l’onglet Étiquettes&#xa0;: corrigez-la d’abord, ou&#xa0;:</numerusform>
            <numerusform>%n&#xa0;lignes des fichiers d’étiquettes sont illisibles, voir l’onglet Étiquettes&#xa0;: corrigez-les d’abord, ou&#xa0;:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;minutes</source>
        <comment>%n&#xa0;minute</comment>
        <translation>
            <numerusform>%n&#xa0;minute</numerusform>
            <numerusform>%n&#xa0;minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;notes</source>
        <comment>%n&#xa0;note</comment>
        <translation>
            <numerusform>%n&#xa0;remarque</numerusform>
            <numerusform>%n&#xa0;remarques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;problems</source>
        <comment>%n&#xa0;problem</comment>
        <translation>
            <numerusform>%n&#xa0;problème</numerusform>
            <numerusform>%n&#xa0;problèmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;sounds</source>
        <comment>%n&#xa0;sound</comment>
        <translation>
            <numerusform>%n&#xa0;son</numerusform>
            <numerusform>%n&#xa0;sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;sounds outside such folders stay unlabelled.</source>
        <comment>%n&#xa0;sound outside such folders stay unlabelled.</comment>
        <translation>
            <numerusform>%n&#xa0;son hors de ces dossiers reste sans étiquette.</numerusform>
            <numerusform>%n&#xa0;sons hors de ces dossiers restent sans étiquette.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;steps</source>
        <comment>%n&#xa0;step</comment>
        <translation>
            <numerusform>%n&#xa0;pas</numerusform>
            <numerusform>%n&#xa0;pas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;trainings in the queue: {names}</source>
        <comment>%n&#xa0;training in the queue: {names}</comment>
        <translation>
            <numerusform>%n&#xa0;entraînement dans la file d’attente&#xa0;: {names}</numerusform>
            <numerusform>%n&#xa0;entraînements dans la file d’attente&#xa0;: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;trainings waiting in the queue: {names}</source>
        <comment>%n&#xa0;training waiting in the queue: {names}</comment>
        <translation>
            <numerusform>%n&#xa0;entraînement dans la file d’attente&#xa0;: {names}</numerusform>
            <numerusform>%n&#xa0;entraînements dans la file d’attente&#xa0;: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n&#xa0;warnings</source>
        <comment>%n&#xa0;warning</comment>
        <translation>
            <numerusform>%n&#xa0;avertissement</numerusform>
            <numerusform>%n&#xa0;avertissements</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;About {program}</source>
        <translation>À &amp;propos de {program}</translation>
    </message>
    <message>
        <source>&amp;Add a label…</source>
        <translation>&amp;Ajouter une étiquette…</translation>
    </message>
    <message>
        <source>&amp;Browse instruments…</source>
        <translation>Parcourir les &amp;instruments…</translation>
    </message>
    <message>
        <source>&amp;Documentation</source>
        <translation>&amp;Documentation</translation>
    </message>
    <message>
        <source>&amp;Duplicate project</source>
        <translation>&amp;Dupliquer le projet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xporter</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Fill from folder names…</source>
        <translation>&amp;Remplir d’après les dossiers…</translation>
    </message>
    <message>
        <source>&amp;Freeze</source>
        <translation>Ge&amp;ler</translation>
    </message>
    <message>
        <source>&amp;Full pad</source>
        <translation>&amp;Pad plein écran</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Guide</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;ide</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Raccourcis clavier</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Nouveau projet</translation>
    </message>
    <message>
        <source>&amp;OSC addresses</source>
        <translation>Adresses &amp;OSC</translation>
    </message>
    <message>
        <source>&amp;Open instrument…</source>
        <translation>&amp;Ouvrir un instrument…</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Jouer</translation>
    </message>
    <message>
        <source>&amp;Play or stop</source>
        <translation>&amp;Jouer ou arrêter</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>&amp;Record, or stop recording</source>
        <translation>En&amp;registrer, ou arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rétablir</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>&amp;Rétablir&#xa0;: {step}</translation>
    </message>
    <message>
        <source>&amp;Remove a label…</source>
        <translation>&amp;Supprimer une étiquette…</translation>
    </message>
    <message>
        <source>&amp;Save a copy of the instrument as…</source>
        <translation>Enregistrer une &amp;copie de l’instrument sous…</translation>
    </message>
    <message>
        <source>&amp;Save the last minute</source>
        <translation>Enregistrer la dernière &amp;minute</translation>
    </message>
    <message>
        <source>&amp;Sounds</source>
        <translation>&amp;Sons</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Entraîner</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>&amp;Annuler&#xa0;: {step}</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Affichage</translation>
    </message>
    <message>
        <source>0 is the input itself, 1 the instrument alone.</source>
        <translation>0 est l’entrée elle-même, 1 l’instrument seul.</translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation>0 ou 1</translation>
    </message>
    <message>
        <source>1 is linear; above 1 starts slowly, below 1 starts quickly</source>
        <translation>1 est linéaire&#xa0;; au-dessus de 1, le début est lent, au-dessous, rapide</translation>
    </message>
    <message>
        <source>1 plays, 0 fades out.</source>
        <translation>1 joue, 0 éteint en fondu.</translation>
    </message>
    <message>
        <source>1 restarts every method.</source>
        <translation>1 redémarre chaque méthode.</translation>
    </message>
    <message>
        <source>1 sound</source>
        <translation>1 son</translation>
    </message>
    <message>
        <source>1 … 9, or click the number</source>
        <translation>1 … 9, ou clic sur le numéro</translation>
    </message>
    <message>
        <source>30&#xa0;min</source>
        <translation>30&#xa0;min</translation>
    </message>
    <message>
        <source>30&#xa0;min or more</source>
        <translation>30&#xa0;min ou plus</translation>
    </message>
    <message>
        <source>A MIDI message could not be handled; MIDI goes on.</source>
        <translation>Un message MIDI n’a pas pu être traité&#xa0;; le MIDI continue.</translation>
    </message>
    <message>
        <source>A bundle came whose parts do not fit it.</source>
        <translation>Un groupe est arrivé dont les parties ne correspondent pas.</translation>
    </message>
    <message>
        <source>A constant offset is inaudible, but it clicks where a sound begins and ends, and is learnt as a very low tone.</source>
        <translation>Une composante continue est inaudible, mais elle claque au début et à la fin d’un son, et s’apprend comme un son très grave.</translation>
    </message>
    <message>
        <source>A copy of the damaged file is “{file}”.</source>
        <translation>Une copie du fichier endommagé est «&#xa0;{file}&#xa0;».</translation>
    </message>
    <message>
        <source>A datagram came that is not OSC.</source>
        <translation>Un datagramme est arrivé qui n’est pas de l’OSC.</translation>
    </message>
    <message>
        <source>A few minutes of one kind of sound make a good first instrument.</source>
        <translation>Quelques minutes d’un même genre de son font un bon premier instrument.</translation>
    </message>
    <message>
        <source>A folder of recordings, dropped anywhere on the window, is listed here with what may be wrong with it. A few minutes of sound are enough.</source>
        <translation>Un dossier d’enregistrements, déposé n’importe où sur la fenêtre, est listé ici avec ce qui pourrait ne pas aller. Quelques minutes de son suffisent.</translation>
    </message>
    <message>
        <source>A gamepad has no channels.</source>
        <translation>Une manette n’a pas de canaux.</translation>
    </message>
    <message>
        <source>A keyboard chooses the note, the pad the colour. For sounds of which at least some have pitch and octave.</source>
        <translation>Un clavier choisit la note, le pad la couleur. Pour des sons dont au moins certains ont pitch et octave.</translation>
    </message>
    <message>
        <source>A label cannot be called “{0}”; use letters without accents, digits, - and _.</source>
        <translation>Un label ne peut pas s’appeler «&#xa0;{0}&#xa0;»&#xa0;; utilisez des lettres sans accents, des chiffres, - et _.</translation>
    </message>
    <message>
        <source>A label of the sound, by its name.</source>
        <translation>Un label du son, par son nom.</translation>
    </message>
    <message>
        <source>A label that is unknown follows its inlet, or the sound that comes in.</source>
        <translation>Une étiquette inconnue suit son entrée, ou le son qui arrive.</translation>
    </message>
    <message>
        <source>A label: its place from 1, its name, its lowest, highest and present value, the names of its classes.</source>
        <translation>Une étiquette&#xa0;: sa place à partir de 1, son nom, ses valeurs minimale, maximale et présente, les noms de ses classes.</translation>
    </message>
    <message>
        <source>A latent space for each value</source>
        <translation>Un espace latent par valeur</translation>
    </message>
    <message>
        <source>A message came whose address, or list of types, does not end within {0} bytes.</source>
        <translation>Un message est arrivé dont l’adresse, ou la liste de types, ne se termine pas avant {0} octets.</translation>
    </message>
    <message>
        <source>A message came with values of an unknown type.</source>
        <translation>Un message est arrivé avec des valeurs d’un type inconnu.</translation>
    </message>
    <message>
        <source>A microphone that hears the loudspeakers feeds back: use headphones.</source>
        <translation>Un micro qui entend les haut-parleurs provoque un larsen&#xa0;: utilisez un casque.</translation>
    </message>
    <message>
        <source>A neural network analyses every sound and writes down which note it plays, and when: the label pitch is the note’s name, C to B, and octave is its octave. An instrument trained with them can be played from a keyboard.</source>
        <translation>Un réseau de neurones analyse chaque son et note quelle note il joue, et quand&#xa0;: l’étiquette pitch est le nom de la note, de C (do) à B (si), et octave son octave. Un instrument entraîné avec elles se joue au clavier.</translation>
    </message>
    <message>
        <source>A neural network finds the notes of the sounds</source>
        <translation>Un réseau de neurones trouve les notes des sons</translation>
    </message>
    <message>
        <source>A new process loaded it as nn~ does, and checked:</source>
        <translation>Un nouveau processus l’a chargé comme le fait nn~, et a vérifié&#xa0;:</translation>
    </message>
    <message>
        <source>A number: how bright, how loud …</source>
        <translation>Un nombre&#xa0;: plus ou moins brillant, fort…</translation>
    </message>
    <message>
        <source>A port is one whole number from {0} to 65535.</source>
        <translation>Un port est un nombre entier de {0} à 65535.</translation>
    </message>
    <message>
        <source>A query takes the name of one control, such as pad or latent/z1.</source>
        <translation>Une requête nomme une commande, comme pad ou latent/z1.</translation>
    </message>
    <message>
        <source>A recording was cut off when the sound engine stopped. It is saved: “{file}”, {time}.</source>
        <translation>Un enregistrement a été coupé quand le moteur audio s’est arrêté. Il est sauvegardé&#xa0;: «&#xa0;{file}&#xa0;», {time}.</translation>
    </message>
    <message>
        <source>A small network is trained to reconstruct them.</source>
        <translation>Un petit réseau est entraîné à les reconstruire.</translation>
    </message>
    <message>
        <source>A sound that is there twice counts twice; and where one copy is held out for validation, the error looks too good.</source>
        <translation>Un son présent deux fois compte double&#xa0;; et si une copie est réservée pour la validation, l’erreur paraît trop bonne.</translation>
    </message>
    <message>
        <source>A sound that was not learned, as it is ({key} switches)</source>
        <translation>Un son qui n’a pas été appris, tel quel ({key} alterne)</translation>
    </message>
    <message>
        <source>A touch moves the two axes along which the sounds differ most; the others are sliders</source>
        <translation>Un toucher déplace les deux axes selon lesquels les sons diffèrent le plus&#xa0;; les autres ont des curseurs</translation>
    </message>
    <message>
        <source>A touch plays the nearest training sound itself, instead of what lies between the sounds</source>
        <translation>Un toucher joue le son d’entraînement le plus proche lui-même, au lieu de ce qui se trouve entre les sons</translation>
    </message>
    <message>
        <source>A training that was continued is not deleted: stop and keep it</source>
        <translation>Un entraînement repris n’est pas supprimé&#xa0;: l’arrêter et le garder</translation>
    </message>
    <message>
        <source>A walk</source>
        <translation>Une promenade</translation>
    </message>
    <message>
        <source>A walk through the instrument&apos;s latent space, as on the pad</source>
        <translation>Une promenade dans l’espace latent de l’instrument, comme sur le pad</translation>
    </message>
    <message>
        <source>A&amp;ll axes to the start</source>
        <translation>&amp;Tous les axes au départ</translation>
    </message>
    <message>
        <source>About {program}</source>
        <translation>À propos de {program}</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Add +data.dataset.root=FOLDER.</source>
        <translation>Ajoutez +data.dataset.root=FOLDER.</translation>
    </message>
    <message>
        <source>Add a label</source>
        <translation>Ajouter une étiquette</translation>
    </message>
    <message>
        <source>Add instruments to your library</source>
        <translation>Ajouter des instruments à votre bibliothèque</translation>
    </message>
    <message>
        <source>Add it again, or undo.</source>
        <translation>Ajoutez-la de nouveau, ou annulez.</translation>
    </message>
    <message>
        <source>Add sounds of this class, or avoid it when you play.</source>
        <translation>Ajoutez des sons de cette classe, ou évitez-la en jouant.</translation>
    </message>
    <message>
        <source>Add sounds to it, or leave it if the others matter more.</source>
        <translation>Ajoutez-y des sons, ou laissez ainsi si les autres comptent davantage.</translation>
    </message>
    <message>
        <source>Add sounds: some minutes, better an hour.</source>
        <translation>Ajoutez des sons&#xa0;: quelques minutes, mieux une heure.</translation>
    </message>
    <message>
        <source>Add the label {label}</source>
        <translation>Ajouter l’étiquette {label}</translation>
    </message>
    <message>
        <source>Add {0}.</source>
        <translation>Ajoutez {0}.</translation>
    </message>
    <message>
        <source>Add, fill, rename and remove labels</source>
        <translation>Ajouter, remplir, renommer et supprimer des étiquettes</translation>
    </message>
    <message>
        <source>Added to your library: {names}.</source>
        <translation>Ajouté à votre bibliothèque&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Address already in use</source>
        <translation>Adresse déjà utilisée</translation>
    </message>
    <message>
        <source>Address and sentence, when a message cannot be used.</source>
        <translation>Adresse et phrase, quand un message est inutilisable.</translation>
    </message>
    <message>
        <source>Address of new versions</source>
        <translation>Adresse des nouvelles versions</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Addresses…</source>
        <translation>Adresses…</translation>
    </message>
    <message>
        <source>Adds to the existing folder {name}.</source>
        <translation>Complète le dossier existant {name}.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>After the first changed sample: the new sound fades in over the synthesis window.</source>
        <translation>Après le premier échantillon changé&#xa0;: le nouveau son apparaît en fondu sur la fenêtre de synthèse.</translation>
    </message>
    <message>
        <source>All addresses, to read and to copy</source>
        <translation>Toutes les adresses, à lire et à copier</translation>
    </message>
    <message>
        <source>All axes to the start</source>
        <translation>Tous les axes au départ</translation>
    </message>
    <message>
        <source>All inputs</source>
        <translation>Toutes les entrées</translation>
    </message>
    <message>
        <source>All instruments</source>
        <translation>Tous les instruments</translation>
    </message>
    <message>
        <source>All instruments as cards (Ctrl+B)</source>
        <translation>Tous les instruments en fiches (Ctrl+B)</translation>
    </message>
    <message>
        <source>All its steps are done. Choose under Time how much longer to train.</source>
        <translation>Tous ses pas sont faits. Choisissez sous Durée combien de temps entraîner encore.</translation>
    </message>
    <message>
        <source>All latent coordinates at once.</source>
        <translation>Toutes les coordonnées latentes à la fois.</translation>
    </message>
    <message>
        <source>All networks</source>
        <translation>Tous les réseaux</translation>
    </message>
    <message>
        <source>All parts of a sound count equally in training: silence wastes time and capacity for what you want to hear.</source>
        <translation>Toutes les parties d’un son comptent autant à l’entraînement&#xa0;: le silence prend du temps et de la place à ce que vous voulez entendre.</translation>
    </message>
    <message>
        <source>All sounds</source>
        <translation>Tous les sons</translation>
    </message>
    <message>
        <source>All sounds are resampled to the model&apos;s rate. A sound of a lower rate lacks treble, and the instrument will lack it as well.</source>
        <translation>Tous les sons sont convertis à la fréquence du modèle. Un son de fréquence plus basse manque d’aigus, et l’instrument en manquera aussi.</translation>
    </message>
    <message>
        <source>All sounds of “{0}” are left out.</source>
        <translation>Tous les sons de «&#xa0;{0}&#xa0;» sont omis.</translation>
    </message>
    <message>
        <source>All {0} operators exist in libtorch {1} to {2}, which nn~ uses.</source>
        <translation>Les {0} opérateurs existent tous dans libtorch {1} à {2}, qu’utilise nn~.</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+9, or Shift + click the number</source>
        <translation>Alt+1 … Alt+9, ou Maj + clic sur le numéro</translation>
    </message>
    <message>
        <source>An assignment moves one value, and “{0}” has {1}.</source>
        <translation>Une affectation déplace une valeur, et «&#xa0;{0}&#xa0;» en a {1}.</translation>
    </message>
    <message>
        <source>An axis: its number and its title; where sounds become brighter along it, as “z3 brighter”.</source>
        <translation>Un axe : son numéro et son titre ; là où les sons y deviennent plus brillants, sous la forme « z3 brighter ».</translation>
    </message>
    <message>
        <source>An instrument cannot learn a label with this name.</source>
        <translation>Un instrument ne peut pas apprendre un label de ce nom.</translation>
    </message>
    <message>
        <source>An instrument cannot learn it: a training that needs it does not start.</source>
        <translation>Un instrument ne peut pas l’apprendre&#xa0;: un entraînement qui en a besoin ne démarre pas.</translation>
    </message>
    <message>
        <source>An instrument has only the treble of its sounds: this one will sound dull.</source>
        <translation>Un instrument n’a que les aigus de ses sons&#xa0;: celui-ci sonnera sourd.</translation>
    </message>
    <message>
        <source>An instrument plays what lies between its sounds: with so little it only learns them by heart.</source>
        <translation>Un instrument joue ce qui se trouve entre ses sons&#xa0;: avec si peu, il les apprend seulement par cœur.</translation>
    </message>
    <message>
        <source>An instrument with more axes than the pad shows them here.</source>
        <translation>Un instrument qui a plus d’axes que le pad les montre ici.</translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation>Une erreur interne s’est produite.</translation>
    </message>
    <message numerus="yes">
        <source>Analysing %n&#xa0;sounds, {time}</source>
        <comment>Analysing %n&#xa0;sound, {time}</comment>
        <translation>
            <numerusform>Analyse de %n&#xa0;son, {time}</numerusform>
            <numerusform>Analyse de %n&#xa0;sons, {time}</numerusform>
        </translation>
    </message>
    <message>
        <source>Announced is {version}. Keep yours.</source>
        <translation>La version annoncée est {version}. Gardez la vôtre.</translation>
    </message>
    <message>
        <source>Another number is another path of the same shape.</source>
        <translation>Un autre nombre est un autre chemin de la même forme.</translation>
    </message>
    <message>
        <source>Another program has changed the labels of these sounds.</source>
        <translation>Un autre programme a modifié les labels de ces sons.</translation>
    </message>
    <message>
        <source>Another program has changed the labels.</source>
        <translation>Un autre programme a modifié les labels.</translation>
    </message>
    <message>
        <source>Another program has written “{file}”.</source>
        <translation>Un autre programme a écrit «&#xa0;{file}&#xa0;».</translation>
    </message>
    <message>
        <source>Another program is training “{0}” now.</source>
        <translation>Un autre programme entraîne «&#xa0;{0}&#xa0;» en ce moment.</translation>
    </message>
    <message>
        <source>Another time…</source>
        <translation>Autre durée…</translation>
    </message>
    <message>
        <source>Answered by every control&apos;s values and the status.</source>
        <translation>Réponse&#xa0;: les valeurs de toutes les commandes et l’état.</translation>
    </message>
    <message>
        <source>Answered by pong; with a port, answers go there from now on.</source>
        <translation>Réponse&#xa0;: pong&#xa0;; avec un port, les réponses y vont désormais.</translation>
    </message>
    <message>
        <source>Answered by reply: a control&apos;s address and its values.</source>
        <translation>Réponse&#xa0;: reply, avec l’adresse et les valeurs d’une commande.</translation>
    </message>
    <message>
        <source>Answered by the status; 1: also sends level and sounding from now on; 0 stops that.</source>
        <translation>Réponse&#xa0;: l’état&#xa0;; 1&#xa0;: envoie aussi level et sounding désormais&#xa0;; 0 l’arrête.</translation>
    </message>
    <message>
        <source>Any buffer size</source>
        <translation>Toute taille de tampon</translation>
    </message>
    <message>
        <source>April</source>
        <translation>avril</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Arguments</translation>
    </message>
    <message>
        <source>As long as it takes</source>
        <translation>Aussi longtemps que nécessaire</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Ask for the file again, or export it again from its training run.</source>
        <translation>Demandez de nouveau le fichier, ou exportez-le de son entraînement.</translation>
    </message>
    <message>
        <source>Ask where you got this program from, and install nothing that claims to be a new version.</source>
        <translation>Renseignez-vous là où vous avez obtenu ce programme, et n’installez rien qui se présente comme une nouvelle version.</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Affecter</translation>
    </message>
    <message>
        <source>Assign {controls}</source>
        <translation>Affecter {controls}</translation>
    </message>
    <message>
        <source>At which Max or Pd runs; at another than the instrument’s own, the module resamples</source>
        <translation>Celle de Max ou Pd ; si elle diffère de celle de l’instrument, le module rééchantillonne</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attributs</translation>
    </message>
    <message>
        <source>August</source>
        <translation>août</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Author of the export</source>
        <translation>Auteur de l’export</translation>
    </message>
    <message>
        <source>Average difference in dB between held-out sounds and what the instrument makes of them, in what is heard: below 3 hard to tell apart, below 6 close, below 10 recognisable</source>
        <translation>Différence audible moyenne en dB entre les sons réservés et ce que l’instrument en fait&#xa0;: moins de 3 difficile à distinguer, moins de 6 proche, moins de 10 reconnaissable</translation>
    </message>
    <message>
        <source>Axis 3, over the pad</source>
        <translation>Axe 3, au-dessus du pad</translation>
    </message>
    <message>
        <source>Axis {axis}</source>
        <translation>Axe {axis}</translation>
    </message>
    <message>
        <source>Axis {axis}, {word}</source>
        <translation>Axe {axis}, {word}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Beats in which the movement of axis {0} is repeated; off: by its rate.</source>
        <translation>Temps après lesquels le mouvement de l’axe {0} se répète&#xa0;; arrêt&#xa0;: selon sa vitesse.</translation>
    </message>
    <message>
        <source>Beats in which the path is repeated; off: by its rate.</source>
        <translation>Temps après lesquels le trajet se répète&#xa0;; arrêt&#xa0;: selon sa vitesse.</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Below {0} s, training mostly sees the edges of the sound and the silence around it.</source>
        <translation>En dessous de {0} s, l’entraînement voit surtout les bords du son et le silence autour.</translation>
    </message>
    <message>
        <source>Between the sounds of two numbers: how far from the first, 0…1.</source>
        <translation>Entre les sons de deux numéros&#xa0;: distance du premier, 0…1.</translation>
    </message>
    <message>
        <source>Blinks when a message comes in</source>
        <translation>Clignote à l’arrivée d’un message</translation>
    </message>
    <message>
        <source>Blinks while a recording is made</source>
        <translation>Clignote pendant un enregistrement</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Bring them to the level of the others, unless the difference is intended.</source>
        <translation>Ramenez-les au niveau des autres, sauf si la différence est voulue.</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Parcourir…</translation>
    </message>
    <message>
        <source>Builds instruments from sounds: a small neural network is trained on a folder of recordings, and you play it on a pad, over OSC, or with nn~ in Max and Pure Data.</source>
        <translation>Construit des instruments à partir de sons&#xa0;: un petit réseau de neurones est entraîné sur un dossier d’enregistrements, et vous le jouez sur un pad, par OSC, ou avec nn~ dans Max et Pure Data.</translation>
    </message>
    <message>
        <source>Button {name}</source>
        <translation>Bouton {name}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Cancelled before it continued. The earlier training is kept.</source>
        <translation>Annulé avant la reprise. L’entraînement précédent est conservé.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was saved; your settings are unchanged.</source>
        <translation>Annulé. Rien n’a été enregistré&#xa0;; vos réglages sont inchangés.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>Annuler…</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>Mémoire insuffisante</translation>
    </message>
    <message>
        <source>Cannot assign requested address</source>
        <translation>Adresse non disponible</translation>
    </message>
    <message>
        <source>Change assignment of {controls}</source>
        <translation>Modifier l’affectation de {controls}</translation>
    </message>
    <message>
        <source>Change its permissions, or choose another file.</source>
        <translation>Modifiez ses droits ou choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Modifiez ses droits.</translation>
    </message>
    <message>
        <source>Change the file&apos;s permissions.</source>
        <translation>Modifiez les droits du fichier.</translation>
    </message>
    <message>
        <source>Change the folder&apos;s permissions, or free some space.</source>
        <translation>Modifiez les droits du dossier, ou libérez de l’espace.</translation>
    </message>
    <message>
        <source>Change the gesture</source>
        <translation>Modifier le geste</translation>
    </message>
    <message>
        <source>Change the permissions of .vschaos-ignored in this folder, or remove it.</source>
        <translation>Modifiez les droits de .vschaos-ignored dans ce dossier, ou retirez ce fichier.</translation>
    </message>
    <message>
        <source>Change the permissions of .vschaos-left-out in this folder, or remove it.</source>
        <translation>Modifiez les droits de .vschaos-left-out dans ce dossier, ou retirez ce fichier.</translation>
    </message>
    <message>
        <source>Change the tuning</source>
        <translation>Changer l’accord</translation>
    </message>
    <message>
        <source>Changed in “{name}”, which does not play now: {title}.</source>
        <translation>Modifié dans «&#xa0;{name}&#xa0;», qui n’est pas joué en ce moment&#xa0;: {title}.</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Changer…</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Channels go from 0 (any) to 16.</source>
        <translation>Les canaux vont de 0 (tous) à 16.</translation>
    </message>
    <message>
        <source>Channels to train on</source>
        <translation>Canaux pour l’entraînement</translation>
    </message>
    <message>
        <source>Channels: automatic</source>
        <translation>Canaux&#xa0;: automatique</translation>
    </message>
    <message>
        <source>Channels: each by itself</source>
        <translation>Canaux&#xa0;: chacun à part</translation>
    </message>
    <message>
        <source>Channels: left</source>
        <translation>Canaux&#xa0;: gauche</translation>
    </message>
    <message>
        <source>Channels: loudest</source>
        <translation>Canaux&#xa0;: le plus fort</translation>
    </message>
    <message>
        <source>Channels: mean</source>
        <translation>Canaux&#xa0;: moyenne</translation>
    </message>
    <message>
        <source>Channels: right</source>
        <translation>Canaux&#xa0;: droite</translation>
    </message>
    <message>
        <source>Check at each start</source>
        <translation>Vérifier à chaque démarrage</translation>
    </message>
    <message>
        <source>Check for a new &amp;version…</source>
        <translation>Rechercher une nouvelle &amp;version…</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Vérifiez ses droits.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Check the connection to the internet, and try it again later.</source>
        <translation>Vérifiez la connexion à Internet, puis réessayez plus tard.</translation>
    </message>
    <message>
        <source>Check the folder “{folder}”.</source>
        <translation>Vérifiez le dossier «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>Check the system&apos;s sound settings.</source>
        <translation>Vérifiez les réglages audio du système.</translation>
    </message>
    <message>
        <source>Check “{file}”, or choose another project.</source>
        <translation>Vérifiez «&#xa0;{file}&#xa0;», ou choisissez un autre projet.</translation>
    </message>
    <message>
        <source>Check “{file}”, or delete it.</source>
        <translation>Vérifiez «&#xa0;{file}&#xa0;» ou supprimez ce fichier.</translation>
    </message>
    <message>
        <source>Checking the module in a fresh process.</source>
        <translation>Vérification du module dans un nouveau processus.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Vérification…</translation>
    </message>
    <message>
        <source>Choose 127.0.0.1 for this computer alone, or an address in your network, such as 192.168.1.20.</source>
        <translation>Choisissez 127.0.0.1 pour cet ordinateur seul, ou une adresse de votre réseau, comme 192.168.1.20.</translation>
    </message>
    <message>
        <source>Choose a Scala scale (.scl) or an AnaMark tuning (.tun).</source>
        <translation>Choisissez une gamme Scala (.scl) ou un accord AnaMark (.tun).</translation>
    </message>
    <message>
        <source>Choose a control, press Assign, and move a knob of your controller.</source>
        <translation>Choisissez une commande, appuyez sur «&#xa0;Affecter&#xa0;», et tournez un bouton de votre contrôleur.</translation>
    </message>
    <message>
        <source>Choose a control, press Assign, and press on the pad with a pen.</source>
        <translation>Choisissez une commande, appuyez sur « Affecter », puis appuyez sur le pad avec un stylet.</translation>
    </message>
    <message>
        <source>Choose a control, press Assign, then push a stick or press a button.</source>
        <translation>Choisissez une commande, appuyez sur «&#xa0;Affecter&#xa0;», puis bougez un stick ou appuyez sur un bouton.</translation>
    </message>
    <message>
        <source>Choose a control…</source>
        <translation>Choisir une commande…</translation>
    </message>
    <message>
        <source>Choose a file.</source>
        <translation>Choisissez un fichier.</translation>
    </message>
    <message>
        <source>Choose a folder of sounds</source>
        <translation>Choisir un dossier de sons</translation>
    </message>
    <message>
        <source>Choose a folder where you have write permission, on a disk with free space.</source>
        <translation>Choisissez un dossier où vous avez le droit d’écrire, sur un disque avec de l’espace libre.</translation>
    </message>
    <message>
        <source>Choose a folder with sounds in wav, flac, aiff, ogg, mp3 or m4a.</source>
        <translation>Choisissez un dossier de sons en wav, flac, aiff, ogg, mp3 ou m4a.</translation>
    </message>
    <message>
        <source>Choose a folder with write permission, on a disk with free space.</source>
        <translation>Choisissez un dossier où vous avez le droit d’écrire, sur un disque avec de l’espace libre.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Choose a model with simpler layers.</source>
        <translation>Choisissez un modèle aux couches plus simples.</translation>
    </message>
    <message>
        <source>Choose a multiple of {0}.</source>
        <translation>Choisissez un multiple de {0}.</translation>
    </message>
    <message>
        <source>Choose a number from 1024 to 65535.</source>
        <translation>Choisissez un nombre de 1024 à 65535.</translation>
    </message>
    <message>
        <source>Choose a rundir where you have write permission, on a disk with free space.</source>
        <translation>Choisissez un dossier d’entraînements où vous avez le droit d’écrire, sur un disque avec de l’espace libre.</translation>
    </message>
    <message>
        <source>Choose a smaller configuration, or close other programs.</source>
        <translation>Choisissez une configuration plus petite, ou fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>Choose a smaller instrument or close other programs, then open the audio output again.</source>
        <translation>Choisissez un instrument plus petit ou fermez d’autres programmes, puis rouvrez la sortie audio.</translation>
    </message>
    <message>
        <source>Choose a smaller training.batch_size or a smaller configuration, or close other programs.</source>
        <translation>Choisissez une training.batch_size plus petite ou une configuration plus petite, ou fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>Choose a smaller training.batch_size or more devices, and resume the training.</source>
        <translation>Choisissez une training.batch_size plus petite ou plus d’appareils, et reprenez l’entraînement.</translation>
    </message>
    <message>
        <source>Choose a usual rate from {0} to {1} Hz, such as 48000.</source>
        <translation>Choisissez une fréquence usuelle de {0} à {1} Hz, par exemple 48000.</translation>
    </message>
    <message>
        <source>Choose a {0} that was saved by this program.</source>
        <translation>Choisissez un fichier ({0}) enregistré par ce programme.</translation>
    </message>
    <message>
        <source>Choose an audio file.</source>
        <translation>Choisissez un fichier audio.</translation>
    </message>
    <message>
        <source>Choose an instrument</source>
        <translation>Choisir un instrument</translation>
    </message>
    <message>
        <source>Choose another class.</source>
        <translation>Choisissez une autre classe.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>Choose another folder of sounds</source>
        <translation>Choisir un autre dossier de sons</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Choose another folder: Play, Recordings folder.</source>
        <translation>Choisissez un autre dossier&#xa0;: Jouer, Dossier des enregistrements.</translation>
    </message>
    <message>
        <source>Choose another interface, or this computer alone.</source>
        <translation>Choisissez une autre interface, ou cet ordinateur seul.</translation>
    </message>
    <message>
        <source>Choose another keyboard mapping (.kbm).</source>
        <translation>Choisissez une autre affectation des touches (.kbm).</translation>
    </message>
    <message>
        <source>Choose another name (--name) or folder (-o), or replace it with --replace.</source>
        <translation>Choisissez un autre nom (--name) ou dossier (-o), ou remplacez-le avec --replace.</translation>
    </message>
    <message>
        <source>Choose another name for the label that gets the folders&apos; names.</source>
        <translation>Choisissez un autre nom pour l’étiquette qui reçoit les noms des dossiers.</translation>
    </message>
    <message>
        <source>Choose another name or folder, or replace it.</source>
        <translation>Choisissez un autre nom ou dossier, ou remplacez le fichier.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>Choose another one, or connect it and refresh the devices.</source>
        <translation>Choisissez-en un autre, ou connectez-le et actualisez les périphériques.</translation>
    </message>
    <message>
        <source>Choose another project.</source>
        <translation>Choisissez un autre projet.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Choisir un dossier…</translation>
    </message>
    <message>
        <source>Choose it while playing</source>
        <translation>La choisir en jouant</translation>
    </message>
    <message>
        <source>Choose it; predict it where missing</source>
        <translation>La choisir&#xa0;; la prédire si elle manque</translation>
    </message>
    <message>
        <source>Choose last or best.</source>
        <translation>Choisissez last ou best.</translation>
    </message>
    <message>
        <source>Choose one of its parts.</source>
        <translation>Choisissez l’une de ses parties.</translation>
    </message>
    <message>
        <source>Choose recor&amp;dings folder…</source>
        <translation>Choisir le &amp;dossier des enregistrements…</translation>
    </message>
    <message>
        <source>Choose the folder that holds your sounds.</source>
        <translation>Choisissez le dossier qui contient vos sons.</translation>
    </message>
    <message>
        <source>Choose the sounds to train on</source>
        <translation>Choisir les sons de l’entraînement</translation>
    </message>
    <message>
        <source>Choose two different ports, such as 9000 and 9001.</source>
        <translation>Choisissez deux ports différents, comme 9000 et 9001.</translation>
    </message>
    <message>
        <source>Choose what to train after this</source>
        <translation>Choisir ce qui sera entraîné ensuite</translation>
    </message>
    <message>
        <source>Choose where it is…</source>
        <translation>Choisir où il est…</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Class {0} appears twice; its first name counts.</source>
        <translation>La classe {0} apparaît deux fois&#xa0;; son premier nom compte.</translation>
    </message>
    <message>
        <source>Class {0} does not exist: they are 0 to {1} at most.</source>
        <translation>La classe {0} n’existe pas&#xa0;: elles vont de 0 à {1} au plus.</translation>
    </message>
    <message>
        <source>Class {0} does not exist: they are 0 to {1}.</source>
        <translation>La classe {0} n’existe pas&#xa0;: elles vont de 0 à {1}.</translation>
    </message>
    <message>
        <source>Class {0} does not exist: they count from 0.</source>
        <translation>La classe {0} n’existe pas&#xa0;: elles comptent à partir de 0.</translation>
    </message>
    <message>
        <source>Class {0} has another number as its name, {1}.</source>
        <translation>La classe {0} a pour nom un autre nombre, {1}.</translation>
    </message>
    <message>
        <source>Class {0} is out of range: classes are 0 to {1} at most.</source>
        <translation>La classe {0} est hors limites&#xa0;: les classes vont de 0 à {1} au plus.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Classes {0} of {1} have the same name: {2}.</source>
        <translation>Les classes {0} de {1} ont le même nom&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Clear snapshot {number}</source>
        <translation>Effacer l’instantané {number}</translation>
    </message>
    <message>
        <source>Clear the gesture</source>
        <translation>Effacer le geste</translation>
    </message>
    <message>
        <source>Clear tones, or rough ones: the phase follows the gradient of the spectrum, or chance.</source>
        <translation>Sons clairs ou rugueux&#xa0;: la phase suit le gradient du spectre, ou le hasard.</translation>
    </message>
    <message numerus="yes">
        <source>Clear {label} of %n&#xa0;sounds</source>
        <comment>Clear {label} of %n&#xa0;sound</comment>
        <translation>
            <numerusform>Effacer {label} de %n&#xa0;son</numerusform>
            <numerusform>Effacer {label} de %n&#xa0;sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a filled number: recall its snapshot. Shift-click: store the present sound here.
Long press on an empty number: store the present sound here. A long press never overwrites.
Drag to another number: morph between the two. Right click: more.</source>
        <translation>Clic sur un numéro occupé&#xa0;: rappeler son instantané. Maj+clic&#xa0;: mémoriser ici le son actuel.
Appui long sur un numéro vide&#xa0;: mémoriser ici le son actuel. Un appui long n’écrase jamais rien.
Glisser vers un autre numéro&#xa0;: morphing entre les deux. Clic droit&#xa0;: plus.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Close other programs that keep the computer busy, or choose a longer latency.</source>
        <translation>Fermez d’autres programmes qui occupent l’ordinateur, ou choisissez une latence plus longue.</translation>
    </message>
    <message>
        <source>Close other programs that use it, and look for devices again.</source>
        <translation>Fermez les autres programmes qui l’utilisent, et recherchez de nouveau les périphériques.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another input.</source>
        <translation>Fermez les autres programmes qui l’utilisent, ou choisissez une autre entrée.</translation>
    </message>
    <message>
        <source>Close other programs that use it, or choose another output.</source>
        <translation>Fermez les autres programmes qui l’utilisent, ou choisissez une autre sortie.</translation>
    </message>
    <message>
        <source>Close other programs to free memory, and export again.</source>
        <translation>Fermez d’autres programmes pour libérer de la mémoire, et exportez de nouveau.</translation>
    </message>
    <message>
        <source>Close other programs to leave more memory for the next training.</source>
        <translation>Fermez d’autres programmes pour laisser plus de mémoire au prochain entraînement.</translation>
    </message>
    <message>
        <source>Close other programs, or process less at once.</source>
        <translation>Fermez d’autres programmes, ou traitez-en moins à la fois.</translation>
    </message>
    <message>
        <source>Close other programs, or raise the limit: ulimit -u.</source>
        <translation>Fermez d’autres programmes, ou relevez la limite&#xa0;: ulimit -u.</translation>
    </message>
    <message>
        <source>Close the other program that uses it, or choose another port.</source>
        <translation>Fermez l’autre programme qui l’utilise, ou choisissez un autre port.</translation>
    </message>
    <message>
        <source>Close the tour; the Help menu shows it again</source>
        <translation>Fermer la visite&#xa0;; le menu Aide la montre à nouveau</translation>
    </message>
    <message>
        <source>Close this and go on working</source>
        <translation>Fermer ceci et continuer à travailler</translation>
    </message>
    <message>
        <source>Close this folder; its files stay as they are</source>
        <translation>Fermer ce dossier&#xa0;; ses fichiers restent tels quels</translation>
    </message>
    <message>
        <source>Close {program}</source>
        <translation>Fermer {program}</translation>
    </message>
    <message>
        <source>Closer to the sounds, with finer detail. For an instrument that you keep.</source>
        <translation>Plus proche des sons, avec des détails plus fins. Pour un instrument que vous gardez.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Colours of the points</source>
        <translation>Couleurs des points</translation>
    </message>
    <message>
        <source>Connect a microphone or an interface, and refresh the devices.</source>
        <translation>Connectez un micro ou une interface, et actualisez les périphériques.</translation>
    </message>
    <message>
        <source>Connect it again, and switch the input on.</source>
        <translation>Reconnectez-la, et activez l’entrée.</translation>
    </message>
    <message>
        <source>Connect it again: the sound returns by itself. Or choose another output.</source>
        <translation>Reconnectez-la&#xa0;: le son revient de lui-même. Ou choisissez une autre sortie.</translation>
    </message>
    <message>
        <source>Connect it and refresh the devices.</source>
        <translation>Connectez-la et actualisez les périphériques.</translation>
    </message>
    <message>
        <source>Connect it: it is opened as soon as it is there.</source>
        <translation>Connectez-la&#xa0;: elle est ouverte dès qu’elle est là.</translation>
    </message>
    <message>
        <source>Connect one or start the sound server, then look for outputs again. Everything else works.</source>
        <translation>Branchez-en un ou démarrez le serveur de son, puis recherchez de nouveau les sorties. Tout le reste fonctionne.</translation>
    </message>
    <message>
        <source>Connect one, or start an audio server, and refresh the devices.</source>
        <translation>Connectez-en une, ou démarrez un serveur audio, et actualisez les périphériques.</translation>
    </message>
    <message>
        <source>Connect the disk that it is on, or choose where it is now. Its labels are beside the sounds.</source>
        <translation>Connectez le disque où il se trouve, ou choisissez où il est maintenant. Ses étiquettes sont à côté des sons.</translation>
    </message>
    <message>
        <source>Connect the disk that it is on, or find it where it is now. Its snapshots are kept.</source>
        <translation>Connectez le disque où il se trouve, ou retrouvez-le là où il est maintenant. Ses instantanés sont conservés.</translation>
    </message>
    <message>
        <source>Connect the gamepad again.</source>
        <translation>Rebranchez la manette.</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>Connexion refusée</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>begins a sentence</comment>
        <translation>Continuez</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>a training</comment>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>what was interrupted</comment>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Continue from the last checkpoint, in the same run</source>
        <translation>Continuer depuis la dernière sauvegarde, dans le même dossier</translation>
    </message>
    <message>
        <source>Continue from where it ended, in the same run</source>
        <translation>Continuer là où il s’est arrêté, dans le même dossier</translation>
    </message>
    <message>
        <source>Continue next</source>
        <translation>Continuer ensuite</translation>
    </message>
    <message>
        <source>Continue {training}</source>
        <translation>Continuer {training}</translation>
    </message>
    <message numerus="yes">
        <source>Continuing from step {step}: %n&#xa0;sounds ({time})</source>
        <comment>Continuing from step {step}: %n&#xa0;sound ({time})</comment>
        <translation>
            <numerusform>Reprise au pas {step}&#xa0;: %n&#xa0;son ({time})</numerusform>
            <numerusform>Reprise au pas {step}&#xa0;: %n&#xa0;sons ({time})</numerusform>
        </translation>
    </message>
    <message>
        <source>Control to assign over {kind}</source>
        <translation>Commande à affecter par {kind}</translation>
    </message>
    <message>
        <source>Convert it to wav or flac with an audio editor.</source>
        <translation>Convertissez-le en wav ou flac dans un éditeur audio.</translation>
    </message>
    <message>
        <source>Coordinates of a place on the map.</source>
        <translation>Coordonnées d’un lieu sur la carte.</translation>
    </message>
    <message>
        <source>Coordinates of a place on the plane of the first two axes.</source>
        <translation>Coordonnées d’un lieu sur le plan des deux premiers axes.</translation>
    </message>
    <message>
        <source>Coordinates of encode and decode: the pad&apos;s axes, or raw latents.</source>
        <translation>Coordonnées d’encode et de decode&#xa0;: les axes du pad, ou des latentes brutes.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translation>Copier le rappor&amp;t</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copier comme texte</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Copy it again from where it came, or open it in an audio editor and save it again.</source>
        <translation>Recopiez-le depuis sa source, ou ouvrez-le dans un éditeur audio et enregistrez-le de nouveau.</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Copier le chemin</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Copy the report to the clipboard</source>
        <translation>Copier le rapport dans le presse-papiers</translation>
    </message>
    <message>
        <source>Copy the table to the clipboard</source>
        <translation>Copier le tableau dans le presse-papiers</translation>
    </message>
    <message>
        <source>Copy them into your documents, with labels, and list them</source>
        <translation>Les copier dans vos documents, avec leurs étiquettes, et les lister</translation>
    </message>
    <message>
        <source>Copy {suffix} files into your library; or drop them here</source>
        <translation>Copier des fichiers {suffix} dans votre bibliothèque&#xa0;; ou les déposer ici</translation>
    </message>
    <message>
        <source>Copy {what}</source>
        <translation>Copier {what}</translation>
    </message>
    <message>
        <source>Copy “{text}”</source>
        <translation>Copier «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>Coral</source>
        <translation>Corail</translation>
    </message>
    <message>
        <source>Correct it, or use --overwrite, which replaces all labels of pitch and octave.</source>
        <translation>Corrigez-le, ou utilisez --overwrite, qui remplace tous les labels pitch et octave.</translation>
    </message>
    <message>
        <source>Correct the first ones, then check again.</source>
        <translation>Corrigez les premières, puis vérifiez de nouveau.</translation>
    </message>
    <message>
        <source>Correct the name; it is relative to the dataset&apos;s folder.</source>
        <translation>Corrigez le nom&#xa0;; il est relatif au dossier des sons.</translation>
    </message>
    <message>
        <source>Correct trainer.devices, trainer.num_nodes, trainer.strategy, training.device or training.precision.</source>
        <translation>Corrigez trainer.devices, trainer.num_nodes, trainer.strategy, training.device ou training.precision.</translation>
    </message>
    <message>
        <source>Create the folder in</source>
        <translation>Créer le dossier dans</translation>
    </message>
    <message>
        <source>Creates the folder {name}: the module, patches for Max and Pd, and a card.</source>
        <translation>Crée le dossier {name}&#xa0;: le module, des patchs pour Max et Pd, et une fiche.</translation>
    </message>
    <message>
        <source>Curve of the held-out error in dB</source>
        <translation>Courbe de l’erreur des sons réservés en dB</translation>
    </message>
    <message>
        <source>Curves of the losses</source>
        <translation>Courbes des pertes</translation>
    </message>
    <message>
        <source>Cut peaks add a harsh buzz to the sound, and the instrument will play the buzz as well.</source>
        <translation>Les crêtes coupées ajoutent un grésillement au son, et l’instrument le jouera aussi.</translation>
    </message>
    <message>
        <source>Cut the silence out, or split the sound there.</source>
        <translation>Coupez le silence, ou divisez le son à cet endroit.</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>theme</comment>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>December</source>
        <translation>décembre</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Delete the gesture.</source>
        <translation>Supprimer le geste.</translation>
    </message>
    <message>
        <source>Delete the sound of this number.</source>
        <translation>Supprimer le son de ce numéro.</translation>
    </message>
    <message>
        <source>Depth of the movement of axis {0}, to either side.</source>
        <translation>Profondeur du mouvement de l’axe {0}, de chaque côté.</translation>
    </message>
    <message>
        <source>Describe all addresses over HTTP to programs on this computer that ask for it</source>
        <translation>Décrire par HTTP toutes les adresses aux programmes de cet ordinateur qui le demandent</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Details of the folder</source>
        <translation>Détails du dossier</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>Périphérique occupé</translation>
    </message>
    <message>
        <source>Directional pad, down</source>
        <translation>Croix directionnelle, bas</translation>
    </message>
    <message>
        <source>Directional pad, left</source>
        <translation>Croix directionnelle, gauche</translation>
    </message>
    <message>
        <source>Directional pad, right</source>
        <translation>Croix directionnelle, droite</translation>
    </message>
    <message>
        <source>Directional pad, up</source>
        <translation>Croix directionnelle, haut</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Les abandonner</translation>
    </message>
    <message>
        <source>Disk quota exceeded</source>
        <translation>Quota de disque dépassé</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Dismiss this notice</source>
        <translation>Masquer ce message</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message numerus="yes">
        <source>Done: %n&#xa0;steps, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</source>
        <comment>Done: %n&#xa0;step, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</comment>
        <translation>
            <numerusform>Terminé&#xa0;: %n&#xa0;pas, sons réservés&#xa0;: {closeness} ({error} dB). L’instrument est prêt à jouer.</numerusform>
            <numerusform>Terminé&#xa0;: %n&#xa0;pas, sons réservés&#xa0;: {closeness} ({error} dB). L’instrument est prêt à jouer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n&#xa0;steps. The instrument is ready to play.</source>
        <comment>Done: %n&#xa0;step. The instrument is ready to play.</comment>
        <translation>
            <numerusform>Terminé&#xa0;: %n&#xa0;pas. L’instrument est prêt à jouer.</numerusform>
            <numerusform>Terminé&#xa0;: %n&#xa0;pas. L’instrument est prêt à jouer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Double click: {value}. OSC: {address}</source>
        <translation>Double-clic&#xa0;: {value}. OSC&#xa0;: {address}</translation>
    </message>
    <message>
        <source>Drag from one snapshot to another to morph</source>
        <translation>Glisser d’un instantané à l’autre&#xa0;: morphing</translation>
    </message>
    <message>
        <source>Drag to play. Arrow keys move; with Shift, finely. Home returns to the start. Return plays the recording of the sound under the dot, the second mouse button that of the sound under the mouse.</source>
        <translation>Glisser pour jouer. Les flèches déplacent&#xa0;; avec Maj, finement. Début revient au départ. Entrée joue l’enregistrement du son sous le point, le second bouton de la souris celui du son sous la souris.</translation>
    </message>
    <message>
        <source>Drop sounds or folders here</source>
        <translation>Déposez ici des sons ou des dossiers</translation>
    </message>
    <message>
        <source>Drop to open it</source>
        <translation>Déposez pour ouvrir</translation>
    </message>
    <message>
        <source>Drop your sounds</source>
        <translation>Déposer vos sons</translation>
    </message>
    <message>
        <source>Dropouts since the start.</source>
        <translation>Coupures depuis le démarrage.</translation>
    </message>
    <message>
        <source>Each axis of an instrument can move by itself here.</source>
        <translation>Chaque axe d’un instrument peut bouger ici de lui-même.</translation>
    </message>
    <message>
        <source>Each channel that has sound is learnt as a sound of its own.</source>
        <translation>Chaque canal qui a du son s’apprend comme un son à part.</translation>
    </message>
    <message>
        <source>Each folder becomes a class ({classes}).</source>
        <translation>Chaque dossier devient une classe ({classes}).</translation>
    </message>
    <message>
        <source>Each improved instrument is loaded on the Play page at once, without a gap in the sound</source>
        <translation>Chaque instrument amélioré est chargé aussitôt sur la page «&#xa0;Jouer&#xa0;», sans coupure du son</translation>
    </message>
    <message>
        <source>End of range</source>
        <translation>Fin de la plage</translation>
    </message>
    <message>
        <source>End what is open, waits or plays, one at a time; else silence</source>
        <translation>Terminer ce qui est ouvert, attend ou joue, un par un&#xa0;; sinon silence</translation>
    </message>
    <message>
        <source>Enter a name first.</source>
        <translation>Saisissez d’abord un nom.</translation>
    </message>
    <message>
        <source>Enter one that begins with https://.</source>
        <translation>Saisissez-en une qui commence par https://.</translation>
    </message>
    <message>
        <source>Enter the key as your distributor has published it.</source>
        <translation>Saisissez la clé telle que votre distributeur l’a publiée.</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>Enveloppe</translation>
    </message>
    <message>
        <source>Equal</source>
        <comment>tuning</comment>
        <translation>Égal</translation>
    </message>
    <message>
        <source>Every buffer size gives the same sound: {0} hops and changing ones, {1} voices; {2}.</source>
        <translation>Toute taille de tampon donne le même son&#xa0;: {0} pas et changeants, {1} voix&#xa0;; {2}.</translation>
    </message>
    <message>
        <source>Every second counts the same: a class with little sound is learnt badly, one with much dominates.</source>
        <translation>Chaque seconde compte autant&#xa0;: une classe avec peu de son s’apprend mal, une avec beaucoup domine.</translation>
    </message>
    <message>
        <source>Every sound has a label.</source>
        <translation>Chaque son a une étiquette.</translation>
    </message>
    <message>
        <source>Every sound has a label; in {varying} of them it changes.</source>
        <translation>Chaque son a une étiquette&#xa0;; elle varie dans {varying} d’entre eux.</translation>
    </message>
    <message>
        <source>Everyone in this network can now play along and receive what you play. There is no password.</source>
        <translation>Tout le monde sur ce réseau peut maintenant jouer avec vous et recevoir ce que vous jouez. Il n’y a pas de mot de passe.</translation>
    </message>
    <message>
        <source>Examining the sounds…</source>
        <translation>Examen des sons…</translation>
    </message>
    <message>
        <source>Exchange the two to invert</source>
        <translation>Échanger les deux pour inverser</translation>
    </message>
    <message>
        <source>Existing labels stay.</source>
        <translation>Les étiquettes existantes restent.</translation>
    </message>
    <message>
        <source>Export</source>
        <comment>title of a page</comment>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Exporter de nouveau</translation>
    </message>
    <message>
        <source>Export again; if it fails again, the instrument is the cause: train it a little longer, or choose another.</source>
        <translation>Exportez de nouveau&#xa0;; si cela échoue encore, l’instrument en est la cause&#xa0;: entraînez-le un peu plus, ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Export for nn~</source>
        <translation>Exporter pour nn~</translation>
    </message>
    <message>
        <source>Export it</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>Export the instrument for nn~</source>
        <translation>Exporter l’instrument pour nn~</translation>
    </message>
    <message>
        <source>Export {name} again</source>
        <translation>Exporter {name} de nouveau</translation>
    </message>
    <message>
        <source>Export “{instrument}” to the same folder, with the same card</source>
        <translation>Exporter «&#xa0;{instrument}&#xa0;» dans le même dossier, avec la même fiche</translation>
    </message>
    <message>
        <source>Extract pitch</source>
        <translation>Extraire la hauteur</translation>
    </message>
    <message>
        <source>Extract pitch…</source>
        <translation>Extraire la hauteur…</translation>
    </message>
    <message>
        <source>Factory</source>
        <translation>Fourni</translation>
    </message>
    <message>
        <source>Factory</source>
        <comment>instruments</comment>
        <translation>Fournis</translation>
    </message>
    <message>
        <source>Factory instruments, those of the project, and those opened since the start</source>
        <translation>Instruments d’usine, ceux du projet et ceux ouverts depuis le démarrage</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favori</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>Favourites and tags could not be saved in “{file}”: {reason}.</source>
        <translation>Les favoris et les mots-clés n’ont pas pu être enregistrés dans «&#xa0;{file}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Favourites first</source>
        <translation>Favoris d’abord</translation>
    </message>
    <message>
        <source>February</source>
        <translation>février</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>Le fichier existe</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>Nom de fichier trop long</translation>
    </message>
    <message>
        <source>Files of gestures have one of the two.</source>
        <translation>Les fichiers de gestes ont l’un des deux.</translation>
    </message>
    <message>
        <source>Files that were left out</source>
        <translation>Fichiers écartés</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Remplir</translation>
    </message>
    <message>
        <source>Fill from folder names</source>
        <translation>Remplir d’après les dossiers</translation>
    </message>
    <message>
        <source>Fill {label} from folder names</source>
        <translation>Remplir {label} d’après les noms des dossiers</translation>
    </message>
    <message>
        <source>Find it…</source>
        <translation>Retrouver…</translation>
    </message>
    <message>
        <source>Find “{name}”</source>
        <translation>Retrouver «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constats</translation>
    </message>
    <message>
        <source>Findings about the sounds</source>
        <translation>Constats sur les sons</translation>
    </message>
    <message>
        <source>Finished sounds are not analysed again</source>
        <translation>Les sons terminés ne sont pas analysés de nouveau</translation>
    </message>
    <message>
        <source>First change {first} ms · half {half} ms</source>
        <translation>Début {first} ms · moitié {half} ms</translation>
    </message>
    <message>
        <source>First sounds</source>
        <translation>Premiers sons</translation>
    </message>
    <message>
        <source>Flat: more time will hardly help.</source>
        <translation>Stagne&#xa0;: plus de temps n’aidera guère.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Folder for Max and Pd</source>
        <translation>Dossier pour Max et Pd</translation>
    </message>
    <message>
        <source>Folder of {training}</source>
        <translation>Dossier de {training}</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Dossiers</translation>
    </message>
    <message>
        <source>Folders of sounds that were opened in this project</source>
        <translation>Dossiers de sons ouverts dans ce projet</translation>
    </message>
    <message>
        <source>Folders of this project</source>
        <translation>Dossiers de ce projet</translation>
    </message>
    <message>
        <source>Follows MIDI clocks</source>
        <translation>Suit les horloges MIDI</translation>
    </message>
    <message>
        <source>Follows a sound.</source>
        <translation>Suit un son.</translation>
    </message>
    <message>
        <source>Follows no MIDI clock</source>
        <translation>Ne suit aucune horloge MIDI</translation>
    </message>
    <message>
        <source>For a host at {0} Hz, the instrument’s own rate: no other can be set.</source>
        <translation>Pour un hôte à {0} Hz, la fréquence de l’instrument : aucune autre ne peut être choisie.</translation>
    </message>
    <message>
        <source>For a host at {0} Hz; {1} Hz can be set. Resampling changes tones by up to {2} dB ({3} allowed), with images at {4} dB ({5} allowed).</source>
        <translation>Pour un hôte à {0} Hz ; {1} Hz peuvent être choisis. Le rééchantillonnage change les sons purs de {2} dB au plus ({3} permis), avec des images à {4} dB ({5} permis).</translation>
    </message>
    <message>
        <source>For low and dense sounds, partial by partial. Soft attacks, and more latency.</source>
        <translation>Pour des sons graves et denses, partiel par partiel. Attaques douces, et plus de latence.</translation>
    </message>
    <message>
        <source>For some, the mean is learnt; for others, one channel.</source>
        <translation>Pour certains, la moyenne s’apprend&#xa0;; pour d’autres, un canal.</translation>
    </message>
    <message>
        <source>Free disk space or change the folder&apos;s permissions, then press “Save again”; or discard the changes.</source>
        <translation>Libérez de l’espace disque ou modifiez les droits du dossier, puis appuyez sur «&#xa0;Réenregistrer&#xa0;»&#xa0;; ou abandonnez les modifications.</translation>
    </message>
    <message>
        <source>Free some space, or change the folder&apos;s permissions.</source>
        <translation>Libérez de l’espace, ou modifiez les droits du dossier.</translation>
    </message>
    <message>
        <source>Free some space, or choose a folder on another disk.</source>
        <translation>Libérez de l’espace, ou choisissez un dossier sur un autre disque.</translation>
    </message>
    <message>
        <source>Free some space, or set {0} to a folder on another disk.</source>
        <translation>Libérez de l’espace, ou donnez à {0} un dossier d’un autre disque.</translation>
    </message>
    <message>
        <source>Free space on it, or choose a folder on another disk.</source>
        <translation>Libérez-y de l’espace, ou choisissez un dossier sur un autre disque.</translation>
    </message>
    <message>
        <source>Free space on the disk, or change the permissions of the folder.</source>
        <translation>Libérez de l’espace sur le disque, ou modifiez les droits du dossier.</translation>
    </message>
    <message>
        <source>Free space on the disk, or choose a folder of sounds of your own.</source>
        <translation>Libérez de l’espace sur le disque, ou choisissez un dossier de sons à vous.</translation>
    </message>
    <message>
        <source>Free space on the disk, or choose another rundir. What was saved before is intact.</source>
        <translation>Libérez de l’espace sur le disque, ou choisissez un autre dossier d’entraînements. Ce qui était enregistré est intact.</translation>
    </message>
    <message>
        <source>Free space on the disk, or save it in another folder.</source>
        <translation>Libérez de l’espace sur le disque, ou enregistrez-le dans un autre dossier.</translation>
    </message>
    <message>
        <source>Free space on the disk.</source>
        <translation>Libérez de l’espace sur le disque.</translation>
    </message>
    <message>
        <source>Free space on the disk. What was saved before is intact.</source>
        <translation>Libérez de l’espace sur le disque. Ce qui était enregistré est intact.</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Figer</translation>
    </message>
    <message>
        <source>Freeze (F). {help}</source>
        <translation>Figer (F). {help}</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>À partir d’un fichier…</translation>
    </message>
    <message>
        <source>From a touch until half of the change is heard, in ms.</source>
        <translation>D’un geste jusqu’à ce que la moitié du changement s’entende, en ms.</translation>
    </message>
    <message>
        <source>From a touch until the first sample changes, and until half of the change is done</source>
        <translation>Du toucher jusqu’au premier échantillon changé, et jusqu’à la moitié du changement</translation>
    </message>
    <message>
        <source>From “{folder}”: {totals}</source>
        <translation>De «&#xa0;{folder}&#xa0;»&#xa0;: {totals}</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Complet</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Gamepad</source>
        <translation>Manette</translation>
    </message>
    <message>
        <source>Gamepads are off, because they could not be read.</source>
        <translation>Les manettes sont désactivées, car elles n’ont pas pu être lues.</translation>
    </message>
    <message>
        <source>Gamepads are off: the library SDL is missing.</source>
        <translation>Les manettes sont désactivées&#xa0;: la bibliothèque SDL manque.</translation>
    </message>
    <message>
        <source>Gamepads cannot be read: {0}.</source>
        <translation>Les manettes ne peuvent pas être lues&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Gesture</source>
        <translation>Geste</translation>
    </message>
    <message>
        <source>Gestures</source>
        <translation>Gestes</translation>
    </message>
    <message numerus="yes">
        <source>Give %n&#xa0;selected sounds the same label ({keys})</source>
        <comment>Give %n&#xa0;selected sound the same label ({keys})</comment>
        <translation>
            <numerusform>Donner la même étiquette à %n&#xa0;son sélectionné ({keys})</numerusform>
            <numerusform>Donner la même étiquette à %n&#xa0;sons sélectionnés ({keys})</numerusform>
        </translation>
    </message>
    <message>
        <source>Give a .vschaos file or a training&apos;s folder.</source>
        <translation>Donnez un fichier .vschaos ou le dossier d’un entraînement.</translation>
    </message>
    <message>
        <source>Give a run: rundir/name/version_0.</source>
        <translation>Donnez une exécution&#xa0;: rundir/name/version_0.</translation>
    </message>
    <message>
        <source>Give each class its own name.</source>
        <translation>Donnez à chaque classe son propre nom.</translation>
    </message>
    <message>
        <source>Give each class one name.</source>
        <translation>Donnez à chaque classe un seul nom.</translation>
    </message>
    <message>
        <source>Give it more of them.</source>
        <translation>Donnez-lui-en davantage.</translation>
    </message>
    <message>
        <source>Give the folder of a training: rundir/name.</source>
        <translation>Donnez le dossier d’un entraînement&#xa0;: rundir/name.</translation>
    </message>
    <message>
        <source>Give the training&apos;s folder.</source>
        <translation>Indiquez le dossier de l’entraînement.</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Half the latency, with sharp attacks. Low and dense sounds are rough.</source>
        <translation>Latence réduite de moitié, attaques nettes. Les sons graves et denses sont rugueux.</translation>
    </message>
    <message>
        <source>Hear it during the training</source>
        <translation>L’entendre pendant l’entraînement</translation>
    </message>
    <message>
        <source>Hear quickly whether these sounds make an instrument. Uses less processor time when played.</source>
        <translation>Entendre vite si ces sons font un instrument. Demande moins de calcul quand on en joue.</translation>
    </message>
    <message>
        <source>Hear some of its sounds, without loading it (Space)</source>
        <translation>Entendre quelques-uns de ses sons, sans le charger (Espace)</translation>
    </message>
    <message>
        <source>Held-out error</source>
        <translation>Erreur des sons réservés</translation>
    </message>
    <message>
        <source>Held-out sounds</source>
        <translation>Sons réservés</translation>
    </message>
    <message>
        <source>Help: {about}</source>
        <translation>Aide&#xa0;: {about}</translation>
    </message>
    <message>
        <source>Help: {about} (F1)</source>
        <translation>Aide&#xa0;: {about} (F1)</translation>
    </message>
    <message>
        <source>Here an instrument learns from a folder of sounds. Choose one first, then start the training here.</source>
        <translation>Ici, un instrument apprend d’un dossier de sons. Choisissez-en d’abord un, puis démarrez l’entraînement ici.</translation>
    </message>
    <message>
        <source>Here: {sound}</source>
        <translation>Ici&#xa0;: {sound}</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Masquer les détails</translation>
    </message>
    <message>
        <source>Hide this finding; this is saved in the folder</source>
        <translation>Masquer ce constat&#xa0;; c’est enregistré dans le dossier</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Hold the sound as it is, whatever moves.</source>
        <translation>Garder le son tel quel, quoi qui bouge.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>Horizontal position on the pad: latent coordinate 1.</source>
        <translation>Position horizontale sur le pad&#xa0;: coordonnée latente 1.</translation>
    </message>
    <message>
        <source>How close</source>
        <translation>Proximité</translation>
    </message>
    <message>
        <source>How close: {words}</source>
        <translation>Proximité&#xa0;: {words}</translation>
    </message>
    <message>
        <source>How far axis {0} follows the input.</source>
        <translation>À quel point l’axe {0} suit l’entrée.</translation>
    </message>
    <message>
        <source>How far coordinates stray at random, frame by frame.</source>
        <translation>À quel point les coordonnées s’écartent au hasard, trame par trame.</translation>
    </message>
    <message>
        <source>How far each axis follows</source>
        <translation>Ampleur avec laquelle chaque axe suit</translation>
    </message>
    <message>
        <source>How far from the first snapshot to the second.</source>
        <translation>Jusqu’où du premier instantané au second.</translation>
    </message>
    <message>
        <source>How far the last morph has gone to its second sound.</source>
        <translation>À quel point le dernier morphing a avancé vers son second son.</translation>
    </message>
    <message>
        <source>How high the keys sound: in equal temperament, or by a Scala or AnaMark file</source>
        <translation>La hauteur des touches&#xa0;: au tempérament égal, ou selon un fichier Scala ou AnaMark</translation>
    </message>
    <message>
        <source>How long a note takes to become as loud as it gets.</source>
        <translation>Le temps qu’il faut à une note pour atteindre son plus fort.</translation>
    </message>
    <message>
        <source>How long a note takes to fade when its key is let go.</source>
        <translation>Le temps que met une note à s’éteindre quand sa touche est relâchée.</translation>
    </message>
    <message>
        <source>How long a note then takes to fall to its sustain level.</source>
        <translation>Le temps qu’il faut ensuite à une note pour tomber à son niveau de maintien.</translation>
    </message>
    <message>
        <source>How long it learns: the longer, the closer to the sounds</source>
        <translation>La durée de l’apprentissage&#xa0;: plus c’est long, plus c’est proche des sons</translation>
    </message>
    <message>
        <source>How loud a note stays while its key is held.</source>
        <translation>Le niveau que garde une note tant que sa touche est tenue.</translation>
    </message>
    <message>
        <source>How many MIDI notes can sound at once.</source>
        <translation>Combien de notes MIDI peuvent sonner à la fois.</translation>
    </message>
    <message>
        <source>How many axes the instrument has.</source>
        <translation>Combien d’axes l’instrument possède.</translation>
    </message>
    <message>
        <source>How many labels the instrument has.</source>
        <translation>Combien d’étiquettes l’instrument possède.</translation>
    </message>
    <message>
        <source>How many notes sound now</source>
        <translation>Combien de notes sonnent maintenant</translation>
    </message>
    <message>
        <source>How much a held sound moves by itself. 1 is as much as in the training sounds, 0 is still.</source>
        <translation>À quel point un son tenu bouge de lui-même. 1 comme dans les sons appris, 0 immobile.</translation>
    </message>
    <message>
        <source>How much a held sound moves by itself: 1 as the training sounds, 0 not at all. Not for forward.</source>
        <translation>À quel point un son tenu bouge de lui-même&#xa0;: 1 comme les sons appris, 0 pas du tout. Pas pour forward.</translation>
    </message>
    <message>
        <source>How much all places are made as loud as the start. 0 leaves them as they were learned.</source>
        <translation>À quel point tous les lieux sont rendus aussi forts que le départ. 0 les laisse comme appris.</translation>
    </message>
    <message>
        <source>How much all places are made as loud as the start: 0 leaves them as they were learned. Not for forward.</source>
        <translation>À quel point tous les lieux sont rendus aussi forts que le départ&#xa0;: 0 les laisse comme appris. Pas pour forward.</translation>
    </message>
    <message>
        <source>How much the instrument plays by itself, in phrases like those of its sounds. 0: you lead, 1: it leads.</source>
        <translation>À quel point l’instrument joue de lui-même, en phrases comme celles de ses sons. 0&#xa0;: vous menez, 1&#xa0;: il mène.</translation>
    </message>
    <message>
        <source>How often the path is repeated in a second.</source>
        <translation>Combien de fois le chemin se répète par seconde.</translation>
    </message>
    <message>
        <source>If it happens again, please report it.</source>
        <translation>Si cela se reproduit, merci de le signaler.</translation>
    </message>
    <message>
        <source>If it happens again, see the log for the cause.</source>
        <translation>Si cela se reproduit, la cause se trouve dans le journal.</translation>
    </message>
    <message>
        <source>If nobody ended it, the system may have done so to free memory: close other programs first.</source>
        <translation>Si personne ne l’a fait, c’est peut-être le système, pour libérer de la mémoire&#xa0;: fermez d’abord d’autres programmes.</translation>
    </message>
    <message>
        <source>If that does not help, choose the sketch size or fewer sounds.</source>
        <translation>Si cela ne suffit pas, choisissez la taille esquisse ou moins de sons.</translation>
    </message>
    <message>
        <source>If that is wrong, write their names into metadata/{0}/classes.txt, one per line.</source>
        <translation>Si c’est faux, écrivez leurs noms dans metadata/{0}/classes.txt, un par ligne.</translation>
    </message>
    <message>
        <source>If there is a best.ckpt beside it, replace it by that one; or start a new training.</source>
        <translation>S’il y a un best.ckpt à côté, remplacez-le par celui-ci&#xa0;; ou commencez un nouvel entraînement.</translation>
    </message>
    <message>
        <source>If you close now, something is lost</source>
        <translation>Si vous fermez maintenant, quelque chose est perdu</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorer</translation>
    </message>
    <message>
        <source>Improving: more time makes it better.</source>
        <translation>S’améliore&#xa0;: plus de temps aide.</translation>
    </message>
    <message>
        <source>In</source>
        <comment>a folder</comment>
        <translation>Dans</translation>
    </message>
    <message>
        <source>In one second, one thread renders {0} s of sound with decode and {1} s with forward.</source>
        <translation>En une seconde, un fil calcule {0} s de son avec decode et {1} s avec forward.</translation>
    </message>
    <message>
        <source>In the keyboard mapping of “{0}”, the reference key has no note.</source>
        <translation>Dans l’affectation des touches de «&#xa0;{0}&#xa0;», la touche de référence n’a pas de note.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Input level</source>
        <translation>Niveau d’entrée</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>Erreur d’entrée/sortie</translation>
    </message>
    <message>
        <source>Install Python {needed} or newer, and start it with that.</source>
        <translation>Installez Python {needed} ou plus récent, et démarrez-le avec.</translation>
    </message>
    <message>
        <source>Install it (Debian, Ubuntu: sudo apt install libportaudio2).</source>
        <translation>Installez-la (Debian, Ubuntu&#xa0;: sudo apt install libportaudio2).</translation>
    </message>
    <message>
        <source>Install it (pip install PySDL2 pysdl2-dll) and start again.</source>
        <translation>Installez-la (pip install PySDL2 pysdl2-dll) et redémarrez.</translation>
    </message>
    <message>
        <source>Install it: {command}</source>
        <translation>Installez-le&#xa0;: {command}</translation>
    </message>
    <message>
        <source>Install its newest version. If it does not start either, send the details to whoever made it.</source>
        <translation>Installez la version la plus récente. Si elle ne démarre pas non plus, envoyez les détails à l’éditeur.</translation>
    </message>
    <message>
        <source>Install the app again.</source>
        <translation>Réinstallez l’application.</translation>
    </message>
    <message>
        <source>Install them (pip install mido python-rtmidi) and start again.</source>
        <translation>Installez-les (pip install mido python-rtmidi) et redémarrez.</translation>
    </message>
    <message>
        <source>Install {program} again.</source>
        <translation>Réinstallez {program}.</translation>
    </message>
    <message>
        <source>Install {program} again. If that does not help, send the log to whoever made it.</source>
        <translation>Réinstallez {program}. Si cela n’aide pas, envoyez le journal à l’éditeur.</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instruments</translation>
    </message>
    <message>
        <source>Instruments (*{suffix})</source>
        <translation>Instruments (*{suffix})</translation>
    </message>
    <message>
        <source>Instruments that came with the program cannot be deleted.</source>
        <translation>Les instruments fournis avec le programme ne peuvent pas être supprimés.</translation>
    </message>
    <message>
        <source>Invert the polarity of one channel in an audio editor, or leave it: one channel has the whole sound.</source>
        <translation>Inversez la polarité d’un canal dans un éditeur audio, ou laissez&#xa0;: un canal a tout le son.</translation>
    </message>
    <message>
        <source>Invert the polarity of one channel there in an audio editor, or leave it: one channel has the whole sound.</source>
        <translation>Inversez là la polarité d’un canal dans un éditeur audio, ou laissez&#xa0;: un canal a tout le son.</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>C’est un dossier</translation>
    </message>
    <message>
        <source>It becomes a control, and the pad has another meaning for each of its values.</source>
        <translation>Elle devient une commande, et le pad a un autre sens pour chacune de ses valeurs.</translation>
    </message>
    <message>
        <source>It becomes a control; for sounds without the label it is predicted from the sound.</source>
        <translation>Elle devient une commande&#xa0;; pour les sons sans étiquette, elle est prédite à partir du son.</translation>
    </message>
    <message>
        <source>It becomes a control; the pad covers everything else.</source>
        <translation>Elle devient une commande&#xa0;; le pad couvre tout le reste.</translation>
    </message>
    <message>
        <source>It begins as this instrument, and learns new sounds in less time. Only instruments of this kind fit.</source>
        <translation>Il commence comme cet instrument, et apprend de nouveaux sons en moins de temps. Seuls les instruments de ce type conviennent.</translation>
    </message>
    <message>
        <source>It came with the program and cannot be deleted</source>
        <translation>Il est fourni avec le programme et ne peut pas être supprimé</translation>
    </message>
    <message>
        <source>It cannot be read: it is not UTF-8 text.</source>
        <translation>Il ne peut pas être lu&#xa0;: ce n’est pas du texte UTF-8.</translation>
    </message>
    <message>
        <source>It cannot be read: the Sounds page says why.</source>
        <translation>Elle ne peut pas être lue&#xa0;: la page Sons dit pourquoi.</translation>
    </message>
    <message>
        <source>It cannot be read: you have no permission.</source>
        <translation>Il ne peut pas être lu&#xa0;: vous n’en avez pas le droit.</translation>
    </message>
    <message>
        <source>It cannot be read: {0}.</source>
        <translation>Il ne peut pas être lu&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>It contains only zeros.</source>
        <translation>Il ne contient que des zéros.</translation>
    </message>
    <message>
        <source>It does not exist.</source>
        <translation>Il n’existe pas.</translation>
    </message>
    <message>
        <source>It ended before it was first saved.</source>
        <translation>Il a pris fin avant d’être enregistré une première fois.</translation>
    </message>
    <message>
        <source>It ended before its first save. Start a new training.</source>
        <translation>Il s’est terminé avant son premier enregistrement. Commencez un nouvel entraînement.</translation>
    </message>
    <message>
        <source>It ends before its sound begins.</source>
        <translation>Il se termine avant que son contenu ne commence.</translation>
    </message>
    <message numerus="yes">
        <source>It has %n classes; the most is {most}.</source>
        <comment>It has %n class; the most is {most}.</comment>
        <translation>
            <numerusform>Elle a %n classe&#xa0;; le maximum est {most}.</numerusform>
            <numerusform>Elle a %n classes&#xa0;; le maximum est {most}.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has a header but no sound.</source>
        <translation>Il a un en-tête mais aucun son.</translation>
    </message>
    <message>
        <source>It has an impossible sample rate of {0} Hz.</source>
        <translation>Il a une fréquence d’échantillonnage impossible, {0} Hz.</translation>
    </message>
    <message>
        <source>It has no instrument</source>
        <translation>Il n’a pas d’instrument</translation>
    </message>
    <message>
        <source>It has no sound track.</source>
        <translation>Il n’a pas de piste audio.</translation>
    </message>
    <message>
        <source>It has the same value for all sounds.</source>
        <translation>Elle a la même valeur pour tous les sons.</translation>
    </message>
    <message>
        <source>It has these: {0}.</source>
        <translation>Il a celles-ci&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>It has {0} lines, and only the first {1} can be classes of a label.</source>
        <translation>Il a {0} lignes, et seules les {1} premières peuvent être des classes d’un label.</translation>
    </message>
    <message>
        <source>It is a folder, not an audio file.</source>
        <translation>C’est un dossier, pas un fichier audio.</translation>
    </message>
    <message>
        <source>It is being started again.</source>
        <translation>Il redémarre.</translation>
    </message>
    <message>
        <source>It is cancelled; nothing is written. You can export again at the next start.</source>
        <translation>Il est annulé&#xa0;; rien n’est écrit. Vous pourrez exporter de nouveau au prochain démarrage.</translation>
    </message>
    <message>
        <source>It is damaged or ends inside its header.</source>
        <translation>Il est endommagé ou se termine dans son en-tête.</translation>
    </message>
    <message>
        <source>It is empty (0 bytes).</source>
        <translation>Il est vide (0 octet).</translation>
    </message>
    <message>
        <source>It is in a format that needs PyAV, which is not installed.</source>
        <translation>Son format a besoin de PyAV, qui n’est pas installé.</translation>
    </message>
    <message>
        <source>It is in the folder of the labels.</source>
        <translation>Il est dans le dossier des labels.</translation>
    </message>
    <message>
        <source>It is in “{folder}”.</source>
        <translation>Il se trouve dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>It is incomplete or damaged: only about {0} s of its {1} s can be read.</source>
        <translation>Il est incomplet ou endommagé&#xa0;: seules {0} s environ de ses {1} s peuvent être lues.</translation>
    </message>
    <message>
        <source>It is incomplete: its last part is missing.</source>
        <translation>Il est incomplet&#xa0;: sa dernière partie manque.</translation>
    </message>
    <message>
        <source>It is kept as “{0}”; an empty set replaces it.</source>
        <translation>Il est conservé sous «&#xa0;{0}&#xa0;»&#xa0;; un jeu vide le remplace.</translation>
    </message>
    <message>
        <source>It is known after the first steps.</source>
        <translation>Cela se sait après les premiers pas.</translation>
    </message>
    <message>
        <source>It is lost. To keep it, keep working and stop its recording first.</source>
        <translation>Il est perdu. Pour le garder, continuez à travailler et arrêtez d’abord son enregistrement.</translation>
    </message>
    <message>
        <source>It is not a sound (“{0}”).</source>
        <translation>Ce n’est pas un son («&#xa0;{0}&#xa0;»).</translation>
    </message>
    <message>
        <source>It is not a sound.</source>
        <translation>Ce n’est pas un son.</translation>
    </message>
    <message>
        <source>It is not an audio file, although its name says so.</source>
        <translation>Ce n’est pas un fichier audio, bien que son nom le dise.</translation>
    </message>
    <message>
        <source>It is not an ordinary file.</source>
        <translation>Ce n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>It is outside the dataset&apos;s data folder.</source>
        <translation>Il est hors du dossier data.</translation>
    </message>
    <message>
        <source>It is raw data without a header: its rate and format are unknown.</source>
        <translation>Ce sont des données brutes sans en-tête&#xa0;: fréquence et format sont inconnus.</translation>
    </message>
    <message>
        <source>It is silent: its level stays more than {0} dB below full scale.</source>
        <translation>Il est silencieux&#xa0;: son niveau reste à plus de {0} dB sous le maximum.</translation>
    </message>
    <message>
        <source>It is too short: {0} ms, and a sound needs at least {1} ms.</source>
        <translation>Il est trop court&#xa0;: {0} ms, et un son en demande au moins {1}.</translation>
    </message>
    <message>
        <source>It is {0}, not a sound.</source>
        <translation>C’est {0}, pas un son.</translation>
    </message>
    <message>
        <source>It may come from another version of this program. Start a new training.</source>
        <translation>Il vient peut-être d’une autre version de ce programme. Commencez un nouvel entraînement.</translation>
    </message>
    <message>
        <source>It may have been moved or renamed.</source>
        <translation>Il a peut-être été déplacé ou renommé.</translation>
    </message>
    <message>
        <source>It plays instruments. To learn an instrument from your sounds, or to export one to Max and Pure Data, install vschaos studio. Your projects and settings will be there, too.</source>
        <translation>Il joue des instruments. Pour apprendre un instrument à partir de vos sons, ou en exporter un vers Max et Pure Data, installez vschaos studio. Vos projets et vos réglages s’y trouveront aussi.</translation>
    </message>
    <message>
        <source>It sounds all the time, also between the notes, and the instrument will hum as well.</source>
        <translation>Il sonne tout le temps, aussi entre les notes, et l’instrument ronflera de même.</translation>
    </message>
    <message>
        <source>It sounds as it does here: spectra within {0} dB ({1} allowed), {2}.</source>
        <translation>Il sonne comme ici&#xa0;: spectres à {0} dB près ({1} permis), {2}.</translation>
    </message>
    <message>
        <source>It starts when the present training has ended</source>
        <translation>Il commence quand l’entraînement en cours est terminé</translation>
    </message>
    <message>
        <source>It stays as it is: “{file}”.</source>
        <translation>Il reste tel quel&#xa0;: «&#xa0;{file}&#xa0;».</translation>
    </message>
    <message>
        <source>It stops and is kept.</source>
        <translation>Il s’arrête et est conservé.</translation>
    </message>
    <message>
        <source>It stops and is kept. You can continue it at the next start.</source>
        <translation>Il s’arrête et est conservé. Vous pourrez le continuer au prochain démarrage.</translation>
    </message>
    <message>
        <source>It stops, without a result yet. You can start it again at the next start.</source>
        <translation>Il s’arrête, sans résultat pour l’instant. Vous pourrez le relancer au prochain démarrage.</translation>
    </message>
    <message>
        <source>It stops. The labels stay as they are; finished sounds are not analysed again next time.</source>
        <translation>Elle s’arrête. Les étiquettes restent telles quelles&#xa0;; les sons terminés ne seront pas analysés de nouveau la prochaine fois.</translation>
    </message>
    <message>
        <source>It was not validated yet: leave out -n best.</source>
        <translation>Il n’a pas encore été validé&#xa0;: omettez -n best.</translation>
    </message>
    <message>
        <source>It was said to take {said}, and took {took}.</source>
        <translation>Durée annoncée&#xa0;: {said}&#xa0;; durée réelle, comme prévu&#xa0;: {took}.</translation>
    </message>
    <message>
        <source>It was said to take {said}; it took {took}.</source>
        <translation>Durée annoncée&#xa0;: {said}&#xa0;; durée réelle&#xa0;: {took}.</translation>
    </message>
    <message>
        <source>It works for sounds of one note at a time. Noise, drums and silence stay unlabelled. Labels that you have set yourself stay as they are.</source>
        <translation>Cela fonctionne pour des sons d’une seule note à la fois. Le bruit, les percussions et le silence restent sans étiquette. Les étiquettes que vous avez définies vous-même restent telles quelles.</translation>
    </message>
    <message>
        <source>Its instruments can still be played and exported. Start a new training.</source>
        <translation>Ses instruments peuvent encore être joués et exportés. Commencez un nouvel entraînement.</translation>
    </message>
    <message>
        <source>Its level stays more than {0} dB below full scale. Training leaves such sounds out, and does not start if there are no others.</source>
        <translation>Son niveau reste à plus de {0} dB sous le maximum. L’entraînement omet de tels sons, et ne démarre pas s’il n’y en a pas d’autres.</translation>
    </message>
    <message>
        <source>Its name has a tab or a line break.</source>
        <translation>Son nom contient une tabulation ou un saut de ligne.</translation>
    </message>
    <message>
        <source>Its name needs letters without accents, then digits, - or _.</source>
        <translation>Son nom doit avoir des lettres sans accents, puis des chiffres, - ou _.</translation>
    </message>
    <message>
        <source>Its recording is not on this computer, or its folder has not been opened</source>
        <translation>L’enregistrement d’origine n’est pas sur cet ordinateur, ou son dossier n’a pas été ouvert</translation>
    </message>
    <message>
        <source>Its sounds stay in it.</source>
        <translation>Ses sons y restent.</translation>
    </message>
    <message>
        <source>JACK is back: the sound engine restarts to use it.</source>
        <translation>JACK est de retour&#xa0;: le moteur audio redémarre pour l’utiliser.</translation>
    </message>
    <message>
        <source>January</source>
        <translation>janvier</translation>
    </message>
    <message>
        <source>July</source>
        <translation>juillet</translation>
    </message>
    <message>
        <source>June</source>
        <translation>juin</translation>
    </message>
    <message>
        <source>Keep only the best copy of each.</source>
        <translation>Ne gardez de chacun que la meilleure copie.</translation>
    </message>
    <message>
        <source>Keep only the best copy.</source>
        <translation>Ne gardez que la meilleure copie.</translation>
    </message>
    <message numerus="yes">
        <source>Keep only the best: leave out %n</source>
        <comment>Keep only the best: leave out %n</comment>
        <translation>
            <numerusform>Garder le meilleur, écarter %n</numerusform>
            <numerusform>Garder le meilleur, écarter %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep the input&apos;s phase: closer to it, and noise has no effect.</source>
        <translation>Garder la phase de l’entrée&#xa0;: plus proche d’elle, et le bruit est sans effet.</translation>
    </message>
    <message>
        <source>Keep the tables as they are, to read them</source>
        <translation>Figer les tableaux pour les lire</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Continuer l’entraînement</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Continuer à travailler</translation>
    </message>
    <message>
        <source>Key (0…127, 60 is middle C) and velocity (0…1); velocity 0 releases it.</source>
        <translation>Touche (0…127, 60 est le do médian) et vélocité (0…1)&#xa0;; vélocité 0 la relâche.</translation>
    </message>
    <message>
        <source>Key of new versions</source>
        <translation>Clé des nouvelles versions</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Clavier et souris</translation>
    </message>
    <message>
        <source>Keys</source>
        <comment>to press</comment>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Keys play notes</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Keys play notes, louder towards the front edge. So do the letters A to K</source>
        <translation>Les touches jouent des notes, plus fortes vers le bord avant. Les lettres A à K aussi</translation>
    </message>
    <message>
        <source>Keys play notes; so do the letters A to K</source>
        <translation>Les touches jouent des notes&#xa0;; les lettres A à K aussi</translation>
    </message>
    <message>
        <source>Kind</source>
        <comment>of instrument</comment>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Étiquette</translation>
    </message>
    <message numerus="yes">
        <source>Label %n&#xa0;sounds</source>
        <comment>Label %n&#xa0;sound</comment>
        <translation>
            <numerusform>Étiqueter %n&#xa0;son</numerusform>
            <numerusform>Étiqueter %n&#xa0;sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Label more sounds, or hold out other sounds with another training.seed.</source>
        <translation>Donnez un label à plus de sons, ou réservez-en d’autres avec un autre training.seed.</translation>
    </message>
    <message>
        <source>Label some sounds, or choose a configuration that does not need it.</source>
        <translation>Donnez un label à quelques sons, ou choisissez une configuration qui n’en a pas besoin.</translation>
    </message>
    <message>
        <source>Label them, write “none” in metadata/{0}/metadata.txt if none applies, or choose a configuration that predicts missing labels.</source>
        <translation>Donnez-leur un label, écrivez «&#xa0;none&#xa0;» dans metadata/{0}/metadata.txt si aucun ne convient, ou choisissez une configuration qui prédit les labels manquants.</translation>
    </message>
    <message>
        <source>Label {label}</source>
        <translation>Étiquette {label}</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Étiquettes</translation>
    </message>
    <message>
        <source>Labels, and problems in their files</source>
        <translation>Étiquettes, et problèmes dans leurs fichiers</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Large &amp;controls</source>
        <translation>Grandes &amp;commandes</translation>
    </message>
    <message>
        <source>Large controls</source>
        <translation>Grandes commandes</translation>
    </message>
    <message>
        <source>Last error: {error}</source>
        <translation>Dernière erreur&#xa0;: {error}</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latence</translation>
    </message>
    <message>
        <source>Latency, part by part</source>
        <translation>Latence, partie par partie</translation>
    </message>
    <message>
        <source>Latent coordinate {0}, along principal axis {1}.</source>
        <translation>Coordonnée latente {0}, le long de l’axe principal {1}.</translation>
    </message>
    <message>
        <source>Latent dimensions in use</source>
        <translation>Dimensions latentes utilisées</translation>
    </message>
    <message>
        <source>Latent pad</source>
        <translation>Pad latent</translation>
    </message>
    <message>
        <source>Layout for TouchOSC…</source>
        <translation>Disposition pour TouchOSC…</translation>
    </message>
    <message>
        <source>Least latency</source>
        <translation>Latence minimale</translation>
    </message>
    <message>
        <source>Leave full pad</source>
        <translation>Quitter le plein écran</translation>
    </message>
    <message>
        <source>Leave it as it is; what exists of it is kept</source>
        <translation>Laisser tel quel&#xa0;; ce qui en existe est conservé</translation>
    </message>
    <message>
        <source>Leave it at 0.</source>
        <translation>Laissez-le à 0.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Ne pas l’utiliser</translation>
    </message>
    <message>
        <source>Leave it: {text}</source>
        <translation>Ne pas reprendre&#xa0;: {text}</translation>
    </message>
    <message numerus="yes">
        <source>Leave out %n&#xa0;sounds</source>
        <comment>Leave out %n&#xa0;sound</comment>
        <translation>
            <numerusform>Écarter %n&#xa0;son</numerusform>
            <numerusform>Écarter %n&#xa0;sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Écartés</translation>
    </message>
    <message>
        <source>Left out by choice: {0}.</source>
        <translation>Omis par choix&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Left shoulder button</source>
        <translation>Bouton supérieur gauche</translation>
    </message>
    <message>
        <source>Left stick, left–right</source>
        <translation>Stick gauche, gauche–droite</translation>
    </message>
    <message>
        <source>Left stick, pressed</source>
        <translation>Stick gauche, enfoncé</translation>
    </message>
    <message>
        <source>Left stick, up–down</source>
        <translation>Stick gauche, haut–bas</translation>
    </message>
    <message>
        <source>Left trigger</source>
        <translation>Gâchette gauche</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Let Max, Pure Data and other programs play along</source>
        <translation>Laisser jouer Max, Pure Data et d’autres programmes</translation>
    </message>
    <message>
        <source>Let each stretch end where the next begins.</source>
        <translation>Faites finir chaque passage où le suivant commence.</translation>
    </message>
    <message>
        <source>Let it learn</source>
        <translation>Le laisser apprendre</translation>
    </message>
    <message>
        <source>Level below which the input counts as silence.</source>
        <translation>Niveau sous lequel l’entrée compte comme silence.</translation>
    </message>
    <message>
        <source>Level of the pad&apos;s sound, before the gain; −60 is silence. Gestures keep how loud a phrase was with it.</source>
        <translation>Niveau du son du pad, avant le gain&#xa0;; −60 est le silence. Les gestes gardent ainsi la force d’une phrase.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Licence of the export</source>
        <translation>Licence de l’export</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>theme</comment>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Listen to how it ends. To repair the header, open it in an audio editor and save it again.</source>
        <translation>Écoutez comment il se termine. Pour réparer l’en-tête, ouvrez-le dans un éditeur audio et enregistrez-le de nouveau.</translation>
    </message>
    <message>
        <source>Live input</source>
        <translation>Entrée en direct</translation>
    </message>
    <message>
        <source>Live: an effect</source>
        <translation>Live&#xa0;: un effet</translation>
    </message>
    <message>
        <source>Live: an instrument for notes</source>
        <translation>Live&#xa0;: un instrument pour des notes</translation>
    </message>
    <message>
        <source>Load: share of the time that rendering takes. Dropouts: gaps in the sound.</source>
        <translation>Charge&#xa0;: part du temps que prend le rendu. Coupures&#xa0;: trous dans le son.</translation>
    </message>
    <message>
        <source>Loads in nn~</source>
        <translation>Se charge dans nn~</translation>
    </message>
    <message>
        <source>Long windows</source>
        <translation>Fenêtres longues</translation>
    </message>
    <message>
        <source>Look for MIDI inputs again</source>
        <translation>Chercher de nouveau les entrées MIDI</translation>
    </message>
    <message>
        <source>Look for {devices} again</source>
        <translation>Chercher de nouveau les {devices}</translation>
    </message>
    <message>
        <source>Look up its name in the list of controls.</source>
        <translation>Cherchez son nom dans la liste des commandes.</translation>
    </message>
    <message>
        <source>Look where you got this program from. If there are an address and a public key for new versions, enter them here. This is version {version}.</source>
        <translation>Regardez là où vous avez obtenu ce programme. S’il y a une adresse et une clé publique pour les nouvelles versions, saisissez-les ici. Ceci est la version {version}.</translation>
    </message>
    <message>
        <source>Looking for files…</source>
        <translation>Recherche des fichiers…</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Boucle</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Pertes</translation>
    </message>
    <message>
        <source>Lossy formats such as mp3 and low sample rates cut the treble like this, and saving in a better format does not bring it back. The instrument will lack it as well.</source>
        <translation>Les formats avec pertes comme mp3 et les basses fréquences d’échantillonnage coupent ainsi les aigus, et un meilleur format ne les ramène pas. L’instrument en manquera aussi.</translation>
    </message>
    <message>
        <source>Lower the level and record again.</source>
        <translation>Baissez le niveau et enregistrez de nouveau.</translation>
    </message>
    <message>
        <source>MIDI</source>
        <translation>MIDI</translation>
    </message>
    <message>
        <source>MIDI clock of {input}</source>
        <translation>Horloge MIDI de {input}</translation>
    </message>
    <message>
        <source>MIDI input</source>
        <translation>Entrée MIDI</translation>
    </message>
    <message>
        <source>MIDI is off: no MIDI system of this computer answers.</source>
        <translation>Le MIDI est coupé&#xa0;: aucun système MIDI de cet ordinateur ne répond.</translation>
    </message>
    <message>
        <source>MIDI is off: the library mido or python-rtmidi is missing.</source>
        <translation>Le MIDI est coupé&#xa0;: la bibliothèque mido ou python-rtmidi manque.</translation>
    </message>
    <message>
        <source>MIT licence. Made with {libraries}, each under its own licence. Every factory instrument names the source of its sounds on its card.</source>
        <translation>Licence MIT. Réalisé avec {libraries}, chacun sous sa propre licence. Chaque instrument d’usine indique sur sa fiche la source de ses sons.</translation>
    </message>
    <message>
        <source>Make room on the disk, and let yourself write into “{folder}”.</source>
        <translation>Libérez de la place sur le disque, et donnez-vous le droit d’écrire dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>Make room on the disk, then start again.</source>
        <translation>Libérez de la place sur le disque, puis redémarrez.</translation>
    </message>
    <message>
        <source>Make that folder writable, or set VSCHAOS_CONFIG to another one.</source>
        <translation>Autorisez l’écriture dans ce dossier, ou indiquez-en un autre dans VSCHAOS_CONFIG.</translation>
    </message>
    <message>
        <source>Make that folder writable.</source>
        <translation>Autorisez l’écriture dans ce dossier.</translation>
    </message>
    <message>
        <source>Make this file or folder readable and writable, then start again.</source>
        <translation>Rendez ce fichier ou ce dossier accessible en lecture et en écriture, puis redémarrez.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Map as in the studio</source>
        <translation>Carte comme dans le studio</translation>
    </message>
    <message>
        <source>March</source>
        <translation>mars</translation>
    </message>
    <message>
        <source>Mark it with a star</source>
        <translation>Le marquer d’une étoile</translation>
    </message>
    <message>
        <source>Max or Pd must run at {rate}, or the patch sends “set sample_rate” with its own rate.</source>
        <translation>Max ou Pd doit fonctionner à {rate}, ou le patch envoie « set sample_rate » avec sa propre fréquence.</translation>
    </message>
    <message>
        <source>Max: a sound through the instrument</source>
        <translation>Max&#xa0;: un son à travers l’instrument</translation>
    </message>
    <message>
        <source>Max: every method and attribute</source>
        <translation>Max&#xa0;: toutes les méthodes et tous les attributs</translation>
    </message>
    <message>
        <source>Max: one of the voices for notes</source>
        <translation>Max&#xa0;: une des voix pour les notes</translation>
    </message>
    <message>
        <source>Max: play notes</source>
        <translation>Max&#xa0;: jouer des notes</translation>
    </message>
    <message>
        <source>Max: play the instrument</source>
        <translation>Max&#xa0;: jouer de l’instrument</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Signification</translation>
    </message>
    <message>
        <source>Measured on held-out sounds; the instrument is kept</source>
        <translation>Mesuré sur des sons réservés&#xa0;; l’instrument est conservé</translation>
    </message>
    <message>
        <source>Memory ran out: from step {0}, a batch has {1} spectra.</source>
        <translation>Mémoire épuisée&#xa0;: à partir du pas {0}, un lot a {1} spectres.</translation>
    </message>
    <message>
        <source>Merge them into one class, or give each its own name in metadata/{0}/classes.txt.</source>
        <translation>Réunissez-les en une classe, ou donnez à chacune son nom dans metadata/{0}/classes.txt.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Messages a second</source>
        <translation>Messages par seconde</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Méthodes</translation>
    </message>
    <message>
        <source>Methods and channels</source>
        <translation>Méthodes et canaux</translation>
    </message>
    <message>
        <source>Milliseconds that coordinates need to follow.</source>
        <translation>Millisecondes que mettent les coordonnées à suivre.</translation>
    </message>
    <message>
        <source>Monitor…</source>
        <translation>Moniteur…</translation>
    </message>
    <message>
        <source>More noise, or less, than was learned: −1 is all tone, 1 all noise but for clear tones.</source>
        <translation>Plus ou moins de bruit qu’appris&#xa0;: −1 est tout son, 1 tout bruit sauf les sons clairs.</translation>
    </message>
    <message>
        <source>Morph</source>
        <translation>Morphing</translation>
    </message>
    <message>
        <source>Morph between two snapshots</source>
        <translation>Morphing entre deux instantanés</translation>
    </message>
    <message>
        <source>Morph from here to</source>
        <translation>Morphing d’ici vers</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Mouvement</translation>
    </message>
    <message>
        <source>Motion of axis {axis}</source>
        <translation>Mouvement de l’axe {axis}</translation>
    </message>
    <message>
        <source>Move a {controller} for “{name}”… (Esc cancels)</source>
        <translation>Bougez un {controller} pour «&#xa0;{name}&#xa0;»… (Échap annule)</translation>
    </message>
    <message>
        <source>Move finely on the pad</source>
        <translation>Se déplacer finement sur le pad</translation>
    </message>
    <message>
        <source>Move it into “data”.</source>
        <translation>Déplacez-le dans «&#xa0;data&#xa0;».</translation>
    </message>
    <message>
        <source>Move it out of “{0}”.</source>
        <translation>Sortez-le de «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>Move it to the bin (Delete)</source>
        <translation>Le mettre à la corbeille (Suppr)</translation>
    </message>
    <message>
        <source>Move on the pad</source>
        <translation>Se déplacer sur le pad</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NOM</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name a file of tracks/.</source>
        <translation>Nommez un fichier de tracks/.</translation>
    </message>
    <message>
        <source>Name of snapshot {number}</source>
        <translation>Nom de l’instantané {number}</translation>
    </message>
    <message>
        <source>Name of the export</source>
        <translation>Nom de l’export</translation>
    </message>
    <message>
        <source>Name of the instrument</source>
        <translation>Nom de l’instrument</translation>
    </message>
    <message>
        <source>Name of the instrument.</source>
        <translation>Nom de l’instrument.</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>Nom de l’étiquette</translation>
    </message>
    <message>
        <source>Name one as in “cc 1” (up to 119), “bend” or “pressure”.</source>
        <translation>Nommez-en un, comme «&#xa0;cc 1&#xa0;» (jusqu’à 119), «&#xa0;bend&#xa0;» ou «&#xa0;pressure&#xa0;».</translation>
    </message>
    <message>
        <source>Name one as in “left x”, “right trigger”, “button a”, or “axis 1” and “button 1” of other joysticks.</source>
        <translation>Nommez-en une comme «&#xa0;left x&#xa0;», «&#xa0;right trigger&#xa0;», «&#xa0;button a&#xa0;», ou «&#xa0;axis 1&#xa0;» et «&#xa0;button 1&#xa0;» d’autres joysticks.</translation>
    </message>
    <message>
        <source>Name one as in “osc /1/fader3”, or “osc /1/xy 2” for its second argument (of {0} at most).</source>
        <translation>Nommez-en un, comme «&#xa0;osc /1/fader3&#xa0;», ou «&#xa0;osc /1/xy 2&#xa0;» pour son deuxième argument (de {0} au plus).</translation>
    </message>
    <message>
        <source>Name snapshot {number}</source>
        <translation>Nommer l’instantané {number}</translation>
    </message>
    <message>
        <source>Names of all snapshots; a dash where none is stored.</source>
        <translation>Noms de tous les instantanés&#xa0;; un tiret là où aucun n’est enregistré.</translation>
    </message>
    <message>
        <source>Names of the classes, separated by commas</source>
        <translation>Noms des classes, séparés par des virgules</translation>
    </message>
    <message>
        <source>Name… (F2)</source>
        <translation>Nommer… (F2)</translation>
    </message>
    <message>
        <source>New gesture</source>
        <translation>Nouveau geste</translation>
    </message>
    <message>
        <source>New instrument</source>
        <translation>Nouvel instrument</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Nouveau nom</translation>
    </message>
    <message>
        <source>New recordings go to “{folder}”.</source>
        <translation>Les nouveaux enregistrements vont dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Nouvelle version</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Plus récents d’abord</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Next control</source>
        <translation>Commande suivante</translation>
    </message>
    <message>
        <source>No MIDI input was found. Connect a keyboard or controller, then look again.</source>
        <translation>Aucune entrée MIDI trouvée. Branchez un clavier ou un contrôleur, puis cherchez de nouveau.</translation>
    </message>
    <message>
        <source>No action needed. “Channels” on the Sounds page, or data.dataset.mix, chooses what is learnt: mean, left, right, loudest, or each as a sound of its own.</source>
        <translation>Rien à faire. «&#xa0;Canaux&#xa0;» à la page Sons, ou data.dataset.mix, choisit ce qui s’apprend&#xa0;: moyenne, gauche, droite, le plus fort, ou chacun comme un son à part.</translation>
    </message>
    <message>
        <source>No action needed; saved as mono, it needs half the space.</source>
        <translation>Rien à faire&#xa0;; enregistré en mono, il prend moitié moins de place.</translation>
    </message>
    <message>
        <source>No action needed; saved as mono, they need half the space.</source>
        <translation>Rien à faire&#xa0;; enregistrés en mono, ils prennent moitié moins de place.</translation>
    </message>
    <message>
        <source>No file manager was found.</source>
        <translation>Aucun gestionnaire de fichiers n’a été trouvé.</translation>
    </message>
    <message>
        <source>No folder of sounds is given.</source>
        <translation>Aucun dossier de sons n’est donné.</translation>
    </message>
    <message>
        <source>No gamepad is connected; one is found within seconds.</source>
        <translation>Aucune manette n’est branchée&#xa0;; elle est trouvée en quelques secondes.</translation>
    </message>
    <message>
        <source>No input was found</source>
        <translation>Aucune entrée trouvée</translation>
    </message>
    <message>
        <source>No instrument found at “{0}”.</source>
        <translation>Aucun instrument trouvé à «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>No instrument has all of these words. Search for the beginning of one.</source>
        <translation>Aucun instrument ne contient tous ces mots. Cherchez le début d’un mot.</translation>
    </message>
    <message>
        <source>No instrument yet</source>
        <translation>Pas encore d’instrument</translation>
    </message>
    <message>
        <source>No instruments here</source>
        <translation>Aucun instrument ici</translation>
    </message>
    <message numerus="yes">
        <source>No pitch was found in %n&#xa0;sounds.</source>
        <comment>No pitch was found in %n&#xa0;sound.</comment>
        <translation>
            <numerusform>Aucune hauteur n’a été trouvée dans %n&#xa0;son.</numerusform>
            <numerusform>Aucune hauteur n’a été trouvée dans %n&#xa0;sons.</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems were found in these sounds.</source>
        <translation>Aucun problème n’a été trouvé dans ces sons.</translation>
    </message>
    <message>
        <source>No program opened the file.</source>
        <translation>Aucun programme n’a ouvert le fichier.</translation>
    </message>
    <message>
        <source>No real-time priority: the system did not grant it. Join the “audio” group and log in again.</source>
        <translation>Pas de priorité temps réel&#xa0;: le système ne l’a pas accordée. Rejoignez le groupe «&#xa0;audio&#xa0;» et reconnectez-vous.</translation>
    </message>
    <message>
        <source>No sound has a label for {0}.</source>
        <translation>Aucun son n’a de label pour {0}.</translation>
    </message>
    <message>
        <source>No sound has a label yet.</source>
        <translation>Aucun son n’a encore d’étiquette.</translation>
    </message>
    <message>
        <source>No sound has a sample rate above {0} Hz, so none contains anything above {1} kHz.</source>
        <translation>Aucun son n’a une fréquence d’échantillonnage au-dessus de {0} Hz, donc rien au-dessus de {1} kHz.</translation>
    </message>
    <message>
        <source>No sound has class {0} and {1} more of {2}.</source>
        <translation>Aucun son n’a la classe {0} et {1} autres de {2}.</translation>
    </message>
    <message>
        <source>No sound has class {0} of {1}.</source>
        <translation>Aucun son n’a la classe {0} de {1}.</translation>
    </message>
    <message>
        <source>No sound has classes {0} and {1} more of {2}.</source>
        <translation>Aucun son n’a les classes {0} et {1} autres de {2}.</translation>
    </message>
    <message>
        <source>No sound has classes {0} of {1}.</source>
        <translation>Aucun son n’a les classes {0} de {1}.</translation>
    </message>
    <message>
        <source>No sound has this label.</source>
        <translation>Aucun son n’a cette étiquette.</translation>
    </message>
    <message>
        <source>No sound: no output device was found.</source>
        <translation>Pas de son&#xa0;: aucun périphérique de sortie n’a été trouvé.</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>Plus d’espace sur le disque</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Fichier ou dossier introuvable</translation>
    </message>
    <message>
        <source>No web browser was found.</source>
        <translation>Aucun navigateur n’a été trouvé.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>MIDI input</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>None</source>
        <comment>colour</comment>
        <translation>Aucune</translation>
    </message>
    <message>
        <source>None of these files can be used.</source>
        <translation>Aucun de ces fichiers n’est utilisable.</translation>
    </message>
    <message>
        <source>Normalise it in an audio editor and save it again.</source>
        <translation>Normalisez-le dans un éditeur audio et enregistrez-le de nouveau.</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>Ce n’est pas un dossier</translation>
    </message>
    <message>
        <source>Not enough memory: this program may use only {0} MB (ulimit -v).</source>
        <translation>Mémoire insuffisante&#xa0;: ce programme ne peut utiliser que {0} Mo (ulimit -v).</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistré</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>a finding</comment>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>remarks</comment>
        <translation>Remarques</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>of MIDI</comment>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Notes on the export</source>
        <translation>Remarques sur l’export</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>to start from</comment>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Nothing can be learnt from “{0}”: all of its sounds are silent, below {1} dB below full scale.</source>
        <translation>Rien ne peut s’apprendre de «&#xa0;{0}&#xa0;»&#xa0;: tous ses sons sont silencieux, sous {1} dB sous le maximum.</translation>
    </message>
    <message>
        <source>Nothing can be learnt from “{0}”: the learnt channels of its sounds stay below {1} dB below full scale, while others have sound.</source>
        <translation>Rien ne peut s’apprendre de «&#xa0;{0}&#xa0;»&#xa0;: les canaux appris restent sous {1} dB sous le maximum, tandis que d’autres ont du son.</translation>
    </message>
    <message>
        <source>Nothing can be recorded: no audio output is open.</source>
        <translation>Rien ne peut être enregistré&#xa0;: aucune sortie audio n’est ouverte.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Nothing found at “{0}”.</source>
        <translation>Rien trouvé à «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>Nothing was found. Try one word, or its beginning.</source>
        <translation>Rien n’a été trouvé. Essayez un seul mot, ou son début.</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>Rien n’a été écrit</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>November</source>
        <translation>novembre</translation>
    </message>
    <message>
        <source>Number the classes from 0.</source>
        <translation>Numérotez les classes à partir de 0.</translation>
    </message>
    <message>
        <source>Number them from 0, or raise dim of {0} in model.conditioning and model.prediction.</source>
        <translation>Numérotez-les à partir de 0, ou augmentez dim de {0} dans model.conditioning et model.prediction.</translation>
    </message>
    <message>
        <source>Number {number}, {held}. Enter recalls, Shift+Enter stores, F2 names what is stored.</source>
        <translation>Numéro {number}, {held}. Entrée rappelle, Maj+Entrée mémorise, F2 nomme ce qui est mémorisé.</translation>
    </message>
    <message>
        <source>Numbers in metadata.txt count classes from 0: use names that are not numbers, or remove classes.txt.</source>
        <translation>Les nombres de metadata.txt comptent les classes à partir de 0&#xa0;: utilisez des noms qui ne sont pas des nombres, ou retirez classes.txt.</translation>
    </message>
    <message>
        <source>Numbers {first} to {last}</source>
        <translation>Numéros {first} à {last}</translation>
    </message>
    <message>
        <source>OSC</source>
        <translation>OSC</translation>
    </message>
    <message>
        <source>OSC activity</source>
        <translation>Activité OSC</translation>
    </message>
    <message>
        <source>OSC addresses</source>
        <translation>Adresses OSC</translation>
    </message>
    <message>
        <source>OSC cannot listen and send on the same port ({0}).</source>
        <translation>OSC ne peut pas écouter et envoyer sur le même port ({0}).</translation>
    </message>
    <message>
        <source>OSC cannot listen on port {0} of {1}: {2}.</source>
        <translation>OSC ne peut pas écouter sur le port {0} de {1}&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>OSC cannot listen on port {0}: {1}.</source>
        <translation>OSC ne peut pas écouter sur le port {0}&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>OSC in</source>
        <translation>Entrée OSC</translation>
    </message>
    <message>
        <source>OSC interface</source>
        <translation>Interface OSC</translation>
    </message>
    <message>
        <source>OSC monitor</source>
        <translation>Moniteur OSC</translation>
    </message>
    <message>
        <source>OSC out</source>
        <translation>Sortie OSC</translation>
    </message>
    <message>
        <source>OSC prefix</source>
        <translation>Préfixe OSC</translation>
    </message>
    <message>
        <source>OSCQuery</source>
        <translation>OSCQuery</translation>
    </message>
    <message>
        <source>OSCQuery cannot listen on port {0}: {1}.</source>
        <translation>OSCQuery ne peut pas écouter sur le port {0}&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>OSCQuery port</source>
        <translation>Port OSCQuery</translation>
    </message>
    <message>
        <source>October</source>
        <translation>octobre</translation>
    </message>
    <message>
        <source>Of the folder, its files, and the object in Max and Pd</source>
        <translation>Du dossier, de ses fichiers et de l’objet dans Max et Pd</translation>
    </message>
    <message>
        <source>Of {0}, there is {1} sound of {2}; a class usually has {3} s.</source>
        <translation>De {0}, il y a {1} de son pour {2}&#xa0;; une classe a d’habitude {3} s.</translation>
    </message>
    <message>
        <source>On Debian and Ubuntu, install them with: {command}</source>
        <translation>Sous Debian et Ubuntu, installez-les avec&#xa0;: {command}</translation>
    </message>
    <message>
        <source>On the Train page, “Sketch” makes an instrument of them in a few minutes.</source>
        <translation>Dans la page Entraîner, «&#xa0;Esquisse&#xa0;» en fait un instrument en quelques minutes.</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>L’un après l’autre</translation>
    </message>
    <message>
        <source>One of several classes: bell, drum, gong …</source>
        <translation>Une classe parmi plusieurs&#xa0;: cloche, tambour, gong…</translation>
    </message>
    <message>
        <source>One of the devices does not have enough memory for this training.</source>
        <translation>L’un des appareils n’a pas assez de mémoire pour cet entraînement.</translation>
    </message>
    <message>
        <source>One of the ways in which the sounds differ, for which there is no single word.</source>
        <translation>L’une des façons dont les sons diffèrent, pour laquelle il n’y a pas de mot unique.</translation>
    </message>
    <message>
        <source>Only channel {0} is learnt.</source>
        <translation>Seul le canal {0} s’apprend.</translation>
    </message>
    <message>
        <source>Only the loudest channel is learnt.</source>
        <translation>Seul le canal le plus fort s’apprend.</translation>
    </message>
    <message>
        <source>Only without {label} ({count})</source>
        <translation>Seulement sans {label} ({count})</translation>
    </message>
    <message>
        <source>Open &amp;project…</source>
        <translation>Ouvrir un &amp;projet…</translation>
    </message>
    <message>
        <source>Open &amp;recent project</source>
        <translation>Ouvrir un projet &amp;récent</translation>
    </message>
    <message>
        <source>Open a gesture</source>
        <translation>Ouvrir un geste</translation>
    </message>
    <message>
        <source>Open a gesture…</source>
        <translation>Ouvrir un geste…</translation>
    </message>
    <message>
        <source>Open a tuning, or a scale and its keyboard mapping</source>
        <translation>Ouvrir un accord, ou une gamme et son affectation des touches</translation>
    </message>
    <message>
        <source>Open an instrument file (Ctrl+O)</source>
        <translation>Ouvrir un fichier d’instrument (Ctrl+O)</translation>
    </message>
    <message>
        <source>Open an instrument, or train one on your sounds.</source>
        <translation>Ouvrez un instrument, ou entraînez-en un sur vos sons.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>Open in Pd</source>
        <translation>Ouvrir dans Pd</translation>
    </message>
    <message>
        <source>Open instrument</source>
        <translation>Ouvrir un instrument</translation>
    </message>
    <message>
        <source>Open one on the Play page, or train one on your sounds.</source>
        <translation>Ouvrez-en un sur la page «&#xa0;Jouer&#xa0;», ou entraînez-en un avec vos sons.</translation>
    </message>
    <message>
        <source>Open one, or train one on a folder of sounds.</source>
        <translation>Ouvrez-en un, ou entraînez-en un sur un dossier de sons.</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Ouvrir un projet</translation>
    </message>
    <message>
        <source>Open sounds &amp;folder…</source>
        <translation>Ouvrir un dossier d&amp;e sons…</translation>
    </message>
    <message>
        <source>Open sounds folder</source>
        <translation>Ouvrir un dossier de sons</translation>
    </message>
    <message>
        <source>Open the download page</source>
        <translation>Ouvrir la page de téléchargement</translation>
    </message>
    <message>
        <source>Open the file with this problem in an editor</source>
        <translation>Ouvrir dans un éditeur le fichier qui pose ce problème</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Ouvrir le dossier dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Open to</source>
        <translation>Ouvert à</translation>
    </message>
    <message>
        <source>Open “{patch}” in Pure Data yourself.</source>
        <translation>Ouvrez vous-même «&#xa0;{patch}&#xa0;» dans Pure Data.</translation>
    </message>
    <message>
        <source>Open “{path}” in a text editor.</source>
        <translation>Ouvrez «&#xa0;{path}&#xa0;» dans un éditeur de texte.</translation>
    </message>
    <message>
        <source>Opening “{0}”.</source>
        <translation>Ouverture de «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>Opération non permise</translation>
    </message>
    <message>
        <source>Order of the instruments</source>
        <translation>Ordre des instruments</translation>
    </message>
    <message>
        <source>Other axes</source>
        <translation>Autres axes</translation>
    </message>
    <message>
        <source>Other folder…</source>
        <translation>Autre dossier…</translation>
    </message>
    <message>
        <source>Other numbers</source>
        <translation>Autres numéros</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Sortie</translation>
    </message>
    <message>
        <source>Output level</source>
        <translation>Niveau de sortie</translation>
    </message>
    <message>
        <source>Output level, as the app&apos;s gain; at 0 most sounds are near {0} LUFS, {1} is silence.</source>
        <translation>Niveau de sortie, comme le gain de l’application&#xa0;; à 0 la plupart des sons sont vers {0} LUFS, {1} est le silence.</translation>
    </message>
    <message>
        <source>Output level; −60 is silence.</source>
        <translation>Niveau de sortie&#xa0;; −60 est le silence.</translation>
    </message>
    <message>
        <source>Overdub</source>
        <translation>Overdub</translation>
    </message>
    <message>
        <source>Overfitting: it memorises these sounds. Stop now.</source>
        <translation>Surapprentissage&#xa0;: il mémorise ces sons. Arrêtez maintenant.</translation>
    </message>
    <message>
        <source>Overwrite snapshot {number}</source>
        <translation>Remplacer l’instantané {number}</translation>
    </message>
    <message>
        <source>Pa&amp;nic: silence now</source>
        <translation>Pa&amp;nique&#xa0;: silence immédiat</translation>
    </message>
    <message>
        <source>Page for Open Stage Control…</source>
        <translation>Page pour Open Stage Control…</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panneaux</translation>
    </message>
    <message>
        <source>Past exports</source>
        <translation>Exports passés</translation>
    </message>
    <message>
        <source>Past trainings</source>
        <translation>Entraînements passés</translation>
    </message>
    <message>
        <source>Patch for Max…</source>
        <translation>Patch pour Max…</translation>
    </message>
    <message>
        <source>Patch for Pd…</source>
        <translation>Patch pour Pd…</translation>
    </message>
    <message>
        <source>Path that all axes follow, around their positions.</source>
        <translation>Chemin que suivent tous les axes, autour de leurs positions.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Peak level of the output, in dB.</source>
        <translation>Niveau de crête de la sortie, en dB.</translation>
    </message>
    <message>
        <source>Peak {level} dB</source>
        <translation>Crête {level} dB</translation>
    </message>
    <message>
        <source>Pen and fingers</source>
        <translation>Stylet et doigts</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Accès refusé</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Picture of the sound</source>
        <translation>Image du son</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rose</translation>
    </message>
    <message>
        <source>Pitch and octave are being extracted.</source>
        <translation>La hauteur et l’octave sont en cours d’extraction.</translation>
    </message>
    <message numerus="yes">
        <source>Pitch and octave of %n&#xa0;sounds were extracted.</source>
        <comment>Pitch and octave of %n&#xa0;sound were extracted.</comment>
        <translation>
            <numerusform>La hauteur et l’octave de %n&#xa0;son ont été extraites.</numerusform>
            <numerusform>La hauteur et l’octave de %n&#xa0;sons ont été extraites.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pitch and octave of %n&#xa0;sounds were extracted; {percent}% of the time has a pitch.</source>
        <comment>Pitch and octave of %n&#xa0;sound were extracted; {percent}% of the time has a pitch.</comment>
        <translation>
            <numerusform>La hauteur et l’octave de %n&#xa0;son ont été extraites&#xa0;; {percent}&#xa0;% du temps a une hauteur.</numerusform>
            <numerusform>La hauteur et l’octave de %n&#xa0;sons ont été extraites&#xa0;; {percent}&#xa0;% du temps a une hauteur.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pitch bend</source>
        <translation>Pitch bend</translation>
    </message>
    <message>
        <source>Pitch bend of all that sounds, in cents: 100 are a semitone.</source>
        <translation>Inflexion de hauteur de tout ce qui sonne, en cents&#xa0;: 100 font un demi-ton.</translation>
    </message>
    <message>
        <source>Pitch: {name}. With Shift, a key plays a note</source>
        <translation>Hauteur&#xa0;: {name}. Avec Maj, une touche joue une note</translation>
    </message>
    <message>
        <source>Pitch: {name}. With Shift, keys play notes</source>
        <translation>Hauteur&#xa0;: {name}. Avec Maj, les touches jouent des notes</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>an instrument</comment>
        <translation>Jouer</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Jouer</translation>
    </message>
    <message>
        <source>Play</source>
        <comment>a sound</comment>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Play it</source>
        <translation>Jouer</translation>
    </message>
    <message>
        <source>Play it on the pad (Enter)</source>
        <translation>En jouer sur le pad (Entrée)</translation>
    </message>
    <message>
        <source>Play notes on the keyboard</source>
        <translation>Jouer des notes sur le clavier</translation>
    </message>
    <message>
        <source>Play on the pad</source>
        <translation>Jouer sur le pad</translation>
    </message>
    <message>
        <source>Play or stop (Space)</source>
        <translation>Jouer ou arrêter (Espace)</translation>
    </message>
    <message>
        <source>Play or stop the &amp;gesture</source>
        <translation>Lire ou arrêter le &amp;geste</translation>
    </message>
    <message>
        <source>Play something first.</source>
        <translation>Jouez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>Play the gesture</source>
        <translation>Lire le geste</translation>
    </message>
    <message>
        <source>Play the gesture slightly faster or slower, so that it lasts whole beats.</source>
        <translation>Jouer le geste un peu plus vite ou plus lentement, pour qu’il dure un nombre entier de temps.</translation>
    </message>
    <message>
        <source>Play the instrument</source>
        <translation>Jouer de l’instrument</translation>
    </message>
    <message>
        <source>Play the latest</source>
        <translation>Jouer du dernier</translation>
    </message>
    <message>
        <source>Play the recorded gesture.</source>
        <translation>Jouer le geste enregistré.</translation>
    </message>
    <message>
        <source>Play {instrument}</source>
        <translation>Jouer de {instrument}</translation>
    </message>
    <message>
        <source>Play: {sound}</source>
        <translation>Écouter&#xa0;: {sound}</translation>
    </message>
    <message>
        <source>Plays a place on the map.</source>
        <translation>Joue un lieu de la carte.</translation>
    </message>
    <message>
        <source>Plays a place on the pad.</source>
        <translation>Joue un lieu du pad.</translation>
    </message>
    <message>
        <source>Plays a sound through the instrument.</source>
        <translation>Joue un son à travers l’instrument.</translation>
    </message>
    <message>
        <source>Plays coordinates.</source>
        <translation>Joue des coordonnées.</translation>
    </message>
    <message>
        <source>Plays the instruments that vschaos studio builds from sounds, on a pad, by MIDI, gamepads and OSC.</source>
        <translation>Joue les instruments que vschaos studio construit à partir de sons, sur un pad, par MIDI, manettes et OSC.</translation>
    </message>
    <message>
        <source>Plays through “{device}”.</source>
        <translation>Joue par «&#xa0;{device}&#xa0;».</translation>
    </message>
    <message>
        <source>Plays.</source>
        <translation>Joue.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Merci de le signaler.</translation>
    </message>
    <message>
        <source>Please report this. “Save last 60 s” can still save the last minute.</source>
        <translation>Merci de le signaler. «&#xa0;Enregistrer les 60 dernières s&#xa0;» peut encore sauver la dernière minute.</translation>
    </message>
    <message>
        <source>Port {0} is the one on which this program listens.</source>
        <translation>Le port {0} est celui où ce programme écoute.</translation>
    </message>
    <message>
        <source>Port {0} of {1} cannot be reached: {2}.</source>
        <translation>Le port {0} de {1} est inaccessible&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Position in the gesture</source>
        <translation>Position dans le geste</translation>
    </message>
    <message>
        <source>Position on the map of the sounds: moves all latent coordinates to the sound there.</source>
        <translation>Position sur la carte des sons&#xa0;: déplace toutes les coordonnées latentes vers le son qui s’y trouve.</translation>
    </message>
    <message>
        <source>Position on the pad: latent coordinates 1 and 2.</source>
        <translation>Position sur le pad&#xa0;: coordonnées latentes 1 et 2.</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Préfixe</translation>
    </message>
    <message>
        <source>Preparing the sounds</source>
        <translation>Préparation des sons</translation>
    </message>
    <message>
        <source>Press Play on the Play page to start it.</source>
        <translation>Pour le démarrer, appuyez sur Lecture dans la page Jouer.</translation>
    </message>
    <message>
        <source>Press Play to measure it</source>
        <translation>Appuyez sur «&#xa0;Jouer&#xa0;» pour la mesurer</translation>
    </message>
    <message>
        <source>Press Play, then drag here. Each point is a sound that the instrument has learned; between points you hear what lies between them.</source>
        <translation>Appuyez sur «&#xa0;Jouer&#xa0;», puis glissez ici. Chaque point est un son que l’instrument a appris&#xa0;; entre les points, vous entendez ce qu’il y a entre eux.</translation>
    </message>
    <message>
        <source>Press on the pad with a pen for “{name}”… (Esc cancels)</source>
        <translation>Appuyez sur le pad avec un stylet pour « {name} »… (Échap annule)</translation>
    </message>
    <message>
        <source>Pressure</source>
        <translation>Aftertouch</translation>
    </message>
    <message>
        <source>Pressure of the fingers</source>
        <translation>Pression des doigts</translation>
    </message>
    <message>
        <source>Pressure of the pen</source>
        <translation>Pression du stylet</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progression de l’export</translation>
    </message>
    <message>
        <source>Progress of the extraction of pitch</source>
        <translation>Progression de l’extraction de la hauteur</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Progression de l’analyse</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Progression de l’entraînement</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projet</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projets</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clé publique</translation>
    </message>
    <message>
        <source>Pure Data did not start.</source>
        <translation>Pure Data n’a pas démarré.</translation>
    </message>
    <message>
        <source>Pure Data: a voice of the patch with eight</source>
        <translation>Pure Data : une voix du patch qui en a huit</translation>
    </message>
    <message>
        <source>Pure Data: every method and attribute</source>
        <translation>Pure Data&#xa0;: toutes les méthodes et tous les attributs</translation>
    </message>
    <message>
        <source>Pure Data: play a sound through it</source>
        <translation>Pure Data : y faire passer un son</translation>
    </message>
    <message>
        <source>Pure Data: play it by notes, in eight voices</source>
        <translation>Pure Data : jouer par notes, à huit voix</translation>
    </message>
    <message>
        <source>Pure Data: play the instrument</source>
        <translation>Pure Data&#xa0;: jouer de l’instrument</translation>
    </message>
    <message>
        <source>Pure Data: the pad of these patches</source>
        <translation>Pure Data : le pad de ces patchs</translation>
    </message>
    <message>
        <source>Put the chosen address on the clipboard</source>
        <translation>Mettre l’adresse choisie dans le presse-papiers</translation>
    </message>
    <message>
        <source>Put the sounds into one folder yourself, and drop that.</source>
        <translation>Mettez vous-même les sons dans un dossier, et déposez-le.</translation>
    </message>
    <message>
        <source>Put the whole table on the clipboard, as text</source>
        <translation>Mettre tout le tableau dans le presse-papiers, en texte</translation>
    </message>
    <message>
        <source>PySide6 is not installed.</source>
        <translation>PySide6 n’est pas installé.</translation>
    </message>
    <message>
        <source>Quit this one, then start the other again.</source>
        <translation>Quittez celle-ci, puis redémarrez l’autre.</translation>
    </message>
    <message>
        <source>Raise dim of {0} in model.conditioning and model.prediction to {1}.</source>
        <translation>Augmentez dim de {0} dans model.conditioning et model.prediction à {1}.</translation>
    </message>
    <message>
        <source>Raise the limit: ulimit -v unlimited.</source>
        <translation>Relevez la limite&#xa0;: ulimit -v unlimited.</translation>
    </message>
    <message>
        <source>Randomise path</source>
        <translation>Trajet au hasard</translation>
    </message>
    <message>
        <source>Randomise path: the sound follows another path of the same shape</source>
        <translation>Trajet au hasard&#xa0;: le son suit un autre trajet de la même forme</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Plage</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>Rate of Max or Pd in Hz, to which the sound is resampled; by default the one that was exported for.</source>
        <translation>Fréquence de Max ou Pd en Hz, vers laquelle le son est rééchantillonné ; par défaut celle de l’export.</translation>
    </message>
    <message>
        <source>Rate of the movement of axis {0}.</source>
        <translation>Vitesse du mouvement de l’axe {0}.</translation>
    </message>
    <message>
        <source>Re&amp;name a class…</source>
        <translation>Re&amp;nommer une classe…</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>Système de fichiers en lecture seule</translation>
    </message>
    <message>
        <source>Real-time priority granted</source>
        <translation>Priorité temps réel accordée</translation>
    </message>
    <message>
        <source>Real-time priority is not known before an output is open</source>
        <translation>La priorité temps réel n’est pas connue avant qu’une sortie soit ouverte</translation>
    </message>
    <message>
        <source>Real-time priority is not supported on {0}.</source>
        <translation>La priorité temps réel n’existe pas sur {0}.</translation>
    </message>
    <message>
        <source>RealtimeKit grants real-time priority {0}.</source>
        <translation>RealtimeKit accorde la priorité temps réel {0}.</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Rappeler</translation>
    </message>
    <message>
        <source>Recall &amp;{number}</source>
        <translation>Rappeler &amp;{number}</translation>
    </message>
    <message>
        <source>Recall a snapshot</source>
        <translation>Rappeler un instantané</translation>
    </message>
    <message>
        <source>Recall snapshot</source>
        <translation>Rappeler l’instantané</translation>
    </message>
    <message>
        <source>Recall the sound of this number.</source>
        <translation>Rappeler le son de ce numéro.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>Projets récents</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Record a ges&amp;ture, or stop recording</source>
        <translation>Enregistrer un ge&amp;ste, ou arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>Record a gesture</source>
        <translation>Enregistrer un geste</translation>
    </message>
    <message>
        <source>Record at a higher level, or normalise the sounds in an audio editor.</source>
        <translation>Enregistrez plus fort, ou normalisez les sons dans un éditeur audio.</translation>
    </message>
    <message>
        <source>Record one first.</source>
        <translation>Enregistrez-en d’abord un.</translation>
    </message>
    <message>
        <source>Record or export it again at a lower level; turning it down now does not restore the peaks.</source>
        <translation>Enregistrez ou exportez de nouveau à un niveau plus bas&#xa0;; baisser maintenant ne rétablit pas les crêtes.</translation>
    </message>
    <message>
        <source>Record or export it again.</source>
        <translation>Enregistrez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>Record the sound to a file, with 24 bits</source>
        <translation>Enregistrer le son dans un fichier, en 24 bits</translation>
    </message>
    <message>
        <source>Record to another disk, or close programs that keep it busy.</source>
        <translation>Enregistrez sur un autre disque, ou fermez les programmes qui l’occupent.</translation>
    </message>
    <message>
        <source>Record to another disk.</source>
        <translation>Enregistrez sur un autre disque.</translation>
    </message>
    <message>
        <source>Record what you move as a gesture; switching off ends it.</source>
        <translation>Enregistrer ce que vous bougez comme geste&#xa0;; l’arrêt le termine.</translation>
    </message>
    <message>
        <source>Recording is not possible while the audio output changes.</source>
        <translation>L’enregistrement est impossible pendant que la sortie audio change.</translation>
    </message>
    <message>
        <source>Recordings folder</source>
        <translation>Dossier des enregistrements</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Redo: {change} ({keys})</source>
        <translation>Rétablir&#xa0;: {change} ({keys})</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>&amp;Réduire les animations</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Réduire les animations</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Remove</source>
        <comment>from the queue</comment>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove a label</source>
        <translation>Supprimer une étiquette</translation>
    </message>
    <message>
        <source>Remove assignment of {controls}</source>
        <translation>Supprimer l’affectation de {controls}</translation>
    </message>
    <message>
        <source>Remove assignment to {name}</source>
        <translation>Supprimer l’affectation à {name}</translation>
    </message>
    <message>
        <source>Remove assignment to “{name}”</source>
        <translation>Supprimer l’affectation à «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Remove data.dataset.metadata_callbacks.{0}.name to read both.</source>
        <translation>Retirez data.dataset.metadata_callbacks.{0}.name pour lire les deux.</translation>
    </message>
    <message>
        <source>Remove it from the folder.</source>
        <translation>Retirez-le du dossier.</translation>
    </message>
    <message>
        <source>Remove it with notch filters or a noise reduction in an audio editor; before recording again, change the cable or the earth connection.</source>
        <translation>Retirez-le par des filtres coupe-bande ou une réduction de bruit dans un éditeur audio&#xa0;; avant de réenregistrer, changez le câble ou la terre.</translation>
    </message>
    <message>
        <source>Remove it, or change its permissions.</source>
        <translation>Retirez-le, ou modifiez ses droits.</translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation>Supprimez-en d’abord une.</translation>
    </message>
    <message>
        <source>Remove one.</source>
        <translation>Retirez-en une.</translation>
    </message>
    <message>
        <source>Remove sounds from it, or leave it if the others matter more.</source>
        <translation>Retirez-en des sons, ou laissez ainsi si les autres comptent davantage.</translation>
    </message>
    <message>
        <source>Remove the DC offset in an audio editor, or use a high-pass filter at 10 Hz.</source>
        <translation>Retirez la composante continue dans un éditeur audio, ou utilisez un filtre passe-haut à 10 Hz.</translation>
    </message>
    <message>
        <source>Remove the label {label}</source>
        <translation>Supprimer l’étiquette {label}</translation>
    </message>
    <message>
        <source>Remove those that are not there</source>
        <translation>Retirer les absents de la liste</translation>
    </message>
    <message>
        <source>Remove {name} from the queue</source>
        <translation>Retirer {name} de la file d’attente</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Rename a class</source>
        <translation>Renommer une classe</translation>
    </message>
    <message>
        <source>Rename it.</source>
        <translation>Renommez-le.</translation>
    </message>
    <message>
        <source>Rename the folder metadata/{0}.</source>
        <translation>Renommez le dossier metadata/{0}.</translation>
    </message>
    <message>
        <source>Rename “{before}” to “{after}”</source>
        <translation>Renommer «&#xa0;{before}&#xa0;» en «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>Replace existing labels, also those that I set myself</source>
        <translation>Remplacer les étiquettes existantes, y compris les miennes</translation>
    </message>
    <message>
        <source>Replace it</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Replace it by a recording that has sound.</source>
        <translation>Remplacez-le par un enregistrement qui a du son.</translation>
    </message>
    <message>
        <source>Replace it by one with sound.</source>
        <translation>Remplacez-le par un autre qui a du son.</translation>
    </message>
    <message>
        <source>Replace sounds of a low rate by recordings in 44100 Hz or more, if there are any; otherwise leave it.</source>
        <translation>Remplacez les sons de basse fréquence par des enregistrements à 44100 Hz ou plus, s’il y en a&#xa0;; sinon laissez.</translation>
    </message>
    <message>
        <source>Replace them by recordings with sound.</source>
        <translation>Remplacez-les par des enregistrements qui ont du son.</translation>
    </message>
    <message>
        <source>Replaces the export in the folder {name} once the new one has passed its checks.</source>
        <translation>Remplace l’export du dossier {name} dès que le nouveau a passé ses contrôles.</translation>
    </message>
    <message>
        <source>Resampled from {own} to {rate}, {late} ms late. Max or Pd must run at {rate}, or the patch sends “set sample_rate” with its own rate.</source>
        <translation>Rééchantillonné de {own} à {rate}, {late} ms plus tard. Max ou Pd doit fonctionner à {rate}, ou le patch envoie « set sample_rate » avec sa propre fréquence.</translation>
    </message>
    <message>
        <source>Reset a slider</source>
        <translation>Réinitialiser un curseur</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Restore the gesture that was replaced, changed or deleted last.</source>
        <translation>Rétablir le geste remplacé, modifié ou supprimé en dernier.</translation>
    </message>
    <message>
        <source>Restore the sound that was overwritten or deleted last.</source>
        <translation>Rétablir le son écrasé ou supprimé en dernier.</translation>
    </message>
    <message>
        <source>Return to the sound with which the instrument starts, on the pad and all axes (Ctrl+Home)</source>
        <translation>Revenir au son par lequel l’instrument commence, sur le pad et tous les axes (Ctrl+Début)</translation>
    </message>
    <message>
        <source>Return to the start, on the pad</source>
        <translation>Revenir au départ, sur le pad</translation>
    </message>
    <message>
        <source>Return to the window (F11)</source>
        <translation>Revenir à la fenêtre (F11)</translation>
    </message>
    <message>
        <source>Right click: its recording</source>
        <translation>Clic droit&#xa0;: l’enregistrement d’origine</translation>
    </message>
    <message>
        <source>Right shoulder button</source>
        <translation>Bouton supérieur droit</translation>
    </message>
    <message>
        <source>Right stick, left–right</source>
        <translation>Stick droit, gauche–droite</translation>
    </message>
    <message>
        <source>Right stick, pressed</source>
        <translation>Stick droit, enfoncé</translation>
    </message>
    <message>
        <source>Right stick, up–down</source>
        <translation>Stick droit, haut–bas</translation>
    </message>
    <message>
        <source>Right trigger</source>
        <translation>Gâchette droite</translation>
    </message>
    <message>
        <source>Round it, or set data.dataset.metadata_callbacks.{0}.type=float.</source>
        <translation>Arrondissez-le, ou mettez data.dataset.metadata_callbacks.{0}.type=float.</translation>
    </message>
    <message>
        <source>Run “make run” or “pip install .” again.</source>
        <translation>Relancez «&#xa0;make run&#xa0;» ou «&#xa0;pip install .&#xa0;».</translation>
    </message>
    <message>
        <source>S&amp;how recordings</source>
        <translation>Affi&amp;cher les enregistrements</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Fréquence d’échantillonnage</translation>
    </message>
    <message>
        <source>Sample rate of Max or Pd</source>
        <translation>Fréquence d’échantillonnage de Max ou Pd</translation>
    </message>
    <message>
        <source>Sample rate of the instrument, in Hz.</source>
        <translation>Fréquence d’échantillonnage de l’instrument, en Hz.</translation>
    </message>
    <message>
        <source>Sample rates</source>
        <translation>Fréquences d’échantillonnage</translation>
    </message>
    <message>
        <source>Save a copy of the instrument</source>
        <translation>Enregistrer une copie de l’instrument</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>Enregistrer une copie…</translation>
    </message>
    <message>
        <source>Save a layout for the app TouchOSC with these controls</source>
        <translation>Enregistrer une disposition avec ces commandes pour l’application TouchOSC</translation>
    </message>
    <message>
        <source>Save a page for tablets and phones, for the free program Open Stage Control, with these controls</source>
        <translation>Enregistrer une page pour tablettes et téléphones, pour le programme libre Open Stage Control, avec ces commandes</translation>
    </message>
    <message>
        <source>Save a patch for Max with every control of this instrument</source>
        <translation>Enregistrer un patch Max avec toutes les commandes de cet instrument</translation>
    </message>
    <message>
        <source>Save a patch for Pure Data with every control of this instrument</source>
        <translation>Enregistrer un patch Pure Data avec toutes les commandes de cet instrument</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Réenregistrer</translation>
    </message>
    <message>
        <source>Save as .wav, .flac, .aiff or .ogg.</source>
        <translation>Enregistrez en .wav, .flac, .aiff ou .ogg.</translation>
    </message>
    <message>
        <source>Save it as UTF-8 text.</source>
        <translation>Enregistrez-le en texte UTF-8.</translation>
    </message>
    <message>
        <source>Save it as a file, to give it away</source>
        <translation>L’enregistrer comme fichier, pour le partager</translation>
    </message>
    <message>
        <source>Save last {seconds} s</source>
        <translation>Garder {seconds} s</translation>
    </message>
    <message>
        <source>Save or open a gesture</source>
        <translation>Enregistrer ou ouvrir un geste</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Enregistrer le projet &amp;sous…</translation>
    </message>
    <message>
        <source>Save project as</source>
        <translation>Enregistrer le projet sous</translation>
    </message>
    <message>
        <source>Save the gesture</source>
        <translation>Enregistrer le geste</translation>
    </message>
    <message>
        <source>Save the gesture to a file, or open one</source>
        <translation>Enregistrer le geste dans un fichier, ou en ouvrir un</translation>
    </message>
    <message>
        <source>Save the gesture…</source>
        <translation>Enregistrer le geste…</translation>
    </message>
    <message>
        <source>Save the last</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>Save the last minute to a file, even if nothing was recorded</source>
        <translation>Garder la dernière minute dans un fichier, même si rien n’était enregistré</translation>
    </message>
    <message>
        <source>Save the patch in</source>
        <translation>Enregistrer le patch dans</translation>
    </message>
    <message>
        <source>Save trainings in</source>
        <translation>Enregistrer les entraînements dans</translation>
    </message>
    <message>
        <source>Save trainings in another folder</source>
        <translation>Enregistrer les entraînements dans un autre dossier</translation>
    </message>
    <message>
        <source>Saved and ready to play; learning its phrases…</source>
        <translation>Enregistré et prêt à jouer&#xa0;; apprend encore ses phrases…</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Enregistré&#xa0;: {file}</translation>
    </message>
    <message>
        <source>Saved as “{file}”.</source>
        <translation>Enregistré sous «&#xa0;{file}&#xa0;».</translation>
    </message>
    <message>
        <source>Saved in</source>
        <translation>Enregistré dans</translation>
    </message>
    <message>
        <source>Saved “{file}” in “{folder}”.</source>
        <translation>«&#xa0;{file}&#xa0;» a été enregistré dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Réanalyser</translation>
    </message>
    <message>
        <source>Scan all files of the folder again</source>
        <translation>Analyser de nouveau tous les fichiers du dossier</translation>
    </message>
    <message>
        <source>Scan the folder again.</source>
        <translation>Analysez de nouveau le dossier.</translation>
    </message>
    <message>
        <source>Scanning “{folder}”</source>
        <translation>Analyse de «&#xa0;{folder}&#xa0;»</translation>
    </message>
    <message>
        <source>Search OSC addresses</source>
        <translation>Chercher des adresses OSC</translation>
    </message>
    <message>
        <source>Search addresses and meanings</source>
        <translation>Chercher dans les adresses et leurs significations</translation>
    </message>
    <message>
        <source>Search name, sound, tag</source>
        <translation>Chercher un nom, un son, un mot-clé</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>See the log for details.</source>
        <translation>Détails dans le journal.</translation>
    </message>
    <message>
        <source>See what passes, message by message</source>
        <translation>Voir ce qui passe, message par message</translation>
    </message>
    <message>
        <source>Seed of the temperature: the same seed strays the same way.</source>
        <translation>Graine de la température&#xa0;: la même graine s’écarte de la même façon.</translation>
    </message>
    <message>
        <source>Select its column first, with the arrow keys or a click.</source>
        <translation>Sélectionnez d’abord sa colonne, avec les flèches ou d’un clic.</translation>
    </message>
    <message>
        <source>Send all values and changes to the sender: to this port, or the one that it sends from.</source>
        <translation>Envoyer toutes les valeurs et les changements à l’expéditeur&#xa0;: à ce port, ou à celui d’où il envoie.</translation>
    </message>
    <message>
        <source>Send nothing more to the sender at this port, or the one that it sends from.</source>
        <translation>Ne plus rien envoyer à l’expéditeur à ce port, ou à celui d’où il envoie.</translation>
    </message>
    <message>
        <source>Send to 127.0.0.1, to the port “in” of the Play page. Every change is mirrored to the port “out”. Values out of range are limited to it.</source>
        <translation>Envoyez à 127.0.0.1, au port «&#xa0;entrée&#xa0;» de la page Jouer. Chaque changement est renvoyé au port «&#xa0;sortie&#xa0;». Les valeurs hors de la plage y sont limitées.</translation>
    </message>
    <message>
        <source>Send “set NAME VALUE” to the left inlet. What has names takes the name or its number.</source>
        <translation>Envoyer « set NOM VALEUR » à l’entrée de gauche. Ce qui a des noms accepte le nom ou son numéro.</translation>
    </message>
    <message>
        <source>September</source>
        <translation>septembre</translation>
    </message>
    <message>
        <source>Set channels to automatic</source>
        <translation>Canaux en automatique</translation>
    </message>
    <message>
        <source>Set label</source>
        <translation>Étiqueter</translation>
    </message>
    <message>
        <source>Set label…</source>
        <translation>Étiqueter…</translation>
    </message>
    <message>
        <source>Set the pitch on the keyboard</source>
        <translation>Régler la hauteur sur le clavier</translation>
    </message>
    <message numerus="yes">
        <source>Set {label} of %n&#xa0;sounds</source>
        <comment>Set {label} of %n&#xa0;sound</comment>
        <translation>
            <numerusform>Définir {label} de %n&#xa0;son</numerusform>
            <numerusform>Définir {label} de %n&#xa0;sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Set “Channels” on the Sounds page to automatic (data.dataset.mix=auto).</source>
        <translation>Mettez «&#xa0;Canaux&#xa0;» sur automatique à la page Sons (data.dataset.mix=auto).</translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto), or invert the polarity of one channel in an audio editor.</source>
        <translation>Mettez «&#xa0;Canaux&#xa0;» sur automatique (data.dataset.mix=auto), ou inversez la polarité d’un canal dans un éditeur audio.</translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto), or invert the polarity of one channel there in an audio editor.</source>
        <translation>Mettez «&#xa0;Canaux&#xa0;» sur automatique (data.dataset.mix=auto), ou inversez là la polarité d’un canal dans un éditeur audio.</translation>
    </message>
    <message>
        <source>Set “Channels” to automatic (data.dataset.mix=auto).</source>
        <translation>Mettez «&#xa0;Canaux&#xa0;» sur automatique (data.dataset.mix=auto).</translation>
    </message>
    <message>
        <source>Setup</source>
        <translation>Config</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>Shape of the movement of axis {0} around its position.</source>
        <translation>Forme du mouvement de l’axe {0} autour de sa position.</translation>
    </message>
    <message>
        <source>Share of the sounds’ variance along this axis</source>
        <translation>Part de la variance des sons le long de cet axe</translation>
    </message>
    <message>
        <source>Share of the time that rendering takes, 0…1.</source>
        <translation>Part du temps que prend le calcul, 0…1.</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Maj + flèches</translation>
    </message>
    <message>
        <source>Shift + click; letters A … K while “Keys play notes” is on</source>
        <translation>Maj + clic&#xa0;; lettres A … K quand «&#xa0;Les touches jouent des notes&#xa0;» est actif</translation>
    </message>
    <message>
        <source>Shift-click a number to store the present sound</source>
        <translation>Maj+clic sur un numéro mémorise le son actuel</translation>
    </message>
    <message>
        <source>Show</source>
        <comment>a training</comment>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>Afficher le &amp;journal</translation>
    </message>
    <message>
        <source>Show &amp;me around</source>
        <translation>&amp;Visite guidée</translation>
    </message>
    <message>
        <source>Show ignored</source>
        <translation>Voir les ignorés</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Voir le dossier</translation>
    </message>
    <message>
        <source>Show its file in the file manager</source>
        <translation>Montrer son fichier dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>Show its folder, and delete it there if you are sure.</source>
        <translation>Affichez son dossier et supprimez-le là si vous êtes sûr.</translation>
    </message>
    <message>
        <source>Show only sounds without a label, or of one class</source>
        <translation>N’afficher que les sons sans étiquette, ou d’une classe</translation>
    </message>
    <message>
        <source>Show only the sounds without this label</source>
        <translation>N’afficher que les sons sans cette étiquette</translation>
    </message>
    <message>
        <source>Show or &amp;hide the picture of the sound</source>
        <translation>Afficher ou &amp;masquer l’image du son</translation>
    </message>
    <message>
        <source>Show the folder of recordings</source>
        <translation>Afficher le dossier des enregistrements</translation>
    </message>
    <message>
        <source>Show the folder of {name}</source>
        <translation>Voir le dossier de {name}</translation>
    </message>
    <message>
        <source>Show this training</source>
        <translation>Montrer cet entraînement</translation>
    </message>
    <message>
        <source>Show unlabelled</source>
        <translation>Voir sans étiquette</translation>
    </message>
    <message>
        <source>Show “{folder}”</source>
        <translation>Montrer «&#xa0;{folder}&#xa0;»</translation>
    </message>
    <message>
        <source>Side {side} is active</source>
        <translation>Le côté {side} est actif</translation>
    </message>
    <message>
        <source>Silence</source>
        <translation>Silence</translation>
    </message>
    <message>
        <source>Silence at once, and reset.</source>
        <translation>Silence immédiat, et réinitialisation.</translation>
    </message>
    <message>
        <source>Similar sounds lie together</source>
        <translation>Les sons semblables sont voisins</translation>
    </message>
    <message>
        <source>Similar sounds lie together · wheel: {axis}</source>
        <translation>Les sons semblables sont voisins · molette&#xa0;: {axis}</translation>
    </message>
    <message>
        <source>Similar sounds lie together; a touch moves all axes to the sound under it</source>
        <translation>Les sons semblables sont voisins&#xa0;; un toucher déplace tous les axes vers le son touché</translation>
    </message>
    <message>
        <source>Size of the path.</source>
        <translation>Taille du chemin.</translation>
    </message>
    <message>
        <source>Sketch</source>
        <translation>Esquisse</translation>
    </message>
    <message>
        <source>Snap</source>
        <translation>Aimant</translation>
    </message>
    <message>
        <source>Snap to sounds</source>
        <translation>Aimanter aux sons</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Instantané</translation>
    </message>
    <message>
        <source>Snapshot {number} is empty; Alt+{number} stores the present sound there.</source>
        <translation>L’instantané {number} est vide&#xa0;; Alt+{number} y mémorise le son actuel.</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Instantanés</translation>
    </message>
    <message>
        <source>Snapshots have the numbers 1 to {0}; {1} came.</source>
        <translation>Les instantanés ont les numéros 1 à {0}&#xa0;; {1} est arrivé.</translation>
    </message>
    <message>
        <source>Some settings ({titles}) could not be read; defaults are used.</source>
        <translation>Certains réglages ({titles}) n’ont pas pu être lus&#xa0;; les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
        <source>Some settings could not be read; defaults are used.</source>
        <translation>Certains réglages n’ont pas pu être lus&#xa0;; les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Une erreur s’est produite</translation>
    </message>
    <message>
        <source>Sort the sounds into at most {0} subfolders, or write metadata.</source>
        <translation>Rangez les sons dans {0} sous-dossiers au plus, ou écrivez des métadonnées.</translation>
    </message>
    <message>
        <source>Sort them into one subfolder per class, or write metadata.</source>
        <translation>Rangez-les dans un sous-dossier par classe, ou écrivez des métadonnées.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Son</translation>
    </message>
    <message>
        <source>Sound input</source>
        <translation>Entrée audio</translation>
    </message>
    <message>
        <source>Sound is at audio rate, all else is a value every {ratio} samples.</source>
        <translation>Le son est à la fréquence audio, tout le reste est une valeur tous les {ratio} échantillons.</translation>
    </message>
    <message>
        <source>Sound output</source>
        <translation>Sortie audio</translation>
    </message>
    <message>
        <source>Sound processed per second</source>
        <translation>Son traité par seconde</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Sons</translation>
    </message>
    <message>
        <source>Sounds as in the studio</source>
        <translation>Sonne comme dans le studio</translation>
    </message>
    <message>
        <source>Sounds folder</source>
        <translation>Dossier des sons</translation>
    </message>
    <message>
        <source>Sounds of the folder</source>
        <translation>Sons du dossier</translation>
    </message>
    <message>
        <source>Space, or a double click: play it
Tick: train with it; without a tick it is left out</source>
        <translation>Espace, ou double clic&#xa0;: l’écouter
Coche&#xa0;: entraîner avec&#xa0;; sans coche il est omis</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Speed of the gesture.</source>
        <translation>Vitesse du geste.</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>the queue</comment>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>Start a new training with a lower training.learning_rate.</source>
        <translation>Commencez un nouvel entraînement avec une training.learning_rate plus basse.</translation>
    </message>
    <message>
        <source>Start again</source>
        <comment>begins a sentence</comment>
        <translation>Recommencez</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Start again at the end of the gesture.</source>
        <translation>Reprendre au début à la fin du geste.</translation>
    </message>
    <message>
        <source>Start again when it is complete.</source>
        <translation>Recommencez quand il est complet.</translation>
    </message>
    <message>
        <source>Start again…</source>
        <translation>Recommencer…</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Partir de</translation>
    </message>
    <message>
        <source>Start here when your sounds are listed. After a minute you can listen to what was learned; the sound goes on meanwhile.</source>
        <translation>Commencez ici quand vos sons sont listés. Après une minute, vous pouvez écouter ce qui a été appris&#xa0;; le son continue pendant ce temps.</translation>
    </message>
    <message>
        <source>Start it from a desktop session, or play without a window: vschaos play INSTRUMENT</source>
        <translation>Démarrez-le depuis une session de bureau, ou jouez sans fenêtre&#xa0;: vschaos play INSTRUMENT</translation>
    </message>
    <message>
        <source>Start it from a desktop session, or set DISPLAY to a screen that you have permission to use.</source>
        <translation>Démarrez-le depuis une session de bureau, ou réglez DISPLAY sur un écran que vous avez le droit d’utiliser.</translation>
    </message>
    <message>
        <source>Start of every address, as in /vs/gain; change it if another program uses the same</source>
        <translation>Début de chaque adresse, comme dans /vs/gain&#xa0;; à changer si un autre programme utilise le même</translation>
    </message>
    <message>
        <source>Start of range; set above end to invert</source>
        <translation>Début de la plage&#xa0;; au-dessus de la fin pour inverser</translation>
    </message>
    <message>
        <source>Start one (on Linux ALSA&apos;s sequencer, sudo modprobe snd-seq, or JACK) and look for devices again.</source>
        <translation>Démarrez-en un (sous Linux, le séquenceur d’ALSA, sudo modprobe snd-seq, ou JACK) et recherchez de nouveau les périphériques.</translation>
    </message>
    <message>
        <source>Start or resume the training: missing sounds are prepared again.</source>
        <translation>Démarrez ou reprenez l’entraînement&#xa0;: les sons manquants sont préparés de nouveau.</translation>
    </message>
    <message>
        <source>Start the JACK server again, then this program.</source>
        <translation>Redémarrez le serveur JACK, puis ce programme.</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>Démarrer la file d’attente</translation>
    </message>
    <message>
        <source>Start the server again, then quit and start this program again.</source>
        <translation>Redémarrez le serveur, puis quittez et relancez ce programme.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Démarrer l’entraînement</translation>
    </message>
    <message>
        <source>Start with a slash, as in /vs, and use letters, digits, dots, dashes and underscores.</source>
        <translation>Commencez par une barre oblique, comme /vs, et utilisez lettres, chiffres, points, tirets et soulignés.</translation>
    </message>
    <message>
        <source>Starting the trainer…</source>
        <translation>Démarrage de l’entraînement…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Démarrage…</translation>
    </message>
    <message>
        <source>Starts the sound; off fades out.</source>
        <translation>Démarre le son&#xa0;; l’arrêt l’éteint en fondu.</translation>
    </message>
    <message>
        <source>Steel</source>
        <translation>Acier</translation>
    </message>
    <message>
        <source>Step {step} of {steps} · {percent} %</source>
        <translation>Pas {step} sur {steps} · {percent} %</translation>
    </message>
    <message>
        <source>Stereo: how different left and right sound. 0 is mono.</source>
        <translation>Stéréo&#xa0;: à quel point la gauche et la droite sonnent différemment. 0 est mono.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Arrêter et garder</translation>
    </message>
    <message>
        <source>Stop early if there is no more improvement</source>
        <translation>S’arrêter plus tôt si rien ne s’améliore plus</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Arrêtez-le d’abord.</translation>
    </message>
    <message>
        <source>Stop it, or wait until it ends; then open another project.</source>
        <translation>Arrêtez cela, ou attendez la fin&#xa0;; ouvrez ensuite un autre projet.</translation>
    </message>
    <message>
        <source>Stop now and delete the training</source>
        <translation>Arrêter maintenant et supprimer l’entraînement</translation>
    </message>
    <message>
        <source>Stop recording</source>
        <translation>Arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>Stop that training, or wait until it ends.</source>
        <translation>Arrêtez cet entraînement, ou attendez sa fin.</translation>
    </message>
    <message>
        <source>Stop the recording</source>
        <translation>Arrêter l’enregistrement</translation>
    </message>
    <message>
        <source>Stop this training and delete its results?</source>
        <translation>Arrêter cet entraînement et supprimer ses résultats&#xa0;?</translation>
    </message>
    <message>
        <source>Stop whenever you like.</source>
        <translation>Arrêtez quand vous voulez.</translation>
    </message>
    <message>
        <source>Stop: {sound}</source>
        <translation>Arrêter&#xa0;: {sound}</translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n&#xa0;steps. The instrument is saved and ready to play.</source>
        <comment>Stopped after %n&#xa0;step. The instrument is saved and ready to play.</comment>
        <translation>
            <numerusform>Arrêté après %n&#xa0;pas. L’instrument est enregistré et prêt à jouer.</numerusform>
            <numerusform>Arrêté après %n&#xa0;pas. L’instrument est enregistré et prêt à jouer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped early after %n&#xa0;steps: no more improvement, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</source>
        <comment>Stopped early after %n&#xa0;step: no more improvement, held-out sounds are {closeness} ({error} dB). The instrument is ready to play.</comment>
        <translation>
            <numerusform>Arrêté tôt après %n&#xa0;pas&#xa0;: plus d’amélioration, sons réservés&#xa0;: {closeness} ({error} dB). L’instrument est prêt à jouer.</numerusform>
            <numerusform>Arrêté tôt après %n&#xa0;pas&#xa0;: plus d’amélioration, sons réservés&#xa0;: {closeness} ({error} dB). L’instrument est prêt à jouer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped early after %n&#xa0;steps: no more improvement. The instrument is ready to play.</source>
        <comment>Stopped early after %n&#xa0;step: no more improvement. The instrument is ready to play.</comment>
        <translation>
            <numerusform>Arrêté tôt après %n&#xa0;pas&#xa0;: plus d’amélioration. L’instrument est prêt à jouer.</numerusform>
            <numerusform>Arrêté tôt après %n&#xa0;pas&#xa0;: plus d’amélioration. L’instrument est prêt à jouer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopping after this step; the instrument is kept…</source>
        <translation>Arrêt après ce pas&#xa0;; l’instrument est conservé…</translation>
    </message>
    <message>
        <source>Store &amp;{number}</source>
        <translation>Mémoriser &amp;{number}</translation>
    </message>
    <message>
        <source>Store here</source>
        <translation>Mémoriser ici</translation>
    </message>
    <message>
        <source>Store one under this number first.</source>
        <translation>Mémorisez-en d’abord un sous ce numéro.</translation>
    </message>
    <message>
        <source>Store snapshot</source>
        <translation>Mémoriser l’instantané</translation>
    </message>
    <message>
        <source>Store snapshot {number}</source>
        <translation>Mémoriser l’instantané {number}</translation>
    </message>
    <message>
        <source>Store the present sound as a snapshot</source>
        <translation>Enregistrer le son actuel comme instantané</translation>
    </message>
    <message>
        <source>Store the present sound under this number.</source>
        <translation>Mémoriser le son actuel sous ce numéro.</translation>
    </message>
    <message>
        <source>Suggested</source>
        <translation>Conseillé</translation>
    </message>
    <message>
        <source>Suggested: {kind}, {reason}.</source>
        <translation>Suggestion&#xa0;: {kind}, {reason}.</translation>
    </message>
    <message>
        <source>Survives any input</source>
        <translation>Résiste à toute entrée</translation>
    </message>
    <message>
        <source>Switch between &amp;A and B</source>
        <translation>Basculer entre &amp;A et B</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Par défaut du système</translation>
    </message>
    <message>
        <source>TCP port of the description over HTTP.</source>
        <translation>Port TCP de la description par HTTP.</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>Tags: drone, soft …</source>
        <translation>Mots-clés&#xa0;: drone, doux…</translation>
    </message>
    <message>
        <source>Take it to Max or Pure Data</source>
        <translation>L’emporter dans Max ou Pure Data</translation>
    </message>
    <message>
        <source>Take over the labels of the project</source>
        <translation>Reprendre les étiquettes du projet</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>Les reprendre</translation>
    </message>
    <message>
        <source>Take them over if they belong to these sounds; Undo removes them again.</source>
        <translation>Reprenez-les si elles vont avec ces sons&#xa0;; «&#xa0;Annuler&#xa0;» les retire.</translation>
    </message>
    <message>
        <source>Tempo of what is repeated in beats, in beats a minute.</source>
        <translation>Tempo de ce qui se répète en temps, en battements par minute.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The JACK server has ended: the list of audio devices cannot be refreshed.</source>
        <translation>Le serveur JACK s’est arrêté&#xa0;: la liste des périphériques audio ne peut pas être actualisée.</translation>
    </message>
    <message>
        <source>The MIDI input “{0}” cannot be opened: {1}.</source>
        <translation>L’entrée MIDI «&#xa0;{0}&#xa0;» ne peut pas être ouverte&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The address for new versions could not be read: {reason}.</source>
        <translation>L’adresse des nouvelles versions n’a pas pu être lue&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The address for new versions, “{address}”, is not secure. It was not used.</source>
        <translation>L’adresse des nouvelles versions, «&#xa0;{address}&#xa0;», n’est pas sûre. Elle n’a pas été utilisée.</translation>
    </message>
    <message>
        <source>The announcement of a new version is not signed by your distributor. It was not used.</source>
        <translation>L’annonce d’une nouvelle version n’est pas signée par votre distributeur. Elle n’a pas été utilisée.</translation>
    </message>
    <message>
        <source>The answer to ping: another number after each start of this program.</source>
        <translation>La réponse à ping&#xa0;: un autre nombre après chaque démarrage de ce programme.</translation>
    </message>
    <message>
        <source>The answer to query: address and values.</source>
        <translation>La réponse à query&#xa0;: adresse et valeurs.</translation>
    </message>
    <message>
        <source>The assignment of {sources} to “{control}” was removed.</source>
        <translation>L’affectation de {sources} à «&#xa0;{control}&#xa0;» a été supprimée.</translation>
    </message>
    <message>
        <source>The assignment to “{0}” has a number out of range.</source>
        <translation>L’affectation à «&#xa0;{0}&#xa0;» a un nombre hors limites.</translation>
    </message>
    <message>
        <source>The audio input “{0}” cannot be opened: {1}.</source>
        <translation>L’entrée audio «&#xa0;{0}&#xa0;» ne peut pas être ouverte&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The audio input “{0}” stopped.</source>
        <translation>L’entrée audio «&#xa0;{0}&#xa0;» s’est arrêtée.</translation>
    </message>
    <message>
        <source>The audio library PortAudio is missing.</source>
        <translation>La bibliothèque audio PortAudio manque.</translation>
    </message>
    <message>
        <source>The audio output “{0}” cannot be opened: {1}.</source>
        <translation>La sortie audio «&#xa0;{0}&#xa0;» ne peut pas être ouverte&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The audio output “{0}” is back.</source>
        <translation>La sortie audio «&#xa0;{0}&#xa0;» est de retour.</translation>
    </message>
    <message>
        <source>The audio output “{0}” is missing; “{1}” plays instead.</source>
        <translation>La sortie audio «&#xa0;{0}&#xa0;» manque&#xa0;; «&#xa0;{1}&#xa0;» joue à la place.</translation>
    </message>
    <message>
        <source>The audio output “{0}” stopped.</source>
        <translation>La sortie audio «&#xa0;{0}&#xa0;» s’est arrêtée.</translation>
    </message>
    <message>
        <source>The audio output “{0}” stopped; “{1}” plays on.</source>
        <translation>La sortie audio «&#xa0;{0}&#xa0;» s’est arrêtée&#xa0;; «&#xa0;{1}&#xa0;» continue.</translation>
    </message>
    <message>
        <source>The audio server runs the sound in real time.</source>
        <translation>Le serveur audio exécute le son en temps réel.</translation>
    </message>
    <message>
        <source>The audio system cannot be started: {0}.</source>
        <translation>Le système audio ne peut pas démarrer&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The audio system does not answer: {0}.</source>
        <translation>Le système audio ne répond pas&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The audio system runs the sound in real time.</source>
        <translation>Le système audio exécute le son en temps réel.</translation>
    </message>
    <message>
        <source>The channels of {0} cancel each other in parts.</source>
        <translation>Les canaux de {0} s’annulent par endroits.</translation>
    </message>
    <message>
        <source>The channels of {0} cancel each other.</source>
        <translation>Les canaux de {0} s’annulent.</translation>
    </message>
    <message>
        <source>The channels of {0} have little in common.</source>
        <translation>Les canaux de {0} ont peu en commun.</translation>
    </message>
    <message>
        <source>The channels to train on. Automatic: their mean, or the loudest channel where they cancel each other or at least half are silent</source>
        <translation>Les canaux qui servent à l’entraînement. Automatique&#xa0;: leur moyenne, ou le canal le plus fort là où ils s’annulent ou si au moins la moitié sont muets</translation>
    </message>
    <message>
        <source>The checkpoint could not be saved in “{0}”: {1}.</source>
        <translation>Le point de reprise n’a pas pu être enregistré dans «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The checkpoint in “{0}” does not fit this run&apos;s configuration.</source>
        <translation>Le point de reprise de «&#xa0;{0}&#xa0;» ne correspond pas à la configuration.</translation>
    </message>
    <message>
        <source>The checkpoint “{0}” is damaged.</source>
        <translation>Le point de reprise «&#xa0;{0}&#xa0;» est endommagé.</translation>
    </message>
    <message>
        <source>The class “{0}” appears twice.</source>
        <translation>La classe «&#xa0;{0}&#xa0;» apparaît deux fois.</translation>
    </message>
    <message>
        <source>The class “{name}” of “{label}” exists already.</source>
        <translation>La classe «&#xa0;{name}&#xa0;» de «&#xa0;{label}&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>The classes in metadata/{0}/classes.txt differ from those that would be written: whole numbers without names.</source>
        <translation>Les classes de metadata/{0}/classes.txt diffèrent de celles qui seraient écrites&#xa0;: des entiers sans noms.</translation>
    </message>
    <message>
        <source>The classes in metadata/{0}/classes.txt differ from those that would be written: {1} to {2}.</source>
        <translation>Les classes de metadata/{0}/classes.txt diffèrent de celles qui seraient écrites&#xa0;: {1} à {2}.</translation>
    </message>
    <message>
        <source>The classes of pitch have no names; the sounds show that they count from A = 0, and they are used so.</source>
        <translation>Les classes de pitch n’ont pas de noms&#xa0;; les sons montrent qu’elles comptent depuis la = 0, et elles s’utilisent ainsi.</translation>
    </message>
    <message>
        <source>The classes of “{label}” are 0 to {last}, not {text}.</source>
        <translation>Les classes de «&#xa0;{label}&#xa0;» vont de 0 à {last}, et non {text}.</translation>
    </message>
    <message>
        <source>The classes of “{label}” are 0, 1, 2 …, not “{text}”.</source>
        <translation>Les classes de «&#xa0;{label}&#xa0;» sont 0, 1, 2…, et non «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>The collection “{folder}” cannot be made: {reason}.</source>
        <translation>La collection «&#xa0;{folder}&#xa0;» ne peut pas être créée&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The collection “{name}” of these sounds is open again.</source>
        <translation>La collection «&#xa0;{name}&#xa0;» de ces sons est de nouveau ouverte.</translation>
    </message>
    <message>
        <source>The computer does not have enough memory for this training, not even with one spectrum at a time.</source>
        <translation>L’ordinateur n’a pas assez de mémoire pour cet entraînement, même avec un spectre à la fois.</translation>
    </message>
    <message>
        <source>The computer does not have enough memory for this training.</source>
        <translation>L’ordinateur n’a pas assez de mémoire pour cet entraînement.</translation>
    </message>
    <message>
        <source>The computer does not have enough memory.</source>
        <translation>L’ordinateur n’a pas assez de mémoire.</translation>
    </message>
    <message>
        <source>The computer is nearly too slow: close other programs.</source>
        <translation>L’ordinateur est presque trop lent&#xa0;: fermez d’autres programmes.</translation>
    </message>
    <message>
        <source>The configuration needs labels for “{0}”, but the folder “{1}” has labels for {2} only.</source>
        <translation>La configuration a besoin de labels pour «&#xa0;{0}&#xa0;», mais le dossier «&#xa0;{1}&#xa0;» n’en a que pour {2}.</translation>
    </message>
    <message>
        <source>The configuration needs labels for “{0}”, but the folder “{1}” has no labels.</source>
        <translation>La configuration a besoin de labels pour «&#xa0;{0}&#xa0;», mais le dossier «&#xa0;{1}&#xa0;» n’en a pas.</translation>
    </message>
    <message>
        <source>The control that the next {controller} will move</source>
        <translation>La commande que bougera le prochain {controller}</translation>
    </message>
    <message>
        <source>The core of vschaos is not compiled.</source>
        <translation>Le cœur de vschaos n’est pas compilé.</translation>
    </message>
    <message>
        <source>The curve starts with the first steps.</source>
        <translation>La courbe commence avec les premiers pas.</translation>
    </message>
    <message>
        <source>The disk is full: these sounds need {0} MB in “{1}”.</source>
        <translation>Le disque est plein&#xa0;: ces sons prennent {0} Mo dans «&#xa0;{1}&#xa0;».</translation>
    </message>
    <message>
        <source>The documentation is not built yet. Type “make docs” in the folder of the source code, then try again.</source>
        <translation>La documentation n’est pas encore construite. Tapez « make docs » dans le dossier du code source, puis réessayez.</translation>
    </message>
    <message>
        <source>The documentation is not part of this program. Press F1 for the guide.</source>
        <translation>La documentation ne fait pas partie de ce programme. F1 affiche le guide.</translation>
    </message>
    <message>
        <source>The documentation is “{file}”.</source>
        <translation>La documentation est « {file} ».</translation>
    </message>
    <message>
        <source>The engine failed to execute an order: {0}.</source>
        <translation>Le moteur audio n’a pas pu exécuter un ordre&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The engine is busy and dropped an order.</source>
        <translation>Le moteur audio est occupé et a ignoré un ordre.</translation>
    </message>
    <message>
        <source>The engine is ready; no instrument is loaded.</source>
        <translation>Le moteur audio est prêt&#xa0;; aucun instrument n’est chargé.</translation>
    </message>
    <message>
        <source>The engine received an invalid order: {0}.</source>
        <translation>Le moteur audio a reçu un ordre non valable&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The existing export in “{name}” is unchanged.</source>
        <translation>L’export existant dans «&#xa0;{name}&#xa0;» est inchangé.</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>L’export</translation>
    </message>
    <message>
        <source>The export could not be saved as “{0}”: {1}.</source>
        <translation>L’export n’a pas pu être enregistré sous «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The export did not pass its check: {0}.</source>
        <translation>L’export n’a pas réussi sa vérification&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The export was cancelled; nothing was written.</source>
        <translation>L’export a été annulé&#xa0;; rien n’a été écrit.</translation>
    </message>
    <message>
        <source>The export “{name}”</source>
        <translation>L’export «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>The export&apos;s check ended unexpectedly (code {0}: {1}).</source>
        <translation>La vérification de l’export a pris fin de façon inattendue (code {0}&#xa0;: {1}).</translation>
    </message>
    <message>
        <source>The exported file cannot be loaded.</source>
        <translation>Le fichier exporté ne peut pas être chargé.</translation>
    </message>
    <message>
        <source>The exported file&apos;s own description cannot be read.</source>
        <translation>La description propre du fichier exporté ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The extraction of pitch</source>
        <translation>L’extraction des hauteurs</translation>
    </message>
    <message>
        <source>The extraction of pitch in “{folder}”</source>
        <translation>L’extraction de la hauteur dans «&#xa0;{folder}&#xa0;»</translation>
    </message>
    <message>
        <source>The extraction of pitch was cancelled; finished sounds are not analysed again next time.</source>
        <translation>L’extraction de la hauteur a été annulée&#xa0;; les sons terminés ne seront pas analysés de nouveau la prochaine fois.</translation>
    </message>
    <message>
        <source>The figures and the curves of the training</source>
        <translation>Les chiffres et les courbes de l’entraînement</translation>
    </message>
    <message>
        <source>The filter between the instrument’s sample rate and the device’s.</source>
        <translation>Le filtre entre la fréquence d’échantillonnage de l’instrument et celle du périphérique.</translation>
    </message>
    <message>
        <source>The first instrument is ready within seconds, a sketch that improves.</source>
        <translation>Le premier instrument est prêt en quelques secondes, une esquisse qui s’améliore.</translation>
    </message>
    <message>
        <source>The first sounds come during the training.</source>
        <translation>Les premiers sons arrivent pendant l’entraînement.</translation>
    </message>
    <message>
        <source>The folder is “{folder}”.</source>
        <translation>Le dossier est «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>The folder metadata/{0} has no file “{1}”.</source>
        <translation>Le dossier metadata/{0} n’a pas de fichier «&#xa0;{1}&#xa0;».</translation>
    </message>
    <message>
        <source>The folder of recordings “{folder}” cannot be made: {reason}.</source>
        <translation>Le dossier d’enregistrements «&#xa0;{folder}&#xa0;» ne peut pas être créé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The folder of sounds “{folder}” is not there.</source>
        <translation>Le dossier de sons «&#xa0;{folder}&#xa0;» n’est pas là.</translation>
    </message>
    <message>
        <source>The folder “{0}” cannot be opened: {1}.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» ne peut pas être ouvert&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The folder “{0}” does not exist.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>The folder “{0}” is empty.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» est vide.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be created: {reason}.</source>
        <translation>Le dossier «&#xa0;{folder}&#xa0;» ne peut pas être créé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>Le dossier «&#xa0;{folder}&#xa0;» ne peut pas être créé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The folders cannot be the classes of “{0}”: the sounds are not in two or more subfolders.</source>
        <translation>Les dossiers ne peuvent pas être les classes de «&#xa0;{0}&#xa0;»&#xa0;: les sons ne sont pas dans au moins deux sous-dossiers.</translation>
    </message>
    <message>
        <source>The forecast</source>
        <translation>La prévision</translation>
    </message>
    <message>
        <source>The gesture that is being recorded</source>
        <translation>Le geste en cours d’enregistrement</translation>
    </message>
    <message>
        <source>The instrument</source>
        <translation>L’instrument</translation>
    </message>
    <message>
        <source>The instrument could not be copied to change its card: {reason}</source>
        <translation>L’instrument n’a pas pu être copié pour modifier sa fiche&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The instrument could not be saved as “{0}”: {1}.</source>
        <translation>L’instrument n’a pas pu être enregistré sous «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The instrument does not use it.</source>
        <translation>L’instrument ne l’utilise pas.</translation>
    </message>
    <message>
        <source>The instrument follows the timbre of the live input.</source>
        <translation>L’instrument suit le timbre de l’entrée en direct.</translation>
    </message>
    <message>
        <source>The instrument is kept; you can play it, export it, or continue the training.</source>
        <translation>L’instrument est conservé&#xa0;; vous pouvez en jouer, l’exporter, ou continuer l’entraînement.</translation>
    </message>
    <message>
        <source>The instrument is too large for this computer: it used all of its time, and lost its real-time priority.</source>
        <translation>L’instrument est trop grand pour cet ordinateur&#xa0;: il a pris tout son temps, et perdu sa priorité temps réel.</translation>
    </message>
    <message>
        <source>The instrument learns the loudness of a sound with it: the pad will be quiet or loud where these sounds are.</source>
        <translation>L’instrument apprend aussi la sonie&#xa0;: le pad sera faible ou fort où se trouvent ces sons.</translation>
    </message>
    <message>
        <source>The instrument offers a class that no sound has shown it: what it plays there is undefined.</source>
        <translation>L’instrument offre une classe qu’aucun son ne lui a montrée&#xa0;: ce qu’il y joue est indéterminé.</translation>
    </message>
    <message>
        <source>The instrument produced an invalid sound and was reset.</source>
        <translation>L’instrument a produit un son non valable et a été réinitialisé.</translation>
    </message>
    <message>
        <source>The instrument produces invalid numbers: its network is damaged.</source>
        <translation>L’instrument produit des nombres non valables&#xa0;: son réseau est endommagé.</translation>
    </message>
    <message>
        <source>The instrument uses {0}, which libtorch 2.0.1 to 2.5.1 inside nn~ cannot all run.</source>
        <translation>L’instrument utilise {0}, que libtorch 2.0.1 à 2.5.1 dans nn~ ne peuvent pas tous exécuter.</translation>
    </message>
    <message>
        <source>The instrument “{0}” cannot be opened: {1}.</source>
        <translation>L’instrument «&#xa0;{0}&#xa0;» ne peut pas être ouvert&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The instrument “{0}” is inconsistent: its weights do not fit its configuration.</source>
        <translation>L’instrument «&#xa0;{0}&#xa0;» est incohérent&#xa0;: ses poids ne correspondent pas à sa configuration.</translation>
    </message>
    <message>
        <source>The instrument “{name}” of this project was not found: “{file}”.</source>
        <translation>L’instrument «&#xa0;{name}&#xa0;» de ce projet n’a pas été trouvé&#xa0;: «&#xa0;{file}&#xa0;».</translation>
    </message>
    <message>
        <source>The instrument&apos;s card cannot be read.</source>
        <translation>La fiche de l’instrument ne peut pas être lue.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card describes its label “{0}” with impossible values.</source>
        <translation>La fiche de l’instrument décrit son label «&#xa0;{0}&#xa0;» avec des valeurs impossibles.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card has no format version.</source>
        <translation>La fiche de l’instrument n’a pas de version de format.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card has the wrong kind of value in “{0}”.</source>
        <translation>La fiche de l’instrument a une valeur du mauvais genre dans «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>The instrument&apos;s card is incomplete.</source>
        <translation>La fiche de l’instrument est incomplète.</translation>
    </message>
    <message>
        <source>The instrument&apos;s card says {0} = {1}, which is impossible.</source>
        <translation>La fiche de l’instrument dit {0} = {1}, ce qui est impossible.</translation>
    </message>
    <message>
        <source>The instrument&apos;s hop of {0} samples cannot be used in nn~, which needs powers of two up to {1}.</source>
        <translation>Le pas de {0} échantillons de l’instrument est inutilisable dans nn~, qui demande des puissances de deux jusqu’à {1}.</translation>
    </message>
    <message>
        <source>The instrument&apos;s rate of {0} Hz cannot be converted to {1} Hz.</source>
        <translation>La fréquence de {0} Hz de l’instrument ne peut pas être convertie en {1} Hz.</translation>
    </message>
    <message>
        <source>The keyboard on the screen, and the letters A to K while it has the focus, play notes with the envelope of the Notes tab, as a MIDI keyboard does</source>
        <translation>Le clavier à l’écran et, tant qu’il a le focus, les lettres A à K jouent des notes avec l’enveloppe de l’onglet Notes, comme un clavier MIDI</translation>
    </message>
    <message>
        <source>The label needs a name.</source>
        <translation>L’étiquette doit avoir un nom.</translation>
    </message>
    <message>
        <source>The label {0} cannot be trained: its classes are {1} to {2}; the model knows 0 to {3}.</source>
        <translation>Le label {0} ne peut pas être entraîné&#xa0;: ses classes vont de {1} à {2}&#xa0;; le modèle connaît 0 à {3}.</translation>
    </message>
    <message>
        <source>The label {0} cannot be trained: no sound has it.</source>
        <translation>Le label {0} ne peut pas être entraîné&#xa0;: aucun son ne l’a.</translation>
    </message>
    <message>
        <source>The label {label}: double click, F2 or typing edits a cell, Delete clears the selection</source>
        <translation>L’étiquette {label}&#xa0;: double-clic, F2 ou la frappe modifie une cellule, Suppr vide la sélection</translation>
    </message>
    <message>
        <source>The label “{0}” for all methods, {1} to {2}; at {3} the inlet is used.</source>
        <translation>Le label «&#xa0;{0}&#xa0;» pour toutes les méthodes, {1} à {2}&#xa0;; à {3}, l’entrée est utilisée.</translation>
    </message>
    <message>
        <source>The label “{0}” for all methods, {1} to {2}; at {3} the predicted value is used.</source>
        <translation>Le label «&#xa0;{0}&#xa0;» pour toutes les méthodes, {1} à {2}&#xa0;; à {3}, la valeur prédite est utilisée.</translation>
    </message>
    <message>
        <source>The label “{0}” for all methods; below {1} the inlet is used.</source>
        <translation>Le label «&#xa0;{0}&#xa0;» pour toutes les méthodes&#xa0;; sous {1}, l’entrée est utilisée.</translation>
    </message>
    <message>
        <source>The label “{0}” for all methods; below {1} the predicted value is used.</source>
        <translation>Le label «&#xa0;{0}&#xa0;» pour toutes les méthodes&#xa0;; sous {1}, la valeur prédite est utilisée.</translation>
    </message>
    <message>
        <source>The label “{0}” of the sound.</source>
        <translation>Le label «&#xa0;{0}&#xa0;» du son.</translation>
    </message>
    <message>
        <source>The label “{0}” of the sound: {1} is “{2}”, {3} is “{4}”.</source>
        <translation>L’étiquette «&#xa0;{0}&#xa0;» du son&#xa0;: {1} est «&#xa0;{2}&#xa0;», {3} est «&#xa0;{4}&#xa0;».</translation>
    </message>
    <message>
        <source>The label “{label}” cannot be used. {reason}</source>
        <translation>L’étiquette «&#xa0;{label}&#xa0;» n’est pas utilisable. {reason}</translation>
    </message>
    <message>
        <source>The label “{label}” does not exist any more.</source>
        <translation>L’étiquette «&#xa0;{label}&#xa0;» n’existe plus.</translation>
    </message>
    <message>
        <source>The label “{label}” exists already, and its values are numbers.</source>
        <translation>L’étiquette «&#xa0;{label}&#xa0;» existe déjà, et ses valeurs sont des nombres.</translation>
    </message>
    <message>
        <source>The label “{label}” exists already.</source>
        <translation>L’étiquette «&#xa0;{label}&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>The label “{label}” needs a number, not “{text}”.</source>
        <translation>L’étiquette «&#xa0;{label}&#xa0;» demande un nombre, et non «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message>
        <source>The label “{label}” needs a whole number, not “{text}”.</source>
        <translation>L’étiquette «&#xa0;{label}&#xa0;» demande un nombre entier, et non «&#xa0;{text}&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>The label “{label}” of %n&#xa0;sounds is removed from the folder’s metadata; the sounds stay. Undo restores it.</source>
        <comment>The label “{label}” of %n&#xa0;sound is removed from the folder’s metadata; the sounds stay. Undo restores it.</comment>
        <translation>
            <numerusform>L’étiquette «&#xa0;{label}&#xa0;» de %n&#xa0;son est retirée des métadonnées du dossier&#xa0;; les sons restent. «&#xa0;Annuler&#xa0;» la rétablit.</numerusform>
            <numerusform>L’étiquette «&#xa0;{label}&#xa0;» de %n&#xa0;sons est retirée des métadonnées du dossier&#xa0;; les sons restent. «&#xa0;Annuler&#xa0;» la rétablit.</numerusform>
        </translation>
    </message>
    <message>
        <source>The labels could not be written in “{0}”: {1}.</source>
        <translation>Les labels n’ont pas pu être écrits dans «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The labels could not be written in “{folder}”: {reason}.</source>
        <translation>Les labels n’ont pas pu être écrits dans «&#xa0;{folder}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The labels could not be written to the disk: these changes are lost.</source>
        <translation>Les étiquettes n’ont pas pu être écrites sur le disque&#xa0;: ces modifications sont perdues.</translation>
    </message>
    <message>
        <source>The labels in metadata/{0} are not whole numbers.</source>
        <translation>Les labels de metadata/{0} ne sont pas des nombres entiers.</translation>
    </message>
    <message>
        <source>The labels in metadata/{0} go up to {1}, but pitch is 0 to 11.</source>
        <translation>Les labels de metadata/{0} vont jusqu’à {1}, mais pitch va de 0 à 11.</translation>
    </message>
    <message numerus="yes">
        <source>The labels {names} cannot be read: the Sounds page says why.</source>
        <comment>The label {names} cannot be read: the Sounds page says why.</comment>
        <translation>
            <numerusform>L’étiquette {names} ne peut pas être lue&#xa0;: la page Sons dit pourquoi.</numerusform>
            <numerusform>Les étiquettes {names} ne peuvent pas être lues&#xa0;: la page Sons dit pourquoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last minute can be saved</source>
        <translation>La dernière minute peut être gardée</translation>
    </message>
    <message>
        <source>The learnt channels are silent, while others have sound.</source>
        <translation>Les canaux appris sont silencieux, tandis que d’autres ont du son.</translation>
    </message>
    <message>
        <source>The level of a note: it rises, falls to the level at which it is held, and fades out</source>
        <translation>Le niveau d’une note&#xa0;: il monte, descend au niveau où elle est tenue, puis s’éteint</translation>
    </message>
    <message>
        <source>The library {0} cannot be loaded.</source>
        <translation>La bibliothèque {0} ne peut pas être chargée.</translation>
    </message>
    <message>
        <source>The library {0} is missing.</source>
        <translation>La bibliothèque {0} manque.</translation>
    </message>
    <message>
        <source>The limiter looks ahead to catch peaks.</source>
        <translation>Le limiteur anticipe pour attraper les crêtes.</translation>
    </message>
    <message>
        <source>The list of ignored findings cannot be saved in “{0}”: {1}.</source>
        <translation>La liste des constats ignorés ne peut pas être enregistrée dans «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The list of ignored findings in “{0}” cannot be read: {1}.</source>
        <translation>La liste des constats ignorés de «&#xa0;{0}&#xa0;» ne peut pas être lue&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The list of sounds that are left out of “{0}” cannot be read: {1}.</source>
        <translation>La liste des sons omis de «&#xa0;{0}&#xa0;» ne peut pas être lue&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The log is in “{folder}”.</source>
        <translation>Le journal est dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>The log of the sound engine cannot be opened: {reason}.</source>
        <translation>Le journal du moteur audio ne peut pas être ouvert&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The model has {0} labels; {1} are possible.</source>
        <translation>Le modèle a {0} labels&#xa0;; {1} sont possibles.</translation>
    </message>
    <message>
        <source>The name of a class must be one line without tabs.</source>
        <translation>Le nom d’une classe doit tenir sur une ligne, sans tabulations.</translation>
    </message>
    <message>
        <source>The network interface on which OSC listens</source>
        <translation>L’interface réseau sur laquelle OSC écoute</translation>
    </message>
    <message>
        <source>The network of the instrument “{0}” is too large to be played.</source>
        <translation>Le réseau de l’instrument «&#xa0;{0}&#xa0;» est trop grand pour être joué.</translation>
    </message>
    <message>
        <source>The network of “{name}” does not fit its card.</source>
        <translation>Le réseau de «&#xa0;{name}&#xa0;» ne correspond pas à sa fiche.</translation>
    </message>
    <message>
        <source>The only sounds that are labelled with {0} are held out for validation.</source>
        <translation>Les seuls sons qui ont le label {0} sont réservés pour la validation.</translation>
    </message>
    <message>
        <source>The original</source>
        <translation>L’original</translation>
    </message>
    <message>
        <source>The output is finite for any input; invalid values count as silence, and the sound recovers after them.</source>
        <translation>La sortie est finie pour toute entrée&#xa0;; les valeurs non valables comptent comme silence, et le son revient ensuite.</translation>
    </message>
    <message>
        <source>The pad shows all axes of this instrument.</source>
        <translation>Le pad montre tous les axes de cet instrument.</translation>
    </message>
    <message>
        <source>The pad shows {share} of the sounds’ variety</source>
        <translation>Le pad montre {share} de la variété des sons</translation>
    </message>
    <message>
        <source>The pad shows {share} of the sounds’ variety · wheel: {axis}</source>
        <translation>Le pad montre {share} de la variété des sons · molette&#xa0;: {axis}</translation>
    </message>
    <message>
        <source>The patch cannot be saved in “{folder}”: {reason}.</source>
        <translation>Le patch ne peut pas être enregistré dans «&#xa0;{folder}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The place on the map of coordinates.</source>
        <translation>Le lieu sur la carte de coordonnées.</translation>
    </message>
    <message>
        <source>The place on the plane of the first two axes of coordinates.</source>
        <translation>Le lieu sur le plan des deux premiers axes de coordonnées.</translation>
    </message>
    <message>
        <source>The prepared sound of “{0}” in “{1}” can no longer be read.</source>
        <translation>Le son préparé de «&#xa0;{0}&#xa0;» dans «&#xa0;{1}&#xa0;» ne peut plus être lu.</translation>
    </message>
    <message>
        <source>The prepared sounds could not be saved in “{0}”: {1}.</source>
        <translation>Les sons préparés n’ont pas pu être enregistrés dans «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The program returns to it when it is back and nothing sounds, or when you refresh the devices.</source>
        <translation>Le programme y revient quand elle est de retour et que rien ne sonne, ou quand vous actualisez les périphériques.</translation>
    </message>
    <message>
        <source>The project could not be saved as “{file}”: {reason}.</source>
        <translation>Le projet n’a pas pu être enregistré sous «&#xa0;{file}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message numerus="yes">
        <source>The project has labels for %n of these sounds that are not in the folder.</source>
        <comment>The project has labels for %n of these sounds that are not in the folder.</comment>
        <translation>
            <numerusform>Le projet a des étiquettes pour %n de ces sons, absentes du dossier.</numerusform>
            <numerusform>Le projet a des étiquettes pour %n de ces sons, absentes du dossier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The project has labels for %n of these sounds that could not be written into the folder.</source>
        <comment>The project has labels for %n of these sounds that could not be written into the folder.</comment>
        <translation>
            <numerusform>Le projet a des étiquettes pour %n de ces sons, qui n’ont pas pu être écrites dans le dossier.</numerusform>
            <numerusform>Le projet a des étiquettes pour %n de ces sons, qui n’ont pas pu être écrites dans le dossier.</numerusform>
        </translation>
    </message>
    <message>
        <source>The project “{name}” could not be read: {reason}.</source>
        <translation>Le projet «&#xa0;{name}&#xa0;» n’a pas pu être lu&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The public key for new versions is damaged.</source>
        <translation>La clé publique des nouvelles versions est endommagée.</translation>
    </message>
    <message>
        <source>The queue waits</source>
        <translation>La file attend</translation>
    </message>
    <message>
        <source>The recorder was interrupted, or could not complete the header. All sound in the file is read to its end; other programs may show it as empty.</source>
        <translation>L’enregistreur a été interrompu, ou n’a pas pu compléter l’en-tête. Tout le son du fichier est lu jusqu’à la fin&#xa0;; d’autres programmes le montrent peut-être vide.</translation>
    </message>
    <message>
        <source>The recording {0} was not finished: its header does not say how long it is.</source>
        <translation>L’enregistrement {0} n’a pas été terminé&#xa0;: son en-tête ne dit pas sa durée.</translation>
    </message>
    <message>
        <source>The recording “{file}”</source>
        <translation>L’enregistrement «&#xa0;{file}&#xa0;»</translation>
    </message>
    <message>
        <source>The recording “{name}” was not found. Open its folder on the Sounds page to hear it.</source>
        <translation>L’enregistrement «&#xa0;{name}&#xa0;» est introuvable. Ouvrez son dossier sur la page Sons pour l’entendre.</translation>
    </message>
    <message>
        <source>The report is on the clipboard. It has names of files in it: read it before you send it.</source>
        <translation>Le rapport est dans le presse-papiers. Il contient des noms de fichiers&#xa0;: lisez-le avant de l’envoyer.</translation>
    </message>
    <message>
        <source>The results cannot be saved in “{0}”: {1}.</source>
        <translation>Les résultats ne peuvent pas être enregistrés dans «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The run&apos;s folder cannot be written: {0}.</source>
        <translation>Le dossier de l’entraînement ne peut pas être écrit&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>The run&apos;s folder “{0}” cannot be created: {1}.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» de l’entraînement ne peut pas être créé&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The run&apos;s folder “{0}” cannot be written: {1}.</source>
        <translation>Le dossier «&#xa0;{0}&#xa0;» de l’entraînement ne peut pas être écrit&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>The shape; beside it, where the axis is set (line), and where it sounds (dot)</source>
        <translation>La forme&#xa0;; à côté, où l’axe est réglé (trait) et où il sonne (point)</translation>
    </message>
    <message>
        <source>The sound appears twice; its first line counts.</source>
        <translation>Le son apparaît deux fois&#xa0;; sa première ligne compte.</translation>
    </message>
    <message>
        <source>The sound engine</source>
        <translation>Le moteur audio</translation>
    </message>
    <message>
        <source>The sound engine is not running.</source>
        <translation>Le moteur audio ne fonctionne pas.</translation>
    </message>
    <message>
        <source>The sound engine is still starting.</source>
        <translation>Le moteur audio démarre encore.</translation>
    </message>
    <message>
        <source>The sound engine restarts to find devices.</source>
        <translation>Le moteur audio redémarre pour trouver des périphériques.</translation>
    </message>
    <message>
        <source>The sound from here moves the instrument while live input is on</source>
        <translation>Le son qui vient d’ici fait bouger l’instrument tant que l’entrée en direct est active</translation>
    </message>
    <message>
        <source>The sound has a label, which changes.</source>
        <translation>Le son a une étiquette, qui varie.</translation>
    </message>
    <message>
        <source>The sound has a label.</source>
        <translation>Le son a une étiquette.</translation>
    </message>
    <message>
        <source>The sound moves from snapshot {first} to snapshot {second}</source>
        <translation>Le son va de l’instantané {first} à l’instantané {second}</translation>
    </message>
    <message>
        <source>The sound of the pad is made in frames; a touch waits for the next one.</source>
        <translation>Le son du pad est produit par trames&#xa0;; un toucher attend la suivante.</translation>
    </message>
    <message>
        <source>The sound system asks for a block at a time; a touch waits half a block on average.</source>
        <translation>Le système audio demande un bloc à la fois&#xa0;; un toucher attend en moyenne un demi-bloc.</translation>
    </message>
    <message>
        <source>The sound “{0}” does not exist.</source>
        <translation>Le son «&#xa0;{0}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>The sounds could not be copied to “{folder}”: {reason}.</source>
        <translation>Les sons n’ont pas pu être copiés dans «&#xa0;{folder}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The sounds in “{0}” are too short for phrases.</source>
        <translation>Les sons de «&#xa0;{0}&#xa0;» sont trop courts pour des phrases.</translation>
    </message>
    <message>
        <source>The sounds that an instrument learns from are listed here.</source>
        <translation>Les sons dont un instrument apprend sont listés ici.</translation>
    </message>
    <message>
        <source>The stretch begins at {0} s, inside another; the later one counts there.</source>
        <translation>Le passage commence à {0} s, dans un autre&#xa0;; le plus tardif y compte.</translation>
    </message>
    <message>
        <source>The stretch ends at {0} s, before or at its beginning at {1} s.</source>
        <translation>Le passage finit à {0} s, avant ou à son début à {1} s.</translation>
    </message>
    <message>
        <source>The system does not grant you real-time priority (rtprio limit {0}).</source>
        <translation>Le système ne vous accorde pas de priorité temps réel (limite rtprio {0}).</translation>
    </message>
    <message>
        <source>The system does not grant you real-time priority, and {0}.</source>
        <translation>Le système ne vous accorde pas de priorité temps réel, et {0}.</translation>
    </message>
    <message>
        <source>The system grants real-time priority {0}.</source>
        <translation>Le système accorde la priorité temps réel {0}.</translation>
    </message>
    <message>
        <source>The tempo follows the clock of a MIDI input, where one sends it.</source>
        <translation>Le tempo suit l’horloge d’une entrée MIDI, si l’une d’elles en envoie une.</translation>
    </message>
    <message>
        <source>The training</source>
        <translation>L’entraînement</translation>
    </message>
    <message>
        <source>The training diverged: its loss is not a number. What was saved before is intact.</source>
        <translation>L’entraînement a divergé&#xa0;: sa perte n’est pas un nombre. Ce qui était enregistré est intact.</translation>
    </message>
    <message>
        <source>The training was ended at once.</source>
        <translation>L’entraînement a été interrompu sur-le-champ.</translation>
    </message>
    <message>
        <source>The training “{name}”</source>
        <translation>L’entraînement «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>The training “{name}”, stopped at {percent}&#xa0;%</source>
        <translation>L’entraînement «&#xa0;{name}&#xa0;», arrêté à {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>The weights of the large network are not installed.</source>
        <translation>Les poids du grand réseau ne sont pas installés.</translation>
    </message>
    <message>
        <source>The window changes its language at the next start.</source>
        <translation>La fenêtre changera de langue au prochain démarrage.</translation>
    </message>
    <message>
        <source>Their mean is learnt.</source>
        <translation>Leur moyenne s’apprend.</translation>
    </message>
    <message>
        <source>Their sound is learnt, but not their label; the label&apos;s control then works less well for them.</source>
        <translation>Leur son s’apprend, mais pas leur label&#xa0;; la commande du label agit alors moins bien pour eux.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Then move a {controller}: it will move the control</source>
        <translation>Bougez ensuite un {controller}&#xa0;: il bougera la commande</translation>
    </message>
    <message>
        <source>Then, one after the other</source>
        <translation>Ensuite, l’un après l’autre</translation>
    </message>
    <message>
        <source>There are already {0} peers; no more can be added.</source>
        <translation>Il y a déjà {0} pairs&#xa0;; on ne peut pas en ajouter.</translation>
    </message>
    <message>
        <source>There are no controllers “{0}”.</source>
        <translation>Il n’y a pas de contrôleurs «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There are no sounds to train on yet</source>
        <translation>Il n’y a pas encore de sons pour un entraînement</translation>
    </message>
    <message>
        <source>There are too many folders ({0}) to be the classes of “{1}”.</source>
        <translation>Il y a trop de dossiers ({0}) pour être les classes de «&#xa0;{1}&#xa0;».</translation>
    </message>
    <message>
        <source>There are {most} labels, the most that a model can have.</source>
        <translation>Il y a {most} étiquettes, le maximum pour un modèle.</translation>
    </message>
    <message>
        <source>There are: {0}.</source>
        <translation>Il y a&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>There is no MIDI channel {0}.</source>
        <translation>Il n’y a pas de canal MIDI {0}.</translation>
    </message>
    <message>
        <source>There is no MIDI controller “{0}”.</source>
        <translation>Il n’y a pas de contrôleur MIDI «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no MIDI input “{0}”.</source>
        <translation>Il n’y a pas d’entrée MIDI «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no audio input on this computer.</source>
        <translation>Il n’y a pas d’entrée audio sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no audio output on this computer.</source>
        <translation>Il n’y a pas de sortie audio sur cet ordinateur.</translation>
    </message>
    <message>
        <source>There is no audio {0} “{1}”.</source>
        <translation>Audio ({0})&#xa0;: «&#xa0;{1}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>There is no control “{0}”.</source>
        <translation>Il n’y a pas de commande «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no gesture to save.</source>
        <translation>Il n’y a pas de geste à enregistrer.</translation>
    </message>
    <message>
        <source>There is no instrument of this kind yet.</source>
        <translation>Il n’y a pas encore d’instrument de ce type.</translation>
    </message>
    <message>
        <source>There is no instrument to export yet</source>
        <translation>Il n’y a pas encore d’instrument à exporter</translation>
    </message>
    <message>
        <source>There is no instrument to play.</source>
        <translation>Il n’y a pas d’instrument à jouer.</translation>
    </message>
    <message>
        <source>There is no instrument to save.</source>
        <translation>Il n’y a aucun instrument à enregistrer.</translation>
    </message>
    <message>
        <source>There is no part of a gamepad “{0}”.</source>
        <translation>Une manette n’a pas de partie «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is no snapshot {0}.</source>
        <translation>Il n’y a pas d’instantané {0}.</translation>
    </message>
    <message>
        <source>There is no sound to save yet.</source>
        <translation>Il n’y a pas encore de son à enregistrer.</translation>
    </message>
    <message>
        <source>There is no sound: no audio output is open.</source>
        <translation>Il n’y a pas de son&#xa0;: aucune sortie audio n’est ouverte.</translation>
    </message>
    <message>
        <source>There is no such address.</source>
        <translation>Cette adresse n’existe pas.</translation>
    </message>
    <message>
        <source>There is nothing at “{0}”.</source>
        <translation>Il n’y a rien à «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>There is nothing to undo</source>
        <translation>Il n’y a rien à annuler</translation>
    </message>
    <message>
        <source>There is only less than a second of sound in all.</source>
        <translation>Il n’y a en tout que moins d’une seconde de son.</translation>
    </message>
    <message>
        <source>There is only {0} s of sound in all.</source>
        <translation>Il n’y a en tout que {0} s de son.</translation>
    </message>
    <message>
        <source>These come with the program. Yours will be here too, and any file that you open.</source>
        <translation>Ceux-ci sont fournis avec le programme. Les vôtres seront ici aussi, et tout fichier que vous ouvrez.</translation>
    </message>
    <message>
        <source>These sounds are copies, in “{folder}”.</source>
        <translation>Ces sons sont des copies, dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>These sounds have no labels yet. With labels an instrument is trained on what you note about each sound, and you choose it while playing: a pitch, a vowel, a kind of bell. Add a label, fill one from the folders’ names, or extract pitch. Sounds without a label are used for training, too.</source>
        <translation>Ces sons n’ont pas encore d’étiquettes. Grâce aux étiquettes, l’instrument apprend ce que vous notez sur chaque son, et vous le choisissez en jouant&#xa0;: une hauteur, une voyelle, un genre de cloche. Ajoutez une étiquette, remplissez-la d’après les noms des dossiers, ou extrayez la hauteur. Les sons sans étiquette servent aussi à l’entraînement.</translation>
    </message>
    <message>
        <source>These sounds have no {names}: extract pitch on the Sounds page.</source>
        <translation>Il manque {names} à ces sons&#xa0;: extrayez la hauteur sur la page Sons.</translation>
    </message>
    <message>
        <source>These sounds last {sound}; an idle small computer takes about {time}, a busy one several times that. You can go on working meanwhile, and cancel: finished sounds are not analysed again.</source>
        <translation>Ces sons durent {sound}&#xa0;; un petit ordinateur sans autre charge met environ {time}, un ordinateur occupé plusieurs fois autant. Vous pouvez continuer à travailler pendant ce temps, et annuler&#xa0;: les sons terminés ne sont pas analysés de nouveau.</translation>
    </message>
    <message>
        <source>They are learnt as different classes, and appear under the same name.</source>
        <translation>Elles s’apprennent comme des classes différentes, et apparaissent sous le même nom.</translation>
    </message>
    <message>
        <source>They are read once, and cut into moments of a twentieth of a second.</source>
        <translation>Ils sont lus une fois, et découpés en moments d’un vingtième de seconde.</translation>
    </message>
    <message>
        <source>They were read again, with your last changes.</source>
        <translation>Ils ont été relus, avec vos dernières modifications.</translation>
    </message>
    <message>
        <source>They were read again, without your last changes, which no longer fit. Repeat them.</source>
        <translation>Ils ont été relus sans vos dernières modifications, qui ne conviennent plus. Refaites-les.</translation>
    </message>
    <message>
        <source>They will be read again.</source>
        <translation>Ils vont être relus.</translation>
    </message>
    <message>
        <source>This computer has no “{0}” device.</source>
        <translation>Cet ordinateur n’a pas d’appareil «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>Cet ordinateur seulement</translation>
    </message>
    <message>
        <source>This does no harm: sounds are learnt in mono. The files are larger than necessary.</source>
        <translation>C’est sans gravité&#xa0;: les sons s’apprennent en mono. Les fichiers sont plus gros que nécessaire.</translation>
    </message>
    <message>
        <source>This has happened before. Press Play to start it again. Details are in “{log}”.</source>
        <translation>Cela s’est déjà produit. Appuyez sur Lecture pour le redémarrer. Détails dans «&#xa0;{log}&#xa0;».</translation>
    </message>
    <message>
        <source>This instrument has no map; newly trained instruments have one</source>
        <translation>Cet instrument n’a pas de carte&#xa0;; les instruments nouvellement entraînés en ont une</translation>
    </message>
    <message>
        <source>This instrument has no pitch control: every key plays the sound of the pad.</source>
        <translation>Cet instrument n’a pas de commande de hauteur&#xa0;: chaque touche joue le son du pad.</translation>
    </message>
    <message>
        <source>This instrument was made by a newer version (format {0}).</source>
        <translation>Cet instrument vient d’une version plus récente (format {0}).</translation>
    </message>
    <message>
        <source>This is a bug in the program.</source>
        <translation>C’est une erreur du programme.</translation>
    </message>
    <message>
        <source>This is vschaos player</source>
        <translation>Voici vschaos player</translation>
    </message>
    <message>
        <source>This is “{copy}” now, a copy of “{name}”, which stays as it was.</source>
        <translation>Voici maintenant «&#xa0;{copy}&#xa0;», une copie de «&#xa0;{name}&#xa0;», qui reste tel quel.</translation>
    </message>
    <message>
        <source>This page writes a file for the object nn~, with patches. Or let a patch steer the studio by OSC: Play, Setup. F1 explains whatever you are at.</source>
        <translation>Cette page écrit un fichier pour l’objet nn~, avec des patchs. Ou laissez un patch piloter le studio par OSC&#xa0;: «&#xa0;Jouer&#xa0;», «&#xa0;Config&#xa0;». F1 explique l’endroit où vous êtes.</translation>
    </message>
    <message>
        <source>This program could not start another thread.</source>
        <translation>Ce programme n’a pas pu démarrer un autre fil.</translation>
    </message>
    <message>
        <source>This program may use {0} MB of memory (ulimit -v), but needs {1} MB to start.</source>
        <translation>Ce programme peut utiliser {0} Mo de mémoire (ulimit -v), mais en demande {1} pour démarrer.</translation>
    </message>
    <message>
        <source>This project is new: nothing was done in it yet.</source>
        <translation>Ce projet est nouveau&#xa0;: rien n’y a encore été fait.</translation>
    </message>
    <message>
        <source>This system has no real-time priority ({0}).</source>
        <translation>Ce système n’a pas de priorité temps réel ({0}).</translation>
    </message>
    <message>
        <source>This training has no sounds to listen to.</source>
        <translation>Cet entraînement n’a pas de sons à écouter.</translation>
    </message>
    <message>
        <source>Tick some of them on the Sounds page, or remove {0} from the folder.</source>
        <translation>Cochez-en à la page Sons, ou retirez {0} du dossier.</translation>
    </message>
    <message>
        <source>Tick them on the Sounds page to use them.</source>
        <translation>Cochez-les à la page Sons pour les utiliser.</translation>
    </message>
    <message>
        <source>Tight</source>
        <translation>Serré</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Time that the sound takes to follow the pad and the axes.</source>
        <translation>Temps que met le son à suivre le pad et les axes.</translation>
    </message>
    <message>
        <source>Titles of the map’s two directions, in the same way, as “x noisier”.</source>
        <translation>Titres des deux directions de la carte, de même, sous la forme « x noisier ».</translation>
    </message>
    <message>
        <source>To play with a phone: choose a control, press Assign, and move a fader of its app.</source>
        <translation>Pour jouer avec un téléphone&#xa0;: choisir une commande, presser «&#xa0;Affecter&#xa0;» et déplacer un fader de son application.</translation>
    </message>
    <message>
        <source>To the right, the sound becomes {word}.</source>
        <translation>Vers la droite, le son devient {word}.</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>Au départ</translation>
    </message>
    <message>
        <source>To what was shown before (Alt+←)</source>
        <translation>À ce qui était affiché avant (Alt+←)</translation>
    </message>
    <message>
        <source>Too early for a trend.</source>
        <translation>Trop tôt pour une tendance.</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>Trop de fichiers ouverts</translation>
    </message>
    <message>
        <source>Touch the pad</source>
        <translation>Toucher le pad</translation>
    </message>
    <message>
        <source>Touchpad, pressed</source>
        <translation>Pavé tactile, enfoncé</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Visite guidée</translation>
    </message>
    <message>
        <source>Train</source>
        <comment>title of a page</comment>
        <translation>Entraîner</translation>
    </message>
    <message>
        <source>Train an instrument on the sounds</source>
        <translation>Entraîner un instrument avec les sons</translation>
    </message>
    <message>
        <source>Train an instrument on these sounds  →</source>
        <translation>Entraîner un instrument sur ces sons  →</translation>
    </message>
    <message>
        <source>Train another…</source>
        <translation>En entraîner un autre…</translation>
    </message>
    <message>
        <source>Train for a while first, or choose another folder.</source>
        <translation>Entraînez d’abord un moment, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Train it next</source>
        <translation>Entraîner ensuite</translation>
    </message>
    <message>
        <source>Train next…</source>
        <translation>Entraîner ensuite…</translation>
    </message>
    <message>
        <source>Train one on a folder of your sounds, or drop {suffix} files on this window.</source>
        <translation>Entraînez-en un avec un dossier de vos sons, ou déposez des fichiers {suffix} sur cette fenêtre.</translation>
    </message>
    <message>
        <source>Train the instrument with a hop of that kind.</source>
        <translation>Entraînez l’instrument avec un pas de cette sorte.</translation>
    </message>
    <message>
        <source>Train: switch between the original and the instrument</source>
        <translation>Entraînement&#xa0;: basculer entre l’original et l’instrument</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message numerus="yes">
        <source>Trained on %n sounds, {minutes} min</source>
        <comment>Trained on %n sound, {minutes} min</comment>
        <translation>
            <numerusform>Entraîné sur %n son, {minutes} min</numerusform>
            <numerusform>Entraîné sur %n sons, {minutes} min</numerusform>
        </translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entraînement</translation>
    </message>
    <message>
        <source>Training minutes</source>
        <translation>Minutes d’entraînement</translation>
    </message>
    <message numerus="yes">
        <source>Training on %n&#xa0;sounds ({time})</source>
        <comment>Training on %n&#xa0;sound ({time})</comment>
        <translation>
            <numerusform>Entraînement sur %n&#xa0;son ({time})</numerusform>
            <numerusform>Entraînement sur %n&#xa0;sons ({time})</numerusform>
        </translation>
    </message>
    <message>
        <source>Training time</source>
        <translation>Durée de l’entraînement</translation>
    </message>
    <message>
        <source>Training “{name}”</source>
        <translation>Entraînement «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Training “{name}”, {percent}&#xa0;%</source>
        <translation>Entraînement «&#xa0;{name}&#xa0;», {percent}&#xa0;%</translation>
    </message>
    <message>
        <source>Training “{name}”…</source>
        <translation>Entraînement «&#xa0;{name}&#xa0;»…</translation>
    </message>
    <message>
        <source>Trainings folder</source>
        <translation>Dossier des entraînements</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Trim the beginning and the end.</source>
        <translation>Rognez le début et la fin.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Try again to write the labels to the folder</source>
        <translation>Essayer de nouveau d’écrire les étiquettes dans le dossier</translation>
    </message>
    <message>
        <source>Try it again later, or check the address.</source>
        <translation>Réessayez plus tard, ou vérifiez l’adresse.</translation>
    </message>
    <message numerus="yes">
        <source>Try with %n sounds that come with the program</source>
        <comment>Try with %n sound that comes with the program</comment>
        <translation>
            <numerusform>Essayer avec %n son fourni avec le programme</numerusform>
            <numerusform>Essayer avec %n sons fournis avec le programme</numerusform>
        </translation>
    </message>
    <message>
        <source>Tuning</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Tunings</source>
        <translation>Accords</translation>
    </message>
    <message>
        <source>Turn the volume down first: coordinates far from the training sounds can be loud.</source>
        <translation>Baissez d’abord le volume&#xa0;: des coordonnées loin des sons d’entraînement peuvent être fortes.</translation>
    </message>
    <message>
        <source>Turning “{0}” into a module for nn~.</source>
        <translation>Conversion de «&#xa0;{0}&#xa0;» en module pour nn~.</translation>
    </message>
    <message>
        <source>Turquoise</source>
        <translation>Turquoise</translation>
    </message>
    <message>
        <source>Two sounds side by side: 0 is A, 1 is B; each keeps its changes.</source>
        <translation>Deux sons côte à côte&#xa0;: 0 est A, 1 est B&#xa0;; chacun garde ses changements.</translation>
    </message>
    <message>
        <source>Type a number: 0, 1, 2 …</source>
        <translation>Saisissez un nombre&#xa0;: 0, 1, 2…</translation>
    </message>
    <message>
        <source>Type a whole number, or a class.</source>
        <translation>Saisissez un nombre entier ou une classe.</translation>
    </message>
    <message>
        <source>Type one of its classes.</source>
        <translation>Saisissez l’une de ses classes.</translation>
    </message>
    <message>
        <source>Type one of {names}, or 0 to 11.</source>
        <translation>Saisissez l’une de {names}, ou de 0 à 11.</translation>
    </message>
    <message>
        <source>Type one, such as 0.5.</source>
        <translation>Saisissez-en un, tel que 0,5.</translation>
    </message>
    <message>
        <source>UDP port that changes are sent to.</source>
        <translation>Port UDP vers lequel les changements sont envoyés.</translation>
    </message>
    <message>
        <source>UDP port that the studio listens on.</source>
        <translation>Port UDP sur lequel le studio écoute.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Undo takes it back; the files stay as they are</source>
        <translation>Annuler revient en arrière&#xa0;; les fichiers restent tels quels</translation>
    </message>
    <message>
        <source>Undo: {change} ({keys})</source>
        <translation>Annuler&#xa0;: {change} ({keys})</translation>
    </message>
    <message>
        <source>Undo: {title} (Ctrl+Z)</source>
        <translation>Annuler&#xa0;: {title} (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Unreadable labels count as unlabelled.</source>
        <translation>Les labels illisibles comptent comme absents.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Mettez le programme à jour.</translation>
    </message>
    <message>
        <source>Update vschaos studio to open it.</source>
        <translation>Mettez vschaos studio à jour pour l’ouvrir.</translation>
    </message>
    <message numerus="yes">
        <source>Use %n&#xa0;sounds again</source>
        <comment>Use %n&#xa0;sound again</comment>
        <translation>
            <numerusform>Réutiliser %n&#xa0;son</numerusform>
            <numerusform>Réutiliser %n&#xa0;sons</numerusform>
        </translation>
    </message>
    <message>
        <source>Use .wav or .flac.</source>
        <translation>Utilisez .wav ou .flac.</translation>
    </message>
    <message>
        <source>Use a name with letters.</source>
        <translation>Utilisez un nom avec des lettres.</translation>
    </message>
    <message>
        <source>Use device auto or cpu.</source>
        <translation>Utilisez l’appareil auto ou cpu.</translation>
    </message>
    <message>
        <source>Use fewer classes, or a number instead of classes.</source>
        <translation>Utilisez moins de classes, ou un nombre au lieu de classes.</translation>
    </message>
    <message>
        <source>Use letters without accents, digits, - and _.</source>
        <translation>Utilisez des lettres sans accents, des chiffres, - et _.</translation>
    </message>
    <message>
        <source>Use longer sounds, or join several into one file.</source>
        <translation>Utilisez des sons plus longs, ou réunissez-en plusieurs en un fichier.</translation>
    </message>
    <message>
        <source>Use of the label {name}</source>
        <translation>Usage de l’étiquette {name}</translation>
    </message>
    <message>
        <source>Use recordings in 44100 Hz or more, if there are any; resampling these does not bring the treble back.</source>
        <translation>Utilisez des enregistrements à 44100 Hz ou plus, s’il y en a&#xa0;; convertir ceux-ci ne ramène pas les aigus.</translation>
    </message>
    <message>
        <source>Use the original recordings, if there are any; otherwise leave it.</source>
        <translation>Utilisez les enregistrements d’origine, s’il y en a&#xa0;; sinon laissez.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Version {version} of {date} is available.</source>
        <translation>La version {version} du {date} est disponible.</translation>
    </message>
    <message>
        <source>Vertical position on the pad: latent coordinate 2.</source>
        <translation>Position verticale sur le pad&#xa0;: coordonnée latente 2.</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>WAV, AIFF, FLAC, OGG, MP3, M4A, the sound of films, and more;
any sample rate, any number of channels, with subfolders.</source>
        <translation>WAV, AIFF, FLAC, OGG, MP3, M4A, le son de films et plus encore&#xa0;;
toute fréquence d’échantillonnage, tout nombre de canaux, avec les sous-dossiers.</translation>
    </message>
    <message>
        <source>Wait until the extraction ends, or cancel it.</source>
        <translation>Attendez la fin de l’extraction, ou annulez-la.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Forme d’onde</translation>
    </message>
    <message>
        <source>Waveform of the selected sound</source>
        <translation>Forme d’onde du son sélectionné</translation>
    </message>
    <message>
        <source>What do you want to note about each sound? An instrument can be trained on it, so that you choose it.</source>
        <translation>Que voulez-vous noter sur chaque son&#xa0;? Un instrument peut l’apprendre, pour que vous puissiez le choisir.</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Ce qui se passe</translation>
    </message>
    <message>
        <source>What is exported in this project is listed here.</source>
        <translation>Ce qui est exporté dans ce projet est listé ici.</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>What is new…</source>
        <translation>Nouveautés…</translation>
    </message>
    <message>
        <source>What plays the instrument: keys play notes, controllers move what they are assigned to</source>
        <translation>Ce qui joue l’instrument&#xa0;: les touches jouent des notes, les contrôleurs bougent ce qui leur est affecté</translation>
    </message>
    <message>
        <source>What the address for new versions sends is not an announcement of a version. It was not used.</source>
        <translation>Ce que l’adresse des nouvelles versions envoie n’est pas l’annonce d’une version. Cela n’a pas été utilisé.</translation>
    </message>
    <message>
        <source>What the colours of the points show</source>
        <translation>Ce que montrent les couleurs des points</translation>
    </message>
    <message>
        <source>What the instrument and its file are called</source>
        <translation>Comment s’appellent l’instrument et son fichier</translation>
    </message>
    <message>
        <source>What the instrument makes of the same sound ({key} switches)</source>
        <translation>Ce que l’instrument fait du même son ({key} alterne)</translation>
    </message>
    <message>
        <source>What the sound system reports for itself and its device.</source>
        <translation>Ce que le système audio indique pour lui-même et son périphérique.</translation>
    </message>
    <message>
        <source>What was heard in the last seconds: low sounds at the foot, high ones above, loud ones bright</source>
        <translation>Ce qui a été entendu ces dernières secondes&#xa0;: les sons graves en bas, les aigus en haut, les forts en clair</translation>
    </message>
    <message>
        <source>What was heard in the last seconds: low sounds at the foot, the newest on the right</source>
        <translation>Ce qui a été entendu ces dernières secondes&#xa0;: les sons graves en bas, les plus récents à droite</translation>
    </message>
    <message>
        <source>What was saved before can be played.</source>
        <translation>Ce qui a été enregistré avant peut être joué.</translation>
    </message>
    <message>
        <source>What was saved until then is kept.</source>
        <translation>Ce qui avait été enregistré jusque-là est conservé.</translation>
    </message>
    <message>
        <source>When it is back, quit and start this program again.</source>
        <translation>Quand il est de retour, quittez et relancez ce programme.</translation>
    </message>
    <message>
        <source>Where instruments are trained</source>
        <translation>Où les instruments sont entraînés</translation>
    </message>
    <message>
        <source>Where is “{folder}” now?</source>
        <translation>Où est «&#xa0;{folder}&#xa0;» maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Where new versions are announced is not set up.</source>
        <translation>L’endroit où les nouvelles versions sont annoncées n’est pas réglé.</translation>
    </message>
    <message>
        <source>Where the phase comes from; forward alone has an input, whose coordinates then neither stray nor glide.</source>
        <translation>D’où vient la phase&#xa0;; seul forward a une entrée, dont les coordonnées ne s’écartent ni ne glissent alors.</translation>
    </message>
    <message>
        <source>Where the point sounds while automation moves it.</source>
        <translation>Où sonne le point pendant que l’automation le déplace.</translation>
    </message>
    <message>
        <source>Where the sound goes</source>
        <translation>Où va le son</translation>
    </message>
    <message>
        <source>Which instruments are shown</source>
        <translation>Quels instruments sont affichés</translation>
    </message>
    <message>
        <source>Which label to remove is not clear.</source>
        <translation>L’étiquette à supprimer n’est pas claire.</translation>
    </message>
    <message>
        <source>Which sounds are left out cannot be saved in “{0}”: {1}.</source>
        <translation>Les sons omis ne peuvent pas être enregistrés dans «&#xa0;{0}&#xa0;»&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>Which sounds are shown</source>
        <translation>Quels sons sont affichés</translation>
    </message>
    <message>
        <source>While the gesture plays, what you move replaces what was recorded.</source>
        <translation>Pendant que le geste joue, ce que vous bougez remplace l’enregistré.</translation>
    </message>
    <message>
        <source>Who may play over OSC</source>
        <translation>Qui peut jouer par OSC</translation>
    </message>
    <message>
        <source>Whole beats</source>
        <translation>Temps entiers</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Windows does not give the engine priority (error {0}).</source>
        <translation>Windows ne donne pas la priorité au moteur audio (erreur {0}).</translation>
    </message>
    <message>
        <source>Windows gives the engine priority over ordinary programs.</source>
        <translation>Windows donne au moteur audio la priorité sur les programmes ordinaires.</translation>
    </message>
    <message>
        <source>With more latency, fewer gaps are heard, and each touch later. A JACK server decides for itself.</source>
        <translation>Avec plus de latence, on entend moins de coupures, et chaque toucher plus tard. Un serveur JACK décide lui-même.</translation>
    </message>
    <message>
        <source>Words of yours, which the search finds; kept on this computer, not in the file</source>
        <translation>Vos propres mots, que la recherche trouve&#xa0;; conservés sur cet ordinateur, pas dans le fichier</translation>
    </message>
    <message>
        <source>Write a decimal point: {0}.</source>
        <translation>Écrivez un point décimal&#xa0;: {0}.</translation>
    </message>
    <message>
        <source>Write a number, none, or list the name in classes.txt.</source>
        <translation>Écrivez un nombre, none, ou mettez le nom dans classes.txt.</translation>
    </message>
    <message>
        <source>Write a number, or none for unlabelled.</source>
        <translation>Écrivez un nombre, ou none pour aucun label.</translation>
    </message>
    <message>
        <source>Write data/SOUND, a tab and the value, or none for unlabelled.</source>
        <translation>Écrivez data/SON, une tabulation et la valeur, ou none pour aucun label.</translation>
    </message>
    <message>
        <source>Write its number and a tab before it.</source>
        <translation>Écrivez son numéro et une tabulation devant.</translation>
    </message>
    <message>
        <source>Write metadata/{0}/metadata.txt, or choose a configuration that does not need it; where subfolders are the classes, set data.dataset.metadata_callbacks.{1}.name=read_folder_names.</source>
        <translation>Écrivez metadata/{0}/metadata.txt, ou choisissez une configuration qui n’en a pas besoin&#xa0;; si les sous-dossiers sont les classes, mettez data.dataset.metadata_callbacks.{1}.name=read_folder_names.</translation>
    </message>
    <message>
        <source>Write seconds with decimal points, for example 0.5,1.25.</source>
        <translation>Écrivez les secondes avec un point décimal, par exemple 0.5,1.25.</translation>
    </message>
    <message>
        <source>Write the earlier time first.</source>
        <translation>Écrivez d’abord le temps antérieur.</translation>
    </message>
    <message>
        <source>Write the line “@audio - rtprio 95” into /etc/security/limits.d/95-audio.conf, join the group with “sudo usermod -aG audio $USER”, and log in again.</source>
        <translation>Écrivez la ligne «&#xa0;@audio - rtprio 95&#xa0;» dans /etc/security/limits.d/95-audio.conf, rejoignez le groupe avec «&#xa0;sudo usermod -aG audio $USER&#xa0;», et reconnectez-vous.</translation>
    </message>
    <message>
        <source>Write to another folder</source>
        <translation>Écrire dans un autre dossier</translation>
    </message>
    <message>
        <source>Write values into metadata/{0}/metadata.txt, or choose a configuration without {1}.</source>
        <translation>Écrivez des valeurs dans metadata/{0}/metadata.txt, ou choisissez une configuration sans {1}.</translation>
    </message>
    <message>
        <source>Writing “{0}”.</source>
        <translation>Écriture de «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>Written on the card of the export, for those who play it</source>
        <translation>Inscrit sur la carte de l’export, pour qui en joue</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>You can go on working. The report below helps to find and fix it.</source>
        <translation>Vous pouvez continuer à travailler. Le rapport ci-dessous aide à trouver et corriger l’erreur.</translation>
    </message>
    <message>
        <source>You can play during the training.</source>
        <translation>Vous pouvez jouer pendant l’entraînement.</translation>
    </message>
    <message>
        <source>You can start the queue at the next start.</source>
        <translation>Vous pourrez démarrer la file d’attente au prochain démarrage.</translation>
    </message>
    <message>
        <source>You have left it out. Tick it in the table to use it again.</source>
        <translation>Vous l’avez omis. Cochez-le dans le tableau pour l’utiliser de nouveau.</translation>
    </message>
    <message>
        <source>You have no permission to open the folder “{0}”.</source>
        <translation>Vous n’avez pas le droit d’ouvrir le dossier «&#xa0;{0}&#xa0;».</translation>
    </message>
    <message>
        <source>You have the newest version, {version}.</source>
        <translation>Vous avez la version la plus récente, {version}.</translation>
    </message>
    <message>
        <source>You have version {version}.</source>
        <translation>Vous avez la version {version}.</translation>
    </message>
    <message>
        <source>You see how close it comes, and hear it.</source>
        <translation>Vous voyez à quel point il s’en approche, et vous l’entendez.</translation>
    </message>
    <message>
        <source>You started version {other}, but version {own} is open.</source>
        <translation>Vous avez démarré la version {other}, mais la version {own} est ouverte.</translation>
    </message>
    <message>
        <source>Your files are not changed.</source>
        <translation>Vos fichiers ne sont pas modifiés.</translation>
    </message>
    <message numerus="yes">
        <source>Your labels {names} become controls of the instrument, unless you choose otherwise.</source>
        <comment>Your label {names} becomes a control of the instrument, unless you choose otherwise.</comment>
        <translation>
            <numerusform>Votre étiquette {names} devient une commande de l’instrument, sauf si vous en décidez autrement.</numerusform>
            <numerusform>Vos étiquettes {names} deviennent des commandes de l’instrument, sauf si vous en décidez autrement.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your settings could not be saved in “{folder}”: {reason}.</source>
        <translation>Vos réglages n’ont pas pu être enregistrés dans «&#xa0;{folder}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>Your version, {own}, is newer than the one announced.</source>
        <translation>Votre version, {own}, est plus récente que celle qui est annoncée.</translation>
    </message>
    <message>
        <source>Your work goes on in “{copy}”, beside it. Nothing was lost.</source>
        <translation>Votre travail continue dans «&#xa0;{copy}&#xa0;», à côté. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>À vous</translation>
    </message>
    <message>
        <source>Yours</source>
        <comment>instruments</comment>
        <translation>Les vôtres</translation>
    </message>
    <message>
        <source>a card: inlets, attributes, latency, licence</source>
        <translation>une fiche&#xa0;: entrées, attributs, latence, licence</translation>
    </message>
    <message>
        <source>a few minutes</source>
        <translation>quelques minutes</translation>
    </message>
    <message>
        <source>a number, or a name</source>
        <translation>un nombre, ou un nom</translation>
    </message>
    <message>
        <source>a number, such as 0.5</source>
        <translation>un nombre, par exemple 0,5</translation>
    </message>
    <message>
        <source>a part of it is missing or damaged: {part}.</source>
        <translation>une partie du programme manque ou est endommagée&#xa0;: {part}.</translation>
    </message>
    <message>
        <source>a quantity</source>
        <translation>une grandeur</translation>
    </message>
    <message>
        <source>a sketch</source>
        <translation>une esquisse</translation>
    </message>
    <message numerus="yes">
        <source>about %n hours</source>
        <comment>about %n hour</comment>
        <translation>
            <numerusform>env. %n&#xa0;h</numerusform>
            <numerusform>env. %n&#xa0;h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minutes</source>
        <comment>about %n minute</comment>
        <translation>
            <numerusform>environ %n minute</numerusform>
            <numerusform>environ %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>about 1&#xa0;h</source>
        <translation>env. 1&#xa0;h</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>≈ 1&#xa0;min</translation>
    </message>
    <message>
        <source>about {hours} hours</source>
        <translation>env. {hours}&#xa0;h</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>≈ {minutes} min</translation>
    </message>
    <message numerus="yes">
        <source>all %n&#xa0;steps</source>
        <comment>all %n&#xa0;step</comment>
        <translation>
            <numerusform>%n&#xa0;pas sur %n</numerusform>
            <numerusform>tous les %n&#xa0;pas</numerusform>
        </translation>
    </message>
    <message>
        <source>always {value}</source>
        <translation>toujours {value}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>and %n more</comment>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n&#xa0;more sounds</source>
        <comment>and %n&#xa0;more sound</comment>
        <translation>
            <numerusform>et %n&#xa0;autre son</numerusform>
            <numerusform>et %n&#xa0;autres sons</numerusform>
        </translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation>flèches</translation>
    </message>
    <message>
        <source>as most of these sounds are short strokes</source>
        <translation>car la plupart de ces sons sont des coups brefs</translation>
    </message>
    <message>
        <source>as most of these sounds have pitch and octave</source>
        <translation>car la plupart de ces sons ont pitch et octave</translation>
    </message>
    <message>
        <source>as most of this sound is low and sustained</source>
        <translation>car ces sons sont surtout graves et soutenus</translation>
    </message>
    <message>
        <source>as the program was delivered</source>
        <translation>comme le programme a été livré</translation>
    </message>
    <message>
        <source>as there is much to learn: {time}</source>
        <translation>car il y a beaucoup à apprendre&#xa0;: {time}</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>à une date inconnue</translation>
    </message>
    <message>
        <source>at least {ms} ms</source>
        <translation>au moins {ms} ms</translation>
    </message>
    <message>
        <source>at step {step} · the key {key} switches</source>
        <translation>au pas {step} · la touche {key} alterne</translation>
    </message>
    <message>
        <source>attack</source>
        <translation>attaque</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
    <message>
        <source>axis {axis}</source>
        <translation>axe {axis}</translation>
    </message>
    <message>
        <source>beats</source>
        <translation>temps</translation>
    </message>
    <message>
        <source>bell, drum, gong – or type them in the table later</source>
        <translation>cloche, tambour, gong – ou à saisir plus tard dans le tableau</translation>
    </message>
    <message>
        <source>below gate</source>
        <translation>sous le seuil</translation>
    </message>
    <message>
        <source>bend</source>
        <translation>inflexion</translation>
    </message>
    <message>
        <source>block</source>
        <translation>bloc</translation>
    </message>
    <message>
        <source>breathy</source>
        <translation>soufflé</translation>
    </message>
    <message>
        <source>bright</source>
        <translation>brillant</translation>
    </message>
    <message>
        <source>brighter</source>
        <translation>plus brillant</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>brillance</translation>
    </message>
    <message>
        <source>brownian</source>
        <translation>brownien</translation>
    </message>
    <message>
        <source>by {author}</source>
        <translation>par {author}</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>clair</translation>
    </message>
    <message>
        <source>clearer</source>
        <translation>plus clair</translation>
    </message>
    <message>
        <source>click a key, arrow keys, page up and down</source>
        <translation>clic sur une touche, flèches, page préc. et suiv.</translation>
    </message>
    <message>
        <source>close</source>
        <translation>proche</translation>
    </message>
    <message>
        <source>comes in from</source>
        <translation>reçu de</translation>
    </message>
    <message>
        <source>continues</source>
        <translation>continue</translation>
    </message>
    <message>
        <source>controller</source>
        <translation>contrôleur</translation>
    </message>
    <message>
        <source>curve</source>
        <translation>courbe</translation>
    </message>
    <message>
        <source>dB, lower is better</source>
        <translation>dB, moins est mieux</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>sombre</translation>
    </message>
    <message>
        <source>darker</source>
        <translation>plus sombre</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>déclin</translation>
    </message>
    <message>
        <source>default</source>
        <translation>par défaut</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>ampleur</translation>
    </message>
    <message>
        <source>device</source>
        <translation>périphér.</translation>
    </message>
    <message>
        <source>divergence</source>
        <translation>divergence</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>double-clic</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>glisser</translation>
    </message>
    <message>
        <source>drag from one number to the other</source>
        <translation>glisser d’un numéro à l’autre</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>dérive</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>ellipse</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>even</source>
        <translation>égalité</translation>
    </message>
    <message>
        <source>fade to half</source>
        <translation>mi-fondu</translation>
    </message>
    <message>
        <source>fader</source>
        <translation>fader</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favori</translation>
    </message>
    <message>
        <source>file</source>
        <comment>what the colours show</comment>
        <translation>fichier</translation>
    </message>
    <message>
        <source>filled</source>
        <translation>occupé</translation>
    </message>
    <message>
        <source>follow a sound</source>
        <translation>suivre un son</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>figer</translation>
    </message>
    <message>
        <source>from</source>
        <comment>range</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>from a place to coordinates</source>
        <translation>d’un lieu aux coordonnées</translation>
    </message>
    <message>
        <source>from coordinates to a place</source>
        <translation>des coordonnées à un lieu</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>gain</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>seuil</translation>
    </message>
    <message>
        <source>gesture clear</source>
        <translation>geste&#xa0;: effacer</translation>
    </message>
    <message>
        <source>gesture in whole beats</source>
        <translation>geste en temps entiers</translation>
    </message>
    <message>
        <source>gesture loop</source>
        <translation>geste&#xa0;: boucle</translation>
    </message>
    <message>
        <source>gesture overdub</source>
        <translation>geste&#xa0;: superposer</translation>
    </message>
    <message>
        <source>gesture play</source>
        <translation>geste&#xa0;: jouer</translation>
    </message>
    <message>
        <source>gesture record</source>
        <translation>geste&#xa0;: enregistrer</translation>
    </message>
    <message>
        <source>gesture speed</source>
        <translation>geste&#xa0;: vitesse</translation>
    </message>
    <message>
        <source>gesture undo</source>
        <translation>geste&#xa0;: annuler</translation>
    </message>
    <message>
        <source>glide</source>
        <translation>glissé</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>gradient</translation>
    </message>
    <message>
        <source>hard to tell apart</source>
        <translation>difficile à distinguer</translation>
    </message>
    <message>
        <source>high</source>
        <translation>aigu</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>plus aigu</translation>
    </message>
    <message>
        <source>in</source>
        <comment>inlets</comment>
        <translation>entrée</translation>
    </message>
    <message>
        <source>in</source>
        <comment>port</comment>
        <translation>in</translation>
    </message>
    <message>
        <source>in</source>
        <comment>message</comment>
        <translation>in</translation>
    </message>
    <message>
        <source>in ms</source>
        <translation>en ms</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrée</translation>
    </message>
    <message>
        <source>input gate</source>
        <translation>entrée&#xa0;: seuil</translation>
    </message>
    <message>
        <source>input mix</source>
        <translation>entrée&#xa0;: mélange</translation>
    </message>
    <message>
        <source>input phase</source>
        <translation>entrée&#xa0;: phase</translation>
    </message>
    <message>
        <source>input scale axis {axis}</source>
        <translation>entrée&#xa0;: échelle axe {axis}</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>entrées</translation>
    </message>
    <message>
        <source>it takes too long</source>
        <translation>cela prend trop de temps</translation>
    </message>
    <message>
        <source>its window cannot be opened.</source>
        <translation>sa fenêtre ne peut pas être ouverte.</translation>
    </message>
    <message>
        <source>keep input phase</source>
        <translation>garder la phase</translation>
    </message>
    <message>
        <source>latents</source>
        <translation>points latents</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>&lt; 1&#xa0;min</translation>
    </message>
    <message>
        <source>level</source>
        <translation>niveau</translation>
    </message>
    <message>
        <source>life</source>
        <translation>vie</translation>
    </message>
    <message>
        <source>limiter</source>
        <translation>limiteur</translation>
    </message>
    <message>
        <source>line</source>
        <translation>ligne</translation>
    </message>
    <message>
        <source>lissajous</source>
        <translation>lissajous</translation>
    </message>
    <message>
        <source>louder</source>
        <translation>plus fort</translation>
    </message>
    <message>
        <source>loudness</source>
        <translation>sonie</translation>
    </message>
    <message>
        <source>low</source>
        <translation>grave</translation>
    </message>
    <message>
        <source>low to high</source>
        <translation>grave à aigu</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>plus grave</translation>
    </message>
    <message>
        <source>mix</source>
        <translation>mix</translation>
    </message>
    <message>
        <source>mono</source>
        <translation>mono</translation>
    </message>
    <message>
        <source>motion axis {axis} beats</source>
        <translation>mouvement axe {axis}, temps</translation>
    </message>
    <message>
        <source>motion axis {axis} depth</source>
        <translation>mouvement axe {axis}&#xa0;: amplitude</translation>
    </message>
    <message>
        <source>motion axis {axis} rate</source>
        <translation>mouvement axe {axis}&#xa0;: vitesse</translation>
    </message>
    <message>
        <source>motion axis {axis} shape</source>
        <translation>mouvement axe {axis}&#xa0;: forme</translation>
    </message>
    <message>
        <source>mouse wheel</source>
        <translation>molette</translation>
    </message>
    <message>
        <source>my instrument</source>
        <translation>mon instrument</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>next frame</source>
        <translation>trame suiv.</translation>
    </message>
    <message>
        <source>nn~ cannot use this instrument</source>
        <translation>nn~ ne peut pas utiliser cet instrument</translation>
    </message>
    <message>
        <source>no dropouts</source>
        <translation>aucune coupure</translation>
    </message>
    <message>
        <source>no gesture</source>
        <translation>aucun geste</translation>
    </message>
    <message>
        <source>no screen was found.</source>
        <translation>aucun écran n’a été trouvé.</translation>
    </message>
    <message>
        <source>no temporary file can be written.</source>
        <translation>aucun fichier temporaire ne peut être écrit.</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>bruit</translation>
    </message>
    <message>
        <source>noisier</source>
        <translation>plus bruité</translation>
    </message>
    <message>
        <source>noisy</source>
        <translation>bruité</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no value</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>pas encore connu</translation>
    </message>
    <message>
        <source>not listening</source>
        <translation>n’écoute pas</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>of “{instrument}” · is not there any more: it was moved, renamed or deleted</source>
        <translation>de «&#xa0;{instrument}&#xa0;» · n’est plus là&#xa0;: déplacé, renommé ou supprimé</translation>
    </message>
    <message>
        <source>of “{instrument}” · was interrupted</source>
        <translation>de «&#xa0;{instrument}&#xa0;» · a été interrompu</translation>
    </message>
    <message>
        <source>of “{instrument}” · {day}</source>
        <translation>de «&#xa0;{instrument}&#xa0;» · {day}</translation>
    </message>
    <message>
        <source>off</source>
        <translation>arrêt</translation>
    </message>
    <message numerus="yes">
        <source>on all %n&#xa0;sounds</source>
        <comment>on all %n&#xa0;sound</comment>
        <translation>
            <numerusform>sur %n&#xa0;son</numerusform>
            <numerusform>sur tous les %n&#xa0;sons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>on {labelled} of %n&#xa0;sounds</source>
        <comment>on {labelled} of %n&#xa0;sound</comment>
        <translation>
            <numerusform>sur {labelled} de %n&#xa0;son</numerusform>
            <numerusform>sur {labelled} des %n&#xa0;sons</numerusform>
        </translation>
    </message>
    <message>
        <source>out</source>
        <comment>outlets</comment>
        <translation>sortie</translation>
    </message>
    <message>
        <source>out</source>
        <comment>port</comment>
        <translation>out</translation>
    </message>
    <message>
        <source>out</source>
        <comment>message</comment>
        <translation>out</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>sorties</translation>
    </message>
    <message>
        <source>pad</source>
        <translation>pad</translation>
    </message>
    <message>
        <source>pad, across</source>
        <translation>pad, horizontal</translation>
    </message>
    <message>
        <source>pad, up</source>
        <translation>pad, vertical</translation>
    </message>
    <message>
        <source>panic</source>
        <translation>panique</translation>
    </message>
    <message>
        <source>path</source>
        <translation>trajet</translation>
    </message>
    <message>
        <source>path beats</source>
        <translation>trajet, temps</translation>
    </message>
    <message>
        <source>path rate</source>
        <translation>trajet&#xa0;: vitesse</translation>
    </message>
    <message>
        <source>path seed</source>
        <translation>trajet&#xa0;: graine</translation>
    </message>
    <message>
        <source>path size</source>
        <translation>trajet&#xa0;: taille</translation>
    </message>
    <message>
        <source>pen or finger</source>
        <translation>stylet ou doigt</translation>
    </message>
    <message>
        <source>phase</source>
        <translation>phase</translation>
    </message>
    <message>
        <source>pitch</source>
        <translation>hauteur</translation>
    </message>
    <message>
        <source>play</source>
        <translation>jouer</translation>
    </message>
    <message>
        <source>play a sound through it</source>
        <translation>faire passer un son à travers</translation>
    </message>
    <message>
        <source>play coordinates</source>
        <translation>jouer des coordonnées</translation>
    </message>
    <message>
        <source>play the map</source>
        <translation>jouer de la carte</translation>
    </message>
    <message>
        <source>play the pad</source>
        <translation>jouer du pad</translation>
    </message>
    <message>
        <source>port</source>
        <translation>port</translation>
    </message>
    <message>
        <source>quieter</source>
        <translation>plus faible</translation>
    </message>
    <message>
        <source>random</source>
        <translation>aléatoire</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>vitesse</translation>
    </message>
    <message>
        <source>recognisable</source>
        <translation>reconnaissable</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>reconstruction</translation>
    </message>
    <message>
        <source>release</source>
        <translation>relâchement</translation>
    </message>
    <message>
        <source>resampling</source>
        <translation>rééchantill.</translation>
    </message>
    <message>
        <source>saw</source>
        <translation>scie</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>graine</translation>
    </message>
    <message>
        <source>sends to {address} · asked for it</source>
        <translation>envoie à {address} · l’a demandé</translation>
    </message>
    <message>
        <source>sends to {address} · no program listens there</source>
        <translation>envoie à {address} · aucun récepteur</translation>
    </message>
    <message>
        <source>sends to {address} · the port out</source>
        <translation>envoie à {address} · le port de sortie</translation>
    </message>
    <message>
        <source>sent: {arguments}</source>
        <translation>envoyé&#xa0;: {arguments}</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>silence</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>silence</translation>
    </message>
    <message>
        <source>sin</source>
        <translation>sinus</translation>
    </message>
    <message>
        <source>sine</source>
        <translation>sinus</translation>
    </message>
    <message>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <source>snapshot amount</source>
        <translation>instantané&#xa0;: part</translation>
    </message>
    <message>
        <source>snapshot clear</source>
        <translation>instantané&#xa0;: effacer</translation>
    </message>
    <message>
        <source>snapshot morph</source>
        <translation>instantané&#xa0;: morphing</translation>
    </message>
    <message>
        <source>snapshot recall</source>
        <translation>instantané&#xa0;: rappeler</translation>
    </message>
    <message>
        <source>snapshot store</source>
        <translation>instantané&#xa0;: enregistrer</translation>
    </message>
    <message>
        <source>snapshot undo</source>
        <translation>instantané&#xa0;: annuler</translation>
    </message>
    <message>
        <source>softer</source>
        <translation>plus doux</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>sound B</source>
        <translation>son B</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>vitesse</translation>
    </message>
    <message>
        <source>spiral</source>
        <translation>spirale</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>étendue</translation>
    </message>
    <message>
        <source>square</source>
        <translation>carré</translation>
    </message>
    <message>
        <source>starting the engine…</source>
        <translation>démarrage du moteur audio…</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>stereo</source>
        <translation>stéréo</translation>
    </message>
    <message>
        <source>stick or button</source>
        <translation>stick ou bouton</translation>
    </message>
    <message>
        <source>such as CC0-1.0 or CC-BY-4.0</source>
        <translation>par exemple CC0-1.0 ou CC-BY-4.0</translation>
    </message>
    <message>
        <source>such as instrument, vowel, brightness</source>
        <translation>par exemple instrument, voyelle, brillance</translation>
    </message>
    <message>
        <source>sustain</source>
        <translation>maintien</translation>
    </message>
    <message>
        <source>system libraries for its window are missing.</source>
        <translation>des bibliothèques du système pour sa fenêtre manquent.</translation>
    </message>
    <message>
        <source>tempo</source>
        <translation>tempo</translation>
    </message>
    <message>
        <source>tempo by MIDI clock</source>
        <translation>tempo selon l’horloge MIDI</translation>
    </message>
    <message>
        <source>terrain</source>
        <translation>carte</translation>
    </message>
    <message>
        <source>the disk is full.</source>
        <translation>le disque est plein.</translation>
    </message>
    <message>
        <source>the instrument, for nn~</source>
        <translation>l’instrument, pour nn~</translation>
    </message>
    <message>
        <source>the instrument’s own</source>
        <translation>celle de l’instrument</translation>
    </message>
    <message>
        <source>the object of {method} for {host}</source>
        <translation>l’objet de {method} pour {host}</translation>
    </message>
    <message>
        <source>the path of {name}</source>
        <translation>le chemin de {name}</translation>
    </message>
    <message>
        <source>the screen “{name}” does not answer.</source>
        <translation>l’écran «&#xa0;{name}&#xa0;» ne répond pas.</translation>
    </message>
    <message>
        <source>the sound engine has stopped; press Play to restart it</source>
        <translation>le moteur audio s’est arrêté&#xa0;; «&#xa0;Jouer&#xa0;» le redémarre</translation>
    </message>
    <message>
        <source>there is an error in the program.</source>
        <translation>il y a une erreur dans le programme.</translation>
    </message>
    <message>
        <source>this is Python {found}.</source>
        <translation>ceci est Python {found}.</translation>
    </message>
    <message>
        <source>time left unknown</source>
        <translation>temps restant inconnu</translation>
    </message>
    <message>
        <source>to</source>
        <comment>range</comment>
        <translation>à</translation>
    </message>
    <message>
        <source>to Max and Pure Data, with nn~</source>
        <translation>vers Max et Pure Data, avec nn~</translation>
    </message>
    <message>
        <source>today {time}</source>
        <translation>aujourd’hui {time}</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>triangle</source>
        <translation>triangle</translation>
    </message>
    <message>
        <source>tuning</source>
        <translation>accord</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>values</source>
        <translation>valeurs</translation>
    </message>
    <message>
        <source>varies&#xa0;({count})</source>
        <translation>varie&#xa0;({count})</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>version {version}</translation>
    </message>
    <message>
        <source>voices</source>
        <translation>voix</translation>
    </message>
    <message>
        <source>waiting for the engine</source>
        <translation>en attente du moteur audio</translation>
    </message>
    <message>
        <source>walk</source>
        <translation>marche</translation>
    </message>
    <message>
        <source>wander</source>
        <translation>errance</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>chaud</translation>
    </message>
    <message>
        <source>what it is, and how to play it</source>
        <translation>ce que c’est, et comment en jouer</translation>
    </message>
    <message>
        <source>which learns {time} of sound quickly</source>
        <translation>car {time} de son s’apprennent vite ainsi</translation>
    </message>
    <message>
        <source>who made it</source>
        <translation>qui l’a fait</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>hier {time}</translation>
    </message>
    <message>
        <source>yours: changed before this export</source>
        <translation>le vôtre : modifié avant cet export</translation>
    </message>
    <message>
        <source>{0} It was left out.</source>
        <translation>{0} Il a été omis.</translation>
    </message>
    <message>
        <source>{0} Its first {1} s are kept in “{2}”.</source>
        <translation>{0} Ses {1} premières s sont conservées dans «&#xa0;{2}&#xa0;».</translation>
    </message>
    <message>
        <source>{0} The previous instrument plays on.</source>
        <translation>{0} L’instrument précédent continue.</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} et {1} autres</translation>
    </message>
    <message>
        <source>{0} and “{1}”</source>
        <translation>{0} et «&#xa0;{1}&#xa0;»</translation>
    </message>
    <message>
        <source>{0} are clipped, their peaks cut off: {1}.</source>
        <translation>{0} saturent, leurs crêtes sont coupées&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} are mono, stored in several equal channels: {1}.</source>
        <translation>{0} sont en mono, stockés en plusieurs canaux égaux&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} are more than {1} dB {2} than the others: {3}.</source>
        <translation>{0} diffèrent des autres de plus de {1} dB ({2})&#xa0;: {3}.</translation>
    </message>
    <message>
        <source>{0} are mostly silent: {1}.</source>
        <translation>{0} sont surtout silencieux&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} are silent in the channels that are learnt: {1}.</source>
        <translation>{0} sont silencieux dans les canaux appris&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} are silent: {1}.</source>
        <translation>{0} sont silencieux&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} are the same file, byte for byte.</source>
        <translation>{0} sont le même fichier, octet pour octet.</translation>
    </message>
    <message>
        <source>{0} are the same recording.</source>
        <translation>{0} sont le même enregistrement.</translation>
    </message>
    <message>
        <source>{0} are unfinished recordings, whose headers do not say how long they are: {1}.</source>
        <translation>{0} sont des enregistrements inachevés, dont l’en-tête ne dit pas la durée&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} are very short: {1}.</source>
        <translation>{0} sont très courts&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} attributes can be set between any two buffers; invalid values are refused.</source>
        <translation>{0} attributs peuvent être réglés entre deux tampons quelconques&#xa0;; les valeurs non valables sont refusées.</translation>
    </message>
    <message>
        <source>{0} conditions the encoder, so it cannot be predicted: the prediction would change the encoder.</source>
        <translation>{0} conditionne l’encodeur, donc ne peut être prédit&#xa0;: la prédiction changerait l’encodeur.</translation>
    </message>
    <message>
        <source>{0} end abruptly at about {1} kHz, with nothing above: {2}.</source>
        <translation>{0} s’arrêtent net vers {1} kHz, sans rien au-dessus&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>{0} ends abruptly at {1} kHz: nothing is above.</source>
        <translation>{0} s’arrête net à {1} kHz&#xa0;: rien au-dessus.</translation>
    </message>
    <message>
        <source>{0} exist more than once, in {1} files: {2}.</source>
        <translation>{0} existent plus d’une fois, en {1} fichiers&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>{0} has a DC offset of {1} % of full scale.</source>
        <translation>{0} a une composante continue de {1}&#xa0;% du maximum.</translation>
    </message>
    <message>
        <source>{0} has a different dim or kind in model.conditioning and in model.prediction.</source>
        <translation>{0} a une dim ou un genre différents dans model.conditioning et dans model.prediction.</translation>
    </message>
    <message>
        <source>{0} has a long silence.</source>
        <translation>{0} a un long silence.</translation>
    </message>
    <message>
        <source>{0} has a sample rate of {1}, the others have {2} Hz.</source>
        <translation>{0} a une fréquence d’échantillonnage de {1}, les autres de {2} Hz.</translation>
    </message>
    <message>
        <source>{0} has class {1}; the model knows 0 to {2}, others are unknown.</source>
        <translation>{0} a la classe {1}&#xa0;; le modèle connaît 0 à {2}, les autres sont inconnues.</translation>
    </message>
    <message>
        <source>{0} has mains hum ({1} and multiples).</source>
        <translation>{0} a un ronflement du secteur ({1} et multiples).</translation>
    </message>
    <message>
        <source>{0} has sound on some of its channels only.</source>
        <translation>{0} n’a du son que sur certains canaux.</translation>
    </message>
    <message>
        <source>{0} have a DC offset, of up to {1} % of full scale: {2}.</source>
        <translation>{0} ont une composante continue, jusqu’à {1}&#xa0;% du maximum&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>{0} have another sample rate ({1}) than the others ({2} Hz): {3}.</source>
        <translation>{0} ont une autre fréquence d’échantillonnage ({1}) que les autres ({2} Hz)&#xa0;: {3}.</translation>
    </message>
    <message>
        <source>{0} have channels that cancel each other in parts: {1}.</source>
        <translation>{0} ont des canaux qui s’annulent par endroits&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} have channels that cancel each other: {1}.</source>
        <translation>{0} ont des canaux qui s’annulent&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} have channels with little in common: {1}.</source>
        <translation>{0} ont des canaux avec peu en commun&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} have mains hum ({1} and multiples): {2}.</source>
        <translation>{0} ont un ronflement du secteur ({1} et multiples)&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>{0} have silences of {1} s or more: {2}.</source>
        <translation>{0} ont des silences de {1} s ou plus&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>{0} have sound on some of their channels only: {1}.</source>
        <translation>{0} n’ont du son que sur certains de leurs canaux&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>{0} is clipped: its peaks are cut off.</source>
        <translation>{0} sature&#xa0;: ses crêtes sont coupées.</translation>
    </message>
    <message>
        <source>{0} is mono: its channels are equal.</source>
        <translation>{0} est en mono&#xa0;: ses canaux sont égaux.</translation>
    </message>
    <message>
        <source>{0} is more than {1} dB {2} than the others.</source>
        <translation>{0} diffère des autres de plus de {1} dB ({2}).</translation>
    </message>
    <message>
        <source>{0} is mostly silent.</source>
        <translation>{0} est surtout silencieux.</translation>
    </message>
    <message>
        <source>{0} is not a port.</source>
        <translation>{0} n’est pas un port.</translation>
    </message>
    <message>
        <source>{0} is not a whole number, but the task has the type int.</source>
        <translation>{0} n’est pas un nombre entier, mais la tâche a le type int.</translation>
    </message>
    <message>
        <source>{0} is read as float, but in the model it is a class.</source>
        <translation>{0} est lu comme float, mais c’est une classe dans le modèle.</translation>
    </message>
    <message>
        <source>{0} is silent in the channels that are learnt.</source>
        <translation>{0} est silencieux dans les canaux appris.</translation>
    </message>
    <message>
        <source>{0} is silent.</source>
        <translation>{0} est silencieux.</translation>
    </message>
    <message>
        <source>{0} is very short.</source>
        <translation>{0} est très court.</translation>
    </message>
    <message>
        <source>{0} more lines of {1} cannot be used.</source>
        <translation>{0} autres lignes de {1} sont inutilisables.</translation>
    </message>
    <message>
        <source>{0} of {1} are not labelled with {2}: {3}.</source>
        <translation>{0} sur {1} n’ont pas de label {2}&#xa0;: {3}.</translation>
    </message>
    <message>
        <source>{0} of {1} is not labelled with {2}: {3}.</source>
        <translation>{0} sur {1} n’a pas de label {2}&#xa0;: {3}.</translation>
    </message>
    <message>
        <source>{0} places of the map match the app’s map: differences up to {1}.</source>
        <translation>{0} lieux de la carte concordent avec la carte de l’application&#xa0;: écarts jusqu’à {1}.</translation>
    </message>
    <message>
        <source>{0} places of the plane match the app’s map: differences up to {1}.</source>
        <translation>{0} lieux du plan concordent avec la carte de l’application&#xa0;: écarts jusqu’à {1}.</translation>
    </message>
    <message>
        <source>{0} samples of “{1}” are clipped: they were above full scale.</source>
        <translation>{0} échantillons de «&#xa0;{1}&#xa0;» saturent&#xa0;: ils dépassaient le maximum.</translation>
    </message>
    <message>
        <source>{0} sounds</source>
        <translation>{0} sons</translation>
    </message>
    <message>
        <source>{0}: shapes, ratios, labels, {1} attributes and the description agree.</source>
        <translation>{0}&#xa0;: formes, rapports, labels, {1} attributs et la description concordent.</translation>
    </message>
    <message>
        <source>{again} after closing other programs.</source>
        <translation>{again} après avoir fermé d’autres programmes.</translation>
    </message>
    <message>
        <source>{again} after freeing space on it.</source>
        <translation>{again} après y avoir libéré de l’espace.</translation>
    </message>
    <message>
        <source>{axis} ({word})</source>
        <translation>{axis} ({word})</translation>
    </message>
    <message>
        <source>{axis}: {word}</source>
        <translation>{axis}&#xa0;: {word}</translation>
    </message>
    <message>
        <source>{controller}, channel {channel}</source>
        <translation>{controller}, canal {channel}</translation>
    </message>
    <message>
        <source>{count} of {most} sound</source>
        <translation>{count} sur {most} sonnent</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day} {month} {year}</translation>
    </message>
    <message numerus="yes">
        <source>{done} of %n&#xa0;sounds were done before; the extraction continues with the rest.</source>
        <comment>{done} of %n&#xa0;sound were done before; the extraction continues with the rest.</comment>
        <translation>
            <numerusform>{done} son sur %n était déjà fait&#xa0;; l’extraction continue avec le reste.</numerusform>
            <numerusform>{done} sons sur %n étaient déjà faits&#xa0;; l’extraction continue avec le reste.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} sur {total}</translation>
    </message>
    <message>
        <source>{done} of {total} files</source>
        <translation>{done} fichiers sur {total}</translation>
    </message>
    <message>
        <source>{done} of {total} were done before</source>
        <translation>{done} sur {total} étaient déjà terminés</translation>
    </message>
    <message>
        <source>{error} dB held out</source>
        <translation>{error} dB sur sons réservés</translation>
    </message>
    <message>
        <source>{error} dB held out, {closeness}</source>
        <translation>{error} dB sur sons réservés, {closeness}</translation>
    </message>
    <message>
        <source>{factors}, on one processor of this computer</source>
        <translation>{factors}, sur un processeur de cet ordinateur</translation>
    </message>
    <message>
        <source>{file} in the folder is {other}. Choose another name to keep it.</source>
        <translation>Dans ce dossier, {file} est {other}. Choisissez un autre nom pour le conserver.</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, ligne {line}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} ou {last}</translation>
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
        <translation>{instrument} geste</translation>
    </message>
    <message>
        <source>{label}: unlabelled</source>
        <translation>{label}&#xa0;: sans étiquette</translation>
    </message>
    <message>
        <source>{label}: {value} ({count})</source>
        <translation>{label}&#xa0;: {value} ({count})</translation>
    </message>
    <message>
        <source>{latency} ms latency · {dropouts} · {load} % load</source>
        <translation>latence {latency} ms · {dropouts} · charge {load} %</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>{low} to {high}.</source>
        <translation>De {low} à {high}.</translation>
    </message>
    <message>
        <source>{low}&#xa0;to&#xa0;{high}</source>
        <translation>{low}&#xa0;à&#xa0;{high}</translation>
    </message>
    <message>
        <source>{method} {factor} × real time</source>
        <translation>{method} {factor} × temps réel</translation>
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
        <translation>{names} ({low} à {high})</translation>
    </message>
    <message>
        <source>{names} and {last}</source>
        <translation>{names} et {last}</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (non connecté)</translation>
    </message>
    <message>
        <source>{name} (not there)</source>
        <translation>{name} (absent)</translation>
    </message>
    <message>
        <source>{name} is ready</source>
        <translation>{name} est prêt</translation>
    </message>
    <message>
        <source>{name}, in milliseconds</source>
        <translation>{name}, en millisecondes</translation>
    </message>
    <message>
        <source>{name}, in {folder}</source>
        <translation>{name}, dans {folder}</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, version {version}</translation>
    </message>
    <message numerus="yes">
        <source>{name}, {host_api}, %n channels</source>
        <comment>{name}, {host_api}, %n channel</comment>
        <translation>
            <numerusform>{name}, {host_api}, %n canal</numerusform>
            <numerusform>{name}, {host_api}, %n canaux</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: curve</source>
        <translation>{name}&#xa0;: courbe</translation>
    </message>
    <message>
        <source>{name}: end of range</source>
        <translation>{name}&#xa0;: fin de la plage</translation>
    </message>
    <message>
        <source>{name}: highest number that comes in</source>
        <translation>{name}&#xa0;: plus grand nombre reçu</translation>
    </message>
    <message>
        <source>{name}: lowest number that comes in</source>
        <translation>{name}&#xa0;: plus petit nombre reçu</translation>
    </message>
    <message>
        <source>{name}: start of range</source>
        <translation>{name}&#xa0;: début de la plage</translation>
    </message>
    <message>
        <source>{name}:&#xa0;{count}</source>
        <translation>{name}&#xa0;:&#xa0;{count}</translation>
    </message>
    <message>
        <source>{percent} % load</source>
        <translation>charge {percent} %</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place} sur {all}</translation>
    </message>
    <message>
        <source>{program} cannot start: {reason}</source>
        <translation>{program} ne peut pas démarrer&#xa0;: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>{rate} Hz, window {window}, hop {hop}, %n axes</source>
        <comment>{rate} Hz, window {window}, hop {hop}, %n axis</comment>
        <translation>
            <numerusform>{rate} Hz, fenêtre {window}, hop {hop}, %n axe</numerusform>
            <numerusform>{rate} Hz, fenêtre {window}, hop {hop}, %n axes</numerusform>
        </translation>
    </message>
    <message>
        <source>{rate}, the instrument’s own</source>
        <translation>{rate}, celle de l’instrument</translation>
    </message>
    <message>
        <source>{received} in · {sent} out</source>
        <translation>{received} reçus · {sent} envoyés</translation>
    </message>
    <message>
        <source>{received} in · {sent} out · {refused} refused</source>
        <translation>{received} reçus · {sent} envoyés · {refused} refusés</translation>
    </message>
    <message>
        <source>{severity}, ignored</source>
        <translation>{severity}, ignoré</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>{sound}, left out</source>
        <translation>{sound}, omis</translation>
    </message>
    <message>
        <source>{start} – end: {value}</source>
        <translation>{start} – fin&#xa0;: {value}</translation>
    </message>
    <message>
        <source>{start} – {end} s: {value}</source>
        <translation>{start} – {end} s&#xa0;: {value}</translation>
    </message>
    <message numerus="yes">
        <source>{step} of %n&#xa0;steps</source>
        <comment>{step} of %n&#xa0;step</comment>
        <translation>
            <numerusform>{step} sur %n&#xa0;pas</numerusform>
            <numerusform>{step} sur %n&#xa0;pas</numerusform>
        </translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
    <message>
        <source>{time} so far</source>
        <translation>{time} jusqu’ici</translation>
    </message>
    <message>
        <source>{verb}: {text}</source>
        <translation>{verb}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{what} (Ctrl+{digit})</source>
        <translation>{what} (Ctrl+{digit})</translation>
    </message>
    <message>
        <source>{what} cannot be started: {reason}.</source>
        <translation>{what} ne peut pas démarrer&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>{what} could not be written.</source>
        <translation>Non enregistré&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>{what} crashed ({signal}).</source>
        <translation>{what} a planté ({signal}).</translation>
    </message>
    <message>
        <source>{what} ended because the computer ran out of memory.</source>
        <translation>{what} a pris fin, car la mémoire de l’ordinateur est épuisée.</translation>
    </message>
    <message>
        <source>{what} ended because the disk is full.</source>
        <translation>{what} a pris fin, car le disque est plein.</translation>
    </message>
    <message>
        <source>{what} ended because the graphics card ran out of memory.</source>
        <translation>{what} a pris fin, car la mémoire de la carte graphique est épuisée.</translation>
    </message>
    <message>
        <source>{what} ended unexpectedly.</source>
        <translation>{what} a pris fin de façon inattendue.</translation>
    </message>
    <message>
        <source>{what} is not finished.</source>
        <translation>Pas encore terminé&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>{what} was ended at once from outside (SIGKILL).</source>
        <translation>Une intervention extérieure a mis fin au processus (SIGKILL)&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>{what} was ended because the computer ran out of memory (SIGKILL).</source>
        <translation>Le système a mis fin au processus, car la mémoire de l’ordinateur est épuisée (SIGKILL)&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>{what} was ended by the system or by another program ({signal}).</source>
        <translation>Le système ou un autre programme a mis fin au processus ({signal})&#xa0;: {what}.</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}&#xa0;: {done} sur {total}</translation>
    </message>
    <message>
        <source>{x} across, {y} up.</source>
        <translation>{x} en travers, {y} en hauteur.</translation>
    </message>
    <message>
        <source>“Channels” on the Sounds page, or data.dataset.mix, chooses what is learnt: mean, left, right, loudest, or each as a sound of its own.</source>
        <translation>«&#xa0;Canaux&#xa0;» à la page Sons, ou data.dataset.mix, choisit ce qui s’apprend&#xa0;: moyenne, gauche, droite, le plus fort, ou chacun comme un son à part.</translation>
    </message>
    <message>
        <source>“Max” and “Pd” copy the object: press n in Max, Ctrl+1 in Pd, and paste it into the empty box.</source>
        <translation>«&#xa0;Max&#xa0;» et «&#xa0;Pd&#xa0;» copient l’objet&#xa0;: appuyez sur n dans Max, Ctrl+1 dans Pd, et collez-le dans la boîte vide.</translation>
    </message>
    <message>
        <source>“Save last 60 s” can still save the last minute. Do not move a file while it is recorded.</source>
        <translation>«&#xa0;Enregistrer les 60 dernières s&#xa0;» peut encore sauver la dernière minute. Ne déplacez pas un fichier pendant son enregistrement.</translation>
    </message>
    <message>
        <source>“low” and “high” go from 0 to 1, “least” and “most” differ, and the curve is above 0.</source>
        <translation>«&#xa0;low&#xa0;» et «&#xa0;high&#xa0;» vont de 0 à 1, «&#xa0;least&#xa0;» et «&#xa0;most&#xa0;» diffèrent, et la courbe est au-dessus de 0.</translation>
    </message>
    <message>
        <source>“note” takes a key and a velocity; {0} values came.</source>
        <translation>«&#xa0;note&#xa0;» attend une touche et une vélocité&#xa0;; {0} valeurs sont arrivées.</translation>
    </message>
    <message>
        <source>“note” takes a velocity from 0 to 1; {0} came.</source>
        <translation>«&#xa0;note&#xa0;» attend une vélocité de 0 à 1&#xa0;; {0} est arrivé.</translation>
    </message>
    <message>
        <source>“note” takes a whole key from 0 to {0}; {1} came.</source>
        <translation>«&#xa0;note&#xa0;» attend une touche entière de 0 à {0}&#xa0;; {1} est arrivé.</translation>
    </message>
    <message>
        <source>“status” takes 1 or 0, or nothing.</source>
        <translation>«&#xa0;status&#xa0;» attend 1 ou 0, ou rien.</translation>
    </message>
    <message>
        <source>“{0}”</source>
        <translation>«&#xa0;{0}&#xa0;»</translation>
    </message>
    <message>
        <source>“{0}” already exists, and {1} in it is {2}.</source>
        <translation>«&#xa0;{0}&#xa0;» existe déjà, et {1} y est {2}.</translation>
    </message>
    <message>
        <source>“{0}” answers {1} to “{2}”</source>
        <translation>«&#xa0;{0}&#xa0;» répond {1} à «&#xa0;{2}&#xa0;»</translation>
    </message>
    <message>
        <source>“{0}” came more than {1} times a second.</source>
        <translation>«&#xa0;{0}&#xa0;» est arrivé plus de {1} fois par seconde.</translation>
    </message>
    <message>
        <source>“{0}” can no longer be read: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut plus être lu&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: it is not UTF-8 text.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être lu&#xa0;: ce n’est pas du texte UTF-8.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: you have no permission.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être lu&#xa0;: vous n’en avez pas le droit.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être lu&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be sent over OSC.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être envoyé par OSC.</translation>
    </message>
    <message>
        <source>“{0}” cannot be the name of a label; use letters without accents, digits, - and _.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être le nom d’un label&#xa0;; utilisez des lettres sans accents, des chiffres, - et _.</translation>
    </message>
    <message>
        <source>“{0}” cannot be used as a {1}: {2}.</source>
        <translation>«&#xa0;{0}&#xa0;» est inutilisable ({1})&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être écrit&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: “{1}” is not a recording format.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être écrit&#xa0;: «&#xa0;{1}&#xa0;» n’est pas un format d’enregistrement.</translation>
    </message>
    <message>
        <source>“{0}” cannot be written: “{1}” is not a supported format.</source>
        <translation>«&#xa0;{0}&#xa0;» ne peut pas être écrit&#xa0;: «&#xa0;{1}&#xa0;» n’est pas un format pris en charge.</translation>
    </message>
    <message>
        <source>“{0}” changed while it was read.</source>
        <translation>«&#xa0;{0}&#xa0;» a changé pendant la lecture.</translation>
    </message>
    <message>
        <source>“{0}” contains more data than an instrument can.</source>
        <translation>«&#xa0;{0}&#xa0;» contient plus de données qu’un instrument ne peut en avoir.</translation>
    </message>
    <message>
        <source>“{0}” contains more files than an instrument can.</source>
        <translation>«&#xa0;{0}&#xa0;» contient plus de fichiers qu’un instrument ne peut en avoir.</translation>
    </message>
    <message>
        <source>“{0}” contains no instrument of a finished checkpoint.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient pas d’instrument d’un point de reprise terminé.</translation>
    </message>
    <message>
        <source>“{0}” contains no instrument of version {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient pas d’instrument de la version {1}.</translation>
    </message>
    <message>
        <source>“{0}” contains no sound.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient aucun son.</translation>
    </message>
    <message>
        <source>“{0}” contains only zeros.</source>
        <translation>«&#xa0;{0}&#xa0;» ne contient que des zéros.</translation>
    </message>
    <message>
        <source>“{0}” contains values that are not numbers, the first at {1} s.</source>
        <translation>«&#xa0;{0}&#xa0;» contient des valeurs qui ne sont pas des nombres, la première à {1} s.</translation>
    </message>
    <message>
        <source>“{0}” could not be recorded: {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être enregistré&#xa0;: {1}.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: the disk is full.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être enregistré dans «&#xa0;{1}&#xa0;»&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: the disk refused.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être enregistré dans «&#xa0;{1}&#xa0;»&#xa0;: le disque a refusé.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: you have no permission to write there.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être enregistré dans «&#xa0;{1}&#xa0;»&#xa0;: vous n’avez pas le droit d’y écrire.</translation>
    </message>
    <message>
        <source>“{0}” could not be saved in “{1}”: {2}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas pu être enregistré dans «&#xa0;{1}&#xa0;»&#xa0;: {2}.</translation>
    </message>
    <message>
        <source>“{0}” does not end in .json or .csv.</source>
        <translation>«&#xa0;{0}&#xa0;» ne finit pas par .json ou .csv.</translation>
    </message>
    <message>
        <source>“{0}” does not exist.</source>
        <translation>«&#xa0;{0}&#xa0;» n’existe pas.</translation>
    </message>
    <message>
        <source>“{0}” ends before its sound begins.</source>
        <translation>«&#xa0;{0}&#xa0;» se termine avant que le son ne commence.</translation>
    </message>
    <message>
        <source>“{0}” has an impossible sample rate of {1} Hz.</source>
        <translation>«&#xa0;{0}&#xa0;» a une fréquence d’échantillonnage impossible, {1} Hz.</translation>
    </message>
    <message>
        <source>“{0}” has no checkpoint to resume from.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas de point de reprise.</translation>
    </message>
    <message>
        <source>“{0}” has no sound track.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas de piste audio.</translation>
    </message>
    <message>
        <source>“{0}” has no version {1}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas de version {1}.</translation>
    </message>
    <message>
        <source>“{0}” is a file.</source>
        <translation>«&#xa0;{0}&#xa0;» est un fichier.</translation>
    </message>
    <message>
        <source>“{0}” is a folder, not an audio file.</source>
        <translation>«&#xa0;{0}&#xa0;» est un dossier, pas un fichier audio.</translation>
    </message>
    <message>
        <source>“{0}” is being recorded already.</source>
        <translation>«&#xa0;{0}&#xa0;» est déjà en cours d’enregistrement.</translation>
    </message>
    <message>
        <source>“{0}” is damaged or ends inside its header.</source>
        <translation>«&#xa0;{0}&#xa0;» est endommagé ou se termine dans son en-tête.</translation>
    </message>
    <message>
        <source>“{0}” is damaged, or is not an instrument.</source>
        <translation>«&#xa0;{0}&#xa0;» est endommagé, ou n’est pas un instrument.</translation>
    </message>
    <message>
        <source>“{0}” is empty (0 bytes).</source>
        <translation>«&#xa0;{0}&#xa0;» est vide (0 octet).</translation>
    </message>
    <message>
        <source>“{0}” is in a format that needs PyAV, which is not installed.</source>
        <translation>Le format de «&#xa0;{0}&#xa0;» a besoin de PyAV, qui n’est pas installé.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete in “{1}”: the disk is full.</source>
        <translation>«&#xa0;{0}&#xa0;» est incomplet dans «&#xa0;{1}&#xa0;»&#xa0;: le disque est plein.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete or damaged: only about {1} s of its {2} s can be read.</source>
        <translation>«&#xa0;{0}&#xa0;» est incomplet ou endommagé&#xa0;: seules {1} s environ de ses {2} s peuvent être lues.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete.</source>
        <translation>«&#xa0;{0}&#xa0;» est incomplet.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete: its disk was more than a minute late.</source>
        <translation>«&#xa0;{0}&#xa0;» est incomplet&#xa0;: son disque avait plus d’une minute de retard.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete: its last part is missing.</source>
        <translation>«&#xa0;{0}&#xa0;» est incomplet&#xa0;: sa dernière partie manque.</translation>
    </message>
    <message>
        <source>“{0}” is neither a number nor a class of classes.txt.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est ni un nombre ni une classe de classes.txt.</translation>
    </message>
    <message>
        <source>“{0}” is not a checkpoint.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un point de reprise.</translation>
    </message>
    <message>
        <source>“{0}” is not a class number, a tab and a name, like the other lines.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un numéro de classe, une tabulation et un nom, comme les autres lignes.</translation>
    </message>
    <message>
        <source>“{0}” is not a keyboard mapping.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une affectation des touches.</translation>
    </message>
    <message>
        <source>“{0}” is not a number.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un nombre.</translation>
    </message>
    <message>
        <source>“{0}” is not a prefix of OSC addresses.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un préfixe d’adresses OSC.</translation>
    </message>
    <message>
        <source>“{0}” is not a pressure that can be assigned.</source>
        <translation>« {0} » n’est pas une pression que l’on peut affecter.</translation>
    </message>
    <message>
        <source>“{0}” is not a sound, a tab and a value.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un son, une tabulation et une valeur.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un accord.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning: it has no notes.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un accord&#xa0;: il ne contient aucune note.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning: it has no number of notes.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un accord&#xa0;: le nombre de notes manque.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning: it has {1} notes instead of {2}.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un accord&#xa0;: il a {1} notes au lieu de {2}.</translation>
    </message>
    <message>
        <source>“{0}” is not a tuning: line {1} cannot be understood.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un accord&#xa0;: la ligne {1} est incompréhensible.</translation>
    </message>
    <message>
        <source>“{0}” is not an OSC address that can be assigned.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas une adresse OSC qui peut être affectée.</translation>
    </message>
    <message>
        <source>“{0}” is not an audio file, although its name says so.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un fichier audio, bien que son nom le dise.</translation>
    </message>
    <message>
        <source>“{0}” is not an ordinary file.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas un fichier ordinaire.</translation>
    </message>
    <message>
        <source>“{0}” is not in “{1}” any more: it was moved or deleted while it was recorded.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est plus dans «&#xa0;{1}&#xa0;»&#xa0;: il a été déplacé ou supprimé pendant l’enregistrement.</translation>
    </message>
    <message>
        <source>“{0}” is not onset,offset, a tab and a value.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas début,fin, une tabulation et une valeur.</translation>
    </message>
    <message>
        <source>“{0}” is not the address of an interface.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas l’adresse d’une interface.</translation>
    </message>
    <message>
        <source>“{0}” is not the folder of a training.</source>
        <translation>«&#xa0;{0}&#xa0;» n’est pas le dossier d’un entraînement.</translation>
    </message>
    <message>
        <source>“{0}” is one instrument; only trainings have versions and checkpoints.</source>
        <translation>« {0} » est un seul instrument ; seuls les entraînements ont des versions et des points de contrôle.</translation>
    </message>
    <message>
        <source>“{0}” is raw data without a header: its rate and format are unknown.</source>
        <translation>«&#xa0;{0}&#xa0;» est fait de données brutes sans en-tête&#xa0;: fréquence et format sont inconnus.</translation>
    </message>
    <message>
        <source>“{0}” is too large for a tuning.</source>
        <translation>«&#xa0;{0}&#xa0;» est trop volumineux pour un accord.</translation>
    </message>
    <message>
        <source>“{0}” names a track, and read_single_metadata reads single values.</source>
        <translation>«&#xa0;{0}&#xa0;» nomme une piste, et read_single_metadata lit des valeurs seules.</translation>
    </message>
    <message>
        <source>“{0}” peaks {1} dB over full scale: it is damaged, or has integers saved as floats.</source>
        <translation>«&#xa0;{0}&#xa0;» dépasse le maximum de {1} dB&#xa0;: il est endommagé, ou a des entiers enregistrés comme flottants.</translation>
    </message>
    <message>
        <source>“{0}” takes no value, or one; {1} came.</source>
        <translation>«&#xa0;{0}&#xa0;» attend zéro ou une valeur&#xa0;; {1} sont arrivées.</translation>
    </message>
    <message>
        <source>“{0}” takes numbers; something else came.</source>
        <translation>«&#xa0;{0}&#xa0;» attend des nombres&#xa0;; autre chose est arrivé.</translation>
    </message>
    <message>
        <source>“{0}” takes ordinary numbers; infinity or not-a-number came.</source>
        <translation>«&#xa0;{0}&#xa0;» attend des nombres ordinaires&#xa0;; l’infini ou un non-nombre est arrivé.</translation>
    </message>
    <message>
        <source>“{0}” takes {1} value; {2} came.</source>
        <translation>«&#xa0;{0}&#xa0;» attend {1} valeur&#xa0;; {2} sont arrivées.</translation>
    </message>
    <message>
        <source>“{0}” takes {1} values; {2} came.</source>
        <translation>«&#xa0;{0}&#xa0;» attend {1} valeurs&#xa0;; {2} sont arrivées.</translation>
    </message>
    <message>
        <source>“{0}” was made by another version of this program, and cannot be resumed.</source>
        <translation>«&#xa0;{0}&#xa0;» vient d’une autre version de ce programme, et ne peut pas être repris.</translation>
    </message>
    <message>
        <source>“{0}” was not saved: there was no sound.</source>
        <translation>«&#xa0;{0}&#xa0;» n’a pas été enregistré&#xa0;: il n’y avait pas de son.</translation>
    </message>
    <message>
        <source>“{0}” was trained with other settings, so this training cannot start from it.</source>
        <translation>«&#xa0;{0}&#xa0;» a été entraîné avec d’autres réglages, donc cet entraînement ne peut pas en partir.</translation>
    </message>
    <message>
        <source>“{0}…” is not onset,offset, a tab and a value.</source>
        <translation>«&#xa0;{0}…&#xa0;» n’est pas début,fin, une tabulation et une valeur.</translation>
    </message>
    <message>
        <source>“{file}” cannot be opened as a project: it is damaged, or something else.</source>
        <translation>«&#xa0;{file}&#xa0;» ne peut pas être ouvert comme projet&#xa0;: le fichier est endommagé, ou c’est autre chose.</translation>
    </message>
    <message>
        <source>“{file}” cannot be opened as a project: {reason}</source>
        <translation>«&#xa0;{file}&#xa0;» ne peut pas être ouvert comme projet&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>“{file}” could not be moved to the bin.</source>
        <translation>«&#xa0;{file}&#xa0;» n’a pas pu être mis à la corbeille.</translation>
    </message>
    <message>
        <source>“{file}” could not be saved as “{target}”: {reason}.</source>
        <translation>«&#xa0;{file}&#xa0;» n’a pas pu être enregistré sous «&#xa0;{target}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>“{file}” exists already.</source>
        <translation>«&#xa0;{file}&#xa0;» existe déjà.</translation>
    </message>
    <message>
        <source>“{file}” exists already. Choose another name.</source>
        <translation>«&#xa0;{file}&#xa0;» existe déjà. Choisissez un autre nom.</translation>
    </message>
    <message>
        <source>“{file}” was saved by a newer version of vschaos studio.</source>
        <translation>«&#xa0;{file}&#xa0;» a été enregistré par une version plus récente de vschaos studio.</translation>
    </message>
    <message>
        <source>“{file}”: {reason}.</source>
        <translation>«&#xa0;{file}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>“{label}” has no class “{name}” any more.</source>
        <translation>«&#xa0;{label}&#xa0;» n’a plus de classe «&#xa0;{name}&#xa0;».</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>«&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>“{name}” cannot name a class of “{label}”: it is a number.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas nommer une classe de «&#xa0;{label}&#xa0;»&#xa0;: c’est un nombre.</translation>
    </message>
    <message>
        <source>“{name}” cannot name a class of “{label}”: it means unlabelled.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas nommer une classe de «&#xa0;{label}&#xa0;»&#xa0;: cela signifie «&#xa0;sans étiquette&#xa0;».</translation>
    </message>
    <message>
        <source>“{name}” cannot name a label.</source>
        <translation>«&#xa0;{name}&#xa0;» ne peut pas nommer une étiquette.</translation>
    </message>
    <message>
        <source>“{name}” has ended</source>
        <translation>«&#xa0;{name}&#xa0;» est terminé</translation>
    </message>
    <message>
        <source>“{name}” holds links to what you dropped; the files stay where they are.</source>
        <translation>«&#xa0;{name}&#xa0;» contient des liens vers ce que vous avez déposé&#xa0;; les fichiers restent où ils sont.</translation>
    </message>
    <message>
        <source>“{name}” is a new class of {task}. Undo removes it.</source>
        <translation>«&#xa0;{name}&#xa0;» est une nouvelle classe de {task}. Annuler la retire.</translation>
    </message>
    <message>
        <source>“{name}” is in the system&apos;s bin now; from there it can be put back.</source>
        <translation>«&#xa0;{name}&#xa0;» est maintenant dans la corbeille du système&#xa0;; il peut en être restauré.</translation>
    </message>
    <message>
        <source>“{name}” is played now. Play another one first.</source>
        <translation>«&#xa0;{name}&#xa0;» est en train d’être joué. Jouez d’abord d’un autre.</translation>
    </message>
    <message>
        <source>“{name}” is ready for Max and Pd.</source>
        <translation>«&#xa0;{name}&#xa0;» est prêt pour Max et Pd.</translation>
    </message>
    <message>
        <source>“{name}” is ready to play.</source>
        <translation>«&#xa0;{name}&#xa0;» est prêt à jouer.</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>«&#xa0;{name}&#xa0;» a été modifié par un autre programme.</translation>
    </message>
    <message>
        <source>“{name}” was removed from the queue.</source>
        <translation>«&#xa0;{name}&#xa0;» a été retiré de la file d’attente.</translation>
    </message>
    <message numerus="yes">
        <source>“{name}” · then %n more</source>
        <comment>“{name}” · then %n more</comment>
        <translation>
            <numerusform>«&#xa0;{name}&#xa0;» · puis %n autre</numerusform>
            <numerusform>«&#xa0;{name}&#xa0;» · puis %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>“{name}” · {request}</source>
        <translation>«&#xa0;{name}&#xa0;» · {request}</translation>
    </message>
    <message>
        <source>“{none}” removes the label. A new name adds a class, if the classes have names.</source>
        <translation>«&#xa0;{none}&#xa0;» retire l’étiquette. Un nouveau nom ajoute une classe, si les classes ont des noms.</translation>
    </message>
    <message>
        <source>“{text}” is not a pitch.</source>
        <translation>«&#xa0;{text}&#xa0;» n’est pas une hauteur.</translation>
    </message>
</context>
</TS>
