"""The lines of keys in a model file, found on demand by parsing the file again with positions."""

from __future__ import annotations

from typing import Any

Path = tuple["str | int", ...]
"""The way to a value from the top of a file: keys, and positions from 0."""


class YamlLines:
    """The lines of keys in a file, found by parsing it again with positions on demand."""

    def __init__(self, data: bytes) -> None:
        import yaml

        self._root: Any = yaml.compose(data, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))

    def place_of(self, path: Path) -> tuple[int, int]:
        """Line and column, from 0, of the last key of a path that there is."""
        node, place = self._root, (0, 0)
        for step in path:
            found = self._step(node, step)
            if found is None:
                break
            mark, node = found
            place = (mark.line, mark.column)
        return place

    def line_of(self, path: Path, *, value: bool = False) -> int:
        """The line of a key, or with `value` that of the first line of its text, from 0."""
        node = self._root
        for step in path:
            found = self._step(node, step)
            if found is None:
                return 0
            _, node = found
        return int(node.start_mark.line) + (node.style in ("|", ">") if value else 0)

    @staticmethod
    def _step(node: Any, step: str | int) -> tuple[Any, Any] | None:
        if isinstance(step, int):
            items = node.value if getattr(node, "id", "") == "sequence" else []
            return (items[step].start_mark, items[step]) if step < len(items) else None
        pairs = node.value if getattr(node, "id", "") == "mapping" else []
        return next(((key.start_mark, value) for key, value in pairs if key.value == str(step)), None)
