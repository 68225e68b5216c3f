"""Which files of a workspace a file imports: one module a language says where to look, `files` looks there."""
