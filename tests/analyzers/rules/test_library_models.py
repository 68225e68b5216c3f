"""Library models: what a file may say, how it joins rules, and that nothing in it can do harm."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

import reread.analyzers.rules.models
from reread.analyzers.engine.engine import Engine
from reread.analyzers.pattern.prefilter.requirement import all_of
from reread.analyzers.rules import ruleset
from reread.analyzers.rules.check_options import CheckOptions
from reread.analyzers.rules.loading.vocabulary import ANY, SINKS, SOURCES
from reread.analyzers.rules.models.parse_models import port_of
from reread.analyzers.rules.models.patterns import subject_of, words_of
from reread.analyzers.rules.profiles import Profile
from reread.analyzers.rules.ruleset import load
from reread.analyzers.text import Document
from tests.server.house_framework import MODEL

RULE = """
rules:
  - id: query
    languages: [python, javascript, typescript, go, java]
    severity: ERROR
    message: A query.
    mode: taint
    pattern-sources: [{models: remote, label: IN}]
    pattern-sinks: [{models: sql, requires: IN}]
    pattern-sanitizers: [{models: sql}]
"""
SCHEMA = json.loads(Path(reread.analyzers.rules.models.__file__).with_name("schema.json").read_text("utf-8"))
SOURCE = "sources: [{function: acme.asked, class: remote}]\n"
SINK = "sinks: [{function: acme.rows, class: sql}]\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "query.yaml").write_text(RULE)
    return tmp_path / "rules"


def loaded(folder, model: str, languages: str = "python"):
    (folder / "acme.yaml").write_text(f"library: acme\nlanguages: [{languages}]\n{model}")
    return load([str(folder)], builtin=False)


def reported(folder, model: str, code: str, language: str = "python", profile: Profile = Profile.QUIET) -> list[int]:
    """The lines from 1 that the rule reports with a model."""
    rules = loaded(folder, model, {"typescript": "javascript"}.get(language, language))
    assert rules.problems == ()
    engine = Engine(rules, CheckOptions(profile=profile, report_unused_suppressions=False))
    document = Document("file:///a", code, language=language)
    return [document.lines.line_of(each.span.start) + 1 for each in engine.check(document).findings]


def problems(folder, model: str) -> list[str]:
    return [problem.message for problem in loaded(folder, model).problems]


def test_a_source_reaches_a_sink(folder):
    assert reported(folder, SOURCE + SINK, "import acme\nacme.rows(acme.asked())\nacme.rows(other())\n") == [2]


def test_names_are_resolved_through_imports(folder):
    code = "from acme import rows as r, asked\nr(asked())\nfrom other import rows\nrows(asked())\n"
    assert reported(folder, SOURCE + SINK, code) == [2]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("python", "def f(v: acme.Visit):\n    acme.rows(v.text())\n    acme.rows(w.text())\n"),
        ("typescript", 'import * as acme from "acme";\nfunction f(v: Visit) { acme.rows(v.text()); }\n'),
        ("go", 'package a\nimport "acme"; func f(v *acme.Visit) {\nacme.rows(v.text())\nacme.rows(w.text())\n}\n'),
        (
            "java",
            "import acme.*; class A {\nvoid f(acme.Visit v) { acme.rows(v.text()); }\nvoid g() { acme.rows(w.text()); } }",
        ),
    ],
)
def test_a_method_is_told_by_the_declared_type(folder, language, code):
    model = SINK + "sources: [{method: acme.Visit.text, class: remote}]\n"
    expected = 3 if language == "go" else 2
    assert reported(folder, model, code, language) == [expected]


def test_types_of_typescript_count_where_the_module_is_imported(folder):
    model = SINK + 'sources: [{method: "@other/acme.Visit.text", class: remote}]\n'
    code = 'import * as acme from "acme";\nfunction f(v: Visit) { acme.rows(v.text()); }\n'
    assert reported(folder, model, code, "typescript") == []


def test_what_a_keyword_gives_is_an_argument(folder):
    model = SOURCE + "sinks: [{function: acme.rows, argument: [1, wording], class: sql}]\n"
    code = "import acme\nacme.rows(1, acme.asked())\nacme.rows(wording=acme.asked())\nacme.rows(acme.asked())\n"
    assert reported(folder, model, code) == [2, 3]


def test_a_source_that_fills_its_argument(folder):
    model = SINK + "sources: [{function: acme.fill, argument: 0, class: remote}]\n"
    assert reported(folder, model, "import acme\nacme.fill(buffer)\nacme.rows(buffer)\nacme.rows(other)\n") == [3]


def test_a_sanitizer_and_a_guard(folder):
    model = (
        SOURCE
        + SINK
        + "sanitizers: [{function: acme.quote, class: sql}, {function: acme.fits, guard: 0, class: any}]\n"
    )
    code = "import acme\nx = acme.asked()\nacme.rows(acme.quote(x))\nif acme.fits(x):\n    acme.rows(x)\nacme.rows(x)\n"
    assert reported(folder, model, code) == [6]


def test_a_sanitizer_of_another_class_changes_nothing(folder):
    model = SOURCE + SINK + "sanitizers: [{function: acme.quote, class: html}]\n"
    assert reported(folder, model, "import acme\nacme.rows(acme.quote(acme.asked()))\n") == [2]


@pytest.mark.parametrize(
    ("flow", "code", "expected"),
    [
        ("from: argument 1, to: result", "acme.rows(acme.f(x, y))\nacme.rows(acme.f(y, x))", [4]),
        ("from: argument 0, to: receiver", "o.f(x)\nacme.rows(o)\np.f(y)\nacme.rows(p)", [4]),
        ("from: argument 0, to: argument 1", "acme.f(x, b)\nacme.rows(b)", [4]),
        ("from: receiver.name, to: result", "o.name = x\nacme.rows(o.f())\no.name = y\nacme.rows(o.f())", [4]),
        ("from: 'argument 0[]', to: result", "acme.rows(acme.f([x]))\nacme.rows(acme.f([y]))", [3]),
        ("from: argument 0, to: result.a", "acme.rows(acme.f(x).a)\nacme.rows(acme.f(x).b)", [3]),
        ("from: argument 0, to: receiver.a", "o.f(x)\nacme.rows(o.a)\nacme.rows(o.b)", [4]),
        (
            "from: argument 0, to: result, kind: value",
            "d = {'a': x, 'b': y}\nacme.rows(acme.f(d)['a'])\nacme.rows(acme.f(d)['b'])",
            [4],
        ),
        ("from: argument key, to: result", "acme.rows(acme.f(key=x))\nacme.rows(acme.f(other=x))", [3]),
    ],
)
def test_summaries_say_all_that_flows(folder, flow, code, expected):
    form = "method: f, certainty: high" if "receiver" in flow else "function: acme.f"
    model = SOURCE + SINK + f"summaries: [{{{form}, {flow}}}]\n"
    assert reported(folder, model, f"import acme\nx, y = acme.asked(), 'a'\n{code}\n") == expected


def test_nothing_flows_through_a_neutral_function(folder):
    model = SOURCE + SINK + "neutral: [{function: acme.size}]\n"
    code = "import acme\nacme.rows(acme.size(acme.asked()))\nacme.rows(acme.other(acme.asked()))\n"
    assert reported(folder, model, code) == [3]


@pytest.mark.parametrize(
    ("certainty", "sources", "sanitizers"),
    [("high", "qsp", "qsp"), ("medium", "sp", "qs"), ("low", "p", "q")],
)
def test_doubtful_names_report_in_loud_profiles_and_silence_in_quiet_ones(folder, certainty, sources, sanitizers):
    source = SINK + f"sources: [{{method: asked, certainty: {certainty}, class: remote}}]\n"
    cleaned = SOURCE + SINK + f"sanitizers: [{{method: quote, certainty: {certainty}, class: sql}}]\n"
    for profile in Profile:
        letter = profile.value[0]
        assert bool(reported(folder, source, "import acme\nacme.rows(x.asked())\n", profile=profile)) == (
            letter in sources
        )
        code = "import acme\nacme.rows(x.quote(acme.asked()))\n"
        assert bool(reported(folder, cleaned, code, profile=profile)) == (letter not in sanitizers)


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("sink: []\n", "line 3, column 1: `sink` is not a key here. Did you mean `sinks`?"),
        ("sinks: 3\n", "line 3, column 1: expected a list of at most 2,000"),
        ("sinks: [3]\n", "line 3, column 9: expected a mapping with one of the keys function, method"),
        ("sinks: [{class: sql}]\n", "line 3, column 9: expected one of the keys function, method"),
        ("sinks: [{function: a.b}]\n", "line 3, column 9: expected a `class`: sql"),
        ("sinks: [{function: a.b, class: sqll}]\n", "line 3, column 25: `sqll` is not known. Did you mean `sql`?"),
        ("sinks: [{function: a.b, class: sql, argument: -1}]\n", "line 3, column 37: expected a position from 0 to 20"),
        ("sinks: [{function: rows, class: sql}]\n", "line 3, column 10: `rows` has no module or type"),
        (
            "sinks: [{function: rows, class: sql, certainty: hi}]\n",
            "line 3, column 38: `hi` is not known. Did you mean `high`?",
        ),
        ("sinks: [{function: 'a.b(x); $X', class: sql}]\n", "line 3, column 10: expected a name such as"),
        ("sinks: [{function: a.class.b, class: sql}]\n", "line 3, column 10: `a.class.b` cannot be looked for"),
        (
            "sources: [{callback: a.b, class: remote}]\n",
            "line 3, column 12: `callback` is only for javascript, not for python",
        ),
        (
            "sources: [{function: a.b, parameter: 0, class: remote}]\n",
            "line 3, column 27: `parameter` is for decorator",
        ),
        ("sources: [{attribute: a.b, argument: 0, class: remote}]\n", "line 3, column 28: `argument` is for function"),
        ("summaries: [{function: a.b, from: result, to: result}]\n", "line 3, column 29: expected `argument 0`"),
        ("summaries: [{function: a.b, from: receiver, to: argument}]\n", "line 3, column 45: expected `argument 0`"),
        ("neutral: [{function: a.b, class: sql}]\n", "line 3, column 27: `class` is not a key here"),
        ("examples: [{code: 3}]\n", "line 3, column 13: expected a text of at most 20,000 characters under `code`"),
        ("examples: [x]\n", "line 3, column 12: expected a mapping with the key `code`"),
    ],
)
def test_a_mistake_has_its_place_and_a_hint(folder, model, message):
    (found,) = problems(folder, model)
    assert found.startswith(message)


def test_what_is_right_beside_a_mistake_holds(folder):
    rules = loaded(folder, SOURCE + "sinks: [{function: acme.rows, class: sql}, {function: b}]\n")
    assert len(rules.problems) == 1
    assert [entry.kind for entry in rules.models[0].entries] == ["source", "sink"]


def test_a_file_without_its_name_or_languages_says_so(folder):
    path = folder / ".reread" / "models" / "a.yaml"
    path.parent.mkdir(parents=True)
    for text, message in (
        ("sinks: []\n", "expected a text of at most 200 characters under `library`"),
        ("library: a\n", "expected a list of languages: python, javascript, go, java"),
        ("- a\n", "expected a mapping with the keys of a library model"),
        ("library: [\n", "not valid YAML"),
    ):
        path.write_text(text)
        (problem,) = load([str(path)], builtin=False).problems
        assert message in problem.message


def test_a_rule_file_is_none_whatever_it_holds(folder):
    (folder / "query.yaml").write_text("library: x\n" + RULE)
    rules = load([str(folder)], builtin=False)
    assert [rule.id for rule in rules.rules] == ["query"]
    assert rules.models == ()


def test_a_rule_that_asks_for_a_class_that_is_none_says_so(folder):
    (folder / "query.yaml").write_text(RULE.replace("models: remote", "models: remotely"))
    (problem,) = load([str(folder)], builtin=False).problems
    assert "expected one of local, model, page, queue, remote" in str(problem)


def test_models_are_kept_with_the_rules(folder):
    first, again = loaded(folder, SOURCE + SINK), load([str(folder)], builtin=False)
    assert first.models == again.models
    assert first.models[0].path == str(folder / "acme.yaml")


def test_thousands_of_entries_are_refused(folder):
    many = "".join(f"  - {{function: acme.f{number}, class: sql}}\n" for number in range(2_001))
    assert problems(folder, f"sinks:\n{many}") == ["line 3, column 1: expected a list of at most 2,000"]


def test_models_are_limited_together(folder, monkeypatch):
    monkeypatch.setattr(ruleset, "_MOST_MODEL_ENTRIES", 2)
    (folder / "zebra.yaml").write_text("library: zebra\nlanguages: [python]\n" + SINK)
    rules = loaded(folder, SOURCE + SINK)
    assert [model.library for model in rules.models] == ["acme"]
    (problem,) = rules.problems
    assert (problem.path, "left out" in problem.message) == (str(folder / "zebra.yaml"), True)


@pytest.mark.parametrize("text", ["argument 0", "argument name", "receiver", "result", "receiver.a.b", "result[].a"])
def test_a_port(text):
    assert port_of(text) is not None


@pytest.mark.parametrize(
    "text", ["", "argument", "argument 99", "object", "result.", "result[0]", "a" * 50, 3, "result.a.b.c.d.e"]
)
def test_what_is_no_port(text):
    assert port_of(text) is None


def test_the_module_of_a_name():
    assert subject_of("function", "acme.dev/house.Rows", "go")[1:] == ("acme.dev/house", "", "Rows")
    assert subject_of("method", "@acme/house.Store.rows", "javascript")[1:] == ("@acme/house", "Store", "rows")
    assert subject_of("function", "com.acme.Web.quote", "java")[1:] == ("", "com.acme.Web", "quote")
    assert words_of(subject_of("function", "@acme/house.rows", "javascript")) == all_of(["acme", "house"])


def test_the_schema_says_the_same_as_the_reader():
    validator = jsonschema.Draft7Validator(SCHEMA)
    validator.check_schema(SCHEMA)
    validator.validate(yaml.safe_load(MODEL))
    for wrong in (
        "sink: []",
        "sinks: [{function: a.b}]",
        "sinks: [{function: a.b, class: sqll}]",
        "neutral: [{function: 'a b'}]",
    ):
        assert not validator.is_valid(yaml.safe_load(f"library: a\nlanguages: [python]\n{wrong}\n")), wrong


def test_the_guide_names_every_class():
    guide = (Path(__file__).parents[3] / "docs" / "library-models.md").read_text("utf-8")
    assert [name for name in (*SOURCES, *SINKS, ANY) if f"`{name}`" not in guide] == []
