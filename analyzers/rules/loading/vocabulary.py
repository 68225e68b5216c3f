"""Names shared by library models and rules: classes of weaknesses and of sources."""

from __future__ import annotations

from typing import NamedTuple

MODELS = "models"
"""The kind of an entry of a taint rule at which models join the rule: it has no formula of its own."""

SOURCES = {
    "remote": "what visitors of a server send: parameters, headers, bodies of requests",
    "local": "arguments of the program, environment variables, standard input",
    "queue": "messages of queues and chats",
    "model": "answers of language models",
    "page": "what scripts of a web page get: its address, messages, storage",
}
SINKS = {
    "sql": "SQL statements",
    "command": "commands of the operating system",
    "code": "code that is run",
    "path": "paths of files",
    "html": "markup of a page",
    "url": "addresses that the program connects to",
    "redirect": "addresses that a browser is sent to",
    "template": "the text of templates",
    "header": "headers of responses and mails",
    "log": "lines of a log",
    "ldap": "filters of LDAP",
    "xpath": "XPath expressions",
    "nosql": "queries of document databases",
    "regex": "regular expressions",
    "deserialization": "data that is made into objects of any class",
}
ANY = "any"
"""The class of sanitizers of all weaknesses: the result carries no text, such as a number."""

JOINED = {"source": frozenset(SOURCES), "sink": frozenset(SINKS), "sanitizer": frozenset(SINKS)}

LANGUAGES = {
    "python": ("python",),
    "javascript": ("javascript", "typescript", "tsx"),
    "go": ("go",),
    "java": ("java",),
}
"""The languages of models, with the names of the languages' tables."""


class Certainty(NamedTuple):
    """How sure a bare name is the function that is meant, and the profiles that use it.

    Of what reports (sources, sinks) the loud profiles use the doubtful; of what silences, the quiet ones.
    """

    reporting: frozenset[str]
    silencing: frozenset[str]


_ALL = frozenset({"quiet", "standard", "pedantic"})
CERTAINTIES = {
    "high": Certainty(_ALL, _ALL),
    "medium": Certainty(_ALL - {"quiet"}, _ALL - {"pedantic"}),
    "low": Certainty(frozenset({"pedantic"}), frozenset({"quiet"})),
}
