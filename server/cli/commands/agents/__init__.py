"""The commands for coding agents, discovered like those of the parent folder."""
