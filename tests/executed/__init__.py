"""Programs made at random are run, and followed: what reaches a sink when they run is what is to be reported."""
