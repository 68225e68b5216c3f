"""Modules, imports and the call graph between files."""
