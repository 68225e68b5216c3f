import yaml
from yaml import Loader, SafeLoader


def load(text):
    # ruleid: unsafe-deserialization-yaml
    yaml.load(text)
    # ruleid: unsafe-deserialization-yaml
    yaml.load(text, Loader=yaml.Loader)
    # ruleid: unsafe-deserialization-yaml
    yaml.load(text, Loader)
    # ruleid: unsafe-deserialization-yaml
    yaml.load_all(text, Loader=yaml.UnsafeLoader)
    # ruleid: unsafe-deserialization-yaml
    yaml.unsafe_load(text)


def quiet(text):
    # ok: unsafe-deserialization-yaml
    yaml.safe_load(text)
    # ok: unsafe-deserialization-yaml
    yaml.load(text, Loader=yaml.SafeLoader)
    # ok: unsafe-deserialization-yaml
    yaml.load(text, SafeLoader)
    # ok: unsafe-deserialization-yaml
    yaml.load_all(text, Loader=yaml.CSafeLoader)
