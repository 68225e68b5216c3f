"""Reread's log: JSON lines below the state folder, readable by this user alone.

Each process writes a file of its own, `<role>-<process>.jsonl`, and `reread logs` merges them by time. One file for all
would need a lock around each rotation, which the standard library's handlers do not have; sending the worker's records
to the server would lose the last ones before a crash, which matter most.
"""
