"""What Markdown becomes when it is rendered, by real renderers with all that editors have switched on."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

RENDERERS = (
    MarkdownIt("commonmark"),
    MarkdownIt("gfm-like", {"html": True, "linkify": True}),
    MarkdownIt("js-default", {"html": True}),
)
_FORBIDDEN = {"html_block": "html", "html_inline": "html", "image": "image", "table_open": "table"}


def forbidden(text: str, allowed: tuple[str, ...] = ()) -> list[str]:
    """What must not come out of a renderer: pictures, HTML, tables, and links to addresses that are not `allowed`."""
    found = []
    for renderer in RENDERERS:
        for token in _tokens(renderer.parse(text, environment := {})):
            if token.type == "link_open" and token.attrs["href"] not in allowed:
                found.append(f"link to {token.attrs['href']}")
            elif token.type in _FORBIDDEN:
                found.append(_FORBIDDEN[token.type])
        found += [f"definition of {name}" for name in environment.get("references", {})]
    return found


def text_of(markdown: str) -> str:
    """What people read of it."""
    return "".join(
        token.content if token.type != "softbreak" else "\n"
        for token in _tokens(RENDERERS[0].parse(markdown))
        if not token.children
    )


def codes_of(markdown: str) -> list[str]:
    """The texts of its code spans and blocks."""
    return [token.content for token in _tokens(RENDERERS[0].parse(markdown)) if token.type in ("code_inline", "fence")]


def _tokens(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()
