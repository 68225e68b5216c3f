class Basket:
    items = []
    prices = {}

    def add(self, item, price):
        # ruleid: mutable-class-attribute
        self.items.append(item)
        # ruleid: mutable-class-attribute
        self.prices[item] = price


class Visitor(Base):
    found: set = set()

    def visit(self, node):
        if node:
            # ruleid: mutable-class-attribute
            self.found.add(node)


class Own:
    items = []

    def __init__(self, items):
        self.items = list(items)

    def add(self, item):
        # ok: mutable-class-attribute
        self.items.append(item)


class Later:
    items = []

    def reset(self):
        if True:
            self.items = []

    def add(self, item):
        # ok: mutable-class-attribute
        self.items.append(item)


class Shared:
    REGISTRY = {}
    parser_cache = {}
    names = ()

    def register(self, name):
        # ok: mutable-class-attribute
        self.REGISTRY[name] = self
        # ok: mutable-class-attribute
        self.parser_cache[name] = self


class Counted:
    made = []

    def __init__(self):
        # ok: mutable-class-attribute
        self.made.append(self)

    @classmethod
    def all(cls):
        return cls.made
