"""The sample project of `reread demo`, with planted mistakes, and a canned model that knows them.

`canned_model.py` serves on loopback what `canned_answers.py` takes from `answers.yaml`; `private_place.py` keeps the
demo out of the user's settings, caches and state. The code that reviews knows nothing of it.
"""
