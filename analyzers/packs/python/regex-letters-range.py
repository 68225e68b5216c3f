import re

# ruleid: regex-letters-range
NAME = re.compile(r"^[A-z0-9]+$")
# ok: regex-letters-range
WORD = re.compile(r"^[A-Za-z]+$")
# ok: regex-letters-range
TITLE = "from A-z"
