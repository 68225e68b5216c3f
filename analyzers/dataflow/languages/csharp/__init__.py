"""What the data-flow analysis knows of C#."""
