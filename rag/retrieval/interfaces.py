"""Types that implement an interface without declaring it: in Go, all types that have its methods."""

from __future__ import annotations

from collections.abc import Callable

from reread.rag.index.catalogue import Query
from reread.rag.source.references import DEMAND


class Interfaces:
    """Answers from the catalogue, by the names of methods; caches its results."""

    def __init__(self, query: Query, ancestors: Callable[[str], frozenset[str]]) -> None:
        self._query = query
        self._ancestors = ancestors
        self._known: dict[tuple[str, str], list[frozenset[str]]] = {}
        self._owners: dict[str, frozenset[str]] = {}

    def implements(self, owner: str, interface: str, method: str) -> bool:
        """Whether a type has all methods of an interface that asks for this one, itself or from what it embeds."""
        own = {owner, *self._ancestors(owner)}
        return any(all(own & self._having(name) for name in demanded) for demanded in self._demanded(interface, method))

    def _demanded(self, interface: str, method: str) -> list[frozenset[str]]:
        """The methods that each interface of that name asks for, of those that ask for this one."""
        if (interface, method) not in self._known:
            rows = self._query(
                "SELECT chunk, name FROM reference WHERE kind = ? AND type = ? AND chunk IN"
                " (SELECT chunk FROM reference WHERE name = ? AND kind = ? AND type = ?)",
                (DEMAND, interface, method, DEMAND, interface),
            )
            chunks: dict[int, set[str]] = {}
            for chunk, name in rows:
                chunks.setdefault(chunk, set()).add(name)
            self._known[interface, method] = [frozenset(names) for names in chunks.values()]
        return self._known[interface, method]

    def _having(self, method: str) -> frozenset[str]:
        """The types that have a method of that name."""
        if method not in self._owners:
            rows = self._query("SELECT DISTINCT qualified FROM definition WHERE name = ?", (method,))
            self._owners[method] = frozenset(str(row[0]).rpartition(".")[0].rpartition(".")[2] for row in rows)
        return self._owners[method]
