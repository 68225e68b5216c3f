"""Reviews the staged changes as a commit hook would, by running the same command in a separate process."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from reread.analyzers.shown.lines import message, notice
from reread.server import exits
from reread.server.lsp.client.progress import Progress
from reread.server.lsp.parts import command_line
from reread.server.lsp.transport import uris

if TYPE_CHECKING:
    from reread.server.lsp.documents.folders import Folder
    from reread.server.lsp.parts.parts import Parts

logger = logging.getLogger(__name__)

_VERDICTS = {exits.CLEAN: "passes", exits.FOUND: "findings", exits.INCOMPLETE: "incomplete"}
_LEVELS = {"error": 1, "warning": 2, "info": 3, "hint": 4}


async def review_staged(parts: Parts, params: Any) -> dict[str, Any]:
    """The verdict on what is staged in the folder of the `uri` (default: the first one), with its findings.

    `verdict` is "passes", "findings" (a commit hook would stop here), "incomplete", "nothing" (is staged) or "failed";
    `message` is one line for people. A finding has its `uri`, `range`, `rule`, `message`, `severity` (as in a
    diagnostic) and `source`. The model takes part where it is set up and consent is given.
    """
    folder = command_line.folder_of(parts.session, params.get("uri"))
    if folder is None:
        return {"verdict": "failed", "message": "open a folder to review its staged changes", "findings": []}
    async with Progress(parts.client, "Reread: reviewing staged changes"):
        without = await _why_without_model(parts, folder)
        options = [*_options(folder), *(["--no-model"] if without else [])]
        review = ("review", "--staged", "--format", "json", *options)
        ended = await command_line.run(folder.path, review, _environment(folder))
    verdict = _verdict(folder.path, ended)
    if without and verdict["verdict"] in ("passes", "findings"):
        verdict["message"] += f" By rules only: {without}."
    logger.info("reviewed what is staged in %s: %s", folder.path, verdict["message"])
    return {"folder": folder.uri, **verdict}


def command(parts: Parts, *arguments: Any) -> None:
    """Review what is staged, and say the verdict. Takes a URI in the folder."""
    uri = arguments[0] if arguments and isinstance(arguments[0], str) else ""

    async def tell() -> None:
        verdict = await review_staged(parts, {"uri": uri})
        bad = verdict["verdict"] in ("findings", "failed", "incomplete")
        parts.client.show(verdict["message"], types.MessageType.Warning if bad else types.MessageType.Info)

    parts.session.tasks.start(tell(), "review of what is staged")


async def _why_without_model(parts: Parts, folder: Folder) -> str:
    """ "" where the model is to be asked, else why it is not."""
    from reread.analyzers.review.availability import availability

    settings = folder.settings
    found = await parts.schedule.in_thread(lambda: availability(settings.review, enable=settings.enable))
    if not found.available:
        return found.message
    return "" if await parts.consents.given(folder, asked=True) else "there is no consent to send code to the model"


def _options(folder: Folder) -> list[str]:
    """The settings of the editor that the command line would not know."""
    review, rules = folder.settings.review, folder.settings.rules
    chosen = [] if review.provider == "auto" else ["--provider", review.provider]
    return [*chosen, *(["--model", review.model] if review.model else []), "--profile", rules.profile]


def _environment(folder: Folder) -> Mapping[str, str]:
    from reread.analyzers.review.providers import description, provider_names

    review = folder.settings.review
    if not review.base_url or review.provider not in provider_names():
        return os.environ
    return {**os.environ, description(review.provider).url_variable: review.base_url}


def _verdict(folder: str, ended: command_line.Ended) -> dict[str, Any]:
    try:
        report = json.loads(ended.output)
        findings = [_finding(folder, each) for each in report["findings"] if each["new"] and not each["dismissed"]]
        files = report["summary"]["files"]
    except (ValueError, KeyError, TypeError):
        return {"verdict": "failed", "message": ended.problem or "the review ended early", "findings": []}
    verdict = _VERDICTS.get(ended.code, "failed")
    if verdict == "passes" and not files:
        return {"verdict": "nothing", "message": "No staged changes to review.", "findings": []}
    return {"verdict": verdict, "message": _words(verdict, findings, report), "findings": findings}


def _words(verdict: str, findings: Sequence[Any], report: Mapping[str, Any]) -> str:
    count = f"{len(findings) or 'no'} finding{'' if len(findings) == 1 else 's'}"
    files = report["summary"]["files"]
    where = f"{count} in {files} staged file{'' if files == 1 else 's'}"
    if verdict == "incomplete":
        return f"Incomplete review ({notice(str(report['incomplete']))}): {where}."
    return f"Ready to commit: {where}." if verdict == "passes" else f"Check before you commit: {where}."


def _finding(folder: str, found: Mapping[str, Any]) -> dict[str, Any]:
    start, end = ({"line": at["line"] - 1, "character": at["column"] - 1} for at in (found["start"], found["end"]))
    return {
        "uri": uris.uri_of(os.path.join(folder, found["path"])),
        "range": {"start": start, "end": end},
        "rule": found["rule"],
        "message": message(found["message"]),
        "severity": _LEVELS[found["severity"]],
        "source": found["source"],
    }


QUESTIONS = {"reread/reviewStaged": review_staged}
COMMANDS = {"reread.reviewStaged": command}
