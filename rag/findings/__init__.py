"""What the index says on its own: findings about a change that no linter can have, because a linter sees one file."""
