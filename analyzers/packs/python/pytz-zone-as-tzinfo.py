import datetime
from zoneinfo import ZoneInfo

import pytz


def f(date):
    # ruleid: pytz-zone-as-tzinfo
    first = datetime.datetime(2024, 1, 1, tzinfo=pytz.timezone("Europe/Berlin"))
    zone = pytz.timezone("Europe/Berlin")
    # ruleid: pytz-zone-as-tzinfo
    second = date.replace(tzinfo=zone)
    # ok: pytz-zone-as-tzinfo
    third = date.replace(tzinfo=ZoneInfo("Europe/Berlin"))
    # ok: pytz-zone-as-tzinfo
    fourth = zone.localize(date)
    # ok: pytz-zone-as-tzinfo
    fifth = date.replace(tzinfo=datetime.timezone.utc)
    return first, second, third, fourth, fifth
