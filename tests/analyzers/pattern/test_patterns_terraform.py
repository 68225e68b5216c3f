"""Patterns of Terraform: operands, here documents, and the names in the heads of blocks. Semgrep was asked about these."""

from __future__ import annotations

import pytest

from reread.analyzers.syntax import parse
from reread.analyzers.text import Document

OPERANDS = """\
a = !var.x
b = -local.y[0].z
c = var.x.y == var.z && !f(1).g
d = !(var.x)
e = "${!var.x}"
f = 1 - 2
"""

DOCUMENTS = """\
a = <<EOT
{"k": 1}
EOT
b = <<-EOT
  x
EOT
c = "x"
d = f(1)
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("var.$X", ["var.x", "var.x", "var.x", "var.x", "var.z"]),
        ("$A == $B", ["var.x.y == var.z"]),
        ("a = !$X", ["a = !var.x"]),
        ("a = !var.x", ["a = !var.x"]),
        ("a = !var.y", []),
        ("b = -$X", ["b = -local.y[0].z"]),
        ("d = !var.x", ["d = !(var.x)"]),
    ],
)
def test_an_operand_with_accesses_is_one_value(matched, pattern, found):
    assert sorted(matched("terraform", pattern, OPERANDS)) == found


ACCESSES = """\
a = var.x.y
b = data.ami.u[0].id
c = "${var.x[0]}"
d = [var.z]
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("var.$X", ["var.x", "var.x", "var.z"]),
        ("var.x", ["var.x", "var.x"]),
        ("var.$X.y", ["var.x.y"]),
        ("data.ami.$N", ["data.ami.u"]),
        ("data.$N", ["data.ami"]),
        ("$A.id", ["data.ami.u[0].id"]),
        ("$A[0]", ["data.ami.u[0]", "var.x[0]"]),
        ("a = var.x", []),
        ("b = $A.id", ["b = data.ami.u[0].id"]),
        ("b = $A.u", []),
        ("x.y", []),
    ],
)
def test_the_beginning_of_accesses_is_a_value_too(matched, pattern, found):
    assert sorted(matched("terraform", pattern, ACCESSES)) == found


def test_the_tree_has_the_places_of_the_text():
    tree = parse(Document("a", OPERANDS, language="terraform"))

    assert tree is not None and tree.root.end_byte == len(OPERANDS)


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("$K = <<EOT\n...\nEOT", ["a", "b", "c"]),
        ('$K = "..."', ["a", "b", "c"]),
        ("$K = <<EOT\nx y\nEOT", []),
    ],
)
def test_dots_in_a_here_document_stand_for_any_text(matched, pattern, names):
    assert [text[0] for text in matched("terraform", pattern, DOCUMENTS)] == names


BLOCKS = """\
resource "s3" "a" {
  acl = "public"
}
resource "ec2" "b" {}
"""


@pytest.mark.parametrize(
    ("pattern", "regex", "count"),
    [
        ("resource $T $N { ... }", "^s3$", 1),
        ("resource $T $N { ... }", '^"s3', 0),
        ('resource "$T" $N { ... }', "^s3$", 1),
        ("acl = $T", "^public", 0),
        ("acl = $T", '^"public', 1),
    ],
)
def test_a_name_in_the_head_of_a_block_is_compared_without_quotes(matched, pattern, regex, count):
    body = {"patterns": [{"pattern": pattern}, {"metavariable-regex": {"metavariable": "$T", "regex": regex}}]}
    assert len(matched("terraform", body, BLOCKS)) == count
