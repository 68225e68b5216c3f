"""Check the installation: what is installed, configured and reachable. Each line is ok, warn or fail.

Uses no network unless --ping is given. Exits with 1 if a line says fail. --bundle collects information for a bug report
(these checks, versions, settings, recent log entries, ledger totals) without secrets and code, shows it, and writes it
to a zip file if you agree.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reread.analyzers.shown.terminal import printable
from reread.server.cli import options, writing
from reread.server.cli.doctor import CHECKS, Diagnosis, Patient
from reread.server.cli.workspace import open_workspace
from reread.server.exits import CLEAN, FOUND

SUMMARY = "check the installation"
_COLORS = {"ok": "32", "warn": "33", "fail": "1;31"}


class Options(NamedTuple):
    ping: bool
    bundle: str | None
    yes: bool
    format: str
    config: str | None
    no_color: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ping", action="store_true", help="also send one line to the model for review; costs a little"
    )
    parser.add_argument(
        "--bundle", metavar="FILE", help="write information for a bug report to FILE (zip), after showing it"
    )
    parser.add_argument("--yes", action="store_true", help="with --bundle: write without asking")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="output format (default: text)")
    options.add_configuration(parser)
    parser.add_argument("--no-color", action="store_true", help="use no colours, as with NO_COLOR in the environment")


def run(arguments: Options) -> int:
    patient = Patient(open_workspace([], arguments.config, may_be_broken=True), arguments.ping)
    if arguments.bundle is not None:
        from reread.server.cli.offering import offer

        return offer(arguments.bundle, patient.workspace.root, list(_all(patient)), agreed=arguments.yes)
    found = []
    for diagnosis in _all(patient):
        found.append(diagnosis)
        if arguments.format == "text":
            sys.stdout.write(_line(diagnosis, writing.wants_color(sys.stdout, arguments.no_color)))
            sys.stdout.flush()
    if arguments.format == "json":
        data = {"version": 1, "checks": [diagnosis._asdict() for diagnosis in found]}
        sys.stdout.write(json.dumps(data, indent=2) + "\n")
    return FOUND if any(diagnosis.status == "fail" for diagnosis in found) else CLEAN


def _all(patient: Patient) -> Iterator[Diagnosis]:
    for check in CHECKS:
        yield from _safely(check, patient)


def _safely(check: Callable[[Patient], Iterator[Diagnosis]], patient: Patient) -> Iterator[Diagnosis]:
    """What one check says; a check that breaks is a diagnosis too, and the others go on."""
    try:
        yield from check(patient)
    except Exception as error:
        if os.environ.get("REREAD_DEBUG"):
            raise
        yield Diagnosis("fail", check.__name__, f"{type(error).__name__}: {error}")


def _line(diagnosis: Diagnosis, color: bool) -> str:
    status = f"{diagnosis.status:<4}"
    if color:
        status = f"\x1b[{_COLORS[diagnosis.status]}m{status}\x1b[0m"
    return f"{status}  {diagnosis.topic}: {printable(diagnosis.text)}\n"
