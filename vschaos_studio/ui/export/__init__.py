"""The Export page: an instrument to nn~, with its checks."""
