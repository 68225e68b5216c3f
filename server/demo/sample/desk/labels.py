"""Prints labels on the desk's printer."""

import subprocess


def print_label(printer, path, copies=1):
    command = f"lp -d {printer} -n {copies} {path}"
    return subprocess.run(command, shell=True, check=True)


class Archive:
    """Where printed labels go."""

    def store(self, label):
        raise NotImplemented("an archive decides how to store")


def lines(parcel):
    """The lines of a label."""
    return [parcel["receiver"], parcel["street"], f"{parcel['postcode']} {parcel['town']}"]
