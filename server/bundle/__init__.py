"""The archive for a bug report: its content, without secrets, code and private words, and how it is written."""
