"""Where a text has secrets that no format gives away: names, calls, lines, commands and sentences around values vote.

`search` puts the finders together. Each of them has one idea and yields spans of values (code points).
"""
