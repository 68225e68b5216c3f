"""Texts about a change: its commit message, and a summary of several commits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reread.analyzers.review import prompts
from reread.analyzers.review.ask.cached_client import CachedClient, Question
from reread.analyzers.review.ask.sections import secrets_of
from reread.analyzers.review.generation.forms import MESSAGE_SCHEMA, SUMMARY_SCHEMA, Message, Summary
from reread.analyzers.review.generation.log_style import LoggedCommit, composed, objection, style_of
from reread.analyzers.review.generation.prompting import Material, QuestionForm, ask, question
from reread.analyzers.review.privacy.audit import AuditedPiece
from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.privacy.redact import PREFIX, Redactor
from reread.analyzers.review.prompts import Section
from reread.analyzers.review.tokens import estimate
from reread.analyzers.text import Document

_LOG_TOKENS = 1_500
_LOG_COMMITS = 30
_MOST_CONCERNS = 8

_MESSAGE = QuestionForm("message", prompts.MESSAGE, MESSAGE_SCHEMA, "subject")
_CONCERNS = {"most_concerns": str(_MOST_CONCERNS)}
_SUMMARY = QuestionForm("summary", prompts.SUMMARY, SUMMARY_SCHEMA, "title", _CONCERNS)
_RELEASE = QuestionForm("summary", prompts.RELEASE, SUMMARY_SCHEMA, "title", _CONCERNS)


class FileDiff(NamedTuple):
    """A file of a change: its path with `/`, its unified diff, and its texts before and after, for their secrets."""

    path: str
    diff: str
    versions: tuple[Document, ...] = ()


class ChangeMaterial(NamedTuple):
    """The input for a summary of a change: the files of a workspace folder, and its commits, the latest first."""

    folder: str
    differences: Sequence[FileDiff]
    log: Sequence[LoggedCommit]
    personal: Personal


async def message(
    asker: CachedClient,
    folder: str,
    differences: Sequence[FileDiff],
    log: Sequence[LoggedCommit],
    personal: Personal,
    author: str = "",
) -> tuple[str, str]:
    """A commit message in the style of the log, the latest commit first, and the problems with it, "" for nothing.

    `author` is who commits, as `name <address>`: no model is given that. Raises ProviderError.
    """
    style = style_of(log, author)
    examples = within((commit.text for commit in log[:_LOG_COMMITS]), _LOG_TOKENS)
    sections = [Section("STYLE", str(style)), *_named("LOG", examples)]
    said, problem = await ask(
        asker,
        _MESSAGE,
        _material(folder, sections, differences, personal),
        Message,
        lambda said: objection(style, composed(style, said)) or _placeholder(composed(style, said)),
    )
    return composed(style, said), problem


async def summary(asker: CachedClient, change: ChangeMaterial, *, release: bool = False) -> Summary:
    """The summary of a change, by concern, for reviewers, or the notes on a release, for users. Paths that are not in
    it are left out. Raises ProviderError.
    """
    material = _of_summary(change)
    said, _ = await ask(asker, _RELEASE if release else _SUMMARY, material, Summary, lambda said: "")
    known = {each.path for each in change.differences}

    def restored(paths: Iterable[str]) -> tuple[str, ...]:
        return tuple(path for path in map(material.redactor.restore, paths) if path in known)

    return said.model_copy(
        update={
            "concerns": tuple(each.model_copy(update={"paths": restored(each.paths)}) for each in said.concerns),
            "risks": tuple(each.model_copy(update={"paths": restored(each.paths)}) for each in said.risks),
        }
    )


def summary_question(change: ChangeMaterial) -> Question:
    """The question that asks for a summary."""
    return question(_SUMMARY, _of_summary(change))


def within(texts: Iterable[str], tokens: int) -> list[str]:
    """The first texts that there is room for."""
    kept: list[str] = []
    for text in texts:
        tokens -= estimate(text)
        if tokens < 0:
            break
        kept.append(text)
    return kept


def _of_summary(change: ChangeMaterial) -> Material:
    said_before = within((commit.text for commit in change.log), _LOG_TOKENS)
    return _material(change.folder, _named("COMMITS", said_before), change.differences, change.personal)


def _placeholder(text: str) -> str:
    return "it has a placeholder of a value that was taken out" if PREFIX in text else ""


def _named(name: str, texts: Sequence[str]) -> list[Section]:
    return [Section(name, "\n\n---\n\n".join(texts))] if texts else []


def _material(
    folder: str, sections: Sequence[Section], differences: Sequence[FileDiff], personal: Personal
) -> Material:
    redactor = Redactor(personal)
    for each in differences:
        # What gives a secret away may be outside of what the diff shows.
        for document in each.versions:
            redactor.learn(secrets_of(document, personal))
    diffs = [Section("DIFF", each.diff, {"path": each.path}) for each in differences]
    code = tuple(AuditedPiece(each.path, 1, each.diff.count("\n") + 1) for each in differences)
    return Material(folder, (*sections, *diffs), redactor, code)
