"""Which files are in which language. Apart from the tables of the languages, most of which a run has no need of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class FileNames(NamedTuple):
    """`identifiers` are LSP language ids; `extensions` with their dot and `whole` names are in lower case."""

    identifiers: tuple[str, ...]
    extensions: tuple[str, ...]
    whole: tuple[str, ...] = ()


FILES: Mapping[str, FileNames] = {
    "apex": FileNames(("apex",), (".cls", ".trigger")),
    "bash": FileNames(("shellscript", "bash", "sh"), (".sh", ".bash")),
    "c": FileNames(("c",), (".c", ".h")),
    "clojure": FileNames(("clojure",), (".clj", ".cljs", ".cljc", ".edn")),
    "cpp": FileNames(("cpp", "cuda-cpp"), (".cpp", ".cc", ".cxx", ".hpp", ".hh", ".hxx", ".cu")),
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
