from datetime import datetime


def f(date, text):
    # ruleid: wrong-date-format
    first = date.strftime("%Y-%M-%d")
    # ruleid: wrong-date-format
    second = datetime.strptime(text, "%H:%m")
    # ok: wrong-date-format
    third = date.strftime("%Y-%m-%d %H:%M")
    return first, second, third
