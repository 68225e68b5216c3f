import kafka
import sympy
import zmq
from langchain_experimental.utilities import PythonREPL
import ctypes
import importlib.util
import ast
import importlib
import operator

import js2py
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
    getattr(module, request.args["function"])()
    # ok: code-injection-from-request
    ast.literal_eval(request.args["expression"])
    # ok: code-injection-from-request
    ACTIONS[request.args["action"]]()
    # ok: code-injection-from-request
    importlib.import_module("json")


@tools.tool()
def evaluate(expression: str, digits: int) -> str:
    # ok: code-injection-from-request
    eval(digits)
    # ruleid: code-injection-from-request
    return str(eval(expression))


def answered(client, messages):
    answer = client.chat.completions.create(model="gpt", messages=messages)
    # ruleid: code-injection-from-request
    exec(answer.choices[0].message.content)
    # ok: code-injection-from-request
    print(answer.choices[0].message.content)


def dispatched(self, answer):
    for call in answer.choices[0].message.tool_calls:
        # ruleid: code-injection-from-request
        getattr(self, call.function.name)()
        # ok: code-injection-from-request
        ACTIONS[call.function.name]()


@app.route("/do")
def do():
    # ok: code-injection-from-request
    kind = getattr(Kinds, request.args["kind"])
    # ok: code-injection-from-request
    getattr(self, "do_" + request.args["action"])()
    # ok: code-injection-from-request
    getattr(self, f"do_{request.args['action']}")()
    # ruleid: code-injection-from-request
    chosen = getattr(kinds, request.args["kind"])
    chosen(1)
    return kind


def libraries():
    # ruleid: code-injection-from-request
    ctypes.CDLL(request.args["library"])
    # ok: code-injection-from-request
    ctypes.CDLL("libc.so.6")
    # ruleid: code-injection-from-request
    importlib.util.spec_from_file_location("plugin", request.args["plugin"])


@app.route("/plugins/<name>")
def plugins(name):
    # ruleid: code-injection-from-request
    importlib.import_module(name)
    # ok: code-injection-from-request
    importlib.import_module("plugins." + name)
    # ok: code-injection-from-request
    importlib.import_module(f"plugins.{name}")
    # ok: code-injection-from-request
    importlib.import_module(ACTIONS[name])
    # ruleid: code-injection-from-request
    operator.methodcaller(request.args["method"])(table)


def in_other_languages(table, redis):
    # ruleid: code-injection-from-request
    table.eval(request.args["expression"])
    # ruleid: code-injection-from-request
    redis.eval("return " + request.args["key"], 0)
    # ok: code-injection-from-request
    redis.eval("return KEYS[1]", 1, request.args["key"])
    # ruleid: code-injection-from-request
    js2py.eval_js(request.args["script"])
    # ok: code-injection-from-request
    js2py.eval_js("1 + 1")
    # ruleid: code-injection-from-request
    PythonREPL().run(request.args["code"])
    # ok: code-injection-from-request
    PythonREPL().run("1 + 1")


def consume(consumer, socket):
    for message in consumer:
        # ruleid: code-injection-from-request
        exec(message.value.decode())
        # ok: code-injection-from-request
        ast.literal_eval(message.value.decode())
    # ruleid: code-injection-from-request
    eval(socket.recv_string())


def formula():
    # ruleid: code-injection-from-request
    sympy.sympify(request.args["formula"])
    # ok: code-injection-from-request
    sympy.sympify("x + 1")


def literals():
    # ok: code-injection-from-request
    exec(f"name = {request.args['name']!r}")
    # ok: code-injection-from-request
    exec("name = " + repr(request.args["name"]))
    # ok: code-injection-from-request
    exec("name = %r" % request.args["name"])
    # ruleid: code-injection-from-request
    exec("name = '%r'" % request.args["name"])
    # ruleid: code-injection-from-request
    exec(f"name = '{request.args}'")
