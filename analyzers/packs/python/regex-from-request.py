import re

from flask import request


def search(text):
    # ruleid: regex-from-request
    re.search(request.args["pattern"], text)
    # ruleid: regex-from-request
    re.compile(request.args.get("pattern"))
    # ok: regex-from-request
    re.search(re.escape(request.args["pattern"]), text)
    # ok: regex-from-request
    re.search(r"\d+", request.args["text"])
