"""Reviews every pull request of a repository as it is pushed to, posts, tells people, and merges where it may."""
