import asyncio

import requests


async def load(url, client):
    # ruleid: blocking-request-in-async
    first = await asyncio.to_thread(requests.get, url, timeout=5)
    # ok: blocking-request-in-async
    second = await client.get(url)
    return first, second


def load_sync(url):
    # ok: blocking-request-in-async
    return requests.get(url, timeout=5)
