"""What runs and reviews found, as values: below all that makes, keeps or writes them."""
