"""A repository whose configuration, attributes and hooks run a command wherever git lets them name one.

Every command leaves the name of what ran it in a folder, so that a test can tell what ran.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

KEYS = [
    "browser.canary.cmd",
    "browser.canary.path",
    "core.alternateRefsCommand",
    "core.askPass",
    "core.editor",
    "core.fsmonitor",
    "core.gitProxy",
    "core.pager",
    "core.sshCommand",
    "credential.helper",
    "credential.https://example.invalid.helper",
    "diff.canary-command.command",
    "diff.canary-text.textconv",
    "diff.external",
    "diff.guitool",
    "diff.tool",
    "difftool.canary.cmd",
    "difftool.canary.path",
    "filter.canary.clean",
    "filter.canary.smudge",
    "filter.canary-process.process",
    "gpg.openpgp.program",
    "gpg.program",
    "gpg.ssh.defaultKeyCommand",
    "gpg.ssh.program",
    "gpg.x509.program",
    "guitool.canary.cmd",
    "help.browser",
    "hook.canary.command",
    "imap.tunnel",
    "instaweb.browser",
    "instaweb.httpd",
    "interactive.diffFilter",
    "man.canary.cmd",
    "man.canary.path",
    "merge.canary.driver",
    "merge.guitool",
    "merge.tool",
    "mergetool.canary.cmd",
    "mergetool.canary.path",
    "pager.diff",
    "pager.log",
    "pager.status",
    "remote.origin.receivepack",
    "remote.origin.uploadpack",
    "sendemail.ccCmd",
    "sendemail.headerCmd",
    "sendemail.sendmailCmd",
    "sendemail.smtpServer",
    "sendemail.toCmd",
    "sequence.editor",
    "submodule.sub.update",
    "tar.canary.command",
    "trailer.canary.cmd",
    "trailer.canary.command",
    "uploadpack.packObjectsHook",
    "web.browser",
    "receive.procReceiveRefs",
    "gc.recentObjectsHook",
    "core.hooksPath",
    "alias.status",
    "alias.diff-index",
]
"""Every key that names a command, a program or a folder of them, with `canary` in the place of a name of one's own."""

HOOKS = [
    "applypatch-msg",
    "pre-applypatch",
    "post-applypatch",
    "pre-commit",
    "pre-merge-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "pre-rebase",
    "post-checkout",
    "post-merge",
    "pre-push",
    "pre-receive",
    "update",
    "proc-receive",
    "post-receive",
    "post-update",
    "reference-transaction",
    "push-to-checkout",
    "pre-auto-gc",
    "post-rewrite",
    "sendemail-validate",
    "fsmonitor-watchman",
    "p4-changelist",
    "p4-prepare-changelist",
    "p4-post-changelist",
    "p4-pre-submit",
    "post-index-change",
]
"""All hooks of githooks(5)."""

ATTRIBUTES = """\
*.py filter=canary diff=canary-command merge=canary
*.txt filter=canary-process diff=canary-text merge=canary
*.md ident working-tree-encoding=UTF-8
"""

CARRIERS = ("config", "include", "include-if", "worktree-config")
"""Where the keys stand."""

SIGNED = """\
tree {tree}
parent {parent}
author A <a@example.invalid> 1700000000 +0000
committer A <a@example.invalid> 1700000000 +0000
gpgsig -----BEGIN PGP SIGNATURE-----
 iQ==
 -----END PGP SIGNATURE-----

Signed
"""


class Traps:
    """Commands that leave their name in a folder: `ran` are those that did."""

    def __init__(self, folder: Path) -> None:
        self._commands = folder / "commands"
        self._marks = folder / "marks"
        self._commands.mkdir(parents=True)
        self._marks.mkdir()

    def command(self, name: str) -> str:
        """The path of a program that leaves this name and hands on what it gets."""
        path = self._commands / name.replace("/", "_").replace(":", "_").replace(" ", "_")
        rest = "exec cat" if name.endswith((".clean", ".smudge", ".process")) else "exit 0"
        path.write_text(f'#!/bin/sh\n: > "{self._marks / path.name}"\n[ -f "$1" ] && exec cat "$1"\n{rest}\n')
        path.chmod(0o755)
        return str(path)

    def hooks(self, folder: Path) -> None:
        """Fills a folder with all hooks."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in HOOKS:
            shutil.copy(self.command(f"hook.{name}"), folder / name)

    @property
    def ran(self) -> set[str]:
        return {path.name for path in self._marks.iterdir()}

    def forget(self) -> None:
        for path in self._marks.iterdir():
            path.unlink()


def git(folder: Path, *arguments: str, data: bytes | None = None, check: bool = True) -> str:
    """Plain git, as a person would run it."""
    done = subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@example.invalid", *arguments],
        cwd=folder,
        input=data,
        stdin=subprocess.DEVNULL if data is None else None,
        capture_output=True,
        check=check,
        timeout=300,
    )
    return done.stdout.decode(errors="replace").strip()


def harmless(folder: Path) -> Path:
    """A repository with two commits, and changes of every kind: staged, on disk, deleted, renamed, unknown."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    for name in ("a.py", "b.py", "gone.py", "old.py", "inner/c.py", "d.txt", "e.md"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"def {path.stem}():\n    return maybe\n\n\nvalue = {path.stem}()\n")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "one")
    git(folder, "branch", "base")
    (folder / "a.py").write_text("def a():\n    return eval(input())\n")
    git(folder, "commit", "-q", "-a", "-m", "two")
    return folder


def changed(folder: Path) -> None:
    """Makes the changes, so that what is on disk, in the index and in the last commit differ."""
    (folder / "b.py").write_text("def b():\n    return eval(input())\n")
    git(folder, "add", "b.py")
    git(folder, "mv", "old.py", "new.py")
    (folder / "b.py").write_text("def b():\n    return exec(input())\n")
    (folder / "inner/c.py").write_text("def c():\n    return exec(input())\n")
    (folder / "d.txt").write_text("other\n")
    (folder / "gone.py").unlink()
    (folder / "unknown.py").write_text("def unknown():\n    return exec(input())\n")
    # As old as the index: no one can tell whether it is what was added, so git runs its filter.
    os.utime(folder / "e.md")


def plant(directory: Path, traps: Traps, carrier: str = "config", names: str = "") -> None:
    """Puts every key into the configuration of a repository, and every hook and attribute beside it."""
    target = directory / "config"
    if carrier in ("include", "include-if"):
        target = directory / "more"
        key = "include.path" if carrier == "include" else "includeIf.gitdir:/**.path"
        git(directory, "config", "--file", str(directory / "config"), key, str(target))
    elif carrier == "worktree-config":
        target = directory / "config.worktree"
        git(directory, "config", "--file", str(directory / "config"), "core.repositoryFormatVersion", "1")
        git(directory, "config", "--file", str(directory / "config"), "extensions.worktreeConfig", "true")
    lines = []
    for key in KEYS:
        section, _, rest = key.partition(".")
        part, _, last = rest.rpartition(".")
        head = f'[{section} "{part}"]' if part else f"[{section}]"
        value = traps.command(names + key)
        if key == "submodule.sub.update" or key.startswith("alias."):
            value = "!" + value
        if key == "core.hooksPath":
            value = str(directory / "hooks")
        lines.append(f'{head}\n\t{last} = "{value}"\n')
    switches = "[log]\n\tshowSignature = true\n[protocol]\n\tallow = always\n"
    allowed = "".join(f'[protocol "{name}"]\n\tallow = always\n' for name in ("ssh", "ext", "file", "git"))
    with target.open("a") as file:
        file.write("".join(lines) + switches + allowed)
    traps.hooks(directory / "hooks")
    (directory / "info").mkdir(exist_ok=True)
    (directory / "info/attributes").write_text(ATTRIBUTES)


def promised(folder: Path, directory: Path, traps: Traps) -> None:
    """Takes an object away that the last commit has, and names a remote that is to bring it."""
    lost = git(folder, "rev-parse", "HEAD:inner/c.py")
    with (directory / "config").open("a") as file:
        file.write(
            "[core]\n\trepositoryFormatVersion = 1\n[extensions]\n\tpartialClone = origin\n"
            '[remote "origin"]\n\turl = ssh://git@example.invalid/x\n\tpromisor = true\n'
        )
    (directory / "objects" / lost[:2] / lost[2:]).unlink()


def signed(folder: Path) -> None:
    """Makes the last commit one with a signature."""
    text = SIGNED.format(tree=git(folder, "rev-parse", "HEAD^{tree}"), parent=git(folder, "rev-parse", "HEAD"))
    made = git(folder, "hash-object", "-t", "commit", "-w", "--stdin", data=text.encode())
    git(folder, "update-ref", "HEAD", made)


def embedded(folder: Path, traps: Traps) -> Path:
    """A folder of plain files that git takes for a bare repository, as a clone can bring it, with a file in it."""
    vendor = folder / "vendor"
    git(folder, "clone", "-q", "--bare", str(folder), str(vendor))
    (vendor / "x.py").write_text("def x():\n    return maybe\n")
    plant(vendor, traps, names="embedded.")
    git(vendor, "config", "--file", "config", "core.bare", "false")
    git(vendor, "config", "--file", "config", "core.worktree", ".")
    return vendor


def submodule(folder: Path, source: Path, traps: Traps) -> Path:
    """A submodule whose own configuration is full of traps, with a change in it."""
    git(folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(source), "sub")
    git(folder, "commit", "-q", "-m", "submodule")
    (folder / "sub/a.py").write_text("def a():\n    return exec(input())\n")
    plant(folder / ".git/modules/sub", traps, names="submodule.")
    return folder / "sub"
