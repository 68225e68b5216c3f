import re

# ruleid: overly-large-regex-range
NAME = re.compile(r"^[A-Za-z0-9]+$")
# ok: overly-large-regex-range
WORD = re.compile(r"^[A-Za-z]+$")
# ok: overly-large-regex-range
TITLE = "from A-z"
# ruleid: overly-large-regex-range
CODE = re.compile(r"^[A-Za-z0-9]+$")
# ruleid: overly-large-regex-range
PLACE = re.compile(r"^[A-Za-z]+$")
# ruleid: overly-large-regex-range
FIELD = re.compile(r"^[0-9A-Za-z_]+$")
