"""The steps of `reread eval`: settings, consent, reviews, and the report."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

from reread.analyzers import parts
from reread.rag.git.running import GitError
from reread.server import case_reviews
from reread.server.cli import writing
from reread.server.cli.consenting import may_be_sent
from reread.server.cli.options import EvalOptions
from reread.server.cli.progress import Bar
from reread.server.cli.reviewing.judging import JudgedCases, JudgeLimits, judged, settings_of_judge
from reread.server.cli.reviewing.rule_answers import RuleAnswer, rule_answers, with_rules
from reread.server.cli.workspace import root_of
from reread.server.configuration import load
from reread.server.evaluation import calibration, fits, formats, results, stored_answers
from reread.server.evaluation.dataset import GOLDEN, folder_of
from reread.server.evaluation.dataset import load as cases_of
from reread.server.evaluation.judging import sample
from reread.server.evaluation.overrides import OverrideError, merged, overrides
from reread.server.evaluation.results import Figures, Results
from reread.server.evaluation.stored_answers import StoredAnswers
from reread.server.evaluation.values import Answer, Case, DatasetError, Judged
from reread.server.exits import CLEAN, INCOMPLETE, UsageError
from reread.server.review import price
from reread.server.review.calibrated import calibrated
from reread.server.review.reviewing import availability
from reread.server.settings import Settings

say = writing.say

_WITH_MODEL = ("model", "all")
_NAMES = {"rules": "rules", "index": "rules, index"}


class Variant(NamedTuple):
    """Settings to measure, and their name in the report."""

    label: str
    settings: Settings


class Measurement(NamedTuple):
    """An evaluation to run. `dataset` is the folder of the cases, `name` what the user calls it, `workspace` what
    answers are kept for; `before` are results to compare with. `layers` are as in the options; `found` is what rules
    say of the cases for each variant, where they count. `judge` are the settings of the judge, None without one.
    """

    name: str
    dataset: str
    workspace: str
    cases: list[Case]
    variants: tuple[Variant, ...]
    runs: int
    before: Figures | None
    layers: str = "model"
    found: tuple[Sequence[RuleAnswer], ...] = ()
    judge: Settings | None = None

    @property
    def asks(self) -> bool:
        """Whether a model is asked for reviews."""
        return self.layers in _WITH_MODEL

    def questions(self) -> list[case_reviews.CaseRun]:
        """Those of all variants, one variant after the other."""
        hints = [[each.hints for each in found] for found in self.found] or [[]] * len(self.variants)
        return [
            each
            for variant, known in zip(self.variants, hints, strict=True)
            for each in case_reviews.case_runs(self.cases, variant.settings, self.runs, known)
            if self.asks
        ]


def prepared(arguments: EvalOptions) -> Measurement:
    """Raises UsageError for what is wrong in arguments, settings or the data set."""
    if arguments.compare and arguments.against:
        raise UsageError("--compare and --against cannot be combined")
    if arguments.calibrate and arguments.layers != "model":
        raise UsageError("--calibrate is about the model's findings alone")
    if arguments.judge_model and not arguments.judge:
        raise UsageError("--judge-model needs --judge")
    dataset = folder_of(arguments.dataset)
    own = arguments.dataset == GOLDEN
    try:
        given = overrides(arguments.set)
        other = overrides(arguments.compare)
        cases = cases_of(dataset, arguments.only)
    except (OverrideError, DatasetError) as error:
        raise UsageError(str(error)) from error
    named = {name: value for name, value in (("provider", arguments.provider), ("model", arguments.model)) if value}
    given = merged({"review": named} if named else {}, given)
    variants = [Variant(", ".join(arguments.set) or "settings as they are", _settings(arguments, given))]
    if other:
        variants.append(Variant(", ".join(arguments.compare), _settings(arguments, merged(given, other))))
    # What is above the golden set has nothing to do with it: an installation may be inside of any repository.
    name, workspace = (GOLDEN, dataset) if own else (dataset, root_of([dataset]))
    before = _before(arguments.against)
    runs = arguments.runs if arguments.layers in _WITH_MODEL else 1
    judge = settings_of_judge(variants[0].settings, arguments.judge_model) if arguments.judge else None
    work = Measurement(name, dataset, workspace, cases, tuple(variants), runs, before, arguments.layers, judge=judge)
    return work if arguments.layers == "model" else work._replace(found=_by_rules(work, arguments))


def _by_rules(work: Measurement, arguments: EvalOptions) -> tuple[Sequence[RuleAnswer], ...]:
    """What rules say of the cases, for each variant."""
    with Bar("Checking", quiet=arguments.quiet) as bar:
        try:
            return tuple(
                rule_answers(work.cases, each.settings, index=work.layers != "rules", on_answer=bar.at)
                for each in work.variants
            )
        except (GitError, OSError) as error:
            raise UsageError(f"the rules cannot be measured: {error}") from error


def show_plan(work: Measurement) -> int:
    """How much there is to ask for, and what it takes."""
    answers = StoredAnswers(work.workspace)
    questions = work.questions()
    missing = [question for question in questions if answers.get(question.key) is None]
    sys.stdout.write(
        f"{writing.plural(len(work.cases), 'case')}, {writing.plural(len(questions), 'review')}: "
        f"{len(missing)} to request, {len(questions) - len(missing)} from the cache\n"
    )
    if missing:
        taken = asyncio.run(case_reviews.estimated(missing))
        sys.stdout.write(f"{price.price_of(taken.plan)}\n")
        if taken.limit:
            say(
                f"{taken.limit} leaves {taken.leaves}: raise it (--set {taken.limit}=N, where 0 is no limit), measure "
                "fewer cases (--only), or continue later (answers are kept)"
            )
    if work.judge is not None:
        sys.stdout.write(
            f"the judge is asked about {len(sample())} remarks of the labelled sample, and about each finding that "
            "matches nothing; what it has answered is in the cache\n"
        )
    return CLEAN


def refusal(work: Measurement, arguments: EvalOptions) -> str:
    """Why nothing may be asked, or ""; nothing has to be allowed where all is stored, except to a judge."""
    answers = StoredAnswers(work.workspace)
    stored = all(answers.get(question.key) is not None for question in work.questions())
    asked = [] if stored else [variant.settings for variant in work.variants]
    for settings in (*asked, *([work.judge] if work.judge is not None else [])):
        refused = may_be_sent(work.dataset, settings, once=arguments.yes)
        if refused:
            return refused
    return ""


def measured(work: Measurement, arguments: EvalOptions) -> int:
    """Asks for what is not kept, and writes the report; INCOMPLETE where a case has no answer."""
    questions, stored = work.questions(), StoredAnswers(work.workspace)
    at_once = arguments.parallel or work.variants[0].settings.review.concurrency
    missing = [stored.get(question.key) is None for question in questions]
    with Bar("Reviewing", quiet=arguments.quiet) as bar:
        answers = asyncio.run(
            case_reviews.ask(
                questions,
                stored,
                at_once=at_once,
                budget=arguments.budget,
                on_answer=bar.at,
            )
        )
    share = len(work.cases) * work.runs
    parts = [answers[place * share : (place + 1) * share] for place in range(len(work.variants))]
    cases = [_cases(work, place, part) for place, part in enumerate(parts)]
    told, whole = [JudgedCases(each) for each in cases], True
    if work.judge is not None:
        spent = sum(answer.cost or 0.0 for answer, new in zip(answers, missing, strict=True) if new)
        limits = JudgeLimits(at_once, max(0.0, arguments.budget - spent) if arguments.budget else None)
        told, whole = judged(cases, work.judge, work.workspace, limits, quiet=arguments.quiet)
    found = [_figures(work, place, part, told[place]) for place, part in enumerate(parts)]
    _write(work, found, arguments)
    if arguments.calibrate:
        say(_calibrated(work, found[0], case_reviews.judged(work.cases, parts[0], work.runs)))
    return INCOMPLETE if any(each.incomplete for each in found) or not whole else CLEAN


def _settings(arguments: EvalOptions, given: dict[str, Any]) -> Settings:
    """The user's settings with what was given; those of a repository have no say in what is measured."""
    configuration = load(None, overrides=given)
    for problem in configuration.problems:
        say(str(problem))
    if configuration.broken:
        raise UsageError("nothing was measured because settings are invalid")
    stands = availability(configuration.settings)
    if (arguments.judge or arguments.layers in _WITH_MODEL) and not stands.available:
        raise UsageError(stands.message)
    return configuration.settings


def _cases(work: Measurement, place: int, answers: Sequence[Answer]) -> list[Judged]:
    """The cases of a variant with what its reviews show."""
    variant, found = work.variants[place], work.found[place] if work.found else ()
    if not work.asks:
        return case_reviews.judged(work.cases, [each.answer for each in found], 1)
    wanted = calibrated(variant.settings.review)
    if wanted.note:
        say(wanted.note)
    cases = case_reviews.judged(work.cases, answers, work.runs, wanted.options.selection)
    known = {case.name: each.answer for case, each in zip(work.cases, found, strict=True)} if found else {}
    return [
        Judged(each.case, tuple(with_rules(answer, known[each.case.name]) for answer in each.answers))
        if known
        else each
        for each in cases
    ]


def _figures(work: Measurement, place: int, answers: Sequence[Answer], told: JudgedCases) -> Figures:
    """The figures of a variant."""
    variant = work.variants[place]
    if not work.asks:
        return results.figures(variant.label, _NAMES[work.layers], (), told.cases, {}, told.report)
    names = [case.name for case in work.cases for _ in range(work.runs)]
    incomplete = {name: answer.problems[0] for name, answer in zip(names, answers, strict=True) if answer.problems}
    model = stored_answers.model_of(variant.settings.review)
    model = f"{_NAMES['index']} and {model}" if work.found else model
    prompts = stored_answers.prompt_versions()
    return results.figures(variant.label, model, prompts, told.cases, incomplete, told.report)


def _write(work: Measurement, found: Sequence[Figures], arguments: EvalOptions) -> None:
    first, other = found[0], found[1] if len(found) > 1 else None
    if work.before is not None:
        first, other = work.before, found[0]
    difference = results.compared(first, other) if other is not None else None
    if other is not None and first.judged_by != other.judged_by:
        say("the two were matched with different judges: a difference may be theirs")
    try:
        text = formats.find(arguments.format).write(Results(work.name, first, other, difference))
    except parts.PartMissingError as error:
        raise UsageError(str(error)) from error
    if arguments.output_file is None:
        sys.stdout.write(text)
        return
    writing.to_file(arguments.output_file, [text])


def _before(path: str | None) -> Figures | None:
    if path is None:
        return None
    try:
        with open(path, "rb") as file:
            return msgspec.json.decode(file.read(), type=Results).first
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except msgspec.MsgspecError as error:
        raise UsageError(f"{path}: not written by `reread eval --format json` of this version: {error}") from error


def _calibrated(work: Measurement, figures: Figures, cases: Sequence[Judged]) -> str:
    made = fits.measured(figures.model, figures.prompts, work.dataset, calibration.samples(cases))
    if made is None:
        return f"no calibration: it needs at least {fits.FEWEST} findings"
    if not fits.store(made):
        return "the calibration cannot be kept"
    return made.in_words()
