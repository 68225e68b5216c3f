"""The functions of each language that compute a value and do nothing else, for `unused_result`.

Those that a rule in `packs/` reports with its fix are left out: `go/unused-pure-result`, `js/unused-string-result`,
`java/unused-immutable-result` and their like.
"""

from __future__ import annotations

import re


def _names(table: str) -> frozenset[bytes]:
    """The names in a table. `os.path: join exists` is two of them, with the receiver in front of each."""
    found = set()
    for row in table.strip().splitlines():
        receiver, _, names = row.rpartition(":")
        found |= {f"{receiver.strip()}.{name}".lstrip(".").encode() for name in names.split()}
    return frozenset(found)


FUNCTIONS = {
    "python": _names("""
        sorted reversed map filter zip enumerate len abs round sum timedelta
        os.path: join basename dirname exists isfile isdir splitext abspath normpath
        posixpath: join basename dirname exists isfile isdir splitext abspath normpath
        re: sub escape
        itertools: chain islice takewhile dropwhile
        functools: partial
        json: dumps
        datetime: timedelta
    """),
    "javascript": _names("""
        parseInt parseFloat isNaN encodeURIComponent structuredClone
        Object: keys values entries fromEntries
        JSON: stringify
        Array: isArray of
        Number: isNaN isInteger parseFloat parseInt
        Math: max min abs floor ceil round trunc sqrt pow
        path: join resolve basename dirname extname
    """),
    "go": _names("""
        strings: Split SplitN SplitAfter SplitNAfter Fields Join Contains ContainsAny ContainsRune HasPrefix HasSuffix
        strings: Index LastIndex EqualFold Count Compare Cut ToTitle Clone
        bytes: Trim TrimSpace TrimLeft TrimRight TrimPrefix TrimSuffix TrimFunc Replace ReplaceAll ToUpper ToLower Equal
        bytes: Contains HasPrefix Join Split
        path: Join Base Dir Clean Ext
        filepath: Join Base Dir Clean Ext
        strconv: Itoa Quote FormatInt FormatUint FormatFloat FormatBool
        context: WithValue
        sort: Reverse
        errors: Is Unwrap
        math: Abs Max Min Floor Ceil Round Sqrt Pow
        slices: Contains Index Clone Sorted Max Min Equal
        maps: Clone
        time: Now Since Until
        reflect: DeepEqual
    """),
    "java": _names("""
        String: format valueOf join
        Objects: equals hash isNull nonNull toString
        Math: max min abs round floor ceil pow sqrt
        Collections: unmodifiableCollection unmodifiableList unmodifiableMap unmodifiableSet emptyList
        Arrays: asList equals toString copyOf copyOfRange
        List: of copyOf
        Duration: of ofDays ofHours ofMillis ofMinutes ofNanos ofSeconds
    """),
}

METHODS = {
    # `replace` only with what it has for dates; `split` and `join` only of or with text.
    "python": _names("""
        union intersection difference symmetric_difference removeprefix removesuffix startswith endswith isoformat
        splitlines zfill ljust rjust islower isupper isdigit isalpha astimezone encode split
    """),
    "javascript": _names("slice includes indexOf lastIndexOf startsWith endsWith toFixed toISOString at"),
    "java": _names("""
        isBlank equals equalsIgnoreCase contains containsKey containsValue startsWith endsWith indexOf
        isBefore isAfter compareTo isPresent charAt
    """),
}
"""Of objects of any class: what they are called in classes of others does nothing either.

In Java `size()` and `isEmpty()` are none: they load what an object of a database has not read yet.
"""

CALLBACK_METHODS = _names("map filter flatMap find some every")
"""Methods of JavaScript's arrays whose result is lost in vain unless their function does something."""

TIME_METHODS = _names("Add AddDate UTC Local In Truncate Round Sub Before After Equal Format")
"""Methods of Go's `time.Time`."""

DATE_FIELDS = re.compile(rb"\(\s*(?:year|month|day|hour|minute|second|microsecond|tzinfo)\s*=")
"""The arguments of Python's `replace` of dates and times."""
