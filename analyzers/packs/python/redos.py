import re

import regex

# ruleid: redos
NESTED = re.compile(r"^(a+)+$")
# ruleid: redos
WORDS = re.compile(r"^(\w+\s?)*$")
# ruleid: redos
SAME = re.compile("(x+x+)+y")
# ruleid: redos
DOUBLED = re.compile("^(\\w+)+$")
# ok: redos
BACKSLASHES = re.compile(r"^(?:\\w+)+!$")
# ruleid: redos
CLASSES = re.compile(r"^([a-zA-Z0-9]+)*@example\.com$")
# ruleid: redos
ALTERNATIVES = re.compile(r"^(a|a)*$")
# ok: redos
SIMPLE = re.compile(r"^\w+$")
# ok: redos
SEPARATED = re.compile(r"^(\w+,)*\w+$")
# ok: redos
BOUNDED = re.compile(r"^(\d{1,3}\.){3}\d{1,3}$")
# ok: redos
GROUPS = re.compile(r"(\w+)\s+(\w+)")
# ruleid: redos
OTHER_ENGINE = regex.compile(r"^(\d+|\d+\.)*x$")
# ok: redos
POSSESSIVE = regex.compile(r"^[a-z]+x$")
