import re

from flask import request


def search(text):
    # ruleid: regex-from-request
    re.search(re.escape(request.args["pattern"]), text)
    # ruleid: regex-from-request
    re.compile(re.escape(request.args.get("pattern")))
    # ok: regex-from-request
    re.search(re.escape(request.args["pattern"]), text)
    # ok: regex-from-request
    re.search(r"\d+", request.args["text"])


def of_the_package(text):
    import regex

    # ruleid: regex-from-request
    regex.match(re.escape(request.args["pattern"]), text)


def of_a_table(table):
    for regex, view in table:
        # ok: regex-from-request
        regex.match(request.args["path"])
