"""Taking an instrument to other programs: the TorchScript file for nn~, made, checked, and put in place."""
