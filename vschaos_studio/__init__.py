"""The window of vschaos studio. It never imports torch: what needs torch runs in processes of its own."""
