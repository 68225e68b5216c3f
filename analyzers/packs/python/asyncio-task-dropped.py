import asyncio


async def start(work, tasks):
    # ruleid: asyncio-task-dropped
    asyncio.create_task(work())
    # ok: asyncio-task-dropped
    task = asyncio.create_task(work())
    # ok: asyncio-task-dropped
    tasks.append(asyncio.create_task(work()))
    # ok: asyncio-task-dropped
    await asyncio.create_task(work())
    return task
