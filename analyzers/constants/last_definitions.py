"""Which assignments of a function may be the last one before a given place."""

from __future__ import annotations

from reread.analyzers.constants.definition_kinds import Writes
from reread.analyzers.constants.definition_sites import Step, Write, is_unset

_STRAIGHT = frozenset(
    {
        *("expression_statement", "lexical_declaration", "variable_declaration", "local_variable_declaration"),
        *("var_declaration", "const_declaration", "var_spec_list", "statement_list", "assignment", "field_declaration"),
        *("export_statement", "with_statement", "constant_declaration", "declaration"),
        *("labeled_statement", "statement", "variable_declaration_statement", "expression"),
    }
)
_BLOCKS = frozenset(
    {
        *("module", "block", "program", "statement_block", "source_file", "statement_list", "class_body"),
        *("constructor_body", "switch_case", "expression_case", "switch_block_statement_group", "interface_body"),
        *("template_body", "indented_block", "compilation_unit", "translation_unit", "case_statement"),
        *("chunk", "statements", "contract_body", "function_body", "block_statement"),
        *("body_statement", "block_body", "then", "else", "do", "begin", "ensure", "compound_statement"),
    }
)
_HANDLERS = frozenset({"rescue", "ensure"})
_BRANCHES = frozenset({"statements", "if_statement", "switch_entry"})
"""What only one branch runs, where the branches are in no fields."""
_HEADERS = frozenset({"initializer", "init", "resources", "initial"})


def last_writes(writes: list[Write], use: list[Step], start: int, table: Writes) -> list[Write]:
    """The writes of one function that may be the last ones before a use; none when that is not certain."""
    if any(write.value is None and not is_unset(write) for write in writes) and len(writes) == 1:
        return []
    before = sorted((write for write in writes if write.node.end_byte <= start), key=lambda each: each.node.end_byte)
    found: list[Write] = []
    certain: Write | None = None
    for write in reversed(before):
        common = _common(write.path[: write.place + 1], use)
        looped = any(step.kind in table.loops for step in use[:common])
        if not looped and _excluded(write.path, use, common, table):
            continue
        if not is_unset(write):
            found.append(write)
        if _certain(write, use, common):
            certain = write
            break
    for write in writes:
        if write.node.end_byte > start:
            common = _common(write.path[: write.place + 1], use)
            loops = [step.node for step in use[:common] if step.kind in table.loops]
            if loops and (certain is None or certain.node.start_byte < loops[-1].start_byte):
                found.append(write)
    return [] if any(write.value is None for write in found) else found


def _excluded(one: list[Step], other: list[Step], common: int, table: Writes) -> bool:
    """True when two places are in different branches, so that only one of them runs."""
    if common >= min(len(one), len(other)) or one[common - 1].kind not in table.branches:
        return False
    fields = {one[common].field, other[common].field}
    if fields <= {"consequence", "body", "alternative"}:
        return True
    kinds = {one[common].kind, other[common].kind}
    return kinds <= _BRANCHES or all(kind.endswith("_case") for kind in kinds)


def is_before(write: Write, use: list[Step]) -> bool:
    """True when a use, which comes later in the text, is only reached after the write."""
    return _certain(write, use, _common(write.path[: write.place + 1], use))


def _certain(write: Write, use: list[Step], common: int) -> bool:
    """True when the use is only reached after the write."""
    path = write.path
    if common < len(use) and use[common].kind in _HANDLERS:
        return False
    if path[common - 1].kind not in _BLOCKS:
        return common < len(path) and path[common].field in _HEADERS
    for index in range(common, write.place):
        kind = path[index].kind
        if kind not in _STRAIGHT and not (kind == "block" and path[index - 1].kind == "with_statement"):
            return False
    return True


def _common(one: list[Step], other: list[Step]) -> int:
    """How many nodes two ways from the root share."""
    length = min(len(one), len(other))
    return next((index for index in range(length) if one[index].node.id != other[index].node.id), length)
