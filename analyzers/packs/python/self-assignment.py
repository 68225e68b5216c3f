class A:
    def __init__(self, name, other):
        # ruleid: self-assignment
        self.name = self.name
        # ruleid: self-assignment
        other = other
        # ok: self-assignment
        self.other = other
        # ok: self-assignment
        self.first = self.second = other
