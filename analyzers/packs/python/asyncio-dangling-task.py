import asyncio


async def start(work, tasks):
    # ruleid: asyncio-dangling-task
    asyncio.create_task(work())
    # ok: asyncio-dangling-task
    task = asyncio.create_task(work())
    # ok: asyncio-dangling-task
    tasks.append(asyncio.create_task(work()))
    # ok: asyncio-dangling-task
    await asyncio.create_task(work())
    return task
