"""The file that is open in the pictures of the documentation, with a finding that has a fix and one that has none."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SHOP = """\
import sqlite3

from flask import Flask, request

app = Flask(__name__)
database = sqlite3.connect("shop.db")


@app.get("/orders")
def orders():
    customer = request.args["customer"]
    found = database.execute(f"SELECT * FROM orders WHERE customer = '{customer}'")
    return {"orders": found.fetchall()}


def is_open(order):
    return order.state is "open"
"""
FIXED = SHOP.replace(' is "open"', ' == "open"')
FOUND = ["py/is-literal", "py/sql-injection"]
LEFT = ["py/sql-injection"]


def make_shop(folder: Path) -> Path:
    """A repository with `orders.py`, whose path is returned. Helix takes no other folder for a project."""
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    (folder / "reread.toml").touch()
    file = folder / "orders.py"
    file.write_text(SHOP)
    return file


def picture(name: str, folder: Path) -> Path:
    """Where a picture goes: into `REREAD_PICTURES` if that names a folder."""
    target = Path(os.environ.get("REREAD_PICTURES") or folder)
    target.mkdir(parents=True, exist_ok=True)
    return target / name
