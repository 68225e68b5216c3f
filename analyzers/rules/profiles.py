"""Profiles: how much the built-in rules say. Rules of the user's own always speak."""

from __future__ import annotations

import enum

from reread.analyzers.roles import Role
from reread.analyzers.rules.rule import Rule

BUILTIN = "builtin:"
"""How the paths of built-in rules begin."""

_IN_TESTS = frozenset({"secret-token"})


class Profile(enum.Enum):
    """`QUIET`: what is nearly always right. `STANDARD`: also what is often right, and security in tests. `PEDANTIC`:
    also maintainability, and generated and vendored code.
    """

    QUIET = "quiet"
    STANDARD = "standard"
    PEDANTIC = "pedantic"


def is_chosen(rule: Rule, profile: Profile) -> bool:
    """Whether a rule runs at all under a profile."""
    if profile is Profile.PEDANTIC or not rule.path.startswith(BUILTIN):
        return True
    if rule.category == "maintainability":
        return False
    return profile is Profile.STANDARD or rule.confidence != "LOW"


def looks_at(rule: Rule, profile: Profile, role: Role) -> bool:
    """Whether a rule that runs under a profile looks at files of a role.

    A test does many things that a program must not: it has passwords, and builds what it then runs. A real token in it
    is as good as one elsewhere.
    """
    if role is Role.CODE or profile is Profile.PEDANTIC or not rule.path.startswith(BUILTIN):
        return True
    if role is Role.FOREIGN:
        return False
    return profile is Profile.STANDARD or rule.category != "security" or rule.id in _IN_TESTS
