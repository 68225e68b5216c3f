"""How a fix changes the imports of its file: one module per language, and `changes` for the common part."""
