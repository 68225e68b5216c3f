import re


def f(text):
    # ruleid: regex-flags-as-count
    re.sub("a", "b", text, flags=re.IGNORECASE)
    # ruleid: regex-flags-as-count
    re.split(",", text, flags=re.M | re.I)
    # ok: regex-flags-as-count
    re.sub("a", "b", text, flags=re.IGNORECASE)
    # ok: regex-flags-as-count
    re.sub("a", "b", text, 1)
