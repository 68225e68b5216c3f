"""Which files are in which language. Apart from the tables of the languages, most of which a run has no need of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple


class FileNames(NamedTuple):
    """`identifiers` are LSP language ids; `extensions` with their dot and `whole` names are in lower case."""

    identifiers: tuple[str, ...]
    extensions: tuple[str, ...]
    whole: tuple[str, ...] = ()


_CPP = (".cpp", ".cc", ".cxx", ".hpp", ".hh", ".hxx", ".inl", ".ipp", ".tpp", ".cu")

FILES: Mapping[str, FileNames] = {
    "apex": FileNames(("apex",), (".cls", ".trigger")),
    "bash": FileNames(("shellscript", "bash", "sh"), (".sh", ".bash")),
    "c": FileNames(("c",), (".c", ".h")),
    "clojure": FileNames(("clojure",), (".clj", ".cljs", ".cljc", ".edn")),
    "cpp": FileNames(("cpp", "cuda-cpp"), _CPP),
    "csharp": FileNames(("csharp",), (".cs",)),
    "dart": FileNames(("dart",), (".dart",)),
    "dockerfile": FileNames(("dockerfile",), (".dockerfile",), ("dockerfile", "containerfile")),
    "elixir": FileNames(("elixir",), (".ex", ".exs")),
    "go": FileNames(("go",), (".go",)),
    "html": FileNames(("html",), (".html", ".htm")),
    "java": FileNames(("java",), (".java",)),
    "javascript": FileNames(("javascript", "javascriptreact"), (".js", ".jsx", ".mjs", ".cjs")),
    "json": FileNames(("json", "jsonc"), (".json",)),
    "kotlin": FileNames(("kotlin",), (".kt", ".kts")),
    "lua": FileNames(("lua",), (".lua",)),
    "ocaml": FileNames(("ocaml",), (".ml",)),
    "php": FileNames(("php",), (".php",)),
    "python": FileNames(("python",), (".py", ".pyi", ".pyw")),
    "ruby": FileNames(("ruby",), (".rb", ".rake", ".gemspec"), ("rakefile", "gemfile")),
    "rust": FileNames(("rust",), (".rs",)),
    "scala": FileNames(("scala",), (".scala", ".sc")),
    "solidity": FileNames(("solidity",), (".sol",)),
    "svelte": FileNames(("svelte",), (".svelte",)),
    "swift": FileNames(("swift",), (".swift",)),
    "terraform": FileNames(("terraform", "terraform-vars", "hcl"), (".tf", ".tfvars", ".hcl")),
    "tsx": FileNames(("typescriptreact",), (".tsx",)),
    "typescript": FileNames(("typescript",), (".ts", ".mts", ".cts")),
    "vue": FileNames(("vue",), (".vue",)),
    "xml": FileNames(("xml",), (".xml", ".plist")),
    "yaml": FileNames(("yaml", "dockercompose", "github-actions-workflow"), (".yaml", ".yml")),
}
"""By the name of the language, which is that of its module, too."""

_ONLY_IN_CPP = re.compile(
    r"^[ \t]*(?:class\s+\w+(?:\s+\w+)?\s*(?:[:{;]|$)|namespace(?:\s+[\w:]+)?\s*(?:\{|$)|template\s*<"
    r"|using\s+(?:namespace\s+)?\w[\w:]*\s*[=;]|(?:public|private|protected)\s*:)",
    re.MULTILINE,
)


def of_text(name: str, path: str, text: str) -> str:
    """The name of the language of a text, given what its path says: a header, `.h`, is C or C++ by what is in it."""
    is_cpp = name == "c" and path.lower().endswith(".h") and _ONLY_IN_CPP.search(text)
    return "cpp" if is_cpp else name
