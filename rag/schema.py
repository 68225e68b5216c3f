"""The tables of the catalogue."""

from __future__ import annotations

APPLICATION_ID = 0x52726564
"""Marks the file as ours (SQLite `application_id`)."""

VERSION = 1

SCHEMA = """
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,     -- relative to the folder, with /
    size INTEGER NOT NULL,         -- bytes
    modified INTEGER NOT NULL,     -- nanoseconds
    checked INTEGER NOT NULL,      -- nanoseconds: when it was read
    hash BLOB NOT NULL,
    language TEXT NOT NULL,
    test INTEGER NOT NULL
);
CREATE TABLE chunk (
    id INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    first_line INTEGER NOT NULL,   -- from 1
    last_line INTEGER NOT NULL,    -- belongs to the chunk
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    signature TEXT NOT NULL,
    doc TEXT NOT NULL,
    text TEXT NOT NULL,
    vector TEXT NOT NULL           -- the key of its vector in the store: a hash of what was embedded
);
CREATE INDEX chunk_file ON chunk (file);
CREATE INDEX chunk_vector ON chunk (vector);
CREATE TABLE definition (
    name TEXT NOT NULL,
    qualified TEXT NOT NULL,
    kind TEXT NOT NULL,
    signature TEXT NOT NULL,
    line INTEGER NOT NULL,         -- from 1
    chunk INTEGER NOT NULL
);
CREATE INDEX definition_name ON definition (name);
CREATE INDEX definition_chunk ON definition (chunk);
CREATE TABLE reference (
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    chunk INTEGER NOT NULL
);
CREATE INDEX reference_name ON reference (name);
CREATE INDEX reference_chunk ON reference (chunk);
CREATE TABLE vector (key TEXT PRIMARY KEY) WITHOUT ROWID;    -- known to be in the store
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (name, body, content='', tokenize='unicode61 remove_diacritics 0');
"""
