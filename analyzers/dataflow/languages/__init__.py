"""All that the data-flow analysis knows of single languages, a folder each."""
