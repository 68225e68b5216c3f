"""Takes in the parcels that shops announce."""

import requests
import yaml

from desk.prices import price


def announced(url):
    """The parcels that a shop announces, with their prices."""
    answer = requests.get(url, verify=False, timeout=10)
    parcels = yaml.load(answer.text, Loader=yaml.Loader)
    return [{**parcel, "cents": price(parcel["grams"], parcel.get("discount", 0))} for parcel in parcels]
