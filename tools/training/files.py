"""Writes what was learned as the files of a model; `embedders/static.py` reads them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reread.rag.embedders.static import ABOUT, SCALES, TABLE, WORDS

_STEPS = 127
"""The largest value of a signed byte that has a negative counterpart."""


class Learned(NamedTuple):
    """`table` has the vectors by row, `scales` by field and row what they weigh; both float32."""

    table: NDArray[np.float32]
    scales: NDArray[np.float32]


def write(learned: Learned, known: Sequence[str], folder: str) -> str:
    """Write the files of a model, each row of its table in steps of its own size. Returns the model's name."""
    sizes = np.abs(learned.table).max(axis=1, keepdims=True) / _STEPS
    table = np.rint(learned.table / np.maximum(sizes, 1e-12)).astype(np.int8)
    scales = (learned.scales * sizes[:, 0]).astype(np.float32)
    # So that the largest is 1: what all share does not matter, and half floats hold little above it.
    scales = (scales / scales.max()).astype(np.float16)
    os.makedirs(folder, exist_ok=True)
    np.save(os.path.join(folder, TABLE), table)
    np.save(os.path.join(folder, SCALES), scales)
    with open(os.path.join(folder, WORDS), "w", encoding="utf-8") as file:
        file.write("\n".join(known) + "\n")
    name = f"static-{checksum(folder)}"
    about = {"name": name, "dimensions": table.shape[1]}
    with open(os.path.join(folder, ABOUT), "w", encoding="utf-8") as file:
        json.dump(about, file, indent=2)
        file.write("\n")
    return name


def checksum(folder: str) -> str:
    """What tells a model from any other: the start of a hash of its files."""
    digest = hashlib.blake2b(digest_size=4)
    for name in (TABLE, SCALES, WORDS):
        with open(os.path.join(folder, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()
