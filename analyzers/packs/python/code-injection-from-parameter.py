import ast
import sys
import timeit


def calculate(expression, scope, func):
    # ruleid: code-injection-from-parameter
    eval(expression)
    # ruleid: code-injection-from-parameter
    exec("import %s" % expression)
    # ruleid: code-injection-from-parameter
    eval(f"scope.{expression}")
    # ruleid: code-injection-from-parameter
    exec(sys.argv[1])
    # ok: code-injection-from-parameter
    eval(input("Formula: "))
    # ok: code-injection-from-parameter
    eval("1 + 1", scope)
    # ok: code-injection-from-parameter
    ast.literal_eval(expression)
    # ok: code-injection-from-parameter
    scope.eval(expression)
    # ok: code-injection-from-parameter
    exec(compile("1 + 1", expression, "exec"))
    # ok: code-injection-from-parameter
    timeit.timeit(func)
    # ruleid: code-injection-from-parameter
    eval(nobody_knows)
    # ok: code-injection-from-parameter
    eval("scope[%r]" % expression)
    # ok: code-injection-from-parameter
    eval(f"scope[{expression!r}]")
