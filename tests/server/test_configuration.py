"""Settings: sources, precedence, clear problems, and what a repository may not do."""

from __future__ import annotations

import pytest

from reread.server import configuration
from reread.server.engines import load_engine


@pytest.fixture(autouse=True)
def user_config(tmp_path, monkeypatch):
    path = tmp_path / "home" / "config.toml"
    path.parent.mkdir()
    monkeypatch.setenv("REREAD_CONFIG", str(path))
    for name in ("REREAD_MODEL", "REREAD_PROVIDER", "REREAD_REVIEW"):
        monkeypatch.delenv(name, raising=False)
    return path


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "repository"
    folder.mkdir()
    return folder


def load(folder, **more):
    return configuration.load(str(folder), **more)


def test_without_any_source_there_are_the_defaults(folder):
    assert load(folder) == (configuration.Settings(), (), {})
    assert configuration.load(None).settings == configuration.Settings()


@pytest.mark.parametrize("name", ["reread.toml", ".reread.toml"])
def test_a_repository_has_its_own_file(folder, name):
    (folder / name).write_text("max-file-size = 5")
    assert load(folder).settings.max_file_size == 5


def test_a_table_in_pyproject_serves_too_and_other_tables_do_not_matter(folder):
    (folder / "pyproject.toml").write_text("[tool.black]\nline = 3\n")
    assert configuration.repository_file(str(folder)) is None
    (folder / "pyproject.toml").write_text("[tool.reread.rules]\nignore = ['a']\n")
    assert load(folder).settings.rules.ignore == ("a",)


def test_a_repository_adds_its_guidelines_to_those_of_the_user(folder, user_config):
    user_config.write_text('[[review.guideline]]\ntext = "Mine."\n')
    (folder / "reread.toml").write_text('[[review.guideline]]\npath = "api/**"\ntext = "Ours."\nseverity = "hint"\n')
    loaded = load(folder)
    assert [(each.text, each.severity) for each in loaded.settings.review.guideline] == [
        ("Mine.", "info"),
        ("Ours.", "hint"),
    ]
    assert loaded.problems == ()


@pytest.mark.parametrize("wrong", ['text = ""', 'text = "x"\nseverity = "error"', 'text = "x"\ncommand = "y"'])
def test_a_guideline_that_is_none_is_named(folder, wrong):
    (folder / "reread.toml").write_text(f"[[review.guideline]]\n{wrong}\n")
    assert load(folder).settings.review.guideline == ()
    assert load(folder).problems[0].key.startswith("review.guideline")


def test_later_sources_win(folder, user_config, monkeypatch):
    user_config.write_text("max-file-size = 1\nrun = 'manual'\n[review]\nmodel = 'user'\nprovider = 'ollama'\n")
    (folder / "reread.toml").write_text("max-file-size = 2")
    monkeypatch.setenv("REREAD_MODEL", "environment")
    result = load(folder, editor={"run": "onSave", "review": {"provider": "openai"}, "maxFileSize": None})
    assert result.problems[0].key == "run"  # spelled as in the documentation: on-save
    result = load(folder, editor={"run": "on-save"}, overrides={"review": {"provider": "anthropic"}})
    assert result.problems == ()
    assert result.settings.max_file_size == 2
    assert result.settings.run == "on-save"
    assert (result.settings.review.model, result.settings.review.provider) == ("environment", "anthropic")


def test_editor_keys_are_camel_case_and_null_means_unset(folder):
    editor = {"review": {"maxFindingsPerFile": 1, "model": None}, "rules": {"severity": {"camelCase-rule": "off"}}}
    result = load(folder, editor=editor)
    assert result.settings.review.max_findings_per_file == 1
    assert result.settings.rules.severity == {"camelCase-rule": "off"}


def test_fallbacks_come_from_the_user_and_the_editor_and_never_from_a_repository(folder, user_config):
    user_config.write_text('[[review.fallback]]\nprovider = "openai"\nbase-url = "http://x/v1"\nkey-variable = "K"\n')
    [own] = configuration.load(str(folder)).settings.review.fallback
    assert (own.provider, own.base_url, own.key_variable) == ("openai", "http://x/v1", "K")
    editor = {"review": {"fallback": [{"provider": "ollama", "smallModel": "s"}]}}
    [other] = configuration.load(str(folder), editor).settings.review.fallback
    assert (other.provider, other.small_model) == ("ollama", "s")
    (folder / "reread.toml").write_text('[[review.fallback]]\nprovider = "openai"\nbase-url = "http://evil/v1"\n')
    loaded = configuration.load(str(folder))
    assert loaded.settings.review.fallback == (own,)
    assert "a repository cannot set this" in str(loaded.problems[0])


def test_a_fallback_that_is_none_is_told(folder):
    loaded = configuration.load(str(folder), {"review": {"fallback": [{"provider": "nobody"}]}})
    assert loaded.settings.review.fallback == ()
    assert "nobody" in str(loaded.problems[0])


VERIFY = '[[review.verify]]\ncommand = ["ruff", "check", "{files}"]\nfolders = ["~/work"]\nfiles = ["*.py"]\n'


def test_commands_come_from_the_user(folder, user_config):
    user_config.write_text(VERIFY)
    [command] = load(folder).settings.review.verify
    assert (command.command, command.folders, command.files) == (("ruff", "check", "{files}"), ("~/work",), ("*.py",))


@pytest.mark.parametrize("name", configuration.REPOSITORY_FILES)
def test_a_repository_never_names_a_command(folder, name):
    text = VERIFY.replace("[[review", "[[tool.reread.review") if name == "pyproject.toml" else VERIFY
    (folder / name).write_text(text)
    loaded = load(folder)
    assert loaded.settings.review.verify == ()
    assert "review.verify: a repository cannot set this" in str(loaded.problems[0])


def test_an_editor_names_commands_only_where_its_user_alone_sets_them(folder, monkeypatch):
    editor = {"review": {"verify": [{"command": ["rm", "-rf", "."], "folders": ["/"]}], "model": "m"}}
    loaded = load(folder, editor=editor)
    assert (loaded.settings.review.verify, loaded.settings.review.model) == ((), "m")
    assert "editor settings: review.verify: a workspace may bring editor settings" in str(loaded.problems[0])
    assert load(folder, editor={"review": {"verify": []}}).problems == ()
    monkeypatch.setenv("REREAD_EDITOR_COMMANDS", "1")
    assert load(folder, editor=editor).settings.review.verify[0].command == ("rm", "-rf", ".")


@pytest.mark.parametrize(
    "entry", ['command = []\nfolders = ["/"]', 'command = ["x"]', 'command = "x"\nfolders = ["/"]', 'folders = ["/"]']
)
def test_a_command_that_is_not_complete_is_told(folder, user_config, entry):
    user_config.write_text(f"[[review.verify]]\n{entry}\n")
    loaded = load(folder)
    assert loaded.settings.review.verify == ()
    assert "review.verify" in str(loaded.problems[0])


def test_thresholds_of_rules_come_from_files_and_editors(folder):
    (folder / "reread.toml").write_text("[rules.options.function-too-long]\nlimit = 40\n")
    editor = {"rules": {"options": {"a.dotted.rule": {"limit": 3}}}}
    result = load(folder, editor=editor)
    assert result.problems == ()
    assert result.settings.rules.options == {"function-too-long": {"limit": 40}, "a.dotted.rule": {"limit": 3}}


def test_what_editors_keep_for_themselves_is_no_problem(folder):
    assert load(folder, editor={"path": ["reread"], "interpreter": "p", "trace": {"server": "off"}}).problems == ()


@pytest.mark.parametrize(
    ("line", "key", "message"),
    [
        ("max-file-size = 'x'", "max-file-size", 'expected a whole number of at least 1, got "x"'),
        ("max-file-size = 0", "max-file-size", "expected a whole number of at least 1, got 0"),
        ("unknown = 1", "unknown", "no such setting: `unknown`"),
        ("rules.profil = 'quiet'", "rules.profil", "no such setting: `profil`. Did you mean `profile`?"),
        ("rules.ignore = 'x'", "rules.ignore", 'expected a list of texts, got "x"'),
        ("rules.ignore = [3]", "rules.ignore", "expected a list of texts, got [3]"),
        ("review.verify = [{nam = 'x'}]", "review.verify", "no such setting: `nam`"),
        ("review.minimum-confidence = 3", "review.minimum-confidence", "expected a number from 0 to 1, got 3"),
        (
            "index.store-url = 'localhost:8000'",
            "index.store-url",
            'expected a text of a specific form such as "http://localhost:8000", got "localhost:8000"',
        ),
        (
            "external = [{preset = 'ruf', folders = ['~']}]",
            "external",
            '`preset`: expected "bandit", "eslint", "golangci-lint", "gosec", "ruff", "semgrep" or "trivy", got "ruf". '
            'Did you mean "ruff"?',
        ),
        (
            "external = [{preset = 'ruff', folders = ['~']}, {command = 'x', folders = ['~']}]",
            "external",
            '`command`: expected a list of texts, got "x"',
        ),
        ("external = [{preset = 'ruff'}]", "external", "object missing required field `folders`"),
        (
            "rules.profile = 'standart'",
            "rules.profile",
            'expected "pedantic", "quiet" or "standard", got "standart". Did you mean "standard"?',
        ),
        ("run = 'sometimes'", "run", 'expected "manual", "on-save" or "on-type", got "sometimes"'),
        ("rules = 3", "rules", "expected a table of settings, got 3"),
        (
            "[rules.severity]\nx = 'loud'",
            "rules.severity.x",
            'expected "error", "hint", "info", "off" or "warning", got "loud"',
        ),
        (
            "[rules.options.x]\nlimit = 'many'",
            "rules.options.x.limit",
            'expected a whole number of at least 0, got "many"',
        ),
        ("[rules.options.x]\nlimit = -1", "rules.options.x.limit", "expected a whole number of at least 0, got -1"),
    ],
)
def test_a_wrong_value_costs_only_itself_and_the_problem_names_file_key_and_expectation(
    user_config, line, key, message
):
    user_config.write_text(f"exclude = ['kept']\n{line}\n")
    result = configuration.load(None)
    assert result.settings == configuration.Settings(exclude=("kept",))
    assert [str(problem) for problem in result.problems] == [
        f"{user_config}:{2 + line.count(chr(10))}: {key}: {message}"
    ]


def test_a_file_that_is_not_toml_is_one_problem(folder, user_config):
    user_config.write_text("a = [")
    (folder / "reread.toml").write_text("exclude = ['kept']")
    result = load(folder)
    assert result.settings.exclude == ("kept",)
    assert "not valid TOML" in str(result.problems[0]) and len(result.problems) == 1


def test_a_file_that_is_not_utf8_is_one_problem(folder):
    (folder / "reread.toml").write_bytes(b"exclude = ['\xff']")
    assert "it is not UTF-8" in str(load(folder).problems[0])


@pytest.mark.parametrize(
    "line",
    [
        "review.base-url = 'http://attacker.example'",
        "review.model = 'm'",
        "review.provider = 'openai'",
        "review.enable = true",
        "review.run = 'on-save'",
        "review.api-key = 'k'",
        "path = ['sh', '-c', 'true']",
        "enable = false",
    ],
)
def test_a_repository_sets_no_endpoint_key_command_or_switch(folder, line):
    (folder / "reread.toml").write_text(line)
    result = load(folder)
    assert result.settings == configuration.Settings()
    assert len(result.problems) == 1


def test_a_repository_only_lowers_limits(folder, user_config):
    user_config.write_text("[review]\ntokens-per-day = 100\ncost-per-day = 0\n")
    (folder / "reread.toml").write_text("[review]\ntokens-per-day = 101\ntokens-per-run = 0\ncost-per-day = 1.5\n")
    result = load(folder)
    assert result.settings.review.tokens_per_day == 100
    assert result.settings.review.tokens_per_run == configuration.Settings().review.tokens_per_run
    assert result.settings.review.cost_per_day == 1.5
    assert {problem.key for problem in result.problems} == {"review.tokens-per-day", "review.tokens-per-run"}


def test_a_repository_names_no_path_outside_itself(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    (folder / "reread.toml").write_text("rules.paths = ['../elsewhere', '/etc', 'link', 'inside/rules']")
    result = load(folder)
    assert result.settings.rules.paths == (str(folder / "inside/rules"),)
    assert len(result.problems) == 3


def test_the_environment_switches_the_review_off(folder, monkeypatch):
    monkeypatch.setenv("REREAD_REVIEW", "0")
    assert load(folder).settings.review.enable is False


@pytest.mark.parametrize(("word", "enabled"), [("0", False), ("No", False), ("1", True), ("on", True), ("", True)])
def test_the_variable_switches_the_review_off(monkeypatch, word, enabled):
    monkeypatch.setenv("REREAD_REVIEW", word)
    result = configuration.load(None)
    assert (result.settings.review.enable, result.problems) == (enabled, ())


def test_a_word_that_is_neither_on_nor_off_is_a_problem(monkeypatch):
    monkeypatch.setenv("REREAD_REVIEW", "maybe")
    [problem] = configuration.load(None).problems
    assert str(problem) == 'environment: review.enable: expected true or false, got "maybe"'


def test_of_a_folder_that_is_not_trusted_nothing_is_in_force(folder, user_config, monkeypatch):
    user_config.write_text(
        f'[rules]\nprofile = "standard"\npaths = ["own"]\n{VERIFY}[[external]]\npreset = "ruff"\nfolders = ["/x"]\n'
    )
    (folder / "reread.toml").write_text("[rules]\nignore = ['x']\n")
    trusted = load(folder).settings
    assert trusted.rules.ignore and trusted.rules.paths and trusted.review.verify and trusted.external
    monkeypatch.setenv("REREAD_RESTRICTED", "1")
    settings = load(folder, editor={"review": {"enable": True}, "index": {"enable": True}}).settings
    assert (settings.rules.ignore, settings.rules.paths, settings.external, settings.review.verify) == ((), (), (), ())
    assert (settings.index.enable, settings.review.enable, settings.rules.profile) == (False, False, "standard")


def test_rules_of_a_folder_that_is_not_trusted_are_not_loaded(folder, monkeypatch):
    rules = folder / ".reread" / "rules"
    rules.mkdir(parents=True)
    (rules / "own.yaml").write_text(
        "rules: [{id: own-rule, languages: [python], pattern: x, message: m, severity: ERROR}]"
    )
    settings = load(folder).settings

    def has_own_rule() -> bool:
        engine, _ = load_engine(str(folder), settings)
        return any(rule.id == "own-rule" for rule in engine.rules.rules)

    assert has_own_rule()
    monkeypatch.setenv("REREAD_RESTRICTED", "1")
    assert not has_own_rule()
