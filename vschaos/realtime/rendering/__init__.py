"""From a performance's state to samples, which the compiled core makes."""
