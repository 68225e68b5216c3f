"""What a fix means for the imports of its file: one module a language, `changes` for what is the same in all."""
