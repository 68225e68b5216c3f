"""Secrets in text: token formats, proofs, placeholders, and values that their names reveal."""
