"""Tables of languages without built-in rules, for third-party rules."""
