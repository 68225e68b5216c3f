import ast
import sys
import timeit


def calculate(expression, scope, func):
    # ruleid: dynamic-code-run
    eval(expression)
    # ruleid: dynamic-code-run
    exec("import %s" % expression)
    # ruleid: dynamic-code-run
    eval(f"scope.{expression}")
    # ruleid: dynamic-code-run
    exec(sys.argv[1])
    # ok: dynamic-code-run
    eval("1 + 1", scope)
    # ok: dynamic-code-run
    ast.literal_eval(expression)
    # ok: dynamic-code-run
    scope.eval(expression)
    # ok: dynamic-code-run
    exec(compile("1 + 1", expression, "exec"))
    # ok: dynamic-code-run
    timeit.timeit(func)
    # ruleid: dynamic-code-run
    eval(nobody_knows)
    # ok: dynamic-code-run
    eval("scope[%r]" % expression)
    # ok: dynamic-code-run
    eval(f"scope[{expression!r}]")
