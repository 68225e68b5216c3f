"""What `reread init` sees in a repository, and the files that it writes."""
