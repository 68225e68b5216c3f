"""Taint in shell scripts: through variables, substitutions, pipelines and functions."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import engine, expected, reported, rule

RULE = rule(
    "bash",
    **{
        "pattern-sources": [{"pattern": "$(source ...)"}, {"pattern": "`source ...`"}, {"pattern": "fetch ..."}],
        "pattern-sinks": [{"pattern": "sink ..."}],
        "pattern-sanitizers": [{"pattern": "$(clean ...)"}],
    },
)

SAMPLES = {
    "variables": """
x=$(source a)
sink $x  # BAD
sink "a ${x} b"  # BAD
y="b $x"
sink -o $y > /dev/null  # BAD
y=1
sink $y
sink `source b`  # BAD
z=$(clean $x)
sink $z
export e=$(source a)
sink ${e:-none}  # BAD
unset e
sink $e
s+=$(source a)
sink "${s%%.*}"  # BAD
a=(1 $x)
sink ${a[1]}  # BAD
sink ${a[0]}
sink "${a[@]}"  # BAD
n=$x other
sink $n
sink $((x + 1))  # BAD
""",
    "control flow": """
x=$(source a)
if [ -f b ]; then y=$x; elif other; then y=2; else y=3; fi
sink $y  # BAD
for i in 1 $x; do sink $i; done  # BAD
for ((i = 0; i < 3; i++)); do sink $i; done
while [ -f b ]; do sink $x; done  # BAD
until sink $x; do other; done  # BAD
case $y in 1) sink 1 ;; b*) sink $x ;; esac  # BAD
[ -f b ] && sink $x  # BAD
(sink $x)  # BAD
! sink $x  # BAD
sink $x &  # BAD
if [ "$x" = a ]; then sink $x; fi
other $(sink $x)  # BAD
x=$(source a) || exit 1
sink $x  # BAD
exit 0
sink $x
""",
    "input": """
fetch a | sink  # BAD
other a | sink
fetch a | other | sink b  # BAD
sink <(fetch a)  # BAD
fetch a | while read -r -d x line; do sink $line; done  # BAD
fetch a | while read line; do sink b; done
read -r b <<< $(fetch a)
sink $b  # BAD
read b
sink $b
printf -v c "%s" $(fetch a)
sink $c  # BAD
sink <<END  # BAD
$c
END
""",
    "functions": """
f() {
  local x=$(source a)
  sink $x  # BAD
  sink $1
  sink $2  # BAD
}
f 1 "$(source a)"
sink $x
g() {
  shift
  sink $1  # BAD
}
g 1 $(source a)
h() { g "$@"; }
h 1 2
p() { echo "$1"; }
sink $(p $(source a))  # BAD
sink $(p 1)
q() { echo "$1" > /dev/null; echo 1; }
sink $(q $(source a))
r() { shared=$(source a); }
r
sink $shared  # BAD
""",
}


@pytest.mark.parametrize("name", SAMPLES)
def test_taint_reaches_sinks_in_shell_scripts(name):
    code = SAMPLES[name]
    assert reported(engine(RULE), code, "bash") == expected(code.replace("# BAD", "// BAD"))
