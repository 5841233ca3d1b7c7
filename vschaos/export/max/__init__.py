"""The patches for Max and the devices for Live. Their texts stand in files, in English."""
