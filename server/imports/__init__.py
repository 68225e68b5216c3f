"""Workspace files that a file imports: a module per language lists candidates, `files` looks for them."""
