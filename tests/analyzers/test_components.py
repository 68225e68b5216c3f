"""Files in which code stands among other text: components of Vue and Svelte."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reread.analyzers import syntax
from reread.analyzers.engine.engine import Engine
from reread.analyzers.findings import Applicability
from reread.analyzers.fixes import fix_all
from reread.analyzers.languages.more.vue import scripts
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.suppression_edits import ignore_edit
from reread.analyzers.suppressions import Scope
from reread.analyzers.text import Document, Span, TextChange, apply
from tests.analyzers.imports.conftest import engine_of

ENGINE = Engine(load(), CheckOptions(profile=Profile.STANDARD))
FORMULA = "new URLSearchParams(location.search).get('f')"


def component(text, path="/app/a.vue"):
    return Document(f"file://{path}", text, path=path, language=syntax.language_of(path, "vue"))


def found(text, path="/app/a.vue"):
    document = component(text, path)
    return [(each.rule, document.lines.line_of(each.span.start)) for each in ENGINE.check(document, "a.vue").findings]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("<template>a</template>\n<script>b</script>", "                      \n        b         "),
        ("<SCRIPT setup lang='ts' generic=\"T extends A<B>\">b</SCRIPT>", " " * 49 + "b" + " " * 9),
        ("<script lang=ts>b\r\nc</script >", " " * 16 + "b\r\nc" + " " * 10),
        ('<script type="application/ld+json">b</script>', " " * 45),
        ('<script lang="coffee">b</script>', " " * 32),
        ('<script type="module">b</script>', " " * 22 + "b" + " " * 9),
        ("<style>a</style><p>é</p>", " " * 25),
        ("<!-- a */ <script>b</script> -->", "/*   a    <script>b</script>  */"),
        ("<style><!-- a --></style>", " " * 25),
        ("<script>b", "        b"),
        ("<script a='b", " " * 12),
        ('<p v-html="a.b"></p>', "  _=>html( a.b);    "),
        ("<p v-html='a' />", "  _=>html( a); " + " "),
        ('<p v-html="a"/>', "  _=>html( a);" + " "),
        ('<p\nv-html="a"/>', "  \n" + " " * 12),
        ('<p x-v-html="a" v-html="">', " " * 26),
        ('<!-- <p v-html="a"> -->', '/*   <p v-html="a">  */'),
        ("<p>{@html a.b}</p>", "  _=>html(a.b);   "),
    ],
)
def test_only_scripts_and_comments_are_left_of_a_component(text, code):
    assert scripts(text.encode()).decode() == code


@given(st.lists(st.sampled_from(["<script>", "</script>", "<!--", "-->", "'", '"', ">", "*/", "é", "\n", "a"])))
def test_what_is_left_stands_where_it_stood(parts):
    data = "".join(parts).encode()
    code = scripts(data)
    assert len(code) == len(data)
    assert [place for place, byte in enumerate(code) if byte == 10] == [n for n, byte in enumerate(data) if byte == 10]


@pytest.mark.parametrize(
    ("path", "identifier", "language"),
    [
        ("/a/b.vue", "", "typescript"),
        ("/a/B.Vue", "vue", "typescript"),
        ("/a/b.vue", "javascript", "javascript"),
        ("/a/b.svelte", "svelte", "typescript"),
        ("untitled:Untitled-1", "vue", ""),
        ("/a/b.ts", "vue", ""),
    ],
)
def test_a_component_is_read_as_typescript_where_its_name_says_what_it_is(path, identifier, language):
    assert syntax.language_of(path, identifier) == language


@pytest.mark.parametrize("tag", ["<script>", "<script setup>", '<script setup lang="ts">'])
def test_a_script_is_checked_where_it_stands(tag):
    text = f"<template>\n  <p @click=\"run('é')\">eval(input)</p>\n</template>\n\n{tag}\neval({FORMULA})\n</script>\n"
    assert found(text) == [("js/code-injection", 5)]


def test_both_scripts_of_a_component_are_one_module():
    text = f"<script>\nconst formula = {FORMULA}\n</script>\n<script setup>\neval(formula)\n</script>\n"
    assert found(text) == [("js/code-injection", 4)]


def test_a_component_of_svelte_is_checked_too():
    text = f"<script>\n  $: eval({FORMULA});\n</script>\n\n<p>{{@html post.body}}</p>\n"
    assert found(text, "/app/a.svelte") == [("js/code-injection", 1), ("any/unsanitized-html-template", 4)]


def test_a_comment_in_the_script_silences_and_one_in_the_template_does():
    text = f"""<template>
  <!-- reread: ignore[any/unsanitized-html-template] -- ours -->
  <p v-html="a.body" />
  <p v-html="b.body" />
</template>
<script setup>
eval({FORMULA}) // reread: ignore[js/code-injection] -- ours
</script>
"""
    assert found(text) == [("any/unsanitized-html-template", 3)]


@pytest.mark.parametrize(
    ("path", "template"), [("a.vue", '<p v-html="message" />'), ("a.svelte", "<p>{@html message}</p>")]
)
def test_values_are_followed_into_the_raw_html_of_a_template(path, template):
    script = "<script>\nlet message = location.hash\n</script>\n"
    for text, line in ((f"{template}\n{script}", 0), (f"{script}{template}", 3)):
        document = Document(f"file:///{path}", text, path=f"/{path}", language="typescript")
        findings = ENGINE.check(document, path).findings
        assert [document.lines.line_of(each.span.start) for each in findings if each.rule.startswith("js/dom-xss")] == [
            line
        ]
        clean = Document(
            document.uri, text.replace("location.hash", "'<b>'"), path=document.path, language="typescript"
        )
        assert not [each for each in ENGINE.check(clean, path).findings if each.rule.startswith("js/dom-xss")]


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("place", ['<p v-html="a.body" />', "eval("])
def test_a_finding_can_be_ignored_by_a_comment_that_fits_its_place(place, scope):
    text = f'<template>\n  <p v-html="a.body" />\n</template>\n<script setup>\neval({FORMULA})\n</script>\n'
    document = component(text)
    analysis = ENGINE.check(document, "a.vue")
    line = document.lines.line_of(text.index(place))
    finding = next(each for each in analysis.findings if document.lines.line_of(each.span.start) == line)
    edit = ignore_edit(document, analysis.tree, finding, scope)

    after = apply(text, [TextChange(edit.span, edit.text)])
    assert [rule for rule, _ in found(after)] == [each.rule for each in analysis.findings if each != finding]


def test_within_a_tag_no_comment_is_offered_for_a_line():
    document = component('<template>\n  <p\n    v-html="a.body"\n  />\n</template>\n')
    analysis = ENGINE.check(document, "a.vue")
    assert ignore_edit(document, analysis.tree, analysis.findings[0]) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\nx = old(1)\n", '\nimport * as crypto from "node:crypto";\n\nx = crypto.randomBytes(1)\n'),
        (
            '\nimport a from "a";\nx = old(1)\n',
            '\nimport * as crypto from "node:crypto";\nimport a from "a";\nx = crypto.randomBytes(1)\n',
        ),
        ("x = old(1)\n", "x = old(1)\n"),
    ],
)
def test_a_fix_brings_its_import_into_the_script_or_is_not_offered(before, after):
    imports = {"fix-imports": ['import * as crypto from "node:crypto";']}
    rule = {"pattern": "old($X)", "fix": "crypto.randomBytes($X)", "metadata": imports}
    engine = engine_of("typescript", rule)
    form = "<!-- a -->\n<template>a</template>\n<script>{}</script>\n"
    document = component(form.format(before))
    findings = engine.check(document).findings
    fixed = fix_all(document, findings, applicabilities=frozenset(Applicability)).document.text
    assert len(findings) == 1
    assert fixed == form.format(after)


PIECES = ["<script>", "</script>", "<!--", "-->", "\n", '<p v-html="a.b">', f"eval({FORMULA})\n", "{", "}", "é", "'"]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@settings(deadline=None)
@given(texts, texts, st.data())
def test_after_an_edit_the_findings_are_those_of_a_look_from_scratch(before, inserted, data):
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    document = component(before)
    change = TextChange(Span(start, end), inserted)
    after = document.changed(change)
    again, anew = ENGINE.recheck(ENGINE.check(document, "a.vue"), change, after), ENGINE.check(after, "a.vue")
    if not anew.tree.has_errors and not again.tree.has_errors:
        assert again.findings == anew.findings
