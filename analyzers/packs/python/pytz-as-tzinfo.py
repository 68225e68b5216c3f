import datetime
from zoneinfo import ZoneInfo

import pytz


def f(date):
    # ruleid: pytz-as-tzinfo
    first = datetime.datetime(2024, 1, 1, tzinfo=pytz.timezone("Europe/Berlin"))
    zone = pytz.timezone("Europe/Berlin")
    # ruleid: pytz-as-tzinfo
    second = date.replace(tzinfo=zone)
    # ok: pytz-as-tzinfo
    third = date.replace(tzinfo=ZoneInfo("Europe/Berlin"))
    # ok: pytz-as-tzinfo
    fourth = zone.localize(date)
    # ok: pytz-as-tzinfo
    fifth = date.replace(tzinfo=datetime.timezone.utc)
    return first, second, third, fourth, fifth
