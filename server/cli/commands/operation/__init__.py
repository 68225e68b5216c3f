"""The commands for whoever runs Reread and looks after it, found as those of the folder above."""
