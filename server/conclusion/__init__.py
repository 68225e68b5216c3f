"""What a review ends with: what the change is about, a verdict, labels, and who should look at it."""
