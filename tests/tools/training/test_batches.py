from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from tools.training.batches import batches, take
from tools.training.options import Options
from tools.training.pairs import Encoded

ENCODED = Encoded(
    np.array([0, 2, 2, 5]), np.array([10, 11, 20, 21, 22], dtype=np.int32), np.array([1, 2, 3, 4, 5], dtype=np.float32)
)
PACKAGES = np.repeat(np.arange(4), [50, 30, 20, 5])
OPTIONS = Options(batch=16, group=8)


def dealt(count, seed=1):
    return list(islice(batches(PACKAGES, OPTIONS, np.random.default_rng(seed)), count))


def test_a_batch_holds_groups_of_pairs_of_few_packages():
    for batch in dealt(12):
        assert len(set(batch)) == OPTIONS.batch
        assert max(np.bincount(PACKAGES[batch])) >= 6


def test_each_time_round_every_pair_comes_once_but_those_left_at_the_end():
    once = np.concatenate(dealt(len(PACKAGES) // OPTIONS.batch))
    assert len(set(once)) == len(once) == len(PACKAGES) // OPTIONS.batch * OPTIONS.batch


def test_chance_is_the_same_for_the_same_seed():
    assert np.array_equal(dealt(9), dealt(9))
    assert not np.array_equal(dealt(9), dealt(9, seed=2))


def test_texts_are_taken_in_the_order_that_is_asked_for():
    found = take(ENCODED, np.array([2, 0, 1]), 0.0, np.random.default_rng(1))
    assert found.starts.tolist() == [0, 3, 5]
    assert found.columns.tolist() == [20, 21, 22, 10, 11]
    assert found.weights.tolist() == [3, 4, 5, 1, 2]


@pytest.mark.parametrize("dropout", [0.3, 0.9])
def test_a_share_of_the_features_is_left_out_and_each_text_keeps_its_own(dropout):
    starts = np.arange(0, 10_001, 10)
    many = Encoded(starts, np.repeat(np.arange(1_000), 10).astype(np.int32), np.ones(10_000, dtype=np.float32))
    found = take(many, np.arange(1_000), dropout, np.random.default_rng(1))
    assert len(found.columns) == pytest.approx(10_000 * (1 - dropout), rel=0.1)
    owner = np.searchsorted(found.starts, np.arange(len(found.columns)), side="right") - 1
    assert np.array_equal(owner[found.columns == owner], owner)


def test_nothing_may_be_left_of_a_text():
    found = take(ENCODED, np.array([0, 2]), 1.0, np.random.default_rng(1))
    assert (found.starts.tolist(), found.columns.tolist()) == ([0, 0], [])
