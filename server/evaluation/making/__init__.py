"""Makes data sets of a repository: defects that its own tests notice."""
