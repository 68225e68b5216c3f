"""Brings a review to a pull request and others' comments from it: what all hosts have in common.

`host` says what a host can do, `hosts/` has a file for each. `continuous_integration` finds out which pull
request of which host this is and whether its change can be trusted; `plan` compares what should be there with what is,
`posting` makes the difference, in a way that may be interrupted and repeated at any point.
"""
