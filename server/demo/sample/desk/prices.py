"""What a parcel costs. All amounts are in cents, all weights in grams."""

HEAVY = 20_000
BASE = 490
PER_KILOGRAM = 60
HEAVY_SURCHARGE = 900


def price(grams, discount_percent=0):
    """The price of a parcel after the customer's discount, which does not apply to the surcharge."""
    kilograms = -(-grams // 1000)
    cost = BASE + kilograms * PER_KILOGRAM
    cost -= cost * discount_percent // 100
    if grams >= HEAVY:
        cost += HEAVY_SURCHARGE
    return cost


def refund(paid, days_late):
    """A tenth of the price for each day that a parcel came late, and never more than was paid."""
    return min(paid, paid * days_late // 10)
