"""Patterns of XML, which is read by the grammar of HTML: names, texts, attributes. Semgrep was asked about these."""

from __future__ import annotations

import pytest

from reread.analyzers.languages.more.xml import as_html

POM = """\
<a>
  <source>1.8</source>
  <param name="p">v</param>
  <style name="T"><item name="i">x</item></style>
  <system.web><c debug="true"/></system.web>
</a>
"""

MAPPER = """\
<m>
  <q id="a">select ${x} <if/></q>
  <q id="b"><![CDATA[ c < 1 & ${y} ]]></q>
  <q id="c"><if/></q>
  <q id="d">a &amp; b</q>
  <q id="e"></q>
  <q id="f"><if/> ${z} <else/></q>
</m>
"""

MANIFEST = """\
<application android:name="x">
  <activity android:name=".A" android:exported="true"/>
  <service android:name=".B" android:exported="false"/>
  <data android:host=""/>
</application>
"""


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("<source>$V</source>", ["<source>1.8</source>"]),
        ("<source>1.7</source>", []),
        ("<param ...>$V</param>", ['<param name="p">v</param>']),
        ("<item ...>$X</item>", ['<item name="i">x</item>']),
        ("<system.web>...</system.web>", ['<system.web><c debug="true"/></system.web>']),
        ("<system.net>...</system.net>", []),
        ('<c debug="true"/>', ['<c debug="true"/>']),
    ],
)
def test_no_name_is_one_of_html(matched, pattern, found):
    assert matched("xml", pattern, POM) == found


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [
        ("<q ...>$T</q>", "abd"),
        ("<q ...><if/></q>", "cf"),
        ("<q ...>$T<if/></q>", "a"),
        ("<q ...><else/></q>", ""),
        ("<q ...>...</q>", "abcdef"),
    ],
)
def test_a_metavariable_between_tags_is_a_text_and_more_may_follow(matched, pattern, ids):
    assert "".join(text[7] for text in matched("xml", pattern, MAPPER)) == ids


def test_the_text_is_replaced_byte_by_byte():
    for text in (POM, MAPPER, "<br.é>\n<!-- <br> -->&lt;</br.é>", "<a><!-- <b>", "<a><![CDATA[ <b> ]]"):
        data = text.encode()
        code = as_html(data)
        assert len(code) == len(data)
        assert code.count(b"\n") == data.count(b"\n")


@pytest.mark.parametrize(
    ("pattern", "regex", "found"),
    [
        ("<$T ... android:name=$N ...>...</$T>", "^service$", ["<service"]),
        ("<$T ... android:name=$N ...>...</$T>", "^android", []),
        ("<q ...>$T</q>", r"(?s).*\$\{", ['<q id="a', '<q id="b']),
        ('<data android:host="$T"/>', "^$", ["<data an"]),
        ('<data android:host="$T"/>', ".+", []),
    ],
)
def test_a_regular_expression_is_about_the_name_or_the_text(matched, pattern, regex, found):
    body = {"patterns": [{"pattern": pattern}, {"metavariable-regex": {"metavariable": "$T", "regex": regex}}]}
    assert [text[:8] for text in matched("xml", body, MAPPER + MANIFEST)] == found
