"""What goes into an object that is only written to cannot be read back; sinks that must be reported are marked `BAD`."""

from __future__ import annotations

import pytest

from tests.analyzers.taint.taint_cases import assert_flows, engine, rule

METHODS = ("write", "format", "print", "flush", "WriteString")
SINKS = [{"pattern": f"$OUT.{each}(...)"} for each in METHODS]


def sinks(language):
    return engine(rule(language, **{"pattern-sinks": [{"pattern": "sink(...)"}, *SINKS]}))


CASES = {
    "the writer of a response": (
        "java",
        """
        class C {
            void f(HttpServletResponse response) {
                PrintWriter out = response.getWriter();
                out.format("%s", source()); // BAD
                out.write("b");
                out.flush();
                sink(out);
            }
        }
        """,
    ),
    "a writer around a file or the output of the program": (
        "java",
        """
        class C {
            void f() {
                BufferedWriter file = new BufferedWriter(new FileWriter("a"));
                file.write(source()); // BAD
                file.write("b");
                var output = new PrintWriter(System.out);
                output.print(source()); // BAD
                output.print("b");
            }
        }
        """,
    ),
    "what a parameter's type says": (
        "java",
        """
        class C {
            void f(javax.servlet.ServletOutputStream out) {
                out.print(source()); // BAD
                out.print("b");
            }
            void g(PrintWriter perhaps) {
                perhaps.print(source()); // BAD
                sink(perhaps); // BAD
            }
        }
        """,
    ),
    "a text in memory holds what was written": (
        "java",
        """
        class C {
            void f() {
                StringWriter text = new StringWriter();
                PrintWriter out = new PrintWriter(text);
                out.write(source()); // BAD
                sink(text.toString()); // BAD
            }
        }
        """,
    ),
    "a variable that may be a text in memory": (
        "java",
        """
        class C {
            void f(HttpServletResponse response, boolean inMemory) {
                Writer out = null;
                if (inMemory) {
                    out = new StringWriter();
                } else {
                    out = response.getWriter();
                }
                out.write(source()); // BAD
                sink(out.toString()); // BAD
            }
        }
        """,
    ),
    "the output of a Python program": (
        "python",
        """
        def f():
            sys.stdout.write(source())  # BAD
            sys.stdout.write("b")
            text = io.StringIO()
            text.write(source())  # BAD
            sink(text.getvalue())  # BAD
        """,
    ),
    "the response of Node.js": (
        "javascript",
        """
        function f(req, res) {
            res.write(source()); // BAD
            res.write("b");
            process.stdout.write(source()); // BAD
            process.stdout.write("b");
        }
        function g(req, made) {
            let res = made;
            made.write(source()); // BAD
            sink(made); // BAD
        }
        """,
    ),
    "a buffered writer of Go around a response": (
        "go",
        """
        package p

        func f(w http.ResponseWriter) {
            out := bufio.NewWriter(w)
            out.WriteString(source()) // BAD
            out.WriteString("b")
            var text strings.Builder
            text.WriteString(source()) // BAD
            sink(text.String()) // BAD
        }
        """,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_written_stays_only_where_it_can_be_read_back(name):
    language, code = CASES[name]
    assert_flows(sinks(language), code, language)
