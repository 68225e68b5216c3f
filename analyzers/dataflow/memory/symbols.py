"""Symbols: what the parameters of a function, and their fields, came in with."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.masks import MOST_SYMBOLS
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.value import Path, Symbol, Value


def symbol_value(state: State, symbol: Symbol, owner: str = "") -> Value:
    """The value of a parameter, or of a field of one, as it came in."""
    known = state.symbol_values.get(symbol)
    if known is None:
        if len(state.symbols) < MOST_SYMBOLS:
            state.symbols.append(symbol)
            number = len(state.symbols)
            known = Value(state.masks.full << (state.masks.width * number), symbol=symbol, owner=owner)
        else:
            known = Value(owner=owner)
        state.symbol_values[symbol] = known
    return known


def parameter_value(state: State, number: int, owner: str) -> Value:
    return symbol_value(state, Symbol(number, ()), owner)


def known_paths(state: State, number: int) -> list[Path]:
    """A parameter itself and its fields, as far as anything has asked for them."""
    return [(), *(each.path for each in state.symbols if each.parameter == number and len(each.path) == 1)]


def lost_bits(state: State, symbol: Symbol, value: Value | None) -> int:
    """The bits of one symbol that a parameter or a field of one had when it came in and has no longer."""
    known = state.symbol_values.get(symbol)
    if known is None or value is None or not known.mask or value.mask & known.mask == known.mask:
        return 0
    missing = known.mask & ~value.mask
    return missing >> (state.masks.width * (state.symbols.index(symbol) + 1)) & state.masks.full
