"""The Sounds page: recordings, their labels, what is wrong with them."""
