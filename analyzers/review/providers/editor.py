"""The models of the editor that started the language server, such as those of VS Code's language model API."""

from __future__ import annotations

from reread.analyzers.review.client_model import OWN_CHOICE, connected, no_address
from reread.analyzers.review.description import Description, Key, Models

METHOD = "reread/askModel"
"""The request that the editor answers; docs/providers.md describes it."""

PROVIDER = Description(
    name="editor",
    title="the models of your editor",
    connect=connected("editor", METHOD, f"no editor that answers {METHOD} started this review"),
    rank=10,
    setup=f"set review.provider in an editor that answers {METHOD}",
    key=Key.NEVER,
    official_url="editor://its-models",
    url_of=no_address,
    by_client=True,
    models=Models(default=OWN_CHOICE),
)
