from ruamel.yaml import YAML


def load(text):
    # ruleid: ruamel-unsafe-loader
    YAML(typ="safe").load(text)
    # ruleid: ruamel-unsafe-loader
    YAML(typ="safe", pure=True)
    # ok: ruamel-unsafe-loader
    YAML(typ="safe").load(text)
    # ok: ruamel-unsafe-loader
    YAML().load(text)
