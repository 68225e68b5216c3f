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
    # ruleid: code-injection
    eval(request.args["expression"])
    source = request.form["code"]
    # ruleid: code-injection
    exec(source)
    # ruleid: code-injection
    importlib.import_module(request.args["module"])
    # ruleid: code-injection
    globals()[request.args["name"]]()
    # ruleid: code-injection
    getattr(module, request.args["function"])()
    # ok: code-injection
    ast.literal_eval(request.args["expression"])
    # ok: code-injection
    ACTIONS[request.args["action"]]()
    # ok: code-injection
    importlib.import_module("json")


@tools.tool()
def evaluate(expression: str, digits: int) -> str:
    # ok: code-injection
    eval(digits)
    # ruleid: code-injection
    return str(eval(expression))


def answered(client, messages):
    answer = client.chat.completions.create(model="gpt", messages=messages)
    # ruleid: code-injection
    exec(answer.choices[0].message.content)
    # ok: code-injection
    print(answer.choices[0].message.content)


def dispatched(self, answer):
    for call in answer.choices[0].message.tool_calls:
        # ruleid: code-injection
        getattr(self, call.function.name)()
        # ok: code-injection
        ACTIONS[call.function.name]()


@app.route("/do")
def do():
    # ok: code-injection
    kind = getattr(Kinds, request.args["kind"])
    # ok: code-injection
    getattr(self, "do_" + request.args["action"])()
    # ok: code-injection
    getattr(self, f"do_{request.args['action']}")()
    # ok: code-injection
    chosen = getattr(kinds, request.args["kind"])
    return kind, chosen


def libraries():
    # ruleid: code-injection
    ctypes.CDLL(request.args["library"])
    # ok: code-injection
    ctypes.CDLL("libc.so.6")
    # ruleid: code-injection
    importlib.util.spec_from_file_location("plugin", request.args["plugin"])


@app.route("/plugins/<name>")
def plugins(name):
    # ruleid: code-injection
    importlib.import_module(name)
    # ok: code-injection
    importlib.import_module("plugins." + name)
    # ok: code-injection
    importlib.import_module(f"plugins.{name}")
    # ok: code-injection
    importlib.import_module(ACTIONS[name])
    # ruleid: code-injection
    operator.methodcaller(request.args["method"])(table)


def in_other_languages(table, redis):
    # ruleid: code-injection
    table.eval(request.args["expression"])
    # ruleid: code-injection
    redis.eval("return " + request.args["key"], 0)
    # ok: code-injection
    redis.eval("return KEYS[1]", 1, request.args["key"])
    # ruleid: code-injection
    js2py.eval_js(request.args["script"])
    # ok: code-injection
    js2py.eval_js("1 + 1")
    # ruleid: code-injection
    PythonREPL().run(request.args["code"])
    # ok: code-injection
    PythonREPL().run("1 + 1")


def consume(consumer, socket):
    for message in consumer:
        # ruleid: code-injection
        exec(message.value.decode())
        # ok: code-injection
        ast.literal_eval(message.value.decode())
    # ruleid: code-injection
    eval(socket.recv_string())


def formula():
    # ruleid: code-injection
    sympy.sympify(request.args["formula"])
    # ok: code-injection
    sympy.sympify("x + 1")


def literals():
    # ok: code-injection
    exec(f"name = {request.args['name']!r}")
    # ok: code-injection
    exec("name = " + repr(request.args["name"]))
    # ok: code-injection
    exec("name = %r" % request.args["name"])
    # ruleid: code-injection
    exec("name = '%r'" % request.args["name"])
    # ruleid: code-injection
    exec(f"name = '{request.args}'")
