class A:
    def __init__(self, name, other):
        # ruleid: self-assignment
        # ok: self-assignment
        self.other = other
        # ok: self-assignment
        self.first = self.second = other
