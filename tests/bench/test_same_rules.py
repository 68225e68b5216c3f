"""Our rules as Semgrep reads them."""

from __future__ import annotations

import stat
import sys

import pytest

from tests.bench import same_rules


def test_a_rule_has_no_field_of_ours_and_the_entries_that_it_shares():
    rule = {
        "id": "r",
        "mode": "taint",
        "metadata": {},
        "fix": "f()",
        "pattern-sources": [{"use": "parameters", "label": "INPUT"}, "source()"],
    }
    plain = same_rules.plain(rule, "python")
    assert set(plain) == {"id", "mode", "pattern-sources"}
    *shared, own = plain["pattern-sources"]
    assert own == {"pattern": "source()"}
    assert shared
    assert all(each["label"] == "INPUT" and "use" not in each for each in shared)


@pytest.fixture
def semgrep(tmp_path):
    """What says of the rules with a name in its first argument that it cannot read them."""

    def made(refused):
        program = tmp_path / "semgrep"
        program.write_text(
            f"#!{sys.executable}\nimport json, os, sys\n"
            "folder = sys.argv[sys.argv.index('--config') + 1]\n"
            f"bad = [name for name in os.listdir(folder) if {refused!r} in name]\n"
            "print(json.dumps({'errors': [{'spans': [{'file': folder + '/' + name}]} for name in bad]}))\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return str(program)

    return made


@pytest.mark.slow
def test_what_semgrep_refuses_is_left_out(tmp_path, semgrep):
    every = same_rules.write(tmp_path / "every", semgrep("no such name"), "python", ".py")
    some = same_rules.write(tmp_path / "some", semgrep("assert-"), "python", ".py")
    assert len(every) > 100
    assert some == [name for name in every if "assert-" not in name]
    assert len(some) < len(every)
