from ruamel.yaml import YAML


def load(text):
    # ruleid: unsafe-deserialization-ruamel
    YAML(typ="safe").load(text)
    # ruleid: unsafe-deserialization-ruamel
    YAML(typ="safe", pure=True)
    # ok: unsafe-deserialization-ruamel
    YAML(typ="safe").load(text)
    # ok: unsafe-deserialization-ruamel
    YAML().load(text)
