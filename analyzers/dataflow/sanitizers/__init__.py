"""Guards: conditions, loops, sets and expressions that sanitize the values they check."""
