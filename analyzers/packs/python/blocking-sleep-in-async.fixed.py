import asyncio
import time


async def poll(client):
    while not client.ready:
        # ruleid: blocking-sleep-in-async
        await asyncio.sleep(0.5)
    # ruleid: blocking-sleep-in-async
    await asyncio.sleep(client.delay)


async def quiet(client):
    # ok: blocking-sleep-in-async
    await asyncio.sleep(0.5)
    # ok: blocking-sleep-in-async
    await asyncio.to_thread(time.sleep, 1)
    # ok: blocking-sleep-in-async
    client.sleep(1)


def synchronous():
    # ok: blocking-sleep-in-async
    time.sleep(1)


async def with_worker(loop):
    def work():
        # ok: blocking-sleep-in-async
        time.sleep(1)

    await loop.run_in_executor(None, work)
