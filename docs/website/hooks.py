"""What MkDocs calls while it builds: pages that are made from other files, and links that lead out of `docs/`."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from docs.website.settings_reference import reference
from reread.server.cli.rules.pages import documentation

ROOT = Path(__file__).parent.parent.parent
_EDITORS = ("emacs", "helix", "jetbrains", "kate", "neovim", "sublime", "vscode", "zed")
COPIED = {
    "SECURITY.md": "security.md",
    "CHANGELOG.md": "changes.md",
    **{
        f"editors/{name}/README.md": f"editors/{name}.md"
        for name in _EDITORS
    },
}
"""Files of the repository that are pages of the site, by their place in it."""
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)#\s]+)(#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are not files in `docs/`."""
    made = {"reference/settings.md": reference()}
    made |= {f"rules/{name}": text for name, text in documentation().items()}
    made |= {target: (ROOT / source).read_text(encoding="utf-8") for source, target in COPIED.items()}
    for target, text in made.items():
        files.append(File.generated(config, target, content=text))
    for picture in sorted((ROOT / "editors" / "vscode" / "media").rglob("*.png")):
        name = picture.relative_to(ROOT).as_posix()
        files.append(File.generated(config, name, abs_src_path=str(picture)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead links to where their target is in the site; one to a file that is not in it is its name alone."""
    place = page.file.src_uri
    source = next((source for source, target in COPIED.items() if target == place), f"docs/{place}")
    return _LINK.sub(lambda link: _relinked(link, place, source), markdown)


def _relinked(link: re.Match[str], place: str, source: str) -> str:
    sign, text, target, anchor = link.groups(default="")
    if ":" in target:
        return link[0]
    named = normpath(join(dirname(source), target))
    found = in_site(named)
    if found is None:
        return text
    up = "../" * place.count("/")
    return f"{sign}[{text}]({up}{found}{anchor})"


def in_site(path: str) -> str | None:
    """Where a file of the repository is in the site; None for one that is not, or is not there."""
    if path in COPIED:
        return COPIED[path]
    if path.startswith("docs/"):
        return path.removeprefix("docs/")
    return path if path.startswith("editors/vscode/media/") and (ROOT / path).exists() else None
