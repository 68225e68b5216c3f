"""The commands that coding agents call, found as those of the folder above."""
