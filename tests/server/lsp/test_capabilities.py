"""What is agreed on at the start."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.text import PositionEncoding
from reread.server.lsp.features import commands, generation
from reread.server.lsp.handlers import collected
from reread.server.lsp.transport import capabilities
from tests.server.lsp.editor import CAPABILITIES

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def announced_to(capabilities_of_client: Any) -> dict[str, Any]:
    client = capabilities.read(capabilities_of_client)
    return capabilities.announced(client, collected().announced(client))


@pytest.mark.parametrize(
    ("offered", "agreed"),
    [
        (["utf-16", "utf-8"], "utf-8"),
        (["utf-16", "utf-32"], "utf-32"),
        (["utf-32", "utf-8", "utf-16"], "utf-8"),
        (["utf-16"], "utf-16"),
        (["utf-7"], "utf-16"),
        ([], "utf-16"),
        (None, "utf-16"),
        ("utf-8", "utf-16"),
        ([None, 8, "utf-8"], "utf-8"),
    ],
)
def test_the_cheapest_encoding_that_both_know_is_agreed_on(offered: Any, agreed: str) -> None:
    assert capabilities.negotiate(offered) is PositionEncoding(agreed)


def test_a_client_that_says_nothing_can_do_nothing() -> None:
    assert capabilities.read({}) == capabilities.ClientCapabilities()
    assert capabilities.read(None) == capabilities.ClientCapabilities()


def test_a_full_client_is_understood() -> None:
    client = capabilities.read(CAPABILITIES)
    assert client.configuration and client.progress and client.show_document and client.resolve_edit
    assert client.diagnostic_tags == {1, 2} and client.action_tags == {1}


@given(st.dictionaries(st.sampled_from(["general", "workspace", "window", "textDocument"]), json_values))
def test_nonsense_counts_as_not_supported(client: Any) -> None:
    assert announced_to(client) == announced_to({})


def test_findings_are_pushed_and_never_pulled() -> None:
    """Clients show what they are pushed and what they pull side by side: everything twice."""
    assert "diagnosticProvider" not in announced_to(CAPABILITIES)


def test_action_kinds_are_announced_only_to_clients_that_know_kinds() -> None:
    assert announced_to({})["codeActionProvider"] is True
    options = announced_to(CAPABILITIES)["codeActionProvider"]
    assert options["resolveProvider"] and "source.fixAll.reread" in options["codeActionKinds"]


def test_every_command_is_announced():
    announced = announced_to(CAPABILITIES)["executeCommandProvider"]["commands"]
    following = {*commands.FOLLOWING_COMMANDS, *generation.FOLLOWING_COMMANDS}
    assert {*commands.COMMANDS, *following, "reread.acceptFindings", "reread.reviewStaged"} == set(announced)
