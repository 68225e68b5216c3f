"""Posts a review to a pull request and fetches others' comments: the code common to all hosts.

`host` says what a host can do, `hosts/` has a file for each. `continuous_integration` finds out which pull
request of which host this is and whether its change can be trusted; `plan` compares what should be there with what is,
`posting` makes the difference, in a way that may be interrupted and repeated at any point.
"""
