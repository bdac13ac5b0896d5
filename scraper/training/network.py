"""The judge's network as it learns; the one file that knows torch.

The steps are those of `cleaner.roles.network`, which runs them forward with numpy.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from scraper.cleaner.roles.network import LIMIT, POOLED
from scraper.model.page_type import PAGE_TYPES
from scraper.model.weights import NEAR, STRIDES, Layer, Matrix
from scraper.training.batches import Arrays, Indexed, Vocabularies, batch
from scraper.training.examples import UNKNOWN
from scraper.training.targets import targets

WIDTH, NARROW = 72, 24
"""Numbers that a block is while it is thought about, and that of it which others are told."""
NAME, WORD, PAGE = NEAR + 24, 16, 12
"""Lengths of the vectors of names, words and what a page goes by."""
ROLES = 11
_START = 0.05
_RATE, _DECAY, _TYPE, _FORGET = 3e-3, 0.02, 0.1, 0.25
_MEMORY = 0.995
"""What the running mean keeps of itself at each step; the mean is steadier on unseen pages (Izmailov et al. 2018)."""


class Network(nn.Module):
    """Features of a batch of pages to log-odds of every block; see `cleaner.roles.network`."""

    def __init__(self, mean: Matrix, scale: Matrix, known: Vocabularies) -> None:
        super().__init__()
        self.mean: Tensor
        self.scale: Tensor
        self.register_buffer("mean", torch.from_numpy(mean))
        self.register_buffer("scale", torch.from_numpy(scale))
        sizes = {"names": (known.names, NAME), "words": (known.words, WORD), "page": (known.page, PAGE)}
        self.vectors = nn.ParameterDict(
            {name: nn.Parameter(torch.randn(len(words), length) * _START) for name, (words, length) in sizes.items()}
        )
        widths = {
            "input": (len(mean) + NAME + WORD + PAGE, WIDTH),
            **{f"{name}_narrow": (WIDTH, NARROW) for name in ("first", "second")},
            **dict.fromkeys(("first", "second"), (NARROW * (POOLED + 1), WIDTH)),
            **{f"beside_{stride}_narrow": (WIDTH, NARROW) for stride in STRIDES},
            **{f"beside_{stride}": (3 * NARROW, WIDTH) for stride in STRIDES},
            "told": (WIDTH, 1),
            "roles": (WIDTH, ROLES),
            "types": (WIDTH, len(PAGE_TYPES)),
        }
        self.layers = nn.ModuleDict({name: nn.Linear(*width) for name, width in widths.items()})
        self.forget = nn.Dropout(_FORGET)

    def forward(self, given: Mapping[str, Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """Return log-odds of being told (blocks,), of roles (blocks, 11), and of page types (pages, 7)."""
        hidden = self.forget(self._step("input", self._input(given)))
        hidden = self._around("first", hidden, given)
        for stride in STRIDES:
            hidden = self._beside(stride, hidden, given)
        hidden = self.forget(self._around("second", hidden, given))
        pages = int(given["page_of"].max()) + 1
        sums = hidden.new_zeros(pages, WIDTH).index_add(0, given["page_of"], hidden)
        number = torch.bincount(given["page_of"], minlength=pages).unsqueeze(1)
        types: Tensor = self.layers["types"](sums / number)
        return self.layers["told"](hidden).squeeze(1), self.layers["roles"](hidden), types

    def _input(self, given: Mapping[str, Tensor]) -> Tensor:
        """Return everything that is known of each block side by side."""
        numbers = ((given["numbers"] - self.mean) * self.scale).clamp(-LIMIT, LIMIT)
        own = self._sums("names", given["names"], given["name_starts"], given["names_heard"])
        none = own.new_zeros(1, own.shape[1])
        padded = torch.cat([own, none])
        above = torch.where(given["above"] < 0, len(own), given["above"])
        near = functional.embedding(given["near"], own[:, :NEAR]) + functional.embedding(above, padded[:, :NEAR])
        far = functional.embedding_bag(
            given["outward"], own[:, NEAR:], given["outward_starts"], mode="sum", per_sample_weights=given["faint"]
        )
        words = self._sums("words", given["words"], given["word_starts"], given["words_heard"])
        page = self._sums("page", given["page"], given["page_starts"], given["page_heard"])
        return torch.cat([numbers, near, far, words, functional.embedding(given["page_of"], page)], 1)

    def _sums(self, name: str, numbers: Tensor, starts: Tensor, heard: Tensor) -> Tensor:
        """Return the sum of the vectors of each list of words."""
        return functional.embedding_bag(numbers, self.vectors[name], starts, mode="sum", per_sample_weights=heard)

    def _step(self, name: str, values: Tensor) -> Tensor:
        """Apply a linear map and cut what is negative."""
        return functional.relu(self.layers[name](values))

    def _around(self, name: str, hidden: Tensor, given: Mapping[str, Tensor]) -> Tensor:
        """Mix each block with the means of the elements around it."""
        sums = functional.pad(self._step(f"{name}_narrow", hidden).cumsum(0), (0, 0, 1, 0))
        held = functional.embedding(given["end"], sums) - functional.embedding(given["first"], sums)
        means = functional.embedding(given["levels"], held * given["share"]).flatten(1)
        return hidden + self._step(name, means)

    def _beside(self, stride: int, hidden: Tensor, given: Mapping[str, Tensor]) -> Tensor:
        """Mix each block with its neighbours at this distance."""
        narrow = self._step(f"beside_{stride}_narrow", hidden)
        spaced = functional.embedding(given["row_of"], torch.cat([narrow, narrow.new_zeros(1, NARROW)]))
        wide = functional.pad(spaced, (0, 0, stride, stride))
        number = len(spaced)
        three = torch.cat([wide[:number], spaced, wide[2 * stride :]], 1).index_select(0, given["place"])
        return hidden + self._step(f"beside_{stride}", three)


def begin(seed: int) -> None:
    """Make what torch leaves to chance repeatable; one thread, because two folds at once use two cores better."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)


def tensors(arrays: Arrays) -> dict[str, Tensor]:
    """Return a batch as torch wants it: whole numbers long, others single."""
    return {
        name: torch.from_numpy(array.astype(np.int64 if np.issubdtype(array.dtype, np.integer) else np.float32))
        for name, array in arrays.items()
    }


def layers_of(network: Network) -> dict[str, Layer]:
    """Return the linear maps as arrays."""
    return {name: Layer(_array(layer.weight).T.copy(), _array(layer.bias)) for name, layer in network.layers.items()}


def vectors_of(network: Network, name: str) -> Matrix:
    """Return the vectors of one vocabulary with a row of zeros behind."""
    vectors = _array(network.vectors[name])
    return np.concatenate([vectors, np.zeros((1, vectors.shape[1]), dtype=np.float32)])


def _array(values: Any) -> NDArray[np.float32]:
    """Return numbers without their history."""
    array: NDArray[np.float32] = values.detach().numpy().astype(np.float32)
    return array


def fit(pages: Sequence[Indexed], network: Network, rounds: Iterator[Sequence[Sequence[int]]], seed: int) -> Network:
    """Teach a network: `rounds` yields, round by round, the batches of page numbers; returned ready for use."""
    chance = np.random.default_rng(seed)
    schedule = list(rounds)
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    steps = sum(map(len, schedule))
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps, pct_start=0.15)
    mean = {name: value.detach().clone() for name, value in network.state_dict().items()}
    network.train()
    for number in (numbers for batches in schedule for numbers in batches):
        chosen = [pages[index] for index in number]
        optimizer.zero_grad()
        loss = _loss(network(tensors(batch(chosen, chance))), tensors(targets(chosen)), len(chosen))
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        pace.step()
        _remember(mean, network)
    network.load_state_dict(mean)
    network.eval()
    return network


def _remember(mean: Mapping[str, Tensor], network: Network) -> None:
    """Move the running mean a little towards what the network is now."""
    with torch.no_grad():
        for name, value in network.state_dict().items():
            mean[name].lerp_(value, 1 - _MEMORY)


def _loss(output: tuple[Tensor, Tensor, Tensor], wanted: Mapping[str, Tensor], pages: int) -> Tensor:
    """Return how wrong the output is, a page."""
    told, roles, types = output
    told_loss = functional.binary_cross_entropy_with_logits(told, wanted["told"], reduction="none")
    logs = functional.log_softmax(roles, 1)
    role_loss = -(wanted["roles"] * logs).sum(1)
    type_loss = functional.cross_entropy(types, wanted["type"], reduction="none", ignore_index=UNKNOWN)
    told_sum, role_sum = (told_loss * wanted["told_weight"]).sum(), (role_loss * wanted["role_weight"]).sum()
    return (told_sum + role_sum + _TYPE * type_loss.sum()) / pages
