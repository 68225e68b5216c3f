import ast
import os
import sys

from flask import request


def compute():
    # ruleid: eval-dynamic-string
    limit = eval(request.args["limit"])
    # ruleid: eval-dynamic-string
    eval(input("expression: "))
    # ruleid: eval-dynamic-string
    exec("value = " + sys.argv[1], {})
    # ruleid: eval-dynamic-string
    exec(f"import {os.environ['PLUGIN']}")
    return limit


def quiet(model, frame, source):
    # ok: eval-dynamic-string
    ast.literal_eval(request.args["limit"])
    # ok: eval-dynamic-string
    model.eval()
    # ok: eval-dynamic-string
    exec(compile(source, "<generated>", "exec"), {})
    # ok: eval-dynamic-string
    frame.eval("a + b")
    # ok: eval-dynamic-string
    return eval("1 + 1")
