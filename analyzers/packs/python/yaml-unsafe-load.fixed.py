import yaml
from yaml import Loader, SafeLoader


def load(text):
    # ruleid: yaml-unsafe-load
    yaml.safe_load(text)
    # ruleid: yaml-unsafe-load
    yaml.safe_load(text)
    # ruleid: yaml-unsafe-load
    yaml.safe_load(text)
    # ruleid: yaml-unsafe-load
    yaml.safe_load_all(text)
    # ruleid: yaml-unsafe-load
    yaml.safe_load(text)


def quiet(text):
    # ok: yaml-unsafe-load
    yaml.safe_load(text)
    # ok: yaml-unsafe-load
    yaml.load(text, Loader=yaml.SafeLoader)
    # ok: yaml-unsafe-load
    yaml.load(text, SafeLoader)
    # ok: yaml-unsafe-load
    yaml.load_all(text, Loader=yaml.CSafeLoader)
