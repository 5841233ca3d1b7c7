<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>A recording was cut off when the sound engine stopped. It is saved: “{file}”, {time}.</source>
        <translation>Un enregistrement a été coupé quand le moteur audio s’est arrêté. Il est sauvegardé&#xa0;: «&#xa0;{file}&#xa0;», {time}.</translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation>Une erreur interne s’est produite.</translation>
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
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Check the folder “{folder}”.</source>
        <translation>Vérifiez le dossier «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>Check “{file}”, or choose another project.</source>
        <translation>Vérifiez «&#xa0;{file}&#xa0;», ou choisissez un autre projet.</translation>
    </message>
    <message>
        <source>Choose a folder where you have write permission, on a disk with free space.</source>
        <translation>Choisissez un dossier où vous avez le droit d’écrire, sur un disque avec de l’espace libre.</translation>
    </message>
    <message>
        <source>Choose another folder: Play, Recordings folder.</source>
        <translation>Choisissez un autre dossier&#xa0;: Jouer, Dossier des enregistrements.</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>begins a sentence</comment>
        <translation>Continuez</translation>
    </message>
    <message>
        <source>Free space on the disk, or change the permissions of the folder.</source>
        <translation>Libérez de l’espace sur le disque, ou modifiez les droits du dossier.</translation>
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
        <source>Install the app again.</source>
        <translation>Réinstallez l’application.</translation>
    </message>
    <message>
        <source>It is being started again.</source>
        <translation>Il redémarre.</translation>
    </message>
    <message>
        <source>It is in “{folder}”.</source>
        <translation>Il se trouve dans «&#xa0;{folder}&#xa0;».</translation>
    </message>
    <message>
        <source>It stays as it is: “{file}”.</source>
        <translation>Il reste tel quel&#xa0;: «&#xa0;{file}&#xa0;».</translation>
    </message>
    <message>
        <source>Press Play on the Play page to start it.</source>
        <translation>Pour le démarrer, appuyez sur Lecture dans la page Jouer.</translation>
    </message>
    <message>
        <source>See the log for details.</source>
        <translation>Détails dans le journal.</translation>
    </message>
    <message>
        <source>Show its folder, and delete it there if you are sure.</source>
        <translation>Affichez son dossier et supprimez-le là si vous êtes sûr.</translation>
    </message>
    <message>
        <source>Start again</source>
        <comment>begins a sentence</comment>
        <translation>Recommencez</translation>
    </message>
    <message>
        <source>The export</source>
        <translation>L’export</translation>
    </message>
    <message>
        <source>The extraction of pitch</source>
        <translation>L’extraction des hauteurs</translation>
    </message>
    <message>
        <source>The folder of recordings “{folder}” cannot be made: {reason}.</source>
        <translation>Le dossier d’enregistrements «&#xa0;{folder}&#xa0;» ne peut pas être créé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The folder “{folder}” cannot be made: {reason}.</source>
        <translation>Le dossier «&#xa0;{folder}&#xa0;» ne peut pas être créé&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The forecast</source>
        <translation>La prévision</translation>
    </message>
    <message>
        <source>The instrument could not be copied to change its card: {reason}</source>
        <translation>L’instrument n’a pas pu être copié pour modifier sa fiche&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The labels could not be written in “{folder}”: {reason}.</source>
        <translation>Les labels n’ont pas pu être écrits dans «&#xa0;{folder}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The log of the sound engine cannot be opened: {reason}.</source>
        <translation>Le journal du moteur audio ne peut pas être ouvert&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The network of “{name}” does not fit its card.</source>
        <translation>Le réseau de «&#xa0;{name}&#xa0;» ne correspond pas à sa fiche.</translation>
    </message>
    <message>
        <source>The project could not be saved as “{file}”: {reason}.</source>
        <translation>Le projet n’a pas pu être enregistré sous «&#xa0;{file}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>The project “{name}” could not be read: {reason}.</source>
        <translation>Le projet «&#xa0;{name}&#xa0;» n’a pas pu être lu&#xa0;: {reason}.</translation>
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
        <source>The training</source>
        <translation>L’entraînement</translation>
    </message>
    <message>
        <source>The training was ended at once.</source>
        <translation>L’entraînement a été interrompu sur-le-champ.</translation>
    </message>
    <message>
        <source>The window changes its language at the next start.</source>
        <translation>La fenêtre changera de langue au prochain démarrage.</translation>
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
        <source>This has happened before. Press Play to start it again. Details are in “{log}”.</source>
        <translation>Cela s’est déjà produit. Appuyez sur Lecture pour le redémarrer. Détails dans «&#xa0;{log}&#xa0;».</translation>
    </message>
    <message>
        <source>This is “{copy}” now, a copy of “{name}”, which stays as it was.</source>
        <translation>Voici maintenant «&#xa0;{copy}&#xa0;», une copie de «&#xa0;{name}&#xa0;», qui reste tel quel.</translation>
    </message>
    <message>
        <source>This project is new: nothing was done in it yet.</source>
        <translation>Ce projet est nouveau&#xa0;: rien n’y a encore été fait.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>What was saved until then is kept.</source>
        <translation>Ce qui avait été enregistré jusque-là est conservé.</translation>
    </message>
    <message>
        <source>Your work goes on in “{copy}”, beside it. Nothing was lost.</source>
        <translation>Votre travail continue dans «&#xa0;{copy}&#xa0;», à côté. Rien n’est perdu.</translation>
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
        <source>{what} cannot be started: {reason}.</source>
        <translation>{what} ne peut pas démarrer&#xa0;: {reason}.</translation>
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
        <source>“{file}” could not be moved to the bin.</source>
        <translation>«&#xa0;{file}&#xa0;» n’a pas pu être mis à la corbeille.</translation>
    </message>
    <message>
        <source>“{file}” could not be saved as “{target}”: {reason}.</source>
        <translation>«&#xa0;{file}&#xa0;» n’a pas pu être enregistré sous «&#xa0;{target}&#xa0;»&#xa0;: {reason}.</translation>
    </message>
    <message>
        <source>“{name}” is a new class of {task}. Undo removes it.</source>
        <translation>«&#xa0;{name}&#xa0;» est une nouvelle classe de {task}. Annuler la retire.</translation>
    </message>
    <message>
        <source>“{name}” was changed by another program.</source>
        <translation>«&#xa0;{name}&#xa0;» a été modifié par un autre programme.</translation>
    </message>
</context>
</TS>
