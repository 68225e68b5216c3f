"""Shell scripts: how their code becomes the IR, and what it means."""
