"""Whether the arguments of a call match the parameters of a definition."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from reread.rag.findings.outline import Call, Function, Signature


class Misfit(NamedTuple):
    """Why a call does not match a signature: more arguments by place than are taken (`places`), or the parameters
    `names` that are unknown, given twice, or missing.
    """

    why: Literal["places", "unknown", "twice", "missing"]
    names: tuple[str, ...] = ()


def problem(functions: Iterable[Function], call: Call) -> str:
    """The problem with a call of one of these definitions, in words; "" when it matches one of them, or may."""
    said = ""
    for function in functions:
        if function.signatures is None:
            return ""
        for signature in function.signatures:
            found = misfit(signature, call)
            if found is None:
                return ""
            said = _worded(found, signature, call, function.owner if function.constructor else function.name)
    return said


def misfit(signature: Signature, call: Call) -> Misfit | None:
    """What keeps a call from matching a signature; None when it matches, or may."""
    known = {each.name for each in signature.parameters if each.by_name}
    unknown = () if signature.more_names else tuple(each for each in call.names if each not in known)
    if call.spread:
        return Misfit("unknown", unknown) if unknown else None
    by_place = [each for each in signature.parameters if each.by_place]
    if call.places > len(by_place) and not signature.more_places:
        return Misfit("places")
    if unknown:
        return Misfit("unknown", unknown)
    given = by_place[: call.places]
    twice = tuple(each.name for each in given if each.by_name and each.name in call.names)
    if twice:
        return Misfit("twice", twice)
    missing = tuple(
        each.name
        for each in signature.parameters
        if each.required and each.name not in call.names and each not in given
    )
    return Misfit("missing", missing) if missing else None


def _worded(found: Misfit, signature: Signature, call: Call, name: str) -> str:
    if found.why == "places":
        count = sum(each.by_place for each in signature.parameters)
        most = f"at most {counted(count)}" if count else "no arguments"
        by_place = " by place" if count < len(signature.parameters) else ""
        return f"`{name}` takes {most}{by_place}, and {call.places} are given"
    if found.why == "unknown":
        return f"`{name}` has no parameter `{found.names[0]}`"
    if found.why == "twice":
        return f"`{name}` gets `{found.names[0]}` twice, by its place and by its name"
    names = ", ".join(f"`{each}`" for each in found.names)
    return f"`{name}` needs {names}, which {'is' if len(found.names) == 1 else 'are'} not given"


def counted(count: int) -> str:
    return f"{count} argument{'' if count == 1 else 's'}"
