"""What `reread context` and `reread search` give to programs."""

from __future__ import annotations

import json

from reread.rag.results import Piece
from reread.server.cli import pieces
from reread.server.cli.pieces import FIELDS, FoundPieces, PieceOptions


def piece(name: str, text: str) -> Piece:
    reason = "says password = 'Tr0ub4dor&Q'"
    return Piece(path="a.py", start_line=1, end_line=2, name=name, kind="definition", text=text, reason=reason)


def test_json_has_places_and_names_without_code_and_secrets(capsys):
    found = FoundPieces([piece("f", "code = 'Tr0ub4dor&Q'\n")])
    pieces.write(found, PieceOptions("json", "all", 5, quiet=False, verbose=1))
    out = capsys.readouterr().out
    [written] = json.loads(out)
    assert set(written) == {*FIELDS, pieces.BEHIND}
    assert (written["path"], written["name"]) == ("a.py", "f")
    assert "Tr0ub4dor" not in out


def test_the_terminal_of_the_user_has_his_own_code_as_it_is(capsys):
    """The control: this is what the redaction takes out."""
    found = FoundPieces([piece("f", "code = 'Tr0ub4dor&Q'\n")])
    pieces.write(found, PieceOptions("text", "all", 5, quiet=False, verbose=1))
    assert "    code = 'Tr0ub4dor&Q'\n" in capsys.readouterr().out
