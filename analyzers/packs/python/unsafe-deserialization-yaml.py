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


from ours import OurLoader


class Strict(yaml.SafeLoader):
    pass


class Stricter(Strict):
    pass


class Loose(yaml.UnsafeLoader):
    pass


def own_loaders(text):
    # ok: unsafe-deserialization-yaml
    yaml.load(text, Loader=Strict)
    # ok: unsafe-deserialization-yaml
    yaml.load(text, Stricter)
    # ok: unsafe-deserialization-yaml
    yaml.load(text, Loader=OurLoader)
    # Creates no objects that the text names, since PyYAML 5.4
    # ok: unsafe-deserialization-yaml
    yaml.load(text, Loader=yaml.FullLoader)
    # ok: unsafe-deserialization-yaml
    yaml.full_load(text)
    # ruleid: unsafe-deserialization-yaml
    yaml.load(text, Loader=Loose)
