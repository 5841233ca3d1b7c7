"""Labels beside sounds: values, classes, tracks, and the files that hold them."""
