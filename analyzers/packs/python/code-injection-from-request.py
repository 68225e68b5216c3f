import ast
import importlib

from flask import request

ACTIONS = {"list": print}


def calculate(module):
    # ruleid: code-injection-from-request
    eval(request.args["expression"])
    source = request.form["code"]
    # ruleid: code-injection-from-request
    exec(source)
    # ruleid: code-injection-from-request
    importlib.import_module(request.args["module"])
    # ruleid: code-injection-from-request
    globals()[request.args["name"]]()
    # ruleid: code-injection-from-request
    getattr(module, request.args["function"])
    # ok: code-injection-from-request
    ast.literal_eval(request.args["expression"])
    # ok: code-injection-from-request
    ACTIONS[request.args["action"]]()
    # ok: code-injection-from-request
    importlib.import_module("json")
