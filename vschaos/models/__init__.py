"""The networks: encoder, decoder, and the auto-encoder made of them."""
