import subprocess, html, json
import requests
from flask import request

def a():
    # ruleid: sql-injection
    n = len(cursor.execute("SELECT * FROM t WHERE a = '" + request.args["x"] + "'").fetchall())
    # ruleid: sql-injection
    m = int(cursor.execute("SELECT a FROM t WHERE a = '" + request.args["x"] + "'").fetchone()[0])
    # ruleid: command-injection
    k = int(subprocess.check_output("wc -l " + request.args["f"], shell=True))
    # ruleid: path-traversal
    b = bool(open("/srv/" + request.args["f"]).read())
    # ruleid: ssrf
    c = len(requests.get(request.args["u"]).content)
    # ruleid: path-traversal
    d = html.escape(open("/srv/" + request.args["f"]).read())
    # ruleid: code-injection
    e = float(eval(request.args["e"]))
    f = int(request.args["e"])
    # ok: sql-injection
    cursor.execute("SELECT * FROM t WHERE a = %d" % f)
