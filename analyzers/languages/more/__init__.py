"""Tables of languages without built-in rules, for the rules of others."""
