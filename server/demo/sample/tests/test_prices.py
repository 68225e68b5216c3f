import unittest

from desk.prices import BASE, HEAVY_SURCHARGE, PER_KILOGRAM, price, refund


class TestPrices(unittest.TestCase):
    def test_a_heavy_parcel_has_the_surcharge(self):
        self.assertEqual(price(25_000), BASE + 25 * PER_KILOGRAM + HEAVY_SURCHARGE)

    def test_a_refund_is_a_tenth_for_each_day(self):
        self.assertEqual(refund(1000, 3), 300)
