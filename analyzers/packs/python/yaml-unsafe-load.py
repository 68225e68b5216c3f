import yaml
from ruamel.yaml import YAML


def read(stream):
    # ruleid: yaml-unsafe-load
    first = yaml.load(stream)
    # ruleid: yaml-unsafe-load
    second = yaml.load(stream, Loader=yaml.Loader)
    # ruleid: yaml-unsafe-load
    third = yaml.load(stream, yaml.UnsafeLoader)
    # ruleid: yaml-unsafe-load
    return first, second, third, yaml.unsafe_load(stream)


def quiet(stream):
    # ok: yaml-unsafe-load
    first = yaml.safe_load(stream)
    # ok: yaml-unsafe-load
    second = yaml.load(stream, Loader=yaml.SafeLoader)
    # ok: yaml-unsafe-load
    third = yaml.load(stream, Loader=yaml.CSafeLoader)
    return first, second, third


def round_trip(stream):
    yaml = YAML(typ="rt")
    # ok: yaml-unsafe-load
    return yaml.load(stream)
