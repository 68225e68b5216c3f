"""One file a language: from syntax to the form of `program`."""
