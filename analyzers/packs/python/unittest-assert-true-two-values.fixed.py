import unittest


class T(unittest.TestCase):
    def test(self, count, text):
        # ruleid: unittest-assert-true-two-values
        self.assertEqual(count, 3)
        # ok: unittest-assert-true-two-values
        self.assertEqual(count, 3)
        # ok: unittest-assert-true-two-values
        self.assertTrue(count, "no count")
        # ok: unittest-assert-true-two-values
        self.assertTrue(count)
