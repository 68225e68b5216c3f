"""An evaluation that is killed at any moment goes on where it was."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
from collections import Counter

import pytest

from reread.server.evaluation.dataset import load
from tests.server.evaluation.scripted import Scripted
from tests.server.test_case_reviews import CASE, DEFECT
from tests.standin import StandIn

pytestmark = pytest.mark.slow

CASES = 8
AT_ONCE = 2


class Killing:
    """A model that kills whoever asks at some of its requests, before it answers."""

    def __init__(self, scripted, moments):
        self.process = None
        self.asked = Counter()
        self._scripted = scripted
        self._moments = moments
        self._lock = threading.Lock()

    def __call__(self, prompt):
        with self._lock:
            self.asked[prompt] += 1
            if self.asked.total() in self._moments:
                self.process.send_signal(signal.SIGKILL)
        return self._scripted(prompt)


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=pytest.mark.soak)])
def test_no_answer_is_lost_or_paid_for_twice(environment, tmp_path, kills):
    (tmp_path / "set").mkdir()
    for number in range(CASES):
        text = CASE.format(number=number, what=DEFECT.format(number=number))
        (tmp_path / "set" / f"{number}.yaml").write_text(text)
    cases = load(str(tmp_path / "set"))
    runs = 1 if kills == 3 else 4
    moments = set(random.Random(7).sample(range(2, 2 * CASES * runs), kills))
    with StandIn() as model:
        killing = Killing(Scripted(cases), moments)
        model.answers(killing)
        command = [sys.executable, "-P", "-m", "reread.server", "eval", "set", "--yes", "--format", "json"]
        command += ["--parallel", str(AT_ONCE), "--runs", str(runs), "--set", "review.concurrency=1"]
        command += ["--set", "index.enable=false"]
        variables = {**environment, "OPENAI_BASE_URL": model.openai_url}
        died = 0
        while True:
            with subprocess.Popen(command, cwd=tmp_path, env=variables, stdout=-1, stderr=-1, text=True) as process:
                killing.process = process
                out, err = process.communicate(timeout=300)
            if process.returncode != -signal.SIGKILL:
                break
            died += 1
            model.wait_until_idle()
        assert process.returncode == 0, err
        assert died > 0
    assert json.loads(out)["first"]["score"]["counts"]["found"] == CASES * runs
    # What was being answered at the moment may be asked for again.
    repeated = killing.asked.total() - runs * len(killing.asked)
    assert 0 <= repeated <= AT_ONCE * died
