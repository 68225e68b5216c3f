"""Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reread.analyzers.languages.import_kinds import ImportedName, ImportKinds
from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.table import (
    IGNORED_TOKENS,
    BindingKinds,
    ImportItem,
    Language,
    Leeway,
    Matching,
    NameKinds,
    PatternReading,
    StatementKinds,
    Typing,
)
from reread.analyzers.languages.value_kinds import TextKinds, ValueKinds


def imports_of(node: Any, text: Callable[[Any], str]) -> Iterator[ImportItem]:
    """The names that an import statement imports. Relative modules keep their dots: `.a.b`."""
    source = node.child_by_field_name("module_name")
    module = "" if source is None else _dotted(source, text)
    for item in node.children_by_field_name("name"):
        alias = item.child_by_field_name("alias")
        name = _dotted(item if alias is None else item.child_by_field_name("name"), text)
        if source is not None:
            yield ImportItem(name if alias is None else text(alias), module, name, item)
        elif alias is not None:
            yield ImportItem(text(alias), name, "", item)
        else:
            first = name.partition(".")[0]
            yield ImportItem(first, first, "", item)
    if source is not None and any(child.type == "wildcard_import" for child in node.named_children):
        yield ImportItem("*", module, "*")


def import_names(node: Any, text: Callable[[Any], str]) -> Iterator[ImportedName]:
    """The names that an import statement brings in, as patterns name them."""
    for local, module, name, _ in imports_of(node, text):
        package = module.rstrip(".")
        yield local, module if not name else package if name == "*" else f"{package}.{name}"


def _module_of(value: Any, text: Callable[[Any], str]) -> str:
    """The path of `__import__("module")` and `importlib.import_module("module")`, or ""."""
    function = value.child_by_field_name("function") if value.type == "call" else None
    is_importing = function is not None and text(function).rpartition(".")[2] in ("__import__", "import_module")
    arguments = value.child_by_field_name("arguments") if is_importing else None
    given = arguments.named_children if arguments is not None else []
    if len(given) != 1 or given[0].type != "string":
        return ""
    module = text(given[0]).strip("'\"")
    return module if module.replace(".", "").isidentifier() else ""


def _dotted(node: Any, text: Callable[[Any], str]) -> str:
    return "".join(text(node).split())


TYPING = Typing(
    form=("x: ", ""),
    declarations={
        "typed_parameter": ("", "type", ""),
        "typed_default_parameter": ("name", "type", "value"),
        "default_parameter": ("name", "", "value"),
        "assignment": ("left", "type", "right"),
    },
    literals={
        "string": ("str", "string"),
        "concatenated_string": ("str", "string"),
        "integer": ("int",),
        "float": ("float",),
        "true": ("bool",),
        "false": ("bool",),
    },
    instances={"call": "function"},
    annotations=frozenset({"type"}),
    functions=frozenset({"function_definition", "lambda"}),
    wrappers=frozenset({"block", "expression_statement", "decorated_definition"}),
    constructors=frozenset({"function_definition"}),
    receivers=frozenset({b"self", b"cls"}),
    only_around=frozenset({"collections.abc", "typing", "typing_extensions"}),
    no_modules=frozenset({"None", "dict", "list", "set", "str", "tuple"}),
    arithmetic="int",
)

MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("class _:\n", ""), ("_ = ", "")),
        special_forms=(
            (r"(?:except|finally)\b", "try:\n  pass\n", ""),
            (r"(?:elif|else)\b", "if _:\n  pass\n", ""),
            (r"case\b", "match _:\n", ""),
        ),
        ellipses=("{}", "**{}", "{0}: {0}"),
    ),
    names=NameKinds(
        leaves=frozenset({"identifier"}),
        members={"attribute": ("object", "attribute")},
        callees={"call": "function"},
        operators={
            "comparison_operator": "operators",
            "binary_operator": "operator",
            "boolean_operator": "operator",
            "augmented_assignment": "operator",
        },
        chained=frozenset({"boolean_operator"}),
        globals=frozenset({"self", "cls", "str", "bytes", "int", "float", "dict", "list", "set", "object"}),
        parameters={"parameters": "", "lambda_parameters": ""},
        in_parameters={
            "default_parameter": "name",
            "typed_parameter": "",
            "typed_default_parameter": "name",
            "list_splat_pattern": "",
            "dictionary_splat_pattern": "",
        },
    ),
    imports=ImportKinds(
        open=frozenset({"import_statement"}),
        names=import_names,
        module_starts=(b"__import__(", b"importlib.import_module("),
        module_of=_module_of,
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                *("if_statement", "for_statement", "while_statement", "with_statement", "match_statement"),
                *("try_statement", "assert_statement", "delete_statement", "raise_statement"),
                "decorated_definition",
            }
        ),
        inner=frozenset({"subscript"}),
        whole=frozenset({"return_statement"}),
        passed=frozenset(
            {
                *("subscript", "conditional_expression", "lambda", "list_comprehension", "set_comprehension"),
                *("dictionary_comprehension", "generator_expression"),
            }
        ),
        targets={"assignment": "left"},
    ),
    statements=StatementKinds(
        else_ifs={"if_statement": "elif_clause"},
        results={"lambda": "body"},
        no_results=frozenset({"conditional_expression", "lambda", "yield", "named_expression", "ellipsis"}),
        blocks=frozenset({"module", "block"}),
        definitions=frozenset({"function_definition", "class_definition", "decorated_definition"}),
        decorated="decorated_definition",
    ),
    bindings=BindingKinds(
        loops={"for_statement": ("left", "right"), "for_in_clause": ("left", "right")},
        entries={"as_pattern": ("alias", "")},
        around=frozenset(
            {
                *("with_statement", "with_clause", "with_item", "list_comprehension", "set_comprehension"),
                *("dictionary_comprehension", "generator_expression"),
            }
        ),
        entering=frozenset({b"__enter__", b"__aenter__"}),
        itself=frozenset({b"return self"}),
    ),
    leeway=Leeway(
        parentheses={"parenthesized_expression": frozenset()},
        awaits=frozenset({"await"}),
        transparent=frozenset({"parenthesized_expression", "expression_statement", "type", "as_pattern_target"}),
        arguments=frozenset({"argument_list"}),
        slices=frozenset({"slice"}),
        argument_alone=frozenset({"generator_expression"}),
        same_as_arguments={
            "list_comprehension": frozenset({"generator_expression"}),
            "generator_expression": frozenset({"list_comprehension"}),
        },
        unordered=frozenset({"dictionary"}),
        keywords=frozenset({"keyword_argument"}),
        apart=frozenset({"except_clause"}),
        subsets=frozenset({"superclasses", "decorator", "except_clause", "with_clause", "import_from_statement"}),
        opaque=frozenset({"as_pattern", "list_splat_pattern", "dictionary_splat_pattern", "slice"}),
        ignored_tokens=IGNORED_TOKENS | {"if", "elif", "import", "from"},
        optional=frozenset(
            {
                "decorator",
                "return_type",
                "type",
                "except_clause",
                "superclasses",
                "type_parameters",
                "alternative",
                "cause",
                "default value",
            }
        ),
        optional_tokens=frozenset({"async", "->"}),
        equivalents={
            "identifier": frozenset({"typed_parameter", "default_parameter", "typed_default_parameter"}),
            "default_parameter": frozenset({"typed_default_parameter"}),
            "typed_parameter": frozenset({"typed_default_parameter"}),
            "if_statement": frozenset({"elif_clause"}),
            "tuple": frozenset({"pattern_list", "expression_list", "tuple_pattern"}),
            "pattern_list": frozenset({"tuple", "expression_list", "tuple_pattern"}),
            "expression_list": frozenset({"tuple", "pattern_list", "tuple_pattern"}),
            "list": frozenset({"list_pattern"}),
            "set": frozenset({"dictionary"}),
        },
        fields={
            ("default_parameter", "name"): "",
            ("default_parameter", "value"): "default value",
            ("typed_default_parameter", "name"): "",
            ("typed_default_parameter", "value"): "default value",
        },
        comprehensions={
            "list": frozenset({"list_comprehension"}),
            "set": frozenset({"set_comprehension", "dictionary_comprehension"}),
            "dictionary": frozenset({"set_comprehension", "dictionary_comprehension"}),
        },
    ),
    values=ValueKinds(
        kinds=frozenset(
            {
                *("assignment", "attribute", "augmented_assignment", "await", "binary_operator", "boolean_operator"),
                *("call", "comparison_operator", "concatenated_string", "conditional_expression", "dictionary"),
                *("dictionary_comprehension", "ellipsis", "expression_list", "false", "float", "generator_expression"),
                *("identifier", "integer", "lambda", "list", "list_comprehension", "list_pattern", "named_expression"),
                *("none", "not_operator", "parenthesized_expression", "pattern_list", "set", "set_comprehension"),
                *("string", "subscript", "true", "tuple", "tuple_pattern", "type", "unary_operator", "yield"),
            }
        ),
        elsewhere={
            **dict.fromkeys(("aliased_import", "dotted_name", "global_statement"), ""),
            "keyword_argument": "name",
            "nonlocal_statement": "",
            "as_pattern": "alias",
        },
    ),
    texts=TextKinds(
        constants=frozenset(
            {"identifier", "attribute", "binary_operator", "conditional_expression", "named_expression"}
        ),
        parts=frozenset({"string_start", "string_content", "string_end", "interpolation"}),
        substitutions=frozenset({"interpolation"}),
        between=frozenset({"string_content"}),
    ),
    typing=TYPING,
)

LANGUAGE = Language(
    name="python",
    grammar="python",
    dataflow="python",
    literal_texts={True: "True", False: "False", None: "None"},
    joins_all_with_texts=False,
    text_methods=frozenset({"endswith", "format", "lower", "startswith", "strip", "upper"}),
    line_comment="#",
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "concatenated_string"}),
    definitions=frozenset({"function_definition", "class_definition"}),
    containers=frozenset({"class_definition"}),
    wrappers=frozenset({"decorated_definition"}),
    imports=frozenset({"import_statement", "import_from_statement", "future_import_statement"}),
    calls=frozenset({"call"}),
    matching=MATCHING,
)
