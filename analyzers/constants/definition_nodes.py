"""Which nodes of each language give a variable its value, and where the variable is known.

The keys are kinds of nodes with the field in which the name stands ("" where it is in none), the values the field
of what is assigned, "" where that is not in the text, `LAST` where it is the last child, in no field. One entry of
`TABLES` a language.
"""

from __future__ import annotations

from collections.abc import Mapping

from reread.analyzers.constants.definition_kinds import LAST, Writes, none
from reread.analyzers.constants.more_definition_nodes import LUA, SOLIDITY, SWIFT

_PYTHON = Writes(
    names=frozenset({"identifier"}),
    declares={
        ("assignment", "left"): "right",
        ("named_expression", "name"): "value",
        **none(
            *(("augmented_assignment", "left"), ("for_statement", "left"), ("for_in_clause", "left")),
            *(("as_pattern_target", ""), ("as_pattern", ""), ("case_pattern", ""), ("keyword_pattern", "")),
            *(("function_definition", "name"), ("class_definition", "name"), ("import_statement", "name")),
            *(("import_from_statement", "name"), ("aliased_import", "alias"), ("parameters", "")),
            *(("lambda_parameters", ""), ("default_parameter", "name"), ("typed_default_parameter", "name")),
            *(("typed_parameter", ""), ("delete_statement", ""), ("global_statement", ""), ("nonlocal_statement", "")),
            ("type_alias_statement", "left"),
        ),
    },
    assigns={},
    named=frozenset({"function_definition", "class_definition"}),
    wrappers=frozenset(
        {
            *("pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern", "dictionary_splat_pattern"),
            *("dotted_name", "tuple", "list", "parenthesized_expression", "splat_pattern", "expression_list"),
            *("type", "generic_type"),
        }
    ),
    functions=frozenset({"function_definition", "lambda"}),
    scopes=frozenset(
        {
            *("module", "function_definition", "lambda", "class_definition", "list_comprehension"),
            *("set_comprehension", "dictionary_comprehension", "generator_expression"),
        }
    ),
    classes=frozenset({"class_definition"}),
    loops=frozenset({"for_statement", "while_statement"}),
    branches=frozenset({"if_statement", "conditional_expression"}),
    members={"attribute": ("object", "attribute")},
    fields={("assignment", "left"): "right"},
    operators=frozenset({"binary_operator", "conditional_expression", "concatenated_string"}),
)

_JAVASCRIPT = Writes(
    names=frozenset({"identifier", "shorthand_property_identifier_pattern"}),
    declares={
        ("variable_declarator", "name"): "value",
        **none(
            *(("formal_parameters", ""), ("required_parameter", "pattern"), ("optional_parameter", "pattern")),
            *(("arrow_function", "parameter"), ("catch_clause", "parameter"), ("import_specifier", "name")),
            *(("import_specifier", "alias"), ("import_clause", ""), ("namespace_import", "")),
            *(("import_require_clause", ""), ("function_declaration", "name"), ("class_declaration", "name")),
            *(("generator_function_declaration", "name"), ("abstract_class_declaration", "name")),
            *(("enum_declaration", "name"), ("function_expression", "name"), ("internal_module", "name")),
        ),
    },
    assigns={
        ("assignment_expression", "left"): "right",
        **none(
            *(("augmented_assignment_expression", "left"), ("update_expression", "argument")),
            ("for_in_statement", "left"),
        ),
    },
    named=frozenset(
        {
            *("function_declaration", "generator_function_declaration", "class_declaration"),
            *("abstract_class_declaration", "enum_declaration", "internal_module"),
        }
    ),
    wrappers=frozenset(
        {
            *("object_pattern", "array_pattern", "pair_pattern", "rest_pattern", "assignment_pattern"),
            *("object_assignment_pattern", "parenthesized_expression", "non_null_expression"),
        }
    ),
    functions=frozenset(
        {
            *("function_declaration", "generator_function_declaration", "function_expression", "arrow_function"),
            *("generator_function", "method_definition"),
        }
    ),
    scopes=frozenset(
        {
            *("program", "statement_block", "for_statement", "for_in_statement", "switch_body", "catch_clause"),
            *("function_declaration", "generator_function_declaration", "function_expression", "arrow_function"),
            *("generator_function", "method_definition"),
        }
    ),
    classes=frozenset({"class_declaration", "abstract_class_declaration", "class", "enum_declaration"}),
    loops=frozenset({"for_statement", "for_in_statement", "while_statement", "do_statement"}),
    branches=frozenset({"if_statement", "ternary_expression"}),
    members={"member_expression": ("object", "property")},
    fields={
        ("field_definition", "property"): "value",
        ("public_field_definition", "name"): "value",
        ("enum_assignment", "name"): "value",
        ("assignment_expression", "left"): "right",
        **none(("augmented_assignment_expression", "left"), ("update_expression", "argument")),
    },
    operators=frozenset({"binary_expression", "ternary_expression", "as_expression", "non_null_expression"}),
    implicit_globals=True,
    hoisting=frozenset({"variable_declaration"}),
)

_GO = Writes(
    names=frozenset({"identifier"}),
    declares={
        ("short_var_declaration", "left"): "right",
        ("var_spec", "name"): "value",
        ("const_spec", "name"): "value",
        **none(
            *(("parameter_declaration", "name"), ("variadic_parameter_declaration", "name")),
            *(("type_switch_statement", "alias"), ("import_spec", "name"), ("function_declaration", "name")),
        ),
    },
    assigns={
        ("assignment_statement", "left"): "right",
        **none(
            *(("inc_statement", ""), ("dec_statement", ""), ("unary_expression", "operand")),
            *(("range_clause", "left"), ("receive_statement", "left")),
        ),
    },
    named=frozenset({"function_declaration"}),
    wrappers=frozenset({"expression_list", "parenthesized_expression"}),
    functions=frozenset({"function_declaration", "method_declaration", "func_literal"}),
    scopes=frozenset(
        {
            *("source_file", "block", "function_declaration", "method_declaration", "func_literal", "if_statement"),
            *("for_statement", "expression_switch_statement", "type_switch_statement", "expression_case"),
            *("type_case", "default_case", "communication_case"),
        }
    ),
    classes=frozenset(),
    loops=frozenset({"for_statement"}),
    branches=frozenset({"if_statement", "expression_switch_statement", "type_switch_statement", "select_statement"}),
    members={},
    fields={},
    operators=frozenset({"binary_expression"}),
    modifiers=frozenset({"const"}),
    implicit_globals=True,  # A variable of another file of the package.
)

_JAVA = Writes(
    names=frozenset({"identifier"}),
    declares={
        ("variable_declarator", "name"): "value",
        **none(
            *(("formal_parameter", "name"), ("catch_formal_parameter", "name"), ("enhanced_for_statement", "name")),
            *(("resource", "name"), ("lambda_expression", "parameters"), ("inferred_parameters", "")),
            *(("instanceof_expression", "name"), ("type_pattern", ""), ("record_pattern_component", "")),
            ("enum_constant", "name"),
        ),
    },
    assigns={("assignment_expression", "left"): "right", **none(("update_expression", ""))},
    named=frozenset(),
    wrappers=frozenset({"parenthesized_expression"}),
    functions=frozenset(
        {
            *("method_declaration", "constructor_declaration", "compact_constructor_declaration"),
            *("lambda_expression", "static_initializer"),
        }
    ),
    scopes=frozenset(
        {
            *("program", "class_body", "interface_body", "enum_body_declarations", "method_declaration"),
            *("constructor_declaration", "compact_constructor_declaration", "lambda_expression", "block"),
            *("constructor_body", "for_statement", "enhanced_for_statement", "try_with_resources_statement"),
            *("catch_clause", "switch_block", "switch_rule"),
        }
    ),
    classes=frozenset({"class_declaration", "interface_declaration", "enum_declaration", "record_declaration"}),
    loops=frozenset({"for_statement", "enhanced_for_statement", "while_statement", "do_statement"}),
    branches=frozenset({"if_statement", "ternary_expression"}),
    members={"field_access": ("object", "field")},
    fields={
        ("variable_declarator", "name"): "value",
        ("assignment_expression", "left"): "right",
        **none(("update_expression", "")),
    },
    operators=frozenset({"binary_expression", "ternary_expression", "cast_expression"}),
    modifiers=frozenset({"final", "private"}),
)

_SCALA = Writes(
    names=frozenset({"identifier"}),
    declares={
        ("val_definition", "pattern"): "value",
        ("var_definition", "pattern"): "value",
        **none(
            *(("parameter", "name"), ("class_parameter", "name"), ("binding", "name"), ("enumerator", "")),
            *(("lambda_expression", "parameters"), ("case_clause", "pattern"), ("function_definition", "name")),
            *(("object_definition", "name"), ("var_declaration", "name"), ("val_declaration", "name")),
        ),
    },
    assigns={("assignment_expression", "left"): "right", ("infix_expression", "left"): ""},
    named=frozenset({"function_definition", "object_definition"}),
    wrappers=frozenset(
        {
            *("tuple_pattern", "typed_pattern", "capture_pattern", "case_class_pattern", "infix_pattern"),
            *("alternative_pattern", "identifiers", "parenthesized_expression"),
        }
    ),
    functions=frozenset({"function_definition", "lambda_expression", "case_block"}),
    scopes=frozenset(
        {
            *("compilation_unit", "template_body", "block", "indented_block", "function_definition"),
            *("lambda_expression", "for_expression", "case_clause", "class_definition"),
        }
    ),
    classes=frozenset({"class_definition", "object_definition", "trait_definition"}),
    loops=frozenset({"for_expression", "while_expression", "do_while_expression"}),
    branches=frozenset({"if_expression"}),
    members={"field_expression": ("value", "field")},
    fields={
        ("val_definition", "pattern"): "value",
        **none(("var_definition", "pattern"), ("assignment_expression", "left"), ("infix_expression", "left")),
    },
    operators=frozenset(),
    open_fields=frozenset({"var_definition"}),
)

_RUBY = Writes(
    names=frozenset({"identifier", "constant"}),
    declares={
        ("assignment", "left"): "right",
        ("operator_assignment", "left"): "right",
        **none(
            *(("method_parameters", ""), ("block_parameters", ""), ("lambda_parameters", ""), ("for", "pattern")),
            *(("optional_parameter", "name"), ("keyword_parameter", "name"), ("splat_parameter", "name")),
            *(("hash_splat_parameter", "name"), ("block_parameter", "name"), ("exception_variable", "")),
            *(("method", "name"), ("class", "name"), ("module", "name")),
        ),
    },
    # A text can change: `text << more` and `text.concat(more)`.
    assigns=none(("binary", "left"), ("call", "receiver")),
    named=frozenset({"method", "class", "module"}),
    wrappers=frozenset(
        {
            *("left_assignment_list", "destructured_left_assignment", "rest_assignment", "destructured_parameter"),
            "parenthesized_statements",
        }
    ),
    functions=frozenset({"method", "singleton_method", "block", "do_block", "lambda"}),
    # A block sees the variables around it, so that only its parameters are known in it alone.
    scopes=frozenset({"program", "method", "singleton_method", "class", "module"}),
    classes=frozenset({"class", "module"}),
    loops=frozenset({"while", "until", "for", "while_modifier", "until_modifier"}),
    branches=frozenset({"if", "unless", "elsif", "conditional"}),
    members={},
    fields={},
    operators=frozenset({"binary", "conditional"}),
    tells_apart=False,  # A name that nothing declares is a call of a method.
    changing=r"(?:concat|replace|insert|prepend|append_as_bytes|clear|setbyte|force_encoding)\b|\w+!",
)

_PHP = Writes(
    names=frozenset({"variable_name", "name"}),
    declares={
        ("assignment_expression", "left"): "right",
        ("augmented_assignment_expression", "left"): "right",
        ("const_element", ""): LAST,
        **none(
            *(("simple_parameter", "name"), ("variadic_parameter", "name"), ("property_promotion_parameter", "name")),
            *(("foreach_statement", ""), ("catch_clause", "name"), ("static_variable_declaration", "name")),
            *(("global_declaration", ""), ("update_expression", "argument"), ("unset_statement", "")),
            # What is handed over or assigned as a reference is changed elsewhere.
            *(("reference_assignment_expression", "left"), ("reference_assignment_expression", "right")),
            ("anonymous_function_use_clause", "reference"),
        ),
    },
    assigns={},
    named=frozenset(),
    wrappers=frozenset({"list_literal", "pair", "by_ref", "parenthesized_expression"}),
    functions=frozenset({"function_definition", "method_declaration", "anonymous_function", "arrow_function"}),
    scopes=frozenset(
        {
            *("program", "function_definition", "method_declaration", "anonymous_function", "arrow_function"),
            *("class_declaration", "interface_declaration", "trait_declaration", "enum_declaration"),
        }
    ),
    classes=frozenset({"class_declaration", "interface_declaration", "trait_declaration", "enum_declaration"}),
    loops=frozenset({"for_statement", "foreach_statement", "while_statement", "do_statement"}),
    branches=frozenset({"if_statement", "else_if_clause", "conditional_expression"}),
    members={},
    fields={},
    operators=frozenset({"binary_expression", "conditional_expression"}),
    tells_apart=False,
    joins=".",
)

_C = Writes(
    names=frozenset({"identifier"}),
    declares={
        ("init_declarator", "declarator"): "value",
        ("declaration", "declarator"): "value",
        **none(("parameter_declaration", "declarator"), ("for_range_loop", "declarator")),
    },
    assigns={
        ("assignment_expression", "left"): "right",
        **none(("update_expression", "argument"), ("pointer_expression", "argument")),
    },
    named=frozenset(),
    wrappers=frozenset(
        {
            *("pointer_declarator", "array_declarator", "reference_declarator", "parenthesized_declarator"),
            *("structured_binding_declarator", "parenthesized_expression"),
        }
    ),
    functions=frozenset({"function_definition", "lambda_expression"}),
    scopes=frozenset(
        {
            *("translation_unit", "function_definition", "lambda_expression", "compound_statement", "for_statement"),
            *("for_range_loop", "if_statement", "while_statement", "switch_statement", "catch_clause"),
        }
    ),
    classes=frozenset(),
    loops=frozenset({"for_statement", "for_range_loop", "while_statement", "do_statement"}),
    branches=frozenset({"if_statement", "conditional_expression"}),
    members={},
    fields={},
    operators=frozenset({"binary_expression", "conditional_expression"}),
    modifiers=frozenset({"const"}),  # A variable of the file is that of other files, too.
)

TABLES: Mapping[str, Writes] = {
    "c": _C,
    "cpp": _C,
    "python": _PYTHON,
    "javascript": _JAVASCRIPT,
    "typescript": _JAVASCRIPT,
    "tsx": _JAVASCRIPT,
    "go": _GO,
    "java": _JAVA,
    "scala": _SCALA,
    "ruby": _RUBY,
    "php": _PHP,
    "lua": LUA,
    "solidity": SOLIDITY,
    "swift": SWIFT,
}
