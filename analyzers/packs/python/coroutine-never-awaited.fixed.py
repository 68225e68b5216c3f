import asyncio


async def work(task):
    # ruleid: coroutine-never-awaited
    await asyncio.sleep(1)
    # ok: coroutine-never-awaited
    await asyncio.sleep(1)
    # ok: coroutine-never-awaited
    waiting = asyncio.sleep(1)
    # ok: coroutine-never-awaited
    asyncio.create_task(asyncio.sleep(1))
    return waiting
