"""Answers a question about the code from retrieved pieces, with citations."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reread.analyzers.review import prompts
from reread.analyzers.review.ask.cached_client import CachedClient
from reread.analyzers.review.ask.context import ContextPiece
from reread.analyzers.review.ask.sections import context_section
from reread.analyzers.review.generation.answer_stream import AnswerStream
from reread.analyzers.review.generation.citations import Cited, Read, Referring, found
from reread.analyzers.review.generation.forms import ANSWERED_SCHEMA, Answered, Quoted
from reread.analyzers.review.generation.prompting import Material, QuestionForm, question, read
from reread.analyzers.review.privacy.audit import AuditedPiece
from reread.analyzers.review.privacy.pii import Personal
from reread.analyzers.review.privacy.redact import Redactor
from reread.analyzers.review.prompts import Section

_MOST_PLACES = 12
_ASK = QuestionForm("ask", prompts.ASK, ANSWERED_SCHEMA, "answer", {"most_places": str(_MOST_PLACES)})

OnText = Callable[[str], None]


async def answer(
    asker: CachedClient,
    folder: str,
    asked: str,
    shown: Sequence[ContextPiece],
    read_file: Read,
    personal: Personal,
    on_words: OnText,
) -> tuple[str, list[Cited]]:
    """The answer with its places put in, and the places; `on_words` is given the words as they come.

    Raises ProviderError. An answer all of whose places were found is kept for the next time.
    """
    redactor = Redactor(personal)
    sections = (*map(context_section, shown), Section("QUESTION", asked))
    pieces = tuple(
        AuditedPiece(piece.path, piece.start_line, piece.start_line + piece.text.rstrip("\n").count("\n"))
        for piece in shown
    )
    sent = question(_ASK, Material(folder, sections, redactor, (), pieces))
    live = _Live(redactor, shown, read_file, on_words)
    kept = asker.cached(sent)
    if kept is None:
        kept = await asker.ask(sent, live.feed)
    said = read(kept, _ASK, Answered)
    places = live.places(said.places)
    live.finish(said)
    if None not in places:
        asker.store(sent, kept)
    return live.text, [place for place in dict.fromkeys(places) if place is not None]


class _Live:
    """Passes an answer on while it streams; its places were found before the first word."""

    def __init__(self, redactor: Redactor, shown: Sequence[ContextPiece], read_file: Read, on_words: OnText) -> None:
        self.text = ""
        self._redactor = redactor
        self._shown = shown
        self._read = read_file
        self._on_words = on_words
        self._stream = AnswerStream()
        self._referring: Referring | None = None

    def feed(self, piece: str) -> None:
        words = self._stream.feed(piece)
        if self._stream.places is None:
            return
        if self._referring is None:
            self._referring = Referring(self.places(_quoted(self._stream.places)))
        self._pass_on(self._referring.feed(words))

    def finish(self, said: Answered) -> None:
        """The rest; all of it for an answer that was kept, or that came in another order."""
        if self._referring is None:
            self._referring = Referring(self.places(said.places))
            self._pass_on(self._referring.feed(said.answer))
        self._pass_on(self._referring.finish())

    def places(self, quoted: Sequence[Quoted]) -> list[Cited | None]:
        restore = self._redactor.restore
        plain = [Quoted(path=restore(each.path), quote=restore(each.quote)) for each in quoted[:_MOST_PLACES]]
        return found(plain, self._shown, self._read)

    def _pass_on(self, words: str) -> None:
        # A placeholder has no white space in it, and so is whole here. Its value is the person's own.
        words = self._redactor.restore(words)
        self.text += words
        if words:
            self._on_words(words)


def _quoted(values: object) -> list[Quoted]:
    entries = values if isinstance(values, list) else []
    return [
        Quoted(path=entry["path"], quote=entry["quote"])
        for entry in entries
        if isinstance(entry, dict) and isinstance(entry.get("path"), str) and isinstance(entry.get("quote"), str)
    ]
