"""Secrets in text: the formats of tokens, what proves one, placeholders, and values that a name gives away."""
