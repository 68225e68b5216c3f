"""The intermediate representation: one form of functions for all languages."""
