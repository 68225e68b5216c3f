"""The results of runs and reviews, as values; imported by everything that makes, stores or writes them."""
