"""Raw HTML in a component template: `v-html` in Vue and `{@html}` in Svelte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from reread.analyzers.findings import Severity
from reread.analyzers.rules.definition import Definition, Example, Found, TextScope
from reread.analyzers.syntax import Node, Query, SyntaxTree, captures, query

_VUE, _SVELTE = "a.vue", "a.svelte"


def _component(template: str, script: str = "") -> Example:
    return Example("typescript", f"<template>{template}</template>\n<script setup>\n{script}\n</script>\n", _VUE)


RULE = Definition(
    id="unsanitized-html-template",
    message="Raw HTML: $HTML bypasses the escaping of the template. Show it as text, or sanitize it first.",
    summary="Raw HTML bypasses the escaping of the template. Show it as text, or sanitize it first.",
    severity=Severity.WARNING,
    category="security",
    confidence="LOW",
    confidence_reason="name",
    group="xss",
    cwe="CWE-79",
    owasp="A03:2021",
    references=(
        "https://vuejs.org/guide/best-practices/security",
        "https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html",
    ),
    explanation="""\
Vue and Svelte escape everything that a template shows, except values in `v-html`, `:innerHTML` and `{@html ...}`. If
other people can write the text, they can write script.

Bad: `<p v-html="comment.body"></p>`

Good: `<p>{{ comment.body }}</p>`, or `<p v-html="DOMPurify.sanitize(comment.body)"></p>`

Fixed texts, translations without values, and values whose name or declaration says that they were sanitized are not
reported.
""",
    invalid=(
        _component('<p v-html="comment.body"></p>'),
        _component("<p v-html='comment.body'></p>"),
        _component("<p v-html=body />"),
        _component('<p :innerHTML="`<b>${name}</b>`" />'),
        _component('<p\n  class="a"\n  v-html="rendered"\n/>', "const rendered = computed(() => marked(text.value))"),
        _component("<p v-html=\"$t('hello', { name })\" />"),
        _component('<p v-html="html" />', "let html = '<b></b>'"),
        Example("typescript", "<script>\n  export let post;\n</script>\n\n<p>{@html post.body}</p>\n", _SVELTE),
    ),
    valid=(
        _component("<p v-html=\"'&amp;'\"></p>"),
        _component("<p>{{ comment.body }}</p>"),
        _component('<p v-html="DOMPurify.sanitize(comment.body)"></p>'),
        _component('<p v-html="html" />', "const html = '<b></b>'"),
        _component('<p v-html="html" />', "const html = computed(() => DOMPurify.sanitize(text.value))"),
        _component('<p v-html="html" />', "function html() { return escapeHtml(text.value) }"),
        _component('<p v-html="sanitizedBody" />'),
        _component("<p v-html=\"$t('hello')\" />"),
        _component('<!-- <p v-html="comment.body"></p> -->'),
        _component("<p />", "const a = '<p v-html=\"b\">'"),
        Example("typescript", "<p>{@html DOMPurify.sanitize(body)}</p>\n<p>{body}</p>\n", _SVELTE),
        Example("", '<p v-html="comment.body"></p>\n', "a.html"),
    ),
    by_lines=False,
)

_VUE_HTML = re.compile(
    r"(?<=\s)(?:v-html|(?:v-bind:|:|\.)innerHTML(?:\.prop)?)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+?)(?=\s|/?>))"
)
_SVELTE_HTML = re.compile(r"\{@html\s+(?P<svelte>[^{}]*(?:\{[^{}]*\}[^{}]*)*)\}")
_CLEANED = re.compile(r"saniti[sz]e|purify|escape|encode|xss|(?<!un)safe", re.IGNORECASE)
_CONSTANT = re.compile(
    r"(?:'[^'\\\n]*'|\"[^\"\\\n]*\"|`(?:[^`\\$]|\$(?!\{))*`|-?[\d.]+|null|undefined|true|false"
    r"|(?:\$|\w+\.)?tc?\(\s*(?:'[^'\\\n]*'|\"[^\"\\\n]*\")\s*\))"
)
_HEAD = re.compile(r"[A-Za-z_$][\w$]*")


def in_text(part: TextScope, options: Mapping[str, int]) -> Iterator[Found]:
    path, tree = part.document.path or part.document.uri, part.tree
    if tree is None or not path.endswith((".vue", ".svelte")):
        return
    expression = _VUE_HTML if path.endswith(".vue") else _SVELTE_HTML
    for match in expression.finditer(part.document.text, part.span.start, part.span.end):
        value = next(each for each in match.groups() if each is not None).strip()
        place = part.document.lines.byte(match.start())
        if value and not tree.is_written(place) and not _is_ours(value, tree):
            yield Found(match.start(), match.end(), {"$HTML": value})


def _is_ours(value: str, tree: SyntaxTree) -> bool:
    """Whether a value is constant or has been cleaned, by what it says or by what the script says of its name."""
    if _CONSTANT.fullmatch(value) or _CLEANED.search(value):
        return True
    head = _HEAD.match(value)
    named = [name for name in _declared(tree) if head is not None and tree.text(name) == head[0]]
    return any(name.parent is not None and _is_declared_clean(name.parent, head, value, tree) for name in named)


def _is_declared_clean(declaration: Node, head: re.Match[str] | None, value: str, tree: SyntaxTree) -> bool:
    if _CLEANED.search(tree.text(declaration)):
        return True
    given, around = declaration.child_by_field_name("value"), declaration.parent
    is_fixed = around is not None and tree.text(around).startswith("const")
    is_whole = head is not None and head[0] == value
    return is_fixed and is_whole and given is not None and bool(_CONSTANT.fullmatch(tree.text(given)))


def _declared(tree: SyntaxTree) -> list[Node]:
    """The names that variables, functions, methods and properties of the script are declared by."""
    return captures(_declarations(), tree.root).get("name", [])


@cache
def _declarations() -> Query:
    return query(
        "typescript",
        "(variable_declarator name: (identifier) @name) (function_declaration name: (identifier) @name)"
        "(method_definition name: (property_identifier) @name) (pair key: (property_identifier) @name)",
    )
