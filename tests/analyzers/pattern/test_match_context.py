"""What a check asks of the document around its node."""

from __future__ import annotations

import random

import pytest

from reread.analyzers.pattern.matching.match_context import MatchContext
from reread.analyzers.pattern.matching.names import Imports
from reread.analyzers.syntax import parse
from reread.analyzers.text import Document

CODE = """\
{: request-size-limit
a.b.c
app.use(express.json({ limit: "1mb" }))
if (x) y; else { z }
"""


@pytest.mark.parametrize("seed", range(5))
def test_the_ancestors_of_a_node_do_not_depend_on_which_nodes_were_asked_for_before(seed):
    tree = parse(Document("file:///a", CODE, language="javascript"))
    context = MatchContext(tree.document.data, tree.root, tree.language, Imports(()))
    nodes = [(tree.root, ())]
    for node, around in nodes:
        nodes += [(child, (node, *around)) for child in node.children]
    random.Random(seed).shuffle(nodes)

    for node, around in nodes:
        assert [each.node for each in context.outside.outwards(node)] == list(around), node
