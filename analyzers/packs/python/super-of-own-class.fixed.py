class A(dict):
    def __init__(self):
        # ruleid: super-of-own-class
        super().__init__()

    def copy(self):
        # ruleid: super-of-own-class
        return super().copy()


class B(A):
    def __init__(self):
        # ok: super-of-own-class
        super().__init__()

    def copy(self):
        # ok: super-of-own-class
        return super(B, self).copy()
