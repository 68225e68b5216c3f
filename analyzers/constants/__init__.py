"""Constant propagation: reaching definitions of names, and what expressions evaluate to (as in SSA-based compilers)."""
