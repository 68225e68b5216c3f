import re

import regex

# ruleid: regex-catastrophic
NESTED = re.compile(r"^(a+)+$")
# ruleid: regex-catastrophic
WORDS = re.compile(r"^(\w+\s?)*$")
# ruleid: regex-catastrophic
SAME = re.compile("(x+x+)+y")
# ruleid: regex-catastrophic
DOUBLED = re.compile("^(\\w+)+$")
# ok: regex-catastrophic
BACKSLASHES = re.compile(r"^(?:\\w+)+!$")
# ruleid: regex-catastrophic
CLASSES = re.compile(r"^([a-zA-Z0-9]+)*@example\.com$")
# ruleid: regex-catastrophic
ALTERNATIVES = re.compile(r"^(a|a)*$")
# ok: regex-catastrophic
SIMPLE = re.compile(r"^\w+$")
# ok: regex-catastrophic
SEPARATED = re.compile(r"^(\w+,)*\w+$")
# ok: regex-catastrophic
BOUNDED = re.compile(r"^(\d{1,3}\.){3}\d{1,3}$")
# ok: regex-catastrophic
GROUPS = re.compile(r"(\w+)\s+(\w+)")
# ruleid: regex-catastrophic
OTHER_ENGINE = regex.compile(r"^(\d+|\d+\.)*x$")
# ok: regex-catastrophic
POSSESSIVE = regex.compile(r"^[a-z]+x$")
