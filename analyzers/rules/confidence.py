"""Why a built-in rule has less than high confidence: the values of `confidence-reason` in its metadata.

One of `HIGH` confidence reports what nobody would defend, where its flow is certain (see
`dataflow/domain/taint_bits.py` and `taint/resolution.py`).
"""

from __future__ import annotations

LESS_THAN_HIGH = {
    "caller": "the value comes from a parameter, and the callers are not known",
    "context": "it depends on how the value is used, which is not known",
    "hardening": "it adds a line of defence; no attack is shown",
    "intended": "it is often done on purpose, as a setting of the program",
    "name": "it is recognised by names alone",
    "style": "the code may work today, but is easily misread or may fail later",
}
