"""Models as ONNX files: a tiny one, written here by hand."""

from __future__ import annotations

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from reread.rag.embed import Address, EmbeddingError
from reread.rag.embedders import connect

TABLE = np.array([[0, 0], [3, 4], [1, 0], [0, 1]], dtype=np.float32)
WORDS = {"[UNK]": 0, "alpha": 1, "beta": 2, "gamma": 3}
INT64, FLOAT = 7, 1


def field(number, value):
    """A field of a protocol buffer: an integer, or anything with a length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    data = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(data)) + data


def varint(value):
    low, high = value & 127, value >> 7
    return bytes([low | 128]) + varint(high) if high else bytes([low])


def tensor(name, kind, *axes):
    shape = b"".join(field(1, field(2, axis)) for axis in axes)
    return field(1, name) + field(2, field(1, field(1, kind) + field(2, shape)))


def lookup_model(inputs=("input_ids", "attention_mask"), pooled=False):
    """ONNX for `TABLE[input_ids]`, a vector for each token; with `pooled` their sum for each text."""
    rows = (
        b"".join(field(1, size) for size in TABLE.shape)
        + field(2, FLOAT)
        + field(8, "table")
        + field(9, TABLE.tobytes())
    )
    nodes = [field(1, "table") + field(1, "input_ids") + field(2, "tokens" if pooled else "out") + field(4, "Gather")]
    if pooled:
        keep = field(1, "keepdims") + field(3, 0) + field(20, 2)
        axes = field(1, "axes") + field(8, 1) + field(20, 7)
        nodes.append(field(1, "tokens") + field(2, "out") + field(4, "ReduceMax") + field(5, axes) + field(5, keep))
    graph = b"".join(field(1, node) for node in nodes) + field(2, "lookup") + field(5, rows)
    graph += b"".join(field(11, tensor(name, INT64, "texts", "tokens")) for name in inputs)
    graph += field(12, tensor("out", FLOAT, "texts", *(() if pooled else ("tokens",)), "size"))
    return field(1, 8) + field(7, graph) + field(8, field(2, 13))


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "model.onnx").write_bytes(lookup_model())
    tokenizer = Tokenizer(models.WordLevel(WORDS, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    return tmp_path


def connected(folder):
    return connect("onnx", Address(model=str(folder)), str)


def test_a_text_is_the_mean_of_its_tokens_of_length_one(folder):
    [first, second, third] = connected(folder).embed(["beta gamma", "alpha", "gamma gamma gamma"])
    assert first == pytest.approx([0.5**0.5, 0.5**0.5])
    assert second == pytest.approx([0.6, 0.8])
    assert third == pytest.approx([0, 1])


def test_padding_counts_for_nothing_and_every_text_keeps_its_place(folder):
    embedder = connected(folder)
    texts = ["gamma", "beta " * 100, "alpha", "beta gamma"] * 20
    alone = [embedder.embed([text])[0] for text in texts]
    assert np.allclose(embedder.embed(texts), alone, atol=1e-6)


def test_what_is_longer_than_the_model_reads_is_cut(folder):
    assert connected(folder).embed(["beta " * 256 + "gamma " * 9_000])[0] == pytest.approx([1, 0])


def test_a_model_may_give_a_vector_for_each_text_itself(folder):
    (folder / "model.onnx").write_bytes(lookup_model(pooled=True))
    assert connected(folder).embed(["beta gamma"])[0] == pytest.approx([0.5**0.5, 0.5**0.5])


def test_a_model_may_want_types_of_tokens_too(folder):
    (folder / "model.onnx").write_bytes(lookup_model(("input_ids", "attention_mask", "token_type_ids")))
    assert connected(folder).embed(["alpha"]).shape == (1, 2)


def test_the_model_may_be_in_a_folder_of_its_own(folder):
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model.onnx")
    assert connected(folder).dimensions == 2


def test_no_texts_have_no_vectors(folder):
    assert len(connected(folder).embed([])) == 0


def test_the_name_is_that_of_the_files_content(folder):
    name = connected(folder).name
    (folder / "model.onnx").write_bytes(lookup_model(pooled=True))
    assert name.startswith("onnx-") and connected(folder).name != name


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json"])
def test_missing_files_are_said(folder, missing):
    (folder / missing).unlink()
    with pytest.raises(EmbeddingError, match="has no model"):
        connected(folder)


@pytest.mark.parametrize("damaged", ["model.onnx", "tokenizer.json"])
def test_files_that_are_no_model_are_said(folder, damaged):
    (folder / damaged).write_text("no model")
    with pytest.raises(EmbeddingError, match="onnx: "):
        connected(folder).embed(["alpha"])


def test_a_model_that_wants_something_else_is_said(folder):
    (folder / "model.onnx").write_bytes(lookup_model(("input_ids", "pixels")))
    with pytest.raises(EmbeddingError, match="pixels"):
        connected(folder).embed(["alpha"])
