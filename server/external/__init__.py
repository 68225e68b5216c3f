"""Findings of other tools: runs the tools, reads their SARIF, and merges the results with Reread's findings."""
