import asyncio


async def work(task):
    # ruleid: missing-await
    await asyncio.sleep(1)
    # ok: missing-await
    await asyncio.sleep(1)
    # ok: missing-await
    waiting = asyncio.sleep(1)
    # ok: missing-await
    asyncio.create_task(asyncio.sleep(1))
    return waiting
