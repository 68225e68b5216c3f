"""What ties a file to others: its imports, what it exports under which name, and what its classes build on.

One file a language, with `links_of(tree)`. Where the other files are is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reread.analyzers.dataflow.declarations.structs import NOTHING, Declared
from reread.analyzers.dataflow.ir.language_modules import IMPORTS, module_of
from reread.analyzers.syntax import SyntaxTree, once_per_tree

EVERYTHING = "*"
ANY_CLASS = "<class>"
"""Stands in a module for the name of a class, where a package is no file, but each of its classes is one."""
"""As a name: all that a module gives."""


class Import(NamedTuple):
    """A name of a file that stands for something of another one.

    `module` is as the language writes it: `..a.b` and `a.b` in Python, `./a` in JavaScript, a path in Go, the full name
    of a class in Java. `name` is what is taken out of it: a function or class (Java: with dots, the class first), ""
    for the module itself, `EVERYTHING` with the `local` name `EVERYTHING`.
    """

    local: str
    module: str
    name: str


class Links(NamedTuple):
    """The links of one file. `passed_on` are imports that the file itself does not see, only those who import it.

    `exports` gives the own names of what is exported under another one, `bases` the classes that a class builds on, as
    written. `package` is where the file belongs (Java), `declared` what is known of its structs and interfaces, and
    `instances` the classes, as written, of the objects that its variables hold for good.
    """

    imports: tuple[Import, ...] = ()
    passed_on: tuple[Import, ...] = ()
    exports: Mapping[str, str] = {}
    bases: Mapping[str, tuple[str, ...]] = {}
    package: str = ""
    declared: Declared = NOTHING
    instances: Mapping[str, str] = {}


NONE = Links()


@once_per_tree
def links_of(tree: SyntaxTree) -> Links:
    """The links of a file; none for languages whose values are not interpreted."""
    module = module_of(tree.language.name, IMPORTS)
    links: Links = NONE if module is None else module.links_of(tree)
    return links
