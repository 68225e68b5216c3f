"""Looks for links in a built site that lead nowhere: `python -m website.links site`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class _Page(HTMLParser):
    """What one page links to, and what in it can be linked to."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.links.append(value)
            elif name in ("id", "name") and value:
                self.names.add(value)


def broken(site: Path) -> Iterator[str]:
    """A line for each link that leads to no file or place of the site; those to other sites are passed over."""
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in site.rglob("*.html")}
    for path, page in sorted(pages.items()):
        # The page for what is not found is served from anywhere; its links begin at the root of the site.
        for link in page.links if path.name != "404.html" else ():
            if reason := _wrong(link, path, pages):
                yield f"{path.relative_to(site)}: {link}: {reason}"


def loaded_from_elsewhere(site: Path) -> Iterator[str]:
    """Scripts, styles and pictures that a page would load from another site."""
    for path in sorted(site.rglob("*.html")):
        for link in _Sources(path.read_text(encoding="utf-8")).links:
            if urlsplit(link).netloc:
                yield f"{path.relative_to(site)}: {link}"


class _Sources(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        source = values.get("src") or (
            values.get("href") if tag == "link" and values.get("rel") == "stylesheet" else None
        )
        if source:
            self.links.append(source)


def _wrong(link: str, path: Path, pages: dict[Path, _Page]) -> str:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return ""
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if target.is_dir():
        target /= "index.html"
    if not target.exists():
        return "no such file"
    names = pages[target].names if target in pages else set()
    return "no such place" if parts.fragment and target in pages and unquote(parts.fragment) not in names else ""


if __name__ == "__main__":
    found = [line for look in (broken, loaded_from_elsewhere) for line in look(Path(sys.argv[1]).resolve())]
    sys.stdout.writelines(f"{line}\n" for line in found)
    sys.exit(bool(found))
