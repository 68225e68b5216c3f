"""Turns a Document into Findings: text, syntax, rules, model review, fixes and their verification."""
