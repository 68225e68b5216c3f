"""Tries fixes with the project's own tools, in a copy of the workspace that is thrown away."""
