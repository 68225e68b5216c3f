"""A headless Neovim that is driven from outside, the way a person would drive it."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path
from typing import Any

PLUGIN = Path(__file__).parents[2] / "editors" / "neovim"
START_SECONDS = 60
WAIT_SECONDS = 120


class Neovim:
    """Every expression is Lua and runs in the one editor; its result comes back as JSON."""

    def __init__(self, folder: Path, environment: dict[str, str], program: str = "nvim") -> None:
        self._program = program
        self._socket = str(folder / "nvim.sock")
        self._process = subprocess.Popen(
            [program, "--headless", "--clean", "-n", "--listen", self._socket],
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # The socket is the only sign of life that a headless editor gives.
        deadline = time.monotonic() + START_SECONDS
        while not Path(self._socket).exists():
            if time.monotonic() > deadline or self._process.poll() is not None:
                raise TimeoutError("Neovim did not start")

    def close(self) -> None:
        self._process.kill()
        self._process.wait()

    def evaluate(self, expression: str) -> Any:
        """The value of a Lua expression. Raises AssertionError with Neovim's words when it fails."""
        return self.run(f"return {expression}")

    def run(self, statements: str) -> Any:
        """The value that Lua statements return, or None."""
        encode = "return vim.json.encode(result == nil and vim.NIL or result)"
        # A Vim string in double quotes has the escapes of JSON.
        chunk = json.dumps(f"local result = (function() {statements} end)() {encode}")
        answer = subprocess.run(
            [
                self._program,
                "--clean",
                "--server",
                self._socket,
                "--remote-expr",
                f'luaeval("loadstring(_A)()", {chunk})',
            ],
            capture_output=True,
            text=True,
            timeout=WAIT_SECONDS + 30,
            check=False,
        )
        # Neovim 0.7 writes the result to standard error.
        text = (answer.stdout + answer.stderr).strip()
        try:
            return json.loads(text)
        except ValueError:
            raise AssertionError(text) from None

    def wait(self, condition: str) -> None:
        """Let the editor work until a Lua expression holds."""
        held = self.evaluate(f"(vim.wait({WAIT_SECONDS * 1000}, function() return {condition} end, 10))")
        assert held, f"never came true: {condition}\n{self.evaluate('vim.fn.execute([[messages]])')}"

    def press(self, keys: str) -> None:
        """Type keys, in Vim's notation, and let them take effect."""
        self.run(f"vim.api.nvim_input({json.dumps(keys)})")

    def command(self, command: str) -> None:
        self.run(f"vim.cmd({json.dumps(command)})")

    @property
    def lines(self) -> list[str]:
        lines: list[str] = self.evaluate("vim.api.nvim_buf_get_lines(0, 0, -1, false)")
        return lines

    @property
    def findings(self) -> list[tuple[int, str]]:
        """Line (from 1) and rule of what Reread says about the current buffer."""
        found = self.evaluate(
            "vim.tbl_map(function(d) return {d.lnum + 1, d.code or d.user_data.lsp.code} end,"
            " vim.tbl_filter(function(d) return d.source == 'Reread' end, vim.diagnostic.get(0)))"
        )
        return sorted((line, code) for line, code in found)
