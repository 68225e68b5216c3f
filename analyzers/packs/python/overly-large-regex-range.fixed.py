import re

# ruleid: overly-large-regex-range
NAME = re.compile(r"^[A-Za-z0-9]+$")
# ok: overly-large-regex-range
WORD = re.compile(r"^[A-Za-z]+$")
# ok: overly-large-regex-range
TITLE = "from A-z"
