"""Transfer functions of the abstract interpreter, by the kind of node."""
