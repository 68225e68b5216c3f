"""What Reread keeps about a workspace folder, and how to remove it."""
