"""Runs `vscode_session/tour.mjs`: all views and dialogues of the extension, in a repository with a model on loopback.

The pictures that it takes are those of the documentation.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from tests.editors.code_server import TOOLS, CodeServer, pack
from tests.editors.servers import COMMAND
from tests.editors.vscode import drive
from tests.standin import StandIn

SCRIPT = Path(__file__).with_name("vscode_session") / "tour.mjs"
KEY = "sk-proj-Entered0By0A0Person0In0The0Test0"

FILES = {
    "shop/accounts.py": """import hashlib
import sqlite3

from flask import Flask, request

app = Flask(__name__)


def query(db, text):
    return db.execute(text)


@app.route("/find")
def find():
    name = request.args["name"]
    text = "select * from account where name = '" + name + "'"
    return str(query(sqlite3.connect("shop.db"), text))


def token(mail):
    return hashlib.sha1(mail.encode()).hexdigest()


def known(value):
    return value == None
""",
    "shop/pricing.py": "def total(prices):\n    return sum(prices)\n\n\ndef mean(values):\n    return sum(values)\n",
    "shop/orders.py": "from shop.pricing import total\n\n\ndef invoice(order):\n    return total(order.prices)\n",
    "shop/report.py": "from shop.pricing import total\n\n\ndef year(sales):\n    return total(sales)\n",
    "shop/stock.py": "def share(parts):\n    return parts[0]\n",
    "shop/__init__.py": "",
}

CHANGED = {
    "shop/pricing.py": "def total(prices):\n    return sum(prices)\n\n\n"
    "def mean(values):\n    return sum(values) / len(values)\n",
    "shop/stock.py": "def share(parts):\n    return parts[0] / len(parts)\n",
}
"""What is not committed: divisions by a length that may be nothing."""

STAGED = {
    "shop/shell.py": 'import os\n\nfrom flask import request\n\n\ndef ping():\n    os.system("ping " + request.args["host"])\n'
}


STANDARD = '[rules]\nprofile = "standard"\n'
"""The profile in which a data flow through several functions is told."""


class Tour:
    """The folder of the repository, and what was seen in it."""

    def __init__(self, folder: Path, environment: dict[str, str], screenshots: Path) -> None:
        from tests.editors.conftest import RULE

        self.folder = folder
        self.project = Path(environment["HOME"]) / "code" / "shop-repository"
        write(self.project, {**FILES, ".reread/rules/compare.yaml": RULE, "reread.toml": STANDARD})
        for arguments in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-q", "-m", "start"]):
            _git(self.project, *arguments)
        write(self.project, {**CHANGED, **STAGED})
        _git(self.project, "add", "shop/shell.py")
        with StandIn() as model:
            settings = {"reread.path": COMMAND, "reread.review.baseUrl": model.openai_url}
            server = CodeServer(folder, pack(folder / "reread.vsix"), settings, environment, {"git.enabled": True})
            try:
                given = {
                    "url": server.url,
                    "folder": str(self.project),
                    "tools": str(TOOLS),
                    "chromium": shutil.which("chromium"),
                    "screenshots": str(screenshots),
                    "viewport": {"width": 1100, "height": 700},
                    "settings": str(server.machine_settings),
                    "model": model.url,
                    "key": KEY,
                }
                self.seen: dict[str, Any] = drive(SCRIPT, given, environment)
            finally:
                server.close()
            self.authorizations = [request.headers.get("authorization", "") for request in model.requests]
            self.asked = [request.prompt for request in model.requests if request.kind == "ask"]
            self.feedback = "".join(path.read_text() for path in (self.project / ".reread").glob("feedback*"))


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files by their paths."""
    for name, text in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


def _git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)
