"""Guards by a list of collected errors and by tests of all elements; reported sinks are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

CASES = {
    ("javascript", "a list of errors that is empty"): """
        const KNOWN = ["a", "b"];
        function f() {
            const x = source();
            const errors = [];
            if (!KNOWN.includes(x)) errors.push("unknown");
            if (errors.length) return;
            sink(x);
        }
        function g() {
            const x = source();
            const errors = [];
            if (!KNOWN.includes(x)) errors.push("unknown");
            if (errors.length === 0) sink(x);
            if (errors.length > 0) sink(x); // BAD
            if (errors) sink(x); // BAD
        }
        function h() {
            const x = source();
            const errors = [];
            if (!KNOWN.includes(x)) errors.push("unknown");
            errors.length = 0;
            if (errors.length) return;
            sink(x); // BAD
        }
        function check(x) {
            const found = [];
            if (!KNOWN.includes(x)) found.push("unknown");
            return found;
        }
        function i() {
            const x = source();
            const errors = check(x);
            if (errors.length > 0) return;
            sink(x);
        }
    """,
    ("javascript", "each element is asked"): """
        const KNOWN = ["a", "b"];
        function isKnown(x) { return KNOWN.includes(x); }
        function f() {
            const a = source();
            if (!a.every(isKnown)) return;
            sink(a);
            const b = source();
            if (![...b].every((c) => KNOWN.includes(c))) return;
            sink(b);
            const c = source().split(",");
            if (c.some((each) => !KNOWN.includes(each))) return;
            sink(c);
            const d = source();
            if (d.some((each) => KNOWN.includes(each))) sink(d); // BAD
            if (d.every((each) => each.length < 5)) sink(d); // BAD
            if (!Array.from(d).every(isKnown)) sink(d); // BAD
            if (d.every()) sink(d); // BAD
        }
    """,
    ("java", "a list of errors that is empty, and a message"): """
        class A {
            static final Set<String> KNOWN = Set.of("a", "b");
            void f() {
                String x = source();
                List<String> errors = new ArrayList<>();
                if (!KNOWN.contains(x)) { errors.add("unknown"); }
                if (!errors.isEmpty()) { return; }
                sink(x);
            }
            void g() {
                String x = source();
                List<String> errors = new ArrayList<>();
                if (!KNOWN.contains(x)) { errors.add("unknown"); }
                if (errors.isEmpty()) { return; }
                sink(x); // BAD
            }
            void h() {
                String x = source();
                String message = null;
                if (!KNOWN.contains(x)) { message = "unknown"; }
                if (message == null) { sink(x); } else { sink(x); } // BAD
            }
        }
    """,
    ("java", "each element is asked"): """
        class A {
            static final Set<String> KNOWN = Set.of("a", "b");
            void f() {
                String x = source();
                if (!x.chars().allMatch(Character::isLetterOrDigit)) { return; }
                sink(x);
                String[] y = source();
                if (Arrays.stream(y).noneMatch(each -> !KNOWN.contains(each))) { sink(y); }
                if (Arrays.stream(y).noneMatch(each -> KNOWN.contains(each))) { sink(y); } // BAD
                if (Arrays.stream(y).anyMatch(each -> !KNOWN.contains(each))) { return; }
                sink(y);
            }
        }
    """,
    ("go", "a list of errors that is empty, and a message"): """
        package a
        var known = []string{"a", "b"}
        func f() {
            x := source()
            var errs []string
            if !slices.Contains(known, x) {
                errs = append(errs, "unknown")
            }
            if len(errs) > 0 {
                return
            }
            sink(x)
        }
        func g() {
            x := source()
            message := ""
            if !slices.Contains(known, x) {
                message = "unknown"
            }
            if message == "" {
                sink(x)
            }
            sink(x) // BAD
        }
    """,
    ("go", "each element is asked"): """
        package a
        func f() {
            x := source()
            if strings.ContainsFunc(x, func(c rune) bool { return !unicode.IsLetter(c) }) {
                return
            }
            sink(x)
            y := source()
            if strings.ContainsFunc(y, unicode.IsLetter) {
                sink(y) // BAD
            }
        }
    """,
}


@pytest.mark.parametrize(("language", "name"), CASES)
def test_counts_and_tests_of_all_elements_are_guards(language, name):
    code = CASES[language, name]
    options = {"taint_assume_safe_numbers": True, "taint_assume_safe_indexes": True}
    assert_flows(engine(rule(language, options=options)), code, language)
