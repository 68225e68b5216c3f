"""JavaScript, with JSX."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from reread.analyzers.languages.import_kinds import ImportedName, ImportKinds, ItemKinds
from reread.analyzers.languages.sequence_kinds import SequenceKinds
from reread.analyzers.languages.table import (
    HEADERS,
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
    """The names that an `import` imports, `export ... from` re-exports, and a declaration takes from `require`, as
    members of a module with dots. The default export is `default`.
    """
    if node.type == "variable_declarator":
        module, members = required(node.child_by_field_name("value"), text)
        for local, name in _destructured(node.child_by_field_name("name"), text) if module else ():
            yield ImportItem(local, module, ".".join([*members, name] if name else members))
        return
    source = node.child_by_field_name("source")
    module = "" if source is None else text(source)[1:-1]
    children = node.named_children
    for clause in children:
        if clause.type == "import_require_clause":
            yield ImportItem(text(clause.named_children[0]), text(clause.child_by_field_name("source"))[1:-1], "")
        elif source is not None:
            for part in clause.named_children if clause.type == "import_clause" else (clause,):
                yield from _imported(part, module, text)
    is_chosen = any(child.type in ("export_clause", "namespace_export") for child in children)
    if source is not None and node.type == "export_statement" and not is_chosen:
        yield ImportItem("*", module, "*")


def _imported(part: Any, module: str, text: Callable[[Any], str]) -> Iterator[ImportItem]:
    if part.type == "identifier":
        yield ImportItem(text(part), module, "default")
    elif part.type in ("namespace_import", "namespace_export"):
        yield ImportItem(text(part.named_children[-1]), module, "")
    elif part.type in ("named_imports", "export_clause"):
        for item in part.named_children:
            name = item.child_by_field_name("name")
            if name is not None:
                yield ImportItem(text(item.child_by_field_name("alias") or name), module, text(name), item)


def _destructured(target: Any, text: Callable[[Any], str]) -> Iterator[tuple[str, str]]:
    """The names that a declaration gives to a value ("") and to members of it."""
    if target is not None and target.type == "identifier":
        yield text(target), ""
    for part in target.named_children if target is not None and target.type == "object_pattern" else ():
        if part.type == "shorthand_property_identifier_pattern":
            yield text(part), text(part)
        elif part.type == "pair_pattern":
            value = part.child_by_field_name("value")
            if value is not None and value.type == "identifier":
                yield text(value), text(part.child_by_field_name("key")).strip("'\"")


def required(value: Any, text: Callable[[Any], str]) -> tuple[str, list[str]]:
    """The module of `require("module")` or `await import("module")`, and the members taken of it; "" for everything
    else.
    """
    members: list[str] = []
    while value is not None and value.type in ("member_expression", "await_expression", "parenthesized_expression"):
        if value.type == "member_expression":
            members.append(text(value.child_by_field_name("property")))
            value = value.child_by_field_name("object")
        else:
            value = value.named_children[0] if value.named_children else None
    if value is None or value.type != "call_expression":
        return "", []
    arguments = value.child_by_field_name("arguments")
    strings = [child for child in arguments.named_children if child.type == "string"] if arguments else []
    if len(strings) != 1 or text(value.child_by_field_name("function")) not in ("require", "import"):
        return "", []
    return text(strings[0])[1:-1], members[::-1]


def import_names(node: Any, text: Callable[[Any], str]) -> Iterator[ImportedName]:
    """The names that an `import` statement, or a declaration with `require`, brings in; those taken from a name that
    may be imported, `const {exec} = childProcess`, and what stands for a function, `promisify(exec)`.
    """
    if node.type == "import_statement":
        for local, module, name, item in imports_of(node, text):
            # Most of what is exported as the default is the module itself.
            yield local, _path(module) if item is None else f"{_path(module)}.{name}"
        return
    value = node.child_by_field_name("value")
    target = node.child_by_field_name("name")
    path = _required(value, text) or _promisified(value, text)
    if not path and value is not None and value.type == "identifier" and target is not None:
        path = "=" + text(value) if target.type == "object_pattern" else ""
    for local, name in _destructured(target, text) if path else ():
        yield local, f"{path}.{name}" if name else path


def _path(module: str) -> str:
    """The dotted path of a module, as patterns name it: `fs.promises` for `node:fs/promises`, `koa.cors` for
    `@koa/cors`, `express.session` for `express-session`, since every word of it must be in the file.
    """
    return re.sub(r"[^\w$]", ".", module.removeprefix("node:").removeprefix("@"))


def _required(value: Any, text: Callable[[Any], str]) -> str:
    """The path of `require("module")` or a member of one, or ""."""
    module, members = required(value, text)
    return ".".join([_path(module), *members]) if module else ""


def _promisified(value: Any, text: Callable[[Any], str]) -> str:
    """The path of f in `promisify(f)` and `util.promisify(f)`, or ""."""
    if value is None or value.type != "call_expression":
        return ""
    function, arguments = value.child_by_field_name("function"), value.child_by_field_name("arguments")
    if arguments is None or len(arguments.named_children) != 1 or text(function).split(".")[-1] != "promisify":
        return ""
    given = arguments.named_children[0]
    path = "".join(text(given).split())
    return _required(given, text) or ("=" + path if path.replace(".", "").isidentifier() else "")


_VARIABLES = ("variable_declarator", "field_definition", "public_field_definition")
_FUNCTIONS = frozenset({"function_expression", "arrow_function", "generator_function"})

TYPING = Typing(
    form=("x = ", ""),
    declarations={
        "variable_declarator": ("name", "type", "value"),
        "required_parameter": ("pattern", "type", "value"),
        "optional_parameter": ("pattern", "type", "value"),
        "public_field_definition": ("name", "type", "value"),
        "field_definition": ("property", "", "value"),
    },
    literals={
        "string": ("string",),
        "number": ("number", "float"),
        "true": ("boolean",),
        "false": ("boolean",),
    },
    instances={"new_expression": "constructor", "as_expression": ""},
    annotations=frozenset({"type_annotation"}),
    functions=frozenset(
        {
            *("function_declaration", "function_expression", "generator_function_declaration", "arrow_function"),
            "method_definition",
        }
    ),
    scopes=frozenset({"statement_block", "for_statement", "for_in_statement"}),
    wrappers=frozenset({"class_body", "lexical_declaration", "variable_declaration", "export_statement"}),
    promotions=frozenset({"accessibility_modifier", "readonly", "override_modifier"}),
    receivers=frozenset({b"this"}),
    no_modules=frozenset({"null", "undefined"}),
    arithmetic="number",
)

_WITH_CONDITIONS = frozenset({"if_statement", "while_statement", "do_statement", "switch_statement"})
_SHORT = frozenset({"shorthand_property_identifier", "shorthand_property_identifier_pattern"})
MATCHING = Matching(
    reading=PatternReading(
        forms=(("", ""), ("(", ")"), ("class _ {", "}")),
        special_forms=(
            (r"\{\s*(?:\.\.\.\s*[,}]\s*|\$?[\w'\"-]+\s*:|['\"])", "(", ")"),
            (r"(?:catch|finally)\b", "try {} ", ""),
            (r"(?:case|default)\b", "switch (_) {", "}"),
            (r"(?:[\w$]+|'[^'\n]*'|\"[^\"\n]*\")\s*:(?!:)", "({", "})"),
        ),
        rewrites=(
            (r"^(if\s*\((?:[^(){}]|\((?:[^()]|\([^()]*\))*\))*\))$", r"\1 ..."),
            (r"^((?:async\s+)?function\s+[\w$]+\s*\([^{}]*\)|class\s+[\w$]+)$", r"\1 { ... }"),
            *HEADERS,
            (r"\bfrom\s+(\$[A-Z_]\w*)", r'from "\1"'),
            (r"(?<=[\w-])=(\$[A-Z_]\w*|\.\.\.)(?=\s*/?>|\s+[\w.$])(?=[^<>]*/?>)", r"={\1}"),
        ),
        spreads=True,
        extended_by="typescript",
        ellipses=("{}", "{};", "{},"),
    ),
    names=NameKinds(
        leaves=_SHORT
        | {
            *("identifier", "property_identifier", "private_property_identifier", "type_identifier"),
            "statement_identifier",
        },
        members={"member_expression": ("object", "property")},
        callees={"call_expression": "function", "new_expression": "constructor"},
        operators={"binary_expression": "operator", "unary_expression": "operator"},
        globals=frozenset(
            {
                *("this", "super", "globalThis", "window", "document", "console", "crypto", "process", "module"),
                *("exports", "Array", "Boolean", "Buffer", "Date", "Intl", "JSON", "Math", "Map", "Number", "Object"),
                *("Promise", "Proxy", "Reflect", "RegExp", "Set", "String", "Symbol", "URL", "URLSearchParams"),
                "WeakMap",
            }
        ),
        parameters={"formal_parameters": "", "arrow_function": "parameter", "catch_clause": "parameter"},
        in_parameters={
            "required_parameter": "pattern",
            "optional_parameter": "pattern",
            "assignment_pattern": "left",
            "rest_pattern": "",
        },
    ),
    imports=ImportKinds(
        module_fields={"import_statement": "source"},
        items=ItemKinds(
            clauses=frozenset({"import_clause"}),
            lists=frozenset({"named_imports", "export_clause"}),
            whole=frozenset({"namespace_import", "import_require_clause"}),
            exports=frozenset({"export_statement"}),
            call="require",
            destructured=frozenset({"object_pattern"}),
        ),
        names=import_names,
        module_starts=(b"require(", b"(await import("),
        module_of=_required,
        kinds=frozenset({"import_statement", "variable_declarator"}),
    ),
    sequences=SequenceKinds(
        closed=frozenset(
            {
                *("if_statement", "for_statement", "for_in_statement", "while_statement", "do_statement"),
                *("switch_statement", "throw_statement", "try_statement", "labeled_statement", "with_statement"),
            }
        ),
        inner=frozenset({"subscript_expression"}),
        whole=frozenset(
            {
                *("lexical_declaration", "variable_declaration", "return_statement"),
                *("field_definition", "public_field_definition"),
            }
        ),
        passed=frozenset(
            {
                *("subscript_expression", "ternary_expression", "new_expression", "sequence_expression"),
                *("jsx_element", "jsx_self_closing_element"),
            }
        ),
        targets={"assignment_expression": "left"},
        sealed={
            # In an object a function is a method, not a value of its expression.
            **dict.fromkeys(("arrow_function", "function_expression", "generator_function"), frozenset({"pair"})),
            "method_definition": frozenset({"object"}),
            **dict.fromkeys(("class", "computed_property_name", "formal_parameters", "object_pattern"), frozenset()),
        },
    ),
    statements=StatementKinds(
        switches=frozenset({"switch_statement"}),
        lambdas=frozenset({"arrow_function"}),
        functions=_FUNCTIONS | {"function_declaration", "generator_function_declaration", "method_definition"},
        results={"arrow_function": "body"},
        decorated_outside=frozenset({"class_declaration", "abstract_class_declaration"}),
        decorated_before=frozenset({"method_definition"}),
        blocks=frozenset({"program", "statement_block", "class_body", "switch_case", "switch_default"}),
        definitions=frozenset(
            {"function_declaration", "generator_function_declaration", "class_declaration", "method_definition"}
        ),
        declarations=frozenset({"lexical_declaration", "variable_declaration"}),
    ),
    bindings=BindingKinds(loops={"for_in_statement": ("left", "right")}),
    leeway=Leeway(
        parentheses={"parenthesized_expression": _WITH_CONDITIONS},
        beginnings={"jsx_opening_element": "jsx_element"},
        awaits=frozenset({"await_expression"}),
        contents={
            "jsx_element": ("jsx_expression", frozenset({"jsx_text", "html_character_reference"})),
            **dict.fromkeys(("object", "object_pattern"), ("", _SHORT)),
        },
        transparent=frozenset(
            {
                *("parenthesized_expression", "expression_statement", "export_statement", "else_clause"),
                *("jsx_expression", "non_null_expression"),
            }
        ),
        before_types=frozenset({"await_expression"}),
        arguments=frozenset({"arguments"}),
        opaque=frozenset({"named_imports", "namespace_import", "formal_parameters", "computed_property_name"}),
        subsets=frozenset(
            {
                *("object", "object_pattern", "class_heritage", "attribute"),
                *("import_clause", "named_imports", "export_clause", "decorator"),
            }
        ),
        optional=frozenset(
            {
                *("decorator", "optional_chain", "type", "return_type", "type_parameters", "type_arguments"),
                *("class_heritage", "alternative", "handler", "accessibility_modifier", "attribute", "alias"),
                *("flags", "override_modifier", "arguments", "default value"),
            }
        ),
        optional_tokens=frozenset(
            {
                *("async", "static", "const", "let", "var", "*", "+=", "??=", "||=", "else", "?", "readonly"),
                *("declare", "abstract", "as", "default"),
            }
        ),
        needless={"for_in_statement": frozenset({"const", "let"})},
        ignored_tokens=IGNORED_TOKENS | {"var", "=>", "function", "</", "/>", "<", ">", "export"},
        equivalents={
            "assignment_expression": frozenset({"augmented_assignment_expression", *_VARIABLES}),
            "variable_declaration": frozenset({"lexical_declaration"}),
            "function_declaration": frozenset({"generator_function_declaration", "method_definition"}),
            **dict.fromkeys(("function_expression", "arrow_function"), _FUNCTIONS),
            "for_statement": frozenset({"for_in_statement"}),
            "jsx_self_closing_element": frozenset({"jsx_opening_element"}),
            "jsx_opening_element": frozenset({"jsx_self_closing_element"}),
            "identifier": frozenset({"required_parameter", "optional_parameter", "assignment_pattern"}),
            "required_parameter": frozenset({"optional_parameter"}),
            "class_declaration": frozenset({"class", "abstract_class_declaration"}),
            "class": frozenset({"class_declaration"}),
            **{kind: frozenset({f"{kind}_pattern"}) for kind in ("object", "pair")},
        },
        fields={
            **dict.fromkeys((("variable_declarator", "name"), ("public_field_definition", "name")), "left"),
            ("field_definition", "property"): "left",
            **dict.fromkeys(((kind, "value") for kind in _VARIABLES), "right"),
            ("arrow_function", "parameter"): "parameters",
            **dict.fromkeys(
                ((kind, "value") for kind in ("required_parameter", "optional_parameter")), "default value"
            ),
        },
    ),
    values=ValueKinds(
        kinds=_SHORT
        | {
            *("array", "array_pattern", "arrow_function", "assignment_expression"),
            *("augmented_assignment_expression", "await_expression", "binary_expression", "call_expression"),
            *("class", "false", "field_definition", "private_property_identifier", "function_expression"),
            *("generator_function", "identifier", "import", "jsx_element", "jsx_expression", "jsx_fragment"),
            *("jsx_self_closing_element", "member_expression", "meta_property", "new_expression", "null", "number"),
            *("object", "object_pattern", "parenthesized_expression", "property_identifier"),
            *("public_field_definition", "regex", "sequence_expression", "spread_element", "string"),
            *("subscript_expression", "super", "template_string", "ternary_expression", "this", "true"),
            *("unary_expression", "undefined", "update_expression", "variable_declarator", "yield_expression"),
            *("as_expression", "satisfies_expression", "non_null_expression", "type_assertion", "rest_pattern"),
        },
        no_names=frozenset({"type_identifier", "statement_identifier"}),
        inside={"string_fragment": "template_string", "escape_sequence": "template_string"},
        elsewhere={
            **dict.fromkeys(("import_clause", "import_specifier", "import_statement", "namespace_import"), ""),
            **dict.fromkeys(("pair", "pair_pattern"), "key"),
            **dict.fromkeys(("function_expression", "class", "jsx_opening_element"), "name"),
            **dict.fromkeys(("method_signature", "property_signature"), "name"),
            **dict.fromkeys(("class_heritage", "export_specifier", "extends_clause"), ""),
            "switch_case": "value",
        },
    ),
    texts=TextKinds(
        substitutions=frozenset({"template_substitution"}),
        between=frozenset({"string_fragment"}),
        constants=frozenset(
            {
                *("identifier", "member_expression", "binary_expression", "ternary_expression"),
                *("as_expression", "satisfies_expression", "non_null_expression"),
            }
        ),
        named_literals=frozenset({"regex"}),
        parts=frozenset({"string_fragment", "escape_sequence", "template_substitution"}),
    ),
    typing=TYPING,
)

_TEXT_METHODS = {"charAt", "endsWith", "includes", "indexOf", "startsWith", "toLowerCase", "toUpperCase", "trim"}
LANGUAGE = Language(
    name="javascript",
    grammar="javascript",
    dataflow="javascript",
    text_methods=frozenset(_TEXT_METHODS),
    line_comment="//",
    comments=frozenset({"comment"}),
    strings=frozenset({"string", "template_string"}),
    definitions=frozenset(
        {
            *("function_declaration", "generator_function_declaration", "class_declaration", "method_definition"),
            "variable_declarator",
        }
    ),
    containers=frozenset({"class_declaration"}),
    wrappers=frozenset({"export_statement", "lexical_declaration", "variable_declaration"}),
    imports=frozenset({"import_statement"}),
    calls=frozenset({"call_expression", "new_expression"}),
    matching=MATCHING,
)
