from datetime import datetime


def f(date, text):
    # ruleid: date-format-minute-month
    first = date.strftime("%Y-%m-%d")
    # ruleid: date-format-minute-month
    second = datetime.strptime(text, "%H:%m")
    # ok: date-format-minute-month
    third = date.strftime("%Y-%m-%d %H:%M")
    return first, second, third
