import re

# ruleid: overly-large-regex-range
NAME = re.compile(r"^[A-z0-9]+$")
# ok: overly-large-regex-range
WORD = re.compile(r"^[A-Za-z]+$")
# ok: overly-large-regex-range
TITLE = "from A-z"
# ruleid: overly-large-regex-range
CODE = re.compile(r"^[a-zA-z0-9]+$")
# ruleid: overly-large-regex-range
PLACE = re.compile(r"^[A-za-z]+$")
# ruleid: overly-large-regex-range
FIELD = re.compile(r"^[a-z0-9A-z_]+$")
