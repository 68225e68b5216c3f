"""From archives to what is learned from, and back out to a model; learning itself needs PyTorch and is left out."""

from __future__ import annotations

import json
import sys
import zipfile
from types import SimpleNamespace

import numpy as np
import pytest

from reread.rag.embedders.features import FIELDS, Vocabulary
from reread.rag.embedders.static import StaticEmbedder
from tools.training import __main__ as training
from tools.training.fetch import LEARN, VALIDATE, Source
from tools.training.files import Learned

CODE = '''
def load_{name}(path):
    """Load the {name} that is kept at a path."""
    return read(path, {name})
'''


@pytest.fixture
def fetched(tmp_path, monkeypatch):
    found = []
    for name, use in (("apples", LEARN), ("pears", LEARN), ("plums", VALIDATE), ("nothing", LEARN)):
        archive = tmp_path / f"{name}.whl"
        with zipfile.ZipFile(archive, "w") as zipped:
            zipped.writestr("a.py" if name != "nothing" else "a.txt", CODE.format(name=name))
        found.append((Source("pypi", name, "1", use, "MIT"), [str(archive)]))
    monkeypatch.setattr(training, "fetch", lambda folder, wanted: found)
    return tmp_path


def test_packages_are_learned_from_or_validated_with(fetched):
    learned_from, validation = training._packages(str(fetched))
    assert [[each.name for each in package] for package in learned_from] == [["load_apples"], ["load_pears"]]
    assert [each.name for each in validation["Python"]] == ["load_plums"]
    assert validation["other languages"] == []


def test_an_archive_is_read_once(fetched, monkeypatch):
    first = training._packages(str(fetched))
    monkeypatch.setattr(training, "of_archive", None)
    assert training._packages(str(fetched)) == first


def test_examples_say_which_package_they_are_of_and_which_questions_are_equal(fetched):
    learned_from, _ = training._packages(str(fetched))
    examples = training._examples(Vocabulary(["load", "path"], 64), [*learned_from, learned_from[0]])
    assert examples.packages.tolist() == [0, 1, 2]
    assert examples.questions[0] == examples.questions[2] != examples.questions[1]
    assert len(examples.left.starts) == len(examples.right.starts) == 4
    assert np.all(examples.left.columns < 4 * 66)


def test_the_table_of_common_words_needs_no_learning(fetched, monkeypatch):
    table = fetched / "words.json"
    monkeypatch.setattr("sys.argv", ["training", str(fetched), "--common-words", str(table)])
    assert training.main() == 0
    assert json.loads(table.read_text())["path"] == 1.0


def test_a_few_packages_go_all_the_way_to_a_model_that_embeds(fetched, monkeypatch, capsys):
    def learn(examples, size, options, say):
        chance = np.random.default_rng(1)
        shape = (FIELDS, size)
        return Learned(chance.normal(size=(size, options.dimensions)).astype(np.float32), np.ones(shape, np.float32))

    monkeypatch.setitem(sys.modules, "tools.training.learn", SimpleNamespace(learn=learn))
    (fetched / "few.tsv").write_text("# registry\tpackage\n")
    given = [str(fetched), "--data", str(fetched / "few.tsv"), "--model", str(fetched / "model"), "--dimensions", "8"]
    monkeypatch.setattr("sys.argv", ["training", *given, "--buckets", "64"])
    assert training.main() == 0
    said = capsys.readouterr().err
    assert "2 packages, 2 definitions" in said and "Python: Recall@5 1.000" in said
    assert "other languages" not in said
    assert StaticEmbedder(str(fetched / "model")).embed(["load the apples"]).shape[0] == 1
