"""Which pairs are held against each other, and what of them is seen."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tools.training.options import Options
from tools.training.pairs import Encoded, Indices


def batches(packages: Indices, options: Options, chance: np.random.Generator) -> Iterator[Indices]:
    """Batches without end. Each time round, the pairs of a package are dealt into groups anew."""
    members = [np.flatnonzero(packages == number) for number in range(int(packages.max()) + 1)]
    while True:
        groups = []
        for member in members:
            shuffled = chance.permutation(member)
            groups += [shuffled[start : start + options.group] for start in range(0, len(member), options.group)]
        dealt = np.concatenate([groups[number] for number in chance.permutation(len(groups))])
        for start in range(0, len(dealt) - options.batch + 1, options.batch):
            yield dealt[start : start + options.batch]


def take(encoded: Encoded, chosen: Indices, dropout: float, chance: np.random.Generator) -> Encoded:
    """Some texts, without the features that chance leaves out; `starts` has one entry for each, columns are int64."""
    sizes = encoded.starts[chosen + 1] - encoded.starts[chosen]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    places = np.repeat(encoded.starts[chosen] - starts, sizes) + np.arange(sizes.sum())
    kept = chance.random(len(places)) >= dropout
    starts = np.concatenate([[0], np.cumsum(kept)])[starts]
    places = places[kept]
    return Encoded(starts, encoded.columns[places].astype(np.int64), encoded.weights[places])
