"""What `reread init` detects in a repository, and the files that it writes."""
