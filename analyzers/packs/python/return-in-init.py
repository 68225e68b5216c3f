class A:
    def __init__(self, name):
        if name:
            # ruleid: return-in-init
            return False
        self.name = name


class B:
    def __init__(self, name):
        if not name:
            # ok: return-in-init
            return
        self.name = name

    def get(self):
        # ok: return-in-init
        return self.name


class C:
    # ok: return-in-init
    def __init__(self, pair=lambda a: (a, 1)):
        # ok: return-in-init
        self.pair = sorted(pair, key=lambda each: (each, 2))
