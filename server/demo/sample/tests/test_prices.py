from desk.prices import BASE, HEAVY, HEAVY_SURCHARGE, PER_KILOGRAM, price, refund


def test_a_heavy_parcel_has_the_surcharge():
    assert price(HEAVY) == BASE + 20 * PER_KILOGRAM + HEAVY_SURCHARGE


def test_a_refund_is_a_tenth_for_each_day():
    assert refund(1000, 3) == 300
