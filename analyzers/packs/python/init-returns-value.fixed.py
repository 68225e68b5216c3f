class A:
    def __init__(self, name):
        if name:
            # ruleid: init-returns-value
            return
        self.name = name


class B:
    def __init__(self, name):
        if not name:
            # ok: init-returns-value
            return
        self.name = name

    def get(self):
        # ok: init-returns-value
        return self.name


class C:
    # ok: init-returns-value
    def __init__(self, pair=lambda a: (a, 1)):
        # ok: init-returns-value
        self.pair = sorted(pair, key=lambda each: (each, 2))
