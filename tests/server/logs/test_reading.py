"""`reread logs`: the lines of all processes in the order of their times, and those that come."""

from __future__ import annotations

from itertools import islice

import msgspec
import pytest

from reread.server.logs import reading
from reread.server.logs.lines import Failure, Line
from reread.server.logs.rendering import text


def line(second, message, *, level="info", job="", process="server"):
    return Line(f"2026-01-02T03:04:{second:02}.000+00:00", level, process, 7, "reread.x", message, job)


def put(folder, name, *lines):
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("ab") as file:
        file.writelines(msgspec.json.encode(each) + b"\n" for each in lines)


def messages(folder, **wanted):
    return [each.message for each in reading.lines(str(folder), reading.Wanted(**wanted))]


def test_lines_of_all_processes_are_merged_by_time(place):
    put(place, "server-1.jsonl.1", line(1, "a"))
    put(place, "server-1.jsonl", line(4, "d"))
    put(place, "worker-2.jsonl", line(2, "b"), line(3, "c"), line(5, "e"))
    assert messages(place) == ["a", "b", "c", "d", "e"]


def test_what_is_no_line_is_left_out(place):
    put(place, "server-1.jsonl", line(1, "a"))
    with (place / "server-1.jsonl").open("ab") as file:
        file.write(b'{"time": "2026-01-0\n\xff\n{"message": 3}\n')
    (place / "notes.txt").write_text("mine")
    assert messages(place) == ["a"]


def test_without_a_folder_there_is_nothing(place):
    assert messages(place) == []


def test_a_job_is_found_by_its_first_digits_and_levels_from_the_one_named(place):
    put(place, "server-1.jsonl", line(1, "a", job="12ab"), line(2, "b", job="12cd", level="error"), line(3, "c"))
    assert messages(place, job="12") == ["a", "b"]
    assert messages(place, job="12ab") == ["a"]
    assert messages(place, level="warning") == ["b"]


def test_following_tells_what_comes_in_whole_lines_and_over_a_rotation(place):
    put(place, "server-1.jsonl", line(1, "old"))
    cut = msgspec.json.encode(line(9, "cut"))

    def first():
        put(place, "server-1.jsonl", line(2, "a"))
        put(place, "worker-2.jsonl", line(1, "b"))

    def half():
        with (place / "worker-2.jsonl").open("ab") as file:
            file.write(cut[:20])

    def rotated():
        (place / "server-1.jsonl").rename(place / "server-1.jsonl.1")
        put(place, "server-1.jsonl", line(10, "c"))
        with (place / "worker-2.jsonl").open("ab") as file:
            file.write(cut[20:] + b"\n")

    steps = iter([first, half, rotated])
    seen = reading.positions(str(place))
    told = reading.follow(str(place), reading.Wanted(), seen, lambda: next(steps)())
    assert [each.message for each in islice(told, 4)] == ["b", "a", "cut", "c"]


def test_following_reads_a_new_file_that_has_the_number_of_a_removed_one(place):
    put(place, "server-1.jsonl", *(line(second, "long ago") for second in range(9)))

    def rotated():
        (place / "server-1.jsonl").write_bytes(b"")
        put(place, "server-1.jsonl", line(10, "new"))

    steps = iter([rotated])
    told = reading.follow(str(place), reading.Wanted(), reading.positions(str(place)), lambda: next(steps)())
    assert next(told).message == "new"


def test_following_tells_only_what_is_wanted(place):
    put(place, "server-1.jsonl", line(1, "old"))
    steps = iter([lambda: put(place, "server-1.jsonl", line(2, "no"), line(3, "yes", job="12"))])
    told = reading.follow(str(place), reading.Wanted(job="12"), reading.positions(str(place)), lambda: next(steps)())
    assert next(told).message == "yes"


def test_a_line_for_people_has_its_data_and_where_an_error_came_from(place):
    failed = line(1, "failed\x1b[2J", job="12ab")
    shown = text(msgspec.structs.replace(failed, data={"files": 2}, error=Failure("OSError", ("a.py:1 f",), "no")))
    head, frame, error = shown.splitlines()
    assert "\x1b" not in shown
    assert head.split()[2:6] == ["info", "server", "12ab", "failed\\x1b[2J"]
    assert head.endswith("files=2")
    assert (frame, error) == ("    a.py:1 f", "    OSError: no")


@pytest.mark.parametrize("level", ["", "critical", "nonsense"])
def test_a_level_that_is_not_known_counts_as_the_highest(place, level):
    put(place, "server-1.jsonl", line(1, "a", level=level))
    assert messages(place, level="error") == ["a"]
