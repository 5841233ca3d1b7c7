"""How the factory instruments were made: ``python -m vschaos_resources.factory NAME`` renders, trains and packs one."""
