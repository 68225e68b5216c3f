"""Guards that a loop applies to each character or element, with the sinks that must be reported marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

OPTIONS = {"taint_assume_safe_numbers": True, "taint_assume_safe_indexes": True}

GO = {
    "each character, by the loop": """
        x := source()
        for _, c := range x {
            if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
                return
            }
        }
        sink(x)
    """,
    "each character is looked at, and nothing comes of it": """
        x := source()
        for _, c := range x {
            if c < 'a' || c > 'z' {
                log.Print("odd")
            }
        }
        sink(x) // BAD
        for _, c := range x {
            if c < 'a' || c > 'z' {
                break
            }
        }
        sink(x) // BAD
        for _, c := range x {
            c = 'a'
            use(c)
        }
        sink(x) // BAD
        for _, c := range x {
            if c < ' ' || c > 'z' {
                return
            }
        }
        sink(x) // BAD
        for _, c := range other {
            if c < 'a' || c > 'z' {
                return
            }
            x += source()
        }
        sink(x) // BAD
    """,
    "some characters are left out": """
        x := source()
        for _, c := range x {
            if c == '/' {
                continue
            }
            if c < 'a' || c > 'z' {
                return
            }
        }
        sink(x)
        y := source()
        for _, c := range y {
            if skipped(c) {
                continue
            }
            if c < 'a' || c > 'z' {
                return
            }
        }
        sink(y) // BAD
    """,
    "a loop that counts": """
        x, y, z := source(), source(), source()
        for i := 0; i < len(x); i++ {
            c := x[i]
            if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
                return
            }
        }
        sink(x)
        for i := 0; i < len(y); i++ {
            if y[i] < '0' || y[i] > '9' {
                return
            }
        }
        sink(y)
        for i := range z {
            if z[i] < '0' || z[i] > '9' {
                return
            }
        }
        sink(z)
    """,
    "a loop that counts through something else": """
        x, y := source(), source()
        for i := 0; i < len(y); i++ {
            if x[i] < '0' || x[i] > '9' {
                return
            }
        }
        sink(x) // BAD
        for i := 0; i < 3; i++ {
            if y[i] < '0' || y[i] > '9' {
                return
            }
        }
        sink(y) // BAD
        for i := 0; i < len(y); i++ {
            if y[0] < '0' || y[0] > '9' {
                return
            }
        }
        sink(y) // BAD
    """,
    "elements of lists": """
        x, y := source(), source()
        for _, each := range strings.Split(x, ",") {
            if _, err := strconv.Atoi(each); err != nil {
                return
            }
        }
        sink(x)
        for _, each := range strings.Split(y, "';") {
            if _, err := strconv.Atoi(each); err != nil {
                return
            }
        }
        sink(y) // BAD
        z := []rune(source())
        for _, each := range z {
            if !unicode.IsLetter(each) {
                return
            }
        }
        sink(z)
    """,
}


@pytest.mark.parametrize("name", GO)
def test_go(name):
    code = f"package p\nfunc f() {{{GO[name]}}}\n"
    assert_flows(engine(rule("go", options=OPTIONS)), code, "go")


HELPERS = """package p
func good(x string) bool {
    for _, c := range x {
        if !unicode.IsDigit(c) {
            return false
        }
    }
    return len(x) > 0
}
func half(x string) bool {
    for _, c := range x {
        if unicode.IsDigit(c) {
            return true
        }
    }
    return false
}
func checked(x string) error {
    for i := 0; i < len(x); i++ {
        c := x[i]
        if c < 'a' || c > 'z' {
            return errors.New("no")
        }
    }
    return nil
}
func f() {
    x, y, z := source(), source(), source()
    if good(x) {
        sink(x)
    } else {
        sink(x) // BAD
    }
    if half(y) {
        sink(y) // BAD
    }
    if err := checked(z); err != nil {
        sink(z) // BAD
        return
    }
    sink(z)
}
"""


def test_helpers():
    assert_flows(engine(rule("go", options=OPTIONS)), HELPERS, "go")


PYTHON = """
def f(x, y, z):
    x, y, z = source(), source(), source()
    for c in x:
        if not c.isalnum() and c not in "-_":
            raise ValueError
    sink(x)
    for c in y:
        if not c.isalnum():
            print(c)
    sink(y)  # BAD
    for each in z.split(","):
        if not each.isdigit():
            return
    sink(z)
"""
JAVASCRIPT = """
function f() {
    const x = source();
    for (const c of x) {
        if (!/^[a-z]$/.test(c)) {
            throw new Error();
        }
    }
    sink(x);
    const y = source();
    for (let i = 0; i < y.length; i++) {
        if (!/^[a-z]$/.test(y[i])) {
            return;
        }
    }
    sink(y);
    const z = source();
    for (let i = 0; i < z.length; i++) {
        if (!/^[a-z]$/.test(z.charAt(0))) {
            return;
        }
    }
    sink(z); // BAD
}
"""
JAVA = """
class A {
    void f() {
        String x = source();
        for (char c : x.toCharArray()) {
            if (c < 'a' || c > 'z') {
                throw new IllegalArgumentException();
            }
        }
        sink(x);
        String y = source();
        for (int i = 0; i < y.length(); i++) {
            char c = y.charAt(i);
            if (c < 'a' || c > 'z') {
                return;
            }
        }
        sink(y);
        String z = source();
        for (int i = 0; i < z.length(); i++) {
            if (z.charAt(i) < ' ' || z.charAt(i) > 'z') {
                return;
            }
        }
        sink(z); // BAD
    }
}
"""


@pytest.mark.parametrize(("language", "code"), [("python", PYTHON), ("javascript", JAVASCRIPT), ("java", JAVA)])
def test_others(language, code):
    assert_flows(engine(rule(language, options=OPTIONS)), code, language)


POSITIONS = {
    "go": """package p
func letters(x string) bool {
    return strings.IndexFunc(x, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) == -1
}
func f(i int) {
    a, b, c, d := source(), source(), source(), source()
    if letters(a) {
        sink(a)
    }
    if i := slices.Index([]string{"a", "b"}, b); i < 0 {
        sink(b) // BAD
        return
    }
    sink(b)
    if strings.ContainsFunc(c, func(r rune) bool { return r < 'a' || r > 'z' }) {
        sink(c) // BAD
    } else {
        sink(c)
    }
    if strings.IndexFunc(d, unicode.IsSpace) >= 0 || slices.Index(known, d) > 0 {
        sink(d) // BAD
    }
}
""",
    "javascript": """
function f(i) {
    const a = source();
    if (["a", "b"].indexOf(a) >= 0) {
        sink(a);
    } else {
        sink(a); // BAD
    }
    if (["a", "b"].indexOf(a) < 0) {
        sink(a); // BAD
        return;
    }
    sink(a);
    const b = source();
    if (["a", "b"].indexOf(b) > 0) {
        sink(b);
    } else {
        sink(b); // BAD
    }
    if (b.indexOf("a") >= 0) {
        sink(b); // BAD
    }
    const at = ["a", "b"].indexOf(b);
    if (-1 < at) {
        sink(b);
    }
}
""",
    "java": """
class A {
    void f() {
        String a = source();
        if (Arrays.asList("a", "b").indexOf(a) < 0) {
            return;
        }
        sink(a);
        String b = source();
        if (b.indexOf("a") < 0) {
            return;
        }
        sink(b); // BAD
    }
}
""",
}


@pytest.mark.parametrize("language", POSITIONS)
def test_slices_at_a_found_index_are_sanitized(language):
    code = POSITIONS[language]
    assert_flows(engine(rule(language, options=OPTIONS)), code, language)
