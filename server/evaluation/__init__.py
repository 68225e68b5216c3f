"""Evaluation: how good the model review is on a data set of changes whose defects are known."""
