class Box:
    def __eq__(self, other):
        # ruleid: self-comparison
        return self.size == self.size

    def __lt__(self, other):
        # ruleid: self-comparison
        return other.size < other.size


def find(items, index, limit):
    # ruleid: self-comparison
    if limit >= limit:
        return None
    # ruleid: self-comparison
    return items[index] > items[index]


def quiet(box, other, value, stream):
    # ok: self-comparison
    if box.size == other.size:
        return True
    # ok: self-comparison
    if value != value or value[0] != value[0]:
        return None
    # ok: self-comparison
    assert box.size == box.size
    # ok: self-comparison
    return stream.read() == stream.read()


class SizesTest:
    def test_equal(self):
        # ok: self-comparison
        self.assertTrue(self.one == self.one)
        # ok: self-comparison
        self.assertFalse(self.one < self.one)

    def same(self):
        # ruleid: self-comparison
        return self.one == self.one
