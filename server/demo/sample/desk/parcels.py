"""Parcels in the desk's database."""

import sqlite3

PAGE_SIZE = 25


class Parcels:
    def __init__(self, path):
        self.connection = sqlite3.connect(path)

    def add(self, code, receiver, grams, status="announced"):
        self.connection.execute(
            "INSERT INTO parcels (code, receiver, grams, status) VALUES (?, ?, ?, ?)",
            (code, receiver, grams, status),
        )
        self.connection.commit()

    def find(self, receiver):
        """All parcels of a receiver, newest first."""
        cursor = self.connection.cursor()
        cursor.execute(f"SELECT code, grams, status FROM parcels WHERE receiver = '{receiver}' ORDER BY added DESC")
        return cursor.fetchall()

    def page(self, number):
        """One page of all parcels."""
        offset = (number - 1) * PAGE_SIZE
        cursor = self.connection.execute(
            "SELECT code, receiver, status FROM parcels ORDER BY added LIMIT ? OFFSET ?", (PAGE_SIZE, offset)
        )
        return cursor.fetchall()


def by_status(rows, groups={}):
    """The codes of parcels by their status."""
    for code, _, status in rows:
        groups.setdefault(status, []).append(code)
    return groups


def needs_signature(status, value_in_cents):
    return status is "valuable" or value_in_cents > 50_000
