"""The tables of the catalogue."""

from __future__ import annotations

APPLICATION_ID = 0x52726564
"""Marks the file as ours (SQLite `application_id`)."""

VERSION = 8
"""Goes up with every change below and of what the names in it are; each has a directory of its own (`location`)."""

SCHEMA = """
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,     -- relative to the folder, with /
    size INTEGER NOT NULL,         -- bytes
    modified INTEGER NOT NULL,     -- nanoseconds
    checked INTEGER NOT NULL,      -- nanoseconds: when it was read
    hash BLOB NOT NULL,
    language TEXT NOT NULL,
    test INTEGER NOT NULL,
    namespace TEXT NOT NULL        -- the package or namespace that it declares
);
CREATE TABLE left_out (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,         -- size, modified and checked as in `file`
    modified INTEGER NOT NULL,
    checked INTEGER NOT NULL,
    reason TEXT NOT NULL           -- why nothing of its content is kept
) WITHOUT ROWID;
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
    chunk INTEGER NOT NULL,
    qualifier TEXT NOT NULL,       -- what it is called on
    scope TEXT NOT NULL,           -- the qualified name of the definition around it
    type TEXT NOT NULL,            -- the class of the qualifier; the heir of what is inherited from
    line INTEGER NOT NULL          -- from 1: the first of equal ones of the same scope
);
CREATE INDEX reference_name ON reference (name);
CREATE INDEX reference_chunk ON reference (chunk);
CREATE INDEX reference_heir ON reference (type) WHERE kind = 'inheritance';
CREATE TABLE import (
    local TEXT NOT NULL,           -- the name that the file knows it by; * for all names
    module TEXT NOT NULL,          -- as the file writes it
    member TEXT NOT NULL,          -- * for all names, empty for the module itself
    file INTEGER NOT NULL
);
CREATE INDEX import_local ON import (local);
CREATE INDEX import_member ON import (member);
CREATE INDEX import_file ON import (file);
CREATE TABLE vector (
    key TEXT PRIMARY KEY,          -- known to be in the store
    unused INTEGER NOT NULL        -- seconds: since when no chunk has it; 0 for one in use
) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (name, body, content='', tokenize='unicode61 remove_diacritics 0');
"""
