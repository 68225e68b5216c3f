from __future__ import annotations

import numpy as np

from reread.rag.embedders.static import StaticEmbedder
from tools.training.files import Learned, checksum, write


def learned(seed=1):
    chance = np.random.default_rng(seed)
    return Learned(
        chance.normal(size=(6, 16)).astype(np.float32), chance.uniform(0.1, 2, size=(4, 6)).astype(np.float32)
    )


def test_what_was_written_embeds_as_what_was_learned(tmp_path):
    model = learned()
    name = write(model, ["alpha", "beta"], str(tmp_path))
    embedder = StaticEmbedder(str(tmp_path))
    assert embedder.name.startswith(name)
    vector = embedder.embed(["alpha beta alpha beta alpha"])[0, :16]
    vector /= np.linalg.norm(vector)
    expected = model.scales[3, 0] * model.table[0] * 2 + model.scales[3, 1] * model.table[1] * np.log2(3)
    assert vector @ (expected / np.linalg.norm(expected)) > 0.999


def test_the_name_changes_with_the_model(tmp_path):
    names = {write(learned(seed), ["alpha", "beta"], str(tmp_path)) for seed in (1, 2)}
    assert len(names) == 2
    assert f"static-{checksum(str(tmp_path))}" in names


def test_a_row_that_was_never_learned_stays_empty(tmp_path):
    model = learned()
    model.table[0] = 0
    write(model, ["alpha", "beta"], str(tmp_path))
    assert not StaticEmbedder(str(tmp_path)).embed(["alpha"])[0, :16].any()
