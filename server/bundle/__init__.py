"""The archive for a bug report: what is in it, without secrets, code and private words; and how it is written."""
