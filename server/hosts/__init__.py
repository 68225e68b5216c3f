"""The hosts of pull requests: one file each with its `DESCRIPTION` (`server/pull_requests/host.py`)."""
