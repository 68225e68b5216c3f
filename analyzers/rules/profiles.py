"""Profiles: how much the built-in rules report. Custom rules always run."""

from __future__ import annotations

import enum

from reread.analyzers.findings import Severity
from reread.analyzers.roles import Role
from reread.analyzers.rules.admission.profile import admitted, only_pedantic
from reread.analyzers.rules.rule import Rule

BUILTIN = "builtin:"
"""How the paths of built-in rules begin."""


def is_ours(rule: Rule) -> bool:
    """True for a built-in rule. The texts of any other may come with the code that is looked at."""
    return rule.path.startswith(BUILTIN)


_IN_TESTS = frozenset({"any/secret-token"})
# What a test leaves open ends with the test, and what cannot work is often what it tries.
_HARMLESS_IN_TESTS = frozenset(
    {
        "any/unreachable-code",
        "any/resource-leak",
        "go/defer-in-loop",
        "go/request-without-timeout",
        "go/resource-leak-file",
        "go/resource-leak-response-body",
        "go/resource-leak-rows",
        "go/unchecked-error",
        "go/unchecked-error-statement",
        "java/collection-self-argument",
        "java/constant-overflow",
        "java/empty-catch",
        "java/resource-leak-unnamed",
        "java/resource-leak-variable",
        "java/swapped-arguments",
        "java/swapped-arguments-null-check",
        "java/unchecked-optional-get",
        "py/lock-without-finally",
        "py/request-without-timeout",
        "py/swallowed-exception",
    }
)
# A piece of a program as an example of something: what it uses is defined elsewhere.
_IN_WHOLE_PROGRAMS = frozenset({"js/undeclared-assignment", "py/undefined-name"})
# Harm that only visitors of a running program do or suffer. What comes to a test, the test has sent itself.
_BY_VISITORS = frozenset(
    {
        "authentication",
        "cors",
        "csrf",
        "data-exposure",
        "denial-of-service",
        "header-injection",
        "insecure-cookie",
        "log-injection",
        "mass-assignment",
        "misconfiguration",
        "open-redirect",
        "path-traversal",
        "regex-dos",
        "ssrf",
        "timing",
        "xss",
        "xxe",
    }
)
# What guards a running program and those who use it: keys, checks of certificates, randomness, debug switches. Tests
# and examples have keys that open nothing, and switch off what would be in the way.
_HINTS_OUTSIDE_OF_PRODUCTION = frozenset(
    {
        "authentication",
        "cors",
        "csrf",
        "hardcoded-secret",
        "insecure-cookie",
        "jwt",
        "misconfiguration",
        "tls-verification",
        "weak-crypto",
        "weak-hash",
        "weak-random",
    }
)

_INDEX = "index"
_KEYS = "hardcoded-secret"
"""In tests and examples a key that has no published format opens nothing."""


class Profile(enum.Enum):
    """`QUIET`: what was nearly always right on code of others (see `admission/`), and of taint flows those that are
    certain and shown in one function (see `taint/shown.py`). `STANDARD`: also what is often right, in tests what the
    record allows to be more than a hint. `PEDANTIC`: also maintainability, the rest of tests, and generated
    and vendored code.
    """

    QUIET = "quiet"
    STANDARD = "standard"
    PEDANTIC = "pedantic"


def is_chosen(rule: Rule, profile: Profile) -> bool:
    """Whether a rule runs at all under a profile."""
    if profile is Profile.PEDANTIC or not is_builtin(rule):
        return True
    if rule.category == "maintainability" or rule.id in only_pedantic():
        return False
    if profile is Profile.STANDARD:
        return True
    if rule.group == _INDEX:
        return rule.confidence != "LOW"  # What the index finds is about one change, and little.
    return rule.id in admitted()


def least_profile(rule: Rule) -> Profile:
    """The profile that says least of those that a rule runs under."""
    return next(profile for profile in Profile if is_chosen(rule, profile))


def level_of(rule: Rule) -> Severity:
    """How severe a finding of a rule is: no more than its author says, and of a built-in one no more than the record of
    readings allows. What nobody has read, or what was often wrong, is a hint.
    """
    if not is_builtin(rule):
        return rule.severity
    allowed = Severity.HINT
    if rule.group == _INDEX and rule.confidence != "LOW":
        allowed = rule.severity  # What the index finds is about one change, and little.
    elif rule.id in admitted():
        allowed = Severity(admitted()[rule.id])
    return min(rule.severity, allowed, key=lambda level: level.rank)


def is_hint_outside_of_production(rule: Rule) -> bool:
    """Whether what a rule finds in a test, an example or a developer's script is never more than a hint."""
    return rule.group in _HINTS_OUTSIDE_OF_PRODUCTION and is_builtin(rule)


def looks_at(rule: Rule, profile: Profile, role: Role) -> bool:
    """Whether a rule that runs under a profile looks at files of a role.

    A test does many things that a program must not: it has passwords, builds what it then runs, and leaves files open.
    A developer's script does what a program does.
    """
    if role.is_production or role is Role.SCRIPT or profile is Profile.PEDANTIC or not is_builtin(rule):
        return True
    if role is Role.FOREIGN or (rule.group == _KEYS and rule.id not in _IN_TESTS):
        return False
    if role is Role.EXAMPLE:
        if rule.id in _IN_WHOLE_PROGRAMS:
            return False
        # What an example leaves out or switches off is what it is not about; a data flow is copied with it.
        return (
            profile is Profile.STANDARD or rule.category != "security" or rule.mode == "taint" or rule.id in _IN_TESTS
        )
    # Of 25 hints in tests that were read, one was worth more than a debate.
    is_more_than_hint = level_of(rule) is not Severity.HINT
    if rule.category != "security" or rule.id in _IN_TESTS:
        return rule.id not in _HARMLESS_IN_TESTS and (
            profile is Profile.QUIET or is_more_than_hint or rule.confidence == "HIGH"
        )
    is_reported = is_more_than_hint or (rule.group in _HINTS_OUTSIDE_OF_PRODUCTION and rule.group != "weak-hash")
    return profile is Profile.STANDARD and is_reported and rule.group not in _BY_VISITORS


def is_builtin(rule: Rule) -> bool:
    """True for a rule that came with the program, as `ruleset.load` found it: nothing in a rule file can say so."""
    return rule.path.startswith(BUILTIN)
