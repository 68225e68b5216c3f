import ast
import sys


def calculate(expression, scope):
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
