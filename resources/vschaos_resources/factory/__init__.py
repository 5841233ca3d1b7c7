"""Make the factory instruments: ``python -m vschaos_resources.factory NAME`` renders, trains and packs one."""
