from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reread.analyzers.text import Document
from reread.rag.source.chunk import chunk


def chunks(text, language="", path="/w/file"):
    return chunk(Document("", text, path=path, language=language)).chunks


def body(count, indent="    "):
    return "".join(f"{indent}value_{number} = {number}\n" for number in range(count))


def test_each_definition_is_a_chunk_and_so_is_what_is_left():
    text = "import os\n\ndef f():\n    return 1\n\ndef g():\n    return 2\n"
    assert [(part.kind, part.name, part.first_line, part.last_line) for part in chunks(text, "python")] == [
        ("window", "", 1, 2),
        ("definition", "f", 3, 4),
        ("definition", "g", 6, 7),
    ]


def test_a_small_class_stays_whole():
    text = "class A:\n    def f(self):\n        return 1\n"
    assert [part.name for part in chunks(text, "python")] == ["A"]


def test_a_large_class_is_its_head_and_its_methods():
    text = (
        f"class A:\n    size = 1\n\n    def f(self):\n{body(20, '        ')}\n    def g(self):\n{body(20, '        ')}"
    )
    parts = chunks(text, "python")
    assert [part.name for part in parts] == ["A", "A.f", "A.g"]
    assert parts[0].signature == "class A"
    assert "size = 1" in parts[0].text


def test_what_is_between_methods_belongs_to_the_class():
    text = f"class A:\n    def f(self):\n{body(40, '        ')}    between = 1\n    def g(self): ...\nafter = 2\n"
    named = [(part.name, part.text.strip()) for part in chunks(text, "python")]
    assert ("A", "between = 1") in named
    assert ("", "after = 2") in named


def test_a_long_definition_is_split_and_every_part_keeps_its_name():
    text = "def f():\n" + body(300)
    parts = chunks(text, "python")
    assert len(parts) > 3
    assert {part.name for part in parts} == {"f"}
    assert {part.signature for part in parts} == {"def f()"}


def test_long_text_is_split_at_blank_lines():
    text = "\n\n".join("\n".join(f"line {number}" for number in range(25)) for _ in range(4))
    parts = chunks(text)
    assert len(parts) > 1
    assert all(part.text.startswith("line 0") for part in parts)


def test_markdown_is_cut_at_headings_but_not_in_code():
    text = "intro text\n# A\nabout a\n```\n# comment\n```\n## B #\nabout b\n# C\nabout c\n"
    parts = chunks(text, path="/w/README.md")
    assert [(part.kind, part.name) for part in parts] == [
        ("section", ""),
        ("section", "A"),
        ("section", "A > B"),
        ("section", "C"),
    ]


def test_small_top_level_variables_are_symbols_without_chunks_of_their_own():
    found = chunk(Document("", "const a = 1\nconst b = 2\n", language="javascript"))
    assert len(found.chunks) == 1
    assert [(definition.name, line, place) for definition, line, place in found.definitions] == [
        ("a", 1, 0),
        ("b", 2, 0),
    ]


def test_symbols_know_their_chunk():
    found = chunk(Document("", "import os\n\n\ndef f():\n    g()\n    g()\n", language="python"))
    assert [(found.name, line, place) for found, line, place in found.references] == [("g", 5, 1), ("os", 1, 0)]


def test_data_without_words_makes_no_chunks():
    assert chunks("") == ()
    assert chunks("\n\n{\n}\n") == ()


def test_a_file_without_syntax_has_a_limit():
    assert len(chunks("one more line of data\n" * 50_000)) == 40


def test_one_huge_line_is_shortened():
    assert len(chunks("word " * 100_000)[0].text) <= 8_000


@given(
    st.text(alphabet="a:(){}\n\r\t# \f\u2028é🙂'\"", max_size=400),
    st.sampled_from(["python", "javascript", "go", "java", ""]),
)
def test_chunks_are_in_order_whole_lines_and_lose_no_word(text, language):
    document = Document("", text, path="/w/a.md" if not language else "/w/a", language=language)
    end = 0
    for part in chunk(document).chunks:
        assert part.span.start >= end
        end = part.span.end
        assert document.text[part.span.start : part.span.end] == part.text
        assert document.lines.line_of(part.span.start) == part.first_line - 1
        assert part.first_line <= part.last_line
        end = part.span.end
    if "aa" in document.text:
        assert "aa" in "".join(part.text for part in chunk(document).chunks)


@pytest.mark.parametrize("language", ["python", "javascript", "typescript", "tsx", "go", "java"])
def test_nonsense_is_survived(language):
    assert chunks("\x00ßclass (((def }} function\n" * 50, language)
