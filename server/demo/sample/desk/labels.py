"""Prints labels on the desk's printer."""

import subprocess


def print_label(printer, path, copies=1):
    command = f"lp -d {printer} -n {copies} {path}"
    return subprocess.run(command, shell=True, check=True)


def lines(parcel):
    """The lines of a label."""
    return [parcel["receiver"], parcel["street"], f"{parcel['postcode']} {parcel['town']}"]
