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
