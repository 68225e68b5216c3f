"""A statement that may be before a match, and of which the file lacks a word, is asked about when the word comes."""

import pytest

BODY = {"patterns": [{"pattern": "request.body"}, {"pattern-not-inside": "import flask.views\n...\n"}]}
CODE = "import other\n\nx = 1\n\ndef f():\n    return request.body\n"


@pytest.mark.parametrize(
    ("old", "new", "found", "tries"),
    [
        ("x = 1", "x = 2", 1, 0),
        ("x = 1", "views = 1", 1, 0),
        ("x = 1", "flask = 1", 1, 1),
        # Where names of imports change, all is tried anew.
        ("import other", "from flask import views", 0, 0),
        ("import other", "import flask.views", 0, 0),
        ("import other", "from flask.views import View", 0, 0),
    ],
)
def test_what_is_tried_again_after_an_edit(edited, engine, rule, old, new, found, tries):
    assert edited(engine(rule("python", BODY)), CODE, old, new) == (1, found, tries)
