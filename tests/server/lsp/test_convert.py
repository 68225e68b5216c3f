"""Findings as the client gets them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.findings import Applicability, Edit, Finding, Fix, Related, Severity, Source, Tag
from reread.analyzers.text import Document, PositionEncoding, Span
from reread.server.lsp.analysis import publish
from reread.server.lsp.documents.folders import Shown
from reread.server.lsp.transport import convert
from reread.server.lsp.transport.capabilities import ClientCapabilities

DOCUMENT = Document("file:///work/a.py", "one\ntwo\n", path="/work/a.py", language="python", version=3)
FINDING = Finding("some-rule", "What is wrong", Span(4, 7), Severity.ERROR, fingerprint="abc")
NEW = Shown(FINDING, known=False)
PLAIN = ClientCapabilities()
FULL = PLAIN._replace(
    related_information=True, code_description=True, diagnostic_data=True, diagnostic_tags=frozenset({1})
)


def test_a_plain_client_gets_the_plain_facts() -> None:
    finding = FINDING._replace(tags=(Tag.UNNECESSARY,), documentation="https://example.invalid/x")
    assert convert.diagnostic(finding, DOCUMENT, PLAIN) == {
        "severity": 1,
        "code": "some-rule",
        "source": "Reread",
        "message": "What is wrong",
    }


def test_no_message_is_ever_empty() -> None:
    """One empty message makes some editors show no diagnostics at all."""
    assert convert.diagnostic(FINDING._replace(message=" \n"), DOCUMENT, PLAIN)["message"] == "some-rule"


def test_only_web_addresses_are_links() -> None:
    def link(documentation: str) -> object:
        return convert.diagnostic(FINDING._replace(documentation=documentation), DOCUMENT, FULL).get("codeDescription")

    assert link("https://example.invalid/x") == {"href": "https://example.invalid/x"}
    assert link("javascript:alert(1)") is None
    assert link("see the manual") is None


def test_only_tags_that_the_client_knows_are_sent() -> None:
    finding = FINDING._replace(tags=(Tag.UNNECESSARY, Tag.DEPRECATED))
    assert convert.diagnostic(finding, DOCUMENT, FULL)["tags"] == [1]


def test_related_places_are_links_where_the_client_can() -> None:
    finding = FINDING._replace(related=(Related("/work/b c.py", 4, "defined here"),))
    (related,) = convert.diagnostic(finding, DOCUMENT, FULL)["relatedInformation"]
    assert related["location"]["uri"] == "file:///work/b%20c.py"
    assert related["location"]["range"]["start"] == {"line": 4, "character": 0}
    assert related["message"] == "defined here"


def test_related_places_are_part_of_the_message_elsewhere() -> None:
    finding = FINDING._replace(related=(Related("/work/b.py", 4, "defined here"),))
    assert convert.diagnostic(finding, DOCUMENT, PLAIN)["message"] == "What is wrong\n/work/b.py:5: defined here"


def test_a_place_in_the_same_file_has_the_uri_that_the_client_uses() -> None:
    document = Document("file:///work/%61.py", "one", path="/work/a.py")
    finding = FINDING._replace(related=(Related("/work/a.py", 0, "here"),))
    (related,) = convert.diagnostic(finding, document, FULL)["relatedInformation"]
    assert related["location"]["uri"] == "file:///work/%61.py"


def test_data_has_what_finds_the_finding_again() -> None:
    fixes = (
        Fix("Do it", (Edit(Span(0, 1), ""),)),
        Fix("Look at it", (), Applicability.DISPLAY_ONLY),
    )
    finding = FINDING._replace(fixes=fixes, source=Source.MODEL)
    assert convert.diagnostic(finding, DOCUMENT, FULL)["data"] == {
        "fingerprint": "abc",
        "rule": "some-rule",
        "source": "model",
        "fixes": ["Do it"],
        "generated": True,
    }


def test_the_bytes_of_a_notification() -> None:
    items = publish.diagnostics([NEW], DOCUMENT, PLAIN, {})
    assert json.loads(publish.parameters('file:///a"b', 3, items)) == {
        "uri": 'file:///a"b',
        "version": 3,
        "diagnostics": [
            {
                "range": {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 3}},
                "severity": 1,
                "code": "some-rule",
                "source": "Reread",
                "message": "What is wrong",
            }
        ],
    }


def test_findings_that_differ_only_in_place_share_their_body_and_not_their_range() -> None:
    moved = Shown(FINDING._replace(span=Span(0, 3)), known=False)
    twice = json.loads(publish.diagnostics([NEW, moved], DOCUMENT, PLAIN, {}))
    assert [found["range"]["start"]["line"] for found in twice] == [1, 0]


def test_what_was_sent_once_is_not_made_again() -> None:
    bodies: publish.Bodies = {}
    first = publish.diagnostics([NEW], DOCUMENT, PLAIN, bodies)
    assert len(bodies) == 1
    assert publish.diagnostics([NEW], DOCUMENT, PLAIN, bodies) == first
    publish.diagnostics([Shown(FINDING._replace(message="another"), known=False)], DOCUMENT, PLAIN, bodies)
    assert len(bodies) == 2
    publish.diagnostics([Shown(FINDING, known=True)], DOCUMENT, PLAIN, bodies)
    assert len(bodies) == 3


@given(
    st.text(st.sampled_from("ab🙂漢é\n\r\t\x0c\u2028"), max_size=30), st.data(), st.sampled_from(list(PositionEncoding))
)
def test_a_span_survives_the_way_to_the_client_and_back(
    text: str, data: st.DataObject, encoding: PositionEncoding
) -> None:
    document = Document("u", text)
    offsets = st.integers(0, len(text)).filter(lambda offset: text[offset - 1 : offset + 1] != "\r\n" or not offset)
    start, end = sorted((data.draw(offsets), data.draw(offsets)))
    place = convert.range_of(document, Span(start, end), encoding)
    assert convert.span_of(document, place, encoding) == Span(start, end)


def test_a_range_with_its_ends_in_the_wrong_order_is_turned_round() -> None:
    assert convert.span(DOCUMENT, (1, 2), (0, 1), PositionEncoding.UTF16) == Span(1, 6)
