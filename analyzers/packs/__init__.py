"""The built-in rules, one YAML file each with its annotated examples beside it."""
