"""One file per language: a `Language` table of names and node kinds. `syntax.LANGUAGES` finds the files by itself."""
