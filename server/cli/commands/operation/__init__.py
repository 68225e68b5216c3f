"""The commands for operating and maintaining Reread, discovered like those of the parent folder."""
