"""Learns the vectors of words from pairs, with PyTorch, which nothing else needs.

A pair's question must find its answer among the answers of the batch; a batch holds large groups of pairs of one
package each, since telling apart what one project has is what counts. Equal input gives the equal model: one thread,
a fixed seed, a fixed number of steps.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from reread.rag.embedders.features import FIELDS
from tools.training.batches import batches, take
from tools.training.files import Learned
from tools.training.options import Options
from tools.training.pairs import Encoded, Examples, Indices

_TEMPERATURE = 15.0
"""The factor on cosines that learning starts with; it is learned too."""
_WARM_UP = 50
_REPORT = 200


class Vectors(nn.Module):
    """The table that is learned: a vector for each row, and how much a row weighs in each field, as a logarithm."""

    def __init__(self, rows: int, dimensions: int) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(rows, dimensions, mode="sum")
        nn.init.normal_(self.table.weight, std=dimensions**-0.5)
        self.scale = nn.Embedding(FIELDS * rows, 1)
        nn.init.zeros_(self.scale.weight)
        self.temperature = nn.Parameter(torch.tensor(math.log(_TEMPERATURE)))

    def forward(self, starts: Tensor, columns: Tensor, weights: Tensor) -> Tensor:
        weighted = weights * torch.exp(self.scale(columns).squeeze(1))
        rows = columns % self.table.num_embeddings
        return functional.normalize(self.table(rows, starts, per_sample_weights=weighted))


def learn(examples: Examples, rows: int, options: Options, report: Callable[[str], None]) -> Learned:
    """The vectors after all steps."""
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    model = Vectors(rows, options.dimensions)
    optimizer = torch.optim.Adam(model.parameters(), betas=(0.9, 0.99))
    losses = []
    chance = np.random.default_rng(options.seed)

    def some(texts: Encoded, chosen: Indices) -> Iterator[Tensor]:
        return map(torch.from_numpy, take(texts, chosen, options.dropout, chance))

    for step, chosen in enumerate(batches(examples.packages, options, chance)):
        if step == options.steps:
            break
        rate = options.rate * min(1.0, (step + 1) / _WARM_UP) * (1 - step / options.steps)
        for group in optimizer.param_groups:
            group["lr"] = rate
        optimizer.zero_grad()
        left, right = (model(*some(texts, chosen)) for texts in (examples.left, examples.right))
        loss = _loss(left, right, model.temperature.exp(), examples.questions[chosen])
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        losses.append(loss.item())
        if (step + 1) % _REPORT == 0:
            report(f"step {step + 1} of {options.steps}, loss {np.mean(losses[-_REPORT:]):.3f}")
    with torch.no_grad():
        scales = torch.exp(model.scale.weight).reshape(FIELDS, rows).numpy()
        return Learned(model.table.weight.numpy(), scales)


def _loss(left: Tensor, right: Tensor, temperature: Tensor, questions: Indices) -> Tensor:
    """The mean cross entropy of finding the answer for each question, and the question for each answer."""
    named = torch.from_numpy(questions)
    equal = named[:, None] == named[None, :]
    equal.fill_diagonal_(False)
    likeness = (left @ right.T * temperature).masked_fill(equal, -1e4)
    targets = torch.arange(len(questions))
    return (functional.cross_entropy(likeness, targets) + functional.cross_entropy(likeness.T, targets)) / 2
