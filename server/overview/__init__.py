"""The content of `reread report`: findings, precision, spending and code health of a workspace."""
