"""Several processes on one index, in real life: one of them writes, any of them may be killed, and another goes on."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest

from reread.rag.workspace_index import WorkspaceIndex
from tests.rag.conftest import write
from tests.rag.test_damage import contents, contents_afresh, end
from tests.rag.test_index import consistent

PROCESS = """
import sys
from reread.rag.workspace_index import WorkspaceIndex
index = WorkspaceIndex(sys.argv[1])
print("open", flush=True)
for line in sys.stdin:
    if line == "run\\n":
        report = index.run()
        print("read" if report.read_only else "wrote", *report.notes, flush=True)
    else:
        print(*(piece.name for piece in index.search(line.strip(), 3)), flush=True)
"""


class Editor:
    """A process that has the index open."""

    def __init__(self, folder):
        command = [sys.executable, "-c", PROCESS, str(folder)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "open\n"

    def ask(self, line):
        self.tell(line)
        return self.process.stdout.readline().strip()

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()


def edit(folder, chance, count):
    """What people do to files: change, make, rename and delete them."""
    files = sorted(folder.iterdir())
    for _ in range(count):
        path, number = chance.choice(files), chance.randrange(1_000)
        what = chance.choice(["change", "make", "rename", "delete"])
        if what == "change" and path.exists():
            path.write_text(f"def changed{number}(): return g{number}()\n" * 3)
        elif what == "make":
            write(folder, {f"new{number}.py": f"def made{number}(): return g{number}()\n"})
        elif what == "rename" and path.exists():
            path.rename(folder / f"moved{number}.py")
        elif what == "delete":
            path.unlink(missing_ok=True)


def answers_after_an_end(editors):
    """What the others answer once nothing of the ended process is left.

    A program that it was just starting has its lock until it is that program; who asks then only reads.
    """
    for _ in range(100):
        answers = [editor.ask("run") for editor in editors]
        if "wrote" in answers:
            break
    return answers


@pytest.mark.parametrize(
    "seed",
    [
        0,
        *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 4)),
        *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(4, 12)),
    ],
)
def test_one_writes_and_when_it_is_killed_another_goes_on(folder, seed, monkeypatch):
    chance = random.Random(seed)
    write(folder, {f"m{number}.py": f"def f{number}():\n    return g{number}()\n" * 3 for number in range(120)})
    editors = [Editor(folder) for _ in range(3)]
    for _ in range(1 if seed == 0 else 6):
        edit(folder, chance, 20)
        write(folder, {"here.py": "def surely_here(): ...\n"})
        answers = [editor.ask("run") for editor in editors]
        assert sorted(answers) == ["read", "read", "wrote"]
        assert all(editor.ask("surely_here").startswith("surely_here") for editor in editors)
        command = [sys.executable, "-P", "-m", "reread.server", "index", "-q", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert "another process is updating this index" in done.stdout
        assert done.stderr == ""
        writer = editors[answers.index("wrote")]
        edit(folder, chance, 20)
        if chance.random() < 0.7:
            writer.tell("run")
            try:
                writer.process.wait(chance.random() * 0.3)
            except subprocess.TimeoutExpired:
                pass
        end(writer.process)
        editors.remove(writer)
        assert sorted(answers_after_an_end(editors)) == ["read", "wrote"]
        editors.append(Editor(folder))
    for editor in editors:
        end(editor.process)
    index = WorkspaceIndex(str(folder))
    index.run()
    assert consistent(index)
    assert contents(index) == contents_afresh(folder, monkeypatch)
    index.close()
