"""The line of a key in a settings file."""

import pytest

from reread.server.settings_places import line_of

TEXT = """exclude = []
rules.profile = "quiet"

[review]
tokens-per-run = 3

[rules.options."py/too-long"]
limit = 5  # lines
"""


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("exclude", 1),
        ("rules.profile", 2),
        ("review.tokens-per-run", 5),
        ("rules.options.py/too-long.limit", 8),
        ("review.nothing", 4),
        ("nothing", 0),
    ],
)
def test_a_key_is_found_in_all_its_spellings(key, line):
    assert line_of(TEXT, key) == line


def test_keys_below_a_table_are_found_there():
    assert line_of("[tool.other]\nrun = 1\n[tool.reread]\nrun = 2\n", "run", "tool.reread") == 4
