import time
import uuid
from datetime import datetime
from functools import partial


# ruleid: default-computed-once
def log(message, at=datetime.now()):
    return message, at


# ruleid: default-computed-once
async def start(*, identifier: str = uuid.uuid4()):
    return identifier


class Clock:
    # ruleid: default-computed-once
    def since(self, begin=time.time()):
        return time.time() - begin


# ok: default-computed-once
def later(message, at=None, clock=time.time):
    return message, at or clock()


# ok: default-computed-once
def fixed(at=datetime(2024, 1, 1), work=partial(print)):
    return at, work
