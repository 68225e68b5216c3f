"""Outlines, one file per language, each implementing `outline.Reader`."""
