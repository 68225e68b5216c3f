"""Whether the arguments of a call match the parameters of a definition."""

from __future__ import annotations

from collections.abc import Iterable

from reread.rag.findings.outline import Call, Function, Signature


def problem(functions: Iterable[Function], call: Call) -> str:
    """The problem with a call of one of these definitions, in words; "" when it matches one of them, or may."""
    said = ""
    for function in functions:
        if function.signatures is None:
            return ""
        for signature in function.signatures:
            said = _problem(signature, call, function.owner if function.constructor else function.name)
            if not said:
                return ""
    return said


def _problem(signature: Signature, call: Call, name: str) -> str:
    if call.spread:
        return _unknown_name(signature, call, name)
    by_place = [each for each in signature.parameters if each.by_place]
    if call.places > len(by_place) and not signature.more_places:
        most = "no arguments" if not by_place else f"at most {_counted(len(by_place))}"
        return f"`{name}` takes {most}{' by place' if _has_named_only(signature) else ''}, and {call.places} are given"
    if unknown := _unknown_name(signature, call, name):
        return unknown
    twice = [each.name for each in by_place[: call.places] if each.by_name and each.name in call.names]
    if twice and not signature.more_names:
        return f"`{name}` gets `{twice[0]}` twice, by its place and by its name"
    missing = [
        each.name
        for each in signature.parameters
        if each.required and each.name not in call.names and each not in by_place[: call.places]
    ]
    if missing:
        names = ", ".join(f"`{each}`" for each in missing)
        return f"`{name}` needs {names}, which {'is' if len(missing) == 1 else 'are'} not given"
    return ""


def _unknown_name(signature: Signature, call: Call, name: str) -> str:
    known = {each.name for each in signature.parameters if each.by_name}
    unknown = [each for each in call.names if each not in known]
    if unknown and not signature.more_names:
        return f"`{name}` has no parameter `{unknown[0]}`"
    return ""


def _has_named_only(signature: Signature) -> bool:
    return any(not each.by_place for each in signature.parameters)


def _counted(count: int) -> str:
    return f"{count} argument{'' if count == 1 else 's'}"
