"""The rule engine beside the real Semgrep: same rules, same files, same matches."""
