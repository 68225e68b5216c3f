"""TypeScript with JSX: a separate grammar, because `<T>x` is a type assertion in plain TypeScript."""

from __future__ import annotations

from reread.analyzers.languages import typescript

LANGUAGE = typescript.LANGUAGE._replace(name="tsx", grammar="tsx")
