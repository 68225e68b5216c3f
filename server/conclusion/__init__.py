"""The conclusion of a review: concerns of the change, verdict, labels, and reviewers."""
