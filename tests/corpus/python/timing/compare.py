import hmac
import secrets

from flask import Flask, request


def check(signature, payload, key, expected_signature):
    digest = hmac.new(key, payload, "sha256").hexdigest()
    # ruleid: timing
    if digest == signature:
        return True
    # ruleid: timing
    if hmac.new(key, payload, "sha256").hexdigest() == signature:
        return True
    # ruleid: timing
    if signature != hmac.new(key, payload, "sha256").digest():
        return False
    # ok: timing
    return hmac.compare_digest(digest, signature) or secrets.compare_digest(digest, signature)
