"""Symbols: what the parameters of a function, and their fields, came in with."""

from __future__ import annotations

from reread.analyzers.dataflow.domain.facets import Path
from reread.analyzers.dataflow.domain.state import State
from reread.analyzers.dataflow.domain.taint_bits import MOST_SYMBOLS, lost
from reread.analyzers.dataflow.domain.type_ref import TypeRef
from reread.analyzers.dataflow.domain.value import AbstractValue, Symbol


def symbol_value(state: State, symbol: Symbol, type_: TypeRef | None = None) -> AbstractValue:
    """The value of a parameter, or of a field of one, as it came in."""
    memory = state.memory
    known = memory.symbol_values.get(symbol)
    if known is None:
        if len(memory.symbols) < MOST_SYMBOLS:
            memory.symbols.append(symbol)
            number = len(memory.symbols)
            known = AbstractValue(state.taint_bits.symbol(number), symbol=symbol, type=type_)
        else:
            known = AbstractValue(type=type_)
        memory.symbol_values[symbol] = known
    return known


def parameter_value(state: State, number: int, type_: TypeRef | None) -> AbstractValue:
    return symbol_value(state, Symbol(number, ()), type_)


def known_paths(state: State, number: int) -> list[Path]:
    """A parameter itself and its fields, as far as anything has asked for them."""
    return [(), *(each.path for each in state.memory.symbols if each.parameter == number and len(each.path) == 1)]


def lost_bits(state: State, symbol: Symbol, value: AbstractValue | None) -> int:
    """The mask of what a parameter or a field of one had when it came in and has no longer, or not for certain."""
    known = state.memory.symbol_values.get(symbol)
    if known is None or value is None or not known.taint or value.taint & known.taint == known.taint:
        return 0
    missing = lost(known.taint, value.taint)
    return missing >> (state.taint_bits.width * (state.memory.symbols.index(symbol) + 1)) & state.taint_bits.full
