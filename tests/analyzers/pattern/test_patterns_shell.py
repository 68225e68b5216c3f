"""Patterns of shell commands: in scripts, and in the instructions of Dockerfiles."""

from __future__ import annotations

import pytest

SCRIPT = """\
curl -s x | bash -e
make test
make -k test > log
run $a pre$b "$c" ${d%.x}
sh -c "$(wget x)"
a | sort | uniq
"""

FILE = """\
FROM node:20@sha256:0a1b AS build
ENV A=1 B=2
USER root
RUN set -e && pnpm add left \\
    # within
    && pnpm prune
RUN top
CMD ["serve"]
CMD serve now
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("... test", ["make test", "make -k test"]),
        ("make ... test", ["make test", "make -k test"]),
        ("make", ["make", "make"]),
        ("curl ... | ... bash ...", ["curl -s x | bash -e"]),
        ("... | sort", ["a | sort"]),
        ("... | sort | ...", ["a | sort | uniq"]),
        ("sort | ...", []),
        ("... | uniq x", []),
        ("... ${$V} ...", ['run $a pre$b "$c" ${d%.x}']),
        ("... ...${$V}... ...", ['run $a pre$b "$c" ${d%.x}']),
        ('sh -c "$(wget ...)"', ['sh -c "$(wget x)"']),
        ("$(wget ...)", ["$(wget x)"]),
    ],
)
def test_the_words_of_a_command_are_one_list(matched, pattern, found):
    assert matched("bash", pattern, SCRIPT) == found


QUOTED = """\
e a
e "a"
e "$a"
e "${a}"
e "a $b"
e $a
e "$(x)"
e ${a:-b}
m -p$b
m -p"$b"
m -pa
m -p
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ('e "$X"', ['e "$a"', 'e "${a}"', 'e "$(x)"']),
        ('e "..."', ['e "a"', 'e "$a"', 'e "${a}"', 'e "a $b"', 'e "$(x)"']),
        ('e "a $X"', ['e "a $b"']),
        ('e "...$X"', ['e "$a"', 'e "${a}"', 'e "a $b"', 'e "$(x)"']),
        ('e "$a"', ['e "$a"', 'e "${a}"']),
        ("e $a", ["e $a", "e ${a:-b}"]),
        ('e "a"', ["e a", 'e "a"']),
        ("m -p$X", ["m -p$b", 'm -p"$b"', "m -pa"]),
    ],
)
def test_quotes_of_a_pattern_ask_for_quotes_around_what_a_shell_replaces(matched, pattern, found):
    assert matched("bash", pattern, QUOTED) == found


ASSIGNMENTS = """\
A=1
A=2 run
export A=3
"""


def test_an_assignment_for_one_command_is_part_of_that_command(matched):
    assert matched("bash", "A=$X", ASSIGNMENTS) == ["A=1", "A=3"]
    assert matched("bash", "A=...", ASSIGNMENTS) == ["A=1", "A=3"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("RUN ... pnpm ...", ["RUN set -e && pnpm add left \\"]),
        ("RUN ... && pnpm prune", ["RUN set -e && pnpm add left \\"]),
        ("RUN pnpm", []),
        ("RUN $CMD", ["RUN top"]),
        ("RUN $CMD ...", ["RUN set -e && pnpm add left \\", "RUN top"]),
        ("pnpm add $X", ["pnpm add left"]),
        ("top", ["top"]),
        ("root", ["root"]),
        ("FROM $I:$V@$H", ["FROM node:20@sha256:0a1b AS build"]),
        ("FROM $I:$V", ["FROM node:20@sha256:0a1b AS build"]),
        ("ENV ... B=$V ...", ["ENV A=1 B=2"]),
        ("USER $U\n...\nCMD [...]", ["USER root"]),
        ("USER $U\n...\nCMD [...]\n...\nUSER $V", []),
        ("CMD ...", ['CMD ["serve"]', "CMD serve now"]),
        ("CMD $WORD ...", ["CMD serve now"]),
        ("CMD [...]\n$NEXT", ['CMD ["serve"]']),
    ],
)
def test_commands_of_a_dockerfile_are_code(matched, pattern, found):
    assert [text.split("\n")[0] for text in matched("dockerfile", pattern, FILE)] == found


OPTIONS = """\
FROM a
COPY --from=b x y
COPY --chown=c:d x y
COPY --from=b --chown=e x y
LABEL e=1 f=2
HEALTHCHECK --interval=5s CMD g
ONBUILD RUN h
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("COPY --chown=$O ... $D", ["COPY --chown=c:d x y", "COPY --from=b --chown=e x y"]),
        ("COPY --from=b $S $D", ["COPY --from=b x y", "COPY --from=b --chown=e x y"]),
        ("COPY --chown=$O --from=$F ... $D", ["COPY --from=b --chown=e x y"]),
        ("COPY --from=c $S $D", []),
        ("COPY x y", ["COPY --from=b x y", "COPY --chown=c:d x y", "COPY --from=b --chown=e x y"]),
        ("LABEL e=$V", ["LABEL e=1 f=2"]),
        ("LABEL g=$V", []),
        ("HEALTHCHECK ...", ["HEALTHCHECK --interval=5s CMD g"]),
        ("FROM a\n...\nHEALTHCHECK ...", ["FROM a"]),
        ("ONBUILD $X", ["ONBUILD RUN h"]),
    ],
)
def test_an_instruction_has_the_options_and_labels_of_the_pattern(matched, pattern, found):
    assert [text.split("\n")[0] for text in matched("dockerfile", pattern, OPTIONS)] == found


def test_a_pattern_with_a_broken_command_is_refused(read, rule):
    _, problems = read(rule("dockerfile", "RUN if x; then"))

    assert "does not parse as bash" in str(problems)


def test_calls_of_a_dollar_sign_are_no_ellipsis(matched):
    assert matched("javascript", "$(...)", "$(a); b(c)") == ["$(a)"]


USERS = """\
FROM a
USER root:adm
USER b
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("USER $U", ["USER root:adm", "USER b"]),
        ("USER root", ["USER root:adm"]),
        ("USER root:$G", ["USER root:adm"]),
        ("USER b:$G", []),
        ("USER adm", []),
    ],
)
def test_a_user_may_have_a_group_that_the_pattern_does_not_say(matched, pattern, found):
    assert matched("dockerfile", pattern, USERS) == found
