"""The languages that there are outlines of: one file a language, with what `outline.Reader` asks for."""
