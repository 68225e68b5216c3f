"""Components of Svelte, whose scripts stand in them as those of Vue do."""

from __future__ import annotations

from reread.analyzers.languages import vue

LANGUAGE = vue.LANGUAGE._replace(name="svelte", identifiers=("svelte",), extensions=(".svelte",))
