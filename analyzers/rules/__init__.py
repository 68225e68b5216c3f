"""The rule engine: rules in Semgrep's YAML syntax, matched over tree-sitter trees."""
