"""What models of libraries say, applied to values."""
