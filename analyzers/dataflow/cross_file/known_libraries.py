"""Which names of a file stand for something of a library that is known: a standard library, or one that is modelled.

What its functions do is said by rules and models. So the name of one never makes it a check: `check_output` runs what
it is given.
"""

from __future__ import annotations

from reread.analyzers.dataflow.cross_file.imports import EVERYTHING, links_of
from reread.analyzers.dataflow.domain.language import semantics_of
from reread.analyzers.dataflow.ir.language_modules import IMPORTS, module_of
from reread.analyzers.dataflow.models.library_names import pattern_with
from reread.analyzers.syntax import SyntaxTree

_MODELLED = r"{modelled-module}(?![\w$])"


def library_names(tree: SyntaxTree) -> frozenset[str]:
    """The names that a file has imported from known libraries; none for a language without data-flow analysis."""
    module = module_of(tree.language.name, IMPORTS)
    if module is None:
        return frozenset()
    is_modelled = pattern_with(_MODELLED, semantics_of(tree.language.name).library).match
    return frozenset(
        each.local
        for each in links_of(tree).imports
        if each.local != EVERYTHING and (module.is_standard(each.module) or is_modelled(each.module))
    )
