"""A sentence transformer in ONNX files from a user's folder; nothing leaves this process."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from reread.analyzers import parts
from reread.rag.embed import Address, EmbeddingError, Vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_MODELS = ("model.onnx", os.path.join("onnx", "model.onnx"))
_TOKENIZER = "tokenizer.json"
_LONGEST = 256
"""Tokens of one text."""
_BATCH = 32
_THREADS = 2


def connect(address: Address, redact: Callable[[str], str]) -> OnnxEmbedder:
    return OnnxEmbedder(address.model)


class OnnxEmbedder:
    """An `Embedder` for a folder with `model.onnx` (or `onnx/model.onnx`) and `tokenizer.json`.

    The model takes `input_ids` and `attention_mask`, and `token_type_ids` if it wants to. Its first output is a vector
    for each text, or for each token; then their mean is taken.
    """

    def __init__(self, folder: str) -> None:
        """Raises EmbeddingError when the files are not there, or what runs them is not installed."""
        try:
            parts.require("onnx")
        except parts.PartMissingError as error:
            raise EmbeddingError(str(error)) from error
        files = [os.path.join(folder, name) for name in _MODELS if os.path.isfile(os.path.join(folder, name))]
        if not files or not os.path.isfile(os.path.join(folder, _TOKENIZER)):
            raise EmbeddingError(f"onnx: {folder} has no model.onnx with a tokenizer.json")
        self._file, self._folder = files[0], folder
        self.name = f"onnx-{_checksum(self._file)}"

    @property
    def dimensions(self) -> int:
        return int(self.embed(["dimensions"]).shape[1])

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each text. Raises EmbeddingError when the files are no model of this kind."""
        # Texts of one length together, since all are padded to the longest.
        order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
        parts = [self._batch([texts[number] for number in batch]) for batch in batches]
        if not parts:
            return np.zeros((0, 0), dtype=np.float32)
        result = np.concatenate(parts)
        result[order] = result.copy()
        return result

    def _batch(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch(list(texts))
        mask = np.array([entry.attention_mask for entry in encoded], dtype=np.int64)
        offered: Mapping[str, NDArray[np.int64]] = {
            "input_ids": np.array([entry.ids for entry in encoded], dtype=np.int64),
            "attention_mask": mask,
            "token_type_ids": np.zeros_like(mask),
        }
        names = {entry.name for entry in self._session.get_inputs()}
        try:
            output = self._session.run(None, {name: offered[name] for name in names})[0]
        except Exception as error:  # its errors have no common class
            raise EmbeddingError(f"onnx: {self._file} cannot be run: {error!r}") from error
        return _pooled(output, mask)

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        try:
            return onnxruntime.InferenceSession(self._file, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # its errors have no common class
            raise EmbeddingError(f"onnx: {self._file} is no model that can be run: {error}") from error

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        from tokenizers import Tokenizer

        try:
            tokenizer = Tokenizer.from_file(os.path.join(self._folder, _TOKENIZER))
        except Exception as error:  # it raises plain exceptions
            raise EmbeddingError(f"onnx: {_TOKENIZER} in {self._folder} cannot be read: {error}") from error
        tokenizer.enable_truncation(_LONGEST)
        tokenizer.enable_padding()
        return tokenizer


def _pooled(output: NDArray[Any], mask: NDArray[np.int64]) -> Vectors:
    """Vectors of length 1 for texts; those for tokens are averaged, padding left out."""
    if output.ndim == 3:
        counted = mask[..., np.newaxis]
        output = (output * counted).sum(axis=1) / np.maximum(counted.sum(axis=1), 1)
    if output.ndim != 2 or len(output) != len(mask):
        raise EmbeddingError("onnx: the model does not give a vector for each text")
    vectors = output.astype(np.float32)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths == 0, 1.0, lengths), dtype=np.float32)


def _checksum(path: str) -> str:
    digest = hashlib.blake2b(digest_size=4)
    with open(path, "rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
