"""The beginning of an HTML page without scripts or external resources, for light and dark screens and paper."""

from __future__ import annotations

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; --line: #d0d7de; --soft: #f6f8fa; --text: #1f2328; --page: #fff; --weak: #59636e; }
@media screen and (prefers-color-scheme: dark) {
  :root { --line: #3d444d; --soft: #1c2128; --text: #e6edf3; --page: #0d1117; --weak: #9aa4af; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 1.5rem; background: var(--page); color: var(--text);
  font: 15px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; margin: 0; } h2 { font-size: 1.25rem; margin: 2.2rem 0 .4rem; }
h2 { border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
h3, caption { font-size: 1rem; font-weight: 600; text-align: left; margin: 1rem 0 .3rem; padding: .3rem 0; }
p { margin: .35rem 0; max-width: 80ch; } .weak { color: var(--weak); }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; list-style: none; padding: 0; margin: .8rem 0; }
a { color: inherit; } code { font-size: .9em; background: var(--soft); padding: .1em .25em; border-radius: 3px; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid #2b78c5; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .4rem 0 1rem; }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; }
th { white-space: nowrap; } thead th { background: var(--soft); } tbody th { font-weight: 400; white-space: normal; }
tbody th { overflow-wrap: anywhere; min-width: 9rem; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
summary { cursor: pointer; font-weight: 600; margin: .6rem 0; }
figure { margin: .5rem 0 1.2rem; } figure svg { width: 100%; height: auto; max-height: 22rem; }
figure.tall svg { max-height: none; }
svg text { fill: var(--weak) !important; } svg .guides path { stroke: var(--line) !important; }
svg .ci, svg .ci .series { stroke: var(--text) !important; }
@media print { body { max-width: none; padding: 0; } nav { display: none; }
  figure, tr { break-inside: avoid; } h2, h3, caption, thead { break-after: avoid; } .scroll { overflow: visible; } }
"""


def opening(title: str) -> str:
    """All before the content of the body; `title` is HTML."""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )


CLOSING = "</body>\n</html>\n"
