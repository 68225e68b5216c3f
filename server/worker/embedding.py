"""The configured embedder, if code may be sent to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from reread.server.settings import Settings

if TYPE_CHECKING:
    from reread.rag.embed import Address, Embedder


class Chosen(NamedTuple):
    """An embedder, and the reason why it is not the configured one, or ""."""

    embedder: Embedder
    note: str = ""


def embedder_of(folder: str, settings: Settings) -> Chosen:
    """The embedder for a folder: the default one too where the one of the settings cannot be had or may not be asked.

    All code of the folder goes through an embedder. So one that is not on this machine needs two things: that the user
    named it in settings of their own, and that the code of this folder may be sent there (`reread consent`).
    """
    from reread.analyzers.review.privacy import consent
    from reread.analyzers.review.privacy.redact import Redactor
    from reread.rag import embedders
    from reread.rag.embed import Address, EmbeddingError
    from reread.server.personal import personal_of

    index = settings.index
    if index.embedder == "static":
        return Chosen(embedders.default())
    address = Address(index.embedder_base_url, index.embedder_model, "", index.embedder_dimensions)
    try:
        if index.embedder != "onnx":
            address = _agreed(folder, index.embedder, address)
        private = personal_of(settings.review, folder)

        def redact(text: str) -> str:
            return Redactor(private).redact(text)

        return Chosen(embedders.connect(index.embedder, address, redact))
    except (consent.ConsentError, EmbeddingError) as error:
        return Chosen(embedders.default(), f"{error}; the default embedder is used instead")


def _agreed(folder: str, provider: Literal["ollama", "openai"], address: Address) -> Address:
    """The address with its host and key. Raises ConsentError if code may not be sent to it, EmbeddingError."""
    from reread.analyzers.review.availability import Route, choose
    from reread.analyzers.review.privacy import consent
    from reread.analyzers.review.settings import ReviewSettings
    from reread.rag.embed import EmbeddingError

    settings = ReviewSettings(provider=provider, base_url=address.base_url)
    choice = choose(settings)
    if choice is None:
        raise EmbeddingError(f"{provider}: no key is set up")
    consent.require(folder, consent.recipients([Route(choice, address.model)]))
    return address._replace(base_url=choice.base_url, key=choice.key)
