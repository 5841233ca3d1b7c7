"""The compiled core of the sounding path: small C files, and what Python needs to call them."""
