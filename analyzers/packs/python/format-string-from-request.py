import string

from flask import request


def greet(user):
    # ruleid: format-string-from-request
    request.args["greeting"].format(user=user)
    greeting = "Hello, " + request.form["greeting"]
    # ruleid: format-string-from-request
    greeting.format(user)
    # ruleid: format-string-from-request
    string.Formatter().format(request.args["greeting"], user=user)
    # ok: format-string-from-request
    "Hello, {}".format(request.args["name"])
    # ok: format-string-from-request
    string.Template(request.args["greeting"]).safe_substitute(name=user.name)
    # ok: format-string-from-request
    GREETINGS[request.args["greeting"]].format(user=user)
    # ok: format-string-from-request
    Script(request.args["sql"]).format()
