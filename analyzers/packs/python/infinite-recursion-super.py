class A(dict):
    def __init__(self):
        # ruleid: infinite-recursion-super
        super(self.__class__, self).__init__()

    def copy(self):
        # ruleid: infinite-recursion-super
        return super(type(self), self).copy()


class B(A):
    def __init__(self):
        # ok: infinite-recursion-super
        super().__init__()

    def copy(self):
        # ok: infinite-recursion-super
        return super(B, self).copy()
