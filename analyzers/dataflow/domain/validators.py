"""Methods that a framework calls to check a field of a class."""

from __future__ import annotations

from typing import NamedTuple


class Validator(NamedTuple):
    """`gives` what the field has from then on; else it only refuses. `of_form`: it takes the value from its form.

    Without a `method` it is a function or class of the project, which may refuse what is bad.
    """

    method: str
    gives: bool = True
    of_form: bool = False
