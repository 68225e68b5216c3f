import ast
import code
import importlib
import json
import logging.config
import runpy
import sys
import timeit

from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)
OPERATORS = {"+": lambda a, b: a + b}


def evaluate(expression, scope):
    # ruleid: code-injection
    eval(expression)
    # ruleid: code-injection
    eval("1 + " + expression)
    # ruleid: code-injection
    eval(f"scope.{expression}")
    # ruleid: code-injection
    exec(expression)
    # ruleid: code-injection
    exec("import %s" % expression)
    # ruleid: code-injection
    exec(expression, scope)
    # ruleid: code-injection
    eval(compile(expression, "<string>", "eval"))
    # ok: code-injection
    eval("1 + 1")
    # ok: code-injection
    exec("x = 1")
    # ok: code-injection
    ast.literal_eval(expression)
    # ok: code-injection
    json.loads(expression)
    constant = "2 * 3"
    # ok: code-injection
    eval(constant)


@app.route("/calc")
def calc():
    # ruleid: code-injection
    result = eval(request.args["expr"])
    code_text = request.form.get("code")
    # ruleid: code-injection
    exec(code_text)
    # ruleid: code-injection
    eval("lambda x: " + request.args.get("f"))
    # ruleid: code-injection
    module = importlib.import_module(request.args["module"])
    # ruleid: code-injection
    other = __import__(request.args["module"])
    # ruleid: code-injection
    handler = globals()[request.args["name"]]
    # ruleid: code-injection
    function = getattr(module, request.args["function"])
    # ok: code-injection
    json_module = importlib.import_module("json")
    # ok: code-injection
    number = int(request.args["expr"])
    # ok: code-injection
    value = ast.literal_eval(request.args["expr"])
    # ok: code-injection
    op = OPERATORS[request.args["op"]]
    return str((result, other, handler, function, json_module, number, value, op))


@app.route("/calc/<int:number>")
def calc_number(number: int):
    # ok: code-injection
    return str(eval(f"{int(number)} * 2"))


def django_view(request):
    # ruleid: code-injection
    HttpResponse(eval(request.GET.get("expr")))
    code_text = request.POST["code"]
    # ruleid: code-injection
    exec(compile(code_text, "x", "exec"))
    # ruleid: code-injection
    globals()[request.GET["f"]]()
    # ruleid: code-injection
    locals()[request.GET["f"]]()
    # ok: code-injection
    globals()["django_view"]
    return HttpResponse("ok")


def consoles(source):
    # ruleid: code-injection
    code.InteractiveConsole().push(source)
    # ruleid: code-injection
    code.InteractiveInterpreter().runcode(source)
    # ruleid: code-injection
    code.InteractiveInterpreter().runsource(source)
    # ok: code-injection
    code.InteractiveConsole().push("1 + 1")
    # ruleid: code-injection
    timeit.timeit(source)
    # ok: code-injection
    timeit.timeit("'-'.join(map(str, range(10)))")
    # ok: code-injection
    runpy.run_module("http.server")
    # ruleid: code-injection
    logging.config.listen(9999)


def arguments():
    # ruleid: code-injection
    eval(sys.argv[1])
    # ruleid: code-injection
    exec(input("code: "))
    # ok: code-injection
    eval("sys.platform")


def lambda_handler(event, context):
    # ruleid: code-injection
    exec(event["code"])
    # ruleid: code-injection
    return eval(event["expression"])


class Model:
    def eval(self, value):
        return value

    def use(self, value, network):
        # ok: code-injection
        self.eval(value)
        # ok: code-injection
        network.eval()
        # ok: code-injection
        network.exec(value)
