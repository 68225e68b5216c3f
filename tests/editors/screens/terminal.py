"""An editor in a terminal: keys go in, and what is on the screen comes out, as text or as a picture.

The terminal is tmux, which draws the editor's output; rich draws the screen as SVG.
"""

from __future__ import annotations

import re
import subprocess
import time
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

COLUMNS = 108
PATIENCE = 120
THEME = TerminalTheme(
    (30, 34, 42),
    (212, 216, 224),
    [
        *((30, 34, 42), (224, 108, 117), (152, 195, 121), (229, 192, 123)),
        *((97, 175, 239), (198, 120, 221), (86, 182, 194), (212, 216, 224)),
    ],
    [
        *((110, 118, 132), (240, 130, 138), (170, 212, 140), (240, 206, 140)),
        *((124, 192, 250), (214, 144, 236), (110, 200, 212), (245, 247, 250)),
    ],
)
DRAWING = """<svg class="rich-terminal" viewBox="0 16 {width} {height}" xmlns="http://www.w3.org/2000/svg"
xml:space="preserve">
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: {char_height}px;
  line-height: {line_height}px; }}
{styles}
</style>
<defs><clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/></clipPath>{lines}</defs>
<rect y="16" width="{width}" height="{height}" rx="6" fill="#1e222a"/>
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g></svg>
"""
"""Rich's own drawing has the frame of a window, and loads its font from elsewhere."""


class Terminal:
    """A terminal in which one program runs."""

    def __init__(self, file: Path, environment: dict[str, str], *command: str, lines: int = 24) -> None:
        """Run a command with the name of a file, in the folder of that file."""
        folder = Path(environment["HOME"])
        self._socket = str(folder / "tmux.sock")
        self._environment = {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        settings = folder / "tmux.conf"
        settings.write_text('set -g default-terminal "tmux-256color"\nset -g status off\nset -s escape-time 0\n')
        size = ("-x", str(COLUMNS), "-y", str(lines))
        self._tmux("-f", str(settings), "new-session", "-d", *size, "-c", str(file.parent), *command, file.name)

    def close(self) -> None:
        """End the program with its terminal."""
        subprocess.run(["tmux", "-S", self._socket, "kill-server"], env=self._environment, check=False)

    def press(self, *keys: str) -> None:
        """Press keys by their names in tmux: `Escape`, `C-s`, `x`."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type text, letter by letter."""
        self._tmux("send-keys", "-l", text)

    @property
    def screen(self) -> str:
        """What is to be seen, as lines of text."""
        return self._tmux("capture-pane", "-p")

    def wait(self, *expected: str) -> None:
        """Until all of these are on the screen. Raises TimeoutError."""
        deadline = time.monotonic() + PATIENCE
        while not all(each in self.screen for each in expected):
            if time.monotonic() > deadline:
                raise TimeoutError(f"never to be seen: {expected}\n{self.screen}")
            time.sleep(0.05)

    def picture(self, path: Path) -> None:
        """Draw the screen to an SVG file."""
        console = Console(width=COLUMNS, record=True, file=StringIO(), force_terminal=True, color_system="truecolor")
        for line in self._tmux("capture-pane", "-p", "-e").splitlines():
            console.print(drawn(line), no_wrap=True, crop=True)
        path.write_text(console.export_svg(title="", theme=THEME, code_format=DRAWING, unique_id=path.stem))

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-S", self._socket, *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def drawn(line: str) -> Text:
    """A line of a screen; underlines are straight and have no colour of their own, because rich knows no others."""
    return Text.from_ansi(re.sub(r"\x1b\[([\d;:]*)m", _known, line))


def _known(sequence: re.Match[str]) -> str:
    codes = re.sub(r"(?:^|;)58(?:[;:]2[;:]{1,2}\d+[;:]\d+[;:]\d+|[;:]5[;:]\d+)", "", sequence[1])
    if sequence[1] and not codes:
        return ""
    return f"\x1b[{re.sub(r'4:[1-5]', '4', codes).strip(';')}m"
