"""The settings of the index."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from reread.analyzers.setting import about


class IndexSettings(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """The index and its embedder. `exclude` has patterns as in .gitignore; `max_files` of 0 means no limit.

    `embedder_model` is a name, or for "onnx" the folder of its files; "" is the default. `embedder_dimensions` of 0
    uses the model's own. `store_url` is the address of a Chroma server or cluster for the vectors, "" is this machine.
    """

    enable: Annotated[
        bool,
        about("Keep an index of the workspace on this machine. Cross-file checks and the model review need it."),
    ] = True
    exclude: Annotated[
        tuple[str, ...],
        about("Files that are not indexed. Patterns as in `.gitignore`; files that Git ignores are always excluded."),
    ] = ()
    max_files: Annotated[int, Meta(ge=0), about("Maximum number of files to index. 0 means no limit.")] = 50_000
    embedder: Annotated[
        Literal["static", "ollama", "openai", "onnx"],
        about(
            "The embedder for search by meaning. All except `static` and `onnx` send code to the configured server.",
            {
                "static": "Word vectors included in Reread; nothing is sent or downloaded.",
                "ollama": "A model on an Ollama server.",
                "openai": "A model of OpenAI or a compatible endpoint.",
                "onnx": "A model in ONNX files on this machine.",
            },
        ),
    ] = "static"
    embedder_model: Annotated[str, about("The name of the embedder's model; for `onnx`, the folder of its files.")] = ""
    embedder_base_url: Annotated[str, about("The address of the embedder's server. If empty, the default address.")] = (
        ""
    )
    embedder_dimensions: Annotated[
        int,
        Meta(ge=0, le=4_096),
        about("Number of vector dimensions, for models that support a choice. 0 uses the model's default."),
    ] = 0
    store_url: Annotated[
        str,
        Meta(pattern=r"^(https?://[^/\s]+(/[\w.-]+/[\w.-]+(/[\w.-]+)?)?/?)?$"),
        about(
            "A Chroma server or cluster for the vectors, for example `http://localhost:8000`, "
            "optionally with tenant and database (`https://host/tenant/database`) and a name for "
            "a collection shared by several machines (`https://host/tenant/database/team`). If "
            "empty, vectors are stored on this machine."
        ),
    ] = ""
