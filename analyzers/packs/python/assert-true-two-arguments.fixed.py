import unittest


class T(unittest.TestCase):
    def test(self, count, text):
        # ruleid: assert-true-two-arguments
        self.assertEqual(count, 3)
        # ok: assert-true-two-arguments
        self.assertEqual(count, 3)
        # ok: assert-true-two-arguments
        self.assertTrue(count, "no count")
        # ok: assert-true-two-arguments
        self.assertTrue(count)
