from __future__ import annotations

from reread.rag.embed import embedded_text


def test_what_is_embedded_has_place_name_and_text_in_this_order():
    assert embedded_text("a/b.py", "C.f", "x\ny") == "a/b.py\nC.f\nx\ny"
