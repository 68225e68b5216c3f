"""The project's tools that verify a fix, and their results."""

from __future__ import annotations

import asyncio
import os
import shlex
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reread.analyzers.review.fix.fix_verifier import Objection
from reread.analyzers.review.settings import VerifyCommand
from reread.rag.source.ignore import IgnoreFiles
from reread.server.settings import Settings
from reread.server.verification.copies import Copy, CopyError
from reread.server.verification.environment import environment
from reread.server.verification.running import NotStartedError, Ran, run

FILES, WORKSPACE = "{files}", "{workspace}"


class Tools:
    """The tools that fixes in a folder are tried with, in a copy that is made when the first fix is.

    `texts` are those of files that are not as they are on disk, by their paths in the folder. `notes` say why a tool
    did not judge, one line each. `close` it in the end.
    """

    def __init__(self, folder: str, settings: Settings, texts: Mapping[str, str]) -> None:
        self.notes: dict[str, None] = {}
        self._folder = folder
        self._settings = settings
        self._texts = texts
        self._commands = commands_for(folder, settings.review.verify)
        self._copy: Copy | None = None
        self._one_at_a_time = asyncio.Lock()
        self._passed_before: dict[tuple[str, ...], bool] = {}

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._commands)

    async def objection(self, fixed: Mapping[str, str], on_wait: Callable[[str], None]) -> Objection | None:
        """The objection to files with these texts, by their paths in the folder; None when no tool objects.

        A tool judges only when it passes without the fix. One that cannot be started, or that fails without the fix
        too, is noted.
        """
        async with self._one_at_a_time:
            for command in self._commands:
                names = matching(command, fixed)
                if names:
                    on_wait(f"trying a fix with {name_of(command)}")
                    found = await self._tried(command, names, fixed)
                    if found is not None:
                        return found
        return None

    async def close(self) -> None:
        """Remove the copy."""
        async with self._one_at_a_time:
            copy, self._copy = self._copy, None
            if copy is not None:
                await asyncio.to_thread(copy.remove)

    async def _tried(self, command: VerifyCommand, names: Sequence[str], fixed: Mapping[str, str]) -> Objection | None:
        arguments = arguments_of(command, names, self._folder)
        name = name_of(command)
        if self._passed_before.get(arguments) is False:
            return None
        try:
            after = await self._run(command, arguments, fixed)
            if after.passed:
                return None
            if arguments not in self._passed_before:
                self._passed_before[arguments] = (await self._run(command, arguments, {})).passed
        except NotStartedError as error:
            self._note(f"{name} {error}, so it does not verify fixes (review.verify)")
            return None
        except (CopyError, OSError) as error:
            # A tool may have left the copy so that nothing can be written there, or the disk is full.
            self._note(f"fixes are not tried with {name}: {error}")
            return None
        if not self._passed_before[arguments]:
            self._note(f"{name} fails without a fix too, so it says nothing about one")
            return None
        how = "fails" if after.code is not None else f"does not end within {command.timeout:g} s"
        return Objection(f"{name} {how} with it", after.output)

    async def _run(self, command: VerifyCommand, arguments: Sequence[str], texts: Mapping[str, str]) -> Ran:
        copy = await self._prepared(texts)
        variables = (fallback.key_variable for fallback in self._settings.review.fallback)
        ran = await run(
            arguments, copy.folder, environment(os.environ, copy.place, copy.temporary, variables), command.timeout
        )
        # Where the copy is says nothing, and what else is in the way to it is nobody's business.
        return ran._replace(output=ran.output.replace(copy.folder + os.sep, "").replace(copy.folder, "."))

    async def _prepared(self, texts: Mapping[str, str]) -> Copy:
        """The copy with the files as they are under review, and with these texts over them."""
        stop = threading.Event()
        working = asyncio.create_task(asyncio.to_thread(self._prepare, texts, stop))
        try:
            return await asyncio.shield(working)
        except asyncio.CancelledError:
            stop.set()
            await asyncio.gather(working, return_exceptions=True)
            raise

    def _prepare(self, texts: Mapping[str, str], stop: threading.Event) -> Copy:
        if self._copy is None:
            self._copy = Copy(self._folder, self._settings.exclude, stop)
        else:
            self._copy.restore()
        # What is ignored is no part of the copy, also when an editor has it open.
        under_review = {name: text for name, text in self._texts.items() if self._copy.has(name)}
        self._copy.write({**under_review, **texts})
        return self._copy

    def _note(self, line: str) -> None:
        self.notes[line] = None


class Plan(NamedTuple):
    """A command of the settings, and whether it may run in a folder."""

    command: VerifyCommand
    here: bool


def plans(folder: str, commands: Sequence[VerifyCommand]) -> list[Plan]:
    """All commands, and which of them may run in this folder."""
    return [Plan(command, any(_holds(place, folder) for place in command.folders if folder)) for command in commands]


def commands_for(folder: str, commands: Sequence[VerifyCommand]) -> tuple[VerifyCommand, ...]:
    """The commands that may run in this folder."""
    return tuple(plan.command for plan in plans(folder, commands) if plan.here)


def matching(command: VerifyCommand, names: Mapping[str, str]) -> list[str]:
    """Those of the files that the command is for, sorted."""
    if not command.files:
        return sorted(names)
    wanted = IgnoreFiles("", (), command.files)
    return sorted(name for name in names if wanted.ignores(name))


def arguments_of(command: VerifyCommand, names: Sequence[str], folder: str) -> tuple[str, ...]:
    """The command as it is started for some files of a folder."""
    # A name that begins with a hyphen would be an option.
    files = [f"./{name}" if name.startswith("-") else name for name in names]
    arguments: list[str] = []
    for argument in command.command:
        arguments += files if argument == FILES else [argument.replace(WORKSPACE, folder)]
    return tuple(arguments)


def name_of(command: VerifyCommand) -> str:
    """The name of a command for people: `ruff check`."""
    shown = [argument for argument in command.command if argument != FILES]
    return f"`{shlex.join(shown)}`"


def _holds(place: str, folder: str) -> bool:
    """Whether a folder of the settings is a workspace folder or above it."""
    above = os.path.expanduser(place)
    if not os.path.isabs(above):
        return False
    inside = os.path.realpath(folder)
    above = os.path.realpath(above)
    return inside == above or inside.startswith(os.path.join(above, ""))
