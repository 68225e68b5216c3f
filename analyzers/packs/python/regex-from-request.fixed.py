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
