"""The log: for its user alone, in files that rotate, without secrets and code, with the job of whoever logged it."""

from __future__ import annotations

import logging
import os
import stat
import threading

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers import correlation, retention, spans
from reread.server.configuration import load
from reread.server.logs import reading, writing
from reread.server.logs.lines import line_of, parse
from reread.server.rpc.errors import WorkerGoneError

SECRET = "Winter!4711x"
CODE = "def launch(missile): ..."
OWN = logging.getLogger("reread.test")
LIBRARY = logging.getLogger("httpx")


def written(place):
    return list(reading.lines(str(place), reading.Wanted()))


def test_a_record_is_a_line_of_json(log, place):
    OWN.warning("it took %.1f s", 1.5, extra={"data": {"files": 3}})
    [line] = written(place)
    assert (line.level, line.process, line.pid, line.logger) == ("warning", "server", os.getpid(), "reread.test")
    assert (line.message, line.data) == ("it took 1.5 s", {"files": 3})
    assert line.time.endswith("+00:00")


def test_the_file_and_its_folder_are_for_this_user_alone(log, place):
    OWN.warning("once")
    [file] = place.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


def test_there_is_no_file_before_there_is_something_to_say(log, place):
    assert not place.exists()


def test_a_file_that_is_full_is_kept_once(log, place, monkeypatch):
    monkeypatch.setattr(writing, "LARGEST", 0)
    log.close()
    small = writing.start("worker")
    file = logging.getLogger().handlers[-1]
    file.maxBytes = 500
    for number in range(20):
        OWN.warning("number %d", number)
    small.close()
    assert sorted(each.name.partition("jsonl")[2] for each in place.iterdir()) == ["", ".1"]
    assert {stat.S_IMODE(each.stat().st_mode) for each in place.iterdir()} == {0o600}
    assert written(place)[-1].message == "number 19"


def test_a_process_whose_file_was_taken_away_makes_another(log, place):
    OWN.warning("before")
    [file] = place.iterdir()
    file.unlink()
    OWN.warning("after")
    assert [line.message for line in written(place)] == ["after"]


def test_the_oldest_files_go(log, place, monkeypatch):
    place.mkdir(parents=True)
    monkeypatch.setattr(retention, "LOGS", retention.LOGS._replace(files=2))
    for number in range(5):
        (place / f"worker-{number}.jsonl").write_text("")
    OWN.warning("new")
    assert len(list(place.iterdir())) == 3


@pytest.mark.parametrize("text", [f"password = '{SECRET}'", f"https://svc:{SECRET}@db.corp.example/x"])
def test_secrets_are_replaced_in_messages_arguments_and_data(log, place, text):
    OWN.warning("it said %s", text, extra={"data": {"what": text}})
    OWN.warning("%s", OSError(text))
    try:
        raise OSError(text)
    except OSError:
        OWN.exception("failed")
    assert SECRET not in "".join(file.read_text() for file in place.iterdir())
    assert len(written(place)) == 3


def test_errors_of_others_are_named_but_their_text_may_quote_code(log, place):
    try:
        raise ValueError(CODE)
    except ValueError as error:
        OWN.exception("reading %s: %s", "a.py", error)
    OWN.warning("skipped %r", CODE.encode())
    first, second = written(place)
    assert first.message == "reading a.py: ValueError"
    assert (first.error.type, first.error.text) == ("ValueError", "")
    assert first.error.frames[-1].endswith("test_errors_of_others_are_named_but_their_text_may_quote_code")
    assert second.message == "skipped '24 bytes'"


def test_errors_of_ours_say_what_is_wrong(log, place):
    OWN.warning("indexing: %s", WorkerGoneError("the worker was stopped"))
    assert written(place)[0].message == "indexing: the worker was stopped"


def test_of_libraries_warnings_are_written_without_what_they_are_about(log, place):
    LIBRARY.info("HTTP Request: %s", CODE)
    LIBRARY.warning("odd: %s", CODE)
    LIBRARY.warning(f"odd: {CODE}")
    assert [line.message for line in written(place)] == ["odd: %s", "(left out: it may hold code)"]


def test_code_is_written_when_it_is_asked_for(log, place, tmp_path):
    (tmp_path / "config.toml").write_text("[logs]\ncode = true\n")
    LIBRARY.warning(f"odd: {CODE}")
    OWN.warning("%s", ValueError(CODE))
    assert [line.message for line in written(place)] == [f"odd: {CODE}", CODE]


@pytest.mark.parametrize(("level", "count"), [("off", 0), ("error", 1), ("warning", 2), ("info", 3), ("debug", 4)])
def test_the_settings_say_what_is_written(log, place, tmp_path, level, count):
    (tmp_path / "config.toml").write_text(f'[logs]\nlevel = "{level}"\n')
    OWN.error("error")
    for name in ("warning", "info", "debug"):
        getattr(OWN, name)(name)
    assert len(written(place)) == count


def test_neither_a_repository_nor_an_editor_decides(tmp_path):
    (tmp_path / "reread.toml").write_text("[logs]\ncode = true\n")
    configuration = load(str(tmp_path), editor={"logs": {"code": True}})
    assert not configuration.settings.logs.code
    assert [problem.key for problem in configuration.problems] == ["logs.code", "logs.code"]


def test_what_was_logged_before_one_listens_is_written_then(place):
    log = writing.start("server", queued=True)
    with correlation.within("0123456789abcdef"):
        OWN.warning("early")
    assert written(place) == []
    log.listen()
    OWN.warning("late")
    log.close()
    assert [(line.message, line.job) for line in written(place)] == [("early", "0123456789abcdef"), ("late", "")]


def test_a_place_that_cannot_be_written_stops_nothing(log, place):
    place.parent.write_text("a file")
    OWN.warning("lost")
    assert place.parent.read_text() == "a file"


def test_a_job_goes_along_into_threads_that_it_is_carried_to(log, place):
    with correlation.within(correlation.fresh()) as job:
        thread = threading.Thread(target=correlation.carried(lambda: OWN.warning("there")))
    thread.start()
    thread.join()
    assert written(place)[0].job == job != ""


def test_no_two_jobs_are_the_same():
    assert len({correlation.fresh() for _ in range(1000)}) == 1000


def test_a_span_is_logged_with_what_it_took_and_how_it_ended(log, place):
    with spans.span("index", whole=True) as data:
        data["files"] = 2
    with pytest.raises(KeyError), spans.span("index"):
        raise KeyError(CODE)
    good, bad = written(place)
    assert (good.message, good.data["outcome"], good.data["files"]) == ("index", "ok", 2)
    assert (bad.data["outcome"], CODE in str(bad)) == ("KeyError", False)
    assert good.data["milliseconds"] >= 0


@given(
    st.text(),
    st.one_of(st.none(), st.text(), st.binary(), st.integers(), st.floats(), st.builds(ValueError, st.text())),
)
def test_whatever_is_logged_is_one_line_that_can_be_read(template, argument):
    arguments = (argument,) if argument is not None else ()
    record = logging.LogRecord("reread.test", logging.WARNING, "", 1, template, arguments, None)
    line = line_of(record, "server", code=False)
    text = msgspec.json.encode(line)
    assert b"\n" not in text
    assert parse(text) == line


def test_a_path_that_is_no_unicode_is_written_escaped():
    record = logging.LogRecord("reread.test", logging.INFO, "", 0, "checked %s", ("\udcff.py",), None)
    assert line_of(record, "server", code=False).message == "checked \\udcff.py"


def test_a_closed_log_leaves_the_level_as_it_was(place):
    own = logging.getLogger("reread")
    own.setLevel(logging.ERROR)
    writing.start("command").close()
    assert own.level == logging.ERROR
