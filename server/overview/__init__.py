"""What `reread report` shows of a workspace: findings, precision, spending and the health of its code."""
