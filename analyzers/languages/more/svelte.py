"""Svelte components, whose scripts are embedded as in Vue."""

from __future__ import annotations

from reread.analyzers.languages.more import vue

LANGUAGE = vue.LANGUAGE._replace(name="svelte")
