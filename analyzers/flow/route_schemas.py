"""Schemas of a route (`{ schema: { params, querystring, body } }`): what a request has where its handler is called."""

from __future__ import annotations

from reread.analyzers.flow.checked_places import ALL
from reread.analyzers.flow.json_schemas import of_json
from reread.analyzers.flow.schema_values import places
from reread.analyzers.flow.values import CLEAN, Value, with_field

_PARTS = {"params": "params", "querystring": "query", "query": "query", "body": "body", "headers": "headers"}


def with_schema(request: Value, options: Value, unguarded: int) -> Value:
    """The request as the schema among the options of its route lets it through."""
    schema = (options.fields or {}).get("schema", CLEAN).fields or {}
    for key, part in _PARTS.items():
        for (_, path), _bits in places(("", (part,)), of_json(schema[key])).items() if key in schema else ():
            request = with_field(request, path, Value(lacks=ALL & ~unguarded))
    return request
