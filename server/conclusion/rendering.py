"""A conclusion as text for a terminal, as Markdown for a browser and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from reread.analyzers.shown.markdown import code
from reread.analyzers.shown.terminal import printable
from reread.server.pull_requests.wording import plain
from reread.server.report.conclusion import ChangedDefinition, Conclusion

if TYPE_CHECKING:
    from reread.server.report.review import ChangeSummary, Paragraph

_MOST_FILES = 6
_MOST_DEFINITIONS = 30


def as_text(conclusion: Conclusion) -> str:
    """Lines for a terminal."""
    return "".join(f"{printable(line)}\n" for line in _text(conclusion))


def _text(conclusion: Conclusion) -> Iterator[str]:
    yield ""
    yield "What changes"
    if (said := conclusion.summary) is not None:
        yield f"  {_line(said.title)} ({_line(said.model)})"
        yield from (f"  {_line(each.title)}: {_about(each)}" for each in said.concerns)
    for concern, paths in conclusion.concerns.items():
        yield f"  {concern.name}: {_some(paths, _MOST_FILES)}"
    for definition in conclusion.definitions[:_MOST_DEFINITIONS]:
        yield f"  {definition.kind} {definition.name} in {definition.path}{_others(definition)}"
    if (left := len(conclusion.definitions) - _MOST_DEFINITIONS) > 0:
        yield f"  and {left} more definitions"
    if risks := (*conclusion.risks, *map(_about, _risks(conclusion))):
        yield "Risks"
        yield from (f"  {risk}" for risk in risks)
    yield f"Verdict: {conclusion.verdict.verdict}"
    yield from (f"  {reason}" for reason in conclusion.verdict.reasons)
    if conclusion.labels:
        yield f"Labels: {', '.join(conclusion.labels)}"
    if conclusion.reviewers:
        yield "Reviewers"
        yield from (f"  {each.name}: {each.reason}" for each in conclusion.reviewers)


def as_markdown(conclusion: Conclusion, heading: str = "##") -> str:
    """A section for a page, a job summary or a comment. Nothing in it calls anybody."""
    return "\n".join(_markdown(conclusion, heading)) + "\n"


def _markdown(conclusion: Conclusion, heading: str) -> Iterator[str]:
    judged = conclusion.verdict
    yield f"{heading} Verdict: {judged.verdict}"
    if judged.reasons:
        yield ""
        yield from (f"- {plain(reason)}" for reason in judged.reasons)
    yield f"\n{heading}# What changes\n"
    if (said := conclusion.summary) is not None:
        yield f"{plain(_line(said.title))} (in the words of {code(said.model)})\n"
        yield from (f"- {plain(_line(each.title))}: {_with_paths(each)}" for each in said.concerns)
        yield "\nBy file names:\n"
    for concern, paths in conclusion.concerns.items():
        more = len(paths) - _MOST_FILES
        shown = ", ".join(map(code, paths[:_MOST_FILES]))
        yield f"- **{concern.name}**: {shown}{f' and {more} more' if more > 0 else ''}"
    if conclusion.definitions:
        yield "\n<details><summary>Definitions</summary>\n"
        for each in conclusion.definitions[:_MOST_DEFINITIONS]:
            yield f"- {each.kind} {code(each.name)} in {code(each.path)}{plain(_others(each))}"
        yield "\n</details>"
    if risks := (*map(plain, conclusion.risks), *map(_with_paths, _risks(conclusion))):
        yield f"\n{heading}# Risks\n"
        yield from (f"- {risk}" for risk in risks)
    if conclusion.labels:
        yield f"\nLabels: {', '.join(map(code, conclusion.labels))}"
    if conclusion.reviewers:
        named = (f"{code(each.name)} ({plain(each.reason)})" for each in conclusion.reviewers)
        yield f"\nReviewers: {', '.join(named)}"


def as_data(conclusion: Conclusion) -> dict[str, Any]:
    """For `--format json`: `summary`, `verdict`, `reasons`, `labels`, `reviewers`."""
    return {
        "summary": _summary(conclusion.summary),
        "concerns": [
            {"name": concern.name, "files": [_carried(path) for path in paths]}
            for concern, paths in conclusion.concerns.items()
        ],
        "definitions": [
            {
                "path": _carried(each.path),
                "name": each.name,
                "kind": each.kind,
                "named_in": list(map(_carried, each.others)),
            }
            for each in conclusion.definitions
        ],
        "risks": list(map(_carried, conclusion.risks)),
        "verdict": conclusion.verdict.verdict,
        "reasons": list(map(_carried, conclusion.verdict.reasons)),
        "labels": list(conclusion.labels),
        "reviewers": [each._asdict() for each in conclusion.reviewers],
    }


def _summary(said: ChangeSummary | None) -> dict[str, Any] | None:
    if said is None:
        return None
    parts = {name: [_part(each) for each in getattr(said, name)] for name in ("concerns", "risks")}
    return {"title": said.title, **parts, "model": said.model}


def _part(each: Paragraph) -> dict[str, Any]:
    return {"title": each.title, "text": each.text, "paths": list(map(_carried, each.paths))}


def _risks(conclusion: Conclusion) -> Sequence[Paragraph]:
    return conclusion.summary.risks if conclusion.summary is not None else ()


def _about(each: Paragraph) -> str:
    return f"{_line(each.text)}{f' ({_some(each.paths, _MOST_FILES)})' if each.paths else ''}"


def _with_paths(each: Paragraph) -> str:
    paths = ", ".join(map(code, each.paths[:_MOST_FILES]))
    return f"{plain(_line(each.text))}{f' ({paths})' if paths else ''}"


def _line(text: str) -> str:
    """Words of a model as one line."""
    return " ".join(text.split())


def _carried(text: str) -> str:
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _others(definition: ChangedDefinition) -> str:
    return f", named in {_some(definition.others, 3)}" if definition.others else ""


def _some(paths: Sequence[str], most: int) -> str:
    shown = ", ".join(paths[:most])
    return shown if len(paths) <= most else f"{shown} and {len(paths) - most} more"
