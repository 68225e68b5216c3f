"""The settings of the index."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from reread.analyzers.setting import about


class IndexSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """What is indexed, and by which embedder. `exclude` has patterns as in .gitignore; `max_files` of 0 means no limit.

    `embedder_model` is a name, or for "onnx" the folder of its files; "" is the usual one. `embedder_dimensions` of 0
    are the model's own. `store_url` is that of a Chroma server or cluster for the vectors, "" for this machine.
    """

    enable: Annotated[
        bool,
        about(
            "Keep an index of the workspace, on this machine. Checks that look at other files and "
            "the model review need it."
        ),
    ] = True
    exclude: Annotated[
        tuple[str, ...],
        about("Files that are not indexed. Patterns as in `.gitignore`; what git ignores is left out anyway."),
    ] = ()
    max_files: Annotated[int, Meta(ge=0), about("Index no more files than this. 0 means no limit.")] = 50_000
    embedder: Annotated[
        Literal["static", "ollama", "openai", "onnx"],
        about(
            "What search by meaning uses. All but `static` and `onnx` send code to the server that you name.",
            {
                "static": "Vectors of words that come with Reread: nothing is sent and nothing is downloaded.",
                "ollama": "A model of an Ollama server.",
                "openai": "A model of OpenAI, or of an endpoint that speaks its protocol.",
                "onnx": "A model in ONNX files on this machine.",
            },
        ),
    ] = "static"
    embedder_model: Annotated[
        str, about("The name of the embedder's model, or for `onnx` the folder of its files.")
    ] = ""
    embedder_base_url: Annotated[str, about("Where the embedder's server is. Empty for the usual place.")] = ""
    embedder_dimensions: Annotated[
        int,
        Meta(ge=0, le=4_096),
        about("How many dimensions vectors have, for models that let one choose. 0 leaves it to the model."),
    ] = 0
    store_url: Annotated[
        str,
        Meta(pattern=r"^(https?://[^/\s]+(/[\w.-]+/[\w.-]+(/[\w.-]+)?)?/?)?$"),
        about(
            "A Chroma server or cluster that keeps the vectors, for example `http://localhost:8000`, with tenant and "
            "database where they have names (`https://host/tenant/database`), and a name for what several machines "
            "share (`https://host/tenant/database/team`). Empty keeps them on this machine."
        ),
    ] = ""
