import re

from flask import request


def search(text):
    # ruleid: regex-injection
    re.search(re.escape(request.args["pattern"]), text)
    # ruleid: regex-injection
    re.compile(re.escape(request.args.get("pattern")))
    # ok: regex-injection
    re.search(re.escape(request.args["pattern"]), text)
    # ok: regex-injection
    re.search(r"\d+", request.args["text"])


def of_the_package(text):
    import regex

    # ruleid: regex-injection
    regex.match(re.escape(request.args["pattern"]), text)


def of_a_table(table):
    for regex, view in table:
        # ok: regex-injection
        regex.match(request.args["path"])
