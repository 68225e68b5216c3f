"""Schemas of a route (`{ schema: { params, querystring, body } }`): what a request has where its handler is called."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.value import CLEAN, AbstractValue, with_field
from reread.analyzers.dataflow.languages.javascript.json_schema import of_json
from reread.analyzers.dataflow.languages.javascript.schema_values import places
from reread.analyzers.dataflow.sanitizers.guard_subjects import ALL

_PARTS = {"params": "params", "querystring": "query", "query": "query", "body": "body", "headers": "headers"}


def with_schema(request: AbstractValue, options: AbstractValue, unguarded: int) -> AbstractValue:
    """The request as the schema among the options of its route lets it through."""
    schema = (options.fields or {}).get("schema", CLEAN).fields or {}
    for key, part in _PARTS.items():
        for (_, path), _bits in places(("", (part,)), of_json(schema[key])).items() if key in schema else ():
            request = with_field(request, path, AbstractValue(sanitized=ALL & ~unguarded))
    return request
