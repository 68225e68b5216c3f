"""TypeScript with JSX: a grammar of its own, since `<T>x` is a type assertion in the other one."""

from __future__ import annotations

from reread.analyzers.languages import typescript

LANGUAGE = typescript.LANGUAGE._replace(
    name="tsx", grammar="tsx", identifiers=("typescriptreact",), extensions=(".tsx",)
)
