"""The option `--since`: a date, or an age."""

from __future__ import annotations

import argparse
import re
import time

_AGO = re.compile(r"(\d+)\s*([hdw])")
_SECONDS = {"h": 3600, "d": 86_400, "w": 7 * 86_400}


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--since",
        type=moment,
        default=0.0,
        metavar="WHEN",
        help="start of the period: a date (2026-03-01), an age (12h, 7d, 4w), `today`, `month`",
    )


def moment(text: str) -> float:
    """The moment that the text means, in seconds since 1970, by the local calendar."""
    now = time.localtime()
    if text == "today":
        return _midnight(now.tm_year, now.tm_mon, now.tm_mday)
    if text == "month":
        return _midnight(now.tm_year, now.tm_mon, 1)
    if match := _AGO.fullmatch(text):
        return time.time() - int(match[1]) * _SECONDS[match[2]]
    try:
        day = time.strptime(text, "%Y-%m-%d")
        return _midnight(day.tm_year, day.tm_mon, day.tm_mday)
    except (ValueError, OverflowError):
        raise argparse.ArgumentTypeError(
            f"expected a date (2026-03-01) or an age (12h, 7d, 4w), got {text!r}"
        ) from None


def _midnight(year: int, month: int, day: int) -> float:
    return time.mktime((year, month, day, 0, 0, 0, 0, 0, -1))
