"""Findings of other tools, by the SARIF that they write: read, put among ours, and the tools themselves run."""
