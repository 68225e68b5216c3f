"""Finds secrets without a known format, by evidence from the names, calls, lines, commands and text around values.

`search` puts the finders together. Each of them has one idea and yields spans of values (code points).
"""
