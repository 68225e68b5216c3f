"""The functions of each language that compute a value and do nothing else, for `unused_result`.

Those that a rule in `packs/` reports with its fix are left out: `go/unused-pure-result`, `js/unused-string-result`,
`java/unused-immutable-result` and their like.
"""

from __future__ import annotations

import re

FUNCTIONS = {
    "python": re.compile(
        rb"sorted|reversed|map|filter|zip|enumerate|len|abs|round|sum|(?:os\.path|posixpath)\.(?:join|basename|dirname"
        rb"|exists|isfile|isdir|splitext|abspath|normpath)|re\.(?:sub|escape)"
        rb"|itertools\.(?:chain|islice|takewhile|dropwhile)|functools\.partial|json\.dumps|datetime\.timedelta|timedelta"
    ),
    "javascript": re.compile(
        rb"Object\.(?:keys|values|entries|fromEntries)|JSON\.stringify|Array\.(?:isArray|of)|Number\.(?:isNaN|isInteger"
        rb"|parseFloat|parseInt)|parseInt|parseFloat|isNaN|Math\.(?:max|min|abs|floor|ceil|round|trunc|sqrt|pow)"
        rb"|path\.(?:join|resolve|basename|dirname|extname)|encodeURIComponent|structuredClone"
    ),
    "go": re.compile(
        rb"strings\.(?:Split(?:N|After)?|Fields|Join|Contains(?:Any|Rune)?|HasPrefix|HasSuffix|Index|LastIndex|EqualFold"
        rb"|Count|Compare|Cut|ToTitle|Clone)|bytes\.(?:Trim\w*|Replace|ReplaceAll|ToUpper|ToLower|Equal|Contains|HasPrefix"
        rb"|Join|Split)|(?:file)?path\.(?:Join|Base|Dir|Clean|Ext)|strconv\.(?:Itoa|Quote|Format\w+)"
        rb"|context\.WithValue|sort\.Reverse|errors\.(?:Is|Unwrap)|math\.(?:Abs|Max|Min|Floor|Ceil|Round|Sqrt|Pow)"
        rb"|slices\.(?:Contains|Index|Clone|Sorted|Max|Min|Equal)|maps\.Clone|time\.(?:Now|Since|Until)"
        rb"|reflect\.DeepEqual"
    ),
    "java": re.compile(
        rb"String\.(?:format|valueOf|join)|Objects\.(?:equals|hash|isNull|nonNull|toString)|Math\.(?:max|min|abs|round"
        rb"|floor|ceil|pow|sqrt)|Collections\.(?:unmodifiable\w+|emptyList)|Arrays\.(?:asList|equals|toString|copyOf"
        rb"|copyOfRange)|List\.(?:of|copyOf)|Duration\.of\w+"
    ),
}

METHODS = {
    # `replace` only with what it has for dates; `split` and `join` only of or with text.
    "python": re.compile(
        rb"(?:union|intersection|difference|symmetric_difference|removeprefix|removesuffix|startswith|endswith|isoformat"
        rb"|splitlines|zfill|ljust|rjust|islower|isupper|isdigit|isalpha|astimezone|encode|split)"
    ),
    "javascript": re.compile(rb"(?:slice|includes|indexOf|lastIndexOf|startsWith|endsWith|toFixed|toISOString|at)"),
    "java": re.compile(
        rb"(?:isEmpty|isBlank|equals|equalsIgnoreCase|contains|containsKey|containsValue|startsWith|endsWith|indexOf"
        rb"|isBefore|isAfter|length|size|compareTo|isPresent|charAt)"
    ),
}
"""Of objects of any class: what they are called in classes of others does nothing either."""

CALLBACK_METHODS = frozenset({b"map", b"filter", b"flatMap", b"find", b"some", b"every"})
"""Methods of JavaScript's arrays whose result is lost in vain unless their function does something."""

TIME_METHODS = frozenset(
    {
        b"Add",
        b"AddDate",
        b"UTC",
        b"Local",
        b"In",
        b"Truncate",
        b"Round",
        b"Sub",
        b"Before",
        b"After",
        b"Equal",
        b"Format",
    }
)
"""Methods of Go's `time.Time`."""

DATE_FIELDS = re.compile(rb"\(\s*(?:year|month|day|hour|minute|second|microsecond|tzinfo)\s*=")
"""The arguments of Python's `replace` of dates and times."""
