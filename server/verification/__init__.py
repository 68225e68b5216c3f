"""Verifies fixes with the project's own tools, in a temporary copy of the workspace."""
