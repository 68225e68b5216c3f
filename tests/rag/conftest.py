from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

SAMPLE = {
    "shop/__init__.py": "",
    "shop/money.py": '''"""Money."""

from decimal import Decimal


class Money:
    """An amount in a currency.

    Amounts of different currencies cannot be added.
    """

    def __init__(self, amount, currency):
        self.amount = Decimal(amount)
        self.currency = currency

    def add(self, other):
        """The sum of two amounts."""
        if other.currency != self.currency:
            raise ValueError("currencies differ")
        return Money(self.amount + other.amount, self.currency)

    def rounded(self):
        """The amount with two places."""
        return self.amount.quantize(Decimal("0.01"))

    def formatted(self):
        return f"{self.rounded()} {self.currency}"


def parse_money(text):
    """Read an amount such as "12.50 EUR"."""
    amount, currency = text.split()
    return Money(amount, currency)
''',
    "shop/invoice.py": '''from shop.money import Money, parse_money
from shop.tax import value_added_tax


class Invoice:
    def __init__(self, lines):
        self.lines = lines

    def total(self):
        """What has to be paid, tax included."""
        total = Money(0, "EUR")
        for line in self.lines:
            total = total.add(parse_money(line))
        return value_added_tax(total)
''',
    "shop/tax.py": '''RATE = "0.19"


def value_added_tax(net):
    """Put the tax on top of a net amount."""
    return net
''',
    "shop/mail.py": '''def send_mail(address, subject):
    """Hand a message to the mail server."""
    raise NotImplementedError(address, subject)
''',
    "tests/test_money.py": """from shop.money import parse_money


def test_an_amount_is_read():
    assert parse_money("1 EUR").currency == "EUR"
""",
    "web/cart.ts": """import { formatPrice } from "./price";

/** The things that a customer is about to buy. */
export class Cart {
  items: string[] = [];

  addItem(item: string): void {
    this.items.push(item);
  }

  summary(): string {
    return this.items.map((item) => formatPrice(item)).join(", ");
  }
}
""",
    "web/price.ts": """export const formatPrice = (price: string): string => {
  const [whole, cents] = price.split(".");
  return `${whole},${cents ?? "00"}`;
};
""",
    "service/main.go": """package main

import "fmt"

// Server answers orders.
type Server struct {
	port int
}

// Start listens until it is stopped.
func (s *Server) Start() error {
	return listen(s.port)
}

func listen(port int) error {
	fmt.Println(port)
	return nil
}
""",
    "README.md": "# Shop\n\nSells things.\n\n## Taxes\n\nThe value added tax is 19 %.\n\n## Mail\n\nMessages leave by mail.\n",
    "AGENTS.md": "Amounts are never floats.\n",
}


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """An index of its own for each test."""
    monkeypatch.setenv("REREAD_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "workspace"
    path.mkdir()
    return path


@pytest.fixture
def sample(folder):
    write(folder, SAMPLE)
    return folder
