"""All that a release needs and that can be done without an account."""
