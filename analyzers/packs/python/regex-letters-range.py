import re

# ruleid: regex-letters-range
NAME = re.compile(r"^[A-z0-9]+$")
# ok: regex-letters-range
WORD = re.compile(r"^[A-Za-z]+$")
# ok: regex-letters-range
TITLE = "from A-z"
# ruleid: regex-letters-range
CODE = re.compile(r"^[a-zA-z0-9]+$")
# ruleid: regex-letters-range
PLACE = re.compile(r"^[A-za-z]+$")
# ruleid: regex-letters-range
FIELD = re.compile(r"^[a-z0-9A-z_]+$")
