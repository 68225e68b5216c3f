"""Which names belong to a function itself, so that what it does to all others is seen by the code around it."""

from __future__ import annotations

from reread.analyzers.dataflow.ir.nodes import (
    Assign,
    Assigned,
    Block,
    Collection,
    Define,
    Evaluate,
    Expression,
    Function,
    If,
    Leave,
    Literal,
    Loop,
    Name,
    Statement,
    Try,
)


def own_names(function: Function, only_types_declare: bool = False) -> frozenset[str]:
    """The parameters and variables of a function; inner functions have their own.

    Where `only_types_declare` an assignment without a type is one to a field, unless the name is declared elsewhere.
    """
    found = {parameter.name for parameter in function.parameters}
    for parameter in function.parameters:
        if parameter.target is not None:
            found |= _targets(parameter.target)
    found |= names_given_in(function.body, only_types_declare)
    return frozenset(found - set(function.shared))


def names_given_in(block: Block, only_types_declare: bool = False) -> set[str]:
    """The variables that get a value in a block, as in `own_names`."""
    found: set[str] = set()
    for statement in statements(block):
        if isinstance(statement, Assign):
            if not only_types_declare or statement.type:
                found |= _targets(statement.target)
            if isinstance(statement.value, Assigned):
                found |= _targets(statement.value.target)
        elif isinstance(statement, Loop) and statement.target is not None:
            found |= _targets(statement.target)
        elif isinstance(statement, Define):
            found.add(statement.name)
    return found


def does_nothing(function: Function) -> bool:
    """True for a body that stands for others: none, a text, `pass`, or an error that says that it is to be written."""
    return all(
        (isinstance(each, Evaluate) and isinstance(each.value, Literal))
        or (isinstance(each, Leave) and each.kind == "raise")
        for each in function.body
    )


def statements(block: Block) -> list[Statement]:
    """The statements of a block and those inside of them, without those of inner functions."""
    found: list[Statement] = []
    stack = list(block)
    while stack:
        statement = stack.pop()
        found.append(statement)
        if isinstance(statement, If):
            stack += (*statement.then, *statement.other)
        elif isinstance(statement, Loop):
            stack += (*statement.body, *statement.other)
        elif isinstance(statement, Try):
            stack += (*statement.body, *(each for handler in statement.handlers for each in handler), *statement.last)
    return found


def rebinds(function: Function, name: str) -> bool:
    """True where a function gives a parameter another value, which then is not that of its caller."""
    for each in statements(function.body):
        made = each.value if isinstance(each, Evaluate) else each
        if isinstance(made, (Assign, Assigned, Loop)) and made.target is not None and name in _targets(made.target):
            return True
    return False


def _targets(target: Expression) -> set[str]:
    found: set[str] = set()
    stack: list[Expression] = [target]
    while stack:
        item = stack.pop()
        if isinstance(item, Name):
            found.add(item.name)
        elif isinstance(item, Collection):
            stack += (entry.value for entry in item.entries)
        elif isinstance(item, Assigned):
            stack.append(item.target)
    return found
