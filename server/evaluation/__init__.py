"""Evaluation: the quality of the model review on a data set of changes with known defects."""
