"""Attacks on the promises of the README, each with a control that shows that the trap would spring."""
