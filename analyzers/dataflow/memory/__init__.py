"""The memory of the interpreter: what variables, fields and elements hold at a point, read and written."""
