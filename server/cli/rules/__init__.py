"""The parts of `reread rules`."""
